//! All that decides an instant besides the outputs themselves.

use super::level::{ONE, potential, supply, usable};
use super::{Need, Net};

/// What holds at a moment while the outputs look for their fixed point.
#[derive(Clone, Debug)]
pub struct Conditions {
    /// Per node its own state.
    pub own: Vec<i64>,
    /// Per node the most its past allows it.
    pub cap: Vec<i64>,
    /// Per node whether it runs without its needs.
    pub black: Vec<bool>,
    /// Per need whether its stock stands behind it.
    pub stocked: Vec<bool>,
    /// Per need, per member, whether it counts.
    pub active: Vec<Vec<bool>>,
}

impl Conditions {
    /// What arrives for a need.
    pub fn supply(&self, place: usize, need: &Need, output: &[i64]) -> i64 {
        supply(need, output, |member| self.active[place][member])
    }

    /// What a need is met with.
    fn met(&self, place: usize, need: &Need, output: &[i64]) -> i64 {
        let arrives = self.supply(place, need, output);
        if self.black[need.dependent] || self.stocked[place] || arrives == ONE { ONE } else { usable(need, arrives) }
    }

    /// The potential of one node at the given outputs.
    pub fn potential(&self, net: &Net, node: usize, output: &[i64]) -> i64 {
        potential(net, node, self.own[node], |place| self.met(place, &net.needs[place], output))
    }

    /// What every node would give if all others gave `output`.
    pub fn respond(&self, net: &Net, output: &[i64]) -> Vec<i64> {
        (0..net.nodes.len()).map(|node| self.potential(net, node, output).min(self.cap[node])).collect()
    }
}
