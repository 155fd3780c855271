//! What differs between two networks, or two scenarios, what follows from the difference, and which rows are behind it?
//!
//! Every change of the data is tried by itself, twice: it alone added to the first network, and it alone taken out of the second. A figure
//! that moves either way rests on it. Where unknowns are drawn, both sides are asked in the same worlds, so that what is left of a
//! difference is no luck of the draw (docs/semantics.md, section 16).

mod course;
mod effects;
mod ranks;

use super::Model;
use super::ranking::Criterion;
use super::uncertainty::Plan;
use crate::network::{CellChange, Change, Event, Network, Ranges, Scenario, changes, settings};
use crate::outcome::{Control, Outcome, Stop};
use crate::units::Time;

pub use course::{CourseChange, Met, NodeChange, Total, VerdictChange};
pub use effects::{Effect, Figure};
pub use ranks::{RankChange, RankingChange};

/// One of the two.
pub struct Side<'a> {
    /// The network in which it happens: with the measures that the scenario takes.
    pub model: &'a Model,
    /// What happens, if anything does.
    pub course: Option<Course<'a>>,
    /// Where empty cells lie, for verdicts.
    pub ranges: Ranges,
}

/// What happens on a side.
pub struct Course<'a> {
    /// The name of the scenario.
    pub name: &'a str,
    /// The scenario, resolved in the network of the side.
    pub scenario: &'a Scenario,
    /// How far is looked ahead.
    pub horizon: Time,
    /// The same scenario in networks between the two.
    pub resolve: Resolve<'a>,
}

/// What is asked.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Config {
    /// By what initiators are ranked.
    pub criterion: Criterion,
    /// How long after a loss is looked.
    pub within: Time,
    /// So many of the worst are hubs.
    pub hubs: u64,
    /// The samples in which unknowns are drawn; `None`: they are taken by the stance.
    pub plan: Option<Plan>,
    /// So many units of change are tried by themselves at most.
    pub max_tried: usize,
    /// The ranking of larger networks is not tried again for every change.
    pub max_nodes_ranked: usize,
}

impl Config {
    /// Within 72 hours, the ten worst, nothing drawn, up to 100 changes tried.
    pub fn new(criterion: Criterion) -> Self {
        Self { criterion, within: Scenario::HORIZON, hubs: 10, plan: None, max_tried: 100, max_nodes_ranked: 2_000 }
    }
}

/// Resolves what happens in a network between the two, in which the measures that the scenario takes are in place; `None` where it cannot be.
pub type Resolve<'a> = &'a (dyn Fn(&Network) -> Option<(Vec<Event>, Time)> + Sync);

/// What differs.
#[derive(Debug, Clone, PartialEq)]
pub struct Comparison {
    /// Rows that differ.
    pub changes: Vec<Change>,
    /// What network.toml says on one side and not on the other, by key.
    pub settings: Vec<CellChange>,
    /// What the scenario does on both sides; `None` where nothing happens, or the user interrupted before that was known.
    pub course: Option<CourseChange>,
    /// Both rankings; `None` where the networks are the same, or the user interrupted before these were known.
    pub ranking: Option<RankingChange>,
    /// The figures, on both sides.
    pub figures: Vec<Figure>,
    /// What each unit of change does by itself, where it moves a figure; the largest first.
    pub effects: Vec<Effect>,
    /// How many units were tried, and how many there are.
    pub tried: (u64, u64),
    /// Of how many of those tried it is not known whether they move a figure: the scenario means nothing between the two.
    pub unknown: u64,
    /// How many samples both sides share, where unknowns are drawn; of none, as after an interrupt, all is by the stance.
    pub samples: Option<u64>,
}

/// Compares two sides. Of an interrupted comparison there are the parts that were finished; none of them says less than it would.
pub fn compare(before: &Side, after: &Side, config: &Config, control: &Control) -> Outcome<Comparison> {
    let changes = changes(&before.model.network, &after.model.network);
    let mut draws = Draws { shared: config.plan.map(|plan| plan.samples), stop: None };
    let course = course::compare(before, after, config, control, &mut draws);
    let ranking = if changes.is_empty() { None } else { ranks::compare([before.model, after.model], config, control, &mut draws) };
    let tried = effects::effects(before, after, &changes, config, control);
    let (done, of) = tried.count;
    let part = Comparison {
        changes,
        settings: settings(&before.model.network, &after.model.network),
        course,
        ranking,
        figures: tried.figures,
        effects: tried.effects,
        tried: tried.count,
        unknown: tried.unknown,
        samples: draws.shared,
    };
    if control.cancel.is_stopped() {
        return Outcome::Truncated { part, reason: Stop::Interrupted, done, of };
    }
    match draws.stop {
        None => Outcome::Complete(part),
        Some(reason) => {
            let (done, of) = (part.samples.unwrap_or(0), config.plan.map_or(0, |plan| plan.samples));
            Outcome::Truncated { part, reason, done, of }
        }
    }
}

/// The samples that were drawn for all that is compared.
struct Draws {
    /// How many both sides share; `None` where nothing is drawn.
    shared: Option<u64>,
    /// Why there are fewer than were asked for, or the standard error is larger.
    stop: Option<Stop>,
}

impl Draws {
    /// What was drawn for both sides, and in how many samples: as many as the side with fewer.
    fn both<T>(&mut self, [before, after]: [Outcome<T>; 2], samples: impl Fn(&T) -> usize) -> ([T; 2], usize) {
        for outcome in [&before, &after] {
            if let Outcome::Truncated { reason, .. } = outcome {
                self.stop = Some(*reason);
            }
        }
        let sides = [before, after].map(Outcome::into_value);
        let shared = sides.iter().map(samples).min().unwrap_or(0);
        self.shared = self.shared.map(|known| known.min(shared as u64));
        (sides, shared)
    }
}

/// A difference between the two sides over the same samples.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Paired {
    /// The mean difference: after minus before.
    pub mean: f64,
    /// Its standard error.
    pub se: f64,
}

impl Paired {
    /// Two-sided 95 % of a normal distribution.
    const SIGNIFICANT: f64 = 1.96;

    /// Whether the difference is larger than the luck of the draw.
    pub fn is_significant(self) -> bool {
        self.mean.abs() > Self::SIGNIFICANT * self.se
    }
}
