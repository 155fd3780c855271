//! The JSON promise: wire types with keys in a fixed order, ids and never row numbers, hours and levels as plain numbers.
//!
//! Invariant: these types are the promise, so analysis types never derive their JSON; a key is added at the end or not at all.

mod acquired;
mod answers;
mod bounds;
mod check;
mod chokepoints;
mod classify;
mod compare;
mod critical_sets;
mod curve;
mod cyber_map;
mod diagnostics;
mod exposure;
mod governance;
mod impact;
mod measures;
mod rank;
mod reference;
mod run;
mod sensitivity;
mod simulate;
mod structure;
mod uncertainty;
mod verify;
mod why;

pub use answers::answers;
pub use bounds::bounds;
pub(crate) use bounds::verdict;
pub use check::check;
pub use chokepoints::chokepoints;
pub(crate) use classify::agreement;
pub use classify::classify;
pub use compare::compare;
pub(crate) use compare::{fate as compare_fate, table as compare_table, unit as compare_unit};
pub use critical_sets::critical_sets;
pub use curve::curve;
pub use cyber_map::cyber_map;
pub use diagnostics::diagnostics;
pub use exposure::exposure;
pub use governance::governance;
pub use measures::measures;
pub(crate) use measures::standing;
pub use rank::rank;
pub use reference::{columns, explain};
pub use run::{Input, Run, events};
pub use sensitivity::sensitivity;
pub use simulate::simulate;
pub use uncertainty::{classify_sampled, exposure_sampled, rank_sampled, simulate_sampled, verify_sampled, why_sampled};
pub(crate) use verify::state;
pub use verify::verify;
pub use why::why;

use super::markup::steers;
use serde::Serialize;

/// Signs that steer the direction of a text, by their number: the same data, and nothing to be misled by where the line is shown. In JSON they
/// can only stand in texts.
fn numbered(text: String) -> String {
    // None of them is ASCII, and to see whether a long text is takes a fraction of looking at its signs.
    if text.is_ascii() || !text.contains(steers) {
        return text;
    }
    text.chars().map(|sign| if steers(sign) { format!("\\u{:04x}", u32::from(sign)) } else { sign.to_string() }).collect()
}

/// A list of which each item is made when it is written, so that a long one is never there as a whole.
struct Each<I>(I);

impl<I: Iterator<Item: Serialize> + Clone> Serialize for Each<I> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.0.clone())
    }
}

/// One line of JSON with a line end.
fn line(value: &impl Serialize) -> String {
    let mut text = serde_json::to_string(value).unwrap_or_else(|error| unreachable!("wire types hold only what JSON can: {error}"));
    text.push('\n');
    numbered(text)
}
