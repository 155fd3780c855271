//! What can this network answer, what does it leave open, and what about it may mislead?

mod acknowledged;
mod fill;
mod owners;
mod redundancy;
mod warnings;

use super::Model;
use crate::diagnostic::Finding;
use crate::network::{Kind, NodeId, RowRef};
use rayon::prelude::*;

pub use fill::{Answerable, ColumnFill, Question, Table};
pub(super) use redundancy::looks_redundant;

/// What a network holds and what it can answer.
#[derive(Debug, Clone, PartialEq)]
pub struct Check {
    /// How much there is of everything.
    pub counts: Counts,
    /// Per column that has a default, how many cells are stated: the others are assumptions.
    pub columns: Vec<ColumnFill>,
    /// Dependency rows with at least one cell that took a default.
    pub assumed_rows: u64,
    /// Cells that took a default.
    pub assumed_cells: u64,
    /// What may mislead, with the rows it shows in.
    pub warnings: Vec<(Finding, Vec<RowRef>)>,
    /// The same, where a row says that it is known and stays.
    pub acknowledged: Vec<(Finding, Vec<RowRef>)>,
    /// Which questions the data can answer.
    pub answers: Vec<Answerable>,
}

/// How much there is of everything.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Counts {
    /// Nodes.
    pub nodes: u64,
    /// Nodes of kind process.
    pub processes: u64,
    /// Nodes with category A or B.
    pub vital: u64,
    /// Different sectors.
    pub sectors: u64,
    /// Needs.
    pub needs: u64,
    /// Needs with more than one member.
    pub redundant_needs: u64,
    /// Needs with a buffer.
    pub buffered_needs: u64,
    /// Dependencies.
    pub dependencies: u64,
    /// Members that step in only when the others fall short.
    pub standby: u64,
    /// Loops: strongly connected components of more than one node.
    pub loops: u64,
    /// Nodes on loops.
    pub nodes_on_loops: u64,
    /// Rows of the impacts table.
    pub impacts: u64,
    /// Rows of the criteria table.
    pub criteria: u64,
    /// Measures.
    pub measures: u64,
}

/// Looks a network over.
pub fn check(model: &Model) -> Check {
    let columns = fill::columns(model);
    let (assumed_rows, assumed_cells) = fill::assumed(model);
    let (acknowledged, warnings) = acknowledged::split(model, warnings::warnings(model));
    Check { counts: counts(model), answers: fill::answers(model, &columns), columns, assumed_rows, assumed_cells, warnings, acknowledged }
}

fn counts(model: &Model) -> Counts {
    let network = &model.network;
    let mut sectors: Vec<_> = network.nodes().filter_map(|node| network.node(node).sector).collect();
    sectors.sort_unstable();
    sectors.dedup();
    let nodes = |keep: &dyn Fn(NodeId) -> bool| network.nodes().filter(|&node| keep(node)).count() as u64;
    let graph = model.graph_by_dependent();
    let components = graph.topology.components();
    let needs =
        |keep: &(dyn Fn(u32) -> bool + Sync)| (0..network.need_count() as u32).into_par_iter().filter(|&need| keep(need)).count() as u64;
    Counts {
        nodes: network.node_count() as u64,
        processes: nodes(&|node| network.node(node).kind == Some(Kind::Process)),
        vital: nodes(&|node| network.node(node).category.value().is_some()),
        sectors: sectors.len() as u64,
        needs: network.need_count() as u64,
        redundant_needs: needs(&|need| graph.topology.members(need).len() > 1),
        buffered_needs: needs(&|need| graph.parameters.need(need).buffer_ms > 0),
        dependencies: network.dependency_count() as u64,
        standby: network.terms_counted().iter().filter(|(terms, _)| network.detail_of(*terms).is_standby()).map(|(_, rows)| rows).sum(),
        loops: (0..components.count() as u32).filter(|&component| components.size(component) > 1).count() as u64,
        nodes_on_loops: nodes(&|node| components.is_on_loop(node.0)),
        impacts: network.impacts().len() as u64,
        criteria: network.criteria().stated().len() as u64,
        measures: network.measures().len() as u64,
    }
}
