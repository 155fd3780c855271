//! Whose lasting loss brings down most, or whose compromise reaches most, and how sure is that order?
//!
//! Every initiator is followed in the same worlds, so a difference between two of them is not blurred by the luck of the draw.

use super::drawn::Drawn;
use super::figure::{Figure, mean_and_error};
use super::side_by_side::{Floods, SIDE_BY_SIDE};
use super::worlds::{Plan, Survey, chunk_of, survey};
use crate::analysis::Model;
use crate::analysis::profile::Profile;
use crate::analysis::ranking::{Config, Counter, Criterion, Group, Row, World, groups};
use crate::engine::{Spread, Web};
use crate::graph::{AccessCells, AccessNumbers, Graph, Parameters};
use crate::network::{Draw, Taking};
use crate::outcome::{Control, Outcome};
use crate::units::Time;
use std::ops::Range;
use std::sync::Arc;

/// Initiators, worst first, with what is known of their order.
#[derive(Debug, Clone, PartialEq)]
pub struct SampledRanking {
    /// By what they are ordered.
    pub criterion: Criterion,
    /// How long after the loss was looked.
    pub within: Time,
    /// How many samples.
    pub samples: u64,
    /// The initiators, by mean score, worst first.
    pub rows: Vec<SampledRow>,
}

/// What the lasting loss of one initiator brings down over the samples.
#[derive(Debug, Clone, PartialEq)]
pub struct SampledRow {
    /// The rank by mean score. Initiators share a rank where their difference from the first of them is not significant: within 1.96 standard
    /// errors, sample by sample.
    pub rank: u64,
    /// The node's id, or the group's value.
    pub id: String,
    /// How many nodes are lost at the start.
    pub nodes: u64,
    /// The rank in a single sample.
    pub rank_in_samples: Figure,
    /// The share of samples in which the initiator is among the ten worst.
    pub p_top10: f64,
    /// Nodes whose output falls below 1.
    pub affected: Figure,
    /// Nodes whose output falls to the threshold.
    pub lost: Figure,
    /// Lost nodes of kind process.
    pub processes_lost: Figure,
    /// Different sectors of affected nodes.
    pub sectors_hit: Figure,
    /// When the first vital node is lost, in hours, over the samples in which one is; `None` where there is no such sample.
    pub first_vital_loss_h: Option<Figure>,
    /// The share of samples in which a vital node is lost.
    pub p_vital_loss: f64,
    /// The integrals of 1 - output, added up, in hours.
    pub lost_h: Figure,
    /// Whom its compromise reaches, where the ranking is by that; what its loss brings down is then not worked out, and is 0 above.
    pub reached: Option<SampledReach>,
    /// The value of the criterion. A sample in which no vital node is lost counts as one at the end of the time looked at.
    pub score: Figure,
}

/// Whom the compromise of one initiator reaches over the samples, its own nodes left out.
#[derive(Debug, Clone, PartialEq)]
pub struct SampledReach {
    /// Nodes.
    pub compromised: Figure,
    /// Vital nodes.
    pub vital: Figure,
    /// When the first vital node is, in hours, over the samples in which one is; `None` where there is no such sample.
    pub first_vital_h: Option<Figure>,
    /// The share of samples in which a vital node is reached.
    pub p_vital: f64,
}

/// How many are "the worst" of which a chance is given.
const TOP: u64 = 10;
/// Two-sided 95 % of a normal distribution.
const SIGNIFICANT: f64 = 1.96;

/// Whether a ranking follows its samples side by side: for diagnosis.
pub fn runs_side_by_side(model: &Model, config: &Config, plan: &Plan) -> bool {
    web(&Drawn::of(model, plan), config).is_some()
}

/// Along which rows losses pass, where counts of what is lost at the start say all.
fn web(drawn: &Drawn, config: &Config) -> Option<Web> {
    let counts = !matches!(config.criterion, Criterion::Compromised | Criterion::Impact(_));
    counts.then(|| drawn.web(config.within)).flatten()
}

/// Ranks initiators in the samples of a plan. The main figure, for `until_se`, is the score, of the initiator whose error is largest.
pub fn rank(model: &Model, config: &Config, plan: &Plan, control: &Control) -> Outcome<SampledRanking> {
    let prepared = Prepared::of(model, config, plan);
    let worlds = prepared.worlds();
    survey(&worlds, plan, control).map(|(tally, samples)| SampledRanking {
        criterion: config.criterion,
        within: config.within,
        samples,
        rows: worlds.rows(&tally, samples),
    })
}

/// What initiators are compared by, sample by sample: the larger, the worse.
pub(super) fn badness(model: &Model, config: &Config, plan: &Plan, control: &Control) -> Outcome<Vec<(String, Vec<f64>)>> {
    let prepared = Prepared::of(model, config, plan);
    let by_id = |tally: Vec<Initiator>| prepared.groups.iter().zip(tally).map(|(group, known)| (group.id.clone(), known.badness)).collect();
    survey(&prepared.worlds(), plan, control).map(|(tally, _)| by_id(tally))
}

/// What all samples share.
struct Prepared<'m> {
    model: &'m Model,
    config: &'m Config,
    drawn: Drawn<'m>,
    web: Option<Web>,
    profile: Arc<Profile>,
    groups: Vec<Group>,
}

impl<'m> Prepared<'m> {
    fn of(model: &'m Model, config: &'m Config, plan: &Plan) -> Self {
        let drawn = Drawn::of(model, plan);
        let web = web(&drawn, config);
        let by_reach = config.criterion == Criterion::Compromised;
        let profile = Arc::new(if by_reach { Profile::of_vital(model) } else { Profile::of(model) });
        Self { model, config, drawn, web, profile, groups: groups(model, config) }
    }

    fn worlds(&self) -> Worlds<'_> {
        let Self { model, config, drawn, web, profile, groups } = self;
        Worlds { model, config, drawn, web: web.as_ref(), profile, groups }
    }
}

struct Worlds<'w> {
    model: &'w Model,
    config: &'w Config,
    drawn: &'w Drawn<'w>,
    /// Where samples can run side by side: along which rows.
    web: Option<&'w Web>,
    profile: &'w Arc<Profile>,
    groups: &'w [Group],
}

/// The figures of one initiator, a value per sample.
#[derive(Debug, Clone, Default)]
struct Initiator {
    /// affected, lost, `processes_lost`, `sectors_hit`, `lost_h`; in a ranking by compromise nodes and vital nodes, and nothing more.
    counts: [Vec<f64>; 5],
    first_vital: Vec<f64>,
    /// The larger, the worse.
    badness: Vec<f64>,
    rank: Vec<f64>,
    in_top: u64,
}

/// What a thread keeps, by how samples are followed.
enum Worker<'w> {
    /// Whom a compromise reaches.
    Reach(Box<Spread>),
    /// What a loss brings down in many samples at once.
    SideBySide(Box<Floods<'w>>),
    /// The same in one, with numbers to change.
    OneByOne(Box<Parameters>),
}

impl<'w> Survey for Worlds<'w> {
    type Worker = Worker<'w>;
    type Part = Vec<Initiator>;

    fn worker(&self) -> Worker<'w> {
        match self.web {
            _ if self.config.criterion == Criterion::Compromised => Worker::Reach(Box::new(Spread::new(self.model.network.node_count()))),
            Some(web) => Worker::SideBySide(Box::new(Floods::new(web, self.profile, self.groups.len()))),
            None => Worker::OneByOne(Box::new(self.drawn.parameters())),
        }
    }

    fn nothing(&self) -> Vec<Initiator> {
        vec![Initiator::default(); self.groups.len()]
    }

    fn chunk(&self) -> u64 {
        if self.web.is_some() { SIDE_BY_SIDE } else { chunk_of(self.groups.len()) }
    }

    fn ask(&self, worker: &mut Worker<'w>, draw: Draw, part: &mut Vec<Initiator>) {
        match worker {
            Worker::Reach(spread) => self.add(&self.reached(spread, Taking::Draw(draw)), part),
            Worker::SideBySide(floods) => self.lost_side_by_side(floods, draw.seed, draw.sample..draw.sample + 1, part),
            Worker::OneByOne(parameters) => self.add(&self.lost(parameters, draw), part),
        }
    }

    fn ask_all(&self, worker: &mut Worker<'w>, seed: u64, samples: Range<u64>, part: &mut Vec<Initiator>) {
        match worker {
            Worker::SideBySide(floods) => self.lost_side_by_side(floods, seed, samples, part),
            _ => samples.for_each(|sample| self.ask(worker, Draw { seed, sample }, part)),
        }
    }

    fn join(&self, part: &mut Vec<Initiator>, next: Vec<Initiator>) {
        for (known, more) in part.iter_mut().zip(next) {
            known.join(more);
        }
    }

    fn error(&self, part: &Vec<Initiator>) -> f64 {
        part.iter().map(|initiator| mean_and_error(&initiator.badness).1).fold(0.0, f64::max)
    }

    fn bytes(&self, part: &Vec<Initiator>) -> u64 {
        const VALUES: u64 = 8;
        part.first().map_or(0, |one| (one.badness.len() * size_of::<f64>()) as u64 * VALUES) * part.len() as u64
    }
}

/// Ranks from 1, the largest first; equals share one.
fn ranks(badness: &[f64]) -> Vec<u64> {
    let mut order: Vec<usize> = (0..badness.len()).collect();
    order.sort_by(|&a, &b| badness[b].total_cmp(&badness[a]));
    let mut ranks = vec![0; badness.len()];
    for (place, &at) in order.iter().enumerate() {
        let tied = place > 0 && badness[order[place - 1]].total_cmp(&badness[at]).is_eq();
        ranks[at] = if tied { ranks[order[place - 1]] } else { place as u64 + 1 };
    }
    ranks
}

impl Initiator {
    fn add(&mut self, row: &Row, badness: f64, rank: u64) {
        let lost = [row.affected as f64, row.lost as f64, row.processes_lost as f64, row.sectors_hit as f64, row.lost_h];
        let (counts, first_vital) = row.reached.map_or((lost, row.first_vital_loss), |reached| {
            ([reached.compromised as f64, reached.vital as f64, 0.0, 0.0, 0.0], reached.first_vital)
        });
        for (values, count) in self.counts.iter_mut().zip(counts) {
            values.push(count);
        }
        self.first_vital.extend(first_vital.map(Time::hours));
        self.badness.push(badness);
        self.rank.push(rank as f64);
        self.in_top += u64::from(rank <= TOP);
    }

    fn join(&mut self, next: Self) {
        for (values, more) in self.counts.iter_mut().zip(next.counts) {
            values.extend(more);
        }
        self.first_vital.extend(next.first_vital);
        self.badness.extend(next.badness);
        self.rank.extend(next.rank);
        self.in_top += next.in_top;
    }
}

impl Worlds<'_> {
    /// What the loss of each initiator brings down in one world.
    fn lost(&self, parameters: &mut Parameters, draw: Draw) -> Vec<Row> {
        self.drawn.draw(parameters, draw);
        let graph = Graph { topology: self.model.graph().topology, parameters };
        let counter = Counter::new(graph, Arc::clone(self.profile), self.config);
        let mut counter = counter.measuring(&self.model.network, self.config, Taking::Draw(draw));
        self.groups.iter().map(|group| counter.row(group.clone())).collect()
    }

    /// The same in each of a range of worlds, an initiator in all of them at once.
    fn lost_side_by_side(&self, floods: &mut Floods, seed: u64, samples: Range<u64>, part: &mut [Initiator]) {
        let count = (samples.end - samples.start) as usize;
        let mut fallen = Vec::with_capacity(self.groups.len() * count);
        for (place, group) in self.groups.iter().enumerate() {
            fallen.extend_from_slice(floods.follow(place, &group.nodes, seed, samples.clone()));
        }
        let mut rows: Vec<Row> = Vec::with_capacity(self.groups.len());
        for sample in 0..count {
            rows.clear();
            let of_sample = fallen.iter().skip(sample).step_by(count);
            rows.extend(
                self.groups.iter().zip(of_sample).map(|(group, &fallen)| Row::lost_at_once(group.nodes.len() as u64, fallen, self.config)),
            );
            self.add(&rows, part);
        }
    }

    fn add(&self, rows: &[Row], part: &mut [Initiator]) {
        let badness: Vec<f64> = rows.iter().map(|row| self.badness(row)).collect();
        let ranks = ranks(&badness);
        for (place, row) in rows.iter().enumerate() {
            part[place].add(row, badness[place], ranks[place]);
        }
    }

    /// Whom the compromise of each initiator reaches in one world.
    fn reached(&self, spread: &mut Spread, world: Taking) -> Vec<Row> {
        let layer = self.model.access();
        let numbers = AccessNumbers::of(layer, &AccessCells::new(&self.model.network, world));
        let world = World::new(layer, &numbers, self.profile, self.config.within);
        self.groups.iter().map(|group| world.follow(spread, group)).collect()
    }

    /// What initiators are compared by: sooner is worse for the first vital loss, more is worse for everything else.
    fn badness(&self, row: &Row) -> f64 {
        match self.config.criterion {
            Criterion::FirstVitalLoss => -row.score.unwrap_or(self.config.within.hours()),
            _ => row.score.unwrap_or(0.0),
        }
    }

    fn rows(&self, tally: &[Initiator], samples: u64) -> Vec<SampledRow> {
        let mut order: Vec<(usize, f64)> = tally.iter().map(|known| mean_and_error(&known.badness).0).enumerate().collect();
        // Of equal scores who reaches more stands first, as without samples.
        let by_reach = self.config.criterion == Criterion::Compromised;
        let reach = |at: usize| if by_reach { mean_and_error(&tally[at].counts[0]).0 } else { 0.0 };
        let reach: Vec<f64> = (0..tally.len()).map(reach).collect();
        order.sort_by(|&(a, score), &(b, other)| {
            other.total_cmp(&score).then(reach[b].total_cmp(&reach[a])).then_with(|| self.groups[a].id.cmp(&self.groups[b].id))
        });
        let mut rows: Vec<SampledRow> = Vec::with_capacity(order.len());
        let (mut leader, mut rank) = (None, 0);
        for (place, &(at, _)) in order.iter().enumerate() {
            if leader.is_none_or(|leader: usize| differs(&tally[leader].badness, &tally[at].badness)) {
                (leader, rank) = (Some(at), place as u64 + 1);
            }
            rows.push(self.row(at, &tally[at], rank, samples));
        }
        rows
    }

    fn row(&self, at: usize, known: &Initiator, rank: u64, samples: u64) -> SampledRow {
        let by_reach = self.config.criterion == Criterion::Compromised;
        let count = |count: usize| if by_reach { Figure::default() } else { Figure::of(&known.counts[count]) };
        let [affected, lost, processes_lost, sectors_hit, lost_h] = [0, 1, 2, 3, 4].map(count);
        let first_vital = (!known.first_vital.is_empty()).then(|| Figure::of(&known.first_vital));
        let p_vital = known.first_vital.len() as f64 / samples as f64;
        let reach = || SampledReach {
            compromised: Figure::of(&known.counts[0]),
            vital: Figure::of(&known.counts[1]),
            first_vital_h: first_vital,
            p_vital,
        };
        let sign = if self.config.criterion == Criterion::FirstVitalLoss { -1.0 } else { 1.0 };
        let score: Vec<f64> = known.badness.iter().map(|badness| sign * badness).collect();
        SampledRow {
            rank,
            id: self.groups[at].id.clone(),
            nodes: self.groups[at].nodes.len() as u64,
            rank_in_samples: Figure::of(&known.rank),
            p_top10: known.in_top as f64 / samples as f64,
            affected,
            lost,
            processes_lost,
            sectors_hit,
            first_vital_loss_h: first_vital.filter(|_| !by_reach),
            p_vital_loss: if by_reach { 0.0 } else { p_vital },
            lost_h,
            reached: by_reach.then(reach),
            score: Figure::of(&score),
        }
    }
}

/// Whether two initiators differ by more than chance, sample by sample.
fn differs(a: &[f64], b: &[f64]) -> bool {
    let differences: Vec<f64> = a.iter().zip(b).map(|(a, b)| a - b).collect();
    let (mean, error) = mean_and_error(&differences);
    mean.abs() > SIGNIFICANT * error
}
