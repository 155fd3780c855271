//! The texts of `keten columns`: what each column is for.

use super::Lang;
use crate::network::Table;

/// The title.
pub fn title(lang: Lang) -> &'static str {
    lang.pick("Columns that keten knows", "Kolommen die keten kent")
}

/// Over the columns of a table.
pub fn heading(lang: Lang, table: Table) -> &'static str {
    match table {
        Table::Dependencies => lang.pick(
            "dependencies.csv, or one file per sector in dependencies/ (Dutch: afhankelijkheden)",
            "afhankelijkheden.csv, of een bestand per sector in afhankelijkheden/ (Engels: dependencies)",
        ),
        Table::Nodes => lang.pick(
            "nodes.csv, or one file per sector in nodes/ (Dutch: knopen)",
            "knopen.csv, of een bestand per sector in knopen/ (Engels: nodes)",
        ),
        Table::Ownership => lang.pick(
            "ownership.csv, or files in ownership/ (Dutch: zeggenschap); optional",
            "zeggenschap.csv, of bestanden in zeggenschap/ (Engels: ownership); mag ontbreken",
        ),
        Table::Criteria => {
            lang.pick("criteria.csv, or files in criteria/; optional", "criteria.csv, of bestanden in criteria/; mag ontbreken")
        }
        Table::Measures => lang.pick(
            "measures.csv, or files in measures/ (Dutch: maatregelen); optional",
            "maatregelen.csv, of bestanden in maatregelen/ (Engels: measures); mag ontbreken",
        ),
        Table::Impacts => lang.pick(
            "impacts.csv, or files in impacts/ (Dutch: gevolgen); optional",
            "gevolgen.csv, of bestanden in gevolgen/ (Engels: impacts); mag ontbreken",
        ),
    }
}

/// Column heads.
pub fn heads(lang: Lang) -> [&'static str; 4] {
    lang.pick(["column", "also called", "holds", "meaning"], ["kolom", "heet ook", "bevat", "betekenis"])
}

/// Behind a column that must be there.
pub fn required(lang: Lang) -> &'static str {
    lang.pick("(required)", "(verplicht)")
}

/// What empty cells and further columns mean.
pub fn note(lang: Lang) -> &'static str {
    lang.pick(
        "An empty cell is not stated: it takes its default, which is counted as an assumption. Write none where there is none. Numbers may be fractions (1/3) or distributions: tri(low|mode|high), pert(low|mode|high), uniform(low|high), lognormal(median|factor). Any other column is kept as an attribute to select and group by.",
        "Een lege cel is niet opgegeven: hij krijgt zijn standaardwaarde, en die telt als aanname. Schrijf geen waar iets er niet is. Getallen mogen breuken zijn (1/3) of verdelingen: tri(laag|modus|hoog), pert(laag|modus|hoog), uniform(laag|hoog), lognormal(mediaan|factor). Elke andere kolom wordt bewaard als kenmerk om op te selecteren en te groeperen.",
    )
}

/// What a column holds, by its unit, range and words.
pub fn holds(lang: Lang, unit: Option<&str>, range: Option<&str>, words: &[&str]) -> String {
    if !words.is_empty() {
        let words = words.join(", ");
        return range.map_or_else(|| words.clone(), |range| format!("{words}; {range}"));
    }
    match (unit, range) {
        (Some("h"), _) => lang.pick("hours", "uren").to_owned(),
        (Some("%"), Some(range)) => format!("{range} %"),
        (Some(_), Some(range)) => lang.pick(format!("degrees {range}"), format!("graden {range}")),
        (_, Some(range)) => range.to_owned(),
        _ => lang.pick("text", "tekst").to_owned(),
    }
}

/// What a column means; empty for one that is new and was not described yet.
pub fn meaning(lang: Lang, table: Table, column: &str) -> &'static str {
    match table {
        Table::Dependencies => dependency(lang, column),
        Table::Nodes => node(lang, column),
        Table::Ownership => holding(lang, column),
        Table::Criteria => criterion(lang, column),
        Table::Impacts => impact(lang, column),
        Table::Measures => measure(lang, column),
    }
}

fn dependency(lang: Lang, column: &str) -> &'static str {
    match column {
        "dependent" => lang.pick("the node that needs", "de knoop die iets nodig heeft"),
        "provider" => lang.pick("the node that provides", "de knoop die levert"),
        "need" => lang.pick(
            "what is needed; rows with the same need are alternatives; default: the provider",
            "wat nodig is; rijen met dezelfde behoefte zijn alternatieven; standaard: de leverancier",
        ),
        "share" => lang.pick(
            "the part of the need that this provider can meet; default 1",
            "het deel van de behoefte dat deze leverancier kan dekken; standaard 1",
        ),
        "minimum" => lang.pick(
            "below this supply the need is not met at all; default 0",
            "onder deze levering is de behoefte helemaal niet gedekt; standaard 0",
        ),
        "importance" => lang.pick(
            "essential, or the part of its function that the node loses; default essential",
            "essentieel, of het deel van zijn functie dat de knoop verliest; standaard essentieel",
        ),
        "buffer_h" => lang.pick(
            "how long the node does without (battery, tank, stock); default 0",
            "hoe lang de knoop zonder kan (accu, tank, voorraad); standaard 0",
        ),
        "refill_h" => lang.pick(
            "how long an empty buffer takes to fill; default at once",
            "hoe lang het duurt tot een lege buffer vol is; standaard meteen",
        ),
        "activation_h" => lang.pick(
            "how long after a shortfall this standby provider steps in; default: it always provides",
            "hoe lang na een tekort deze reserve bijspringt; standaard: levert altijd",
        ),
        "start_p" => lang.pick(
            "the chance that buffer or standby works when called on; default 1",
            "de kans dat buffer of reserve werkt als het nodig is; standaard 1",
        ),
        "probability" => {
            lang.pick("the chance that this row passes a loss on; default 1", "de kans dat deze rij uitval doorgeeft; standaard 1")
        }
        "type" => lang.pick("the nature of the dependency", "de aard van de afhankelijkheid"),
        "access" => lang.pick(
            "the access that the provider has to the dependent; such a row passes compromise",
            "de toegang die de leverancier heeft tot de afnemer; zo'n rij geeft compromittering door",
        ),
        "p_compromise" => lang.pick("the chance that compromise passes; default 1", "de kans dat compromittering doorgaat; standaard 1"),
        "ttc_h" => lang.pick("the time to compromise; default 0", "de tijd tot compromittering; standaard 0"),
        _ => provenance(lang, column),
    }
}

fn node(lang: Lang, column: &str) -> &'static str {
    match column {
        "id" => lang.pick("what dependencies call the node", "hoe de afhankelijkheden de knoop noemen"),
        "name" => lang.pick("what people call the node", "hoe mensen de knoop noemen"),
        "kind" => lang.pick("what the node is", "wat de knoop is"),
        "sector" => lang.pick("its sector", "de sector"),
        "category" => lang.pick("category of a vital process: A or B", "categorie van een vitaal proces: A of B"),
        "ministry" => lang.pick("the responsible ministry", "het verantwoordelijke ministerie"),
        "operator" => lang.pick("who runs it", "wie het in bedrijf heeft"),
        "region" => lang.pick("where it serves; empty: the whole country", "waar het voor dient; leeg: het hele land"),
        "country" => lang.pick("the country it stands in or is run from", "het land waar het staat of van waaruit het wordt bediend"),
        "product" => lang.pick("the product that it is or delivers", "het product dat het is of levert"),
        "repair_h" => lang.pick("how long a repair takes; default: a loss lasts", "hoe lang herstel duurt; standaard: uitval blijft"),
        "restart_h" => lang.pick(
            "how long it takes to give output again once all is there; default 0",
            "hoe lang het duurt om weer te leveren als alles er is; standaard 0",
        ),
        "black_start_h" => lang.pick(
            "how long it runs without its needs after repair; default 0",
            "hoe lang het na herstel zonder zijn behoeften draait; standaard 0",
        ),
        "detect_h" => lang.pick(
            "how long until it finds its compromise and passes nothing on; default: never",
            "hoe lang tot het zijn compromittering ontdekt en niets meer doorgeeft; standaard: nooit",
        ),
        "on_detect" => lang.pick(
            "what it then does: take itself out, for repair_h where stated",
            "wat het dan doet: zichzelf uitschakelen, voor de hersteltijd als die is opgegeven",
        ),
        "failures_per_year" => lang.pick("how often it fails by itself", "hoe vaak het uit zichzelf uitvalt"),
        "supervisor" => lang.pick("who supervises it", "wie er toezicht op houdt"),
        "lat" => lang.pick("latitude", "breedtegraad"),
        "lon" => lang.pick("longitude", "lengtegraad"),
        _ => provenance(lang, column),
    }
}

fn holding(lang: Lang, column: &str) -> &'static str {
    match column {
        "owner" => lang.pick("who holds the shares: any actor, company or node", "wie de aandelen heeft: elke actor, onderneming of knoop"),
        "owned" => lang.pick(
            "in whom: a company, an operator of nodes, or a node itself",
            "in wie: een onderneming, een aanbieder van knopen, of zelf een knoop",
        ),
        "share" => lang.pick(
            "the part of the votes, 0 to 1; what is missing to 1 is not known",
            "het deel van de stemmen, 0 tot en met 1; wat aan 1 ontbreekt is niet bekend",
        ),
        "share_pct" => lang.pick("the same in percent, in place of share", "hetzelfde in procenten, in plaats van share"),
        _ => provenance(lang, column),
    }
}

fn criterion(lang: Lang, column: &str) -> &'static str {
    match column {
        "scheme" => lang.pick("who sets the limit", "wie de grens stelt"),
        "criterion" => {
            lang.pick("what is judged; the same name is the same criterion", "wat wordt beoordeeld; dezelfde naam is hetzelfde criterium")
        }
        "interest" => lang.pick("the interest that it belongs to", "het belang waar het bij hoort"),
        "measure" => lang.pick(
            "how it is measured: over time, at one moment, beyond a duration, or counted",
            "hoe het wordt gemeten: over de tijd, op één moment, voorbij een duur, of geteld",
        ),
        "duration_h" => lang
            .pick("longer than this, with beyond; with probability the period", "langer dan dit, bij beyond; bij probability de periode"),
        "class" => lang.pick("the class that begins at this amount", "de klasse die bij deze hoeveelheid begint"),
        "from" => lang.pick("the smallest amount of the class", "de kleinste hoeveelheid van de klasse"),
        "unit" => lang.pick("what the amount counts, such as EUR or people", "wat de hoeveelheid telt, zoals EUR of mensen"),
        _ => provenance(lang, column),
    }
}

fn impact(lang: Lang, column: &str) -> &'static str {
    match column {
        "node" => lang.pick("the node whose loss has this consequence", "de knoop waarvan de uitval dit gevolg heeft"),
        "criterion" => lang.pick("the criterion, as in the criteria", "het criterium, zoals bij de criteria"),
        "amount" => lang.pick(
            "how much at a full loss; per hour where it is added up over time",
            "hoeveel bij volledige uitval; per uur waar het over de tijd wordt opgeteld",
        ),
        "after_h" => lang.pick(
            "how long into each loss it begins; default at once",
            "hoe lang na het begin van elke uitval het begint; standaard meteen",
        ),
        "population" => lang.pick(
            "whom it concerns; amounts of one population are the same people",
            "wie het betreft; hoeveelheden van één bevolking zijn dezelfde mensen",
        ),
        _ => provenance(lang, column),
    }
}

fn measure(lang: Lang, column: &str) -> &'static str {
    match column {
        "id" => lang.pick("what scenarios and other measures call it", "hoe scenario's en andere maatregelen hem noemen"),
        "name" => lang.pick("what people call it", "hoe mensen hem noemen"),
        "cost_eur" => lang.pick("what it costs once", "wat hij eenmalig kost"),
        "cost_eur_per_year" => lang.pick("what it costs each year", "wat hij per jaar kost"),
        "target" => lang.pick("where it is taken: a selector", "waar hij wordt genomen: een selectie"),
        "change" => lang.pick(
            "what it changes, such as power.buffer_h=72; several apart by ;",
            "wat hij verandert, zoals stroom.buffer_h=72; meer gescheiden door ;",
        ),
        "excludes" => lang.pick(
            "measures that cannot be taken with it, apart by commas",
            "maatregelen die er niet mee samengaan, gescheiden door komma's",
        ),
        _ => provenance(lang, column),
    }
}

fn provenance(lang: Lang, column: &str) -> &'static str {
    match column {
        "source" => lang.pick("where the row comes from", "waar de rij vandaan komt"),
        "confidence" => lang.pick("how sure the row is", "hoe zeker de rij is"),
        "marking" => lang.pick("how the row may be shared, such as TLP:AMBER", "hoe de rij gedeeld mag worden, zoals TLP:AMBER"),
        _ => "",
    }
}
