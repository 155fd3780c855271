//! What may mislead in the ownership table: names that nothing else knows.

use super::warnings::Warning;
use crate::diagnostic::Finding;
use crate::network::{Network, Ownership, PartyId, RowRef, Table, nearest};

/// For so many ids a near one is looked for, and for fewer where there are very many that it could be.
const MAX_SUGGESTIONS: usize = 50;
const MAX_COMPARED: usize = 1_000_000;

pub(super) fn warnings(network: &Network) -> Vec<Warning> {
    let ownership = network.ownership();
    let operates = operators(network);
    let spellings = if ownership.holdings().is_empty() { Vec::new() } else { spellings(network) };
    let mut found = Vec::new();
    for party in ownership.parties().filter(|&party| ownership.is_named(party)) {
        if ownership.node(party).is_some() || operates[party.0 as usize] {
            continue;
        }
        if ownership.holdings_of(party).is_empty() {
            found.push((party, Finding::UnknownOwned { id: ownership.id(party).to_owned(), nearest: None }));
        } else if !ownership.is_owned(party) {
            found.extend(resembling(&spellings, ownership.id(party)).map(|finding| (party, finding)));
        }
    }
    let unknown = found.iter_mut().filter_map(|(_, finding)| match finding {
        Finding::UnknownOwned { id, nearest } => Some((id, nearest)),
        _ => None,
    });
    let most = MAX_SUGGESTIONS.min(MAX_COMPARED / (network.node_count() + ownership.count()).max(1));
    for (id, near) in unknown.take(most) {
        *near = nearest(id, known(network, &operates));
    }
    found.into_iter().map(|(party, finding)| (finding, row_of(ownership, party))).collect()
}

/// Whether each party operates a node.
fn operators(network: &Network) -> Vec<bool> {
    let ownership = network.ownership();
    let mut operates = vec![false; ownership.count()];
    let stated = network.nodes().filter_map(|node| network.node(node).operator);
    for party in stated.filter_map(|operator| ownership.find(network.text(operator))) {
        operates[party.0 as usize] = true;
    }
    operates
}

/// The ids that an owned party may have been meant to be.
fn known<'n>(network: &'n Network, operates: &[bool]) -> impl Iterator<Item = &'n str> {
    let ownership = network.ownership();
    let parties = ownership.parties().filter(|&party| operates[party.0 as usize] || !ownership.holdings_of(party).is_empty());
    network.nodes().map(|node| network.id(node)).chain(parties.map(|party| ownership.id(party)).collect::<Vec<_>>())
}

/// Every id as it is without capitals, spaces and signs, in order.
fn spellings(network: &Network) -> Vec<(String, &str)> {
    let ownership = network.ownership();
    let parties = ownership.parties().map(|party| ownership.id(party));
    let mut spellings: Vec<(String, &str)> = parties.chain(network.nodes().map(|node| network.id(node))).map(|id| (fold(id), id)).collect();
    spellings.sort_unstable();
    spellings.dedup();
    spellings
}

/// A warning when an id is written as another but for capitals, spaces and signs.
fn resembling(spellings: &[(String, &str)], id: &str) -> Option<Finding> {
    let folded = fold(id);
    let start = spellings.partition_point(|(spelling, _)| *spelling < folded);
    let alike = spellings[start..].iter().take_while(|(spelling, _)| *spelling == folded);
    let (_, nearest) = alike.into_iter().find(|(_, other)| *other != id)?;
    Some(Finding::UnknownOwner { id: id.to_owned(), nearest: (*nearest).to_owned() })
}

fn fold(id: &str) -> String {
    id.chars().filter(|sign| sign.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// The first row that names a party.
fn row_of(ownership: &Ownership, party: PartyId) -> Vec<RowRef> {
    let rows = ownership.held_in(party).chain(ownership.holdings_of(party)).filter_map(|holding| holding.row);
    rows.min().map(|index| RowRef { table: Table::Ownership, index }).into_iter().collect()
}
