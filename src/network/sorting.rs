//! Rows of dependencies in their order: (dependent, need, provider), from the order in which they were stated.
//!
//! A counting sort by dependent, then a small sort within each: linear in the rows for any network whose nodes have few needs each. Tables
//! mostly stand in order already, and then nothing is moved.

use super::build::{Fault, NodeOrder, rows_of};
use super::terms::{RowColumns, Terms};
use super::{Dependency, NameId, Names, NeedId, NodeId, Shape};
use crate::diagnostic::Finding;
use rayon::prelude::*;
use std::ops::Range;
use std::sync::Arc;

/// So many nodes are put in order on one core.
const NODES_AT_ONCE: usize = 1 << 14;

/// Rows in their order, and which of them belong together.
pub(super) struct Sorted {
    pub(super) rows: Vec<Dependency>,
    pub(super) shape: Shape,
    /// Per need; empty where every need is named after its only provider.
    pub(super) need_names: Vec<NameId>,
    pub(super) terms: Vec<Terms>,
}

/// Puts rows in order; finds those that need themselves, and those that stand twice.
pub(super) fn sort(rows: RowColumns, order: &NodeOrder, names: &Names, faults: &mut Vec<Fault>) -> Sorted {
    let first_row = first_rows(&rows, order);
    let mut sorted = place(&rows, order, &first_row);
    let (names_no_need, terms) = (rows.names_no_need(), rows.into_terms());
    let checks = Checks { order, names, first_row: &first_row, names_no_need };
    let found = checks.sort(&mut sorted, 0..order.ids.len());
    let (shape, need_names) = if names_no_need && found.is_empty() {
        (one_by_one(&mut sorted, first_row), Vec::new())
    } else {
        group(&mut sorted, order, &first_row, names_no_need)
    };
    faults.extend(found);
    Sorted { rows: sorted, shape, need_names, terms }
}

/// Where the rows of each node begin, and behind the last where all end.
fn first_rows(rows: &RowColumns, order: &NodeOrder) -> Vec<u32> {
    let mut first_row = vec![0_u32; order.ids.len() + 1];
    for &dependent in rows.dependents() {
        first_row[order.node(dependent).0 as usize + 1] += 1;
    }
    for node in 0..order.ids.len() {
        first_row[node + 1] += first_row[node];
    }
    first_row
}

/// Every row behind the others of its node. As long as needs have no numbers, a row holds the rank of its need's name; that of its provider
/// where every need is named after it, as nodes stand in the order of their names.
fn place(rows: &RowColumns, order: &NodeOrder, first_row: &[u32]) -> Vec<Dependency> {
    let names_no_need = rows.names_no_need();
    let row = |index: usize| {
        let provider = order.node(rows.providers()[index]);
        let need = NeedId(if names_no_need { provider.0 } else { order.rank[rows.need(index).0 as usize] });
        Dependency { provider, need, terms: rows.place(index), index: index as u32 }
    };
    if rows.dependents().is_sorted_by_key(|&dependent| order.node(dependent)) {
        return (0..rows.len()).into_par_iter().map(row).collect();
    }
    let mut next = first_row.to_vec();
    let blank = Dependency { provider: NodeId(0), need: NeedId(0), terms: 0, index: 0 };
    let mut placed = vec![blank; rows.len()];
    for (index, &dependent) in rows.dependents().iter().enumerate() {
        let next = &mut next[order.node(dependent).0 as usize];
        placed[*next as usize] = row(index);
        *next += 1;
    }
    placed
}

struct Checks<'a> {
    order: &'a NodeOrder,
    names: &'a Names,
    first_row: &'a [u32],
    names_no_need: bool,
}

impl Checks<'_> {
    /// Sorts the rows of each of these nodes, and tells what is wrong with them, in the order of nodes.
    fn sort(&self, rows: &mut [Dependency], nodes: Range<usize>) -> Vec<Fault> {
        if nodes.len() > NODES_AT_ONCE {
            let middle = nodes.start.midpoint(nodes.end);
            let (before, behind) = rows.split_at_mut((self.first_row[middle] - self.first_row[nodes.start]) as usize);
            let (mut faults, more) = rayon::join(|| self.sort(before, nodes.start..middle), || self.sort(behind, middle..nodes.end));
            faults.extend(more);
            return faults;
        }
        let (mut faults, start) = (Vec::new(), self.first_row[nodes.start]);
        for node in nodes {
            let bucket = &mut rows[(self.first_row[node] - start) as usize..(self.first_row[node + 1] - start) as usize];
            let key = |row: &Dependency| (u64::from(row.need.0) << 32 | u64::from(row.provider.0), row.index);
            if !bucket.is_sorted_by_key(key) {
                bucket.sort_unstable_by_key(key);
            }
            self.check(NodeId(node as u32), bucket, &mut faults);
        }
        faults
    }

    fn check(&self, dependent: NodeId, bucket: &[Dependency], faults: &mut Vec<Fault>) {
        let id = |node: NodeId| self.names.text(self.order.ids[node.0 as usize]).to_owned();
        for dependency in bucket.iter().filter(|dependency| dependency.provider == dependent) {
            let finding = Finding::SelfDependency { id: id(dependent) };
            faults.push(Fault { finding, rows: rows_of([dependency]), column: Some("provider") });
        }
        for pair in bucket.windows(2) {
            let [first, second] = pair else { continue };
            if first.need == second.need && first.provider == second.provider {
                let need = if self.names_no_need {
                    id(first.provider)
                } else {
                    self.names.text(self.order.by_rank[first.need.0 as usize]).to_owned()
                };
                let finding = Finding::DuplicateDependency { dependent: id(dependent), need, provider: id(first.provider) };
                faults.push(Fault { finding, rows: rows_of([second, first]), column: Some("provider") });
            }
        }
    }
}

/// A need for each row: what it is where needs are named after their providers and no row stands twice.
fn one_by_one(rows: &mut [Dependency], first_row: Vec<u32>) -> Shape {
    rows.par_iter_mut().enumerate().for_each(|(need, row)| row.need = NeedId(need as u32));
    let mut need_node: Arc<[u32]> = std::iter::repeat_n(0, rows.len()).collect();
    if let Some(need_node) = Arc::get_mut(&mut need_node) {
        for (node, range) in first_row.windows(2).enumerate() {
            need_node[range[0] as usize..range[1] as usize].fill(node as u32);
        }
    }
    Shape { first_need: first_row.into(), need_node, first_member: None }
}

/// Gives needs their numbers, and rows those of their needs.
fn group(rows: &mut [Dependency], order: &NodeOrder, first_row: &[u32], names_no_need: bool) -> (Shape, Vec<NameId>) {
    let nodes = order.ids.len();
    // Room that is not used is no memory, and room that grows by moving leaves holes behind.
    let room = || Vec::with_capacity(rows.len() + 1);
    let (mut need_node, mut first_member, mut need_names) = (room(), room(), Vec::new());
    let mut first_need = Vec::with_capacity(nodes + 1);
    for node in 0..nodes {
        first_need.push(need_node.len() as u32);
        let mut last = None;
        let bucket = &mut rows[first_row[node] as usize..first_row[node + 1] as usize];
        for (row, at) in bucket.iter_mut().zip(first_row[node]..) {
            if last.replace(row.need) != Some(row.need) {
                need_node.push(node as u32);
                first_member.push(at);
                if !names_no_need {
                    need_names.push(order.by_rank[row.need.0 as usize]);
                }
            }
            row.need = NeedId(need_node.len() as u32 - 1);
        }
    }
    first_need.push(need_node.len() as u32);
    first_member.push(rows.len() as u32);
    let first_member = (need_node.len() < rows.len()).then(|| first_member.into());
    (Shape { first_need: first_need.into(), need_node: need_node.into(), first_member }, need_names)
}
