//! The cells of a sheet as a text: comma separated, with one line for each row of the sheet, so that places stay what they were.
//!
//! Invariant: a line of the text is a row of the sheet, but for lines that go on with a cell that holds a line end; those are listed.

use super::Fault;
use super::limited::{MAX_CELLS, MAX_TEXT};
use super::strings::Strings;
use super::value::{self, MAX_COLUMN, MAX_ROW};
use super::xml::{Xml, attribute};
use crate::tables::scan::MAX_FIELD;
use quick_xml::events::{BytesStart, Event};

/// What cells refer to.
pub(super) struct Book<'b> {
    pub(super) strings: &'b Strings,
    pub(super) dates: &'b [bool],
    pub(super) from_1904: bool,
}

/// A sheet as a text.
#[derive(Debug, Default)]
pub(super) struct SheetText {
    pub(super) content: String,
    /// Lines, from 1, that go on with a cell.
    pub(super) continued: Vec<u64>,
    /// Cells that are neither numbers nor texts, in the order of rows and columns.
    pub(super) oddities: Vec<Oddity>,
    /// Rows, from 1, that hold a remark: a text in the first column that begins with `#`, and nothing else.
    pub(super) remarks: Vec<u64>,
    /// Cells that were merged.
    pub(super) merged: Vec<Region>,
}

/// A cell that is neither a number nor a text.
#[derive(Debug, Clone, Copy)]
pub(super) struct Oddity {
    /// Its row, from 1.
    pub(super) row: u64,
    /// Its column, from 0.
    pub(super) column: usize,
    pub(super) odd: Odd,
}

/// In which way a cell is odd.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Odd {
    /// A date or a time.
    Date,
    /// TRUE or FALSE.
    Truth,
    /// `#N/A` and the like.
    Error,
    /// A formula that was never computed.
    Formula,
    /// A text longer than any cell.
    Long,
}

/// Cells that were merged.
#[derive(Debug, Clone)]
pub(super) struct Region {
    /// As the workbook writes it: `B2:B5`.
    pub(super) text: String,
    /// The first row, from 1, and the first column, from 0.
    pub(super) at: (u64, usize),
    pub(super) is_in_one_row: bool,
}

/// Reads a sheet to its end.
pub(super) fn read(mut xml: Xml, book: &Book, cells: &mut u64, text: &mut u64) -> Result<SheetText, Fault> {
    let mut writer = Writer { sheet: SheetText::default(), row: Vec::new(), at: 0, line: 0, width: None, text };
    let (mut next_row, mut next_column) = (0_u32, 0);
    loop {
        let tag = match xml.next()? {
            Event::Start(tag) => Tag::of(&tag),
            Event::Eof => break,
            _ => continue,
        };
        match tag {
            Tag::Row(stated) => {
                next_row =
                    stated.map_or(Ok(next_row.saturating_add(1)), |row| row.parse().map_err(|_| xml.damaged("a row without a number")))?;
                next_column = 0;
            }
            Tag::Cell(cell) => {
                *cells = cells.checked_sub(1).ok_or(Fault::TooLarge { what: "cells", limit: MAX_CELLS })?;
                let (row, column) = match &cell.reference {
                    Some(text) => value::cell(text).ok_or_else(|| xml.damaged("a cell that no sheet has"))?,
                    None => (next_row.max(1) - 1, next_column),
                };
                if row >= MAX_ROW || column >= MAX_COLUMN {
                    return Err(xml.damaged("a cell that no sheet has"));
                }
                next_column = column + 1;
                let value = cell_value(&mut xml, &cell, book)?;
                writer.add(row, column, value).map_err(|reason| xml.damaged(reason))?;
                writer.check()?;
            }
            Tag::Merged(text) => writer.sheet.merged.extend(region(text)),
            Tag::Other => {}
        }
    }
    writer.end_row();
    writer.check()?;
    Ok(writer.sheet)
}

/// A tag that matters.
enum Tag {
    Row(Option<String>),
    Cell(CellTag),
    Merged(String),
    Other,
}

struct CellTag {
    reference: Option<String>,
    style: Option<usize>,
    kind: String,
}

impl Tag {
    fn of(tag: &BytesStart) -> Self {
        match tag.local_name().as_ref() {
            "row" => Self::Row(attribute(tag, "r")),
            "c" => Self::Cell(CellTag {
                reference: attribute(tag, "r"),
                style: attribute(tag, "s").and_then(|style| style.parse().ok()),
                kind: attribute(tag, "t").unwrap_or_default(),
            }),
            "mergeCell" => attribute(tag, "ref").map_or(Self::Other, Self::Merged),
            _ => Self::Other,
        }
    }
}

fn region(text: String) -> Option<Region> {
    let (first, last) = text.split_once(':')?;
    let ((row, column), (last_row, _)) = (value::cell(first)?, value::cell(last)?);
    Some(Region { at: (u64::from(row) + 1, column as usize), is_in_one_row: row == last_row, text })
}

/// The text of a cell, and in which way it is odd.
type Value = (String, Option<Odd>);

/// Reads up to the end of the cell that was just opened.
fn cell_value(xml: &mut Xml, cell: &CellTag, book: &Book) -> Result<Value, Fault> {
    let (mut stored, mut inline, mut has_formula) = (None, None, false);
    loop {
        enum Part {
            Stored,
            Inline,
            Formula,
        }
        let part = match xml.next()? {
            Event::Start(tag) => match tag.local_name().as_ref() {
                "v" => Part::Stored,
                "is" => Part::Inline,
                "f" => Part::Formula,
                _ => continue,
            },
            Event::End(tag) if tag.local_name().as_ref() == "c" => break,
            Event::Eof => return Err(xml.cut_off()),
            _ => continue,
        };
        match part {
            Part::Stored => stored = Some(xml.plain("v")?),
            Part::Inline => inline = Some(xml.rich("is")?),
            Part::Formula => has_formula = !xml.plain("f")?.is_empty() || has_formula,
        }
    }
    if let Some(text) = inline {
        return Ok((value::unescaped(&text).into_owned(), None));
    }
    match stored.filter(|text| !text.is_empty()) {
        None => Ok((String::new(), (has_formula && cell.kind != "str").then_some(Odd::Formula))),
        Some(text) => meaning(xml, cell, text, book),
    }
}

fn meaning(xml: &Xml, cell: &CellTag, text: String, book: &Book) -> Result<Value, Fault> {
    Ok(match cell.kind.as_str() {
        "s" => {
            let shared = text.trim().parse().ok().and_then(|index| book.strings.get(index));
            (shared.ok_or_else(|| xml.damaged("a cell names a text that is not there"))?.to_owned(), None)
        }
        "str" => (value::unescaped(&text).into_owned(), None),
        "b" => (if matches!(text.trim(), "1" | "true") { "TRUE" } else { "FALSE" }.to_owned(), Some(Odd::Truth)),
        "e" => (text, Some(Odd::Error)),
        "d" => (text, Some(Odd::Date)),
        _ => match text.trim().parse::<f64>().ok().filter(|number| number.is_finite()) {
            None => (text, None),
            Some(serial) if cell.style.and_then(|style| book.dates.get(style)) == Some(&true) => {
                (value::date(serial, book.from_1904), Some(Odd::Date))
            }
            Some(number) => (value::number(number), None),
        },
    })
}

struct Writer<'t> {
    sheet: SheetText,
    /// The cells of the row that is being read, that hold something.
    row: Vec<(u32, String, Option<Odd>)>,
    /// Its place in the sheet, from 1; 0 before the first.
    at: u64,
    /// Lines that were written.
    line: u64,
    /// How many cells a row has at least: as many as the header.
    width: Option<u32>,
    /// How much text there may still be.
    text: &'t mut u64,
}

impl Writer<'_> {
    fn add(&mut self, row: u32, column: u32, (mut text, mut odd): Value) -> Result<(), &'static str> {
        let row = u64::from(row) + 1;
        if row != self.at {
            if row < self.at {
                return Err("rows that are out of order");
            }
            self.end_row();
            self.at = row;
        }
        if text.len() > MAX_FIELD {
            (text, odd) = (String::new(), Some(Odd::Long));
        }
        if text.trim().is_empty() && odd.is_none() {
            return Ok(());
        }
        if self.row.last().is_some_and(|(last, ..)| *last >= column) {
            return Err("cells that are out of order");
        }
        self.spend(text.len() as u64);
        self.row.push((column, text, odd));
        Ok(())
    }

    fn spend(&mut self, bytes: u64) {
        *self.text = self.text.saturating_sub(bytes);
    }

    fn check(&self) -> Result<(), Fault> {
        if *self.text == 0 { Err(Fault::TooLarge { what: "text", limit: MAX_TEXT }) } else { Ok(()) }
    }

    /// Writes the row that was read, and an empty line for every row before it that the sheet leaves out.
    fn end_row(&mut self) {
        let row = std::mem::take(&mut self.row);
        if row.is_empty() {
            return;
        }
        let missing = self.at - 1 - (self.line - self.sheet.continued.len() as u64);
        for _ in 0..missing {
            self.end_line();
        }
        let odd = row.iter().filter_map(|(column, _, odd)| Some((*column, (*odd)?)));
        self.sheet.oddities.extend(odd.map(|(column, odd)| Oddity { row: self.at, column: column as usize, odd }));
        if matches!(row.as_slice(), [(0, text, None)] if text.trim_start().starts_with('#')) {
            self.sheet.remarks.push(self.at);
            return self.end_line();
        }
        let last = row.last().map_or(0, |(column, ..)| *column + 1);
        let width = (*self.width.get_or_insert(last)).max(last);
        let mut column = 0;
        for (at, text, _) in &row {
            self.commas(at - column);
            column = *at;
            self.cell(text);
        }
        self.commas(width - 1 - column);
        self.end_line();
    }

    fn commas(&mut self, count: u32) {
        self.spend(u64::from(count));
        self.sheet.content.extend(std::iter::repeat_n(',', count as usize));
    }

    fn cell(&mut self, text: &str) {
        let content = &mut self.sheet.content;
        if !text.contains([',', '"', '\n', '\r', '#']) {
            return content.push_str(text);
        }
        content.push('"');
        for (number, part) in text.split('"').enumerate() {
            content.push_str(if number == 0 { "" } else { "\"\"" });
            content.push_str(part);
        }
        content.push('"');
        for _ in 0..text.matches('\n').count() {
            self.line += 1;
            self.sheet.continued.push(self.line + 1);
        }
    }

    fn end_line(&mut self) {
        self.spend(1);
        self.sheet.content.push('\n');
        self.line += 1;
    }
}
