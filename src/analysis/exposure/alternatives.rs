//! What those who need what is withheld have instead: what is left at once, what steps in and when, and how long a stock lasts.

use super::hold::level;
use crate::analysis::Model;
use crate::graph::NEVER_STARTS;
use crate::network::{NeedId, NodeId};
use crate::units::{Level, TOLERANCE_PPM, Time};

/// A need that loses a provider, and what it has instead.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Alternative {
    /// The need.
    pub need: NeedId,
    /// The providers that are withheld.
    pub withheld: Vec<NodeId>,
    /// What the other members that always provide deliver, at most all.
    pub left: Level,
    /// Below this supply what arrives cannot be used.
    pub minimum: Level,
    /// Members that step in, the first to do so first.
    pub standby: Vec<Reserve>,
    /// How long the stock bridges a loss of all supply; with something left, or a standby member that comes sooner, it lasts longer.
    pub stock: Time,
}

/// A member that steps in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reserve {
    /// Who.
    pub provider: NodeId,
    /// How long after the shortage.
    pub after: Time,
    /// How much of the need it can meet.
    pub share: Level,
}

impl Alternative {
    /// Whether what is left can be used and is all that is needed.
    pub fn is_whole(&self) -> bool {
        self.left == Level::ONE
    }

    /// Whether there is neither supply that can be used, nor anyone to step in, nor a stock.
    pub fn is_nothing(&self) -> bool {
        (self.left == Level::ZERO || self.left < self.minimum) && self.standby.is_empty() && self.stock == Time::ZERO
    }
}

/// Every need outside `nodes` that has one of them among its members, in order.
pub(super) fn alternatives(model: &Model, nodes: &[NodeId]) -> Vec<Alternative> {
    needs_on(model, nodes, nodes).into_iter().map(|need| alternative(model, need, nodes)).collect()
}

/// Every need of which a member is among `providers`, of dependents outside `nodes`, in order.
pub(super) fn needs_on(model: &Model, providers: &[NodeId], nodes: &[NodeId]) -> Vec<NeedId> {
    let topology = model.graph().topology;
    let is_outside = |need: &u32| nodes.binary_search(&NodeId(topology.node_of(*need))).is_err();
    let needs = providers.iter().flat_map(|node| topology.dependents(node.0)).map(|edge| edge.need);
    let mut needs: Vec<NeedId> = needs.filter(is_outside).map(NeedId).collect();
    needs.sort_unstable();
    needs.dedup();
    needs
}

fn alternative(model: &Model, need: NeedId, nodes: &[NodeId]) -> Alternative {
    let (network, parameters) = (&model.network, model.graph().parameters);
    let class = parameters.need(need.0);
    let first = network.first_member(need).0 as usize;
    let (mut left, mut withheld, mut standby) = (0, Vec::new(), Vec::new());
    for (at, member) in network.members(need).iter().enumerate() {
        let (share, after_ms) = (parameters.share(first + at), parameters.activation_ms(first + at));
        if nodes.binary_search(&member.provider).is_ok() {
            withheld.push(member.provider);
            if !parameters.always_delivers(first + at) {
                continue;
            }
        }
        match after_ms {
            0 => left += share,
            NEVER_STARTS => {}
            _ => standby.push(Reserve {
                provider: member.provider,
                after: Time::from_ms(after_ms).unwrap_or(Time::MAX),
                share: level(share),
            }),
        }
    }
    standby.sort_by_key(|reserve| (reserve.after, reserve.provider));
    let left = if left + TOLERANCE_PPM >= Level::ONE.ppm() { Level::ONE } else { level(left) };
    let stock = Time::from_ms(class.buffer_ms).unwrap_or(Time::MAX);
    Alternative { need, withheld, left, minimum: level(class.minimum), standby, stock }
}
