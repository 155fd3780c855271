//! Parts that the words of several findings share.

use super::super::{Lang, list, number};
use crate::diagnostic::Finding as F;
use crate::network::nearest;

/// What a column allows, from its sign language: `0..1`, `>0..1`, `0..`, `0..1000000 h`.
pub(super) fn range(lang: Lang, allowed: &str) -> String {
    let (low, high) = allowed.split_once("..").unwrap_or((allowed, ""));
    let to = lang.pick("to", "tot en met");
    match (low.strip_prefix('>'), high) {
        (_, "") => lang.pick(format!("{low} or more"), format!("{low} of meer")),
        (Some(low), _) => lang.pick(format!("above {low}, up to {high}"), format!("boven {low}, tot en met {high}")),
        (None, "1000000 h") => lang.pick("0 to 1,000,000 h".to_owned(), "0 tot en met 1.000.000 uur".to_owned()),
        (None, _) => format!("{low} {to} {high}"),
    }
}

/// `did you mean 'x'?`, or another piece of advice where nothing comes near.
pub(super) fn near(lang: Lang, nearest: Option<&String>, otherwise: &str) -> String {
    match nearest {
        Some(word) => lang.pick(format!("did you mean '{word}'?"), format!("bedoel je '{word}'?")),
        None => otherwise.to_owned(),
    }
}

/// `did you mean 'x'?` where a word comes near, and in any case the words that are known.
pub(super) fn known(lang: Lang, nearest: Option<&String>, intro: &str, words: &[String]) -> String {
    let all = format!("{intro}: {}", list(lang, words, 20));
    match nearest {
        Some(_) => format!("{} {all}", near(lang, nearest, "")),
        None => all,
    }
}

/// The scenarios there are, the nearest first.
pub(super) fn scenarios(lang: Lang, name: &str, all: &[String]) -> String {
    if all.is_empty() {
        let (english, dutch) =
            ("name a file; this network has no scenarios folder", "noem een bestand; dit netwerk heeft geen map scenarios");
        return lang.pick(english, dutch).to_owned();
    }
    let nearest = nearest(name, all.iter().map(String::as_str));
    known(lang, nearest.as_ref(), lang.pick("scenarios of this network", "scenario's van dit netwerk"), all)
}

/// What the system said, without its number and in the language where it is a common one.
pub(super) fn reason(lang: Lang, reason: &str) -> String {
    let text = reason.split(" (os error").next().unwrap_or(reason);
    match text {
        "No such file or directory" | "entity not found" => lang.pick("there is no such file or folder", "zo'n bestand of map is er niet"),
        "Permission denied" | "permission denied" => lang.pick("you may not read it", "je mag het niet lezen"),
        "is a directory" | "Is a directory" => lang.pick("it is a folder, not a file", "het is een map, geen bestand"),
        "unexpected end of file" => lang.pick("it changed while it was being read", "het veranderde tijdens het lezen"),
        other => return other.to_owned(),
    }
    .to_owned()
}

/// What a value in a scenario must be.
pub(super) fn expected(lang: Lang, expected: &str) -> &str {
    match expected {
        "conclusion" => lang.pick(
            "'NODE falls', 'NODE is lost', 'NODE cannot fall' or 'NODE in top N'",
            "'KNOOP valt', 'KNOOP valt geheel uit', 'KNOOP kan niet uitvallen' of 'KNOOP in de top N'",
        ),
        "text" => lang.pick("a text between quotes", "een tekst tussen aanhalingstekens"),
        "boolean" => lang.pick("true or false", "true of false"),
        "number" => lang.pick("one number", "één getal"),
        "range" => lang.pick("two numbers [low, high]", "twee getallen [laag, hoog]"),
        "tables" => lang.pick("a block that begins with [[event]] or [[expect]]", "een blok dat begint met [[event]] of [[expect]]"),
        "degraded" => lang.pick("left out unless state = \"degraded\"", "weggelaten, tenzij state = \"degraded\""),
        "NODE:need" => {
            lang.pick("a node and one of its needs, as in \"NODE:need\"", "een knoop en een van zijn behoeften, zoals \"KNOOP:behoefte\"")
        }
        "SELECTOR@at_h" => {
            lang.pick("a selector and a moment in hours, as in \"all@36\"", "een selectie en een moment in uren, zoals \"all@36\"")
        }
        "{owner, owned, share}" => lang.pick(
            "who acquires how much of whom, as in { owner = \"FUND\", owned = \"GRID-BV\", share = 0.6 }",
            "wie hoeveel van wie overneemt, zoals { owner = \"FONDS\", owned = \"NET-BV\", share = 0.6 }",
        ),
        other => other,
    }
}

/// Bytes as people write them.
pub(super) fn size(lang: Lang, bytes: u64) -> String {
    let (unit, size) =
        [("GiB", 1_u64 << 30), ("MiB", 1 << 20), ("KiB", 1 << 10)].into_iter().find(|(_, size)| bytes >= *size).unwrap_or(("B", 1));
    format!("{} {unit}", number(lang, bytes as f64 / size as f64))
}

/// A delimiter by its name.
pub(super) fn delimiter(lang: Lang, sign: char) -> &'static str {
    match sign {
        ';' => lang.pick("semicolons", "puntkomma's"),
        '\t' => lang.pick("tabs", "tabs"),
        ',' => lang.pick("commas", "komma's"),
        _ => lang.pick("another sign", "een ander teken"),
    }
}

/// A part of a whole as a percentage.
pub(super) fn percent(lang: Lang, part: f64) -> String {
    format!("{} %", number(lang, part * 100.0))
}

/// More than a whole in percent, with as many digits as show that it is: `100.01 %`.
pub(super) fn above_whole(lang: Lang, part: f64) -> String {
    let percentage = part * 100.0;
    if libm::round(percentage) > 100.0 {
        return percent(lang, part);
    }
    let text = format!("{percentage:.4}");
    let text = text.trim_end_matches('0');
    format!("{} %", lang.pick(text.to_owned(), text.replace('.', ",")))
}

/// Whether a number that must lie between 0 and 1 seems to be a percentage.
pub(super) fn is_percentage(text: &str, allowed: &str) -> bool {
    let number = text.replace(',', ".").parse::<f64>().unwrap_or(0.0);
    allowed.ends_with("..1") && number > 1.0 && number <= 100.0
}

/// Whether a cell seems to hold a number with its unit: `4 h`, `4 uur`, `60%`.
pub(super) fn has_unit(text: &str) -> bool {
    text.starts_with(|sign: char| sign.is_ascii_digit()) && text.ends_with(|sign: char| sign.is_alphabetic() || sign == '%')
}

/// The time with a unit behind a selector, as in `NODE+10u` or `NODE@2 h`, where a number of hours must stand.
pub(super) fn timed(finding: &F) -> Option<&str> {
    const UNITS: [&str; 14] = ["h", "hour", "hours", "u", "uur", "uren", "min", "m", "d", "day", "days", "dag", "dagen", "week"];
    let (F::NothingSelected { selector: text, .. } | F::UnknownNode { id: text, .. }) = finding else { return None };
    let at = text.rfind(['+', '@']).filter(|&at| at > 0)?;
    let (number, unit) = text[at + 1..].split_at(text[at + 1..].find(char::is_alphabetic)?);
    let is_number = number.trim().replace(',', ".").parse::<f64>().is_ok();
    (is_number && UNITS.contains(&unit.to_lowercase().as_str())).then_some(&text[at..])
}

/// A supply that is short of a whole, with as many digits as show that it is.
pub(super) fn supplied(lang: Lang, supply: f64) -> String {
    let text = if supply < 0.995 { format!("{supply:.2}") } else { format!("{supply:.6}") };
    lang.pick(text.clone(), text.replace('.', ","))
}

#[cfg(test)]
mod tests {
    use super::{Lang, above_whole};

    #[test]
    fn what_is_more_than_a_whole_is_never_shown_as_a_whole() {
        let shown = |total| above_whole(Lang::English, total);
        assert_eq!([1.0001, 1.000_02, 1.3].map(shown), ["100.01 %", "100.002 %", "130 %"]);
        assert_eq!(above_whole(Lang::Dutch, 1.0001), "100,01 %");
    }
}
