//! Single points of failure: which one loss ends a vital process, or all that meets a need that looks redundant.

use super::Config;
use crate::analysis::Model;
use crate::analysis::check::looks_redundant;
use crate::engine::{Course, Hazard, LANES, Lane, Surely, SurelyRoom, Timeline};
use crate::graph::{Graph, Parameters};
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

/// So many pairs of a loss and what it ends are kept: about 160 MB.
const MOST_PAIRS: usize = 20_000_000;
/// So many blocks of losses are followed before their pairs are put together.
const BLOCKS: usize = 16;

/// What losses may end.
struct Targets<'m> {
    model: &'m Model,
    steady: Graph<'m>,
    processes: Vec<NodeId>,
    needs: Vec<NeedId>,
}

/// A target and a loss that ends it. Targets are the processes, then the needs.
type Pair = (u32, u32);

pub(super) fn find(model: &Model, config: &Config) -> Found {
    let graph = model.graph();
    let parameters: Parameters = graph.parameters.steady(graph.topology);
    let has_categories = model.network.has_categories();
    let targets = Targets {
        model,
        steady: Graph { topology: graph.topology, parameters: &parameters },
        processes: model.network.nodes().filter(|&node| model.is_vital(node, has_categories)).collect(),
        needs: model.network.needs().filter(|&need| looks_redundant(model, need)).collect(),
    };
    let work = graph.topology.nodes() as u64 * (graph.topology.nodes() + model.network.dependency_count()) as u64;
    let method = if work <= config.each_loss_up_to { Method::EachLoss } else { Method::Dominators };
    let (mut pairs, complete) = match method {
        Method::EachLoss => (targets.each_loss(), true),
        Method::Dominators => targets.dominators(),
    };
    pairs.par_sort_unstable();
    targets.found(&pairs, method, complete)
}

impl Targets<'_> {
    /// Nodes that something depends on.
    fn initiators(&self) -> impl Iterator<Item = u32> {
        let topology = self.steady.topology;
        (0..topology.nodes() as u32).filter(move |&node| !topology.dependents(node).is_empty())
    }

    fn each_loss(&self) -> Vec<Pair> {
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
        initiators.into_par_iter().map_init(|| timeline.clone(), one).flatten().collect()
    }

    /// The targets that a loss ends, given all nodes that it loses, in order.
    fn ended_by(&self, initiator: u32, lost: &[u32]) -> Vec<Pair> {
        let is_lost = |node: u32| lost.binary_search(&node).is_ok();
        let processes = self.processes.iter().enumerate().filter(|&(_, process)| process.0 != initiator && is_lost(process.0));
        let mut pairs: Vec<Pair> = processes.map(|(place, _)| (place as u32, initiator)).collect();
        let topology = self.steady.topology;
        let mut touched: Vec<u32> = lost.iter().flat_map(|&node| topology.dependents(node)).map(|edge| edge.need).collect();
        touched.sort_unstable();
        touched.dedup();
        for need in touched {
            let Ok(place) = self.needs.binary_search(&NeedId(need)) else { continue };
            let gone = |member| is_lost(topology.provider(member)) && !self.steady.parameters.always_delivers(member);
            if topology.node_of(need) != initiator && self.delivering(need).all(gone) {
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

    fn dominators(&self) -> (Vec<Pair>, bool) {
        let surely = Surely::of(self.steady);
        let initiators: Vec<u32> =
            surely.order().iter().copied().filter(|&node| !self.steady.topology.dependents(node).is_empty()).collect();
        let (mut pairs, mut whole): (Vec<Pair>, bool) = (Vec::new(), true);
        for blocks in initiators.chunks(LANES * BLOCKS) {
            let found: Vec<Vec<Pair>> =
                blocks.par_chunks(LANES).map_init(|| surely.room(), |room, block| self.block(&surely, room, block)).collect();
            whole &= pairs.len() + found.iter().map(Vec::len).sum::<usize>() <= MOST_PAIRS;
            if whole {
                pairs.extend(found.into_iter().flatten());
            }
        }
        (pairs, whole && surely.is_complete())
    }

    fn block(&self, surely: &Surely, room: &mut SurelyRoom, block: &[u32]) -> Vec<Pair> {
        surely.sweep(room, block);
        let topology = self.steady.topology;
        let mut pairs = Vec::new();
        for (place, process) in self.processes.iter().enumerate() {
            add(&mut pairs, place, room.lost(process.0), block, process.0);
        }
        for (place, need) in self.needs.iter().enumerate() {
            let mut row = [u64::MAX; 8];
            for member in self.delivering(need.0) {
                let provider = room.lost(topology.provider(member));
                row.iter_mut().zip(provider).for_each(|(word, bits)| *word &= bits);
            }
            if row != [0; 8] && !self.is_safe(*need) {
                add(&mut pairs, self.processes.len() + place, &row, block, topology.node_of(need.0));
            }
        }
        pairs
    }

    fn found(&self, pairs: &[Pair], method: Method, complete: bool) -> Found {
        let mut count = vec![0_u64; self.model.network.node_count()];
        let ends_process = pairs.partition_point(|&(target, _)| (target as usize) < self.processes.len());
        for &(_, node) in &pairs[..ends_process] {
            count[node as usize] += 1;
        }
        let mut points: Vec<(NodeId, u64)> = self.model.network.nodes().map(|node| (node, count[node.0 as usize])).collect();
        points.retain(|&(_, count)| count > 0);
        points.sort_by_key(|&(node, count)| (std::cmp::Reverse(count), node));
        let mut processes: Vec<Process> = self.processes.iter().map(|&node| Process { node, count: 0, points: Vec::new() }).collect();
        let mut ended: Vec<&[Pair]> = pairs.chunk_by(|a, b| a.0 == b.0).collect();
        let of_processes = ended.partition_point(|pairs| (pairs[0].0 as usize) < processes.len());
        let commons = (ended.len() - of_processes) as u64;
        ended.truncate(of_processes + MOST_COMMON);
        let near: Vec<Vec<Point>> = ended.par_iter().map(|pairs| self.nearest(pairs)).collect();
        let mut common = Vec::new();
        for (pairs, points) in ended.into_iter().zip(near) {
            let (target, count) = (pairs[0].0 as usize, pairs.len() as u64);
            match processes.get_mut(target) {
                Some(process) => (process.count, process.points) = (count, points),
                None => common.push(Common { need: self.needs[target - self.processes.len()], count, points }),
            }
        }
        Found { method, complete, processes, points, common, commons, redundant: self.needs.len() as u64 }
    }

    /// These losses with their distance from what they end, nearest first.
    fn nearest(&self, pairs: &[Pair]) -> Vec<Point> {
        let topology = self.steady.topology;
        let target = pairs[0].0 as usize;
        let wanted: Vec<u32> = pairs.iter().map(|pair| pair.1).collect();
        let most = wanted.len().min(MOST_POINTS);
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
            if wanted.binary_search(&node).is_ok() {
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

/// Adds a pair for each loss whose bit is set, but for that of `not` itself.
fn add(pairs: &mut Vec<Pair>, target: usize, row: &Lane, block: &[u32], not: u32) {
    for (word, &bits) in row.iter().enumerate() {
        let mut left = bits;
        while left != 0 {
            let initiator = block[word * 64 + left.trailing_zeros() as usize];
            if initiator != not {
                pairs.push((target as u32, initiator));
            }
            left &= left - 1;
        }
    }
}
