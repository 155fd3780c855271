//! What losses mean, as sections of a document: amounts with their classes, and the gravest class of each interest.

use super::document::{Cell, Column, Document, Table};
use super::language::{Lang, amount, impact as say, percent, uncertainty as bands};
use crate::analysis::impact::{Bound, Impact, Interest, Judged, Sampled, SampledJudged, Shares, Verdict};
use crate::analysis::uncertainty::Figure;
use crate::network::{Criteria, CriterionId, Gauge, Network, NodeId, SchemeId};
use crate::units::{Level, Time};

/// Adds what the losses of these nodes mean.
pub fn add(document: &mut Document, network: &Network, impact: &Impact, nodes: &[NodeId], horizon: Time, lang: Lang) {
    document.heading(say::heading::impact(lang));
    let shown: Vec<&Judged> = impact.judged.iter().filter(|judged| concerns(network, judged.measured.criterion, nodes)).collect();
    if shown.is_empty() {
        document.paragraph(say::nothing(lang));
        return;
    }
    document.table(judged(network, &shown, lang));
    let verdicts = || shown.iter().flat_map(|judged| &judged.verdicts);
    let unseen = verdicts().filter_map(|verdict| verdict.unseen).min();
    notes(document, network, nodes, verdicts().all(|verdict| verdict.verified), unseen.map(|from| (from, horizon)), lang);
    if let Some(scheme) = main_scheme(impact.interests.iter().map(|interest| interest.scheme)) {
        document.paragraph(say::interests(lang, &network.criteria().scheme(scheme).name));
        let own: Vec<&Interest> = impact.interests.iter().filter(|interest| interest.scheme == scheme).collect();
        document.table(interests(network.criteria(), &own, lang));
    }
}

/// Adds what the losses of these nodes mean over samples.
pub fn add_sampled(document: &mut Document, network: &Network, impact: &Sampled, nodes: &[NodeId], lang: Lang) {
    document.heading(say::heading::impact(lang));
    let shown: Vec<&SampledJudged> = impact.judged.iter().filter(|judged| concerns(network, judged.criterion, nodes)).collect();
    if shown.is_empty() {
        document.paragraph(say::nothing(lang));
        return;
    }
    let mut table = Table::new(say::sampled_heads(lang).map(Column::left).into());
    for judged in &shown {
        let [name, how_much] = named(network, judged.criterion, &band(&judged.amount, lang), first(network, judged.criterion), lang);
        rows(&mut table, &[name, how_much], judged.shares.iter().map(|shares| classes(network, shares, lang)).collect());
    }
    document.table(table);
    notes(document, network, nodes, shown.iter().flat_map(|judged| &judged.shares).all(|shares| shares.verified), None, lang);
    if let Some(scheme) = main_scheme(impact.interests.iter().map(|interest| interest.shares.scheme)) {
        document.paragraph(say::interests(lang, &network.criteria().scheme(scheme).name));
        let [name, class, _, of] = say::interest_heads(lang);
        let mut table = Table::new([name, class, of].map(Column::left).into());
        for interest in impact.interests.iter().filter(|interest| interest.shares.scheme == scheme) {
            let classes = if interest.measured == 0 {
                Cell::text(say::not_estimated(lang))
            } else {
                classes(network, &interest.shares, lang).pop().unwrap_or(Cell::Empty)
            };
            table.rows.push(vec![Cell::text(&interest.name), classes, Cell::Text(say::of(lang, interest.measured, interest.of))]);
        }
        document.table(table);
    }
}

/// Whether any of the nodes carries an amount on the criterion.
fn concerns(network: &Network, criterion: CriterionId, nodes: &[NodeId]) -> bool {
    network.impacts().iter().any(|impact| impact.criterion == criterion && nodes.contains(&impact.node))
}

/// What must be known to read the classes.
fn notes(document: &mut Document, network: &Network, nodes: &[NodeId], verified: bool, unseen: Option<(Time, Time)>, lang: Lang) {
    let mut items = Vec::new();
    items.extend((!verified).then(|| say::unverified(lang).to_owned()));
    items.extend(unseen.map(|(from, horizon)| say::unseen(lang, from, horizon)));
    let added = network.impacts().iter().filter(|impact| nodes.contains(&impact.node));
    let unsure = added.clone().filter(|impact| !impact.is_verified()).count() as u64;
    items.extend((unsure > 0).then(|| say::unsure(lang, unsure, added.count() as u64)));
    document.list(items);
}

fn judged(network: &Network, shown: &[&Judged], lang: Lang) -> Table {
    let mut table = Table::new(say::heads(lang).map(Column::left).into());
    for judged in shown {
        let value = amount(lang, judged.measured.amount.value());
        let named = named(network, judged.measured.criterion, &value, first_of(judged), lang);
        rows(
            &mut table,
            &named,
            judged.verdicts.iter().map(|verdict| self::verdict(network, judged.measured.criterion, verdict, lang)).collect(),
        );
    }
    table
}

/// A row for each scheme; the name of the criterion stands in the first alone.
fn rows(table: &mut Table, named: &[Cell; 2], schemes: Vec<Vec<Cell>>) {
    let blank = vec![Cell::Empty; table.columns.len() - named.len()];
    let schemes = if schemes.is_empty() { vec![blank] } else { schemes };
    for (place, cells) in schemes.into_iter().enumerate() {
        let named = if place == 0 { named.clone() } else { [const { Cell::Text(String::new()) }; 2] };
        table.rows.push(named.into_iter().chain(cells).collect());
    }
}

fn named(network: &Network, id: CriterionId, value: &str, duration: Option<Time>, lang: Lang) -> [Cell; 2] {
    let criterion = network.criteria().get(id);
    let how_much = say::how_much(lang, value, criterion.unit.as_deref(), criterion.gauge(), duration);
    [Cell::text(&criterion.name), Cell::Text(how_much)]
}

/// The shortest duration that a criterion is measured beyond.
fn first_of(judged: &Judged) -> Option<Time> {
    judged.measured.longer.first().map(|(duration, _)| *duration)
}

fn first(network: &Network, id: CriterionId) -> Option<Time> {
    let criterion = network.criteria().get(id);
    (criterion.gauge() == Gauge::Beyond).then(|| criterion.durations().first().copied()).flatten()
}

fn verdict(network: &Network, criterion: CriterionId, verdict: &Verdict, lang: Lang) -> Vec<Cell> {
    let criteria = network.criteria();
    let name = |class: u32| criteria.class(verdict.scheme, class);
    let part = |over: f64| percent(lang, Level::from_ppm((over * 1e6) as u32).unwrap_or(Level::ONE));
    let part_of = |next: &Bound| next.over.map(part);
    let unit = criteria.get(criterion).unit.as_deref();
    let told = |next: &Bound| {
        let limit = &next.limit;
        say::next(lang, name(limit.class), (limit.from.as_f64(), unit), limit.duration, part_of(next).as_deref())
    };
    let next = verdict.next.as_ref().map(told);
    vec![
        Cell::text(&criteria.scheme(verdict.scheme).name),
        Cell::Text(say::class(lang, verdict.class.map(name), verdict.verified)),
        next.map_or(Cell::Empty, Cell::Text),
    ]
}

fn interests(criteria: &Criteria, interests: &[&Interest], lang: Lang) -> Table {
    let mut table = Table::new(say::interest_heads(lang).map(Column::left).into());
    for interest in interests {
        let class = if interest.measured == 0 {
            say::not_estimated(lang).to_owned()
        } else {
            say::class(lang, interest.class.map(|class| criteria.class(interest.scheme, class)), interest.verified)
        };
        let decided = interest.criterion.map_or(Cell::Empty, |id| Cell::text(&criteria.get(id).name));
        table.rows.push(vec![
            Cell::text(&interest.name),
            Cell::Text(class),
            decided,
            Cell::Text(say::of(lang, interest.measured, interest.of)),
        ]);
    }
    table
}

/// The scheme that names most interests: the one whose interests are shown.
fn main_scheme(schemes: impl Iterator<Item = SchemeId>) -> Option<SchemeId> {
    let mut counted: Vec<(usize, SchemeId)> = Vec::new();
    for scheme in schemes {
        match counted.iter_mut().find(|(_, known)| *known == scheme) {
            Some((count, _)) => *count += 1,
            None => counted.push((1, scheme)),
        }
    }
    counted.into_iter().max_by(|a, b| a.0.cmp(&b.0).then(b.1.cmp(&a.1))).map(|(_, scheme)| scheme)
}

fn classes(network: &Network, shares: &Shares, lang: Lang) -> Vec<Cell> {
    let criteria = network.criteria();
    let chance = |share: f64| percent(lang, Level::from_ppm(libm::round(share * 1e6) as u32).unwrap_or(Level::ONE));
    let none = (shares.none > 0.0).then(|| say::share(&say::class(lang, None, true), &chance(shares.none)));
    let some = shares.classes.iter().enumerate().filter(|(_, share)| **share > 0.0);
    let some = some.map(|(class, share)| say::share(criteria.class(shares.scheme, class as u32), &chance(*share)));
    let mut text = none.into_iter().chain(some).collect::<Vec<_>>().join(", ");
    if !shares.verified {
        text.push_str(" ?");
    }
    vec![Cell::text(&criteria.scheme(shares.scheme).name), Cell::Text(text)]
}

fn band(figure: &Figure, lang: Lang) -> String {
    bands::mean_band(lang, figure, |value| amount(lang, value))
}
