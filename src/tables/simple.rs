//! A table whose columns are all known and few: each row is made by setting one stated cell after another.
//!
//! Invariant: a row with a fault is not kept, so that nothing is said of what it does not state.

use super::cell::Input;
use super::columns::Column;
use super::dependencies::lacks_id;
use super::findings::Findings;
use super::row::Row;
use super::table::OpenTable;
use crate::diagnostic::{Diagnostic, Finding};
use crate::network::Names;

/// Sets one stated cell of a row.
pub(super) type Set<T> = fn(&mut T, &'static Column, Input, &mut Names) -> Result<(), Finding>;

/// Every row that has no fault, and the numbers of the others.
pub(super) fn read<T: Default>(table: &OpenTable, names: &mut Names, findings: &mut Findings, set: Set<T>) -> (Vec<T>, Vec<u32>) {
    let (mut rows, mut dropped, mut seen, mut pointed) = (Vec::new(), Vec::new(), 0, None);
    let mut scanner = table.rows();
    while let Some(item) = scanner.next() {
        let kept = match item {
            Ok(row) => Reader { table, row: &row, names, findings, pointed: &mut pointed }.row(set),
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
    (rows, dropped)
}

struct Reader<'r, 's, 'a> {
    table: &'r OpenTable,
    row: &'r Row<'s, 'a>,
    names: &'r mut Names,
    findings: &'r mut Findings,
    pointed: &'r mut Option<Diagnostic>,
}

impl Reader<'_, '_, '_> {
    fn row<T: Default>(&mut self, set: Set<T>) -> Option<T> {
        let mut whole = self.table.has_all_fields(self.findings, self.row);
        if !whole {
            return None;
        }
        let mut made = T::default();
        for field in 0..self.table.header.fields.len() {
            whole &= self.field(field, &mut made, set);
        }
        whole.then_some(made)
    }

    /// Sets what a field states; `false` when it is at fault.
    fn field<T>(&mut self, field: usize, made: &mut T, set: Set<T>) -> bool {
        let text = self.row.cell(field);
        let Some(column) = self.table.header.fields[field].column else { return true };
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
