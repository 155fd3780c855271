//! A comparison as a document.

use super::basis::{self, Rests};
use super::document::{Cell, Column, Document, Table};
use super::language::{Lang, bounds, compare as say, number};
use super::names::Names;
use super::question::Question;
use crate::analysis::bounds::Verdict;
use crate::analysis::compare::{Comparison, CourseChange, Effect, Figure, Paired, RankChange, RankingChange, Total};
use crate::network::{Change, Unit};

/// So many rows of a table are shown.
const SHOWN: usize = 50;

/// What is compared, as the user named it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sides {
    /// The first.
    pub a: String,
    /// The second.
    pub b: String,
}

/// A comparison as a document, about the network of the second side.
pub fn document(question: &Question, answer: &Comparison, sides: &Sides, lang: Lang) -> Document {
    let names = Names::new(&question.model.network, lang);
    let mut document = Document::new(say::title(lang, &sides.a, &sides.b));
    document.paragraph(say::method(lang, answer.samples));
    if answer.changes.is_empty() {
        document.paragraph(say::same_data(lang));
    }
    document.list(summary(answer, lang));
    if let Some(course) = &answer.course {
        add_course(&mut document, course, &names);
    }
    if let Some(ranking) = &answer.ranking {
        add_ranking(&mut document, ranking, &names);
    }
    if !answer.changes.is_empty() {
        if answer.tried.1 > 0 {
            add_effects(&mut document, answer, lang);
        }
        document.heading(say::heading::changes(lang));
        cut(&mut document, changes(&answer.changes, lang), lang);
    }
    basis::add(&mut document, question, &Rests::All, lang);
    document
}

/// What a reader in a hurry needs: each total that moved, and hubs and single points that came and went.
fn summary(answer: &Comparison, lang: Lang) -> Vec<String> {
    let mut lines = Vec::new();
    if let Some(course) = &answer.course {
        lines.extend(course.totals.iter().map(|total| say::total(lang, total.name, total.before, total.after, &judged(total, lang))));
    }
    if let Some(ranking) = &answer.ranking {
        lines.push(say::came_and_went(lang, say::hubs(lang), &ranking.new_hubs, &ranking.gone_hubs));
        lines.push(say::came_and_went(lang, say::single_points(lang), &ranking.new_single_points, &ranking.gone_single_points));
        if !ranking.single_points_complete {
            lines.push(say::not_all_single_points(lang).to_owned());
        }
    }
    lines
}

/// What to make of a difference over samples.
fn judged(total: &Total, lang: Lang) -> String {
    total.paired.map_or_else(String::new, |paired| format!(" ({})", judgement(paired, lang)))
}

fn judgement(paired: Paired, lang: Lang) -> String {
    say::difference(lang, paired.mean, paired.se, paired.is_significant())
}

fn add_course(document: &mut Document, course: &CourseChange, names: &Names) {
    let lang = names.lang;
    if !course.nodes.is_empty() {
        document.heading(say::heading::losses(lang));
        let mut table = Table::new(vec![Column::left(say::node(lang)), hours_column(lang, "A"), hours_column(lang, "B")]);
        let hours = |value: Option<f64>| value.map_or(Cell::Empty, Cell::Number);
        table.rows.extend(course.nodes.iter().map(|node| vec![name(names, &node.id), hours(node.before), hours(node.after)]));
        cut(document, table, lang);
    }
    if !course.verdicts.is_empty() {
        document.heading(say::heading::verdicts(lang));
        let mut table = Table::new([say::node(lang), "A", "B"].map(Column::left).into());
        let word = |verdict: Option<Verdict>| verdict.map_or(Cell::Empty, |verdict| Cell::text(bounds::verdict(lang, verdict)));
        table.rows.extend(course.verdicts.iter().map(|node| vec![name(names, &node.id), word(node.before), word(node.after)]));
        cut(document, table, lang);
    }
    if !course.expectations.is_empty() {
        document.heading(say::heading::expectations(lang));
        document.list(course.expectations.iter().map(|met| say::met(lang, &names.full_of_id(&met.id), met.after)).collect());
    }
}

fn hours_column(lang: Lang, side: &str) -> Column {
    Column::right(say::lost_hours(lang, side))
}

fn name(names: &Names, id: &str) -> Cell {
    Cell::text(names.full_of_id(id))
}

fn add_ranking(document: &mut Document, ranking: &RankingChange, names: &Names) {
    if ranking.rows.is_empty() {
        return;
    }
    let lang = names.lang;
    document.heading(say::heading::ranking(lang));
    let heads = say::rank_heads(lang).into_iter().enumerate();
    let mut table = Table::new(heads.map(|(at, head)| Column { head: head.to_owned(), right: matches!(at, 1..=4) }).collect());
    table.rows.extend(ranking.rows.iter().map(|row| rank_cells(row, names)));
    let is_drawn = ranking.rows.iter().any(|row| row.paired.is_some());
    if !is_drawn {
        table.columns.pop();
        table.rows.iter_mut().for_each(|row| drop(row.pop()));
    }
    cut(document, table, lang);
}

fn rank_cells(row: &RankChange, names: &Names) -> Vec<Cell> {
    let rank = |side: Option<(u64, Option<f64>)>| side.map_or(Cell::Empty, |(rank, _)| Cell::Count(rank));
    let score = |side: Option<(u64, Option<f64>)>| side.and_then(|(_, score)| score).map_or(Cell::Empty, Cell::Number);
    let paired = row.paired.map_or(Cell::Empty, |paired| Cell::text(judgement(paired, names.lang)));
    vec![name(names, &row.id), rank(row.before), rank(row.after), score(row.before), score(row.after), paired]
}

fn add_effects(document: &mut Document, answer: &Comparison, lang: Lang) {
    document.heading(say::heading::effects(lang));
    let (tried, of) = answer.tried;
    document.paragraph(say::tried(lang, tried, of, answer.effects.len() as u64));
    // Only figures that differ, or that some change moves, are worth a column.
    let moves = |at: usize| {
        let moved = |values: &Option<Vec<f64>>| values.as_ref().is_some_and(|values| values[at].abs() > 1e-9);
        answer.effects.iter().any(|effect| moved(&effect.alone) || moved(&effect.last))
    };
    let shown: Vec<(usize, &Figure)> = answer.figures.iter().enumerate().filter(|(at, _)| moves(*at)).collect();
    let mut columns = vec![Column::left(say::change(lang))];
    columns.extend(shown.iter().flat_map(|(_, figure)| say::effect_heads(lang, figure.name).map(Column::right)));
    let mut table = Table::new(columns);
    table.rows.extend(answer.effects.iter().map(|effect| effect_cells(effect, &shown, lang)));
    cut(document, table, lang);
    if !answer.effects.is_empty() {
        document.paragraph(say::effects_legend(lang));
    }
}

fn effect_cells(effect: &Effect, shown: &[(usize, &Figure)], lang: Lang) -> Vec<Cell> {
    let value = |values: &Option<Vec<f64>>, at: usize| values.as_ref().map_or(Cell::Empty, |values| Cell::text(signed(lang, values[at])));
    let mut cells = vec![Cell::text(unit(&effect.unit, lang))];
    cells.extend(shown.iter().flat_map(|(at, _)| [value(&effect.alone, *at), value(&effect.last, *at)]));
    cells
}

/// A difference with its sign.
fn signed(lang: Lang, value: f64) -> String {
    if value > 0.0 { format!("+{}", number(lang, value)) } else { number(lang, value) }
}

/// A unit of change in words.
fn unit(unit: &Unit, lang: Lang) -> String {
    match unit {
        Unit::Need { dependent, need } => say::need(lang, dependent, need),
        Unit::Node(id) => say::node_row(lang, id),
        Unit::Company(id) => say::company(lang, id),
        Unit::Consequences => say::consequences(lang).to_owned(),
    }
}

fn changes(changes: &[Change], lang: Lang) -> Table {
    let mut table = Table::new(say::change_heads(lang).map(Column::left).into());
    for change in changes {
        let row = |cells: [&str; 3]| {
            let [column, before, after] = cells.map(Cell::text);
            vec![Cell::text(say::fate(lang, change.fate)), Cell::text(key(change)), column, before, after]
        };
        if change.cells.is_empty() {
            table.rows.push(row(["", "", ""]));
        }
        table.rows.extend(change.cells.iter().map(|cell| row([&cell.column, &cell.before, &cell.after])));
    }
    table
}

/// What names a row: `TEL, power ← GRID`, an id, or `FUND → GRID-BV`.
fn key(change: &Change) -> String {
    match change.key.as_slice() {
        [dependent, need, provider] if need == provider => format!("{dependent} ← {provider}"),
        [dependent, need, provider] => format!("{dependent}, {need} ← {provider}"),
        [holder, company] => format!("{holder} → {company}"),
        key => key.join(", "),
    }
}

/// Adds a table with at most [`SHOWN`] rows, and says how many more there are.
fn cut(document: &mut Document, mut table: Table, lang: Lang) {
    let more = table.rows.len().saturating_sub(SHOWN);
    table.rows.truncate(SHOWN);
    document.table(table);
    if more > 0 {
        document.paragraph(say::more(lang, more as u64));
    }
}
