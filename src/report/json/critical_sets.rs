//! `keten.critical-sets/1`.

use super::rank::{Figures, figures};
use super::run::{Run, status};
use crate::analysis::Model;
use crate::analysis::critical_sets::{CriticalSets, SetRow};
use crate::outcome::Outcome;
use crate::report::marking;
use crate::units::Time;
use serde::Serialize;

#[derive(Serialize)]
struct Wire<'a> {
    schema: &'static str,
    run: &'a Run,
    status: &'static str,
    size: usize,
    criterion: &'a str,
    within_h: f64,
    rows: Vec<Set<'a>>,
    items: u64,
    /// Null where there are more than can be counted.
    sets: Option<u64>,
    followed: u64,
    /// No set has a higher score; null where scores cannot be added up.
    at_most: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    reason: Option<&'static str>,
    marking: Option<String>,
}

#[derive(Serialize)]
struct Set<'a> {
    rank: u64,
    ids: &'a [String],
    #[serde(flatten)]
    figures: Figures,
    sum: Option<f64>,
    excess: Option<f64>,
}

/// The answer of `critical-sets`: its first `top` rows.
pub fn critical_sets(model: &Model, outcome: &Outcome<CriticalSets>, size: usize, within: Time, top: usize, run: &Run) -> String {
    let answer = outcome.value();
    let (status, reason) = status(outcome);
    super::line(&Wire {
        schema: "keten.critical-sets/1",
        run,
        status,
        size,
        criterion: answer.criterion.name(&model.network),
        within_h: within.hours(),
        rows: answer.rows.iter().take(top).map(set).collect(),
        items: answer.items,
        sets: answer.sets,
        followed: answer.followed,
        at_most: answer.at_most,
        reason,
        marking: marking::of_all(&model.network),
    })
}

fn set(set: &SetRow) -> Set<'_> {
    Set { rank: set.row.rank, ids: &set.ids, figures: figures(&set.row), sum: set.sum, excess: set.excess }
}
