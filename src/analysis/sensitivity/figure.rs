//! The figure that is asked about, and how it is read off a run.

use crate::analysis::profile::Profile;
use crate::engine::Change;
use crate::network::NodeId;
use crate::units::{HOUR_MS, ONE_PPM, TOLERANCE_PPM};

/// A figure of a run.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Figure {
    /// The integral of 1 - output in hours, of one node or added up over all.
    LostHours,
    /// Nodes whose output falls below 1.
    Affected,
    /// Nodes whose output falls to 0.
    Lost,
    /// Nodes of kind process whose output falls to 0.
    ProcessesLost,
    /// Different sectors of affected nodes.
    SectorsHit,
    /// When the output of a node first falls below 1, in hours; the horizon where it does not.
    FirstLoss,
    /// The lowest output of a node.
    MinOutput,
}

impl Figure {
    /// Every figure with its name.
    pub const ALL: [(&'static str, Self); 7] = [
        ("lost_h", Self::LostHours),
        ("affected", Self::Affected),
        ("lost", Self::Lost),
        ("processes_lost", Self::ProcessesLost),
        ("sectors_hit", Self::SectorsHit),
        ("first_loss_h", Self::FirstLoss),
        ("min_output", Self::MinOutput),
    ];

    /// The name in data.
    pub fn name(self) -> &'static str {
        Self::ALL.iter().find(|(_, figure)| *figure == self).map_or("", |(name, _)| name)
    }

    /// Whether it can be told of one node.
    pub fn is_of_node(self) -> bool {
        matches!(self, Self::LostHours | Self::FirstLoss | Self::MinOutput)
    }

    /// Whether it can be told of a whole scenario.
    pub fn is_of_all(self) -> bool {
        !matches!(self, Self::FirstLoss | Self::MinOutput)
    }
}

/// A figure, and whose.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Wanted {
    /// The figure.
    pub figure: Figure,
    /// The node; `None`: of all together.
    pub node: Option<NodeId>,
}

/// What a run did to one node.
#[derive(Debug, Clone, Copy)]
pub(super) struct Track {
    pub(super) node: u32,
    /// When it first fell, in ms.
    pub(super) first: i64,
    /// 1 minus the lowest output, in ppm.
    pub(super) worst: u32,
    now: u32,
    since: i64,
    area: i128,
}

/// Measures runs one after another; costs what a run changed.
#[derive(Debug)]
pub(super) struct Meter {
    place: Vec<u32>,
    tracks: Vec<Track>,
}

impl Meter {
    pub(super) fn of(nodes: usize) -> Self {
        Self { place: vec![u32::MAX; nodes], tracks: Vec::new() }
    }

    /// Takes in a run in place of the one before.
    pub(super) fn measure(&mut self, changes: &[Change], horizon: i64) {
        for track in self.tracks.drain(..) {
            self.place[track.node as usize] = u32::MAX;
        }
        for change in changes {
            let place = &mut self.place[change.node as usize];
            if *place == u32::MAX {
                *place = self.tracks.len() as u32;
                self.tracks.push(Track { node: change.node, first: change.at, worst: 0, now: 0, since: change.at, area: 0 });
            }
            self.tracks[*place as usize].step(change.at, ONE_PPM - change.output);
        }
        self.tracks.iter_mut().for_each(|track| track.step(horizon, 0));
    }

    /// The nodes that lost output.
    pub(super) fn affected(&self) -> impl Iterator<Item = u32> + '_ {
        self.tracks.iter().map(|track| track.node)
    }

    pub(super) fn is_affected(&self, node: u32) -> bool {
        self.place[node as usize] != u32::MAX
    }

    /// How many nodes lost more hours than this one.
    pub(super) fn worse_than(&self, track: &Track) -> usize {
        self.tracks.iter().filter(|other| other.area > track.area).count()
    }

    /// The hours that the node at this place lost, of all but one from the greatest loss on.
    pub(super) fn lost_by(&self, place: usize, but: NodeId) -> f64 {
        let mut areas: Vec<i128> = self.tracks.iter().filter(|track| track.node != but.0).map(|track| track.area).collect();
        areas.sort_unstable_by_key(|area| std::cmp::Reverse(*area));
        areas.get(place - 1).map_or(0.0, |area| area_h(*area))
    }

    pub(super) fn track(&self, node: NodeId) -> Option<&Track> {
        self.tracks.get(self.place[node.0 as usize] as usize)
    }

    /// The figure of the run that was taken in last.
    pub(super) fn figure(&self, wanted: &Wanted, profile: &Profile, horizon: i64) -> f64 {
        match wanted.node {
            Some(node) => self.of_node(wanted.figure, node, horizon),
            None => self.of_all(wanted.figure, profile),
        }
    }

    fn of_node(&self, figure: Figure, node: NodeId, horizon: i64) -> f64 {
        let track = self.track(node);
        match figure {
            Figure::FirstLoss => track.map_or(horizon, |track| track.first) as f64 / HOUR_MS as f64,
            Figure::MinOutput => f64::from(ONE_PPM - track.map_or(0, |track| track.worst)) / f64::from(ONE_PPM),
            _ => track.map_or(0.0, Track::lost_h),
        }
    }

    fn of_all(&self, figure: Figure, profile: &Profile) -> f64 {
        let lost = || self.tracks.iter().filter(|track| track.is_lost());
        match figure {
            Figure::Affected => self.tracks.len() as f64,
            Figure::Lost => lost().count() as f64,
            Figure::ProcessesLost => lost().filter(|track| profile.is_process[track.node as usize]).count() as f64,
            Figure::SectorsHit => {
                let mut sectors: Vec<u32> = self.tracks.iter().map(|track| profile.sector[track.node as usize]).collect();
                sectors.sort_unstable();
                sectors.dedup();
                sectors.iter().filter(|&&sector| sector > 0).count() as f64
            }
            // Added up as whole ppm-milliseconds, so that the order of nodes cannot show.
            _ => area_h(self.tracks.iter().map(|track| track.area).sum()),
        }
    }
}

impl Track {
    fn step(&mut self, at: i64, loss: u32) {
        self.area += i128::from(at - self.since) * i128::from(self.now);
        self.worst = self.worst.max(loss);
        (self.now, self.since) = (loss, at);
    }

    pub(super) fn is_lost(&self) -> bool {
        ONE_PPM - self.worst <= TOLERANCE_PPM
    }

    pub(super) fn lost_h(&self) -> f64 {
        area_h(self.area)
    }
}

fn area_h(area: i128) -> f64 {
    area as f64 / (f64::from(ONE_PPM) * HOUR_MS as f64)
}
