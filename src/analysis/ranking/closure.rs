//! Rows where loss is all or nothing and takes no time: components instead of nodes, 512 initiators side by side.
//!
//! Initiators within one component bring down the same, so they share a *column*: what falls outside of the components that its initiators are
//! in. The rows then differ only in which nodes of those components are initiators and left out. A column that reaches little is followed
//! by itself, the others in lanes.

mod census;
mod columns;
mod tally;
mod turns;
mod way;

use super::groups::Group;
use super::{Config, Criterion, Row};
use crate::analysis::profile::Profile;
use crate::engine::{LANES, Spare};
use crate::outcome::Control;
use crate::units::{ONE_PPM, Time};
use census::Census;
use columns::Columns;
use rayon::prelude::*;
use std::cmp::Reverse;
use std::sync::{Mutex, PoisonError};
use tally::{LaneTally, Tally};
use turns::in_turn;
pub(super) use way::Network;
use way::{Ground, Sweeper, Way};

/// How many columns are followed one by one between two looks at the cancel flag.
const CHUNK: usize = 256;

/// What all threads look at.
struct Shared<'a> {
    way: Way<'a>,
    profile: &'a Profile,
    census: &'a Census,
    columns: &'a Columns,
    groups: &'a [Group],
    control: &'a Control,
}

/// The rows of the groups in their order; `None` for those that were cancelled.
pub(super) fn rows(
    network: &Network,
    profile: &Profile,
    groups: Vec<Group>,
    config: &Config,
    control: &Control,
) -> impl Iterator<Item = Option<Row>> + use<> {
    let census = Census::of(network.condensed(), profile);
    let columns = Columns::of(network.condensed(), &groups);
    let way = Way::of(network, &census, &columns, profile);
    let shared = Shared { way, profile, census: &census, columns: &columns, groups: &groups, control };
    let order: Vec<u32> = (0..columns.count() as u32).rev().collect();
    let (mut counted, large) = shared.one_by_one(&order);
    counted.extend(shared.side_by_side(&large));
    counted.sort_unstable_by_key(|counted| counted.group);
    let (mut counted, criterion, within) = (counted.into_iter().peekable(), config.criterion, config.within);
    groups.into_iter().enumerate().map(move |(place, group)| {
        let counted = counted.next_if(|next| next.group as usize == place)?;
        Some(counted.row(group, criterion, within))
    })
}

/// What a group brings down.
struct Counted {
    group: u32,
    any_vital: bool,
    affected: u64,
    processes: u64,
    sectors: u64,
}

impl Counted {
    fn row(&self, group: Group, criterion: Criterion, within: Time) -> Row {
        let mut row = Row::blank(group.id, group.nodes.len() as u64);
        (row.affected, row.lost, row.processes_lost, row.sectors_hit) = (self.affected, self.affected, self.processes, self.sectors);
        row.first_vital_loss = self.any_vital.then_some(Time::ZERO);
        let area = i128::from(row.affected) * i128::from(within.ms()) * i128::from(ONE_PPM);
        row.finish(area, criterion);
        row
    }
}

impl Shared<'_> {
    /// The counts of the columns that reach little, and the other columns.
    fn one_by_one(&self, columns: &[u32]) -> (Vec<Counted>, Vec<u32>) {
        let chunks: Vec<&[u32]> = columns.chunks(CHUNK).collect();
        let start = || (self.way.walker(), Tally::new(self.profile.sectors));
        let parts = in_turn(&chunks, start, |(walker, tally), chunk| {
            let (mut counted, mut large) = (Vec::with_capacity(chunk.len()), Vec::new());
            for &column in chunk.iter().take_while(|_| !self.control.cancel.is_stopped()) {
                let own = self.columns.components(column);
                if self.way.count(walker, self.census, own, tally) {
                    self.emit(column, tally, &mut counted);
                } else {
                    large.push(column);
                }
            }
            (counted, large)
        });
        let mut all = (Vec::with_capacity(self.groups.len()), Vec::new());
        for (counted, large) in parts {
            all.0.extend(counted);
            all.1.extend(large);
        }
        // What follows from the loss of the last serves those before them.
        all.1.sort_unstable_by_key(|&column| Reverse(column));
        all
    }

    fn side_by_side(&self, columns: &[u32]) -> Vec<Counted> {
        let mut all = Vec::new();
        if columns.is_empty() {
            return all;
        }
        let (mut ground, seats) = (self.way.ground(), Mutex::new(Vec::new()));
        let batches: Vec<&[u32]> = columns.chunks(LANES).collect();
        for round in batches.chunks(ground.at_once()) {
            let follow = |batch: &&[u32]| {
                let seat = seats.lock().unwrap_or_else(PoisonError::into_inner).pop();
                let mut seat = seat.unwrap_or_else(|| Seat::new(self));
                let told = seat.follow(self, &ground, batch);
                seats.lock().unwrap_or_else(PoisonError::into_inner).push(seat);
                told
            };
            let told: Vec<(Vec<Counted>, Vec<Spare>)> = round.par_iter().map(follow).collect();
            for (counted, spare) in told {
                ground.leave_out(&spare);
                all.extend(counted);
            }
        }
        all
    }

    /// The counts of the groups that share a column, given what falls outside of its components.
    fn emit(&self, column: u32, outside: &Tally, counted: &mut Vec<Counted>) {
        let inside = self.census.sum(self.columns.components(column));
        let sectors = outside.sectors() + inside.sectors.iter().filter(|&&(sector, _)| !outside.has_sector(sector)).count() as u64;
        for &group in self.columns.groups(column) {
            let own = Census::of_nodes(self.profile, &self.groups[group as usize].nodes);
            let gone = |&&(sector, nodes): &&(u32, u32)| !outside.has_sector(sector) && inside.in_sector(sector) == nodes;
            counted.push(Counted {
                group,
                any_vital: outside.vital || inside.vital > own.vital,
                affected: outside.affected + inside.nodes - own.nodes,
                processes: outside.processes + inside.processes - own.processes,
                sectors: sectors - own.sectors.iter().filter(gone).count() as u64,
            });
        }
        self.control.progress.add(self.columns.groups(column).len() as u64);
    }
}

/// Room for following 512 columns.
struct Seat {
    sweeper: Sweeper,
    counts: LaneTally,
    tally: Tally,
}

impl Seat {
    fn new(shared: &Shared) -> Self {
        let sectors = shared.profile.sectors;
        Self { sweeper: shared.way.sweeper(), counts: LaneTally::new(sectors), tally: Tally::new(sectors) }
    }

    /// Counts what the columns of a batch bring down; tells what the ground can do without.
    fn follow(&mut self, shared: &Shared, ground: &Ground, batch: &[u32]) -> (Vec<Counted>, Vec<Spare>) {
        let mut counted = Vec::new();
        if shared.control.cancel.is_stopped() {
            return (counted, Vec::new());
        }
        self.counts.clear();
        let sources: Vec<&[u32]> = batch.iter().map(|&column| shared.columns.components(column)).collect();
        let counts = &mut self.counts;
        let spare = self.sweeper.sweep(&shared.way, ground, &sources, |component, row| counts.add(shared.census, component, row));
        for (lane, &column) in batch.iter().enumerate() {
            self.counts.read(lane, &mut self.tally);
            shared.emit(column, &self.tally, &mut counted);
        }
        (counted, spare)
    }
}
