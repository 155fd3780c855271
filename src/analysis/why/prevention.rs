//! What would have prevented a loss: each claim is tried by running the same course with that one thing changed.

use super::Link;
use crate::analysis::Model;
use crate::analysis::course::{Courses, course_of};
use crate::analysis::outputs::Outputs;
use crate::analysis::what_if::{Config, LossCause};
use crate::engine::{Course, Timeline};
use crate::graph::{Graph, NeedClass, Parameters};
use crate::network::{Action, DependencyId, Event, NeedId, NodeId};
use crate::units::{ONE_PPM, Time};

/// The most needs of a chain for which measures are tried.
const MAX_NEEDS: usize = 24;
/// The most access rows of a chain that are guarded in turn.
const MAX_ROWS: usize = 24;
/// A buffer is proposed in whole steps of this length, so that it can be bought.
const BUFFER_STEP_MS: i64 = 60_000;

/// One thing changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Measure {
    /// The event, numbered as in the course, does not happen.
    WithoutEvent(usize),
    /// The need has a buffer of this length.
    LongerBuffer(NeedId, Time),
    /// The need can be met in full by one more provider that nothing in the course touches.
    SecondProvider(NeedId),
    /// The access row is guarded: it passes no compromise.
    GuardedAccess(DependencyId),
}

/// A thing changed and what came of it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Prevention {
    /// What was changed.
    pub measure: Measure,
    /// What the node then loses: the integral of 1 - output over the horizon, in hours.
    pub lost_h: f64,
    /// Whether the node then loses nothing.
    pub prevented: bool,
}

/// Every measure on the chain that leaves the node better off, the best first.
pub(super) fn preventions(
    model: &Model,
    events: &[Event],
    config: &Config,
    outputs: &Outputs,
    links: &[Link],
    node: NodeId,
) -> Vec<Prevention> {
    let before = outputs.lost_hours(node.0, config.horizon.ms());
    let trial = Trial { model, events, horizon: config.horizon, node: node.0 };
    let mut found: Vec<Prevention> = measures(model, events, config, outputs, links)
        .into_iter()
        .map(|measure| trial.of(measure))
        .filter(|prevention| prevention.lost_h < before)
        .collect();
    found.sort_by(|a, b| b.prevented.cmp(&a.prevented).then(a.lost_h.total_cmp(&b.lost_h)));
    found
}

fn measures(model: &Model, course: &[Event], config: &Config, outputs: &Outputs, links: &[Link]) -> Vec<Measure> {
    let (mut events, mut needs, mut rows) = (Vec::new(), Vec::new(), Vec::new());
    for link in links {
        rows.extend(link.compromise.iter().flat_map(|compromise| compromise.rows.iter().copied()));
        match link.cause {
            LossCause::Hazard { event } if !events.contains(&event) => events.push(event),
            LossCause::Need { need, .. } if !needs.contains(&need) && needs.len() < MAX_NEEDS => needs.push(need),
            _ => {}
        }
    }
    if links.iter().any(|link| link.compromise.is_some()) {
        let compromises = |&place: &usize| matches!(course[place].action, Action::Compromise { .. });
        events.extend((0..course.len()).filter(compromises));
    }
    rows.sort_unstable();
    rows.dedup();
    rows.truncate(MAX_ROWS);
    let buffer = |need: NeedId| {
        let shortage = outputs.longest_shortage(model, need.0, config.horizon.ms())?;
        let length = (shortage + BUFFER_STEP_MS - 1) / BUFFER_STEP_MS * BUFFER_STEP_MS;
        Time::from_ms(length).map(|length| Measure::LongerBuffer(need, length))
    };
    let per_need = needs.iter().flat_map(|&need| buffer(need).into_iter().chain([Measure::SecondProvider(need)]));
    per_need.chain(rows.into_iter().map(Measure::GuardedAccess)).chain(events.into_iter().map(Measure::WithoutEvent)).collect()
}

struct Trial<'a> {
    model: &'a Model,
    events: &'a [Event],
    horizon: Time,
    node: u32,
}

impl Trial<'_> {
    fn course(&self) -> Course {
        course_of(self.model, self.events, self.horizon, self.model.stance.into())
    }

    fn of(&self, measure: Measure) -> Prevention {
        let graph = self.model.graph();
        let with = |need: NeedId, change: &dyn Fn(&mut NeedClass)| {
            let mut parameters = graph.parameters.clone();
            parameters.change_need(need.0, change);
            parameters
        };
        let outputs = match measure {
            Measure::WithoutEvent(event) => self.run(graph.parameters, &self.course_without(event)),
            Measure::GuardedAccess(row) => {
                let mut courses = Courses::new(self.model, self.events, self.horizon).guarding(row);
                self.run(graph.parameters, &courses.take(self.model.stance.into()))
            }
            Measure::LongerBuffer(need, length) => {
                self.run(&with(need, &|class| class.buffer_ms = class.buffer_ms.max(length.ms())), &self.course())
            }
            Measure::SecondProvider(need) => {
                let whole = u64::from(ONE_PPM) * u64::from(ONE_PPM);
                self.run(&with(need, &|class| class.base += whole), &self.course())
            }
        };
        Prevention { measure, lost_h: outputs.lost_hours(self.node, self.horizon.ms()), prevented: outputs.of_node(self.node).is_empty() }
    }

    fn course_without(&self, event: usize) -> Course {
        // An event that does nothing stays in its place, so that the others draw as before.
        let mut events = self.events.to_vec();
        events[event].action = Action::Compromise { nodes: Vec::new() };
        course_of(self.model, &events, self.horizon, self.model.stance.into())
    }

    fn run(&self, parameters: &Parameters, course: &Course) -> Outputs {
        let mut timeline = Timeline::new(Graph { parameters, ..self.model.graph() });
        timeline.run(course, self.horizon.ms());
        Outputs::of(timeline.changes(), self.model.network.node_count())
    }
}
