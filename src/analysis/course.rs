//! What is done to a network: from events to the hazards and drains of one run, unknowns taken one way.

use super::Model;
use crate::engine::{Course, Drain, Hazard};
use crate::network::{Action, Adverse, Duration, Event, NodeId, Taking, Thing};
use crate::units::{Probability, Quantity, Time};

/// The hazards and drains of a course of events. Hazards carry the place of their event, for explanations.
pub(super) fn course_of(model: &Model, events: &[Event], taking: Taking) -> Course {
    let mut course = Course::default();
    for (place, event) in events.iter().enumerate() {
        let happening = Happening { model, taking, place, from: event.at.ms() };
        match &event.action {
            Action::Fail { nodes, duration, level, probability, common } => {
                let left = taking.value(|| happening.thing("level"), level, Adverse::Low).ppm();
                let strikes = happening.strikes(*probability, *common);
                for node in nodes.iter().filter(|&&node| strikes(node)) {
                    let to = happening.end_of(duration.as_ref(), *node);
                    course.hazards.push(Hazard { node: node.0, from: happening.from, to, level: left, event: place as u32 });
                }
            }
            Action::Drain { need, duration } => {
                let to = duration.as_ref().map(|length| happening.after(length));
                course.drains.push(Drain { need: need.0, from: happening.from, to });
            }
        }
    }
    course
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
        let repair = || {
            let thing = || Thing::of("repair_h").and(self.model.network.id(node));
            let cell = self.model.network.node(node).repair.value()?;
            Some(self.from + self.taking.value::<Time>(thing, cell, Adverse::High).ms())
        };
        stated.map(|length| self.after(length)).or_else(repair)
    }
}
