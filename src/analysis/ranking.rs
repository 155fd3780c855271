//! Whose lasting loss brings down most, and whose compromise reaches most?
//!
//! Which engine works it out depends on the network alone ([`Engine::of`]) and never shows in the rows.

mod choice;
mod closure;
mod compromise;
mod count;
mod groups;
mod schedules;

use super::Model;
use super::profile::Profile;
use crate::engine::{Condensed, Quorums};
use crate::network::{CriterionId, Kind, Network, NodeId, NodeKey, Scenario};
use crate::outcome::{Control, Outcome, Stop};
use crate::units::{HOUR_MS, Level, ONE_PPM, TOLERANCE_PPM, Time};
use choice::Choice;
pub use choice::Engine;
pub(super) use compromise::World;
pub(super) use count::{Counter, Seat, lasting};
pub(super) use groups::{Group, groups};
use rayon::prelude::*;
use std::cmp::Reverse;
use std::sync::Arc;

/// What counts as one initiator.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Grouping {
    /// Each node.
    Node,
    /// All nodes that state the same value under a key.
    Key(NodeKey),
    /// All nodes behind which the same ultimate parent stands, its own included.
    Owner,
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
    /// Vital nodes that compromise of the initiator reaches; where no node is vital, nodes.
    Compromised,
    /// The amount on a criterion of the impacts table, the initiator's own amounts included.
    Impact(CriterionId),
}

impl Criterion {
    /// Every criterion that any network has, with its name on the command line and in JSON.
    pub const ALL: [(&'static str, Self); 7] = [
        ("affected", Self::Affected),
        ("processes_lost", Self::ProcessesLost),
        ("lost", Self::Lost),
        ("lost_h", Self::LostHours),
        ("sectors_hit", Self::SectorsHit),
        ("first_vital_loss_h", Self::FirstVitalLoss),
        ("compromised", Self::Compromised),
    ];

    /// The name on the command line and in JSON.
    pub fn name(self, network: &Network) -> &str {
        match self {
            Self::Impact(criterion) => &network.criteria().get(criterion).name,
            known => Self::ALL.iter().find(|(_, criterion)| *criterion == known).map_or("", |(name, _)| name),
        }
    }

    /// The criterion with a name: one of [`Self::ALL`], else one on which the impacts table has amounts.
    ///
    /// # Errors
    /// The names that there are.
    pub fn parse(network: &Network, name: &str) -> Result<Self, Vec<String>> {
        let has_amounts = |id: &CriterionId| network.impacts().iter().any(|impact| impact.criterion == *id);
        let plain = Self::ALL.iter().find(|(known, _)| *known == name).map(|(_, criterion)| *criterion);
        let own = || network.criteria().find(name).filter(has_amounts).map(Self::Impact);
        plain.or_else(own).ok_or_else(|| {
            let own = network.criteria().all().filter(|(id, _)| has_amounts(id)).map(|(_, criterion)| criterion.name.clone());
            Self::ALL.iter().map(|(name, _)| (*name).to_owned()).chain(own).collect()
        })
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
    /// For tests and measurements: the engine to use if it can; `None`: the one that suits the network.
    pub engine: Option<Engine>,
}

impl Config {
    /// Every node by a criterion, within 72 hours, lost meaning nothing left.
    pub fn new(criterion: Criterion) -> Self {
        Self { by: Grouping::Node, of: None, criterion, within: Scenario::HORIZON, threshold: Level::ZERO, engine: None }
    }

    /// The loss from which on a node is lost, in ppm: 1 minus the threshold, tolerance included.
    pub(super) fn lost_at(&self) -> u32 {
        ONE_PPM - self.threshold.ppm().saturating_add(TOLERANCE_PPM).min(ONE_PPM)
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

/// Whom the compromise of one initiator reaches within the time, its own nodes left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reached {
    /// Nodes.
    pub compromised: u64,
    /// Vital nodes.
    pub vital: u64,
    /// When the first vital node is.
    pub first_vital: Option<Time>,
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
    /// Whom its compromise reaches, where the ranking is by that; what its loss brings down is then not worked out, and is 0 above.
    pub reached: Option<Reached>,
    /// The value of the criterion; `None` where it has none.
    pub score: Option<f64>,
}

/// What is held of a network, in bytes, and of an answer: on the safe side.
const BYTES_PER_NODE: u64 = 250;
const BYTES_PER_NEED: u64 = 60;
const BYTES_PER_ROW: u64 = 100;
const BYTES_PER_ANSWER: u64 = 250;

/// Ranks initiators. Each is worked out by itself, so the threads never show and an interrupted ranking is right as far as it goes.
pub fn rank(model: &Model, config: &Config, control: &Control) -> Outcome<Ranking> {
    let groups = groups(model, config);
    let of = groups.len() as u64;
    control.progress.expect(of);
    let rows = match config.criterion {
        Criterion::Compromised => compromise::rows(model, config, groups, control),
        _ => lost(model, config, groups, control),
    };
    let done = rows.len() as u64;
    let ranking = Ranking { criterion: config.criterion, within: config.within, rows: ordered(rows, config.criterion) };
    if done == of { Outcome::Complete(ranking) } else { Outcome::Truncated { part: ranking, reason: Stop::Interrupted, done, of } }
}

/// What a ranking takes at most on so many threads, in bytes, the network included.
pub fn memory(model: &Model, config: &Config, threads: u64) -> u64 {
    let network = &model.network;
    let (nodes, needs, rows) = (network.node_count() as u64, network.need_count() as u64, network.dependency_count() as u64);
    let held = nodes * BYTES_PER_NODE + needs * BYTES_PER_NEED + rows * BYTES_PER_ROW;
    let initiators = config.of.as_ref().map_or(nodes, |of| of.len() as u64);
    // Compromise follows access alone, and what nodes need of one another is not even compiled.
    let follows_needs = config.criterion != Criterion::Compromised;
    let (shared, each) = match follows_needs.then(|| Engine::of(model, config)) {
        None => (0, nodes * 120),
        Some(Engine::Closure) => (rows * 8 + nodes * 12, nodes * 80),
        Some(Engine::Counters) => (rows * 40, nodes * 160 + needs * 60),
        Some(Engine::Schedules) => (rows * 44, nodes * 120 + needs * 60),
        Some(Engine::Timeline) => (0, nodes * 120 + needs * 60),
    };
    held + initiators * BYTES_PER_ANSWER + shared + threads * each
}

/// What the lasting loss of each brings down.
fn lost(model: &Model, config: &Config, groups: Vec<Group>, control: &Control) -> Vec<Row> {
    match choice::choice(model, config) {
        Choice::Timeline => timeline(model, config, groups, control),
        Choice::Closure(binary) => {
            let network = closure::Network::AnyInput(Condensed::of(&binary));
            closure::rows(&network, &Profile::of(model), groups, config, control).flatten().collect()
        }
        Choice::Counters(binary) => {
            let network = closure::Network::Quorums(Quorums::of(&binary));
            closure::rows(&network, &Profile::of(model), groups, config, control).flatten().collect()
        }
        Choice::Schedules(binary) => schedules::rows(model, config, binary, groups, control),
    }
}

fn timeline(model: &Model, config: &Config, groups: Vec<Group>, control: &Control) -> Vec<Row> {
    let counter = Counter::new(model.graph(), Arc::new(Profile::of(model)), config).measuring(&model.network, config, model.stance.into());
    groups
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
        .collect()
}

impl Row {
    /// A row that counts nothing yet.
    pub(super) fn blank(id: String, nodes: u64) -> Self {
        Self {
            rank: 0,
            id,
            nodes,
            affected: 0,
            lost: 0,
            processes_lost: 0,
            sectors_hit: 0,
            first_vital_loss: None,
            lost_h: 0.0,
            reached: None,
            score: None,
        }
    }

    /// Fills in the hours lost, given in ppm-milliseconds, and with them the score.
    pub(super) fn finish(&mut self, area: i128, criterion: Criterion) {
        self.lost_h = area as f64 / (f64::from(ONE_PPM) * HOUR_MS as f64);
        self.score = match criterion {
            Criterion::Affected => Some(self.affected as f64),
            Criterion::ProcessesLost => Some(self.processes_lost as f64),
            Criterion::Lost => Some(self.lost as f64),
            Criterion::LostHours => Some(self.lost_h),
            Criterion::SectorsHit => Some(self.sectors_hit as f64),
            Criterion::FirstVitalLoss => self.first_vital_loss.map(Time::hours),
            // The counter fills in what an impact is.
            Criterion::Compromised | Criterion::Impact(_) => None,
        };
    }
}

/// Worst first; equal scores share a rank, and affected, lost hours, reach and id only order them.
fn ordered(rows: Vec<Row>, criterion: Criterion) -> Vec<Row> {
    let badness = |row: &Row| match row.score {
        None => f64::NEG_INFINITY,
        Some(score) if criterion == Criterion::FirstVitalLoss => -score,
        Some(score) => score,
    };
    let reach = |row: &Row| row.reached.map(|reached| (Reverse(reached.compromised), reached.first_vital.unwrap_or(Time::MAX)));
    let key = |row: &Row| (Reverse(in_order(badness(row))), Reverse(row.affected), Reverse(in_order(row.lost_h)), reach(row));
    let mut order: Vec<_> = rows.iter().enumerate().map(|(place, row)| (key(row), place)).collect();
    // Rows mostly come in the order of their ids, and then texts need not be compared.
    if rows.is_sorted_by(|a, b| a.id < b.id) {
        order.par_sort_unstable();
    } else {
        order.par_sort_by(|a, b| a.0.cmp(&b.0).then_with(|| rows[a.1].id.cmp(&rows[b.1].id)));
    }
    let mut taken: Vec<Option<Row>> = rows.into_iter().map(Some).collect();
    let mut rows: Vec<Row> = order.iter().filter_map(|&(_, place)| taken[place].take()).collect();
    for place in 0..rows.len() {
        let tied = place > 0 && order[place].0.0 == order[place - 1].0.0;
        rows[place].rank = if tied { rows[place - 1].rank } else { place as u64 + 1 };
    }
    rows
}

/// A whole number that orders as [`f64::total_cmp`] does.
fn in_order(value: f64) -> i64 {
    let bits = value.to_bits() as i64;
    bits ^ ((bits >> 63) & i64::MAX)
}
