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
    /// The samples; `None`: one run under the stance. Until a standard error: that of the figure before a measure is tried, and every set is
    /// followed in as many.
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
    /// What is to be made smaller, with what is taken already and nothing else; `None`: the user interrupted before that was known.
    pub base: Option<Figure>,
    /// In how many samples everything was followed; `None`: in one run.
    pub samples: Option<u64>,
    /// Every measure, most avoided first, then by its id; those that cannot be taken come last.
    pub rows: Vec<Effect>,
    /// The best that the budget buys; `None` where no budget was given, or the user interrupted before it was found.
    pub portfolio: Option<Portfolio>,
}

/// What one measure helps.
#[derive(Debug, Clone, PartialEq)]
pub struct Effect {
    /// The measure.
    pub measure: MeasureId,
    /// How it stands to what is taken already.
    pub standing: Standing,
    /// What is left; `None`: it cannot be taken.
    pub left: Option<Figure>,
    /// How much less that is, sample by sample.
    pub avoided: Option<Figure>,
    /// What it costs over the years; `None`: not stated.
    pub cost: Option<f64>,
}

impl Effect {
    /// Euros for each unit avoided; `None` where nothing is avoided or no cost is stated.
    pub fn cost_per_unit(&self) -> Option<f64> {
        let avoided = self.avoided.map(|avoided| avoided.mean).filter(|avoided| *avoided > 0.0);
        self.cost.zip(avoided).map(|(cost, avoided)| cost / avoided)
    }
}

/// How a measure stands to those that are taken already, as by a scenario.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// It can be taken.
    Open,
    /// It is taken already.
    Taken,
    /// One that is taken excludes it.
    Excluded,
    /// With it the network would be at fault, as it is not with the measure alone.
    Impossible,
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
/// Every measure that cannot be taken by itself, whatever is taken already.
pub fn measures(model: &Model, events: Option<&[Event]>, config: &Config, control: &Control) -> Result<Outcome<Measures>, Vec<Impossible>> {
    let all: Vec<MeasureId> = (0..model.network.measures().len() as u32).map(MeasureId).collect();
    let impossible: Vec<Impossible> = all.iter().filter_map(|&id| Some((id, model.network.untaken().taking(&[id]).err()?))).collect();
    if !impossible.is_empty() {
        return Err(impossible);
    }
    let mut study = Study::new(model, events, config, control);
    study.expect(all.len() as u64 + 1);
    let mut answer = Measures { base: None, samples: None, rows: Vec::new(), portfolio: None };
    let is_whole = work(&mut study, &all, &mut answer);
    let id = |effect: &Effect| &study.measure(effect.measure).id;
    let size = |effect: &Effect| effect.avoided.map_or(f64::NEG_INFINITY, |avoided| avoided.mean);
    answer.rows.sort_by(|a, b| size(b).total_cmp(&size(a)).then_with(|| id(a).cmp(id(b))));
    if !is_whole {
        let (done, of) = (answer.rows.len() as u64, all.len() as u64);
        return Ok(Outcome::Truncated { part: answer, reason: Stop::Interrupted, done, of });
    }
    let wanted = config.plan.and_then(|plan| plan.until_se);
    if wanted.zip(answer.base).is_some_and(|(wanted, base)| base.se > wanted) {
        let done = answer.samples.unwrap_or(1);
        return Ok(Outcome::Truncated { part: answer, reason: Stop::Budget, done, of: done });
    }
    Ok(Outcome::Complete(answer))
}

/// Fills in the answer as far as the user lets it; whether that is all.
fn work(study: &mut Study, all: &[MeasureId], answer: &mut Measures) -> bool {
    let Followed::Values(base) = study.begin() else { return false };
    answer.base = Some(Figure::of(&base));
    answer.samples = study.config.plan.map(|_| base.len() as u64);
    for &measure in all {
        let Some(effect) = effect(study, &base, measure) else { return false };
        answer.rows.push(effect);
    }
    let Some(budget) = study.config.budget else { return true };
    answer.portfolio = portfolio::best(study, &base, budget);
    answer.portfolio.is_some()
}

/// What a measure helps beside what is taken already; `None` when the user interrupted.
fn effect(study: &Study, base: &[f64], measure: MeasureId) -> Option<Effect> {
    let taken = study.taken();
    let is_excluded = study.measure(measure).excludes.iter().any(|other| taken.contains(other));
    let left = match if is_excluded { study.pass_over() } else { study.follow(&[measure]) } {
        Followed::Values(left) => Some(left),
        Followed::Impossible => None,
        Followed::Interrupted => return None,
    };
    let standing = match &left {
        _ if taken.contains(&measure) => Standing::Taken,
        _ if is_excluded => Standing::Excluded,
        None => Standing::Impossible,
        Some(_) => Standing::Open,
    };
    let avoided = left.as_ref().map(|left| avoided(base, left));
    Some(Effect { measure, standing, avoided, left: left.as_deref().map(Figure::of), cost: study.cost(&[measure]) })
}

/// How much less, sample by sample.
fn avoided(base: &[f64], left: &[f64]) -> Figure {
    let differences: Vec<f64> = base.iter().zip(left).map(|(base, left)| base - left).collect();
    Figure::of(&differences)
}
