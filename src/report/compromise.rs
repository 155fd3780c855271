//! Who is compromised, as a section of a document.

use super::document::{Cell, Column, Document, Table};
use super::language::{compromise as say, simulate};
use super::names::Names;
use super::question::Question;
use crate::analysis::compromise::Compromised;
use crate::analysis::what_if::WhatIf;
use crate::network::NodeId;

/// A text shows so many rows; data formats show all.
const MAX_ROWS: usize = 150;
/// So many nodes of a path are named: where it begins and its last ones.
const NAMED: usize = 6;

/// Adds who is compromised, where any event compromises anything.
pub(super) fn add(document: &mut Document, question: &Question, answer: &WhatIf, names: &Names) {
    let Some(compromised) = &answer.compromised else { return };
    let (lang, model) = (names.lang, question.model);
    let has_categories = model.network.has_categories();
    let vital = compromised.iter().filter(|compromised| model.is_vital(compromised.node, has_categories)).count() as u64;
    document.heading(say::heading(lang));
    document.paragraph(say::summary(lang, compromised.len() as u64, vital, answer.horizon));
    if model.access().is_empty() {
        document.paragraph(say::no_access(lang));
    }
    document.table(table(compromised, names));
    if compromised.len() > MAX_ROWS {
        document.paragraph(simulate::more_rows(lang, (compromised.len() - MAX_ROWS) as u64));
    }
}

fn table(compromised: &[Compromised], names: &Names) -> Table {
    let heads = say::heads(names.lang);
    let columns = heads.iter().enumerate().map(|(at, head)| Column { head: (*head).to_owned(), right: matches!(at, 0 | 3) });
    let mut table = Table::new(columns.collect());
    for one in compromised.iter().take(MAX_ROWS) {
        table.rows.push(vec![
            Cell::Hours(one.at),
            Cell::Text(names.full(one.node)),
            names.sector(one.node).map_or(Cell::Empty, Cell::text),
            Cell::Count(u64::from(one.steps)),
            Cell::Text(path(one, names)),
        ]);
    }
    table
}

/// The path of a compromise by ids; of a long one the middle is left out.
pub(super) fn path(one: &Compromised, names: &Names) -> String {
    let ids = |nodes: &[NodeId]| nodes.iter().map(|&node| names.id(node)).collect::<Vec<_>>().join(" → ");
    match one.path.as_slice() {
        [first, .., _] if one.path.len() > NAMED => format!("{} → … → {}", names.id(*first), ids(&one.path[one.path.len() - NAMED + 2..])),
        path => ids(path),
    }
}
