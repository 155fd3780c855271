//! What a subject has in its hands, and what hangs on owners who are not known.

use super::withdrawal::{self, Counts};
use crate::analysis::Model;
use crate::network::{Groups, Network, NodeId, Ownership, PartyId, controlled_by, country_of, operated_by, possibly_controlled_by};
use crate::units::{Level, ONE_PPM, Time};

/// Whose exposure is asked about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Subject {
    /// An actor: a party, an operator or a node, by its id.
    Actor(String),
    /// A country, as the nodes table writes it.
    Country(String),
}

/// What a subject has in its hands.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Hold {
    /// The parties that it controls by shares, in order; for a country all behind which a parent from there stands, that parent included.
    pub controls: Vec<String>,
    /// The nodes that come with these because they, or the actor, operate them, in order.
    pub operates: Vec<NodeId>,
    /// For a country: the nodes that stand there.
    pub hosts: Vec<NodeId>,
    /// All nodes of these, and the actor's own, in order.
    pub nodes: Vec<NodeId>,
}

/// What hangs on owners who are not known.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Unknown {
    /// Who controls the actor in the end, where anybody does.
    pub behind: Option<String>,
    /// How much of the actor itself is in hands that are not known; `None` where nothing is, or where nobody is known to own it.
    pub of_actor: Option<Level>,
    /// Parties that it would control if all shares in hands that are not known were its own.
    pub could_control: Vec<Could>,
    /// What then followed from a withdrawal; `None` where it could control nothing more.
    pub at_most: Option<Counts>,
    /// For a country: who is behind nodes without it being known where they are established.
    pub without_country: Vec<String>,
}

/// A party that might be controlled.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Could {
    /// Its id.
    pub id: String,
    /// What is held in it by the subject and all that it controls or could control.
    pub held: Level,
    /// How much is held by owners who are not known.
    pub unknown: Level,
}

pub(super) fn hold(network: &Network, ownership: &Ownership, subject: &Subject) -> Hold {
    match subject {
        Subject::Actor(id) => of_actor(network, ownership, id),
        Subject::Country(country) => of_country(network, ownership, country),
    }
}

fn of_actor(network: &Network, ownership: &Ownership, id: &str) -> Hold {
    let own = network.find(id);
    let mut hold = Hold::default();
    if let Some(actor) = ownership.find(id) {
        let mut parties = controlled_by(ownership, actor);
        hold.controls = parties.iter().map(|&party| ownership.id(party).to_owned()).collect();
        hold.nodes.extend(parties.iter().filter_map(|&party| ownership.node(party)));
        parties.push(actor);
        hold.operates = operated_by(network, ownership, &parties);
        hold.operates.retain(|&node| Some(node) != own);
    }
    hold.nodes.extend(hold.operates.iter().copied().chain(own));
    sorted(hold)
}

fn of_country(network: &Network, ownership: &Ownership, country: &str) -> Hold {
    let groups = Groups::of(ownership);
    let is_from = |party: PartyId| country_of(network, ownership, groups.head(party)) == Some(country);
    let parties = || ownership.parties().filter(|&party| ownership.is_named(party) && is_from(party));
    let stands_there = |&node: &NodeId| network.node(node).country.is_some_and(|stated| network.text(stated) == country);
    let mut hold = Hold {
        controls: parties().map(|party| ownership.id(party).to_owned()).collect(),
        operates: operated_by(network, ownership, &parties().collect::<Vec<_>>()),
        hosts: network.nodes().filter(stands_there).collect(),
        nodes: parties().filter_map(|party| ownership.node(party)).collect(),
    };
    hold.nodes.extend(hold.operates.iter().chain(&hold.hosts));
    sorted(hold)
}

fn sorted(mut hold: Hold) -> Hold {
    hold.nodes.sort_unstable();
    hold.nodes.dedup();
    hold
}

pub(super) fn unknown(model: &Model, ownership: &Ownership, subject: &Subject, hold: &Hold, within: Time) -> Unknown {
    let network = &model.network;
    let parties = hold.controls.iter().filter_map(|id| ownership.find(id));
    let (mut found, sources) = match subject {
        Subject::Actor(id) => {
            let Some(actor) = ownership.find(id) else { return Unknown::default() };
            (about_actor(ownership, actor), parties.chain([actor]).collect::<Vec<_>>())
        }
        Subject::Country(_) => {
            let without_country = without_country(network, ownership);
            (Unknown { without_country, ..Unknown::default() }, parties.collect())
        }
    };
    let mut possible = possibly_controlled_by(ownership, &sources);
    possible.retain(|party| !sources.contains(party));
    let all: Vec<PartyId> = sources.iter().chain(&possible).copied().collect();
    found.could_control = possible.iter().map(|&party| could(ownership, party, &all)).collect();
    let mut nodes = hold.nodes.clone();
    nodes.extend(possible.iter().filter_map(|&party| ownership.node(party)).chain(operated_by(network, ownership, &possible)));
    nodes.sort_unstable();
    nodes.dedup();
    if nodes != hold.nodes {
        found.at_most = Some(withdrawal::counts_of(model, &nodes, within));
    }
    found
}

fn about_actor(ownership: &Ownership, actor: PartyId) -> Unknown {
    let head = Groups::of(ownership).head(actor);
    Unknown {
        behind: (head != actor).then(|| ownership.id(head).to_owned()),
        of_actor: Some(ownership.unknown(actor)).filter(|&unknown| ownership.is_owned(actor) && unknown > 0).map(level),
        ..Unknown::default()
    }
}

fn could(ownership: &Ownership, party: PartyId, owners: &[PartyId]) -> Could {
    let held = ownership.held_in(party).filter(|holding| owners.contains(&holding.owner)).map(|holding| holding.share).sum();
    Could { id: ownership.id(party).to_owned(), held: level(held), unknown: level(ownership.unknown(party)) }
}

/// Who is behind nodes, as far as the nodes table does not say where they are established.
fn without_country(network: &Network, ownership: &Ownership) -> Vec<String> {
    let groups = Groups::of(ownership);
    let mut heads: Vec<PartyId> = network.nodes().filter_map(|node| groups.behind(network, ownership, node)).collect();
    heads.sort_unstable();
    heads.dedup();
    let unstated = heads.into_iter().filter(|&head| country_of(network, ownership, head).is_none());
    unstated.map(|head| ownership.id(head).to_owned()).collect()
}

/// A share in ppm; the tolerance above a whole is left off.
pub(super) fn level(ppm: u32) -> Level {
    Level::from_ppm(ppm.min(ONE_PPM)).unwrap_or(Level::ONE)
}
