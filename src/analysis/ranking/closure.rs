//! Rows where loss is all or nothing and takes no time: components instead of nodes, 512 initiators side by side.
//!
//! Initiators within one component bring down the same, so they share a *column*: what falls outside of the components that its initiators are
//! in. The rows then differ only in which nodes of those components are initiators and left out. A column that reaches little is followed
//! by itself, the others in lanes.

mod census;
mod columns;
mod tally;
mod way;

use super::groups::Group;
use super::{Config, Row};
use crate::analysis::profile::Profile;
use crate::engine::{LANES, Lane};
use crate::outcome::Control;
use census::Census;
use columns::Columns;
use rayon::prelude::*;
use tally::{LaneTally, Tally};
pub(super) use way::Network;
use way::{Sweeper, Way};

/// How many columns are followed one by one between two looks at the cancel flag.
const CHUNK: usize = 256;

/// What all threads look at.
struct Shared<'a> {
    way: Way<'a>,
    profile: &'a Profile,
    census: &'a Census,
    columns: &'a Columns,
    groups: &'a [Group],
    config: &'a Config,
    control: &'a Control,
}

/// The rows of the groups in their order; `None` for those that were cancelled.
pub(super) fn rows(network: &Network, profile: &Profile, groups: Vec<Group>, config: &Config, control: &Control) -> Vec<Option<Row>> {
    let census = Census::of(network.condensed(), profile);
    let columns = Columns::of(network.condensed(), &groups);
    let way = Way::of(network, &census, &columns, profile);
    let shared = Shared { way, profile, census: &census, columns: &columns, groups: &groups, config, control };
    let order: Vec<u32> = (0..columns.count() as u32).rev().collect();
    let (mut parts, mut large) = shared.one_by_one(&order);
    large.sort_unstable();
    parts.push(shared.side_by_side(&large));
    let mut rows: Vec<Option<Row>> = vec![None; groups.len()];
    for (group, row) in parts.into_iter().flatten() {
        rows[group as usize] = Some(row);
    }
    // A text is moved rather than made again for each row.
    for (row, group) in rows.iter_mut().zip(groups) {
        if let Some(row) = row {
            row.id = group.id;
        }
    }
    rows
}

/// A row, still without its id, with the place of its group.
type Placed = (u32, Row);

impl Shared<'_> {
    /// The rows of the columns that reach little, in parts, and the other columns.
    fn one_by_one(&self, columns: &[u32]) -> (Vec<Vec<Placed>>, Vec<u32>) {
        let start = || (self.way.walker(), Tally::new(self.profile.sectors));
        let parts: Vec<(Vec<Placed>, Vec<u32>)> = columns
            .par_chunks(CHUNK)
            .with_min_len(columns.len() / (CHUNK * rayon::current_num_threads() * 8) + 1)
            .map_init(start, |(walker, tally), chunk| {
                let (mut rows, mut large) = (Vec::with_capacity(chunk.len()), Vec::new());
                for &column in chunk.iter().take_while(|_| !self.control.cancel.is_stopped()) {
                    let own = self.columns.components(column);
                    if self.way.count(walker, self.census, own, tally) {
                        self.emit(column, tally, &mut rows);
                    } else {
                        large.push(column);
                    }
                }
                (rows, large)
            })
            .collect();
        let (parts, large): (Vec<_>, Vec<_>) = parts.into_iter().unzip();
        (parts, large.concat())
    }

    fn side_by_side(&self, columns: &[u32]) -> Vec<Placed> {
        let sweeper = self.way.sweeper(columns.len());
        let start = || (sweeper.clone(), LaneTally::new(self.profile.sectors), Tally::new(self.profile.sectors));
        columns
            .par_chunks(LANES)
            .map_init(start, |(sweeper, counts, tally), batch| {
                let mut rows = Vec::new();
                if !self.control.cancel.is_stopped() {
                    self.sweep(sweeper, counts, batch);
                    for (lane, &column) in batch.iter().enumerate() {
                        counts.read(lane, tally);
                        self.emit(column, tally, &mut rows);
                    }
                }
                rows
            })
            .flatten_iter()
            .collect()
    }

    /// Counts what the columns of a batch bring down outside of their own components.
    fn sweep(&self, sweeper: &mut Sweeper, counts: &mut LaneTally, batch: &[u32]) {
        counts.clear();
        let sources: Vec<&[u32]> = batch.iter().map(|&column| self.columns.components(column)).collect();
        let mut own: Vec<(u32, u32)> = Vec::new();
        for (lane, components) in sources.iter().enumerate() {
            own.extend(components.iter().map(|&component| (component, lane as u32)));
        }
        own.sort_unstable();
        sweeper.sweep(&self.way, &sources, |component, row| {
            let mut outside: Lane = *row;
            let first = own.partition_point(|&(other, _)| other < component);
            for &(_, lane) in own[first..].iter().take_while(|&&(other, _)| other == component) {
                outside[lane as usize / 64] &= !(1 << (lane % 64));
            }
            counts.add(self.census, component, &outside);
        });
    }

    /// The rows of the groups that share a column, given what falls outside of its components.
    fn emit(&self, column: u32, outside: &Tally, rows: &mut Vec<Placed>) {
        let inside = self.census.sum(self.columns.components(column));
        let sectors = outside.sectors() + inside.sectors.iter().filter(|&&(sector, _)| !outside.has_sector(sector)).count() as u64;
        for &place in self.columns.groups(column) {
            let group = &self.groups[place as usize];
            let own = Census::of_nodes(self.profile, &group.nodes);
            let mut row = Row::blank(String::new(), group.nodes.len() as u64);
            row.affected = outside.affected + inside.nodes - own.nodes;
            row.lost = row.affected;
            row.processes_lost = outside.processes + inside.processes - own.processes;
            let gone = |&&(sector, nodes): &&(u32, u32)| !outside.has_sector(sector) && inside.in_sector(sector) == nodes;
            row.sectors_hit = sectors - own.sectors.iter().filter(gone).count() as u64;
            row.first_vital_loss = (outside.vital || inside.vital > own.vital).then_some(crate::units::Time::ZERO);
            let area = i128::from(row.affected) * i128::from(self.config.within.ms()) * i128::from(crate::units::ONE_PPM);
            row.finish(area, self.config.criterion);
            rows.push((place, row));
        }
        self.control.progress.add(self.columns.groups(column).len() as u64);
    }
}
