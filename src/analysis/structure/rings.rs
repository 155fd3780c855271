//! Loops, and whether they come back after an outage.
//!
//! Tried on the timeline, not guessed from columns: the nodes are out until every stock of the loop is empty, their own states are restored
//! at one moment, and a year later it is seen who is still down. All that is outside works, so only the loop itself can hold them down.

use super::Config;
use crate::analysis::Model;
use crate::engine::{Course, Hazard, Timeline};
use crate::network::NodeId;
use crate::units::{HOUR_MS, ONE_PPM};
use rayon::prelude::*;

/// How long after an outage is looked whether a loop came back, in hours: a year.
const WAIT_H: i64 = 8_766;

/// A loop: nodes that need one another in a circle.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ring {
    /// Its nodes, in order.
    pub nodes: Vec<NodeId>,
    /// Those that can start without the others for longer than their restart takes.
    pub black_starts: Vec<NodeId>,
    /// Those that stay down when all of it was out at once.
    pub stay_down: Vec<NodeId>,
    /// Those whose own passing outage leaves part of the loop down; `None`: too many to try.
    pub triggers: Option<Vec<NodeId>>,
}

impl Ring {
    /// Whether some outage that passes leaves it down, as far as was tried.
    pub fn can_lock(&self) -> bool {
        !self.stay_down.is_empty() || self.triggers.as_ref().is_some_and(|triggers| !triggers.is_empty())
    }
}

pub(super) fn rings(model: &Model, config: &Config) -> Vec<Ring> {
    let components = model.graph().topology.components();
    let mut nodes: Vec<u32> = (0..model.network.node_count() as u32).filter(|&node| components.is_on_loop(node)).collect();
    let with_triggers = nodes.len() <= config.triggers_up_to;
    nodes.sort_by_key(|&node| (components.of_node(node), node));
    let mut loops: Vec<&[u32]> = nodes.chunk_by(|&a, &b| components.of_node(a) == components.of_node(b)).collect();
    loops.sort_by_key(|nodes| (std::cmp::Reverse(nodes.len()), nodes[0]));
    let timeline = Timeline::new(model.graph());
    loops.into_par_iter().map_init(|| timeline.clone(), |timeline, nodes| ring(model, timeline, nodes, with_triggers)).collect()
}

fn ring(model: &Model, timeline: &mut Timeline, nodes: &[u32], with_triggers: bool) -> Ring {
    let until = longest_stock(model, nodes) + HOUR_MS;
    let locks = |timeline: &mut Timeline, node: u32| !down_after(timeline, &[node], nodes, until).is_empty();
    let stay_down = down_after(timeline, nodes, nodes, until);
    let triggers = with_triggers.then(|| nodes.iter().filter(|&&node| locks(timeline, node)).map(|&node| NodeId(node)).collect());
    let can_start = |&&node: &&u32| {
        let class = model.graph().parameters.node(node);
        class.black_start_ms > class.restart_ms
    };
    Ring {
        nodes: nodes.iter().map(|&node| NodeId(node)).collect(),
        black_starts: nodes.iter().filter(can_start).map(|&node| NodeId(node)).collect(),
        stay_down,
        triggers,
    }
}

/// The longest that a stock of the loop lasts, in ms.
fn longest_stock(model: &Model, nodes: &[u32]) -> i64 {
    let graph = model.graph();
    let stocks = nodes.iter().flat_map(|&node| graph.topology.needs_of(node)).map(|need| graph.parameters.need(need as u32).buffer_ms);
    stocks.max().unwrap_or(0)
}

/// Which of the nodes are below full function a year after these were out from the start until a moment.
fn down_after(timeline: &mut Timeline, out: &[u32], nodes: &[u32], until: i64) -> Vec<NodeId> {
    let hazard = |&node: &u32| Hazard { node, from: 0, to: Some(until), level: 0, event: 0 };
    timeline.run(&Course { hazards: out.iter().map(hazard).collect(), drains: Vec::new() }, until + WAIT_H * HOUR_MS);
    let mut last: Vec<u32> = vec![ONE_PPM; nodes.len()];
    for change in timeline.changes() {
        if let Ok(place) = nodes.binary_search(&change.node) {
            last[place] = change.output;
        }
    }
    timeline.reset();
    nodes.iter().zip(last).filter(|&(_, output)| output < ONE_PPM).map(|(&node, _)| NodeId(node)).collect()
}
