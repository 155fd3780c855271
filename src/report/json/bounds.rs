//! `keten.bounds/1`.

use super::run::Run;
use super::simulate::{Cause, cause};
use crate::analysis::Model;
use crate::analysis::bounds::{Bounds, Enclosed, Verdict};
use crate::report::basis::Losses;
use crate::report::marking;
use crate::units::Time;
use serde::Serialize;

#[derive(Serialize)]
struct Wire<'a> {
    schema: &'static str,
    run: &'a Run,
    horizon_h: f64,
    counts: Counts,
    nodes: Vec<Node<'a>>,
    bracketed: Bracketed,
    marking: Option<String>,
}

#[derive(Serialize)]
struct Counts {
    must: u64,
    may: u64,
    cannot: u64,
}

#[derive(Serialize)]
struct Bracketed {
    needs: u64,
    black_starts: u64,
}

#[derive(Serialize)]
struct Node<'a> {
    id: &'a str,
    name: &'a str,
    sector: Option<&'a str>,
    falls: &'static str,
    lost: &'static str,
    earliest_h: f64,
    latest_h: Option<f64>,
    min_output: [f64; 2],
    lost_h: [f64; 2],
    cause: Cause<'a>,
}

/// The answer of `simulate --bounds`.
pub fn bounds(model: &Model, answer: &Bounds, run: &Run) -> String {
    let causes = answer.nodes.iter().map(|enclosed| (enclosed.node, &enclosed.cause)).collect();
    super::line(&Wire {
        schema: "keten.bounds/1",
        run,
        horizon_h: answer.horizon.hours(),
        counts: Counts { must: answer.count(Verdict::Must), may: answer.count(Verdict::May), cannot: answer.cannot },
        nodes: answer.nodes.iter().map(|enclosed| node(model, enclosed)).collect(),
        bracketed: Bracketed { needs: answer.bracketed_needs, black_starts: answer.bracketed_black_starts },
        marking: marking::of(&model.network, &Losses::new(causes, [].iter())),
    })
}

fn node<'a>(model: &'a Model, enclosed: &Enclosed) -> Node<'a> {
    let network = &model.network;
    Node {
        id: network.id(enclosed.node),
        name: network.name(enclosed.node),
        sector: network.node(enclosed.node).sector.map(|sector| network.text(sector)),
        falls: verdict(enclosed.falls),
        lost: verdict(enclosed.lost),
        earliest_h: enclosed.earliest.hours(),
        latest_h: enclosed.latest.map(Time::hours),
        min_output: [enclosed.min_output.0.as_f64(), enclosed.min_output.1.as_f64()],
        lost_h: [enclosed.lost_h.0, enclosed.lost_h.1],
        cause: cause(model, &enclosed.cause),
    }
}

/// The word for a verdict in data.
pub(crate) const fn verdict(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Must => "must",
        Verdict::May => "may",
        Verdict::Cannot => "cannot",
    }
}
