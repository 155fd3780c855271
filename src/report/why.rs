//! An explanation as a document: a tree of causes, and what would have helped.

use super::basis::{self, Losses, Rests};
use super::compromise::path;
use super::document::{Block, Branch, Cell, Column, Document, Table};
use super::language::why::{self as say, Buffer};
use super::language::{Lang, compromise, word};
use super::names::Names;
use super::question::Question;
use super::{loss, simulate};
use crate::analysis::what_if::LossCause;
use crate::analysis::why::{Link, Measure, Why};
use crate::units::Time;

/// So many causes of one node are drawn.
const MAX_LINKS: usize = 200;
/// So many measures are shown.
const MAX_MEASURES: usize = 12;

/// Explanations as a document.
pub fn document(question: &Question, answers: &[Why], horizon: Time, lang: Lang) -> Document {
    let names = Names::new(&question.model.network, lang);
    let mut document = Document::new(say::title(lang, &simulate::title(question, &names)));
    document.list(simulate::events(question, &names));
    for answer in answers {
        add(&mut document, answer, horizon, &names);
    }
    basis::add(&mut document, question, &Rests::Losses(losses(answers), None), lang);
    document
}

/// Everything in the chains, each once.
pub(super) fn losses(answers: &[Why]) -> Losses<'_> {
    let links = || answers.iter().flat_map(|answer| &answer.links).filter(|link| !link.seen_above);
    let mut losses: Vec<_> = links().map(|link| (link.node, &link.cause)).collect();
    losses.sort_by_key(|(node, _)| *node);
    losses.dedup();
    Losses::new(losses, links().filter_map(|link| link.compromise.as_ref()))
}

fn add(document: &mut Document, answer: &Why, horizon: Time, names: &Names) {
    let lang = names.lang;
    let name = names.full(answer.node);
    document.heading(name.as_str());
    let Some(affected) = &answer.outcome else {
        document.paragraph(say::kept_working(lang, &name, horizon));
        return;
    };
    let length = loss::length(affected, horizon).words(lang);
    document.paragraph(say::fell(lang, affected.first_loss, affected.min_output, &length, affected.order));
    document.blocks.push(Block::Tree(answer.links.iter().take(MAX_LINKS).map(|link| branch(link, names)).collect()));
    if answer.links.len() > MAX_LINKS {
        document.paragraph(say::more_links(lang, answer.links.len() - MAX_LINKS));
    }
    document.heading(say::prevention_heading(lang));
    if answer.preventions.is_empty() {
        document.paragraph(say::nothing_helps(lang));
    }
    document.table(preventions(answer, names));
}

fn branch(link: &Link, names: &Names) -> Branch {
    let lang = names.lang;
    let loss = say::loss(lang, link.at, &names.full(link.node), link.output);
    let why = match &link.cause {
        LossCause::Hazard { event } => say::hit(lang, event + 1),
        LossCause::Detected => compromise::detected(lang).to_owned(),
        LossCause::Need { need, short_since, buffer_ended, .. } => {
            let buffer = match buffer_ended.and_then(|ended| Time::from_ms(ended.ms() - short_since.ms())) {
                None => Buffer::None,
                Some(Time::ZERO) => Buffer::Empty,
                Some(span) => Buffer::Held(span),
            };
            say::reason(lang, names.need_or_provider(*need), Some(*short_since).filter(|since| *since < link.at), buffer)
        }
    };
    let above = if link.seen_above { say::seen_above(lang) } else { "" };
    let how = link.compromise.as_ref().map(|one| compromise::how(lang, one.at, &path(one, names))).unwrap_or_default();
    let text = format!("{loss}, {why}{how}{above}");
    Branch { depth: link.depth, text }
}

fn preventions(answer: &Why, names: &Names) -> Table {
    let lang = names.lang;
    let [measure, prevented, lost] = say::prevention_heads(lang);
    let mut table = Table::new(vec![Column::left(measure), Column::left(prevented), Column::right(lost)]);
    for prevention in answer.preventions.iter().take(MAX_MEASURES) {
        table.rows.push(vec![
            Cell::Text(self::measure(prevention.measure, names)),
            Cell::text(word::yes(lang, prevention.prevented)),
            Cell::Number(prevention.lost_h),
        ]);
    }
    table
}

fn measure(measure: Measure, names: &Names) -> String {
    let lang = names.lang;
    match measure {
        Measure::WithoutEvent(event) => say::without_event(lang, event + 1),
        Measure::LongerBuffer(need, length) => say::longer_buffer(lang, names.need_or_provider(need), &names.dependent(need), length),
        Measure::SecondProvider(need) => say::second_provider(lang, names.need_or_provider(need), &names.dependent(need)),
        Measure::GuardedAccess(row) => compromise::guarded(lang, &names.provider(row), &names.reached(row)),
    }
}
