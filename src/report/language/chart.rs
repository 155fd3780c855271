//! The texts of a chart.

use super::{Lang, count, hours};
use crate::units::Time;

/// The bands of the scale, from nothing left to almost all.
pub fn bands(lang: Lang) -> [&'static str; 5] {
    lang.pick(
        ["out: nothing left", "up to 25% left", "25-50% left", "50-75% left", "75% or more left"],
        ["uit: niets over", "tot 25% over", "25-50% over", "50-75% over", "75% of meer over"],
    )
}

/// What the numbers in front of the bars are.
pub fn order_note(lang: Lang) -> &'static str {
    lang.pick(
        "Number before a bar: 0 was hit itself, 1 needs what was hit, and so on. Dashed line: an event.",
        "Getal voor een balk: 0 is zelf getroffen, 1 heeft nodig wat getroffen is, enzovoort. Streeplijn: een gebeurtenis.",
    )
}

/// A sector in place of its nodes.
pub fn sector(lang: Lang, sector: &str, affected: u64, of: u64) -> String {
    let (affected, of) = (count(lang, affected), count(lang, of));
    lang.pick(format!("{sector} ({affected} of {of} affected)"), format!("{sector} ({affected} van {of} getroffen)"))
}

/// What a bar of a sector shows.
pub fn sector_note(lang: Lang) -> &'static str {
    lang.pick(
        "Each bar shows the mean over all nodes of a sector. Dashed line: an event.",
        "Elke balk toont het gemiddelde over alle knopen van een sector. Streeplijn: een gebeurtenis.",
    )
}

/// The axis ends before the horizon.
pub fn cut(lang: Lang, until: Time, horizon: Time) -> String {
    let (until, horizon) = (hours(lang, until), hours(lang, horizon));
    lang.pick(
        format!("Nothing changes between {until} and the horizon of {horizon}."),
        format!("Tussen {until} en de horizon van {horizon} verandert er niets."),
    )
}

/// Nodes without a sector.
pub fn no_sector(lang: Lang) -> &'static str {
    lang.pick("no sector", "geen sector")
}

/// A network that says of itself that it is illustrative.
pub fn illustrative(lang: Lang) -> &'static str {
    lang.pick(
        "Illustrative network: not for decisions about real organisations.",
        "Illustratief netwerk: niet bedoeld voor besluiten over echte organisaties.",
    )
}
