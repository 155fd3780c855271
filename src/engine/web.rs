//! The rows along which losses pass where any lost input loses the node, by provider, each with what is drawn for it.
//!
//! Invariant: rows that never carry, or not within the horizon, are left out; a row that always carries has no draw.
//!
//! ```
//! use keten::engine::{Binary, Web};
//! use keten::{graph::{Chances, Graph, Parameters, Topology}, network::{Draft, Network, Stance}};
//! let mut draft = Draft::default();
//! draft.depend("tel", "grid");
//! let network = Network::build(draft).unwrap();
//! let (topology, parameters) = (Topology::of(&network), Parameters::of(&network, Stance::Central));
//! let binary = Binary::of(Graph { topology: &topology, parameters: &parameters }, 72 * 3_600_000).unwrap();
//! assert_eq!(Web::of(&binary, &Chances::default()).rows(), 1);
//! ```

use super::binary::Binary;
use crate::graph::Chances;
use crate::units::Chance;
use rustc_hash::FxHashMap;
use std::ops::Range;

/// Who falls with whom, perhaps.
#[derive(Debug, Clone)]
pub struct Web {
    first: Vec<u32>,
    rows: Vec<Row>,
    /// The probabilities that there are: a row names one of them.
    chances: Vec<Chance>,
}

/// A row as its provider sees it, in a quarter of a line of memory: fetching rows is what a loss that few feel spends its time on.
#[derive(Debug, Clone, Copy)]
struct Row {
    thing: u64,
    dependent: u32,
    chance: u32,
}

/// Rows in a line of memory.
const ROWS_IN_LINE: usize = 4;

impl Web {
    /// The rows of a network in which any lost input loses the node, if its row carries. The network's numbers let every row carry that may.
    pub fn of(binary: &Binary, chances: &Chances) -> Self {
        let topology = binary.graph.topology;
        let mut web = Self { first: vec![0], rows: Vec::new(), chances: Vec::new() };
        let mut known = FxHashMap::default();
        for provider in 0..topology.nodes() as u32 {
            for edge in topology.dependents(provider).iter().filter(|edge| binary.passes(edge.need, edge.member as usize)) {
                let (thing, chance) = chances.row(edge.member as usize);
                let place = *known.entry(chance).or_insert(web.chances.len() as u32);
                if place as usize == web.chances.len() {
                    web.chances.push(chance);
                }
                web.rows.push(Row { thing, dependent: topology.node_of(edge.need), chance: place });
            }
            web.first.push(web.rows.len() as u32);
        }
        web
    }

    /// How many nodes there are.
    pub fn nodes(&self) -> usize {
        self.first.len() - 1
    }

    /// How many rows may carry losses.
    pub fn rows(&self) -> usize {
        self.rows.len()
    }

    pub(super) fn rows_of(&self, provider: u32) -> Range<usize> {
        self.first[provider as usize] as usize..self.first[provider as usize + 1] as usize
    }

    pub(super) fn dependent(&self, row: usize) -> u32 {
        self.rows[row].dependent
    }

    /// The thing that is drawn for a row, and how likely it is to carry.
    pub(super) fn drawn(&self, row: usize) -> (u64, Chance) {
        (self.rows[row].thing, self.chances[self.rows[row].chance as usize])
    }

    /// Reads one row in each line of memory that these providers' rows take.
    pub(super) fn touch(&self, providers: &[u32]) {
        let few = |provider: &u32| self.rows_of(*provider).step_by(ROWS_IN_LINE).take(ROWS_IN_LINE);
        let ends: u32 = providers.iter().map(|&provider| self.first[provider as usize]).fold(0, |sum, first| sum ^ first);
        std::hint::black_box(ends);
        let things = providers.iter().flat_map(few).fold(0, |sum, row| sum ^ self.rows[row].thing);
        std::hint::black_box(things);
    }
}
