//! Levels, times, shares and probabilities, checked when made so that they cannot hold an illegal value.
//!
//! Levels, shares and weights are whole parts per million (ppm); times are whole milliseconds. Integers make levels a finite lattice:
//! every fixed point is reached, sums do not depend on the order of rows, and engines agree to the last bit (docs/semantics.md, section 0).
//!
//! ```
//! use keten::units::{Level, Time};
//! assert_eq!(Level::parse("1/3").unwrap().ppm(), 333_333);
//! assert_eq!(Time::parse_hours("1.7").unwrap().ms(), 6_120_000);
//! ```

mod beta;
mod chance;
mod decimal;
mod magnitude;
mod normal;
mod philox;
mod quantity;

pub use chance::Chance;
pub use magnitude::{MILLIONTHS, Magnitude};
pub use philox::{philox, philox2x64};
pub use quantity::{End, Measure, Quantity, Shape, Spread};

use std::fmt;

/// One whole, in parts per million.
pub const ONE_PPM: u32 = 1_000_000;
/// Within so many ppm of a bound counts as reaching it, so that three shares of 1/3 make a whole.
pub const TOLERANCE_PPM: u32 = 10;
/// Milliseconds in an hour.
pub const HOUR_MS: i64 = 3_600_000;
/// The longest time a cell may hold, in hours. It keeps a stock (ppm times milliseconds) within 64 bits.
pub const MAX_HOURS: i64 = 1_000_000;

/// Why a text is not a number of the wanted unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NumberFault {
    /// The text is not a finite decimal number or fraction.
    NotANumber,
    /// The number is one, but lies outside the range of the unit.
    OutOfRange,
    /// The text looks like a distribution, but its name or the order of its arguments is wrong.
    BadSpread,
}

/// A level of function, a share or a weight: 0 to 1, held in whole ppm.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Level(u32);

impl Level {
    /// Nothing works.
    pub const ZERO: Self = Self(0);
    /// Everything works.
    pub const ONE: Self = Self(ONE_PPM);

    /// A level of `ppm` parts per million; `None` above 1,000,000.
    pub const fn from_ppm(ppm: u32) -> Option<Self> {
        if ppm <= ONE_PPM { Some(Self(ppm)) } else { None }
    }

    /// The level in parts per million, 0 to 1,000,000.
    pub const fn ppm(self) -> u32 {
        self.0
    }

    /// The level as a fraction, 0.0 to 1.0.
    pub fn as_f64(self) -> f64 {
        f64::from(self.0) / f64::from(ONE_PPM)
    }

    /// Reads a decimal number or a fraction such as `1/3`, rounded to the nearest ppm, halves up.
    ///
    /// # Errors
    /// [`NumberFault::NotANumber`] or, outside 0 to 1, [`NumberFault::OutOfRange`].
    pub fn parse(text: &str) -> Result<Self, NumberFault> {
        let ppm = decimal::scaled(text, i64::from(ONE_PPM))?;
        u32::try_from(ppm).ok().and_then(Self::from_ppm).ok_or(NumberFault::OutOfRange)
    }

    /// Reads a percentage, `0` to `100`, rounded to the nearest ppm, halves up.
    ///
    /// # Errors
    /// As for [`Level::parse`].
    pub fn parse_percent(text: &str) -> Result<Self, NumberFault> {
        let ppm = decimal::scaled(text, i64::from(ONE_PPM / 100))?;
        u32::try_from(ppm).ok().and_then(Self::from_ppm).ok_or(NumberFault::OutOfRange)
    }
}

/// A moment since the start of a scenario, or a duration: whole milliseconds, 0 to a million hours.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Time(i64);

impl Time {
    /// The start of a scenario; a duration of nothing.
    pub const ZERO: Self = Self(0);
    /// The longest time that can be held: a million hours.
    pub const MAX: Self = Self(MAX_HOURS * HOUR_MS);

    /// A time of `ms` milliseconds; `None` when negative or above a million hours.
    pub const fn from_ms(ms: i64) -> Option<Self> {
        if ms >= 0 && ms <= Self::MAX.0 { Some(Self(ms)) } else { None }
    }

    /// A time of whole `hours`, held at the longest time.
    pub const fn from_hours(hours: u32) -> Self {
        let ms = hours as i64 * HOUR_MS;
        if ms > Self::MAX.0 { Self::MAX } else { Self(ms) }
    }

    /// The time in milliseconds.
    pub const fn ms(self) -> i64 {
        self.0
    }

    /// The time in hours.
    pub fn hours(self) -> f64 {
        hours(self.0)
    }

    /// Reads a number of hours, rounded to the nearest millisecond, halves up.
    ///
    /// # Errors
    /// [`NumberFault::NotANumber`] or, when negative or above a million hours, [`NumberFault::OutOfRange`].
    pub fn parse_hours(text: &str) -> Result<Self, NumberFault> {
        Self::from_ms(decimal::scaled(text, HOUR_MS)?).ok_or(NumberFault::OutOfRange)
    }
}

/// Milliseconds as hours.
pub fn hours(ms: i64) -> f64 {
    ms as f64 / HOUR_MS as f64
}

/// A probability: 0.0 to 1.0.
#[derive(Debug, Clone, Copy, PartialEq, PartialOrd)]
pub struct Probability(f64);

impl Probability {
    /// Certain.
    pub const ONE: Self = Self(1.0);

    /// A probability of `value`; `None` outside 0 to 1 and for NaN.
    pub fn new(value: f64) -> Option<Self> {
        (0.0..=1.0).contains(&value).then_some(Self(value))
    }

    /// The probability, 0.0 to 1.0.
    pub const fn value(self) -> f64 {
        self.0
    }
}

/// A number from 0 upwards without a unit of its own: failures per year, an amount per hour.
#[derive(Debug, Clone, Copy, PartialEq, PartialOrd)]
pub struct Amount(f64);

impl Amount {
    /// Nothing.
    pub const ZERO: Self = Self(0.0);

    /// An amount of `value`; `None` when negative or not finite.
    pub fn new(value: f64) -> Option<Self> {
        (value.is_finite() && value >= 0.0).then_some(Self(value))
    }

    /// The amount.
    pub const fn value(self) -> f64 {
        self.0
    }
}

impl fmt::Display for Level {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.as_f64().fmt(f)
    }
}

impl fmt::Display for Time {
    /// In hours.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.hours().fmt(f)
    }
}

impl fmt::Display for Probability {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl fmt::Display for Amount {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}
