//! What decides, as a document: the questions to ask first, and to whom.

mod asked;
mod certificate;
mod sampled;

pub(super) use asked::{Asked, basis as basis_word};

use super::basis::{self, Rests};
use super::document::{Cell, Column, Document, Table};
use super::language::{Lang, hours, number, percent, sensitivity as say};
use super::names::Names;
use super::question::Question;
use super::simulate::{events, title};
use crate::analysis::sensitivity::{Effect, Figure, Position, Prior, Sensitivity, Subject, Wanted};
use crate::network::CellPlace;
use crate::outcome::Outcome;
use crate::units::{HOUR_MS, Level, Time};

/// What decides a figure, as a document with so many questions.
pub fn document(question: &Question, outcome: &Outcome<Sensitivity>, top: usize, lang: Lang) -> Document {
    let answer = outcome.value();
    let names = Names::new(&question.model.network, lang);
    let mut document = Document::new(say::title(lang, &title(question, &names)));
    document.list(events(question, &names));
    if let Outcome::Truncated { done, of, .. } = outcome {
        document.paragraph(say::truncated(lang, *done, *of));
    }
    let moving = moving(answer).count();
    document.paragraph(summary(answer, moving as u64, &names));
    if moving > 0 {
        document.heading(say::heading::decisive(lang));
        document.table(table(answer, top, &names, question));
        document.paragraph(say::legend(lang));
        if moving > top {
            document.paragraph(say::more(lang, (moving - top) as u64));
        }
    }
    if let Some(sampled) = &answer.sampled {
        sampled::add(&mut document, question, sampled, &answer.wanted, top, &names);
    }
    if let Some(certificate) = &answer.certificate {
        certificate::add(&mut document, question, certificate, &names);
    }
    basis::add(&mut document, question, &Rests::All, lang);
    document
}

/// The questions that change the answer by themselves.
pub(super) fn moving(answer: &Sensitivity) -> impl Iterator<Item = &Effect> {
    answer.decisive.effects.iter().filter(|effect| effect.swing() > 0.0)
}

pub(super) fn summary(answer: &Sensitivity, moving: u64, names: &Names) -> String {
    let figure = figure_name(&answer.wanted, names);
    let central = figure_text(answer.decisive.central, answer.wanted.figure, names.lang);
    say::summary(names.lang, &figure, &central, answer.horizon, answer.decisive.in_question, answer.rows, moving)
}

/// The figure in words.
pub(super) fn figure_name(wanted: &Wanted, names: &Names) -> String {
    say::figure(names.lang, wanted.figure, wanted.node.map(|node| names.full(node)).as_deref())
}

/// A value of the figure in words.
pub(super) fn figure_text(value: f64, figure: Figure, lang: Lang) -> String {
    match figure {
        Figure::MinOutput => level(value, lang),
        Figure::FirstLoss => hours(lang, time(value)),
        _ => number(lang, value),
    }
}

fn level(value: f64, lang: Lang) -> String {
    percent(lang, Level::from_ppm(libm::round(value.clamp(0.0, 1.0) * 1e6) as u32).unwrap_or(Level::ONE))
}

fn time(in_hours: f64) -> Time {
    Time::from_ms(libm::round(in_hours * HOUR_MS as f64) as i64).unwrap_or(Time::MAX)
}

pub(super) fn table(answer: &Sensitivity, top: usize, names: &Names, question: &Question) -> Table {
    let lang = names.lang;
    let heads = say::heads(lang, say::figure_head(lang, answer.wanted.figure)).into_iter().enumerate();
    let mut table = Table::new(heads.map(|(at, head)| Column { head: head.to_owned(), right: matches!(at, 0 | 4) }).collect());
    let figure = |value: f64| figure_text(value, answer.wanted.figure, lang);
    for (rank, effect) in moving(answer).take(top).enumerate() {
        let asked = Asked::new(&question.model.network, effect.question);
        table.rows.push(vec![
            Cell::Count(rank as u64 + 1),
            Cell::Text(wording(&asked, names)),
            Cell::Text(may_be(&asked, lang)),
            Cell::Text(say::from_to(&figure(effect.at_low), &figure(effect.at_high))),
            Cell::Text(figure(effect.expected)),
            Cell::Text(asked.party().text()),
        ]);
    }
    table
}

/// What a cell may hold, from low to high, and what it says now.
fn may_be(asked: &Asked, lang: Lang) -> String {
    let stated = say::stated(lang, asked.question.basis, &asked.present());
    format!("{} ({stated})", range(asked, lang))
}

fn range(asked: &Asked, lang: Lang) -> String {
    let prior = asked.question.prior;
    match prior {
        Prior::Event(_) => say::no_or_yes(lang).to_owned(),
        Prior::Number(_) => {
            let [low, high] = [Position::Low, Position::High].map(|position| prior.number(position));
            let show = |value| if asked.column().ends_with("_h") { hours(lang, time(value)) } else { level(value, lang) };
            say::from_to(&show(low), &show(high))
        }
    }
}

/// The question in words.
pub(super) fn wording(asked: &Asked, names: &Names) -> String {
    let lang = names.lang;
    let event = |number: usize| number as u64 + 1;
    match asked.question.subject {
        Subject::Duration(at) => say::ask::duration(lang, event(at)),
        Subject::Level(at) => say::ask::level(lang, event(at)),
        Subject::Happens(at) => say::ask::happens(lang, event(at)),
        Subject::Cell(cell) => {
            let node = asked.node().map(|node| names.full(node)).unwrap_or_default();
            let provider = asked.provider().map(|node| names.full(node)).unwrap_or_default();
            let need = asked.need().map(|need| names.need_or_provider(need)).unwrap_or_default();
            let is_standby = matches!(cell.place, CellPlace::Row(_));
            say::ask::cell(lang, cell.column, &node, need, &provider, is_standby)
        }
    }
}
