//! A workbook that is being written: sheets with frozen bold heads, and columns as wide as what they hold.

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Workbook, Worksheet, XlsxError};
use std::io;

/// The rows that a sheet can have below its head.
pub(super) const MAX_ROWS: usize = (1 << 20) - 1;
/// The longest text of a cell, in UTF-16 units, as the format has it.
pub(super) const MAX_TEXT: usize = 32_767;
/// The longest name of a sheet, in signs.
const MAX_NAME: usize = 31;
/// Columns are between so many signs wide.
const WIDTHS: (usize, usize) = (8, 60);
/// So many rows decide how wide a column is.
const MAX_MEASURED: usize = 1_000;

/// A workbook.
pub(super) struct Book {
    workbook: Workbook,
    names: Vec<String>,
    pub(super) head: Format,
    pub(super) bold: Format,
    pub(super) wrapped: Format,
}

/// The widths of columns, in signs.
#[derive(Debug, Default)]
pub(super) struct Widths {
    columns: Vec<usize>,
    seen: usize,
}

impl Book {
    pub(super) fn new(title: &str) -> io::Result<Self> {
        let mut workbook = Workbook::new();
        // The moment of writing would make the same answer differ from itself.
        let date = ExcelDateTime::from_ymd(2000, 1, 1).map_err(failed)?;
        let title: String = title.chars().take(255).collect();
        workbook.set_properties(&DocProperties::new().set_title(title).set_creation_datetime(&date));
        let head = Format::new().set_bold().set_text_wrap().set_align(FormatAlign::Top).set_border_bottom(FormatBorder::Thin);
        let wrapped = Format::new().set_text_wrap().set_align(FormatAlign::Top);
        Ok(Self { workbook, names: Vec::new(), head, bold: Format::new().set_bold(), wrapped })
    }

    /// A new sheet, named as near to `name` as the format allows and no other sheet is; and its name.
    pub(super) fn sheet(&mut self, name: &str) -> io::Result<(&mut Worksheet, String)> {
        let name = self.free_name(name);
        self.names.push(name.to_lowercase());
        let sheet = self.workbook.add_worksheet();
        sheet.set_name(&name).map_err(failed)?;
        Ok((sheet, name))
    }

    /// The sheet that was made first.
    pub(super) fn first(&mut self) -> io::Result<&mut Worksheet> {
        self.workbook.worksheet_from_index(0).map_err(failed)
    }

    pub(super) fn bytes(mut self) -> io::Result<Vec<u8>> {
        self.workbook.save_to_buffer().map_err(failed)
    }

    fn free_name(&self, name: &str) -> String {
        let clean: String = name.chars().map(|sign| if sign.is_control() || "[]:*?/\\".contains(sign) { ' ' } else { sign }).collect();
        let clean = clean.trim().trim_matches('\'').trim();
        let clean = if clean.is_empty() || clean.eq_ignore_ascii_case("history") { "Sheet" } else { clean };
        let cut = |room: usize| clean.chars().take(room).collect::<String>().trim_end().to_owned();
        let numbered = (2..).map(|number: usize| {
            let tail = format!(" {number}");
            cut(MAX_NAME - tail.len()) + &tail
        });
        let is_free = |name: &String| !self.names.contains(&name.to_lowercase());
        std::iter::once(cut(MAX_NAME)).chain(numbered).find(is_free).unwrap_or_default()
    }
}

/// Freezes the head of a sheet, sets its columns and prints it in full width with the head on every page.
pub(super) fn finish(sheet: &mut Worksheet, rows: usize, widths: &Widths) -> io::Result<()> {
    let columns = widths.columns.len();
    for (column, width) in widths.columns.iter().enumerate() {
        sheet.set_column_width(column as u16, width.clamp(&WIDTHS.0, &WIDTHS.1).saturating_add(2) as f64).map_err(failed)?;
    }
    sheet.set_freeze_panes(1, 0).map_err(failed)?;
    if rows > 0 && columns > 0 {
        sheet.autofilter(0, 0, rows as u32, columns as u16 - 1).map_err(failed)?;
    }
    sheet.set_repeat_rows(0, 0).map_err(failed)?;
    sheet.set_landscape().set_print_fit_to_pages(1, 0);
    Ok(())
}

impl Widths {
    /// Takes note of a text in a column.
    pub(super) fn add(&mut self, column: usize, text: &str) {
        if self.columns.len() <= column {
            self.columns.resize(column + 1, 0);
        }
        if self.seen < MAX_MEASURED {
            let longest = text.lines().map(|line| line.chars().take(WIDTHS.1).count()).max().unwrap_or(0);
            self.columns[column] = self.columns[column].max(longest);
        }
    }

    /// A row ends.
    pub(super) fn end_row(&mut self) {
        self.seen += 1;
    }
}

/// What the writer of workbooks says, as a failure to write.
#[expect(clippy::needless_pass_by_value, reason = "it stands in `map_err`")]
pub(super) fn failed(error: XlsxError) -> io::Error {
    io::Error::other(error.to_string())
}

/// How many UTF-16 units a text has, which is how cells count.
pub(super) fn units(text: &str) -> usize {
    text.chars().map(char::len_utf16).sum()
}

#[cfg(test)]
mod tests {
    use super::Book;

    #[test]
    fn names_of_sheets_are_legal_and_differ() {
        let mut book = Book::new("t").unwrap();
        let long = "x".repeat(40);
        for (asked, given) in [
            ("What falls", "What falls"),
            ("what falls", "what falls 2"),
            ("a/b:c", "a b c"),
            ("", "Sheet"),
            ("History", "Sheet 2"),
            ("'quoted'", "quoted"),
            (long.as_str(), &long[..31]),
            (long.as_str(), "xxxxxxxxxxxxxxxxxxxxxxxxxxxxx 2"),
        ] {
            assert_eq!(book.sheet(asked).unwrap().1, given);
        }
    }
}
