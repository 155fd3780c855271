//! The risk diagram: how grave against how likely, as national-security risk assessments draw it.
//!
//! Invariant: only a likelihood that a scenario states, with its source, has a place in it; impacts are those of the run under the stance.

use super::document::{Cell, Column, Picture, Table};
use super::drawing::{Drawing, Mark, Matrix};
use super::language::{Lang, risk as say};
use crate::analysis::impact::{Impact, Interest, Likely};
use crate::network::{Likelihood, Network, SchemeId};
use crate::units::Time;

/// A scenario with its place on both scales.
#[derive(Debug, Clone, PartialEq)]
pub struct Risk {
    /// The scenario.
    pub title: String,
    /// What it says of its likelihood.
    pub stated: Likelihood,
    /// Which class that is.
    pub likely: Likely,
    /// What it means.
    pub impact: Impact,
}

/// Something that has a place in the diagram.
struct Point<'r> {
    name: String,
    class: u32,
    verified: bool,
    risk: &'r Risk,
}

/// The interests of one scenario; `None` where nothing is in a class.
pub(super) fn of_interests(network: &Network, risk: &Risk, lang: Lang) -> Option<Picture> {
    let scheme = scheme_of(std::slice::from_ref(risk))?;
    let point = |interest: &Interest| {
        Some(Point { name: interest.name.clone(), class: interest.class?, verified: interest.verified && risk.likely.verified, risk })
    };
    let points: Vec<Point> = risk.impact.interests.iter().filter(|interest| interest.scheme == scheme).filter_map(point).collect();
    picture(network, scheme, points, lang)
}

/// Scenarios, each with its gravest interest; `None` where none has a place.
pub(super) fn of_scenarios(network: &Network, risks: &[Risk], lang: Lang) -> Option<Picture> {
    let scheme = scheme_of(risks)?;
    let points = risks.iter().filter_map(|risk| {
        let own = risk.impact.interests.iter().filter(|interest| interest.scheme == scheme);
        let gravest = own.max_by_key(|interest| interest.class)?;
        let name = format!("{} ({})", risk.title, gravest.name);
        Some(Point { name, class: gravest.class?, verified: gravest.verified && risk.likely.verified, risk })
    });
    picture(network, scheme, points.collect(), lang)
}

/// The first scheme by which an interest is in a class.
fn scheme_of(risks: &[Risk]) -> Option<SchemeId> {
    let interests = risks.iter().flat_map(|risk| &risk.impact.interests);
    interests.filter(|interest| interest.class.is_some()).map(|interest| interest.scheme).next()
}

fn picture(network: &Network, scheme: SchemeId, mut points: Vec<Point>, lang: Lang) -> Option<Picture> {
    let by = points.first().map(|point| point.risk.likely.clone())?;
    points.retain(|point| {
        point.risk.likely.scheme == by.scheme && point.risk.likely.criterion == by.criterion && point.risk.likely.class.is_some()
    });
    points.sort_by(|a, b| b.class.cmp(&a.class).then(b.risk.likely.class.cmp(&a.risk.likely.class)).then_with(|| a.name.cmp(&b.name)));
    let first = points.first()?;
    let criteria = network.criteria();
    let likelihood = |class: Option<u32>| class.map_or("-", |class| criteria.class(by.scheme, class));
    let impact = |class: u32| criteria.class(scheme, class);
    let columns: Vec<String> = by.classes.iter().map(|&class| likelihood(Some(class)).to_owned()).collect();
    let grave = criteria.scheme(scheme).classes.len();
    let column = |class: Option<u32>| by.classes.iter().position(|&known| Some(known) == class).unwrap_or(0);
    let mark = |(place, point): (usize, &Point)| Mark {
        number: place + 1,
        column: column(point.risk.likely.class),
        band: (column(point.risk.likely.band.0), column(point.risk.likely.band.1)),
        row: grave - 1 - point.class as usize,
        tip: format!("{}: {}, {}", point.name, impact(point.class), likelihood(point.risk.likely.class)),
    };
    let mut periods: Vec<Time> = points.iter().map(|point| point.risk.likely.period).collect();
    periods.sort_unstable();
    periods.dedup();
    let mut data = Table::new(say::heads(lang).into_iter().enumerate().map(|(at, head)| head_of(at, head)).collect());
    data.rows = points.iter().enumerate().map(|(place, point)| row(place, point, impact(point.class), &likelihood, lang)).collect();
    let unsure = points.iter().any(|point| !point.verified).then(|| say::unverified(lang).to_owned());
    Some(Picture {
        title: say::title(lang).to_owned(),
        alternative: say::alternative(lang, points.len() as u64, &first.name, impact(first.class), likelihood(first.risk.likely.class)),
        drawing: Drawing::Matrix(Matrix {
            across: say::across(lang, &criteria.scheme(by.scheme).name, &periods),
            upwards: say::upwards(lang, &criteria.scheme(scheme).name),
            columns,
            rows: criteria.scheme(scheme).classes.iter().rev().cloned().collect(),
            marks: points.iter().enumerate().map(mark).collect(),
        }),
        data,
        notes: std::iter::once(say::note(lang).to_owned()).chain(unsure).collect(),
    })
}

fn head_of(at: usize, head: &str) -> Column {
    if matches!(at, 0 | 4) { Column::right(head) } else { Column::left(head) }
}

fn row<'c>(place: usize, point: &Point, impact: &str, likelihood: &impl Fn(Option<u32>) -> &'c str, lang: Lang) -> Vec<Cell> {
    let (likely, stated) = (&point.risk.likely, &point.risk.stated);
    let class = |class| likelihood(class);
    vec![
        Cell::Count(place as u64 + 1),
        Cell::text(&point.name),
        Cell::Text(say::class(lang, impact, (impact, impact), point.verified)),
        Cell::Text(say::class(lang, class(likely.class), (class(likely.band.0), class(likely.band.1)), likely.verified)),
        Cell::Text(super::language::number(lang, likely.probability)),
        Cell::text(&stated.source),
    ]
}
