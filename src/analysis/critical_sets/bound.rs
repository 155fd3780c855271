//! How bad a set can be at most.
//!
//! A lasting loss makes nothing better, so a set brings down no more than it does together with an *anchor*, whatever else that is taken to be
//! lost; and the two together no more than the anchor alone, and what lies behind the items of the set along rows between nodes that the
//! anchor leaves something. Without an anchor that is all that lies behind; with one that brings down most of a network little is left. Each
//! anchor is a bound, and the least of them holds.
//!
//! With counts c(v) of the anchor's loss, and w(v) the most that v can count, a set S scores at most the sum of all c, and for each item of S
//! the sum of w - c over what lies behind it, less c of its own nodes, which no score counts.

use super::bits::Bits;
use super::{Item, Search, gone};
use crate::analysis::ranking::{Criterion, lasting};
use crate::engine::{Change, Course, Timeline};
use crate::network::NodeId;
use crate::units::ONE_PPM;
use rayon::prelude::*;

/// So many rows are walked at most to see what lies behind the items of an anchor; an item for which that does not suffice is taken to have
/// everything behind it.
const MOST_ROWS: usize = 100_000_000;

/// What sets score at most, given that an anchor is lost too.
#[derive(Debug, Clone)]
pub(super) struct Anchor {
    /// What the anchor brings down, its own nodes included.
    alone: i128,
    /// Per item what it may add.
    added: Vec<i128>,
}

/// Whether the criterion adds up over nodes and every item is a lasting loss, as these bounds ask.
pub(super) fn applies(search: &Search) -> bool {
    adds_up(search.config.rank.criterion) && search.items.iter().all(|item| matches!(item, Item::Lost(_)))
}

/// Whether a criterion adds up over nodes.
pub(super) fn adds_up(criterion: Criterion) -> bool {
    matches!(criterion, Criterion::Affected | Criterion::ProcessesLost | Criterion::Lost | Criterion::LostHours)
}

impl Anchor {
    /// What follows from taking these items to be lost as well. All items are lost nodes, and the criterion adds up.
    pub(super) fn of(search: &Search, anchor: &[usize]) -> Self {
        let mut timeline = Timeline::new(search.graph);
        let mut nodes: Vec<NodeId> = anchor.iter().flat_map(|&item| search.lost(item)).copied().collect();
        nodes.sort_unstable();
        nodes.dedup();
        timeline.run(&Course { hazards: nodes.into_iter().map(lasting).collect(), drains: Vec::new() }, search.config.rank.within.ms());
        let rest = Rest::after(search, timeline.changes());
        let limit = MOST_ROWS / search.items.len().max(1);
        let room = || Bits::new(search.graph.topology.nodes());
        let added = (0..search.items.len()).into_par_iter().map_init(room, |seen, item| rest.added(search, item, limit, seen)).collect();
        Self { alone: rest.counted.iter().sum(), added }
    }

    /// No set of so many items scores more.
    pub(super) fn of_any(&self, size: usize) -> i128 {
        let mut most = self.added.clone();
        most.sort_unstable_by(|a, b| b.cmp(a));
        self.alone + most.iter().take(size).sum::<i128>()
    }
}

/// What an anchor leaves.
struct Rest {
    /// Per node what it counts already.
    counted: Vec<i128>,
    /// Nodes that have nothing left from the start and for good.
    gone: Bits,
    /// What all nodes may still add.
    all: i128,
    /// Whether no node is in two items, so that what is counted of an item's own nodes can be taken off for each.
    is_disjoint: bool,
}

impl Rest {
    fn after(search: &Search, changes: &[Change]) -> Self {
        let nodes = search.graph.topology.nodes();
        let counted = counted(search, changes);
        let gone = gone(nodes, changes);
        let all = (0..nodes).map(|node| search.fine_weight(node) - counted[node]).sum();
        let mut own = Bits::new(nodes);
        let all_nodes = || (0..search.items.len()).flat_map(|item| search.lost(item));
        for node in all_nodes() {
            own.add(node.0 as usize);
        }
        Self { counted, gone, all, is_disjoint: own.count() == all_nodes().count() }
    }

    /// What an item may add: what lies behind it, as long as that takes few rows to see, else all.
    fn added(&self, search: &Search, item: usize, limit: usize, seen: &mut Bits) -> i128 {
        let own = search.lost(item);
        let mut waiting: Vec<u32> = own.iter().map(|node| node.0).collect();
        for &node in &waiting {
            seen.add(node as usize);
        }
        let mut met = waiting.clone();
        waiting.retain(|&node| !self.gone.has(node as usize));
        let off: i128 = if self.is_disjoint { own.iter().map(|node| self.counted[node.0 as usize]).sum() } else { 0 };
        let (mut added, mut rows) = (0, 0);
        while let Some(node) = waiting.pop() {
            for edge in search.graph.topology.dependents(node) {
                rows += 1;
                let dependent = search.graph.topology.node_of(edge.need);
                if !seen.has(dependent as usize) && !self.gone.has(dependent as usize) {
                    seen.add(dependent as usize);
                    met.push(dependent);
                    waiting.push(dependent);
                    added += search.fine_weight(dependent as usize) - self.counted[dependent as usize];
                }
            }
            if rows > limit {
                let own_rest: i128 = own.iter().map(|node| search.fine_weight(node.0 as usize) - self.counted[node.0 as usize]).sum();
                added = self.all - own_rest;
                break;
            }
        }
        for node in met {
            seen.remove(node as usize);
        }
        added - off
    }
}

/// What each node counts in the course of a loss.
fn counted(search: &Search, changes: &[Change]) -> Vec<i128> {
    let (within, lost_at) = (search.config.rank.within.ms(), search.config.rank.lost_at());
    let by_hours = search.config.rank.criterion == Criterion::LostHours;
    let by_loss = matches!(search.config.rank.criterion, Criterion::Lost | Criterion::ProcessesLost);
    let mut counted = vec![0_i128; search.graph.topology.nodes()];
    for change in changes {
        let (node, loss) = (change.node as usize, ONE_PPM - change.output);
        if !by_hours && (!by_loss || loss >= lost_at) {
            counted[node] = search.fine_weight(node);
        }
    }
    if by_hours {
        // What is lost from a change on, less what was lost from then on before it.
        let mut before = vec![0_u32; counted.len()];
        for change in changes {
            let (node, loss) = (change.node as usize, ONE_PPM - change.output);
            counted[node] += i128::from(within - change.at) * (i128::from(loss) - i128::from(before[node]));
            before[node] = loss;
        }
    }
    counted
}
