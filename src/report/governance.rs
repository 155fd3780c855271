//! Who must be called, as a document and as rows.

use super::basis::{self, Rests};
use super::csv::{Rows, word};
use super::document::{Cell, Column, Document, Table};
use super::language::{Lang, governance as say};
use super::names::Names;
use super::question::Question;
use super::simulate::losses;
use crate::analysis::governance::Party;
use crate::analysis::what_if::WhatIf;

/// The view of each party on what falls.
pub fn document(question: &Question, answer: &WhatIf, parties: &[Party], by: &str, lang: Lang) -> Document {
    let mut document = Document::new(say::title(lang, by, question.title.as_deref()));
    document.paragraph(say::summary(lang, parties.iter().filter(|party| party.value.is_some()).count() as u64, answer.totals.affected, by));
    let names = Names::new(&question.model.network, lang);
    for party in parties {
        document.heading(say::party(lang, party.value.as_deref(), party.affected.len() as u64, party.first_loss));
        document.table(table(question, answer, party, &names));
    }
    basis::add(&mut document, question, &Rests::Losses(losses(answer), Some(answer.assumed)), lang);
    document
}

fn table(question: &Question, answer: &WhatIf, party: &Party, names: &Names) -> Table {
    let network = &question.model.network;
    let [when, what, operator, lowest, long] = say::heads(names.lang);
    let mut table =
        Table::new(vec![Column::right(when), Column::left(what), Column::left(operator), Column::right(lowest), Column::right(long)]);
    for &place in &party.affected {
        let affected = &answer.nodes[place];
        table.rows.push(vec![
            Cell::Hours(affected.first_loss),
            Cell::Text(names.full_of_id(network.id(affected.node))),
            network.node(affected.node).operator.map_or(Cell::Empty, |operator| Cell::text(network.text(operator))),
            Cell::Level(affected.min_output),
            Cell::Number(affected.lost_h),
        ]);
    }
    table
}

/// A row per affected node, under its party, in the order in which it falls.
pub fn csv(question: &Question, answer: &WhatIf, parties: &[Party]) -> String {
    let network = &question.model.network;
    let mut rows = Rows::new("party,id,name,operator,sector,first_loss_h,min_output,lost_h");
    for party in parties {
        for &place in &party.affected {
            let affected = &answer.nodes[place];
            let detail = network.node(affected.node);
            let text = |name: Option<crate::network::NameId>| word(name.map_or("", |name| network.text(name)));
            rows.add(&[
                word(party.value.as_deref().unwrap_or("")),
                word(network.id(affected.node)),
                word(network.name(affected.node)),
                text(detail.operator),
                text(detail.sector),
                affected.first_loss.to_string(),
                affected.min_output.to_string(),
                affected.lost_h.to_string(),
            ]);
        }
    }
    rows.text()
}
