//! A table whose columns are all known and few: each row is made by setting one stated cell after another.
//!
//! Invariant: a row that can be told apart into cells is kept, so that its other cells are held against other rows too; the cells that are at
//! fault are remembered as told, so that nothing is said of what they do not state.

use super::cell::Input;
use super::columns::Column;
use super::dependencies::lacks_id;
use super::findings::Findings;
use super::row::Row;
use super::table::OpenTable;
use crate::diagnostic::{Diagnostic, Finding};
use crate::network::{Draft, Names, RowRef, Table, ToldCells};

/// Sets one stated cell of a row.
pub(super) type Set<T> = fn(&mut T, &'static Column, Input, &mut Names) -> Result<(), Finding>;

/// What was read of a table.
pub(super) struct Read<T> {
    /// The rows that have their cells, at fault or not.
    pub(super) rows: Vec<T>,
    /// The numbers of the others.
    pub(super) dropped: Vec<u32>,
}

/// Every row whose cells can be told apart; the first of them is to stand at `first` among the rows of its table.
pub(super) fn read<T: Default>(
    table: &OpenTable,
    first: (Table, usize),
    draft: &mut Draft,
    findings: &mut Findings,
    set: Set<T>,
) -> Read<T> {
    let (mut rows, mut dropped, mut seen, mut pointed) = (Vec::new(), Vec::new(), 0, None);
    let mut scanner = table.rows();
    while let Some(item) = scanner.next() {
        let kept = match item {
            Ok(row) => {
                let at = RowRef { table: first.0, index: (first.1 + rows.len()) as u32 };
                let (names, told) = (&mut draft.names, &mut draft.told);
                Reader { table, row: &row, at, names, told, findings, pointed: &mut pointed }.row(set)
            }
            Err(damage) if table.damaged(findings, &damage) => None,
            Err(_) => break,
        };
        match kept {
            Some(row) => rows.push(row),
            None => dropped.push(seen),
        }
        seen += 1;
    }
    if let Some(warning) = pointed {
        findings.push(warning);
    }
    Read { rows, dropped }
}

struct Reader<'r, 's, 'a> {
    table: &'r OpenTable,
    row: &'r Row<'s, 'a>,
    /// Where the row is to stand.
    at: RowRef,
    names: &'r mut Names,
    told: &'r mut ToldCells,
    findings: &'r mut Findings,
    pointed: &'r mut Option<Diagnostic>,
}

impl Reader<'_, '_, '_> {
    fn row<T: Default>(&mut self, set: Set<T>) -> Option<T> {
        if !self.table.has_all_fields(self.findings, self.row) {
            return None;
        }
        let mut made = T::default();
        for field in 0..self.table.header.fields.len() {
            let Some(column) = self.table.header.fields[field].column else { continue };
            if !self.field(field, column, &mut made, set) || self.table.is_odd(self.row, field) {
                self.told.add(self.at, column.name);
            }
        }
        Some(made)
    }

    /// Sets what a field states; `false` when it is at fault.
    fn field<T>(&mut self, field: usize, column: &'static Column, made: &mut T, set: Set<T>) -> bool {
        let text = self.row.cell(field);
        if column.required && lacks_id(&text) {
            self.table.missing_id(self.findings, self.row, field);
            return false;
        }
        if text.is_empty() {
            return true;
        }
        let input = Input::new(column, &text, self.table.dialect.decimal);
        if self.pointed.is_none() {
            *self.pointed = self.table.pointed(self.row, field, input);
        }
        let set = set(made, column, input, self.names);
        set.map_err(|finding| self.table.report(self.findings, self.row, Some(field), finding)).is_ok()
    }
}
