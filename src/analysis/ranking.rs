//! Whose lasting loss brings down most?

mod count;
mod groups;

use super::Model;
use crate::network::{Kind, NodeId, NodeKey};
use crate::outcome::{Control, Outcome, Stop};
use crate::units::{Level, Time};
use count::Counter;
use rayon::prelude::*;

/// What counts as one initiator.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Grouping {
    /// Each node.
    Node,
    /// All nodes that state the same value under a key.
    Key(NodeKey),
}

/// By what initiators are ordered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Criterion {
    /// Nodes whose output falls below 1.
    Affected,
    /// Processes whose output falls to the threshold.
    ProcessesLost,
    /// Nodes whose output falls to the threshold.
    Lost,
    /// The integrals of 1 - output, added up.
    LostHours,
    /// Different sectors of affected nodes.
    SectorsHit,
    /// How soon the first vital node is lost; sooner is worse.
    FirstVitalLoss,
}

impl Criterion {
    /// Every criterion with its name on the command line and in JSON.
    pub const ALL: [(&'static str, Self); 6] = [
        ("affected", Self::Affected),
        ("processes_lost", Self::ProcessesLost),
        ("lost", Self::Lost),
        ("lost_h", Self::LostHours),
        ("sectors_hit", Self::SectorsHit),
        ("first_vital_loss_h", Self::FirstVitalLoss),
    ];

    /// The name on the command line and in JSON.
    pub fn name(self) -> &'static str {
        Self::ALL.iter().find(|(_, criterion)| *criterion == self).map_or("", |(name, _)| name)
    }

    /// The criterion that suits a network: processes lost where any node is a process, else nodes affected.
    pub fn suiting(model: &Model) -> Self {
        let network = &model.network;
        let any_process = network.nodes().any(|node| network.node(node).kind == Some(Kind::Process));
        if any_process { Self::ProcessesLost } else { Self::Affected }
    }
}

/// What is asked.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Config {
    /// What counts as one initiator.
    pub by: Grouping,
    /// Which nodes may be initiators; `None`: all.
    pub of: Option<Vec<NodeId>>,
    /// By what they are ordered.
    pub criterion: Criterion,
    /// How long after the loss is looked.
    pub within: Time,
    /// An output at or below this is lost.
    pub threshold: Level,
}

impl Config {
    /// Every node by a criterion, within 72 hours, lost meaning nothing left.
    pub fn new(criterion: Criterion) -> Self {
        Self { by: Grouping::Node, of: None, criterion, within: Time::from_hours(72), threshold: Level::ZERO }
    }
}

/// Initiators, worst first.
#[derive(Debug, Clone, PartialEq)]
pub struct Ranking {
    /// By what they are ordered.
    pub criterion: Criterion,
    /// How long after the loss was looked.
    pub within: Time,
    /// The initiators, worst first.
    pub rows: Vec<Row>,
}

/// What the lasting loss of one initiator brings down; the initiator's own nodes are left out of every count.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// The rank; equal scores share one.
    pub rank: u64,
    /// The node's id, or the group's value.
    pub id: String,
    /// How many nodes are lost at the start.
    pub nodes: u64,
    /// Nodes whose output falls below 1.
    pub affected: u64,
    /// Nodes whose output falls to the threshold.
    pub lost: u64,
    /// Lost nodes of kind process.
    pub processes_lost: u64,
    /// Different sectors of affected nodes.
    pub sectors_hit: u64,
    /// When the first vital node is lost.
    pub first_vital_loss: Option<Time>,
    /// The integrals of 1 - output, added up, in hours.
    pub lost_h: f64,
    /// The value of the criterion; `None` where it has none.
    pub score: Option<f64>,
}

/// Ranks initiators. Each is worked out by itself, so the threads never show and an interrupted ranking is right as far as it goes.
pub fn rank(model: &Model, config: &Config, control: &Control) -> Outcome<Ranking> {
    let groups = groups::groups(model, config);
    let of = groups.len() as u64;
    control.progress.expect(of);
    let counter = Counter::new(model, config);
    let rows: Vec<Row> = groups
        .into_par_iter()
        .with_min_len(16)
        .map_init(
            || counter.clone(),
            |counter, group| {
                if control.cancel.is_stopped() {
                    return None;
                }
                let row = counter.row(group);
                control.progress.add(1);
                Some(row)
            },
        )
        .flatten()
        .collect();
    let done = rows.len() as u64;
    let ranking = Ranking { criterion: config.criterion, within: config.within, rows: ordered(rows, config.criterion) };
    if done == of { Outcome::Complete(ranking) } else { Outcome::Truncated { part: ranking, reason: Stop::Interrupted, done, of } }
}

/// Worst first; equal scores share a rank, and affected, lost hours and id only order them.
fn ordered(mut rows: Vec<Row>, criterion: Criterion) -> Vec<Row> {
    let badness = |row: &Row| match row.score {
        None => f64::NEG_INFINITY,
        Some(score) if criterion == Criterion::FirstVitalLoss => -score,
        Some(score) => score,
    };
    rows.sort_by(|a, b| {
        let by_score = badness(b).total_cmp(&badness(a));
        by_score.then(b.affected.cmp(&a.affected)).then(b.lost_h.total_cmp(&a.lost_h)).then_with(|| a.id.cmp(&b.id))
    });
    for place in 0..rows.len() {
        let tied = place > 0 && badness(&rows[place]).total_cmp(&badness(&rows[place - 1])).is_eq();
        rows[place].rank = if tied { rows[place - 1].rank } else { place as u64 + 1 };
    }
    rows
}
