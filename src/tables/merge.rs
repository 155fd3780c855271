//! Parts of tables into one draft: every text gets one number, in the order of first appearance over all parts.

use super::dependencies::Part;
use crate::network::{DependencyDetail, DependencyRow, Draft, NO_DETAIL, NameId, Names};

/// Adds the rows of a part behind those that are there.
pub(super) fn append(draft: &mut Draft, part: Part) {
    if draft.names.is_empty() && draft.dependencies.is_empty() {
        // The first part is all there is so far: its numbers hold.
        draft.names = part.names;
        draft.dependencies = part.rows;
        draft.details = part.details;
        return;
    }
    let map = Renumbered::new(&mut draft.names, &part.names);
    let first_detail = draft.details.len() as u32;
    draft.dependencies.extend(part.rows.into_iter().map(|row| map.row(row, first_detail)));
    draft.details.extend(part.details.into_iter().map(|detail| map.detail(detail)));
}

/// From the numbers of a part to those of the whole.
struct Renumbered(Vec<NameId>);

impl Renumbered {
    fn new(whole: &mut Names, part: &Names) -> Self {
        Self(whole.intern_all(part))
    }

    fn name(&self, name: NameId) -> NameId {
        self.0[name.0 as usize]
    }

    fn row(&self, row: DependencyRow, first_detail: u32) -> DependencyRow {
        DependencyRow {
            dependent: self.name(row.dependent),
            provider: self.name(row.provider),
            need: self.name(row.need),
            detail: if row.detail == NO_DETAIL { NO_DETAIL } else { row.detail + first_detail },
            ..row
        }
    }

    fn detail(&self, mut detail: DependencyDetail) -> DependencyDetail {
        let provenance = &mut detail.provenance;
        provenance.source = provenance.source.map(|name| self.name(name));
        provenance.marking = provenance.marking.map(|name| self.name(name));
        detail.attributes.iter_mut().for_each(|(key, value)| (*key, *value) = (self.name(*key), self.name(*value)));
        detail
    }
}
