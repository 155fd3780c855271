//! Exact reading of decimal numbers and fractions to scaled integers: no binary fraction comes between the text and the rounding.

use super::NumberFault;

/// More digits than this cannot change a rounded value within the ranges in use.
const MAX_DIGITS: usize = 24;

/// The number in `text` times `scale`, rounded to the nearest whole, halves up.
///
/// # Errors
/// [`NumberFault::NotANumber`] when `text` is neither a decimal number nor a fraction of two, and
/// [`NumberFault::OutOfRange`] when it is negative or does not fit.
pub(super) fn scaled(text: &str, scale: i64) -> Result<i64, NumberFault> {
    let (over, under) = match text.split_once('/') {
        Some((over, under)) => (Ratio::parse(over.trim())?, Ratio::parse(under.trim())?),
        None => (Ratio::parse(text)?, Ratio { over: 1, under: 1 }),
    };
    if under.over == 0 {
        return Err(NumberFault::NotANumber);
    }
    if over.over < 0 || under.over < 0 {
        return Err(NumberFault::OutOfRange);
    }
    // (a / b) / (c / d) = a d / (b c); then the nearest whole with halves up is floor((2 x + y) / (2 y)).
    let top = product([over.over, under.under, i128::from(scale)])?;
    let bottom = product([over.under, under.over, 1])?;
    let nearest = top.checked_mul(2).and_then(|t| t.checked_add(bottom)).ok_or(NumberFault::OutOfRange)? / (bottom * 2);
    i64::try_from(nearest).map_err(|_| NumberFault::OutOfRange)
}

fn product(factors: [i128; 3]) -> Result<i128, NumberFault> {
    factors.iter().try_fold(1_i128, |acc, &f| acc.checked_mul(f)).ok_or(NumberFault::OutOfRange)
}

struct Ratio {
    over: i128,
    under: i128,
}

impl Ratio {
    fn parse(text: &str) -> Result<Self, NumberFault> {
        let (mantissa, exponent) = split_exponent(text)?;
        let (negative, digits) = match mantissa.strip_prefix('-') {
            Some(rest) => (true, rest),
            None => (false, mantissa.strip_prefix('+').unwrap_or(mantissa)),
        };
        let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
        if whole.is_empty() && fraction.is_empty() {
            return Err(NumberFault::NotANumber);
        }
        let mut value = 0_i128;
        let mut scale = -exponent;
        for (place, byte) in whole.bytes().chain(fraction.bytes()).enumerate() {
            if !byte.is_ascii_digit() {
                return Err(NumberFault::NotANumber);
            }
            let past_point = place >= whole.len();
            if value < 10_i128.pow(MAX_DIGITS as u32) {
                value = value * 10 + i128::from(byte - b'0');
                scale += i32::from(past_point);
            } else if !past_point {
                return Err(NumberFault::OutOfRange);
            }
        }
        Self::powered(if negative { -value } else { value }, scale)
    }

    /// `value` times ten to the power of minus `scale`.
    fn powered(value: i128, scale: i32) -> Result<Self, NumberFault> {
        if value == 0 {
            return Ok(Self { over: 0, under: 1 });
        }
        let power = |places: i32| 10_i128.checked_pow(places as u32).ok_or(NumberFault::OutOfRange);
        if scale <= 0 {
            let over = value.checked_mul(power(-scale)?).ok_or(NumberFault::OutOfRange)?;
            return Ok(Self { over, under: 1 });
        }
        // A fraction too small for the lattice is nothing at all.
        Ok(power(scale).map_or(Self { over: 0, under: 1 }, |under| Self { over: value, under }))
    }
}

fn split_exponent(text: &str) -> Result<(&str, i32), NumberFault> {
    match text.find(['e', 'E']) {
        None => Ok((text, 0)),
        Some(at) => {
            let exponent = text[at + 1..].parse::<i32>().map_err(|_| NumberFault::NotANumber)?;
            if !(-60..=60).contains(&exponent) {
                return Err(NumberFault::OutOfRange);
            }
            Ok((&text[..at], exponent))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{NumberFault, scaled};

    #[test]
    fn halves_round_up_and_nothing_is_lost_in_binary() {
        for (text, ppm) in [
            ("0.5", 500_000),
            ("1/3", 333_333),
            ("2/3", 666_667),
            ("0.0000005", 1),
            ("0.0000015", 2),
            ("1e-7", 0),
            (".25", 250_000),
            ("+1.", 1_000_000),
        ] {
            assert_eq!(scaled(text, 1_000_000), Ok(ppm), "{text}");
        }
    }

    #[test]
    fn text_that_is_no_number_is_told_from_a_number_out_of_range() {
        for text in ["", ".", "NaN", "inf", "1,5", "1/0", "4 h", "--1", "1e", "0x10", "1/2/3"] {
            assert_eq!(scaled(text, 1_000_000), Err(NumberFault::NotANumber), "{text}");
        }
        for text in ["-0.1", "1e40", "99999999999999999999999999999"] {
            assert_eq!(scaled(text, 1_000_000), Err(NumberFault::OutOfRange), "{text}");
        }
    }
}
