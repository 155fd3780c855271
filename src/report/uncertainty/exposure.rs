//! An exposure over samples as a document and as rows: chances of being short in place of moments, bands in place of counts.

use super::{add_status, chance_cell, hours_band, level_band, number_band};
use crate::analysis::exposure::{Acquisition, Exposure, Standing};
use crate::analysis::uncertainty::{SampledCounts, SampledExposure, SampledStanding, SampledVital};
use crate::network::NodeId;
use crate::outcome::Outcome;
use crate::report::basis::{self, Rests};
use crate::report::document::{Cell, Column, Document, Table};
use crate::report::exposure::{MAX_ROWS, Writer};
use crate::report::language::{Lang, exposure as plain, sampled_exposure as say, simulate};
use crate::report::question::Question;

/// What follows over samples, with what is in whose hands as it was found before.
pub fn document(question: &Question, found: &Exposure, outcome: &Outcome<SampledExposure>, lang: Lang) -> Document {
    let sampled = outcome.value();
    let writer = Writer::new(question, found.within, lang);
    let mut document = Document::new(plain::title(lang, &writer.subject(&found.subject)));
    writer.hold(&mut document, &found.subject, &found.standing);
    document.paragraph(say::method(lang, sampled.samples));
    add_status(&mut document, outcome, lang);
    withdrawal(&mut document, &writer, &found.standing, &sampled.standing);
    abuse(&mut document, &writer, &sampled.standing);
    writer.unknown(&mut document, &found.standing);
    if let Some((acquisition, after)) = found.acquisition.as_ref().zip(sampled.after.as_ref()) {
        bought(&mut document, &writer, acquisition, (sampled, after));
    }
    basis::add(&mut document, question, &Rests::All, lang);
    document
}

fn withdrawal(document: &mut Document, writer: &Writer, standing: &Standing, sampled: &SampledStanding) {
    let lang = writer.lang;
    document.heading(plain::heading::withdrawn(lang));
    let counts = &sampled.counts;
    let [affected, lost, processes] =
        [&counts.affected, &counts.lost, &counts.processes_lost].map(|figure| number_band(figure, lang).show(lang));
    document.paragraph(say::withdrawn(lang, standing.hold.nodes.len() as u64, writer.within, [&affected, &lost, &processes]));
    if !sampled.vital.is_empty() {
        document.table(vital(writer, &sampled.vital));
        document.paragraph(say::vital_legend(lang));
    }
}

fn vital(writer: &Writer, vital: &[SampledVital]) -> Table {
    let lang = writer.lang;
    let heads = say::vital_heads(lang).into_iter().enumerate();
    let mut table = Table::new(heads.map(|(at, head)| Column { head: head.to_owned(), right: at != 0 }).collect());
    for process in vital {
        let own = if process.is_own { Some(plain::own(lang)) } else { None };
        let name = writer.names.full(process.node);
        table.rows.push(vec![
            Cell::Text(own.map_or_else(|| name.clone(), |own| format!("{name}: {own}"))),
            chance_cell(process.p_short, lang),
            process.short_h.as_ref().map_or(Cell::Empty, |figure| hours_band(figure, lang)),
            chance_cell(process.p_lost, lang),
            level_band(&process.lowest, lang),
        ]);
    }
    table
}

fn abuse(document: &mut Document, writer: &Writer, sampled: &SampledStanding) {
    let lang = writer.lang;
    document.heading(plain::heading::abused(lang));
    let [nodes, vital] = [&sampled.counts.reached, &sampled.counts.vital_reached].map(|figure| number_band(figure, lang).show(lang));
    document.paragraph(say::abused(lang, writer.within, &nodes, &vital));
    let heads = say::reached_heads(lang).into_iter().enumerate();
    let mut table = Table::new(heads.map(|(at, head)| Column { head: head.to_owned(), right: at != 1 }).collect());
    for one in sampled.reached.iter().take(MAX_ROWS) {
        table.rows.push(vec![chance_cell(one.share, lang), Cell::Text(writer.names.full(one.node)), hours_band(&one.at_h, lang)]);
    }
    if !table.rows.is_empty() {
        document.table(table);
    }
    if sampled.reached.len() > MAX_ROWS {
        document.paragraph(simulate::more_rows(lang, (sampled.reached.len() - MAX_ROWS) as u64));
    }
}

fn bought(document: &mut Document, writer: &Writer, acquisition: &Acquisition, (sampled, after): (&SampledExposure, &SampledStanding)) {
    let lang = writer.lang;
    writer.sale_heading(document, acquisition);
    let [what, now, then, more] = say::comparison_heads(lang);
    let mut table = Table::new(vec![Column::left(what), Column::right(now), Column::right(then), Column::right(more)]);
    let figures = |counts: &SampledCounts| {
        [counts.affected, counts.lost, counts.processes_lost, counts.reached, counts.vital_reached].map(|figure| number_band(&figure, lang))
    };
    let more = sampled.more.unwrap_or_default();
    let rows = figures(&sampled.standing.counts).into_iter().zip(figures(&after.counts)).zip(figures(&more));
    // The first row of the plain comparison counts nodes, which are not drawn.
    for (label, ((now, then), more)) in plain::comparison(lang).into_iter().skip(1).zip(rows) {
        table.rows.push(vec![Cell::text(label), now, then, more]);
    }
    document.table(table);
    document.table(vital(writer, &after.vital));
    document.paragraph(say::measures_by_stance(lang));
    writer.instead(document, acquisition);
}

/// A row per vital process: as it stands, and after an acquisition once more.
pub fn csv(question: &Question, found: &Exposure, sampled: &SampledExposure) -> String {
    let heads = crate::report::csv::figure_heads;
    let head = format!("state,id,name,own,p_short,{},p_lost,{},p_reached,{}", heads("short_h"), heads("lowest"), heads("reached_h"));
    let mut rows = crate::report::csv::Rows::new(&head);
    add_rows(&mut rows, question, "now", &sampled.standing);
    if let Some(after) = sampled.after.as_ref().filter(|_| found.acquisition.is_some()) {
        add_rows(&mut rows, question, "after", after);
    }
    rows.text()
}

fn add_rows(rows: &mut crate::report::csv::Rows, question: &Question, state: &str, sampled: &SampledStanding) {
    use crate::report::csv::{figure_cells, word};
    let (model, network) = (question.model, &question.model.network);
    let has_categories = network.has_categories();
    let mut nodes: Vec<NodeId> = sampled.vital.iter().map(|process| process.node).collect();
    let reached = sampled.reached.iter().map(|one| one.node).filter(|&node| model.is_vital(node, has_categories));
    nodes.extend(reached.filter(|node| sampled.vital.iter().all(|process| process.node != *node)).collect::<Vec<_>>());
    for node in nodes {
        let process = sampled.vital.iter().find(|process| process.node == node);
        let one = sampled.reached.iter().find(|one| one.node == node);
        let mut line = vec![state.to_owned(), word(network.id(node)), word(network.name(node))];
        line.extend([
            process.is_some_and(|process| process.is_own).to_string(),
            process.map_or(0.0, |process| process.p_short).to_string(),
        ]);
        line.extend(figure_cells(process.and_then(|process| process.short_h.as_ref())));
        line.push(process.map_or(0.0, |process| process.p_lost).to_string());
        line.extend(figure_cells(process.map(|process| &process.lowest)));
        line.push(one.map_or(0.0, |one| one.share).to_string());
        line.extend(figure_cells(one.map(|one| &one.at_h)));
        rows.add(&line);
    }
}
