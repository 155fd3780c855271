//! Whole answers and honest parts of one, and the handles by which long work is watched and stopped.
//!
//! ```
//! use keten::outcome::{Cancel, Control};
//! let control = Control::default();
//! control.cancel.stop();
//! assert!(control.cancel.is_stopped());
//! ```

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};

/// An answer that is whole, or the part of it that was reached with the reason why it stopped.
#[derive(Debug, Clone, PartialEq)]
pub enum Outcome<T> {
    /// The whole answer.
    Complete(T),
    /// A part: what there is of it is right.
    Truncated {
        /// The part.
        part: T,
        /// Why it stopped.
        reason: Stop,
        /// How many of the work items are in it.
        done: u64,
        /// How many there were.
        of: u64,
    },
}

/// Why an answer is only a part.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stop {
    /// The user interrupted.
    Interrupted,
    /// A limit on memory was reached.
    Memory,
    /// A limit on work was reached.
    Budget,
}

impl<T> Outcome<T> {
    /// The answer, whole or not.
    pub fn value(&self) -> &T {
        match self {
            Self::Complete(value) | Self::Truncated { part: value, .. } => value,
        }
    }

    /// The answer itself, whole or not.
    pub fn into_value(self) -> T {
        match self {
            Self::Complete(value) | Self::Truncated { part: value, .. } => value,
        }
    }

    /// Whether the answer is whole.
    pub fn is_complete(&self) -> bool {
        matches!(self, Self::Complete(_))
    }

    /// The same outcome of another answer.
    pub fn map<U>(self, f: impl FnOnce(T) -> U) -> Outcome<U> {
        match self {
            Self::Complete(value) => Outcome::Complete(f(value)),
            Self::Truncated { part, reason, done, of } => Outcome::Truncated { part: f(part), reason, done, of },
        }
    }
}

/// A flag that asks work to stop at the next item.
#[derive(Debug, Clone, Default)]
pub struct Cancel(Arc<AtomicBool>);

impl Cancel {
    /// Asks the work to stop.
    pub fn stop(&self) {
        self.0.store(true, Ordering::Relaxed);
    }

    /// Whether the work was asked to stop.
    pub fn is_stopped(&self) -> bool {
        self.0.load(Ordering::Relaxed)
    }
}

/// A count of finished items that another thread may read.
#[derive(Debug, Clone, Default)]
pub struct Progress(Arc<[AtomicU64; 2]>);

impl Progress {
    /// Announces how many items there are.
    pub fn expect(&self, items: u64) {
        self.0[1].store(items, Ordering::Relaxed);
    }

    /// Counts finished items.
    pub fn add(&self, items: u64) {
        self.0[0].fetch_add(items, Ordering::Relaxed);
    }

    /// Finished items, and how many there are (0 while unknown).
    pub fn read(&self) -> (u64, u64) {
        (self.0[0].load(Ordering::Relaxed), self.0[1].load(Ordering::Relaxed))
    }
}

/// How an analysis is watched and stopped from outside. Neither can change its result, only how much of it there is.
#[derive(Debug, Clone, Default)]
pub struct Control {
    /// Asks it to stop.
    pub cancel: Cancel,
    /// Tells how far it is.
    pub progress: Progress,
}
