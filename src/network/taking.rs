//! How cells that are not known for certain become values: by a stance, by a draw, or at the end of what is possible
//! (docs/semantics.md, section 5).
//!
//! Invariant: a draw depends on the seed, the sample and the thing that is drawn for, and on nothing else: not on what was drawn before,
//! nor on the number of rows, threads or machines. Two networks that share a row share its draws.
//!
//! ```
//! use keten::network::{Adverse, Draw, Taking, Thing};
//! use keten::units::{Quantity, Time};
//! let buffer = Quantity::<Time>::parse("uniform(4,8)").unwrap();
//! let drawn = Taking::Draw(Draw { seed: 1, sample: 7 });
//! let thing = || Thing::of("buffer_h").and("tel").and("power");
//! assert_eq!(drawn.value(thing, &buffer, Adverse::Low), drawn.value(thing, &buffer, Adverse::Low));
//! ```

use super::{Adverse, Stance};
use crate::units::{Chance, End, Measure, Probability, Quantity, philox};

/// How unknowns are taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Taking {
    /// As a stance has it.
    Stance(Stance),
    /// Drawn.
    Draw(Draw),
    /// Everything at the end that is worst, as far as it is possible at all.
    Worst,
    /// Everything at the end that is best.
    Best,
}

impl From<Stance> for Taking {
    fn from(stance: Stance) -> Self {
        Self::Stance(stance)
    }
}

/// One of many worlds that the data allows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Draw {
    /// The seed of all draws.
    pub seed: u64,
    /// The number of the sample.
    pub sample: u64,
}

/// What is drawn for, as a number that follows from the names of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Thing(u64);

impl Thing {
    /// A column, or another kind of thing.
    pub fn of(kind: &str) -> Self {
        // The offset and the prime of FNV-1a, 64 bits.
        Self(0xcbf2_9ce4_8422_2325).and(kind)
    }

    /// A part of the thing: what it belongs to, in the order from the large to the small.
    #[must_use]
    pub fn and(self, name: &str) -> Self {
        // No text holds the byte 255, so that "a", "bc" and "ab", "c" are two things.
        let step = |hash: u64, byte: u8| (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3);
        Self(step(name.bytes().fold(self.0, step), u8::MAX))
    }

    /// A numbered part.
    #[must_use]
    pub fn and_number(self, number: u64) -> Self {
        number.to_le_bytes().iter().fold(self, |Self(hash), byte| Self((hash ^ u64::from(*byte)).wrapping_mul(0x0000_0100_0000_01b3)))
    }
}

impl Thing {
    /// The number.
    pub fn number(self) -> u64 {
        self.0
    }

    /// A short name for it, for people to refer to: few things share one.
    pub fn short(self) -> u32 {
        (self.0 >> 32) as u32 ^ self.0 as u32
    }
}

impl Draw {
    /// Two numbers between 0 and 1, both excluded, for a thing.
    pub fn uniforms(self, thing: Thing) -> [f64; 2] {
        let halves = |word: u64| [word as u32, (word >> 32) as u32];
        let ([t0, t1], [s0, s1]) = (halves(thing.0), halves(self.sample));
        let words = philox([t0, t1, s0, s1], halves(self.seed));
        [unit(words[0], words[1]), unit(words[2], words[3])]
    }
}

/// The middle of one of 2^53 equal parts of the unit interval, held below 1 where rounding would reach it.
fn unit(low: u32, high: u32) -> f64 {
    const PARTS: f64 = (1_u64 << 53) as f64;
    let part = (u64::from(high) << 32 | u64::from(low)) >> 11;
    ((part as f64 + 0.5) / PARTS).min(1.0 - f64::EPSILON / 2.0)
}

impl Taking {
    /// A value.
    pub fn value<T: Measure>(self, thing: impl FnOnce() -> Thing, cell: &Quantity<T>, adverse: Adverse) -> T {
        match (self, cell) {
            (_, Quantity::Fixed(value)) => *value,
            (Self::Stance(stance), _) => cell.at(stance.end(adverse)),
            (Self::Draw(draw), _) => cell.quantile(draw.uniforms(thing())[0]),
            (Self::Worst, _) => cell.at(if adverse == Adverse::Low { End::Least } else { End::Most }),
            (Self::Best, _) => cell.at(if adverse == Adverse::Low { End::Most } else { End::Least }),
        }
    }

    /// Whether something bad with a probability happens: a row carries a loss, a hazard strikes, compromise passes.
    pub fn strikes(self, thing: impl FnOnce() -> Thing, p: &Quantity<Probability>) -> bool {
        match self {
            Self::Stance(stance) => stance.strikes(p.at(stance.end(Adverse::High))),
            Self::Draw(draw) => happens(draw, thing, p),
            Self::Worst => Stance::Cautious.strikes(p.at(End::Most)),
            Self::Best => Stance::Optimistic.strikes(p.at(End::Least)),
        }
    }

    /// Whether something good with a probability happens: a generator starts.
    pub fn works(self, thing: impl FnOnce() -> Thing, p: &Quantity<Probability>) -> bool {
        match self {
            Self::Stance(stance) => stance.works(p.at(stance.end(Adverse::High))),
            Self::Draw(draw) => happens(draw, thing, p),
            Self::Worst => Stance::Cautious.works(p.at(End::Least)),
            Self::Best => Stance::Optimistic.works(p.at(End::Most)),
        }
    }
}

fn happens(draw: Draw, thing: impl FnOnce() -> Thing, p: &Quantity<Probability>) -> bool {
    if let Quantity::Fixed(p) = p {
        // What is certain is certain in every sample, and costs no draw.
        if p.value() <= 0.0 || p.value() >= 1.0 {
            return p.value() >= 1.0;
        }
    }
    let thing = thing();
    let p = match p {
        Quantity::Fixed(p) => *p,
        Quantity::Spread(_) => p.quantile(draw.uniforms(thing)[0]),
    };
    Chance::of(p.value()).in_sample(draw.seed, thing.number(), draw.sample)
}

#[cfg(test)]
mod tests {
    use super::{Draw, Taking, Thing};
    use crate::units::Quantity;

    #[test]
    fn things_with_other_names_draw_other_numbers() {
        let draw = Draw { seed: 1, sample: 0 };
        let things = [Thing::of("p").and("a").and("bc"), Thing::of("p").and("ab").and("c"), Thing::of("q").and("a").and("bc")];
        let drawn: Vec<_> = things.iter().map(|&thing| draw.uniforms(thing)[0].to_bits()).collect();
        assert!(drawn[0] != drawn[1] && drawn[0] != drawn[2] && drawn[1] != drawn[2]);
    }

    #[test]
    fn a_probability_is_met_as_often_as_it_says() {
        let p = Quantity::parse("0.3").unwrap();
        let struck = (0..20_000).filter(|&sample| Taking::Draw(Draw { seed: 5, sample }).strikes(|| Thing::of("x"), &p)).count();
        // Five standard errors of a mean of 0.3 over 20,000 draws.
        assert!((struck as f64 / 20_000.0 - 0.3).abs() < 5.0 * (0.21_f64 / 20_000.0).sqrt(), "{struck}");
    }
}
