//! The memory of a need: its stock, how long it has been short, and whether it is drained (docs/semantics.md, section 2).

use crate::graph::NeedClass;
use crate::units::ONE_PPM;

/// How a stock moves.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Flow {
    /// Full or filling up, which makes no difference to what it bridges.
    Filling,
    /// Draining at this many ppm-milliseconds a millisecond.
    Draining(u32),
}

/// The memory of a need that has a buffer or standby members.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Buffer {
    pub(super) need: u32,
    /// In ppm-milliseconds at `since`.
    stock: i64,
    since: i64,
    flow: Flow,
    drains: i32,
    /// Since when the members without activation fall short.
    pub(super) primary_short_since: Option<i64>,
    /// Since when all that arrives falls short.
    pub(super) short_since: Option<i64>,
    /// When the stock ran out, while it is out.
    pub(super) ended_at: Option<i64>,
}

impl Buffer {
    pub(super) fn full(need: u32, class: &NeedClass) -> Self {
        let stock = capacity(class);
        Self { need, stock, since: 0, flow: Flow::Filling, drains: 0, primary_short_since: None, short_since: None, ended_at: None }
    }

    /// What is in stock at a moment, in ppm-milliseconds, rounded down.
    fn stock_at(&self, class: &NeedClass, now: i64) -> i64 {
        let full = capacity(class);
        let elapsed = i128::from(now - self.since);
        match self.flow {
            Flow::Draining(rate) => (i128::from(self.stock) - i128::from(rate) * elapsed).max(0) as i64,
            Flow::Filling if class.refill_ms == 0 || self.stock == full => full,
            Flow::Filling => {
                let gained = i128::from(full) * elapsed / i128::from(class.refill_ms);
                (i128::from(self.stock) + gained).min(i128::from(full)) as i64
            }
        }
    }

    /// Whether the stock bridges a shortfall at a moment.
    pub(super) fn bridges(&mut self, class: &NeedClass, now: i64) -> bool {
        if self.drains > 0 || class.buffer_ms == 0 {
            return false;
        }
        let bridges = self.stock_at(class, now) > 0;
        if !bridges && self.ended_at.is_none() {
            self.ended_at = Some(now);
        }
        bridges
    }

    /// As [`Self::bridges`], without noting when the stock ran out.
    pub(super) fn has_stock(&self, class: &NeedClass, now: i64) -> bool {
        self.drains == 0 && class.buffer_ms > 0 && self.stock_at(class, now) > 0
    }

    /// Whether a standby member with this activation is active at a moment.
    pub(super) fn is_active(&self, activation_ms: i64, now: i64) -> bool {
        self.drains == 0 && self.primary_short_since.is_some_and(|since| now - since >= activation_ms)
    }

    /// A drain begins or ends. What is left when the last one ends is an empty stock.
    pub(super) fn drain(&mut self, step: i32, now: i64) {
        self.drains += step;
        self.stock = 0;
        self.since = now;
        self.flow = Flow::Draining(1);
        self.ended_at.get_or_insert(now);
    }

    /// Takes note of the supply as it is at the end of an instant, in ppm; returns when the stock will have run out.
    pub(super) fn settle(&mut self, class: &NeedClass, supply: u32, primary: u32, now: i64) -> Option<i64> {
        note(&mut self.primary_short_since, primary < ONE_PPM, now);
        note(&mut self.short_since, supply < ONE_PPM, now);
        if self.drains > 0 || class.buffer_ms == 0 {
            return None;
        }
        if supply == ONE_PPM {
            self.ended_at = None;
            if self.flow != Flow::Filling {
                (self.stock, self.since, self.flow) = (self.stock_at(class, now), now, Flow::Filling);
            }
            return None;
        }
        let rate = ONE_PPM - supply;
        if self.flow == Flow::Draining(rate) {
            return None;
        }
        (self.stock, self.since, self.flow) = (self.stock_at(class, now), now, Flow::Draining(rate));
        (self.stock > 0).then(|| now + self.stock.div_euclid(i64::from(rate)) + i64::from(self.stock % i64::from(rate) != 0))
    }
}

/// A full stock in ppm-milliseconds.
fn capacity(class: &NeedClass) -> i64 {
    class.buffer_ms * i64::from(ONE_PPM)
}

fn note(since: &mut Option<i64>, short: bool, now: i64) {
    *since = if short { since.or(Some(now)) } else { None };
}
