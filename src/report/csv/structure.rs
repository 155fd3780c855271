//! How a network is built, as plain rows.

use super::{Rows, number, word};
use crate::analysis::Model;
use crate::analysis::structure::{Point, Structure};
use crate::network::NodeId;

/// `check --structure`: a row per node of each loop, per level of depth, per single point of failure of each vital process, and per node that
/// a redundant need hangs on.
pub fn structure(model: &Model, built: &Structure) -> String {
    let id = |node: NodeId| word(model.network.id(node));
    let mut rows = Rows::new("kind,id,need,node,number");
    for (place, ring) in built.rings.iter().enumerate() {
        for &node in &ring.nodes {
            let triggers = ring.triggers.as_ref().map_or_else(String::new, |triggers| number(u8::from(triggers.contains(&node))));
            rows.add(&["loop".to_owned(), number(place + 1), String::new(), id(node), triggers]);
        }
    }
    for (level, nodes) in built.depth.levels.iter().enumerate() {
        rows.add(&["level".to_owned(), number(level), String::new(), String::new(), number(nodes)]);
    }
    let point = |kind: &str, of: String, need: String, point: &Point| [kind.to_owned(), of, need, id(point.node), number(point.steps)];
    for process in &built.processes {
        for one in &process.points {
            rows.add(&point("single_point", id(process.node), String::new(), one));
        }
    }
    for common in &built.common {
        let need = model.network.need(common.need);
        for one in &common.points {
            rows.add(&point("shared", id(need.dependent), word(model.network.need_name(common.need)), one));
        }
    }
    rows.text()
}
