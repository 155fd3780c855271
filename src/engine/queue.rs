//! First in, first out, each item at most once at a time: the order of work within an instant, and the moments still to come.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

/// Nodes waiting to be looked at.
#[derive(Debug, Clone, Default)]
pub(super) struct Queue {
    items: Vec<u32>,
    head: usize,
    waiting: Vec<bool>,
}

impl Queue {
    pub(super) fn new(size: usize) -> Self {
        Self { items: Vec::new(), head: 0, waiting: vec![false; size] }
    }

    pub(super) fn push(&mut self, item: u32) {
        if !std::mem::replace(&mut self.waiting[item as usize], true) {
            self.items.push(item);
        }
    }

    /// The next items, so many at most.
    pub(super) fn ahead(&self, items: usize) -> &[u32] {
        let rest = &self.items[self.head..];
        &rest[..rest.len().min(items)]
    }

    pub(super) fn pop(&mut self) -> Option<u32> {
        let item = *self.items.get(self.head)?;
        self.head += 1;
        self.waiting[item as usize] = false;
        if self.head == self.items.len() {
            self.items.clear();
            self.head = 0;
        }
        Some(item)
    }
}

/// A set of small numbers that is emptied in one step: a mark counts only for the round it was made in.
#[derive(Debug, Clone, Default)]
pub(super) struct Marks {
    round: u32,
    mark: Vec<u32>,
    items: Vec<u32>,
}

impl Marks {
    pub(super) fn new(size: usize) -> Self {
        Self { round: 1, mark: vec![0; size], items: Vec::new() }
    }

    /// Adds an item; says whether it is new.
    pub(super) fn add(&mut self, item: u32) -> bool {
        let mark = &mut self.mark[item as usize];
        let new = *mark != self.round;
        if new {
            *mark = self.round;
            self.items.push(item);
        }
        new
    }

    /// What is remembered of an item, for who calls it into the cache.
    pub(super) fn mark(&self, item: u32) -> u32 {
        self.mark[item as usize]
    }

    pub(super) fn contains(&self, item: u32) -> bool {
        self.mark[item as usize] == self.round
    }

    /// The items in the order of adding.
    pub(super) fn items(&self) -> &[u32] {
        &self.items
    }

    pub(super) fn clear(&mut self) {
        self.items.clear();
        if self.round == u32::MAX {
            self.mark.fill(0);
            self.round = 0;
        }
        self.round += 1;
    }
}

/// Why the engine wakes at a moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Wake {
    /// A stock may have run out, or a standby member may step in.
    Need(u32),
    /// A low potential may stop counting.
    Window(u32),
    /// A black start may end.
    BlackStart(u32),
}

/// The moments still to come. A wake that is no longer true does no harm: what it looks at says so.
#[derive(Debug, Clone, Default)]
pub(super) struct Agenda(BinaryHeap<Reverse<(i64, Wake)>>);

impl Agenda {
    pub(super) fn add(&mut self, at: i64, wake: Wake) {
        self.0.push(Reverse((at, wake)));
    }

    pub(super) fn next_time(&self) -> Option<i64> {
        self.0.peek().map(|Reverse((at, _))| *at)
    }

    /// The next wake of moment `at`.
    pub(super) fn take(&mut self, at: i64) -> Option<Wake> {
        let due = self.next_time()? == at;
        due.then(|| self.0.pop()).flatten().map(|Reverse((_, wake))| wake)
    }

    pub(super) fn clear(&mut self) {
        self.0.clear();
    }
}
