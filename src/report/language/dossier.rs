//! The texts of a report.

mod pictures;
pub mod summary;

pub use pictures::{chain, course, heat, ranking};

use super::word::noun;
use super::{Lang, count, counted, hours, list};
use crate::report::dossier::Part;
use crate::units::Time;

/// What kind of document it is.
pub fn kind(lang: Lang) -> &'static str {
    lang.pick("Report on an outage", "Rapport over een uitval")
}

/// What kind of document it is where nothing happens.
pub fn kind_of_network(lang: Lang) -> &'static str {
    lang.pick("Report on a network", "Rapport over een netwerk")
}

/// Headings of sections.
pub mod heading {
    use super::Lang;

    /// The summary.
    pub fn summary(lang: Lang) -> &'static str {
        lang.pick("In one minute", "In één minuut")
    }

    /// What was hit.
    pub fn interests(lang: Lang) -> &'static str {
        lang.pick("Interests: what was hit", "Belangen: wat geraakt werd")
    }

    /// What happened.
    pub fn threat(lang: Lang) -> &'static str {
        lang.pick("Threat: how it spread", "Dreiging: hoe het doorwerkte")
    }

    /// What held and what decides.
    pub fn resilience(lang: Lang) -> &'static str {
        lang.pick("Resilience: what held, what decides", "Weerbaarheid: wat standhield, wat beslist")
    }

    /// What changed since another version.
    pub fn beside(lang: Lang, other: &str) -> String {
        lang.pick(format!("Beside {other}: what changed"), format!("Naast {other}: wat er veranderde"))
    }

    /// What it rests on.
    pub fn basis(lang: Lang) -> &'static str {
        lang.pick("What this rests on", "Waar dit op rust")
    }
}

/// Headings within sections.
pub mod part {
    use super::Lang;

    /// Vital processes.
    pub fn vital(lang: Lang) -> &'static str {
        lang.pick("Vital processes", "Vitale processen")
    }

    /// Sectors.
    pub fn sectors(lang: Lang) -> &'static str {
        lang.pick("Per sector", "Per sector")
    }

    /// What was assumed to happen.
    pub fn events(lang: Lang) -> &'static str {
        lang.pick("What happened", "Wat er gebeurde")
    }

    /// Who must be called.
    pub fn parties(lang: Lang) -> &'static str {
        lang.pick("Who must be called", "Wie gebeld moet worden")
    }

    /// Who kept working.
    pub fn held(lang: Lang) -> &'static str {
        lang.pick("What held", "Wat standhield")
    }

    /// Certain verdicts.
    pub fn certain(lang: Lang) -> &'static str {
        lang.pick("What is certain", "Wat zeker is")
    }

    /// Decisive facts.
    pub fn decisive(lang: Lang) -> &'static str {
        lang.pick("What to find out first", "Wat het eerst na te vragen is")
    }

    /// The ranking.
    pub fn ranking(lang: Lang) -> &'static str {
        lang.pick("What is most critical in this network", "Wat het meest kritiek is in dit netwerk")
    }

    /// What was read.
    pub fn inputs(lang: Lang) -> &'static str {
        lang.pick("Inputs and settings", "Invoer en instellingen")
    }

    /// What the model leaves out.
    pub fn left_out(lang: Lang) -> &'static str {
        lang.pick("Not in the model", "Niet in het model")
    }

    /// What was assumed.
    pub fn assumed(lang: Lang) -> &'static str {
        lang.pick("What was assumed", "Wat is aangenomen")
    }

    /// How it was done.
    pub fn method(lang: Lang) -> &'static str {
        lang.pick("How it was done", "Hoe het is gedaan")
    }
}

/// Column heads of vital processes; the last is there only where there are samples.
pub fn vital_heads(lang: Lang) -> [&'static str; 7] {
    lang.pick(
        ["process", "sector", "category", "from", "lowest", "how long", "chance"],
        ["proces", "sector", "categorie", "vanaf", "laagst", "hoe lang", "kans"],
    )
}

/// Vital processes that nothing happened to.
pub fn vital_spared(lang: Lang, number: u64, names: &str) -> String {
    let processes = counted(lang, number, noun::processes(lang));
    lang.pick(format!("Not affected, {processes}: {names}."), format!("Niet geraakt, {processes}: {names}."))
}

/// Column heads of sectors.
pub fn sector_heads(lang: Lang) -> [&'static str; 6] {
    lang.pick(
        ["sector", "affected", "of", "lost entirely", "from", "hours lost"],
        ["sector", "geraakt", "van", "geheel uit", "vanaf", "uren verloren"],
    )
}

/// Column heads of parties, behind their name.
pub fn party_heads(lang: Lang) -> [&'static str; 4] {
    lang.pick(["nodes", "vital", "from", "first to fall"], ["knopen", "vitaal", "vanaf", "het eerst geraakt"])
}

/// What the table of parties is.
pub fn parties(lang: Lang, by: &str) -> String {
    lang.pick(
        format!("By {by}, in the order in which the first of theirs falls."),
        format!("Naar {by}, op volgorde van wat het eerst van hen uitvalt."),
    )
}

/// Nobody is stated.
pub fn nobody(lang: Lang) -> &'static str {
    lang.pick("not stated", "niet vermeld")
}

/// Column heads of what held.
pub fn held_heads(lang: Lang) -> [&'static str; 4] {
    lang.pick(["what", "for", "although this fell", "it has"], ["wat", "voor", "hoewel dit uitviel", "het heeft"])
}

/// What a node has in place of a provider.
pub mod has {
    use super::{Lang, Time, counted, hours};

    /// A buffer.
    pub fn buffer(lang: Lang, buffer: Time) -> String {
        let buffer = hours(lang, buffer);
        lang.pick(format!("a buffer of {buffer}"), format!("een buffer van {buffer}"))
    }

    /// Standby.
    pub fn standby(lang: Lang, number: u64) -> String {
        counted(lang, number, lang.pick(("standby provider", "standby providers"), ("noodvoorziening", "noodvoorzieningen")))
    }

    /// Other providers.
    pub fn others(lang: Lang, number: u64) -> String {
        counted(lang, number, lang.pick(("other provider", "other providers"), ("andere leverancier", "andere leveranciers")))
    }

    /// Nothing that is stated.
    pub fn nothing(lang: Lang) -> &'static str {
        lang.pick("nothing that is stated", "niets dat is vermeld")
    }
}

/// How many held.
pub fn held(lang: Lang, nodes: u64, vital: u64) -> String {
    let (of, vital) = (counted(lang, nodes, noun::nodes(lang)), count(lang, vital));
    let verb = if nodes == 1 { ("needs", "heeft") } else { ("need", "hebben") };
    lang.pick(
        format!("{of} {} something that fell and kept working all the same, {vital} of them vital.", verb.0),
        format!("{of} {} iets nodig dat uitviel en bleven toch werken; {vital} daarvan zijn vitaal.", verb.1),
    )
}

/// The line over the rest of what held.
pub fn held_more(lang: Lang, more: u64) -> String {
    let more = count(lang, more);
    lang.pick(format!("And {more} more"), format!("En nog {more}"))
}

/// The line over what may fall as well.
pub fn may(lang: Lang, nodes: u64) -> String {
    let nodes = counted(lang, nodes, noun::nodes(lang));
    lang.pick(format!("What may lose function as well: {nodes}"), format!("Wat ook nog functie kan verliezen: {nodes}"))
}

/// Things that a network has.
pub fn counted_things(lang: Lang) -> [&'static str; 4] {
    lang.pick(["nodes", "dependencies", "sectors", "vital processes"], ["knopen", "afhankelijkheden", "sectoren", "vitale processen"])
}

/// What decides was not worked out.
pub fn not_asked(lang: Lang) -> &'static str {
    lang.pick(
        "Not worked out for a network of this size; `keten sensitivity` does.",
        "Niet uitgerekend voor een netwerk van deze omvang; `keten sensitivity` doet dat.",
    )
}

/// What the model leaves out, item by item.
pub fn left_out(lang: Lang) -> [&'static str; 5] {
    lang.pick(
        [
            "Capacity and congestion: a mobile generator shared by many, calls that overload the network that still works.",
            "Repair crews, and what repair itself needs.",
            "Season and time of day.",
            "Decisions of people during the event, unless the scenario states them.",
            "The physics of flow, and detail finer than the nodes: one node for all masts of a region fails as one.",
        ],
        [
            "Capaciteit en overbelasting: een mobiel aggregaat dat velen delen, gesprekken die het net overbelasten dat nog werkt.",
            "Herstelploegen, en wat herstel zelf nodig heeft.",
            "Seizoen en tijdstip.",
            "Besluiten van mensen tijdens de gebeurtenis, tenzij het scenario ze noemt.",
            "De natuurkunde van stromen, en detail dat fijner is dan de knopen: één knoop voor alle masten van een regio valt als één uit.",
        ],
    )
}

/// How the answer was reached.
pub fn method(lang: Lang, samples: Option<u64>) -> Vec<String> {
    let mut items = vec![
        lang.pick(
            "The course is a simulation through time of the rows of the network: a node works as far as its needs are met; stocks bridge a shortage, standby steps in, what was down takes time to start.",
            "Het verloop is een simulatie in de tijd van de rijen van het netwerk: een knoop werkt voor zover in zijn behoeften is voorzien; voorraden overbruggen een tekort, noodvoorzieningen springen bij, wat uit was heeft tijd nodig om te starten.",
        )
        .to_owned(),
        lang.pick(
            "Certain verdicts come from two runs that enclose every world that the data allows; what to find out first from moving each uncertain cell by itself.",
            "Zekere oordelen komen uit twee berekeningen die elke wereld insluiten die de gegevens toelaten; wat het eerst na te vragen is uit het verschuiven van elke onzekere cel op zichzelf.",
        )
        .to_owned(),
    ];
    items.extend(samples.map(|samples| {
        let samples = count(lang, samples);
        lang.pick(
            format!("Chances and bands come from {samples} samples: in each, what the data leaves open was drawn anew. A band holds nine in ten of them."),
            format!("Kansen en banden komen uit {samples} trekkingen: in elk daarvan is wat de gegevens openlaten opnieuw getrokken. Een band bevat er negen van de tien."),
        )
    }));
    items
}

/// That a page is a part, and of what; empty where nothing is missing.
pub fn stopped_early(lang: Lang, cut: &[Part]) -> String {
    if cut.is_empty() {
        return String::new();
    }
    let name = |part: &Part| {
        let (english, dutch) = match part {
            Part::Samples => ("chances and bands (fewer samples than asked for)", "kansen en banden (minder trekkingen dan gevraagd)"),
            Part::Decisive => ("what to find out first", "wat het eerst na te vragen is"),
            Part::Ranking => ("what is most critical", "wat het meest kritiek is"),
            Part::Beside => ("the comparison with the other version", "de vergelijking met de andere versie"),
        };
        lang.pick(english, dutch).to_owned()
    };
    let parts = list(lang, &cut.iter().map(name).collect::<Vec<_>>(), cut.len());
    lang.pick(
        format!("Stopped early, so this page is a part. Missing or incomplete: {parts}."),
        format!("Voortijdig gestopt, dus deze pagina is een deel. Afwezig of onvolledig: {parts}."),
    )
}

/// The line over the files.
pub fn files(lang: Lang, files: u64) -> String {
    let files = counted(lang, files, lang.pick(("file", "files"), ("bestand", "bestanden")));
    lang.pick(format!("{files} with their digests (BLAKE3)"), format!("{files} met hun controlegetallen (BLAKE3)"))
}

/// Column heads of files.
pub fn file_heads(lang: Lang) -> [&'static str; 2] {
    lang.pick(["file", "BLAKE3"], ["bestand", "BLAKE3"])
}

/// Names of settings.
pub fn settings(lang: Lang) -> [&'static str; 7] {
    lang.pick(
        ["version", "stance", "horizon", "samples", "seed", "inputs", "marking"],
        ["versie", "uitgangspunt", "horizon", "trekkingen", "beginwaarde", "invoer", "rubricering"],
    )
}

/// No samples.
pub fn none(lang: Lang) -> &'static str {
    lang.pick("none", "geen")
}
