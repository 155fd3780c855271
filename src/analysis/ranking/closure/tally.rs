//! Counting what falls, one column at a time or 512.

use super::census::{Census, Sum};
use crate::engine::{Core, Lane, LaneSum, or};

/// What one column brings down.
#[derive(Debug, Clone)]
pub(super) struct Tally {
    pub(super) affected: u64,
    pub(super) processes: u64,
    pub(super) vital: bool,
    sectors: Vec<u64>,
}

impl Tally {
    pub(super) fn new(sectors: usize) -> Self {
        Self { affected: 0, processes: 0, vital: false, sectors: vec![0; sectors / 64 + 1] }
    }

    pub(super) fn clear(&mut self) {
        (self.affected, self.processes, self.vital) = (0, 0, false);
        self.sectors.fill(0);
    }

    pub(super) fn add(&mut self, census: &Census, component: u32) {
        self.affected += u64::from(census.nodes(component));
        self.processes += u64::from(census.processes(component));
        self.vital |= census.has_vital(component);
        for &(sector, _) in census.sectors(component) {
            self.add_sector(sector);
        }
    }

    fn add_sector(&mut self, sector: u32) {
        self.sectors[sector as usize / 64] |= 1 << (sector % 64);
    }

    pub(super) fn has_sector(&self, sector: u32) -> bool {
        self.sectors[sector as usize / 64] >> (sector % 64) & 1 == 1
    }

    fn leave_sector(&mut self, sector: u32) {
        self.sectors[sector as usize / 64] &= !(1 << (sector % 64));
    }

    /// How many sectors are hit.
    pub(super) fn sectors(&self) -> u64 {
        self.sectors.iter().map(|word| u64::from(word.count_ones())).sum()
    }
}

/// What a core brings down.
#[derive(Debug, Clone)]
pub(super) struct CoreTally {
    all: Tally,
    vital: u64,
    /// Per sector how many nodes in it.
    in_sector: Vec<u32>,
}

impl CoreTally {
    pub(super) fn of(core: &Core, census: &Census, sectors: usize) -> Self {
        let (mut all, mut vital, mut in_sector) = (Tally::new(sectors), 0, vec![0; sectors + 1]);
        for &component in &core.components {
            all.add(census, component);
            vital += u64::from(census.vital(component));
            for &(sector, nodes) in census.sectors(component) {
                in_sector[sector as usize] += nodes;
            }
        }
        Self { all, vital, in_sector }
    }

    /// What it brings down outside of some of its components.
    pub(super) fn without(&self, own: &Sum, tally: &mut Tally) {
        (tally.affected, tally.processes) = (self.all.affected - own.nodes, self.all.processes - own.processes);
        tally.vital = self.vital > own.vital;
        tally.sectors.copy_from_slice(&self.all.sectors);
        for &(sector, nodes) in own.sectors.iter().filter(|&&(sector, nodes)| self.in_sector[sector as usize] == nodes) {
            debug_assert!(nodes > 0, "a sector that is listed has nodes");
            tally.leave_sector(sector);
        }
    }
}

/// What 512 columns bring down.
#[derive(Debug, Clone)]
pub(super) struct LaneTally {
    affected: LaneSum,
    processes: LaneSum,
    vital: Lane,
    sectors: Vec<Lane>,
}

impl LaneTally {
    pub(super) fn new(sectors: usize) -> Self {
        Self { affected: LaneSum::default(), processes: LaneSum::default(), vital: [0; 8], sectors: vec![[0; 8]; sectors + 1] }
    }

    pub(super) fn clear(&mut self) {
        self.affected.clear();
        self.processes.clear();
        self.vital = [0; 8];
        self.sectors.fill([0; 8]);
    }

    pub(super) fn add(&mut self, census: &Census, component: u32, row: &Lane) {
        self.affected.add(row, census.nodes(component));
        self.processes.add(row, census.processes(component));
        if census.has_vital(component) {
            or(&mut self.vital, row);
        }
        for &(sector, _) in census.sectors(component) {
            or(&mut self.sectors[sector as usize], row);
        }
    }

    /// The counts of one column.
    pub(super) fn read(&self, lane: usize, tally: &mut Tally) {
        tally.clear();
        tally.affected = self.affected.get(lane);
        tally.processes = self.processes.get(lane);
        tally.vital = has(&self.vital, lane);
        for sector in 1..self.sectors.len() {
            if has(&self.sectors[sector], lane) {
                tally.add_sector(sector as u32);
            }
        }
    }
}

fn has(row: &Lane, lane: usize) -> bool {
    row[lane / 64] >> (lane % 64) & 1 == 1
}
