//! Which nodes would count as vital, by which criterion, and how sure is that?
//!
//! In every sample each node is classified as [`classify`](crate::analysis::classify) does, all of them in the same worlds. What is uncertain in
//! the network and in its amounts is drawn; limits are not, since a limit is what somebody set. Counts are of whole samples, so that shares do
//! not depend on how samples were divided.

use super::drawn::Drawn;
use super::figure::share_error;
use super::worlds::{Plan, Survey, chunk_of, survey};
use crate::analysis::Model;
use crate::analysis::classify::{Config, Found, Judge, course};
use crate::analysis::impact::Ledger;
use crate::engine::{Course, Room, Timeline};
use crate::graph::{Graph, Parameters, Unknowns};
use crate::network::{Category, CriterionId, Draw, Impact, Network, NodeId, SchemeId, Taking};
use crate::outcome::{Cancel, Control, Outcome};
use crate::units::Time;
use std::cmp::Reverse;

/// The verdicts on every node over the samples.
#[derive(Debug, Clone, PartialEq)]
pub struct SampledClassification {
    /// By whose limits.
    pub scheme: SchemeId,
    /// How long after the loss was looked.
    pub within: Time,
    /// Criteria of the scheme that were measured, in order.
    pub measured: Vec<CriterionId>,
    /// Criteria of the scheme of which nothing is known.
    pub not_estimated: Vec<CriterionId>,
    /// How many samples.
    pub samples: u64,
    /// Whether no cell is uncertain, so that all samples are alike.
    pub certain: bool,
    /// The nodes: those of the gravest classes in most samples first, then by id.
    pub rows: Vec<SampledClassified>,
}

/// The verdicts on one node.
#[derive(Debug, Clone, PartialEq)]
pub struct SampledClassified {
    /// The node.
    pub node: NodeId,
    /// What was lost with it: its parts.
    pub parts: Vec<NodeId>,
    /// The category that the nodes table states.
    pub stated: Option<Category>,
    /// Whether it counts as vital now.
    pub vital: bool,
    /// The class of most samples, the graver of two; `None`: below every limit.
    pub class: Option<u32>,
    /// The share of samples in which no class is reached.
    pub none: f64,
    /// The share of samples in each class of the scheme, mildest first.
    pub classes: Vec<f64>,
    /// The criteria that decide in any sample, with the share of samples in which they do: most often first, then in their order.
    pub decided: Vec<(CriterionId, f64)>,
    /// Whether the limits behind the verdicts of all samples are sure enough to be quoted.
    pub verified: bool,
}

/// Classifies nodes in the samples of a plan. The main figure, for `until_se`, is the share of samples in a class: the least certain of all.
pub fn classify(model: &Model, config: &Config, plan: &Plan, control: &Control) -> Outcome<SampledClassification> {
    let judge = Judge::of(model, config);
    let nodes: Vec<NodeId> = config.of.clone().unwrap_or_else(|| model.network.nodes().collect());
    let subjects = nodes.into_iter().map(|node| Subject::of(&judge, node)).collect();
    let classes = model.network.criteria().scheme(config.scheme).classes.len();
    let (drawn, certain, cancel) = (Drawn::of(model, plan), is_certain(&model.network), &control.cancel);
    let worlds = Worlds { model, within: config.within, drawn, judge, subjects, classes, certain, cancel };
    survey(&worlds, plan, control).map(|(tallies, samples)| {
        let (measured, not_estimated) = worlds.judge.known();
        let (scheme, within) = (config.scheme, config.within);
        SampledClassification { scheme, within, measured, not_estimated, samples, certain, rows: worlds.rows(tallies, samples) }
    })
}

/// Whether nothing that a classification rests on may take more than one value.
fn is_certain(network: &Network) -> bool {
    Unknowns::of(network).is_empty() && !network.impacts().iter().any(Impact::is_uncertain)
}

/// A node and what its loss begins with.
struct Subject {
    node: NodeId,
    parts: Vec<NodeId>,
    course: Course,
}

impl Subject {
    fn of(judge: &Judge, node: NodeId) -> Self {
        let parts = judge.parts(node);
        Self { node, course: course(node, &parts), parts }
    }
}

struct Worlds<'m> {
    model: &'m Model,
    within: Time,
    drawn: Drawn<'m>,
    judge: Judge<'m>,
    subjects: Vec<Subject>,
    /// How many classes the scheme has.
    classes: usize,
    /// Whether nothing is uncertain.
    certain: bool,
    cancel: &'m Cancel,
}

struct Worker {
    parameters: Parameters,
    ledger: Ledger,
    room: Option<Room>,
}

/// In how many samples what was found of a node.
#[derive(Debug, Clone)]
struct Tally {
    /// No class, then each class, mildest first.
    classes: Vec<u64>,
    /// By the place of the criterion among those that count.
    decided: Vec<u64>,
    unverified: u64,
}

impl Survey for Worlds<'_> {
    type Worker = Worker;
    type Part = Vec<Tally>;

    fn worker(&self) -> Worker {
        Worker { parameters: self.drawn.parameters(), ledger: self.judge.ledger.clone(), room: None }
    }

    fn nothing(&self) -> Vec<Tally> {
        let blank = Tally { classes: vec![0; self.classes + 1], decided: vec![0; self.judge.counted.len()], unverified: 0 };
        vec![blank; self.subjects.len()]
    }

    fn chunk(&self) -> u64 {
        chunk_of(self.subjects.len())
    }

    fn ask(&self, worker: &mut Worker, draw: Draw, part: &mut Vec<Tally>) {
        self.drawn.draw(&mut worker.parameters, draw);
        worker.ledger.retake(&self.model.network, Taking::Draw(draw));
        let graph = Graph { topology: self.model.graph().topology, parameters: &worker.parameters };
        let mut timeline = Timeline::within(worker.room.take().unwrap_or_else(|| Room::of(graph.topology)), graph);
        for (subject, tally) in self.subjects.iter().zip(part) {
            if self.cancel.is_stopped() {
                break;
            }
            timeline.run(&subject.course, self.within.ms());
            let found = self.judge.found(&worker.ledger, subject.node, timeline.changes());
            tally.add(&found, &self.judge.counted);
            timeline.reset();
        }
        worker.room = Some(timeline.leave());
    }

    fn join(&self, part: &mut Vec<Tally>, next: Vec<Tally>) {
        for (known, more) in part.iter_mut().zip(next) {
            known.join(&more);
        }
    }

    fn leaves_early(&self) -> bool {
        true
    }

    fn error(&self, part: &Vec<Tally>) -> f64 {
        if self.certain {
            return 0.0;
        }
        part.iter().map(Tally::error).fold(0.0, f64::max)
    }

    fn bytes(&self, _: &Vec<Tally>) -> u64 {
        // Counts take no more room, however many samples there are.
        0
    }
}

impl Worlds<'_> {
    fn rows(&self, tallies: Vec<Tally>, samples: u64) -> Vec<SampledClassified> {
        let mut found: Vec<(&Subject, Tally)> = self.subjects.iter().zip(tallies).collect();
        found.sort_by_cached_key(|(subject, tally)| (Reverse(tally.gravity()), subject.node));
        found.iter().map(|(subject, tally)| self.row(subject, tally, samples)).collect()
    }

    fn row(&self, subject: &Subject, tally: &Tally, samples: u64) -> SampledClassified {
        let share = |count: u64| count as f64 / samples.max(1) as f64;
        let often = self.judge.counted.iter().copied().zip(tally.decided.iter().copied()).filter(|(_, count)| *count > 0);
        let mut often: Vec<(CriterionId, u64)> = often.collect();
        often.sort_by_key(|&(id, count)| (Reverse(count), id));
        SampledClassified {
            node: subject.node,
            parts: subject.parts.clone(),
            stated: self.model.network.node(subject.node).category.value().copied(),
            vital: self.judge.is_vital[subject.node.0 as usize],
            class: tally.usual(),
            none: share(tally.classes[0]),
            classes: tally.classes[1..].iter().map(|&count| share(count)).collect(),
            decided: often.into_iter().map(|(id, count)| (id, share(count))).collect(),
            verified: tally.unverified == 0,
        }
    }
}

impl Tally {
    fn add(&mut self, found: &Found, counted: &[CriterionId]) {
        self.classes[found.class.map_or(0, |class| class as usize + 1)] += 1;
        for (count, id) in self.decided.iter_mut().zip(counted) {
            *count += u64::from(found.decided.contains(id));
        }
        self.unverified += u64::from(!found.verified);
    }

    fn join(&mut self, next: &Self) {
        for (count, more) in self.classes.iter_mut().zip(&next.classes).chain(self.decided.iter_mut().zip(&next.decided)) {
            *count += more;
        }
        self.unverified += next.unverified;
    }

    /// The class of most samples, the graver of two.
    fn usual(&self) -> Option<u32> {
        let usual = self.classes.iter().enumerate().max_by_key(|&(place, count)| (*count, place));
        usual.and_then(|(place, _)| (place as u32).checked_sub(1))
    }

    /// The classes of all samples added up, mildest 1, then the samples of each class from the gravest on.
    fn gravity(&self) -> (u64, Vec<u64>) {
        let sum = self.classes.iter().zip(0..).map(|(count, weight): (_, u64)| count * weight).sum();
        (sum, self.classes.iter().rev().copied().collect())
    }

    /// The largest standard error of the share of a class.
    fn error(&self) -> f64 {
        let samples = self.classes.iter().sum();
        self.classes.iter().map(|&count| share_error(count, samples)).fold(0.0, f64::max)
    }
}
