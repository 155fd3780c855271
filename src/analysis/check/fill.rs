//! Which cells are stated, and which questions that leaves open.

use crate::analysis::Model;
use crate::analysis::what_if::empty_cells_in;
use crate::network::{Cell, DependencyDetail, Kind, NOT_STATED, NodeDetail, Terms};

/// A table of the network.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Table {
    /// The dependencies table.
    Dependencies,
    /// The nodes table.
    Nodes,
}

/// How far a column is filled.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ColumnFill {
    /// The table.
    pub table: Table,
    /// The column, by its English name.
    pub column: &'static str,
    /// Rows that state something (`none` included).
    pub stated: u64,
    /// Rows there are.
    pub of: u64,
}

/// A question that an analyst may have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Question {
    /// What else falls?
    WhatFalls,
    /// When does it fall?
    When,
    /// When is it back?
    Restoration,
    /// How often does that happen?
    Likelihood,
    /// Which vital processes are hit?
    VitalProcesses,
    /// Who must be called?
    WhoToCall,
    /// How sure is the data?
    Confidence,
}

/// How well the data answers a question: the part of the rows that states what it takes.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Answerable {
    /// The question.
    pub question: Question,
    /// Rows that state what it takes.
    pub stated: u64,
    /// Rows that could.
    pub of: u64,
}

type DependencyColumn = (&'static str, fn(Terms, &DependencyDetail) -> bool);
type NodeColumn = (&'static str, fn(&NodeDetail) -> bool);

const DEPENDENCY_COLUMNS: [DependencyColumn; 12] = [
    ("share", |terms, _| terms.share != NOT_STATED),
    ("minimum", |terms, _| terms.minimum != NOT_STATED),
    ("importance", |_, detail| detail.importance.is_some()),
    ("buffer_h", |_, detail| detail.buffer.is_stated()),
    ("refill_h", |_, detail| detail.refill.is_stated()),
    ("activation_h", |_, detail| detail.activation.is_stated()),
    ("start_p", |_, detail| detail.start_p.is_some()),
    ("probability", |_, detail| detail.probability.is_some()),
    ("type", |_, detail| detail.nature.is_some()),
    ("access", |_, detail| detail.access.is_stated()),
    ("source", |_, detail| detail.provenance.source.is_some()),
    ("confidence", |_, detail| detail.provenance.confidence.is_some()),
];

const NODE_COLUMNS: [NodeColumn; 11] = [
    ("kind", |detail| detail.kind.is_some()),
    ("sector", |detail| detail.sector.is_some()),
    ("category", |detail| detail.category.is_stated()),
    ("ministry", |detail| detail.ministry.is_some()),
    ("operator", |detail| detail.operator.is_some()),
    ("region", |detail| detail.region.is_some()),
    ("repair_h", |detail| detail.repair.is_stated()),
    ("restart_h", |detail| detail.restart.is_stated()),
    ("failures_per_year", |detail| detail.failures_per_year != Cell::NotStated),
    ("source", |detail| detail.provenance.source.is_some()),
    ("confidence", |detail| detail.provenance.confidence.is_some()),
];

pub(super) fn columns(model: &Model) -> Vec<ColumnFill> {
    let network = &model.network;
    let counted = network.terms_counted();
    let rows = |is_stated: fn(Terms, &DependencyDetail) -> bool| {
        counted.iter().filter(|(terms, _)| is_stated(*terms, network.detail_of(*terms))).map(|(_, rows)| rows).sum()
    };
    let of_dependencies = DEPENDENCY_COLUMNS.iter().map(|&(column, is_stated)| ColumnFill {
        table: Table::Dependencies,
        column,
        stated: rows(is_stated),
        of: network.dependency_count() as u64,
    });
    let stated_of = |is_stated: fn(&NodeDetail) -> bool| {
        let stated = network.nodes().filter(|&node| network.has_row(node) && is_stated(network.node(node)));
        stated.count() as u64
    };
    let of_nodes = NODE_COLUMNS.iter().map(|&(column, is_stated)| ColumnFill {
        table: Table::Nodes,
        column,
        stated: stated_of(is_stated),
        of: network.node_count() as u64,
    });
    of_dependencies.chain(of_nodes).collect()
}

/// Rows with a cell that took a default, and such cells, among those that decide how a loss passes.
pub(super) fn assumed(model: &Model) -> (u64, u64) {
    let counted = model.network.terms_counted().into_iter().map(|(terms, rows)| (empty_cells_in(&model.network, terms), rows));
    counted.fold((0, 0), |(rows, cells), (empty, more)| (rows + if empty > 0 { more } else { 0 }, cells + empty * more))
}

pub(super) fn answers(model: &Model, columns: &[ColumnFill]) -> Vec<Answerable> {
    let fill = |table: Table, column: &str| {
        columns.iter().find(|fill| fill.table == table && fill.column == column).map_or((0, 0), |fill| (fill.stated, fill.of))
    };
    let rows = model.network.dependency_count() as u64;
    let processes = model.network.nodes().filter(|&node| model.network.node(node).kind == Some(Kind::Process)).count() as u64;
    [
        (Question::WhatFalls, (rows, rows)),
        (Question::When, fill(Table::Dependencies, "buffer_h")),
        (Question::Restoration, fill(Table::Nodes, "restart_h")),
        (Question::Likelihood, fill(Table::Nodes, "failures_per_year")),
        (Question::VitalProcesses, (processes, processes)),
        (Question::WhoToCall, fill(Table::Nodes, "operator")),
        (Question::Confidence, fill(Table::Dependencies, "confidence")),
    ]
    .map(|(question, (stated, of))| Answerable { question, stated, of })
    .to_vec()
}
