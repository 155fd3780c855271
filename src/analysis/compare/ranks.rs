//! Both rankings: who moved, who became a hub or a single point of failure, and who no longer is one.

use super::{Config, Draws, Paired};
use crate::analysis::Model;
use crate::analysis::ranking::{self, Criterion, Row, rank};
use crate::analysis::structure::{self, Method, Structure, structure};
use crate::analysis::uncertainty;
use crate::outcome::{Control, Outcome};
use crate::units::Time;
use std::collections::{BTreeMap, BTreeSet};

/// Both rankings.
#[derive(Debug, Clone, PartialEq)]
pub struct RankingChange {
    /// By what initiators are ranked.
    pub criterion: Criterion,
    /// How long after a loss is looked.
    pub within: Time,
    /// Initiators whose rank or score differs, or that are on one side alone; the largest difference in score first.
    pub rows: Vec<RankChange>,
    /// Hubs on the second side alone: among the worst, and bringing something down.
    pub new_hubs: Vec<String>,
    /// Hubs on the first side alone.
    pub gone_hubs: Vec<String>,
    /// Single points of failure on the second side alone: nodes whose loss alone ends a vital process.
    pub new_single_points: Vec<String>,
    /// Single points of failure on the first side alone.
    pub gone_single_points: Vec<String>,
    /// Whether all single points of failure of both sides were found; else one that seems new or gone may be on both.
    pub single_points_complete: bool,
}

/// An initiator on both sides.
#[derive(Debug, Clone, PartialEq)]
pub struct RankChange {
    /// Its id.
    pub id: String,
    /// Rank and score on the first side; `None`: it is not there.
    pub before: Option<(u64, Option<f64>)>,
    /// Rank and score on the second side.
    pub after: Option<(u64, Option<f64>)>,
    /// The difference of the scores sample by sample, where unknowns are drawn.
    pub paired: Option<Paired>,
}

/// What differs; `None` where the user interrupted before it was known by the stance.
pub(super) fn compare([before, after]: [&Model; 2], config: &Config, control: &Control, draws: &mut Draws) -> Option<RankingChange> {
    let [old, new] = [before, after].map(|model| ranked(model, config, control));
    // A part of a ranking would say of nodes that they are new or gone.
    let (old, new) = (old?, new?);
    let scores = config.plan.and_then(|plan| {
        let outcomes = [before, after].map(|model| uncertainty::scores(model, &ranking_config(config), &plan, control));
        let (mut sides, shared) = draws.both(outcomes, |scores| scores.values().map(Vec::len).min().unwrap_or(0));
        sides.iter_mut().flat_map(BTreeMap::values_mut).for_each(|values| values.truncate(shared));
        (shared > 0).then_some(sides)
    });
    let (new_hubs, gone_hubs) = moved(&hubs(&old, config), &hubs(&new, config));
    let asked = structure_config([before, after]);
    let [had, has] = [before, after].map(|model| structure(model, &asked));
    let (new_single_points, gone_single_points) = moved(&single_points(before, &had), &single_points(after, &has));
    let single_points_complete = had.complete && has.complete;
    let rows = rows(&old, &new, scores.as_ref());
    let (criterion, within) = (config.criterion, config.within);
    Some(RankingChange { criterion, within, rows, new_hubs, gone_hubs, new_single_points, gone_single_points, single_points_complete })
}

fn ranking_config(config: &Config) -> ranking::Config {
    let mut wanted = ranking::Config::new(config.criterion);
    wanted.within = config.within;
    wanted
}

/// All initiators, ranked; `None` when the user interrupted.
pub(super) fn ranked(model: &Model, config: &Config, control: &Control) -> Option<Vec<Row>> {
    match rank(model, &ranking_config(config), control) {
        Outcome::Complete(ranking) => Some(ranking.rows),
        Outcome::Truncated { .. } => None,
    }
}

fn hubs(rows: &[Row], config: &Config) -> Vec<String> {
    let is_hub = |row: &&Row| row.rank <= config.hubs && (row.affected > 0 || row.reached.is_some_and(|reached| reached.compromised > 0));
    rows.iter().filter(is_hub).map(|row| row.id.clone()).collect()
}

/// How single losses are followed: on both sides alike, or what one way finds and the other does not would seem new or gone.
pub(super) fn structure_config(sides: [&Model; 2]) -> structure::Config {
    let config = structure::Config::default();
    let is_each = sides.iter().all(|model| structure::method(model, &config) == Method::EachLoss);
    // What lies between both sides may be larger than either, and is followed as they are.
    structure::Config { each_loss_up_to: if is_each { u64::MAX } else { 0 }, ..config }
}

/// The nodes whose loss alone ends a vital process.
fn single_points(model: &Model, built: &Structure) -> Vec<String> {
    built.points.iter().map(|&(node, _)| model.network.id(node).to_owned()).collect()
}

/// Those in the second list alone, and those in the first alone, in order.
fn moved(old: &[String], new: &[String]) -> (Vec<String>, Vec<String>) {
    let only = |of: &[String], other: &[String]| {
        let other: BTreeSet<&String> = other.iter().collect();
        let only: BTreeSet<&String> = of.iter().filter(|id| !other.contains(id)).collect();
        only.into_iter().cloned().collect()
    };
    (only(new, old), only(old, new))
}

/// The scores of initiators, sample by sample.
type Drawn = BTreeMap<String, Vec<f64>>;

fn rows(old: &[Row], new: &[Row], drawn: Option<&[Drawn; 2]>) -> Vec<RankChange> {
    let by_id = |rows: &[Row]| rows.iter().map(|row| (row.id.clone(), (row.rank, row.score))).collect::<BTreeMap<_, _>>();
    let (old, new) = (by_id(old), by_id(new));
    let all = old.keys().chain(new.keys().filter(|id| !old.contains_key(*id)));
    let change = |id: &String| {
        let drawn = drawn.and_then(|[before, after]| Some((before.get(id)?, after.get(id)?)));
        let paired = drawn.map(|(before, after)| paired(before, after));
        RankChange { id: id.clone(), before: old.get(id).copied(), after: new.get(id).copied(), paired }
    };
    let is_changed = |change: &RankChange| change.before != change.after || change.paired.is_some_and(Paired::is_significant);
    let mut changed: Vec<RankChange> = all.map(change).filter(is_changed).collect();
    let score = |side: Option<(u64, Option<f64>)>| side.and_then(|(_, score)| score).unwrap_or(0.0);
    let size = |change: &RankChange| change.paired.map_or(score(change.after) - score(change.before), |paired| paired.mean).abs();
    changed.sort_by(|a, b| size(b).total_cmp(&size(a)).then_with(|| a.id.cmp(&b.id)));
    changed
}

/// The difference of values of the same samples.
pub(super) fn paired(before: &[f64], after: &[f64]) -> Paired {
    let differences: Vec<f64> = before.iter().zip(after).map(|(before, after)| after - before).collect();
    let figure = uncertainty::Figure::of(&differences);
    Paired { mean: figure.mean, se: figure.se }
}

pub(super) fn mean(values: &[f64]) -> f64 {
    uncertainty::Figure::of(values).mean
}
