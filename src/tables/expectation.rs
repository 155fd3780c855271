//! One `[[expect]]` of a scenario: what is known of a node in an incident.

use super::columns::Holds;
use super::toml_doc::{Doc, Section};
use super::words::Word;
use crate::diagnostic::Finding;
use crate::network::{Expectation, Expected, Network, NodeId, unknown_node};

const KEYS: [&str; 7] = ["node", "state", "level", "from_h", "hours", "source", "confidence"];

static STATES: &[(Word, Expected)] = &[
    (Word { english: "down", dutch: &["uit"] }, Expected::Down),
    (Word { english: "degraded", dutch: &["verminderd"] }, Expected::Degraded(None)),
    (Word { english: "up", dutch: &["in_bedrijf"] }, Expected::Up),
];

/// Reads an expectation; `None` when it is faulty.
pub(super) fn read(network: &Network, doc: &mut Doc, section: Section) -> Option<Expectation> {
    let before = doc.errors();
    doc.check_keys(section, &KEYS);
    for key in ["node", "state"].into_iter().filter(|&key| !section.entries.contains_key(key)) {
        doc.report(section.span(), Finding::MissingKey { key: key.to_owned() });
    }
    let node = node(network, doc, section);
    let state = state(doc, section);
    let from = doc.range(section, "from_h", Holds::Hours);
    let hours = doc.range(section, "hours", Holds::Hours);
    let source = doc.text(section, "source");
    let confidence = doc.confidence(section);
    let (node, state) = (node?, state?);
    (doc.errors() == before).then_some(Expectation { node, state, from, hours, source, confidence })
}

fn node(network: &Network, doc: &mut Doc, section: Section) -> Option<NodeId> {
    let (id, span) = doc.string(section, "node")?;
    let node = network.find(id.trim());
    if node.is_none() {
        doc.report(span, unknown_node(network, id.trim()));
    }
    node
}

/// The state, with the level that only a degraded one has.
fn state(doc: &mut Doc, section: Section) -> Option<Expected> {
    let state = doc.word(section, "state", STATES)?;
    let Some(value) = section.entries.get("level") else { return Some(state) };
    if matches!(state, Expected::Degraded(_)) {
        return Some(Expected::Degraded(doc.levels(section, "level")));
    }
    doc.wrong(value.span(), "level", "degraded");
    None
}
