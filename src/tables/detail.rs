//! The columns of a dependency that most rows leave empty. Rows that state the same share one detail.

use super::cell::Input;
use super::columns::{Column, Slot};
use super::words;
use crate::diagnostic::Finding;
use crate::network::{DependencyDetail, NameId, Names, Provenance};
use hashbrown::HashTable;
use rustc_hash::FxHasher;
use std::hash::Hasher;

/// Fills in one stated column.
pub(super) fn set(detail: &mut DependencyDetail, column: &'static Column, input: Input, names: &mut Names) -> Result<(), Finding> {
    match column.slot {
        Slot::Share => detail.share = Some(input.quantity()?),
        Slot::Minimum => detail.minimum = Some(input.quantity()?),
        Slot::Importance => detail.importance = Some(input.importance()?),
        Slot::Buffer => detail.buffer = input.hours()?,
        Slot::Refill => detail.refill = input.hours()?,
        Slot::Activation => detail.activation = input.hours()?,
        Slot::StartP => detail.start_p = Some(input.probability()?),
        Slot::Probability => detail.probability = Some(input.probability()?),
        Slot::Nature => detail.nature = Some(input.word(words::NATURES)?),
        Slot::Access => detail.access = input.word_or_none(words::ACCESSES)?,
        Slot::PCompromise => detail.p_compromise = Some(input.probability()?),
        Slot::Ttc => detail.ttc = input.hours()?,
        _ => set_provenance(&mut detail.provenance, column, input, names)?,
    }
    Ok(())
}

/// Fills in source, confidence or marking.
pub(super) fn set_provenance(row: &mut Provenance, column: &Column, input: Input, names: &mut Names) -> Result<(), Finding> {
    match column.slot {
        Slot::Source => row.source = text(input, names),
        Slot::Confidence => row.confidence = Some(input.confidence()?),
        Slot::Marking => row.marking = text(input, names),
        _ => {}
    }
    Ok(())
}

/// A text; `none` states that it is empty.
pub(super) fn text(input: Input, names: &mut Names) -> Option<NameId> {
    (!words::is_none(input.text)).then(|| names.intern(input.text))
}

/// Details by the text of their cells.
#[derive(Debug, Default)]
pub(super) struct SeenDetails {
    keys: String,
    /// Where each key ends, and the place of its detail.
    entries: Vec<(usize, u32)>,
    table: HashTable<u32>,
}

impl SeenDetails {
    /// The place of the detail that was made of the same cells.
    pub(super) fn find(&self, key: &str) -> Option<u32> {
        let entry = self.table.find(hash_of(key), |&entry| self.key(entry) == key)?;
        Some(self.entries[*entry as usize].1)
    }

    /// Remembers a detail by its cells.
    pub(super) fn add(&mut self, key: &str, detail: u32) {
        let entry = self.entries.len() as u32;
        self.keys.push_str(key);
        self.entries.push((self.keys.len(), detail));
        let (keys, entries) = (&self.keys, &self.entries);
        self.table.insert_unique(hash_of(key), entry, |&entry| hash_of(slice(keys, entries, entry)));
    }

    fn key(&self, entry: u32) -> &str {
        slice(&self.keys, &self.entries, entry)
    }
}

fn slice<'k>(keys: &'k str, entries: &[(usize, u32)], entry: u32) -> &'k str {
    let entry = entry as usize;
    let start = if entry == 0 { 0 } else { entries[entry - 1].0 };
    &keys[start..entries[entry].0]
}

fn hash_of(key: &str) -> u64 {
    let mut hasher = FxHasher::default();
    hasher.write(key.as_bytes());
    hasher.finish()
}
