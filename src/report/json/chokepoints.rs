//! `keten.chokepoints/1`.

use super::run::{Run, word};
use crate::analysis::Model;
use crate::analysis::chokepoints::{Chokepoints, Guarded};
use crate::network::DependencyId;
use crate::report::marking;
use serde::Serialize;

#[derive(Serialize)]
struct Wire<'a> {
    schema: &'static str,
    run: &'a Run,
    stance: &'static str,
    targets: u64,
    reached: Vec<&'a str>,
    row_cut: Vec<Row<'a>>,
    /// Null: rows lead straight from beginning to target.
    node_cut: Option<Vec<&'a str>>,
    direct: Vec<Row<'a>>,
    guards: Vec<Guard<'a>>,
    guards_found: u64,
    marking: Option<String>,
}

#[derive(Serialize)]
struct Row<'a> {
    dependent: &'a str,
    need: &'a str,
    provider: &'a str,
}

#[derive(Serialize)]
struct Guard<'a> {
    #[serde(flatten)]
    what: What<'a>,
    saves: u64,
}

#[derive(Serialize)]
#[serde(tag = "guard", rename_all = "snake_case")]
enum What<'a> {
    Node { node: &'a str },
    Row(Row<'a>),
}

/// The answer of `chokepoints`, with the first `top` single guards.
pub fn chokepoints(model: &Model, answer: &Chokepoints, top: usize, run: &Run) -> String {
    let network = &model.network;
    let row = |&row: &DependencyId| {
        let row = &network.dependencies()[row.0 as usize];
        let dependent = network.id(network.need(row.need).dependent);
        Row { dependent, need: network.need_name(row.need), provider: network.id(row.provider) }
    };
    let what = |what: Guarded| match what {
        Guarded::Node(node) => What::Node { node: network.id(node) },
        Guarded::Row(guarded) => What::Row(row(&guarded)),
    };
    super::line(&Wire {
        schema: "keten.chokepoints/1",
        run,
        stance: word(answer.stance),
        targets: answer.targets,
        reached: answer.reached.iter().map(|&node| network.id(node)).collect(),
        row_cut: answer.rows.iter().map(row).collect(),
        node_cut: answer.nodes.as_ref().map(|nodes| nodes.iter().map(|&node| network.id(node)).collect()),
        direct: answer.direct.iter().map(row).collect(),
        guards: answer.guards.iter().take(top).map(|guard| Guard { what: what(guard.what), saves: guard.saves }).collect(),
        guards_found: answer.guards.len() as u64,
        marking: marking::of_all(network),
    })
}
