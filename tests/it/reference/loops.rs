//! Loops that hold themselves down, and loops that hold themselves up.

use std::collections::BTreeSet;

use super::conditions::Conditions;
use super::fixed;
use super::instant::State;
use super::level::ONE;
use super::{Net, Scenario};

/// What has been seen of loops up to now.
#[derive(Clone, Debug)]
pub struct Watch {
    fed_at_baseline: Vec<bool>,
    /// Loops that hold themselves down.
    pub deadlocks: Vec<(i64, Vec<usize>)>,
    /// Loops that hold themselves up.
    pub self_supported: Vec<(i64, Vec<usize>)>,
    /// Nodes that were ever up without being fed.
    pub unfed: BTreeSet<usize>,
}

impl Watch {
    /// Looks at the baseline, just before 0, where nothing has happened.
    pub fn new(net: &Net) -> Self {
        let calm = Scenario { hazards: Vec::new(), drains: Vec::new(), horizon: 0 };
        let baseline = State::initial(net).conditions(net, &calm, 0);
        Self { fed_at_baseline: fed(net, &baseline), deadlocks: Vec::new(), self_supported: Vec::new(), unfed: BTreeSet::new() }
    }

    /// Looks at the end of an instant.
    pub fn look(&mut self, net: &Net, scenario: &Scenario, state: &State, t: i64) {
        let mut conditions = state.conditions(net, scenario, t);
        for node in 0..net.nodes.len() {
            // Only a node that could give more than it does waits for its restart.
            if conditions.potential(net, node, &state.output) > state.output[node] {
                conditions.cap[node] = state.output[node];
            }
        }
        let nodes = 0..net.nodes.len();

        let best = fixed::fall(net, &conditions, &vec![ONE; net.nodes.len()]);
        let down = |node: &usize| state.output[*node] < best[*node];
        let down: Vec<usize> = nodes.clone().filter(down).collect();
        report(&mut self.deadlocks, t, components(net, &down));

        let fed = fed(net, &conditions);
        let alone = |node: &usize| state.output[*node] > 0 && self.fed_at_baseline[*node] && !fed[*node];
        let alone: Vec<usize> = nodes.filter(alone).collect();
        report(&mut self.self_supported, t, components(net, &alone));
        self.unfed.extend(alone);
    }
}

/// Which nodes come up at all when everything starts from nothing.
fn fed(net: &Net, conditions: &Conditions) -> Vec<bool> {
    let nothing = vec![0; net.nodes.len()];
    (fixed::rise(net, conditions, &nothing).iter()).map(|level| *level > 0).collect()
}

/// Adds the loops that were not seen before.
fn report(seen: &mut Vec<(i64, Vec<usize>)>, t: i64, loops: Vec<Vec<usize>>) {
    for nodes in loops {
        if seen.iter().all(|(_, known)| *known != nodes) {
            seen.push((t, nodes));
        }
    }
}

/// The strongly connected components of two or more among some nodes.
///
/// Two nodes belong together when each can be reached from the other without leaving the set.
fn components(net: &Net, among: &[usize]) -> Vec<Vec<usize>> {
    let reach: Vec<BTreeSet<usize>> = (0..net.nodes.len()).map(|node| reachable(net, among, node)).collect();
    let mut found = BTreeSet::new();
    for &node in among {
        let together: Vec<usize> =
            (among.iter().copied()).filter(|other| reach[node].contains(other) && reach[*other].contains(&node)).collect();
        if together.len() >= 2 {
            found.insert(together);
        }
    }
    found.into_iter().collect()
}

/// The node itself and all it depends on, however far, within a set.
fn reachable(net: &Net, among: &[usize], start: usize) -> BTreeSet<usize> {
    let mut reached = BTreeSet::from([start]);
    loop {
        let before = reached.len();
        for need in &net.needs {
            if !reached.contains(&need.dependent) {
                continue;
            }
            let providers =
                (need.members.iter()).filter(|member| member.carries && among.contains(&member.provider)).map(|member| member.provider);
            reached.extend(providers);
        }
        if reached.len() == before {
            return reached;
        }
    }
}
