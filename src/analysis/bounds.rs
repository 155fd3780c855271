//! What must fall, what may and what cannot, wherever the values lie within their ranges?
//!
//! Two runs, one with everything at its worst end and one at its best, enclose every world (docs/semantics.md, section 6, has the proof).
//! Standby makes the model non-monotone: more supply early may mean less later. It is therefore taken as never there at the worst end and as
//! always there at the best, except where its moment is the same in all worlds, or where a buffer bridges the gap until it steps in.

mod course;

use super::Model;
use super::outputs::{Outputs, time};
use super::what_if::{LossCause, cause_of};
use crate::engine::{Change, Course, Timeline};
use crate::graph::{Bracket, Graph, Parameters, Rises, StandbyMode};
use crate::network::{Action, Event, NeedId, NodeId, Ranges};
use crate::units::{Level, ONE_PPM, TOLERANCE_PPM, Time};
use course::{Ends, courses};
use rayon::prelude::*;

/// What is asked.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Config {
    /// How far is looked ahead.
    pub horizon: Time,
    /// Between which values cells lie that are not stated.
    pub ranges: Ranges,
}

impl Config {
    /// To this horizon, cells that are not stated within the widest range of their column.
    pub fn to(horizon: Time) -> Self {
        Self { horizon, ranges: Ranges::widest() }
    }
}

/// What holds in every world that the data allows.
#[derive(Debug, Clone, PartialEq)]
pub struct Bounds {
    /// How far was looked ahead.
    pub horizon: Time,
    /// Nodes that must or may lose output: those that must first, then by the earliest moment, then by id. All others cannot.
    pub nodes: Vec<Enclosed>,
    /// Nodes that lose nothing in any world.
    pub cannot: u64,
    /// Needs whose standby members were taken as never there at one end and always there at the other: what non-monotony costs.
    pub bracketed_needs: u64,
    /// Nodes whose black start was.
    pub bracketed_black_starts: u64,
}

/// Between which bounds one node lies.
#[derive(Debug, Clone, PartialEq)]
pub struct Enclosed {
    /// The node.
    pub node: NodeId,
    /// Whether its output falls below 1.
    pub falls: Verdict,
    /// Whether its output falls to 0.
    pub lost: Verdict,
    /// The earliest moment at which its output may fall below 1.
    pub earliest: Time,
    /// The moment by which it has fallen in every world; `None`: in some it does not.
    pub latest: Option<Time>,
    /// The lowest output: in the worst world at most so low, in the best at least.
    pub min_output: (Level, Level),
    /// The integral of 1 - output in hours: at least and at most.
    pub lost_h: (f64, f64),
    /// Why it first falls at the worst end.
    pub cause: LossCause,
}

/// What holds in every world.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Verdict {
    /// It happens in every world.
    Must,
    /// Neither of the others was shown.
    May,
    /// It happens in no world.
    Cannot,
}

impl Bounds {
    /// How many nodes have a verdict on falling.
    pub fn count(&self, verdict: Verdict) -> u64 {
        match verdict {
            Verdict::Cannot => self.cannot,
            verdict => self.nodes.iter().filter(|node| node.falls == verdict).count() as u64,
        }
    }
}

/// So often standby that turns out to be exact makes other standby exact.
const MAX_ROUNDS: usize = 32;

/// Encloses what follows from a course of events.
pub fn bounds(model: &Model, events: &[Event], config: &Config) -> Bounds {
    let ends = courses(model, events, config);
    let mut enclosure = Enclosure::new(model, events, config, &ends);
    enclosure.best = enclosure.best_course();
    let (mut worst, mut best) = enclosure.run();
    for _ in 0..MAX_ROUNDS {
        if !enclosure.sharpen(&worst, &best) {
            break;
        }
        (worst, best) = enclosure.run();
    }
    enclosure.answer(&worst, &best)
}

struct Enclosure<'a> {
    model: &'a Model,
    config: &'a Config,
    ends: &'a Ends,
    standby: Vec<StandbyMode>,
    /// Needs with standby members that are not known to be exact.
    open: Vec<NeedId>,
    rises: Vec<Rises>,
    best: Course,
}

impl<'a> Enclosure<'a> {
    fn new(model: &'a Model, events: &[Event], config: &'a Config, ends: &'a Ends) -> Self {
        let network = &model.network;
        let mut enclosure = Self {
            model,
            config,
            ends,
            standby: vec![StandbyMode::Bracketed; network.need_count()],
            open: Vec::new(),
            rises: ends.rises(network.node_count()),
            best: Course::default(),
        };
        let has_standby = |need: &NeedId| network.members(*need).iter().any(|member| enclosure.bracket(true).is_standby(network, member));
        let open: Vec<NeedId> = network.needs().filter(has_standby).collect();
        for need in &open {
            let drained = events.iter().any(|event| matches!(&event.action, Action::Drain { need: other, .. } if other == need));
            enclosure.standby[need.0 as usize] = if drained { StandbyMode::Bracketed } else { StandbyMode::Bridged };
        }
        enclosure.open = open;
        enclosure
    }

    fn bracket(&self, worst: bool) -> Bracket<'_> {
        Bracket { worst, ranges: &self.config.ranges, standby: &self.standby, rises: &self.rises }
    }

    /// The course at the best end. A node that may run on a black start does not feel that a buffer was taken away.
    fn best_course(&self) -> Course {
        let network = &self.model.network;
        let is_felt = |need: u32| !self.bracket(false).black_start_is_open(network, network.need(NeedId(need)).dependent);
        let mut course = self.ends.best.clone();
        course.drains.retain(|drain| is_felt(drain.need));
        course
    }

    /// The outputs at the worst and at the best end.
    fn run(&self) -> (Outputs, Outputs) {
        rayon::join(|| self.one(true), || self.one(false))
    }

    fn one(&self, worst: bool) -> Outputs {
        let parameters = Parameters::bracket(&self.model.network, &self.bracket(worst));
        let mut timeline = Timeline::new(Graph { topology: self.model.graph().topology, parameters: &parameters });
        timeline.run(if worst { &self.ends.worst } else { &self.best }, self.config.horizon.ms());
        Outputs::of(timeline.changes(), self.model.network.node_count())
    }

    /// Takes standby as it is where what it steps in for is the same in all worlds; says whether there is any more of that.
    fn sharpen(&mut self, worst: &Outputs, best: &Outputs) -> bool {
        let network = &self.model.network;
        let is_exact = |need: &NeedId| {
            let primary = network.members(*need).iter().filter(|member| !self.bracket(true).is_standby(network, member));
            self.bracket(true).is_certain_but_for_outputs(network, *need)
                && self.ends.drains_agree(need.0)
                && primary.into_iter().all(|member| same(worst.of_node(member.provider.0), best.of_node(member.provider.0)))
        };
        let (exact, open): (Vec<NeedId>, Vec<NeedId>) = self.open.iter().partition(|need| is_exact(need));
        for need in &exact {
            self.standby[need.0 as usize] = StandbyMode::Exact;
        }
        self.open = open;
        !exact.is_empty()
    }

    fn answer(&self, worst: &Outputs, best: &Outputs) -> Bounds {
        let network = &self.model.network;
        let enclosed =
            |node: NodeId| Some(worst.of_node(node.0)).filter(|changes| !changes.is_empty()).map(|_| self.enclosed(node, worst, best));
        let mut nodes: Vec<Enclosed> = (0..network.node_count() as u32).into_par_iter().filter_map(|node| enclosed(NodeId(node))).collect();
        nodes.sort_by_key(|enclosed| (enclosed.falls, enclosed.earliest, enclosed.node));
        let black_start = |node: &NodeId| self.bracket(true).black_start_is_open(network, *node);
        Bounds {
            horizon: self.config.horizon,
            cannot: (network.node_count() - nodes.len()) as u64,
            nodes,
            bracketed_needs: self.open.len() as u64,
            bracketed_black_starts: network.nodes().filter(black_start).count() as u64,
        }
    }

    fn enclosed(&self, node: NodeId, worst: &Outputs, best: &Outputs) -> Enclosed {
        let (low, high) = (worst.of_node(node.0), best.of_node(node.0));
        let lowest = |changes: &[Change]| changes.iter().map(|change| change.output).min().unwrap_or(ONE_PPM);
        let level = |ppm: u32| Level::from_ppm(ppm).unwrap_or(Level::ONE);
        let horizon = self.config.horizon.ms();
        Enclosed {
            node,
            falls: if high.is_empty() { Verdict::May } else { Verdict::Must },
            lost: match (lowest(high) <= TOLERANCE_PPM, lowest(low) <= TOLERANCE_PPM) {
                (true, _) => Verdict::Must,
                (false, true) => Verdict::May,
                (false, false) => Verdict::Cannot,
            },
            earliest: time(low[0].at),
            latest: high.first().map(|change| time(change.at)),
            min_output: (level(lowest(low)), level(lowest(high))),
            lost_h: (best.lost_hours(node.0, horizon), worst.lost_hours(node.0, horizon)),
            cause: cause_of(self.model, worst, &low[0]),
        }
    }
}

/// Whether a node fares alike.
fn same(a: &[Change], b: &[Change]) -> bool {
    a.len() == b.len() && a.iter().zip(b).all(|(a, b)| a.at == b.at && a.output == b.output)
}
