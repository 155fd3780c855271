//! What is done to a network: from events to the hazards and drains of one run, unknowns taken one way.

use super::Model;
use crate::engine::{Course, DETECTION, Drain, Hazard, Spread};
use crate::graph::{AccessCells, Passage};
use crate::network::{Action, Adverse, DependencyId, Duration, Event, NodeId, Taking, Thing};
use crate::units::{Level, Probability, Quantity, Time};

/// The course of events for any number of ways to take unknowns. Room for the spread of compromise is made once.
#[derive(Debug)]
pub(super) struct Courses<'a> {
    model: &'a Model,
    events: &'a [Event],
    /// What lies further ahead is not worked out.
    horizon: Time,
    /// One row that passes no compromise.
    guarded: Option<DependencyId>,
    spread: Option<Spread>,
}

/// The hazards and drains of a course of events. Hazards carry the place of their event, for explanations.
pub(super) fn course_of(model: &Model, events: &[Event], horizon: Time, taking: Taking) -> Course {
    Courses::new(model, events, horizon).take(taking)
}

impl<'a> Courses<'a> {
    pub(super) fn new(model: &'a Model, events: &'a [Event], horizon: Time) -> Self {
        let compromises = Event::first_compromise(events).is_some();
        Self { model, events, horizon, guarded: None, spread: compromises.then(|| Spread::new(model.network.node_count())) }
    }

    /// The same with one row that passes no compromise.
    pub(super) fn guarding(mut self, row: DependencyId) -> Self {
        self.guarded = Some(row);
        self
    }

    /// Who is compromised in the course that was taken last; `None` where no event compromises anything.
    pub(super) fn spread(&self) -> Option<&Spread> {
        self.spread.as_ref()
    }

    pub(super) fn cells(&self, taking: Taking) -> AccessCells<'a> {
        AccessCells::new(&self.model.network, taking).guarding(self.guarded)
    }

    /// The course with unknowns taken one way.
    pub(super) fn take(&mut self, taking: Taking) -> Course {
        self.compromise(taking);
        let mut course = Course::default();
        for (place, event) in self.events.iter().enumerate() {
            let happening = Happening { model: self.model, taking, place, from: event.at.ms() };
            match &event.action {
                Action::Fail { nodes, duration, level, probability, common } => {
                    let strikes = happening.strikes(*probability, *common);
                    happening.hit(&mut course, nodes, duration.as_ref(), level, strikes);
                }
                Action::Drain { need, duration } => {
                    let to = duration.as_ref().map(|length| happening.after(length));
                    course.drains.push(Drain { need: need.0, from: happening.from, to });
                }
                Action::Compromise { .. } | Action::Acquire { .. } | Action::Measure { .. } => {}
                Action::Trigger { nodes, duration, level, .. } => {
                    let fallen = |node: NodeId| self.spread.as_ref().and_then(|spread| spread.at(node.0));
                    happening.hit(&mut course, nodes, duration.as_ref(), level, |node| fallen(node).is_some_and(|at| at <= happening.from));
                }
            }
        }
        self.shut_down(&mut course, taking);
        course
    }

    /// Lets compromise spread from all that the events compromise.
    fn compromise(&mut self, taking: Taking) {
        let cells = self.cells(taking);
        let Some(spread) = &mut self.spread else { return };
        let mut sources = Vec::new();
        for event in self.events {
            if let Action::Compromise { nodes } = &event.action {
                sources.extend(nodes.iter().map(|node| (node.0, event.at.ms())));
            }
        }
        spread.run(self.model.access(), &sources, self.horizon.ms(), &cells);
    }

    /// Nodes that find their compromise and take themselves out.
    fn shut_down(&self, course: &mut Course, taking: Taking) {
        let cells = self.cells(taking);
        for &node in self.spread.iter().flat_map(Spread::fallen).filter(|&&node| cells.shuts_down(node)) {
            let fell = self.spread.as_ref().and_then(|spread| spread.at(node));
            let found = fell.zip(cells.detect_ms(node)).map(|(fell, after)| fell.saturating_add(after));
            if let Some(from) = found.filter(|&from| from <= self.horizon.ms()) {
                let to = Repair { model: self.model, taking }.end(NodeId(node), from);
                course.hazards.push(Hazard { node, from, to, level: Level::ZERO.ppm(), event: DETECTION });
            }
        }
    }
}

/// An event that happens.
struct Happening<'a> {
    model: &'a Model,
    taking: Taking,
    place: usize,
    from: i64,
}

impl<'a> Happening<'a> {
    /// A cell of the event. What a draw depends on is the place of the event in its course.
    fn thing(&self, column: &str) -> Thing {
        Thing::of(column).and("event").and_number(self.place as u64)
    }

    /// Adds a hazard for each node that it strikes.
    fn hit(
        &self,
        course: &mut Course,
        nodes: &[NodeId],
        duration: Option<&Duration>,
        level: &Quantity<Level>,
        strikes: impl Fn(NodeId) -> bool,
    ) {
        let left = self.taking.value(|| self.thing("level"), level, Adverse::Low).ppm();
        for &node in nodes.iter().filter(|&&node| strikes(node)) {
            let to = self.end_of(duration, node);
            course.hazards.push(Hazard { node: node.0, from: self.from, to, level: left, event: self.place as u32 });
        }
    }

    /// Whether the hazard strikes a node: drawn for each, or once for all where they have a common cause.
    fn strikes(&self, p: Probability, common: bool) -> impl Fn(NodeId) -> bool + use<'a> {
        let (thing, taking, network) = (self.thing("probability"), self.taking, &self.model.network);
        move |node| taking.strikes(|| if common { thing } else { thing.and(network.id(node)) }, &Quantity::Fixed(p))
    }

    fn after(&self, length: &Duration) -> i64 {
        self.from + self.taking.value(|| self.thing("duration_h"), length, Adverse::High).ms()
    }

    /// When a hazard on a node ends: after what is stated, else after the node's repair time, else never.
    fn end_of(&self, stated: Option<&Duration>, node: NodeId) -> Option<i64> {
        let repair = Repair { model: self.model, taking: self.taking };
        stated.map(|length| self.after(length)).or_else(|| repair.end(node, self.from))
    }
}

/// How long repairs take.
struct Repair<'a> {
    model: &'a Model,
    taking: Taking,
}

impl Repair<'_> {
    /// When a repair that begins at a moment ends; `None`: the node has no repair time, and its loss lasts.
    fn end(&self, node: NodeId, from: i64) -> Option<i64> {
        let thing = || Thing::of("repair_h").and(self.model.network.id(node));
        let cell = self.model.network.node(node).repair.value()?;
        Some(from.saturating_add(self.taking.value::<Time>(thing, cell, Adverse::High).ms()))
    }
}
