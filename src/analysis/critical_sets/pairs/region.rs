//! What the loss of one item touches.

use crate::analysis::critical_sets::bits::Bits;
use crate::analysis::critical_sets::{Search, gone};
use crate::analysis::ranking::lasting;
use crate::engine::{Course, Timeline};
use crate::graph::{ESSENTIAL, Graph};
use crate::network::NodeId;
use crate::outcome::Cancel;
use rayon::prelude::*;

/// So many losses are followed before what they touch is noted.
const CHUNK: usize = 256;

/// What is known of the loss of one item.
#[derive(Debug, Clone)]
pub(super) struct Single {
    /// Its nodes, in order.
    pub(super) nodes: Vec<u32>,
    /// Nodes that have nothing left from the start and for good.
    pub(super) gone: Bits,
    /// The keys that its loss touches.
    touched: Bits,
    /// The score if all were lost that any chain of rows leads to.
    pub(super) behind: f64,
}

/// What each loss touches: needs, and behind them nodes.
pub(super) struct Regions<'s> {
    search: &'s Search<'s>,
    singles: Vec<Single>,
    /// Per key a set of items, in rows of `words` words.
    items: Vec<u64>,
    words: usize,
}

impl<'s> Regions<'s> {
    /// After an interrupt those of the first items alone.
    pub(super) fn of(search: &'s Search<'s>, cancel: &Cancel) -> Self {
        let graph = search.graph;
        let (count, keys) = (search.items.len(), graph.topology.needs() + graph.topology.nodes());
        let words = count.div_ceil(64);
        let mut regions = Self { search, singles: Vec::with_capacity(count), items: vec![0; keys * words], words };
        let timeline = Timeline::new(graph);
        let all: Vec<usize> = (0..count).collect();
        for chunk in all.chunks(CHUNK) {
            if cancel.is_stopped() {
                break;
            }
            let one = |timeline: &mut Timeline, &item: &usize| regions.follow(timeline, item);
            let found: Vec<Single> = chunk.par_iter().map_init(|| timeline.clone(), one).collect();
            for (&item, single) in chunk.iter().zip(found) {
                for key in single.touched.places() {
                    regions.items[key * words + item / 64] |= 1 << (item % 64);
                }
                regions.singles.push(single);
            }
        }
        regions
    }

    pub(super) fn singles(&self) -> &[Single] {
        &self.singles
    }

    /// The items whose loss touches something that the loss of this one touches.
    pub(super) fn touching(&self, item: usize) -> Bits {
        let mut found = Bits::new(self.words * 64);
        for key in self.singles[item].touched.places() {
            found.take(&self.items[key * self.words..][..self.words]);
        }
        found
    }

    fn nodes(&self, item: usize) -> Vec<u32> {
        let mut nodes: Vec<u32> = self.search.lost(item).iter().map(|node| node.0).collect();
        nodes.sort_unstable();
        nodes.dedup();
        nodes
    }

    fn follow(&self, timeline: &mut Timeline, item: usize) -> Single {
        let graph = self.search.graph;
        let nodes = self.nodes(item);
        let hazards = nodes.iter().map(|&node| lasting(NodeId(node))).collect();
        timeline.run(&Course { hazards, drains: Vec::new() }, self.search.config.rank.within.ms());
        let mut affected: Vec<u32> = timeline.changes().iter().map(|change| change.node).collect();
        let gone = gone(graph.topology.nodes(), timeline.changes());
        timeline.reset();
        affected.sort_unstable();
        affected.dedup();
        let mut touched = Bits::new(graph.topology.needs() + graph.topology.nodes());
        add_keys(graph, &affected, &mut touched);
        let behind = self.behind(graph, &nodes);
        Single { nodes, gone, touched, behind }
    }

    /// The score if all that lies behind an item were lost from the start.
    fn behind(&self, graph: Graph, nodes: &[u32]) -> f64 {
        let mut seen = Bits::new(graph.topology.nodes());
        for &node in nodes {
            seen.add(node as usize);
        }
        let (mut waiting, mut score) = (nodes.to_vec(), 0.0);
        while let Some(node) = waiting.pop() {
            for edge in graph.topology.dependents(node) {
                let dependent = graph.topology.node_of(edge.need);
                if !seen.has(dependent as usize) {
                    seen.add(dependent as usize);
                    score += self.search.weight(NodeId(dependent));
                    waiting.push(dependent);
                }
            }
        }
        score
    }
}

/// Notes the needs that have one of these nodes as a member; these nodes; and nodes with a supporting need whose needs are touched.
fn add_keys(graph: Graph, affected: &[u32], touched: &mut Bits) {
    let topology = graph.topology;
    let of_node = |node: u32| topology.needs() + node as usize;
    for &node in affected {
        touched.add(of_node(node));
    }
    for need in affected.iter().flat_map(|&node| topology.dependents(node)).map(|edge| edge.need) {
        touched.add(need as usize);
        let dependent = topology.node_of(need);
        if topology.needs_of(dependent).any(|need| graph.parameters.need(need as u32).weight != ESSENTIAL) {
            touched.add(of_node(dependent));
        }
    }
}
