//! Certain verdicts as a document.

use super::basis::{self, Losses, Rests};
use super::document::{Cell, Column, Document, Table};
use super::language::{Lang, bounds as say, hours, number, percent, simulate as plain};
use super::names::Names;
use super::question::Question;
use super::simulate::{events, title};
use super::{loss, uncertainty};
use crate::analysis::bounds::{Bounds, Enclosed, Verdict};
use crate::network::{RangeColumn, Ranges};

/// A text shows so many rows; data formats show all.
const MAX_ROWS: usize = 150;

/// Certain verdicts as a document.
pub fn document(question: &Question, answer: &Bounds, ranges: &Ranges, lang: Lang) -> Document {
    let names = Names::new(&question.model.network, lang);
    let mut document = Document::new(say::title(lang, &title(question, &names)));
    document.list(events(question, &names));
    let [must, may, cannot] = [Verdict::Must, Verdict::May, Verdict::Cannot].map(|verdict| answer.count(verdict));
    document.paragraph(
        say::summary(lang, &condition(ranges, 0, lang), must, may, cannot, answer.horizon) + " " + &vital(question, answer, lang),
    );
    for (verdict, heading) in [(Verdict::Must, say::heading::must(lang)), (Verdict::May, say::heading::may(lang))] {
        let nodes: Vec<&Enclosed> = answer.nodes.iter().filter(|node| node.falls == verdict).collect();
        if !nodes.is_empty() {
            document.heading(heading);
            document.table(table(&nodes, &names));
            if nodes.len() > MAX_ROWS {
                document.paragraph(plain::more_rows(lang, (nodes.len() - MAX_ROWS) as u64));
            }
        }
    }
    document.paragraph(say::legend(lang));
    document.heading(say::heading::ranges(lang));
    document.list(taken(answer, ranges, lang));
    let causes = answer.nodes.iter().map(|enclosed| (enclosed.node, &enclosed.cause)).collect();
    basis::add(&mut document, question, &Rests::Losses(Losses::new(causes, [].iter()), None), lang);
    document
}

fn vital(question: &Question, answer: &Bounds, lang: Lang) -> String {
    let has_categories = question.model.network.has_categories();
    let count = |verdict: Verdict| {
        let nodes = answer.nodes.iter().filter(|node| node.falls == verdict);
        nodes.filter(|node| question.model.is_vital(node.node, has_categories)).count() as u64
    };
    let all = question.model.network.nodes().filter(|&node| question.model.is_vital(node, has_categories)).count() as u64;
    if all == 0 { String::new() } else { say::vital(lang, count(Verdict::Must), count(Verdict::May), all) }
}

pub(super) fn table(nodes: &[&Enclosed], names: &Names) -> Table {
    let lang = names.lang;
    let heads = say::heads(lang).into_iter().enumerate();
    let mut table = Table::new(heads.map(|(at, head)| Column { head: head.to_owned(), right: matches!(at, 1..=4) }).collect());
    for enclosed in nodes.iter().take(MAX_ROWS) {
        let (low, high) = enclosed.min_output;
        let (least, most) = enclosed.lost_h;
        table.rows.push(vec![
            Cell::Text(names.full(enclosed.node)),
            Cell::Text(say::between(lang, &hours(lang, enclosed.earliest), enclosed.latest.map(|at| hours(lang, at)).as_deref())),
            Cell::text(say::verdict(lang, enclosed.lost)),
            Cell::Text(uncertainty::span(&percent(lang, low), &percent(lang, high))),
            Cell::Text(uncertainty::span(&number(lang, least), &number(lang, most))),
            Cell::Text(loss::cause(&enclosed.cause, names)),
        ]);
    }
    table
}

/// The condition under which verdicts are certain: empty where no empty cell is taken to hold its default.
/// `cells`: how many empty cells stand behind the losses, of any column; said only where all of them are meant.
pub(super) fn condition(ranges: &Ranges, cells: u64, lang: Lang) -> String {
    let columns: Vec<&str> = ranges.list().filter(|(_, range)| range == "default").map(|(name, _)| name).collect();
    match columns.len() {
        0 => String::new(),
        all if all == RangeColumn::ALL.len() => say::condition(lang, &[], cells),
        _ => say::condition(lang, &columns, 0),
    }
}

/// What was assumed about cells that are not stated, and what standby costs.
pub(super) fn taken(answer: &Bounds, ranges: &Ranges, lang: Lang) -> Vec<String> {
    let named = |kind: &str| ranges.list().filter(|(_, range)| range == kind).map(|(name, _)| name).collect::<Vec<_>>().join(", ");
    let given: Vec<String> = ranges
        .list()
        .filter(|(_, range)| range.contains(".."))
        .map(|(name, range)| format!("{name} {}", range.replace("..", "–")))
        .collect();
    let mut items = vec![say::stated(lang).to_owned()];
    items.extend(Some(given.join(", ")).filter(|text| !text.is_empty()).map(|text| say::given(lang, &text)));
    items.extend(Some(named("default")).filter(|text| !text.is_empty()).map(|text| say::defaults(lang, &text)));
    items.extend(Some(named("widest")).filter(|text| !text.is_empty()).map(|text| say::widest(lang, &text)));
    if answer.bracketed_needs + answer.bracketed_black_starts > 0 {
        items.push(say::bracketed(lang, answer.bracketed_needs, answer.bracketed_black_starts));
    }
    items
}
