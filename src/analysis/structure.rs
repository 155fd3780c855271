//! How is this network built: which loops can hold themselves down, how long are its chains, which single losses end a vital process, and
//! which redundancy hangs on one node all the same?
//!
//! Single losses are taken as they stand in the end (docs/semantics.md, section 7): every stock has run out, and standby has stepped in.
//! Each loss is followed by itself where that is little work; else 512 at a time along what surely follows ([`Surely`](crate::engine::Surely)),
//! and the answer says which, and whether it is all.

mod depth;
mod points;
mod rings;

use super::Model;
use crate::network::{NeedId, NodeId};

pub use points::{Common, Method, Point, Process};
pub use rings::Ring;

/// What is asked.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Config {
    /// Every loss is followed by itself where nodes times rows are at most this.
    pub each_loss_up_to: u64,
    /// Whose passing outage holds its loop down is worked out where at most so many nodes are on loops.
    pub triggers_up_to: usize,
    /// So many pairs of a loss and what it ends are kept, of 8 bytes each; what is beyond them is left out, and the answer says so.
    pub most_pairs: usize,
}

impl Default for Config {
    fn default() -> Self {
        Self { each_loss_up_to: 100_000_000, triggers_up_to: 2_000, most_pairs: 20_000_000 }
    }
}

/// How a network is built.
#[derive(Debug, Clone, PartialEq)]
pub struct Structure {
    /// The loops: largest first, then by first node.
    pub rings: Vec<Ring>,
    /// How long its chains are.
    pub depth: Depth,
    /// How single losses were followed.
    pub method: Method,
    /// Whether every single loss that matters was found; else there may be more.
    pub complete: bool,
    /// The vital processes, in order, each with the single losses that end it.
    pub processes: Vec<Process>,
    /// Nodes that end vital processes: those that end most first, then by id.
    pub points: Vec<(NodeId, u64)>,
    /// The first needs that look redundant and hang on one node, in order.
    pub common: Vec<Common>,
    /// How many there are.
    pub commons: u64,
    /// How many needs look redundant.
    pub redundant: u64,
}

/// How long the chains of a network are, a loop counting as one link.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Depth {
    /// How many nodes need so many links below them: the first need nothing.
    pub levels: Vec<u64>,
    /// One of the longest chains, from what needs nothing up; a loop is named by its first node.
    pub longest: Vec<NodeId>,
}

impl Structure {
    /// The single losses that take away what a need seems to have twice.
    pub fn common_of(&self, need: NeedId) -> Option<&Common> {
        self.common.iter().find(|common| common.need == need)
    }
}

/// How single losses of a network are followed.
pub fn method(model: &Model, config: &Config) -> Method {
    let network = &model.network;
    let work = network.node_count() as u64 * (network.node_count() + network.dependency_count()) as u64;
    if work <= config.each_loss_up_to { Method::EachLoss } else { Method::Dominators }
}

/// Looks at how a network is built.
pub fn structure(model: &Model, config: &Config) -> Structure {
    let found = points::find(model, config);
    Structure {
        rings: rings::rings(model, config),
        depth: depth::depth(model),
        method: found.method,
        complete: found.complete,
        processes: found.processes,
        points: found.points,
        common: found.common,
        commons: found.commons,
        redundant: found.redundant,
    }
}
