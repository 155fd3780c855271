//! How many losses until half of the processes are lost: the worst first, and in random orders with their band.
//!
//! Losses add up, as they stand in the end (docs/semantics.md, section 7): stocks have run out, standby has stepped in. Then nothing takes
//! time, so a whole order is one run of the timeline in which the i-th item is lost at moment i. An item that is lost already is passed
//! over: losing it again changes nothing. A process that is itself hit counts as lost.

use super::Model;
use super::ranking::{Config as RankConfig, Criterion, Group, groups, rank};
use crate::engine::{Course, Hazard, Timeline};
use crate::graph::Graph;
use crate::network::Kind;
use crate::outcome::{Control, Outcome, Stop};
use crate::units::{TOLERANCE_PPM, philox};
use rayon::prelude::*;

/// What is asked.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Config {
    /// Which nodes or groups may be lost, and within which time their loss alone is looked at for the order of the worst.
    pub rank: RankConfig,
    /// How many random orders.
    pub orders: u32,
    /// Other seeds give other orders.
    pub seed: u64,
}

impl Config {
    /// A hundred random orders.
    pub fn new(rank: RankConfig, seed: u64) -> Self {
        Self { rank, orders: 100, seed }
    }
}

/// How many losses until half of the processes are lost.
#[derive(Debug, Clone, PartialEq)]
pub struct Curve {
    /// How many items may be lost.
    pub items: u64,
    /// How many processes there are; where no node is a process, nodes.
    pub processes: u64,
    /// Whether nodes are counted, because none is a process.
    pub of_nodes: bool,
    /// The worst first, by what each does alone: the items that were lost and how many processes are lost after each, until half of them.
    pub targeted: Vec<(String, u64)>,
    /// How many processes are lost after so many losses in random order: 5th, 50th and 95th percentile over the orders.
    pub random: Vec<Band>,
    /// How many losses it takes to half, over the orders: 5th, 50th and 95th percentile; `None`: half is not lost in that part of them.
    pub half: [Option<u64>; 3],
    /// How many losses it takes with the worst first; `None`: half is not lost.
    pub targeted_half: Option<u64>,
}

/// Processes lost after some losses, over random orders.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Band {
    /// How many items are lost.
    pub losses: u64,
    /// 5th, 50th and 95th percentile of processes lost.
    pub lost: [u64; 3],
}

/// So many points of the band are given at most.
const MOST_POINTS: u64 = 100;
/// So many losses are tried first; four times as many as long as that is not enough.
const FIRST_LOSSES: usize = 64;

/// Follows the curve.
pub fn curve(model: &Model, config: &Config, control: &Control) -> Outcome<Curve> {
    let graph = model.graph();
    let parameters = graph.parameters.steady(graph.topology);
    let fall = Fall::new(model, Graph { topology: graph.topology, parameters: &parameters }, groups(model, &config.rank));
    let timeline = Timeline::new(fall.graph);
    // Without the whole ranking nothing is the worst.
    let worst = worst_first(model, config, &fall.items, control);
    let targeted = worst.as_ref().map(|worst| fall.follow(&mut timeline.clone(), worst)).unwrap_or_default();
    control.progress.expect(u64::from(config.orders));
    let one = |timeline: &mut Timeline, order: u32| {
        if control.cancel.is_stopped() {
            return None;
        }
        let steps = fall.follow(timeline, &shuffled(fall.items.len(), config.seed, order));
        control.progress.add(1);
        Some(steps.into_iter().map(|(_, lost)| lost).collect())
    };
    let orders: Vec<Vec<u64>> = (0..config.orders).into_par_iter().map_init(|| timeline.clone(), one).flatten().collect();
    let done = orders.len() as u64;
    let part = fall.curve(targeted, &orders);
    if worst.is_some() && done == u64::from(config.orders) {
        return Outcome::Complete(part);
    }
    Outcome::Truncated { part, reason: Stop::Interrupted, done, of: u64::from(config.orders) }
}

/// Items by what they do alone, worst first; `None` when the user interrupted.
fn worst_first(model: &Model, config: &Config, items: &[Group], control: &Control) -> Option<Vec<u32>> {
    let mut rank_config = config.rank.clone();
    rank_config.criterion = Criterion::suiting(model);
    // Its progress would be mistaken for that of the orders.
    let control = Control { cancel: control.cancel.clone(), ..Control::default() };
    let Outcome::Complete(ranking) = rank(model, &rank_config, &control) else { return None };
    let mut place: Vec<(&str, u32)> = items.iter().enumerate().map(|(at, item)| (item.id.as_str(), at as u32)).collect();
    place.sort_unstable();
    let of = |id: &str| place.binary_search_by_key(&id, |&(id, _)| id).ok().map(|at| place[at].1);
    Some(ranking.rows.iter().filter_map(|row| of(&row.id)).collect())
}

/// All items in an order that depends on the seed and the number of the order alone.
fn shuffled(items: usize, seed: u64, order: u32) -> Vec<u32> {
    const CURVE: u32 = 0x6375_7276;
    let key = [seed as u32, (seed >> 32) as u32];
    let draw = |item: u32| {
        let words = philox([item, order, CURVE, 0], key);
        (u64::from(words[0]) << 32 | u64::from(words[1]), item)
    };
    let mut drawn: Vec<(u64, u32)> = (0..items as u32).map(draw).collect();
    drawn.sort_unstable();
    drawn.into_iter().map(|(_, item)| item).collect()
}

/// What falls when items are lost one after another.
struct Fall<'m> {
    graph: Graph<'m>,
    items: Vec<Group>,
    counts: Vec<bool>,
    processes: u64,
    of_nodes: bool,
}

impl<'m> Fall<'m> {
    fn new(model: &Model, graph: Graph<'m>, items: Vec<Group>) -> Self {
        let network = &model.network;
        let is_process: Vec<bool> = network.nodes().map(|node| network.node(node).kind == Some(Kind::Process)).collect();
        let of_nodes = !is_process.contains(&true);
        let counts: Vec<bool> = is_process.into_iter().map(|process| process || of_nodes).collect();
        let processes = counts.iter().filter(|&&counts| counts).count() as u64;
        Self { graph, items, counts, processes, of_nodes }
    }

    fn is_half(&self, lost: u64) -> bool {
        lost * 2 >= self.processes && self.processes > 0
    }

    /// The items of an order that were lost by it, each with how many processes are lost then, until half of them are.
    fn follow(&self, timeline: &mut Timeline, order: &[u32]) -> Vec<(u32, u64)> {
        let mut most = FIRST_LOSSES;
        loop {
            let steps = self.steps(timeline, &order[..order.len().min(most)]);
            if most >= order.len() || steps.last().is_some_and(|&(_, lost)| self.is_half(lost)) {
                return steps;
            }
            most *= 4;
        }
    }

    fn steps(&self, timeline: &mut Timeline, order: &[u32]) -> Vec<(u32, u64)> {
        let mut hazards = Vec::new();
        for (at, &item) in order.iter().enumerate() {
            let hazard = |node: &crate::network::NodeId| Hazard { node: node.0, from: at as i64, to: None, level: 0, event: at as u32 };
            hazards.extend(self.items[item as usize].nodes.iter().map(hazard));
        }
        timeline.run(&Course { hazards, drains: Vec::new() }, order.len() as i64);
        // Per moment the processes that are lost then, and per node when it was.
        let mut lost_at = vec![0_u64; order.len()];
        let mut since = vec![i64::MAX; self.counts.len()];
        for change in timeline.changes().iter().filter(|change| change.output <= TOLERANCE_PPM) {
            let first = &mut since[change.node as usize];
            if *first == i64::MAX {
                *first = change.at;
                lost_at[change.at as usize] += u64::from(self.counts[change.node as usize]);
            }
        }
        timeline.reset();
        let (mut steps, mut lost) = (Vec::new(), 0);
        for (at, &item) in order.iter().enumerate() {
            lost += lost_at[at];
            let still_works = self.items[item as usize].nodes.iter().any(|node| since[node.0 as usize] >= at as i64);
            if still_works {
                steps.push((item, lost));
            }
            if self.is_half(lost) {
                break;
            }
        }
        steps
    }

    fn curve(&self, targeted: Vec<(u32, u64)>, orders: &[Vec<u64>]) -> Curve {
        let longest = orders.iter().map(Vec::len).max().unwrap_or(0) as u64;
        let mut places: Vec<u64> =
            (1..=MOST_POINTS.min(longest)).map(|point| (point * longest).div_ceil(MOST_POINTS.min(longest))).collect();
        places.dedup();
        let band = |&losses: &u64| {
            let after = |order: &Vec<u64>| order.get(losses as usize - 1).or(order.last()).copied().unwrap_or(0);
            let mut lost: Vec<u64> = orders.iter().map(after).collect();
            lost.sort_unstable();
            Band { losses, lost: [5, 50, 95].map(|percent| lost[nearest_rank(percent, lost.len())]) }
        };
        let to_half = |steps: &[u64]| steps.last().is_some_and(|&lost| self.is_half(lost)).then_some(steps.len() as u64);
        let mut half: Vec<u64> = orders.iter().map(|order| to_half(order).unwrap_or(u64::MAX)).collect();
        half.sort_unstable();
        let of = |percent| half.get(nearest_rank(percent, half.len())).copied().filter(|&losses| losses < u64::MAX);
        let worst: Vec<u64> = targeted.iter().map(|&(_, lost)| lost).collect();
        Curve {
            items: self.items.len() as u64,
            processes: self.processes,
            of_nodes: self.of_nodes,
            targeted_half: to_half(&worst),
            targeted: targeted.into_iter().map(|(item, lost)| (self.items[item as usize].id.clone(), lost)).collect(),
            random: places.iter().map(band).collect(),
            half: [5, 50, 95].map(of),
        }
    }
}

/// The place of a percentile among so many sorted values: the smallest that this part of them does not exceed.
fn nearest_rank(percent: usize, of: usize) -> usize {
    (of * percent).div_ceil(100).max(1) - 1
}
