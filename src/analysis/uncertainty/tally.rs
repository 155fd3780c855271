//! What one run did to its nodes, added to what other samples did.

use crate::analysis::impact::ImpactTally;
use crate::analysis::profile::Profile;
use crate::engine::{Cause, Change, DETECTION, LoopReport, Spread, Timeline};
use crate::graph::Graph;
use crate::units::{HOUR_MS, ONE_PPM, TOLERANCE_PPM};
use std::collections::BTreeMap;

/// Why a node first fell, as far as samples are told apart by it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum CauseKey {
    Hazard(u32),
    Detected,
    Need(u32),
}

/// A node over the samples in which it was affected, in their order.
#[derive(Debug, Clone, Default)]
pub(super) struct NodeTally {
    pub(super) first_loss_h: Vec<f64>,
    pub(super) min_output: Vec<f64>,
    pub(super) lost_h: Vec<f64>,
    pub(super) lost: u64,
    /// Samples in which a self-supported loop alone kept it up at some instant.
    pub(super) in_doubt: u64,
    /// Per cause: in how many samples, and the providers that fell short in at least one of them.
    pub(super) causes: BTreeMap<CauseKey, (u64, Vec<u32>)>,
}

/// A range of samples.
#[derive(Debug, Clone, Default)]
pub(super) struct Tally {
    pub(super) nodes: BTreeMap<u32, NodeTally>,
    /// affected, lost, `lost_h`, `processes_lost`, `sectors_hit`; a value per sample.
    pub(super) totals: [Vec<f64>; 5],
    pub(super) deadlocks: BTreeMap<Vec<u32>, Vec<f64>>,
    pub(super) self_supported: BTreeMap<Vec<u32>, Vec<f64>>,
    /// When a node was compromised, over the samples in which it was.
    pub(super) compromised: BTreeMap<u32, Vec<f64>>,
    /// What the losses mean.
    pub(super) impact: ImpactTally,
    pub(super) values: u64,
}

/// What is followed of one run: the loss of every node at present, and what it has been.
#[derive(Debug, Clone, Default)]
pub(super) struct Follower {
    now: Vec<u32>,
    since: Vec<i64>,
    tracks: Vec<Track>,
    place: Vec<u32>,
}

#[derive(Debug, Clone, Copy)]
struct Track {
    node: u32,
    first: i64,
    worst: u32,
    area: i128,
}

impl Follower {
    pub(super) fn of(nodes: usize) -> Self {
        Self { now: vec![0; nodes], since: vec![0; nodes], tracks: Vec::new(), place: vec![u32::MAX; nodes] }
    }

    /// Adds a run to a tally. Costs what the run changed.
    pub(super) fn add(&mut self, tally: &mut Tally, timeline: &Timeline, profile: &Profile, graph: Graph, horizon: i64) {
        for instant in timeline.changes().chunk_by(|a, b| a.at == b.at) {
            let known = self.tracks.len();
            for change in instant {
                self.follow(change);
            }
            for change in instant.iter().filter(|change| self.place[change.node as usize] as usize >= known) {
                self.note_cause(tally, change, graph);
            }
        }
        self.finish(tally, profile, horizon);
        note_loops(&mut tally.deadlocks, timeline.restart_deadlocks());
        note_loops(&mut tally.self_supported, timeline.self_supported());
        for node in timeline.indeterminate() {
            tally.nodes.entry(node).or_default().in_doubt += 1;
        }
    }

    fn follow(&mut self, change: &Change) {
        let node = change.node as usize;
        let loss = ONE_PPM - change.output;
        if self.place[node] == u32::MAX {
            self.place[node] = self.tracks.len() as u32;
            self.tracks.push(Track { node: change.node, first: change.at, worst: 0, area: 0 });
        }
        let track = &mut self.tracks[self.place[node] as usize];
        track.area += i128::from(change.at - self.since[node]) * i128::from(self.now[node]);
        track.worst = track.worst.max(loss);
        (self.now[node], self.since[node]) = (loss, change.at);
    }

    /// Why a node fell for the first time, given the state at the end of the instant.
    fn note_cause(&self, tally: &mut Tally, change: &Change, graph: Graph) {
        let (key, need) = match change.cause {
            Some(Cause::Need { need, .. }) => (CauseKey::Need(need), Some(need)),
            Some(Cause::Hazard { event: DETECTION }) => (CauseKey::Detected, None),
            Some(Cause::Hazard { event }) => (CauseKey::Hazard(event), None),
            None => unreachable!("the first change of a node is a fall, and a fall has a cause"),
        };
        let (samples, providers) = tally.nodes.entry(change.node).or_default().causes.entry(key).or_default();
        *samples += 1;
        let members = need.into_iter().flat_map(|need| graph.topology.members(need));
        for member in members.filter(|&member| !graph.parameters.always_delivers(member)) {
            let provider = graph.topology.provider(member);
            if self.now[provider as usize] > 0 && !providers.contains(&provider) {
                providers.push(provider);
            }
        }
    }

    fn finish(&mut self, tally: &mut Tally, profile: &Profile, horizon: i64) {
        let mut totals = [0.0; 5];
        let mut sectors: Vec<u32> = Vec::new();
        for mut track in self.tracks.drain(..) {
            let node = track.node as usize;
            track.area += i128::from(horizon - self.since[node]) * i128::from(self.now[node]);
            (self.now[node], self.since[node], self.place[node]) = (0, 0, u32::MAX);
            let lost_h = track.area as f64 / (f64::from(ONE_PPM) * HOUR_MS as f64);
            let lost = ONE_PPM - track.worst <= TOLERANCE_PPM;
            let known = tally.nodes.entry(track.node).or_default();
            known.first_loss_h.push(track.first as f64 / HOUR_MS as f64);
            known.min_output.push(f64::from(ONE_PPM - track.worst) / f64::from(ONE_PPM));
            known.lost_h.push(lost_h);
            known.lost += u64::from(lost);
            tally.values += 3;
            let process = lost && profile.is_process[node];
            for (total, more) in totals.iter_mut().zip([1.0, f64::from(lost), lost_h, f64::from(process)]) {
                *total += more;
            }
            sectors.push(profile.sector[node]);
        }
        sectors.sort_unstable();
        sectors.dedup();
        totals[4] = sectors.iter().filter(|&&sector| sector > 0).count() as f64;
        for (values, total) in tally.totals.iter_mut().zip(totals) {
            values.push(total);
        }
        tally.values += 5;
    }
}

/// Adds who was compromised in a run, and when.
pub(super) fn note_compromise(tally: &mut Tally, spread: &Spread) {
    for &node in spread.fallen() {
        if let Some(at) = spread.at(node) {
            tally.compromised.entry(node).or_default().push(at as f64 / HOUR_MS as f64);
            tally.values += 1;
        }
    }
}

fn note_loops(known: &mut BTreeMap<Vec<u32>, Vec<f64>>, found: &[LoopReport]) {
    for report in found {
        known.entry(report.nodes.clone()).or_default().push(report.at as f64 / HOUR_MS as f64);
    }
}

impl Tally {
    /// Adds the samples that come next.
    pub(super) fn join(&mut self, next: Self) {
        for (node, more) in next.nodes {
            self.nodes.entry(node).or_default().join(more);
        }
        for (values, more) in self.totals.iter_mut().zip(next.totals) {
            values.extend(more);
        }
        for (known, more) in [(&mut self.deadlocks, next.deadlocks), (&mut self.self_supported, next.self_supported)] {
            for (nodes, at) in more {
                known.entry(nodes).or_default().extend(at);
            }
        }
        for (node, at) in next.compromised {
            self.compromised.entry(node).or_default().extend(at);
        }
        self.impact.join(next.impact);
        self.values += next.values;
    }
}

impl NodeTally {
    fn join(&mut self, next: Self) {
        self.first_loss_h.extend(next.first_loss_h);
        self.min_output.extend(next.min_output);
        self.lost_h.extend(next.lost_h);
        self.lost += next.lost;
        self.in_doubt += next.in_doubt;
        for (key, (samples, providers)) in next.causes {
            let known = self.causes.entry(key).or_default();
            known.0 += samples;
            let new: Vec<u32> = providers.into_iter().filter(|provider| !known.1.contains(provider)).collect();
            known.1.extend(new);
        }
    }
}
