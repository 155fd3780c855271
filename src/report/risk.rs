//! The risk diagram: how grave against how likely, as national-security risk assessments draw it.
//!
//! Invariant: only a likelihood that a scenario states, with its source, has a place in it; impacts are those of the run under the stance.

use super::document::{Cell, Column, Picture, Table};
use super::drawing::{Drawing, Mark, Matrix};
use super::language::{Lang, risk as say};
use crate::analysis::impact::{Impact, Interest, Likely};
use crate::network::{CriterionId, Likelihood, Network, SchemeId};
use crate::units::Time;
use std::collections::BTreeMap;

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

/// The interests of one scenario, in a diagram for each scheme of impacts; none where nothing is in a class.
pub(super) fn of_interests(network: &Network, risk: &Risk, lang: Lang) -> Vec<Picture> {
    let point = |interest: &Interest| Some((interest.scheme, Point::of(risk, interest, interest.name.clone())?));
    pictures(network, risk.impact.interests.iter().filter_map(point).collect(), lang)
}

/// Scenarios, each with its gravest interest, in a diagram for each pair of scales; none where no scenario has a place.
pub(super) fn of_scenarios(network: &Network, risks: &[Risk], lang: Lang) -> Vec<Picture> {
    let gravest = |risk| {
        let of_risk: &Risk = risk;
        let interests = &of_risk.impact.interests;
        let worst = |scheme: SchemeId| interests.iter().filter(|interest| interest.scheme == scheme).max_by_key(|interest| interest.class);
        let mut schemes: Vec<SchemeId> = interests.iter().map(|interest| interest.scheme).collect();
        schemes.sort_unstable();
        schemes.dedup();
        let point = move |scheme| {
            let interest = worst(scheme)?;
            Some((scheme, Point::of(of_risk, interest, format!("{} ({})", of_risk.title, interest.name))?))
        };
        schemes.into_iter().filter_map(point)
    };
    pictures(network, risks.iter().flat_map(gravest).collect(), lang)
}

impl<'r> Point<'r> {
    /// An interest of a scenario; `None` where it is in no class, or the likelihood is in none.
    fn of(risk: &'r Risk, interest: &Interest, name: String) -> Option<Self> {
        risk.likely.class?;
        Some(Self { name, class: interest.class?, verified: interest.verified && risk.likely.verified, risk })
    }
}

/// A diagram for each pair of scales that any point stands on.
fn pictures(network: &Network, points: Vec<(SchemeId, Point)>, lang: Lang) -> Vec<Picture> {
    let mut groups: BTreeMap<(SchemeId, SchemeId, CriterionId), Vec<Point>> = BTreeMap::new();
    for (scheme, point) in points {
        let likely = &point.risk.likely;
        groups.entry((scheme, likely.scheme, likely.criterion)).or_default().push(point);
    }
    groups.into_iter().map(|((impact, likelihood, _), points)| picture(network, (impact, likelihood), points, lang)).collect()
}

/// One diagram. Across stand the classes that have a limit for the period of any point, and no others.
fn picture(network: &Network, (scheme, by): (SchemeId, SchemeId), mut points: Vec<Point>, lang: Lang) -> Picture {
    points.sort_by(|a, b| b.class.cmp(&a.class).then(b.risk.likely.class.cmp(&a.risk.likely.class)).then_with(|| a.name.cmp(&b.name)));
    let first = &points[0];
    let criteria = network.criteria();
    let likelihood = |class: Option<u32>| class.map_or("-", |class| criteria.class(by, class));
    let impact = |class: u32| criteria.class(scheme, class);
    let mut classes: Vec<u32> = points.iter().flat_map(|point| &point.risk.likely.classes).copied().collect();
    classes.sort_unstable();
    classes.dedup();
    let grave = criteria.scheme(scheme).classes.len();
    let column = |class: Option<u32>| class.and_then(|class| classes.binary_search(&class).ok());
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
    Picture {
        title: say::title(lang).to_owned(),
        alternative: say::alternative(lang, points.len() as u64, &first.name, impact(first.class), likelihood(first.risk.likely.class)),
        drawing: Drawing::Matrix(Matrix {
            across: say::across(lang, &criteria.scheme(by).name, &periods),
            upwards: say::upwards(lang, &criteria.scheme(scheme).name),
            columns: classes.iter().map(|&class| likelihood(Some(class)).to_owned()).collect(),
            rows: criteria.scheme(scheme).classes.iter().rev().cloned().collect(),
            marks: points.iter().enumerate().map(mark).collect(),
        }),
        data,
        notes: std::iter::once(say::note(lang).to_owned()).chain(unsure).collect(),
    }
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
