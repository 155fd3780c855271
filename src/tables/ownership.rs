//! The ownership table: from lines to holdings.

use super::cell::Input;
use super::columns::{Column, Holds, Slot};
use super::dependencies::lacks_id;
use super::detail::set_provenance;
use super::findings::Findings;
use super::row::Row;
use super::table::OpenTable;
use crate::diagnostic::{Diagnostic, Finding};
use crate::network::{Draft, NameId, Names, OwnershipRow, Provenance};
use crate::units::{Level, ONE_PPM};

/// Reads every row into the draft; the numbers of those that were not kept.
pub(super) fn read(table: &OpenTable, draft: &mut Draft, findings: &mut Findings) -> Vec<u32> {
    let Some(fields) = Fields::of(table) else { return Vec::new() };
    let first = draft.ownership.len();
    let mut scanner = table.rows();
    let (mut seen, mut dropped) = (0, Vec::new());
    while let Some(item) = scanner.next() {
        let kept = match item {
            Ok(row) => Reader { table, fields: &fields, row: &row, findings }.holding(&mut draft.names),
            Err(damage) if table.damaged(findings, &damage) => None,
            Err(_) => break,
        };
        match kept {
            Some(holding) => draft.ownership.push(holding),
            None => dropped.push(seen),
        }
        seen += 1;
    }
    if let Some(warning) = fractions(table, &fields, &draft.ownership[first..]) {
        findings.push(warning);
    }
    dropped
}

/// Where the columns that are always there stand.
struct Fields {
    owner: usize,
    owned: usize,
    share: usize,
    column: &'static Column,
}

impl Fields {
    fn of(table: &OpenTable) -> Option<Self> {
        let field = |slot| table.header.field(slot);
        let share = field(Slot::Share)?;
        Some(Self { owner: field(Slot::Owner)?, owned: field(Slot::Owned)?, share, column: table.header.fields[share].column? })
    }
}

struct Reader<'r, 's, 'a> {
    table: &'r OpenTable,
    fields: &'r Fields,
    row: &'r Row<'s, 'a>,
    findings: &'r mut Findings,
}

impl Reader<'_, '_, '_> {
    fn holding(&mut self, names: &mut Names) -> Option<OwnershipRow> {
        if !self.table.has_all_fields(self.findings, self.row) {
            return None;
        }
        let ids = [self.fields.owner, self.fields.owned].map(|field| self.id(field, names));
        let share = self.share();
        let provenance = self.provenance(names);
        let [holder, company] = ids;
        // A share that cannot be read counts for nothing, so that the row is still held against the others.
        Some(OwnershipRow { owner: holder?, owned: company?, share: share.unwrap_or(Level::ZERO), provenance })
    }

    fn id(&mut self, field: usize, names: &mut Names) -> Option<NameId> {
        let text = self.row.cell(field);
        if lacks_id(&text) {
            self.table.missing_id(self.findings, self.row, field);
            return None;
        }
        Some(names.intern(&text))
    }

    fn share(&mut self) -> Option<Level> {
        let (field, column) = (self.fields.share, self.fields.column);
        let text = self.row.cell(field);
        if lacks_id(&text) {
            self.table.missing_id(self.findings, self.row, field);
            return None;
        }
        let input = Input::new(column, &text, self.table.dialect.decimal);
        let read = if column.holds == Holds::Percent { input.percent() } else { input.part() };
        read.map_err(|finding| self.table.report(self.findings, self.row, Some(field), as_percentage(finding))).ok()
    }

    fn provenance(&mut self, names: &mut Names) -> Provenance {
        let mut provenance = Provenance::default();
        for (field, header) in self.table.header.fields.iter().enumerate() {
            let text = self.row.cell(field);
            let Some(column) = header.column.filter(|_| !text.is_empty()) else { continue };
            let input = Input::new(column, &text, self.table.dialect.decimal);
            if let Err(finding) = set_provenance(&mut provenance, column, input, |text| names.intern(text)) {
                self.table.report(self.findings, self.row, Some(field), finding);
            }
        }
        provenance
    }
}

/// A share above a whole and up to a hundred is a percentage in the wrong column.
pub(super) fn as_percentage(finding: Finding) -> Finding {
    match finding {
        Finding::OutOfRange { text, allowed, .. } if allowed == "0..1" && percentage(&text).is_some() => {
            Finding::PercentageAsShare { text }
        }
        other => other,
    }
}

fn percentage(text: &str) -> Option<f64> {
    text.replace(',', ".").parse::<f64>().ok().filter(|number| (1.0..=100.0).contains(number))
}

/// A warning when a column of percentages holds nothing above one percent, as it would if fractions were meant.
fn fractions(table: &OpenTable, fields: &Fields, rows: &[OwnershipRow]) -> Option<Diagnostic> {
    let highest = rows.iter().map(|row| row.share.ppm()).max()?;
    let is_suspect = fields.column.holds == Holds::Percent && (1..=ONE_PPM / 100).contains(&highest);
    let header = &table.header.fields[fields.share].text;
    let finding = || Finding::FractionsAsPercentages { rows: rows.len() };
    if !is_suspect {
        return None;
    }
    let mut scanner = table.rows();
    let place = match scanner.next()? {
        Ok(row) => row.place(&table.text.whence, Some(fields.share), Some(header)),
        Err(damage) => damage.place(&table.text.whence),
    };
    Some(Diagnostic::new(finding(), place))
}
