//! `keten.simulate.sampled/1`, `keten.why.sampled/1`, `keten.rank.sampled/1` and `keten.verify.sampled/1`: figures in place of numbers.

mod classify;
mod exposure;

pub use classify::classify_sampled;
pub use exposure::exposure_sampled;

use super::acquired::{Gain, gains};
use super::impact;
use super::run::{Run, status};
use crate::analysis::Model;
use crate::analysis::uncertainty::{
    CauseShare, Figure, SampledCause, SampledCompromise, SampledLoop, SampledNode, SampledRanking, SampledRow, SampledTest,
    SampledVerification, SampledWhatIf,
};
use crate::network::{NodeId, Scenario};
use crate::outcome::Outcome;
use crate::report::basis::Losses;
use crate::report::marking;
use crate::report::uncertainty::losses;
use serde::Serialize;

/// A figure over samples.
#[derive(Serialize)]
pub(super) struct Wire {
    mean: f64,
    p5: f64,
    p50: f64,
    p95: f64,
    se: f64,
}

impl From<Figure> for Wire {
    fn from(figure: Figure) -> Self {
        Self { mean: figure.mean, p5: figure.p5, p50: figure.p50, p95: figure.p95, se: figure.se }
    }
}

/// Whether an answer is whole, and of how many samples it is.
#[derive(Serialize)]
struct Wholeness {
    status: &'static str,
    samples: u64,
    #[serde(skip_serializing_if = "Option::is_none")]
    reason: Option<&'static str>,
}

impl Wholeness {
    fn of<T>(outcome: &Outcome<T>, samples: u64) -> Self {
        let (status, reason) = status(outcome);
        Self { status, samples, reason }
    }
}

#[derive(Serialize)]
struct Simulation<'a> {
    schema: &'static str,
    run: &'a Run,
    horizon_h: f64,
    nodes: Vec<Node<'a>>,
    restart_deadlocks: Vec<Loop<'a>>,
    self_supported: Vec<Loop<'a>>,
    assumed: Assumed,
    totals: Totals<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    compromised: Option<Vec<Compromise<'a>>>,
    #[serde(flatten)]
    status: Wholeness,
    marking: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    acquired: Vec<Gain<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    impact: Option<impact::SampledWire<'a>>,
}

#[derive(Serialize)]
struct Node<'a> {
    id: &'a str,
    name: &'a str,
    sector: Option<&'a str>,
    first_loss_h: Wire,
    min_output: Wire,
    lost_h: Wire,
    cause: Vec<Cause<'a>>,
    p_affected: f64,
    p_lost: f64,
    p_indeterminate: f64,
}

#[derive(Serialize)]
struct Cause<'a> {
    kind: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    event: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    need: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    providers: Option<Vec<&'a str>>,
    share: f64,
}

#[derive(Serialize)]
struct Loop<'a> {
    at_h: Wire,
    nodes: Vec<&'a str>,
    share: f64,
}

#[derive(Serialize)]
struct Compromise<'a> {
    id: &'a str,
    at_h: Wire,
    share: f64,
}

#[derive(Serialize)]
struct Assumed {
    cells: u64,
    rows: u64,
}

#[derive(Serialize)]
struct Totals<'a> {
    affected: Wire,
    lost: Wire,
    lost_h: Wire,
    processes_lost: Wire,
    sectors_hit: Wire,
    #[serde(skip_serializing_if = "Option::is_none")]
    impact: Option<impact::Amounts<'a, Wire>>,
}

/// The answer of `simulate` over samples.
pub fn simulate_sampled(model: &Model, outcome: &Outcome<SampledWhatIf>, run: &Run) -> String {
    let answer = outcome.value();
    let totals = &answer.totals;
    super::line(&Simulation {
        schema: "keten.simulate.sampled/1",
        run,
        horizon_h: answer.horizon.hours(),
        nodes: answer.nodes.iter().map(|found| node(model, found)).collect(),
        restart_deadlocks: loops(model, &answer.restart_deadlocks),
        self_supported: loops(model, &answer.self_supported),
        assumed: Assumed { cells: answer.assumed.cells, rows: answer.assumed.rows },
        totals: Totals {
            affected: totals.affected.into(),
            lost: totals.lost.into(),
            lost_h: totals.lost_h.into(),
            processes_lost: totals.processes_lost.into(),
            sectors_hit: totals.sectors_hit.into(),
            impact: answer.impact.as_ref().map(|known| impact::bands(&model.network, known)),
        },
        compromised: answer.compromised.as_ref().map(|all| all.iter().map(|one| compromise(model, one)).collect()),
        status: Wholeness::of(outcome, answer.samples),
        marking: marking_of(model, answer.nodes.iter()),
        acquired: gains(model, &answer.acquired),
        impact: answer.impact.as_ref().map(|known| impact::sampled(&model.network, known)),
    })
}

fn compromise<'a>(model: &'a Model, one: &SampledCompromise) -> Compromise<'a> {
    Compromise { id: model.network.id(one.node), at_h: one.at_h.into(), share: one.share }
}

fn marking_of<'n>(model: &Model, nodes: impl Iterator<Item = &'n SampledNode>) -> Option<String> {
    let losses = losses(nodes);
    marking::of(&model.network, &Losses::new(losses.iter().map(|(node, cause)| (*node, cause)).collect(), [].iter()))
}

fn node<'a>(model: &'a Model, found: &SampledNode) -> Node<'a> {
    let network = &model.network;
    Node {
        id: network.id(found.node),
        name: network.name(found.node),
        sector: network.node(found.node).sector.map(|sector| network.text(sector)),
        first_loss_h: found.first_loss_h.into(),
        min_output: found.min_output.into(),
        lost_h: found.lost_h.into(),
        cause: found.causes.iter().map(|share| cause(model, share)).collect(),
        p_affected: found.p_affected,
        p_lost: found.p_lost,
        p_indeterminate: found.p_indeterminate,
    }
}

fn cause<'a>(model: &'a Model, share: &CauseShare) -> Cause<'a> {
    let blank = Cause { kind: "hazard", event: None, need: None, providers: None, share: share.share };
    match &share.cause {
        SampledCause::Detected => Cause { kind: "detected", ..blank },
        SampledCause::Hazard { event } => Cause { event: Some(*event), ..blank },
        SampledCause::Need { need, providers } => Cause {
            kind: "need",
            need: Some(model.network.need_name(*need)),
            providers: Some(providers.iter().map(|&provider| model.network.id(provider)).collect()),
            ..blank
        },
    }
}

fn loops<'a>(model: &'a Model, loops: &[SampledLoop]) -> Vec<Loop<'a>> {
    let ids = |nodes: &[NodeId]| nodes.iter().map(|&node| model.network.id(node)).collect();
    loops.iter().map(|found| Loop { at_h: found.at_h.into(), nodes: ids(&found.nodes), share: found.share }).collect()
}

#[derive(Serialize)]
struct Why<'a> {
    schema: &'static str,
    run: &'a Run,
    nodes: Vec<Asked<'a>>,
    #[serde(flatten)]
    status: Wholeness,
    marking: Option<String>,
}

#[derive(Serialize)]
struct Asked<'a> {
    id: &'a str,
    affected: bool,
    /// Null where the node kept working in every sample.
    outcome: Option<Node<'a>>,
}

/// The answer of `why` over samples.
pub fn why_sampled(model: &Model, outcome: &Outcome<SampledWhatIf>, nodes: &[NodeId], run: &Run) -> String {
    let answer = outcome.value();
    let find = |id: NodeId| answer.nodes.iter().find(|found| found.node == id);
    let asked =
        |&id: &NodeId| Asked { id: model.network.id(id), affected: find(id).is_some(), outcome: find(id).map(|found| node(model, found)) };
    super::line(&Why {
        schema: "keten.why.sampled/1",
        run,
        nodes: nodes.iter().map(asked).collect(),
        status: Wholeness::of(outcome, answer.samples),
        marking: marking_of(model, nodes.iter().filter_map(|&id| find(id))),
    })
}

#[derive(Serialize)]
struct Rank<'a> {
    schema: &'static str,
    run: &'a Run,
    #[serde(flatten)]
    status: Wholeness,
    by: &'a str,
    criterion: &'a str,
    within_h: f64,
    rows: Vec<Initiator<'a>>,
    initiators: u64,
    marking: Option<String>,
}

#[derive(Serialize)]
#[serde(untagged)]
enum Initiator<'a> {
    Loss(Box<ByLoss<'a>>),
    Reach(Box<ByReach<'a>>),
}

#[derive(Serialize)]
struct ByReach<'a> {
    rank: u64,
    id: &'a str,
    nodes: u64,
    compromised: Wire,
    vital_compromised: Wire,
    first_vital_compromise_h: Option<Wire>,
    score: Wire,
    rank_in_samples: Wire,
    p_top10: f64,
    p_vital_compromise: f64,
}

#[derive(Serialize)]
struct ByLoss<'a> {
    rank: u64,
    id: &'a str,
    nodes: u64,
    affected: Wire,
    lost: Wire,
    processes_lost: Wire,
    sectors_hit: Wire,
    first_vital_loss_h: Option<Wire>,
    lost_h: Wire,
    score: Wire,
    rank_in_samples: Wire,
    p_top10: f64,
    p_vital_loss: f64,
}

/// The answer of `rank` over samples: its first `top` rows.
pub fn rank_sampled(model: &Model, outcome: &Outcome<SampledRanking>, by: &str, top: usize, run: &Run) -> String {
    let ranking = outcome.value();
    super::line(&Rank {
        schema: "keten.rank.sampled/1",
        run,
        status: Wholeness::of(outcome, ranking.samples),
        by,
        criterion: ranking.criterion.name(&model.network),
        within_h: ranking.within.hours(),
        rows: ranking.rows.iter().take(top).map(initiator).collect(),
        initiators: ranking.rows.len() as u64,
        marking: marking::of_all(&model.network),
    })
}

fn initiator(row: &SampledRow) -> Initiator<'_> {
    if let Some(reached) = &row.reached {
        return Initiator::Reach(Box::new(ByReach {
            rank: row.rank,
            id: &row.id,
            nodes: row.nodes,
            compromised: reached.compromised.into(),
            vital_compromised: reached.vital.into(),
            first_vital_compromise_h: reached.first_vital_h.map(Wire::from),
            score: row.score.into(),
            rank_in_samples: row.rank_in_samples.into(),
            p_top10: row.p_top10,
            p_vital_compromise: reached.p_vital,
        }));
    }
    Initiator::Loss(Box::new(ByLoss {
        rank: row.rank,
        id: &row.id,
        nodes: row.nodes,
        affected: row.affected.into(),
        lost: row.lost.into(),
        processes_lost: row.processes_lost.into(),
        sectors_hit: row.sectors_hit.into(),
        first_vital_loss_h: row.first_vital_loss_h.map(Wire::from),
        lost_h: row.lost_h.into(),
        score: row.score.into(),
        rank_in_samples: row.rank_in_samples.into(),
        p_top10: row.p_top10,
        p_vital_loss: row.p_vital_loss,
    }))
}

#[derive(Serialize)]
struct Verify<'a> {
    schema: &'static str,
    run: &'a Run,
    #[serde(flatten)]
    status: Wholeness,
    incidents: Vec<Incident<'a>>,
    failed: bool,
    marking: Option<String>,
}

#[derive(Serialize)]
struct Incident<'a> {
    scenario: &'a str,
    expectations: Vec<Expectation<'a>>,
}

#[derive(Serialize)]
struct Expectation<'a> {
    node: &'a str,
    expected: &'static str,
    p_met: f64,
    p_state: f64,
    required: bool,
    met: bool,
    first_loss_h: Option<Wire>,
    min_output: Wire,
    below_h: Wire,
}

/// The answer of `verify` over samples.
pub fn verify_sampled(model: &Model, outcome: &Outcome<SampledVerification>, scenarios: &[(String, Scenario)], run: &Run) -> String {
    let answer = outcome.value();
    let incident = |(name, tests): &'_ (String, Vec<SampledTest>)| {
        let (known, scenario) = scenarios.iter().find(|(known, _)| known == name)?;
        let expectations = scenario.expectations.iter().zip(tests);
        let expectations = expectations.map(|(expected, test)| Expectation {
            node: model.network.id(expected.node),
            expected: super::state(&expected.state),
            p_met: test.p_met,
            p_state: test.p_state,
            required: test.is_required,
            met: test.is_met(),
            first_loss_h: test.first_loss_h.map(Wire::from),
            min_output: test.min_output.into(),
            below_h: test.below_h.into(),
        });
        Some(Incident { scenario: known, expectations: expectations.collect() })
    };
    super::line(&Verify {
        schema: "keten.verify.sampled/1",
        run,
        status: Wholeness::of(outcome, answer.samples),
        incidents: answer.incidents.iter().filter_map(incident).collect(),
        failed: answer.fails(),
        marking: marking::of_all(&model.network),
    })
}
