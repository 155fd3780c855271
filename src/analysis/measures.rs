//! What does each measure help, what does that cost, and what is the best that a budget buys?
//!
//! Every measure, and every set of them, is a network of its own that is asked the same question in the same worlds: effects are differences
//! sample by sample. Measures do not add up, so sets are followed and not summed (docs/semantics.md, section 17).

use super::Model;
use super::course::Courses;
use super::profile::Profile;
use super::ranking::{Config as RankConfig, Counter, Criterion, Group};
use super::uncertainty::{Figure, Plan};
use crate::diagnostic::Finding;
use crate::graph::{Graph, Unknowns};
use crate::network::{Draw, Event, Measure, MeasureId, NodeId, Taking};
use crate::outcome::{Control, Outcome, Stop};
use crate::units::{End, Time};
use rayon::prelude::*;
use std::sync::Arc;

/// So many samples one thread takes at a time.
const CHUNK: u64 = 16;

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
    /// What is to be made smaller, without any measure.
    pub base: Figure,
    /// Every measure, most avoided first, then by its id.
    pub rows: Vec<Effect>,
    /// The best that the budget buys; `None` where no budget was given.
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

/// A set of measures that a budget buys.
#[derive(Debug, Clone, PartialEq)]
pub struct Portfolio {
    /// The measures.
    pub measures: Vec<MeasureId>,
    /// What they cost together.
    pub cost: f64,
    /// How much they avoid together.
    pub avoided: Figure,
    /// Whether every set that the budget allows was followed.
    pub exact: bool,
    /// How many sets were followed.
    pub followed: u64,
    /// What no set can avoid more than, as long as a measure never makes another worse: what all of them avoid together.
    pub at_most: f64,
}

/// Whether a criterion can be made smaller: a moment cannot, and reach is no loss.
pub fn is_measurable(criterion: Criterion) -> bool {
    !matches!(criterion, Criterion::FirstVitalLoss | Criterion::Compromised)
}

/// Works out every measure of the network, and the best portfolio. With events they happen; without, the mean is taken over the lasting loss
/// of each node, by how often each fails where that is known.
///
/// # Errors
/// The measure that cannot be taken, and why.
pub fn measures(
    model: &Model,
    events: Option<&[Event]>,
    config: &Config,
    control: &Control,
) -> Result<Outcome<Measures>, (MeasureId, Vec<Finding>)> {
    let study = Study { model, events, config, control };
    let all = model.network.measures();
    control.progress.expect(all.len() as u64 + 1);
    let Some(base) = study.values(&[])? else { return Ok(study.stopped(&[], Vec::new())) };
    let mut rows = Vec::new();
    for (place, measure) in all.iter().enumerate() {
        let Some(left) = study.values(&[MeasureId(place as u32)])? else { return Ok(study.stopped(&base, rows)) };
        rows.push(Effect {
            measure: MeasureId(place as u32),
            avoided: avoided(&base, &left),
            left: Figure::of(&left),
            cost: measure.cost_over(config.years),
        });
        control.progress.add(1);
    }
    let portfolio = config.budget.map(|budget| study.portfolio(&base, budget)).transpose()?.flatten();
    rows.sort_by(|a, b| b.avoided.mean.total_cmp(&a.avoided.mean).then_with(|| study.id(a.measure).cmp(study.id(b.measure))));
    if control.cancel.is_stopped() {
        return Ok(study.stopped(&base, rows));
    }
    Ok(Outcome::Complete(Measures { base: Figure::of(&base), rows, portfolio }))
}

/// How much less, sample by sample.
fn avoided(base: &[f64], left: &[f64]) -> Figure {
    let differences: Vec<f64> = base.iter().zip(left).map(|(base, left)| base - left).collect();
    Figure::of(&differences)
}

struct Study<'a> {
    model: &'a Model,
    events: Option<&'a [Event]>,
    config: &'a Config,
    control: &'a Control,
}

type Faults = (MeasureId, Vec<Finding>);

impl Study<'_> {
    fn id(&self, id: MeasureId) -> &str {
        &self.measure(id).id
    }

    fn measure(&self, id: MeasureId) -> &Measure {
        &self.model.network.measures()[id.0 as usize]
    }

    fn stopped(&self, base: &[f64], rows: Vec<Effect>) -> Outcome<Measures> {
        let (done, of) = (rows.len() as u64, self.model.network.measures().len() as u64);
        let part = Measures { base: Figure::of(base), rows, portfolio: None };
        Outcome::Truncated { part, reason: Stop::Interrupted, done, of }
    }

    /// The figure after a set of measures, a value per sample; `None` when the user interrupted.
    fn values(&self, taken: &[MeasureId]) -> Result<Option<Vec<f64>>, Faults> {
        let network = self.model.network.taking(taken).map_err(|findings| (taken.last().copied().unwrap_or(MeasureId(0)), findings))?;
        let mut model = Model::new(network, self.model.stance);
        let Some(plan) = self.config.plan else { return Ok(Some(vec![self.value(&model, model.stance.into())])) };
        let unknowns = Unknowns::of(&model.network);
        model.set_apart(&unknowns);
        let chunks: Vec<u64> = (0..plan.samples).step_by(CHUNK as usize).collect();
        let one = |from: &u64| {
            if self.control.cancel.is_stopped() {
                return None;
            }
            let mut parameters = model.graph().parameters.clone();
            let sample = |sample: u64| {
                let taking = Taking::Draw(Draw { seed: plan.seed, sample });
                parameters.retake(&model.network, &unknowns, taking);
                self.value_in(&model, Graph { topology: model.graph().topology, parameters: &parameters }, taking)
            };
            Some((*from..plan.samples.min(from + CHUNK)).map(sample).collect::<Vec<f64>>())
        };
        let parts: Option<Vec<Vec<f64>>> = chunks.par_iter().map(one).collect();
        Ok(parts.map(|parts| parts.concat()))
    }

    fn value(&self, model: &Model, taking: Taking) -> f64 {
        self.value_in(model, model.graph(), taking)
    }

    /// The figure in one world.
    fn value_in(&self, model: &Model, graph: Graph, taking: Taking) -> f64 {
        let mut rank = RankConfig::new(self.config.criterion);
        rank.within = self.config.within;
        let mut counter = Counter::new(graph, Arc::new(Profile::of(model)), &rank).measuring(&model.network, &rank, taking);
        if let Some(events) = self.events {
            let course = Courses::new(model, events, self.config.within).take(taking);
            return counter.follow_course(&course, &[], String::new()).score.unwrap_or(0.0);
        }
        let nodes: Vec<NodeId> = self.config.of.clone().unwrap_or_else(|| model.network.nodes().collect());
        let is_known = nodes.iter().any(|&node| failures(model, node).is_some());
        let (mut sum, mut weights) = (0.0, 0.0);
        for node in nodes {
            let weight = if is_known { failures(model, node).unwrap_or(0.0) } else { 1.0 };
            if weight > 0.0 {
                let group = Group { id: String::new(), nodes: vec![node] };
                sum += weight * counter.row(group).score.unwrap_or(0.0);
                weights += weight;
            }
        }
        // With frequencies it is what is expected in a year; without, the mean of one loss.
        if is_known { sum } else { sum / f64::max(weights, 1.0) }
    }

    /// The best set within a budget: all of them followed where they are few, else put together one measure at a time.
    fn portfolio(&self, base: &[f64], budget: f64) -> Result<Option<Portfolio>, Faults> {
        let all = self.model.network.measures();
        let bought: Vec<MeasureId> =
            (0..all.len() as u32).map(MeasureId).filter(|&id| self.cost(&[id]).is_some_and(|cost| cost <= budget)).collect();
        let Some(every) = self.values(&bought)? else { return Ok(None) };
        let at_most = avoided(base, &every).mean;
        let sets = self.sets(&bought, budget);
        let exact = sets.is_some();
        let (mut best, mut followed): ((Vec<MeasureId>, Figure), u64) = ((Vec::new(), avoided(base, base)), 0);
        let better = |a: &(Vec<MeasureId>, Figure), b: &(Vec<MeasureId>, Figure)| {
            a.1.mean > b.1.mean || (a.1.mean >= b.1.mean && self.cost(&a.0) < self.cost(&b.0))
        };
        if let Some(sets) = sets {
            for set in sets {
                let Some(left) = self.values(&set)? else { return Ok(None) };
                followed += 1;
                let found = (set, avoided(base, &left));
                if better(&found, &best) {
                    best = found;
                }
            }
        } else {
            loop {
                let mut next: Option<(f64, (Vec<MeasureId>, Figure))> = None;
                for &id in bought.iter().filter(|&&id| self.fits(&best.0, id, budget)) {
                    let set = [&best.0[..], &[id]].concat();
                    let Some(left) = self.values(&set)? else { return Ok(None) };
                    followed += 1;
                    let figure = avoided(base, &left);
                    let gain = (figure.mean - best.1.mean) / self.cost(&[id]).unwrap_or(0.0).max(1.0);
                    if figure.mean > best.1.mean && next.as_ref().is_none_or(|(known, _)| gain > *known) {
                        next = Some((gain, (set, figure)));
                    }
                }
                let Some((_, found)) = next else { break };
                best = found;
            }
        }
        let cost = self.cost(&best.0).unwrap_or(0.0);
        let mut measures = best.0;
        measures.sort_unstable();
        Ok(Some(Portfolio { cost, measures, avoided: best.1, exact, followed, at_most }))
    }

    fn cost(&self, set: &[MeasureId]) -> Option<f64> {
        set.iter().map(|&id| self.measure(id).cost_over(self.config.years)).sum()
    }

    /// Whether one more measure can be taken and paid.
    fn fits(&self, set: &[MeasureId], id: MeasureId, budget: f64) -> bool {
        let is_free = !set.contains(&id) && !self.measure(id).excludes.iter().any(|other| set.contains(other));
        is_free && self.cost(&[set, &[id]].concat()).is_some_and(|cost| cost <= budget)
    }

    /// Every set that the budget and the exclusions allow; `None` where there are too many.
    fn sets(&self, bought: &[MeasureId], budget: f64) -> Option<Vec<Vec<MeasureId>>> {
        let mut sets: Vec<Vec<MeasureId>> = vec![Vec::new()];
        for &id in bought {
            let larger: Vec<Vec<MeasureId>> =
                sets.iter().filter(|set| self.fits(set, id, budget)).map(|set| [&set[..], &[id]].concat()).collect();
            sets.extend(larger);
            if sets.len() > self.config.most_sets {
                return None;
            }
        }
        Some(sets.into_iter().skip(1).collect())
    }
}

fn failures(model: &Model, node: NodeId) -> Option<f64> {
    model.network.node(node).failures_per_year.value().map(|amount| amount.at(End::Middle).value())
}
