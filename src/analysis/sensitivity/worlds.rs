//! One figure in many worlds: the network with some cells taken otherwise, run, measured and put back.

use super::change::Change;
use super::conclusion::Conclusion;
use super::figure::{Meter, Wanted};
use super::questions::{Question, Subject, Touched};
use crate::analysis::Model;
use crate::analysis::course::Courses;
use crate::analysis::profile::Profile;
use crate::engine::{Room, Timeline};
use crate::graph::Unknowns;
use crate::network::{CellPlace, Event, NeedId, Network, Taking};
use crate::units::Time;
use std::sync::Arc;

/// A course of events and a figure of it, ready for any world.
#[derive(Debug)]
pub(super) struct Worlds<'m> {
    /// The network as it is stated.
    pub(super) original: &'m Network,
    events: &'m [Event],
    pub(super) horizon: Time,
    wanted: Wanted,
    unknowns: Unknowns,
    prepared: Model,
    profile: Arc<Profile>,
}

/// What a thread keeps between worlds.
#[derive(Debug)]
pub(super) struct Worker {
    model: Model,
    events: Vec<Event>,
    room: Option<Room>,
    meter: Meter,
}

impl<'m> Worlds<'m> {
    /// Worlds in which these questions may be answered otherwise.
    pub(super) fn new(model: &'m Model, events: &'m [Event], horizon: Time, wanted: Wanted, questions: &[Question]) -> Self {
        let unknowns = unknowns(&model.network, questions);
        let mut prepared = model.clone();
        prepared.set_apart(&unknowns);
        Self { original: &model.network, events, horizon, wanted, unknowns, prepared, profile: Arc::new(Profile::of(model)) }
    }

    pub(super) fn worker(&self) -> Worker {
        let nodes = self.original.node_count();
        Worker { model: self.prepared.clone(), events: self.events.to_vec(), room: None, meter: Meter::of(nodes) }
    }

    /// The figure in a world that differs by some changes.
    pub(super) fn figure(&self, worker: &mut Worker, changes: &[Change], taking: Taking) -> f64 {
        self.run(worker, changes, taking);
        worker.meter.figure(&self.wanted, &self.profile, self.horizon.ms())
    }

    /// Whether a conclusion holds in a world, and how far.
    pub(super) fn holds(&self, worker: &mut Worker, changes: &[Change], taking: Taking, conclusion: Conclusion) -> (bool, f64) {
        self.run(worker, changes, taking);
        (conclusion.holds(&worker.meter), conclusion.degree(&worker.meter))
    }

    /// Adds to what is touched in a world.
    pub(super) fn touch(&self, worker: &mut Worker, changes: &[Change], taking: Taking, touched: &mut Touched) {
        self.run(worker, changes, taking);
        worker.meter.affected().for_each(|node| touched.affected[node as usize] = true);
        let mut courses = Courses::new(&worker.model, &worker.events, self.horizon);
        courses.take(taking);
        courses.spread().into_iter().flat_map(crate::engine::Spread::fallen).for_each(|&node| touched.compromised[node as usize] = true);
    }

    /// Whether a provider of a need lost output in the world that was run last.
    pub(super) fn meets(&self, worker: &Worker, need: NeedId) -> bool {
        self.original.members(need).iter().any(|member| worker.meter.is_affected(member.provider.0))
    }

    fn run(&self, worker: &mut Worker, changes: &[Change], taking: Taking) {
        for change in changes {
            change.make(&mut worker.model.network, &mut worker.events);
        }
        worker.model.retake(&self.unknowns, taking);
        let graph = worker.model.graph();
        let course = Courses::new(&worker.model, &worker.events, self.horizon).take(taking);
        let mut timeline = Timeline::within(worker.room.take().unwrap_or_else(|| Room::of(graph.topology)), graph);
        timeline.run(&course, self.horizon.ms());
        worker.meter.measure(timeline.changes(), self.horizon.ms());
        worker.room = Some(timeline.leave());
        worker.model.network.restore_cells(self.original, changes.iter().filter_map(Change::cell));
        if changes.iter().any(|change| matches!(change, Change::Event(..))) {
            worker.events.clone_from_slice(self.events);
        }
    }
}

/// All that a sample draws or a question changes.
fn unknowns(network: &Network, questions: &[Question]) -> Unknowns {
    let mut unknowns = Unknowns::of(network);
    for question in questions {
        match question.subject {
            Subject::Cell(cell) => match cell.place {
                CellPlace::Need(need) => unknowns.needs.push(need),
                CellPlace::Row(row) => unknowns.needs.push(network.dependencies()[row.0 as usize].need),
                CellPlace::Node(node) => unknowns.nodes.push(node),
            },
            Subject::Duration(_) | Subject::Level(_) | Subject::Happens(_) => {}
        }
    }
    unknowns.needs.sort_unstable();
    unknowns.needs.dedup();
    unknowns.nodes.sort_unstable();
    unknowns.nodes.dedup();
    unknowns
}
