//! The texts of a comparison.

mod chapter;

pub use chapter::*;

use super::{Lang, count, counted, number};
use crate::network::Fate;

/// The title.
pub fn title(lang: Lang, a: &str, b: &str) -> String {
    lang.pick(format!("What differs: A is {a}, B is {b}"), format!("Wat er verschilt: A is {a}, B is {b}"))
}

/// What was done.
pub fn method(lang: Lang, samples: Option<u64>, ranges_differ: bool) -> String {
    let ranges = lang.pick(
        " Empty cells lie in other ranges, by the network.toml of each side: see what it says differently.",
        " Lege cellen liggen in andere ranges, volgens de network.toml van elke kant: zie wat daar anders in staat.",
    );
    let ranges = if ranges_differ { ranges } else { "" };
    let asked = match samples {
        None if ranges_differ => lang.pick("Both sides were asked the same questions.", "Beide kanten kregen dezelfde vragen.").to_owned(),
        None => lang.pick(
            "Both sides were asked the same questions, with unknowns taken alike.".to_owned(),
            "Beide kanten kregen dezelfde vragen, met dezelfde aannames over wat onbekend is.".to_owned(),
        ),
        Some(samples) => {
            let samples = count(lang, samples);
            lang.pick(
                format!("Both sides were asked the same questions in the same {samples} samples, so a difference is not blurred by the luck of the draw. Differences within 1.96 standard errors are called not significant."),
                format!("Beide kanten kregen dezelfde vragen in dezelfde {samples} trekkingen, zodat toeval het verschil niet vertroebelt. Verschillen binnen 1,96 standaardfout heten niet significant."),
            )
        }
    };
    asked + ranges
}

/// One network under two scenarios.
pub fn same_network(lang: Lang) -> &'static str {
    lang.pick("Both sides are the same network.", "Beide kanten zijn hetzelfde netwerk.")
}

/// The networks hold the same; `settings`: what network.toml says as well.
pub fn same_data(lang: Lang, settings: bool) -> &'static str {
    if settings {
        lang.pick(
            "The networks hold the same rows, and network.toml says the same.",
            "De netwerken bevatten dezelfde rijen, en in network.toml staat hetzelfde.",
        )
    } else {
        lang.pick("The networks hold the same rows.", "De netwerken bevatten dezelfde rijen.")
    }
}

/// The heads of what network.toml says.
pub fn setting_heads(lang: Lang) -> [&'static str; 3] {
    lang.pick(["key", "A", "B"], ["sleutel", "A", "B"])
}

/// What settings do; `ranges`: whether they say where empty cells lie.
pub fn settings(lang: Lang, ranges: bool) -> &'static str {
    if ranges {
        lang.pick(
            "Ranges say where empty cells lie: certain verdicts and what `sensitivity` asks first rest on them, and no figure that is compared here. The other keys change no answer.",
            "Ranges zeggen waar lege cellen liggen: zekere oordelen en wat `sensitivity` het eerst vraagt rusten erop, en geen uitkomst die hier vergeleken is. De andere sleutels veranderen geen uitkomst.",
        )
    } else {
        lang.pick("These keys change no answer.", "Deze sleutels veranderen geen uitkomst.")
    }
}

/// Whose verdicts ranges alone change.
pub fn by_ranges(lang: Lang, number: u64, nodes: &str) -> String {
    let number = counted(lang, number, lang.pick(("verdict", "verdicts"), ("oordeel", "oordelen")));
    lang.pick(
        format!("The ranges in network.toml of B alone would change {number} in A: {nodes}."),
        format!("Alleen al de ranges in network.toml van B zouden in A {number} veranderen: {nodes}."),
    )
}

/// A figure by its name in words.
pub fn figure(lang: Lang, name: &str) -> &str {
    match name {
        "affected" => lang.pick("nodes affected", "knopen geraakt"),
        "lost" => lang.pick("nodes lost", "knopen uit"),
        "lost_h" => lang.pick("hours lost", "verloren uren"),
        "processes_lost" => lang.pick("processes lost", "processen uit"),
        "sectors_hit" => lang.pick("sectors hit", "sectoren geraakt"),
        "single_points" => single_points(lang),
        "score_sum" => lang.pick("sum of all scores", "som van alle scores"),
        other => other,
    }
}

/// A difference over samples, which has its sign.
pub fn difference(lang: Lang, mean: &str, se: f64, is_significant: bool) -> String {
    let shown = format!("{mean} ± {}", number(lang, se));
    if is_significant { shown } else { format!("{shown}: {}", lang.pick("no significant difference", "geen significant verschil")) }
}

/// What hubs are called.
pub fn hubs(lang: Lang) -> &'static str {
    lang.pick("hubs (the ten worst)", "knooppunten (de tien ergste)")
}

/// What single points of failure are called.
pub fn single_points(lang: Lang) -> &'static str {
    lang.pick("single points of failure", "enkelvoudige storingspunten")
}

/// Some single points of failure may not have been found.
pub fn not_all_single_points(lang: Lang) -> &'static str {
    lang.pick(
        "Not all single points of failure were found: one that seems new or gone may be on both sides.",
        "Niet alle enkelvoudige storingspunten zijn gevonden: wat nieuw of verdwenen lijkt, kan aan beide kanten bestaan.",
    )
}

/// What came and what went, by name.
pub fn came_and_went(lang: Lang, what: &str, came: &str, went: &str) -> String {
    if came.is_empty() && went.is_empty() {
        return lang.pick(format!("{what}: the same"), format!("{what}: dezelfde"));
    }
    let (new, gone) = (lang.pick("new", "nieuw"), lang.pick("gone", "verdwenen"));
    match (came.is_empty(), went.is_empty()) {
        (false, true) => format!("{what}: {new} {came}"),
        (true, _) => format!("{what}: {gone} {went}"),
        (false, false) => format!("{what}: {new} {came}; {gone} {went}"),
    }
}

/// A node, as the head of a column.
pub fn node(lang: Lang) -> &'static str {
    lang.pick("node", "knoop")
}

/// Hours lost on a side.
pub fn lost_hours(lang: Lang, side: &str) -> String {
    lang.pick(format!("{side}: hours lost"), format!("{side}: verloren uren"))
}

/// The heads of the ranking.
pub fn rank_heads(lang: Lang) -> [&'static str; 6] {
    lang.pick(
        ["node", "A: rank", "B: rank", "A: score", "B: score", "difference over samples"],
        ["knoop", "A: plaats", "B: plaats", "A: score", "B: score", "verschil over trekkingen"],
    )
}

/// An expectation that is met on one side alone.
pub fn met(lang: Lang, node: &str, in_b: bool) -> String {
    if in_b {
        lang.pick(format!("{node}: met in B, not in A"), format!("{node}: klopt in B, niet in A"))
    } else {
        lang.pick(format!("{node}: met in A, no longer in B"), format!("{node}: klopt in A, niet meer in B"))
    }
}

/// How many changes were tried.
pub fn tried(lang: Lang, (tried, of): (u64, u64), moving: u64) -> String {
    let (tried_text, of_text, moving) = (count(lang, tried), count(lang, of), count(lang, moving));
    if tried == of {
        return lang.pick(
            format!("Changes that move a figure: {moving} of {of_text}, each tried by itself."),
            format!("Wijzigingen die een uitkomst veranderen: {moving} van {of_text}, elk op zichzelf geprobeerd."),
        );
    }
    lang.pick(
        format!("Changes that move a figure: {moving} of the {tried_text} that were tried, each by itself. There are {of_text} in all; of the rest it is not known."),
        format!("Wijzigingen die een uitkomst veranderen: {moving} van de {tried_text} die zijn geprobeerd, elk op zichzelf. Er zijn er {of_text}; van de rest is het niet bekend."),
    )
}

/// Changes of which it is not known whether they move a figure.
pub fn unknown(lang: Lang, unknown: u64) -> String {
    let unknown = count(lang, unknown);
    lang.pick(
        format!("Of {unknown} more it is not known: tried by itself, the scenario names what is not there."),
        format!("Van nog {unknown} is het niet bekend: op zichzelf geprobeerd noemt het scenario iets dat er niet is."),
    )
}

/// The user interrupted: whether what the scenario does, the rankings, changes that were not tried and all samples are missing.
pub fn interrupted(lang: Lang, [course, ranking, changes, samples]: [bool; 4]) -> String {
    let parts = [
        (course, lang.pick("what the scenario does on both sides", "wat het scenario aan beide kanten doet")),
        (ranking, lang.pick("who became more or less critical", "wie meer of minder kritiek werd")),
        (changes, lang.pick("what changes do that were not tried yet", "wat wijzigingen doen die nog niet waren geprobeerd")),
        (samples, lang.pick("samples (figures are by the stance)", "trekkingen (uitkomsten zijn volgens het uitgangspunt)")),
    ];
    let missing: Vec<&str> = parts.into_iter().filter(|(is_missing, _)| *is_missing).map(|(_, part)| part).collect();
    let (right, missing) = (lang.pick("What is shown is right", "Wat er staat klopt"), missing.join("; "));
    if missing.is_empty() {
        return lang.pick(
            format!("Stopped early: {}; fewer samples were drawn than asked for.", right.to_lowercase()),
            format!("Voortijdig gestopt: {}; er zijn minder trekkingen gedaan dan gevraagd.", right.to_lowercase()),
        );
    }
    lang.pick(format!("Stopped early. {right}. Missing: {missing}."), format!("Voortijdig gestopt. {right}. Er ontbreekt: {missing}."))
}

/// The heads of a change and of what its rows say.
pub fn effect_rows(lang: Lang) -> [&'static str; 2] {
    lang.pick(["change", "what the rows say"], ["wijziging", "wat de rijen zeggen"])
}

/// The heads of what a change does to a figure.
pub fn effect_heads(lang: Lang, name: &str) -> [String; 2] {
    let figure = figure(lang, name);
    lang.pick(
        [format!("{figure}: A with it"), format!("{figure}: B rests on it")],
        [format!("{figure}: A ermee"), format!("{figure}: B dankzij")],
    )
}

/// How to read the effects; gaps are told where there are any.
pub fn effects_legend(lang: Lang, has_gaps: bool) -> String {
    let legend = lang.pick(
        "'A with it': by how much the figure of A moves when this change alone is made. 'B rests on it': by how much the figure of B would move back without it. A change that does nothing alone and much in B works together with others.",
        "'A ermee': hoeveel de uitkomst van A verandert met alleen deze wijziging. 'B dankzij': hoeveel de uitkomst van B zonder deze wijziging terugvalt. Een wijziging die alleen niets doet en in B veel, werkt samen met andere.",
    );
    let gaps = lang.pick("Empty: the scenario names what is not there then.", "Leeg: het scenario noemt iets dat er dan niet is.");
    if has_gaps { format!("{legend} {gaps}") } else { legend.to_owned() }
}

/// What two scenarios do differently is no change of the data.
pub fn under_own_scenario(lang: Lang) -> &'static str {
    lang.pick(
        "Each change is tried under the scenario of its side. Measures that a scenario takes are changes; what else happens in one scenario and not in the other is not.",
        "Elke wijziging is geprobeerd in het scenario van haar kant. Maatregelen die een scenario neemt zijn wijzigingen; wat er verder in het ene scenario gebeurt en in het andere niet, is dat niet.",
    )
}

/// A need as a unit of change.
pub fn need(lang: Lang, dependent: &str, need: &str) -> String {
    lang.pick(format!("need '{need}' of {dependent}"), format!("behoefte '{need}' van {dependent}"))
}

/// The row of a node as a unit of change.
pub fn node_row(lang: Lang, id: &str) -> String {
    lang.pick(format!("node {id}"), format!("knoop {id}"))
}

/// The holdings in a company as a unit of change.
pub fn company(lang: Lang, id: &str) -> String {
    lang.pick(format!("holdings in {id}"), format!("belangen in {id}"))
}

/// Impacts and criteria as a unit of change.
pub fn consequences(lang: Lang) -> &'static str {
    lang.pick("impacts and criteria", "gevolgen en criteria")
}

/// The heads of the changes.
pub fn change_heads(lang: Lang) -> [&'static str; 5] {
    lang.pick(["row is", "row", "column", "A", "B"], ["rij is", "rij", "kolom", "A", "B"])
}

/// What became of a row.
pub fn fate(lang: Lang, fate: Fate) -> &'static str {
    match fate {
        Fate::New => lang.pick("new", "nieuw"),
        Fate::Gone => lang.pick("gone", "weg"),
        Fate::Changed => lang.pick("changed", "gewijzigd"),
    }
}

/// Rows that are not shown.
pub fn more(lang: Lang, more: u64) -> String {
    let more = count(lang, more);
    lang.pick(format!("{more} more in csv and JSON."), format!("Nog {more} in csv en JSON."))
}

/// Too few or too many scenarios.
pub fn which_scenarios(lang: Lang) -> &'static str {
    lang.pick(
        "compare two networks (A B, with at most one --scenario), or one network under two scenarios (A --scenario X --scenario Y)",
        "vergelijk twee netwerken (A B, met hooguit één --scenario), of één netwerk in twee scenario's (A --scenario X --scenario Y)",
    )
}

/// Headings.
pub mod heading {
    use super::Lang;

    /// Losses of a scenario.
    pub fn losses(lang: Lang) -> &'static str {
        lang.pick("What the scenario does on both sides", "Wat het scenario aan beide kanten doet")
    }

    /// Certain verdicts.
    pub fn verdicts(lang: Lang) -> &'static str {
        lang.pick("Certain verdicts that changed", "Zekere oordelen die veranderden")
    }

    /// Expectations.
    pub fn expectations(lang: Lang) -> &'static str {
        lang.pick("Expectations met on one side alone", "Verwachtingen die maar aan één kant kloppen")
    }

    /// Ranks.
    pub fn ranking(lang: Lang) -> &'static str {
        lang.pick("Who became more or less critical", "Wie meer of minder kritiek werd")
    }

    /// Effects.
    pub fn effects(lang: Lang) -> &'static str {
        lang.pick("What in the data changed the answer", "Wat in de gegevens de uitkomst veranderde")
    }

    /// What network.toml says.
    pub fn settings(lang: Lang) -> &'static str {
        lang.pick("What network.toml says differently", "Wat er anders in network.toml staat")
    }

    /// Changes.
    pub fn changes(lang: Lang) -> &'static str {
        lang.pick("All rows that differ", "Alle rijen die verschillen")
    }
}
