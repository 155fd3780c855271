//! The texts of impact: amounts, classes, interests.

use super::{Lang, amount, count, counted, hours};
use crate::network::Gauge;
use crate::units::Time;

/// Headings.
pub mod heading {
    use super::Lang;

    /// The amounts and their classes.
    pub fn impact(lang: Lang) -> &'static str {
        lang.pick("What it means for people and society", "Wat het betekent voor mensen en samenleving")
    }
}

/// Column heads of the criteria.
pub fn heads(lang: Lang) -> [&'static str; 5] {
    lang.pick(
        ["criterion", "how much", "scheme", "class", "to a graver class"],
        ["criterium", "hoeveel", "stelsel", "klasse", "tot een zwaardere klasse"],
    )
}

/// Column heads of the criteria over samples.
pub fn sampled_heads(lang: Lang) -> [&'static str; 4] {
    lang.pick(["criterion", "how much", "scheme", "classes"], ["criterium", "hoeveel", "stelsel", "klassen"])
}

/// Column heads of the interests.
pub fn interest_heads(lang: Lang) -> [&'static str; 4] {
    lang.pick(["interest", "class", "decided by", "criteria estimated"], ["belang", "klasse", "bepaald door", "criteria geschat"])
}

/// An amount with what it counts, and how it is measured.
pub fn how_much(lang: Lang, value: &str, unit: Option<&str>, gauge: Gauge, duration: Option<Time>) -> String {
    let value = unit.map_or_else(|| value.to_owned(), |unit| format!("{value} {unit}"));
    match (gauge, duration) {
        (Gauge::Peak, _) => value + lang.pick(" at once", " tegelijk"),
        (Gauge::Beyond, Some(duration)) if duration > Time::ZERO => {
            let duration = hours(lang, duration);
            lang.pick(format!("{value} for more than {duration}"), format!("{value} langer dan {duration}"))
        }
        _ => value,
    }
}

/// A class, marked where its limits are not sure.
pub fn class(lang: Lang, class: Option<&str>, verified: bool) -> String {
    let class = class.unwrap_or(lang.pick("below every limit", "onder elke grens"));
    if verified { class.to_owned() } else { format!("{class} ?") }
}

/// The limit of the next class, and how much of it there is.
pub fn next(lang: Lang, class: &str, (from, unit): (f64, Option<&str>), duration: Option<Time>, part: Option<&str>) -> String {
    let from = unit.map_or_else(|| amount(lang, from), |unit| format!("{} {unit}", amount(lang, from)));
    let longer = duration.map_or_else(String::new, |duration| {
        let duration = hours(lang, duration);
        lang.pick(format!(", more than {duration}"), format!(", langer dan {duration}"))
    });
    let from = lang.pick(format!("{class} from {from}{longer}"), format!("{class} vanaf {from}{longer}"));
    match part {
        None => from,
        Some("0%") => lang.pick(format!("{from}; now 0"), format!("{from}; nu 0")),
        Some(part) => lang.pick(format!("{from}; now {part} of that"), format!("{from}; nu {part} daarvan")),
    }
}

/// Limits for a duration that the run does not reach.
pub fn unseen(lang: Lang, from: Time, horizon: Time) -> String {
    let (from, horizon) = (hours(lang, from), hours(lang, horizon));
    lang.pick(
        format!("Limits for losses of {from} and longer were not looked at: the horizon is {horizon}. A longer one (--horizon) may give a graver class."),
        format!("Grenzen voor uitval van {from} en langer zijn niet bekeken: de horizon is {horizon}. Een langere (--horizon) kan een zwaardere klasse geven."),
    )
}

/// What the question mark behind a class means.
pub fn unverified(lang: Lang) -> &'static str {
    lang.pick(
        "? The limits behind this class are recalled or of low confidence: check them at the source before you quote the class.",
        "? De grenzen achter deze klasse zijn uit het geheugen of van lage zekerheid: controleer ze bij de bron voor je de klasse aanhaalt.",
    )
}

/// How many of the amounts are not sure.
pub fn unsure(lang: Lang, unsure: u64, of: u64) -> String {
    let gevolg = ("gevolg", "gevolgen");
    let (unsure, of) = (count(lang, unsure), counted(lang, of, lang.pick(("amount", "amounts"), gevolg)));
    lang.pick(
        format!("{of} were added up; of {unsure} the confidence is low or not stated."),
        format!("{of} zijn opgeteld; van {unsure} is de zekerheid laag of niet opgegeven."),
    )
}

/// Nothing that has amounts lost function.
pub fn nothing(lang: Lang) -> &'static str {
    lang.pick("Nothing that the table of impacts names loses function.", "Niets wat de tabel van gevolgen noemt, verliest functie.")
}

/// Nothing was measured for an interest.
pub fn not_estimated(lang: Lang) -> &'static str {
    lang.pick("not estimated", "niet geschat")
}

/// So many of so many.
pub fn of(lang: Lang, some: u32, all: u32) -> String {
    let (some, all) = (count(lang, u64::from(some)), count(lang, u64::from(all)));
    lang.pick(format!("{some} of {all}"), format!("{some} van {all}"))
}

/// Whose classes of interests are shown.
pub fn interests(lang: Lang, scheme: &str) -> String {
    lang.pick(
        format!("By interest ({scheme}); what is not estimated is not nothing:"),
        format!("Per belang ({scheme}); wat niet geschat is, is niet niets:"),
    )
}

/// A share of the samples in a class.
pub fn share(class: &str, share: &str) -> String {
    format!("{class} {share}")
}
