//! What follows when all in someone's hands is withheld or abused, and how sure is that?
//!
//! Who controls what is not drawn: it is as the ownership table says. Before and after an acquisition are run in the same worlds, so that
//! the difference between them is not blurred by the luck of the draw.

use super::drawn::Drawn;
use super::figure::{Figure, mean_and_error};
use super::what_if::SampledCompromise;
use super::worlds::{Plan, Survey, survey};
use crate::analysis::Model;
use crate::analysis::exposure::{Exposure, FAR, Standing, counts};
use crate::analysis::outputs::{Outputs, time};
use crate::analysis::ranking::lasting;
use crate::engine::{Course, Room, Spread, Timeline};
use crate::graph::{AccessCells, Graph, Parameters};
use crate::network::{Draw, NodeId, Taking};
use crate::outcome::{Control, Outcome};
use crate::units::{Level, TOLERANCE_PPM, Time};
use std::collections::BTreeMap;

/// What follows in many samples.
#[derive(Debug, Clone, PartialEq)]
pub struct SampledExposure {
    /// How many samples.
    pub samples: u64,
    /// As the network states it.
    pub standing: SampledStanding,
    /// After the acquisition, where one was asked about.
    pub after: Option<SampledStanding>,
    /// How much more follows after it, sample by sample.
    pub more: Option<SampledCounts>,
}

/// What follows from what a subject has in its hands.
#[derive(Debug, Clone, PartialEq)]
pub struct SampledStanding {
    /// How much follows within the time asked.
    pub counts: SampledCounts,
    /// The vital processes that are withheld or need what is, those most often short first.
    pub vital: Vec<SampledVital>,
    /// What abuse reaches in at least one sample, by the median of when, then by id.
    pub reached: Vec<SampledCompromise>,
}

/// How much follows; what is withheld is left out of every count.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct SampledCounts {
    /// Nodes whose output falls below 1.
    pub affected: Figure,
    /// Nodes whose output falls to 0.
    pub lost: Figure,
    /// Lost nodes of kind process.
    pub processes_lost: Figure,
    /// Different sectors of affected nodes.
    pub sectors_hit: Figure,
    /// The integrals of 1 - output, added up, in hours.
    pub lost_h: Figure,
    /// Nodes that abuse reaches.
    pub reached: Figure,
    /// Vital ones among these.
    pub vital_reached: Figure,
}

/// How a vital process fares over the samples.
#[derive(Debug, Clone, PartialEq)]
pub struct SampledVital {
    /// The process.
    pub node: NodeId,
    /// Whether it is itself withheld.
    pub is_own: bool,
    /// The share of samples in which its output falls below 1 within a year, or longer where more was asked.
    pub p_short: f64,
    /// When, in hours, over those samples; `None` where there is none.
    pub short_h: Option<Figure>,
    /// The share of samples in which its output falls to 0.
    pub p_lost: f64,
    /// Its lowest output, over all samples.
    pub lowest: Figure,
}

/// How many figures there are: those of a withdrawal, then those of abuse.
const FIGURES: usize = 7;
/// The place of the main figure among these: the hours lost.
const MAIN: usize = 4;

/// Asks in the samples of a plan what follows from where a subject stands, which was found before. The main figure, for `until_se`, is the
/// hours lost within the time asked.
pub fn exposure(model: &Model, found: &Exposure, plan: &Plan, control: &Control) -> Outcome<SampledExposure> {
    let drawn = Drawn::of(model, plan);
    let after = found.acquisition.as_ref().map(|acquisition| &acquisition.after);
    let standings: Vec<&Standing> = [&found.standing].into_iter().chain(after).collect();
    let worlds = Worlds { model, within: found.within, drawn, standings };
    survey(&worlds, plan, control).map(|(tallies, samples)| worlds.answer(&tallies, samples))
}

struct Worlds<'m> {
    model: &'m Model,
    within: Time,
    drawn: Drawn<'m>,
    standings: Vec<&'m Standing>,
}

struct Worker {
    parameters: Parameters,
    room: Option<Room>,
    spread: Spread,
}

/// What is known of one standing.
#[derive(Debug, Clone, Default)]
struct Tally {
    figures: [Vec<f64>; FIGURES],
    /// By its place among the vital processes of the standing.
    vital: Vec<VitalTally>,
    /// When abuse reaches a node, over the samples in which it does.
    reached: BTreeMap<u32, Vec<f64>>,
}

#[derive(Debug, Clone, Default)]
struct VitalTally {
    short_h: Vec<f64>,
    lost: u64,
    lowest: Vec<f64>,
}

impl Survey for Worlds<'_> {
    type Worker = Worker;
    type Part = Vec<Tally>;

    fn worker(&self) -> Worker {
        Worker { parameters: self.drawn.parameters(), room: None, spread: Spread::new(self.model.network.node_count()) }
    }

    fn nothing(&self) -> Vec<Tally> {
        let blank = |standing: &&Standing| {
            let vital = vec![VitalTally::default(); standing.withdrawn.vital.len()];
            Tally { vital, ..Tally::default() }
        };
        self.standings.iter().map(blank).collect()
    }

    fn ask(&self, worker: &mut Worker, draw: Draw, part: &mut Vec<Tally>) {
        let world = Taking::Draw(draw);
        self.drawn.draw(&mut worker.parameters, draw);
        for (standing, tally) in self.standings.iter().zip(part) {
            self.withhold(worker, standing, tally);
            self.abuse(worker, standing, world, tally);
        }
    }

    fn join(&self, part: &mut Vec<Tally>, next: Vec<Tally>) {
        for (known, more) in part.iter_mut().zip(next) {
            known.join(more);
        }
    }

    fn error(&self, part: &Vec<Tally>) -> f64 {
        part.iter().map(|tally| mean_and_error(&tally.figures[MAIN]).1).fold(0.0, f64::max)
    }

    fn bytes(&self, part: &Vec<Tally>) -> u64 {
        part.iter().map(Tally::values).sum::<usize>() as u64 * size_of::<f64>() as u64
    }
}

impl Worlds<'_> {
    /// What falls when all is withheld in one world.
    fn withhold(&self, worker: &mut Worker, standing: &Standing, tally: &mut Tally) {
        let own = &standing.hold.nodes;
        let graph = Graph { topology: self.model.graph().topology, parameters: &worker.parameters };
        let mut timeline = Timeline::within(worker.room.take().unwrap_or_else(|| Room::of(graph.topology)), graph);
        let course = Course { hazards: own.iter().map(|&node| lasting(node)).collect(), ..Course::default() };
        timeline.run(&course, self.within.max(FAR).ms());
        let outputs = Outputs::of(timeline.changes(), self.model.network.node_count());
        let mut hit: Vec<u32> = timeline.changes().iter().map(|change| change.node).collect();
        worker.room = Some(timeline.leave());
        hit.sort_unstable();
        hit.dedup();
        let steps = |node: u32| {
            let level = |ppm| Level::from_ppm(ppm).unwrap_or(Level::ONE);
            outputs.of_node(node).iter().map(|change| (time(change.at), level(change.output))).collect::<Vec<_>>()
        };
        let fallen: Vec<(NodeId, Vec<(Time, Level)>)> = hit.iter().map(|&node| (NodeId(node), steps(node))).collect();
        let slices: Vec<(NodeId, &[(Time, Level)])> = fallen.iter().map(|(node, steps)| (*node, steps.as_slice())).collect();
        let counted = counts(self.model, &slices, own, self.within);
        let values = [counted.affected, counted.lost, counted.processes_lost, counted.sectors_hit].map(|count| count as f64);
        for (known, value) in tally.figures.iter_mut().zip(values.into_iter().chain([counted.lost_h])) {
            known.push(value);
        }
        for (known, process) in tally.vital.iter_mut().zip(&standing.withdrawn.vital) {
            let steps = fallen.binary_search_by_key(&process.node, |(node, _)| *node).map_or(&[][..], |place| &fallen[place].1);
            known.add(steps);
        }
    }

    /// Whom abuse reaches in one world.
    fn abuse(&self, worker: &mut Worker, standing: &Standing, world: Taking, tally: &mut Tally) {
        let own = &standing.hold.nodes;
        let sources: Vec<(u32, i64)> = own.iter().map(|node| (node.0, 0)).collect();
        let cells = AccessCells::new(&self.model.network, world);
        worker.spread.run(self.model.access(), &sources, self.within.ms(), &cells);
        let has_categories = self.model.network.has_categories();
        let (mut nodes, mut vital) = (0, 0);
        for &node in worker.spread.fallen().iter().filter(|&&node| own.binary_search(&NodeId(node)).is_err()) {
            let at = worker.spread.at(node).map_or(0.0, |at| time(at).hours());
            tally.reached.entry(node).or_default().push(at);
            (nodes, vital) = (nodes + 1, vital + u32::from(self.model.is_vital(NodeId(node), has_categories)));
        }
        tally.figures[MAIN + 1].push(f64::from(nodes));
        tally.figures[MAIN + 2].push(f64::from(vital));
    }

    fn answer(&self, tallies: &[Tally], samples: u64) -> SampledExposure {
        let mut standings = self.standings.iter().zip(tallies).map(|(standing, tally)| sampled(standing, tally, samples));
        let standing = standings.next().unwrap_or_else(|| unreachable!("there is always a present standing"));
        let more = match tallies {
            [now, then] => Some(more(now, then)),
            _ => None,
        };
        SampledExposure { samples, standing, after: standings.next(), more }
    }
}

impl VitalTally {
    /// Adds a sample in which the output took these steps.
    fn add(&mut self, steps: &[(Time, Level)]) {
        let lowest = steps.iter().map(|&(_, level)| level).min().unwrap_or(Level::ONE);
        self.short_h.extend(steps.first().map(|(at, _)| at.hours()));
        self.lost += u64::from(lowest.ppm() <= TOLERANCE_PPM);
        self.lowest.push(lowest.as_f64());
    }
}

impl Tally {
    fn join(&mut self, next: Self) {
        for (known, more) in self.figures.iter_mut().zip(next.figures) {
            known.extend(more);
        }
        for (known, more) in self.vital.iter_mut().zip(next.vital) {
            known.short_h.extend(more.short_h);
            known.lost += more.lost;
            known.lowest.extend(more.lowest);
        }
        for (node, at) in next.reached {
            self.reached.entry(node).or_default().extend(at);
        }
    }

    /// How many numbers are kept.
    fn values(&self) -> usize {
        let vital: usize = self.vital.iter().map(|known| known.short_h.len() + known.lowest.len()).sum();
        self.figures.iter().map(Vec::len).sum::<usize>() + vital + self.reached.values().map(Vec::len).sum::<usize>()
    }
}

fn sampled(standing: &Standing, tally: &Tally, samples: u64) -> SampledStanding {
    let share = |count: u64| count as f64 / samples as f64;
    let processes = standing.withdrawn.vital.iter().zip(&tally.vital);
    let mut vital: Vec<SampledVital> = processes
        .map(|(process, known)| SampledVital {
            node: process.node,
            is_own: process.is_own,
            p_short: share(known.short_h.len() as u64),
            short_h: (!known.short_h.is_empty()).then(|| Figure::of(&known.short_h)),
            p_lost: share(known.lost),
            lowest: Figure::of(&known.lowest),
        })
        .collect();
    let soonest = |process: &SampledVital| process.short_h.map_or(f64::INFINITY, |figure| figure.p50);
    vital.sort_by(|a, b| b.p_short.total_cmp(&a.p_short).then(soonest(a).total_cmp(&soonest(b))).then(a.node.cmp(&b.node)));
    let one =
        |(&node, at): (&u32, &Vec<f64>)| SampledCompromise { node: NodeId(node), share: share(at.len() as u64), at_h: Figure::of(at) };
    let mut reached: Vec<SampledCompromise> = tally.reached.iter().map(one).collect();
    reached.sort_by(|a, b| a.at_h.p50.total_cmp(&b.at_h.p50).then(a.node.cmp(&b.node)));
    SampledStanding { counts: figures(&tally.figures), vital, reached }
}

fn figures(values: &[Vec<f64>; FIGURES]) -> SampledCounts {
    let [affected, lost, processes_lost, sectors_hit, lost_h, reached, vital_reached] =
        [0, 1, 2, 3, 4, 5, 6].map(|at| Figure::of(&values[at]));
    SampledCounts { affected, lost, processes_lost, sectors_hit, lost_h, reached, vital_reached }
}

/// The difference between two standings, sample by sample.
fn more(now: &Tally, then: &Tally) -> SampledCounts {
    let difference = |at: usize| then.figures[at].iter().zip(&now.figures[at]).map(|(then, now)| then - now).collect();
    figures(&[0, 1, 2, 3, 4, 5, 6].map(difference))
}
