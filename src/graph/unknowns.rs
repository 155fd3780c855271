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
        let is_unknown_node = |node: &NodeId| is_spread(&network.node(*node).restart) || is_spread(&network.node(*node).black_start);
        Self { needs: network.needs().filter(is_unknown_need).collect(), nodes: network.nodes().filter(is_unknown_node).collect() }
    }

    /// Whether every cell has one value.
    pub fn is_empty(&self) -> bool {
        self.needs.is_empty() && self.nodes.is_empty()
    }
}

fn is_unknown(detail: &DependencyDetail) -> bool {
    let chance = |cell: &Option<Quantity<Probability>>| cell.as_ref().is_some_and(is_chance);
    let weight = matches!(&detail.importance, Some(Importance::Supporting(weight)) if weight.is_spread());
    detail.share.as_ref().is_some_and(Quantity::is_spread)
        || detail.minimum.as_ref().is_some_and(Quantity::is_spread)
        || weight
        || [&detail.buffer, &detail.refill, &detail.activation].into_iter().any(is_spread)
        || chance(&detail.start_p)
        || chance(&detail.probability)
}

/// Whether something may happen and may not.
fn is_chance(p: &Quantity<Probability>) -> bool {
    match p {
        Quantity::Fixed(p) => p.value() > 0.0 && p.value() < 1.0,
        Quantity::Spread(_) => true,
    }
}

fn is_spread(cell: &Cell<Duration>) -> bool {
    cell.value().is_some_and(Quantity::is_spread)
}
