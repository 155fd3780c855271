//! What the lasting loss of nodes brings down in 64 or 512 samples at once.
//!
//! Everything that falls does so at the start and with nothing left, so that counts say all. Where few fall, eight floods of 64 samples keep
//! to memory that is near; where most fall, one of 512 looks at each row once for all of them. Which of the two it is was seen the last time,
//! and the first time in the first 64 samples. The counts are the same.

use crate::analysis::profile::Profile;
use crate::analysis::ranking::{Config, Row};
use crate::engine::{Flood, LANES, Lane, LaneCount, Web, or};
use crate::network::NodeId;
use crate::units::{ONE_PPM, Time};
use std::ops::Range;

/// How many samples run side by side.
pub(super) const SIDE_BY_SIDE: u64 = LANES as u64;
/// How many of 64 samples share a fallen node on average where 512 samples are better followed at once.
const SHARED: u64 = 16;

/// What falls in one sample, the initiators left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Fallen {
    affected: u64,
    processes: u64,
    sectors_hit: u64,
    any_vital: bool,
}

/// A worker.
pub(super) struct Floods<'w> {
    web: &'w Web,
    narrow: Flood<'w, 1>,
    /// Made when it is first needed.
    wide: Option<Flood<'w, 8>>,
    /// By the place of an initiator whether most fell with it.
    is_wide: Vec<bool>,
    census: Census<'w>,
}

impl<'w> Floods<'w> {
    /// For so many initiators.
    pub(super) fn new(web: &'w Web, profile: &'w Profile, initiators: usize) -> Self {
        Self { web, narrow: Flood::new(web), wide: None, is_wide: vec![false; initiators], census: Census::new(profile) }
    }

    /// Follows the loss of the nodes of an initiator in samples of one block of 512; what falls in each of them, in order.
    pub(super) fn follow(&mut self, place: usize, nodes: &[NodeId], seed: u64, samples: Range<u64>) -> &[Fallen] {
        let block = samples.start / SIDE_BY_SIDE;
        let lanes = (samples.start - block * SIDE_BY_SIDE) as usize..(samples.end - block * SIDE_BY_SIDE) as usize;
        let asked = lanes_of(lanes.clone());
        self.census.begin(nodes);
        if !self.is_wide[place] {
            self.is_wide[place] = !self.follow_narrow(nodes, seed, block, &asked);
        }
        if self.is_wide[place] {
            self.is_wide[place] = self.follow_wide(nodes, seed, block, &asked);
        }
        self.census.end(nodes);
        &self.census.fallen[lanes]
    }

    /// Follows 64 samples at a time; says no, and leaves it at the first, where most fall.
    fn follow_narrow(&mut self, nodes: &[NodeId], seed: u64, block: u64, asked: &Lane) -> bool {
        let mut is_first = true;
        for (word, &asked) in asked.iter().enumerate().filter(|&(_, &asked)| asked != 0) {
            let lost: Vec<(u32, [u64; 1])> = nodes.iter().map(|node| (node.0, [asked])).collect();
            self.narrow.run(seed, 8 * block + word as u64, &lost);
            if std::mem::take(&mut is_first) && is_shared(self.narrow.fallen().iter().map(|&node| self.narrow.samples(node)[0])) {
                return false;
            }
            for &node in self.narrow.fallen() {
                self.census.add_few(node, word, self.narrow.samples(node)[0]);
            }
        }
        true
    }

    /// Follows all samples at once; says whether most fell in the first of them.
    fn follow_wide(&mut self, nodes: &[NodeId], seed: u64, block: u64, asked: &Lane) -> bool {
        let flood = self.wide.get_or_insert_with(|| Flood::new(self.web));
        let lost: Vec<(u32, Lane)> = nodes.iter().map(|node| (node.0, *asked)).collect();
        flood.run(seed, block, &lost);
        let first = asked.iter().position(|&word| word != 0).unwrap_or(0);
        for &node in flood.fallen() {
            self.census.add_many(node, flood.samples(node));
        }
        is_shared(flood.fallen().iter().map(|&node| flood.samples(node)[first]).filter(|&samples| samples != 0))
    }
}

/// Whether nodes that fell did so in many of 64 samples.
fn is_shared(fallen: impl Iterator<Item = u64>) -> bool {
    let (nodes, samples) = fallen.fold((0, 0), |(nodes, samples), fell| (nodes + 1, samples + u64::from(fell.count_ones())));
    samples >= SHARED * nodes && nodes > SHARED
}

/// Counts what falls, sample by sample.
struct Census<'w> {
    profile: &'w Profile,
    fallen: Vec<Fallen>,
    /// The same where it is counted for all samples at once.
    affected: LaneCount,
    processes: LaneCount,
    vital: Lane,
    /// Per sector the samples in which one of its nodes falls.
    sectors: Vec<Lane>,
    is_initiator: Vec<bool>,
}

impl<'w> Census<'w> {
    fn new(profile: &'w Profile) -> Self {
        Self {
            profile,
            fallen: vec![Fallen::default(); LANES],
            affected: LaneCount::default(),
            processes: LaneCount::default(),
            vital: [0; 8],
            sectors: vec![[0; 8]; profile.sectors + 1],
            is_initiator: vec![false; profile.sector.len()],
        }
    }

    fn begin(&mut self, initiators: &[NodeId]) {
        self.fallen.fill(Fallen::default());
        self.mark(initiators, true);
    }

    fn mark(&mut self, initiators: &[NodeId], is_initiator: bool) {
        for node in initiators {
            self.is_initiator[node.0 as usize] = is_initiator;
        }
    }

    /// A node falls in some of 64 samples.
    fn add_few(&mut self, node: u32, word: usize, samples: u64) {
        if self.is_initiator[node as usize] {
            return;
        }
        self.sectors[self.profile.sector[node as usize] as usize][word] |= samples;
        let (is_process, is_vital) = (self.profile.is_process[node as usize], self.profile.is_vital[node as usize]);
        let mut left = samples;
        while left != 0 {
            let fallen = &mut self.fallen[64 * word + left.trailing_zeros() as usize];
            fallen.affected += 1;
            fallen.processes += u64::from(is_process);
            fallen.any_vital |= is_vital;
            left &= left - 1;
        }
    }

    /// A node falls in some of 512 samples.
    fn add_many(&mut self, node: u32, samples: &Lane) {
        if self.is_initiator[node as usize] {
            return;
        }
        or(&mut self.sectors[self.profile.sector[node as usize] as usize], samples);
        self.affected.add(samples, 1);
        if self.profile.is_process[node as usize] {
            self.processes.add(samples, 1);
        }
        if self.profile.is_vital[node as usize] {
            or(&mut self.vital, samples);
        }
    }

    fn end(&mut self, initiators: &[NodeId]) {
        self.mark(initiators, false);
        let mut sectors_hit = LaneCount::default();
        // Nodes without a sector stand under 0 and do not count.
        self.sectors[0] = [0; 8];
        for sector in &mut self.sectors {
            sectors_hit.add(&std::mem::take(sector), 1);
        }
        for (lane, fallen) in self.fallen.iter_mut().enumerate() {
            fallen.affected += self.affected.get(lane);
            fallen.processes += self.processes.get(lane);
            fallen.sectors_hit = sectors_hit.get(lane);
            fallen.any_vital |= self.vital[lane / 64] >> (lane % 64) & 1 == 1;
        }
        self.affected.clear();
        self.processes.clear();
        self.vital = [0; 8];
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
fn lanes_of(samples: Range<usize>) -> Lane {
    let mut lanes = [0; 8];
    for sample in samples {
        lanes[sample / 64] |= 1 << (sample % 64);
    }
    lanes
}

#[cfg(test)]
mod tests {
    use super::is_shared;

    #[test]
    fn floods_are_wide_where_most_fall_in_most_samples() {
        assert!(is_shared([u64::MAX; 100].into_iter()));
        assert!(!is_shared([1; 100].into_iter()));
        assert!(!is_shared([u64::MAX; 3].into_iter()), "three nodes are near anyhow");
        assert!(!is_shared([].into_iter()));
    }
}
