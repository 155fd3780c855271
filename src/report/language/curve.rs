//! The texts of the curve of losses.

use super::{Lang, count};
use crate::analysis::curve::Curve;

/// Headings of the sections.
pub mod heading {
    use super::Lang;

    /// The worst first.
    pub fn targeted(lang: Lang) -> &'static str {
        lang.pick("The worst first", "Het ergste eerst")
    }

    /// Random orders.
    pub fn random(lang: Lang) -> &'static str {
        lang.pick("In random order", "In willekeurige volgorde")
    }
}

/// The title.
pub fn title(lang: Lang, of_nodes: bool) -> String {
    let what = if of_nodes { lang.pick("nodes", "knopen") } else { lang.pick("processes", "processen") };
    lang.pick(
        format!("How many losses until half of the {what} are lost"),
        format!("Hoeveel er moet uitvallen tot de helft van de {what} uit is"),
    )
}

/// What was done.
pub fn method(lang: Lang, items: u64, orders: u32) -> String {
    let (items, orders) = (count(lang, items), count(lang, u64::from(orders)));
    lang.pick(
        format!("Of {items} initiators, one after another is lost for good, as it stands in the end: stocks have run out and standby has stepped in. One that is lost already is passed over. The worst first: in the order of the ranking of single losses. Random: {orders} orders, all equally likely."),
        format!("Van {items} mogelijke oorzaken valt de een na de ander blijvend uit, bezien aan het eind: voorraden zijn op en reserve is ingesprongen. Wat al uit is, wordt overgeslagen. Het ergste eerst: in de volgorde van de rangschikking van enkele uitval. Willekeurig: {orders} volgordes, alle even waarschijnlijk."),
    )
}

/// The search was stopped.
pub fn interrupted(lang: Lang, done: u64) -> String {
    let done = count(lang, done);
    lang.pick(format!("Stopped early, after {done} random orders."), format!("Voortijdig gestopt, na {done} willekeurige volgordes."))
}

/// How many losses it takes.
pub fn verdict(lang: Lang, curve: &Curve) -> String {
    let losses = |losses: Option<u64>| losses.map_or_else(|| lang.pick("never", "nooit").to_owned(), |losses| count(lang, losses));
    let (targeted, [low, middle, high]) = (losses(curve.targeted_half), curve.half.map(losses));
    if curve.random.is_empty() {
        // What was not followed loses nothing, which says nothing.
        return lang.pick(
            if curve.targeted.is_empty() { String::new() } else { format!("Half is lost after {targeted} with the worst first.") },
            if curve.targeted.is_empty() { String::new() } else { format!("De helft is uit na {targeted} met het ergste eerst.") },
        );
    }
    lang.pick(
        format!("Half is lost after {targeted} with the worst first, and after {middle} in random order (5th to 95th percentile: {low} to {high})."),
        format!("De helft is uit na {targeted} met het ergste eerst, en na {middle} in willekeurige volgorde (5e tot 95e percentiel: {low} tot {high})."),
    )
}

/// Column heads of the targeted order.
pub fn targeted_heads(lang: Lang) -> [&'static str; 3] {
    lang.pick(["losses", "the next", "lost then"], ["uitgevallen", "de volgende", "dan uit"])
}

/// Column heads of the band.
pub fn random_heads(lang: Lang) -> [&'static str; 4] {
    lang.pick(
        ["losses", "lost, 5th percentile", "median", "95th percentile"],
        ["uitgevallen", "uit, 5e percentiel", "mediaan", "95e percentiel"],
    )
}

/// What is across.
pub fn across(lang: Lang) -> &'static str {
    lang.pick("how many were taken out", "hoeveel er is uitgeschakeld")
}

/// What is upwards.
pub fn up(lang: Lang, of_nodes: bool) -> &'static str {
    if of_nodes { lang.pick("nodes lost", "knopen uit") } else { lang.pick("processes lost", "processen uit") }
}

/// What signs mean.
pub fn notes(lang: Lang) -> [&'static str; 2] {
    lang.pick(
        ["Thick line: the worst first.", "Dashed line and band: random orders, median with the 5th and 95th percentile."],
        ["Dikke lijn: het ergste eerst.", "Streeplijn en band: willekeurige volgordes, mediaan met het 5e en 95e percentiel."],
    )
}
