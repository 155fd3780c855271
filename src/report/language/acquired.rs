//! The texts of shares that change hands in a scenario.

use super::{Lang, moment};
use crate::units::Time;

/// What an event acquires.
pub fn acquires(lang: Lang, number: usize, at: Time, buyer: &str, share: &str, company: &str) -> String {
    let at = moment(lang, at);
    lang.pick(
        format!("Event {number}, {at}: {buyer} acquires {share} of {company}"),
        format!("Gebeurtenis {number}, {at}: {buyer} neemt {share} van {company} over"),
    )
}

/// The heading over what came under control.
pub fn heading(lang: Lang) -> &'static str {
    lang.pick("What comes under control", "Wat onder zeggenschap komt")
}

/// What the buyer then holds.
pub fn holds(lang: Lang, at: Time, buyer: &str, share: &str, company: &str) -> String {
    let at = capital(&moment(lang, at));
    lang.pick(format!("{at} {buyer} holds {share} of {company}."), format!("{at} heeft {buyer} {share} van {company}."))
}

/// A buyer that no table knows.
pub fn stranger(lang: Lang, buyer: &str, nearest: Option<&str>) -> String {
    let taken = lang.pick(
        format!("{buyer} stands in no table: it is taken as a new party that holds nothing, and who stands behind it is not known."),
        format!("{buyer} staat in geen tabel: het telt als een nieuwe partij die niets heeft, en wie erachter staat, is niet bekend."),
    );
    let meant = nearest.map(|known| lang.pick(format!(" Is {known} meant?"), format!(" Is {known} bedoeld?")));
    taken + &meant.unwrap_or_default()
}

/// Who stands behind the buyer.
pub fn behind(lang: Lang, head: &str) -> String {
    lang.pick(format!(" Behind the buyer stands {head}."), format!(" Achter de koper staat {head}."))
}

/// No control comes of it.
pub fn no_control(lang: Lang) -> &'static str {
    lang.pick(" No party comes under control by it.", " Er komt daardoor geen partij onder zeggenschap.")
}

/// Parties that come under control.
pub fn control(lang: Lang, names: &str) -> String {
    lang.pick(format!(" Under control comes: {names}."), format!(" Onder zeggenschap komt: {names}."))
}

/// What these operate.
pub fn operated(lang: Lang, names: &str) -> String {
    lang.pick(format!(" With that comes what it operates: {names}."), format!(" Daarmee komt wat het beheert: {names}."))
}

fn capital(text: &str) -> String {
    let mut signs = text.chars();
    signs.next().map_or_else(String::new, |first| first.to_uppercase().chain(signs).collect())
}
