//! Small random cases with everything mixed in.
//!
//! What is drawn is plain; what makes it a valid network is done to it afterwards, so that each
//! drawn number can shrink on its own. The simplest value stands first in every list.

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

use super::level::{NEAR, ONE};
use super::{Drain, Hazard, Member, Need, Net, Node, Scenario};

/// A need as drawn: positions may still be anything, and shares may still fall short.
#[derive(Clone, Debug)]
struct Draft {
    dependent: usize,
    members: Vec<Member>,
    shape: Shape,
    minimum: i64,
    buffer: (i64, i64, bool),
    weight: Option<i64>,
}

/// What the shares of a need are made to be.
#[derive(Clone, Copy, Debug)]
enum Shape {
    AnyOf,
    OutOf(i64),
    AsDrawn,
}

/// Networks of 2 up to `max_nodes` nodes, each with something that happens to it.
pub fn case(max_nodes: usize) -> impl Strategy<Value = (Net, Scenario)> {
    let nodes = vec(node(), 2..=max_nodes.max(2));
    let needs = vec(draft(max_nodes), 1..=max_nodes * 2);
    let hazards = vec(hazard(max_nodes), 1..=6);
    let drains = vec((0..max_nodes * 2, moment(), length()), 0..=2);
    let horizon = select(vec![8_000, 4_000, 12_000, 20_000, 0]);
    (nodes, needs, hazards, drains, horizon).prop_map(|(nodes, drafts, hazards, drains, horizon)| {
        let count = nodes.len();
        let needs: Vec<Need> = (drafts.into_iter()).filter_map(|draft| finish(draft, count)).collect();
        let hazards = (hazards.into_iter())
            .map(|(node, from, length, level)| Hazard { node: node % count, from, to: length.map(|length| from + length), level })
            .collect();
        let drains = (drains.into_iter())
            .filter(|_| !needs.is_empty())
            .map(|(need, from, length)| Drain { need: need % needs.len(), from, to: length.map(|length| from + length) })
            .collect();
        let scenario = Scenario { hazards, drains, horizon };
        (Net { nodes, needs }, scenario)
    })
}

/// A moment of the scenario: few of them, so that many things meet at one instant.
fn moment() -> impl Strategy<Value = i64> {
    prop_oneof![
        9 => select(vec![0, 1_000, 2_000, 3_000, 4_000, 6_000]),
        1 => select(vec![1, 999, 1_001, 1_500, 2_333]),
    ]
}

/// A length of time that is not nothing.
fn some_time() -> impl Strategy<Value = i64> {
    prop_oneof![
        9 => select(vec![1_000, 2_000, 3_000, 4_000]),
        1 => select(vec![1, 3, 333, 500, 1_501]),
    ]
}

/// A length of time, absent for one that lasts.
fn length() -> impl Strategy<Value = Option<i64>> {
    prop_oneof![1 => Just(None), 3 => some_time().prop_map(Some)]
}

/// A length of time that is more often nothing than not.
fn seldom_time() -> impl Strategy<Value = i64> {
    prop_oneof![3 => Just(0), 2 => some_time()]
}

fn node() -> impl Strategy<Value = Node> {
    (seldom_time(), seldom_time()).prop_map(|(restart, black_start)| Node { restart, black_start })
}

fn hazard(max_nodes: usize) -> impl Strategy<Value = (usize, i64, Option<i64>, i64)> {
    let level = prop_oneof![
        5 => Just(0),
        3 => select(vec![500_000, 250_000, 300_000, 700_000]),
        // Near a bound: two that count as whole, one that does not, and the least there is.
        1 => select(vec![1, 999_985, 999_990, 999_999]),
    ];
    (0..max_nodes, moment(), length(), level)
}

fn member(max_nodes: usize) -> impl Strategy<Value = Member> {
    let share = select(vec![ONE, 500_000, 333_334, 250_000, 300_000, 700_000]);
    (0..max_nodes, share, seldom_time(), prop_oneof![9 => Just(true), 1 => Just(false)], prop_oneof![4 => Just(true), 1 => Just(false)])
        .prop_map(|(provider, share, activation, carries, starts)| Member { provider, share, activation, carries, starts })
}

fn draft(max_nodes: usize) -> impl Strategy<Value = Draft> {
    let shape = prop_oneof![
        3 => Just(Shape::AnyOf),
        2 => select(vec![Shape::OutOf(2), Shape::OutOf(3)]),
        2 => Just(Shape::AsDrawn),
    ];
    let minimum = prop_oneof![
        3 => Just(0),
        2 => select(vec![ONE, 500_000, 600_000, 333_333, 500_005, 500_011]),
    ];
    let buffer = prop_oneof![
        3 => Just(0),
        3 => select(vec![1_000, 2_000, 4_000]),
        1 => select(vec![1, 3, 333, 1_501]),
    ];
    let refill = prop_oneof![
        2 => Just(0),
        3 => select(vec![1_000, 2_000, 4_000]),
        1 => select(vec![1, 7, 333]),
    ];
    let works = prop_oneof![7 => Just(true), 1 => Just(false)];
    let weight = prop_oneof![
        3 => Just(None),
        2 => select(vec![ONE, 500_000, 300_000, 333_333, 1]).prop_map(Some),
    ];
    (0..max_nodes, vec(member(max_nodes), 1..=4), shape, minimum, (buffer, refill, works), weight)
        .prop_map(|(dependent, members, shape, minimum, buffer, weight)| Draft { dependent, members, shape, minimum, buffer, weight })
}

/// Makes a valid need of a draft, or none where nobody is left to provide.
fn finish(draft: Draft, nodes: usize) -> Option<Need> {
    let dependent = draft.dependent % nodes;
    let mut members: Vec<Member> = Vec::new();
    for mut member in draft.members {
        member.provider %= nodes;
        let known = |other: &Member| other.provider == member.provider;
        if member.provider != dependent && !members.iter().any(known) {
            members.push(member);
        }
    }
    let minimum = reshape(&mut members, draft.shape, draft.minimum);
    supply_whole(&mut members)?;
    Some(Need {
        dependent,
        members,
        minimum,
        buffer: draft.buffer.0,
        refill: draft.buffer.1,
        weight: draft.weight,
        buffer_works: draft.buffer.2,
    })
}

/// Gives the members the shares of their shape, and tells the minimum that goes with it.
fn reshape(members: &mut [Member], shape: Shape, minimum: i64) -> i64 {
    let (part, minimum) = match shape {
        Shape::AsDrawn => return minimum,
        Shape::AnyOf => (ONE, minimum),
        Shape::OutOf(2) => (ONE / 2, minimum),
        // Three thirds are a hair less than a whole: without a minimum a loop of them would sink
        // by one part per million a round, which is right but takes for ever to compute.
        Shape::OutOf(parts) => (ONE / parts, ONE),
    };
    for member in members {
        member.share = part;
    }
    minimum
}

/// Lets the members that are always there add up to a whole.
fn supply_whole(members: &mut [Member]) -> Option<()> {
    for count in 0..=members.len() {
        // Standby members become ordinary ones, in order, for as long as that is what it takes.
        for member in &mut members[..count] {
            member.activation = 0;
        }
        let there = members.iter().filter(|member| member.activation == 0);
        let short = ONE - there.map(|member| member.share).sum::<i64>();
        if short <= NEAR {
            return Some(());
        }
        if count == members.len() {
            members.first_mut()?.share += short;
        }
    }
    Some(())
}
