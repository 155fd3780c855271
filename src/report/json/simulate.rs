//! `keten.simulate/1`.

use super::acquired::{Gain, gains};
use super::impact;
use super::run::{Run, word};
use crate::analysis::Model;
use crate::analysis::compromise::Compromised;
use crate::analysis::what_if::{Affected, LoopAt, LossCause, WhatIf};
use crate::report::marking;
use crate::report::simulate::losses;
use crate::units::Time;
use serde::Serialize;

#[derive(Serialize)]
struct Wire<'a, N: Serialize> {
    schema: &'static str,
    run: &'a Run,
    horizon_h: f64,
    nodes: N,
    restart_deadlocks: Vec<Loop<'a>>,
    self_supported: Vec<Loop<'a>>,
    stance: &'static str,
    assumed: Assumed,
    totals: Totals<'a>,
    indeterminate: Vec<&'a str>,
    marking: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    compromised: Option<Vec<Compromise<'a>>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    acquired: Vec<Gain<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    impact: Option<impact::Wire<'a>>,
}

/// How a node came to be compromised.
#[derive(Serialize)]
pub(super) struct Compromise<'a> {
    id: &'a str,
    at_h: f64,
    /// The last 256 of a longer path.
    path: Vec<&'a str>,
    steps: u32,
}

#[derive(Serialize)]
struct Node<'a> {
    id: &'a str,
    name: &'a str,
    sector: Option<&'a str>,
    first_loss_h: f64,
    min_output: f64,
    lost_h: f64,
    steps: Vec<(f64, f64)>,
    cause: Cause<'a>,
    order: u32,
}

/// Why a node fell.
#[derive(Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub(super) enum Cause<'a> {
    /// An event, numbered from 0 in the order of the scenario.
    Hazard { event: usize },
    /// It found its compromise and took itself out.
    Detected,
    /// A need; its providers that fell short.
    Need { need: &'a str, providers: Vec<&'a str>, buffer_ended_h: Option<f64>, short_since_h: f64 },
}

#[derive(Serialize)]
struct Loop<'a> {
    at_h: f64,
    nodes: Vec<&'a str>,
}

#[derive(Serialize)]
struct Assumed {
    cells: u64,
    rows: u64,
}

#[derive(Serialize)]
struct Totals<'a> {
    affected: u64,
    lost: u64,
    lost_h: f64,
    processes_lost: u64,
    sectors_hit: u64,
    #[serde(skip_serializing_if = "Option::is_none")]
    impact: Option<impact::Amounts<'a, f64>>,
}

/// The answer of `simulate`.
pub fn simulate(model: &Model, answer: &WhatIf, run: &Run) -> String {
    let totals = &answer.totals;
    super::line(&Wire {
        schema: "keten.simulate/1",
        run,
        horizon_h: answer.horizon.hours(),
        nodes: super::Each(answer.nodes.iter().map(|affected| node(model, affected))),
        restart_deadlocks: loops(model, &answer.restart_deadlocks),
        self_supported: loops(model, &answer.self_supported),
        stance: word(answer.stance),
        assumed: Assumed { cells: answer.assumed.cells, rows: answer.assumed.rows },
        totals: Totals {
            affected: totals.affected,
            lost: totals.lost,
            lost_h: totals.lost_h,
            processes_lost: totals.processes_lost,
            sectors_hit: totals.sectors_hit,
            impact: answer.impact.as_ref().map(|known| impact::amounts(&model.network, known)),
        },
        indeterminate: answer.indeterminate.iter().map(|&node| model.network.id(node)).collect(),
        marking: marking::of(&model.network, &losses(answer)),
        compromised: answer.compromised.as_ref().map(|all| all.iter().map(|one| compromise(model, one)).collect()),
        acquired: gains(model, &answer.acquired),
        impact: answer.impact.as_ref().map(|known| impact::wire(&model.network, known)),
    })
}

fn node<'a>(model: &'a Model, affected: &Affected) -> Node<'a> {
    let network = &model.network;
    Node {
        id: network.id(affected.node),
        name: network.name(affected.node),
        sector: network.node(affected.node).sector.map(|sector| network.text(sector)),
        first_loss_h: affected.first_loss.hours(),
        min_output: affected.min_output.as_f64(),
        lost_h: affected.lost_h,
        steps: affected.steps.iter().map(|(at, output)| (at.hours(), output.as_f64())).collect(),
        cause: cause(model, &affected.cause),
        order: affected.order,
    }
}

pub(super) fn cause<'a>(model: &'a Model, cause: &LossCause) -> Cause<'a> {
    match cause {
        LossCause::Detected => Cause::Detected,
        LossCause::Hazard { event } => Cause::Hazard { event: *event },
        LossCause::Need { need, providers, short_since, buffer_ended } => Cause::Need {
            need: model.network.need_name(*need),
            providers: providers.iter().map(|&provider| model.network.id(provider)).collect(),
            buffer_ended_h: buffer_ended.map(Time::hours),
            short_since_h: short_since.hours(),
        },
    }
}

pub(super) fn compromise<'a>(model: &'a Model, one: &Compromised) -> Compromise<'a> {
    Compromise {
        id: model.network.id(one.node),
        at_h: one.at.hours(),
        path: one.path.iter().map(|&node| model.network.id(node)).collect(),
        steps: one.steps,
    }
}

fn loops<'a>(model: &'a Model, loops: &[LoopAt]) -> Vec<Loop<'a>> {
    loops
        .iter()
        .map(|found| Loop { at_h: found.at.hours(), nodes: found.nodes.iter().map(|&node| model.network.id(node)).collect() })
        .collect()
}
