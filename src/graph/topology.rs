//! Who needs whom, as compressed sparse rows in both directions.

use super::Components;
use crate::network::{Network, Shape};
use std::ops::Range;

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
    first_edge: Vec<u32>,
    edges: Vec<Edge>,
    components: Components,
}

impl Topology {
    /// Compiles the shape of a network.
    pub fn of(network: &Network) -> Self {
        let nodes = network.node_count();
        let shape = network.shape().clone();
        let provider: Vec<u32> = network.dependencies().iter().map(|d| d.provider.0).collect();
        let (first_edge, edges) = reverse(nodes, network.dependencies().iter().map(|d| (d.provider.0, d.need.0)));
        let mut topology = Self { shape, provider, first_edge, edges, components: Components::default() };
        topology.components = Components::of(nodes, |node| topology.members_of(node), |member| topology.provider[member]);
        topology
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
        self.shape.first_member[need as usize] as usize..self.shape.first_member[need as usize + 1] as usize
    }

    /// The members of all needs of a node.
    pub fn members_of(&self, node: u32) -> Range<usize> {
        let needs = self.needs_of(node);
        self.shape.first_member[needs.start] as usize..self.shape.first_member[needs.end] as usize
    }

    /// The provider behind a member.
    pub fn provider(&self, member: usize) -> u32 {
        self.provider[member]
    }

    /// The need that a member helps to meet.
    pub fn need_of(&self, member: u32) -> u32 {
        self.shape.first_member.partition_point(|&first| first <= member) as u32 - 1
    }

    /// The dependencies on a node.
    pub fn dependents(&self, provider: u32) -> &[Edge] {
        &self.edges[self.first_edge[provider as usize] as usize..self.first_edge[provider as usize + 1] as usize]
    }

    /// Which nodes can reach one another.
    pub fn components(&self) -> &Components {
        &self.components
    }
}

/// Sorts members by provider, keeping their order within each.
fn reverse(nodes: usize, members: impl Iterator<Item = (u32, u32)> + Clone) -> (Vec<u32>, Vec<Edge>) {
    let mut first = vec![0_u32; nodes + 1];
    let mut count = 0;
    for (provider, _) in members.clone() {
        first[provider as usize + 1] += 1;
        count += 1;
    }
    for node in 0..nodes {
        first[node + 1] += first[node];
    }
    let mut place = first.clone();
    let mut edges = vec![Edge { need: 0, member: 0 }; count];
    for (member, (provider, need)) in members.enumerate() {
        let at = &mut place[provider as usize];
        edges[*at as usize] = Edge { need, member: member as u32 };
        *at += 1;
    }
    (first, edges)
}
