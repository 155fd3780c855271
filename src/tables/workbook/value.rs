//! What cells hold: numbers as they were typed, dates, and texts with signs that XML cannot hold.

use std::borrow::Cow;

/// The days from the beginning of 1904 that old Macintosh workbooks count from, in days of other workbooks.
const DAYS_TO_1904: f64 = 1462.0;
/// The day before 1 March 1900; before it, workbooks count a day that never was.
const FALSE_LEAP_DAY: i64 = 60;
/// From the day 0 of a workbook, 30 December 1899, to 1 January 1970.
const DAYS_TO_1970: i64 = 25_569;
/// The last day of the year 9999.
const LAST_DAY: f64 = 2_958_465.0;

/// A number with the fifteen digits that spreadsheet programs show, so that 0.1 is not 0.1000000000000000055.
///
/// ```text
/// number(0.1 + 0.2) == "0.3"
/// ```
pub(super) fn number(value: f64) -> String {
    let rounded: f64 = format!("{value:.14e}").parse().unwrap_or(value);
    // Minus nothing is nothing.
    if rounded == 0.0 { "0".to_owned() } else { rounded.to_string() }
}

/// A day and a time of it as a workbook counts them, as ISO 8601: the date, the time, or both.
pub(super) fn date(serial: f64, from_1904: bool) -> String {
    let serial = if from_1904 { serial + DAYS_TO_1904 } else { serial };
    if !(0.0..=LAST_DAY).contains(&serial) {
        return number(serial);
    }
    // What is rounded up to midnight belongs to the next day.
    let rounded = (serial * 86_400.0).round() as i64;
    let (day, seconds) = (rounded.div_euclid(86_400), rounded.rem_euclid(86_400));
    // Days before the false leap day stand one too low.
    let day = day + i64::from(day < FALSE_LEAP_DAY);
    let time = format!("{:02}:{:02}:{:02}", seconds / 3600, seconds / 60 % 60, seconds % 60);
    let (year, month, day) = civil(day - DAYS_TO_1970);
    match (serial < 1.0, seconds) {
        (true, _) => time,
        (false, 0) => format!("{year:04}-{month:02}-{day:02}"),
        (false, _) => format!("{year:04}-{month:02}-{day:02}T{time}"),
    }
}

/// Year, month and day of a day counted from 1 January 1970, in a calendar whose years begin in March.
fn civil(day: i64) -> (i64, i64, i64) {
    const DAYS_OF_400_YEARS: i64 = 146_097;
    let shifted = day + 719_468;
    let (era, of_era) = (shifted.div_euclid(DAYS_OF_400_YEARS), shifted.rem_euclid(DAYS_OF_400_YEARS));
    let year = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year + year / 4 - year / 100);
    let month = (5 * of_year + 2) / 153;
    let day = of_year - (153 * month + 2) / 5 + 1;
    let month = if month < 10 { month + 3 } else { month - 9 };
    (era * 400 + year + i64::from(month <= 2), month, day)
}

/// Whether one of the formats that every workbook has shows a date or a time.
pub(super) fn is_built_in_date(id: &str) -> bool {
    matches!(id.parse::<u32>(), Ok(14..=22 | 27..=36 | 45..=47 | 50..=58))
}

/// Whether a format shows a date or a time: whether it names days, months, years, hours or seconds outside quotes and brackets.
pub(super) fn shows_date(code: &str) -> bool {
    let (mut quoted, mut bracket, mut escaped) = (false, String::new(), false);
    let mut within_bracket = false;
    for sign in code.chars() {
        match sign {
            _ if escaped => escaped = false,
            '\\' | '_' | '*' if !quoted && !within_bracket => escaped = true,
            '"' if !within_bracket => quoted = !quoted,
            _ if quoted => {}
            '[' => within_bracket = true,
            // Elapsed time stands between brackets; so do colours and currencies.
            ']' if matches!(bracket.to_lowercase().as_str(), "h" | "hh" | "m" | "mm" | "s" | "ss") => return true,
            ']' => (within_bracket, bracket) = (false, String::new()),
            _ if within_bracket => bracket.push(sign),
            'd' | 'D' | 'm' | 'M' | 'y' | 'Y' | 'h' | 'H' | 's' | 'S' => return true,
            // "General" names none of them.
            'G' | 'g' if code.to_lowercase().contains("general") => return false,
            _ => {}
        }
    }
    false
}

/// A text with `_x000A_` and the like turned into the signs that they stand for.
pub(super) fn unescaped(text: &str) -> Cow<'_, str> {
    if !text.contains("_x") {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find("_x") {
        let sign = rest.get(at + 2..at + 7).and_then(|code| code.strip_suffix('_')).and_then(code_unit);
        let Some(sign) = sign else {
            out.push_str(&rest[..at + 2]);
            rest = &rest[at + 2..];
            continue;
        };
        out.push_str(&rest[..at]);
        out.push(sign);
        rest = &rest[at + 7..];
    }
    out.push_str(rest);
    Cow::Owned(out)
}

fn code_unit(code: &str) -> Option<char> {
    let is_hex = code.bytes().all(|byte| byte.is_ascii_hexdigit());
    u32::from_str_radix(code, 16).ok().filter(|_| is_hex).and_then(char::from_u32)
}

/// Row and column, from 0, of a cell such as `C12`.
pub(super) fn cell(reference: &str) -> Option<(u32, u32)> {
    let letters = reference.len() - reference.trim_start_matches(|sign: char| sign.is_ascii_alphabetic()).len();
    let (letters, digits) = reference.split_at(letters);
    if !matches!(letters.len(), 1..=3) || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let column = letters.bytes().fold(0, |column, letter| column * 26 + u32::from(letter.to_ascii_uppercase() - b'A') + 1);
    let row: u32 = digits.parse().ok().filter(|row| (1..=MAX_ROW).contains(row))?;
    (column <= MAX_COLUMN).then_some((row - 1, column - 1))
}

/// The rows that a sheet can have.
pub(super) const MAX_ROW: u32 = 1 << 20;
/// The columns that a sheet can have.
pub(super) const MAX_COLUMN: u32 = 1 << 14;

#[cfg(test)]
mod tests {
    use super::{cell, date, number, shows_date, unescaped};

    #[test]
    fn numbers_are_those_that_were_typed() {
        for (value, text) in [(0.1, "0.1"), (0.1 + 0.2, "0.3"), (4.0, "4"), (-0.0, "0"), (1e6, "1000000"), (0.333_333, "0.333333")] {
            assert_eq!(number(value), text);
        }
    }

    #[test]
    fn days_become_dates() {
        assert_eq!(date(45_000.0, false), "2023-03-15");
        assert_eq!(date(1.0, false), "1900-01-01");
        assert_eq!(date(61.0, false), "1900-03-01");
        assert_eq!(date(0.5, false), "12:00:00");
        assert_eq!(date(36_525.25, false), "1999-12-31T06:00:00");
        assert_eq!(date(45_000.999_999_9, false), "2023-03-16", "a second that is rounded up ends the day");
        assert_eq!(date(0.999_999_9, false), "00:00:00");
        assert_eq!(date(0.0, true), "1904-01-01");
        assert_eq!(date(2_958_465.0, false), "9999-12-31");
        assert_eq!(date(1e300, false).len(), 301);
    }

    #[test]
    fn formats_show_dates_or_do_not() {
        for code in ["dd-mm-yyyy", "[$-413]d mmm yyyy", "[h]:mm", "mm:ss.0"] {
            assert!(shows_date(code), "{code}");
        }
        for code in ["General", "0.00", "0%", "#,##0 \"days\"", "[Red]-0", "General\" h\"", "0\\d", "[$EUR] 0"] {
            assert!(!shows_date(code), "{code}");
        }
    }

    #[test]
    fn signs_that_xml_cannot_hold_come_back() {
        for (text, plain) in
            [("a_x000A_b", "a\nb"), ("_x005F_x000A_", "_x000A_"), ("_x00", "_x00"), ("_xZZZZ_", "_xZZZZ_"), ("_x_x0041_", "_xA")]
        {
            assert_eq!(unescaped(text), plain);
        }
    }

    #[test]
    fn cells_have_a_row_and_a_column() {
        assert_eq!(cell("A1"), Some((0, 0)));
        assert_eq!(cell("AB12"), Some((11, 27)));
        assert_eq!(cell("XFD1048576"), Some((1_048_575, 16_383)));
        for wrong in ["XFE1", "A0", "A1048577", "1", "A", "ABCD1", "A99999999999999999999", "A-1", "A+1"] {
            assert_eq!(cell(wrong), None, "{wrong}");
        }
    }
}
