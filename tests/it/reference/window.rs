//! What a node could have given in the past, and how long that still counts.

use super::level::ONE;

/// All potentials a node has had, oldest first, each with the moment it began.
#[derive(Clone, Debug)]
pub struct History(Vec<(i64, i64)>);

impl History {
    /// Whole for ever before the start.
    pub fn initial() -> Self {
        Self(vec![(i64::MIN, ONE)])
    }

    /// The most that the past allows at `t`.
    ///
    /// The potential just before `t` counts as ended at `t`: should it last, the present one is
    /// the same, and counting it twice does no harm.
    pub fn cap(&self, restart: i64, t: i64) -> i64 {
        self.past(t).filter(|(end, _)| t < end + restart).map(|(_, potential)| potential).min().unwrap_or(ONE)
    }

    /// Notes the potential that `t` was settled with.
    pub fn note(&mut self, t: i64, potential: i64) {
        if self.0.last().is_none_or(|last| last.1 != potential) {
            self.0.push((t, potential));
        }
    }

    /// The moments after `t` at which something past stops counting.
    pub fn expiries(&self, restart: i64, t: i64) -> impl Iterator<Item = i64> {
        self.0.windows(2).map(move |pair| pair[1].0 + restart).filter(move |moment| *moment > t)
    }

    /// Every potential that began before `t`, with its end.
    fn past(&self, t: i64) -> impl Iterator<Item = (i64, i64)> {
        let ends = self.0.iter().skip(1).map(|next| next.0);
        self.0.iter().zip(ends.chain([t])).map(|(spell, end)| (end, spell.1))
    }
}
