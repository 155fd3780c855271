//! Two guesses that need no model: everything in the region falls, and everything reachable falls, both at once.

use crate::analysis::Model;
use crate::network::{Action, NodeId, Scenario};

/// The nodes that events of a scenario hit, in order.
fn hit(scenario: &Scenario) -> Vec<NodeId> {
    let nodes = scenario.events.iter().flat_map(|event| match &event.action {
        Action::Fail { nodes, .. } | Action::Compromise { nodes } => nodes.clone(),
        Action::Drain { .. } | Action::Trigger { .. } | Action::Acquire { .. } | Action::Measure { .. } => Vec::new(),
    });
    let mut hit: Vec<NodeId> = nodes.collect();
    hit.sort_unstable();
    hit.dedup();
    hit
}

/// What is hit, and every node that states the region of something that is hit; in order.
pub(super) fn in_region(model: &Model, scenario: &Scenario) -> Vec<NodeId> {
    let network = &model.network;
    let hit = hit(scenario);
    let regions: Vec<_> = hit.iter().filter_map(|&node| network.node(node).region).collect();
    let falls = |node: &NodeId| hit.contains(node) || network.node(*node).region.is_some_and(|region| regions.contains(&region));
    network.nodes().filter(falls).collect()
}

/// What is hit and everything that depends on it, directly or through others; in order.
pub(super) fn reachable(model: &Model, scenario: &Scenario) -> Vec<NodeId> {
    let topology = model.graph().topology;
    let mut reached = vec![false; topology.nodes()];
    let mut waiting = hit(scenario);
    for node in &waiting {
        reached[node.0 as usize] = true;
    }
    while let Some(node) = waiting.pop() {
        for edge in topology.dependents(node.0) {
            let dependent = topology.node_of(edge.need);
            if !std::mem::replace(&mut reached[dependent as usize], true) {
                waiting.push(NodeId(dependent));
            }
        }
    }
    model.network.nodes().filter(|node| reached[node.0 as usize]).collect()
}
