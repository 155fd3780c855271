//! Who must be called, what is theirs, and in which order does it fall?

use super::Model;
use super::what_if::WhatIf;
use crate::network::NodeKey;
use crate::units::Time;

/// What falls to one party: everyone who shares a value under a key, such as a ministry.
#[derive(Debug, Clone, PartialEq)]
pub struct Party {
    /// The value; `None` for nodes that state nothing under the key.
    pub value: Option<String>,
    /// When the first of its nodes is affected.
    pub first_loss: Time,
    /// Places in the answer's nodes, in order of first loss.
    pub affected: Vec<usize>,
}

/// Divides the affected nodes of an answer by a key, the first to be hit first; nodes that state nothing come last.
pub fn parties(model: &Model, answer: &WhatIf, key: NodeKey) -> Vec<Party> {
    let value = |place: usize| key.value(&model.network, answer.nodes[place].node).filter(|value| !value.is_empty());
    let mut places: Vec<usize> = (0..answer.nodes.len()).collect();
    places.sort_by_key(|&place| (value(place).is_none(), value(place), place));
    let party = |places: &[usize]| Party {
        value: value(places[0]).map(str::to_owned),
        first_loss: answer.nodes[places[0]].first_loss,
        affected: places.to_vec(),
    };
    let mut parties: Vec<Party> = places.chunk_by(|&a, &b| value(a) == value(b)).map(party).collect();
    parties.sort_by_key(|party| (party.value.is_none(), party.first_loss));
    parties
}
