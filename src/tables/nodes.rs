//! The nodes table: from lines to rows.

use super::cell::Input;
use super::columns::{Column, Holds, Slot};
use super::dependencies::{is_missing, lacks_id};
use super::detail::{SeenDetails, set_provenance, text};
use super::findings::Findings;
use super::row::Row;
use super::table::OpenTable;
use super::words;
use crate::diagnostic::{Diagnostic, Finding};
use crate::network::{Draft, NameId, Names, NodeDetail};
use std::sync::Arc;

/// Reads every row into the draft; the numbers of those that were not kept.
pub(super) fn read(table: &OpenTable, draft: &mut Draft, findings: &mut Findings) -> Vec<u32> {
    let id = table.header.field(Slot::Id).unwrap_or(0);
    let mut scanner = table.rows();
    let (mut seen, mut dropped, mut pointed) = (0, Vec::new(), None);
    let mut known = Known::default();
    while let Some(item) = scanner.next() {
        let kept = match item {
            Ok(row) => {
                let mut reader = Reader { table, row: &row, names: &mut draft.names, findings, pointed: &mut pointed };
                reader.node(id, &mut known)
            }
            Err(damage) if table.damaged(findings, &damage) => None,
            Err(_) => break,
        };
        match kept {
            Some(node) => draft.read_nodes.push(node),
            None => dropped.push(seen),
        }
        seen += 1;
    }
    if let Some(warning) = pointed {
        findings.push(warning);
    }
    dropped
}

/// So many details are remembered: where each row states something else, nothing is won by it.
const MAX_KNOWN: usize = 1 << 14;

/// What rows stated before, so that rows that state the same share it.
#[derive(Default)]
struct Known {
    seen: SeenDetails,
    details: Vec<Arc<NodeDetail>>,
    key: String,
}

impl Known {
    /// Puts all cells of a row but its id end to end, each behind a zero byte, which no cell holds.
    fn make_key(&mut self, row: &Row, fields: usize, id: usize) {
        self.key.clear();
        for field in (0..fields).filter(|&field| field != id) {
            self.key.push('\0');
            self.key.push_str(&row.cell(field));
        }
    }
}

struct Reader<'r, 's, 'a> {
    table: &'r OpenTable,
    row: &'r Row<'s, 'a>,
    names: &'r mut Names,
    findings: &'r mut Findings,
    pointed: &'r mut Option<Diagnostic>,
}

impl Reader<'_, '_, '_> {
    fn node(&mut self, id: usize, known: &mut Known) -> Option<(NameId, Arc<NodeDetail>)> {
        if !self.table.has_all_fields(self.findings, self.row) {
            return None;
        }
        let text = self.row.cell(id);
        if lacks_id(&text) {
            self.table.missing_id(self.findings, self.row, id);
            // The other faults of the row are told all the same.
            self.detail();
            return None;
        }
        let node = self.names.intern(&text);
        known.make_key(self.row, self.table.header.fields.len(), id);
        if let Some(place) = known.seen.find(&known.key) {
            return Some((node, Arc::clone(&known.details[place as usize])));
        }
        let before = self.findings.errors();
        let detail = Arc::new(self.detail());
        // A faulty detail is read again for the next row, so that each row tells its own faults.
        if self.findings.errors() == before && known.details.len() < MAX_KNOWN {
            known.seen.add(&known.key, known.details.len() as u32);
            known.details.push(Arc::clone(&detail));
        }
        Some((node, detail))
    }

    fn detail(&mut self) -> NodeDetail {
        let mut detail = NodeDetail::default();
        for field in 0..self.table.header.fields.len() {
            self.field(field, &mut detail);
        }
        detail
    }

    fn field(&mut self, field: usize, detail: &mut NodeDetail) {
        let text = self.row.cell(field);
        let header = &self.table.header.fields[field];
        let Some(column) = header.column else {
            if !is_missing(&text) {
                detail.attributes.push((self.names.intern(&header.text), self.names.intern(&text)));
            }
            return;
        };
        if text.is_empty() {
            return;
        }
        let input = Input::new(column, &text, self.table.dialect.decimal);
        if self.pointed.is_none() {
            *self.pointed = self.table.pointed(self.row, field, input);
        }
        if let Err(finding) = set(detail, column, input, self.names) {
            self.table.report(self.findings, self.row, Some(field), finding);
        }
    }
}

/// Fills in one stated column.
fn set(detail: &mut NodeDetail, column: &'static Column, input: Input, names: &mut Names) -> Result<(), Finding> {
    match column.slot {
        Slot::Name => detail.name = text(input, names),
        Slot::Kind => detail.kind = Some(input.word(words::KINDS)?),
        Slot::Sector => detail.sector = text(input, names),
        Slot::Category => detail.category = input.word_or_none(words::CATEGORIES)?,
        Slot::Ministry => detail.ministry = text(input, names),
        Slot::Operator => detail.operator = text(input, names),
        Slot::Region => detail.region = text(input, names),
        Slot::Country => detail.country = text(input, names),
        Slot::Product => detail.product = text(input, names),
        Slot::Supervisor => detail.supervisor = text(input, names),
        Slot::Repair => detail.repair = input.hours()?,
        Slot::Restart => detail.restart = input.hours()?,
        Slot::BlackStart => detail.black_start = input.hours()?,
        Slot::Detect => detail.detect = input.hours()?,
        Slot::OnDetect => detail.on_detect = input.word_or_none(words::ON_DETECT)?,
        Slot::Failures => detail.failures_per_year = input.amount()?,
        Slot::Latitude => detail.location.0 = Some(degrees(column, input)?),
        Slot::Longitude => detail.location.1 = Some(degrees(column, input)?),
        _ => set_provenance(&mut detail.provenance, column, input, |text| names.intern(text))?,
    }
    Ok(())
}

fn degrees(column: &Column, input: Input) -> Result<f64, Finding> {
    let Holds::Degrees(bound) = column.holds else { unreachable!("only columns in degrees are read as such") };
    input.degrees(bound)
}
