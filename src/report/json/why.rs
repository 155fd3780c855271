//! `keten.why/1`.

use super::run::Run;
use super::simulate::{Cause, Compromise, cause, compromise};
use crate::analysis::Model;
use crate::analysis::why::{Link, Measure, Prevention, Why};
use crate::report::marking;
use crate::report::why::losses;
use serde::Serialize;

#[derive(Serialize)]
struct Wire<'a> {
    schema: &'static str,
    run: &'a Run,
    nodes: Vec<Node<'a>>,
    marking: Option<String>,
}

#[derive(Serialize)]
struct Node<'a> {
    id: &'a str,
    name: &'a str,
    affected: bool,
    first_loss_h: Option<f64>,
    min_output: f64,
    lost_h: f64,
    chain: Vec<Step<'a>>,
    prevented_by: Vec<Tried<'a>>,
}

#[derive(Serialize)]
struct Step<'a> {
    depth: usize,
    id: &'a str,
    at_h: f64,
    output: f64,
    cause: Cause<'a>,
    explained_above: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    compromised: Option<Compromise<'a>>,
}

#[derive(Serialize)]
struct Tried<'a> {
    #[serde(flatten)]
    measure: Changed<'a>,
    lost_h: f64,
    prevented: bool,
}

#[derive(Serialize)]
#[serde(tag = "measure", rename_all = "snake_case")]
enum Changed<'a> {
    WithoutEvent { event: usize },
    LongerBuffer { node: &'a str, need: &'a str, buffer_h: f64 },
    SecondProvider { node: &'a str, need: &'a str },
    GuardedAccess { node: &'a str, need: &'a str, provider: &'a str },
}

/// The answer of `why`.
pub fn why(model: &Model, answers: &[Why], run: &Run) -> String {
    super::line(&Wire {
        schema: "keten.why/1",
        run,
        nodes: answers.iter().map(|answer| node(model, answer)).collect(),
        marking: marking::of(&model.network, &losses(answers)),
    })
}

fn node<'a>(model: &'a Model, answer: &Why) -> Node<'a> {
    let outcome = answer.outcome.as_ref();
    Node {
        id: model.network.id(answer.node),
        name: model.network.name(answer.node),
        affected: outcome.is_some(),
        first_loss_h: outcome.map(|affected| affected.first_loss.hours()),
        min_output: outcome.map_or(1.0, |affected| affected.min_output.as_f64()),
        lost_h: outcome.map_or(0.0, |affected| affected.lost_h),
        chain: answer.links.iter().map(|link| step(model, link)).collect(),
        prevented_by: answer.preventions.iter().map(|prevention| tried(model, prevention)).collect(),
    }
}

fn step<'a>(model: &'a Model, link: &Link) -> Step<'a> {
    Step {
        depth: link.depth,
        id: model.network.id(link.node),
        at_h: link.at.hours(),
        output: link.output.as_f64(),
        cause: cause(model, &link.cause),
        explained_above: link.seen_above,
        compromised: link.compromise.as_ref().map(|one| compromise(model, one)),
    }
}

fn tried<'a>(model: &'a Model, prevention: &Prevention) -> Tried<'a> {
    let named = |need| (model.network.id(model.network.need(need).dependent), model.network.need_name(need));
    let measure = match prevention.measure {
        Measure::WithoutEvent(event) => Changed::WithoutEvent { event },
        Measure::LongerBuffer(need, length) => {
            let (node, need) = named(need);
            Changed::LongerBuffer { node, need, buffer_h: length.hours() }
        }
        Measure::SecondProvider(need) => {
            let (node, need) = named(need);
            Changed::SecondProvider { node, need }
        }
        Measure::GuardedAccess(row) => {
            let row = &model.network.dependencies()[row.0 as usize];
            let (node, need) = named(row.need);
            Changed::GuardedAccess { node, need, provider: model.network.id(row.provider) }
        }
    };
    Tried { measure, lost_h: prevention.lost_h, prevented: prevention.prevented }
}
