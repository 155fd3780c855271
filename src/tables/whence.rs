//! What a text was read from: a file, or a sheet of a workbook, whose rows are those of the sheet.
//!
//! Invariant: a place in a sheet has the sheet's own row and column, as a spreadsheet program shows them.

use crate::diagnostic::Place;

/// A file, or one sheet of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Whence {
    /// The file as the user named it.
    pub(super) file: String,
    /// The sheet; `None` for a file of text.
    pub(super) sheet: Option<Sheet>,
}

/// A sheet that was turned into a text with one line for each of its rows, but for cells that hold line ends.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Sheet {
    /// Its name.
    pub(super) name: String,
    /// The lines, from 1 and in order, that go on with a cell of the line before.
    pub(super) continued: Vec<u64>,
}

impl Whence {
    /// A file of text.
    pub(super) fn file(name: &str) -> Self {
        Self { file: name.to_owned(), sheet: None }
    }

    /// The file or the sheet as a whole.
    pub(super) fn whole(&self) -> Place {
        Place { sheet: self.sheet_name(), ..Place::whole(&self.file) }
    }

    /// The name of the sheet.
    pub(super) fn sheet_name(&self) -> Option<String> {
        self.sheet.as_ref().map(|sheet| sheet.name.clone())
    }

    /// The row, as the user counts rows, that stands on a line of the text.
    pub(super) fn row_of(&self, line: u64) -> u64 {
        let continued = self.sheet.as_ref().map_or(0, |sheet| sheet.continued.partition_point(|&other| other <= line));
        line - continued as u64
    }
}

#[cfg(test)]
mod tests {
    use super::{Sheet, Whence};

    #[test]
    fn rows_of_a_sheet_do_not_count_line_ends_within_cells() {
        let sheet = Some(Sheet { name: "nodes".to_owned(), continued: vec![3, 4, 7] });
        let whence = Whence { file: "case.xlsx".to_owned(), sheet };
        assert_eq!([1, 2, 5, 6, 8].map(|line| whence.row_of(line)), [1, 2, 3, 4, 5]);
        assert_eq!(Whence::file("nodes.csv").row_of(8), 8);
    }
}
