//! A check as a document: what is in a network, what it can answer and what it assumes. Its findings are shown apart.

use super::basis;
use super::document::{Cell, Column, Document, Table};
use super::language::{Lang, check as say, word, words};
use super::question::Question;
use super::structure;
use crate::analysis::check::{Answerable, Check, ColumnFill, Table as Which};
use crate::analysis::structure::Structure;
use crate::diagnostic::{Diagnostic, Severity};
use crate::network;

/// So many acknowledged warnings are listed; all are counted.
const MAX_ACKNOWLEDGED: usize = 20;

/// A check as a document.
///
/// How the network is built comes behind what is in it, where that was asked too.
pub fn document(question: &Question, (check, built): (&Check, Option<&Structure>), findings: &[Diagnostic], lang: Lang) -> Document {
    let title = question.model.network.meta().title.clone().unwrap_or_else(|| lang.pick("the network", "het netwerk").to_owned());
    let mut document = Document::new(say::title(lang, &title));
    let warnings = findings.iter().filter(|finding| finding.finding.severity() == Severity::Warning).count();
    document.paragraph(say::sound(lang, warnings as u64, check.acknowledged.len() as u64));
    acknowledged(&mut document, check, lang);
    document.heading(say::heading::counts(lang));
    document.list(say::counts(lang, &check.counts));
    if let Some(built) = built {
        structure::add(&mut document, question.model, built, lang);
    }
    document.heading(say::heading::answers(lang));
    document.table(answers(&check.answers, lang));
    document.heading(say::heading::columns(lang));
    document.paragraph(say::assumed(lang, check.assumed_cells, check.assumed_rows));
    document.table(columns(&check.columns, lang));
    basis::add_inputs(&mut document, question, lang);
    document
}

/// What the data says is known: shown, so that nothing is hidden, and not counted as a warning.
fn acknowledged(document: &mut Document, check: &Check, lang: Lang) {
    if !check.acknowledged.is_empty() {
        document.heading(say::heading::acknowledged(lang));
        let shown = check.acknowledged.iter().take(MAX_ACKNOWLEDGED);
        document.list(shown.map(|(finding, _)| format!("{}: {}", finding.code(), words(lang, finding).message)).collect());
    }
}

fn answers(answers: &[Answerable], lang: Lang) -> Table {
    let [question, rests_on, stated, verdict] = say::answer_heads(lang);
    let mut table = Table::new(vec![Column::left(question), Column::left(rests_on), Column::right(stated), Column::left(verdict)]);
    for answer in answers {
        let (question, rests_on) = say::question(lang, answer.question);
        table.rows.push(vec![
            Cell::text(question),
            Cell::text(rests_on),
            Cell::Text(say::stated(lang, answer.stated, answer.of)),
            Cell::text(say::verdict(lang, answer.stated, answer.of)),
        ]);
    }
    table
}

fn columns(columns: &[ColumnFill], lang: Lang) -> Table {
    let [which, column, stated, bar] = say::column_heads(lang);
    let mut table = Table::new(vec![Column::left(which), Column::left(column), Column::right(stated), Column::left(bar)]);
    for fill in columns {
        let which = match fill.table {
            Which::Dependencies => network::Table::Dependencies,
            Which::Nodes => network::Table::Nodes,
        };
        let part = if fill.of == 0 { 0.0 } else { fill.stated as f64 / fill.of as f64 };
        table.rows.push(vec![
            Cell::text(word::table(lang, which)),
            Cell::text(fill.column),
            Cell::Text(say::stated(lang, fill.stated, fill.of)),
            Cell::Bar(part),
        ]);
    }
    table
}
