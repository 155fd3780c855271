//! A document as plain text that fits a width.

use super::tree;
use crate::report::document::{Block, Cell, Column, Document, KeyFigure, Picture, Table};
use crate::report::language::Lang;
use crate::report::markup::{shown, steers};
use comfy_table::{CellAlignment, ColumnConstraint, ContentArrangement, LineStyle, TableStyle, Width};

/// Writes a document in lines of at most `width` columns, as far as words allow.
pub fn text(document: &Document, lang: Lang, width: u16) -> String {
    let mut text = format!("{}\n", wrapped(&document.title, width));
    for block in &document.blocks {
        text.push('\n');
        text.push_str(&part(block, lang, width));
    }
    text
}

fn part(block: &Block, lang: Lang, width: u16) -> String {
    match block {
        Block::Heading(heading) => {
            let heading = clean(heading);
            format!("{heading}\n{}\n", "─".repeat(heading.chars().count()))
        }
        Block::Subheading(heading) => format!("{}\n", wrapped(heading, width)),
        Block::Paragraph(paragraph) | Block::Lead(paragraph) => format!("{}\n", wrapped(paragraph, width)),
        Block::Figures(figures) => figures.iter().map(|figure| hanging("- ", &figure_line(figure), width)).collect(),
        Block::Pairs(pairs) => pairs.iter().map(|(word, text)| hanging("- ", &format!("{word}: {text}"), width)).collect(),
        Block::Picture(picture) => self::picture(picture, lang, width),
        Block::Beside(parts) => {
            let parts: Vec<String> = parts.iter().flatten().map(|block| part(block, lang, width)).collect();
            parts.join("\n")
        }
        Block::Folded(line, blocks) => {
            let parts: String = blocks.iter().map(|block| "\n".to_owned() + &part(block, lang, width)).collect();
            format!("{}\n{parts}", wrapped(line, width))
        }
        Block::List(items) => items.iter().map(|item| hanging("- ", item, width)).collect(),
        Block::Table(table) => self::table(table, lang, width),
        Block::Tree(branches) => tree::tree(branches, width),
        Block::Verbatim(lines) => format!("    {}\n", clean(lines).replace('\n', "\n    ")),
    }
}

/// A picture is its data.
fn picture(picture: &Picture, lang: Lang, width: u16) -> String {
    let notes: String = picture.notes.iter().map(|note| wrapped(note, width) + "\n").collect();
    format!("{}\n\n{}\n{notes}", wrapped(&picture.title, width), table(&picture.data, lang, width))
}

/// A figure that stands out, on a line.
pub(in crate::report) fn figure_line(figure: &KeyFigure) -> String {
    let note = if figure.note.is_empty() { String::new() } else { format!(" ({})", figure.note) };
    format!("{}: {}{note}", figure.label, figure.value)
}

fn table(table: &Table, lang: Lang, width: u16) -> String {
    let mut drawn = comfy_table::Table::new();
    drawn.load_style(TableStyle::new().header_separator(LineStyle::none().fill('─').junction('─')));
    drawn.set_content_arrangement(ContentArrangement::Dynamic).set_width(width);
    // A heading of several words over numbers takes several lines, so that the numbers stay close together.
    let head = |text: String, right: bool| if right { text.replace(' ', "\n") } else { text };
    drawn.set_header(table.columns.iter().map(|column| head(clean(&column.head), column.right)));
    for row in &table.rows {
        drawn.add_row(row.iter().map(|cell| clean(&cell.show(lang))));
    }
    let least = least_widths(table, lang, width);
    for (place, column) in table.columns.iter().enumerate() {
        let Some(drawn) = drawn.column_mut(place) else { continue };
        drawn.set_padding((0, 1));
        drawn.set_cell_alignment(if column.right { CellAlignment::Right } else { CellAlignment::Left });
        let is_bar = table.rows.iter().any(|row| matches!(row[place], Cell::Bar(_)));
        if column.right || is_bar {
            drawn.set_constraint(ColumnConstraint::ContentWidth);
        } else {
            drawn.set_constraint(ColumnConstraint::LowerBoundary(Width::Fixed(least[place])));
        }
    }
    drawn.lines().map(|line| line.trim_end().to_owned() + "\n").collect()
}

/// How wide each column is at least, so that words stay whole: as their longest, where there is room for that beside the numbers.
fn least_widths(table: &Table, lang: Lang, width: u16) -> Vec<u16> {
    const LONGEST_WORD: usize = 24;
    let longest =
        |place: usize, signs: fn(&str) -> usize| table.rows.iter().map(|row| signs(&clean(&row[place].show(lang)))).max().unwrap_or(0);
    let wanted = |(place, column): (usize, &Column)| {
        if column.right {
            longest(place, |text| text.chars().count()).max(longest_word(&column.head))
        } else {
            longest(place, longest_word).min(LONGEST_WORD)
        }
    };
    let wanted: Vec<usize> = table.columns.iter().enumerate().map(|column| wanted(column) + 1).collect();
    let texts = table.columns.iter().filter(|column| !column.right).count();
    let numbers: usize = wanted.iter().zip(&table.columns).filter(|(_, column)| column.right).map(|(wanted, _)| wanted).sum();
    let fits = wanted.iter().sum::<usize>() <= usize::from(width);
    let most = if fits { usize::from(width) } else { usize::from(width).saturating_sub(numbers) / texts.max(1) };
    wanted.into_iter().map(|wanted| wanted.min(most) as u16).collect()
}

/// How many signs the longest word has.
fn longest_word(text: &str) -> usize {
    text.split_whitespace().map(|word| word.chars().count()).max().unwrap_or(0)
}

/// A text broken between words.
fn wrapped(text: &str, width: u16) -> String {
    let lines = break_lines(text, usize::from(width));
    lines.join("\n")
}

/// A text behind a mark, its further lines under the first.
fn hanging(mark: &str, text: &str, width: u16) -> String {
    let indent = mark.chars().count();
    let lines = break_lines(text, usize::from(width).saturating_sub(indent));
    format!("{mark}{}\n", lines.join(&format!("\n{}", " ".repeat(indent))))
}

/// Lines of at most `width` columns; a longer word stands on a line of its own.
pub(super) fn break_lines(text: &str, width: usize) -> Vec<String> {
    let mut lines = vec![String::new()];
    let mut used = 0;
    for word in clean(text).split(' ') {
        let length = word.chars().count();
        if used > 0 && used + 1 + length > width.max(20) {
            lines.push(String::new());
            used = 0;
        }
        let line = lines.last_mut().unwrap_or_else(|| unreachable!("there is always a line"));
        if used > 0 {
            line.push(' ');
            used += 1;
        }
        line.push_str(word);
        used += length;
    }
    lines
}

/// A text without the control signs by which a name could steer a terminal.
fn clean(text: &str) -> String {
    let mut clean = String::with_capacity(text.len());
    for sign in text.chars() {
        match sign {
            '\n' => clean.push(sign),
            _ if sign.is_control() => {}
            _ if steers(sign) => clean.push_str(&shown(sign)),
            _ => clean.push(sign),
        }
    }
    clean
}
