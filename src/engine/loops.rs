//! Where a silent mistake hides: nodes that hold one another down, or keep one another up (docs/semantics.md, section 4).

use super::baseline::Baseline;
use super::fixed_point::{FixedPoint, Settled, Side};
use super::instant::Step;
use super::queue::Marks;
use super::timeline::{LoopReport, State, Timeline};
use crate::graph::{Components, Graph};
use crate::units::ONE_PPM;

/// What is kept to tell loops from causes.
#[derive(Debug, Clone)]
pub(super) struct Loops<'g> {
    baseline: &'g Baseline,
    ceiling: FixedPoint,
    floor: FixedPoint,
    /// Nodes whose ceiling or floor may have moved in this instant.
    low: Marks,
    up: Marks,
    /// Nodes that fell from full function in this instant: the order of falling justifies them.
    fresh: Marks,
    /// Nodes that were held down by themselves until this instant.
    released: Vec<u32>,
    deadlocks: Vec<LoopReport>,
    self_supported: Vec<LoopReport>,
    indeterminate: Vec<u32>,
}

impl<'g> Loops<'g> {
    pub(super) fn new(graph: Graph, baseline: &'g Baseline, rest: &State) -> Self {
        let nodes = graph.topology.nodes();
        let ranks = baseline.rank.iter().map(|&rank| u64::from(rank)).collect();
        let mut floor = FixedPoint::new(Side::Floor, ranks, baseline.last_rank());
        for (node, &loss) in baseline.loss.iter().enumerate() {
            if loss > 0 {
                floor.set_apart(node as u32, Some(loss));
            }
        }
        floor.verify(Settled { graph, state: rest, now: 0 }, &baseline.again);
        Self {
            baseline,
            ceiling: FixedPoint::new(Side::Ceiling, vec![0; nodes], 0),
            floor,
            low: Marks::new(nodes),
            up: Marks::new(nodes),
            fresh: Marks::new(nodes),
            released: Vec::new(),
            deadlocks: Vec::new(),
            self_supported: Vec::new(),
            indeterminate: Vec::new(),
        }
    }

    pub(super) fn deadlocks(&self) -> &[LoopReport] {
        &self.deadlocks
    }

    pub(super) fn self_supported(&self) -> &[LoopReport] {
        &self.self_supported
    }

    pub(super) fn indeterminate(&self) -> Vec<u32> {
        let mut nodes = self.indeterminate.clone();
        nodes.sort_unstable();
        nodes.dedup();
        nodes
    }

    /// A provider or circumstance of `node` got better or worse. Off the loops it matters only once something differs somewhere.
    fn watch(&mut self, graph: Graph, node: u32, step: Step) {
        let on_loop = graph.topology.components().is_on_loop(node);
        let (ceiling_differs, floor_differs) = (!self.ceiling.is_everywhere_the_output(), !self.floor.is_everywhere_the_output());
        if ceiling_differs || (on_loop && step == Step::Gains) {
            self.low.add(node);
        }
        if floor_differs || (on_loop && step == Step::Losses) {
            self.up.add(node);
        }
    }

    /// Nodes that are up although nothing outside their loop feeds them, and that were fed when all worked.
    fn unfed(&self) -> Vec<u32> {
        self.floor
            .nodes_apart()
            .filter(|&node| self.floor.apart(node) == Some(ONE_PPM) && self.baseline.loss[node as usize] < ONE_PPM)
            .collect()
    }
}

impl Timeline<'_> {
    pub(super) fn watch(&mut self, node: u32, step: Step) {
        if let Some(loops) = &mut self.loops {
            loops.watch(self.graph, node, step);
        }
    }

    /// A node moves: from full function down it gets its place in the order of falling; any other move has its justification looked at.
    pub(super) fn stamp(&mut self, node: u32, before: u32, step: Step) {
        let Some(loops) = &mut self.loops else { return };
        if step == Step::Losses && before == 0 {
            loops.ceiling.stamp(node);
            loops.fresh.add(node);
        } else {
            loops.low.add(node);
        }
        loops.up.add(node);
    }

    /// A node whose own hazard or restart held it down until now.
    pub(super) fn release(&mut self, node: u32) {
        if let Some(loops) = &mut self.loops {
            loops.released.push(node);
        }
    }

    /// At the end of an instant: what holds itself down, and what keeps itself up.
    pub(super) fn watch_loops(&mut self) {
        let Some(loops) = &mut self.loops else { return };
        let settled = Settled { graph: self.graph, state: &self.state, now: self.now };
        for &node in self.work.looked_at.items() {
            if !(loops.fresh.contains(node) && loops.ceiling.is_everywhere_the_output()) {
                loops.low.add(node);
            }
            loops.up.add(node);
        }
        // A stock that fills up feeds a node without any event, so what is unfed is looked at each time.
        for node in loops.floor.nodes_apart().collect::<Vec<_>>() {
            loops.up.add(node);
        }
        if loops.ceiling.update(settled, loops.low.items(), &loops.released) {
            let held: Vec<u32> = loops.ceiling.nodes_apart().collect();
            report(self.graph, &mut loops.deadlocks, self.now, &held);
        }
        if loops.floor.update(settled, loops.up.items(), &[]) {
            let unfed = loops.unfed();
            report(self.graph, &mut loops.self_supported, self.now, &unfed);
            loops.indeterminate.extend(unfed);
        }
        loops.released.clear();
        loops.low.clear();
        loops.fresh.clear();
        loops.up.clear();
    }
}

/// Adds each strongly connected component of `nodes` (in order) with more than one node that was not reported before.
fn report(graph: Graph, reports: &mut Vec<LoopReport>, at: i64, nodes: &[u32]) {
    let mut first_edge = vec![0];
    let mut targets = Vec::new();
    for &node in nodes {
        let carrying = graph.topology.members_of(node).filter(|&member| !graph.parameters.always_delivers(member));
        targets.extend(carrying.filter_map(|member| nodes.binary_search(&graph.topology.provider(member)).ok()).map(|place| place as u32));
        first_edge.push(targets.len());
    }
    let components = Components::of(nodes.len(), |place| first_edge[place as usize]..first_edge[place as usize + 1], |edge| targets[edge]);
    let mut on_loops: Vec<u32> = (0..nodes.len() as u32).filter(|&place| components.is_on_loop(place)).collect();
    on_loops.sort_by_key(|&place| (components.of_node(place), place));
    let sets = on_loops.chunk_by(|&a, &b| components.of_node(a) == components.of_node(b));
    let mut found: Vec<Vec<u32>> = sets.map(|places| places.iter().map(|&place| nodes[place as usize]).collect()).collect();
    found.sort_unstable();
    for nodes in found {
        if reports.iter().all(|report| report.nodes != nodes) {
            reports.push(LoopReport { at, nodes });
        }
    }
}
