//! Answers to questions about single cells: what they say, who said so, and how sure that is.
//!
//! Invariant: an answer speaks for its own cell and for no other cell of the row, so its source and confidence are kept beside the rows.
//!
//! ```
//! use keten::network::{Cell, CellPlace, CellRef, CellValue, Confidence, Draft, NeedId, Network, RangeColumn};
//! use keten::units::Quantity;
//! let mut draft = Draft::default();
//! draft.depend("tel", "grid");
//! let mut network = Network::build(draft).unwrap();
//! let buffer = CellRef { place: CellPlace::Need(NeedId(0)), column: RangeColumn::Buffer };
//! let answered = network.said(buffer, ["the operator", "2026-11-20", ""], Confidence(0.9));
//! network.answer(answered, &CellValue::Hours(Cell::Is(Quantity::parse("4").unwrap())));
//! assert_eq!(network.cell(buffer).to_string(), "4");
//! assert_eq!(network.text(network.cell_provenance(buffer).source.unwrap()), "the operator, 2026-11-20");
//! ```

use super::rows::{Confidence, Provenance};
use super::{CellRef, CellValue, NameId, Network};

/// An answer to a question about a cell.
#[derive(Debug, Clone, PartialEq)]
pub struct Answered {
    /// The cell.
    pub cell: CellRef,
    /// Where the answer comes from, and how sure it is.
    pub provenance: Provenance,
    /// Who answered.
    pub by: Option<NameId>,
    /// When.
    pub date: Option<NameId>,
}

impl Network {
    /// An answer about a cell: by whom, when, and on which source; each may be empty. Without a source, who answered and when is the source.
    pub fn said(&mut self, cell: CellRef, [by, date, source]: [&str; 3], confidence: Confidence) -> Answered {
        let who = [by, date].into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>().join(", ");
        let source = if source.is_empty() { who } else { source.to_owned() };
        let marking = self.cell_provenance(cell).marking;
        let mut name = |text: &str| (!text.is_empty()).then(|| self.names.intern(text));
        let provenance = Provenance { source: name(&source), confidence: Some(confidence), marking };
        Answered { cell, provenance, by: name(by), date: name(date) }
    }

    /// Lets a cell say what was answered. Nothing is checked: a share may leave its need short.
    ///
    /// # Panics
    /// As [`Network::set_cell`].
    pub fn answer(&mut self, answered: Answered, value: &CellValue) {
        self.set_cell(answered.cell, value);
        self.answers.push(answered);
    }

    /// Every answer that was taken in, in the order in which they came.
    pub fn answers(&self) -> &[Answered] {
        &self.answers
    }

    /// Where the answer about a cell comes from; the last one counts.
    pub(super) fn answer_about(&self, cell: CellRef) -> Option<&Provenance> {
        self.answers.iter().rev().find(|answered| answered.cell == cell).map(|answered| &answered.provenance)
    }
}
