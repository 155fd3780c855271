//! The restart of a node: its output is the lowest potential over the window that ends now (docs/semantics.md, section 3).

use std::collections::VecDeque;

/// The potential of a node with a restart, now and as far back as it counts.
#[derive(Debug, Clone, Default)]
pub(super) struct Window {
    /// 1 minus the potential as last settled, in ppm.
    now: u32,
    /// Worse potentials of before, with when each ended: later ones are less bad, or they would hide the earlier.
    past: VecDeque<(u32, i64)>,
}

impl Window {
    /// 1 minus the lowest potential that counts, including the one just before now.
    pub(super) fn held_loss(&self) -> u32 {
        self.past.front().map_or(self.now, |&(loss, _)| loss)
    }

    /// Whether a past potential holds the output lower than the present one.
    pub(super) fn is_pending(&self) -> bool {
        !self.past.is_empty()
    }

    /// Forgets what ended `restart` or longer ago; returns when the next one is to be forgotten.
    pub(super) fn forget(&mut self, restart: i64, now: i64) -> Option<i64> {
        let before = self.past.len();
        while self.past.front().is_some_and(|&(_, ended)| ended + restart <= now) {
            self.past.pop_front();
        }
        let next = self.past.front().map(|&(_, ended)| ended + restart);
        next.filter(|_| self.past.len() < before)
    }

    /// Takes note of the potential at the end of an instant; returns when an older one is to be forgotten, if that is not yet known.
    pub(super) fn settle(&mut self, loss: u32, restart: i64, now: i64) -> Option<i64> {
        let before = std::mem::replace(&mut self.now, loss);
        while self.past.back().is_some_and(|&(past, _)| past <= loss) {
            self.past.pop_back();
        }
        if loss >= before {
            return None;
        }
        self.past.push_back((before, now));
        (self.past.len() == 1).then_some(now + restart)
    }
}
