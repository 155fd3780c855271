//! What decides: which of the things that are not known for certain would change the answer, if they were known?
//!
//! Three ways to ask, each with its own use. *One at a time*: a cell moves through its range, all else as stated; this finds what to ask
//! first, and needs no samples. *In samples*: forced both ways in the same worlds, or as shares of the variance. *For a conclusion*: the
//! fewest cells that overturn it. Formulas and priors: docs/semantics.md, What decides.

mod change;
mod conclusion;
mod decisive;
mod drawn;
mod figure;
mod flip;
mod prior;
mod questions;
mod ruled_out;
mod sampled;
mod shares;
mod worlds;

pub use conclusion::{Claim, Conclusion};
pub use figure::{Figure, Wanted};
pub use prior::{Basis, Position, Prior};
pub use questions::{Question, Subject};
pub use shares::{Estimate, Shares};

use super::Model;
use super::uncertainty::{self, Plan};
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
    /// In which samples the uncertain cells are looked at; `None`: in none.
    pub plan: Option<Plan>,
    /// A conclusion that is to be overturned.
    pub conclusion: Option<Conclusion>,
}

impl Config {
    /// To this horizon, about the hours lost by all nodes together.
    pub fn to(horizon: Time) -> Self {
        Self {
            horizon,
            wanted: Wanted { figure: Figure::LostHours, node: None },
            ranges: Ranges::plausible(),
            plan: None,
            conclusion: None,
        }
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
    /// The uncertain cells in samples; `None` where none were asked for.
    pub sampled: Option<Sampled>,
    /// What overturns the conclusion; `None` where none was given.
    pub certificate: Option<Certificate>,
}

/// What overturns a conclusion.
#[derive(Debug, Clone, PartialEq)]
pub struct Certificate {
    /// The conclusion.
    pub conclusion: Conclusion,
    /// Whether it holds with every cell as stated. Where it does not, what follows makes it true.
    pub holds: bool,
    /// Cells whose values together overturn it; empty where none were found.
    pub reversal: Vec<Reversal>,
    /// Every cell that overturns it by itself.
    pub alone: Vec<Reversal>,
    /// What was shown.
    pub proof: Proof,
    /// How many cells in question it may depend on.
    pub cells: u64,
    /// Whether the search was not interrupted.
    pub whole: bool,
}

/// A value of a cell.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Reversal {
    /// The cell.
    pub question: Question,
    /// The value: hours, or a fraction of 1; 1 for what happens, 0 for what does not.
    pub number: f64,
    /// The value that the run takes now.
    pub now: f64,
}

/// What was shown of a set of cells that overturns a conclusion.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Proof {
    /// No smaller set overturns it, whatever the values: it is one cell, or the bounds prove it.
    Smallest,
    /// All smaller sets were tried, single cells at seven values and pairs at their ends, and none overturns it.
    Tried,
    /// It cannot do without any of its cells, but not all smaller sets were tried.
    Found,
    /// None was found among those tried.
    NoneFound,
    /// No values within the ranges overturn it: the bounds prove it.
    NoneExists,
}

/// What the uncertain cells do in samples.
#[derive(Debug, Clone, PartialEq)]
pub struct Sampled {
    /// How many samples.
    pub samples: u64,
    /// The figure over them.
    pub figure: uncertainty::Figure,
    /// The cells, largest share of the variance first.
    pub factors: Vec<Factor>,
}

/// What one uncertain cell does in samples.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Factor {
    /// The cell.
    pub question: Question,
    /// Its shares of the variance; `None` where the figure does not vary.
    pub shares: Option<Shares>,
    /// Of what may happen or not: what it does.
    pub forced: Option<Forced>,
}

/// The figure on average over the samples with something happening in all of them and in none, all else the same.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Forced {
    /// The figure when it happens.
    pub happens: f64,
    /// The figure when it does not.
    pub not: f64,
    /// The first less the second.
    pub difference: f64,
    /// The standard error of the difference, in the same worlds on both sides.
    pub se: f64,
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
    let (done, of) = (decisive.effects.len() as u64, asked.len() as u64);
    let sampled = config.plan.as_ref().map(|plan| sampled::sampled(model, events, config, &asked, plan, control));
    let overturn = |conclusion| flip::flip(model, events, config, &asked, conclusion, control);
    let certificate = config.conclusion.map(overturn);
    let cut = match (&sampled, &certificate) {
        _ if !whole => Some((Stop::Interrupted, done, of)),
        (Some(Outcome::Truncated { reason, done, of, .. }), _) => Some((*reason, *done, *of)),
        // The conclusion is one question more.
        (_, Some(certificate)) if !certificate.whole => Some((Stop::Interrupted, done, done + 1)),
        _ => None,
    };
    let sampled = sampled.map(Outcome::into_value).filter(|sampled| sampled.samples > 0);
    let part = Sensitivity { wanted: config.wanted, horizon: config.horizon, rows, decisive, sampled, certificate };
    match cut {
        None => Outcome::Complete(part),
        Some((reason, done, of)) => Outcome::Truncated { part, reason, done, of },
    }
}
