//! A simulation as a document for people.

use super::acquired;
use super::basis::{self, Losses, Rests};
use super::compromise as section;
use super::document::{Cell, Column, Document, Table};
use super::impact;
use super::language::{Lang, acquired as bought, compromise, measures, percent, simulate as say};
use super::loss;
use super::names::Names;
use super::question::Question;
use crate::analysis::what_if::{Affected, WhatIf};
use crate::network::{Action, Adverse, Duration, Event, NodeId};
use crate::units::{Level, Quantity};

/// A text shows so many rows; data formats show all.
const MAX_ROWS: usize = 150;
/// So many events are told.
const MAX_EVENTS: usize = 12;

/// A simulation as a document.
pub fn document(question: &Question, answer: &WhatIf, lang: Lang) -> Document {
    let names = Names::new(&question.model.network, lang);
    let mut document = Document::new(say::title(lang, &title(question, &names)));
    document.list(events(question, &names));
    document.paragraph(summary(question, answer, &names));
    if !answer.nodes.is_empty() {
        document.heading(say::heading::timeline(lang));
        document.table(timeline(answer, &names));
        if answer.nodes.len() > MAX_ROWS {
            document.paragraph(say::more_rows(lang, (answer.nodes.len() - MAX_ROWS) as u64));
        }
        document.paragraph(say::legend(lang));
    }
    if let Some(known) = &answer.impact {
        let nodes: Vec<NodeId> = answer.nodes.iter().map(|affected| affected.node).collect();
        impact::add(&mut document, &question.model.network, known, &nodes, answer.horizon, lang);
    }
    section::add(&mut document, question, answer, &names);
    acquired::add(&mut document, &answer.acquired, &names);
    loops(&mut document, answer, &names);
    basis::add(&mut document, question, &Rests::Losses(losses(answer), Some(answer.assumed)), lang);
    document
}

/// What fell and why.
pub(super) fn losses(answer: &WhatIf) -> Losses<'_> {
    let losses = answer.nodes.iter().map(|affected| (affected.node, &affected.cause)).collect();
    Losses::new(losses, answer.compromised.iter().flatten())
}

/// What the question is called.
pub(super) fn title(question: &Question, names: &Names) -> String {
    question.title.clone().unwrap_or_else(|| {
        let (mut lost, mut compromised) = (Vec::new(), Vec::new());
        for event in question.events {
            match &event.action {
                Action::Fail { nodes, .. } => lost.extend_from_slice(nodes),
                Action::Compromise { nodes } => compromised.extend_from_slice(nodes),
                Action::Drain { .. } | Action::Trigger { .. } | Action::Acquire { .. } | Action::Measure { .. } => {}
            }
        }
        if lost.is_empty() && !compromised.is_empty() {
            return compromise::compromise_of(names.lang, &names.names(&compromised));
        }
        say::loss_of(names.lang, &names.names(&lost))
    })
}

/// What happens, event by event.
pub(super) fn events(question: &Question, names: &Names) -> Vec<String> {
    question.events.iter().take(MAX_EVENTS).enumerate().map(|(place, event)| self::event(question, names, place + 1, event)).collect()
}

fn event(question: &Question, names: &Names, number: usize, event: &Event) -> String {
    let (lang, stance) = (names.lang, question.model.stance);
    match &event.action {
        Action::Fail { nodes, duration, level, probability, .. } => {
            let left = left_of(question, level, lang);
            let span = span_of(question, nodes, duration.as_ref(), lang);
            let skipped = if stance.strikes(*probability) { "" } else { say::does_not_strike(lang) };
            say::fails(lang, number, event.at, &names.names(nodes), left.as_deref(), &span) + skipped
        }
        Action::Drain { need, duration } => {
            let span = say::for_span(lang, duration.as_ref().map(|duration| duration.at(stance.end(Adverse::High))));
            let of = names.full(question.model.network.need(*need).dependent);
            say::drains(lang, number, event.at, question.model.network.need_name(*need), &of, &span)
        }
        Action::Compromise { nodes } => compromise::compromises(lang, number, event.at, &names.names(nodes)),
        Action::Trigger { selector, nodes, duration, level } => {
            let span = span_of(question, nodes, duration.as_ref(), lang);
            let left = left_of(question, level, lang);
            compromise::triggers(lang, number, event.at, selector, left.as_deref(), &span)
        }
        Action::Acquire { deal } => {
            let (buyer, company) = (names.full_of_id(&deal.buyer), names.full_of_id(&deal.company));
            bought::acquires(lang, number, event.at, &buyer, &percent(lang, deal.share), &company)
        }
        Action::Measure { measure } => {
            let first = question.events.iter().position(|other| other.action == event.action).map_or(number, |place| place + 1);
            let measure = &question.model.network.measures()[measure.0 as usize];
            if first < number {
                return measures::is_taken_already(lang, number, event.at, &measure.name, first);
            }
            measures::is_taken(lang, number, event.at, &measure.name, &measure.row.change, &measure.row.target)
        }
    }
}

/// What a hazard leaves, unless it is nothing.
fn left_of(question: &Question, level: &Quantity<Level>, lang: Lang) -> Option<String> {
    let level = level.at(question.model.stance.end(Adverse::Low));
    (level > Level::ZERO).then(|| percent(lang, level))
}

/// How long a hazard lasts.
fn span_of(question: &Question, nodes: &[NodeId], duration: Option<&Duration>, lang: Lang) -> String {
    let repairs = nodes.iter().any(|&node| question.model.network.node(node).repair.value().is_some());
    match duration {
        None if repairs => say::until_repaired(lang).to_owned(),
        stated => say::for_span(lang, stated.map(|duration| duration.at(question.model.stance.end(Adverse::High)))),
    }
}

pub(super) fn summary(question: &Question, answer: &WhatIf, names: &Names) -> String {
    let lang = names.lang;
    let totals = answer.totals;
    if totals.affected == 0 {
        return say::nothing(lang, answer.horizon);
    }
    let mut lines = vec![say::summary(lang, totals.affected, totals.lost, totals.sectors_hit, answer.horizon)];
    let has_categories = question.model.network.has_categories();
    let of = question.model.network.nodes().filter(|&node| question.model.is_vital(node, has_categories)).count() as u64;
    let vital: Vec<&Affected> = answer.nodes.iter().filter(|affected| question.model.is_vital(affected.node, has_categories)).collect();
    let lost = vital.iter().filter(|affected| loss::is_lost(affected)).count() as u64;
    if of == 0 {
        lines.push(say::no_vital(lang).to_owned());
    } else {
        lines.push(say::vital(lang, vital.len() as u64, lost, of));
    }
    lines.extend(vital.first().map(|first| say::first_vital(lang, first.first_loss, &names.full(first.node))));
    if !answer.indeterminate.is_empty() {
        lines.push(say::in_doubt(lang, answer.indeterminate.len() as u64));
    }
    lines.join(" ")
}

pub(super) fn timeline(answer: &WhatIf, names: &Names) -> Table {
    let lang = names.lang;
    let heads = say::heads(lang);
    let columns = heads.iter().enumerate().map(|(at, head)| Column { head: (*head).to_owned(), right: matches!(at, 0 | 3 | 4 | 6) });
    let mut table = Table::new(columns.collect());
    for affected in in_order(answer).into_iter().take(MAX_ROWS) {
        table.rows.push(vec![
            Cell::Hours(affected.first_loss),
            Cell::Named(names.short(affected.node).to_owned(), names.id(affected.node).to_owned()),
            names.sector(affected.node).map_or(Cell::Empty, Cell::text),
            Cell::Level(affected.min_output),
            Cell::Text(loss::length(affected, answer.horizon).show(lang)),
            Cell::Text(loss::cause(&affected.cause, names)),
            Cell::Count(u64::from(affected.order)),
        ]);
    }
    table
}

/// Nodes by first loss, and of the same moment causes before what follows from them.
pub(super) fn in_order(answer: &WhatIf) -> Vec<&Affected> {
    let mut nodes: Vec<&Affected> = answer.nodes.iter().collect();
    nodes.sort_by_key(|affected| (affected.first_loss, affected.order, affected.node));
    nodes
}

pub(super) fn loops(document: &mut Document, answer: &WhatIf, names: &Names) {
    let lang = names.lang;
    let deadlocks = answer.restart_deadlocks.iter().map(|found| say::deadlock(lang, found.at, &names.names(&found.nodes)));
    let supported = answer.self_supported.iter().map(|found| say::self_supported(lang, found.at, &names.names(&found.nodes)));
    let mut items: Vec<String> = deadlocks.chain(supported).collect();
    if !answer.indeterminate.is_empty() {
        items.push(say::indeterminate(lang, answer.indeterminate.len() as u64, &names.names(&answer.indeterminate)));
    }
    if !items.is_empty() {
        document.heading(say::heading::loops(lang));
        document.list(items);
    }
}
