//! The ICT behind vital processes, as a document and as rows.

use super::basis::{self, Rests};
use super::csv::{Rows, word};
use super::document::{Cell, Column, Document, Table};
use super::language::{Lang, cyber_map as say, simulate};
use super::names::Names;
use super::question::Question;
use crate::analysis::cyber_map::{CyberMap, Needing, Provider};
use crate::network::{NameId, NodeId};

/// A text shows so many providers; data formats show all.
const MAX_ROWS: usize = 60;

/// How many providers lie under each country; one that stands in one country and is owned from another lies under both. Most first, those
/// of which nothing is stated last.
pub(super) fn jurisdictions<'a>(providers: impl Iterator<Item = &'a Provider>) -> Vec<(Option<&'a str>, u64)> {
    let mut countries: Vec<Option<&str>> = Vec::new();
    for provider in providers {
        let found = provider.jurisdictions();
        countries.extend(found.iter().map(|country| Some(*country)));
        countries.extend(found.is_empty().then_some(None));
    }
    countries.sort_unstable();
    let mut counted: Vec<(Option<&str>, u64)> = countries.chunk_by(|a, b| a == b).map(|alike| (alike[0], alike.len() as u64)).collect();
    counted.sort_by_key(|&(country, number)| (country.is_none(), std::cmp::Reverse(number), country));
    counted
}

/// The map as a document.
pub fn document(question: &Question, map: &CyberMap, lang: Lang) -> Document {
    let names = Names::new(&question.model.network, lang);
    let mut document = Document::new(say::title(lang));
    let shared = map.providers.iter().filter(|provider| provider.needed_by.len() > 1).count() as u64;
    document.paragraph(say::summary(lang, map.processes.len() as u64, map.providers.len() as u64, shared, map.within));
    document.heading(say::heading_providers(lang));
    document.table(providers(question, map, &names));
    if map.providers.len() > MAX_ROWS {
        document.paragraph(simulate::more_rows(lang, (map.providers.len() - MAX_ROWS) as u64));
    }
    document.heading(say::heading_processes(lang));
    document.table(processes(map, &names));
    document.paragraph(say::legend(lang));
    basis::add(&mut document, question, &Rests::All, lang);
    document
}

fn providers(question: &Question, map: &CyberMap, names: &Names) -> Table {
    let [what, operator, country, owner, needed, direct, short] = say::provider_heads(names.lang);
    let mut table = Table::new(vec![
        Column::left(what),
        Column::left(operator),
        Column::left(country),
        Column::left(owner),
        Column::right(needed),
        Column::right(direct),
        Column::right(short),
    ]);
    let network = &question.model.network;
    let text = |text: Option<&str>| text.map_or(Cell::Empty, Cell::text);
    for provider in map.providers.iter().take(MAX_ROWS) {
        let behind = provider.behind.as_deref().map(|head| match &provider.ultimate_country {
            Some(country) => format!("{head} ({country})"),
            None => head.to_owned(),
        });
        table.rows.push(vec![
            Cell::Text(names.full(provider.node)),
            text(network.node(provider.node).operator.map(|operator| network.text(operator))),
            text(provider.country.as_deref()),
            text(behind.as_deref()),
            Cell::Count(provider.needed_by.len() as u64),
            Cell::Count(provider.needed_by.iter().filter(|needing| needing.steps == 1).count() as u64),
            Cell::Count(provider.makes_short() as u64),
        ]);
    }
    table
}

fn processes(map: &CyberMap, names: &Names) -> Table {
    let [process, needs, direct, short, countries] = say::process_heads(names.lang);
    let mut table =
        Table::new(vec![Column::left(process), Column::right(needs), Column::right(direct), Column::right(short), Column::left(countries)]);
    for &process in &map.processes {
        let needs: Vec<(&Provider, &Needing)> = needs_of(map, process).collect();
        let number = |keep: &dyn Fn(&Needing) -> bool| needs.iter().filter(|(_, needing)| keep(needing)).count() as u64;
        let countries = jurisdictions(needs.iter().map(|(provider, _)| *provider));
        let countries: Vec<String> =
            countries.into_iter().map(|(country, number)| say::jurisdiction(names.lang, country, number)).collect();
        table.rows.push(vec![
            Cell::Text(names.full(process)),
            Cell::Count(needs.len() as u64),
            Cell::Count(number(&|needing| needing.steps == 1)),
            Cell::Count(number(&|needing| needing.short)),
            Cell::Text(countries.join(", ")),
        ]);
    }
    table
}

fn needs_of(map: &CyberMap, process: NodeId) -> impl Iterator<Item = (&Provider, &Needing)> {
    let pairs = map.providers.iter().flat_map(|provider| provider.needed_by.iter().map(move |needing| (provider, needing)));
    pairs.filter(move |(_, needing)| needing.process == process)
}

/// A row per process and provider.
pub fn csv(question: &Question, map: &CyberMap) -> String {
    let network = &question.model.network;
    let mut rows = Rows::new("process,provider,name,product,operator,country,behind,ultimate_country,steps,short");
    for &process in &map.processes {
        for (provider, needing) in needs_of(map, process) {
            let detail = network.node(provider.node);
            let text = |name: Option<NameId>| word(name.map_or("", |name| network.text(name)));
            let maybe = |text: &Option<String>| word(text.as_deref().unwrap_or(""));
            rows.add(&[
                word(network.id(process)),
                word(network.id(provider.node)),
                word(network.name(provider.node)),
                text(detail.product),
                text(detail.operator),
                maybe(&provider.country),
                maybe(&provider.behind),
                maybe(&provider.ultimate_country),
                needing.steps.to_string(),
                needing.short.to_string(),
            ]);
        }
    }
    rows.text()
}
