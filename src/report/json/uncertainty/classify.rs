//! `keten.classify.sampled/1`.

use super::Wholeness;
use crate::analysis::Model;
use crate::analysis::classify::Agreement;
use crate::analysis::uncertainty::{SampledClassification, SampledClassified};
use crate::network::{Category, CriterionId};
use crate::outcome::Outcome;
use crate::report::json::agreement;
use crate::report::json::impact::Amounts;
use crate::report::json::run::Run;
use crate::report::marking;
use serde::Serialize;

#[derive(Serialize)]
struct Answer<'a> {
    schema: &'static str,
    run: &'a Run,
    scheme: &'a str,
    classes: Vec<&'a str>,
    within_h: f64,
    measured: Vec<&'a str>,
    not_estimated: Vec<&'a str>,
    certain: bool,
    rows: Vec<Row<'a>>,
    nodes: usize,
    #[serde(flatten)]
    status: Wholeness,
    marking: Option<String>,
}

#[derive(Serialize)]
struct Row<'a> {
    id: &'a str,
    name: &'a str,
    category: Option<&'static str>,
    vital: bool,
    class: Option<&'a str>,
    agreement: &'static str,
    classes: Amounts<'a, f64>,
    none: f64,
    decided_by: Amounts<'a, f64>,
    verified: bool,
    lost_with: Vec<&'a str>,
}

/// The answer of `classify` over samples.
pub fn classify_sampled(model: &Model, outcome: &Outcome<SampledClassification>, run: &Run) -> String {
    let answer = outcome.value();
    let criteria = model.network.criteria();
    let names = |ids: &[CriterionId]| ids.iter().map(|&id| criteria.get(id).name.as_str()).collect();
    crate::report::json::line(&Answer {
        schema: "keten.classify.sampled/1",
        run,
        scheme: &criteria.scheme(answer.scheme).name,
        classes: criteria.classes_of_impact(answer.scheme).into_iter().map(|class| criteria.class(answer.scheme, class)).collect(),
        within_h: answer.within.hours(),
        measured: names(&answer.measured),
        not_estimated: names(&answer.not_estimated),
        certain: answer.certain,
        rows: answer.rows.iter().map(|row| self::row(model, answer, row)).collect(),
        nodes: answer.rows.len(),
        status: Wholeness::of(outcome, answer.samples),
        marking: marking::of_all(&model.network),
    })
}

fn row<'a>(model: &'a Model, answer: &SampledClassification, row: &SampledClassified) -> Row<'a> {
    let criteria = model.network.criteria();
    let classes = criteria.scheme(answer.scheme).classes.iter().map(String::as_str).zip(row.classes.iter().copied());
    Row {
        id: model.network.id(row.node),
        name: model.network.name(row.node),
        category: row.stated.map(|category| if category == Category::A { "A" } else { "B" }),
        vital: row.vital,
        class: row.class.map(|class| criteria.class(answer.scheme, class)),
        agreement: agreement(Agreement::between(criteria, answer.scheme, (row.vital, row.class, row.stated))),
        classes: Amounts(classes.filter(|(_, share)| *share > 0.0).collect()),
        none: row.none,
        decided_by: Amounts(row.decided.iter().map(|&(id, share)| (criteria.get(id).name.as_str(), share)).collect()),
        verified: row.verified,
        lost_with: row.parts.iter().map(|&part| model.network.id(part)).collect(),
    }
}
