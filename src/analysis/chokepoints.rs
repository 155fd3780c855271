//! Where must compromise pass on its way from some nodes to others, and which guard holds off most?
//!
//! A guarded row passes no compromise; a guarded node is not compromised and so passes none on. Rows that pass none anyway (their probability
//! under the stance, or their provider finds its compromise first) are left out; time is not looked at, so that a cut holds for good.

use super::Model;
use crate::engine::{Flow, UNBOUNDED, dominated};
use crate::graph::{AccessCells, AccessNumbers, NEVER_PASSES};
use crate::network::{DependencyId, NodeId, Stance};

/// What is asked.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Config {
    /// Where compromise may begin.
    pub from: Vec<NodeId>,
    /// What must not be reached; those where it may begin are left out.
    pub to: Vec<NodeId>,
}

impl Config {
    /// From these nodes to those.
    pub fn new(from: Vec<NodeId>, to: Vec<NodeId>) -> Self {
        Self { from, to }
    }
}

/// Where compromise must pass.
#[derive(Debug, Clone, PartialEq)]
pub struct Chokepoints {
    /// How unknowns were taken.
    pub stance: Stance,
    /// How many targets there are, those where compromise may begin left out.
    pub targets: u64,
    /// The targets that are reached, in order.
    pub reached: Vec<NodeId>,
    /// The fewest rows that part them, in order; of equal ones those nearest to where compromise begins.
    pub rows: Vec<DependencyId>,
    /// The fewest nodes in between that part them, in order; `None`: rows lead straight from beginning to target.
    pub nodes: Option<Vec<NodeId>>,
    /// The rows that do.
    pub direct: Vec<DependencyId>,
    /// Single guards that hold compromise off from at least one target, the best first.
    pub guards: Vec<Guard>,
}

/// What is guarded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Guarded {
    /// A node in between.
    Node(NodeId),
    /// A row.
    Row(DependencyId),
}

/// One guard.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Guard {
    /// What is guarded.
    pub what: Guarded,
    /// How many of the reached targets are no longer reached.
    pub saves: u64,
}

/// Finds the cuts and the best single guards.
pub fn chokepoints(model: &Model, config: &Config) -> Chokepoints {
    let ways = Ways::of(model, config);
    let reached: Vec<NodeId> = ways.nodes.iter().filter(|&&node| ways.is_target[node as usize]).map(|&node| NodeId(node)).collect();
    let is_direct = |way: &&Way| ways.is_source[way.from as usize] && ways.is_target[way.to as usize];
    let mut direct: Vec<DependencyId> = ways.rows.iter().filter(is_direct).map(|way| DependencyId(way.row)).collect();
    direct.sort_unstable();
    Chokepoints {
        stance: model.stance,
        targets: ways.is_target.iter().filter(|&&is| is).count() as u64,
        reached,
        rows: ways.row_cut(),
        nodes: direct.is_empty().then(|| ways.node_cut()),
        direct,
        guards: ways.guards(),
    }
}

/// A row on a way from a source to a target.
#[derive(Debug, Clone, Copy)]
struct Way {
    from: u32,
    to: u32,
    row: u32,
}

/// Everything that lies on a way from a source to a target.
struct Ways {
    is_source: Vec<bool>,
    is_target: Vec<bool>,
    /// Nodes, in order.
    nodes: Vec<u32>,
    rows: Vec<Way>,
    /// The place of each node among `nodes`.
    place: Vec<u32>,
}

impl Ways {
    fn of(model: &Model, config: &Config) -> Self {
        let layer = model.access();
        let numbers = AccessNumbers::of(layer, &AccessCells::new(&model.network, model.stance));
        let marked = |nodes: &[NodeId]| {
            let mut is = vec![false; layer.nodes()];
            for node in nodes {
                is[node.0 as usize] = true;
            }
            is
        };
        let is_source = marked(&config.from);
        let mut is_target = marked(&config.to);
        is_target.iter_mut().zip(&is_source).for_each(|(target, &source)| *target &= !source);
        let passing = |node: u32| layer.range(node).filter(|&place| numbers.after(place) != NEVER_PASSES);
        let all = (0..layer.nodes() as u32).flat_map(|from| {
            passing(from).map(move |place| Way { from, to: layer.rows()[place].dependent, row: layer.rows()[place].member })
        });
        // A row into a source is on no way: compromise is there already.
        let mut rows: Vec<Way> = all.filter(|way| !is_source[way.to as usize]).collect();
        let ahead = closure(&is_source, rows.iter().map(|way| (way.from, way.to)));
        let back = closure(&is_target, rows.iter().map(|way| (way.to, way.from)));
        rows.retain(|way| ahead[way.from as usize] && back[way.to as usize]);
        let nodes: Vec<u32> = (0..layer.nodes() as u32).filter(|&node| ahead[node as usize] && back[node as usize]).collect();
        let mut place = vec![u32::MAX; layer.nodes()];
        for (at, &node) in nodes.iter().enumerate() {
            place[node as usize] = at as u32;
        }
        Self { is_source, is_target, nodes, rows, place }
    }

    fn at(&self, node: u32) -> u32 {
        self.place[node as usize]
    }

    fn row_cut(&self) -> Vec<DependencyId> {
        let (source, sink) = (self.nodes.len() as u32, self.nodes.len() as u32 + 1);
        let mut flow = Flow::new(self.nodes.len() + 2);
        for (at, &node) in self.nodes.iter().enumerate() {
            self.join(&mut flow, node, at as u32, at as u32, source, sink);
        }
        self.rows.iter().for_each(|way| flow.add(self.at(way.from), self.at(way.to), 1));
        flow.run(source, sink);
        let side = flow.side(source);
        let is_cut = |way: &&Way| side[self.at(way.from) as usize] && !side[self.at(way.to) as usize];
        let mut cut: Vec<DependencyId> = self.rows.iter().filter(is_cut).map(|way| DependencyId(way.row)).collect();
        cut.sort_unstable();
        cut
    }

    /// Every node is an arc from where it is reached to where it passes on.
    fn node_cut(&self) -> Vec<NodeId> {
        let count = self.nodes.len() as u32;
        let (source, sink) = (2 * count, 2 * count + 1);
        let mut flow = Flow::new(2 * self.nodes.len() + 2);
        for (at, &node) in self.nodes.iter().enumerate() {
            let is_between = self.is_between(node);
            flow.add(at as u32, count + at as u32, if is_between { 1 } else { UNBOUNDED });
            self.join(&mut flow, node, at as u32, count + at as u32, source, sink);
        }
        self.rows.iter().for_each(|way| flow.add(count + self.at(way.from), self.at(way.to), UNBOUNDED));
        flow.run(source, sink);
        let side = flow.side(source);
        let is_cut = |at: &usize| side[*at] && !side[count as usize + at];
        (0..self.nodes.len()).filter(is_cut).map(|at| NodeId(self.nodes[at])).collect()
    }

    fn is_between(&self, node: u32) -> bool {
        !self.is_source[node as usize] && !self.is_target[node as usize]
    }

    /// Joins a node to the outer ends of the flow where it is one of them.
    fn join(&self, flow: &mut Flow, node: u32, entry: u32, exit: u32, source: u32, sink: u32) {
        if self.is_source[node as usize] {
            flow.add(source, entry, UNBOUNDED);
        }
        if self.is_target[node as usize] {
            flow.add(exit, sink, UNBOUNDED);
        }
    }

    /// What every way to a target leads through. Rows are vertices too, behind the nodes; the last vertex is where all ways begin.
    fn guards(&self) -> Vec<Guard> {
        let (nodes, root) = (self.nodes.len(), self.nodes.len() + self.rows.len());
        let mut onwards: Vec<Vec<u32>> = vec![Vec::new(); root + 1];
        for (at, way) in self.rows.iter().enumerate() {
            onwards[self.at(way.from) as usize].push((nodes + at) as u32);
            onwards[nodes + at].push(self.at(way.to));
        }
        onwards[root] = (0..nodes as u32).filter(|&at| self.is_source[self.nodes[at as usize] as usize]).collect();
        let is_target = |vertex: u32| self.nodes.get(vertex as usize).is_some_and(|&node| self.is_target[node as usize]);
        let saved = dominated(&onwards, root as u32, |vertex| u64::from(is_target(vertex)));
        let between = (0..nodes).filter(|&at| self.is_between(self.nodes[at])).map(|at| (Guarded::Node(NodeId(self.nodes[at])), at));
        let rows = self.rows.iter().enumerate().map(|(at, way)| (Guarded::Row(DependencyId(way.row)), nodes + at));
        let mut guards: Vec<Guard> = between.chain(rows).map(|(what, vertex)| Guard { what, saves: saved[vertex] }).collect();
        guards.retain(|guard| guard.saves > 0);
        guards.sort_unstable_by_key(|guard| (std::cmp::Reverse(guard.saves), guard.what));
        guards
    }
}

/// All that can be come to along arcs from the nodes marked.
fn closure(marked: &[bool], arcs: impl Iterator<Item = (u32, u32)> + Clone) -> Vec<bool> {
    let mut first = vec![0_u32; marked.len() + 1];
    arcs.clone().for_each(|(from, _)| first[from as usize + 1] += 1);
    for node in 0..marked.len() {
        first[node + 1] += first[node];
    }
    let mut next = first.clone();
    let mut ends = vec![0; first[marked.len()] as usize];
    for (from, to) in arcs {
        ends[next[from as usize] as usize] = to;
        next[from as usize] += 1;
    }
    let mut reached = marked.to_vec();
    let mut waiting: Vec<u32> = (0..marked.len() as u32).filter(|&node| marked[node as usize]).collect();
    while let Some(node) = waiting.pop() {
        for &to in &ends[first[node as usize] as usize..first[node as usize + 1] as usize] {
            if !std::mem::replace(&mut reached[to as usize], true) {
                waiting.push(to);
            }
        }
    }
    reached
}
