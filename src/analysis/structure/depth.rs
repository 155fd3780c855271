//! The longest chains: levels of the condensation.

use super::Depth;
use crate::analysis::Model;
use crate::network::NodeId;

pub(super) fn depth(model: &Model) -> Depth {
    let topology = model.graph().topology;
    let components = topology.components();
    let mut first = vec![u32::MAX; components.count()];
    let mut order: Vec<u32> = (0..topology.nodes() as u32).collect();
    order.sort_by_key(|&node| (components.of_node(node), node));
    let (mut level, mut below) = (vec![0_usize; components.count()], vec![u32::MAX; components.count()]);
    // A provider's component has a lower number, so that its level is known when it is asked for.
    for &node in &order {
        let component = components.of_node(node);
        let own = component as usize;
        first[own] = first[own].min(node);
        for provider in topology.members_of(node).map(|member| components.of_node(topology.provider(member))) {
            let links = level[provider as usize] + 1;
            let nearer = links == level[own] && first[provider as usize] < first[below[own] as usize];
            if provider != component && (links > level[own] || nearer) {
                (level[own], below[own]) = (links, provider);
            }
        }
    }
    let deepest = (0..components.count()).max_by_key(|&component| (level[component], std::cmp::Reverse(first[component])));
    let mut levels = vec![0; deepest.map_or(0, |deepest| level[deepest] + 1)];
    for &node in &order {
        levels[level[components.of_node(node) as usize]] += 1;
    }
    let mut longest = Vec::new();
    let mut at = deepest.map_or(u32::MAX, |deepest| deepest as u32);
    while at != u32::MAX {
        longest.push(NodeId(first[at as usize]));
        at = below[at as usize];
    }
    longest.reverse();
    Depth { levels, longest }
}
