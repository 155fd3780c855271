//! Whether something that has a probability happens: drawn for 64 samples at once, or for one of them alone, with the same answer.
//!
//! Each sample has a number U between 0 and 1, of 64 binary digits, and the thing happens where U is below the probability. The digits of 32
//! samples stand in one block of Philox2x64, four to a sample: for most samples four digits settle which of the two is larger, and one block
//! then serves 32 samples or, where only one of them is asked for, hardly more than one. The digits do not depend on the probability, so
//! what happens at one probability also happens at every larger one.
//!
//! Invariant: what is drawn depends on the seed, the sample and the thing, and not on which samples are asked for together.
//!
//! ```
//! use keten::units::Chance;
//! let third = Chance::of(1.0 / 3.0);
//! let together = third.in_samples(7, 99, 0, u64::MAX);
//! let alone = third.in_samples(7, 99, 0, 1 << 5);
//! assert_eq!(together & 1 << 5, alone);
//! ```

use super::philox2x64;

/// How many samples are drawn side by side.
const LANES: u64 = 64;
/// Samples of which the digits stand in one block.
const GROUP: u64 = 32;
/// Digits of a sample in a block.
const DIGITS: u64 = 4;

/// A probability in parts of 2^64, rounded down; at the largest number the thing is certain.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Chance(u64);

impl Chance {
    /// What happens for certain.
    pub const CERTAIN: Self = Self(u64::MAX);

    /// A probability from 0 to 1; what lies beyond is taken at the bound.
    pub fn of(p: f64) -> Self {
        const PARTS: f64 = 18_446_744_073_709_551_616.0;
        if p >= 1.0 { Self::CERTAIN } else { Self((p.max(0.0) * PARTS) as u64) }
    }

    /// Whether it happens in a sample.
    #[inline]
    pub fn in_sample(self, seed: u64, thing: u64, sample: u64) -> bool {
        if self == Self::CERTAIN {
            return true;
        }
        let (mut left, mut counter) = (self.0, (sample / GROUP) << DIGITS);
        while left != 0 {
            let [first, second] = philox2x64([thing, counter], seed).map(|word| word >> (sample % GROUP));
            let number = (first & 1) << 3 | (first >> GROUP & 1) << 2 | (second & 1) << 1 | (second >> GROUP & 1);
            let mine = left >> (LANES - DIGITS);
            if number != mine {
                return number < mine;
            }
            (left, counter) = (left << DIGITS, counter + 1);
        }
        false
    }

    /// In which of the `wanted` of 64 samples it happens; bit i stands for sample 64 `block` + i.
    #[inline]
    pub fn in_samples(self, seed: u64, thing: u64, block: u64, wanted: u64) -> u64 {
        if self == Self::CERTAIN {
            return wanted;
        }
        if wanted.is_power_of_two() {
            let sample = LANES * block + u64::from(wanted.trailing_zeros());
            return if self.in_sample(seed, thing, sample) { wanted } else { 0 };
        }
        let mut numbers = Numbers { left: self.0, open: wanted, below: 0 };
        let mut counter = (LANES / GROUP * block) << DIGITS;
        while numbers.left != 0 && numbers.open != 0 {
            let digits = |is_asked: bool, counter| if is_asked { philox2x64([thing, counter], seed) } else { [0; 2] };
            let low = digits(numbers.open as u32 != 0, counter);
            let high = digits(numbers.open >> GROUP != 0, counter + (1 << DIGITS));
            numbers.compare(low, high);
            counter += 1;
        }
        numbers.below
    }
}

/// 64 numbers held against a probability, digit by digit.
struct Numbers {
    /// The digits of the probability that are left.
    left: u64,
    /// Numbers that agree with it so far.
    open: u64,
    below: u64,
}

impl Numbers {
    /// The next four digits: those of the first 32 numbers, and those of the other ones.
    #[inline]
    fn compare(&mut self, low: [u64; 2], high: [u64; 2]) {
        const LOW: u64 = u32::MAX as u64;
        for (low, high) in low.into_iter().zip(high) {
            for digits in [low & LOW | high << GROUP, low >> GROUP | high & !LOW] {
                // All ones where the probability has a one.
                let mine = ((self.left as i64) >> 63) as u64;
                self.below |= self.open & mine & !digits;
                self.open &= !(digits ^ mine);
                self.left <<= 1;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Chance;
    use crate::units::philox2x64;

    /// The number of a sample, written down digit by digit.
    fn number(seed: u64, thing: u64, sample: u64) -> u64 {
        let digit = |place: u64| {
            let block = philox2x64([thing, sample / 32 * 16 + place / 4], seed);
            let word = (u128::from(block[1]) << 64 | u128::from(block[0])) >> (32 * (place % 4));
            u64::from(word as u32 >> (sample % 32) & 1)
        };
        (0..64).fold(0, |number, place| number << 1 | digit(place))
    }

    #[test]
    fn it_happens_where_the_number_is_below_the_probability() {
        for (thing, p) in [0.5, 0.25, 0.3, 1e-3, 1e-9, 0.999, 1.0 / 3.0, 0.0].into_iter().enumerate() {
            let chance = Chance::of(p);
            for block in [0, 1, 977] {
                let all = chance.in_samples(3, thing as u64, block, u64::MAX);
                for lane in 0..64 {
                    let expected = number(3, thing as u64, 64 * block + lane) < chance.0;
                    assert_eq!(all >> lane & 1 == 1, expected, "{p} {lane}");
                    assert_eq!(chance.in_sample(3, thing as u64, 64 * block + lane), expected, "{p} {lane}");
                    assert_eq!(chance.in_samples(3, thing as u64, block, 1 << lane), all & 1 << lane);
                }
            }
        }
        assert_eq!(Chance::of(1.0).in_samples(1, 2, 3, 0b1001), 0b1001);
    }

    #[test]
    fn what_happens_happens_at_every_larger_probability() {
        for thing in 0..200 {
            let mut before = 0;
            for step in 0..=20 {
                let now = Chance::of(f64::from(step) / 20.0).in_samples(1, thing, 0, u64::MAX);
                assert_eq!(before & !now, 0);
                before = now;
            }
            assert_eq!(before, u64::MAX);
        }
    }

    /// Counts in 64 lanes of 4,000 things against the binomial, and neighbouring lanes and things against independence.
    #[test]
    fn draws_are_as_often_and_as_unrelated_as_they_should_be() {
        for p in [0.05, 0.3, 0.7] {
            let drawn: Vec<u64> = (0..4_000).map(|thing| Chance::of(p).in_samples(9, thing, 5, u64::MAX)).collect();
            let total = 64.0 * 4_000.0;
            let within = |count: u64, p: f64| ((count as f64 / total - p) / (p * (1.0 - p) / total).sqrt()).abs() < 5.0;
            let ones = |words: &mut dyn Iterator<Item = u64>| words.map(|word| u64::from(word.count_ones())).sum::<u64>();
            assert!(within(ones(&mut drawn.iter().copied()), p));
            assert!(within(ones(&mut drawn.iter().map(|word| word & word.rotate_left(1))), p * p));
            assert!(within(ones(&mut drawn.iter().map(|word| word & word.rotate_left(32))), p * p));
            let next = drawn.iter().cycle().skip(1);
            assert!(within(ones(&mut drawn.iter().zip(next).map(|(word, next)| word & next)), p * p));
        }
    }
}
