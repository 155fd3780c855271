//! Finished losses that others build upon.

use super::cascade::Cascade;
use super::rows::Rows;
use crate::engine::binary::{Binary, NEVER};
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Mutex, OnceLock, PoisonError};

/// A finished loss of one node.
#[derive(Debug)]
pub struct Anchor {
    /// When each node falls, in ms, or [`NEVER`].
    pub falls_at: Vec<i64>,
    /// The nodes that fall, by moment.
    pub by_time: Vec<(i64, u32)>,
}

/// What the cascades through one network share.
#[derive(Debug)]
pub struct Schedules<'g> {
    pub(super) binary: Binary<'g>,
    pub(super) rows: Rows,
    /// How many nodes a cascade may work out before it is worth an anchor.
    pub(super) much: usize,
    /// Per node the place of an anchor plus one; 0: none known.
    labels: Vec<AtomicU32>,
    anchors: Vec<OnceLock<Anchor>>,
    planting: Mutex<Planted>,
    /// How often it was tried to make an anchor.
    attempts: AtomicU32,
}

/// How many anchors there are, and how many attempts came to nothing.
#[derive(Debug, Default)]
struct Planted {
    anchors: u32,
    failures: u32,
}

/// At most this many cascades are worth keeping.
const MOST_ANCHORS: usize = 32;
/// All anchors together hold at most about this many moments.
const MOST_MOMENTS: usize = 32_000_000;
/// So many touched nodes make a cascade large; in a small network, a part of it does.
const MUCH: usize = 1_024;

impl<'g> Schedules<'g> {
    /// Nothing followed yet.
    pub fn new(binary: Binary<'g>) -> Self {
        let nodes = binary.graph.topology.nodes();
        let anchors = (MOST_MOMENTS / nodes.max(1)).clamp(1, MOST_ANCHORS);
        Self {
            rows: Rows::of(&binary),
            binary,
            much: MUCH.min(nodes / 16),
            labels: (0..nodes).map(|_| AtomicU32::new(0)).collect(),
            anchors: (0..anchors).map(|_| OnceLock::new()).collect(),
            planting: Mutex::default(),
            attempts: AtomicU32::new(0),
        }
    }

    /// A worker that follows one loss at a time.
    pub fn cascade(&self) -> Cascade<'_> {
        Cascade::new(self)
    }

    /// Looks for what large losses have in common before any is followed: that saves most of the time where many are, and costs one loss.
    ///
    /// The anchor is the loss of a busy node. Where rows that suffice alone join much of a network in loops, whatever brings down any of that
    /// brings down the anchor at once, and is told by its label after a few steps.
    pub fn prepare(&self) {
        if let Some(root) = self.rows.busiest() {
            self.plant(self.attempts(), &[root], &mut self.cascade());
        }
    }

    pub(super) fn attempts(&self) -> u32 {
        self.attempts.load(Ordering::Acquire)
    }

    /// Labels the root of an anchor, and the nodes whose loss brings it down through rows that each suffice alone.
    fn label_those_above(&self, root: u32, place: u32) {
        let graph = self.binary.graph;
        let mut is_above = vec![false; self.labels.len()];
        is_above[root as usize] = true;
        let mut above = vec![root];
        while let Some(node) = above.pop() {
            self.improve_label(node, place);
            for need in graph.topology.needs_of(node) {
                let need = need as u32;
                let alone = |member: &usize| self.binary.passes(need, *member) && self.binary.falls_alone(need, *member);
                for provider in graph.topology.members(need).filter(alone).map(|member| graph.topology.provider(member)) {
                    if !std::mem::replace(&mut is_above[provider as usize], true) {
                        above.push(provider);
                    }
                }
            }
        }
    }

    /// Of two anchors that serve a node, the one that brings down more serves it better.
    fn improve_label(&self, node: u32, place: u32) {
        let size = |place: u32| self.anchor(place).map_or(0, |anchor| anchor.by_time.len());
        if self.label(node).is_none_or(|known| size(known) < size(place)) {
            self.set_label(node, place);
        }
    }

    /// The place of an anchor whose root falls at once when the node does.
    pub(super) fn label(&self, node: u32) -> Option<u32> {
        self.labels[node as usize].load(Ordering::Acquire).checked_sub(1)
    }

    pub(super) fn set_label(&self, node: u32, place: u32) {
        self.labels[node as usize].store(place + 1, Ordering::Release);
    }

    /// The anchor that a label names.
    pub(super) fn anchor(&self, place: u32) -> Option<&Anchor> {
        self.anchors[place as usize].get()
    }

    /// Makes an anchor of the first of these roots that brings down much; others wait, and find it made. `before` is how often that was tried
    /// when the cascade that asks for it began: what came since may serve it already.
    pub(super) fn plant(&self, before: u32, roots: &[u32], cascade: &mut Cascade) {
        let mut planted = self.planting.lock().unwrap_or_else(PoisonError::into_inner);
        let enough = planted.anchors as usize == self.anchors.len() || planted.failures as usize >= self.anchors.len();
        if enough || self.attempts() != before {
            return;
        }
        self.attempts.fetch_add(1, Ordering::AcqRel);
        for &root in roots {
            cascade.run(&[root]);
            if cascade.earlier().count() > self.much {
                let place = planted.anchors;
                let made = self.anchors[place as usize].set(Anchor::of(cascade, self.labels.len() as u32));
                assert!(made.is_ok(), "the place after the last anchor is free");
                self.label_those_above(root, place);
                planted.anchors += 1;
                return;
            }
        }
        planted.failures += 1;
    }
}

impl Anchor {
    fn of(cascade: &Cascade, nodes: u32) -> Self {
        let falls_at: Vec<i64> = (0..nodes).map(|node| cascade.falls_at(node)).collect();
        let mut by_time: Vec<(i64, u32)> = (0..nodes).map(|node| (falls_at[node as usize], node)).filter(|&(at, _)| at != NEVER).collect();
        by_time.sort_unstable();
        Self { falls_at, by_time }
    }
}
