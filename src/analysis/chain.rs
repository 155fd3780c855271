//! How did a loss run: through whom, in which waves, and who held although a provider fell?
//!
//! A chain is read off an answer and adds nothing to it: its links are the causes that the answer names.

use super::Model;
use super::what_if::{LossCause, WhatIf};
use crate::engine::dominated;
use crate::network::{NeedId, NodeId};
use crate::units::Time;

/// So many waves are told at most.
const MOST_WAVES: usize = 6;

/// The course of a loss through a network. Nodes are known by their places in the answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chain {
    /// Who fell because of whom, by provider and dependent.
    pub links: Vec<Link>,
    /// For each affected node, how many others fell only by way of it: every chain of causes behind them runs through it.
    pub only_through: Vec<u64>,
    /// The affected nodes in order of time, those of about the same moment together.
    pub waves: Vec<Wave>,
    /// Needs that a node that kept working has of one that fell, by node.
    pub held: Vec<Held>,
}

/// Who fell because of whom.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Link {
    /// The provider that gave less than it should.
    pub from: usize,
    /// The node that fell for it.
    pub to: usize,
}

/// Losses of about the same moment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wave {
    /// The first of these losses.
    pub from: Time,
    /// The last.
    pub to: Time,
    /// Those that did not fall merely because another of the wave did: they were hit, or something ran out. Most of consequence first.
    pub starters: Vec<usize>,
    /// The others, most of consequence first.
    pub followers: Vec<usize>,
}

/// A need of a node that kept working, of which at least one provider fell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Held {
    /// The node.
    pub node: NodeId,
    /// The need.
    pub need: NeedId,
    /// The providers that fell, by their nodes.
    pub fallen: Vec<NodeId>,
}

/// Reads the chain off an answer.
pub fn chain(model: &Model, answer: &WhatIf) -> Chain {
    let links = links(model, answer);
    let only_through = only_through(answer, &links);
    let waves = waves(model, answer, &links, &only_through);
    Chain { waves, only_through, links, held: held(model, answer) }
}

const NOWHERE: u32 = u32::MAX;

/// The place of each node in the answer.
fn places(model: &Model, answer: &WhatIf) -> Vec<u32> {
    let mut places = vec![NOWHERE; model.network.node_count()];
    for (place, affected) in answer.nodes.iter().enumerate() {
        places[affected.node.0 as usize] = place as u32;
    }
    places
}

fn links(model: &Model, answer: &WhatIf) -> Vec<Link> {
    let places = places(model, answer);
    let mut links = Vec::new();
    for (to, affected) in answer.nodes.iter().enumerate() {
        let LossCause::Need { providers, .. } = &affected.cause else { continue };
        let fallen = providers.iter().map(|provider| places[provider.0 as usize]).filter(|place| *place != NOWHERE);
        links.extend(fallen.map(|from| Link { from: from as usize, to }));
    }
    links.sort_unstable();
    links
}

/// What every chain of causes runs through, from an imagined root that hit all that was hit.
fn only_through(answer: &WhatIf, links: &[Link]) -> Vec<u64> {
    let root = answer.nodes.len();
    let mut onwards: Vec<Vec<u32>> = vec![Vec::new(); root + 1];
    let mut has_cause = vec![false; root];
    for link in links {
        onwards[link.from].push(link.to as u32);
        has_cause[link.to] = true;
    }
    onwards[root] = (0..root as u32).filter(|&place| !has_cause[place as usize]).collect();
    let total = dominated(&onwards, root as u32, |vertex| u64::from(vertex != root as u32));
    total[..root].iter().map(|count| count.saturating_sub(1)).collect()
}

fn waves(model: &Model, answer: &WhatIf, links: &[Link], only_through: &[u64]) -> Vec<Wave> {
    let mut causes: Vec<Vec<usize>> = vec![Vec::new(); answer.nodes.len()];
    for link in links {
        causes[link.to].push(link.from);
    }
    let has_categories = model.network.has_categories();
    let consequence = |place: &usize| {
        let affected = &answer.nodes[*place];
        let is_vital = model.is_vital(affected.node, has_categories);
        (std::cmp::Reverse(is_vital), std::cmp::Reverse(only_through[*place]), affected.min_output, affected.node)
    };
    let moments: Vec<Time> = answer.nodes.iter().map(|affected| affected.first_loss).collect();
    let wave = |range: std::ops::Range<usize>| {
        let follows = |place: &usize| {
            let cause = &answer.nodes[*place].cause;
            let ran_out = matches!(cause, LossCause::Need { buffer_ended: Some(_), .. });
            !ran_out && causes[*place].iter().any(|from| range.contains(from))
        };
        let (mut followers, mut starters): (Vec<usize>, Vec<usize>) = range.clone().partition(follows);
        starters.sort_by_key(|place| (answer.nodes[*place].order, consequence(place)));
        followers.sort_by_key(consequence);
        Wave { from: moments[range.start], to: moments[range.end - 1], starters, followers }
    };
    split(&moments).into_iter().map(wave).collect()
}

/// Divides moments in order at the gaps that are largest beside the moment itself; moments alike stay together.
fn split(moments: &[Time]) -> Vec<std::ops::Range<usize>> {
    let gap = |at: usize| {
        let (before, after) = (moments[at - 1].ms() as f64, moments[at].ms() as f64);
        (after - before) / after.max(1.0)
    };
    let mut cuts: Vec<usize> = (1..moments.len()).filter(|&at| moments[at] != moments[at - 1]).collect();
    cuts.sort_by(|&a, &b| gap(b).total_cmp(&gap(a)).then(a.cmp(&b)));
    cuts.truncate(MOST_WAVES - 1);
    cuts.sort_unstable();
    let ends = cuts.iter().copied().chain([moments.len()]);
    let starts = std::iter::once(0).chain(cuts.iter().copied());
    starts.zip(ends).map(|(start, end)| start..end).filter(|range| !range.is_empty()).collect()
}

/// The needs of nodes that kept working although a provider of theirs fell.
fn held(model: &Model, answer: &WhatIf) -> Vec<Held> {
    let network = &model.network;
    let places = places(model, answer);
    let fell = |node: NodeId| places[node.0 as usize] != NOWHERE;
    let held = |need: NeedId| {
        let node = network.node_of_need(need);
        let fallen: Vec<NodeId> = network.members(need).iter().map(|member| member.provider).filter(|&provider| fell(provider)).collect();
        (!fell(node) && !fallen.is_empty()).then_some(Held { node, need, fallen })
    };
    network.needs().filter_map(held).collect()
}

#[cfg(test)]
mod tests {
    use super::split;
    use crate::units::Time;

    #[test]
    fn moments_are_parted_where_the_gap_is_largest() {
        let moments = |hours: &[u32]| hours.iter().map(|&hour| Time::from_hours(hour)).collect::<Vec<_>>();
        assert_eq!(split(&moments(&[0, 0, 4])), [0..2, 2..3]);
        assert!(split(&moments(&[])).is_empty());
        let many = split(&moments(&[0, 1, 2, 3, 4, 5, 6, 7, 100]));
        assert_eq!(many, [0..1, 1..2, 2..3, 3..4, 4..8, 8..9]);
    }
}
