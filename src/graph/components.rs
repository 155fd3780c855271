//! Strongly connected components: the nodes that need one another in a circle.

mod giant;

use std::ops::Range;

/// The component of every node. Components are numbered so that where an edge leads has at most the number of where it comes from: with edges
/// from dependent to provider, a provider's number is at most its dependents'.
#[derive(Debug, Clone, Default)]
pub struct Components {
    component: Vec<u32>,
    size: Vec<u32>,
}

/// Of a node that was not met yet.
const UNSEEN: u32 = u32::MAX;
/// Set in the state of a node whose component is known; the other bits are its number. There are fewer nodes than that.
const KNOWN: u32 = 1 << 31;
/// In a smaller graph there is little to win by looking for a component that holds most of it.
const LARGE: usize = 1 << 17;

impl Components {
    /// The components of a graph of `nodes` nodes: `edges` are the edges of a node, `target` is where an edge leads.
    ///
    /// Tarjan's algorithm (SIAM J. Comput. 1, 1972) without recursion: a chain may be as long as the network. Of a node one number is kept,
    /// so that an edge costs one look at memory. In a large graph a component that holds most nodes is found beforehand and then
    /// counts as one node.
    pub fn of(nodes: usize, edges: impl Fn(u32) -> Range<usize>, target: impl Fn(usize) -> u32) -> Self {
        let giant = if nodes < LARGE { None } else { giant::find(nodes, &edges, &target) };
        Self::with_giant(nodes, edges, target, giant.unwrap_or_default())
    }

    /// The same, where the nodes of one component are known: `giant` holds for these, or is empty.
    fn with_giant(nodes: usize, edges: impl Fn(u32) -> Range<usize>, target: impl Fn(usize) -> u32, giant: Vec<bool>) -> Self {
        let state = vec![UNSEEN; nodes];
        let giant = Giant { holds: giant, entered: UNSEEN, next: 0 };
        let mut walk = Walk { edges, target, state, next_index: 0, path: Vec::new(), calls: Vec::new(), size: Vec::new(), giant };
        for node in 0..nodes as u32 {
            if walk.state[node as usize] == UNSEEN {
                walk.from(node);
            }
        }
        walk.state.iter_mut().for_each(|state| *state &= !KNOWN);
        Self { component: walk.state, size: walk.size }
    }

    /// The same components of the graph whose edges lead the other way.
    #[must_use]
    pub fn reversed(mut self) -> Self {
        let last = self.size.len() as u32;
        self.component.iter_mut().for_each(|component| *component = last - 1 - *component);
        self.size.reverse();
        self
    }

    /// The component of a node.
    pub fn of_node(&self, node: u32) -> u32 {
        self.component[node as usize]
    }

    /// Whether a node is on a loop.
    pub fn is_on_loop(&self, node: u32) -> bool {
        self.size[self.component[node as usize] as usize] > 1
    }

    /// How many nodes a component has.
    pub fn size(&self, component: u32) -> u32 {
        self.size[component as usize]
    }

    /// How many components there are.
    pub fn count(&self) -> usize {
        self.size.len()
    }

    /// Whether any loop exists.
    pub fn has_loops(&self) -> bool {
        self.size.iter().any(|&size| size > 1)
    }
}

struct Walk<E, T> {
    edges: E,
    target: T,
    /// [`UNSEEN`], or the place of a node among those met, or with [`KNOWN`] its component.
    state: Vec<u32>,
    next_index: u32,
    /// Nodes whose component is not known yet.
    path: Vec<u32>,
    calls: Vec<Call>,
    size: Vec<u32>,
    giant: Giant,
}

/// A component that is known before the walk.
struct Giant {
    /// Whether it holds each node; empty where there is none.
    holds: Vec<bool>,
    /// The node by which it was entered; [`UNSEEN`] before.
    entered: u32,
    /// Its nodes from here on were not followed yet.
    next: u32,
}

impl Giant {
    fn holds(&self, node: u32) -> bool {
        self.holds.get(node as usize) == Some(&true)
    }
}

/// A node whose edges are being followed.
#[derive(Clone, Copy)]
struct Call {
    node: u32,
    index: u32,
    /// The earliest node met that this one is known to lead back to.
    low: u32,
    next: usize,
    end: usize,
}

impl<E: Fn(u32) -> Range<usize>, T: Fn(usize) -> u32> Walk<E, T> {
    fn from(&mut self, root: u32) {
        let mut call = self.enter(root);
        loop {
            if let Some(deeper) = self.follow(&mut call) {
                self.calls.push(call);
                call = self.enter(deeper);
                continue;
            }
            self.leave(call);
            let Some(above) = self.calls.pop() else { return };
            call = Call { low: above.low.min(call.low), ..above };
        }
    }

    /// Follows edges up to one that leads to a node not met yet.
    fn follow(&mut self, call: &mut Call) -> Option<u32> {
        while call.next < call.end {
            let target = (self.target)(call.next);
            call.next += 1;
            match self.state[target as usize] {
                UNSEEN => return Some(target),
                // A known component has a higher number than any place.
                state => call.low = call.low.min(state),
            }
        }
        if call.node == self.giant.entered { self.follow_giant(call) } else { None }
    }

    /// Follows the edges of all nodes of the known component up to one that leads out of it, to a node not met yet.
    fn follow_giant(&mut self, call: &mut Call) -> Option<u32> {
        while (self.giant.next as usize) < self.giant.holds.len() {
            let node = self.giant.next;
            self.giant.next += 1;
            if !self.giant.holds(node) {
                continue;
            }
            let edges = (self.edges)(node);
            for edge in edges.clone() {
                let target = (self.target)(edge);
                // What leads back from outside would belong to the component.
                if !self.giant.holds(target) && self.state[target as usize] == UNSEEN {
                    (call.next, call.end) = (edge + 1, edges.end);
                    return Some(target);
                }
            }
        }
        None
    }

    fn enter(&mut self, node: u32) -> Call {
        let index = self.next_index;
        self.next_index += 1;
        if self.giant.holds(node) {
            return self.enter_giant(node, index);
        }
        self.state[node as usize] = index;
        self.path.push(node);
        let Range { start, end } = (self.edges)(node);
        Call { node, index, low: index, next: start, end }
    }

    /// Enters all of the known component at once. The node by which it is entered stands before the others.
    fn enter_giant(&mut self, node: u32, index: u32) -> Call {
        self.giant.entered = node;
        self.path.push(node);
        for (other, state) in (0_u32..).zip(&mut self.state).filter(|&(other, _)| self.giant.holds(other)) {
            *state = index;
            if other != node {
                self.path.push(other);
            }
        }
        Call { node, index, low: index, next: 0, end: 0 }
    }

    fn leave(&mut self, call: Call) {
        if call.low != call.index {
            return;
        }
        let component = self.size.len() as u32;
        let mut size = 0;
        while let Some(member) = self.path.pop() {
            self.state[member as usize] = KNOWN | component;
            size += 1;
            if member == call.node {
                break;
            }
        }
        self.size.push(size);
    }
}

#[cfg(test)]
mod tests {
    use super::{Components, giant};
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn what_is_known_beforehand_changes_no_component(nodes in 1_u32..40, drawn in prop::collection::vec((any::<u32>(), any::<u32>()), 0..120)) {
            let mut rows: Vec<(u32, u32)> = drawn.iter().map(|(from, to)| (from % nodes, to % nodes)).collect();
            rows.sort_unstable();
            let first: Vec<usize> = (0..=nodes).map(|node| rows.partition_point(|row| row.0 < node)).collect();
            let edges = |node: u32| first[node as usize]..first[node as usize + 1];
            let target = |edge: usize| rows[edge].1;
            let plain = Components::with_giant(nodes as usize, edges, target, Vec::new());
            let known = giant::find(nodes as usize, edges, target);
            prop_assume!(known.is_some());
            let with = Components::with_giant(nodes as usize, edges, target, known.unwrap_or_default());
            prop_assert_eq!((plain.count(), plain.has_loops()), (with.count(), with.has_loops()));
            for (one, other) in (0..nodes).flat_map(|one| (0..nodes).map(move |other| (one, other))) {
                let is_one = |components: &Components| components.of_node(one) == components.of_node(other);
                prop_assert_eq!(is_one(&plain), is_one(&with));
            }
            for node in 0..nodes {
                prop_assert_eq!(plain.size(plain.of_node(node)), with.size(with.of_node(node)));
                prop_assert!(edges(node).all(|edge| with.of_node(target(edge)) <= with.of_node(node)));
            }
        }
    }
}
