//! Whom compromise reaches within a time, told from what one busy node reaches.
//!
//! Write d for the time from one node to another, h for the hub and T for the time asked. Compromise of s reaches, by way of h, every node v
//! with d(s, h) + d(h, v) ≤ T: that many are known without looking at them. What else it reaches is found by following it through those
//! nodes x alone to which it is there sooner than by way of the hub, d(s, x) < d(s, h) + d(h, x).
//!
//! Proof. Let d(s, v) ≤ T < d(s, h) + d(h, v), and x lie on a shortest way from s to v. Were d(s, x) ≥ d(s, h) + d(h, x), then d(s, v) =
//! d(s, x) + d(x, v) ≥ d(s, h) + d(h, x) + d(x, v) ≥ d(s, h) + d(h, v) > T. So every such x is followed, and v is found. Where s does not
//! reach the hub at all, d(s, h) is infinite and everything is followed. Several sources are one that reaches each of them at once.

use super::condensed::Condensed;
use super::delay::{Backwards, Walk};
use crate::graph::{AccessLayer, AccessNumbers, NEVER_PASSES};
use std::cmp::Reverse;
use std::collections::BinaryHeap;

/// The node of the largest component that most rows lead from; `None` in a network without nodes.
pub fn busiest(condensed: &Condensed, layer: &AccessLayer) -> Option<u32> {
    let largest = (0..condensed.count() as u32).max_by_key(|&component| (condensed.nodes(component).len(), Reverse(component)))?;
    condensed.nodes(largest).iter().copied().max_by_key(|&node| (layer.range(node).len(), Reverse(node)))
}

/// A busy node, with how far everything is from it and to it.
#[derive(Debug, Clone)]
pub struct Hub {
    node: u32,
    /// In ms, per node; `i64::MAX` where there is no way.
    from: Vec<i64>,
    to: Vec<i64>,
    /// What is reached from the hub, by distance: all, and of these the marked ones.
    reached: Vec<i64>,
    marked: Vec<i64>,
}

/// How many nodes compromise reaches that are not its sources, and how many of these are marked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Counted {
    /// Nodes.
    pub nodes: u64,
    /// Marked nodes.
    pub marked: u64,
}

impl Hub {
    /// Looks both ways from a node; `marked` are the nodes to count apart.
    pub fn of(node: u32, layer: &AccessLayer, numbers: &AccessNumbers, backwards: &Backwards, marked: &[bool]) -> Self {
        let (mut ahead, mut back) = (Walk::new(layer.nodes()), Walk::new(layer.nodes()));
        rayon::join(
            || ahead.from(node, |at| layer.range(at).map(|place| (layer.rows()[place].dependent, numbers.after(place)))),
            || back.from(node, |at| backwards.rows_to(at, numbers)),
        );
        let distance = |&at: &u32| ahead.distance[at as usize];
        let reached = ahead.reached.iter().map(distance).collect();
        let marked = ahead.reached.iter().filter(|&&node| marked[node as usize]).map(distance).collect();
        Self { node, from: ahead.distance, to: back.distance, reached, marked }
    }

    /// The node.
    pub(super) fn node(&self) -> u32 {
        self.node
    }

    /// From a node that leads to the hub, by way of it, to the furthest of what is reached.
    pub(super) fn longest(&self, node: u32) -> i64 {
        self.to[node as usize].saturating_add(self.reached.last().copied().unwrap_or(0))
    }

    /// How many nodes are within a time of the hub.
    fn within(&self, time: i64) -> Counted {
        let count = |sorted: &[i64]| sorted.partition_point(|&at| at <= time) as u64;
        Counted { nodes: count(&self.reached), marked: count(&self.marked) }
    }
}

/// Room for following compromise past a hub, one set of sources after another.
#[derive(Debug, Clone)]
pub struct PastHub {
    distance: Vec<i64>,
    touched: Vec<u32>,
    waiting: BinaryHeap<Reverse<(i64, u32)>>,
}

impl PastHub {
    /// Room for so many nodes.
    pub fn new(nodes: usize) -> Self {
        Self { distance: vec![i64::MAX; nodes], touched: Vec::new(), waiting: BinaryHeap::new() }
    }

    /// Counts whom compromise of all the sources (in order) at 0 reaches until a time, that moment included, the sources left out.
    pub fn count(
        &mut self,
        hub: &Hub,
        sources: &[u32],
        until: i64,
        layer: &AccessLayer,
        numbers: &AccessNumbers,
        marked: &[bool],
    ) -> Counted {
        let to_hub = sources.iter().map(|&node| hub.to[node as usize]).min().unwrap_or(i64::MAX);
        let by_hub = |node: u32| to_hub.saturating_add(hub.from[node as usize]);
        let mut counted = if to_hub <= until { hub.within(until - to_hub) } else { Counted::default() };
        let own = sources.iter().filter(|&&node| by_hub(node) <= until);
        counted.nodes -= own.clone().count() as u64;
        counted.marked -= own.filter(|&&node| marked[node as usize]).count() as u64;
        self.follow(sources, until, layer, numbers, &by_hub);
        let more = self.touched.iter().filter(|&&node| by_hub(node) > until && sources.binary_search(&node).is_err());
        counted.nodes += more.clone().count() as u64;
        counted.marked += more.filter(|&&node| marked[node as usize]).count() as u64;
        counted
    }

    /// Follows compromise through what it reaches sooner than by way of the hub.
    fn follow(&mut self, sources: &[u32], until: i64, layer: &AccessLayer, numbers: &AccessNumbers, by_hub: &dyn Fn(u32) -> i64) {
        for node in self.touched.drain(..) {
            self.distance[node as usize] = i64::MAX;
        }
        for &node in sources {
            self.reach(node, 0);
        }
        while let Some(Reverse((at, node))) = self.waiting.pop() {
            if at > self.distance[node as usize] || at >= by_hub(node) {
                continue;
            }
            for place in layer.range(node).filter(|&place| numbers.after(place) != NEVER_PASSES) {
                let then = at.saturating_add(numbers.after(place));
                if then <= until {
                    self.reach(layer.rows()[place].dependent, then);
                }
            }
        }
    }

    fn reach(&mut self, node: u32, at: i64) {
        let known = &mut self.distance[node as usize];
        if at < *known {
            if *known == i64::MAX {
                self.touched.push(node);
            }
            *known = at;
            self.waiting.push(Reverse((at, node)));
        }
    }
}
