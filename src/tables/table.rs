//! A table file that is open: its text, how it is written, its header, and where its rows begin.

use super::bytes::{Origin, Raw};
use super::cell::Input;
use super::columns::Column;
use super::dialect::Dialect;
use super::encoding::{Text, decode};
use super::findings::{Findings, MAX_KEPT};
use super::header::Header;
use super::row::{Damage, DamageKind, Row};
use super::scan::Scanner;
use super::words::is_failed_formula;
use crate::diagnostic::{Diagnostic, Finding};
use crate::network::Table;

/// A table whose header was understood.
#[derive(Debug)]
pub(super) struct OpenTable {
    pub(super) text: Text,
    pub(super) dialect: Dialect,
    pub(super) header: Header,
    /// Where the rows begin, and on which line.
    pub(super) body: (usize, u64),
    /// Cells of a sheet, by row from 1 and column from 0, of which the fault was told before they were read.
    pub(super) odd: Vec<(u64, usize)>,
}

impl OpenTable {
    /// Decodes what was read and understands its header; what was found on the way goes to `findings`.
    pub(super) fn open(origin: &Origin, raw: Raw, table: Table, findings: &mut Findings) -> Option<Self> {
        let text = decode(origin, raw).map_err(|fault| findings.push(*fault)).ok()?;
        let dialect = Dialect::detect(&text);
        if let Some(note) = dialect.note(&text) {
            findings.push(origin.whole(note));
        }
        Self::with_header(text, dialect, Some(table), findings)
    }

    /// Understands the header of a text; what was found on the way goes to `findings`. Without a table every column is an attribute.
    pub(super) fn with_header(text: Text, dialect: Dialect, table: Option<Table>, findings: &mut Findings) -> Option<Self> {
        let mut scanner = Scanner::new(&text.content, dialect.start, dialect.line, dialect.delimiter);
        let header = match scanner.next() {
            None => {
                findings.push(Diagnostic::new(Finding::EmptyTable {}, text.whence.whole()));
                return None;
            }
            Some(Err(damage)) => {
                let place = damage.place(&text.whence);
                findings.push(Diagnostic::new(damage.finding(), place));
                return None;
            }
            Some(Ok(row)) => Header::read(table, &row, &text.whence, findings)?,
        };
        let body = (text.content.len() - scanner.rest().len(), scanner.line());
        Some(Self { text, dialect, header, body, odd: Vec::new() })
    }

    /// A scanner of the rows.
    pub(super) fn rows(&self) -> Scanner<'_> {
        Scanner::new(&self.text.content, self.body.0, self.body.1, self.dialect.delimiter)
    }

    /// Whether the fault of a cell was told before it was read.
    pub(super) fn is_odd(&self, row: &Row, field: usize) -> bool {
        !self.odd.is_empty() && self.odd.binary_search(&(self.text.whence.row_of(row.line), field)).is_ok()
    }

    /// Adds a finding about a row, or about one field of it.
    pub(super) fn report(&self, findings: &mut Findings, row: &Row, field: Option<usize>, finding: Finding) {
        if field.is_some_and(|field| self.is_odd(row, field)) {
            return;
        }
        let header = field.and_then(|field| self.header.fields.get(field)).map(|field| field.text.as_str());
        findings.push_with(finding, || vec![row.place(&self.text.whence, field, header)]);
    }

    /// Whether a row has as many fields as the header; empty ones behind the last do not count.
    pub(super) fn has_all_fields(&self, findings: &mut Findings, row: &Row) -> bool {
        let (expected, found) = (self.header.fields.len(), row.len());
        let fits = found >= expected && row.is_empty_from(expected);
        if !fits {
            self.report(findings, row, None, Finding::WrongFieldCount { expected, found });
        }
        fits
    }

    /// Adds what stands in place of a row; `false` when there is no use in going on: a file of broken quotes is not a table, and
    /// each of them may take a long look-ahead.
    pub(super) fn damaged(&self, findings: &mut Findings, damage: &Damage) -> bool {
        findings.push_with(damage.finding(), || vec![damage.place(&self.text.whence)]);
        damage.kind != DamageKind::Quote || findings.errors() <= MAX_KEPT as u64
    }

    /// Reports a cell that names nothing.
    pub(super) fn missing_id(&self, findings: &mut Findings, row: &Row, field: usize) {
        let column = self.header.fields[field].column.map_or("id", |column: &Column| column.name);
        let text = row.cell(field);
        let finding = if is_failed_formula(&text) {
            Finding::ErrorCell { text: text.into_owned() }
        } else {
            Finding::MissingId { column: column.to_owned() }
        };
        self.report(findings, row, Some(field), finding);
    }

    /// A warning about a number whose point may have been meant for thousands.
    pub(super) fn pointed(&self, row: &Row, field: usize, input: Input) -> Option<Diagnostic> {
        let finding = || Finding::PointAsDecimal { column: input.name.to_owned(), text: input.text.to_owned() };
        let header = &self.header.fields[field].text;
        input.is_pointed_thousands().then(|| Diagnostic::new(finding(), row.place(&self.text.whence, Some(field), Some(header))))
    }
}
