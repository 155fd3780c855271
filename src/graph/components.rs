//! Strongly connected components: the nodes that need one another in a circle.

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

impl Components {
    /// The components of a graph of `nodes` nodes: `edges` are the edges of a node, `target` is where an edge leads.
    ///
    /// Tarjan's algorithm (SIAM J. Comput. 1, 1972) without recursion: a chain may be as long as the network. Of a node one number is kept,
    /// so that an edge costs one look at memory.
    pub fn of(nodes: usize, edges: impl Fn(u32) -> Range<usize>, target: impl Fn(usize) -> u32) -> Self {
        let mut walk =
            Walk { edges, target, state: vec![UNSEEN; nodes], next_index: 0, path: Vec::new(), calls: Vec::new(), size: Vec::new() };
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
    fn follow(&self, call: &mut Call) -> Option<u32> {
        while call.next < call.end {
            let target = (self.target)(call.next);
            call.next += 1;
            match self.state[target as usize] {
                UNSEEN => return Some(target),
                // A known component has a higher number than any place.
                state => call.low = call.low.min(state),
            }
        }
        None
    }

    fn enter(&mut self, node: u32) -> Call {
        let index = self.next_index;
        self.state[node as usize] = index;
        self.next_index += 1;
        self.path.push(node);
        let Range { start, end } = (self.edges)(node);
        Call { node, index, low: index, next: start, end }
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
