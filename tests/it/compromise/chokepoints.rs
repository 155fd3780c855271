//! Cuts and single guards against trying every set of rows or nodes.

use super::{Net, cases, net, network_of};
use keten::analysis::Model;
use keten::analysis::chokepoints::{Chokepoints, Config, Guarded, chokepoints};
use keten::network::{DependencyId, NodeId, Stance};
use proptest::prelude::*;

/// Rows that pass compromise, by the place they were stated at.
fn passing(net: &Net) -> Vec<usize> {
    let passes = |&place: &usize| {
        let row = &net.rows[place];
        row.has_access && row.passes && net.detect[row.from].is_none_or(|detect| row.after < detect)
    };
    (0..net.rows.len()).filter(passes).collect()
}

/// Which of the targets are reached along these rows, past nodes that are guarded.
fn reached(net: &Net, rows: &[usize], guarded: &[usize], from: &[usize], to: &[usize]) -> Vec<usize> {
    let mut known: Vec<usize> = from.to_vec();
    let mut place = 0;
    while let Some(&node) = known.get(place) {
        place += 1;
        for &row in rows.iter().filter(|&&row| net.rows[row].from == node) {
            let to = net.rows[row].to;
            if !known.contains(&to) && !guarded.contains(&to) {
                known.push(to);
            }
        }
    }
    to.iter().copied().filter(|node| known.contains(node) && !from.contains(node)).collect()
}

/// The size of the smallest set among `things` for which `cuts` holds.
fn smallest(things: &[usize], cuts: impl Fn(&[usize]) -> bool) -> Option<usize> {
    let sets = (0_u32..1 << things.len())
        .map(|bits| things.iter().enumerate().filter(|(at, _)| bits >> at & 1 == 1).map(|(_, &thing)| thing).collect::<Vec<_>>());
    sets.filter(|set| cuts(set)).map(|set| set.len()).min()
}

fn check(net: &Net, from: &[usize], to: &[usize]) -> Result<(), TestCaseError> {
    let model = Model::new(network_of(net), Stance::Central);
    let ids = |nodes: &[usize]| nodes.iter().map(|&node| NodeId(node as u32)).collect();
    let answer: Chokepoints = chokepoints(&model, &Config::new(ids(from), ids(to)));
    let rows = passing(net);
    let all = reached(net, &rows, &[], from, to);
    prop_assert_eq!(answer.reached.iter().map(|node| node.0 as usize).collect::<Vec<_>>(), all.clone());
    // The place at which a row was stated is in the name of its need.
    let stated = |row: &DependencyId| {
        let need = model.network.dependencies()[row.0 as usize].need;
        model.network.need_name(need)[1..].parse::<usize>().unwrap()
    };
    let without = |cut: &[usize]| rows.iter().copied().filter(|row| !cut.contains(row)).collect::<Vec<_>>();
    let cut: Vec<usize> = answer.rows.iter().map(stated).collect();
    prop_assert!(reached(net, &without(&cut), &[], from, to).is_empty());
    prop_assert_eq!(Some(cut.len()), smallest(&rows, |cut| reached(net, &without(cut), &[], from, to).is_empty()));
    let between: Vec<usize> = (0..net.detect.len()).filter(|node| !from.contains(node) && !to.contains(node)).collect();
    let least = smallest(&between, |cut| reached(net, &rows, cut, from, to).is_empty());
    prop_assert_eq!(answer.nodes.as_ref().map(Vec::len), least);
    if let Some(nodes) = &answer.nodes {
        let nodes: Vec<usize> = nodes.iter().map(|node| node.0 as usize).collect();
        prop_assert!(reached(net, &rows, &nodes, from, to).is_empty());
    }
    prop_assert_eq!(answer.direct.is_empty(), least.is_some());
    let tried_nodes = between.iter().map(|&node| (format!("n{node}"), all.len() - reached(net, &rows, &[node], from, to).len()));
    let tried_rows = rows.iter().map(|&row| (format!("g{row}"), all.len() - reached(net, &without(&[row]), &[], from, to).len()));
    let mut tried: Vec<(String, usize)> = tried_nodes.chain(tried_rows).filter(|(_, saves)| *saves > 0).collect();
    let name = |what: Guarded| match what {
        Guarded::Node(node) => format!("n{}", node.0),
        Guarded::Row(row) => format!("g{}", stated(&row)),
    };
    let mut found: Vec<(String, usize)> = answer.guards.iter().map(|guard| (name(guard.what), guard.saves as usize)).collect();
    prop_assert!(found.windows(2).all(|pair| pair[0].1 >= pair[1].1));
    tried.sort();
    found.sort();
    prop_assert_eq!(found, tried);
    Ok(())
}

fn nodes() -> impl Strategy<Value = Vec<usize>> {
    proptest::collection::btree_set(0..6_usize, 1..=3).prop_map(|nodes| nodes.into_iter().collect())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: cases(2000), max_shrink_iters: 20_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn cuts_and_guards_are_those_that_trying_everything_finds(mut net in net(6), from in nodes(), to in nodes()) {
        net.rows.truncate(11);
        check(&net, &from, &to)?;
    }
}
