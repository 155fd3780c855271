//! The texts of compromise.

use super::word::noun;
use super::{Lang, count, counted, hours, moment};
use crate::units::Time;

/// In place of a scenario's title.
pub fn compromise_of(lang: Lang, what: &str) -> String {
    lang.pick(format!("compromise of {what}"), format!("compromittering van {what}"))
}

/// What an event compromises.
pub fn compromises(lang: Lang, number: usize, at: Time, what: &str) -> String {
    let at = moment(lang, at);
    lang.pick(format!("Event {number}, {at}: {what} compromised"), format!("Gebeurtenis {number}, {at}: {what} gecompromitteerd"))
}

/// What a trigger does to the compromised nodes of a selector.
pub fn triggers(lang: Lang, number: usize, at: Time, selector: &str, left: Option<&str>, span: &str) -> String {
    let at = moment(lang, at);
    let which = match selector {
        "all" => lang.pick("all that is compromised".to_owned(), "alles wat gecompromitteerd is".to_owned()),
        other => lang.pick(format!("what is compromised of {other}"), format!("wat gecompromitteerd is van {other}")),
    };
    match left {
        None => {
            lang.pick(format!("Event {number}, {at}: {which} out{span}"), format!("Gebeurtenis {number}, {at}: {which} valt uit{span}"))
        }
        Some(left) => lang.pick(
            format!("Event {number}, {at}: {which} down to {left}{span}"),
            format!("Gebeurtenis {number}, {at}: {which} zakt naar {left}{span}"),
        ),
    }
}

/// The heading over who is compromised.
pub fn heading(lang: Lang) -> &'static str {
    lang.pick("Who is compromised, in order of time", "Wie gecompromitteerd is, op volgorde van tijd")
}

/// How many are compromised, and how many of them vital.
pub fn summary(lang: Lang, compromised: u64, vital: u64, horizon: Time) -> String {
    let (nodes, vital, within) = (counted(lang, compromised, noun::nodes(lang)), count(lang, vital), hours(lang, horizon));
    lang.pick(
        format!("Within {within} {nodes} compromised, of which {vital} vital. A compromised node works on until a trigger or a shutdown."),
        format!(
            "Binnen {within} {nodes} gecompromitteerd, waarvan {vital} vitaal. Een gecompromitteerde knoop werkt door tot een trigger of een afsluiting."
        ),
    )
}

/// No row states an access.
pub fn no_access(lang: Lang) -> &'static str {
    lang.pick(
        "No dependency states an access, so compromise stays where it begins: fill in the column access.",
        "Geen enkele afhankelijkheid noemt een toegang, dus compromittering blijft waar zij begint: vul de kolom toegang in.",
    )
}

/// Column heads.
pub fn heads(lang: Lang) -> [&'static str; 5] {
    lang.pick(["at", "what", "sector", "steps", "along"], ["na", "wat", "sector", "stappen", "via"])
}

/// A node that took itself out.
pub fn detected(lang: Lang) -> &'static str {
    lang.pick("shut down on finding its compromise", "afgesloten na ontdekking van de compromittering")
}

/// How a node came to be compromised.
pub fn how(lang: Lang, at: Time, path: &str) -> String {
    let at = moment(lang, at);
    lang.pick(format!(" (compromised {at}: {path})"), format!(" (gecompromitteerd {at}: {path})"))
}

/// An access row that is guarded.
pub fn guarded(lang: Lang, provider: &str, dependent: &str) -> String {
    lang.pick(
        format!("the access of {provider} to {dependent} is guarded"),
        format!("de toegang van {provider} tot {dependent} wordt bewaakt"),
    )
}

/// How many rows passed compromise.
pub fn rows(lang: Lang, unsure: u64, of: u64, examples: &str) -> String {
    let (unsure, rows) = (count(lang, unsure), counted(lang, of, noun::dependencies(lang)));
    lang.pick(
        format!("{rows} passed compromise; of {unsure} the confidence is low or not stated: {examples}."),
        format!("{rows} gaven compromittering door; van {unsure} is de zekerheid laag of niet opgegeven: {examples}."),
    )
}
