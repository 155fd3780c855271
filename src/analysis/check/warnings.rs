//! What may mislead although every rule is kept.

use crate::analysis::Model;
use crate::diagnostic::Finding;
use crate::network::{Dependency, Kind, NeedId, NodeId, RowRef, Table, nearest};
use crate::units::{End, Time};
use std::collections::BTreeSet;

/// Beyond this many nodes a hidden common provider is not looked for row by row.
const MAX_NODES_FOR_SHARED: usize = 20_000;
/// For so many ids a near one is looked for.
const MAX_SUGGESTIONS: usize = 50;
/// How many nodes behind an alternative are looked at.
const MAX_BEHIND: usize = 10_000;

type Warning = (Finding, Vec<RowRef>);

pub(super) fn warnings(model: &Model) -> Vec<Warning> {
    let mut found = Vec::new();
    regional(model, &mut found);
    rows_and_nodes(model, &mut found);
    black_starts(model, &mut found);
    unfed_loops(model, &mut found);
    if model.network.node_count() <= MAX_NODES_FOR_SHARED {
        shared_providers(model, &mut found);
    }
    sources(model, &mut found);
    found
}

fn row(dependency: &Dependency) -> RowRef {
    RowRef { table: Table::Dependencies, index: dependency.index }
}

/// A national process whose essential need is met in one region only: the region's loss would be smeared over the country.
fn regional(model: &Model, found: &mut Vec<Warning>) {
    let network = &model.network;
    let region = |node: NodeId| network.node(node).region.map(|region| network.text(region)).filter(|region| !is_national(region));
    for need in network.needs() {
        let process = network.need(need).dependent;
        let essential = model.graph().parameters.need(need.0).weight == crate::graph::ESSENTIAL;
        if !essential || network.node(process).kind != Some(Kind::Process) || region(process).is_some() {
            continue;
        }
        let members = network.members(need);
        let Some(first) = region(members[0].provider) else { continue };
        if members.iter().all(|member| region(member.provider) == Some(first)) {
            let finding = Finding::NationalOnOneRegion {
                process: network.id(process).to_owned(),
                need: network.need_name(need).to_owned(),
                region: first.to_owned(),
            };
            found.push((finding, members.iter().map(row).collect()));
        }
    }
}

fn is_national(region: &str) -> bool {
    ["nl", "nederland", "landelijk", "national", "netherlands"].contains(&region.to_lowercase().as_str())
}

fn rows_and_nodes(model: &Model, found: &mut Vec<Warning>) {
    let network = &model.network;
    let topology = model.graph().topology;
    let mut without_row = 0;
    for node in network.nodes() {
        let id = network.id(node).to_owned();
        if network.has_row(node) && topology.needs_of(node.0).is_empty() && topology.dependents(node.0).is_empty() {
            found.push((Finding::IsolatedNode { id }, Vec::new()));
        } else if network.has_node_table() && !network.has_row(node) {
            let known = network.nodes().filter(|&other| network.has_row(other)).map(|other| network.id(other));
            without_row += 1;
            let nearest = if without_row <= MAX_SUGGESTIONS { nearest(&id, known) } else { None };
            let first = topology.dependents(node.0).first().map(|edge| edge.member as usize).or_else(|| topology.members_of(node.0).next());
            found.push((
                Finding::NodeWithoutRow { id, nearest },
                first.map(|member| row(&network.dependencies()[member])).into_iter().collect(),
            ));
        }
    }
}

fn black_starts(model: &Model, found: &mut Vec<Warning>) {
    let network = &model.network;
    for node in network.nodes() {
        let detail = network.node(node);
        let hours =
            |cell: &crate::network::Cell<crate::network::Duration>| cell.value().map_or(Time::ZERO, |time| time.at(End::Middle)).hours();
        let (black_start_h, restart_h) = (hours(&detail.black_start), hours(&detail.restart));
        if black_start_h > 0.0 && black_start_h <= restart_h {
            found.push((Finding::BlackStartTooShort { id: network.id(node).to_owned(), black_start_h, restart_h }, Vec::new()));
        }
    }
}

fn unfed_loops(model: &Model, found: &mut Vec<Warning>) {
    let components = model.graph().topology.components();
    let mut unfed: Vec<u32> = model.baseline().unfed().filter(|&node| components.is_on_loop(node)).collect();
    unfed.sort_by_key(|&node| (components.of_node(node), node));
    for nodes in unfed.chunk_by(|&a, &b| components.of_node(a) == components.of_node(b)) {
        let nodes = nodes.iter().map(|&node| model.network.id(NodeId(node)).to_owned()).collect();
        found.push((Finding::UnfedLoop { nodes }, Vec::new()));
    }
}

/// Alternatives that all need the same node are lost together.
fn shared_providers(model: &Model, found: &mut Vec<Warning>) {
    let network = &model.network;
    for need in network.needs().filter(|&need| network.members(need).len() > 1) {
        let members = network.members(need);
        let mut shared = behind(model, members[0].provider);
        for member in &members[1..] {
            let others = behind(model, member.provider);
            shared.retain(|node| others.contains(node));
        }
        let dependent = network.need(need).dependent;
        shared.remove(&dependent);
        if let Some(&node) = shared.iter().find(|&&node| !is_behind_another(model, &shared, node)) {
            let finding = Finding::SharedProvider {
                dependent: network.id(dependent).to_owned(),
                need: network.need_name(need).to_owned(),
                shared: network.id(node).to_owned(),
            };
            found.push((finding, members.iter().map(row).collect()));
        }
    }
}

/// Of a chain of shared nodes the nearest is named; those behind it are passed over.
fn is_behind_another(model: &Model, shared: &BTreeSet<NodeId>, node: NodeId) -> bool {
    shared.iter().any(|&other| other != node && behind(model, other).contains(&node) && !behind(model, node).contains(&other))
}

/// A node and all that it needs without an alternative and without a buffer.
fn behind(model: &Model, node: NodeId) -> BTreeSet<NodeId> {
    let mut seen = BTreeSet::from([node]);
    let mut waiting = vec![node];
    while let Some(node) = waiting.pop() {
        for provider in model.network.needs_of(node).filter_map(|need| only_provider(model, need)) {
            if seen.len() < MAX_BEHIND && seen.insert(provider) {
                waiting.push(provider);
            }
        }
    }
    seen
}

fn only_provider(model: &Model, need: NeedId) -> Option<NodeId> {
    let class = model.graph().parameters.need(need.0);
    let plain = class.weight == crate::graph::ESSENTIAL && class.buffer_ms == 0;
    match model.network.members(need) {
        [only] if plain => Some(only.provider),
        _ => None,
    }
}

fn sources(model: &Model, found: &mut Vec<Warning>) {
    let rows = model.network.dependencies();
    let without = rows.iter().filter(|row| model.network.detail(row).provenance.source.is_none()).count();
    if without > 0 {
        found.push((Finding::NoSource { rows: without, of: rows.len() }, Vec::new()));
    }
}
