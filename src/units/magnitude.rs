//! Amounts that are added up and compared with limits: whole millionths, so that sums are exact.

use super::NumberFault;
use super::decimal;
use std::fmt;

/// Millionths of one.
pub const MILLIONTHS: i64 = 1_000_000;

/// An amount of people, euros or anything else that is counted: 0 to a million million, held in whole millionths.
///
/// ```
/// use keten::units::Magnitude;
/// assert_eq!(Magnitude::parse("2.5").unwrap().millionths(), 2_500_000);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Magnitude(i64);

impl Magnitude {
    /// The largest amount, in units.
    pub const MAX_UNITS: i64 = 1_000_000_000_000;

    /// So many units, held at the largest amount.
    pub const fn from_units(units: u32) -> Self {
        Self(units as i64 * MILLIONTHS)
    }

    /// The amount in millionths.
    pub const fn millionths(self) -> i64 {
        self.0
    }

    /// The amount as a number.
    pub fn as_f64(self) -> f64 {
        self.0 as f64 / MILLIONTHS as f64
    }

    /// Reads a number, rounded to the nearest millionth, halves up.
    ///
    /// # Errors
    /// [`NumberFault::NotANumber`] or, when negative or too large, [`NumberFault::OutOfRange`].
    pub fn parse(text: &str) -> Result<Self, NumberFault> {
        let millionths = decimal::scaled(text, MILLIONTHS)?;
        Some(millionths).filter(|&value| value <= Self::MAX_UNITS * MILLIONTHS).map(Self).ok_or(NumberFault::OutOfRange)
    }

    /// The amount nearest to a number that is not negative.
    pub fn nearest_to(value: f64) -> Self {
        Self((value.clamp(0.0, Self::MAX_UNITS as f64) * MILLIONTHS as f64).round() as i64)
    }
}

impl fmt::Display for Magnitude {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (units, parts) = (self.0 / MILLIONTHS, self.0 % MILLIONTHS);
        if parts == 0 {
            return f.pad(&units.to_string());
        }
        let parts = format!("{parts:06}");
        f.pad(&format!("{units}.{}", parts.trim_end_matches('0')))
    }
}

#[cfg(test)]
mod tests {
    use super::Magnitude;

    #[test]
    fn every_digit_that_is_held_is_written() {
        for text in ["0", "1", "2.5", "0.000001", "999999999999.999999", "123456789012.000003", "1000000000000"] {
            assert_eq!(Magnitude::parse(text).unwrap().to_string(), text);
        }
        assert_eq!(Magnitude::parse("7.0500").unwrap().to_string(), "7.05");
    }
}
