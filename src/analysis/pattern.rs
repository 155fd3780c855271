//! How do cascades look when every node fails in turn: who starts them, how many follow, how deep, and do they come back?
//!
//! Held beside what is known of real cascades (docs/semantics.md), it tells whether a network is plausible as a whole.

use super::Model;
use super::what_if::{Config, WhatIf, what_if};
use crate::network::{Action, Event, Kind, NameId, NodeId, Scenario};
use crate::units::{End, Level, Probability, Quantity, Time};
use rayon::prelude::*;

/// A hazard without a repair time lasts this long: a day.
const OUTAGE: Time = Time::from_hours(24);
/// So far is looked ahead after each failure.
const WITHIN: Time = Scenario::HORIZON;

/// The pattern of all single failures.
#[derive(Debug, Clone, PartialEq)]
pub struct Pattern {
    /// Failures tried, one per node that is no actor: an owner does not fail.
    pub failures: u64,
    /// Those after which anything else lost output.
    pub cascades: u64,
    /// Nodes with a stated number of failures per year; where there is any, failures are weighted by it.
    pub with_frequency: u64,
    /// Per sector, the part of the cascades that it starts, largest first.
    pub started_by: Vec<(String, f64)>,
    /// Other nodes affected per cascade, mean and median.
    pub consequences: (f64, u64),
    /// Other sectors affected per cascade, mean.
    pub other_sectors: f64,
    /// The largest order reached per cascade, mean and largest.
    pub depth: (f64, u32),
    /// The part of the cascades that leave the sector they start in and come back to it.
    pub two_way: f64,
}

/// One cascade.
struct Cascade {
    weight: f64,
    sector: Option<NameId>,
    consequences: u64,
    other_sectors: u64,
    depth: u32,
    two_way: bool,
}

/// Lets every node fail in turn, for its repair time or a day.
pub fn pattern(model: &Model) -> Pattern {
    let weight = |node: NodeId| model.network.node(node).failures_per_year.value().map(|rate| rate.at(End::Middle).value());
    let with_frequency = model.network.nodes().filter(|&node| weight(node).is_some()).count() as u64;
    let weighted = |node: NodeId| if with_frequency == 0 { 1.0 } else { weight(node).unwrap_or(0.0) };
    let can_fail = |node: NodeId| model.network.node(node).kind != Some(Kind::Actor);
    let nodes: Vec<NodeId> = model.network.nodes().filter(|&node| can_fail(node) && weighted(node) > 0.0).collect();
    let cascades: Vec<Cascade> = nodes.par_iter().filter_map(|&node| cascade(model, node, weighted(node))).collect();
    summary(model, nodes.len() as u64, with_frequency, &cascades)
}

fn cascade(model: &Model, node: NodeId, weight: f64) -> Option<Cascade> {
    let duration = model.network.node(node).repair.value().is_none().then_some(Quantity::Fixed(OUTAGE));
    let fail =
        Action::Fail { nodes: vec![node], duration, level: Quantity::Fixed(Level::ZERO), probability: Probability::ONE, common: false };
    let answer = what_if(model, &[Event { at: Time::ZERO, action: fail }], &Config::to(WITHIN));
    let sector = model.network.node(node).sector;
    let others = || answer.nodes.iter().filter(|affected| affected.node != node);
    let mut sectors: Vec<NameId> =
        others().filter_map(|affected| model.network.node(affected.node).sector).filter(|&other| Some(other) != sector).collect();
    sectors.sort_unstable();
    sectors.dedup();
    (others().count() > 0).then(|| Cascade {
        weight,
        sector,
        consequences: others().count() as u64,
        other_sectors: sectors.len() as u64,
        depth: others().map(|affected| affected.order).max().unwrap_or(0),
        two_way: comes_back(model, &answer, sector),
    })
}

/// Whether a node of the first sector falls because one of another sector did.
fn comes_back(model: &Model, answer: &WhatIf, first: Option<NameId>) -> bool {
    let sector = |node: NodeId| model.network.node(node).sector;
    first.is_some()
        && answer.nodes.iter().filter(|affected| sector(affected.node) == first).any(|affected| match &affected.cause {
            super::what_if::LossCause::Need { providers, .. } => {
                !providers.is_empty() && providers.iter().all(|&provider| sector(provider) != first)
            }
            super::what_if::LossCause::Hazard { .. } | super::what_if::LossCause::Detected => false,
        })
}

fn summary(model: &Model, failures: u64, with_frequency: u64, cascades: &[Cascade]) -> Pattern {
    let total: f64 = cascades.iter().map(|cascade| cascade.weight).sum();
    let mean =
        |value: &dyn Fn(&Cascade) -> f64| if total > 0.0 { cascades.iter().map(|c| c.weight * value(c)).sum::<f64>() / total } else { 0.0 };
    let mut counts: Vec<u64> = cascades.iter().map(|cascade| cascade.consequences).collect();
    counts.sort_unstable();
    Pattern {
        failures,
        cascades: cascades.len() as u64,
        with_frequency,
        started_by: started_by(model, cascades, total),
        consequences: (mean(&|c| c.consequences as f64), counts.get(counts.len() / 2).copied().unwrap_or(0)),
        other_sectors: mean(&|c| c.other_sectors as f64),
        depth: (mean(&|c| f64::from(c.depth)), cascades.iter().map(|cascade| cascade.depth).max().unwrap_or(0)),
        two_way: mean(&|c| f64::from(u8::from(c.two_way))),
    }
}

fn started_by(model: &Model, cascades: &[Cascade], total: f64) -> Vec<(String, f64)> {
    let mut by_sector: Vec<(NameId, f64)> =
        cascades.iter().filter_map(|cascade| cascade.sector.map(|sector| (sector, cascade.weight))).collect();
    by_sector.sort_by_key(|(sector, _)| *sector);
    let part =
        |group: &[(NameId, f64)]| (model.network.text(group[0].0).to_owned(), group.iter().map(|(_, weight)| weight).sum::<f64>() / total);
    let mut parts: Vec<(String, f64)> = by_sector.chunk_by(|a, b| a.0 == b.0).map(part).collect();
    parts.sort_by(|a, b| b.1.total_cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    parts
}
