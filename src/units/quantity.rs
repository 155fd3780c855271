//! A cell that may hold a distribution, and the value it takes under a stance (docs/semantics.md, section 5).

use std::fmt::{self, Display};

use super::{Amount, Level, NumberFault, ONE_PPM, Probability, Time, decimal};
use super::{beta, normal};

/// A unit that a distribution can be read in: from a plain number to a value held within the range of the unit.
pub trait Measure: Copy {
    /// The lowest and the highest value as plain numbers.
    const RANGE: (f64, f64);
    /// The value of the unit nearest to `number`: one beyond its range is taken at the bound.
    fn nearest_to(number: f64) -> Self {
        let (low, high) = Self::RANGE;
        Self::from_number(number.clamp(low, high)).unwrap_or_else(|| unreachable!("{number} was held within {low} to {high}"))
    }
    /// The value nearest to `number` that the unit can hold; `None` when `number` lies outside its range.
    fn from_number(number: f64) -> Option<Self>;
    /// The value as a plain number.
    fn number(self) -> f64;
    /// Reads a plain number (no distribution).
    ///
    /// # Errors
    /// As [`NumberFault`] says.
    fn from_text(text: &str) -> Result<Self, NumberFault>;
}

impl Measure for Level {
    const RANGE: (f64, f64) = (0.0, 1.0);
    fn from_number(number: f64) -> Option<Self> {
        let ppm = libm::floor(number * f64::from(ONE_PPM) + 0.5);
        (0.0..=f64::from(ONE_PPM)).contains(&ppm).then(|| Self::from_ppm(ppm as u32)).flatten()
    }
    fn number(self) -> f64 {
        self.as_f64()
    }
    fn from_text(text: &str) -> Result<Self, NumberFault> {
        Self::parse(text)
    }
}

impl Measure for Time {
    const RANGE: (f64, f64) = (0.0, super::MAX_HOURS as f64);
    fn from_number(number: f64) -> Option<Self> {
        let ms = libm::floor(number * super::HOUR_MS as f64 + 0.5);
        (0.0..=Self::MAX.ms() as f64).contains(&ms).then(|| Self::from_ms(ms as i64)).flatten()
    }
    fn number(self) -> f64 {
        self.hours()
    }
    fn from_text(text: &str) -> Result<Self, NumberFault> {
        Self::parse_hours(text)
    }
}

impl Measure for Probability {
    const RANGE: (f64, f64) = (0.0, 1.0);
    fn from_number(number: f64) -> Option<Self> {
        Self::new(number)
    }
    fn number(self) -> f64 {
        self.value()
    }
    fn from_text(text: &str) -> Result<Self, NumberFault> {
        number_of(text).and_then(|n| Self::new(n).ok_or(NumberFault::OutOfRange))
    }
}

impl Measure for Amount {
    const RANGE: (f64, f64) = (0.0, f64::MAX);
    fn from_number(number: f64) -> Option<Self> {
        Self::new(number)
    }
    fn number(self) -> f64 {
        self.value()
    }
    fn from_text(text: &str) -> Result<Self, NumberFault> {
        number_of(text).and_then(|n| Self::new(n).ok_or(NumberFault::OutOfRange))
    }
}

/// A plain number or a fraction of two.
fn number_of(text: &str) -> Result<f64, NumberFault> {
    decimal::scaled(text.trim_start_matches('-'), 1)
        .map_or_else(|fault| if fault == NumberFault::OutOfRange { Ok(()) } else { Err(fault) }, |_| Ok(()))?;
    let plain = |part: &str| part.trim().parse::<f64>().map_err(|_| NumberFault::NotANumber);
    match text.split_once('/') {
        Some((over, under)) => Ok(plain(over)? / plain(under)?),
        None => plain(text),
    }
}

/// The family of a distribution.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Shape {
    /// `tri(low, mode, high)`.
    Triangular,
    /// `uniform(low, high)`.
    Uniform,
    /// `pert(low, mode, high)`: the beta distribution with 1 + 4 (mode - low) / (high - low) and its mirror as parameters.
    Pert,
    /// `lognormal(median, factor)`, factor being the 95th percentile over the median.
    Lognormal,
}

/// The 95th percentile of the standard normal distribution.
const NORMAL_95: f64 = 1.644_853_626_951_472_7;

/// A distribution over a cell's values, in the unit of the cell (hours, or a fraction of 1).
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Spread {
    /// The family.
    pub shape: Shape,
    /// The lowest value; of a lognormal the median.
    pub low: f64,
    /// The mode; of a uniform the middle; of a lognormal the median.
    pub mode: f64,
    /// The highest value; of a lognormal the factor.
    pub high: f64,
}

/// Which point of a distribution is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum End {
    /// The 5th percentile.
    Low,
    /// Mode, middle, mode, median.
    Middle,
    /// The 95th percentile.
    High,
    /// The lowest value that is possible at all.
    Least,
    /// The highest value that is possible at all.
    Most,
}

impl Spread {
    /// Reads `tri(..)`, `uniform(..)`, `pert(..)` or `lognormal(..)`; arguments are separated by `|` or `,`.
    ///
    /// # Errors
    /// [`NumberFault::BadSpread`] for an unknown name, a wrong count or arguments out of order.
    pub fn parse(text: &str) -> Result<Self, NumberFault> {
        let (name, rest) = text.split_once('(').ok_or(NumberFault::BadSpread)?;
        let inner = rest.trim_end().strip_suffix(')').ok_or(NumberFault::BadSpread)?;
        let numbers: Result<Vec<f64>, NumberFault> = inner.split(['|', ',']).map(|part| number_of(part.trim())).collect();
        let numbers = numbers.map_err(|_| NumberFault::BadSpread)?;
        let spread = match (name.trim().to_ascii_lowercase().as_str(), numbers.as_slice()) {
            ("tri", &[low, mode, high]) => Self { shape: Shape::Triangular, low, mode, high },
            ("pert", &[low, mode, high]) => Self { shape: Shape::Pert, low, mode, high },
            ("uniform", &[low, high]) => Self { shape: Shape::Uniform, low, mode: f64::midpoint(low, high), high },
            ("lognormal", &[median, factor]) => Self { shape: Shape::Lognormal, low: median, mode: median, high: factor },
            _ => return Err(NumberFault::BadSpread),
        };
        if spread.is_ordered() { Ok(spread) } else { Err(NumberFault::BadSpread) }
    }

    fn is_ordered(&self) -> bool {
        match self.shape {
            Shape::Lognormal => self.low > 0.0 && self.high >= 1.0,
            _ => self.low <= self.mode && self.mode <= self.high,
        }
    }

    /// The value at one end or in the middle.
    pub fn at(&self, end: End) -> f64 {
        match end {
            End::Middle => self.mode,
            // The factor of a lognormal is defined by these two.
            End::Low if self.shape == Shape::Lognormal => self.low / self.high,
            End::High if self.shape == Shape::Lognormal => self.low * self.high,
            End::Low => self.quantile(0.05),
            End::High => self.quantile(0.95),
            End::Least => self.support().0,
            End::Most => self.support().1,
        }
    }

    /// The value that the cell stays below with probability `p`, 0 < `p` < 1.
    pub fn quantile(&self, p: f64) -> f64 {
        let width = self.high - self.low;
        match self.shape {
            Shape::Uniform => self.low + p * width,
            Shape::Lognormal => self.low * libm::pow(self.high, normal::quantile(p) / NORMAL_95),
            _ if width <= 0.0 => self.low,
            Shape::Triangular => triangular(self.low, self.mode, self.high, p),
            Shape::Pert => {
                let alpha = 1.0 + 4.0 * (self.mode - self.low) / width;
                self.low + width * beta::quantile(alpha, 6.0 - alpha, p)
            }
        }
    }

    /// So many times the distribution, held below a bound.
    fn times(&self, factor: f64, most: f64) -> Self {
        let times = |value: f64| (value * factor).min(most);
        let high = if self.shape == Shape::Lognormal { self.high } else { times(self.high) };
        Self { low: times(self.low), mode: times(self.mode), high, ..*self }
    }

    /// Lowest and highest value that are possible at all; a lognormal has no highest.
    fn support(&self) -> (f64, f64) {
        if self.shape == Shape::Lognormal { (0.0, f64::INFINITY) } else { (self.low, self.high) }
    }

    /// Lowest and highest value that the distribution is meant to cover: its bounds, of a lognormal the 5th and 95th percentile.
    pub fn range(&self) -> (f64, f64) {
        if self.shape == Shape::Lognormal { (self.at(End::Low), self.at(End::High)) } else { (self.low, self.high) }
    }
}

fn triangular(low: f64, mode: f64, high: f64, p: f64) -> f64 {
    let split = (mode - low) / (high - low);
    if p <= split { low + libm::sqrt(p * (high - low) * (mode - low)) } else { high - libm::sqrt((1.0 - p) * (high - low) * (high - mode)) }
}

/// A number that is either known as one value or as a distribution.
#[derive(Debug, Clone, PartialEq)]
pub enum Quantity<T> {
    /// One value.
    Fixed(T),
    /// A distribution in the unit's plain numbers (hours, or a fraction of 1).
    Spread(Box<Spread>),
}

impl<T: Measure> Quantity<T> {
    /// Reads a number, a fraction or a distribution.
    ///
    /// # Errors
    /// As [`NumberFault`] says; the bounds of a distribution must lie in the range of the unit.
    pub fn parse(text: &str) -> Result<Self, NumberFault> {
        if !text.contains('(') {
            return T::from_text(text).map(Self::Fixed);
        }
        let spread = Spread::parse(text)?;
        let (low, high) = spread.range();
        if T::from_number(low).is_none() || T::from_number(high).is_none() {
            return Err(NumberFault::OutOfRange);
        }
        Ok(Self::Spread(Box::new(spread)))
    }

    /// The value at one end of what is known; a fixed value is the same at both.
    pub fn at(&self, end: End) -> T {
        match self {
            Self::Fixed(value) => *value,
            Self::Spread(spread) => T::nearest_to(spread.at(end)),
        }
    }

    /// The value that the cell stays below with probability `p`, 0 < `p` < 1; what the unit cannot hold is taken at its bound.
    pub fn quantile(&self, p: f64) -> T {
        match self {
            Self::Fixed(value) => *value,
            Self::Spread(spread) => T::nearest_to(spread.quantile(p)),
        }
    }

    /// So many times the value, a distribution as a whole; what the unit cannot hold is taken at its bound.
    #[must_use]
    pub fn times(&self, factor: f64) -> Self {
        match self {
            Self::Fixed(value) => Self::Fixed(T::nearest_to(value.number() * factor)),
            Self::Spread(_) if factor <= 0.0 => Self::Fixed(T::nearest_to(0.0)),
            Self::Spread(spread) => Self::Spread(Box::new(spread.times(factor, T::RANGE.1))),
        }
    }

    /// Whether the value is known as a distribution alone.
    pub fn is_spread(&self) -> bool {
        matches!(self, Self::Spread(_))
    }
}

impl<T: Display> Display for Quantity<T> {
    /// In the notation of a cell, arguments separated by `|`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Fixed(value) => value.fmt(f),
            Self::Spread(spread) => spread.fmt(f),
        }
    }
}

impl Display for Spread {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { low, mode, high, .. } = self;
        match self.shape {
            Shape::Triangular => write!(f, "tri({low}|{mode}|{high})"),
            Shape::Pert => write!(f, "pert({low}|{mode}|{high})"),
            Shape::Uniform => write!(f, "uniform({low}|{high})"),
            Shape::Lognormal => write!(f, "lognormal({low}|{high})"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{End, Quantity, Spread};
    use crate::units::{Level, NumberFault, Time};

    #[test]
    fn percentiles_follow_the_published_formulas() {
        let close = |text: &str, low: f64, high: f64| {
            let spread = Spread::parse(text).unwrap();
            assert!(
                (spread.at(End::Low) - low).abs() < 1e-4 && (spread.at(End::High) - high).abs() < 1e-4,
                "{text}: {:?}",
                (spread.at(End::Low), spread.at(End::High))
            );
        };
        close("uniform(0,10)", 0.5, 9.5);
        close("tri(0,5,10)", 1.581_139, 8.418_861);
        close("lognormal(4|2)", 2.0, 8.0);
        // Beta(3, 3): 5th percentile 0.189255, the mirror of the 95th.
        close("pert(0|5|10)", 1.892_55, 8.107_45);
    }

    #[test]
    fn a_distribution_out_of_order_or_out_of_range_is_refused() {
        assert_eq!(Quantity::<Time>::parse("tri(5,2,9)"), Err(NumberFault::BadSpread));
        assert_eq!(Quantity::<Time>::parse("uniform(-1,2)"), Err(NumberFault::OutOfRange));
        assert_eq!(Quantity::<Level>::parse("uniform(0,1.2)"), Err(NumberFault::OutOfRange));
        assert_eq!(Quantity::<Level>::parse("gamma(1,2)"), Err(NumberFault::BadSpread));
    }
}
