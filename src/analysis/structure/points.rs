//! Single points of failure: which one loss ends a vital process, or all that meets a need that looks redundant.

use super::Config;
use crate::analysis::Model;
use crate::analysis::check::looks_redundant;
use crate::engine::{Course, Hazard, LANES, Lane, Surely, SurelyRoom, Timeline};
use crate::graph::{Components, Graph, Parameters};
use crate::network::{NeedId, NodeId};
use crate::units::TOLERANCE_PPM;
use rayon::prelude::*;
use std::collections::VecDeque;

/// How single losses were followed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Method {
    /// Each by itself, levels included.
    EachLoss,
    /// Side by side, along what surely follows.
    Dominators,
}

/// A node whose loss suffices.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Point {
    /// How many rows lie between, on the shortest way.
    pub steps: u32,
    /// The node.
    pub node: NodeId,
}

/// A vital process with the single losses that end it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Process {
    /// The process.
    pub node: NodeId,
    /// How many losses end it.
    pub count: u64,
    /// The nearest of them, nearest first.
    pub points: Vec<Point>,
}

/// A need that looks redundant with the single losses that take all its members.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Common {
    /// The need.
    pub need: NeedId,
    /// How many losses do.
    pub count: u64,
    /// The nearest of them, nearest first.
    pub points: Vec<Point>,
}

pub(super) struct Found {
    pub(super) method: Method,
    pub(super) complete: bool,
    pub(super) processes: Vec<Process>,
    pub(super) points: Vec<(NodeId, u64)>,
    pub(super) common: Vec<Common>,
    pub(super) commons: u64,
    pub(super) redundant: u64,
}

/// So many losses are named for a process or need; all are counted.
const MOST_POINTS: usize = 100;
/// So many needs are named; all are counted.
const MOST_COMMON: usize = 1_000;

/// So many blocks of losses are followed before their pairs are put together.
const BLOCKS: usize = 16;

/// A loss that takes more nodes and rows than this is followed with others at its side.
const MOST_ALONE: usize = 1_024;

/// In place of a place: not a process.
const NONE: u32 = u32::MAX;

/// What losses may end.
struct Targets<'m> {
    model: &'m Model,
    steady: Graph<'m>,
    processes: Vec<NodeId>,
    /// Per node its place among the processes.
    place: Vec<u32>,
    needs: Vec<NeedId>,
    most_pairs: usize,
}

/// A target and a loss that ends it: the first of those that fall together. Targets are the processes, then the needs.
type Pair = (u32, u32);

/// Which losses stand for which.
struct Fates {
    /// Per node the first of those that fall together with it, whichever is lost.
    first: Vec<u32>,
    /// Per first node how many there are.
    size: Vec<u32>,
}

impl Fates {
    /// Every node for itself.
    fn apart(nodes: usize) -> Self {
        Self { first: (0..nodes as u32).collect(), size: vec![1; nodes] }
    }

    fn together(components: &Components, nodes: usize) -> Self {
        let (mut first, mut size) = (vec![u32::MAX; components.count()], vec![0; nodes]);
        for node in (0..nodes as u32).rev() {
            first[components.of_node(node) as usize] = node;
        }
        let first: Vec<u32> = (0..nodes as u32).map(|node| first[components.of_node(node) as usize]).collect();
        for &first in &first {
            size[first as usize] += 1;
        }
        Self { first, size }
    }
}

pub(super) fn find(model: &Model, config: &Config) -> Found {
    let graph = model.graph();
    let parameters: Parameters = graph.parameters.steady(graph.topology);
    let has_categories = model.network.has_categories();
    let processes: Vec<NodeId> = model.network.nodes().filter(|&node| model.is_vital(node, has_categories)).collect();
    let mut place = vec![NONE; graph.topology.nodes()];
    for (at, process) in processes.iter().enumerate() {
        place[process.0 as usize] = at as u32;
    }
    let targets = Targets {
        model,
        steady: Graph { topology: graph.topology, parameters: &parameters },
        processes,
        place,
        needs: model.network.needs().filter(|&need| looks_redundant(model, need)).collect(),
        most_pairs: config.most_pairs,
    };
    let method = super::method(model, config);
    let (mut pairs, fates, complete) = match method {
        Method::EachLoss => {
            let (pairs, whole) = targets.each_loss();
            (pairs, Fates::apart(graph.topology.nodes()), whole)
        }
        Method::Dominators => targets.dominators(),
    };
    pairs.par_sort_unstable();
    targets.found(&pairs, &fates, (method, complete))
}

impl Targets<'_> {
    /// Nodes that something depends on.
    fn initiators(&self) -> impl Iterator<Item = u32> {
        let topology = self.steady.topology;
        (0..topology.nodes() as u32).filter(move |&node| !topology.dependents(node).is_empty())
    }

    /// What each loss ends, one after the other, as long as there is room; and whether that was all.
    fn each_loss(&self) -> (Vec<Pair>, bool) {
        let initiators: Vec<u32> = self.initiators().collect();
        let timeline = Timeline::new(self.steady);
        let one = |timeline: &mut Timeline, node: u32| {
            let hazard = Hazard { node, from: 0, to: None, level: 0, event: 0 };
            timeline.run(&Course { hazards: vec![hazard], drains: Vec::new() }, 0);
            let mut lost: Vec<u32> =
                timeline.changes().iter().filter(|change| change.output <= TOLERANCE_PPM).map(|change| change.node).collect();
            timeline.reset();
            lost.sort_unstable();
            lost.dedup();
            self.ended_by(node, &lost)
        };
        let (mut pairs, mut whole) = (Vec::new(), true);
        for some in initiators.chunks(LANES * BLOCKS) {
            let found: Vec<Vec<Pair>> = some.par_iter().map_init(|| timeline.clone(), |timeline, &node| one(timeline, node)).collect();
            whole = self.keep(&mut pairs, found);
            if !whole {
                break;
            }
        }
        (pairs, whole)
    }

    /// The targets that a loss ends, given all nodes that it loses, in order.
    fn ended_by(&self, initiator: u32, lost: &[u32]) -> Vec<Pair> {
        let is_lost = |node: u32| lost.binary_search(&node).is_ok();
        let places = lost.iter().map(|&node| self.place[node as usize]).filter(|&place| place != NONE);
        let mut pairs: Vec<Pair> = places.map(|place| (place, initiator)).collect();
        let topology = self.steady.topology;
        let mut touched: Vec<u32> = lost.iter().flat_map(|&node| topology.dependents(node)).map(|edge| edge.need).collect();
        touched.sort_unstable();
        touched.dedup();
        for need in touched {
            let Ok(place) = self.needs.binary_search(&NeedId(need)) else { continue };
            let gone = |member| is_lost(topology.provider(member)) && !self.steady.parameters.always_delivers(member);
            if self.delivering(need).all(gone) {
                pairs.push(((self.processes.len() + place) as u32, initiator));
            }
        }
        pairs
    }

    /// The members that deliver something in the end.
    fn delivering(&self, need: u32) -> impl Iterator<Item = usize> {
        let parameters = self.steady.parameters;
        self.steady.topology.members(need).filter(move |&member| parameters.share(member) > 0)
    }

    /// Whether no loss can take all members.
    fn is_safe(&self, need: NeedId) -> bool {
        self.delivering(need.0).any(|member| self.steady.parameters.always_delivers(member))
    }

    fn dominators(&self) -> (Vec<Pair>, Fates, bool) {
        let surely = Surely::of(self.steady);
        let fates = Fates::together(surely.fates(), self.steady.topology.nodes());
        let initiators: Vec<u32> = self.initiators().filter(|&node| fates.first[node as usize] == node).collect();
        let (mut pairs, much, mut whole) = self.one_by_one(&surely, &initiators);
        let mut is_much = vec![false; fates.first.len()];
        for &node in &much {
            is_much[node as usize] = true;
        }
        let much: Vec<u32> = surely.order().iter().copied().filter(|&node| is_much[node as usize]).collect();
        for blocks in much.chunks(LANES * BLOCKS) {
            if !whole {
                break;
            }
            let found: Vec<Vec<Pair>> =
                blocks.par_chunks(LANES).map_init(|| surely.room(), |room, block| self.block(&surely, room, block)).collect();
            whole = self.keep(&mut pairs, found);
        }
        (pairs, fates, whole && surely.is_complete())
    }

    /// Adds of what was found as much as there is room for; says whether that was all.
    fn keep(&self, pairs: &mut Vec<Pair>, found: Vec<Vec<Pair>>) -> bool {
        let mut found = found.into_iter().flatten();
        let room = self.most_pairs.saturating_sub(pairs.len());
        pairs.extend(found.by_ref().take(room));
        found.next().is_none()
    }

    /// What the losses end that take little, and those that take much, as long as there is room; and whether that was all.
    fn one_by_one(&self, surely: &Surely, initiators: &[u32]) -> (Vec<Pair>, Vec<u32>, bool) {
        let one = |room: &mut SurelyRoom, node: u32| {
            let mut lost = surely.follow(room, node, MOST_ALONE).map(<[u32]>::to_vec).ok_or(node)?;
            lost.sort_unstable();
            Ok(self.ended_by(node, &lost))
        };
        let (mut pairs, mut much) = (Vec::new(), Vec::new());
        // Large parts, because the room of each thread is made again for each.
        for some in initiators.chunks(1 << 16) {
            let found: Vec<Result<Vec<Pair>, u32>> = some.par_iter().map_init(|| surely.room(), |room, &node| one(room, node)).collect();
            much.extend(found.iter().filter_map(|one| one.as_ref().err()));
            if !self.keep(&mut pairs, found.into_iter().flatten().collect()) {
                return (pairs, much, false);
            }
        }
        (pairs, much, true)
    }

    fn block(&self, surely: &Surely, room: &mut SurelyRoom, block: &[u32]) -> Vec<Pair> {
        surely.sweep(room, block);
        let topology = self.steady.topology;
        let mut pairs = Vec::new();
        for (place, process) in self.processes.iter().enumerate() {
            add(&mut pairs, place, room.lost(process.0), block);
        }
        for (place, need) in self.needs.iter().enumerate() {
            let mut row = [u64::MAX; 8];
            for member in self.delivering(need.0) {
                let provider = room.lost(topology.provider(member));
                row.iter_mut().zip(provider).for_each(|(word, bits)| *word &= bits);
            }
            if row != [0; 8] && !self.is_safe(*need) {
                add(&mut pairs, self.processes.len() + place, &row, block);
            }
        }
        pairs
    }

    /// The node of a target itself, whose own loss is not counted.
    fn own(&self, target: u32) -> NodeId {
        match self.processes.get(target as usize) {
            Some(&process) => process,
            None => self.model.network.need(self.needs[target as usize - self.processes.len()]).dependent,
        }
    }

    /// How many losses end a target, its own left out.
    fn count(&self, pairs: &[Pair], fates: &Fates) -> u64 {
        let own = fates.first[self.own(pairs[0].0).0 as usize];
        pairs.iter().map(|&(_, first)| u64::from(fates.size[first as usize]) - u64::from(first == own)).sum()
    }

    /// The nodes that end processes, with how many.
    fn points(&self, pairs: &[Pair], fates: &Fates) -> Vec<(NodeId, u64)> {
        let nodes = self.model.network.node_count();
        let (mut count, mut ends_itself) = (vec![0_u64; nodes], vec![false; nodes]);
        for &(target, first) in pairs {
            count[first as usize] += 1;
            let own = self.own(target).0 as usize;
            ends_itself[own] |= fates.first[own] == first;
        }
        let of = |node: usize| count[fates.first[node] as usize] - u64::from(ends_itself[node]);
        let mut points: Vec<(NodeId, u64)> = (0..nodes).map(|node| (NodeId(node as u32), of(node))).collect();
        points.retain(|&(_, count)| count > 0);
        points.sort_by_key(|&(node, count)| (std::cmp::Reverse(count), node));
        points
    }

    fn found(&self, pairs: &[Pair], fates: &Fates, (method, complete): (Method, bool)) -> Found {
        let ends_process = pairs.partition_point(|&(target, _)| (target as usize) < self.processes.len());
        let mut processes: Vec<Process> = self.processes.iter().map(|&node| Process { node, count: 0, points: Vec::new() }).collect();
        let mut ended: Vec<(&[Pair], u64)> =
            pairs.chunk_by(|a, b| a.0 == b.0).map(|pairs| (pairs, self.count(pairs, fates))).filter(|&(_, count)| count > 0).collect();
        let of_processes = ended.partition_point(|(pairs, _)| (pairs[0].0 as usize) < processes.len());
        let commons = (ended.len() - of_processes) as u64;
        ended.truncate(of_processes + MOST_COMMON);
        let near: Vec<Vec<Point>> = ended.par_iter().map(|&(pairs, count)| self.nearest(pairs, count, fates)).collect();
        let mut common = Vec::new();
        for ((pairs, count), points) in ended.into_iter().zip(near) {
            let target = pairs[0].0 as usize;
            match processes.get_mut(target) {
                Some(process) => (process.count, process.points) = (count, points),
                None => common.push(Common { need: self.needs[target - self.processes.len()], count, points }),
            }
        }
        let points = self.points(&pairs[..ends_process], fates);
        Found { method, complete, processes, points, common, commons, redundant: self.needs.len() as u64 }
    }

    /// These losses with their distance from what they end, nearest first.
    fn nearest(&self, pairs: &[Pair], count: u64, fates: &Fates) -> Vec<Point> {
        let topology = self.steady.topology;
        let target = pairs[0].0 as usize;
        let wanted: Vec<u32> = pairs.iter().map(|pair| pair.1).collect();
        let most = (count as usize).min(MOST_POINTS);
        let own = self.own(pairs[0].0).0;
        let members = match self.processes.get(target) {
            Some(process) => topology.members_of(process.0),
            None => topology.members(self.needs[target - self.processes.len()].0),
        };
        let mut seen = vec![false; topology.nodes()];
        let mut waiting: VecDeque<(u32, u32)> = VecDeque::new();
        let mut points = Vec::with_capacity(wanted.len());
        let reach = |members: std::ops::Range<usize>, steps: u32, seen: &mut Vec<bool>, waiting: &mut VecDeque<(u32, u32)>| {
            for provider in members.map(|member| topology.provider(member)) {
                if !std::mem::replace(&mut seen[provider as usize], true) {
                    waiting.push_back((steps, provider));
                }
            }
        };
        reach(members, 1, &mut seen, &mut waiting);
        while let Some((steps, node)) = waiting.pop_front() {
            if node != own && wanted.binary_search(&fates.first[node as usize]).is_ok() {
                points.push(Point { steps, node: NodeId(node) });
            }
            // The last step is finished, so that of equally near ones it is the first by id that are named.
            if points.len() >= most && waiting.front().is_none_or(|&(next, _)| next > steps) {
                break;
            }
            reach(topology.members_of(node), steps + 1, &mut seen, &mut waiting);
        }
        points.sort_unstable();
        points.truncate(most);
        points
    }
}

/// Adds a pair for each loss whose bit is set.
fn add(pairs: &mut Vec<Pair>, target: usize, row: &Lane, block: &[u32]) {
    for (word, &bits) in row.iter().enumerate() {
        let mut left = bits;
        while left != 0 {
            pairs.push((target as u32, block[word * 64 + left.trailing_zeros() as usize]));
            left &= left - 1;
        }
    }
}
