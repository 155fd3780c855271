//! The figure that measures are to make smaller, in the worlds that a set of them leads to.
//!
//! Invariant: which nodes may fail, and whether their losses count by how often they do or all alike, follows from the network without
//! measures. So all sets are measured in the same unit, also where a measure states how often a node fails.

use super::Config;
use crate::analysis::Model;
use crate::analysis::course::Courses;
use crate::analysis::profile::Profile;
use crate::analysis::ranking::{Config as RankConfig, Counter, Group, Seat};
use crate::analysis::uncertainty::{Plan, mean_and_error};
use crate::graph::{Graph, Parameters, Unknowns};
use crate::network::{Adverse, Draw, Event, Measure, MeasureId, NodeId, Taking, Thing};
use crate::outcome::Control;
use rayon::prelude::*;
use std::ops::Range;
use std::sync::Arc;

/// So many samples one thread takes at a time.
const CHUNK: u64 = 16;

/// What is asked of every set of measures.
pub(super) struct Study<'a> {
    model: &'a Model,
    events: Option<&'a [Event]>,
    pub(super) config: &'a Config,
    control: &'a Control,
    /// The samples in which sets are followed.
    plan: Option<Plan>,
    rank: RankConfig,
    profile: Arc<Profile>,
    /// The nodes that may fail, where no events are given.
    nodes: Vec<NodeId>,
    /// Whether their losses count by how often they fail.
    by_frequency: bool,
}

/// What a thread keeps between samples: numbers to change, a seat to count from, and what happens.
struct World<'m> {
    parameters: Parameters,
    seat: Option<Seat>,
    courses: Option<Courses<'m>>,
}

/// What came of following a set.
pub(super) enum Followed {
    /// The figure, a value per sample.
    Values(Vec<f64>),
    /// The measures cannot be taken together: the network would be at fault.
    Impossible,
    /// The user interrupted.
    Interrupted,
}

impl<'a> Study<'a> {
    pub(super) fn new(model: &'a Model, events: Option<&'a [Event]>, config: &'a Config, control: &'a Control) -> Self {
        let mut rank = RankConfig::new(config.criterion);
        rank.within = config.within;
        let nodes: Vec<NodeId> = config.of.clone().unwrap_or_else(|| model.network.nodes().collect());
        let by_frequency = nodes.iter().any(|&node| model.network.node(node).failures_per_year.value().is_some());
        // Measures change neither sectors nor kinds nor categories.
        let profile = Arc::new(Profile::of(model));
        Self { model, events, config, control, plan: config.plan, rank, profile, nodes, by_frequency }
    }

    /// Announces that so many more sets will be followed.
    pub(super) fn expect(&self, more: u64) {
        let (_, known) = self.control.progress.read();
        self.control.progress.expect(known + more);
    }

    /// The figure before any set is taken. All sets are followed in as many samples as that took.
    pub(super) fn begin(&mut self) -> Followed {
        let followed = self.follow(&[]);
        if let (Followed::Values(base), Some(plan)) = (&followed, &mut self.plan) {
            (plan.samples, plan.until_se) = (base.len() as u64, None);
        }
        followed
    }

    /// Leaves a set out that cannot be taken.
    pub(super) fn pass_over(&self) -> Followed {
        self.control.progress.add(1);
        Followed::Impossible
    }

    pub(super) fn measure(&self, id: MeasureId) -> &Measure {
        &self.model.network.measures()[id.0 as usize]
    }

    /// The measures that are taken already.
    pub(super) fn taken(&self) -> &[MeasureId] {
        self.model.network.taken()
    }

    /// How many measures there are.
    pub(super) fn count(&self) -> u32 {
        self.model.network.measures().len() as u32
    }

    /// What a set costs over the years; `None` where the cost of one is not stated.
    pub(super) fn cost(&self, set: &[MeasureId]) -> Option<f64> {
        set.iter().map(|&id| self.measure(id).cost_over(self.config.years)).sum()
    }

    /// The figure after a set of measures.
    pub(super) fn follow(&self, taken: &[MeasureId]) -> Followed {
        if self.control.cancel.is_stopped() {
            return Followed::Interrupted;
        }
        let Ok(network) = self.model.network.taking(taken) else { return self.pass_over() };
        let mut model = Model::new(network, self.model.stance);
        let values = match self.plan {
            None => self.once(&model).map(|value| vec![value]),
            Some(plan) => self.sampled(&mut model, plan),
        };
        self.control.progress.add(1);
        values.map_or(Followed::Interrupted, Followed::Values)
    }

    /// The figure in one run; the losses of nodes are followed side by side.
    fn once(&self, model: &Model) -> Option<f64> {
        let taking = model.stance.into();
        let mut counter = self.counter(model, taking);
        if let Some(mut courses) = self.courses(model) {
            return Some(outcome_of(&mut counter, &mut courses, taking));
        }
        let nodes = self.weighted(model, taking);
        let one = |counter: &mut Counter, &(node, weight): &(NodeId, f64)| Some(weight * self.loss_of(counter, node)?);
        let losses: Option<Vec<f64>> = nodes.par_iter().with_min_len(16).map_init(|| counter.clone(), one).collect();
        Some(losses?.iter().sum::<f64>() / self.divisor())
    }

    /// The figure in each sample: in as many as the plan has, or until its standard error is small enough.
    fn sampled(&self, model: &mut Model, plan: Plan) -> Option<Vec<f64>> {
        let unknowns = Unknowns::of(&model.network);
        model.set_apart(&unknowns);
        let mut values: Vec<f64> = Vec::new();
        while (values.len() as u64) < plan.samples {
            let done = values.len() as u64;
            values.extend(self.drawn(model, &unknowns, plan.seed, done..plan.next_look(done))?);
            if plan.until_se.is_some_and(|wanted| mean_and_error(&values).1 <= wanted) {
                break;
            }
        }
        Some(values)
    }

    /// The figure in each of these samples.
    fn drawn(&self, model: &Model, unknowns: &Unknowns, seed: u64, samples: Range<u64>) -> Option<Vec<f64>> {
        let start = || {
            let seat = Some(self.counter(model, model.stance.into()).leave());
            World { parameters: model.graph().parameters.clone(), seat, courses: self.courses(model) }
        };
        let chunk = |world: &mut World, &from: &u64| {
            let chunk = from..samples.end.min(from + CHUNK);
            chunk.map(|sample| self.value(model, unknowns, world, Draw { seed, sample })).collect::<Option<Vec<f64>>>()
        };
        let starts: Vec<u64> = samples.clone().step_by(CHUNK as usize).collect();
        let parts: Option<Vec<Vec<f64>>> = starts.par_iter().map_init(start, chunk).collect();
        parts.map(|parts| parts.concat())
    }

    /// The figure in one sample; `None` when the user interrupted.
    fn value(&self, model: &Model, unknowns: &Unknowns, world: &mut World, draw: Draw) -> Option<f64> {
        if self.control.cancel.is_stopped() {
            return None;
        }
        let taking = Taking::Draw(draw);
        world.parameters.retake(&model.network, unknowns, taking);
        let graph = Graph { topology: model.graph().topology, parameters: &world.parameters };
        let mut counter = Counter::seated(world.seat.take()?, graph, &model.network, taking);
        let value = if let Some(courses) = &mut world.courses {
            Some(outcome_of(&mut counter, courses, taking))
        } else {
            let nodes = self.weighted(model, taking);
            let losses: Option<f64> = nodes.iter().map(|&(node, weight)| Some(weight * self.loss_of(&mut counter, node)?)).sum();
            losses.map(|sum| sum / self.divisor())
        };
        world.seat = Some(counter.leave());
        value
    }

    fn counter<'m>(&self, model: &'m Model, taking: Taking) -> Counter<'m> {
        Counter::new(model.graph(), Arc::clone(&self.profile), &self.rank).measuring(&model.network, &self.rank, taking)
    }

    /// What happens, where events are given.
    fn courses<'m>(&self, model: &'m Model) -> Option<Courses<'m>>
    where
        'a: 'm,
    {
        self.events.map(|events| Courses::new(model, events, self.config.within))
    }

    /// What the loss of one node brings; `None` when the user interrupted.
    fn loss_of(&self, counter: &mut Counter, node: NodeId) -> Option<f64> {
        let group = || Group { id: String::new(), nodes: vec![node] };
        (!self.control.cancel.is_stopped()).then(|| counter.row(group()).score.unwrap_or(0.0))
    }

    /// The nodes that may fail, each with how often in a year; once each where the network without measures does not say of any.
    fn weighted(&self, model: &Model, taking: Taking) -> Vec<(NodeId, f64)> {
        let weight = |node: NodeId| if self.by_frequency { failures(model, node, taking) } else { 1.0 };
        self.nodes.iter().map(|&node| (node, weight(node))).filter(|(_, weight)| *weight > 0.0).collect()
    }

    /// With frequencies the figure is what is expected in a year; without, the mean of one loss.
    fn divisor(&self) -> f64 {
        if self.by_frequency { 1.0 } else { self.nodes.len().max(1) as f64 }
    }
}

/// What the events bring.
fn outcome_of(counter: &mut Counter, courses: &mut Courses, taking: Taking) -> f64 {
    counter.follow_course(&courses.take(taking), &[], String::new()).score.unwrap_or(0.0)
}

/// How often a node fails in a year; never where that is not stated.
fn failures(model: &Model, node: NodeId, taking: Taking) -> f64 {
    let thing = || Thing::of("failures_per_year").and(model.network.id(node));
    let stated = model.network.node(node).failures_per_year.value();
    stated.map_or(0.0, |amount| taking.value(thing, amount, Adverse::High).value())
}
