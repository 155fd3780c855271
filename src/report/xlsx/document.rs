//! An answer as a workbook: what it says on the first sheet, and a sheet for every table.

use super::book::{Book, MAX_TEXT, Widths, failed, finish, units};
use crate::report::document::{Block, Cell, Document, Table};
use crate::report::language::{Lang, xlsx as say};
use crate::report::markup::{shown, steers};
use crate::report::render::figure_line;
use rust_xlsxwriter::{Format, Worksheet};
use std::io;

/// Writes a document.
///
/// # Errors
/// What the writer of workbooks says, such as more rows than a sheet can have.
pub fn document(document: &Document, lang: Lang) -> io::Result<Vec<u8>> {
    let mut writer = Writer { book: Book::new(&document.title)?, lines: Vec::new(), heading: document.title.clone(), lang };
    // The first sheet tells where the tables are, so it is made first and filled last.
    writer.book.sheet(say::about(lang))?;
    writer.heading(&document.title);
    document.marking.iter().for_each(|marking| writer.line(marking));
    writer.blocks(&document.blocks)?;
    about(&mut writer.book, &writer.lines)?;
    writer.book.bytes()
}

struct Writer {
    book: Book,
    /// The lines of the first sheet, and which of them are headings.
    lines: Vec<(String, bool)>,
    /// What the next table is about.
    heading: String,
    lang: Lang,
}

impl Writer {
    fn heading(&mut self, text: &str) {
        text.clone_into(&mut self.heading);
        self.lines.push((text.to_owned(), true));
    }

    fn line(&mut self, text: &str) {
        self.lines.push((text.to_owned(), false));
    }

    fn blocks(&mut self, blocks: &[Block]) -> io::Result<()> {
        blocks.iter().try_for_each(|block| self.block(block))
    }

    fn block(&mut self, block: &Block) -> io::Result<()> {
        match block {
            Block::Heading(text) | Block::Subheading(text) => self.heading(text),
            Block::Paragraph(text) | Block::Lead(text) | Block::Verbatim(text) => self.line(text),
            Block::Figures(figures) => figures.iter().for_each(|figure| self.line(&figure_line(figure))),
            Block::Pairs(pairs) => pairs.iter().for_each(|(word, text)| self.line(&format!("{word}: {text}"))),
            Block::List(items) => items.iter().for_each(|item| self.line(&format!("- {item}"))),
            Block::Tree(branches) => {
                for branch in branches {
                    self.line(&format!("{}{}", "    ".repeat(branch.depth), branch.text));
                }
            }
            Block::Table(table) => self.table(table)?,
            Block::Picture(picture) => {
                self.heading(&picture.title);
                self.table(&picture.data)?;
                picture.notes.iter().for_each(|note| self.line(note));
            }
            Block::Beside(parts) => {
                for block in parts.iter().flatten() {
                    self.block(block)?;
                }
            }
            Block::Folded(line, blocks) => {
                self.heading(line);
                self.blocks(blocks)?;
            }
        }
        Ok(())
    }

    fn table(&mut self, table: &Table) -> io::Result<()> {
        let name = self::table(&mut self.book, &self.heading, table, self.lang)?;
        self.line(&say::see(self.lang, &name));
        Ok(())
    }
}

fn about(book: &mut Book, lines: &[(String, bool)]) -> io::Result<()> {
    const WIDTH: f64 = 110.0;
    let (bold, wrapped) = (book.bold.clone(), book.wrapped.clone());
    let sheet = book.first()?;
    sheet.set_column_width(0, WIDTH).map_err(failed)?;
    sheet.set_print_fit_to_pages(1, 0);
    for (row, (text, is_heading)) in lines.iter().enumerate() {
        let format = if *is_heading { &bold } else { &wrapped };
        sheet.write_string_with_format(row as u32, 0, fitting(text), format).map_err(failed)?;
    }
    Ok(())
}

/// A text that a cell can hold: a longer one is cut, and says so. Signs that turn the direction of text are shown, not obeyed.
fn fitting(text: &str) -> String {
    let visible: String = text.chars().flat_map(|sign| if steers(sign) { shown(sign).chars().collect() } else { vec![sign] }).collect();
    if units(&visible) <= MAX_TEXT {
        return visible;
    }
    let kept: String = visible.chars().take(MAX_TEXT / 2).collect();
    kept + " ..."
}

/// How numbers are shown, in the language of the reader.
struct Formats {
    count: Format,
    hours: Format,
    percent: Format,
    fraction: Format,
}

fn table(book: &mut Book, name: &str, table: &Table, lang: Lang) -> io::Result<String> {
    let formats = Formats {
        count: Format::new().set_num_format("#,##0"),
        hours: Format::new().set_num_format(say::hours_format(lang)),
        percent: Format::new().set_num_format("0%"),
        fraction: Format::new().set_num_format("0.0###%"),
    };
    let head = book.head.clone();
    let (sheet, name) = book.sheet(name)?;
    let mut widths = Widths::default();
    for (column, stated) in table.columns.iter().enumerate() {
        sheet.write_string_with_format(0, column as u16, fitting(&stated.head), &head).map_err(failed)?;
        widths.add(column, &stated.head);
    }
    for (row, cells) in table.rows.iter().enumerate() {
        for (column, value) in cells.iter().enumerate() {
            cell(sheet, (row as u32 + 1, column as u16), value, &formats)?;
            widths.add(column, &value.show(lang));
        }
        widths.end_row();
    }
    finish(sheet, table.rows.len(), &widths)?;
    Ok(name)
}

fn cell(sheet: &mut Worksheet, (row, column): (u32, u16), value: &Cell, formats: &Formats) -> io::Result<()> {
    let written = match value {
        Cell::Empty => return Ok(()),
        Cell::Text(_) | Cell::Named(..) => sheet.write_string(row, column, fitting(&value.show(Lang::English))),
        Cell::Number(number) | Cell::Shown(number, _) => sheet.write_number(row, column, *number),
        Cell::Count(count) => sheet.write_number_with_format(row, column, *count as f64, &formats.count),
        Cell::Hours(time) => sheet.write_number_with_format(row, column, time.hours(), &formats.hours),
        Cell::Level(level) if level.ppm() % 10_000 == 0 => sheet.write_number_with_format(row, column, level.as_f64(), &formats.percent),
        Cell::Level(level) => sheet.write_number_with_format(row, column, level.as_f64(), &formats.fraction),
        Cell::Bar(part) => sheet.write_number_with_format(row, column, *part, &formats.percent),
    };
    written.map(|_| ()).map_err(failed)
}
