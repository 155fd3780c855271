//! The texts of a report.

pub mod summary;

use super::word::noun;
use super::{Lang, count, counted, hours};
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

/// The heat map.
pub mod heat {
    use super::{Lang, Time, count, hours};

    /// Its title.
    pub fn title(lang: Lang) -> &'static str {
        lang.pick("What was left, sector by sector", "Wat er overbleef, sector voor sector")
    }

    /// What is to be seen in it.
    pub fn alternative(lang: Lang, sectors: u64, first: &str, until: Time, worst: &str, left: &str) -> String {
        let (sectors, until) = (count(lang, sectors), hours(lang, until));
        lang.pick(
            format!(
                "{sectors} sectors, from 0 to {until}. The first to lose function is {first}. The deepest is {worst}, with {left} left."
            ),
            format!("{sectors} sectoren, van 0 tot {until}. Het eerst verliest {first} functie. Het diepst zakt {worst}, tot {left}."),
        )
    }

    /// How many of a sector.
    pub fn of(lang: Lang, affected: u64, of: u64) -> String {
        let (affected, of) = (count(lang, affected), count(lang, of));
        lang.pick(format!("{affected} of {of} nodes"), format!("{affected} van {of} knopen"))
    }

    /// A square in words.
    pub fn square(lang: Lang, sector: &str, from: Time, to: Time, left: &str) -> String {
        let (from, to) = (hours(lang, from), hours(lang, to));
        lang.pick(format!("{sector}, {from} to {to}: {left} left"), format!("{sector}, {from} tot {to}: nog {left}"))
    }

    /// What the colours mean.
    pub fn note(lang: Lang) -> &'static str {
        lang.pick(
            "Colour: what was left on average of those nodes of the sector that were hit at any time.",
            "Kleur: wat er gemiddeld over was van de knopen van de sector die ergens in de tijd geraakt zijn.",
        )
    }

    /// The head of the sectors.
    pub fn head(lang: Lang) -> &'static str {
        lang.pick("sector", "sector")
    }
}

/// The bars over time.
pub mod course {
    use super::{Lang, Time, count, hours};

    /// Their title.
    pub fn title(lang: Lang) -> &'static str {
        lang.pick("What fell when", "Wat er wanneer uitviel")
    }

    /// What is to be seen.
    pub fn alternative(lang: Lang, nodes: u64, until: Time) -> String {
        let (nodes, until) = (count(lang, nodes), hours(lang, until));
        lang.pick(
            format!("A bar for each of {nodes} losses from 0 to {until}, by sector, in order of time. The darker, the less was left."),
            format!("Een balk voor elk van {nodes} verliezen van 0 tot {until}, per sector, op volgorde van tijd. Hoe donkerder, hoe minder er over was."),
        )
    }
}

/// The picture of the chain.
pub mod chain {
    use super::{Lang, count};

    /// Its title.
    pub fn title(lang: Lang) -> &'static str {
        lang.pick("The chain: who fell because of whom", "De keten: wie door wie uitviel")
    }

    /// What is to be seen.
    pub fn alternative(lang: Lang, nodes: u64, links: u64, orders: u64) -> String {
        let (nodes, links, orders) = (count(lang, nodes), count(lang, links), count(lang, orders));
        lang.pick(
            format!("{nodes} nodes and {links} causes between them, in {orders} steps from left to right, by sector from top to bottom."),
            format!("{nodes} knopen en {links} oorzaken daartussen, in {orders} stappen van links naar rechts, per sector van boven naar beneden."),
        )
    }

    /// The name of a step.
    pub fn order(lang: Lang, order: usize) -> String {
        match order {
            0 => lang.pick("hit itself", "zelf getroffen").to_owned(),
            1 => lang.pick("step 1", "stap 1").to_owned(),
            order => lang.pick(format!("step {order}"), format!("stap {order}")),
        }
    }

    /// What a strong line means.
    pub fn strong(lang: Lang) -> &'static str {
        lang.pick(
            "Coloured line: leads to a loss that all causes behind many others run through; the thicker, the more.",
            "Gekleurde lijn: leidt naar een verlies waar alle oorzaken achter veel andere doorheen lopen; hoe dikker, hoe meer.",
        )
    }

    /// What is not drawn one by one.
    pub fn grouped(lang: Lang, most: u64) -> String {
        let most = count(lang, most);
        lang.pick(
            format!("There are more than {most} nodes: those of one sector and one step are drawn as one, with their mean."),
            format!("Er zijn meer dan {most} knopen: die van één sector en één stap zijn als één getekend, met hun gemiddelde."),
        )
    }

    /// Nodes drawn as one.
    pub fn group(lang: Lang, nodes: u64, first: &str) -> String {
        let more = count(lang, nodes.saturating_sub(1));
        match nodes {
            1 => first.to_owned(),
            _ => lang.pick(format!("{first} and {more} more"), format!("{first} en nog {more}")),
        }
    }

    /// A node in words.
    pub fn item(lang: Lang, name: &str, at: &str, left: &str, through: u64) -> String {
        let behind = match through {
            0 => String::new(),
            more => {
                let more = count(lang, more);
                lang.pick(format!("; {more} others fell only by way of it"), format!("; {more} andere vielen alleen hierdoor uit"))
            }
        };
        lang.pick(format!("{name}: from {at}, {left} left{behind}"), format!("{name}: vanaf {at}, nog {left}{behind}"))
    }

    /// Column heads.
    pub fn heads(lang: Lang) -> [&'static str; 5] {
        lang.pick(
            ["step", "what", "sector", "because of", "others only by way of it"],
            ["stap", "wat", "sector", "door", "andere alleen hierdoor"],
        )
    }
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

/// The picture of the ranking.
pub mod ranking {
    use super::{Lang, Time, count, hours};

    /// Its title.
    pub fn title(lang: Lang, criterion: &str) -> String {
        lang.pick(format!("The worst single losses, by {criterion}"), format!("De ergste losse uitvallen, naar: {criterion}"))
    }

    /// What is to be seen.
    pub fn alternative(lang: Lang, rows: u64, first: &str, value: &str) -> String {
        let rows = count(lang, rows);
        lang.pick(
            format!("{rows} nodes, the worst on top: {first}, {value}. Dots are means, lines the band of nine in ten samples."),
            format!("{rows} knopen, de ergste bovenaan: {first}, {value}. Punten zijn gemiddelden, lijnen de band van negen op de tien trekkingen."),
        )
    }

    /// What was asked.
    pub fn asked(lang: Lang, within: Time) -> String {
        let within = hours(lang, within);
        lang.pick(
            format!("Each node is lost in turn and stays lost; what else falls within {within} is counted."),
            format!("Elke knoop valt om beurten blijvend uit; geteld is wat daarna binnen {within} nog meer uitvalt."),
        )
    }

    /// It is not of the scenario.
    pub fn apart(lang: Lang) -> &'static str {
        lang.pick("This is apart from the scenario.", "Dit staat los van het scenario.")
    }

    /// There are no bands.
    pub fn no_bands(lang: Lang) -> &'static str {
        lang.pick("Without --samples there are no bands.", "Zonder --samples zijn er geen banden.")
    }
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
