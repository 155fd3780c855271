//! Compromise: who is reached, when, and along which path (docs/semantics.md, section 11).
//!
//! A node falls at the earliest time any path reaches it; of equal paths the one of fewest steps counts, then the one whose ids come first.
//! Rows pass compromise or not whatever the time and whatever else works, so that this is a shortest path: Dijkstra's algorithm by (time,
//! steps). Which of several equal paths comes first is settled afterwards, level by level of steps: a path that is first is made of paths
//! that are first, so that within a level the nodes, met in the order of their paths, hand on that order to the next.
//!
//! Pure. Made once, it serves any number of runs; a run costs what it reaches, never the size of the network.
//!
//! ```
//! use keten::engine::Spread;
//! use keten::graph::{AccessCells, AccessLayer};
//! use keten::network::{Access, Cell, Draft, Network, Stance};
//! let mut draft = Draft::default();
//! draft.depend("tel", "vendor");
//! draft.detail_mut(0).access = Cell::Is(Access::Remote);
//! let network = Network::build(draft).unwrap();
//! let (layer, cells) = (AccessLayer::of(&network), AccessCells::new(&network, Stance::Central));
//! let mut spread = Spread::new(layer.nodes());
//! spread.run(&layer, &[(network.find("vendor").unwrap().0, 5)], 100, &cells);
//! assert_eq!(spread.at(network.find("tel").unwrap().0), Some(5));
//! ```

use crate::graph::{AccessLayer, AccessRow, Passage};
use std::cmp::Reverse;
use std::collections::BinaryHeap;

const NOT_YET: (i64, u32) = (i64::MAX, u32::MAX);

/// Who is compromised, when and in how many steps.
#[derive(Debug, Clone)]
pub struct Spread {
    /// Per node: when it falls, and in how many steps from where its compromise began.
    reached: Vec<(i64, u32)>,
    /// Nodes whose compromise is certain, by time and steps.
    fallen: Vec<u32>,
    /// Everything written since the last run.
    touched: Vec<u32>,
    waiting: BinaryHeap<Reverse<(i64, u32, u32)>>,
}

impl Spread {
    /// Room for so many nodes, none of them compromised.
    pub fn new(nodes: usize) -> Self {
        Self { reached: vec![NOT_YET; nodes], fallen: Vec::new(), touched: Vec::new(), waiting: BinaryHeap::new() }
    }

    /// Lets compromise spread from nodes that are compromised at moments (ms), as far as `until`, that moment included. What an earlier run
    /// found is forgotten.
    pub fn run(&mut self, layer: &AccessLayer, sources: &[(u32, i64)], until: i64, passage: &impl Passage) {
        self.reset();
        for &(node, at) in sources.iter().filter(|&&(_, at)| at <= until) {
            self.reach(node, at, 0);
        }
        while let Some(Reverse((at, steps, node))) = self.waiting.pop() {
            if self.reached[node as usize] != (at, steps) {
                continue;
            }
            self.fallen.push(node);
            for (row, after) in passing(layer, passage, node) {
                let then = at.saturating_add(after);
                if then <= until {
                    self.reach(row.dependent, then, steps + 1);
                }
            }
        }
    }

    fn reach(&mut self, node: u32, at: i64, steps: u32) {
        let known = &mut self.reached[node as usize];
        if (at, steps) < *known {
            if *known == NOT_YET {
                self.touched.push(node);
            }
            *known = (at, steps);
            self.waiting.push(Reverse((at, steps, node)));
        }
    }

    /// The compromised nodes, by time and steps.
    pub fn fallen(&self) -> &[u32] {
        &self.fallen
    }

    /// When a node falls, in ms; `None`: it does not.
    pub fn at(&self, node: u32) -> Option<i64> {
        Some(self.reached[node as usize].0).filter(|&at| at != NOT_YET.0)
    }

    /// How many rows a node's compromise passed; 0 where it began there or there is none.
    pub fn steps(&self, node: u32) -> u32 {
        Some(self.reached[node as usize].1).filter(|&steps| steps != NOT_YET.1).unwrap_or(0)
    }

    /// The row through which each node fell, of equal paths the first; `None` where compromise began or did not come. The layer and the
    /// passage are those of the last run.
    pub fn through(&self, layer: &AccessLayer, passage: &impl Passage) -> Vec<Option<u32>> {
        let mut through = vec![None; self.reached.len()];
        let mut level: Vec<u32> = self.fallen.iter().copied().filter(|&node| self.steps(node) == 0).collect();
        level.sort_unstable();
        while !level.is_empty() {
            let mut next = Vec::new();
            for node in level {
                let (at, steps) = self.reached[node as usize];
                for (row, after) in passing(layer, passage, node) {
                    let through = &mut through[row.dependent as usize];
                    let is_tight = self.reached[row.dependent as usize] == (at.saturating_add(after), steps + 1);
                    if is_tight && through.is_none() {
                        *through = Some(row.member);
                        next.push(row.dependent);
                    }
                }
            }
            level = next;
        }
        through
    }

    fn reset(&mut self) {
        for node in self.touched.drain(..) {
            self.reached[node as usize] = NOT_YET;
        }
        self.fallen.clear();
    }
}

/// The rows along which a compromised node passes compromise before it finds its own, with how long that takes.
fn passing<'a>(layer: &'a AccessLayer, passage: &'a impl Passage, node: u32) -> impl Iterator<Item = (AccessRow, i64)> + 'a {
    let range = layer.range(node);
    let found = if range.is_empty() { None } else { passage.detect_ms(node) };
    range.filter_map(move |place| {
        let row = layer.rows()[place];
        passage.after_ms(place, row).filter(|&after| found.is_none_or(|found| after < found)).map(|after| (row, after))
    })
}
