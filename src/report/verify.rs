//! A back-test as a document.

use super::basis::{self, Rests};
use super::document::{Cell, Column, Document, Table};
use super::language::{Lang, verify as say, word};
use super::names::Names;
use super::question::Question;
use crate::analysis::pattern::Pattern;
use crate::analysis::verify::{Incident, Score, Test, Verification};
use crate::units::Level;

/// A back-test as a document.
pub fn document(question: &Question, answer: &Verification, pattern: Option<&Pattern>, lang: Lang) -> Document {
    let network = question.model.network.meta().title.clone().unwrap_or_else(|| lang.pick("the network", "het netwerk").to_owned());
    let mut document = Document::new(say::title(lang, &network));
    if answer.incidents.is_empty() {
        document.paragraph(say::nothing_stated(lang));
        return document;
    }
    let model = &answer.total.model;
    document.paragraph(say::summary(lang, answer.incidents.len() as u64, &losses(model, lang), &controls(model, lang)));
    document.paragraph(say::verdict(lang, answer.failures().count() as u64));
    document.heading(say::heading::incidents(lang));
    document.table(incidents(answer, lang));
    document.heading(say::heading::total(lang));
    document.table(total(answer, lang));
    document.paragraph(say::caution(lang));
    add_differences(&mut document, question, answer, lang);
    if let Some(pattern) = pattern {
        add_pattern(&mut document, pattern, lang);
    }
    basis::add(&mut document, question, &Rests::All, lang);
    document
}

fn of(part: u64, whole: u64, lang: Lang) -> String {
    if whole == 0 { "-".to_owned() } else { lang.pick(format!("{part} of {whole}"), format!("{part} van {whole}")) }
}

fn losses(score: &Score, lang: Lang) -> String {
    of(score.hits, score.hits + score.misses, lang)
}

fn controls(score: &Score, lang: Lang) -> String {
    of(score.rightly_up, score.rightly_up + score.false_alarms, lang)
}

fn incidents(answer: &Verification, lang: Lang) -> Table {
    let heads = say::incident_heads(lang);
    let mut table = Table::new(
        heads.iter().enumerate().map(|(at, head)| if matches!(at, 1..=4) { Column::right(*head) } else { Column::left(*head) }).collect(),
    );
    for incident in answer.incidents.iter().filter(|incident| incident.not_reproducible.is_none()) {
        let scores = &incident.scores;
        table.rows.push(vec![
            Cell::text(incident.name.as_str()),
            Cell::Text(losses(&scores.model, lang)),
            Cell::Text(controls(&scores.model, lang)),
            Cell::Text(of(scores.onsets.0, scores.onsets.1, lang)),
            Cell::Text(of(scores.lengths.0, scores.lengths.1, lang)),
            Cell::Text(say::outcome(lang, incident.tests.iter().filter(|test| !test.is_met()).count() as u64)),
        ]);
    }
    table
}

fn total(answer: &Verification, lang: Lang) -> Table {
    let [first, rest @ ..] = say::total_heads(lang);
    let mut table = Table::new(std::iter::once(Column::left(first)).chain(rest.into_iter().map(Column::right)).collect());
    let scores = [&answer.total.model_any, &answer.total.region, &answer.total.reachable];
    for (guesser, score) in say::guessers(lang).into_iter().zip(scores) {
        let part = |part: Option<f64>| part.and_then(|part| Level::from_ppm((part * 1e6) as u32)).map_or(Cell::Empty, Cell::Level);
        table.rows.push(vec![
            Cell::text(guesser),
            part(score.recall()),
            part(score.precision()),
            part(score.specificity()),
            part(Some(score.balanced())),
        ]);
    }
    table
}

fn add_differences(document: &mut Document, question: &Question, answer: &Verification, lang: Lang) {
    let names = Names::new(&question.model.network, lang);
    let mut table = Table::new(say::difference_heads(lang).into_iter().map(Column::left).collect());
    let counting = answer.incidents.iter().filter(|incident| incident.not_reproducible.is_none());
    for incident in counting {
        table.rows.extend(incident.tests.iter().filter(|test| !test.is_met()).map(|test| difference(incident, test, question, &names)));
    }
    if !table.rows.is_empty() {
        document.heading(say::heading::differences(lang));
        document.table(table);
    }
    let beyond = answer
        .incidents
        .iter()
        .filter_map(|incident| incident.not_reproducible.as_ref().map(|reason| format!("{}: {reason}", incident.name)));
    let beyond: Vec<String> = beyond.collect();
    if !beyond.is_empty() {
        document.heading(say::heading::beyond(lang));
        document.list(beyond);
    }
}

fn difference(incident: &Incident, test: &Test, question: &Question, names: &Names) -> Vec<Cell> {
    let lang = names.lang;
    vec![
        Cell::text(incident.name.as_str()),
        Cell::Text(names.full_of_id(question.model.network.id(test.expected.node))),
        Cell::Text(say::expected(lang, &test.expected.state)),
        Cell::Text(say::got(lang, test.min_output, test.first_loss, test.below)),
        Cell::text(word::yes(lang, test.is_required())),
    ]
}

/// The pattern of single failures beside what is known of real cascades.
fn add_pattern(document: &mut Document, pattern: &Pattern, lang: Lang) {
    document.heading(say::heading::pattern(lang));
    document.paragraph(say::pattern(lang, pattern.failures, pattern.cascades, pattern.with_frequency));
    let [figure, here, known] = say::pattern_heads(lang);
    let mut table = Table::new(vec![Column::left(figure), Column::right(here), Column::left(known)]);
    let energy_and_telecom: f64 =
        pattern.started_by.iter().filter(|(sector, _)| say::is_energy_or_telecom(sector)).map(|(_, part)| part).sum();
    let part = |part: f64| Level::from_ppm((part.clamp(0.0, 1.0) * 1e6) as u32).map_or(Cell::Empty, Cell::Level);
    let cells = [
        part(energy_and_telecom),
        Cell::Number(pattern.consequences.0),
        Cell::Count(pattern.consequences.1),
        Cell::Number(pattern.depth.0),
        part(pattern.two_way),
    ];
    for ((figure, known), here) in say::pattern_rows(lang).into_iter().zip(cells) {
        table.rows.push(vec![Cell::text(figure), here, Cell::text(known)]);
    }
    document.table(table);
    document.paragraph(say::pattern_caution(lang));
}
