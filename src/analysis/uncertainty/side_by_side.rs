//! What the lasting loss of nodes brings down in 512 samples at once.
//!
//! Everything that falls does so at the start and with nothing left, so that counts say all.

use crate::analysis::profile::Profile;
use crate::analysis::ranking::{Config, Row};
use crate::engine::{Flood, LANES, Lane, LaneCount, Web, or};
use crate::network::NodeId;
use crate::units::{ONE_PPM, Time};
use std::ops::Range;

/// How many samples run side by side.
pub(super) const SIDE_BY_SIDE: u64 = LANES as u64;

/// A worker.
pub(super) struct Floods<'w> {
    flood: Flood<'w, 8>,
    profile: &'w Profile,
    affected: LaneCount,
    processes: LaneCount,
    vital: Lane,
    /// Per sector the samples in which one of its nodes falls.
    sectors: Vec<Lane>,
    sectors_hit: LaneCount,
    is_initiator: Vec<bool>,
}

/// What falls in one sample, the initiators left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Fallen {
    pub(super) affected: u64,
    pub(super) processes: u64,
    pub(super) sectors_hit: u64,
    pub(super) any_vital: bool,
}

impl<'w> Floods<'w> {
    pub(super) fn new(web: &'w Web, profile: &'w Profile) -> Self {
        Self {
            flood: Flood::new(web),
            profile,
            affected: LaneCount::default(),
            processes: LaneCount::default(),
            vital: [0; 8],
            sectors: vec![[0; 8]; profile.sectors + 1],
            sectors_hit: LaneCount::default(),
            is_initiator: vec![false; web.nodes()],
        }
    }

    /// Follows the loss of these nodes in samples of one block of 512, and shows what falls in each of them, in order.
    pub(super) fn follow(&mut self, nodes: &[NodeId], seed: u64, samples: Range<u64>, mut show: impl FnMut(Fallen)) {
        let block = samples.start / SIDE_BY_SIDE;
        let lanes = samples.start - block * SIDE_BY_SIDE..samples.end - block * SIDE_BY_SIDE;
        let asked = lanes_of(lanes.clone());
        let lost: Vec<(u32, Lane)> = nodes.iter().map(|node| (node.0, asked)).collect();
        self.flood.run(seed, block, &lost);
        self.mark(nodes, true);
        self.count();
        self.mark(nodes, false);
        for lane in lanes {
            let lane = lane as usize;
            show(Fallen {
                affected: self.affected.get(lane),
                processes: self.processes.get(lane),
                sectors_hit: self.sectors_hit.get(lane),
                any_vital: self.vital[lane / 64] >> (lane % 64) & 1 == 1,
            });
        }
    }

    fn mark(&mut self, initiators: &[NodeId], is_initiator: bool) {
        for node in initiators {
            self.is_initiator[node.0 as usize] = is_initiator;
        }
    }

    fn count(&mut self) {
        let counts = [&mut self.affected, &mut self.processes, &mut self.sectors_hit];
        counts.into_iter().for_each(LaneCount::clear);
        self.vital = [0; 8];
        for &node in self.flood.fallen().iter().filter(|&&node| !self.is_initiator[node as usize]) {
            let samples = self.flood.samples(node);
            self.affected.add(samples, 1);
            if self.profile.is_process[node as usize] {
                self.processes.add(samples, 1);
            }
            if self.profile.is_vital[node as usize] {
                or(&mut self.vital, samples);
            }
            or(&mut self.sectors[self.profile.sector[node as usize] as usize], samples);
        }
        // Nodes without a sector stand under 0 and do not count.
        self.sectors[0] = [0; 8];
        for sector in &mut self.sectors {
            self.sectors_hit.add(&std::mem::take(sector), 1);
        }
    }
}

impl Row {
    /// What falls at the start and with nothing left, as a row without a name.
    pub(super) fn lost_at_once(nodes: u64, fallen: Fallen, config: &Config) -> Self {
        let mut row = Self::blank(String::new(), nodes);
        (row.affected, row.lost, row.processes_lost) = (fallen.affected, fallen.affected, fallen.processes);
        row.sectors_hit = fallen.sectors_hit;
        row.first_vital_loss = fallen.any_vital.then_some(Time::ZERO);
        let area = i128::from(fallen.affected) * i128::from(config.within.ms()) * i128::from(ONE_PPM);
        row.finish(area, config.criterion);
        row
    }
}

/// A bit for each of a range of samples of a block.
fn lanes_of(samples: Range<u64>) -> Lane {
    let mut lanes = [0; 8];
    for sample in samples {
        lanes[sample as usize / 64] |= 1 << (sample % 64);
    }
    lanes
}
