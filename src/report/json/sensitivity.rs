//! `keten.sensitivity/1`.

use super::rank::reason;
use super::run::Run;
use crate::analysis::Model;
use crate::analysis::sensitivity::{Effect, Position, Sensitivity};
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
    let (status, reason) = match outcome {
        Outcome::Complete(_) => ("complete", None),
        Outcome::Truncated { reason: stop, .. } => ("truncated", Some(reason(*stop))),
    };
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
    })
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
