//! Networks in which loss is all or nothing and takes no time: rows that each suffice alone, and needs that fall when more is lost than they
//! can spare.
//!
//! Invariant: nodes that bring one another down along rows that suffice alone are one *component*, for they are lost together or not at all.
//! A need is kept only where its members can bring it down together and none of those kept can alone.
//!
//! ```
//! use keten::{engine::{Binary, Quorums}, graph::{Graph, Parameters, Topology}, network::{Draft, Network, Stance}};
//! let mut draft = Draft::default();
//! for provider in ["north", "south"] {
//!     draft.depend("city", provider);
//!     let power = draft.names.intern("power");
//!     draft.dependencies.last_mut().unwrap().need = power;
//! }
//! let network = Network::build(draft).unwrap();
//! let (topology, parameters) = (Topology::of(&network), Parameters::of(&network, Stance::Central));
//! let binary = Binary::of(Graph { topology: &topology, parameters: &parameters }, 0).unwrap();
//! assert_eq!(Quorums::of(&binary).needs(), 1);
//! ```

use super::binary::{Binary, spare_ppm};
use super::condensed::{Condensed, grouped};
use std::ops::Range;

/// A row towards a need that survives some losses, as its provider sees it. It holds what the need can spare, so that most losses of a member
/// look at one place in memory alone.
#[derive(Debug, Clone, Copy)]
pub(super) struct Row {
    pub(super) need: u32,
    /// What is lost with the provider, and what the need can spare, both in the largest unit that all its shares are multiples of.
    pub(super) weight: u32,
    pub(super) spare: u32,
}

/// A network without time and without levels in between.
#[derive(Debug, Clone)]
pub struct Quorums<'g> {
    alone: Condensed<'g>,
    first_row: Vec<u32>,
    rows: Vec<Row>,
    /// Per need the component that falls with it.
    component: Vec<u32>,
    /// Per component a number that is the same along loops of any rows, and no smaller than those of its providers.
    pub(super) depth: Vec<u32>,
}

impl<'g> Quorums<'g> {
    /// Splits a network of which [`Binary::is_at_once`] holds.
    ///
    /// # Panics
    /// Where it does not hold.
    pub fn of(binary: &Binary<'g>) -> Self {
        assert!(binary.is_at_once(), "needs can be counted only where their losses take no time");
        let alone = Condensed::of_alone(binary);
        let (mut component, mut listed): (Vec<u32>, Vec<(u32, Row)>) = (Vec::new(), Vec::new());
        for need in 0..binary.graph.topology.needs() as u32 {
            if let Some(joint) = joint_members(binary, &alone, need, component.len() as u32, &mut listed) {
                component.push(joint);
            }
        }
        let (first_row, rows) = grouped(alone.count(), listed.iter().copied(), Row { need: 0, weight: 0, spare: 0 });
        let whole = binary.graph.topology.components();
        let depth = (0..alone.count() as u32).map(|component| whole.of_node(alone.nodes(component)[0])).collect();
        Self { alone, first_row, rows, component, depth }
    }

    /// The components, and the rows between them that suffice alone.
    pub fn alone(&self) -> &Condensed<'g> {
        &self.alone
    }

    /// How many needs fall only by the loss of several members.
    pub fn needs(&self) -> usize {
        self.component.len()
    }

    /// The component that falls with a need.
    pub(super) fn component(&self, need: u32) -> u32 {
        self.component[need as usize]
    }

    /// The rows of a component towards needs that survive some losses.
    pub(super) fn rows(&self, component: u32) -> &[Row] {
        let range: Range<usize> = self.first_row[component as usize] as usize..self.first_row[component as usize + 1] as usize;
        &self.rows[range]
    }
}

/// Lists the members that bring a need down only together, with their components; `None` where they cannot.
fn joint_members(binary: &Binary, alone: &Condensed, need: u32, number: u32, listed: &mut Vec<(u32, Row)>) -> Option<u32> {
    let graph = binary.graph;
    let members = graph.topology.members(need);
    if members.len() < 2 || graph.parameters.need(need).buffer_ms > binary.within {
        return None;
    }
    let spare = spare_ppm(graph.parameters.need(need));
    let (own, first) = (alone.of_node(graph.topology.node_of(need)), listed.len());
    let (mut unit, mut total) = (0, 0);
    for member in members {
        let (weight, component) = (graph.parameters.share(member), alone.of_node(graph.topology.provider(member)));
        if weight == 0 || u64::from(weight) > spare || component == own || graph.parameters.always_delivers(member) {
            continue;
        }
        (unit, total) = (common(unit, weight), total + u64::from(weight));
        listed.push((component, Row { need: number, weight, spare: 0 }));
    }
    if total <= spare {
        listed.truncate(first);
        return None;
    }
    for (_, row) in &mut listed[first..] {
        (row.weight, row.spare) = (row.weight / unit, (spare / u64::from(unit)) as u32);
    }
    Some(own)
}

/// The greatest common divisor.
fn common(mut a: u32, mut b: u32) -> u32 {
    while a != b && b > 0 {
        (a, b) = (b, a % b);
    }
    a
}
