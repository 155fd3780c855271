//! `keten.exposure.sampled/1`.

use super::{Compromise, Wholeness, Wire, compromise};
use crate::analysis::Model;
use crate::analysis::exposure::{Acquisition, Exposure, Standing, Subject};
use crate::analysis::uncertainty::{SampledCounts, SampledExposure, SampledStanding, SampledVital};
use crate::outcome::Outcome;
use crate::report::json::exposure::{Held, Sale, held, sale};
use crate::report::json::run::Run;
use crate::report::marking;
use serde::Serialize;

#[derive(Serialize)]
struct Answer<'a> {
    schema: &'static str,
    run: &'a Run,
    actor: Option<&'a str>,
    #[serde(flatten)]
    standing: Stands<'a>,
    country: Option<&'a str>,
    within_h: f64,
    #[serde(skip_serializing_if = "Option::is_none")]
    acquisition: Option<Bought<'a>>,
    #[serde(flatten)]
    status: Wholeness,
    marking: Option<String>,
}

#[derive(Serialize)]
struct Stands<'a> {
    #[serde(flatten)]
    held: Held<'a>,
    if_withdrawn: Withdrawn<'a>,
    if_abused: Abused<'a>,
}

#[derive(Serialize)]
struct Withdrawn<'a> {
    affected: Wire,
    lost: Wire,
    processes_lost: Wire,
    sectors_hit: Wire,
    lost_h: Wire,
    nodes: u64,
    vital: Vec<Process<'a>>,
}

#[derive(Serialize)]
struct Process<'a> {
    id: &'a str,
    own: bool,
    p_short: f64,
    short_h: Option<Wire>,
    p_lost: f64,
    lowest: Wire,
}

#[derive(Serialize)]
struct Abused<'a> {
    nodes: Wire,
    vital: Wire,
    reached: Vec<Compromise<'a>>,
}

#[derive(Serialize)]
struct Bought<'a> {
    #[serde(flatten)]
    sale: Sale<'a>,
    after: Stands<'a>,
    more: Option<More>,
}

#[derive(Serialize)]
struct More {
    affected: Wire,
    lost: Wire,
    processes_lost: Wire,
    sectors_hit: Wire,
    lost_h: Wire,
    reached: Wire,
    vital_reached: Wire,
}

/// The answer of `exposure` over samples; `found` says what is in whose hands.
pub fn exposure_sampled(model: &Model, found: &Exposure, outcome: &Outcome<SampledExposure>, run: &Run) -> String {
    let sampled = outcome.value();
    let (actor, country) = match &found.subject {
        Subject::Actor(id) => (Some(id.as_str()), None),
        Subject::Country(code) => (None, Some(code.as_str())),
    };
    let acquisition = found.acquisition.as_ref().zip(sampled.after.as_ref());
    crate::report::json::line(&Answer {
        schema: "keten.exposure.sampled/1",
        run,
        actor,
        standing: stands(model, &found.standing, &sampled.standing),
        country,
        within_h: found.within.hours(),
        acquisition: acquisition.map(|(acquisition, after)| bought(model, acquisition, after, sampled)),
        status: Wholeness::of(outcome, sampled.samples),
        marking: marking::of_all(&model.network),
    })
}

fn stands<'a>(model: &'a Model, standing: &'a Standing, sampled: &SampledStanding) -> Stands<'a> {
    let counts = &sampled.counts;
    Stands {
        held: held(model, standing),
        if_withdrawn: Withdrawn {
            affected: counts.affected.into(),
            lost: counts.lost.into(),
            processes_lost: counts.processes_lost.into(),
            sectors_hit: counts.sectors_hit.into(),
            lost_h: counts.lost_h.into(),
            nodes: standing.hold.nodes.len() as u64,
            vital: sampled.vital.iter().map(|process| vital(model, process)).collect(),
        },
        if_abused: Abused {
            nodes: counts.reached.into(),
            vital: counts.vital_reached.into(),
            reached: sampled.reached.iter().map(|one| compromise(model, one)).collect(),
        },
    }
}

fn vital<'a>(model: &'a Model, process: &SampledVital) -> Process<'a> {
    Process {
        id: model.network.id(process.node),
        own: process.is_own,
        p_short: process.p_short,
        short_h: process.short_h.map(Wire::from),
        p_lost: process.p_lost,
        lowest: process.lowest.into(),
    }
}

fn bought<'a>(model: &'a Model, acquisition: &'a Acquisition, after: &SampledStanding, sampled: &SampledExposure) -> Bought<'a> {
    let more = |more: SampledCounts| More {
        affected: more.affected.into(),
        lost: more.lost.into(),
        processes_lost: more.processes_lost.into(),
        sectors_hit: more.sectors_hit.into(),
        lost_h: more.lost_h.into(),
        reached: more.reached.into(),
        vital_reached: more.vital_reached.into(),
    };
    Bought { sale: sale(model, acquisition), after: stands(model, &acquisition.after, after), more: sampled.more.map(more) }
}
