//! The texts of a classification.

use super::{Lang, count, counted, hours};
use crate::report::language::word::noun;
use crate::units::Time;

/// Headings.
pub mod heading {
    use super::Lang;

    /// The vital nodes, or those that were named.
    pub fn vital(lang: Lang) -> &'static str {
        lang.pick("The verdict, node by node", "Het oordeel, per knoop")
    }

    /// Nodes that are not vital and reach a class.
    pub fn others(lang: Lang) -> &'static str {
        lang.pick("Not vital now, and over a limit", "Nu niet vitaal, en boven een grens")
    }

    /// The amounts.
    pub fn figures(lang: Lang) -> &'static str {
        lang.pick("How much, by criterion", "Hoeveel, per criterium")
    }
}

/// The title.
pub fn title(lang: Lang, scheme: &str) -> String {
    lang.pick(format!("Classification by {scheme}"), format!("Classificatie volgens {scheme}"))
}

/// How it was worked out.
pub fn method(lang: Lang, nodes: u64, within: Time, at_least: u64, with_parts: bool) -> String {
    let (nodes, within) = (counted(lang, nodes, noun::nodes(lang)), hours(lang, within));
    let enough = counted(lang, at_least, lang.pick(("criterion", "criteria"), ("criterium", "criteria")));
    let together = lang.pick(
        ", a process together with its parts (nodes of its own sector that provide to it directly)",
        ", een proces samen met zijn onderdelen (knopen van de eigen sector die er rechtstreeks aan leveren)",
    );
    let must = if at_least == 1 { "moet" } else { "moeten" };
    let parts = if with_parts { together } else { "" };
    lang.pick(
        format!("{nodes}, each lost by itself at the start and for good{parts}; what follows within {within} is held against the limits. {enough} must reach a class."),
        format!("{nodes}, elk apart bij aanvang en blijvend uitgevallen{parts}; wat binnen {within} volgt, is naast de grenzen gelegd. {enough} {must} een klasse halen."),
    )
}

/// How verdicts stand to what is stated: the same, graver, milder, no class.
pub fn counts(lang: Lang, of: u64, [agrees, graver, milder, none]: [u64; 4]) -> String {
    let n = |number| count(lang, number);
    lang.pick(
        format!(
            "Of {} {} {} as stated, {} graver, {} milder; {} would not qualify.",
            counted(lang, of, noun::nodes(lang)),
            n(agrees),
            if agrees == 1 { "comes out" } else { "come out" },
            n(graver),
            n(milder),
            n(none)
        ),
        format!(
            "Van {} {} er {} uit zoals opgegeven, {} zwaarder, {} lichter; {} {} niet in aanmerking komen.",
            counted(lang, of, noun::nodes(lang)),
            if agrees == 1 { "komt" } else { "komen" },
            n(agrees),
            n(graver),
            n(milder),
            n(none),
            if none == 1 { "zou" } else { "zouden" }
        ),
    )
}

/// How many of the criteria are estimated, for the sentence on what came out.
pub fn estimated(lang: Lang, some: u64, all: u64) -> String {
    let (some, all) = (count(lang, some), counted(lang, all, lang.pick(("criterion", "criteria"), ("criterium", "criteria"))));
    lang.pick(format!("{some} of {all} estimated."), format!("{some} van {all} geschat."))
}

/// Criteria of which nothing is known.
pub fn not_estimated(lang: Lang, names: &str) -> String {
    lang.pick(
        format!("Not estimated, for want of amounts: {names}. A node may qualify by what was not looked at."),
        format!("Niet geschat, bij gebrek aan hoeveelheden: {names}. Een knoop kan in aanmerking komen door wat niet is bekeken."),
    )
}

/// Column heads.
pub fn heads(lang: Lang) -> [&'static str; 6] {
    lang.pick(
        ["node", "stated", "found", "decided by", "within another time", "limits x 1/2, x 2"],
        ["knoop", "opgegeven", "gevonden", "bepaald door", "binnen een andere tijd", "grenzen x 1/2, x 2"],
    )
}

/// What the columns mean.
pub fn legend(lang: Lang) -> &'static str {
    lang.pick(
        "Behind a criterion: how many times its limit was reached. The last columns show where the verdict would be another: within another time, and with every limit halved and doubled.",
        "Achter een criterium: hoeveel maal zijn grens is gehaald. De laatste kolommen laten zien waar het oordeel anders zou zijn: binnen een andere tijd, en met elke grens gehalveerd en verdubbeld.",
    )
}

/// A criterion and how many times its limit it is.
pub fn over(lang: Lang, criterion: &str, times: Option<&str>) -> String {
    times.map_or_else(|| criterion.to_owned(), |times| lang.pick(format!("{criterion} {times}x"), format!("{criterion} {times} maal")))
}

/// The nearest limit.
pub fn near(lang: Lang, criterion: &str, times: &str, class: &str) -> String {
    lang.pick(
        format!("nearest: {criterion} {times}x the limit of {class}"),
        format!("meest nabij: {criterion} {times}x de grens van {class}"),
    )
}

/// No criterion that is estimated is touched.
pub fn nothing(lang: Lang) -> &'static str {
    lang.pick("reaches no limit of what is estimated", "haalt geen grens van wat geschat is")
}

/// The verdict does not move.
pub fn same(lang: Lang) -> &'static str {
    lang.pick("the same", "gelijk")
}

/// Nodes that a text leaves out.
pub fn more(lang: Lang, more: u64) -> String {
    let more = counted(lang, more, noun::nodes(lang));
    lang.pick(format!("{more} more; --top shows them."), format!("Nog {more}; --top toont ze."))
}

/// The head of the nodes.
pub fn node(lang: Lang) -> &'static str {
    lang.pick("node", "knoop")
}

/// The scheme has no limits.
pub fn no_limits(lang: Lang) -> &'static str {
    lang.pick(
        "This scheme names criteria and sets no limits: what is significant is for whoever applies it.",
        "Dit stelsel noemt criteria en stelt geen grenzen: wat significant is, is aan wie het toepast.",
    )
}

/// There is nothing to classify by.
pub fn no_scheme(lang: Lang, asked: Option<&str>, known: &str) -> String {
    match asked {
        Some(asked) => lang.pick(
            format!("there is no scheme '{asked}' in the criteria; there is: {known}"),
            format!("er is geen stelsel '{asked}' bij de criteria; er is: {known}"),
        ),
        None => lang
            .pick(
                "the network has no criteria with limits: add criteria.csv",
                "het netwerk heeft geen criteria met grenzen: voeg criteria.csv toe",
            )
            .to_owned(),
    }
}

/// The user interrupted.
pub fn interrupted(lang: Lang, done: u64, of: u64) -> String {
    let (done, of) = (count(lang, done), count(lang, of));
    lang.pick(
        format!("Stopped early: {done} of {of} nodes were worked out. What is shown is right; others may be missing."),
        format!("Voortijdig gestopt: {done} van {of} knopen zijn doorgerekend. Wat er staat klopt; er kunnen andere ontbreken."),
    )
}
