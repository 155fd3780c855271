//! What follows from these events, when, and through which need?

use super::Model;
use super::acquired::{Acquired, acquired};
use super::compromise::{Compromised, compromised};
use super::course::Courses;
use super::impact::{Impact, Ledger, judge};
use super::outputs::{Outputs, time};
use crate::engine::{Cause, Change, DETECTION, LoopReport, Timeline};
use crate::network::{Cell, Event, Kind, NOT_STATED, NeedId, Network, NodeId, Stance, Terms};
use crate::units::{Level, ONE_PPM, TOLERANCE_PPM, Time};
use rayon::prelude::*;

/// What is asked.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Config {
    /// How far is looked ahead; what happens at the horizon itself belongs to the run.
    pub horizon: Time,
}

impl Config {
    /// To this horizon.
    pub fn to(horizon: Time) -> Self {
        Self { horizon }
    }
}

/// What follows from a course of events.
#[derive(Debug, Clone, PartialEq)]
pub struct WhatIf {
    /// How unknowns were taken.
    pub stance: Stance,
    /// How far was looked ahead.
    pub horizon: Time,
    /// The nodes that lost output, by first loss, then by id.
    pub nodes: Vec<Affected>,
    /// Nodes that hold one another down, each set at the first instant it does.
    pub restart_deadlocks: Vec<LoopAt>,
    /// Nodes that keep one another up, each set at the first instant it does.
    pub self_supported: Vec<LoopAt>,
    /// Nodes that were up only thanks to such a loop at some instant: whether they were is for the analyst to say.
    pub indeterminate: Vec<NodeId>,
    /// The nodes that are compromised, by time, then by id; `None` where no event compromises anything.
    pub compromised: Option<Vec<Compromised>>,
    /// What came under control through acquisitions, by time.
    pub acquired: Vec<Acquired>,
    /// On how many defaults the answer rests.
    pub assumed: Assumed,
    /// Sums over the nodes.
    pub totals: Totals,
    /// What it means for people and society; `None` where the network has no amounts.
    pub impact: Option<Impact>,
}

/// A node that lost output.
#[derive(Debug, Clone, PartialEq)]
pub struct Affected {
    /// The node.
    pub node: NodeId,
    /// When its output first fell below 1.
    pub first_loss: Time,
    /// The lowest output.
    pub min_output: Level,
    /// The integral of 1 - output over the horizon, in hours.
    pub lost_h: f64,
    /// Moments and the output from each on; before the first it is 1.
    pub steps: Vec<(Time, Level)>,
    /// Why it first fell.
    pub cause: LossCause,
    /// How many steps it is from a hazard: 0 is hit itself, 1 needs what was hit.
    pub order: u32,
}

/// Why a node fell.
#[derive(Debug, Clone, PartialEq)]
pub enum LossCause {
    /// Its own state was held down by an event, numbered as in the course.
    Hazard {
        /// The event.
        event: usize,
    },
    /// It found its compromise and took itself out.
    Detected,
    /// A need was not met.
    Need {
        /// The need.
        need: NeedId,
        /// The members that delivered less than they should.
        providers: Vec<NodeId>,
        /// Since when the need was short.
        short_since: Time,
        /// When its buffer ran out; `None`: it has none.
        buffer_ended: Option<Time>,
    },
}

/// A loop and when it was first seen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LoopAt {
    /// The first instant.
    pub at: Time,
    /// The nodes, in order.
    pub nodes: Vec<NodeId>,
}

/// Empty cells that took their default in rows that the answer rests on: rows whose provider lost output.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Assumed {
    /// Cells.
    pub cells: u64,
    /// Rows with at least one such cell.
    pub rows: u64,
}

/// Sums over the affected nodes, those that were hit included.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Totals {
    /// Nodes whose output fell below 1.
    pub affected: u64,
    /// Nodes whose output fell to 0.
    pub lost: u64,
    /// The integrals of 1 - output, added up, in hours.
    pub lost_h: f64,
    /// Nodes of kind process whose output fell to 0.
    pub processes_lost: u64,
    /// Different sectors of affected nodes.
    pub sectors_hit: u64,
}

/// Runs a course of events on a network.
pub fn what_if(model: &Model, events: &[Event], config: &Config) -> WhatIf {
    let taking = model.stance.into();
    let mut courses = Courses::new(model, events, config.horizon);
    let course = courses.take(taking);
    let mut timeline = Timeline::watching(model.graph(), model.baseline());
    timeline.run(&course, config.horizon.ms());
    let outputs = Outputs::of(timeline.changes(), model.network.node_count());
    let affected = |node: u32| {
        Some(outputs.of_node(node))
            .filter(|changes| !changes.is_empty())
            .map(|changes| affected_node(model, &outputs, changes, config.horizon))
    };
    let mut nodes: Vec<Affected> = (0..model.network.node_count() as u32).into_par_iter().filter_map(affected).collect();
    set_orders(model, &mut nodes);
    nodes.sort_by_key(|affected| (affected.first_loss, affected.node));
    WhatIf {
        stance: model.stance,
        horizon: config.horizon,
        restart_deadlocks: loops(timeline.restart_deadlocks()),
        self_supported: loops(timeline.self_supported()),
        indeterminate: timeline.indeterminate().into_iter().map(NodeId).collect(),
        compromised: courses.spread().map(|spread| compromised(model, spread, &courses.cells(taking))),
        acquired: acquired(model, events),
        assumed: assumed(model, nodes.iter().map(|affected| affected.node)),
        totals: totals(model, &nodes),
        impact: impact(model, &timeline, config.horizon),
        nodes,
    }
}

/// What a run means, unknowns taken as the stance has it.
fn impact(model: &Model, timeline: &Timeline, horizon: Time) -> Option<Impact> {
    let ledger = Ledger::of(&model.network, model.stance.into());
    (!ledger.is_empty()).then(|| judge(&model.network, ledger.measure(timeline.changes(), horizon.ms()), horizon))
}

fn loops(reports: &[LoopReport]) -> Vec<LoopAt> {
    reports.iter().map(|report| LoopAt { at: time(report.at), nodes: report.nodes.iter().copied().map(NodeId).collect() }).collect()
}

fn affected_node(model: &Model, outputs: &Outputs, changes: &[Change], horizon: Time) -> Affected {
    let first = changes[0];
    let lowest = changes.iter().map(|change| change.output).min().unwrap_or(ONE_PPM);
    Affected {
        node: NodeId(first.node),
        first_loss: time(first.at),
        min_output: Level::from_ppm(lowest).unwrap_or(Level::ONE),
        lost_h: outputs.lost_hours(first.node, horizon.ms()),
        steps: changes.iter().map(|change| (time(change.at), Level::from_ppm(change.output).unwrap_or(Level::ONE))).collect(),
        cause: cause_of(model, outputs, &first),
        order: 0,
    }
}

/// Why a node fell at a change.
pub(super) fn cause_of(model: &Model, outputs: &Outputs, change: &Change) -> LossCause {
    match change.cause {
        Some(Cause::Need { need, short_since, buffer_ended }) => LossCause::Need {
            need: NeedId(need),
            providers: outputs.culprits(model, need, change.at),
            short_since: time(short_since),
            buffer_ended: buffer_ended.map(time),
        },
        Some(Cause::Hazard { event: DETECTION }) => LossCause::Detected,
        Some(Cause::Hazard { event }) => LossCause::Hazard { event: event as usize },
        None => unreachable!("only falls are asked about, and a fall has a cause"),
    }
}

/// Steps from the nodes that were hit, through the providers that failed each need.
fn set_orders(model: &Model, nodes: &mut [Affected]) {
    let mut place_of = vec![u32::MAX; model.network.node_count()];
    for (place, affected) in nodes.iter().enumerate() {
        place_of[affected.node.0 as usize] = place as u32;
    }
    let mut frontier: Vec<usize> = (0..nodes.len()).filter(|&place| !matches!(nodes[place].cause, LossCause::Need { .. })).collect();
    let mut known = vec![false; nodes.len()];
    for &place in &frontier {
        known[place] = true;
    }
    let mut order = 0;
    while !frontier.is_empty() {
        let mut next = Vec::new();
        for place in frontier {
            nodes[place].order = order;
            let node = nodes[place].node;
            for edge in model.graph().topology.dependents(node.0) {
                let place = place_of[model.graph().topology.node_of(edge.need) as usize] as usize;
                if place == u32::MAX as usize || known[place] {
                    continue;
                }
                let through = matches!(&nodes[place].cause, LossCause::Need { need, providers, .. } if need.0 == edge.need && providers.contains(&node));
                if through {
                    known[place] = true;
                    next.push(place);
                }
            }
        }
        frontier = next;
        order += 1;
    }
}

fn totals(model: &Model, nodes: &[Affected]) -> Totals {
    let network = &model.network;
    let lost = |affected: &&Affected| affected.min_output.ppm() <= TOLERANCE_PPM;
    let mut sectors: Vec<_> = nodes.iter().filter_map(|affected| network.node(affected.node).sector).collect();
    sectors.sort_unstable();
    sectors.dedup();
    Totals {
        affected: nodes.len() as u64,
        lost: nodes.iter().filter(lost).count() as u64,
        // The sum of no floats is -0.0, which would be written with its sign.
        lost_h: nodes.iter().fold(0.0, |sum, affected| sum + affected.lost_h),
        processes_lost: nodes.iter().filter(lost).filter(|affected| network.node(affected.node).kind == Some(Kind::Process)).count() as u64,
        sectors_hit: sectors.len() as u64,
    }
}

/// The empty cells in the rows of these providers.
pub(super) fn assumed(model: &Model, providers: impl Iterator<Item = NodeId>) -> Assumed {
    let mut assumed = Assumed::default();
    for provider in providers {
        for edge in model.graph().topology.dependents(provider.0) {
            let cells = empty_cells(model, edge.member as usize);
            assumed.cells += cells;
            assumed.rows += u64::from(cells > 0);
        }
    }
    assumed
}

/// Empty cells of a row among those that decide how a loss passes: share, minimum, importance, `buffer_h`, `activation_h`, probability.
pub(super) fn empty_cells(model: &Model, dependency: usize) -> u64 {
    empty_cells_in(&model.network, model.network.terms(&model.network.dependencies()[dependency]))
}

/// The same of what rows state.
pub(super) fn empty_cells_in(network: &Network, terms: Terms) -> u64 {
    let detail = network.detail_of(terms);
    let empty = [
        terms.share == NOT_STATED,
        terms.minimum == NOT_STATED,
        detail.importance.is_none(),
        detail.buffer == Cell::NotStated,
        detail.activation == Cell::NotStated,
        detail.probability.is_none(),
    ];
    empty.iter().filter(|&&empty| empty).count() as u64
}
