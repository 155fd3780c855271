//! The texts of choke points.

use super::word::noun;
use super::{Lang, count, counted};

/// The title.
pub fn title(lang: Lang, from: &str, to: &str) -> String {
    lang.pick(format!("Choke points: from {from} to {to}"), format!("Knelpunten: van {from} naar {to}"))
}

/// In place of a selector of targets.
pub fn vital(lang: Lang) -> &'static str {
    lang.pick("everything vital", "alles wat vitaal is")
}

/// How many targets are reached, and what was looked at.
pub fn summary(lang: Lang, reached: u64, of: u64) -> String {
    let (reached, of) = (count(lang, reached), counted(lang, of, lang.pick(("target", "targets"), ("doel", "doelen"))));
    lang.pick(
        format!("Compromise that begins there reaches {reached} of {of}. Rows that pass none are left out; time is not looked at, so that a cut holds for good."),
        format!("Compromittering die daar begint, bereikt {reached} van {of}. Rijen die niets doorgeven tellen niet mee; naar tijd is niet gekeken, zodat een snede blijvend houdt."),
    )
}

/// Nothing is reached, so nothing has to be guarded.
pub fn nothing(lang: Lang) -> &'static str {
    lang.pick("Nothing has to be guarded.", "Er hoeft niets bewaakt te worden.")
}

/// The heading over the fewest rows.
pub fn rows_heading(lang: Lang, rows: u64) -> String {
    let rows = counted(lang, rows, noun::rows(lang));
    lang.pick(
        format!("The fewest rows whose guarding cuts all off: {rows}"),
        format!("De minste rijen waarvan bewaking alles afsnijdt: {rows}"),
    )
}

/// The heading over the fewest nodes.
pub fn nodes_heading(lang: Lang, nodes: u64) -> String {
    let nodes = counted(lang, nodes, noun::nodes(lang));
    lang.pick(
        format!("The fewest nodes in between whose guarding cuts all off: {nodes}"),
        format!("De minste knopen ertussen waarvan bewaking alles afsnijdt: {nodes}"),
    )
}

/// No nodes in between cut all off.
pub fn direct(lang: Lang, rows: &str) -> String {
    lang.pick(
        format!("No nodes in between cut all off: some rows lead there straight ({rows})."),
        format!("Geen knopen ertussen snijden alles af: sommige rijen leiden er rechtstreeks heen ({rows})."),
    )
}

/// The heading over single guards.
pub fn guards_heading(lang: Lang) -> &'static str {
    lang.pick("Which single guard helps most", "Welke bewaking op zichzelf het meest helpt")
}

/// No single guard helps.
pub fn no_guard(lang: Lang) -> &'static str {
    lang.pick(
        "No single guard holds compromise off from any target: there is another way to each.",
        "Geen enkele bewaking op zichzelf houdt compromittering van een doel af: naar elk doel is er nog een weg.",
    )
}

/// Column heads of rows.
pub fn row_heads(lang: Lang) -> [&'static str; 3] {
    lang.pick(["who has access", "to", "for"], ["wie toegang heeft", "tot", "voor"])
}

/// Column heads of single guards.
pub fn guard_heads(lang: Lang) -> [&'static str; 2] {
    lang.pick(["guard", "targets held off"], ["bewaking", "doelen afgeschermd"])
}

/// Guarding a node.
pub fn guard_node(lang: Lang, node: &str) -> String {
    lang.pick(format!("node {node}"), format!("knoop {node}"))
}

/// Guarding a row.
pub fn guard_row(lang: Lang, provider: &str, dependent: &str) -> String {
    lang.pick(format!("access of {provider} to {dependent}"), format!("toegang van {provider} tot {dependent}"))
}
