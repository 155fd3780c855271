//! How a text is delimited, told from its header line.
//!
//! Invariant: in a file a comma is the decimal mark exactly where it does not delimit.

use super::encoding::Text;
use crate::diagnostic::Finding;

/// How a table is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Dialect {
    /// What stands between fields: a comma, a semicolon or a tab.
    pub(super) delimiter: u8,
    /// Where the table begins: behind a line `sep=;`, which spreadsheets write and read.
    pub(super) start: usize,
    /// The line on which it begins, from 1.
    pub(super) line: u64,
    /// What stands before decimals.
    pub(super) decimal: Decimal,
}

/// What stands before the decimals of a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Decimal {
    /// A point: a comma delimits.
    Point,
    /// A comma; a point is read too.
    Comma,
    /// Either: numbers of a sheet have none, and those that stand there as texts were typed in any country.
    Either,
}

impl Dialect {
    pub(super) fn detect(text: &Text) -> Self {
        let body = &text.content[text.start..];
        let first = body.lines().next().unwrap_or_default();
        if let Some(&[delimiter @ (b',' | b';' | b'\t')]) = first.strip_prefix("sep=").map(str::as_bytes) {
            let start = text.content.len().min(text.start + body.find('\n').map_or(body.len(), |end| end + 1));
            return Self::with(delimiter, start, 2);
        }
        let is_header = |line: &&str| !line.trim().is_empty() && !line.trim_start().starts_with('#');
        let header = body.lines().find(is_header).unwrap_or_default();
        Self::with(most_frequent(header), text.start, 1)
    }

    /// How the text of a sheet is written.
    pub(super) fn of_sheet() -> Self {
        Self { decimal: Decimal::Either, ..Self::with(b',', 0, 1) }
    }

    fn with(delimiter: u8, start: usize, line: u64) -> Self {
        let decimal = if delimiter == b',' { Decimal::Point } else { Decimal::Comma };
        Self { delimiter, start, line, decimal }
    }

    /// What is worth saying about how a file is written: nothing about plain UTF-8 with commas.
    pub(super) fn note(self, text: &Text) -> Option<Finding> {
        (self.decimal == Decimal::Comma || text.encoding != "UTF-8").then(|| Finding::Detected {
            encoding: text.encoding.to_owned(),
            delimiter: char::from(self.delimiter),
            decimal_comma: self.decimal == Decimal::Comma,
        })
    }
}

/// The delimiter that stands most often outside quotes; a comma when none stands there.
fn most_frequent(header: &str) -> u8 {
    let mut within = false;
    let mut counts = [(0_u32, b','), (0, b';'), (0, b'\t')];
    for byte in header.bytes() {
        within ^= byte == b'"';
        counts.iter_mut().filter(|(_, delimiter)| *delimiter == byte && !within).for_each(|(count, _)| *count += 1);
    }
    // Of equal counts the first holds, so that a header of one column counts as one with commas.
    counts.iter().rev().max_by_key(|(count, _)| *count).map_or(b',', |(_, delimiter)| *delimiter)
}
