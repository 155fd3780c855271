//! What a ranking counts about nodes, as dense columns.

use super::Model;
use crate::network::Kind;

/// Per node: its sector, whether it is a process, whether it is vital.
#[derive(Debug, Clone)]
pub(super) struct Profile {
    /// The sector, numbered from 1; 0: not stated.
    pub(super) sector: Vec<u32>,
    pub(super) sectors: usize,
    pub(super) is_process: Vec<bool>,
    pub(super) is_vital: Vec<bool>,
}

impl Profile {
    /// Nodes that are vital count as processes, and sectors not at all.
    pub(super) fn of_vital(model: &Model) -> Self {
        let network = &model.network;
        let has_categories = network.has_categories();
        let is_vital: Vec<bool> = network.nodes().map(|node| model.is_vital(node, has_categories)).collect();
        Self { sector: vec![0; network.node_count()], sectors: 0, is_process: is_vital.clone(), is_vital }
    }

    pub(super) fn of(model: &Model) -> Self {
        let network = &model.network;
        let mut sectors: Vec<_> = network.nodes().filter_map(|node| network.node(node).sector).collect();
        sectors.sort_unstable();
        sectors.dedup();
        let number = |name| sectors.binary_search(&name).map_or(0, |place| place as u32 + 1);
        let has_categories = network.has_categories();
        Self {
            sector: network.nodes().map(|node| network.node(node).sector.map_or(0, number)).collect(),
            sectors: sectors.len(),
            is_process: network.nodes().map(|node| network.node(node).kind == Some(Kind::Process)).collect(),
            is_vital: network.nodes().map(|node| model.is_vital(node, has_categories)).collect(),
        }
    }
}
