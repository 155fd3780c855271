//! What every form says of nodes beside their columns: ids that differ, and what came of a simulation.

use super::{Export, xml};
use crate::analysis::what_if::Affected;
use crate::network::{Network, NodeId};
use std::collections::BTreeSet;

/// The ids of all nodes as XML can hold them, no two the same, escaped.
pub(super) fn ids(network: &Network) -> Vec<String> {
    let plain: Vec<_> = network.nodes().map(|node| xml::kept(network.id(node))).collect();
    if plain.iter().zip(network.nodes()).all(|(kept, node)| *kept == network.id(node)) {
        return plain.iter().map(|id| xml::escaped(id).into_owned()).collect();
    }
    let mut taken: BTreeSet<String> = network.nodes().map(|node| network.id(node).to_owned()).collect();
    let mut give = |(node, id): (NodeId, String)| {
        if id == network.id(node) {
            return id;
        }
        let numbered = (2..).map(|number| format!("{id}#{number}"));
        let free = std::iter::once(id.clone()).chain(numbered).find(|name| !taken.contains(name)).unwrap_or_default();
        taken.insert(free.clone());
        free
    };
    let ids = network.nodes().zip(plain).map(|(node, id)| give((node, id.into_owned())));
    ids.map(|id| xml::escaped(&id).into_owned()).collect()
}

/// The columns that a simulation adds.
pub(super) const OUTCOME: [&str; 4] = ["first_loss_h", "min_output", "lost_h", "compromised_h"];

/// What came of a simulation, by node.
pub(super) struct Outcomes<'a> {
    affected: Vec<Option<&'a Affected>>,
    compromised: Vec<Option<String>>,
    /// The last moment that was looked at, in hours.
    pub(super) horizon_h: f64,
}

impl<'a> Outcomes<'a> {
    pub(super) fn of(export: &Export<'a>) -> Option<Self> {
        let course = export.course?;
        let count = export.network.node_count();
        let (mut affected, mut compromised) = (vec![None; count], vec![None; count]);
        course.nodes.iter().for_each(|one| affected[one.node.0 as usize] = Some(one));
        for one in course.compromised.iter().flatten() {
            compromised[one.node.0 as usize] = Some(one.at.to_string());
        }
        Some(Self { affected, compromised, horizon_h: course.horizon.hours() })
    }

    /// The values of [`OUTCOME`]; nothing where a node lost nothing.
    pub(super) fn values(&self, node: NodeId) -> [Option<String>; 4] {
        let place = node.0 as usize;
        let affected = self.affected[place];
        let number = |of: fn(&Affected) -> String| affected.map(of);
        [
            number(|one| one.first_loss.to_string()),
            number(|one| one.min_output.to_string()),
            number(|one| one.lost_h.to_string()),
            self.compromised[place].clone(),
        ]
    }

    /// The stretches of time in which a node gives one output: from, to, output.
    pub(super) fn stretches(&self, node: NodeId) -> Vec<(f64, f64, f64)> {
        let Some(affected) = self.affected[node.0 as usize] else { return vec![(0.0, self.horizon_h, 1.0)] };
        let mut stretches = Vec::with_capacity(affected.steps.len() + 1);
        let (mut from, mut output) = (0.0, 1.0);
        for (at, level) in &affected.steps {
            if at.hours() > from {
                stretches.push((from, at.hours(), output));
            }
            (from, output) = (at.hours(), level.as_f64());
        }
        if self.horizon_h > from || stretches.is_empty() {
            stretches.push((from, self.horizon_h.max(from), output));
        }
        stretches
    }
}
