//! Numbers the way people use them: two significant digits, and hours in the unit that fits.
//!
//! Invariant: nothing that is not zero is shown as zero, and nothing short of whole as whole.

use super::Lang;
use crate::units::{Level, Time};
use std::cmp::Ordering;

const MINUTE_MS: f64 = 60_000.0;
const HOUR_MS: f64 = 3_600_000.0;
const DAY_MS: f64 = 86_400_000.0;
/// From so many hours on, people count in days.
const HOURS_AS_DAYS: f64 = 72.0;

/// A duration or a moment: `15 s`, `4 min`, `1.7 h`, `3 days`.
pub fn hours(lang: Lang, time: Time) -> String {
    let ms = time.ms() as f64;
    let (seconds, minutes, in_hours, days) = (rounded(ms / 1000.0), rounded(ms / MINUTE_MS), rounded(ms / HOUR_MS), rounded(ms / DAY_MS));
    if time == Time::ZERO {
        lang.pick("0 h", "0 uur").to_owned()
    } else if seconds < 60.0 {
        format!("{} s", plain(lang, seconds))
    } else if minutes < 60.0 {
        format!("{} min", plain(lang, minutes))
    } else if in_hours < HOURS_AS_DAYS {
        format!("{} {}", plain(lang, in_hours), lang.pick("h", "uur"))
    } else {
        let unit = lang.pick("days", "dagen");
        format!("{} {unit}", plain(lang, days))
    }
}

/// A moment in a sentence: `at 4 h`; in Dutch, where `om 4 uur` is a time of day, `na 4 uur`.
pub fn moment(lang: Lang, time: Time) -> String {
    let span = hours(lang, time);
    match lang {
        Lang::English => format!("at {span}"),
        Lang::Dutch if time == Time::ZERO => "meteen".to_owned(),
        Lang::Dutch => format!("na {span}"),
    }
}

/// From a moment on: `since 4 h`.
pub fn since(lang: Lang, time: Time) -> String {
    let span = hours(lang, time);
    match lang {
        Lang::English => format!("since {span}"),
        Lang::Dutch if time == Time::ZERO => "vanaf de aanvang".to_owned(),
        Lang::Dutch => format!("vanaf {span} na aanvang"),
    }
}

/// What is left of a node's function: `out`, or `down to 35%`.
pub fn left(lang: Lang, level: Level) -> String {
    match level {
        Level::ZERO => lang.pick("out", "uit").to_owned(),
        _ => format!("{} {}", lang.pick("down to", "naar"), percent(lang, level)),
    }
}

/// A number with two significant digits; from 100 on whole, because people read off the size.
pub fn number(lang: Lang, value: f64) -> String {
    plain(lang, rounded(value))
}

/// Two values and how far they are apart, rounded by the same step, so that they add up as they are read: `137.2`, `134.1`, `-3.1`.
///
/// A value that is not zero is never shown as zero, so where it would be it has its own digits.
pub fn apart(lang: Lang, before: f64, after: f64) -> [String; 3] {
    let step = step_apart(before, after);
    let steps = |value: f64| libm::round(value / step);
    let shown = |value: f64| if steps(value) == 0.0 { number(lang, value) } else { by_step(lang, steps(value) * step, step) };
    let moved = steps(after) - steps(before);
    let moved = if moved == 0.0 { number(lang, (after - before).abs()) } else { by_step(lang, moved.abs() * step, step) };
    let sign = match after.total_cmp(&before) {
        Ordering::Less => "-",
        Ordering::Equal => "",
        Ordering::Greater => "+",
    };
    [shown(before), shown(after), format!("{sign}{moved}")]
}

/// What two values that are compared count by: the digits of the difference, and two of the smaller; never many more than the larger has.
fn step_apart(before: f64, after: f64) -> f64 {
    let of = |value: f64| if value == 0.0 { f64::INFINITY } else { step(value) };
    let (large, small) = (of(before.abs().max(after.abs())), of(before).min(of(after)));
    if large.is_infinite() {
        return 1.0;
    }
    of(after - before).min(small.max(large * 1e-2)).max(large * 1e-4)
}

/// A number that is a multiple of a power of ten, with the marks of the language.
fn by_step(lang: Lang, value: f64, step: f64) -> String {
    let digits = (-libm::round(libm::log10(step))).max(0.0) as usize;
    let text = format!("{value:.digits$}");
    let (whole, part) = text.split_once('.').unwrap_or((&text, ""));
    let part = part.trim_end_matches('0');
    let whole = whole.parse().map_or_else(|_| whole.to_owned(), |whole| count(lang, whole));
    if part.is_empty() { whole } else { format!("{whole}{}{part}", lang.pick(".", ",")) }
}

/// What something is at least: rounded down, to whole numbers from 10 on, so that it stays true.
pub(super) fn at_least(lang: Lang, value: f64) -> String {
    plain(lang, outward(value, libm::floor))
}

/// What something is at most: rounded up, to whole numbers from 10 on, so that it stays true.
pub fn at_most(lang: Lang, value: f64) -> String {
    plain(lang, outward(value, libm::ceil))
}

/// Rounds one way, but for what is only the last bits of a sum.
fn outward(value: f64, round: fn(f64) -> f64) -> f64 {
    let step = if value >= 10.0 { 1.0 } else { step(value) };
    let (steps, near) = (value / step, libm::round(value / step));
    if (steps - near).abs() <= 1e-9 * near.abs() { near * step } else { round(steps) * step }
}

/// An amount with two significant digits, large ones in words: `760,000`, `5.8 million`.
pub fn amount(lang: Lang, value: f64) -> String {
    const MILLION: f64 = 1e6;
    const BILLION: f64 = 1e9;
    let value = rounded(value);
    let (part, unit) = match value {
        _ if value >= BILLION => (value / BILLION, lang.pick("billion", "miljard")),
        _ if value >= MILLION => (value / MILLION, lang.pick("million", "miljoen")),
        _ => return plain(lang, value),
    };
    format!("{} {unit}", plain(lang, rounded(part)))
}

/// A level as a percentage: `35%`, `0%` only for nothing, `100%` only for all.
pub fn percent(lang: Lang, level: Level) -> String {
    let percentage = rounded(level.as_f64() * 100.0);
    match level {
        Level::ONE => "100%".to_owned(),
        Level::ZERO => "0%".to_owned(),
        _ if percentage >= 100.0 => ">99%".to_owned(),
        _ if percentage < 0.1 => format!("<{}%", plain(lang, 0.1)),
        _ => format!("{}%", plain(lang, percentage)),
    }
}

/// A count in full, with its thousands apart.
pub fn count(lang: Lang, count: u64) -> String {
    let digits = count.to_string();
    if digits.len() < 5 {
        return digits;
    }
    let mut text = String::with_capacity(digits.len() + digits.len() / 3);
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            text.push(lang.pick(',', '.'));
        }
        text.push(digit);
    }
    text
}

/// A count with its noun: `1 node`, `2 nodes`.
pub fn counted(lang: Lang, number: u64, noun: (&str, &str)) -> String {
    format!("{} {}", count(lang, number), if number == 1 { noun.0 } else { noun.1 })
}

/// The first few of a list, and how many more there are.
pub fn list<T: AsRef<str>>(lang: Lang, items: &[T], most: usize) -> String {
    let shown = &items[..most.min(items.len())];
    some(lang, shown, (items.len() - shown.len()) as u64)
}

/// Some, and how many others there are.
pub fn some<T: AsRef<str>>(lang: Lang, items: &[T], more: u64) -> String {
    let shown = items.iter().map(AsRef::as_ref).collect::<Vec<&str>>().join(", ");
    if more == 0 { shown } else { and_more(lang, &shown, more) }
}

/// A list and how many it leaves out.
pub fn and_more(lang: Lang, shown: &str, more: u64) -> String {
    let more = count(lang, more);
    lang.pick(format!("{shown} and {more} more"), format!("{shown} en nog {more}"))
}

/// Rounds to two significant digits; from 100 on to a whole multiple of ten, a hundred and so on.
fn rounded(value: f64) -> f64 {
    if value == 0.0 || !value.is_finite() {
        return value;
    }
    let step = step(value);
    libm::round(value / step) * step
}

/// What two significant digits count by.
fn step(value: f64) -> f64 {
    if value == 0.0 { 1.0 } else { libm::exp10(libm::floor(libm::log10(value.abs())) - 1.0) }
}

/// A rounded number with the decimal mark of the language.
fn plain(lang: Lang, value: f64) -> String {
    if value >= 10.0 {
        return count(lang, libm::round(value) as u64);
    }
    let digits = if value == 0.0 { 0 } else { (1 - libm::floor(libm::log10(value.abs())) as i32).max(0) as usize };
    let text = format!("{value:.digits$}");
    let text = if text.contains('.') { text.trim_end_matches('0').trim_end_matches('.') } else { &text };
    text.replace('.', lang.pick(".", ","))
}

#[cfg(test)]
mod tests {
    use super::{Lang, amount, apart, at_least, at_most, count, hours, number, percent};
    use crate::units::{Level, Time};

    #[test]
    fn hours_take_the_unit_that_fits() {
        for (text, english, dutch) in [
            ("0", "0 h", "0 uur"),
            ("0.004", "14 s", "14 s"),
            ("0.0001", "0.36 s", "0,36 s"),
            ("0.01666", "1 min", "1 min"),
            ("0.0666", "4 min", "4 min"),
            ("0.9999", "1 h", "1 uur"),
            ("1.717", "1.7 h", "1,7 uur"),
            ("10.5", "11 h", "11 uur"),
            ("31.99", "32 h", "32 uur"),
            ("71.99", "3 days", "3 dagen"),
            ("100", "4.2 days", "4,2 dagen"),
            ("8766", "370 days", "370 dagen"),
        ] {
            let time = Time::parse_hours(text).unwrap();
            assert_eq!(hours(Lang::English, time), english);
            assert_eq!(hours(Lang::Dutch, time), dutch);
        }
    }

    #[test]
    fn numbers_keep_two_digits() {
        for (value, text) in [(0.0, "0"), (0.0123, "0.012"), (1.0, "1"), (1.25, "1.3"), (116.4, "120"), (12_345.0, "12,000")] {
            assert_eq!(number(Lang::English, value), text);
        }
        assert_eq!(number(Lang::Dutch, 12_345.0), "12.000");
        assert_eq!(count(Lang::English, 1_234_567), "1,234,567");
    }

    #[test]
    fn large_amounts_are_said_in_words() {
        for (value, text) in [(766_500.0, "770,000"), (5_836_500.0, "5.8 million"), (999_999.0, "1 million"), (9.3e9, "9.3 billion")] {
            assert_eq!(amount(Lang::English, value), text);
        }
        assert_eq!(amount(Lang::Dutch, 1.25e9), "1,3 miljard");
    }

    #[test]
    fn nothing_short_of_whole_is_shown_as_whole() {
        for (ppm, text) in [(0, "0%"), (1, "<0.1%"), (350_000, "35%"), (5_000, "0.5%"), (999_900, ">99%"), (1_000_000, "100%")] {
            assert_eq!(percent(Lang::English, Level::from_ppm(ppm).unwrap()), text);
        }
    }

    #[test]
    fn what_is_compared_adds_up() {
        for (before, after, shown) in [
            (137.24, 134.11, ["137.2", "134.1", "-3.1"]),
            (12.0, 14.0, ["12", "14", "+2"]),
            (0.0, 137.2, ["0", "140", "+140"]),
            (140.0, 2400.0, ["140", "2400", "+2260"]),
            (0.53, 136.48, ["0.5", "136.5", "+136"]),
            (0.0001, 136.0, ["0.0001", "136", "+136"]),
            (12_345.6, 12_345.6, ["12,000", "12,000", "0"]),
            (137.2, 137.200_001, ["137.2", "137.2", "+0.000001"]),
        ] {
            assert_eq!(apart(Lang::English, before, after), shown);
        }
        assert_eq!(apart(Lang::Dutch, 137.24, 134.11), ["137,2", "134,1", "-3,1"]);
    }

    #[test]
    fn bounds_stay_bounds() {
        let of = |value| (at_least(Lang::English, value), at_most(Lang::English, value));
        let pair = |low: &str, high: &str| (low.to_owned(), high.to_owned());
        assert_eq!(of(12_345.6), pair("12,345", "12,346"));
        assert_eq!(of(87.9), pair("87", "88"));
        assert_eq!(of(2.55), pair("2.5", "2.6"));
        assert_eq!(of(0.1 + 0.2), pair("0.3", "0.3"), "the last bits are no difference");
        assert_eq!(of(0.0), pair("0", "0"));
    }
}
