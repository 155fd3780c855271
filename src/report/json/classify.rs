//! `keten.classify/1`.

use super::impact::{Judgement, class};
use super::run::{Run, status, word};
use crate::analysis::Model;
use crate::analysis::classify::{Agreement, Classification, Classified, Weighed};
use crate::network::{Category, CriterionId};
use crate::outcome::Outcome;
use crate::report::marking;
use serde::Serialize;

#[derive(Serialize)]
struct Wire<'a> {
    schema: &'static str,
    run: &'a Run,
    status: &'static str,
    scheme: &'a str,
    classes: Vec<&'a str>,
    within_h: f64,
    measured: Vec<&'a str>,
    not_estimated: Vec<&'a str>,
    rows: Vec<Row<'a>>,
    nodes: u64,
    stance: &'static str,
    marking: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    reason: Option<&'static str>,
}

#[derive(Serialize)]
struct Row<'a> {
    id: &'a str,
    name: &'a str,
    category: Option<&'static str>,
    vital: bool,
    class: Option<&'a str>,
    agreement: &'static str,
    decided_by: Vec<&'a str>,
    over: Option<f64>,
    verified: bool,
    criteria: Vec<Criterion<'a>>,
    by_horizon: Vec<At<'a>>,
    limits_halved: Option<&'a str>,
    limits_doubled: Option<&'a str>,
    lost_with: Vec<&'a str>,
}

#[derive(Serialize)]
struct Criterion<'a> {
    #[serde(rename = "criterion")]
    name: &'a str,
    amount: f64,
    verdict: Option<Judgement<'a>>,
}

#[derive(Serialize)]
struct At<'a> {
    within_h: f64,
    class: Option<&'a str>,
}

/// The answer of `classify`.
pub fn classify(model: &Model, outcome: &Outcome<Classification>, run: &Run) -> String {
    let answer = outcome.value();
    let criteria = model.network.criteria();
    let names = |ids: &[CriterionId]| ids.iter().map(|&id| criteria.get(id).name.as_str()).collect();
    let (status, reason) = status(outcome);
    super::line(&Wire {
        schema: "keten.classify/1",
        run,
        status,
        reason,
        scheme: &criteria.scheme(answer.scheme).name,
        classes: criteria.classes_of_impact(answer.scheme).into_iter().map(|class| criteria.class(answer.scheme, class)).collect(),
        within_h: answer.within.hours(),
        measured: names(&answer.measured),
        not_estimated: names(&answer.not_estimated),
        rows: answer.rows.iter().map(|row| self::row(model, answer, row)).collect(),
        nodes: match outcome {
            Outcome::Complete(answer) => answer.rows.len() as u64,
            Outcome::Truncated { of, .. } => *of,
        },
        stance: word(model.stance),
        marking: marking::of_all(&model.network),
    })
}

fn row<'a>(model: &'a Model, answer: &Classification, row: &Classified) -> Row<'a> {
    let criteria = model.network.criteria();
    let named = |class: Option<u32>| class.map(|class| criteria.class(answer.scheme, class));
    Row {
        id: model.network.id(row.node),
        name: model.network.name(row.node),
        category: row.stated.map(|category| if category == Category::A { "A" } else { "B" }),
        vital: row.vital,
        class: named(row.class),
        agreement: agreement(Agreement::of(criteria, answer, row)),
        decided_by: row.decided.iter().map(|&id| criteria.get(id).name.as_str()).collect(),
        over: row.over(),
        verified: row.verified,
        criteria: row.criteria.iter().map(|weighed| criterion(model, weighed)).collect(),
        by_horizon: row.by_horizon.iter().map(|&(at, class)| At { within_h: at.hours(), class: named(class) }).collect(),
        limits_halved: named(row.limits_halved),
        limits_doubled: named(row.limits_doubled),
        lost_with: row.parts.iter().map(|&part| model.network.id(part)).collect(),
    }
}

/// The word for how a verdict stands to what is stated, in data.
pub(crate) const fn agreement(agreement: Agreement) -> &'static str {
    match agreement {
        Agreement::Agrees => "agrees",
        Agreement::Graver => "graver",
        Agreement::Milder => "milder",
        Agreement::WouldNotQualify => "would_not_qualify",
        Agreement::WouldQualify => "would_qualify",
    }
}

fn criterion<'a>(model: &'a Model, weighed: &Weighed) -> Criterion<'a> {
    let id = weighed.measured.criterion;
    let verdict = weighed.verdict.as_ref().map(|verdict| class(&model.network, id, verdict));
    Criterion { name: &model.network.criteria().get(id).name, amount: weighed.measured.amount.value(), verdict }
}
