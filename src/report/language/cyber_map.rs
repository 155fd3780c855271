//! The texts of the map of ICT behind vital processes.

use super::{Lang, count, counted, hours};
use crate::units::Time;

/// The title.
pub fn title(lang: Lang) -> &'static str {
    lang.pick("The ICT behind vital processes", "De ICT achter vitale processen")
}

/// What there is, in short.
pub fn summary(lang: Lang, processes: u64, providers: u64, shared: u64, within: Time) -> String {
    let processes = counted(lang, processes, lang.pick(("vital process", "vital processes"), ("vitaal proces", "vitale processen")));
    let (providers, shared, within) = (count(lang, providers), count(lang, shared), hours(lang, within));
    lang.pick(
        format!("{processes} need {providers} nodes that count as ICT, directly or through others; {shared} of these are shared by two or more. 'Short' counts the processes that give less than all within {within} when that one node alone is lost for good."),
        format!("{processes} hebben samen {providers} knopen nodig die als ICT tellen, direct of via andere; {shared} daarvan delen er twee of meer. 'Tekort' telt de processen die binnen {within} minder leveren als alleen die ene knoop blijvend uitvalt."),
    )
}

/// Over the table of providers.
pub fn heading_providers(lang: Lang) -> &'static str {
    lang.pick("Shared first", "Wat het meest gedeeld wordt eerst")
}

/// Over the table of processes.
pub fn heading_processes(lang: Lang) -> &'static str {
    lang.pick("By process", "Per proces")
}

/// Heads of the table of providers.
pub fn provider_heads(lang: Lang) -> [&'static str; 7] {
    lang.pick(
        ["what", "operator", "country", "ultimately", "needed by", "directly", "short"],
        ["wat", "aanbieder", "land", "uiteindelijk", "nodig voor", "direct", "tekort"],
    )
}

/// Heads of the table of processes.
pub fn process_heads(lang: Lang) -> [&'static str; 5] {
    lang.pick(
        ["vital process", "needs", "directly", "short by one", "under"],
        ["vitaal proces", "heeft nodig", "direct", "tekort door één", "onder"],
    )
}

/// A country and how many lie under it.
pub fn jurisdiction(lang: Lang, country: Option<&str>, number: u64) -> String {
    let number = count(lang, number);
    format!("{} {number}", country.unwrap_or(lang.pick("not stated", "niet vermeld")))
}

/// What the columns mean.
pub fn legend(lang: Lang) -> &'static str {
    lang.pick(
        "Counted as ICT: whatever provides through a row of type cyber, or what --of selects. 'Under' counts where it stands and, as far as ownership tells, where its ultimate owner is established; one that is under two countries counts for both.",
        "Als ICT telt: wat levert via een rij van soort digitaal, of wat --of selecteert. 'Onder' telt waar het staat en, voor zover de zeggenschap dat zegt, waar de uiteindelijke eigenaar gevestigd is; wat onder twee landen valt telt bij beide.",
    )
}
