//! Does the network reproduce what really happened, also what did not fail, and better than a trivial guess would?

mod baselines;

use super::Model;
use super::what_if::{Config as Horizon, WhatIf, what_if};
use crate::network::{Expectation, Expected, NodeId, Scenario, ScenarioKind};
use crate::units::{Level, ONE_PPM, TOLERANCE_PPM, Time};

/// A back-test: what is known, and what the network gives.
#[derive(Debug, Clone, PartialEq)]
pub struct Verification {
    /// Per scenario with expectations.
    pub incidents: Vec<Incident>,
    /// All incidents that count, together.
    pub total: Scores,
}

/// One scenario held against what is known of it.
#[derive(Debug, Clone, PartialEq)]
pub struct Incident {
    /// The name of the scenario.
    pub name: String,
    /// Its title.
    pub title: Option<String>,
    /// Whether it happened.
    pub kind: ScenarioKind,
    /// Why it cannot be reproduced; such an incident is shown and counts for nothing.
    pub not_reproducible: Option<String>,
    /// Every expectation, in the order stated.
    pub tests: Vec<Test>,
    /// How the network and two trivial guesses did.
    pub scores: Scores,
}

/// One expectation and what came of it.
#[derive(Debug, Clone, PartialEq)]
pub struct Test {
    /// The expectation.
    pub expected: Expectation,
    /// When the node's loss began; `None`: it kept working.
    pub first_loss: Option<Time>,
    /// The node's lowest output.
    pub min_output: Level,
    /// How long its output was below 1 within the horizon.
    pub below: Time,
    /// How the state compares.
    pub verdict: Verdict,
    /// How far the begin lies outside its range, in hours: 0 inside, negative when too early; `None` where nothing is stated or lost.
    pub onset_off_h: Option<f64>,
    /// How far the length lies outside its range, in hours: 0 inside, negative when too short.
    pub length_off_h: Option<f64>,
}

/// How the state of a node compares with what is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// It fell as it should.
    Hit,
    /// It kept working, or worked at a level out of the range.
    Miss,
    /// It kept working as it should.
    RightlyUp,
    /// It fell and should not.
    FalseAlarm,
}

impl Test {
    /// Whether state, begin and length are as known.
    pub fn is_met(&self) -> bool {
        let inside = |off: Option<f64>| off.is_none_or(|off| off == 0.0);
        matches!(self.verdict, Verdict::Hit | Verdict::RightlyUp) && inside(self.onset_off_h) && inside(self.length_off_h)
    }

    /// Whether the back-test as a whole fails with it: what is only known with low confidence is shown, not required.
    pub fn is_required(&self) -> bool {
        self.expected.confidence.is_none_or(crate::network::Confidence::is_verified)
    }
}

/// The network and two trivial guesses by the same measure.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Scores {
    /// The network, state by state.
    pub model: Score,
    /// The network, any loss counting as one: the measure that the guesses are held to.
    pub model_any: Score,
    /// The guess that everything in a region that is hit falls at once.
    pub region: Score,
    /// The guess that everything that depends on what is hit falls at once.
    pub reachable: Score,
    /// Begins within their range, and begins stated for a node that fell.
    pub onsets: (u64, u64),
    /// Lengths within their range, and lengths stated for a node that fell.
    pub lengths: (u64, u64),
}

/// Hits and misses.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Score {
    /// Losses foreseen.
    pub hits: u64,
    /// Losses missed.
    pub misses: u64,
    /// Nodes that kept working, rightly.
    pub rightly_up: u64,
    /// Nodes said to fall that kept working.
    pub false_alarms: u64,
}

impl Score {
    /// Of what fell, the part that was foreseen; `None` where nothing fell.
    pub fn recall(&self) -> Option<f64> {
        part(self.hits, self.hits + self.misses)
    }

    /// Of what was said to fall, the part that did.
    pub fn precision(&self) -> Option<f64> {
        part(self.hits, self.hits + self.false_alarms)
    }

    /// Of what kept working, the part that was said to.
    pub fn specificity(&self) -> Option<f64> {
        part(self.rightly_up, self.rightly_up + self.false_alarms)
    }

    /// The mean of recall and specificity: 0.5 is what a blind guess gets.
    pub fn balanced(&self) -> f64 {
        f64::midpoint(self.recall().unwrap_or(1.0), self.specificity().unwrap_or(1.0))
    }

    fn count(&mut self, verdict: Verdict) {
        match verdict {
            Verdict::Hit => self.hits += 1,
            Verdict::Miss => self.misses += 1,
            Verdict::RightlyUp => self.rightly_up += 1,
            Verdict::FalseAlarm => self.false_alarms += 1,
        }
    }

    fn add(&mut self, other: &Self) {
        self.hits += other.hits;
        self.misses += other.misses;
        self.rightly_up += other.rightly_up;
        self.false_alarms += other.false_alarms;
    }
}

fn part(of: u64, whole: u64) -> Option<f64> {
    (whole > 0).then(|| of as f64 / whole as f64)
}

impl Verification {
    /// Every test that is required and not met, with its incident.
    pub fn failures(&self) -> impl Iterator<Item = (&Incident, &Test)> {
        let counting = self.incidents.iter().filter(|incident| incident.not_reproducible.is_none());
        counting.flat_map(|incident| {
            incident.tests.iter().filter(|test| test.is_required() && !test.is_met()).map(move |test| (incident, test))
        })
    }

    /// Whether the network does better than both guesses.
    pub fn beats_guesses(&self) -> bool {
        let model = self.total.model_any.balanced();
        model > self.total.region.balanced() && model > self.total.reachable.balanced()
    }
}

/// Runs every scenario that states what followed. A scenario is its name and what it says.
pub fn verify(model: &Model, scenarios: &[(String, Scenario)]) -> Verification {
    let stating = scenarios.iter().filter(|(_, scenario)| !scenario.expectations.is_empty() || scenario.not_reproducible.is_some());
    let incidents: Vec<Incident> = stating.map(|(name, scenario)| incident(model, name, scenario)).collect();
    let mut total = Scores::default();
    for incident in incidents.iter().filter(|incident| incident.not_reproducible.is_none()) {
        total.add(&incident.scores);
    }
    Verification { incidents, total }
}

impl Scores {
    fn add(&mut self, other: &Self) {
        self.model.add(&other.model);
        self.model_any.add(&other.model_any);
        self.region.add(&other.region);
        self.reachable.add(&other.reachable);
        for (mine, other) in [(&mut self.onsets, other.onsets), (&mut self.lengths, other.lengths)] {
            *mine = (mine.0 + other.0, mine.1 + other.1);
        }
    }
}

fn incident(model: &Model, name: &str, scenario: &Scenario) -> Incident {
    let horizon = scenario.looked_ahead();
    let model = &*model.under(&scenario.events);
    let answer = what_if(model, &scenario.events, &Horizon::to(horizon));
    let tests: Vec<Test> = scenario.expectations.iter().map(|expected| test(&observed(&answer, expected.node), expected)).collect();
    let scores = scores(model, scenario, &tests);
    Incident {
        name: name.to_owned(),
        title: scenario.title.clone(),
        kind: scenario.kind,
        not_reproducible: scenario.not_reproducible.clone(),
        tests,
        scores,
    }
}

fn scores(model: &Model, scenario: &Scenario, tests: &[Test]) -> Scores {
    let (region, reachable) = (baselines::in_region(model, scenario), baselines::reachable(model, scenario));
    let mut scores = Scores::default();
    let inside = |off: Option<f64>| (u64::from(off == Some(0.0)), u64::from(off.is_some()));
    for test in tests {
        let guess = |falls: &[NodeId]| any(&test.expected, falls.binary_search(&test.expected.node).is_ok());
        scores.model.count(test.verdict);
        scores.model_any.count(any(&test.expected, test.first_loss.is_some()));
        scores.region.count(guess(&region));
        scores.reachable.count(guess(&reachable));
        for (sum, one) in [(&mut scores.onsets, inside(test.onset_off_h)), (&mut scores.lengths, inside(test.length_off_h))] {
            *sum = (sum.0 + one.0, sum.1 + one.1);
        }
    }
    scores
}

/// The verdict when any loss counts as one.
fn any(expected: &Expectation, falls: bool) -> Verdict {
    match (expected.state == Expected::Up, falls) {
        (true, true) => Verdict::FalseAlarm,
        (true, false) => Verdict::RightlyUp,
        (false, true) => Verdict::Hit,
        (false, false) => Verdict::Miss,
    }
}

/// How a node fared.
#[derive(Debug, Clone, Copy)]
pub(super) struct Observed {
    pub(super) first_loss: Option<Time>,
    pub(super) min_output: Level,
    pub(super) below: Time,
}

fn observed(answer: &WhatIf, node: NodeId) -> Observed {
    let affected = answer.nodes.iter().find(|affected| affected.node == node);
    Observed {
        first_loss: affected.map(|affected| affected.first_loss),
        min_output: affected.map_or(Level::ONE, |affected| affected.min_output),
        below: affected.map_or(Time::ZERO, |affected| below(&affected.steps, answer.horizon)),
    }
}

/// Holds what is known of a node against how it fared.
pub(super) fn test(observed: &Observed, expected: &Expectation) -> Test {
    let Observed { first_loss, min_output, below } = *observed;
    let off = |range: Option<(Time, Time)>, value: Time| {
        let (low, high) = range.filter(|_| first_loss.is_some() && expected.state != Expected::Up)?;
        Some((value.hours() - low.hours()).min(0.0) + (value.hours() - high.hours()).max(0.0))
    };
    Test {
        first_loss,
        min_output,
        below,
        verdict: verdict(expected, min_output),
        onset_off_h: first_loss.and_then(|first| off(expected.from, first)),
        length_off_h: off(expected.hours, below),
        expected: expected.clone(),
    }
}

fn verdict(expected: &Expectation, lowest: Level) -> Verdict {
    let (near, ppm) = (TOLERANCE_PPM, lowest.ppm());
    match expected.state {
        Expected::Up if ppm == ONE_PPM => Verdict::RightlyUp,
        Expected::Up => Verdict::FalseAlarm,
        Expected::Down if ppm <= near => Verdict::Hit,
        Expected::Degraded(None) if ppm < ONE_PPM && ppm > near => Verdict::Hit,
        Expected::Degraded(Some((low, high))) if ppm < ONE_PPM && ppm + near >= low.ppm() && ppm <= high.ppm() + near => Verdict::Hit,
        Expected::Down | Expected::Degraded(_) => Verdict::Miss,
    }
}

/// How long the output was below 1.
fn below(steps: &[(Time, Level)], horizon: Time) -> Time {
    let ends = steps.iter().skip(1).map(|(at, _)| *at).chain([horizon]);
    let spells = steps.iter().zip(ends).filter(|((_, output), _)| *output < Level::ONE);
    Time::from_ms(spells.map(|((from, _), to)| to.ms() - from.ms()).sum()).unwrap_or(horizon)
}
