//! Answers that were taken in, as a setting of the run.

use crate::network::{Answered, CellPlace, NameId, Network};
use serde::Serialize;
use serde_json::Value;

#[derive(Serialize)]
struct Wire<'n> {
    node: &'n str,
    need: Option<&'n str>,
    provider: Option<&'n str>,
    column: &'static str,
    value: String,
    source: Option<&'n str>,
    confidence: Option<f64>,
    answered_by: Option<&'n str>,
    date: Option<&'n str>,
}

/// Every answer with its provenance, in the order in which they were taken in.
pub fn answers(network: &Network) -> Value {
    let wires: Vec<Wire> = network.answers().iter().map(|answered| wire(network, answered)).collect();
    serde_json::to_value(wires).unwrap_or_default()
}

fn wire<'n>(network: &'n Network, answered: &Answered) -> Wire<'n> {
    let text = |name: Option<NameId>| name.map(|name| network.text(name));
    let (need, provider) = match answered.cell.place {
        CellPlace::Node(_) => (None, None),
        CellPlace::Need(need) => (Some(need), None),
        CellPlace::Row(row) => {
            let dependency = &network.dependencies()[row.0 as usize];
            (Some(dependency.need), Some(network.id(dependency.provider)))
        }
    };
    let node = match (answered.cell.place, need) {
        (CellPlace::Node(node), _) => network.id(node),
        (_, need) => need.map_or("", |need| network.id(network.need(need).dependent)),
    };
    Wire {
        node,
        need: need.map(|need| network.need_name(need)),
        provider,
        column: answered.cell.column.name(),
        value: network.cell(answered.cell).to_string(),
        source: text(answered.provenance.source),
        confidence: answered.provenance.confidence.map(|confidence| confidence.0),
        answered_by: text(answered.by),
        date: text(answered.date),
    }
}
