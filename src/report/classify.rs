//! A classification as a document.

use super::basis::{self, Rests};
use super::document::{Cell, Column, Document, Table};
use super::language::{Lang, amount, classify as say, hours, impact, list};
use super::names::Names;
use super::question::Question;
use crate::analysis::classify::{Agreement, Classification, Classified, Weighed};
use crate::network::{Category, Criteria, CriterionId, Network};
use crate::outcome::Outcome;
use crate::units::Time;

/// So many signs of a name and its id are shown beside a verdict.
pub(super) const NAME: usize = 44;

/// What was asked, as the user put it.
#[derive(Debug, Clone, PartialEq)]
pub struct Asked {
    /// How many criteria must reach a class.
    pub at_least: usize,
    /// How many nodes that are not vital are shown.
    pub top: usize,
    /// Whether the user named nodes: then all of them are shown.
    pub named: bool,
}

/// A classification as a document.
pub fn document(question: &Question, outcome: &Outcome<Classification>, asked: &Asked, lang: Lang) -> Document {
    let answer = outcome.value();
    let network = &question.model.network;
    let names = Names::new(network, lang);
    let scheme = &network.criteria().scheme(answer.scheme).name;
    let mut document = Document::new(say::title(lang, scheme));
    let with_parts = answer.rows.iter().any(|row| !row.parts.is_empty());
    document.paragraph(say::method(lang, answer.rows.len() as u64, answer.within, asked.at_least as u64, with_parts));
    if let Outcome::Truncated { done, of, .. } = outcome {
        document.paragraph(say::interrupted(lang, *done, *of));
    }
    let own: Vec<&Classified> = answer.rows.iter().filter(|row| row.vital || asked.named).collect();
    let others: Vec<&Classified> = answer.rows.iter().filter(|row| !row.vital && !asked.named && row.class.is_some()).collect();
    if has_limits(answer) {
        document.heading(say::heading::vital(lang));
        document.list(summary(network.criteria(), answer, &own, lang));
        document.table(verdicts(&own, answer, &names));
        document.paragraph(say::legend(lang));
        if !others.is_empty() {
            document.heading(say::heading::others(lang));
            document.table(verdicts(&others[..others.len().min(asked.top)], answer, &names));
            let more = others.len().saturating_sub(asked.top);
            document.paragraph(if more > 0 { say::more(lang, more as u64) } else { String::new() });
        }
    } else {
        document.list(unknown(network.criteria(), &answer.not_estimated, lang).into_iter().collect());
    }
    figures(&mut document, &own, answer, &names);
    basis::add(&mut document, question, &Rests::All, lang);
    document
}

/// Whether any criterion that was measured has limits.
fn has_limits(answer: &Classification) -> bool {
    answer.rows.iter().flat_map(|row| &row.criteria).any(|weighed| weighed.verdict.is_some())
}

/// The criteria of which nothing is known.
pub(super) fn unknown(criteria: &Criteria, not_estimated: &[CriterionId], lang: Lang) -> Option<String> {
    let names: Vec<&str> = not_estimated.iter().map(|&id| criteria.get(id).name.as_str()).collect();
    (!names.is_empty()).then(|| say::not_estimated(lang, &list(lang, &names, 12)))
}

/// How verdicts stand to what is stated, in numbers, and what was not looked at.
fn summary(criteria: &Criteria, answer: &Classification, own: &[&Classified], lang: Lang) -> Vec<String> {
    let count = |wanted: Agreement| own.iter().filter(|row| Agreement::of(criteria, answer, row) == wanted).count() as u64;
    let all = [Agreement::Agrees, Agreement::Graver, Agreement::Milder, Agreement::WouldNotQualify];
    let (measured, left_out) = (answer.measured.len() as u64, answer.not_estimated.len() as u64);
    let mut items = vec![headline(own.len() as u64, all.map(count), [measured, left_out], lang)];
    items.extend(unknown(criteria, &answer.not_estimated, lang));
    if own.iter().any(|row| !row.verified) {
        items.push(impact::unverified(lang).to_owned());
    }
    items
}

/// How verdicts stand to what is stated; and, where not every criterion is estimated, how many are.
pub(super) fn headline(of: u64, counts: [u64; 4], [measured, left_out]: [u64; 2], lang: Lang) -> String {
    let counts = say::counts(lang, of, counts);
    if left_out == 0 { counts } else { format!("{counts} {}", say::estimated(lang, measured, measured + left_out)) }
}

fn verdicts(rows: &[&Classified], answer: &Classification, names: &Names) -> Table {
    let lang = names.lang;
    let mut table = Table::new(say::heads(lang).map(Column::left).into());
    for row in rows {
        table.rows.push(verdict(row, answer, names));
    }
    table
}

fn verdict(row: &Classified, answer: &Classification, names: &Names) -> Vec<Cell> {
    let (lang, criteria) = (names.lang, names.network().criteria());
    let class = |class: Option<u32>| class.map_or_else(|| "-".to_owned(), |class| criteria.class(answer.scheme, class).to_owned());
    let stated = row.stated.map_or("-", |category| if category == Category::A { "A" } else { "B" });
    let found = if row.verified { class(row.class) } else { format!("{} ?", class(row.class)) };
    let by = match row.class {
        Some(_) => decided(row, criteria, lang),
        None => nearest(row, answer, criteria, lang),
    };
    let moves: Vec<String> = row
        .by_horizon
        .iter()
        .filter(|(_, found)| *found != row.class)
        .map(|&(at, found)| format!("{} {}", hours(lang, at), class(found)))
        .collect();
    let times = if moves.is_empty() { say::same(lang).to_owned() } else { moves.join(", ") };
    let limits = match (row.limits_halved == row.class, row.limits_doubled == row.class) {
        (true, true) => say::same(lang).to_owned(),
        _ => format!("{}, {}", class(row.limits_halved), class(row.limits_doubled)),
    };
    vec![
        Cell::Text(names.fitting(row.node, NAME)),
        Cell::text(stated),
        Cell::Text(found),
        Cell::Text(by),
        Cell::Text(times),
        Cell::Text(limits),
    ]
}

/// Which criteria decided, and how far they are over their limit.
fn decided(row: &Classified, criteria: &Criteria, lang: Lang) -> String {
    let one = |id: &CriterionId| {
        let weighed = row.criteria.iter().find(|weighed| weighed.measured.criterion == *id);
        let over = weighed.and_then(|weighed| weighed.verdict.as_ref()?.reached?.over);
        say::over(lang, &criteria.get(*id).name, over.map(|over| amount(lang, over)).as_deref())
    };
    row.decided.iter().map(one).collect::<Vec<_>>().join(", ")
}

/// The criterion that comes nearest to a limit.
fn nearest<'c>(row: &'c Classified, answer: &Classification, criteria: &Criteria, lang: Lang) -> String {
    let near = |weighed: &'c Weighed| {
        let next = weighed.verdict.as_ref()?.next?;
        Some((weighed, next.limit, next.over?))
    };
    let nearest = row.criteria.iter().filter_map(near).max_by(|a, b| a.2.total_cmp(&b.2));
    let Some((weighed, limit, over)) = nearest else { return String::new() };
    if over <= 0.0 {
        return say::nothing(lang).to_owned();
    }
    say::near(lang, &criteria.get(weighed.measured.criterion).name, &amount(lang, over), criteria.class(answer.scheme, limit.class))
}

/// How much of every criterion, node by node.
fn figures(document: &mut Document, rows: &[&Classified], answer: &Classification, names: &Names) {
    let lang = names.lang;
    if answer.measured.is_empty() {
        return;
    }
    let heads = answer.measured.iter().map(|&id| Column::right(head(names.network(), id, lang)));
    let mut table = Table::new(std::iter::once(Column::left(say::node(lang))).chain(heads).collect());
    for row in rows {
        let figure = |id: &CriterionId| {
            let weighed = row.criteria.iter().find(|weighed| weighed.measured.criterion == *id);
            weighed.map_or(Cell::Empty, |weighed| Cell::Text(amount(lang, weighed.measured.amount.value())))
        };
        table.rows.push(std::iter::once(Cell::Text(names.full(row.node))).chain(answer.measured.iter().map(figure)).collect());
    }
    document.heading(say::heading::figures(lang));
    document.table(table);
    if !has_limits(answer) {
        document.paragraph(say::no_limits(lang));
    }
}

fn head(network: &Network, id: CriterionId, lang: Lang) -> String {
    let criterion = network.criteria().get(id);
    let duration = criterion.durations().first().copied().filter(|duration| *duration > Time::ZERO);
    impact::how_much(
        lang,
        &criterion.name,
        criterion.unit.as_deref().map(|unit| format!("({unit})")).as_deref(),
        criterion.gauge(),
        duration,
    )
}
