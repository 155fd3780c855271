//! Which nodes fall with which, where losing any provider loses the dependent: strongly connected components, and the rows between them.
//! Or, of the access layer: which nodes are compromised with which.
//!
//! Proof that a component may stand for its nodes: within one every node reaches every other along rows that pass loss, each of which loses
//! its dependent by itself, so that they are lost together or not at all; and a node is lost exactly when it can be reached from an initiator.
//!
//! Invariant: a component's number is smaller than those of the components that depend on it.
//!
//! ```
//! use keten::{engine::{Binary, Condensed}, graph::{Graph, Parameters, Topology}, network::{Draft, Network, Stance}};
//! let mut draft = Draft::default();
//! draft.depend("tel", "grid");
//! draft.depend("grid", "tel");
//! draft.depend("shop", "tel");
//! let network = Network::build(draft).unwrap();
//! let (topology, parameters) = (Topology::of(&network), Parameters::of(&network, Stance::Central));
//! let binary = Binary::of(Graph { topology: &topology, parameters: &parameters }, 0).unwrap();
//! let condensed = Condensed::of(&binary);
//! assert_eq!(condensed.count(), 2);
//! assert_eq!(condensed.dependents(0), [1]);
//! ```

use super::binary::Binary;
use crate::graph::{AccessLayer, AccessNumbers, Components, NEVER_PASSES};
use std::borrow::Cow;

/// The components of a network in which any lost input loses the node.
#[derive(Debug, Clone)]
pub struct Condensed<'g> {
    components: Cow<'g, Components>,
    first_node: Vec<u32>,
    nodes: Vec<u32>,
    first_dependent: Vec<u32>,
    dependents: Vec<u32>,
}

impl<'g> Condensed<'g> {
    /// Condenses a network of which [`Binary::any_input`] holds.
    ///
    /// # Panics
    /// Where it does not hold.
    pub fn of(binary: &Binary<'g>) -> Self {
        assert!(binary.any_input(), "components stand for their nodes only where any lost input loses the node");
        let topology = binary.graph.topology;
        let components = if binary.every_row_counts() {
            Cow::Borrowed(topology.components())
        } else {
            // A row that passes no loss leads back to where it comes from, which joins nothing.
            let targets = (0..topology.needs() as u32).flat_map(|need| {
                let target = move |member| if binary.passes(need, member) { topology.provider(member) } else { topology.node_of(need) };
                topology.members(need).map(target)
            });
            let targets: Vec<u32> = targets.collect();
            Cow::Owned(Components::of(topology.nodes(), |node| topology.members_of(node), |member| targets[member]))
        };
        let rows = (0..topology.needs() as u32).flat_map(|need| {
            let passing = topology.members(need).filter(move |&member| binary.every_row_counts() || binary.passes(need, member));
            passing.map(move |member| (topology.provider(member), topology.node_of(need)))
        });
        Self::join(components, topology.nodes(), rows)
    }

    /// Condenses any network along the rows that lose their dependent at once and alone.
    pub(super) fn of_alone(binary: &Binary<'g>) -> Self {
        let topology = binary.graph.topology;
        let (first, providers) = providers_alone(binary);
        let rows_of = |node: u32| first[node as usize] as usize..first[node as usize + 1] as usize;
        let components = Components::of(topology.nodes(), rows_of, |row| providers[row]);
        let mut rows = Vec::new();
        for node in 0..topology.nodes() as u32 {
            let dependent = components.of_node(node);
            let components = &components;
            let between = providers[rows_of(node)].iter().map(|&provider| components.of_node(provider));
            rows.extend(between.filter(|&provider| provider != dependent).map(|provider| (provider, dependent)));
        }
        let (first, dependents) = grouped(components.count(), rows.iter().copied(), 0);
        Self::with(Cow::Owned(components), topology.nodes(), &first, &dependents)
    }

    /// Condenses an access layer: along its rows that pass compromise, whenever that is.
    pub fn of_access(layer: &AccessLayer, numbers: &AccessNumbers) -> Condensed<'static> {
        let passes = |place: usize| numbers.after(place) != NEVER_PASSES;
        let from =
            |node: u32| layer.range(node).filter(move |&place| passes(place)).map(move |place| (node, layer.rows()[place].dependent));
        let nodes = layer.nodes();
        let components = if numbers.all_pass() {
            Components::of(nodes, |node| layer.range(node), |place| layer.rows()[place].dependent)
        } else {
            // A row that passes nothing leads back to where it comes from, which joins nothing.
            let end = |node: u32| layer.range(node).map(move |place| if passes(place) { layer.rows()[place].dependent } else { node });
            let targets: Vec<u32> = (0..nodes as u32).flat_map(end).collect();
            Components::of(nodes, |node| layer.range(node), |place| targets[place])
        };
        Condensed::join(Cow::Owned(components.reversed()), nodes, (0..nodes as u32).flat_map(from))
    }

    /// Joins components by rows between nodes, from provider to dependent.
    fn join(components: Cow<'g, Components>, nodes: usize, rows: impl Iterator<Item = (u32, u32)> + Clone) -> Self {
        let count = components.count();
        let known = components.as_ref();
        let rows = rows.map(|(provider, dependent)| (known.of_node(provider), known.of_node(dependent)));
        let (first, dependents) = grouped(count, rows.filter(|(provider, dependent)| provider != dependent), 0);
        Self::with(components, nodes, &first, &dependents)
    }

    /// Components with their dependents, where those of each begin, among them perhaps some more than once.
    fn with(components: Cow<'g, Components>, nodes: usize, first: &[u32], dependents: &[u32]) -> Self {
        let of_component = (0..nodes as u32).map(|node| (components.of_node(node), node));
        let (first_node, nodes) = grouped(components.count(), of_component, 0);
        let (first_dependent, dependents) = without_repeats(first, dependents);
        Self { components, first_node, nodes, first_dependent, dependents }
    }

    /// How many components there are.
    pub fn count(&self) -> usize {
        self.first_node.len() - 1
    }

    /// The component of a node.
    pub fn of_node(&self, node: u32) -> u32 {
        self.components.of_node(node)
    }

    /// The nodes of a component.
    pub fn nodes(&self, component: u32) -> &[u32] {
        &self.nodes[self.first_node[component as usize] as usize..self.first_node[component as usize + 1] as usize]
    }

    /// The components that depend on a component, each once.
    pub fn dependents(&self, component: u32) -> &[u32] {
        let range = self.first_dependent[component as usize] as usize..self.first_dependent[component as usize + 1] as usize;
        &self.dependents[range]
    }
}

/// The providers whose loss brings down a node at once and alone: where those of each node begin, and the providers.
fn providers_alone(binary: &Binary) -> (Vec<u32>, Vec<u32>) {
    let topology = binary.graph.topology;
    let (mut first, mut providers) = (vec![0], Vec::with_capacity(topology.members_of_all()));
    for node in 0..topology.nodes() as u32 {
        for need in topology.needs_of(node) {
            providers.extend(binary.members_alone(need as u32).map(|member| topology.provider(member)));
        }
        first.push(providers.len() as u32);
    }
    (first, providers)
}

/// Sorts values by their key, keeping their order: where those of each key begin, and the values. `blank` is any value.
pub(super) fn grouped<T: Copy>(keys: usize, pairs: impl Iterator<Item = (u32, T)> + Clone, blank: T) -> (Vec<u32>, Vec<T>) {
    let mut first = vec![0_u32; keys + 1];
    let mut count = 0;
    for (key, _) in pairs.clone() {
        first[key as usize + 1] += 1;
        count += 1;
    }
    for key in 0..keys {
        first[key + 1] += first[key];
    }
    let mut place = first.clone();
    let mut values = vec![blank; count];
    for (key, value) in pairs {
        values[place[key as usize] as usize] = value;
        place[key as usize] += 1;
    }
    (first, values)
}

fn without_repeats(first: &[u32], values: &[u32]) -> (Vec<u32>, Vec<u32>) {
    let keys = first.len() - 1;
    let mut seen_by = vec![u32::MAX; keys];
    let (mut starts, mut kept) = (Vec::with_capacity(first.len()), Vec::with_capacity(values.len()));
    starts.push(0);
    for key in 0..keys {
        for &value in &values[first[key] as usize..first[key + 1] as usize] {
            if std::mem::replace(&mut seen_by[value as usize], key as u32) != key as u32 {
                kept.push(value);
            }
        }
        starts.push(kept.len() as u32);
    }
    (starts, kept)
}
