//! The whole report on a course of events: every question that it needs, asked of one network.

use super::risks::Place;
use crate::analysis::uncertainty::{self, Plan, SampledRanking, SampledWhatIf};
use crate::analysis::verify::{Incident, verify};
use crate::analysis::what_if::{Config, WhatIf};
use crate::analysis::{bounds, chain, governance, heat, ranking, sensitivity};
use crate::app::cli::input::{Case, Happening};
use crate::app::cli::job::Context;
use crate::app::cli::progress::with_progress;
use crate::app::cli::{Ending, Failure, ending};
use crate::network::{Ranges, Scenario};
use crate::outcome::Outcome;
use crate::report::compare::Compared;
use crate::report::dossier::{Found, Ranked, spans};

/// Beyond so many nodes the report leaves out what to find out, which runs the course again for every uncertain cell.
const MOST_FOR_QUESTIONS: usize = 20_000;
/// Beyond so many runs, nodes by samples, the ranking has no bands.
const MOST_RUNS: u64 = 2_000_000;

/// Everything that is worked out for a report.
pub(super) struct Whole {
    chain: chain::Chain,
    heat: heat::Heat,
    sampled: Option<Outcome<SampledWhatIf>>,
    bounds: bounds::Bounds,
    ranges: Ranges,
    decisive: Option<Outcome<sensitivity::Sensitivity>>,
    ranking: Ranking,
    incident: Option<Incident>,
    place: Place,
}

/// What is critical in a network.
pub(super) enum Ranking {
    Plain(Outcome<ranking::Ranking>),
    Sampled(Outcome<SampledRanking>),
}

impl Whole {
    /// Asks everything about a course of events of which the answer is known.
    pub(super) fn of(case: &Case, happening: &Happening, answer: &WhatIf, context: &Context) -> Result<Self, Failure> {
        let plan = context.plan()?;
        let (model, events, horizon) = (&case.model, happening.events.as_slice(), happening.horizon);
        let (step, until) = spans(events, answer);
        let mut bounding = bounds::Config::to(horizon);
        bounding.ranges = case.ranges(Ranges::widest(), |_| true, &[])?;
        let mut asking = sensitivity::Config::to(horizon);
        asking.ranges = case.ranges(Ranges::plausible(), |range| range.contains(".."), &[])?;
        let control = &context.control;
        let is_small = model.network.node_count() <= MOST_FOR_QUESTIONS;
        let sample = |plan: &Plan| uncertainty::what_if(model, events, &Config::to(horizon), plan, control);
        Ok(Self {
            chain: chain::chain(model, answer),
            heat: heat::heat(model, answer, step, until),
            sampled: plan.as_ref().map(|plan| with_progress(context, || sample(plan))),
            bounds: bounds::bounds(model, events, &bounding),
            ranges: bounding.ranges,
            decisive: is_small.then(|| with_progress(context, || sensitivity::sensitivity(model, events, &asking, control))),
            ranking: rank(case, plan.as_ref(), context),
            incident: happening.scenario.as_ref().and_then(|scenario| incident(case, scenario)),
            place: Place::of(case, happening, answer),
        })
    }

    /// What was found, for the report.
    pub(super) fn found<'a>(
        &'a self,
        answer: &'a WhatIf,
        parties: &'a [governance::Party],
        by: &'a str,
        (beside, beside_left_out): (Option<Compared<'a>>, bool),
    ) -> Found<'a> {
        Found {
            answer,
            chain: &self.chain,
            heat: &self.heat,
            sampled: self.sampled.as_ref(),
            bounds: &self.bounds,
            ranges: &self.ranges,
            decisive: self.decisive.as_ref(),
            ranking: self.ranking.ranked(),
            incident: self.incident.as_ref(),
            risk: self.place.chance(),
            parties,
            by,
            beside,
            beside_left_out,
        }
    }
}

impl Whole {
    /// How the command ends: a part of a part is a part. What is said of it is said once.
    pub(super) fn ending(&self, context: &Context) -> Ending {
        if let Some(outcome) = self.sampled.as_ref().filter(|outcome| !outcome.is_complete()) {
            return ending(outcome, context);
        }
        if let Some(outcome) = self.decisive.as_ref().filter(|outcome| !outcome.is_complete()) {
            return ending(outcome, context);
        }
        self.ranking.ending(context)
    }
}

impl Ranking {
    /// How a command ends that gives it.
    pub(super) fn ending(&self, context: &Context) -> Ending {
        match self {
            Self::Plain(outcome) => ending(outcome, context),
            Self::Sampled(outcome) => ending(outcome, context),
        }
    }

    /// With bands or without.
    pub(super) fn ranked(&self) -> Ranked<'_> {
        match self {
            Self::Plain(outcome) => Ranked::Plain(outcome),
            Self::Sampled(outcome) => Ranked::Sampled(outcome),
        }
    }
}

/// Single nodes by the criterion that suits the network, with bands where there are samples and they can be had.
pub(super) fn rank(case: &Case, plan: Option<&Plan>, context: &Context) -> Ranking {
    let model = &case.model;
    let config = ranking::Config::new(ranking::Criterion::suiting(model));
    match plan.filter(|plan| plan.samples.saturating_mul(model.network.node_count() as u64) <= MOST_RUNS) {
        Some(plan) => Ranking::Sampled(with_progress(context, || uncertainty::rank(model, &config, plan, &context.control))),
        None => Ranking::Plain(with_progress(context, || ranking::rank(model, &config, &context.control))),
    }
}

/// A scenario that says what followed, held against it.
fn incident(case: &Case, (name, scenario): &(String, Scenario)) -> Option<Incident> {
    if scenario.expectations.is_empty() {
        return None;
    }
    verify(&case.model, &[(name.clone(), scenario.clone())]).incidents.into_iter().next()
}
