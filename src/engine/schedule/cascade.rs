//! One loss at a time: what differs from the anchor it builds upon.

use super::anchor::{Anchor, Schedules};
use super::rows::Counts;
use crate::engine::binary::NEVER;
use std::cmp::Reverse;
use std::collections::BinaryHeap;

/// A worker that follows one loss at a time. Costs what falls earlier than in the anchor.
#[derive(Debug, Clone)]
pub struct Cascade<'s> {
    shared: &'s Schedules<'s>,
    /// How often an anchor was tried for when this loss began.
    attempts: u32,
    initiators: Vec<u32>,
    base: Option<Base<'s>>,
    /// When a node falls, where it is earlier than in the base: counts where the mark is that of the round.
    earlier: Vec<(u32, i64)>,
    round: u32,
    listed: Vec<u32>,
    now: i64,
    /// The label of a node that falls now.
    found: Option<u32>,
    at_once: Vec<u32>,
    later: BinaryHeap<Reverse<(i64, u32)>>,
    falls: Vec<(i64, u32)>,
    /// While there is no base.
    counts: Counts,
}

/// An anchor that begins at a moment.
#[derive(Debug, Clone, Copy)]
pub struct Base<'s> {
    /// The place of the anchor.
    pub place: u32,
    /// The anchor.
    pub anchor: &'s Anchor,
    /// When its root falls, in ms.
    pub from: i64,
    within: i64,
}

impl Base<'_> {
    /// When a node falls, going by the anchor alone.
    pub fn falls_at(&self, node: u32) -> i64 {
        let at = self.anchor.falls_at[node as usize];
        if at > self.within - self.from { NEVER } else { at + self.from }
    }
}

/// How many candidates for the root of an anchor are tried.
const CANDIDATES: usize = 8;

impl<'s> Cascade<'s> {
    pub(super) fn new(shared: &'s Schedules<'s>) -> Self {
        Self {
            shared,
            attempts: 0,
            initiators: Vec::new(),
            base: None,
            earlier: vec![(0, 0); shared.binary.graph.topology.nodes()],
            round: 0,
            listed: Vec::new(),
            now: 0,
            found: None,
            at_once: Vec::new(),
            later: BinaryHeap::new(),
            falls: Vec::new(),
            counts: Counts::new(shared.binary.graph.topology.needs()),
        }
    }

    /// Follows the loss of these nodes at 0.
    pub fn run(&mut self, initiators: &[u32]) {
        self.attempts = self.shared.attempts();
        self.initiators.clear();
        self.initiators.extend_from_slice(initiators);
        self.begin(None);
        loop {
            if let Some(place) = self.found.take() {
                self.build_upon(place);
            } else if let Some(node) = self.at_once.pop() {
                self.fall(node);
            } else if let Some(Reverse((at, node))) = self.later.pop() {
                self.now = at;
                self.fall_later(node);
            } else {
                break;
            }
        }
        if let ([only], Some(base)) = (initiators, self.base)
            && base.from == 0
        {
            self.shared.set_label(*only, base.place);
        }
    }

    /// Begins with nothing but the initiators lowered beneath the base.
    fn begin(&mut self, base: Option<Base<'s>>) {
        if self.round == u32::MAX {
            self.earlier.fill((0, 0));
            self.counts.forget();
            self.round = 0;
        }
        self.round += 1;
        self.listed.clear();
        self.at_once.clear();
        self.later.clear();
        self.base = base;
        self.now = 0;
        self.found = None;
        for place in 0..self.initiators.len() {
            self.lower(self.initiators[place], 0);
        }
    }

    /// The anchor that this loss builds upon.
    pub fn base(&self) -> Option<Base<'s>> {
        self.base
    }

    /// The nodes that fall earlier than in the base, or fall although there is none, with when.
    pub fn earlier(&self) -> impl Iterator<Item = (u32, i64)> {
        self.listed.iter().map(|&node| (node, self.earlier[node as usize].1))
    }

    /// When a node falls, in ms, or [`NEVER`].
    pub fn falls_at(&self, node: u32) -> i64 {
        match self.own(node) {
            Some(at) => at,
            None => self.base.map_or(NEVER, |base| base.falls_at(node)),
        }
    }

    fn own(&self, node: u32) -> Option<i64> {
        let (round, at) = self.earlier[node as usize];
        (round == self.round).then_some(at)
    }

    fn lower(&mut self, node: u32, at: i64) {
        if at > self.shared.binary.within || at >= self.falls_at(node) {
            return;
        }
        if self.own(node).is_none() {
            self.listed.push(node);
        }
        self.earlier[node as usize] = (self.round, at);
        if at == self.now {
            self.found = self.found.or(self.shared.label(node));
            self.at_once.push(node);
        } else {
            self.later.push(Reverse((at, node)));
        }
    }

    /// A node falls now, unless it has been found to fall earlier, or to do so in the base as well.
    fn fall(&mut self, node: u32) {
        if self.own(node) == Some(self.now) {
            self.tell_dependents(node);
        }
    }

    /// A node falls at a moment that has just come.
    fn fall_later(&mut self, node: u32) {
        if self.own(node) == Some(self.now) {
            self.found = self.shared.label(node);
            self.at_once.push(node);
        }
    }

    /// Takes an anchor whose root falls now as the base, if it is the first or brings down more. Nodes that fall no earlier than in the first
    /// base are no longer listed, so another base begins from the initiators again.
    fn build_upon(&mut self, place: u32) {
        let Some(anchor) = self.shared.anchor(place) else { return };
        let base = Base { place, anchor, from: self.now, within: self.shared.binary.within };
        match self.base {
            None => self.keep_what_is_earlier_than(base),
            Some(known) if known.from == self.now && known.anchor.by_time.len() < anchor.by_time.len() => self.begin(Some(base)),
            Some(_) => {}
        }
    }

    fn keep_what_is_earlier_than(&mut self, base: Base<'s>) {
        self.base = Some(base);
        // Those that wait are listed, and told below if they stay.
        self.at_once.clear();
        let (earlier, round) = (&mut self.earlier, self.round);
        self.listed.retain(|&node| {
            let own = &mut earlier[node as usize];
            let stays = own.1 < base.falls_at(node);
            own.0 = if stays { round } else { 0 };
            stays
        });
        let known = self.listed.len();
        for place in 0..known {
            let node = self.listed[place];
            if self.own(node).is_some_and(|at| at <= self.now) {
                self.tell_dependents(node);
            }
        }
    }

    fn tell_dependents(&mut self, node: u32) {
        let shared = self.shared;
        for row in shared.rows.of_provider(node) {
            if row.is_alone {
                self.lower(row.dependent, self.now);
                continue;
            }
            let may_fall = self.base.is_some() || self.counts.lose(row, self.round);
            if !may_fall || self.falls_at(row.dependent) <= self.now {
                continue;
            }
            let mut falls = std::mem::take(&mut self.falls);
            let at = shared.binary.need_falls_at(row.need, |provider| self.falls_at(provider), &mut falls);
            self.falls = falls;
            self.lower(row.dependent, at);
        }
    }

    /// Makes an anchor of what this loss met, if it had to work out much and others may meet the same. Call it when the result is taken.
    pub fn learn(&mut self) {
        if self.listed.len() <= self.shared.much {
            return;
        }
        let degree = |node: u32| self.shared.binary.graph.topology.dependents(node).len();
        let mut roots = self.listed.clone();
        roots.sort_unstable_by_key(|&node| (Reverse(degree(node)), node));
        roots.truncate(CANDIDATES);
        let shared = self.shared;
        shared.plant(self.attempts, &roots, self);
    }
}
