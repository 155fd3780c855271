//! What was found, up to a limit: a broken file of ten million rows must not become ten million messages.

use crate::diagnostic::{Checked, Diagnostic, Finding, Place, Severity};

/// So many errors are kept, and as many warnings and notes; the others are counted.
pub(super) const MAX_KEPT: usize = 1_000;

/// A list of findings in the order of the input.
#[derive(Debug, Default)]
pub(super) struct Findings {
    list: Vec<Diagnostic>,
    errors: u64,
    others: u64,
}

impl Findings {
    pub(super) fn push(&mut self, diagnostic: Diagnostic) {
        let Diagnostic { finding, places } = diagnostic;
        self.push_with(finding, || places);
    }

    /// Adds a finding whose places are only looked up when it is kept.
    pub(super) fn push_with(&mut self, finding: Finding, places: impl FnOnce() -> Vec<Place>) {
        if self.count(finding.severity()) {
            self.list.push(Diagnostic { finding, places: places() });
        }
    }

    /// Counts one, and says whether there is room for it.
    fn count(&mut self, severity: Severity) -> bool {
        let count = if severity == Severity::Error { &mut self.errors } else { &mut self.others };
        *count += 1;
        *count <= MAX_KEPT as u64
    }

    /// Adds what a later part of the same file has, whose rows were counted from `lines` on.
    pub(super) fn append(&mut self, later: Self, lines: u64) {
        let (errors, others) = (self.errors + later.errors, self.others + later.others);
        for mut diagnostic in later.list {
            diagnostic.places.iter_mut().filter(|place| place.row > 0).for_each(|place| place.row += lines);
            self.push(diagnostic);
        }
        (self.errors, self.others) = (errors, others);
    }

    pub(super) fn errors(&self) -> u64 {
        self.errors
    }

    /// The value, unless there is an error, with all that was found.
    pub(super) fn check<T>(mut self, value: Option<T>) -> Checked<T> {
        let hidden = |count: u64| count.saturating_sub(MAX_KEPT as u64);
        let (errors, others) = (hidden(self.errors), hidden(self.others));
        if errors + others > 0 {
            self.list.push(Diagnostic::general(Finding::NotShown { errors, others }));
        }
        Checked { value: value.filter(|_| self.errors == 0), diagnostics: self.list }
    }
}
