//! The texts of the risk diagram.

use super::{Lang, count, counted, hours, list};
use crate::units::{HOUR_MS, Time};

/// Its title.
pub fn title(lang: Lang) -> &'static str {
    lang.pick("Risk diagram: likelihood and impact", "Risicodiagram: waarschijnlijkheid en impact")
}

/// What is to be seen in it.
pub fn alternative(lang: Lang, marks: u64, first: &str, impact: &str, likelihood: &str) -> String {
    let marks = counted(lang, marks, lang.pick(("mark", "marks"), ("punt", "punten")));
    lang.pick(
        format!("{marks}. The gravest is {first}: impact {impact}, likelihood {likelihood}."),
        format!("{marks}. Het zwaarst is {first}: impact {impact}, waarschijnlijkheid {likelihood}."),
    )
}

/// What the scale across is of.
pub fn across(lang: Lang, scheme: &str, periods: &[Time]) -> String {
    let periods: Vec<String> = periods.iter().map(|&period| exact(lang, period)).collect();
    let periods = periods.join(", ");
    lang.pick(
        format!("likelihood within {periods}, classes of {scheme}"),
        format!("waarschijnlijkheid binnen {periods}, klassen van {scheme}"),
    )
}

/// What the scale upwards is of.
pub fn upwards(lang: Lang, scheme: &str) -> String {
    lang.pick(format!("impact, {scheme}"), format!("impact, {scheme}"))
}

/// Column heads.
pub fn heads(lang: Lang) -> [&'static str; 6] {
    lang.pick(
        ["mark", "of what", "impact", "likelihood", "probability", "source of the likelihood"],
        ["punt", "waarvan", "impact", "waarschijnlijkheid", "kans", "bron van de waarschijnlijkheid"],
    )
}

/// A class, and from which to which it may be.
pub fn class(lang: Lang, class: &str, (low, high): (&str, &str), verified: bool) -> String {
    let between = if low == high { String::new() } else { lang.pick(format!(" ({low} to {high})"), format!(" ({low} tot {high})")) };
    if verified { format!("{class}{between}") } else { format!("{class}{between} ?") }
}

/// What the marks mean.
pub fn note(lang: Lang) -> &'static str {
    lang.pick(
        "The likelihood is what the scenario states, with its source; the impact is what was worked out here. A line runs from the class of the 5th to that of the 95th percentile of the probability. No square has a colour: what is bearable is not for a diagram to say.",
        "De waarschijnlijkheid is wat het scenario opgeeft, met de bron; de impact is hier berekend. Een lijn loopt van de klasse van het 5e naar die van het 95e percentiel van de kans. Geen vak heeft een kleur: wat draaglijk is, zegt een diagram niet.",
    )
}

/// Not everything behind a class is sure.
pub fn unverified(lang: Lang) -> &'static str {
    lang.pick(
        "? The likelihood or a limit behind the class is recalled or of low confidence: check it at the source before you quote it.",
        "? De waarschijnlijkheid of een grens achter de klasse is uit het geheugen of van lage zekerheid: controleer haar bij de bron voor je haar aanhaalt.",
    )
}

/// Why there is no diagram.
pub fn no_likelihood(lang: Lang) -> &'static str {
    lang.pick(
        "The scenario states no likelihood with a source, so it has no place in a risk diagram.",
        "Het scenario geeft geen waarschijnlijkheid met een bron, en heeft dus geen plaats in een risicodiagram.",
    )
}

/// No limits suit the period.
pub fn no_limits(lang: Lang, period: Time) -> String {
    let period = exact(lang, period);
    lang.pick(
        format!("The scenario states a likelihood within {period}; the criteria have no limits for that period, so it has no place in a risk diagram."),
        format!("Het scenario geeft een waarschijnlijkheid binnen {period}; de criteria hebben geen grenzen voor die periode, dus het heeft geen plaats in een risicodiagram."),
    )
}

/// A period as it was stated: four years are not 1,500 days.
fn exact(lang: Lang, period: Time) -> String {
    if period.ms() % HOUR_MS > 0 {
        return hours(lang, period);
    }
    format!("{} {}", count(lang, (period.ms() / HOUR_MS) as u64), lang.pick("h", "uur"))
}

/// How many scenarios state nothing; empty where all do.
pub fn without(lang: Lang, without: u64) -> String {
    if without == 0 {
        return String::new();
    }
    let without = count(lang, without);
    lang.pick(
        format!("Scenarios without a likelihood that has a source and suiting limits, or without an impact in a class: {without}. They are not shown."),
        format!("Scenario's zonder waarschijnlijkheid met bron en passende grenzen, of zonder impact in een klasse: {without}. Ze staan er niet in."),
    )
}

/// Which scenarios could not be read; empty where all could.
pub fn faulty(lang: Lang, names: &[String]) -> String {
    const MOST: usize = 12;
    if names.is_empty() {
        return String::new();
    }
    let names = list(lang, names, MOST);
    lang.pick(
        format!("Scenarios with faults, of which nothing is known here: {names}. `simulate --scenario NAME` tells the faults."),
        format!("Scenario's met fouten, waarvan hier niets bekend is: {names}. `simulate --scenario NAAM` noemt de fouten."),
    )
}
