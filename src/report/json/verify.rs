//! `keten.verify/1`.

use super::run::Run;
use crate::analysis::Model;
use crate::analysis::pattern::Pattern;
use crate::analysis::verify::{Incident, Score, Scores, Test, Verification};
use crate::network::{Expected, ScenarioKind};
use crate::report::csv::verdict;
use crate::report::marking;
use crate::units::Time;
use serde::Serialize;

#[derive(Serialize)]
struct Wire<'a> {
    schema: &'static str,
    run: &'a Run,
    met: bool,
    beats_guesses: bool,
    total: All,
    incidents: Vec<Case<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pattern: Option<Single<'a>>,
    marking: Option<String>,
}

#[derive(Serialize)]
struct Case<'a> {
    scenario: &'a str,
    title: Option<&'a str>,
    kind: &'static str,
    not_reproducible: Option<&'a str>,
    scores: All,
    expectations: Vec<Expectation<'a>>,
}

#[derive(Serialize)]
struct All {
    model: Counts,
    model_any_loss: Counts,
    guess_region: Counts,
    guess_reachable: Counts,
    onsets: Within,
    lengths: Within,
}

#[derive(Serialize)]
struct Single<'a> {
    failures: u64,
    cascades: u64,
    with_frequency: u64,
    started_by: Vec<(&'a str, f64)>,
    consequences_mean: f64,
    consequences_median: u64,
    other_sectors_mean: f64,
    depth_mean: f64,
    depth_max: u32,
    two_way: f64,
}

fn single(pattern: &Pattern) -> Single<'_> {
    Single {
        failures: pattern.failures,
        cascades: pattern.cascades,
        with_frequency: pattern.with_frequency,
        started_by: pattern.started_by.iter().map(|(sector, part)| (sector.as_str(), *part)).collect(),
        consequences_mean: pattern.consequences.0,
        consequences_median: pattern.consequences.1,
        other_sectors_mean: pattern.other_sectors,
        depth_mean: pattern.depth.0,
        depth_max: pattern.depth.1,
        two_way: pattern.two_way,
    }
}

#[derive(Serialize)]
struct Counts {
    hits: u64,
    misses: u64,
    rightly_up: u64,
    false_alarms: u64,
    recall: Option<f64>,
    precision: Option<f64>,
    specificity: Option<f64>,
}

#[derive(Serialize)]
struct Within {
    within: u64,
    of: u64,
}

#[derive(Serialize)]
struct Expectation<'a> {
    node: &'a str,
    expected: &'static str,
    verdict: &'static str,
    met: bool,
    required: bool,
    first_loss_h: Option<f64>,
    min_output: f64,
    below_h: f64,
    onset_off_h: Option<f64>,
    length_off_h: Option<f64>,
    source: Option<&'a str>,
    confidence: Option<f64>,
}

/// The word for an expected state in data.
pub(crate) const fn state(state: &Expected) -> &'static str {
    match state {
        Expected::Down => "down",
        Expected::Degraded(_) => "degraded",
        Expected::Up => "up",
    }
}

/// The answer of `verify`.
pub fn verify(model: &Model, answer: &Verification, pattern: Option<&Pattern>, run: &Run) -> String {
    super::line(&Wire {
        schema: "keten.verify/1",
        run,
        met: answer.failures().next().is_none(),
        beats_guesses: answer.beats_guesses(),
        total: all(&answer.total),
        incidents: answer.incidents.iter().map(|incident| case(model, incident)).collect(),
        pattern: pattern.map(single),
        marking: marking::of_all(&model.network),
    })
}

fn case<'a>(model: &'a Model, incident: &'a Incident) -> Case<'a> {
    Case {
        scenario: &incident.name,
        title: incident.title.as_deref(),
        kind: if incident.kind == ScenarioKind::Incident { "incident" } else { "exercise" },
        not_reproducible: incident.not_reproducible.as_deref(),
        scores: all(&incident.scores),
        expectations: incident.tests.iter().map(|test| expectation(model, test)).collect(),
    }
}

fn all(scores: &Scores) -> All {
    let within = |(within, of): (u64, u64)| Within { within, of };
    All {
        model: counts(&scores.model),
        model_any_loss: counts(&scores.model_any),
        guess_region: counts(&scores.region),
        guess_reachable: counts(&scores.reachable),
        onsets: within(scores.onsets),
        lengths: within(scores.lengths),
    }
}

fn counts(score: &Score) -> Counts {
    Counts {
        hits: score.hits,
        misses: score.misses,
        rightly_up: score.rightly_up,
        false_alarms: score.false_alarms,
        recall: score.recall(),
        precision: score.precision(),
        specificity: score.specificity(),
    }
}

fn expectation<'a>(model: &'a Model, test: &'a Test) -> Expectation<'a> {
    Expectation {
        node: model.network.id(test.expected.node),
        expected: state(&test.expected.state),
        verdict: verdict(test.verdict),
        met: test.is_met(),
        required: test.is_required(),
        first_loss_h: test.first_loss.map(Time::hours),
        min_output: test.min_output.as_f64(),
        below_h: test.below.hours(),
        onset_off_h: test.onset_off_h,
        length_off_h: test.length_off_h,
        source: test.expected.source.as_deref(),
        confidence: test.expected.confidence.map(|confidence| confidence.0),
    }
}
