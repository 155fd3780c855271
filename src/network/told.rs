//! Cells of which a fault was told when they were read.
//!
//! Invariant: the row of such a cell is there, so that its other cells are held against other rows; what the cell itself holds is not known,
//! so that nothing is said of it twice and nothing that rests on it.

use super::build::{RowRef, Table};
use std::collections::BTreeSet;

/// Which cells were at fault, by row and by the English name of their column.
#[derive(Debug, Clone, Default)]
pub struct ToldCells(BTreeSet<(RowRef, &'static str)>);

impl ToldCells {
    /// Remembers a cell; `column` is its English name.
    pub fn add(&mut self, row: RowRef, column: &'static str) {
        self.0.insert((row, column));
    }

    /// Whether a fault of the cell was told.
    pub fn has(&self, table: Table, index: usize, column: &'static str) -> bool {
        self.0.contains(&(RowRef { table, index: index as u32 }, column))
    }

    /// Whether any row of the table has such a cell in the column.
    pub fn has_any(&self, table: Table, column: &str) -> bool {
        self.0.iter().any(|(row, told)| row.table == table && *told == column)
    }
}
