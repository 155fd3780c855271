//! Who is compromised in a course of events, when, and along which path?

use super::Model;
use super::outputs::time;
use crate::engine::Spread;
use crate::graph::AccessCells;
use crate::network::{DependencyId, NodeId};
use crate::units::Time;

/// A path is told from its end, as far as so many nodes.
pub const MAX_PATH: usize = 256;

/// A compromised node.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Compromised {
    /// The node.
    pub node: NodeId,
    /// When it fell.
    pub at: Time,
    /// How many rows its compromise passed; 0: it began here.
    pub steps: u32,
    /// The nodes from where compromise began to this one; of more than [`MAX_PATH`] the last.
    pub path: Vec<NodeId>,
    /// The rows that it passed, one less than the nodes of the path.
    pub rows: Vec<DependencyId>,
}

/// Every compromised node, by time, then by id.
pub(super) fn compromised(model: &Model, spread: &Spread, cells: &AccessCells) -> Vec<Compromised> {
    let through = spread.through(model.access(), cells);
    let told = |node: u32| {
        let (path, rows) = path_to(model, &through, node);
        let at = spread.at(node).unwrap_or_else(|| unreachable!("a fallen node has its time"));
        Compromised { node: NodeId(node), at: time(at), steps: spread.steps(node), path, rows }
    };
    let mut found: Vec<Compromised> = spread.fallen().iter().map(|&node| told(node)).collect();
    found.sort_unstable_by_key(|compromised| (compromised.at, compromised.node));
    found
}

fn path_to(model: &Model, through: &[Option<u32>], node: u32) -> (Vec<NodeId>, Vec<DependencyId>) {
    let (mut path, mut rows) = (vec![NodeId(node)], Vec::new());
    let mut from = node;
    while let Some(row) = through[from as usize].filter(|_| path.len() < MAX_PATH) {
        let provider = model.network.dependencies()[row as usize].provider;
        rows.push(DependencyId(row));
        path.push(provider);
        from = provider.0;
    }
    path.reverse();
    rows.reverse();
    (path, rows)
}
