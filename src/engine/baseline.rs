//! Which nodes are fed from outside their loops when all works: the least fixed point that starts from nothing (docs/semantics.md, section 4).

use super::potential::{Loss, shortfall, supply_of};
use super::queue::Queue;
use crate::graph::{Graph, Topology};
use crate::units::ONE_PPM;

/// How function reaches every node when all works, from the nodes that need nothing upwards.
#[derive(Debug, Clone)]
pub struct Baseline {
    /// 1 minus the level in the least fixed point, per node, in ppm.
    pub(super) loss: Vec<u32>,
    /// The step at which a node first rose, from 1: it owes that to nodes of a smaller rank.
    pub(super) rank: Vec<u32>,
    /// Nodes that rose more than once, so that their rank need not explain their level.
    pub(super) again: Vec<u32>,
}

impl Baseline {
    /// Works it out: each dependency is touched as often as its provider rises, in most networks once.
    pub fn of(graph: Graph) -> Self {
        if graph.parameters.is_plain() && graph.topology.has_single_members() {
            return Self::plain(graph.topology);
        }
        let (nodes, needs) = (graph.topology.nodes(), graph.topology.needs());
        let sum: Vec<u64> = (0..needs as u32).map(|need| always_delivered(graph, need)).collect();
        let met_by_stock = |need| graph.parameters.need(need).buffer_ms > 0;
        let short = (0..needs as u32).map(|need| if met_by_stock(need) { 0 } else { unmet(graph, need, sum[need as usize]) });
        let mut rise = Rise {
            graph,
            short: short.collect(),
            sum,
            queue: Queue::new(nodes),
            found: Self { loss: vec![ONE_PPM; nodes], rank: vec![0; nodes], again: Vec::new() },
        };
        (0..nodes as u32).for_each(|node| rise.queue.push(node));
        let mut step = 0;
        while let Some(node) = rise.queue.pop() {
            step += u32::from(rise.look_at(node, step + 1));
        }
        rise.found
    }

    /// The same where any lost provider loses the node: one works when all of its providers do, so they are counted.
    fn plain(topology: &Topology) -> Self {
        let nodes = topology.nodes();
        let mut unmet: Vec<u32> = (0..nodes as u32).map(|node| topology.members_of(node).len() as u32).collect();
        let mut found = Self { loss: vec![ONE_PPM; nodes], rank: vec![0; nodes], again: Vec::new() };
        let mut queue = Queue::new(nodes);
        (0..nodes as u32).for_each(|node| queue.push(node));
        let mut step = 0;
        while let Some(node) = queue.pop() {
            if unmet[node as usize] > 0 || found.loss[node as usize] == 0 {
                continue;
            }
            step += 1;
            (found.loss[node as usize], found.rank[node as usize]) = (0, step);
            for edge in topology.dependents(node) {
                let dependent = topology.node_of(edge.need);
                unmet[dependent as usize] -= 1;
                queue.push(dependent);
            }
        }
        found
    }

    /// Nodes that nothing outside their loop feeds although all works, in order.
    pub fn unfed(&self) -> impl Iterator<Item = u32> {
        self.loss.iter().enumerate().filter(|&(_, &loss)| loss == ONE_PPM).map(|(node, _)| node as u32)
    }

    pub(super) fn last_rank(&self) -> u64 {
        self.rank.iter().copied().max().map_or(0, u64::from)
    }
}

/// What the rows that carry no losses bring whatever happens, in ppm squared.
fn always_delivered(graph: Graph, need: u32) -> u64 {
    let always = |&member: &usize| graph.parameters.always_delivers(member) && graph.parameters.activation_ms(member) == 0;
    graph.topology.members(need).filter(always).map(|member| u64::from(graph.parameters.share(member)) * u64::from(ONE_PPM)).sum()
}

fn unmet(graph: Graph, need: u32, sum: u64) -> u32 {
    shortfall(graph.parameters.need(need), supply_of(sum))
}

struct Rise<'g> {
    graph: Graph<'g>,
    sum: Vec<u64>,
    short: Vec<u32>,
    queue: Queue,
    found: Baseline,
}

impl Rise<'_> {
    /// Raises a node as far as its needs are met; says whether it rose.
    fn look_at(&mut self, node: u32, step: u32) -> bool {
        let mut loss = Loss::default();
        for need in self.graph.topology.needs_of(node) {
            loss.add(self.graph.parameters.need(need as u32), self.short[need]);
        }
        let after = loss.total(0);
        let before = self.found.loss[node as usize];
        if after >= before {
            return false;
        }
        self.found.loss[node as usize] = after;
        if before == ONE_PPM {
            self.found.rank[node as usize] = step;
        } else {
            self.found.again.push(node);
        }
        self.tell_dependents(node, before - after);
        true
    }

    fn tell_dependents(&mut self, node: u32, gain: u32) {
        for edge in self.graph.topology.dependents(node) {
            let member = edge.member as usize;
            if self.graph.parameters.activation_ms(member) > 0 || self.graph.parameters.always_delivers(member) {
                continue;
            }
            let need = edge.need as usize;
            self.sum[need] += u64::from(self.graph.parameters.share(member)) * u64::from(gain);
            let short = unmet(self.graph, edge.need, self.sum[need]).min(self.short[need]);
            if short < self.short[need] {
                self.short[need] = short;
                self.queue.push(self.graph.topology.node_of(edge.need));
            }
        }
    }
}
