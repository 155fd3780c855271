//! The marking of an output: the highest of what it rests on.

use super::basis::rows_behind;
use super::question::Question;
use crate::analysis::what_if::Affected;
use crate::network::{NameId, Network};

/// Markings whose order is known, the lowest first.
const ORDER: [&str; 6] = ["TLP:WHITE", "TLP:CLEAR", "TLP:GREEN", "TLP:AMBER", "TLP:AMBER+STRICT", "TLP:RED"];

/// The marking of an answer about affected nodes: the network's own, and that of each row behind it.
pub(super) fn of(question: &Question, affected: &[Affected]) -> Option<String> {
    let network = &question.model.network;
    let nodes = affected.iter().map(|affected| network.node(affected.node).provenance.marking);
    let rows = affected.iter().flat_map(|affected| rows_behind(question, affected)).map(|row| network.detail(row).provenance.marking);
    highest(network, nodes.chain(rows).flatten())
}

/// The marking of an answer about all of a network.
pub(super) fn of_all(network: &Network) -> Option<String> {
    let nodes = network.nodes().map(|node| network.node(node).provenance.marking);
    let rows = network.dependencies().iter().map(|row| network.detail(row).provenance.marking);
    highest(network, nodes.chain(rows).flatten())
}

/// Of the markings whose order is known the highest, and every other one: what is not understood must not be dropped.
fn highest(network: &Network, rows: impl Iterator<Item = NameId>) -> Option<String> {
    let mut names: Vec<NameId> = rows.collect();
    names.sort_unstable();
    names.dedup();
    let own = network.meta().marking.as_deref();
    let mut all: Vec<&str> = names.into_iter().map(|name| network.text(name)).chain(own).collect();
    let rank = |marking: &str| ORDER.iter().position(|known| known.eq_ignore_ascii_case(marking));
    all.sort_by_key(|marking| (rank(marking), *marking));
    all.dedup();
    let unknown = all.iter().filter(|marking| rank(marking).is_none());
    let top = all.iter().rfind(|marking| rank(marking).is_some());
    let kept: Vec<&str> = top.into_iter().chain(unknown).copied().collect();
    (!kept.is_empty()).then(|| kept.join(", "))
}
