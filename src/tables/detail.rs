//! The columns of a dependency that most rows leave empty. Rows that state the same share one detail.

use super::cell::Input;
use super::columns::{Column, Slot};
use super::words;
use crate::diagnostic::Finding;
use crate::network::{DependencyDetail, NameId, Names, Provenance, Texts};

/// Fills in one stated column.
pub(super) fn set(detail: &mut DependencyDetail, column: &'static Column, input: Input, texts: &mut Texts) -> Result<(), Finding> {
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
        _ => set_provenance(&mut detail.provenance, column, input, |text| texts.push(text))?,
    }
    Ok(())
}

/// Fills in source, confidence or marking.
pub(super) fn set_provenance(
    row: &mut Provenance,
    column: &Column,
    input: Input,
    number: impl FnOnce(&str) -> NameId,
) -> Result<(), Finding> {
    match column.slot {
        Slot::Source => row.source = stated(input).map(number),
        Slot::Confidence => row.confidence = Some(input.confidence()?),
        Slot::Marking => row.marking = stated(input).map(number),
        _ => {}
    }
    Ok(())
}

/// A text; `none` states that it is empty.
pub(super) fn text(input: Input, names: &mut Names) -> Option<NameId> {
    stated(input).map(|text| names.intern(text))
}

fn stated(input: Input<'_>) -> Option<&str> {
    Some(input.text).filter(|text| !words::is_none(text))
}

/// Details by the text of their cells.
#[derive(Debug, Default)]
pub(super) struct SeenDetails {
    keys: Names,
    /// The place of the detail of each key.
    details: Vec<u32>,
}

impl SeenDetails {
    /// The place of the detail that was made of the same cells.
    pub(super) fn find(&self, key: &str) -> Option<u32> {
        self.keys.find(key).map(|key| self.details[key.0 as usize])
    }

    /// Remembers a detail by its cells, which were not seen before.
    pub(super) fn add(&mut self, key: &str, detail: u32) {
        self.keys.intern(key);
        self.details.push(detail);
    }
}
