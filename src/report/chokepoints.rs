//! Choke points as a document and as rows.

use super::basis::{self, Rests};
use super::csv::{Rows, word};
use super::document::{Cell, Column, Document, Table};
use super::language::{Lang, chokepoints as say, compromise, list};
use super::names::Names;
use super::question::Question;
use crate::analysis::Model;
use crate::analysis::chokepoints::{Chokepoints, Guarded};
use crate::network::{DependencyId, NodeId};

/// So many rows or nodes of a cut are shown; data formats have all.
const MAX_ROWS: usize = 100;
/// So many direct rows are named.
const NAMED: usize = 4;

/// What was asked, as the user put it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked {
    /// Where compromise begins.
    pub from: String,
    /// What must not be reached; `None`: everything vital.
    pub to: Option<String>,
    /// How many single guards are wanted.
    pub top: usize,
}

/// Choke points as a document.
pub fn document(question: &Question, answer: &Chokepoints, asked: &Asked, lang: Lang) -> Document {
    let names = Names::new(&question.model.network, lang);
    let mut document = Document::new(say::title(lang, &asked.from, asked.to.as_deref().unwrap_or(say::vital(lang))));
    document.paragraph(say::summary(lang, answer.reached.len() as u64, answer.targets));
    if question.model.access().is_empty() {
        document.paragraph(compromise::no_access(lang));
    }
    if answer.reached.is_empty() {
        document.paragraph(say::nothing(lang));
    } else {
        cuts(&mut document, answer, &names);
        guards(&mut document, answer, asked.top, &names);
    }
    basis::add(&mut document, question, &Rests::All, lang);
    document
}

fn cuts(document: &mut Document, answer: &Chokepoints, names: &Names) {
    let lang = names.lang;
    document.heading(say::rows_heading(lang, answer.rows.len() as u64));
    document.table(rows(&answer.rows, names));
    if let Some(nodes) = &answer.nodes {
        document.heading(say::nodes_heading(lang, nodes.len() as u64));
        document.list(nodes.iter().take(MAX_ROWS).map(|&node| names.full(node)).collect());
    } else {
        let told: Vec<String> = answer.direct.iter().map(|&row| names.arrow(row)).collect();
        document.paragraph(say::direct(lang, &list(lang, &told, NAMED)));
    }
}

fn rows(rows: &[DependencyId], names: &Names) -> Table {
    let mut table = Table::new(say::row_heads(names.lang).map(Column::left).into());
    for &row in rows.iter().take(MAX_ROWS) {
        table.rows.push(vec![Cell::Text(names.provider(row)), Cell::Text(names.reached(row)), Cell::text(names.need_of(row))]);
    }
    table
}

fn guards(document: &mut Document, answer: &Chokepoints, top: usize, names: &Names) {
    let lang = names.lang;
    document.heading(say::guards_heading(lang));
    if answer.guards.is_empty() {
        return document.paragraph(say::no_guard(lang));
    }
    let [what, saves] = say::guard_heads(lang);
    let mut table = Table::new(vec![Column::left(what), Column::right(saves)]);
    for guard in answer.guards.iter().take(top) {
        let what = match guard.what {
            Guarded::Node(node) => say::guard_node(lang, &names.full(node)),
            Guarded::Row(row) => say::guard_row(lang, &names.provider(row), &names.reached(row)),
        };
        table.rows.push(vec![Cell::Text(what), Cell::Count(guard.saves)]);
    }
    document.table(table);
}

/// A row per row or node of the cuts and per single guard.
pub fn csv(model: &Model, answer: &Chokepoints, top: usize) -> String {
    let network = &model.network;
    let mut lines = Rows::new("kind,node,dependent,need,provider,saves");
    let mut node = |kind: &str, node: NodeId, saves: String| {
        lines.add(&[kind.to_owned(), word(network.id(node)), String::new(), String::new(), String::new(), saves]);
    };
    answer.nodes.iter().flatten().for_each(|&cut| node("node_cut", cut, String::new()));
    for guard in answer.guards.iter().take(top) {
        if let Guarded::Node(guarded) = guard.what {
            node("guard", guarded, guard.saves.to_string());
        }
    }
    let mut row = |kind: &str, row: DependencyId, saves: String| {
        let row = &network.dependencies()[row.0 as usize];
        let texts = [network.id(network.need(row.need).dependent), network.need_name(row.need), network.id(row.provider)].map(word);
        lines.add(&[&[kind.to_owned(), String::new()], texts.as_slice(), &[saves]].concat());
    };
    answer.rows.iter().for_each(|&cut| row("row_cut", cut, String::new()));
    answer.direct.iter().for_each(|&direct| row("direct", direct, String::new()));
    for guard in answer.guards.iter().take(top) {
        if let Guarded::Row(guarded) = guard.what {
            row("guard", guarded, guard.saves.to_string());
        }
    }
    lines.text()
}
