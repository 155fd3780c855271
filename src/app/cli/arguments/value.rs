//! Values of arguments, read from their text. What is allowed is the error.

use crate::network::Stance;
use crate::report::language::Lang;
use crate::units::{Level, Time};

/// Numbers of bytes, as they are written.
const BYTES: &str = "1000, 64K, 500M, 4G, ...";

pub(super) fn language(text: &str) -> Result<Lang, String> {
    Lang::parse(text).ok_or_else(|| "en, nl".to_owned())
}

pub(super) fn stance(text: &str) -> Result<Stance, String> {
    match text {
        "central" => Ok(Stance::Central),
        "cautious" => Ok(Stance::Cautious),
        "optimistic" => Ok(Stance::Optimistic),
        _ => Err("cautious, central, optimistic".to_owned()),
    }
}

pub(super) fn positive(text: &str) -> Result<f64, String> {
    text.parse().ok().filter(|number: &f64| number.is_finite() && *number > 0.0).ok_or_else(|| ">0".to_owned())
}

/// A number of bytes, with K, M, G or T behind it for powers of 1024.
pub(super) fn bytes(text: &str) -> Result<u64, String> {
    let digits = text.trim_end_matches(|sign: char| !sign.is_ascii_digit());
    let power = match text[digits.len()..].to_uppercase().trim_end_matches("IB").trim_end_matches('B') {
        "" => 0,
        "K" => 1,
        "M" => 2,
        "G" => 3,
        "T" => 4,
        _ => return Err(BYTES.to_owned()),
    };
    let number: Option<u64> = digits.parse().ok();
    number.and_then(|number| number.checked_mul(1 << (10 * power))).ok_or_else(|| BYTES.to_owned())
}

pub(super) fn hours(text: &str) -> Result<Time, String> {
    Time::parse_hours(text).map_err(|_| "0..1000000".to_owned())
}

pub(super) fn level(text: &str) -> Result<Level, String> {
    Level::parse(text).map_err(|_| "0..1".to_owned())
}
