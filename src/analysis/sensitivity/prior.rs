//! Between which values a cell may lie that is not known for certain (docs/semantics.md, What decides).
//!
//! What the analyst stated as a distribution or a probability is taken as it stands. A number in a row that is not verified may be off by a
//! factor of two. A cell that is not stated is as its default has it with the confidence of its row, and otherwise lies in the range of its
//! column: a judgement, shown in the docs and with every question, and to be replaced with `--range`. A row that is not verified carries with
//! its confidence.

use crate::network::{Cell, CellValue, Confidence, Importance, RangeColumn, Ranges};
use crate::units::{End, Level, MAX_HOURS, Measure, Probability, Quantity, Shape, Spread, Time};

/// Why a cell is in question.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Basis {
    /// It states a distribution, or a probability that is neither 0 nor 1.
    Uncertain,
    /// It states one value, in a row whose confidence is low or not stated.
    Unverified,
    /// It is empty.
    NotStated,
}

/// What a cell may hold.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Prior {
    /// A number: hours or a fraction of 1.
    Number(Spread),
    /// Something that happens or does not.
    Event(Probability),
}

/// A value within a prior.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Position {
    /// The lowest value; what may happen does not.
    Low,
    /// The highest value; what may happen does.
    High,
    /// The value that the cell stays below with this probability; what may happen does when its probability is above.
    At(f64),
}

/// How often a reserve that says nothing of it starts when called on.
const STARTS: f64 = 0.95;
/// A number that is not verified may be off by this factor.
const OFF_BY: f64 = 2.0;
/// How sure a row is that does not say so.
const EVEN: f64 = 0.5;

/// The prior of a number that is not stated, around its default; `None` where the default is taken for certain.
fn not_stated(ranges: &Ranges, column: RangeColumn) -> Option<Prior> {
    let (low, high) = ranges.of(column)?;
    Some(match column {
        // Their defaults, never, lie outside every range.
        RangeColumn::Repair | RangeColumn::Detect => {
            Prior::Number(Spread { shape: Shape::Uniform, low, mode: f64::midpoint(low, high), high })
        }
        _ => Prior::Number(triangle(low, default_of(column), high)),
    })
}

fn triangle(low: f64, mode: f64, high: f64) -> Spread {
    Spread { shape: Shape::Triangular, low, mode: mode.clamp(low, high), high }
}

/// What a run takes where a cell is not stated.
fn default_of(column: RangeColumn) -> f64 {
    match column {
        RangeColumn::Share | RangeColumn::Importance => 1.0,
        _ => 0.0,
    }
}

/// The number that a run takes for a cell that holds no distribution; what never ends takes all the time there is.
pub(super) fn taken_as(column: RangeColumn, value: &CellValue) -> f64 {
    let is_never = matches!(column, RangeColumn::Repair | RangeColumn::Detect);
    match value {
        CellValue::Hours(Cell::Is(hours)) => hours.at(End::Middle).hours(),
        CellValue::Hours(_) if is_never => MAX_HOURS as f64,
        CellValue::Hours(_) => 0.0,
        CellValue::Level(Some(level)) | CellValue::Importance(Some(Importance::Supporting(level))) => level.at(End::Middle).as_f64(),
        CellValue::Chance(Some(p)) => p.at(End::Middle).value(),
        CellValue::Chance(None) | CellValue::Importance(_) => 1.0,
        CellValue::Level(None) => default_of(column),
    }
}

/// What may be known of a cell.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Doubt {
    pub(super) basis: Basis,
    pub(super) prior: Prior,
    /// The probability that the cell is not as a run takes it and lies anywhere in the prior.
    pub(super) weight: f64,
}

/// Why a cell is in question and what it may hold; `None` where it is taken as known.
pub(super) fn doubt(column: RangeColumn, value: &CellValue, confidence: Option<Confidence>, ranges: &Ranges) -> Option<Doubt> {
    let verified = confidence.is_some_and(Confidence::is_verified);
    let sure = confidence.map_or(EVEN, |confidence| confidence.0);
    let doubt = |basis, prior| Doubt { basis, prior, weight: 1.0 };
    let left_out = |basis, prior| Doubt { basis, prior, weight: 1.0 - sure };
    match Known::of(value) {
        Known::Spread(spread) => Some(doubt(Basis::Uncertain, Prior::Number(spread))),
        Known::Chance(p) if p.value() > 0.0 && p.value() < 1.0 => Some(doubt(Basis::Uncertain, Prior::Event(p))),
        Known::Chance(_) | Known::Number(_) if verified => None,
        Known::Chance(p) => Some(doubt(Basis::Unverified, Prior::Event(if p.value() > 0.5 { chance(sure) } else { chance(1.0 - sure) }))),
        Known::Number(number) if number > 0.0 => Some(doubt(Basis::Unverified, Prior::Number(off(column, number)))),
        Known::Number(_) => not_stated(ranges, column).map(|prior| left_out(Basis::Unverified, prior)),
        Known::Nothing => match column {
            column if ranges.of(column).is_none() => None,
            RangeColumn::StartP => Some(doubt(Basis::NotStated, Prior::Event(chance(STARTS)))),
            // A verified row that states no probability states that it carries.
            RangeColumn::Probability | RangeColumn::PCompromise if verified => None,
            RangeColumn::Probability | RangeColumn::PCompromise => Some(doubt(Basis::NotStated, Prior::Event(chance(sure)))),
            _ => not_stated(ranges, column).map(|prior| left_out(Basis::NotStated, prior)),
        },
    }
}

/// Half to double, held within what the column allows.
fn off(column: RangeColumn, number: f64) -> Spread {
    let most = if column.is_hours() { Time::RANGE.1 } else { Level::RANGE.1 };
    triangle(number / OFF_BY, number, (number * OFF_BY).min(most))
}

fn chance(p: f64) -> Probability {
    Probability::new(p).unwrap_or(Probability::ONE)
}

/// What a cell says, as far as it matters here.
enum Known {
    Nothing,
    Number(f64),
    Spread(Spread),
    Chance(Probability),
}

impl Known {
    fn of(value: &CellValue) -> Self {
        match value {
            CellValue::Hours(Cell::Is(Quantity::Fixed(time))) => Self::Number(time.hours()),
            CellValue::Hours(Cell::Is(Quantity::Spread(spread))) => Self::Spread(**spread),
            CellValue::Hours(Cell::None) => Self::Number(0.0),
            CellValue::Level(Some(level)) | CellValue::Importance(Some(Importance::Supporting(level))) => match level {
                Quantity::Fixed(level) => Self::Number(level.as_f64()),
                Quantity::Spread(spread) => Self::Spread(**spread),
            },
            CellValue::Importance(Some(Importance::Essential)) => Self::Number(1.0),
            // How sure a probability is makes no difference to how often it happens but its middle.
            CellValue::Chance(Some(p)) => Self::Chance(p.at(End::Middle)),
            CellValue::Hours(Cell::NotStated) | CellValue::Level(None) | CellValue::Chance(None) | CellValue::Importance(None) => {
                Self::Nothing
            }
        }
    }
}

impl Prior {
    /// The number at a position; 0 and 1 for what does not happen and what does.
    pub fn number(&self, position: Position) -> f64 {
        match (self, position) {
            (Self::Number(spread), Position::Low) => spread.range().0,
            (Self::Number(spread), Position::High) => spread.range().1,
            (Self::Number(spread), Position::At(u)) => spread.quantile(u),
            (Self::Event(_), Position::Low) => 0.0,
            (Self::Event(_), Position::High) => 1.0,
            (Self::Event(p), Position::At(u)) => f64::from(u < p.value()),
        }
    }
}

/// A number as a cell of a column holds it.
pub(super) fn value_of(column: RangeColumn, number: f64) -> CellValue {
    let level = || Quantity::Fixed(Level::nearest_to(number));
    match column {
        RangeColumn::Share | RangeColumn::Minimum => CellValue::Level(Some(level())),
        // Without the need nothing is left: it is essential.
        RangeColumn::Importance if number >= 1.0 => CellValue::Importance(Some(Importance::Essential)),
        RangeColumn::Importance => CellValue::Importance(Some(Importance::Supporting(level()))),
        RangeColumn::StartP | RangeColumn::Probability | RangeColumn::PCompromise => {
            CellValue::Chance(Some(Quantity::Fixed(Probability::nearest_to(number))))
        }
        _ => CellValue::Hours(Cell::Is(Quantity::Fixed(Time::nearest_to(number)))),
    }
}
