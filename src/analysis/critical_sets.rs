//! What together brings down most, and how much worse is that than each alone?
//!
//! Items are lost nodes or groups, or the events of a scenario: small operations at one time. Every set of the wanted size is followed by
//! itself, so the answer is exact. Where there are more sets than the budget allows, most pairs are settled by what single losses prove, and
//! the worst are still exact; of larger sets only those are followed that contain one of the worst smaller ones, and the answer says that
//! it is a part, and how bad a set can be at most.

mod bits;
mod bound;
mod pairs;

use super::Model;
use super::combinations::{Combinations, binomial};
use super::course::course_of;
use super::profile::Profile;
use super::ranking::{Config as RankConfig, Counter, Criterion, Group, Row, groups};
use crate::engine::{Change, Course};
use crate::graph::Graph;
use crate::network::{Event, Kind, NodeId};
use crate::outcome::{Control, Outcome, Stop};
use bits::Bits;
use rayon::prelude::*;
use std::sync::Arc;

/// What is asked.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Config {
    /// Which nodes or groups may be lost, by which criterion, within which time. Of no use with events: their items are the events.
    pub rank: RankConfig,
    /// How many items a set has: 2 or more.
    pub size: usize,
    /// The most sets that are followed.
    pub budget: u64,
    /// How many of the worst are wanted, where there are very many or not every set is followed.
    pub keep: usize,
}

impl Config {
    /// Sets of a size, at most two million of them.
    pub fn new(rank: RankConfig, size: usize) -> Self {
        Self { rank, size, budget: 2_000_000, keep: 100 }
    }
}

/// Sets, worst first.
#[derive(Debug, Clone, PartialEq)]
pub struct CriticalSets {
    /// By what they are ordered.
    pub criterion: Criterion,
    /// How many items there are to choose from.
    pub items: u64,
    /// How many sets of the wanted size there are; `None`: more than can be counted.
    pub sets: Option<u64>,
    /// How many sets were followed; what is known of the others follows from smaller ones.
    pub followed: u64,
    /// No set has a higher score; `None` where scores cannot be added up.
    pub at_most: Option<f64>,
    /// The sets that were followed, worst first; where there are very many, or most were settled without, the worst.
    pub rows: Vec<SetRow>,
}

/// What the loss of a set brings down; nodes that it names itself are left out of every count.
#[derive(Debug, Clone, PartialEq)]
pub struct SetRow {
    /// The items.
    pub ids: Vec<String>,
    /// What follows.
    pub row: Row,
    /// The scores of the items alone, added up; `None` where the criterion cannot be added up.
    pub sum: Option<f64>,
    /// How much worse together: the score less that sum.
    pub excess: Option<f64>,
}

/// Sets of lost nodes or groups. A standby member that steps in within the time counts as there from the start, so that the gap until it does is
/// no loss, and any other as absent; a stock that lasts as long never runs out.
pub fn of_losses(model: &Model, config: &Config, control: &Control) -> Outcome<CriticalSets> {
    let items: Vec<Item> = groups(model, &config.rank).into_iter().map(Item::Lost).collect();
    let graph = model.graph();
    let parameters = graph.parameters.lasting(graph.topology, config.rank.within.ms());
    Search { model, graph: Graph { parameters: &parameters, ..graph }, config, items, events: &[] }.run(control)
}

/// Sets of the events of a scenario. An acquisition or a measure is no item: it brings nothing down by itself, and what the others select by control they
/// select as the whole scenario has it.
pub fn of_events(model: &Model, events: &[Event], config: &Config, control: &Control) -> Outcome<CriticalSets> {
    let items = (0..events.len()).filter(|&event| events[event].action.happens_by_itself()).map(Item::Event).collect();
    Search { model, graph: model.graph(), config, items, events }.run(control)
}

/// What these sets take at most on so many threads, in bytes, the network included.
pub fn memory(model: &Model, config: &Config, threads: u64) -> u64 {
    let mut alone = config.rank.clone();
    alone.engine = Some(super::ranking::Engine::Timeline);
    let items = config.rank.of.as_ref().map_or(model.network.node_count(), Vec::len) as u64;
    let sets = binomial(items, config.size as u64).unwrap_or(u64::MAX);
    let every = (config.keep.max(MANY) + MANY) as u64;
    let kept = if sets <= config.budget { sets.min(every) } else { config.budget.saturating_add(items) };
    let each = kept.saturating_mul(BYTES_PER_SET + 64 * config.size as u64);
    let of_pairs = if sets > config.budget && pairs::suits(config, items) { pairs::memory(model, items) } else { 0 };
    super::ranking::memory(model, &alone, threads).saturating_add(each).saturating_add(of_pairs)
}

/// The hours of one part per million for one millisecond: what hours lost are counted in, and finer than any other score.
const FINE: f64 = 3_600_000.0 * 1_000_000.0;

/// Of so many sets every one is kept.
const MANY: usize = 1 << 16;

/// What a set that is followed takes beside its ids: itself, its row, and its place in an order.
const BYTES_PER_SET: u64 = 450;

/// What a set is made of.
#[derive(Debug, Clone)]
enum Item {
    Lost(Group),
    Event(usize),
}

struct Search<'a> {
    model: &'a Model,
    /// What sets are followed on: for lasting losses the numbers of these.
    graph: Graph<'a>,
    config: &'a Config,
    items: Vec<Item>,
    events: &'a [Event],
}

impl Search<'_> {
    fn run(&self, control: &Control) -> Outcome<CriticalSets> {
        let alone = self.follow((0..self.items.len()).map(|item| vec![item]).collect(), &[], control);
        let scores: Vec<f64> = alone.iter().map(|(_, row)| row.row.score.unwrap_or(0.0)).collect();
        let all = binomial(self.items.len() as u64, self.config.size as u64);
        if alone.len() < self.items.len() {
            // Without every single loss nothing can be said of sets of them.
            let part = self.part(all, 0, self.at_most(&[], false), Vec::new());
            return Outcome::Truncated { part, reason: Stop::Interrupted, done: 0, of: all.unwrap_or(u64::MAX) };
        }
        if all.is_none_or(|all| all > self.config.budget) && pairs::applies(self) {
            let alone: Vec<SetRow> = alone.into_iter().map(|(_, row)| row).collect();
            return self.settled(pairs::pairs(self, &alone, &scores, control), all);
        }
        match all.filter(|&all| all <= self.config.budget) {
            Some(all) => self.every(all, &scores, control),
            None => self.likely(all, &scores, control),
        }
    }

    /// Follows every set, and keeps the worst where there are very many.
    fn every(&self, all: u64, scores: &[f64], control: &Control) -> Outcome<CriticalSets> {
        control.progress.expect(all);
        let most = self.config.keep.max(MANY);
        let mut sets = Combinations::new(self.items.len(), self.config.size);
        let (mut rows, mut done) = (Vec::new(), 0);
        while done < all && !control.cancel.is_stopped() {
            let found = self.follow(sets.by_ref().take(MANY).collect(), scores, control);
            done += found.len() as u64;
            rows.extend(found.into_iter().map(|(_, row)| row));
            if rows.len() > most {
                rows = self.ordered(rows);
                rows.truncate(most);
            }
        }
        let rows = self.ordered(rows);
        let part = self.part(Some(all), done, self.at_most(&rows, done == all), rows);
        if done == all { Outcome::Complete(part) } else { Outcome::Truncated { part, reason: Stop::Interrupted, done, of: all } }
    }

    /// Follows the sets that are most likely to be among the worst, as many as the budget allows.
    fn likely(&self, all: Option<u64>, scores: &[f64], control: &Control) -> Outcome<CriticalSets> {
        let sets = self.promising(scores, control);
        let of = sets.len() as u64;
        control.progress.expect(of);
        let found = self.follow(sets, scores, control);
        let (done, is_cut) = (found.len() as u64, control.cancel.is_stopped());
        let bound = if is_cut { None } else { self.bound(scores, &found) };
        let rows = self.ordered(found.into_iter().map(|(_, row)| row).collect());
        let part = self.part(all, done, bound.or_else(|| self.at_most(&rows, false)), rows);
        let reason = if done == of && !is_cut { Stop::Budget } else { Stop::Interrupted };
        Outcome::Truncated { part, reason, done, of: all.unwrap_or(u64::MAX) }
    }

    /// What a node adds to the score when it has nothing left from the start.
    fn weight(&self, node: NodeId) -> f64 {
        match self.config.rank.criterion {
            Criterion::ProcessesLost => f64::from(u8::from(self.model.network.node(node).kind == Some(Kind::Process))),
            Criterion::LostHours => self.config.rank.within.hours(),
            _ => 1.0,
        }
    }

    /// The same in whole numbers.
    fn fine_weight(&self, node: usize) -> i128 {
        fine(self.weight(NodeId(node as u32)))
    }

    /// The nodes of an item that is a loss.
    fn lost(&self, item: usize) -> &[NodeId] {
        let Item::Lost(group) = &self.items[item] else { unreachable!("only losses have nodes") };
        &group.nodes
    }

    fn part(&self, sets: Option<u64>, followed: u64, at_most: Option<f64>, rows: Vec<SetRow>) -> CriticalSets {
        CriticalSets { criterion: self.config.rank.criterion, items: self.items.len() as u64, sets, followed, at_most, rows }
    }

    /// Pairs that were settled, most of them without being followed.
    fn settled(&self, found: pairs::Pairs, all: Option<u64>) -> Outcome<CriticalSets> {
        let mut rows = self.ordered(found.rows);
        rows.truncate(self.config.keep.max(1));
        let part = self.part(all, found.followed, Some(found.at_most), rows);
        match found.stop {
            None => Outcome::Complete(part),
            Some(reason) => Outcome::Truncated { part, reason, done: found.followed, of: all.unwrap_or(u64::MAX) },
        }
    }

    /// No set of this size has a higher score: with every set followed the highest there is, else as if everything else were lost.
    fn at_most(&self, rows: &[SetRow], complete: bool) -> Option<f64> {
        let highest = rows.first().and_then(|row| row.row.score);
        match self.config.rank.criterion {
            Criterion::FirstVitalLoss | Criterion::Compromised => return None,
            _ if complete => return highest,
            Criterion::Impact(_) => return None,
            _ => {}
        }
        let everything = match self.config.rank.criterion {
            Criterion::SectorsHit => Profile::of(self.model).sectors as f64,
            _ => self.model.network.nodes().map(|node| self.weight(node)).sum(),
        };
        Some(everything)
    }

    /// What no set has a higher score than, as what was found proves; `None` where nothing is proven by that.
    fn bound(&self, scores: &[f64], found: &[(Vec<usize>, SetRow)]) -> Option<f64> {
        let everything = self.at_most(&[], false).filter(|_| bound::applies(self))?;
        let most = |set: &SetRow| self.badness(set.row.score);
        let mut worst: Vec<&(Vec<usize>, SetRow)> = found.iter().collect();
        worst.sort_by(|a, b| most(&b.1).total_cmp(&most(&a.1)).then_with(|| a.0.cmp(&b.0)));
        let together = |sets: usize| worst.iter().take(sets).flat_map(|(set, _)| set.iter().copied()).collect();
        let anchors: [Vec<usize>; 5] = [Vec::new(), worst_single(scores), together(1), together(8), together(32)];
        let proven = anchors.iter().map(|anchor| bound::Anchor::of(self, anchor).of_any(self.config.size)).min()?;
        Some((proven as f64 / FINE).min(everything).max(worst.first()?.1.row.score?))
    }

    /// Sets one larger than the worst smaller ones, from single items up, as many as the budget allows.
    fn promising(&self, scores: &[f64], control: &Control) -> Vec<Vec<usize>> {
        let count = self.items.len();
        let width = usize::try_from(self.config.budget).unwrap_or(usize::MAX) / count.max(1) / self.config.size.max(1);
        let mut order: Vec<usize> = (0..count).collect();
        order.sort_by(|&a, &b| self.badness(Some(scores[b])).total_cmp(&self.badness(Some(scores[a]))).then(a.cmp(&b)));
        let mut best: Vec<Vec<usize>> = order.into_iter().take(width.max(1)).map(|item| vec![item]).collect();
        for size in 2..=self.config.size {
            let mut larger: Vec<Vec<usize>> = best.iter().flat_map(|set| with_one_more(set, count)).collect();
            larger.sort_unstable();
            larger.dedup();
            if size == self.config.size {
                return larger;
            }
            let mut found = self.follow(larger, scores, control);
            found.sort_by(|a, b| self.badness(b.1.row.score).total_cmp(&self.badness(a.1.row.score)).then_with(|| a.0.cmp(&b.0)));
            best = found.into_iter().take(width.max(1)).map(|(set, _)| set).collect();
        }
        best
    }

    /// Follows sets, in their order; those that were not begun when the user interrupted are left out.
    fn follow(&self, sets: Vec<Vec<usize>>, scores: &[f64], control: &Control) -> Vec<(Vec<usize>, SetRow)> {
        let counter = Counter::new(self.graph, Arc::new(Profile::of(self.model)), &self.config.rank);
        let counter = counter.measuring(&self.model.network, &self.config.rank, self.model.stance.into());
        let one = |counter: &mut Counter, set: Vec<usize>| {
            if control.cancel.is_stopped() {
                return None;
            }
            let row = self.one(counter, &set, scores);
            control.progress.add(1);
            Some((set, row))
        };
        sets.into_par_iter().with_min_len(16).map_init(|| counter.clone(), one).flatten().collect()
    }

    fn one(&self, counter: &mut Counter, set: &[usize], scores: &[f64]) -> SetRow {
        let (course, nodes) = self.course(set);
        let ids: Vec<String> = set.iter().map(|&item| self.id(item)).collect();
        let row = counter.follow_course(&course, &nodes, ids.join(" + "));
        let adds_up = self.config.rank.criterion != Criterion::FirstVitalLoss && scores.len() == self.items.len();
        let sum = adds_up.then(|| set.iter().map(|&item| scores[item]).sum());
        let excess = sum.zip(row.score).map(|(sum, score)| difference(score, sum));
        SetRow { ids, row, sum, excess }
    }

    fn id(&self, item: usize) -> String {
        match &self.items[item] {
            Item::Lost(group) => group.id.clone(),
            Item::Event(event) => (event + 1).to_string(),
        }
    }

    /// What a set does, and the nodes that it names and that are not counted: those that are lost, not those that events hit.
    fn course(&self, set: &[usize]) -> (Course, Vec<NodeId>) {
        let mut nodes: Vec<NodeId> = Vec::new();
        let mut events: Vec<Event> = Vec::new();
        for &item in set {
            match &self.items[item] {
                Item::Lost(group) => nodes.extend(&group.nodes),
                Item::Event(event) => events.push(self.events[*event].clone()),
            }
        }
        nodes.sort_unstable();
        nodes.dedup();
        let mut course = course_of(self.model, &events, self.config.rank.within, self.model.stance.into());
        course.hazards.extend(nodes.iter().map(|&node| super::ranking::lasting(node)));
        (course, nodes)
    }

    fn badness(&self, score: Option<f64>) -> f64 {
        match (score, self.config.rank.criterion) {
            (None, _) => f64::NEG_INFINITY,
            (Some(score), Criterion::FirstVitalLoss) => -score,
            (Some(score), _) => score,
        }
    }

    fn ordered(&self, mut rows: Vec<SetRow>) -> Vec<SetRow> {
        let key = |row: &SetRow| (self.badness(row.row.score), row.excess.unwrap_or(0.0), row.row.lost_h);
        rows.par_sort_by(|a, b| {
            let (a_key, b_key) = (key(a), key(b));
            let by_score = b_key.0.total_cmp(&a_key.0).then(b_key.1.total_cmp(&a_key.1)).then(b_key.2.total_cmp(&a_key.2));
            by_score.then_with(|| a.ids.cmp(&b.ids))
        });
        for place in 0..rows.len() {
            let tied = place > 0 && self.badness(rows[place].row.score).total_cmp(&self.badness(rows[place - 1].row.score)).is_eq();
            rows[place].row.rank = if tied { rows[place - 1].row.rank } else { place as u64 + 1 };
        }
        rows
    }
}

/// The nodes that have nothing left from the start and for good.
fn gone(nodes: usize, changes: &[Change]) -> Bits {
    let mut gone = Bits::new(nodes);
    for change in changes.iter().filter(|change| change.at == 0 && change.output == 0) {
        gone.add(change.node as usize);
    }
    // What comes back is not gone for good.
    for change in changes.iter().filter(|change| change.output > 0) {
        gone.remove(change.node as usize);
    }
    gone
}

/// The item with the highest score by itself, if there is any.
fn worst_single(scores: &[f64]) -> Vec<usize> {
    (0..scores.len()).max_by(|&a, &b| scores[a].total_cmp(&scores[b]).then(b.cmp(&a))).into_iter().collect()
}

/// A score in whole numbers, so that it can be ordered.
fn fine(score: f64) -> i128 {
    libm::round(score * FINE) as i128
}

/// One score less another. Sums of hours are not exact in binary fractions, and what is only that is nothing.
fn difference(score: f64, sum: f64) -> f64 {
    let apart = score - sum;
    if apart.abs() <= 1e-9 * sum.abs().max(1.0) { 0.0 } else { apart }
}

/// Every set that has one item more.
fn with_one_more(set: &[usize], count: usize) -> Vec<Vec<usize>> {
    let larger = |item: usize| {
        let mut set = set.to_vec();
        set.push(item);
        set.sort_unstable();
        set
    };
    (0..count).filter(|item| !set.contains(item)).map(larger).collect()
}
