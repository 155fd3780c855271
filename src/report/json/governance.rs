//! `keten.report/1`: the view per party.

use super::run::Run;
use crate::analysis::Model;
use crate::analysis::governance::Party;
use crate::analysis::what_if::WhatIf;
use crate::report::marking;
use crate::report::simulate::losses;
use serde::Serialize;

#[derive(Serialize)]
struct Wire<'a> {
    schema: &'static str,
    run: &'a Run,
    by: &'a str,
    parties: Vec<One<'a>>,
    marking: Option<String>,
}

#[derive(Serialize)]
struct One<'a> {
    value: Option<&'a str>,
    first_loss_h: f64,
    nodes: Vec<Node<'a>>,
}

#[derive(Serialize)]
struct Node<'a> {
    id: &'a str,
    operator: Option<&'a str>,
    first_loss_h: f64,
    min_output: f64,
    lost_h: f64,
}

/// The answer of `report --by`.
pub fn governance(model: &Model, answer: &WhatIf, parties: &[Party], by: &str, run: &Run) -> String {
    let node = |&place: &usize| {
        let affected = &answer.nodes[place];
        Node {
            id: model.network.id(affected.node),
            operator: model.network.node(affected.node).operator.map(|operator| model.network.text(operator)),
            first_loss_h: affected.first_loss.hours(),
            min_output: affected.min_output.as_f64(),
            lost_h: affected.lost_h,
        }
    };
    let one = |party: &'_ Party| (party.first_loss.hours(), party.affected.iter().map(node).collect());
    let parties = parties.iter().map(|party| {
        let (first_loss_h, nodes) = one(party);
        One { value: party.value.as_deref(), first_loss_h, nodes }
    });
    let marking = marking::of(&model.network, &losses(answer));
    super::line(&Wire { schema: "keten.report/1", run, by, parties: parties.collect(), marking })
}
