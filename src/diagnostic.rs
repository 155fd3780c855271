//! What is wrong, or worth knowing, about the user's data: a stable code, the place, and typed arguments.
//!
//! No prose lives here: words are made where they are shown (`report::language`). Invariant: a [`Finding`] alone decides its [`Code`]
//! and its [`Severity`], so the same fault has the same code wherever it is found.
//!
//! ```
//! use keten::diagnostic::{Finding, Severity};
//! let finding = Finding::SelfDependency { id: "grid".into() };
//! assert_eq!(finding.code().to_string(), "K015");
//! assert_eq!(finding.severity(), Severity::Error);
//! ```

mod define;
mod finding;

pub use finding::{Finding, FindingKind};

use std::fmt;
use std::ops::Range;

/// A stable code such as `K012`. Codes are never given to another fault.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Code(pub u16);

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "K{:03}", self.0)
    }
}

impl std::str::FromStr for Code {
    type Err = ();

    /// Reads `K012`, `k12` or `12`.
    fn from_str(text: &str) -> Result<Self, ()> {
        text.trim_start_matches(['K', 'k']).parse().map(Self).map_err(|_| ())
    }
}

/// How much a finding matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// The data cannot be used: exit 3.
    Error,
    /// The data can be used, but an answer may mislead.
    Warning,
    /// Worth knowing.
    Note,
}

/// Where a finding stands in the user's files.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// The file as the user named it; `-` for standard input; `--fail` for a command-line option.
    pub file: String,
    /// The sheet, where the file is a workbook.
    pub sheet: Option<String>,
    /// The line in the file or the row of the sheet, from 1; 0 when the finding is about the file or the sheet as a whole.
    pub row: u64,
    /// The position of the field in its row, from 1.
    pub column: Option<usize>,
    /// The header of the column as the file writes it.
    pub header: Option<String>,
    /// The row as it stands in the file, without its line end.
    pub quote: String,
    /// The bytes of `quote` that the finding is about.
    pub span: Range<usize>,
}

impl Place {
    /// The file as a whole.
    pub fn whole(file: impl Into<String>) -> Self {
        Self { file: file.into(), sheet: None, row: 0, column: None, header: None, quote: String::new(), span: 0..0 }
    }

    /// The cell as spreadsheet programs name it, `D12`, where the place is one.
    pub fn cell(&self) -> Option<String> {
        let column = self.column.filter(|_| self.sheet.is_some() && self.row > 0)?;
        Some(format!("{}{}", letters(column), self.row))
    }

    /// A text of one line, all of it meant: an option on the command line.
    pub fn text(file: impl Into<String>, quote: impl Into<String>) -> Self {
        let quote = quote.into();
        Self { file: file.into(), sheet: None, row: 1, column: None, header: None, span: 0..quote.len(), quote }
    }
}

/// The letters of a column, counted from 1: A to Z, AA and so on.
fn letters(column: usize) -> String {
    let mut letters = Vec::new();
    let mut rest = column;
    while rest > 0 {
        letters.push(char::from(b'A' + ((rest - 1) % 26) as u8));
        rest = (rest - 1) / 26;
    }
    letters.iter().rev().collect()
}

/// What may stand in place of a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Instead {
    /// Nothing: a cell that is required, or the value of a key, which is left out where nothing is to be said.
    Nothing,
    /// An empty cell.
    Empty,
    /// An empty cell, or `none` where there is none.
    EmptyOrNone,
}

/// One finding with its places: the first is where it shows, the others are what it conflicts with.
#[derive(Debug, Clone, PartialEq)]
pub struct Diagnostic {
    /// What was found.
    pub finding: Finding,
    /// Where; empty when it is about the network as a whole.
    pub places: Vec<Place>,
}

impl Diagnostic {
    /// A finding at one place.
    pub fn new(finding: Finding, place: Place) -> Self {
        Self { finding, places: vec![place] }
    }

    /// A finding about the network as a whole.
    pub fn general(finding: Finding) -> Self {
        Self { finding, places: Vec::new() }
    }
}

/// A value, if the input allowed one, and everything found on the way. No value means at least one error.
#[derive(Debug, Clone)]
pub struct Checked<T> {
    /// The value; `None` when there is an error among the diagnostics.
    pub value: Option<T>,
    /// All that was found, in the order of the input.
    pub diagnostics: Vec<Diagnostic>,
}

impl<T> Checked<T> {
    /// A value and nothing to say about it.
    pub fn fine(value: T) -> Self {
        Self { value: Some(value), diagnostics: Vec::new() }
    }

    /// No value, for the reasons given.
    pub fn faulty(diagnostics: Vec<Diagnostic>) -> Self {
        Self { value: None, diagnostics }
    }
}

#[cfg(test)]
mod tests {
    use super::{Finding, Place};

    #[test]
    fn cells_are_named_as_spreadsheets_do() {
        let cell = |column| Place { sheet: Some("nodes".to_owned()), row: 7, column: Some(column), ..Place::whole("a.xlsx") }.cell();
        assert_eq!([1, 26, 27, 702, 703].map(|column| cell(column).unwrap()), ["A7", "Z7", "AA7", "ZZ7", "AAA7"]);
        assert_eq!(Place { row: 7, column: Some(1), ..Place::whole("a.csv") }.cell(), None);
    }

    #[test]
    fn codes_are_unique_and_in_order() {
        assert!(Finding::CODES.windows(2).all(|pair| pair[0].0 < pair[1].0));
    }
}
