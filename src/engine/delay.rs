//! How long compromise takes: at most, to all that it can reach, and at least, to the nearest of some nodes.
//!
//! What these serve: where compromise reaches within the time all that it can reach at all, who is reached does not depend on time, and is
//! found without following each source through time ([`Condensed`]).

use super::condensed::Condensed;
use super::hub::Hub;
use super::monotone::Monotone;
use crate::graph::{AccessLayer, AccessNumbers, NEVER_PASSES};
use std::cmp::Reverse;

/// The rows of an access layer that pass compromise, as their dependents see them.
#[derive(Debug, Clone)]
pub struct Backwards {
    first: Vec<u32>,
    /// Providers, and which time compromise takes from them ([`AccessNumbers::time`]).
    rows: Vec<(u32, u32)>,
}

impl Backwards {
    /// Turns a layer round.
    pub fn of(layer: &AccessLayer, numbers: &AccessNumbers) -> Self {
        let mut first = vec![0_u32; layer.nodes() + 1];
        let passing = || (0..layer.rows().len()).filter(|&place| numbers.after(place) != NEVER_PASSES);
        for place in passing() {
            first[layer.rows()[place].dependent as usize + 1] += 1;
        }
        for node in 0..layer.nodes() {
            first[node + 1] += first[node];
        }
        let mut next = first.clone();
        let mut rows = vec![(0, 0); first[layer.nodes()] as usize];
        for provider in 0..layer.nodes() as u32 {
            for place in layer.range(provider).filter(|&place| numbers.after(place) != NEVER_PASSES) {
                let at = &mut next[layer.rows()[place].dependent as usize];
                rows[*at as usize] = (provider, numbers.time_of(place));
                *at += 1;
            }
        }
        Self { first, rows }
    }

    /// The providers of a dependent, and how long compromise takes from them, in ms.
    pub(super) fn rows_to<'a>(&'a self, dependent: u32, numbers: &'a AccessNumbers) -> impl Iterator<Item = (u32, i64)> + 'a {
        let range = self.first[dependent as usize] as usize..self.first[dependent as usize + 1] as usize;
        self.rows[range].iter().map(|&(provider, time)| (provider, numbers.time(time)))
    }
}

/// So many of the largest components are looked at as a whole.
const LARGEST: usize = 4;

/// Per node: no less than the time in which its compromise reaches all that it can reach, in ms.
///
/// All that a node of a component reaches is reached by way of the component's busiest node, its *hub*: in the time to the hub, and from
/// there to the furthest. That second time is exact for the largest components; for the others it is the way through the component and then
/// along the worst row out of it. What is `known` of one busy node is not looked for again: between nodes of a component no way leads outside.
pub fn longest(
    condensed: &Condensed,
    layer: &AccessLayer,
    numbers: &AccessNumbers,
    backwards: &Backwards,
    known: Option<&Hub>,
) -> Vec<i64> {
    let mut longest = vec![0_i64; layer.nodes()];
    let mut walk = Walk::new(layer.nodes());
    let ahead = |node: u32| layer.range(node).map(|place| (layer.rows()[place].dependent, numbers.after(place)));
    let large = large(condensed);
    for component in (0..condensed.count() as u32).rev() {
        let nodes = condensed.nodes(component);
        let is_inside = |node: u32| condensed.of_node(node) == component;
        if let [only] = nodes {
            longest[*only as usize] = onwards(nodes, ahead, is_inside, &longest);
            continue;
        }
        if let Some(known) = known.filter(|known| condensed.of_node(known.node()) == component) {
            for &node in nodes {
                longest[node as usize] = known.longest(node);
            }
            continue;
        }
        let hub = *nodes.iter().max_by_key(|&&node| layer.range(node).len()).unwrap_or(&nodes[0]);
        let from_hub = if large.contains(&component) {
            walk.from(hub, ahead)
        } else {
            let inside = walk.from(hub, |node| ahead(node).filter(|&(to, _)| is_inside(to)));
            inside.saturating_add(onwards(nodes, ahead, is_inside, &longest))
        };
        walk.from(hub, |node| backwards.rows_to(node, numbers).filter(|&(to, _)| is_inside(to)));
        for &node in nodes {
            longest[node as usize] = walk.distance[node as usize].saturating_add(from_hub);
        }
    }
    longest
}

/// The largest components that have more than one node.
fn large(condensed: &Condensed) -> Vec<u32> {
    let mut by_size: Vec<u32> = (0..condensed.count() as u32).filter(|&component| condensed.nodes(component).len() > 1).collect();
    by_size.sort_by_key(|&component| Reverse(condensed.nodes(component).len()));
    by_size.truncate(LARGEST);
    by_size
}

/// The worst of the rows that lead out of a component.
fn onwards<I: Iterator<Item = (u32, i64)>>(
    nodes: &[u32],
    rows: impl Fn(u32) -> I,
    is_inside: impl Fn(u32) -> bool,
    longest: &[i64],
) -> i64 {
    let out = nodes.iter().flat_map(|&node| rows(node)).filter(|&(to, after)| after != NEVER_PASSES && !is_inside(to));
    out.map(|(to, after)| after.saturating_add(longest[to as usize])).max().unwrap_or(0)
}

/// Dijkstra's algorithm from one node.
pub(super) struct Walk {
    /// In ms; `i64::MAX` where there is no way.
    pub(super) distance: Vec<i64>,
    /// The nodes to which there is one, the nearest first.
    pub(super) reached: Vec<u32>,
    waiting: Monotone<u32>,
}

impl Walk {
    /// Room for so many nodes.
    pub(super) fn new(nodes: usize) -> Self {
        Self { distance: vec![i64::MAX; nodes], reached: Vec::new(), waiting: Monotone::new() }
    }

    /// Finds how far every node is; returns how far the furthest is.
    pub(super) fn from<I: Iterator<Item = (u32, i64)>>(&mut self, start: u32, rows: impl Fn(u32) -> I) -> i64 {
        for node in self.reached.drain(..) {
            self.distance[node as usize] = i64::MAX;
        }
        self.waiting.restart();
        self.reach(start, 0);
        let mut furthest = 0;
        while let Some((at, node)) = self.waiting.pop() {
            if at > self.distance[node as usize] {
                continue;
            }
            self.reached.push(node);
            furthest = at;
            for (to, after) in rows(node).filter(|&(_, after)| after != NEVER_PASSES) {
                self.reach(to, at.saturating_add(after));
            }
        }
        furthest
    }

    fn reach(&mut self, node: u32, at: i64) {
        let known = &mut self.distance[node as usize];
        if at < *known {
            *known = at;
            self.waiting.push(at, node);
        }
    }
}

/// Per node the two marked nodes that its compromise reaches soonest: two, so that there is one left for a node that is marked itself.
#[derive(Debug, Clone)]
pub struct Nearest(Vec<[(u32, i64); 2]>);

const NONE: (u32, i64) = (u32::MAX, i64::MAX);

impl Nearest {
    /// Looks back from every marked node at once. Only the two best of what comes to a node are looked back from: whoever is behind it needs
    /// no third.
    pub fn of(backwards: &Backwards, numbers: &AccessNumbers, marked: &[bool]) -> Self {
        let mut found = vec![[NONE; 2]; marked.len()];
        let mut waiting = Monotone::new();
        for node in (0..marked.len() as u32).filter(|&node| marked[node as usize]) {
            found[node as usize][0] = (node, 0);
            waiting.push(0, (node, node));
        }
        while let Some((at, (node, goal))) = waiting.pop() {
            if !found[node as usize].contains(&(goal, at)) {
                continue;
            }
            for (provider, after) in backwards.rows_to(node, numbers) {
                let then = at.saturating_add(after);
                if is_among_best(&mut found[provider as usize], (goal, then)) {
                    waiting.push(then, (provider, goal));
                }
            }
        }
        Self(found)
    }

    /// How soon compromise that begins at these nodes, in order, reaches a marked node that is none of them.
    pub fn outside(&self, nodes: &[u32]) -> Soonest {
        let mut soonest = i64::MAX;
        let mut unknown = i64::MAX;
        for &node in nodes {
            let known = self.0[node as usize];
            match known.iter().find(|(goal, _)| nodes.binary_search(goal).is_err()) {
                Some(&(_, at)) => soonest = soonest.min(at),
                // Both are initiators themselves: a third is no nearer than they are.
                None => unknown = unknown.min(known[1].1),
            }
        }
        match soonest {
            _ if unknown < soonest => Soonest::Unknown,
            i64::MAX => Soonest::Never,
            at => Soonest::At(at),
        }
    }
}

/// Takes a goal in among the two nearest if it is nearer than one of them; two ways to one goal are one goal.
fn is_among_best([first, second]: &mut [(u32, i64); 2], (goal, at): (u32, i64)) -> bool {
    if at >= second.1 || (goal == first.0 && at >= first.1) {
        return false;
    }
    if at >= first.1 {
        *second = (goal, at);
    } else {
        if goal != first.0 {
            *second = *first;
        }
        *first = (goal, at);
    }
    true
}

/// How soon something is reached.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Soonest {
    /// At this moment, in ms.
    At(i64),
    /// It never is.
    Never,
    /// The two nodes known of each were not enough to tell.
    Unknown,
}
