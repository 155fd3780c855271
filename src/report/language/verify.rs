//! The texts of a back-test.

use super::{Lang, hours, percent};
use crate::network::Expected;
use crate::units::{Level, Time};

/// The title.
pub fn title(lang: Lang, network: &str) -> String {
    lang.pick(format!("Back-test of {network}"), format!("Toets aan de werkelijkheid van {network}"))
}

/// Headings.
pub mod heading {
    use super::Lang;

    /// The network beside the guesses.
    pub fn total(lang: Lang) -> &'static str {
        lang.pick("Beside two guesses that need no model", "Naast twee gissingen waarvoor geen model nodig is")
    }

    /// Scenario by scenario.
    pub fn incidents(lang: Lang) -> &'static str {
        lang.pick("Scenario by scenario", "Scenario voor scenario")
    }

    /// What differs.
    pub fn differences(lang: Lang) -> &'static str {
        lang.pick("What comes out differently", "Wat anders uitkomt")
    }

    /// All single failures.
    pub fn pattern(lang: Lang) -> &'static str {
        lang.pick("The pattern of all single failures", "Het patroon van alle losse uitvallen")
    }

    /// What cannot be reproduced.
    pub fn beyond(lang: Lang) -> &'static str {
        lang.pick("What the model cannot reproduce", "Wat het model niet kan nabootsen")
    }
}

/// What was found, in short.
pub fn summary(lang: Lang, scenarios: u64, losses: &str, controls: &str) -> String {
    lang.pick(
        format!("{scenarios} scenarios state what followed. Of the nodes that fell, {losses} come out as they fared; of those that kept working, {controls}."),
        format!("{scenarios} scenario's vermelden wat volgde. Van de knopen die uitvielen komen er {losses} uit zoals het ging; van die bleven werken {controls}."),
    )
}

/// No scenario says what followed.
pub fn nothing_stated(lang: Lang) -> &'static str {
    lang.pick(
        "No scenario states what followed: there is nothing to hold the network against.",
        "Geen scenario vermeldt wat volgde: er is niets om het netwerk aan te toetsen.",
    )
}

/// Whether the requirement is met.
pub fn verdict(lang: Lang, failures: u64) -> String {
    match failures {
        0 => lang.pick("Every required expectation is met.", "Aan elke vereiste verwachting is voldaan.").to_owned(),
        1 => lang.pick("1 required expectation is not met.", "Aan 1 vereiste verwachting is niet voldaan.").to_owned(),
        more => {
            lang.pick(format!("{more} required expectations are not met."), format!("Aan {more} vereiste verwachtingen is niet voldaan."))
        }
    }
}

/// What the figures do not say.
pub fn caution(lang: Lang) -> &'static str {
    lang.pick(
        "Network and expectations rest on the same public sources, so these figures show that the network is consistent with what is known, not that it foretells. Expectations of low confidence are shown and not required.",
        "Netwerk en verwachtingen rusten op dezelfde openbare bronnen: deze cijfers laten zien dat het netwerk klopt met wat bekend is, niet dat het voorspelt. Verwachtingen met lage zekerheid zijn getoond en niet vereist.",
    )
}

/// Column heads of the comparison.
pub fn total_heads(lang: Lang) -> [&'static str; 5] {
    lang.pick(
        ["any loss counts", "falls foreseen", "rightly said to fall", "rightly up", "mean of first and last"],
        ["elk verlies telt", "uitval voorzien", "terecht uit", "terecht in bedrijf", "gemiddelde van eerste en laatste"],
    )
}

/// Who guesses.
pub fn guessers(lang: Lang) -> [&'static str; 3] {
    lang.pick(
        ["this network", "all in the region falls at once", "all that depends on it falls at once"],
        ["dit netwerk", "alles in de regio valt meteen uit", "alles wat ervan afhangt valt meteen uit"],
    )
}

/// Column heads of the scenarios.
pub fn incident_heads(lang: Lang) -> [&'static str; 6] {
    lang.pick(["scenario", "losses", "controls", "onset", "length", ""], ["scenario", "uitval", "controles", "aanvang", "duur", ""])
}

/// Whether a scenario comes out.
pub fn outcome(lang: Lang, failed: u64) -> String {
    if failed == 0 {
        lang.pick("as known", "zoals bekend").to_owned()
    } else {
        lang.pick(format!("{failed} differ"), format!("{failed} anders"))
    }
}

/// What was expected of a node.
pub fn expected(lang: Lang, state: &Expected) -> String {
    match state {
        Expected::Down => lang.pick("out", "uit").to_owned(),
        Expected::Up => lang.pick("working", "in bedrijf").to_owned(),
        Expected::Degraded(None) => lang.pick("in part", "gedeeltelijk").to_owned(),
        Expected::Degraded(Some((low, high))) => {
            let (low, high) = (percent(lang, *low), percent(lang, *high));
            lang.pick(format!("in part ({low} to {high})"), format!("gedeeltelijk ({low} tot {high})"))
        }
    }
}

/// What came out for a node.
pub fn got(lang: Lang, lowest: Level, first: Option<Time>, below: Time) -> String {
    match first {
        None => lang.pick("kept working", "bleef werken").to_owned(),
        Some(first) => {
            let (first, lowest, below) = (hours(lang, first), percent(lang, lowest), hours(lang, below));
            lang.pick(format!("to {lowest} from {first}, for {below}"), format!("naar {lowest} vanaf {first}, {below} lang"))
        }
    }
}

/// Column heads of the differences.
pub fn difference_heads(lang: Lang) -> [&'static str; 5] {
    lang.pick(["scenario", "node", "known", "comes out", "required"], ["scenario", "knoop", "bekend", "komt uit", "vereist"])
}

/// What was tried.
pub fn pattern(lang: Lang, failures: u64, cascades: u64, with_frequency: u64) -> String {
    let weight = if with_frequency == 0 {
        lang.pick(
            "no failures_per_year is stated, so all weigh the same".to_owned(),
            "geen failures_per_year is vermeld, dus alles weegt even zwaar".to_owned(),
        )
    } else {
        lang.pick(
            format!("weighted by failures_per_year, stated for {with_frequency}"),
            format!("gewogen naar failures_per_year, vermeld bij {with_frequency}"),
        )
    };
    lang.pick(
        format!("Each of {failures} nodes fails in turn, for its repair time or 24 h; {cascades} take others with them ({weight})."),
        format!("Elk van {failures} knopen valt om beurten uit, voor zijn hersteltijd of 24 uur; {cascades} nemen andere mee ({weight})."),
    )
}

/// Column heads of the pattern.
pub fn pattern_heads(lang: Lang) -> [&'static str; 3] {
    lang.pick(["per cascade", "here", "known of real cascades"], ["per keten", "hier", "bekend van echte ketens"])
}

/// The figures of the pattern, and the band that real cascades suggest (Luiijf and others, CRITIS 2008; figures recalled, not verified).
pub fn pattern_rows(lang: Lang) -> [(&'static str, &'static str); 5] {
    lang.pick(
        [
            ("started by energy or telecom", "about 80% (recalled)"),
            ("others affected, mean", "1 to 3 sectors' services (recalled)"),
            ("others affected, median", ""),
            ("depth, mean order", "most stop quickly (recalled)"),
            ("come back to the sector they start in", "rare (recalled)"),
        ],
        [
            ("begonnen door energie of telecom", "ongeveer 80% (uit herinnering)"),
            ("andere geraakt, gemiddeld", "diensten van 1 tot 3 sectoren (uit herinnering)"),
            ("andere geraakt, mediaan", ""),
            ("diepte, gemiddelde orde", "de meeste stoppen snel (uit herinnering)"),
            ("komen terug in de sector waar ze begonnen", "zelden (uit herinnering)"),
        ],
    )
}

/// Whether a sector is energy or telecom by its name.
pub fn is_energy_or_telecom(sector: &str) -> bool {
    let name = sector.to_lowercase();
    ["energ", "telecom", "electric", "elektr", "ict"].iter().any(|word| name.contains(word))
}

/// What the comparison is worth.
pub fn pattern_caution(lang: Lang) -> &'static str {
    lang.pick(
        "Real events are counted per service in the press and by how often they happen; here every node counts once, fine parts of a grid included. Use it to see whether the network is odd as a whole, not as a test it passes.",
        "Echte gebeurtenissen zijn per dienst in de pers geteld en naar hoe vaak ze voorkomen; hier telt elke knoop eenmaal, ook kleine delen van een net. Gebruik het om te zien of het netwerk als geheel vreemd is, niet als toets die het haalt.",
    )
}
