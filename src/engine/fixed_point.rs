//! The two fixed points that tell what a loop hides, kept up to date by looking only where they can have moved.
//!
//! The greatest fixed point (*ceiling*) is where the network would stand if nothing but causes outside of loops held it down; the least one
//! that starts from nothing (*floor*) is where it would stand if nothing but sources outside of loops kept it up. Both almost always equal the
//! present outputs, so only the differences are stored.
//!
//! Invariant, for each side: every node that stands at its bound is *justified*: the bound follows from nodes with a smaller stamp alone. A
//! node that loses its justification becomes a suspect together with everything that rests on it; suspects are solved anew from the extreme,
//! and receive new stamps in the order in which they first move (the delete-and-rederive idea of deductive databases, here for graded levels).
//! A node that moved more than once may owe its level to one that owes its own to it: if so it is left without a stamp, justifies nothing,
//! and is a suspect whenever it is looked at.

use super::potential::{Loss, delivered, shortfall, supply_of};
use super::queue::{Marks, Queue};
use super::timeline::State;
use crate::graph::{Graph, NeedClass};
use crate::units::ONE_PPM;

/// The stamp of a node whose level has no order of justification.
const UNJUSTIFIED: u64 = u64::MAX;

/// Which fixed point.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Side {
    Ceiling,
    Floor,
}

/// One of the two fixed points, as its difference from the present outputs.
#[derive(Debug, Clone)]
pub(super) struct FixedPoint {
    side: Side,
    /// The order of justification; a node justifies only those with a greater stamp.
    stamp: Vec<u64>,
    clock: u64,
    /// 1 minus the level plus one where it differs from the output, else 0.
    apart: Vec<u32>,
    /// Nodes that differ, and some that no longer do.
    listed: Vec<u32>,
    queue: Queue,
    suspects: Marks,
    trial: Vec<u32>,
    /// Suspects that moved in the present solution, and those that moved again.
    moved: Marks,
    again: Vec<u32>,
    changed: bool,
}

/// What a fixed point is worked out from: the settled state at the end of an instant.
#[derive(Clone, Copy)]
pub(super) struct Settled<'a, 'g> {
    pub(super) graph: Graph<'g>,
    pub(super) state: &'a State,
    pub(super) now: i64,
}

impl Settled<'_, '_> {
    fn has_stock(&self, need: u32, class: &NeedClass) -> bool {
        self.state.buffer(need).map_or(class.buffer_ms > 0, |buffer| buffer.has_stock(class, self.now))
    }

    /// 1 minus the potential of a node, were the losses of its providers as given.
    fn potential_loss(&self, node: u32, loss_of: impl Fn(u32) -> u32) -> u32 {
        let own = self.state.own[node as usize];
        if self.state.runs_without_needs(node) {
            return Loss::default().total(own);
        }
        let mut loss = Loss::default();
        for need in self.graph.topology.needs_of(node) {
            let need = need as u32;
            let class = self.graph.parameters.need(need);
            let always = self.graph.topology.members(need).filter(|&member| self.graph.parameters.activation_ms(member) == 0);
            let primary: u64 = always.map(|member| delivered(self.graph, member, &loss_of)).sum();
            let supply = supply_of(primary + if class.standby { self.state.standby_sum(self.graph, need, self.now, &loss_of) } else { 0 });
            if supply < ONE_PPM && !self.has_stock(need, class) {
                loss.add(class, shortfall(class, supply));
            }
        }
        loss.total(own)
    }

    pub(super) fn is_pending(&self, node: u32) -> bool {
        let place = self.state.window_of[node as usize];
        place > 0 && self.state.windows[place as usize - 1].is_pending()
    }

    fn loss(&self, node: u32) -> u32 {
        self.state.loss[node as usize]
    }

    /// What a node loses by its own state alone, in ppm: within tolerance of nothing it is nothing.
    fn own_loss(&self, node: u32) -> u32 {
        Loss::default().total(self.state.own[node as usize])
    }
}

impl FixedPoint {
    /// A fixed point that equals the outputs, with the order in which it is justified.
    pub(super) fn new(side: Side, stamp: Vec<u64>, clock: u64) -> Self {
        let nodes = stamp.len();
        Self {
            side,
            stamp,
            clock,
            apart: vec![0; nodes],
            listed: Vec::new(),
            queue: Queue::new(nodes),
            suspects: Marks::new(nodes),
            trial: vec![0; nodes],
            moved: Marks::new(nodes),
            again: Vec::new(),
            changed: false,
        }
    }

    /// Whether it equals the outputs everywhere.
    pub(super) fn is_everywhere_the_output(&self) -> bool {
        self.listed.is_empty()
    }

    /// 1 minus its level at a node where it differs from the output.
    pub(super) fn apart(&self, node: u32) -> Option<u32> {
        self.apart[node as usize].checked_sub(1)
    }

    /// The nodes at which it differs from the output.
    pub(super) fn nodes_apart(&self) -> impl Iterator<Item = u32> {
        self.listed.iter().copied().filter(|&node| self.apart[node as usize] > 0)
    }

    /// A node that just left the level at which nothing needs a justification receives the next stamp.
    pub(super) fn stamp(&mut self, node: u32) {
        self.clock += 1;
        self.stamp[node as usize] = self.clock;
    }

    pub(super) fn set_apart(&mut self, node: u32, loss: Option<u32>) {
        let after = loss.map_or(0, |loss| loss + 1);
        let before = std::mem::replace(&mut self.apart[node as usize], after);
        self.changed |= before != after;
        if before == 0 && loss.is_some() {
            self.listed.push(node);
        }
    }

    /// Brings it up to date. `seeds` hold every node whose circumstances changed, `forced` those whose justification was their own and is
    /// gone. Says whether any node came to differ, ceased to, or differs otherwise than before.
    pub(super) fn update(&mut self, settled: Settled, seeds: &[u32], forced: &[u32]) -> bool {
        for &node in forced {
            if self.is_candidate(settled, node) {
                self.suspect(settled, node);
            }
        }
        for &node in seeds {
            self.queue.push(node);
        }
        while let Some(node) = self.queue.pop() {
            self.examine(settled, node);
        }
        self.solve(settled);
        self.suspects.clear();
        let again = std::mem::take(&mut self.again);
        self.verify(settled, &again);
        self.listed.retain(|&node| self.apart[node as usize] > 0);
        self.listed.sort_unstable();
        self.listed.dedup();
        std::mem::take(&mut self.changed)
    }

    /// Takes the stamp from every node of `again`, and from those that rest on them, that has no order of justification.
    pub(super) fn verify(&mut self, settled: Settled, again: &[u32]) {
        for &node in again {
            self.queue.push(node);
        }
        while let Some(node) = self.queue.pop() {
            let on_loop = settled.graph.topology.components().is_on_loop(node);
            let stands = self.apart[node as usize] == 0 && self.is_candidate(settled, node) && self.stamp[node as usize] != UNJUSTIFIED;
            if !on_loop || !stands || self.is_justified(settled, node) {
                continue;
            }
            self.stamp[node as usize] = UNJUSTIFIED;
            for edge in settled.graph.topology.dependents(node) {
                self.queue.push(settled.graph.topology.node_of(edge.need));
            }
        }
    }

    /// Whether the level of a node could lie beyond its output on this side.
    fn is_candidate(&self, settled: Settled, node: u32) -> bool {
        let loss = settled.loss(node);
        match self.side {
            Side::Ceiling => loss > settled.own_loss(node) && !settled.is_pending(node),
            Side::Floor => loss < ONE_PPM,
        }
    }

    fn examine(&mut self, settled: Settled, node: u32) {
        if self.suspects.contains(node) {
            return;
        }
        if !self.is_candidate(settled, node) {
            if self.apart[node as usize] > 0 {
                self.set_apart(node, None);
                self.queue_dependents(settled, node);
            }
            return;
        }
        if self.apart[node as usize] > 0 || !self.is_justified(settled, node) {
            self.suspect(settled, node);
        }
    }

    fn suspect(&mut self, settled: Settled, node: u32) {
        if self.suspects.add(node) {
            self.queue_dependents(settled, node);
        }
    }

    fn queue_dependents(&mut self, settled: Settled, node: u32) {
        for edge in settled.graph.topology.dependents(node) {
            if !settled.graph.parameters.always_delivers(edge.member as usize) {
                self.queue.push(settled.graph.topology.node_of(edge.need));
            }
        }
    }

    /// Whether the node's output follows from nodes with smaller stamps alone.
    fn is_justified(&self, settled: Settled, node: u32) -> bool {
        let undisturbed = self.suspects.items().is_empty() && self.listed.is_empty();
        if undisturbed && !settled.graph.topology.components().is_on_loop(node) {
            return true;
        }
        let mine = self.stamp[node as usize];
        if mine == UNJUSTIFIED {
            return false;
        }
        let justifies = |p: u32| self.stamp[p as usize] < mine && self.apart[p as usize] == 0 && !self.suspects.contains(p);
        let loss = settled.loss(node);
        match self.side {
            Side::Ceiling => {
                let known = |p: u32| if justifies(p) || settled.is_pending(p) { settled.loss(p) } else { settled.own_loss(p) };
                settled.potential_loss(node, known) >= loss
            }
            Side::Floor => settled.potential_loss(node, |p| if justifies(p) { settled.loss(p) } else { ONE_PPM }) <= loss,
        }
    }

    /// Solves the suspects from the extreme, the rest being given.
    fn solve(&mut self, settled: Settled) {
        let suspects = self.suspects.items().to_vec();
        for &node in &suspects {
            self.trial[node as usize] = if self.side == Side::Ceiling { settled.own_loss(node) } else { ONE_PPM };
            self.queue.push(node);
        }
        while let Some(node) = self.queue.pop() {
            self.improve(settled, node);
        }
        self.moved.clear();
        for node in suspects {
            let trial = self.trial[node as usize];
            self.set_apart(node, (trial != settled.loss(node)).then_some(trial));
        }
    }

    fn improve(&mut self, settled: Settled, node: u32) {
        let known = |p: u32| {
            if self.suspects.contains(p) { self.trial[p as usize] } else { self.apart(p).unwrap_or_else(|| settled.loss(p)) }
        };
        let potential = settled.potential_loss(node, known);
        let (trial, output) = (self.trial[node as usize], settled.loss(node));
        let next = match self.side {
            Side::Ceiling => potential.min(output).max(trial),
            Side::Floor => potential.max(output).min(trial),
        };
        if next == trial {
            return;
        }
        self.trial[node as usize] = next;
        if self.moved.add(node) {
            self.stamp(node);
        } else {
            self.again.push(node);
        }
        for edge in settled.graph.topology.dependents(node) {
            let dependent = settled.graph.topology.node_of(edge.need);
            if self.suspects.contains(dependent) {
                self.queue.push(dependent);
            }
        }
    }
}
