//! One initiator's cascade, counted in one pass over what it changes.

use super::groups::Group;
use super::{Config, Criterion, Row};
use crate::analysis::impact::Ledger;
use crate::analysis::profile::Profile;
use crate::engine::{Change, Course, Hazard, Room, Timeline};
use crate::graph::Graph;
use crate::network::{Network, NodeId, Taking};
use crate::units::{ONE_PPM, Time};
use std::sync::Arc;

/// A node is lost at the start, for good.
pub(in crate::analysis) const fn lasting(node: NodeId) -> Hazard {
    Hazard { node: node.0, from: 0, to: None, level: 0, event: 0 }
}

/// A worker: an engine that is reset between initiators, and room to count in. Costs what the cascades touch.
#[derive(Clone)]
pub(in crate::analysis) struct Counter<'m> {
    timeline: Timeline<'m>,
    tally: Tally,
}

/// What a counter keeps beside the engine: what it counts, and room to count in.
#[derive(Clone)]
struct Tally {
    profile: Arc<Profile>,
    criterion: Criterion,
    within: Time,
    /// 1 minus the threshold, tolerance included, in ppm.
    lost_at: u32,
    tracks: Vec<Track>,
    touched: Vec<u32>,
    sector_seen: Vec<u32>,
    round: u32,
    /// The amounts, where the ranking is by one of them.
    ledger: Option<Ledger>,
}

/// The memory of a counter without its numbers, to be used again for the same network with other numbers.
pub(in crate::analysis) struct Seat {
    room: Room,
    tally: Tally,
}

/// What was seen of a node in the present cascade.
#[derive(Debug, Clone, Copy, Default)]
struct Track {
    since: i64,
    loss: u32,
    seen: bool,
    lost: bool,
    initiator: bool,
}

impl<'m> Counter<'m> {
    pub(in crate::analysis) fn new(graph: Graph<'m>, profile: Arc<Profile>, config: &Config) -> Self {
        let tally = Tally {
            criterion: config.criterion,
            within: config.within,
            lost_at: config.lost_at(),
            tracks: vec![Track::default(); graph.topology.nodes()],
            touched: Vec::new(),
            sector_seen: vec![0; profile.sectors + 1],
            round: 0,
            ledger: None,
            profile,
        };
        Self { timeline: Timeline::new(graph), tally }
    }

    /// A counter in a seat that another one left: the same network, with numbers taken anew and amounts too.
    pub(in crate::analysis) fn seated(seat: Seat, graph: Graph<'m>, network: &Network, taking: Taking) -> Self {
        let Seat { room, mut tally } = seat;
        if let Some(ledger) = &mut tally.ledger {
            ledger.retake(network, taking);
        }
        Self { timeline: Timeline::within(room, graph), tally }
    }

    /// The seat, for the next counter of the same network.
    pub(in crate::analysis) fn leave(self) -> Seat {
        Seat { room: self.timeline.leave(), tally: self.tally }
    }

    /// The same with amounts taken one way, where the ranking is by one of them.
    pub(in crate::analysis) fn measuring(mut self, network: &Network, config: &Config, taking: Taking) -> Self {
        self.tally.ledger = matches!(config.criterion, Criterion::Impact(_)).then(|| Ledger::of(network, taking));
        self
    }

    pub(in crate::analysis) fn row(&mut self, group: Group) -> Row {
        let course = Course { hazards: group.nodes.iter().map(|&node| lasting(node)).collect(), drains: Vec::new() };
        self.follow_course(&course, &group.nodes, group.id)
    }

    /// What follows from a course, these nodes left out of every count.
    pub(in crate::analysis) fn follow_course(&mut self, course: &Course, initiators: &[NodeId], id: String) -> Row {
        let tally = &mut self.tally;
        tally.round += 1;
        for node in initiators {
            tally.tracks[node.0 as usize].initiator = true;
        }
        self.timeline.run(course, tally.within.ms());
        let row = tally.count(self.timeline.changes(), id, initiators.len() as u64);
        self.timeline.reset();
        for node in initiators {
            tally.tracks[node.0 as usize].initiator = false;
        }
        row
    }
}

impl Tally {
    fn count(&mut self, changes: &[Change], id: String, nodes: u64) -> Row {
        let mut row = Row::blank(id, nodes);
        let mut area = 0_i128;
        for change in changes {
            area += self.follow(&mut row, change.node, change.at, ONE_PPM - change.output);
        }
        while let Some(node) = self.touched.pop() {
            let track = std::mem::take(&mut self.tracks[node as usize]);
            area += i128::from(self.within.ms() - track.since) * i128::from(track.loss);
        }
        row.finish(area, self.criterion);
        if let (Criterion::Impact(criterion), Some(ledger)) = (self.criterion, &self.ledger) {
            let measured = ledger.measure(changes, self.within.ms());
            row.score = measured.iter().find(|measured| measured.criterion == criterion).map(|measured| measured.amount.value());
        }
        row
    }

    /// Takes a change into the counts; returns the loss that piled up until then, in ppm-milliseconds.
    fn follow(&mut self, row: &mut Row, node: u32, at: i64, loss: u32) -> i128 {
        let track = &mut self.tracks[node as usize];
        if track.initiator {
            return 0;
        }
        if !std::mem::replace(&mut track.seen, true) {
            self.touched.push(node);
            row.affected += 1;
            let sector = self.profile.sector[node as usize];
            let new = sector > 0 && std::mem::replace(&mut self.sector_seen[sector as usize], self.round) != self.round;
            row.sectors_hit += u64::from(new);
        }
        if loss >= self.lost_at && !std::mem::replace(&mut track.lost, true) {
            row.lost += 1;
            row.processes_lost += u64::from(self.profile.is_process[node as usize]);
            if self.profile.is_vital[node as usize] && row.first_vital_loss.is_none() {
                row.first_vital_loss = Time::from_ms(at);
            }
        }
        let piled_up = i128::from(at - track.since) * i128::from(track.loss);
        (track.since, track.loss) = (at, loss);
        piled_up
    }
}
