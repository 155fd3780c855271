//! What do losses mean for people and society? Amounts on criteria, and the classes that schemes give them (docs/semantics.md, section 15).
//!
//! Invariants: amounts are exact (whole millionths, ppm and milliseconds), so that no order of rows, nodes or samples shows; a class is only
//! given where an amount is above nothing; a criterion without rows in the impacts table is not estimated, which is not the same as nothing.

mod ledger;
mod likelihood;
mod series;
mod verdict;

pub(super) use ledger::Ledger;
pub use likelihood::{Likely, likely};
pub use verdict::{Bound, Impact, Interest, Judged, Sampled, SampledInterest, SampledJudged, Shares, Verdict};
pub(super) use verdict::{ImpactTally, judge, verdict};

use crate::network::CriterionId;
use crate::units::{HOUR_MS, Magnitude, ONE_PPM, Time};

/// How much of a criterion: exact, and comparable with a limit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Extent {
    /// Millionths times ppm, and times milliseconds where it is added up over time.
    exact: i128,
    /// Whether it is added up over time.
    over_time: bool,
}

impl Extent {
    /// One, in what `exact` counts, millionths apart.
    const fn unit(over_time: bool) -> i128 {
        ONE_PPM as i128 * if over_time { HOUR_MS as i128 } else { 1 }
    }

    /// A count of things.
    pub fn count(number: u64) -> Self {
        let one = Self::unit(false) * i128::from(crate::units::MILLIONTHS);
        Self { exact: i128::from(number).saturating_mul(one), over_time: false }
    }

    /// The amount as a number.
    pub fn value(self) -> f64 {
        self.exact as f64 / (Self::unit(self.over_time) * i128::from(crate::units::MILLIONTHS)) as f64
    }

    /// Whether there is anything.
    pub const fn is_some(self) -> bool {
        self.exact > 0
    }

    /// Whether it is this much or more; nothing reaches nothing.
    pub fn reaches(self, from: Magnitude) -> bool {
        self.is_some() && self.exact >= i128::from(from.millionths()) * Self::unit(self.over_time)
    }

    /// The amount over the limit: 1 and more where it is reached. `None` where the limit is nothing: no number says how much more than that
    /// anything is.
    pub fn over(self, from: Magnitude) -> Option<f64> {
        (from > Magnitude::default()).then(|| self.value() / from.as_f64())
    }

    /// By how far it is over the limit, for comparing limits: of a limit of nothing, anything is over it by more than of any other.
    pub(super) fn distance(self, from: Magnitude) -> f64 {
        self.over(from).unwrap_or(if self.is_some() { f64::INFINITY } else { 0.0 })
    }
}

/// A criterion, measured.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Measured {
    /// The criterion.
    pub criterion: CriterionId,
    /// How much; where it is measured beyond durations, beyond the shortest of them.
    pub amount: Extent,
    /// How much lasted longer than each duration that a limit asks for, shortest first.
    pub longer: Vec<(Time, Extent)>,
}

impl Measured {
    /// The amount that a limit with this duration is held against.
    pub fn at(&self, duration: Option<Time>) -> Extent {
        let longer = duration.and_then(|duration| self.longer.iter().find(|(at, _)| *at == duration));
        longer.map_or(self.amount, |(_, extent)| *extent)
    }
}
