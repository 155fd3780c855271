//! A component that holds most of a graph, found without following chains: nodes are gone through in their order, so that memory is read in
//! its order too, and what is remembered of a node is one byte.
//!
//! National networks mostly have one: much needs the grid, telecom and money, which need one another.

use std::ops::Range;

/// So often all nodes are gone through at most, each way: in a long chain one pass after another would reach one node more.
const MAX_PASSES: usize = 16;
/// One node in so many is asked where it leads.
const SAMPLE: usize = 16;

/// Which nodes belong to the component that holds at least half of them; `None` where there is none, or where it takes long to see.
pub(super) fn find(nodes: usize, edges: impl Fn(u32) -> Range<usize>, target: impl Fn(usize) -> u32) -> Option<Vec<bool>> {
    let pivot = pivot(nodes, &edges, &target)?;
    let reaching = reaching(nodes, &edges, &target, pivot).filter(|reaching| is_most(reaching))?;
    let reached = reached(nodes, &edges, &target, pivot)?;
    let both: Vec<bool> = reaching.into_iter().zip(reached).map(|(reaching, reached)| reaching && reached).collect();
    Some(both).filter(|both| is_most(both))
}

fn is_most(holds: &[bool]) -> bool {
    2 * holds.iter().filter(|&&holds| holds).count() >= holds.len()
}

/// The node that most of a sample lead to.
fn pivot(nodes: usize, edges: impl Fn(u32) -> Range<usize>, target: impl Fn(usize) -> u32) -> Option<u32> {
    let mut targets: Vec<u32> = (0..nodes as u32).step_by(SAMPLE).flat_map(edges).map(target).collect();
    targets.sort_unstable();
    targets.chunk_by(|a, b| a == b).max_by_key(|alike| alike.len()).map(|alike| alike[0])
}

/// The nodes from which edges lead to the pivot.
fn reaching(nodes: usize, edges: impl Fn(u32) -> Range<usize>, target: impl Fn(usize) -> u32, pivot: u32) -> Option<Vec<bool>> {
    let mut reaching = vec![false; nodes];
    reaching[pivot as usize] = true;
    let mut rest: Vec<u32> = (0..nodes as u32).filter(|&node| node != pivot).collect();
    for _ in 0..MAX_PASSES {
        let before = rest.len();
        rest.retain(|&node| {
            let reaches = edges(node).any(|edge| reaching[target(edge) as usize]);
            reaching[node as usize] = reaches;
            !reaches
        });
        if rest.len() == before {
            return Some(reaching);
        }
    }
    None
}

/// The nodes to which edges lead from the pivot.
fn reached(nodes: usize, edges: impl Fn(u32) -> Range<usize>, target: impl Fn(usize) -> u32, pivot: u32) -> Option<Vec<bool>> {
    let (mut reached, mut followed) = (vec![false; nodes], vec![false; nodes]);
    reached[pivot as usize] = true;
    for _ in 0..MAX_PASSES {
        let mut is_done = true;
        for node in 0..nodes {
            if reached[node] && !followed[node] {
                (followed[node], is_done) = (true, false);
                edges(node as u32).for_each(|edge| reached[target(edge) as usize] = true);
            }
        }
        if is_done {
            return Some(reached);
        }
    }
    None
}
