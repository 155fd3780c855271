//! The initiators of a ranking: nodes, or groups of nodes that state the same value.

use super::{Config, Grouping};
use crate::analysis::Model;
use crate::network::{Groups, NodeId, PartyId};
use rayon::prelude::*;

/// Nodes that are lost together.
#[derive(Debug, Clone)]
pub(in crate::analysis) struct Group {
    pub(in crate::analysis) id: String,
    pub(in crate::analysis) nodes: Vec<NodeId>,
}

/// The groups in the order of their ids. A node that states nothing under the key is in none.
pub(in crate::analysis) fn groups(model: &Model, config: &Config) -> Vec<Group> {
    let network = &model.network;
    let candidates: Vec<NodeId> = config.of.clone().unwrap_or_else(|| network.nodes().collect());
    match config.by {
        Grouping::Node => candidates.into_par_iter().map(|node| Group { id: network.id(node).to_owned(), nodes: vec![node] }).collect(),
        Grouping::Owner => by_owner(model, candidates),
        Grouping::Key(key) => {
            let mut stated: Vec<(&str, NodeId)> = candidates
                .into_iter()
                .filter_map(|node| key.value(network, node).filter(|value| !value.is_empty()).map(|value| (value, node)))
                .collect();
            stated.sort_unstable();
            let group =
                |pairs: &[(&str, NodeId)]| Group { id: pairs[0].0.to_owned(), nodes: pairs.iter().map(|&(_, node)| node).collect() };
            stated.chunk_by(|a, b| a.0 == b.0).map(group).collect()
        }
    }
}

/// The nodes of each ultimate parent. One that controls nothing but is itself a node is in no group: nobody controls it.
fn by_owner(model: &Model, mut candidates: Vec<NodeId>) -> Vec<Group> {
    let (network, ownership) = (&model.network, model.network.ownership());
    let groups = Groups::of(ownership);
    candidates.sort_unstable();
    let mut controlled = vec![false; ownership.count()];
    let mut behind: Vec<(PartyId, NodeId)> = Vec::new();
    for node in network.nodes() {
        let Some(head) = groups.behind(network, ownership, node) else { continue };
        controlled[head.0 as usize] |= ownership.node(head) != Some(node) || groups.is_circular(head);
        if candidates.binary_search(&node).is_ok() {
            behind.push((head, node));
        }
    }
    behind.retain(|(head, _)| controlled[head.0 as usize]);
    behind.sort_unstable();
    let group = |pairs: &[(PartyId, NodeId)]| Group {
        id: ownership.id(pairs[0].0).to_owned(),
        nodes: pairs.iter().map(|&(_, node)| node).collect(),
    };
    behind.chunk_by(|a, b| a.0 == b.0).map(group).collect()
}
