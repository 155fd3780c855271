//! A simulation over samples as a document.

use super::{add_status, chance, chance_cell, hours_band, level_band, number_band};
use crate::analysis::uncertainty::{SampledCause, SampledNode, SampledWhatIf};
use crate::analysis::what_if::LossCause;
use crate::network::NodeId;
use crate::outcome::Outcome;
use crate::report::acquired;
use crate::report::basis::{self, Losses, Rests};
use crate::report::document::{Cell, Column, Document, Table};
use crate::report::impact;
use crate::report::language::{Lang, compromise, simulate as plain, uncertainty as say};
use crate::report::names::Names;
use crate::report::question::Question;
use crate::report::simulate::{events, title};
use crate::units::Time;

/// A text shows so many rows; data formats show all.
const MAX_ROWS: usize = 150;

/// A simulation over samples as a document.
pub fn document(question: &Question, outcome: &Outcome<SampledWhatIf>, lang: Lang) -> Document {
    let answer = outcome.value();
    let names = Names::new(&question.model.network, lang);
    let mut document = Document::new(plain::title(lang, &title(question, &names)));
    document.list(events(question, &names));
    add_status(&mut document, outcome, lang);
    document.paragraph(summary(question, answer, lang));
    if !answer.nodes.is_empty() {
        document.heading(say::heading::nodes(lang));
        document.table(nodes(answer, &names));
        if answer.nodes.len() > MAX_ROWS {
            document.paragraph(plain::more_rows(lang, (answer.nodes.len() - MAX_ROWS) as u64));
        }
        document.paragraph(say::legend(lang));
        document.heading(say::heading::totals(lang));
        document.table(totals(answer, lang));
    }
    if let Some(known) = &answer.impact {
        let nodes: Vec<NodeId> = answer.nodes.iter().map(|node| node.node).collect();
        impact::add_sampled(&mut document, &question.model.network, known, &nodes, lang);
    }
    loops(&mut document, answer, &names);
    add_compromised(&mut document, answer, &names);
    acquired::add(&mut document, &answer.acquired, &names);
    let losses = losses(answer.nodes.iter());
    let losses = Losses::new(losses.iter().map(|(node, cause)| (*node, cause)).collect(), [].iter());
    basis::add(&mut document, question, &Rests::Losses(losses, Some(answer.assumed)), lang);
    document
}

/// Every cause of every node, as what lies behind an answer.
pub(in crate::report) fn losses<'n>(nodes: impl Iterator<Item = &'n SampledNode>) -> Vec<(NodeId, LossCause)> {
    let cause = |cause: &SampledCause| match cause {
        SampledCause::Detected => LossCause::Detected,
        SampledCause::Hazard { event } => LossCause::Hazard { event: *event },
        SampledCause::Need { need, providers } => {
            LossCause::Need { need: *need, providers: providers.clone(), short_since: Time::ZERO, buffer_ended: None }
        }
    };
    nodes.flat_map(|node| node.causes.iter().map(move |share| (node.node, cause(&share.cause)))).collect()
}

fn summary(question: &Question, answer: &SampledWhatIf, lang: Lang) -> String {
    if answer.nodes.is_empty() {
        return say::nothing(lang, answer.samples, answer.horizon);
    }
    let has_categories = question.model.network.has_categories();
    let vital: Vec<&SampledNode> = answer.nodes.iter().filter(|node| question.model.is_vital(node.node, has_categories)).collect();
    let always = vital.iter().filter(|node| node.p_affected >= 1.0).count() as u64;
    let affected = super::number_band(&answer.totals.affected, lang).show(lang);
    let lost = super::number_band(&answer.totals.lost, lang).show(lang);
    say::summary(lang, answer.samples, answer.horizon, &affected, &lost) + " " + &say::vital(lang, vital.len() as u64, always)
}

fn nodes(answer: &SampledWhatIf, names: &Names) -> Table {
    let lang = names.lang;
    let heads = say::node_heads(lang).into_iter().enumerate();
    let mut table = Table::new(heads.map(|(at, head)| Column { head: (*head).to_owned(), right: matches!(at, 0 | 2..=4) }).collect());
    for node in answer.nodes.iter().take(MAX_ROWS) {
        table.rows.push(vec![
            chance_cell(node.p_affected, lang),
            Cell::Text(names.full(node.node)),
            hours_band(&node.first_loss_h, lang),
            level_band(&node.min_output, lang),
            number_band(&node.lost_h, lang),
            node.causes.first().map_or(Cell::Empty, |first| {
                Cell::Text(say::main_cause(lang, &cause(&first.cause, names), &chance(first.share, lang), node.causes.len() as u64 - 1))
            }),
        ]);
    }
    table
}

/// A cause in words.
pub(super) fn cause(cause: &SampledCause, names: &Names) -> String {
    match cause {
        SampledCause::Detected => compromise::detected(names.lang).to_owned(),
        SampledCause::Hazard { event } => plain::hit(names.lang, event + 1),
        SampledCause::Need { need, providers } => plain::unmet(names.lang, names.need(*need), &names.ids(providers), None),
    }
}

fn totals(answer: &SampledWhatIf, lang: Lang) -> Table {
    let [head, rest @ ..] = say::figure_heads(lang);
    let mut table = Table::new(std::iter::once(Column::left(head)).chain(rest.into_iter().map(Column::right)).collect());
    let totals = &answer.totals;
    let figures = [totals.affected, totals.lost, totals.processes_lost, totals.sectors_hit, totals.lost_h];
    for (name, figure) in say::total_names(lang).into_iter().zip(figures) {
        let values = [figure.mean, figure.p5, figure.p50, figure.p95, figure.se];
        table.rows.push(std::iter::once(Cell::text(name)).chain(values.map(Cell::Number)).collect());
    }
    table
}

fn loops(document: &mut Document, answer: &SampledWhatIf, names: &Names) {
    let lang = names.lang;
    let deadlocks =
        answer.restart_deadlocks.iter().map(|found| say::deadlock(lang, &chance(found.share, lang), &names.names(&found.nodes)));
    let supported =
        answer.self_supported.iter().map(|found| say::self_supported(lang, &chance(found.share, lang), &names.names(&found.nodes)));
    let items: Vec<String> = deadlocks.chain(supported).collect();
    if !items.is_empty() {
        document.heading(plain::heading::loops(lang));
        document.list(items);
    }
}

fn add_compromised(document: &mut Document, answer: &SampledWhatIf, names: &Names) {
    let lang = names.lang;
    let Some(compromised) = &answer.compromised else { return };
    let mut table = Table::new(
        say::compromise_heads(lang).into_iter().enumerate().map(|(at, head)| Column { head: head.to_owned(), right: at != 1 }).collect(),
    );
    for one in compromised.iter().take(MAX_ROWS) {
        table.rows.push(vec![chance_cell(one.share, lang), Cell::Text(names.full(one.node)), hours_band(&one.at_h, lang)]);
    }
    document.heading(say::heading::compromised(lang));
    document.table(table);
}
