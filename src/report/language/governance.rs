//! The texts of the view per ministry, supervisor or region.

use super::word::{column, noun};
use super::{Lang, count, counted, moment};
use crate::units::Time;

/// The title.
pub fn title(lang: Lang, by: &str, scenario: Option<&str>) -> String {
    let by = column(lang, by);
    let scenario = scenario.map_or_else(String::new, |scenario| format!(": {scenario}"));
    lang.pick(format!("Who must be called, by {by}{scenario}"), format!("Wie gebeld moet worden, per {by}{scenario}"))
}

/// What was found, in short.
pub fn summary(lang: Lang, parties: u64, affected: u64, by: &str) -> String {
    let (nodes, parties, by) = (counted(lang, affected, noun::nodes(lang)), count(lang, parties), column(lang, by));
    lang.pick(
        format!("{nodes} affected, under {parties} different values of {by}. The first to be hit stands first; within each, in the order in which it falls."),
        format!("{nodes} geraakt, onder {parties} verschillende waarden van {by}. Wie het eerst geraakt wordt staat bovenaan; daarbinnen in volgorde van uitval."),
    )
}

/// The heading of a party.
pub fn party(lang: Lang, value: Option<&str>, affected: u64, first: Time) -> String {
    let value = value.unwrap_or(lang.pick("nothing stated", "niets vermeld"));
    let nodes = counted(lang, affected, noun::nodes(lang));
    let first = moment(lang, first);
    lang.pick(format!("{value}: {nodes}, first {first}"), format!("{value}: {nodes}, eerste {first}"))
}

/// Column heads.
pub fn heads(lang: Lang) -> [&'static str; 5] {
    lang.pick(["at", "what", "operator", "lowest", "hours lost"], ["na", "wat", "aanbieder", "laagste", "uren verloren"])
}
