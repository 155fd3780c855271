//! `keten.rank/1`.

use super::run::{Run, status};
use crate::analysis::Model;
use crate::analysis::ranking::{Ranking, Row};
use crate::outcome::Outcome;
use crate::report::marking;
use crate::units::Time;
use serde::Serialize;

#[derive(Serialize)]
struct Wire<'a> {
    schema: &'static str,
    run: &'a Run,
    status: &'static str,
    by: &'a str,
    criterion: &'a str,
    within_h: f64,
    rows: Vec<Initiator<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    reason: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    done: Option<u64>,
    initiators: u64,
    marking: Option<String>,
}

#[derive(Serialize)]
#[serde(untagged)]
enum Initiator<'a> {
    Loss(ByLoss<'a>),
    Reach(ByReach<'a>),
}

#[derive(Serialize)]
struct ByReach<'a> {
    rank: u64,
    id: &'a str,
    nodes: u64,
    compromised: u64,
    vital_compromised: u64,
    first_vital_compromise_h: Option<f64>,
    score: Option<f64>,
}

#[derive(Serialize)]
struct ByLoss<'a> {
    rank: u64,
    id: &'a str,
    #[serde(flatten)]
    figures: Figures,
}

/// What the loss of an initiator, or of a set of them, brings about.
#[derive(Serialize)]
pub(super) struct Figures {
    nodes: u64,
    affected: u64,
    lost: u64,
    processes_lost: u64,
    sectors_hit: u64,
    first_vital_loss_h: Option<f64>,
    lost_h: f64,
    score: Option<f64>,
}

/// The answer of `rank`: its first `top` rows.
pub fn rank(model: &Model, outcome: &Outcome<Ranking>, by: &str, top: usize, run: &Run) -> String {
    let ranking = outcome.value();
    let (status, reason) = status(outcome);
    let (done, of) = match outcome {
        Outcome::Complete(ranking) => (None, ranking.rows.len() as u64),
        Outcome::Truncated { done, of, .. } => (Some(*done), *of),
    };
    super::line(&Wire {
        schema: "keten.rank/1",
        run,
        status,
        by,
        criterion: ranking.criterion.name(&model.network),
        within_h: ranking.within.hours(),
        rows: ranking.rows.iter().take(top).map(initiator).collect(),
        reason,
        done,
        initiators: of,
        marking: marking::of_all(&model.network),
    })
}

fn initiator(row: &Row) -> Initiator<'_> {
    if let Some(reached) = &row.reached {
        return Initiator::Reach(ByReach {
            rank: row.rank,
            id: &row.id,
            nodes: row.nodes,
            compromised: reached.compromised,
            vital_compromised: reached.vital,
            first_vital_compromise_h: reached.first_vital.map(Time::hours),
            score: row.score,
        });
    }
    Initiator::Loss(ByLoss { rank: row.rank, id: &row.id, figures: figures(row) })
}

pub(super) fn figures(row: &Row) -> Figures {
    Figures {
        nodes: row.nodes,
        affected: row.affected,
        lost: row.lost,
        processes_lost: row.processes_lost,
        sectors_hit: row.sectors_hit,
        first_vital_loss_h: row.first_vital_loss.map(Time::hours),
        lost_h: row.lost_h,
        score: row.score,
    }
}
