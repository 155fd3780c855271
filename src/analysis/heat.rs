//! What was left of each sector, and when?
//!
//! Exact: levels are added up in ppm-milliseconds, and the mean over a span is rounded down, so that a loss is never shown as none.

use super::Model;
use super::what_if::{Affected, WhatIf};
use crate::network::NameId;
use crate::units::{Level, ONE_PPM, TOLERANCE_PPM, Time};
use std::collections::BTreeMap;

/// What was left of each sector, over spans of time.
#[derive(Debug, Clone, PartialEq)]
pub struct Heat {
    /// Where spans begin, and where the last ends: one more than there are spans.
    pub edges: Vec<Time>,
    /// Sectors with a node that lost output, by their first loss.
    pub sectors: Vec<SectorHeat>,
}

/// A sector over time.
#[derive(Debug, Clone, PartialEq)]
pub struct SectorHeat {
    /// The sector; `None`: nodes without one.
    pub sector: Option<NameId>,
    /// Its nodes.
    pub nodes: u64,
    /// Those of them that lost output.
    pub affected: u64,
    /// Those of them that lost all of it.
    pub lost: u64,
    /// The first loss.
    pub first_loss: Time,
    /// The integrals of 1 - output, added up, in hours.
    pub lost_h: f64,
    /// The mean of what is left over each span, of all its nodes: those that lost nothing count as whole.
    pub left: Vec<Level>,
}

/// The mean over spans of `step` until a moment; the last span may be shorter.
pub fn heat(model: &Model, answer: &WhatIf, step: Time, until: Time) -> Heat {
    let network = &model.network;
    let mut sizes: BTreeMap<Option<NameId>, u64> = BTreeMap::new();
    for node in network.nodes() {
        *sizes.entry(network.node(node).sector).or_default() += 1;
    }
    let mut parts: BTreeMap<Option<NameId>, Vec<&Affected>> = BTreeMap::new();
    for affected in &answer.nodes {
        parts.entry(network.node(affected.node).sector).or_default().push(affected);
    }
    let edges = edges(step, until);
    let mut sectors: Vec<SectorHeat> = parts.into_iter().map(|(sector, nodes)| of_sector(sector, sizes[&sector], &nodes, &edges)).collect();
    sectors.sort_by_key(|sector| (sector.first_loss, std::cmp::Reverse(sector.affected), sector.sector));
    Heat { edges, sectors }
}

fn edges(step: Time, until: Time) -> Vec<Time> {
    let (step, until) = (step.ms().max(1), until.ms());
    let starts = (0..).map(|number| number * step).take_while(|at| *at < until);
    starts.chain([until]).filter_map(Time::from_ms).collect()
}

fn of_sector(sector: Option<NameId>, nodes: u64, affected: &[&Affected], edges: &[Time]) -> SectorHeat {
    let mut missing = vec![0i128; edges.len().saturating_sub(1)];
    for node in affected {
        add(node, edges, &mut missing);
    }
    let left = missing.iter().zip(edges.windows(2)).map(|(area, edge)| mean(*area, nodes, edge[1].ms() - edge[0].ms())).collect();
    SectorHeat {
        sector,
        nodes,
        affected: affected.len() as u64,
        lost: affected.iter().filter(|node| node.min_output.ppm() <= TOLERANCE_PPM).count() as u64,
        first_loss: affected.iter().map(|node| node.first_loss).min().unwrap_or(Time::ZERO),
        lost_h: affected.iter().map(|node| node.lost_h).sum(),
        left,
    }
}

/// Adds what one node misses in each span, in ppm-milliseconds.
fn add(node: &Affected, edges: &[Time], missing: &mut [i128]) {
    let end = edges.last().copied().unwrap_or(Time::ZERO);
    let ends = node.steps.iter().skip(1).map(|(at, _)| *at).chain([end]);
    for (&(from, output), to) in node.steps.iter().zip(ends) {
        let short = i128::from(ONE_PPM - output.ppm());
        let first = edges.partition_point(|edge| *edge <= from).saturating_sub(1);
        for (place, area) in missing.iter_mut().enumerate().skip(first) {
            let (begin, close) = (edges[place].max(from), edges[place + 1].min(to));
            if edges[place] >= to {
                break;
            }
            *area += short * i128::from((close.ms() - begin.ms()).max(0));
        }
    }
}

/// What is left on average, rounded down.
fn mean(area: i128, nodes: u64, width: i64) -> Level {
    let whole = i128::from(nodes.max(1)) * i128::from(width.max(1));
    let missing = (area + whole - 1) / whole;
    Level::from_ppm(ONE_PPM - missing.clamp(0, i128::from(ONE_PPM)) as u32).unwrap_or(Level::ONE)
}
