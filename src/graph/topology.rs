//! Who needs whom, as compressed sparse rows in both directions.

use super::Components;
use crate::network::{Network, Shape};
use rayon::prelude::*;
use std::ops::Range;
use std::sync::OnceLock;

/// A dependency as its provider sees it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Edge {
    /// The need that the provider helps to meet.
    pub need: u32,
    /// The dependency, which is the place of the member among all members.
    pub member: u32,
}

/// The shape of a network. Nodes, needs and members are numbered as in the [`Network`].
#[derive(Debug, Clone)]
pub struct Topology {
    shape: Shape,
    provider: Vec<u32>,
    /// By provider; made when first asked for, as who only looks at a network needs none.
    by_provider: OnceLock<ByProvider>,
    components: Components,
}

/// The dependencies on each node.
#[derive(Debug, Clone)]
struct ByProvider {
    first_edge: Vec<u32>,
    edges: Vec<Edge>,
}

impl Topology {
    /// Compiles the shape of a network.
    pub fn of(network: &Network) -> Self {
        Self::compile(network, true)
    }

    /// The same, for who may not ask for the dependents of nodes: they are sorted when first asked for.
    pub fn by_dependent(network: &Network) -> Self {
        Self::compile(network, false)
    }

    fn compile(network: &Network, by_provider: bool) -> Self {
        let provider: Vec<u32> = network.dependencies().par_iter().map(|d| d.provider.0).collect();
        let shape = network.shape().clone();
        let mut topology = Self { shape, provider, by_provider: OnceLock::new(), components: Components::default() };
        let sort = || {
            if by_provider {
                _ = topology.by_provider();
            }
        };
        topology.components = rayon::join(|| topology.find_components(), sort).0;
        topology
    }

    fn find_components(&self) -> Components {
        Components::of(self.nodes(), |node| self.members_of(node), |member| self.provider[member])
    }

    fn by_provider(&self) -> &ByProvider {
        self.by_provider.get_or_init(|| {
            let needs = (0..self.needs() as u32).flat_map(|need| self.members(need).map(move |_| need));
            reverse(self.nodes(), &self.provider, needs)
        })
    }

    /// How many nodes there are.
    pub fn nodes(&self) -> usize {
        self.shape.first_need.len() - 1
    }

    /// How many needs there are.
    pub fn needs(&self) -> usize {
        self.shape.need_node.len()
    }

    /// Whether every need has one member.
    pub fn has_single_members(&self) -> bool {
        self.needs() == self.provider.len()
    }

    /// The needs of a node.
    pub fn needs_of(&self, node: u32) -> Range<usize> {
        self.shape.first_need[node as usize] as usize..self.shape.first_need[node as usize + 1] as usize
    }

    /// The node that has a need.
    pub fn node_of(&self, need: u32) -> u32 {
        self.shape.need_node[need as usize]
    }

    /// The members of a need.
    pub fn members(&self, need: u32) -> Range<usize> {
        self.shape.members(need as usize..need as usize + 1)
    }

    /// The members of all needs of a node.
    pub fn members_of(&self, node: u32) -> Range<usize> {
        self.shape.members(self.needs_of(node))
    }

    /// How many members all needs have, which is how many dependencies there are.
    pub fn members_of_all(&self) -> usize {
        self.provider.len()
    }

    /// The provider behind a member.
    pub fn provider(&self, member: usize) -> u32 {
        self.provider[member]
    }

    /// The need that a member helps to meet.
    pub fn need_of(&self, member: u32) -> u32 {
        self.shape.need_of(member)
    }

    /// The dependencies on a node.
    pub fn dependents(&self, provider: u32) -> &[Edge] {
        let ByProvider { first_edge, edges } = self.by_provider();
        &edges[first_edge[provider as usize] as usize..first_edge[provider as usize + 1] as usize]
    }

    /// Which nodes can reach one another.
    pub fn components(&self) -> &Components {
        &self.components
    }
}

/// Sorts members by provider, keeping their order within each; `needs` are those of the members.
fn reverse(nodes: usize, providers: &[u32], needs: impl Iterator<Item = u32>) -> ByProvider {
    let mut first_edge = vec![0_u32; nodes + 1];
    for &provider in providers {
        first_edge[provider as usize + 1] += 1;
    }
    for node in 0..nodes {
        first_edge[node + 1] += first_edge[node];
    }
    let mut place = first_edge.clone();
    let mut edges = vec![Edge { need: 0, member: 0 }; providers.len()];
    for ((&provider, need), member) in providers.iter().zip(needs).zip(0..) {
        let at = &mut place[provider as usize];
        edges[*at as usize] = Edge { need, member };
        *at += 1;
    }
    ByProvider { first_edge, edges }
}
