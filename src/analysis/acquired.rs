//! What comes under control where a scenario lets shares change hands?
//!
//! Looked at is who stands behind the buyer in the end: all that the buyer gains is theirs as well, and what they only move from one of
//! their own to another is no gain.

use super::Model;
use crate::network::{
    Deal, Event, Groups, Network, NodeId, Owners, Ownership, PartyId, Stranger, controlled_by, deals, nodes_controlled_by,
};
use crate::units::{Level, ONE_PPM, Time};

/// A share that changes hands in a course of events.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Acquired {
    /// When.
    pub at: Time,
    /// The deal.
    pub deal: Deal,
    /// The buyer, where no table knows it.
    pub stranger: Option<Stranger>,
    /// What the buyer then holds of the company.
    pub holds: Level,
    /// Who stands behind the buyer in the end; `None`: the buyer itself.
    pub behind: Option<String>,
    /// Parties that come under control, in order.
    pub parties: Vec<String>,
    /// Nodes that come under control: these parties themselves, and what they operate; in order.
    pub nodes: Vec<NodeId>,
}

/// The acquisitions among events, in the order of time.
pub fn acquired(model: &Model, events: &[Event]) -> Vec<Acquired> {
    let deals = deals(events);
    let owners = Owners::over(&model.network, events);
    let steps = deals.into_iter().zip(owners.steps());
    steps.map(|((at, deal), (before, after))| one(&model.network, at, deal, before, after)).collect()
}

fn one(network: &Network, at: Time, deal: &Deal, before: &Ownership, after: &Ownership) -> Acquired {
    let party = |id: &str| after.find(id).unwrap_or_else(|| unreachable!("both parties of a deal that was done are known"));
    let (buyer, company) = (party(&deal.buyer), party(&deal.company));
    let parent = Groups::of(after).head(buyer);
    let id = |party: &PartyId| after.id(*party).to_owned();
    let earlier = before.find(after.id(parent));
    let known: Vec<String> =
        earlier.into_iter().flat_map(|head| controlled_by(before, head)).map(|party| before.id(party).to_owned()).collect();
    let had = earlier.map_or_else(Vec::new, |head| nodes_controlled_by(network, before, head));
    let is_new = |node: &NodeId| had.binary_search(node).is_err();
    let share = after.held_in(company).filter(|holding| holding.owner == buyer).map(|holding| holding.share).sum::<u32>();
    Acquired {
        at,
        deal: deal.clone(),
        stranger: deal.stranger(network),
        holds: Level::from_ppm(share.min(ONE_PPM)).unwrap_or(Level::ONE),
        behind: (parent != buyer).then(|| id(&parent)),
        parties: controlled_by(after, parent).iter().map(id).filter(|id| known.binary_search(id).is_err()).collect(),
        nodes: nodes_controlled_by(network, after, parent).into_iter().filter(is_new).collect(),
    }
}
