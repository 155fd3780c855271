//! Rows where loss is all or nothing: the counts of an anchor, corrected by what falls earlier than in it.

mod summary;

use super::groups::Group;
use super::{Config, Criterion, Row};
use crate::analysis::{Model, profile::Profile};
use crate::engine::{Base, Binary, Cascade, NEVER, Schedules};
use crate::outcome::Control;
use crate::units::{ONE_PPM, Time};
use rayon::prelude::*;
use summary::{Summaries, Summary};

/// For so many groups it is worth following one loss more than is asked for.
const WORTH_PREPARING: usize = 8;

/// The rows of the groups, as far as they were not cancelled.
pub(super) fn rows(model: &Model, config: &Config, binary: Binary, groups: Vec<Group>, control: &Control) -> Vec<Row> {
    let profile = Profile::of(model);
    let schedules = Schedules::new(binary);
    if groups.len() >= WORTH_PREPARING {
        schedules.prepare();
    }
    let least = (groups.len() / (rayon::current_num_threads() * 16)).max(16);
    let follow = |counter: &mut Counter, group| {
        if control.cancel.is_stopped() {
            return None;
        }
        let row = counter.row(group);
        control.progress.add(1);
        Some(row)
    };
    groups.into_par_iter().with_min_len(least).map_init(|| Counter::new(&schedules, &profile, config), follow).flatten().collect()
}

/// A worker.
struct Counter<'s> {
    cascade: Cascade<'s>,
    profile: &'s Profile,
    criterion: Criterion,
    within: i64,
    summaries: Summaries,
    /// The round in which a node was an initiator.
    initiator: Vec<u32>,
    sectors: Sectors,
    round: u32,
}

/// Per sector, how many affected nodes of the anchor are initiators of the round, and the round in which one beyond the anchor was seen.
struct Sectors {
    left_out: Vec<u32>,
    seen: Vec<u32>,
}

impl<'s> Counter<'s> {
    fn new(schedules: &'s Schedules<'s>, profile: &'s Profile, config: &Config) -> Self {
        Self {
            cascade: schedules.cascade(),
            profile,
            criterion: config.criterion,
            within: config.within.ms(),
            summaries: Summaries::default(),
            initiator: vec![0; profile.sector.len()],
            sectors: Sectors { left_out: vec![0; profile.sectors + 1], seen: vec![0; profile.sectors + 1] },
            round: 0,
        }
    }

    fn row(&mut self, group: Group) -> Row {
        self.round += 1;
        let count = group.nodes.len() as u64;
        let mut nodes: Vec<u32> = group.nodes.iter().map(|node| node.0).collect();
        nodes.sort_unstable();
        nodes.dedup();
        for &node in &nodes {
            self.initiator[node as usize] = self.round;
        }
        self.cascade.run(&nodes);
        let mut row = Row::blank(group.id, count);
        let area = self.count(&mut row, &nodes);
        row.finish(area, self.criterion);
        self.cascade.learn();
        row
    }

    /// Counts into a row; returns the hours lost in ppm-milliseconds.
    fn count(&mut self, row: &mut Row, nodes: &[u32]) -> i128 {
        let base = self.cascade.base();
        let summaries = &mut self.summaries;
        let (profile, within) = (self.profile, self.within);
        let summary = summaries.of(base, profile, within);
        let mut lost_ms = summary.lost_ms;
        (row.affected, row.processes_lost, row.sectors_hit) = (summary.affected, summary.processes, summary.sectors);
        let falls_at = |node| base.map_or(NEVER, |base: Base| base.falls_at(node));
        for &node in nodes.iter().filter(|&&node| falls_at(node) != NEVER) {
            row.affected -= 1;
            row.processes_lost -= u64::from(profile.is_process[node as usize]);
            row.sectors_hit -= u64::from(self.sectors.leave_out(profile.sector[node as usize], summary));
            lost_ms -= i128::from(within - falls_at(node));
        }
        let is_initiator = |node: u32| self.initiator[node as usize] == self.round;
        let mut first_vital = summary.vital.iter().find(|&&(_, node)| !is_initiator(node)).map_or(NEVER, |&(at, _)| at);
        for (node, at) in self.cascade.earlier().filter(|&(node, _)| !is_initiator(node)) {
            let before = falls_at(node);
            lost_ms += i128::from(before.min(within) - at);
            if profile.is_vital[node as usize] {
                first_vital = first_vital.min(at);
            }
            if before == NEVER {
                row.affected += 1;
                row.processes_lost += u64::from(profile.is_process[node as usize]);
                row.sectors_hit += u64::from(self.sectors.see(profile.sector[node as usize], summary, self.round));
            }
        }
        for &node in nodes {
            self.sectors.left_out[profile.sector[node as usize] as usize] = 0;
        }
        row.lost = row.affected;
        row.first_vital_loss = Time::from_ms(first_vital);
        lost_ms * i128::from(ONE_PPM)
    }
}

impl Sectors {
    /// Leaves out a node of the anchor; says whether it was the last of its sector.
    fn leave_out(&mut self, sector: u32, summary: &Summary) -> bool {
        self.left_out[sector as usize] += 1;
        sector > 0 && self.left_out[sector as usize] == summary.in_sector(sector)
    }

    /// Sees a node beyond the anchor; says whether it is the first of its sector.
    fn see(&mut self, sector: u32, summary: &Summary, round: u32) -> bool {
        let new = sector > 0 && std::mem::replace(&mut self.seen[sector as usize], round) != round;
        new && summary.in_sector(sector) == self.left_out[sector as usize]
    }
}
