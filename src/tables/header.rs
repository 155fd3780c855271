//! The header: which field of a row is which column.
//!
//! Invariants: no column stands twice; every required column is there; a header that no column has is an attribute.

use super::columns::{Column, Slot, columns};
use super::findings::Findings;
use super::row::Row;
use super::whence::Whence;
use super::words::fold;
use crate::diagnostic::{Diagnostic, Finding};
use crate::network::{Table, nearest};

/// One header.
#[derive(Debug, Clone)]
pub(super) struct HeaderField {
    /// As the file writes it, trimmed; `column_5` where it is empty.
    pub(super) text: String,
    /// The column that it names; `None` for an attribute.
    pub(super) column: Option<&'static Column>,
}

/// The header of a file.
#[derive(Debug, Clone)]
pub(super) struct Header {
    pub(super) fields: Vec<HeaderField>,
}

impl Header {
    /// Reads the header row of `table`; `None` when it is faulty.
    pub(super) fn read(table: Option<Table>, row: &Row, whence: &Whence, findings: &mut Findings) -> Option<Self> {
        let before = findings.errors();
        // Spreadsheets write empty columns behind the last one.
        let used = (0..row.len()).rev().find(|&field| !row.is_empty_from(field)).map_or(0, |last| last + 1);
        let header = Self { fields: (0..used).map(|field| HeaderField::read(table, row, field)).collect() };
        header.check_repeats(row, whence, findings);
        header.check_required(table, row, whence, findings);
        if findings.errors() > before {
            return None;
        }
        header.warn_of_resemblance(table, row, whence, findings);
        Some(header)
    }

    /// The field of a column.
    pub(super) fn field(&self, slot: Slot) -> Option<usize> {
        self.fields.iter().position(|field| field.column.is_some_and(|column| column.slot == slot))
    }

    /// The field of the column with an English name, or of another that fills the same slot: a share in percent is a share.
    pub(super) fn field_named(&self, name: &str) -> Option<usize> {
        let slot = columns().iter().find(|column| column.name == name)?.slot;
        self.field(slot)
    }

    fn check_repeats(&self, row: &Row, whence: &Whence, findings: &mut Findings) {
        for (at, field) in self.fields.iter().enumerate() {
            let Some(first) = self.fields[..at].iter().position(|other| other.is_same(field)) else { continue };
            let column = field.column.map_or(field.text.clone(), |column| column.name.to_owned());
            let places = [at, first].map(|at| row.place(whence, Some(at), Some(&self.fields[at].text)));
            findings.push(Diagnostic { finding: Finding::RepeatedColumn { column }, places: places.into() });
        }
    }

    fn check_required(&self, table: Option<Table>, row: &Row, whence: &Whence, findings: &mut Findings) {
        let headers: Vec<String> = self.fields.iter().map(|field| field.text.clone()).collect();
        for column in of(table).filter(|column| column.required && self.field(column.slot).is_none()) {
            let free = self.fields.iter().filter(|field| field.column.is_none());
            let nearest = free.map(|field| field.text.as_str()).find(|text| resembles(column, text)).map(str::to_owned);
            let finding = Finding::MissingColumn { column: column.name.to_owned(), headers: headers.clone(), nearest };
            findings.push(Diagnostic::new(finding, row.place(whence, None, None)));
        }
    }

    fn warn_of_resemblance(&self, table: Option<Table>, row: &Row, whence: &Whence, findings: &mut Findings) {
        for (at, field) in self.fields.iter().enumerate().filter(|(_, field)| field.column.is_none()) {
            if let Some(column) = of(table).find(|column| self.field(column.slot).is_none() && resembles(column, &field.text)) {
                let finding = Finding::UnknownColumn { header: field.text.clone(), nearest: column.name.to_owned() };
                findings.push(Diagnostic::new(finding, row.place(whence, Some(at), Some(&field.text))));
            }
        }
    }
}

impl HeaderField {
    fn read(table: Option<Table>, row: &Row, field: usize) -> Self {
        let text = row.cell(field);
        if text.is_empty() {
            return Self { text: format!("column_{}", field + 1), column: None };
        }
        let folded = fold(&text);
        let column = of(table).find(|column| names(column).any(|name| name == folded));
        Self { text: text.into_owned(), column }
    }

    fn is_same(&self, other: &Self) -> bool {
        match (self.column, other.column) {
            (Some(one), Some(two)) => one.slot == two.slot,
            (None, None) => fold(&self.text) == fold(&other.text),
            _ => false,
        }
    }
}

fn of(table: Option<Table>) -> impl Iterator<Item = &'static Column> {
    columns().iter().filter(move |column| Some(column.table) == table)
}

fn names(column: &'static Column) -> impl Iterator<Item = &'static str> {
    std::iter::once(column.name).chain(column.dutch.iter().copied())
}

fn resembles(column: &'static Column, header: &str) -> bool {
    nearest(&fold(header), names(column)).is_some()
}
