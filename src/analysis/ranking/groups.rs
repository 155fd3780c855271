//! The initiators of a ranking: nodes, or groups of nodes that state the same value.

use super::{Config, Grouping};
use crate::analysis::Model;
use crate::network::NodeId;

/// Nodes that are lost together.
#[derive(Debug, Clone)]
pub(super) struct Group {
    pub(super) id: String,
    pub(super) nodes: Vec<NodeId>,
}

/// The groups in the order of their ids. A node that states nothing under the key is in none.
pub(super) fn groups(model: &Model, config: &Config) -> Vec<Group> {
    let network = &model.network;
    let candidates: Vec<NodeId> = config.of.clone().unwrap_or_else(|| network.nodes().collect());
    match config.by {
        Grouping::Node => candidates.into_iter().map(|node| Group { id: network.id(node).to_owned(), nodes: vec![node] }).collect(),
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
