//! The texts of critical sets.

use super::quantity::{self, at_least};
use super::{Lang, count, hours};
use crate::units::Time;

/// What sets are made of.
enum Kind {
    Losses,
    Events,
}

impl Kind {
    const fn of(of_events: bool) -> Self {
        if of_events { Self::Events } else { Self::Losses }
    }
}

/// The title.
pub fn title(lang: Lang, size: usize, of_events: bool) -> String {
    match Kind::of(of_events) {
        Kind::Losses => {
            lang.pick(format!("What is most critical: {size} lost together"), format!("Wat het meest kritiek is: {size} samen uit"))
        }
        Kind::Events => lang.pick(format!("Small operations: {size} together"), format!("Kleine operaties: {size} samen")),
    }
}

/// What was done.
pub fn method(lang: Lang, items: u64, size: usize, within: Time, criterion: &str, of_events: bool, all: bool) -> String {
    let (items, within) = (count(lang, items), hours(lang, within));
    let every = if all { format!("Every {size}") } else { format!("Sets of {size}") };
    let telkens = if all { "telkens " } else { "" };
    match Kind::of(of_events) {
        Kind::Losses => lang.pick(
            format!("{every} of {items} initiators are lost at 0 h and stay lost; what else falls within {within} is counted, the initiators left out. The order is by {criterion}."),
            format!("Van {items} mogelijke oorzaken vallen er {telkens}{size} samen blijvend uit; geteld is wat daarna binnen {within} nog meer uitvalt, zonder de oorzaken zelf. Volgorde: {criterion}."),
        ),
        Kind::Events => lang.pick(
            format!("{every} of {items} events happen together, each for its own time; all that falls within {within} is counted. The order is by {criterion}."),
            format!("Van {items} gebeurtenissen gebeuren er {telkens}{size} samen, elk met haar eigen duur; geteld is al wat binnen {within} uitvalt. Volgorde: {criterion}."),
        ),
    }
}

/// There are fewer items than a set has.
pub fn too_few(lang: Lang, items: u64, size: usize, of_events: bool) -> String {
    let is_one = items == 1;
    let items = count(lang, items);
    match Kind::of(of_events) {
        Kind::Losses => lang.pick(
            format!("There {} {items} to choose from, so there is no set of {size}.", if is_one { "is only" } else { "are only" }),
            format!(
                "Er {} {items} om uit te kiezen, dus er is geen combinatie van {size}.",
                if is_one { "is er maar" } else { "zijn er maar" }
            ),
        ),
        Kind::Events => lang.pick(
            format!(
                "Only {items} {}, so there is no set of {size}.",
                if is_one { "event happens by itself" } else { "events happen by themselves" }
            ),
            format!(
                "Er {} maar {items} {} zelf iets {}, dus er is geen combinatie van {size}.",
                if is_one { "is" } else { "zijn" },
                if is_one { "gebeurtenis die" } else { "gebeurtenissen die" },
                if is_one { "doet" } else { "doen" }
            ),
        ),
    }
}

/// Events that are no items.
pub fn held(lang: Lang) -> &'static str {
    lang.pick(
        "Measures and acquisitions of the scenario hold for every set and are not combined themselves.",
        "Maatregelen en overnames uit het scenario gelden voor elke combinatie en worden zelf niet gecombineerd.",
    )
}

/// Not every set was followed.
pub fn beyond_budget(lang: Lang, done: u64) -> String {
    let done = count(lang, done);
    lang.pick(
        format!("There are too many sets to follow them all: these are the worst of {done} that contain one of the worst smaller sets. A worse one may be missing."),
        format!("Er zijn te veel combinaties om alle te volgen: dit zijn de ergste van {done} die een van de ergste kleinere bevatten. Een ergere kan ontbreken."),
    )
}

/// How bad a set can be at most.
pub fn bound(lang: Lang, worst: f64, at_most: f64) -> String {
    let part = if at_most > 0.0 { worst / at_most * 100.0 } else { 100.0 };
    let (worst, at_most, part) = (at_least(lang, worst), quantity::at_most(lang, at_most), at_least(lang, part));
    lang.pick(
        format!("The worst that was found scores {worst}; no set can score more than {at_most}. What was found is at least {part}% of the worst there is."),
        format!("De ergste gevonden combinatie scoort {worst}; geen enkele kan meer dan {at_most} scoren. Gevonden is minstens {part}% van de ergste die er is."),
    )
}

/// Most sets did not have to be followed.
pub fn settled(lang: Lang, sets: u64, followed: u64) -> String {
    let (sets, followed) = (count(lang, sets), count(lang, followed));
    lang.pick(
        format!("Of {sets} sets {followed} were followed; what single losses prove settles the others, so no worse one is missing."),
        format!(
            "Van {sets} combinaties zijn er {followed} gevolgd; wat enkele uitval bewijst, beslist de andere, dus er ontbreekt geen ergere."
        ),
    )
}

/// The search was stopped.
pub fn interrupted(lang: Lang, done: u64) -> String {
    let done = count(lang, done);
    lang.pick(
        format!("Stopped early, after {done} sets. A worse one may be missing."),
        format!("Voortijdig gestopt, na {done} combinaties. Een ergere kan ontbreken."),
    )
}

/// Column heads.
pub fn heads(lang: Lang) -> [&'static str; 8] {
    lang.pick(
        ["rank", "what together", "score", "sum of each alone", "worse by", "processes lost", "nodes affected", "hours lost"],
        ["rang", "wat samen", "score", "som van elk apart", "erger met", "processen uit", "knopen geraakt", "uren verloren"],
    )
}

/// An event by its number.
pub fn event(lang: Lang, number: &str) -> String {
    lang.pick(format!("event {number}"), format!("gebeurtenis {number}"))
}

/// What the columns mean.
pub fn legend(lang: Lang) -> &'static str {
    lang.pick(
        "Worse by: the score together less the scores of each alone. Above 0 they are worse than the sum: one takes away what would have caught the other. Below 0 they hit much the same.",
        "Erger met: de score samen min de scores van elk apart. Boven 0 is het erger dan de som: de een neemt weg wat de ander had opgevangen. Onder 0 treffen ze grotendeels hetzelfde.",
    )
}
