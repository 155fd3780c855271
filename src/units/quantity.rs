//! A cell that may hold a distribution, and the value it takes under a stance (docs/semantics.md, section 5).

use std::fmt::{self, Display};

use super::{Amount, Level, NumberFault, ONE_PPM, Probability, Time, decimal};

/// A unit that a distribution can be read in: from a plain number to a value held within the range of the unit.
pub trait Measure: Copy {
    /// The value nearest to `number` that the unit can hold; `None` when `number` lies outside its range.
    fn from_number(number: f64) -> Option<Self>;
    /// Reads a plain number (no distribution).
    ///
    /// # Errors
    /// As [`NumberFault`] says.
    fn from_text(text: &str) -> Result<Self, NumberFault>;
}

impl Measure for Level {
    fn from_number(number: f64) -> Option<Self> {
        let ppm = libm::floor(number * f64::from(ONE_PPM) + 0.5);
        (0.0..=f64::from(ONE_PPM)).contains(&ppm).then(|| Self::from_ppm(ppm as u32)).flatten()
    }
    fn from_text(text: &str) -> Result<Self, NumberFault> {
        Self::parse(text)
    }
}

impl Measure for Time {
    fn from_number(number: f64) -> Option<Self> {
        let ms = libm::floor(number * super::HOUR_MS as f64 + 0.5);
        (0.0..=Self::MAX.ms() as f64).contains(&ms).then(|| Self::from_ms(ms as i64)).flatten()
    }
    fn from_text(text: &str) -> Result<Self, NumberFault> {
        Self::parse_hours(text)
    }
}

impl Measure for Probability {
    fn from_number(number: f64) -> Option<Self> {
        Self::new(number)
    }
    fn from_text(text: &str) -> Result<Self, NumberFault> {
        number_of(text).and_then(|n| Self::new(n).ok_or(NumberFault::OutOfRange))
    }
}

impl Measure for Amount {
    fn from_number(number: f64) -> Option<Self> {
        Self::new(number)
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
            End::Low => self.quantile(0.05),
            End::High => self.quantile(0.95),
        }
    }

    /// The value that the cell stays below with probability `p`: 0.05 or 0.95 exactly, other values by the family's formula.
    fn quantile(&self, p: f64) -> f64 {
        let width = self.high - self.low;
        match self.shape {
            Shape::Uniform => self.low + p * width,
            Shape::Lognormal => self.low * if p < 0.5 { 1.0 / self.high } else { self.high },
            _ if width <= 0.0 => self.low,
            Shape::Triangular => triangular(self.low, self.mode, self.high, p),
            Shape::Pert => {
                let alpha = 1.0 + 4.0 * (self.mode - self.low) / width;
                self.low + width * beta_quantile(alpha, 6.0 - alpha, p)
            }
        }
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

/// The quantile of the beta distribution by bisection on Simpson's rule: both parameters lie in 1 to 5, so the density is bounded.
fn beta_quantile(alpha: f64, beta: f64, p: f64) -> f64 {
    let density = |x: f64| libm::pow(x, alpha - 1.0) * libm::pow(1.0 - x, beta - 1.0);
    let whole = simpson(&density, 1.0);
    let (mut low, mut high) = (0.0, 1.0);
    for _ in 0..50 {
        let middle = f64::midpoint(low, high);
        if simpson(&density, middle) < p * whole { low = middle } else { high = middle }
    }
    f64::midpoint(low, high)
}

fn simpson(density: &impl Fn(f64) -> f64, to: f64) -> f64 {
    const STEPS: u32 = 512;
    let step = to / f64::from(STEPS);
    let inner: f64 = (1..STEPS).map(|i| density(f64::from(i) * step) * if i % 2 == 1 { 4.0 } else { 2.0 }).sum();
    (density(0.0) + inner + density(to)) * step / 3.0
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
            Self::Spread(spread) => in_range(spread, end),
        }
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

/// A percentile lies between bounds that were checked to be in range.
fn in_range<T: Measure>(spread: &Spread, end: End) -> T {
    T::from_number(spread.at(end)).unwrap_or_else(|| unreachable!("a percentile lies within the checked bounds of {spread:?}"))
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
