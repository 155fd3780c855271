//! Where the cells stand that may take more than one value: what a sample has to draw.

use crate::network::{Cell, DependencyDetail, Duration, Importance, NeedId, Network, NodeId};
use crate::units::{Probability, Quantity};

/// Needs and nodes with cells that may take more than one value.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Unknowns {
    /// Needs, in order: a cell of theirs or of a member is a distribution or a probability.
    pub needs: Vec<NeedId>,
    /// Nodes, in order.
    pub nodes: Vec<NodeId>,
}

impl Unknowns {
    /// The unknowns of a network.
    pub fn of(network: &Network) -> Self {
        let is_unknown_need = |need: &NeedId| network.members(*need).iter().any(|member| is_unknown(network.detail(member)));
        let nodes = network.nodes().filter(|&node| is_unknown_node(network, node)).collect();
        Self { needs: network.needs().filter(is_unknown_need).collect(), nodes }
    }

    /// Whether every cell has one value.
    pub fn is_empty(&self) -> bool {
        self.needs.is_empty() && self.nodes.is_empty()
    }
}

fn is_unknown(detail: &DependencyDetail) -> bool {
    is_spread_or_start(detail) || detail.probability.as_ref().is_some_and(is_chance)
}

/// Whether a cell of a row other than its probability may take more than one value.
pub(super) fn is_spread_or_start(detail: &DependencyDetail) -> bool {
    let weight = matches!(&detail.importance, Some(Importance::Supporting(weight)) if weight.is_spread());
    detail.share.as_ref().is_some_and(Quantity::is_spread)
        || detail.minimum.as_ref().is_some_and(Quantity::is_spread)
        || weight
        || [&detail.buffer, &detail.refill, &detail.activation].into_iter().any(is_spread)
        || detail.start_p.as_ref().is_some_and(is_chance)
}

/// Whether a cell of a node may.
pub(super) fn is_unknown_node(network: &Network, node: NodeId) -> bool {
    let detail = network.node(node);
    is_spread(&detail.restart) || is_spread(&detail.black_start)
}

/// Whether something may happen and may not.
pub(super) fn is_chance(p: &Quantity<Probability>) -> bool {
    match p {
        Quantity::Fixed(p) => p.value() > 0.0 && p.value() < 1.0,
        Quantity::Spread(_) => true,
    }
}

fn is_spread(cell: &Cell<Duration>) -> bool {
    cell.value().is_some_and(Quantity::is_spread)
}
