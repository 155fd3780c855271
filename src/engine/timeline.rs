//! The state of a network at a moment, and the run from one instant to the next.

use super::baseline::Baseline;
use super::buffer::Buffer;
use super::course::{Course, DrainChange, OwnChange};
use super::loops::Loops;
use super::queue::{Agenda, Marks, Queue};
use super::window::Window;
use crate::graph::{Graph, Topology};
use crate::units::ONE_PPM;

/// Why the output of a node fell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cause {
    /// A hazard holds its own state down.
    Hazard {
        /// The event that the hazard belongs to, or [`DETECTION`](super::DETECTION).
        event: u32,
    },
    /// A need is not met.
    Need {
        /// The need.
        need: u32,
        /// Since when the need has been short, in ms.
        short_since: i64,
        /// When its buffer ran out, in ms; `None`: it has none.
        buffer_ended: Option<i64>,
    },
}

/// The output of a node becomes another at the end of an instant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Change {
    /// When, in ms.
    pub at: i64,
    /// The node.
    pub node: u32,
    /// Its output from then on, in ppm.
    pub output: u32,
    /// Why it fell; `None` for a rise.
    pub cause: Option<Cause>,
}

/// Nodes that hold one another down, or keep one another up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LoopReport {
    /// The first instant at which it holds, in ms.
    pub at: i64,
    /// The nodes, in order.
    pub nodes: Vec<u32>,
}

/// A network running through time. Made once, it serves any number of runs: [`Timeline::reset`] undoes only what a run touched.
#[derive(Debug, Clone)]
pub struct Timeline<'g> {
    pub(super) graph: Graph<'g>,
    pub(super) state: State,
    pub(super) work: Work,
    pub(super) loops: Option<Loops<'g>>,
    pub(super) now: i64,
    ran_until: Option<i64>,
    changes: Vec<Change>,
    events: u64,
}

/// Where everything stands, as the difference from "all works": a network that is untouched is all zeros.
#[derive(Debug, Clone)]
pub(super) struct State {
    /// 1 minus the output, per node, in ppm.
    pub(super) loss: Vec<u32>,
    /// 1 minus the own state, per node, in ppm.
    pub(super) own: Vec<u32>,
    /// The event behind the own state, per node.
    pub(super) event: Vec<u32>,
    pub(super) needs: Vec<NeedState>,
    /// How many of its essential needs have nothing left, per node: as long as there is one, the node can deliver nothing.
    pub(super) dead_needs: Vec<u32>,
    pub(super) buffers: Vec<Buffer>,
    /// The place of a node's window in `windows` plus one; 0: as new.
    pub(super) window_of: Vec<u32>,
    pub(super) windows: Vec<Window>,
    /// Nodes that run without their needs, with when that ends.
    pub(super) black_starts: Vec<(u32, i64)>,
    pub(super) agenda: Agenda,
}

/// Where a need stands, in one piece: who looks at one of these numbers looks at all.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct NeedState {
    /// What the members without activation deliver less than when all works, in ppm squared.
    pub(super) deficit: u64,
    /// 1 minus the effective supply, in ppm.
    pub(super) short: u32,
    /// The place of its memory in `buffers` plus one; 0: as new.
    pub(super) buffer_of: u32,
}

/// What an instant works with; empty between instants.
#[derive(Debug, Clone)]
pub(super) struct Work {
    pub(super) queue: Queue,
    /// Nodes that a loss of this instant may lower, whatever else happens.
    pub(super) held: Vec<u32>,
    /// Needs whose memory takes note of this instant.
    pub(super) needs: Marks,
    /// Nodes looked at in this instant.
    pub(super) looked_at: Marks,
    /// Nodes whose output moved, with their loss before the instant and why they last fell.
    pub(super) moved: Marks,
    pub(super) before: Vec<(u32, Option<Cause>)>,
    pub(super) place: Vec<u32>,
    /// Everything written since the last reset.
    pub(super) touched_nodes: Marks,
    pub(super) touched_needs: Marks,
}

/// The memory of a [`Timeline`] without its numbers, to be used again by the next one of the same shape.
#[derive(Debug, Clone)]
pub struct Room {
    state: State,
    work: Work,
    changes: Vec<Change>,
}

impl Room {
    /// Room for networks of a shape.
    pub fn of(topology: &Topology) -> Self {
        let (nodes, needs) = (topology.nodes(), topology.needs());
        let state = State {
            loss: vec![0; nodes],
            own: vec![0; nodes],
            event: vec![0; nodes],
            needs: vec![NeedState::default(); needs],
            dead_needs: vec![0; nodes],
            buffers: Vec::new(),
            window_of: vec![0; nodes],
            windows: Vec::new(),
            black_starts: Vec::new(),
            agenda: Agenda::default(),
        };
        let work = Work {
            queue: Queue::new(nodes),
            held: Vec::new(),
            needs: Marks::new(needs),
            looked_at: Marks::new(nodes),
            moved: Marks::new(nodes),
            before: Vec::new(),
            place: vec![0; nodes],
            touched_nodes: Marks::new(nodes),
            touched_needs: Marks::new(needs),
        };
        Self { state, work, changes: Vec::new() }
    }
}

impl<'g> Timeline<'g> {
    /// A network at rest, whose loops are not watched.
    pub fn new(graph: Graph<'g>) -> Self {
        Self::within(Room::of(graph.topology), graph)
    }

    /// The same, reporting restart deadlocks and self-supported loops. `baseline` comes from [`Baseline::of`] the same graph.
    pub fn watching(graph: Graph<'g>, baseline: &'g Baseline) -> Self {
        Self::new(graph).watched(baseline)
    }

    /// The same at rest, reporting restart deadlocks and self-supported loops from here on.
    #[must_use]
    pub fn watched(mut self, baseline: &'g Baseline) -> Self {
        if self.graph.topology.components().has_loops() {
            self.loops = Some(Loops::new(self.graph, baseline, &self.state));
        }
        self
    }

    /// A network at rest in a room that another run of the same shape left: nothing is set up anew.
    pub fn within(room: Room, graph: Graph<'g>) -> Self {
        let Room { state, work, changes } = room;
        Self { graph, state, work, loops: None, now: 0, ran_until: None, changes, events: 0 }
    }

    /// The room, tidied up for a network of the same shape with other numbers. Costs what the run touched.
    pub fn leave(mut self) -> Room {
        self.reset();
        Room { state: self.state, work: self.work, changes: self.changes }
    }

    /// Runs until `horizon` (ms), instants at the horizon included. A second call goes on from where the first one ended, with a course that
    /// states everything from time 0 on and may add to what lies ahead: that is how a run is started from a given state.
    pub fn run(&mut self, course: &Course, horizon: i64) {
        let (own, drains) = (course.own_changes(), course.drain_changes());
        let (mut own, mut drains) = (own.as_slice(), drains.as_slice());
        let mut at = None;
        if let Some(until) = self.ran_until {
            own = &own[own.partition_point(|change| change.at <= until)..];
            drains = &drains[drains.partition_point(|change| change.at <= until)..];
        } else if self.begin() {
            at = Some(0);
        }
        at = at.or_else(|| self.next(own, drains));
        while let Some(now) = at.filter(|&at| at <= horizon) {
            self.now = now;
            let (own_now, own_later) = own.split_at(own.partition_point(|change| change.at <= now));
            let (drains_now, drains_later) = drains.split_at(drains.partition_point(|change| change.at <= now));
            (own, drains) = (own_later, drains_later);
            self.instant(own_now, drains_now);
            at = self.next(own, drains);
        }
        self.ran_until = Some(horizon);
    }

    /// Needs that are short even when all works make themselves felt at once; says whether there are any.
    fn begin(&mut self) -> bool {
        for &need in self.graph.parameters.short_at_baseline() {
            let node = self.graph.topology.node_of(need);
            self.work.held.push(node);
            self.refresh(need);
        }
        !self.graph.parameters.short_at_baseline().is_empty()
    }

    fn next(&self, own: &[OwnChange], drains: &[DrainChange]) -> Option<i64> {
        let planned = own.first().map(|change| change.at).into_iter().chain(drains.first().map(|change| change.at));
        planned.chain(self.state.agenda.next_time()).min()
    }

    /// Every change of output so far, by time; within an instant by node.
    pub fn changes(&self) -> &[Change] {
        &self.changes
    }

    /// Sets of nodes that hold one another down, each at the first instant it does.
    pub fn restart_deadlocks(&self) -> &[LoopReport] {
        self.loops.as_ref().map_or(&[], |loops| loops.deadlocks())
    }

    /// Sets of nodes that keep one another up, each at the first instant it does.
    pub fn self_supported(&self) -> &[LoopReport] {
        self.loops.as_ref().map_or(&[], |loops| loops.self_supported())
    }

    /// Nodes that at some instant were up only because of a self-supported loop, in order.
    pub fn indeterminate(&self) -> Vec<u32> {
        self.loops.as_ref().map_or_else(Vec::new, super::loops::Loops::indeterminate)
    }

    /// How many times the output of a node or the state of a need became another: the events of docs/performance.md.
    pub fn events(&self) -> u64 {
        self.events
    }

    /// The output of a node at the present moment, in ppm.
    pub fn output(&self, node: u32) -> u32 {
        ONE_PPM - self.state.loss[node as usize]
    }

    pub(super) fn count_event(&mut self) {
        self.events += 1;
    }

    pub(super) fn record(&mut self, change: Change) {
        self.changes.push(change);
    }

    /// Back to "all works" at time 0. Costs what the runs since the last reset touched. Loops are not watched from here on.
    pub fn reset(&mut self) {
        let state = &mut self.state;
        for &node in self.work.touched_nodes.items() {
            let node = node as usize;
            (state.loss[node], state.own[node], state.event[node], state.window_of[node]) = (0, 0, 0, 0);
        }
        for &need in self.work.touched_needs.items() {
            let need = need as usize;
            state.dead_needs[self.graph.topology.node_of(need as u32) as usize] = 0;
            state.needs[need] = NeedState::default();
        }
        self.work.touched_nodes.clear();
        self.work.touched_needs.clear();
        state.buffers.clear();
        state.windows.clear();
        state.black_starts.clear();
        state.agenda.clear();
        self.changes.clear();
        self.loops = None;
        (self.now, self.ran_until, self.events) = (0, None, 0);
    }
}
