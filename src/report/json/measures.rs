//! `keten.measures/1`.

use super::run::{Run, status};
use super::uncertainty::Wire as Band;
use crate::analysis::Model;
use crate::analysis::measures::{Effect, Measures, Portfolio, Standing};
use crate::analysis::ranking::Criterion;
use crate::analysis::uncertainty::Figure;
use crate::network::MeasureId;
use crate::outcome::Outcome;
use crate::report::marking;
use crate::units::Magnitude;
use serde::Serialize;

#[derive(Serialize)]
struct Wire<'a> {
    schema: &'static str,
    run: &'a Run,
    status: &'static str,
    criterion: &'a str,
    base: Option<Value>,
    rows: Vec<Row<'a>>,
    portfolio: Option<Best<'a>>,
    marking: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    reason: Option<&'static str>,
    /// In how many samples; left out in one run.
    #[serde(skip_serializing_if = "Option::is_none")]
    samples: Option<u64>,
}

/// A number, and over samples a figure.
#[derive(Serialize)]
#[serde(untagged)]
enum Value {
    One(f64),
    Sampled(Band),
}

#[derive(Serialize)]
struct Row<'a> {
    id: &'a str,
    name: &'a str,
    targets: Vec<&'a str>,
    avoided: Option<Value>,
    left: Option<Value>,
    cost_eur: Option<f64>,
    cost_per_unit: Option<f64>,
    excludes: Vec<&'a str>,
    source: Option<&'a str>,
    confidence: Option<f64>,
    once_eur: Option<f64>,
    yearly_eur: Option<f64>,
    /// How it stands to what the scenario takes; null where it can be taken.
    standing: Option<&'static str>,
}

#[derive(Serialize)]
struct Best<'a> {
    measures: Vec<&'a str>,
    cost_eur: f64,
    avoided: Value,
    exact: bool,
    followed: u64,
    at_most: f64,
    impossible: u64,
    together: Option<f64>,
}

/// The answer of `measures`.
pub fn measures(model: &Model, outcome: &Outcome<Measures>, criterion: Criterion, run: &Run) -> String {
    let answer = outcome.value();
    let value = |figure: &Figure| if run.samples.is_some() { Value::Sampled((*figure).into()) } else { Value::One(figure.mean) };
    let best = |portfolio: &Portfolio| Best {
        measures: portfolio.measures.iter().map(|&id| id_of(model, id)).collect(),
        cost_eur: portfolio.cost,
        avoided: value(&portfolio.avoided),
        exact: portfolio.exact,
        followed: portfolio.followed,
        at_most: portfolio.at_most,
        impossible: portfolio.impossible,
        together: portfolio.together,
    };
    let (status, reason) = status(outcome);
    super::line(&Wire {
        schema: "keten.measures/1",
        run,
        status,
        reason,
        samples: answer.samples,
        criterion: criterion.name(&model.network),
        base: answer.base.as_ref().map(value),
        rows: answer.rows.iter().map(|effect| row(model, effect, &value)).collect(),
        portfolio: answer.portfolio.as_ref().map(best),
        marking: marking::of_all(&model.network),
    })
}

/// The word of a measure that cannot be taken any more; `None` where it can.
pub(crate) fn standing(standing: Standing) -> Option<&'static str> {
    match standing {
        Standing::Open => None,
        Standing::Taken => Some("taken"),
        Standing::Excluded => Some("excluded"),
        Standing::Impossible => Some("impossible"),
    }
}

fn id_of(model: &Model, id: MeasureId) -> &str {
    &model.network.measures()[id.0 as usize].id
}

fn row<'a>(model: &'a Model, effect: &Effect, value: &dyn Fn(&Figure) -> Value) -> Row<'a> {
    let measure = &model.network.measures()[effect.measure.0 as usize];
    Row {
        id: &measure.id,
        name: &measure.name,
        targets: measure.targets.iter().map(|&node| model.network.id(node)).collect(),
        avoided: effect.avoided.as_ref().map(value),
        left: effect.left.as_ref().map(value),
        standing: standing(effect.standing),
        cost_eur: effect.cost,
        cost_per_unit: effect.cost_per_unit(),
        excludes: measure.excludes.iter().map(|&id| id_of(model, id)).collect(),
        source: measure.provenance.source.map(|source| model.network.text(source)),
        confidence: measure.provenance.confidence.map(|confidence| confidence.0),
        once_eur: measure.cost.map(Magnitude::as_f64),
        yearly_eur: measure.cost_per_year.map(Magnitude::as_f64),
    }
}
