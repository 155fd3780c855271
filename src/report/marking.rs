//! The marking of an output: the highest of what it rests on.

use super::basis::{Losses, rows_behind};
use crate::network::{NameId, Network};

/// Markings whose order is known, the lowest first.
const ORDER: [&str; 6] = ["TLP:WHITE", "TLP:CLEAR", "TLP:GREEN", "TLP:AMBER", "TLP:AMBER+STRICT", "TLP:RED"];

/// The marking of an answer about losses: the network's own, and that of each row behind them.
pub(super) fn of(network: &Network, losses: &Losses) -> Option<String> {
    let told = losses.causes.iter().map(|(node, _)| node).chain(&losses.compromised);
    let nodes = told.map(|node| network.node(*node).provenance.marking);
    let fell: Vec<_> = losses.causes.iter().map(|(node, _)| *node).collect();
    let meant = network.impacts().iter().filter(|impact| fell.contains(&impact.node)).map(|impact| impact.row.provenance.marking);
    let judged = network.criteria().markings().map(Some);
    let behind = losses.causes.iter().flat_map(|(_, cause)| rows_behind(network, cause)).chain(losses.access_rows(network));
    let rows = behind.map(|row| network.detail(row).provenance.marking);
    highest(network, nodes.chain(rows).chain(meant).chain(judged).flatten())
}

/// The marking of an answer about all of a network.
pub(super) fn of_all(network: &Network) -> Option<String> {
    let nodes = network.nodes().map(|node| network.node(node).provenance.marking);
    let rows = network.dependencies().iter().map(|row| network.detail(row).provenance.marking);
    let holdings = network.ownership().holdings().iter().map(|holding| holding.provenance.marking);
    let amounts = network.impacts().iter().map(|impact| impact.row.provenance.marking);
    let limits = network.criteria().markings().map(Some);
    let measures = network.measures().iter().map(|measure| measure.provenance.marking);
    highest(network, nodes.chain(rows).chain(holdings).chain(amounts).chain(limits).chain(measures).flatten())
}

/// Of the markings whose order is known the highest, and every other one: what is not understood must not be dropped.
fn highest(network: &Network, rows: impl Iterator<Item = NameId>) -> Option<String> {
    let mut names: Vec<NameId> = rows.collect();
    names.sort_unstable();
    names.dedup();
    let own = network.meta().marking.as_deref();
    kept(names.into_iter().map(|name| network.text(name)).chain(own).collect())
}

/// The marking of what rests on two answers.
pub(super) fn of_both(one: Option<&str>, other: Option<&str>) -> Option<String> {
    kept(one.into_iter().chain(other).flat_map(|markings| markings.split(", ")).collect())
}

fn kept(mut all: Vec<&str>) -> Option<String> {
    let rank = |marking: &str| ORDER.iter().position(|known| known.eq_ignore_ascii_case(marking));
    all.sort_by_key(|marking| (rank(marking), *marking));
    all.dedup();
    let unknown = all.iter().filter(|marking| rank(marking).is_none());
    let top = all.iter().rfind(|marking| rank(marking).is_some());
    let kept: Vec<&str> = top.into_iter().chain(unknown).copied().collect();
    (!kept.is_empty()).then(|| kept.join(", "))
}
