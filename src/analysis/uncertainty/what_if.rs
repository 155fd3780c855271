//! What follows from these events, and how sure is that?

use super::drawn::Drawn;
use super::tally::{CauseKey, Follower, NodeTally, Tally, note_compromise};
use super::worlds::{Plan, Survey, survey};
use super::{Figure, figure};
use crate::analysis::acquired::{Acquired, acquired};
use crate::analysis::course::Courses;
use crate::analysis::impact::{self, Ledger};
use crate::analysis::profile::Profile;
use crate::analysis::what_if::{Assumed, assumed};
use crate::analysis::{Model, what_if};
use crate::engine::{Baseline, Course, Room, Timeline};
use crate::graph::{Graph, Parameters};
use crate::network::{Draw, Event, NeedId, NodeId, Taking};
use crate::outcome::{Control, Outcome};
use crate::units::Time;

/// What follows from a course of events in many samples.
#[derive(Debug, Clone, PartialEq)]
pub struct SampledWhatIf {
    /// How many samples.
    pub samples: u64,
    /// How far was looked ahead.
    pub horizon: Time,
    /// Nodes that lost output in at least one sample, by the median of their first loss, then by id.
    pub nodes: Vec<SampledNode>,
    /// Sums over the nodes.
    pub totals: SampledTotals,
    /// Nodes that held one another down, each set with its share of samples.
    pub restart_deadlocks: Vec<SampledLoop>,
    /// Nodes that kept one another up.
    pub self_supported: Vec<SampledLoop>,
    /// Nodes that were compromised in at least one sample, by the median of when, then by id; `None` where no event compromises anything.
    pub compromised: Option<Vec<SampledCompromise>>,
    /// What came under control through acquisitions, by time: the same in every sample.
    pub acquired: Vec<Acquired>,
    /// On how many defaults the answer rests.
    pub assumed: Assumed,
    /// What it means for people and society; `None` where the network has no amounts.
    pub impact: Option<impact::Sampled>,
}

/// A compromised node over the samples.
#[derive(Debug, Clone, PartialEq)]
pub struct SampledCompromise {
    /// The node.
    pub node: NodeId,
    /// The share of samples in which it was compromised.
    pub share: f64,
    /// When, in hours, over those samples.
    pub at_h: Figure,
}

/// A node over the samples.
#[derive(Debug, Clone, PartialEq)]
pub struct SampledNode {
    /// The node.
    pub node: NodeId,
    /// The share of samples in which its output fell below 1.
    pub p_affected: f64,
    /// The share of samples in which its output fell to 0.
    pub p_lost: f64,
    /// The share of samples in which a self-supported loop alone kept it up at some instant.
    pub p_indeterminate: f64,
    /// When its output first fell below 1, in hours, over the samples in which it did.
    pub first_loss_h: Figure,
    /// The lowest output, over all samples.
    pub min_output: Figure,
    /// The integral of 1 - output in hours, over all samples.
    pub lost_h: Figure,
    /// Why it first fell, the most frequent cause first.
    pub causes: Vec<CauseShare>,
}

/// A cause and how often it was the one.
#[derive(Debug, Clone, PartialEq)]
pub struct CauseShare {
    /// The cause.
    pub cause: SampledCause,
    /// Its share of all samples.
    pub share: f64,
}

/// Why a node first fell.
#[derive(Debug, Clone, PartialEq)]
pub enum SampledCause {
    /// Its own state was held down by an event, numbered as in the course.
    Hazard {
        /// The event.
        event: usize,
    },
    /// It found its compromise and took itself out.
    Detected,
    /// A need was not met.
    Need {
        /// The need.
        need: NeedId,
        /// The members that fell short in at least one of the samples.
        providers: Vec<NodeId>,
    },
}

/// Sums over the affected nodes.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct SampledTotals {
    /// Nodes whose output fell below 1.
    pub affected: Figure,
    /// Nodes whose output fell to 0.
    pub lost: Figure,
    /// The integrals of 1 - output, added up, in hours.
    pub lost_h: Figure,
    /// Nodes of kind process whose output fell to 0.
    pub processes_lost: Figure,
    /// Different sectors of affected nodes.
    pub sectors_hit: Figure,
}

/// A loop over the samples.
#[derive(Debug, Clone, PartialEq)]
pub struct SampledLoop {
    /// The nodes, in order.
    pub nodes: Vec<NodeId>,
    /// The share of samples in which it was seen.
    pub share: f64,
    /// When it was first seen, in hours, over those samples.
    pub at_h: Figure,
}

/// Runs a course of events in the samples of a plan. The main figure, for `until_se`, is the total of hours lost.
pub fn what_if(model: &Model, events: &[Event], config: &what_if::Config, plan: &Plan, control: &Control) -> Outcome<SampledWhatIf> {
    let worlds = Worlds::of(model, events, config, plan);
    survey(&worlds, plan, control).map(|(tally, samples)| worlds.answer(&tally, samples))
}

/// affected, lost, `lost_h`, `processes_lost` and `sectors_hit` of a course, sample by sample.
pub(super) fn totals(model: &Model, events: &[Event], config: &what_if::Config, plan: &Plan, control: &Control) -> Outcome<[Vec<f64>; 5]> {
    survey(&Worlds::of(model, events, config, plan), plan, control).map(|(tally, _)| tally.totals)
}

/// A course of events, ready to be run in any world.
struct Worlds<'m> {
    model: &'m Model,
    events: &'m [Event],
    horizon: Time,
    drawn: Drawn<'m>,
    /// Whether any lost input loses the node: then nothing holds itself down or up for as long as nothing is restored.
    only_falls: bool,
    profile: Profile,
    ledger: Ledger,
}

/// What a thread keeps: numbers to change, room to run in, a follower.
struct Worker<'m> {
    courses: Courses<'m>,
    parameters: Parameters,
    room: Option<Room>,
    follower: Follower,
    ledger: Ledger,
}

impl<'m> Survey for Worlds<'m> {
    type Worker = Worker<'m>;
    type Part = Tally;

    fn worker(&self) -> Worker<'m> {
        let topology = self.model.graph().topology;
        let courses = Courses::new(self.model, self.events, self.horizon);
        let (room, follower) = (Some(Room::of(topology)), Follower::of(topology.nodes()));
        Worker { courses, parameters: self.drawn.parameters(), room, follower, ledger: self.ledger.clone() }
    }

    fn nothing(&self) -> Tally {
        Tally::default()
    }

    fn ask(&self, worker: &mut Worker<'m>, draw: Draw, tally: &mut Tally) {
        let taking = Taking::Draw(draw);
        self.drawn.draw(&mut worker.parameters, draw);
        let graph = Graph { topology: self.model.graph().topology, parameters: &worker.parameters };
        let course = worker.courses.take(taking);
        if let Some(spread) = worker.courses.spread() {
            note_compromise(tally, spread);
        }
        let room = worker.room.take().unwrap_or_else(|| Room::of(graph.topology));
        let watches = graph.topology.components().has_loops() && !(self.only_falls && self.restores_nothing(&course));
        let baseline = watches.then(|| Baseline::of(graph));
        let timeline = Timeline::within(room, graph);
        let mut timeline = if let Some(baseline) = &baseline { timeline.watched(baseline) } else { timeline };
        timeline.run(&course, self.horizon.ms());
        worker.follower.add(tally, &timeline, &self.profile, graph, self.horizon.ms());
        if !worker.ledger.is_empty() {
            worker.ledger.retake(&self.model.network, taking);
            let measured = worker.ledger.measure(timeline.changes(), self.horizon.ms());
            tally.impact.add(&impact::judge(&self.model.network, measured, self.horizon));
        }
        worker.room = Some(timeline.leave());
    }

    fn join(&self, tally: &mut Tally, next: Tally) {
        tally.join(next);
    }

    fn error(&self, tally: &Tally) -> f64 {
        figure::mean_and_error(&tally.totals[2]).1
    }

    fn bytes(&self, tally: &Tally) -> u64 {
        (tally.values + tally.impact.values()) * size_of::<f64>() as u64
    }
}

impl<'m> Worlds<'m> {
    fn of(model: &'m Model, events: &'m [Event], config: &what_if::Config, plan: &Plan) -> Self {
        let drawn = Drawn::of(model, plan);
        Self {
            model,
            events,
            horizon: config.horizon,
            only_falls: drawn.is_any_input(config.horizon),
            drawn,
            profile: Profile::of(model),
            ledger: Ledger::of(&model.network, model.stance.into()),
        }
    }
}

impl Worlds<'_> {
    /// Whether a course only takes away: what it hits stays down, and no stock is drained that could fill up again.
    fn restores_nothing(&self, course: &Course) -> bool {
        course.drains.is_empty() && course.hazards.iter().all(|hazard| hazard.to.is_none_or(|to| to > self.horizon.ms()))
    }

    fn answer(&self, tally: &Tally, samples: u64) -> SampledWhatIf {
        let mut nodes: Vec<SampledNode> = tally.nodes.iter().map(|(&node, known)| sampled_node(NodeId(node), known, samples)).collect();
        nodes.retain(|node| node.p_affected > 0.0);
        nodes.sort_by(|a, b| a.first_loss_h.p50.total_cmp(&b.first_loss_h.p50).then(a.node.cmp(&b.node)));
        let [affected, lost, lost_h, processes_lost, sectors_hit] = [0, 1, 2, 3, 4].map(|total| Figure::of(&tally.totals[total]));
        SampledWhatIf {
            samples,
            horizon: self.horizon,
            assumed: assumed(self.model, nodes.iter().map(|sampled| sampled.node)),
            nodes,
            totals: SampledTotals { affected, lost, lost_h, processes_lost, sectors_hit },
            compromised: Event::first_compromise(self.events).is_some().then(|| compromised(tally, samples)),
            acquired: acquired(self.model, self.events),
            restart_deadlocks: loops(&tally.deadlocks, samples),
            self_supported: loops(&tally.self_supported, samples),
            impact: (!self.ledger.is_empty()).then(|| self.impact(tally, samples)),
        }
    }
}

impl Worlds<'_> {
    fn impact(&self, tally: &Tally, samples: u64) -> impact::Sampled {
        let network = &self.model.network;
        let shape = impact::judge(network, self.ledger.measure(&[], self.horizon.ms()), self.horizon);
        tally.impact.answer(network, &shape, samples)
    }
}

fn compromised(tally: &Tally, samples: u64) -> Vec<SampledCompromise> {
    let one = |(&node, at): (&u32, &Vec<f64>)| SampledCompromise {
        node: NodeId(node),
        share: at.len() as f64 / samples as f64,
        at_h: Figure::of(at),
    };
    let mut all: Vec<SampledCompromise> = tally.compromised.iter().map(one).collect();
    all.sort_by(|a, b| a.at_h.p50.total_cmp(&b.at_h.p50).then(a.node.cmp(&b.node)));
    all
}

fn sampled_node(node: NodeId, known: &NodeTally, samples: u64) -> SampledNode {
    let share = |count: u64| count as f64 / samples as f64;
    let mut causes: Vec<CauseShare> =
        known.causes.iter().map(|(key, (count, providers))| CauseShare { cause: cause(*key, providers), share: share(*count) }).collect();
    causes.sort_by(|a, b| b.share.total_cmp(&a.share));
    SampledNode {
        node,
        p_affected: share(known.lost_h.len() as u64),
        p_lost: share(known.lost),
        p_indeterminate: share(known.in_doubt),
        first_loss_h: Figure::of(&known.first_loss_h),
        min_output: Figure::with_rest(&known.min_output, samples, 1.0),
        lost_h: Figure::with_rest(&known.lost_h, samples, 0.0),
        causes,
    }
}

fn cause(key: CauseKey, providers: &[u32]) -> SampledCause {
    match key {
        CauseKey::Detected => SampledCause::Detected,
        CauseKey::Hazard(event) => SampledCause::Hazard { event: event as usize },
        CauseKey::Need(need) => {
            let mut providers: Vec<NodeId> = providers.iter().copied().map(NodeId).collect();
            providers.sort_unstable();
            SampledCause::Need { need: NeedId(need), providers }
        }
    }
}

fn loops(known: &std::collections::BTreeMap<Vec<u32>, Vec<f64>>, samples: u64) -> Vec<SampledLoop> {
    let mut loops: Vec<SampledLoop> = known
        .iter()
        .map(|(nodes, at)| SampledLoop {
            nodes: nodes.iter().copied().map(NodeId).collect(),
            share: at.len() as f64 / samples as f64,
            at_h: Figure::of(at),
        })
        .collect();
    loops.sort_by(|a, b| b.share.total_cmp(&a.share).then_with(|| a.nodes.cmp(&b.nodes)));
    loops
}
