//! What does each measure help, what does that cost, and what is the best that a budget buys?
//!
//! Every measure, and every set of them, is a network of its own that is asked the same question in the same worlds: effects are differences
//! sample by sample. Measures do not add up, so sets are followed and not summed (docs/semantics.md, section 17).

mod figure;
mod portfolio;

use super::Model;
use super::ranking::Criterion;
use super::uncertainty::{Figure, Plan};
use crate::diagnostic::Finding;
use crate::network::{Event, MeasureId, NodeId};
use crate::outcome::{Control, Outcome, Stop};
use crate::units::Time;
use figure::{Followed, Study};
pub use portfolio::Portfolio;

/// What is asked.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Config {
    /// What is to be made smaller.
    pub criterion: Criterion,
    /// How far is looked ahead.
    pub within: Time,
    /// Which nodes may be lost, where no events are given; `None`: all.
    pub of: Option<Vec<NodeId>>,
    /// What may be spent, in euros; `None`: no portfolio is sought.
    pub budget: Option<f64>,
    /// Over how many years yearly costs are added up.
    pub years: f64,
    /// The samples; `None`: one run under the stance.
    pub plan: Option<Plan>,
    /// So many sets are followed at most; beyond it the portfolio is put together one measure at a time.
    pub most_sets: usize,
}

impl Config {
    /// Over ten years, in one run, sets of measures followed as long as there are at most 4,096.
    pub fn new(criterion: Criterion, within: Time) -> Self {
        Self { criterion, within, of: None, budget: None, years: 10.0, plan: None, most_sets: 4_096 }
    }
}

/// What measures help.
#[derive(Debug, Clone, PartialEq)]
pub struct Measures {
    /// What is to be made smaller, without any measure; `None`: the user interrupted before that was known.
    pub base: Option<Figure>,
    /// Every measure, most avoided first, then by its id.
    pub rows: Vec<Effect>,
    /// The best that the budget buys; `None` where no budget was given, or the user interrupted before it was found.
    pub portfolio: Option<Portfolio>,
}

/// What one measure helps.
#[derive(Debug, Clone, PartialEq)]
pub struct Effect {
    /// The measure.
    pub measure: MeasureId,
    /// What is left.
    pub left: Figure,
    /// How much less that is, sample by sample.
    pub avoided: Figure,
    /// What it costs over the years; `None`: not stated.
    pub cost: Option<f64>,
}

impl Effect {
    /// Euros for each unit avoided; `None` where nothing is avoided or no cost is stated.
    pub fn cost_per_unit(&self) -> Option<f64> {
        self.cost.filter(|_| self.avoided.mean > 0.0).map(|cost| cost / self.avoided.mean)
    }
}

/// A measure that cannot be taken by itself, and why.
pub type Impossible = (MeasureId, Vec<Finding>);

/// Whether a criterion can be made smaller: a moment cannot, and reach is no loss.
pub fn is_measurable(criterion: Criterion) -> bool {
    !matches!(criterion, Criterion::FirstVitalLoss | Criterion::Compromised)
}

/// Works out every measure of the network, and the best portfolio. With events they happen; without, the mean is taken over the lasting loss
/// of each node, by how often each fails where that is known.
///
/// # Errors
/// Every measure that cannot be taken by itself.
pub fn measures(model: &Model, events: Option<&[Event]>, config: &Config, control: &Control) -> Result<Outcome<Measures>, Vec<Impossible>> {
    let all: Vec<MeasureId> = (0..model.network.measures().len() as u32).map(MeasureId).collect();
    let impossible: Vec<Impossible> = all.iter().filter_map(|&id| Some((id, model.network.taking(&[id]).err()?))).collect();
    if !impossible.is_empty() {
        return Err(impossible);
    }
    let study = Study::new(model, events, config, control);
    control.progress.expect(all.len() as u64 + 1);
    let mut answer = Measures { base: None, rows: Vec::new(), portfolio: None };
    let is_whole = work(&study, &all, &mut answer);
    let id = |effect: &Effect| &study.measure(effect.measure).id;
    answer.rows.sort_by(|a, b| b.avoided.mean.total_cmp(&a.avoided.mean).then_with(|| id(a).cmp(id(b))));
    if is_whole {
        return Ok(Outcome::Complete(answer));
    }
    let (done, of) = (answer.rows.len() as u64, all.len() as u64);
    Ok(Outcome::Truncated { part: answer, reason: Stop::Interrupted, done, of })
}

/// Fills in the answer as far as the user lets it; whether that is all.
fn work(study: &Study, all: &[MeasureId], answer: &mut Measures) -> bool {
    let Followed::Values(base) = study.follow(&[]) else { return false };
    answer.base = Some(Figure::of(&base));
    for &measure in all {
        let Followed::Values(left) = study.follow(&[measure]) else { return false };
        let (avoided, cost) = (avoided(&base, &left), study.cost(&[measure]));
        answer.rows.push(Effect { measure, avoided, left: Figure::of(&left), cost });
    }
    let Some(budget) = study.config.budget else { return true };
    answer.portfolio = portfolio::best(study, &base, budget);
    answer.portfolio.is_some()
}

/// How much less, sample by sample.
fn avoided(base: &[f64], left: &[f64]) -> Figure {
    let differences: Vec<f64> = base.iter().zip(left).map(|(base, left)| base - left).collect();
    Figure::of(&differences)
}
