//! The outputs of a run over time, by node.

use super::Model;
use crate::engine::Change;
use crate::network::NodeId;
use crate::units::{HOUR_MS, ONE_PPM, Time};

/// The changes of a run, by node and within a node by time.
#[derive(Debug, Clone)]
pub(super) struct Outputs {
    changes: Vec<Change>,
    /// Where the changes of each node begin.
    first: Vec<u32>,
}

impl Outputs {
    /// Takes the changes of a run, which are in order of time, on a network of so many nodes.
    pub(super) fn of(changes: &[Change], nodes: usize) -> Self {
        let mut first = vec![0_u32; nodes + 1];
        for change in changes {
            first[change.node as usize + 1] += 1;
        }
        for node in 0..nodes {
            first[node + 1] += first[node];
        }
        let mut place = first.clone();
        let mut by_node = changes.to_vec();
        for change in changes {
            let at = &mut place[change.node as usize];
            by_node[*at as usize] = *change;
            *at += 1;
        }
        Self { changes: by_node, first }
    }

    /// The changes of one node.
    pub(super) fn of_node(&self, node: u32) -> &[Change] {
        &self.changes[self.first[node as usize] as usize..self.first[node as usize + 1] as usize]
    }

    /// The output of a node at a moment, in ppm.
    pub(super) fn at(&self, node: u32, at: i64) -> u32 {
        let changes = self.of_node(node);
        let passed = changes.partition_point(|change| change.at <= at);
        passed.checked_sub(1).map_or(ONE_PPM, |last| changes[last].output)
    }

    /// The fall that put a node where it stood at a moment; `None` when it stood at 1.
    pub(super) fn last_fall(&self, node: u32, at: i64) -> Option<&Change> {
        if self.at(node, at) == ONE_PPM {
            return None;
        }
        self.of_node(node).iter().rev().find(|change| change.at <= at && change.cause.is_some())
    }

    /// The integral of 1 - output of a node up to the horizon, in hours.
    pub(super) fn lost_hours(&self, node: u32, horizon: i64) -> f64 {
        lost_hours(self.of_node(node), horizon)
    }

    /// The members of a need that deliver less than 1 at a moment and whose rows carry it.
    pub(super) fn culprits(&self, model: &Model, need: u32, at: i64) -> Vec<NodeId> {
        let graph = model.graph();
        let carrying = graph.topology.members(need).filter(|&member| !graph.parameters.always_delivers(member));
        carrying.map(|member| graph.topology.provider(member)).filter(|&provider| self.at(provider, at) < ONE_PPM).map(NodeId).collect()
    }

    /// The most that the members without activation of a need fell short in one spell, in ms of full supply; `None` while a spell is open at
    /// the horizon, for then no buffer is known to be long enough.
    pub(super) fn longest_shortage(&self, model: &Model, need: u32, horizon: i64) -> Option<i64> {
        let graph = model.graph();
        let members: Vec<usize> = graph.topology.members(need).filter(|&member| graph.parameters.activation_ms(member) == 0).collect();
        let mut moments: Vec<i64> =
            members.iter().flat_map(|&member| self.of_node(graph.topology.provider(member)).iter().map(|change| change.at)).collect();
        moments.push(horizon);
        moments.sort_unstable();
        moments.dedup();
        let (mut longest, mut spell) = (0_i128, 0_i128);
        for pair in moments.windows(2) {
            let delivered: u64 = members.iter().map(|&member| delivered(model, self, member, pair[0])).sum();
            let short = u64::from(ONE_PPM) - (delivered / u64::from(ONE_PPM)).min(u64::from(ONE_PPM));
            spell = if short == 0 { 0 } else { spell + i128::from(short) * i128::from(pair[1] - pair[0]) };
            longest = longest.max(spell);
        }
        (spell == 0).then(|| (longest / i128::from(ONE_PPM)) as i64 + 1)
    }
}

fn delivered(model: &Model, outputs: &Outputs, member: usize, at: i64) -> u64 {
    let graph = model.graph();
    let output = if graph.parameters.always_delivers(member) { ONE_PPM } else { outputs.at(graph.topology.provider(member), at) };
    u64::from(graph.parameters.share(member)) * u64::from(output)
}

/// The integral of 1 - output over the horizon, in hours.
pub(super) fn lost_hours(changes: &[Change], horizon: i64) -> f64 {
    let mut area = 0_i128;
    let mut last = (0, ONE_PPM);
    for (at, output) in changes.iter().map(|change| (change.at, change.output)).chain([(horizon, ONE_PPM)]) {
        area += i128::from(at - last.0) * i128::from(ONE_PPM - last.1);
        last = (at, output);
    }
    area as f64 / (f64::from(ONE_PPM) * HOUR_MS as f64)
}

/// A moment of a run as a time.
pub(super) fn time(ms: i64) -> Time {
    Time::from_ms(ms).unwrap_or(Time::MAX)
}
