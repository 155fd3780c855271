//! What can still be said between rows when some of them were lost, or hold cells that could not be read.
//!
//! Invariant: a fault that a whole table might not show is not told; every other fault is.

use crate::diagnostic::Finding;
use crate::network::{Table, ToldCells};
use std::collections::BTreeSet;

/// Which tables are not as they were meant.
#[derive(Debug, Default)]
pub(super) struct Lost {
    /// Tables of which rows, or all, are not there.
    rows: BTreeSet<Table>,
    /// Tables in which anything was at fault, rows or cells.
    faulty: BTreeSet<Table>,
}

impl Lost {
    /// A row of the table, or the whole of it, was lost.
    pub(super) fn add_row(&mut self, table: Table) {
        self.rows.insert(table);
        self.faulty.insert(table);
    }

    /// A cell of the table could not be read.
    pub(super) fn add_cell(&mut self, table: Table) {
        self.faulty.insert(table);
    }

    /// Takes in which cells were told: a row without its id is lost to those that name it.
    pub(super) fn add_told(&mut self, told: &ToldCells) {
        if told.has_any(Table::Measures, "id") {
            self.rows.insert(Table::Measures);
        }
    }

    /// Whether a fault between rows stands whatever was lost: a need may be short of what a lost row supplies, and what is not known may be
    /// what a lost row names.
    pub(super) fn leaves(&self, finding: &Finding) -> bool {
        let lost = |tables: &[Table]| tables.iter().any(|table| self.rows.contains(table));
        match finding {
            Finding::ShortAtBaseline { .. } => !lost(&[Table::Dependencies]),
            Finding::UnknownNode { or_party: true, .. } => !lost(&[Table::Dependencies, Table::Nodes, Table::Ownership]),
            Finding::UnknownNode { .. } | Finding::UnknownSelectorKey { .. } => !lost(&[Table::Dependencies, Table::Nodes]),
            // A provider that is not known makes a change one that cannot be read.
            Finding::BadChange { text } if text.contains("add_provider=") => !lost(&[Table::Dependencies, Table::Nodes]),
            Finding::NothingSelected { .. } => {
                ![Table::Dependencies, Table::Nodes, Table::Ownership].iter().any(|t| self.faulty.contains(t))
            }
            Finding::UnknownMeasure { .. } => !lost(&[Table::Measures]),
            _ => true,
        }
    }
}
