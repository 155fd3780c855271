//! 512 losses side by side where needs survive some losses: one bit each, with a counter of bits for each need that is looked at.
//!
//! Components are looked at in the order of their depth, so that without loops each is looked at once. Those of the same depth may bring one
//! another down, and are looked at again for as long as anything falls: bits are only ever added, so that ends, and with the least that the
//! losses bring down.

use super::condensed::grouped;
use super::lanes::{LANES, Lane, LaneCount, or};
use super::queue::Queue;
use super::quorums::Quorums;

/// What a component's needs are made of, and in which order components are looked at.
#[derive(Debug, Clone, Default)]
pub struct Pull {
    first_need: Vec<u32>,
    /// Needs by the component that falls with them, with how much each can spare.
    needs: Vec<(u32, u32)>,
    first_member: Vec<u32>,
    /// Components that a need has, with their weights.
    members: Vec<(u32, u32)>,
    first_of_depth: Vec<u32>,
    by_depth: Vec<u32>,
}

/// Room for following 512 losses at a time.
#[derive(Debug, Clone)]
pub struct QuorumLanes {
    lost: Vec<Lane>,
    /// What is to be looked at, and what has something new to tell.
    is_due: Vec<bool>,
    is_new: Vec<bool>,
    queue: Queue,
    count: LaneCount,
    written: Vec<u32>,
}

impl Pull {
    /// Turns the rows of a network round.
    pub fn of(quorums: &Quorums) -> Self {
        let count = quorums.alone().count();
        let rows = (0..count as u32).flat_map(|component| quorums.rows(component).iter().map(move |row| (component, row)));
        let (first_member, members) =
            grouped(quorums.needs(), rows.clone().map(|(component, row)| (row.need, (component, row.weight))), (0, 0));
        let mut spare = vec![0; quorums.needs()];
        for (_, row) in rows {
            spare[row.need as usize] = row.spare;
        }
        let needs = (0..quorums.needs() as u32).map(|need| (quorums.component(need), (need, spare[need as usize])));
        let (first_need, needs) = grouped(count, needs, (0, 0));
        let depths = quorums.depth.iter().max().map_or(0, |&depth| depth as usize + 1);
        let (first_of_depth, by_depth) =
            grouped(depths, (0..count as u32).map(|component| (quorums.depth[component as usize], component)), 0);
        Self { first_need, needs, first_member, members, first_of_depth, by_depth }
    }

    fn needs_of(&self, component: u32) -> &[(u32, u32)] {
        &self.needs[self.first_need[component as usize] as usize..self.first_need[component as usize + 1] as usize]
    }

    fn members(&self, need: u32) -> &[(u32, u32)] {
        &self.members[self.first_member[need as usize] as usize..self.first_member[need as usize + 1] as usize]
    }
}

impl QuorumLanes {
    /// Room for a network of so many components, at rest.
    pub fn new(components: usize) -> Self {
        Self {
            lost: vec![[0; 8]; components],
            is_due: vec![false; components],
            is_new: vec![false; components],
            queue: Queue::new(components),
            count: LaneCount::default(),
            written: Vec::new(),
        }
    }

    /// Loses the components of each of at most 512 columns, and shows every component that falls in any of them with the columns in which it
    /// does.
    ///
    /// # Panics
    /// With more than [`LANES`] columns.
    pub fn sweep(&mut self, quorums: &Quorums, pull: &Pull, columns: &[&[u32]], mut show: impl FnMut(u32, &Lane)) {
        assert!(columns.len() <= LANES, "a column has one of {LANES} bits");
        for (lane, &column) in columns.iter().enumerate() {
            for &component in column {
                self.lost[component as usize][lane / 64] |= 1 << (lane % 64);
                (self.is_due[component as usize], self.is_new[component as usize]) = (true, true);
            }
        }
        for ends in pull.first_of_depth.windows(2) {
            let same = &pull.by_depth[ends[0] as usize..ends[1] as usize];
            for &component in same.iter().filter(|&&component| self.is_due[component as usize]) {
                self.queue.push(component);
            }
            while let Some(component) = self.queue.pop() {
                self.look_at(quorums, pull, component);
            }
            for &component in same {
                if self.lost[component as usize] != [0; 8] {
                    show(component, &self.lost[component as usize]);
                    self.written.push(component);
                }
            }
        }
        for component in self.written.drain(..) {
            self.lost[component as usize] = [0; 8];
        }
    }

    /// Works out in which columns a component falls, and passes on what is new.
    fn look_at(&mut self, quorums: &Quorums, pull: &Pull, component: u32) {
        self.is_due[component as usize] = false;
        let before = self.lost[component as usize];
        let mut row = before;
        for &(need, spare) in pull.needs_of(component) {
            self.count.clear();
            for &(member, weight) in pull.members(need) {
                self.count.add(&self.lost[member as usize], weight);
            }
            or(&mut row, &self.count.above(spare));
        }
        self.lost[component as usize] = row;
        if !std::mem::take(&mut self.is_new[component as usize]) && row == before {
            return;
        }
        let depth = quorums.depth[component as usize];
        for &dependent in quorums.alone().dependents(component) {
            let known = self.lost[dependent as usize];
            or(&mut self.lost[dependent as usize], &row);
            if self.lost[dependent as usize] != known {
                self.is_new[dependent as usize] = true;
                self.call(quorums, dependent, depth);
            }
        }
        for towards in quorums.rows(component) {
            self.call(quorums, quorums.component(towards.need), depth);
        }
    }

    /// A component is to be looked at: now, if it may bring down what is looked at now.
    fn call(&mut self, quorums: &Quorums, component: u32, depth: u32) {
        self.is_due[component as usize] = true;
        if quorums.depth[component as usize] == depth {
            self.queue.push(component);
        }
    }
}
