//! Does what really happened lie within what the data allows?

use super::Figure;
use super::drawn::Drawn;
use super::figure::share_error;
use super::worlds::{Plan, Survey, survey};
use crate::analysis::Model;
use crate::analysis::course::course_of;
use crate::analysis::verify::{Observed, Test, Verdict, test};
use crate::engine::{Change, Room, Timeline};
use crate::graph::{Graph, Parameters};
use crate::network::{Draw, Scenario, Taking};
use crate::outcome::{Control, Outcome};
use crate::units::{HOUR_MS, Level, ONE_PPM, Time};

/// Every expectation of every scenario over the samples.
#[derive(Debug, Clone, PartialEq)]
pub struct SampledVerification {
    /// How many samples.
    pub samples: u64,
    /// Per scenario that states expectations its name and its tests, in the order stated.
    pub incidents: Vec<(String, Vec<SampledTest>)>,
}

/// One expectation over the samples.
#[derive(Debug, Clone, PartialEq)]
pub struct SampledTest {
    /// The share of samples in which state, begin and length are as known.
    pub p_met: f64,
    /// The share of samples in which the state is as known.
    pub p_state: f64,
    /// When the loss began, in hours, over the samples with a loss; `None` where there is none.
    pub first_loss_h: Option<Figure>,
    /// The lowest output.
    pub min_output: Figure,
    /// How long the output was below 1, in hours.
    pub below_h: Figure,
    /// Whether the back-test fails with it.
    pub is_required: bool,
}

impl SampledTest {
    /// What happened in fewer worlds than this the data all but rules out.
    pub const PLAUSIBLE: f64 = 0.05;

    /// Whether what happened lies within what the data allows.
    pub fn is_met(&self) -> bool {
        self.p_met >= Self::PLAUSIBLE
    }
}

impl SampledVerification {
    /// Whether a required expectation lies outside what the data allows.
    pub fn fails(&self) -> bool {
        self.incidents.iter().flat_map(|(_, tests)| tests).any(|test| test.is_required && !test.is_met())
    }
}

/// Runs every scenario that states what followed and can be reproduced in the samples of a plan. The main figure, for `until_se`, is the share
/// of samples in which an expectation is met.
pub fn verify(model: &Model, scenarios: &[(String, Scenario)], plan: &Plan, control: &Control) -> Outcome<SampledVerification> {
    let unchanged = Drawn::of(model, plan);
    let stating = scenarios.iter().filter(|(_, scenario)| !scenario.expectations.is_empty() && scenario.not_reproducible.is_none());
    let (mut incidents, mut samples, mut stopped) = (Vec::new(), plan.samples, None);
    for (name, scenario) in stating {
        let model = &*model.under(&scenario.events);
        let changed = (!model.network.taken().is_empty()).then(|| Drawn::of(model, plan));
        let worlds = Worlds { model, scenario, drawn: changed.as_ref().unwrap_or(&unchanged) };
        let outcome = survey(&worlds, plan, control);
        if let Outcome::Truncated { reason, .. } = &outcome {
            stopped = Some(*reason);
        }
        let (tallies, done) = outcome.value();
        samples = samples.min(*done);
        if *done > 0 {
            incidents.push((name.clone(), tallies.iter().map(|tally| tally.test(*done)).collect()));
        }
    }
    let part = SampledVerification { samples, incidents };
    match stopped {
        None => Outcome::Complete(part),
        Some(reason) => Outcome::Truncated { part, reason, done: samples, of: plan.samples },
    }
}

struct Worlds<'m> {
    model: &'m Model,
    scenario: &'m Scenario,
    drawn: &'m Drawn<'m>,
}

#[derive(Debug, Clone, Default)]
struct Tally {
    met: u64,
    state: u64,
    is_required: bool,
    first_loss_h: Vec<f64>,
    min_output: Vec<f64>,
    below_h: Vec<f64>,
}

impl Survey for Worlds<'_> {
    type Worker = (Parameters, Option<Room>);
    type Part = Vec<Tally>;

    fn worker(&self) -> Self::Worker {
        (self.drawn.parameters(), None)
    }

    fn nothing(&self) -> Vec<Tally> {
        vec![Tally::default(); self.scenario.expectations.len()]
    }

    fn ask(&self, (parameters, room): &mut Self::Worker, draw: Draw, part: &mut Vec<Tally>) {
        let taking = Taking::Draw(draw);
        self.drawn.draw(parameters, draw);
        let graph = Graph { topology: self.model.graph().topology, parameters };
        let mut timeline = Timeline::within(room.take().unwrap_or_else(|| Room::of(graph.topology)), graph);
        let horizon = self.scenario.looked_ahead();
        timeline.run(&course_of(self.model, &self.scenario.events, horizon, taking), horizon.ms());
        for (expected, tally) in self.scenario.expectations.iter().zip(part) {
            tally.add(&test(&observed(timeline.changes(), expected.node.0, horizon), expected));
        }
        *room = Some(timeline.leave());
    }

    fn join(&self, part: &mut Vec<Tally>, next: Vec<Tally>) {
        for (known, more) in part.iter_mut().zip(next) {
            known.join(more);
        }
    }

    fn error(&self, part: &Vec<Tally>) -> f64 {
        part.iter().map(|tally| share_error(tally.met, tally.min_output.len() as u64)).fold(0.0, f64::max)
    }

    fn bytes(&self, part: &Vec<Tally>) -> u64 {
        part.iter().map(|tally| (3 * tally.min_output.len() * size_of::<f64>()) as u64).sum()
    }
}

/// How one node fared in a run.
fn observed(changes: &[Change], node: u32, horizon: Time) -> Observed {
    let (mut observed, mut below_ms, mut since) = (Observed { first_loss: None, min_output: Level::ONE, below: Time::ZERO }, 0, None);
    for change in changes.iter().filter(|change| change.node == node) {
        observed.first_loss = observed.first_loss.or(Time::from_ms(change.at));
        observed.min_output = observed.min_output.min(Level::from_ppm(change.output).unwrap_or(Level::ONE));
        match (since, change.output == ONE_PPM) {
            (None, false) => since = Some(change.at),
            (Some(from), true) => (below_ms, since) = (below_ms + change.at - from, None),
            _ => {}
        }
    }
    below_ms += since.map_or(0, |from| horizon.ms() - from);
    observed.below = Time::from_ms(below_ms).unwrap_or(horizon);
    observed
}

impl Tally {
    fn add(&mut self, test: &Test) {
        self.met += u64::from(test.is_met());
        self.state += u64::from(matches!(test.verdict, Verdict::Hit | Verdict::RightlyUp));
        self.is_required = test.is_required();
        self.first_loss_h.extend(test.first_loss.map(Time::hours));
        self.min_output.push(test.min_output.as_f64());
        self.below_h.push(test.below.ms() as f64 / HOUR_MS as f64);
    }

    fn join(&mut self, next: Self) {
        self.met += next.met;
        self.state += next.state;
        self.is_required |= next.is_required;
        self.first_loss_h.extend(next.first_loss_h);
        self.min_output.extend(next.min_output);
        self.below_h.extend(next.below_h);
    }

    fn test(&self, samples: u64) -> SampledTest {
        SampledTest {
            p_met: self.met as f64 / samples as f64,
            p_state: self.state as f64 / samples as f64,
            first_loss_h: (!self.first_loss_h.is_empty()).then(|| Figure::of(&self.first_loss_h)),
            min_output: Figure::of(&self.min_output),
            below_h: Figure::of(&self.below_h),
            is_required: self.is_required,
        }
    }
}
