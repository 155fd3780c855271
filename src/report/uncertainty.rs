//! Answers over samples as documents: bands in place of numbers, chances in place of verdicts.

mod classify;
mod exposure;
mod rank;
mod simulate;
mod verify;
mod why;

pub use classify::document as classify;
pub use exposure::{csv as exposure_csv, document as exposure};
pub use rank::document as rank;
pub use simulate::document as simulate;
pub use verify::document as verify;
pub use why::document as why;

pub(super) use rank::table as rank_table;
pub(super) use simulate::losses;

use super::document::{Cell, Document};
use super::language::{Lang, hours, number, percent, uncertainty as say};
use crate::analysis::uncertainty::Figure;
use crate::outcome::{Outcome, Stop};
use crate::units::{HOUR_MS, Level, Time};

/// Hours as a time, held within what a time can be.
fn time(in_hours: f64) -> Time {
    Time::from_ms(libm::round(in_hours * HOUR_MS as f64) as i64).unwrap_or(Time::MAX)
}

/// A span as its two ends, or as one value where they are the same.
pub(super) fn span(low: &str, high: &str) -> String {
    if low == high { low.to_owned() } else { format!("{low}–{high}") }
}

/// A chance as a percentage.
pub(super) fn chance(p: f64, lang: Lang) -> String {
    percent(lang, Level::from_ppm(libm::round(p.clamp(0.0, 1.0) * 1e6) as u32).unwrap_or(Level::ONE))
}

fn chance_cell(p: f64, lang: Lang) -> Cell {
    Cell::Text(chance(p, lang))
}

/// A figure in hours: its median and the band that nine in ten samples lie in.
fn hours_band(figure: &Figure, lang: Lang) -> Cell {
    let show = |value: f64| hours(lang, time(value));
    Cell::Text(say::band(&show(figure.p50), &show(figure.p5), &show(figure.p95)))
}

/// A plain figure: its mean and the band.
fn number_band(figure: &Figure, lang: Lang) -> Cell {
    Cell::Text(say::mean_band(lang, figure, |value| number(lang, value)))
}

/// A level: its median and the band.
fn level_band(figure: &Figure, lang: Lang) -> Cell {
    Cell::Text(say::band(&chance(figure.p50, lang), &chance(figure.p5, lang), &chance(figure.p95, lang)))
}

/// Says so where an answer rests on fewer samples than were asked for.
fn add_status<T>(document: &mut Document, outcome: &Outcome<T>, lang: Lang) {
    if let Outcome::Truncated { reason, done, of, .. } = outcome {
        document.paragraph(match reason {
            Stop::Interrupted => say::interrupted(lang, *done, *of),
            Stop::Memory => say::out_of_memory(lang, *done, *of),
            Stop::Budget => say::error_not_reached(lang, *done),
        });
    }
}
