//! How sure are we? The same questions, asked in many worlds that the data allows.
//!
//! A sample is one world: every distribution has a value, every row carries losses or does not, every generator starts or does not. What a
//! sample draws depends on the seed, its number and the thing drawn for, so samples can be spread over threads and machines, and two
//! questions asked with one seed are asked in the same worlds (docs/semantics.md, section 5).

mod classify;
mod drawn;
mod exposure;
mod figure;
mod incidents;
mod pairs;
mod ranking;
mod side_by_side;
mod tally;
mod what_if;
mod worlds;

pub use classify::{SampledClassification, SampledClassified, classify};
pub use exposure::{SampledCounts, SampledExposure, SampledStanding, SampledVital, exposure};
pub use figure::Figure;
pub(super) use figure::mean_and_error;
pub use incidents::{SampledTest, SampledVerification, verify};
pub use pairs::{scores, totals};
pub use ranking::{SampledRanking, SampledReach, SampledRow, rank, runs_side_by_side};
pub use what_if::{CauseShare, SampledCause, SampledCompromise, SampledLoop, SampledNode, SampledTotals, SampledWhatIf, what_if};
pub use worlds::Plan;
pub(super) use worlds::{Survey, survey};
