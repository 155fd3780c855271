//! A network compiled to numbers: who needs whom ([`Topology`], immutable) and how much, how long and how ([`Parameters`]).
//!
//! Invariants: ids are those of the network, so no table of translation exists; no names, no strings. Stances and measures swap the
//! parameters; nothing is compiled again.
//!
//! ```
//! use keten::{graph::{Graph, Parameters, Topology}, network::{Draft, Network, Stance}};
//! let mut draft = Draft::default();
//! draft.depend("tel", "grid");
//! let network = Network::build(draft).unwrap();
//! let topology = Topology::of(&network);
//! let parameters = Parameters::of(&network, Stance::Central);
//! let graph = Graph { topology: &topology, parameters: &parameters };
//! assert_eq!(graph.topology.dependents(0).len(), 1);
//! ```

mod access;
mod cells;
mod chances;
mod components;
mod parameters;
mod topology;
mod unknowns;

pub use access::{AccessCells, AccessLayer, AccessNumbers, AccessRow, NEVER_PASSES, Passage};
pub use chances::Chances;
pub use components::Components;
pub use parameters::{Bracket, ESSENTIAL, NEVER_STARTS, NeedClass, NodeClass, Parameters, Rises, StandbyMode};
pub use topology::{Edge, Topology};
pub use unknowns::Unknowns;

/// A compiled network: its shape and its numbers.
#[derive(Debug, Clone, Copy)]
pub struct Graph<'a> {
    /// Who needs whom.
    pub topology: &'a Topology,
    /// How much, how long and how.
    pub parameters: &'a Parameters,
}
