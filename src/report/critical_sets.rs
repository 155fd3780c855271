//! Critical sets as a document.

use super::basis::{self, Rests};
use super::document::{Cell, Column, Document, Table};
use super::language::{Lang, critical_sets as say, list, word};
use super::names::Names;
use super::question::Question;
use super::simulate::events;
use crate::analysis::critical_sets::{CriticalSets, SetRow};
use crate::analysis::ranking::Criterion;
use crate::outcome::{Outcome, Stop};
use crate::units::Time;

/// What was asked.
#[derive(Debug, Clone, Copy)]
pub struct Asked {
    /// How many items a set has.
    pub size: usize,
    /// How long was looked.
    pub within: Time,
    /// How many rows are wanted.
    pub top: usize,
}

/// Critical sets as a document.
pub fn document(question: &Question, outcome: &Outcome<CriticalSets>, asked: &Asked, lang: Lang) -> Document {
    let answer = outcome.value();
    let names = Names::new(&question.model.network, lang);
    let of_events = !question.events.is_empty();
    let mut document = Document::new(say::title(lang, asked.size, of_events));
    document.list(events(question, &names));
    let criterion = word::criterion(lang, &question.model.network, answer.criterion);
    let has_sets = answer.items >= asked.size as u64;
    document.paragraph(if has_sets {
        say::method(lang, answer.items, asked.size, asked.within, criterion, of_events, matches!(outcome, Outcome::Complete(_)))
    } else {
        say::too_few(lang, answer.items, asked.size, of_events)
    });
    if question.events.iter().any(|event| !event.action.happens_by_itself()) {
        document.paragraph(say::held(lang));
    }
    match outcome {
        Outcome::Truncated { reason: Stop::Budget, done, .. } => {
            document.paragraph(say::beyond_budget(lang, *done));
            document.paragraph(bound(answer, lang));
        }
        Outcome::Truncated { done, .. } => document.paragraph(say::interrupted(lang, *done)),
        Outcome::Complete(answer) => document.paragraph(settled(answer, lang)),
    }
    if has_sets {
        document.table(table(answer, asked, &names, of_events));
        document.paragraph(say::legend(lang));
    }
    basis::add(&mut document, question, &Rests::All, lang);
    document
}

/// How bad a set can be at most, beside the worst that was found.
fn bound(answer: &CriticalSets, lang: Lang) -> String {
    let worst = answer.rows.first().and_then(|set| set.row.score);
    answer.at_most.zip(worst).map_or_else(String::new, |(at_most, worst)| say::bound(lang, worst, at_most))
}

/// How many sets did not have to be followed.
fn settled(answer: &CriticalSets, lang: Lang) -> String {
    match answer.sets {
        Some(sets) if sets > answer.followed => say::settled(lang, sets, answer.followed),
        _ => String::new(),
    }
}

fn table(answer: &CriticalSets, asked: &Asked, names: &Names, of_events: bool) -> Table {
    let heads = say::heads(names.lang).into_iter().enumerate();
    let mut table = Table::new(heads.map(|(at, head)| Column { head: head.to_owned(), right: at != 1 }).collect());
    table.rows.extend(answer.rows.iter().take(asked.top).map(|row| cells(row, answer.criterion, names, of_events)));
    table
}

fn cells(set: &SetRow, criterion: Criterion, names: &Names, of_events: bool) -> Vec<Cell> {
    let lang = names.lang;
    let items: Vec<String> = set.ids.iter().map(|id| if of_events { say::event(lang, id) } else { names.full_of_id(id) }).collect();
    let number = |value: Option<f64>| value.map_or(Cell::Empty, Cell::Number);
    let score = match (criterion, set.row.first_vital_loss) {
        (Criterion::FirstVitalLoss, at) => Cell::hours(at),
        _ => number(set.row.score),
    };
    vec![
        Cell::Count(set.row.rank),
        Cell::Text(list(lang, &items, usize::MAX)),
        score,
        number(set.sum),
        number(set.excess),
        Cell::Count(set.row.processes_lost),
        Cell::Count(set.row.affected),
        Cell::Number(set.row.lost_h),
    ]
}
