//! What a node could deliver, and what arrives at a need (docs/semantics.md, sections 2 and 3).

use super::buffer::Buffer;
use super::timeline::{Cause, State, Timeline};
use crate::graph::{ESSENTIAL, Graph, NeedClass};
use crate::units::{ONE_PPM, TOLERANCE_PPM};

/// A supply in ppm from an exact sum in ppm squared: rounded down, and a whole where it is within tolerance of one.
pub(super) fn supply_of(sum: u64) -> u32 {
    let level = (sum / u64::from(ONE_PPM)).min(u64::from(ONE_PPM)) as u32;
    if level + TOLERANCE_PPM >= ONE_PPM { ONE_PPM } else { level }
}

/// 1 minus the effective supply of a need without stock, in ppm.
pub(super) fn shortfall(class: &NeedClass, supply: u32) -> u32 {
    if supply == ONE_PPM || supply + TOLERANCE_PPM >= class.minimum { ONE_PPM - supply } else { ONE_PPM }
}

/// Adds the needs of a node up to 1 minus its potential, in ppm.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Loss {
    essential: u32,
    supporting: u64,
}

impl Loss {
    pub(super) fn add(&mut self, class: &NeedClass, short: u32) {
        if short == 0 {
            return;
        }
        if class.weight == ESSENTIAL {
            self.essential = self.essential.max(short);
        } else {
            self.supporting += u64::from(class.weight) * u64::from(short);
        }
    }

    /// The loss in ppm: levels are rounded down, so losses up; within tolerance of nothing it is nothing.
    pub(super) fn total(self, own: u32) -> u32 {
        let supporting = self.supporting.div_ceil(u64::from(ONE_PPM)).min(u64::from(ONE_PPM)) as u32;
        let loss = own.max(self.essential).max(supporting);
        if loss <= TOLERANCE_PPM { 0 } else { loss }
    }
}

impl State {
    pub(super) fn buffer(&self, need: u32) -> Option<&Buffer> {
        let place = self.needs[need as usize].buffer_of;
        (place > 0).then(|| &self.buffers[place as usize - 1])
    }

    pub(super) fn runs_without_needs(&self, node: u32) -> bool {
        self.black_starts.iter().any(|&(other, _)| other == node)
    }

    /// What the active standby members of a need deliver, in ppm squared, given the loss of each provider.
    pub(super) fn standby_sum(&self, graph: Graph, need: u32, now: i64, loss: impl Fn(u32) -> u32) -> u64 {
        let Some(buffer) = self.buffer(need) else { return 0 };
        if buffer.primary_short_since.is_none() {
            return 0;
        }
        let active = |member: &usize| {
            let activation = graph.parameters.activation_ms(*member);
            activation > 0 && buffer.is_active(activation, now)
        };
        graph.topology.members(need).filter(active).map(|member| delivered(graph, member, &loss)).sum()
    }
}

/// What a member delivers, in ppm squared, given the loss of each provider.
pub(super) fn delivered(graph: Graph, member: usize, loss: impl Fn(u32) -> u32) -> u64 {
    let level = if graph.parameters.always_delivers(member) { ONE_PPM } else { ONE_PPM - loss(graph.topology.provider(member)) };
    u64::from(graph.parameters.share(member)) * u64::from(level)
}

impl Timeline<'_> {
    /// What the members without activation bring, in ppm squared. Where shares are not known, lost members may take away more than there is.
    fn primary_sum(&self, need: u32) -> u64 {
        self.graph.parameters.need(need).base.saturating_sub(self.state.needs[need as usize].deficit)
    }

    /// What the members without activation bring, in ppm.
    pub(super) fn primary_supply(&self, need: u32) -> u32 {
        supply_of(self.primary_sum(need))
    }

    /// All that arrives at a need, in ppm.
    pub(super) fn supply(&self, need: u32) -> u32 {
        let class = self.graph.parameters.need(need);
        let primary = self.primary_sum(need);
        if !class.standby {
            return supply_of(primary);
        }
        supply_of(primary + self.state.standby_sum(self.graph, need, self.now, |node| self.state.loss[node as usize]))
    }

    /// 1 minus the effective supply of a need at this moment, in ppm.
    pub(super) fn need_shortfall(&mut self, need: u32) -> u32 {
        let class = *self.graph.parameters.need(need);
        let supply = self.supply(need);
        if supply < ONE_PPM && self.bridges(need, &class) { 0 } else { shortfall(&class, supply) }
    }

    fn bridges(&mut self, need: u32, class: &NeedClass) -> bool {
        match self.state.needs[need as usize].buffer_of {
            0 => class.buffer_ms > 0,
            place => self.state.buffers[place as usize - 1].bridges(class, self.now),
        }
    }

    /// 1 minus the potential of a node, in ppm.
    pub(super) fn potential_loss(&self, node: u32) -> u32 {
        let own = self.state.own[node as usize];
        if !self.state.black_starts.is_empty() && self.state.runs_without_needs(node) {
            return Loss::default().total(own);
        }
        let mut loss = Loss::default();
        for need in self.graph.topology.needs_of(node) {
            let short = self.state.needs[need].short;
            if short > 0 {
                loss.add(self.graph.parameters.need(need as u32), short);
            }
        }
        loss.total(own)
    }

    /// Why the potential of a node is as low as it is: its own state before its needs, an earlier need before a later one.
    pub(super) fn cause_of(&self, node: u32, loss: u32) -> Cause {
        if self.state.own[node as usize] >= loss {
            return Cause::Hazard { event: self.state.event[node as usize] };
        }
        let weight_of = |need: usize| {
            let class = self.graph.parameters.need(need as u32);
            let weight = if class.weight == ESSENTIAL { ONE_PPM } else { class.weight };
            (u64::from(weight) * u64::from(self.state.needs[need].short), class.weight == ESSENTIAL)
        };
        let worst = self.graph.topology.needs_of(node).rev().max_by_key(|&need| weight_of(need));
        let need = worst.map_or(0, |need| need as u32);
        let buffer = self.state.buffer(need);
        Cause::Need {
            need,
            short_since: buffer.and_then(|buffer| buffer.short_since).unwrap_or(self.now),
            buffer_ended: buffer.and_then(|buffer| buffer.ended_at),
        }
    }
}
