//! Calls what a timeline will look at into the cache before it does. In a network of millions every look at a node or need waits for memory;
//! loads that do not depend on one another overlap, so that many then wait about as long as one. Nothing is changed by it.

use super::timeline::Timeline;
use crate::graph::Edge;
use std::hint::black_box;

/// So many nodes or needs are called for at once: a core waits for no more lines of memory than a few times this.
pub(super) const AHEAD: usize = 16;
/// A smaller network stays in a core's own cache.
const LARGE: usize = 1 << 16;

impl Timeline<'_> {
    /// Calls for the needs that a provider helps to meet.
    pub(super) fn touch_needs(&self, edges: &[Edge]) {
        let (state, work) = (&self.state, &self.work);
        if state.needs.len() < LARGE {
            return;
        }
        let topology = self.graph.topology;
        let of_need =
            |edge: &Edge| state.needs[edge.need as usize].short ^ work.touched_needs.mark(edge.need) ^ topology.node_of(edge.need);
        black_box(edges.iter().fold(0, |sum, edge| sum ^ of_need(edge)));
        black_box(edges.iter().fold(0, |sum, edge| sum ^ state.dead_needs[topology.node_of(edge.need) as usize]));
    }

    /// Calls for the nodes that are looked at next.
    pub(super) fn touch_queued(&self) {
        self.touch_nodes(self.work.queue.ahead(AHEAD));
    }

    /// Calls for nodes, and for the first of the needs and dependents of each.
    pub(super) fn touch_nodes(&self, nodes: &[u32]) {
        let (state, work, topology) = (&self.state, &self.work, self.graph.topology);
        if state.needs.len() < LARGE {
            return;
        }
        let of_node = |&node: &u32| {
            let place = node as usize;
            let state_of = state.own[place] ^ state.loss[place] ^ state.window_of[place] ^ work.place[place];
            let marks = work.looked_at.mark(node) ^ work.touched_nodes.mark(node) ^ work.moved.mark(node);
            let need = topology.needs_of(node).next().map_or(0, |need| state.needs[need].short);
            let class = self.graph.parameters.node(node).restart_ms as u32;
            state_of ^ marks ^ need ^ class ^ topology.dependents(node).first().map_or(0, |edge| edge.need)
        };
        black_box(nodes.iter().fold(0, |sum, node| sum ^ of_node(node)));
    }
}
