//! The texts of an explanation.

use super::{Lang, hours, left, moment, since};
use crate::units::{Level, Time};

/// The title.
pub fn title(lang: Lang, scenario: &str) -> String {
    lang.pick(format!("Why: {scenario}"), format!("Waardoor: {scenario}"))
}

/// How a node fared, over its tree.
pub fn fell(lang: Lang, at: Time, lowest: Level, length: &str, order: u32) -> String {
    let (when, left, order) = (moment(lang, at), left(lang, lowest), ordinal(lang, order));
    lang.pick(
        format!("Affected {when}, for {length}, at worst {left}: {order}."),
        format!("{} getroffen, {length} lang, op zijn ergst {left}: {order}.", capital(&when)),
    )
}

fn capital(text: &str) -> String {
    let mut signs = text.chars();
    signs.next().map_or_else(String::new, |first| first.to_uppercase().chain(signs).collect())
}

/// A node that kept working.
pub fn kept_working(lang: Lang, name: &str, horizon: Time) -> String {
    let within = hours(lang, horizon);
    lang.pick(format!("{name} keeps working in full for {within}."), format!("{name} blijft {within} lang volledig werken."))
}

fn ordinal(lang: Lang, order: u32) -> String {
    match order {
        0 => lang.pick("it was hit itself", "zelf getroffen").to_owned(),
        1 => lang.pick("first order", "eerste orde").to_owned(),
        2 => lang.pick("second order", "tweede orde").to_owned(),
        3 => lang.pick("third order", "derde orde").to_owned(),
        more => lang.pick(format!("order {more}"), format!("orde {more}")),
    }
}

/// A loss: when, what, and what was left.
pub fn loss(lang: Lang, at: Time, name: &str, level: Level) -> String {
    format!("{}: {name} {}", capital(&moment(lang, at)), left(lang, level))
}

/// Why: it was hit itself.
pub fn hit(lang: Lang, event: usize) -> String {
    lang.pick(format!("hit by event {event}"), format!("geraakt door gebeurtenis {event}"))
}

/// Why a need was not met: since when it was short, where that was before the loss, and what the buffer did.
pub fn reason(lang: Lang, need: &str, short_since: Option<Time>, buffer: Buffer) -> String {
    let since = short_since.map(|at| format!(" {}", since(lang, at))).unwrap_or_default();
    let short = lang.pick(format!("because it was short of {need}{since}"), format!("want {need} kwam tekort{since}"));
    match buffer {
        Buffer::None => short,
        Buffer::Held(span) => {
            let span = hours(lang, span);
            lang.pick(format!("{short} and its buffer ran out after {span}"), format!("{short} en de buffer was na {span} leeg"))
        }
        Buffer::Empty => lang.pick(format!("{short} and had no buffer left"), format!("{short} en er was geen buffer meer")),
    }
}

/// What a buffer did for a need that was short.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Buffer {
    /// There is none.
    None,
    /// It held for so long.
    Held(Time),
    /// It was empty at once.
    Empty,
}

/// Behind a loss whose causes stand higher up.
pub fn seen_above(lang: Lang) -> &'static str {
    lang.pick(" (see above)", " (zie hierboven)")
}

/// Links that a text leaves out.
pub fn more_links(lang: Lang, more: usize) -> String {
    lang.pick(
        format!("{more} further causes are not shown; --format json has them all."),
        format!("Nog {more} oorzaken staan hier niet; --format json heeft ze allemaal."),
    )
}

/// The heading over what would have helped.
pub fn prevention_heading(lang: Lang) -> &'static str {
    lang.pick("What would have helped (each tried by running it again)", "Wat had geholpen (elk opnieuw doorgerekend)")
}

/// Column heads of what would have helped.
pub fn prevention_heads(lang: Lang) -> [&'static str; 3] {
    lang.pick(["measure", "prevented", "hours lost"], ["maatregel", "voorkomen", "uren verloren"])
}

/// The event left out.
pub fn without_event(lang: Lang, event: usize) -> String {
    lang.pick(format!("event {event} does not happen"), format!("gebeurtenis {event} gebeurt niet"))
}

/// A longer buffer.
pub fn longer_buffer(lang: Lang, need: &str, node: &str, length: Time) -> String {
    let length = hours(lang, length);
    lang.pick(format!("a buffer of {length} for {need} at {node}"), format!("een buffer van {length} voor {need} bij {node}"))
}

/// One more provider.
pub fn second_provider(lang: Lang, need: &str, node: &str) -> String {
    lang.pick(
        format!("an independent second provider of {need} for {node}"),
        format!("een onafhankelijke tweede leverancier van {need} voor {node}"),
    )
}

/// Nothing on the chain helps by itself.
pub fn nothing_helps(lang: Lang) -> &'static str {
    lang.pick("No single measure on this chain helps.", "Geen enkele maatregel in deze keten helpt op zichzelf.")
}
