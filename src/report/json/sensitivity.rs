//! `keten.sensitivity/1`.

use super::run::{Run, status};
use crate::analysis::Model;
use crate::analysis::sensitivity::{Certificate, Claim, Effect, Estimate, Factor, Forced, Position, Proof, Reversal, Sampled, Sensitivity};
use crate::network::NodeId;
use crate::outcome::Outcome;
use crate::report::marking;
use crate::report::sensitivity::{Asked, basis_word, moving};
use serde::Serialize;

#[derive(Serialize)]
struct Wire<'a> {
    schema: &'static str,
    run: &'a Run,
    status: &'static str,
    horizon_h: f64,
    figure: FigureWire<'a>,
    rows: u64,
    cells: u64,
    decisive: Vec<Question<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    reason: Option<&'static str>,
    marking: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    sampled: Option<SampledWire<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    conclusion: Option<Conclusion<'a>>,
}

#[derive(Serialize)]
struct SampledWire<'a> {
    samples: u64,
    figure: Wire5,
    cells: Vec<FactorWire<'a>>,
}

/// A figure over samples.
#[derive(Serialize)]
struct Wire5 {
    mean: f64,
    p5: f64,
    p50: f64,
    p95: f64,
    se: f64,
}

#[derive(Serialize)]
struct FactorWire<'a> {
    #[serde(flatten)]
    cell: CellWire<'a>,
    first: Option<EstimateWire>,
    total: Option<EstimateWire>,
    forced: Option<ForcedWire>,
}

#[derive(Serialize)]
struct EstimateWire {
    value: f64,
    low: f64,
    high: f64,
}

#[derive(Serialize)]
struct ForcedWire {
    happens: f64,
    not: f64,
    difference: f64,
    se: f64,
}

#[derive(Serialize)]
struct Conclusion<'a> {
    node: &'a str,
    claim: &'static str,
    top: Option<usize>,
    holds: bool,
    proof: &'static str,
    overturned_by: Vec<ReversalWire<'a>>,
    each_alone: Vec<ReversalWire<'a>>,
    cells: u64,
    status: &'static str,
}

#[derive(Serialize)]
struct ReversalWire<'a> {
    #[serde(flatten)]
    cell: CellWire<'a>,
    value: f64,
    now: f64,
}

#[derive(Serialize)]
struct FigureWire<'a> {
    name: &'static str,
    node: Option<&'a str>,
    central: f64,
}

#[derive(Serialize)]
struct Question<'a> {
    #[serde(flatten)]
    cell: CellWire<'a>,
    basis: &'static str,
    present: Option<String>,
    source: Option<&'a str>,
    confidence: Option<f64>,
    low: f64,
    high: f64,
    at_low: f64,
    at_high: f64,
    least: f64,
    most: f64,
    expected_shift: f64,
    operator: Option<&'a str>,
    ministry: Option<&'a str>,
}

/// A cell in question, by names.
#[derive(Serialize)]
struct CellWire<'a> {
    id: String,
    node: Option<&'a str>,
    need: Option<&'a str>,
    provider: Option<&'a str>,
    event: Option<usize>,
    column: &'static str,
}

impl<'a> CellWire<'a> {
    fn of(model: &'a Model, asked: &Asked) -> Self {
        let id = |node: Option<NodeId>| node.map(|node| model.network.id(node));
        Self {
            id: asked.key(),
            node: id(asked.node()),
            need: asked.need().map(|need| model.network.need_name(need)),
            provider: id(asked.provider()),
            event: asked.event(),
            column: asked.column(),
        }
    }
}

/// The answer of `sensitivity`.
pub fn sensitivity(model: &Model, outcome: &Outcome<Sensitivity>, run: &Run) -> String {
    let answer = outcome.value();
    let (status, reason) = status(outcome);
    super::line(&Wire {
        schema: "keten.sensitivity/1",
        run,
        status,
        horizon_h: answer.horizon.hours(),
        figure: FigureWire {
            name: answer.wanted.figure.name(),
            node: answer.wanted.node.map(|node| model.network.id(node)),
            central: answer.decisive.central,
        },
        rows: answer.rows,
        cells: answer.decisive.in_question,
        decisive: moving(answer).map(|effect| question(model, effect)).collect(),
        reason,
        marking: marking::of_all(&model.network),
        sampled: answer.sampled.as_ref().map(|sampled| of_samples(model, sampled)),
        conclusion: answer.certificate.as_ref().map(|certificate| conclusion(model, certificate)),
    })
}

fn of_samples<'a>(model: &'a Model, sampled: &Sampled) -> SampledWire<'a> {
    let estimate = |found: Estimate| EstimateWire { value: found.value, low: found.low, high: found.high };
    let figure = sampled.figure;
    let cell = |factor: &Factor| FactorWire {
        cell: CellWire::of(model, &Asked::new(&model.network, factor.question)),
        first: factor.shares.map(|shares| estimate(shares.first)),
        total: factor.shares.map(|shares| estimate(shares.total)),
        forced: factor.forced.map(forced),
    };
    SampledWire {
        samples: sampled.samples,
        figure: Wire5 { mean: figure.mean, p5: figure.p5, p50: figure.p50, p95: figure.p95, se: figure.se },
        cells: sampled.factors.iter().map(cell).collect(),
    }
}

fn forced(found: Forced) -> ForcedWire {
    ForcedWire { happens: found.happens, not: found.not, difference: found.difference, se: found.se }
}

fn conclusion<'a>(model: &'a Model, certificate: &Certificate) -> Conclusion<'a> {
    let (claim, top) = match certificate.conclusion.claim {
        Claim::Falls => ("falls", None),
        Claim::Lost => ("lost", None),
        Claim::Works => ("works", None),
        Claim::Top(most) => ("top", Some(most)),
    };
    let reversals = |found: &[Reversal]| {
        let one = |one: &Reversal| ReversalWire {
            cell: CellWire::of(model, &Asked::new(&model.network, one.question)),
            value: one.number,
            now: one.now,
        };
        found.iter().map(one).collect()
    };
    Conclusion {
        node: model.network.id(certificate.conclusion.node),
        claim,
        top,
        holds: certificate.holds,
        proof: match certificate.proof {
            Proof::Smallest => "smallest",
            Proof::Tried => "tried",
            Proof::Found => "found",
            Proof::NoneFound => "none_found",
            Proof::NoneExists => "none_exists",
        },
        overturned_by: reversals(&certificate.reversal),
        each_alone: reversals(&certificate.alone),
        cells: certificate.cells,
        status: if certificate.whole { "complete" } else { "truncated" },
    }
}

fn question<'a>(model: &'a Model, effect: &Effect) -> Question<'a> {
    let asked = Asked::new(&model.network, effect.question);
    let [low, high] = [Position::Low, Position::High].map(|position| effect.question.prior.number(position));
    let (source, confidence) = asked.source();
    Question {
        cell: CellWire::of(model, &asked),
        basis: basis_word(effect.question.basis),
        present: Some(asked.present()).filter(|present| !present.is_empty()),
        source,
        confidence,
        low,
        high,
        at_low: effect.at_low,
        at_high: effect.at_high,
        least: effect.least,
        most: effect.most,
        expected_shift: effect.expected,
        operator: asked.party().operator,
        ministry: asked.party().ministry,
    }
}
