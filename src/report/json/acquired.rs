//! What came under control through acquisitions.

use super::run::Bought;
use crate::analysis::Model;
use crate::analysis::acquired::Acquired;
use serde::Serialize;

#[derive(Serialize)]
pub(super) struct Gain<'a> {
    at_h: f64,
    #[serde(flatten)]
    deal: Bought<'a>,
    buyer_is_new: bool,
    holds: f64,
    behind: Option<&'a str>,
    new_controls: &'a [String],
    new_nodes: Vec<&'a str>,
}

/// Every acquisition, in the order of time.
pub(super) fn gains<'a>(model: &'a Model, acquired: &'a [Acquired]) -> Vec<Gain<'a>> {
    let gain = |one: &'a Acquired| Gain {
        at_h: one.at.hours(),
        deal: Bought::of(&one.deal),
        buyer_is_new: one.stranger.is_some(),
        holds: one.holds.as_f64(),
        behind: one.behind.as_deref(),
        new_controls: &one.parties,
        new_nodes: one.nodes.iter().map(|&node| model.network.id(node)).collect(),
    };
    acquired.iter().map(gain).collect()
}
