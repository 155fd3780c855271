//! The texts of a comparison that a director reads, and of its pictures.

use crate::report::language::{Lang, apart, count, hours, number};
use crate::units::Time;

/// What kind of document it is.
pub fn kind(lang: Lang) -> &'static str {
    lang.pick("Comparison", "Vergelijking")
}

/// Which side is which.
pub fn sides(lang: Lang, a: &str, b: &str) -> String {
    lang.pick(format!("A is {a}, B is {b}: this network."), format!("A is {a}, B is {b}: dit netwerk."))
}

/// The hours lost on both sides, by their names.
pub fn lead_hours(lang: Lang, [a, b]: [&str; 2], [before, after]: [f64; 2], is_luck: bool) -> String {
    if (after - before).abs() < 1e-9 {
        let all = number(lang, after);
        return lang.pick(
            format!("{a} and {b} both lose {all} hours, all nodes added up."),
            format!("{a} en {b} verliezen beide {all} uur, alle knopen samen."),
        );
    }
    let percent = (after / before - 1.0) * 100.0;
    // Of nothing there is no part, and a part that rounds to nothing says nothing.
    let part = if before > 0.0 && percent.abs() >= 0.5 { format!(" ({percent:+.0}%)") } else { String::new() };
    let more = if after > before { lang.pick("more", "meer") } else { lang.pick("less", "minder") };
    let [of_a, all, moved] = apart(lang, before, after);
    let moved = moved.trim_start_matches(['+', '-']);
    let told = lang.pick(
        format!("{b} loses {all} hours, all nodes added up: {moved} {more} than the {of_a} of {a}{part}."),
        format!("{b} verliest {all} uur, alle knopen samen: {moved} {more} dan de {of_a} van {a}{part}."),
    );
    if !is_luck {
        return told;
    }
    let luck = lang
        .pick("The samples cannot tell that difference from chance.", "In de trekkingen is dat verschil niet van toeval te onderscheiden.");
    format!("{told} {luck}")
}

/// Single points of failure that came and went, by name.
pub fn lead_points(lang: Lang, came: &str, went: &str) -> String {
    let new = lang.pick(format!("New single points of failure: {came}."), format!("Nieuwe enkelvoudige storingspunten: {came}."));
    let gone =
        lang.pick(format!("No longer single points of failure: {went}."), format!("Niet langer enkelvoudige storingspunten: {went}."));
    match (came.is_empty(), went.is_empty()) {
        (true, true) => lang.pick("The single points of failure are the same.", "De enkelvoudige storingspunten zijn dezelfde.").to_owned(),
        (false, true) => new,
        (true, false) => gone,
        (false, false) => format!("{new} {gone}"),
    }
}

/// The change that does most by itself.
pub fn foremost(lang: Lang, unit: &str, cells: &str, figure: &str, moved: &str) -> String {
    let cells = if cells.is_empty() { String::new() } else { format!(" ({cells})") };
    lang.pick(
        format!("The change that does most by itself: {unit}{cells}; {figure} {moved}."),
        format!("De wijziging die op zichzelf het meeste doet: {unit}{cells}; {figure} {moved}."),
    )
}

/// A value on both sides.
pub fn from_to(lang: Lang, before: f64, after: f64) -> String {
    let [before, after] = both(lang, Some(before), Some(after)).map(Option::unwrap_or_default);
    if before == after { before } else { format!("{before} → {after}") }
}

/// Values on both sides, with the digits that show how far they are apart.
pub fn both(lang: Lang, before: Option<f64>, after: Option<f64>) -> [Option<String>; 2] {
    match (before, after) {
        (Some(before), Some(after)) if (after - before).abs() >= 1e-9 => {
            let [before, after, _] = apart(lang, before, after);
            [Some(before), Some(after)]
        }
        _ => [before, after].map(|value| value.map(|value| number(lang, value))),
    }
}

/// By how much a value moved.
pub fn moved(lang: Lang, before: Option<f64>, after: Option<f64>) -> String {
    match (before, after) {
        (None, _) => lang.pick("new", "nieuw").to_owned(),
        (_, None) => lang.pick("gone", "verdwenen").to_owned(),
        (Some(before), Some(after)) if (after - before).abs() < 1e-9 => lang.pick("the same", "gelijk").to_owned(),
        (Some(before), Some(after)) => {
            let [_, _, moved] = apart(lang, before, after);
            moved
        }
    }
}

/// Nothing moved in any of the samples.
pub fn same_in_all(lang: Lang) -> &'static str {
    lang.pick("the same in every sample", "in elke trekking gelijk")
}

/// How many came and went.
pub fn came_went(lang: Lang, came: u64, went: u64) -> String {
    let (came, went) = (count(lang, came), count(lang, went));
    lang.pick(format!("{came} new, {went} gone"), format!("{came} nieuw, {went} verdwenen"))
}

/// What the ranking is of.
pub fn within(lang: Lang, within: Time) -> String {
    let within = hours(lang, within);
    lang.pick(
        format!("Of every node what its lasting loss brings down within {within}, on both sides."),
        format!("Van elke knoop wat zijn blijvende uitval binnen {within} meeneemt, aan beide kanten."),
    )
}

/// Places on both sides.
pub fn rank_note(lang: Lang, before: Option<u64>, after: Option<u64>) -> String {
    let shown = |rank: u64| count(lang, rank);
    match (before.map(shown), after.map(shown)) {
        (Some(before), Some(after)) if before == after => lang.pick(format!("rank {before}"), format!("plaats {before}")),
        (Some(before), Some(after)) => lang.pick(format!("rank {before} → {after}"), format!("plaats {before} → {after}")),
        (None, Some(after)) => lang.pick(format!("new, rank {after}"), format!("nieuw, plaats {after}")),
        (Some(before), None) => lang.pick(format!("gone, was rank {before}"), format!("verdwenen, was plaats {before}")),
        (None, None) => String::new(),
    }
}

/// The title of the picture of the ranking.
pub fn ranks_title(lang: Lang, criterion: &str) -> String {
    lang.pick(format!("Whose loss weighs more or less: {criterion}"), format!("Wiens uitval zwaarder of lichter weegt: {criterion}"))
}

/// The title of the picture of the scenario.
pub fn losses_title(lang: Lang) -> &'static str {
    lang.pick("Who loses more or less in the scenario", "Wie in het scenario meer of minder verliest")
}

/// What is told of the nodes in the scenario.
pub fn losses_method(lang: Lang) -> &'static str {
    lang.pick(
        "Of each node the hours lost on both sides, where they differ.",
        "Van elke knoop de verloren uren aan beide kanten, waar die verschillen.",
    )
}

/// What is to be seen.
pub fn alternative(lang: Lang, rows: u64, first: &str, before: &str, after: &str) -> String {
    let rows = count(lang, rows);
    lang.pick(
        format!("For {rows} nodes the value in A as an open dot and in B as a filled dot. The largest change is that of {first}: from {before} to {after}."),
        format!("Voor {rows} knopen de waarde in A als open stip en in B als dichte stip. De grootste verandering is die van {first}: van {before} naar {after}."),
    )
}

/// Values on both sides in words.
pub fn tip(lang: Lang, name: &str, before: &str, after: &str) -> String {
    lang.pick(format!("{name}: {before} in A, {after} in B"), format!("{name}: {before} in A, {after} in B"))
}

/// Rows that are not drawn.
pub fn not_drawn(lang: Lang, drawn: u64, more: u64) -> String {
    let (drawn, more) = (count(lang, drawn), count(lang, more));
    lang.pick(
        format!("The {drawn} that changed most are drawn; {more} more changed."),
        format!("De {drawn} die het meest veranderden zijn getekend; er veranderden er nog {more}."),
    )
}

/// A line over rows that are folded away.
pub fn folded(lang: Lang, rows: u64) -> String {
    let rows = count(lang, rows);
    lang.pick(format!("{rows} rows: those that are new, gone or changed"), format!("{rows} rijen: die nieuw, weg of gewijzigd zijn"))
}
