//! `keten.critical-sets.curve/1`.

use super::run::{Run, status};
use crate::analysis::Model;
use crate::analysis::curve::Curve;
use crate::outcome::Outcome;
use crate::report::marking;
use serde::Serialize;

#[derive(Serialize)]
struct Wire<'a> {
    schema: &'static str,
    run: &'a Run,
    status: &'static str,
    items: u64,
    /// `processes`, or `nodes` where none is a process.
    counted: &'static str,
    of: u64,
    targeted_half: Option<u64>,
    random_half: Band<Option<u64>>,
    targeted: Vec<Step<'a>>,
    random: Vec<Point>,
    #[serde(skip_serializing_if = "Option::is_none")]
    reason: Option<&'static str>,
    marking: Option<String>,
}

#[derive(Serialize)]
struct Band<T> {
    p5: T,
    p50: T,
    p95: T,
}

#[derive(Serialize)]
struct Step<'a> {
    losses: u64,
    id: &'a str,
    lost: u64,
}

#[derive(Serialize)]
struct Point {
    losses: u64,
    lost: Band<u64>,
}

fn band<T: Copy>([p5, p50, p95]: [T; 3]) -> Band<T> {
    Band { p5, p50, p95 }
}

/// The answer of `critical-sets --curve`.
pub fn curve(model: &Model, outcome: &Outcome<Curve>, run: &Run) -> String {
    let answer = outcome.value();
    let (status, reason) = status(outcome);
    let steps = answer.targeted.iter().enumerate();
    super::line(&Wire {
        schema: "keten.critical-sets.curve/1",
        run,
        status,
        items: answer.items,
        counted: if answer.of_nodes { "nodes" } else { "processes" },
        of: answer.processes,
        targeted_half: answer.targeted_half,
        random_half: band(answer.half),
        targeted: steps.map(|(place, (id, lost))| Step { losses: place as u64 + 1, id, lost: *lost }).collect(),
        random: answer.random.iter().map(|point| Point { losses: point.losses, lost: band(point.lost) }).collect(),
        reason,
        marking: marking::of_all(&model.network),
    })
}
