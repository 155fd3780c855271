//! Strongly connected components: the nodes that need one another in a circle.

use std::ops::Range;

/// The component of every node. Components are numbered so that where an edge leads has at most the number of where it comes from: with edges
/// from dependent to provider, a provider's number is at most its dependents'.
#[derive(Debug, Clone, Default)]
pub struct Components {
    component: Vec<u32>,
    size: Vec<u32>,
}

const UNSEEN: u32 = u32::MAX;

impl Components {
    /// The components of a graph of `nodes` nodes: `edges` are the edges of a node, `target` is where an edge leads.
    ///
    /// Tarjan's algorithm (SIAM J. Comput. 1, 1972) without recursion: a chain may be as long as the network.
    pub fn of(nodes: usize, edges: impl Fn(u32) -> Range<usize>, target: impl Fn(usize) -> u32) -> Self {
        let found = Self { component: vec![UNSEEN; nodes], size: Vec::new() };
        let mut walk = Walk { edges, target, index: vec![UNSEEN; nodes], low: vec![0; nodes], next_index: 0, path: Vec::new(), found };
        for node in 0..nodes as u32 {
            if walk.index[node as usize] == UNSEEN {
                walk.from(node);
            }
        }
        walk.found
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
    index: Vec<u32>,
    low: Vec<u32>,
    next_index: u32,
    path: Vec<u32>,
    found: Components,
}

impl<E: Fn(u32) -> Range<usize>, T: Fn(usize) -> u32> Walk<E, T> {
    fn from(&mut self, root: u32) {
        let mut calls = vec![(root, self.enter(root))];
        while let Some((node, next)) = calls.last_mut() {
            let node = *node;
            if *next == (self.edges)(node).end {
                calls.pop();
                self.leave(node);
                if let Some((parent, _)) = calls.last() {
                    self.low[*parent as usize] = self.low[*parent as usize].min(self.low[node as usize]);
                }
                continue;
            }
            let provider = (self.target)(*next);
            *next += 1;
            if self.index[provider as usize] == UNSEEN {
                calls.push((provider, self.enter(provider)));
            } else if self.found.component[provider as usize] == UNSEEN {
                self.low[node as usize] = self.low[node as usize].min(self.index[provider as usize]);
            }
        }
    }

    fn enter(&mut self, node: u32) -> usize {
        self.index[node as usize] = self.next_index;
        self.low[node as usize] = self.next_index;
        self.next_index += 1;
        self.path.push(node);
        (self.edges)(node).start
    }

    fn leave(&mut self, node: u32) {
        if self.low[node as usize] != self.index[node as usize] {
            return;
        }
        let component = self.found.size.len() as u32;
        let mut size = 0;
        while let Some(member) = self.path.pop() {
            self.found.component[member as usize] = component;
            size += 1;
            if member == node {
                break;
            }
        }
        self.found.size.push(size);
    }
}
