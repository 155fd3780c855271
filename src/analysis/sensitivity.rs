//! What decides: which of the things that are not known for certain would change the answer, if they were known?
//!
//! Three ways to ask, each with its own use. *One at a time*: a cell moves through its range, all else as stated; this finds what to ask
//! first, and needs no samples. *In samples*: forced both ways in the same worlds, or as shares of the variance. *For a conclusion*: the
//! fewest cells that overturn it. Formulas and priors: docs/semantics.md, What decides.

mod change;
mod decisive;
mod figure;
mod prior;
mod questions;
mod worlds;

pub use figure::{Figure, Wanted};
pub use prior::{Basis, Position, Prior};
pub use questions::{Question, Subject};

use super::Model;
use crate::network::{Event, Ranges};
use crate::outcome::{Control, Outcome, Stop};
use crate::units::Time;

/// What is asked.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Config {
    /// How far is looked ahead.
    pub horizon: Time,
    /// The figure that is to be known.
    pub wanted: Wanted,
    /// The ranges of cells that are not stated.
    pub ranges: Ranges,
}

impl Config {
    /// To this horizon, about the hours lost by all nodes together.
    pub fn to(horizon: Time) -> Self {
        Self { horizon, wanted: Wanted { figure: Figure::LostHours, node: None }, ranges: Ranges::plausible() }
    }
}

/// What decides a figure.
#[derive(Debug, Clone, PartialEq)]
pub struct Sensitivity {
    /// The figure, and whose.
    pub wanted: Wanted,
    /// How far was looked ahead.
    pub horizon: Time,
    /// Rows through which something happens in at least one of the worlds tried.
    pub rows: u64,
    /// One question at a time.
    pub decisive: Decisive,
}

/// How far each question by itself moves the figure.
#[derive(Debug, Clone, PartialEq)]
pub struct Decisive {
    /// The figure with every cell as stated.
    pub central: f64,
    /// The questions that touch what happens, most worth knowing first.
    pub effects: Vec<Effect>,
    /// How many cells are in question in any of the worlds tried.
    pub in_question: u64,
}

/// How far one question moves the figure.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Effect {
    /// The question.
    pub question: Question,
    /// The figure with the cell at its lowest value.
    pub at_low: f64,
    /// The figure with the cell at its highest value.
    pub at_high: f64,
    /// The least that the figure was at any value tried.
    pub least: f64,
    /// The most.
    pub most: f64,
    /// By how much the figure is expected to move once the cell is known: the mean of its distance to the central answer over the prior.
    pub expected: f64,
}

impl Effect {
    /// The width of what the figure may be.
    pub fn swing(&self) -> f64 {
        self.most - self.least
    }
}

/// Finds what decides a figure of a course of events.
pub fn sensitivity(model: &Model, events: &[Event], config: &Config, control: &Control) -> Outcome<Sensitivity> {
    let (asked, rows) = decisive::asked(model, events, config);
    let (decisive, whole) = decisive::decisive(model, events, config, &asked, control);
    let done = decisive.effects.len() as u64;
    let of = asked.len() as u64;
    let part = Sensitivity { wanted: config.wanted, horizon: config.horizon, rows, decisive };
    if whole { Outcome::Complete(part) } else { Outcome::Truncated { part, reason: Stop::Interrupted, done, of } }
}
