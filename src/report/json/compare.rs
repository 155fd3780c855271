//! `keten.compare/1`.

use super::bounds::verdict;
use super::run::{Run, status};
use crate::analysis::Model;
use crate::analysis::compare::{Comparison, CourseChange, Effect, Paired, RankChange, RankingChange};
use crate::network::{Change, Fate, Table, Unit};
use crate::outcome::Outcome;
use crate::report::compare::Sides;
use crate::report::marking;
use serde::Serialize;

#[derive(Serialize)]
struct Wire<'a> {
    schema: &'static str,
    run: &'a Run,
    a: &'a str,
    b: &'a str,
    changes: Vec<Row<'a>>,
    course: Option<Course<'a>>,
    ranking: Option<Ranking<'a>>,
    figures: Vec<Both<'a>>,
    effects: Vec<Moved<'a>>,
    tried: u64,
    tried_of: u64,
    /// Units of those tried of which it is not known whether they move a figure.
    unknown: u64,
    markings: [Option<String>; 2],
    status: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    reason: Option<&'static str>,
    /// How many samples both sides share; left out where nothing is drawn.
    #[serde(skip_serializing_if = "Option::is_none")]
    samples: Option<u64>,
    settings: Vec<Setting<'a>>,
}

#[derive(Serialize)]
struct Row<'a> {
    table: &'static str,
    key: &'a [String],
    fate: &'static str,
    cells: Vec<Cell<'a>>,
}

#[derive(Serialize)]
struct Setting<'a> {
    key: &'a str,
    a: &'a str,
    b: &'a str,
}

#[derive(Serialize)]
struct Cell<'a> {
    column: &'a str,
    a: &'a str,
    b: &'a str,
}

#[derive(Serialize)]
struct Course<'a> {
    totals: Vec<Both<'a>>,
    nodes: Vec<Loss<'a>>,
    verdicts: Vec<Judged<'a>>,
    expectations: Vec<Met<'a>>,
    verdicts_by_ranges: Vec<Judged<'a>>,
}

#[derive(Serialize)]
struct Both<'a> {
    name: &'a str,
    a: f64,
    b: f64,
    #[serde(skip_serializing_if = "Option::is_none")]
    difference: Option<Difference>,
}

#[derive(Serialize)]
struct Difference {
    mean: f64,
    se: f64,
    significant: bool,
}

#[derive(Serialize)]
struct Loss<'a> {
    id: &'a str,
    a_lost_h: Option<f64>,
    b_lost_h: Option<f64>,
}

#[derive(Serialize)]
struct Judged<'a> {
    id: &'a str,
    a: Option<&'static str>,
    b: Option<&'static str>,
}

#[derive(Serialize)]
struct Met<'a> {
    id: &'a str,
    met_in: &'static str,
}

#[derive(Serialize)]
struct Ranking<'a> {
    rows: Vec<Ranked<'a>>,
    new_hubs: &'a [String],
    gone_hubs: &'a [String],
    new_single_points: &'a [String],
    gone_single_points: &'a [String],
    single_points_complete: bool,
}

#[derive(Serialize)]
struct Ranked<'a> {
    id: &'a str,
    a_rank: Option<u64>,
    b_rank: Option<u64>,
    a_score: Option<f64>,
    b_score: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    difference: Option<Difference>,
}

#[derive(Serialize)]
struct Moved<'a> {
    unit: &'static str,
    key: Vec<&'a str>,
    a_with_it: &'a Option<Vec<f64>>,
    b_rests_on_it: &'a Option<Vec<f64>>,
}

/// The answer of `compare`.
pub fn compare(models: [&Model; 2], outcome: &Outcome<Comparison>, sides: &Sides, run: &Run) -> String {
    let answer = outcome.value();
    let (status, reason) = status(outcome);
    let both = |name, a, b, paired: Option<Paired>| Both { name, a, b, difference: paired.map(difference) };
    super::line(&Wire {
        schema: "keten.compare/1",
        run,
        a: &sides.a,
        b: &sides.b,
        changes: answer.changes.iter().map(row).collect(),
        course: answer.course.as_ref().map(course),
        ranking: answer.ranking.as_ref().map(ranking),
        figures: answer.figures.iter().map(|figure| both(figure.name, figure.before, figure.after, None)).collect(),
        effects: answer.effects.iter().map(moved).collect(),
        tried: answer.tried.0,
        tried_of: answer.tried.1,
        unknown: answer.unknown,
        markings: models.map(|model| marking::of_all(&model.network)),
        status,
        reason,
        samples: answer.samples,
        settings: answer.settings.iter().map(|cell| Setting { key: &cell.column, a: &cell.before, b: &cell.after }).collect(),
    })
}

fn difference(paired: Paired) -> Difference {
    Difference { mean: paired.mean, se: paired.se, significant: paired.is_significant() }
}

fn row(change: &Change) -> Row<'_> {
    let cells = change.cells.iter().map(|cell| Cell { column: &cell.column, a: &cell.before, b: &cell.after });
    Row { table: table(change.table), key: &change.key, fate: fate(change.fate), cells: cells.collect() }
}

/// The word for a table in data.
pub(crate) const fn table(table: Table) -> &'static str {
    match table {
        Table::Dependencies => "dependencies",
        Table::Nodes => "nodes",
        Table::Ownership => "ownership",
        Table::Impacts => "impacts",
        Table::Criteria => "criteria",
        Table::Measures => "measures",
    }
}

/// The word for what became of a row, in data.
pub(crate) const fn fate(fate: Fate) -> &'static str {
    match fate {
        Fate::New => "new",
        Fate::Gone => "gone",
        Fate::Changed => "changed",
    }
}

fn course(course: &CourseChange) -> Course<'_> {
    let total = |total: &crate::analysis::compare::Total| (total.name, total.before, total.after, total.paired.map(difference));
    let totals = course.totals.iter().map(total).map(|(name, a, b, difference)| Both { name, a, b, difference });
    let node = |node: &'_ crate::analysis::compare::NodeChange| (node.before, node.after);
    let nodes = course.nodes.iter().map(|one| (one, node(one)));
    let judged = |one: &'_ crate::analysis::compare::VerdictChange| (one.before.map(verdict), one.after.map(verdict));
    let [verdicts, verdicts_by_ranges] = [&course.verdicts, &course.verdicts_by_ranges].map(|changed| {
        let pairs = changed.iter().map(|one| (one, judged(one)));
        pairs.map(|(one, (a, b))| Judged { id: &one.id, a, b }).collect()
    });
    let met = |after: bool| if after { "b" } else { "a" };
    Course {
        totals: totals.collect(),
        nodes: nodes.map(|(one, (a_lost_h, b_lost_h))| Loss { id: &one.id, a_lost_h, b_lost_h }).collect(),
        verdicts,
        expectations: course.expectations.iter().map(|one| Met { id: &one.id, met_in: met(one.after) }).collect(),
        verdicts_by_ranges,
    }
}

fn ranking(ranking: &RankingChange) -> Ranking<'_> {
    Ranking {
        rows: ranking.rows.iter().map(ranked).collect(),
        new_hubs: &ranking.new_hubs,
        gone_hubs: &ranking.gone_hubs,
        new_single_points: &ranking.new_single_points,
        gone_single_points: &ranking.gone_single_points,
        single_points_complete: ranking.single_points_complete,
    }
}

fn ranked(row: &RankChange) -> Ranked<'_> {
    let rank = |side: Option<(u64, Option<f64>)>| side.map(|(rank, _)| rank);
    let score = |side: Option<(u64, Option<f64>)>| side.and_then(|(_, score)| score);
    Ranked {
        id: &row.id,
        a_rank: rank(row.before),
        b_rank: rank(row.after),
        a_score: score(row.before),
        b_score: score(row.after),
        difference: row.paired.map(difference),
    }
}

fn moved(effect: &Effect) -> Moved<'_> {
    let (unit, key) = unit(&effect.unit);
    Moved { unit, key, a_with_it: &effect.alone, b_rests_on_it: &effect.last }
}

/// A unit in data: what it is, and what names it.
pub(crate) fn unit(unit: &Unit) -> (&'static str, Vec<&str>) {
    match unit {
        Unit::Need { dependent, need } => ("need", vec![dependent, need]),
        Unit::Node(id) => ("node", vec![id]),
        Unit::Company(id) => ("company", vec![id]),
        Unit::Consequences => ("consequences", Vec::new()),
    }
}
