//! The texts of how a network is built.

use super::word::noun;
use super::{Lang, count, counted};
use crate::analysis::structure::Method;

/// Headings of the sections.
pub mod heading {
    use super::Lang;

    /// Nodes that need one another.
    pub fn loops(lang: Lang) -> &'static str {
        lang.pick("Loops", "Kringen")
    }

    /// How long chains are.
    pub fn depth(lang: Lang) -> &'static str {
        lang.pick("Depth", "Diepte")
    }

    /// What one loss ends.
    pub fn points(lang: Lang) -> &'static str {
        lang.pick("Single points of failure", "Enkelvoudige storingspunten")
    }

    /// What looks redundant.
    pub fn common(lang: Lang) -> &'static str {
        lang.pick("Redundancy that hangs on one node", "Dubbele voorzieningen die op één knoop rusten")
    }
}

/// How many loops there are, and how many can hold themselves down.
pub fn loops(lang: Lang, loops: u64, lock: u64) -> String {
    if loops == 0 {
        return lang.pick("There are no loops.", "Er zijn geen kringen.").to_owned();
    }
    let loops = counted(lang, loops, lang.pick(("loop", "loops"), ("kring", "kringen")));
    let can = if lock == 1 { "kan" } else { "kunnen" };
    let lock = count(lang, lock);
    lang.pick(
        format!("{loops}; {lock} can stay down after an outage that is over, because its nodes wait for one another. Tried in two ways: all of the loop out until every stock is empty and then repaired at once, and each node by itself."),
        format!("{loops}; {lock} {can} uit blijven na een storing die voorbij is, omdat de knopen op elkaar wachten. Op twee manieren geprobeerd: de hele kring uit tot elke voorraad op is en dan tegelijk hersteld, en elke knoop apart."),
    )
}

/// Column heads of the loops.
pub fn loop_heads(lang: Lang) -> [&'static str; 5] {
    lang.pick(
        ["nodes", "which", "after all was out", "locks when this one was out", "can start alone"],
        ["knopen", "welke", "nadat alles uit was", "blijft uit nadat deze uit was", "kan alleen starten"],
    )
}

/// What is left of a loop after all of it was out.
pub fn after_all(lang: Lang, stuck: u64) -> String {
    match stuck {
        0 => lang.pick("comes back", "komt terug").to_owned(),
        stuck => {
            let stuck = counted(lang, stuck, noun::nodes(lang));
            lang.pick(format!("{stuck} stay down"), format!("{stuck} uit gebleven"))
        }
    }
}

/// Too many nodes on loops.
pub fn not_tried(lang: Lang) -> &'static str {
    lang.pick("not tried: too many", "niet geprobeerd: te veel")
}

/// How long chains are.
pub fn depth(lang: Lang, levels: &[u64]) -> String {
    let links = count(lang, levels.len().saturating_sub(1) as u64);
    let first = counted(lang, levels.first().copied().unwrap_or(0), noun::nodes(lang));
    lang.pick(
        format!("The longest chain has {links} links; a loop counts as one node. {first} need nothing."),
        format!("De langste keten heeft {links} schakels; een kring telt als één knoop. Niets nodig: {first}."),
    )
}

/// One of the longest chains.
pub fn longest(lang: Lang, ids: &[&str]) -> String {
    let chain = ids.join(" → ");
    lang.pick(format!("One such chain: {chain}."), format!("Zo'n keten: {chain}."))
}

/// How single losses were followed.
pub fn method(lang: Lang, method: Method, complete: bool) -> String {
    let taken = lang.pick(
        "A single loss that lasts, seen at its end: stocks have run out and standby has stepped in.",
        "Eén uitval die blijft, bezien aan het eind: voorraden zijn op en reserve is ingesprongen.",
    );
    let how = match (method, complete) {
        (Method::EachLoss, false) => lang.pick(
            "Losses were followed each by itself until there was no room for more of what they end: what is listed is right, and there is more.",
            "Elke uitval is apart gevolgd tot er geen ruimte meer was voor wat ze stilleggen: wat er staat klopt, en er is meer.",
        ),
        (Method::EachLoss, true) => lang.pick("Every loss was followed by itself.", "Elke uitval is apart gevolgd."),
        (Method::Dominators, true) => lang.pick(
            "The network is large: losses were followed side by side, along what surely follows, which is all here.",
            "Het netwerk is groot: uitval is naast elkaar gevolgd langs wat er zeker uit volgt, en dat is hier alles.",
        ),
        (Method::Dominators, false) => lang.pick(
            "The network is large: losses were followed side by side, along what surely follows. What is listed is right; partial supply, large k-of-n needs or a want of room may leave out more.",
            "Het netwerk is groot: uitval is naast elkaar gevolgd langs wat er zeker uit volgt. Wat er staat klopt; door gedeeltelijke levering, grote k-uit-n-behoeften of gebrek aan ruimte kan er meer zijn.",
        ),
    };
    format!("{taken} {how}")
}

/// There is nothing that could end.
pub fn no_processes(lang: Lang) -> &'static str {
    lang.pick(
        "No node is a vital process (category A or B, or kind process), so nothing is listed.",
        "Geen knoop is een vitaal proces (categorie A of B, of soort proces), dus er staat niets.",
    )
}

/// How many processes one loss ends; at least so many where not all was looked at.
pub fn points(lang: Lang, processes: u64, without: u64, nodes: u64, complete: bool) -> String {
    let least = |number: String| if complete { number } else { lang.pick(format!("at least {number}"), format!("ten minste {number}")) };
    let ended = least(count(lang, processes - without));
    let (processes, nodes) = (
        counted(lang, processes, lang.pick(("vital process", "vital processes"), ("vitaal proces", "vitale processen"))),
        least(count(lang, nodes)),
    );
    lang.pick(
        format!("Of {processes}, {ended} can be ended by the loss of one other node; nodes that can do that: {nodes}."),
        format!("Van {processes} kan de uitval van één andere knoop er {ended} stilleggen; knopen die dat kunnen: {nodes}."),
    )
}

/// Column heads of the nodes.
pub fn point_heads(lang: Lang) -> [&'static str; 2] {
    lang.pick(["node", "vital processes that its loss ends"], ["knoop", "vitale processen die zijn uitval stillegt"])
}

/// Column heads of the processes.
pub fn process_heads(lang: Lang) -> [&'static str; 3] {
    lang.pick(["vital process", "single points", "the nearest"], ["vitaal proces", "enkelvoudige storingspunten", "de dichtstbije"])
}

/// How many needs only look redundant.
pub fn common(lang: Lang, common: u64, redundant: u64) -> String {
    let (common, redundant) = (count(lang, common), counted(lang, redundant, lang.pick(("need", "needs"), ("behoefte", "behoeften"))));
    lang.pick(
        format!("{redundant} can miss a provider; for {common} of them there is one node whose loss takes all providers at once."),
        format!("{redundant} kunnen een leverancier missen; bij {common} daarvan is er één knoop waarvan de uitval alle leveranciers tegelijk wegneemt."),
    )
}

/// Column heads of these needs.
pub fn common_heads(lang: Lang) -> [&'static str; 4] {
    lang.pick(["node", "need", "routes", "all of them need"], ["knoop", "behoefte", "wegen", "alle hebben nodig"])
}

/// More rows than are shown.
pub fn more(lang: Lang, rows: u64) -> String {
    let rows = count(lang, rows);
    lang.pick(format!("And {rows} more; JSON has them."), format!("En nog {rows}; JSON heeft ze."))
}
