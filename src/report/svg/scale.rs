//! The colours of levels of function: one hue that darkens as less is left, so that it also reads in grey and with any colour vision.

use crate::units::{Level, ONE_PPM, TOLERANCE_PPM};

/// The fills from nothing left to almost all.
pub(super) const FILLS: [&str; 5] = ["url(#hatch)", "#54278f", "#756bb1", "#a8a4d0", "#dcdaee"];

/// The band of a level: 0 is nothing left.
pub(super) fn band(level: Level) -> usize {
    match level.ppm() {
        0..=TOLERANCE_PPM => 0,
        ppm if ppm < ONE_PPM / 4 => 1,
        ppm if ppm < ONE_PPM / 2 => 2,
        ppm if ppm < ONE_PPM / 4 * 3 => 3,
        _ => 4,
    }
}
