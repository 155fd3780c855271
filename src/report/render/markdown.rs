//! A document as Markdown.

use super::text::figure_line;
use crate::report::document::{Block, Document, Picture, Table};
use crate::report::language::Lang;
use crate::report::markup::{shown, steers};

/// Writes a document.
pub fn markdown(document: &Document, lang: Lang) -> String {
    let mut text = format!("# {}\n", escaped(&document.title));
    for block in &document.blocks {
        text.push('\n');
        text.push_str(&part(block, lang));
    }
    text
}

fn part(block: &Block, lang: Lang) -> String {
    match block {
        Block::Heading(heading) => format!("## {}\n", escaped(heading)),
        Block::Subheading(heading) => format!("### {}\n", escaped(heading)),
        Block::Paragraph(paragraph) | Block::Lead(paragraph) => format!("{}\n", escaped(paragraph)),
        Block::Figures(figures) => figures.iter().map(|figure| item_line(0, &figure_line(figure))).collect(),
        Block::Pairs(pairs) => pairs.iter().map(|(word, text)| item_line(0, &format!("{word}: {text}"))).collect(),
        Block::Picture(picture) => self::picture(picture, lang),
        Block::Beside(parts) => {
            let parts: Vec<String> = parts.iter().flatten().map(|block| part(block, lang)).collect();
            parts.join("\n")
        }
        Block::Folded(line, blocks) => {
            let parts: String = blocks.iter().map(|block| "\n".to_owned() + &part(block, lang)).collect();
            format!("### {}\n{parts}", escaped(line))
        }
        Block::List(items) => items.iter().map(|item| item_line(0, item)).collect(),
        Block::Table(table) => self::table(table, lang),
        Block::Tree(branches) => branches.iter().map(|branch| item_line(branch.depth, &branch.text)).collect(),
        Block::Verbatim(lines) => format!("    {}\n", lines.replace('\n', "\n    ")),
    }
}

fn item_line(depth: usize, text: &str) -> String {
    format!("{}- {}\n", "  ".repeat(depth), escaped(text))
}

/// A picture is its data.
fn picture(picture: &Picture, lang: Lang) -> String {
    let notes: String = picture.notes.iter().map(|note| "\n".to_owned() + &escaped(note) + "\n").collect();
    format!("### {}\n\n{}{notes}", escaped(&picture.title), table(&picture.data, lang))
}

fn table(table: &Table, lang: Lang) -> String {
    let row = |cells: Vec<String>| format!("| {} |\n", cells.join(" | "));
    let heads = row(table.columns.iter().map(|column| escaped(&column.head)).collect());
    let rule = row(table.columns.iter().map(|column| if column.right { "--:" } else { "---" }.to_owned()).collect());
    let rows: String = table.rows.iter().map(|cells| row(cells.iter().map(|cell| escaped(&cell.show(lang))).collect())).collect();
    heads + &rule + &rows
}

/// Signs that Markdown gives a meaning, and line ends, made harmless.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for sign in text.chars() {
        match sign {
            '|' | '*' | '_' | '`' | '[' | ']' | '\\' | '#' => escaped.extend(['\\', sign]),
            '<' => escaped.push_str("&lt;"),
            '\n' | '\r' => escaped.push(' '),
            _ if sign.is_control() => {}
            _ if steers(sign) => escaped.push_str(&shown(sign).replace('[', "\\[").replace(']', "\\]")),
            _ => escaped.push(sign),
        }
    }
    escaped
}
