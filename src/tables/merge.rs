//! Parts of a table into one draft: every text gets one number, in the order of first appearance over all parts, and every line its number in
//! the file.

use super::dependencies::Part;
use super::findings::Findings;
use crate::diagnostic::Diagnostic;
use crate::network::{DependencyDetail, Draft, NameId};

/// The parts of a table of dependencies, joined in their order.
pub(super) struct Joined<'d> {
    parts: usize,
    draft: &'d mut Draft,
    found: Findings,
    /// How many rows and lines there were before the next part.
    seen: u32,
    lines: u64,
    dropped: Vec<u32>,
    pointed: Option<Diagnostic>,
}

impl<'d> Joined<'d> {
    /// Joins about so many parts of a length.
    pub(super) fn new(draft: &'d mut Draft, parts: usize) -> Self {
        Self { parts, draft, found: Findings::default(), seen: 0, lines: 0, dropped: Vec::new(), pointed: None }
    }

    /// Adds the rows of a part behind those that are there.
    pub(super) fn take(&mut self, mut part: Part) {
        self.found.append(std::mem::take(&mut part.findings), self.lines);
        self.dropped.extend(part.dropped.iter().map(|number| self.seen + number));
        if let (None, Some(mut warning)) = (&self.pointed, part.pointed.take()) {
            warning.places.iter_mut().for_each(|place| place.row += self.lines);
            self.pointed = Some(warning);
        }
        if self.seen == 0 {
            self.draft.read.make_room(self.draft.read.len() + part.rows.len() * self.parts);
        }
        self.seen += part.seen;
        self.lines += part.end_line - 1;
        let names = self.draft.names.intern_all(&part.names);
        self.draft.read.append(&part.rows, &names, self.draft.details.len() as u32);
        self.draft.details.extend(part.details.into_iter().map(|detail| renumbered(detail, &names)));
    }

    /// Tells what was found; the numbers of the rows that were not kept.
    pub(super) fn finish(mut self, findings: &mut Findings) -> Vec<u32> {
        if let Some(warning) = self.pointed {
            self.found.push(warning);
        }
        findings.append(self.found, 0);
        self.dropped
    }
}

/// A detail with the numbers that texts have in the whole.
fn renumbered(mut detail: DependencyDetail, names: &[NameId]) -> DependencyDetail {
    let moved = |name: NameId| names[name.0 as usize];
    let provenance = &mut detail.provenance;
    provenance.source = provenance.source.map(moved);
    provenance.marking = provenance.marking.map(moved);
    detail.attributes.iter_mut().for_each(|(key, value)| (*key, *value) = (moved(*key), moved(*value)));
    detail
}
