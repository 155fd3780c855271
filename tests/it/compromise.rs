//! Compromise against a reference that walks every path, on random access networks; and the rules of the model one by one.

mod chokepoints;
mod ranking;
mod rules;

use crate::engine::cases;
use keten::engine::Spread;
use keten::graph::{AccessCells, AccessLayer};
use keten::network::{Access, Cell, Draft, Kind, Network, NodeDetail, NodeRow, Stance};
use keten::units::{Probability, Quantity, Time};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

/// A row of an access network; the need has a name of its own, so that rows between the same nodes may stand side by side.
#[derive(Debug, Clone)]
struct Row {
    from: usize,
    to: usize,
    after: i64,
    passes: bool,
    has_access: bool,
}

#[derive(Debug, Clone)]
struct Net {
    /// Per node: how long until it finds its compromise.
    detect: Vec<Option<i64>>,
    rows: Vec<Row>,
    sources: Vec<(usize, i64)>,
    until: i64,
}

/// What is told of a node: when it fell, and the nodes of the path.
type Fall = Option<(i64, Vec<usize>)>;

/// Every path without a repeated node from every source, one by one; of each node the best is kept: the earliest, of those the shortest, of
/// those the first in the order of ids.
fn by_enumeration(net: &Net) -> Vec<Fall> {
    let mut best: Vec<Fall> = vec![None; net.detect.len()];
    for &(source, at) in net.sources.iter().filter(|(_, at)| *at <= net.until) {
        walk(net, at, &mut vec![source], &mut best);
    }
    best
}

fn walk(net: &Net, at: i64, path: &mut Vec<usize>, best: &mut [Fall]) {
    let here = *path.last().unwrap();
    let better = best[here].as_ref().is_none_or(|(known_at, known)| (at, path.len(), &*path) < (*known_at, known.len(), known));
    if better {
        best[here] = Some((at, path.clone()));
    }
    for row in net.rows.iter().filter(|row| row.from == here && row.has_access && row.passes) {
        let found_first = net.detect[here].is_some_and(|detect| row.after >= detect);
        if !found_first && !path.contains(&row.to) && at + row.after <= net.until {
            path.push(row.to);
            walk(net, at + row.after, path, best);
            path.pop();
        }
    }
}

fn network_of(net: &Net) -> Network {
    let mut draft = Draft { has_node_table: true, ..Draft::default() };
    let hours = |ms: i64| Cell::Is(Quantity::Fixed(Time::from_ms(ms).unwrap()));
    for (place, detect) in net.detect.iter().enumerate() {
        let id = draft.names.intern(&format!("n{place}"));
        let kind = (place % 3 == 0).then_some(Kind::Process);
        let sector = Some(draft.names.intern(&format!("s{}", place % 2)));
        let detail = NodeDetail { detect: detect.map_or(Cell::None, hours), kind, sector, ..Default::default() };
        draft.nodes.push(NodeRow { id, detail });
    }
    for (place, row) in net.rows.iter().enumerate() {
        draft.depend(&format!("n{}", row.to), &format!("n{}", row.from));
        draft.dependencies[place].need = draft.names.intern(&format!("g{place}"));
        let detail = draft.detail_mut(place);
        detail.access = if row.has_access { Cell::Is(Access::Update) } else { Cell::None };
        detail.ttc = hours(row.after);
        detail.p_compromise = Some(Quantity::Fixed(Probability::new(if row.passes { 1.0 } else { 0.0 }).unwrap()));
    }
    Network::build(draft).unwrap()
}

fn by_engine(net: &Net, network: &Network) -> Vec<Fall> {
    let (layer, cells) = (AccessLayer::of(network), AccessCells::new(network, Stance::Central));
    let mut spread = Spread::new(layer.nodes());
    // A run before it must leave no trace.
    spread.run(&layer, &[(0, 0)], i64::MAX, &cells);
    let sources: Vec<(u32, i64)> = net.sources.iter().map(|&(node, at)| (node as u32, at)).collect();
    spread.run(&layer, &sources, net.until, &cells);
    let through = spread.through(&layer, &cells);
    let told = |node: u32| {
        let at = spread.at(node)?;
        let mut path = vec![node as usize];
        while let Some(row) = through[path[path.len() - 1]] {
            path.push(network.dependencies()[row as usize].provider.0 as usize);
        }
        path.reverse();
        assert_eq!(path.len() as u32, spread.steps(node) + 1);
        Some((at, path))
    };
    (0..layer.nodes() as u32).map(told).collect()
}

fn net(nodes: usize) -> impl Strategy<Value = Net> {
    let detect = vec(prop_oneof![3 => Just(None), 2 => select(vec![1, 2, 3, 5]).prop_map(Some), 1 => Just(Some(0))], nodes);
    let row = (
        0..nodes,
        0..nodes,
        select(vec![0, 0, 0, 1, 1, 2, 3]),
        prop_oneof![5 => Just(true), 1 => Just(false)],
        prop_oneof![6 => Just(true), 1 => Just(false)],
    );
    let row = row.prop_map(|(from, to, after, passes, has_access)| Row { from, to, after, passes, has_access });
    let rows = vec(row, 0..nodes * 3).prop_map(|rows| rows.into_iter().filter(|row| row.from != row.to).collect());
    let sources = vec((0..nodes, select(vec![0, 0, 1, 2, 4])), 1..=3);
    (detect, rows, sources, select(vec![3, 6, 1000, 0])).prop_map(|(detect, rows, sources, until)| Net { detect, rows, sources, until })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: cases(4000), max_shrink_iters: 20_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn spread_is_the_best_of_all_paths(net in net(6)) {
        let network = network_of(&net);
        prop_assert_eq!(by_engine(&net, &network), by_enumeration(&net));
    }

    #[test]
    fn spread_on_larger_networks_is_the_best_of_all_paths(net in net(9)) {
        let network = network_of(&net);
        prop_assert_eq!(by_engine(&net, &network), by_enumeration(&net));
    }
}
