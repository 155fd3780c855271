//! What follows when nodes are withheld at once and for good: how much falls, and when each vital process is short.

use super::alternatives::{Alternative, alternatives};
use crate::analysis::Model;
use crate::analysis::what_if::{Affected, Config, LossCause, what_if};
use crate::network::{Action, Event, Kind, NeedId, NodeId};
use crate::units::{HOUR_MS, Level, ONE_PPM, Probability, Quantity, TOLERANCE_PPM, Time};

/// When a vital process is short is looked for within a year, or longer where more was asked.
pub const FAR: Time = Time::from_hours(8_766);

/// What follows from a withdrawal.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Withdrawal {
    /// How much falls within the time asked.
    pub counts: Counts,
    /// The vital processes that are withheld, or that need what is withheld, directly or through others; the first to be short first.
    pub vital: Vec<Vital>,
    /// What those who need what is withheld have instead.
    pub alternatives: Vec<Alternative>,
}

/// How much falls; the nodes that are withheld are left out of every count, as in a ranking.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Counts {
    /// Nodes that are withheld.
    pub nodes: u64,
    /// Nodes whose output falls below 1.
    pub affected: u64,
    /// Nodes whose output falls to 0.
    pub lost: u64,
    /// Lost nodes of kind process.
    pub processes_lost: u64,
    /// Different sectors of affected nodes.
    pub sectors_hit: u64,
    /// The integrals of 1 - output, added up, in hours.
    pub lost_h: f64,
}

/// How a vital process fares.
#[derive(Debug, Clone, PartialEq)]
pub struct Vital {
    /// The process.
    pub node: NodeId,
    /// Whether it is itself withheld.
    pub is_own: bool,
    /// When its output first falls below 1.
    pub short: Option<Time>,
    /// When its output first falls to 0.
    pub lost: Option<Time>,
    /// When it would be short if no stock and no standby held.
    pub bare: Option<Time>,
    /// Its lowest output.
    pub lowest: Level,
    /// Its output at the end.
    pub at_end: Level,
    /// Why it first falls.
    pub cause: Option<LossCause>,
}

pub(super) fn withdrawal(model: &Model, nodes: &[NodeId], within: Time) -> Withdrawal {
    if nodes.is_empty() {
        return Withdrawal::default();
    }
    let far = Config::to(within.max(FAR));
    let fallen = what_if(model, &[withheld(nodes)], &far).nodes;
    let below = below(model, nodes);
    let mut bare: Vec<Event> = drains(model, &below).collect();
    bare.push(withheld(nodes));
    let without = what_if(model, &bare, &far).nodes;
    Withdrawal {
        counts: counts(model, &steps_of(&fallen), nodes, within),
        vital: vital(model, nodes, &below, &fallen, &without),
        alternatives: alternatives(model, nodes),
    }
}

/// How much falls within a time when nodes are withheld.
pub(super) fn counts_of(model: &Model, nodes: &[NodeId], within: Time) -> Counts {
    counts(model, &steps_of(&what_if(model, &[withheld(nodes)], &Config::to(within)).nodes), nodes, within)
}

/// The steps of what fell.
fn steps_of(fallen: &[Affected]) -> Vec<(NodeId, &[(Time, Level)])> {
    fallen.iter().map(|affected| (affected.node, affected.steps.as_slice())).collect()
}

/// The event: lost at 0 h, for good, whatever the time to repair.
fn withheld(nodes: &[NodeId]) -> Event {
    let action = Action::Fail {
        nodes: nodes.to_vec(),
        duration: Some(Quantity::Fixed(Time::MAX)),
        level: Quantity::Fixed(Level::ZERO),
        probability: Probability::ONE,
        common: false,
    };
    Event { at: Time::ZERO, action }
}

/// A drain for each need of these nodes that a stock or a standby member could bridge.
fn drains(model: &Model, nodes: &[NodeId]) -> impl Iterator<Item = Event> {
    let needs = nodes.iter().flat_map(|&node| model.network.needs_of(node));
    let bridged = needs.filter(|need| {
        let class = model.graph().parameters.need(need.0);
        class.buffer_ms > 0 || class.standby
    });
    bridged.map(|need: NeedId| Event { at: Time::ZERO, action: Action::Drain { need, duration: None } })
}

/// The nodes that need these, directly or through others, and these themselves, in order.
fn below(model: &Model, nodes: &[NodeId]) -> Vec<NodeId> {
    let topology = model.graph().topology;
    let mut is_below = vec![false; model.network.node_count()];
    let mut waiting: Vec<u32> = nodes.iter().map(|node| node.0).collect();
    for &node in &waiting {
        is_below[node as usize] = true;
    }
    while let Some(node) = waiting.pop() {
        for edge in topology.dependents(node) {
            let dependent = topology.node_of(edge.need);
            if !std::mem::replace(&mut is_below[dependent as usize], true) {
                waiting.push(dependent);
            }
        }
    }
    model.network.nodes().filter(|node| is_below[node.0 as usize]).collect()
}

/// Counts of nodes that took steps, `nodes` (in order) left out.
pub(in crate::analysis) fn counts(model: &Model, fallen: &[(NodeId, &[(Time, Level)])], nodes: &[NodeId], within: Time) -> Counts {
    let network = &model.network;
    let is_hit = |(node, steps): &&(NodeId, &[(Time, Level)])| {
        steps.first().is_some_and(|&(at, _)| at <= within) && nodes.binary_search(node).is_err()
    };
    let hit: Vec<&(NodeId, &[(Time, Level)])> = fallen.iter().filter(is_hit).collect();
    let lost: Vec<NodeId> = hit.iter().filter(|(_, steps)| lost_at(steps).is_some_and(|at| at <= within)).map(|(node, _)| *node).collect();
    let mut sectors: Vec<_> = hit.iter().filter_map(|(node, _)| network.node(*node).sector).collect();
    sectors.sort_unstable();
    sectors.dedup();
    Counts {
        nodes: nodes.len() as u64,
        affected: hit.len() as u64,
        lost: lost.len() as u64,
        processes_lost: lost.iter().filter(|&&node| network.node(node).kind == Some(Kind::Process)).count() as u64,
        sectors_hit: sectors.len() as u64,
        lost_h: hit.iter().map(|(_, steps)| lost_hours(steps, within)).sum::<i128>() as f64 / (f64::from(ONE_PPM) * HOUR_MS as f64),
    }
}

/// When a node first gives nothing.
fn lost_at(steps: &[(Time, Level)]) -> Option<Time> {
    steps.iter().find(|(_, level)| level.ppm() <= TOLERANCE_PPM).map(|&(at, _)| at)
}

/// The integral of 1 - output up to a time, in ppm-milliseconds.
fn lost_hours(steps: &[(Time, Level)], within: Time) -> i128 {
    let ends = steps.iter().skip(1).map(|&(at, _)| at).chain([Time::MAX]);
    let piece = |(&(from, level), to): (&(Time, Level), Time)| {
        i128::from((to.min(within).ms() - from.ms()).max(0)) * i128::from(ONE_PPM - level.ppm())
    };
    steps.iter().zip(ends).map(piece).sum()
}

fn vital(model: &Model, nodes: &[NodeId], below: &[NodeId], fallen: &[Affected], without: &[Affected]) -> Vec<Vital> {
    let has_categories = model.network.has_categories();
    let (fallen, without) = (ByNode::of(fallen), ByNode::of(without));
    let process = |&node: &NodeId| {
        let found = fallen.find(node);
        Vital {
            node,
            is_own: nodes.binary_search(&node).is_ok(),
            short: found.map(|affected| affected.first_loss),
            lost: found.and_then(|affected| lost_at(&affected.steps)),
            bare: without.find(node).map(|affected| affected.first_loss),
            lowest: found.map_or(Level::ONE, |affected| affected.min_output),
            at_end: found.and_then(|affected| affected.steps.last()).map_or(Level::ONE, |&(_, level)| level),
            cause: found.map(|affected| affected.cause.clone()),
        }
    };
    let mut vital: Vec<Vital> = below.iter().filter(|&&node| model.is_vital(node, has_categories)).map(process).collect();
    vital.sort_by_key(|process| (process.short.unwrap_or(Time::MAX), process.bare.unwrap_or(Time::MAX), process.node));
    vital
}

/// What fell, to be found by node.
struct ByNode<'a>(Vec<&'a Affected>);

impl<'a> ByNode<'a> {
    fn of(fallen: &'a [Affected]) -> Self {
        let mut by_node: Vec<&Affected> = fallen.iter().collect();
        by_node.sort_unstable_by_key(|affected| affected.node);
        Self(by_node)
    }

    fn find(&self, node: NodeId) -> Option<&'a Affected> {
        self.0.binary_search_by_key(&node, |affected| affected.node).ok().map(|place| self.0[place])
    }
}
