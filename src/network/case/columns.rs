//! What each column of a table holds for a row, in the notation in which it is read.

use super::Field;
use crate::network::{
    Access, Category, Cell, Confidence, CriterionRow, Dependency, Duration, Gauge, Holding, ImpactRow, Importance, Kind, MeasureRow,
    NOT_STATED, NameId, Nature, Network, NodeId, OnDetect, Provenance,
};
use crate::units::{Level, Magnitude, Quantity, Time};
use std::borrow::Cow;
use std::fmt::Display;

/// A column of rows of a kind.
pub(super) struct Stated<R> {
    pub(super) name: &'static str,
    /// Whether the table cannot do without.
    pub(super) required: bool,
    pub(super) get: for<'n> fn(&'n Network, &R) -> Field<'n>,
}

const fn column<R>(name: &'static str, get: for<'n> fn(&'n Network, &R) -> Field<'n>) -> Stated<R> {
    Stated { name, required: false, get }
}

const fn required<R>(name: &'static str, get: for<'n> fn(&'n Network, &R) -> Field<'n>) -> Stated<R> {
    Stated { name, required: true, get }
}

pub(super) static DEPENDENCIES: [Stated<Dependency>; 18] = [
    required("dependent", |network, row| name(network, Some(network.row(row).dependent))),
    required("provider", |network, row| Field::text(Some(network.id(row.provider)))),
    column("need", |network, row| {
        let stated = network.row(row);
        name(network, (stated.need != stated.provider).then_some(stated.need))
    }),
    column("share", |network, row| level(network.terms(row).share, network.detail(row).share.as_ref())),
    column("minimum", |network, row| level(network.terms(row).minimum, network.detail(row).minimum.as_ref())),
    column("importance", |network, row| importance(network.detail(row).importance.as_ref())),
    column("buffer_h", |network, row| hours(&network.detail(row).buffer)),
    column("refill_h", |network, row| hours(&network.detail(row).refill)),
    column("activation_h", |network, row| hours(&network.detail(row).activation)),
    column("start_p", |network, row| quantity(network.detail(row).start_p.as_ref())),
    column("probability", |network, row| quantity(network.detail(row).probability.as_ref())),
    column("type", |network, row| Field::text(network.detail(row).nature.map(nature))),
    column("access", |network, row| word(&network.detail(row).access, access)),
    column("p_compromise", |network, row| quantity(network.detail(row).p_compromise.as_ref())),
    column("ttc_h", |network, row| hours(&network.detail(row).ttc)),
    column("source", |network, row| name(network, network.detail(row).provenance.source)),
    column("confidence", |network, row| confidence(&network.detail(row).provenance)),
    column("marking", |network, row| name(network, network.detail(row).provenance.marking)),
];

pub(super) static NODES: [Stated<NodeId>; 22] = [
    required("id", |network, node| Field::text(Some(network.id(*node)))),
    column("name", |network, node| name(network, network.node(*node).name)),
    column("kind", |network, node| Field::text(network.node(*node).kind.map(Kind::word))),
    column("sector", |network, node| name(network, network.node(*node).sector)),
    column("category", |network, node| word(&network.node(*node).category, category)),
    column("ministry", |network, node| name(network, network.node(*node).ministry)),
    column("operator", |network, node| name(network, network.node(*node).operator)),
    column("region", |network, node| name(network, network.node(*node).region)),
    column("country", |network, node| name(network, network.node(*node).country)),
    column("product", |network, node| name(network, network.node(*node).product)),
    column("repair_h", |network, node| hours(&network.node(*node).repair)),
    column("restart_h", |network, node| hours(&network.node(*node).restart)),
    column("black_start_h", |network, node| hours(&network.node(*node).black_start)),
    column("detect_h", |network, node| hours(&network.node(*node).detect)),
    column("on_detect", |network, node| word(&network.node(*node).on_detect, |OnDetect::Shutdown| "shutdown")),
    column("failures_per_year", |network, node| cell(&network.node(*node).failures_per_year)),
    column("supervisor", |network, node| name(network, network.node(*node).supervisor)),
    column("lat", |network, node| degrees(network.node(*node).location.0)),
    column("lon", |network, node| degrees(network.node(*node).location.1)),
    column("source", |network, node| name(network, network.node(*node).provenance.source)),
    column("confidence", |network, node| confidence(&network.node(*node).provenance)),
    column("marking", |network, node| name(network, network.node(*node).provenance.marking)),
];

pub(super) static OWNERSHIP: [Stated<usize>; 6] = [
    required("owner", |network, row| Field::text(Some(network.ownership().id(holding(network, *row).owner)))),
    required("owned", |network, row| Field::text(Some(network.ownership().id(holding(network, *row).owned)))),
    required("share", |network, row| level(holding(network, *row).share, None)),
    column("source", |network, row| name(network, holding(network, *row).provenance.source)),
    column("confidence", |network, row| confidence(&holding(network, *row).provenance)),
    column("marking", |network, row| name(network, holding(network, *row).provenance.marking)),
];

pub(super) static IMPACTS: [Stated<usize>; 8] = [
    required("node", |network, row| Field::text(Some(network.id(network.impacts()[*row].node)))),
    required("criterion", |network, row| name(network, Some(impact(network, *row).criterion))),
    required("amount", |network, row| quantity(Some(&impact(network, *row).amount))),
    column("after_h", |network, row| hours(&impact(network, *row).after)),
    column("population", |network, row| name(network, impact(network, *row).population)),
    column("source", |network, row| name(network, impact(network, *row).provenance.source)),
    column("confidence", |network, row| confidence(&impact(network, *row).provenance)),
    column("marking", |network, row| name(network, impact(network, *row).provenance.marking)),
];

pub(super) static CRITERIA: [Stated<usize>; 11] = [
    column("scheme", |network, row| name(network, criterion(network, *row).scheme)),
    required("criterion", |network, row| name(network, Some(criterion(network, *row).criterion))),
    column("interest", |network, row| name(network, criterion(network, *row).interest)),
    column("measure", |network, row| Field::text(criterion(network, *row).gauge.map(Gauge::word))),
    column("duration_h", |network, row| criterion(network, *row).duration.map_or(Field::Empty, |time| Field::Number(plain_hours(time)))),
    column("class", |network, row| name(network, criterion(network, *row).class)),
    column("from", |network, row| magnitude(criterion(network, *row).from)),
    column("unit", |network, row| name(network, criterion(network, *row).unit)),
    column("source", |network, row| name(network, criterion(network, *row).provenance.source)),
    column("confidence", |network, row| confidence(&criterion(network, *row).provenance)),
    column("marking", |network, row| name(network, criterion(network, *row).provenance.marking)),
];

pub(super) static MEASURES: [Stated<usize>; 10] = [
    required("id", |network, row| name(network, Some(measure(network, *row).id))),
    column("name", |network, row| name(network, measure(network, *row).name)),
    column("cost_eur", |network, row| magnitude(measure(network, *row).cost)),
    column("cost_eur_per_year", |network, row| magnitude(measure(network, *row).cost_per_year)),
    required("target", |network, row| Field::text(Some(&measure(network, *row).target))),
    required("change", |network, row| Field::text(Some(&measure(network, *row).change))),
    column("excludes", |network, row| Field::text(measure(network, *row).excludes.as_deref())),
    column("source", |network, row| name(network, measure(network, *row).provenance.source)),
    column("confidence", |network, row| confidence(&measure(network, *row).provenance)),
    column("marking", |network, row| name(network, measure(network, *row).provenance.marking)),
];

/// The row of a measure by its place.
fn measure(network: &Network, row: usize) -> &MeasureRow {
    &network.measures()[row].row
}

fn magnitude<'n>(value: Option<Magnitude>) -> Field<'n> {
    value.map_or(Field::Empty, |value| Field::Number(value.to_string()))
}

/// The row of an impact by its place.
fn impact(network: &Network, place: usize) -> &ImpactRow {
    &network.impacts()[place].row
}

/// The row of a criterion by its place.
fn criterion(network: &Network, place: usize) -> &CriterionRow {
    &network.criteria().stated()[place]
}

/// A holding by its place.
fn holding(network: &Network, place: usize) -> &Holding {
    &network.ownership().holdings()[place]
}

fn name(network: &Network, name: Option<NameId>) -> Field<'_> {
    Field::text(name.map(|name| network.text(name)))
}

/// A level in ppm, or the distribution that stands for it.
fn level(ppm: u32, spread: Option<&Quantity<Level>>) -> Field<'static> {
    match (spread, ppm) {
        (Some(spread), _) => quantity(Some(spread)),
        (None, NOT_STATED) => Field::Empty,
        (None, ppm) => Level::from_ppm(ppm).map_or(Field::Empty, |level| Field::Number(level.to_string())),
    }
}

fn quantity<T: Display>(quantity: Option<&Quantity<T>>) -> Field<'static> {
    match quantity {
        None => Field::Empty,
        Some(Quantity::Fixed(value)) => Field::Number(value.to_string()),
        Some(spread) => Field::Text(Cow::Owned(spread.to_string())),
    }
}

fn cell<T: Display>(cell: &Cell<Quantity<T>>) -> Field<'static> {
    match cell {
        Cell::NotStated => Field::Empty,
        Cell::None => NONE,
        Cell::Is(value) => quantity(Some(value)),
    }
}

/// `none`: stated that there is none.
const NONE: Field<'static> = Field::Text(Cow::Borrowed("none"));

/// Hours with as many decimals as a millisecond needs, and no more: 0.3333333 and not 0.3333333333333333.
fn hours(duration: &Cell<Duration>) -> Field<'static> {
    match duration {
        Cell::Is(Quantity::Fixed(time)) => Field::Number(plain_hours(*time)),
        other => cell(other),
    }
}

fn plain_hours(time: Time) -> String {
    let text = format!("{:.7}", time.hours());
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

fn word<T: Copy>(stated: &Cell<T>, word: impl FnOnce(T) -> &'static str) -> Field<'static> {
    match stated {
        Cell::NotStated => Field::Empty,
        Cell::None => NONE,
        Cell::Is(value) => Field::Text(Cow::Borrowed(word(*value))),
    }
}

fn importance(importance: Option<&Importance>) -> Field<'static> {
    match importance {
        None => Field::Empty,
        Some(Importance::Essential) => Field::Text(Cow::Borrowed("essential")),
        Some(Importance::Supporting(weight)) => quantity(Some(weight)),
    }
}

fn confidence(provenance: &Provenance) -> Field<'static> {
    provenance.confidence.map_or(Field::Empty, |Confidence(sure)| Field::Number(sure.to_string()))
}

fn degrees(degrees: Option<f64>) -> Field<'static> {
    degrees.map_or(Field::Empty, |degrees| Field::Number(degrees.to_string()))
}

const fn nature(nature: Nature) -> &'static str {
    match nature {
        Nature::Physical => "physical",
        Nature::Cyber => "cyber",
        Nature::Geographic => "geographic",
        Nature::Logical => "logical",
        Nature::Personnel => "personnel",
        Nature::Trust => "trust",
    }
}

const fn access(access: Access) -> &'static str {
    match access {
        Access::Update => "update",
        Access::Remote => "remote",
        Access::Onsite => "onsite",
        Access::Data => "data",
        Access::Credentials => "credentials",
    }
}

const fn category(category: Category) -> &'static str {
    match category {
        Category::A => "A",
        Category::B => "B",
    }
}
