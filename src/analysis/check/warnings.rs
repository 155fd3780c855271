//! What may mislead although every rule is kept.

use super::{owners, redundancy};
use crate::analysis::Model;
use crate::diagnostic::Finding;
use crate::graph::Graph;
use crate::network::{Dependency, Kind, NeedId, Network, NodeId, RowRef, Table, Terms, nearest};
use crate::units::{End, Time};

/// Beyond this many nodes a hidden common provider is not looked for row by row.
const MAX_NODES_FOR_SHARED: usize = 20_000;
/// For so many ids a near one is looked for.
const MAX_SUGGESTIONS: usize = 50;
/// So many nodes of a loop are named.
const MAX_NAMED: usize = 6;

pub(super) type Warning = (Finding, Vec<RowRef>);

pub(super) fn warnings(model: &Model) -> Vec<Warning> {
    let mut found = Vec::new();
    regional(model, &mut found);
    rows_and_nodes(model, &mut found);
    black_starts(model, &mut found);
    unfed_loops(model, &mut found);
    if model.network.node_count() <= MAX_NODES_FOR_SHARED {
        found.extend(redundancy::shared_providers(model));
    }
    sources(model, &mut found);
    found.extend(owners::warnings(&model.network));
    found.extend(unmeasured(&model.network));
    found.extend(measures(&model.network));
    found
}

/// The row that a dependency was stated in.
pub(super) fn row(dependency: &Dependency) -> RowRef {
    RowRef { table: Table::Dependencies, index: dependency.index }
}

/// A national process whose essential need is met in one region only: the region's loss would be smeared over the country.
fn regional(model: &Model, found: &mut Vec<Warning>) {
    let network = &model.network;
    let region = |node: NodeId| network.node(node).region.map(|region| network.text(region)).filter(|region| !names_the_nation(region));
    let is_national = |process: NodeId| network.node(process).kind == Some(Kind::Process) && region(process).is_none();
    let graph = model.graph_by_dependent();
    let needs = |process: NodeId| graph.topology.needs_of(process.0).map(move |need| (process, NeedId(need as u32)));
    for (process, need) in network.nodes().filter(|&node| is_national(node)).flat_map(needs) {
        if graph.parameters.need(need.0).weight != crate::graph::ESSENTIAL {
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

fn names_the_nation(region: &str) -> bool {
    ["nl", "nederland", "landelijk", "national", "netherlands"].contains(&region.to_lowercase().as_str())
}

fn rows_and_nodes(model: &Model, found: &mut Vec<Warning>) {
    let network = &model.network;
    let topology = model.graph_by_dependent().topology;
    let mut without_row = 0;
    let provides = providers(network);
    for node in network.nodes() {
        let id = || network.id(node).to_owned();
        let is_party = || network.ownership().find(network.id(node)).is_some_and(|party| network.ownership().is_named(party));
        if network.has_row(node) && topology.needs_of(node.0).is_empty() && !provides[node.0 as usize] {
            // Who holds shares, or is held, takes part through these and needs no dependencies.
            if network.node(node).kind == Some(Kind::Actor) || is_party() {
                continue;
            }
            found.push((Finding::IsolatedNode { id: id() }, Vec::new()));
        } else if network.has_node_table() && !network.has_row(node) {
            let known = network.nodes().filter(|&other| network.has_row(other)).map(|other| network.id(other));
            without_row += 1;
            let id = id();
            let nearest = if without_row <= MAX_SUGGESTIONS { nearest(&id, known) } else { None };
            let first = topology.dependents(node.0).first().map(|edge| edge.member as usize).or_else(|| topology.members_of(node.0).next());
            found.push((
                Finding::NodeWithoutRow { id, nearest },
                first.map(|member| row(&network.dependencies()[member])).into_iter().collect(),
            ));
        }
    }
}

/// Whether any other depends on each node.
fn providers(network: &Network) -> Vec<bool> {
    let mut provides = vec![false; network.node_count()];
    network.dependencies().iter().for_each(|row| provides[row.provider.0 as usize] = true);
    provides
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
    let Graph { topology, parameters } = model.graph_by_dependent();
    let components = topology.components();
    if !components.has_loops() {
        return;
    }
    let mut unfed: Vec<u32> = if parameters.is_plain() && topology.has_single_members() {
        // Where every loss takes the node, nothing feeds a loop but itself.
        (0..topology.nodes() as u32).filter(|&node| components.is_on_loop(node)).collect()
    } else {
        model.baseline().unfed().filter(|&node| components.is_on_loop(node)).collect()
    };
    unfed.sort_by_key(|&node| (components.of_node(node), node));
    for nodes in unfed.chunk_by(|&a, &b| components.of_node(a) == components.of_node(b)) {
        let named: Vec<String> = nodes.iter().take(MAX_NAMED).map(|&node| model.network.id(NodeId(node)).to_owned()).collect();
        let more = (nodes.len() - named.len()) as u64;
        found.push((Finding::UnfedLoop { nodes: named, more }, Vec::new()));
    }
}

fn sources(model: &Model, found: &mut Vec<Warning>) {
    let network = &model.network;
    let has_none = |(terms, _): &&(Terms, u64)| network.detail_of(*terms).provenance.source.is_none();
    let without = network.terms_counted().iter().filter(has_none).map(|(_, rows)| *rows as usize).sum();
    if without > 0 {
        found.push((Finding::NoSource { rows: without, of: network.dependency_count() }, Vec::new()));
    }
}

/// Measures of which the cost or the effect is missing.
fn measures(network: &Network) -> Vec<Warning> {
    let mut found = Vec::new();
    for (index, measure) in network.measures().iter().enumerate() {
        let rows = || vec![RowRef { table: Table::Measures, index: index as u32 }];
        if measure.cost_over(1.0).is_none() {
            found.push((Finding::MeasureWithoutCost { id: measure.id.clone() }, rows()));
        }
        if !network.is_changed_by(crate::network::MeasureId(index as u32)) {
            found.push((Finding::MeasureWithoutEffect { id: measure.id.clone() }, rows()));
        }
    }
    found
}

/// Criteria with amounts of which nobody says how they are measured.
fn unmeasured(network: &Network) -> Vec<Warning> {
    let first = |id| network.impacts().iter().filter(|impact| impact.criterion == id).map(|impact| impact.index).min();
    let unmeasured = network.criteria().all().filter(|(_, criterion)| criterion.gauge.is_none());
    let one = |(id, criterion): (_, &crate::network::Criterion)| {
        let known = network.criteria().all().filter(|(_, other)| other.gauge.is_some()).map(|(_, other)| other.name.as_str());
        let nearest = nearest(&criterion.name, known);
        let row = RowRef { table: Table::Impacts, index: first(id)? };
        Some((Finding::UnknownCriterion { criterion: criterion.name.clone(), nearest }, vec![row]))
    };
    unmeasured.filter_map(one).collect()
}

#[cfg(test)]
mod tests {
    use super::warnings;
    use crate::analysis::Model;
    use crate::diagnostic::Finding;
    use crate::network::{Draft, Kind, Network, NodeDetail, NodeRow, Stance};

    #[test]
    fn an_owner_needs_no_dependencies_and_anything_else_does() {
        let isolated = |kind| {
            let mut draft = Draft { has_node_table: true, ..Draft::default() };
            draft.depend("tel", "grid");
            for id in ["tel", "grid", "alone"] {
                let id = draft.names.intern(id);
                draft.nodes.push(NodeRow { id, detail: NodeDetail { kind, ..NodeDetail::default() } });
            }
            let model = Model::new(Network::build(draft).unwrap(), Stance::Central);
            let found = warnings(&model);
            found.iter().filter(|(finding, _)| matches!(finding, Finding::IsolatedNode { id } if id == "alone")).count()
        };
        assert_eq!([isolated(None), isolated(Some(Kind::Asset)), isolated(Some(Kind::Actor))], [1, 1, 0]);
    }
}
