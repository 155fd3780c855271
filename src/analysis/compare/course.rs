//! What a scenario does on both sides: totals, nodes, certain verdicts and expectations.

use super::{Config, Course, Draws, Paired, Side};
use crate::analysis::bounds::{self, Verdict};
use crate::analysis::uncertainty::totals;
use crate::analysis::verify::verify;
use crate::analysis::what_if::{self, WhatIf, what_if};
use crate::network::Ranges;
use crate::outcome::Control;
use std::collections::BTreeMap;

/// What a scenario does on both sides.
#[derive(Debug, Clone, PartialEq)]
pub struct CourseChange {
    /// affected, lost, `lost_h`, `processes_lost`, `sectors_hit`.
    pub totals: Vec<Total>,
    /// Nodes whose hours lost differ, the largest difference first.
    pub nodes: Vec<NodeChange>,
    /// Nodes with another verdict.
    pub verdicts: Vec<VerdictChange>,
    /// Nodes of the first side that have another verdict where empty cells lie as on the second side, all else alike.
    pub verdicts_by_ranges: Vec<VerdictChange>,
    /// Expectations that are met on one side alone; empty where the sides have different scenarios.
    pub expectations: Vec<Met>,
}

/// A total on both sides.
#[derive(Debug, Clone, PartialEq)]
pub struct Total {
    /// Its name.
    pub name: &'static str,
    /// On the first side; the mean where unknowns are drawn.
    pub before: f64,
    /// On the second side.
    pub after: f64,
    /// The difference sample by sample, where unknowns are drawn.
    pub paired: Option<Paired>,
}

/// A node whose hours lost differ.
#[derive(Debug, Clone, PartialEq)]
pub struct NodeChange {
    /// Its id.
    pub id: String,
    /// Hours lost on the first side, unknowns taken by the stance; `None`: it is not there.
    pub before: Option<f64>,
    /// Hours lost on the second side.
    pub after: Option<f64>,
}

/// A node with another verdict on whether it falls.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VerdictChange {
    /// Its id.
    pub id: String,
    /// On the first side; `None`: it is not there.
    pub before: Option<Verdict>,
    /// On the second side.
    pub after: Option<Verdict>,
}

/// An expectation that is met on one side alone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Met {
    /// The node that it is about.
    pub id: String,
    /// Whether it is met on the second side.
    pub after: bool,
}

/// Total names in the order of samples' totals.
pub(super) const TOTALS: [&str; 5] = ["affected", "lost", "lost_h", "processes_lost", "sectors_hit"];

/// What differs; `None` where nothing happens, or the user interrupted before anything of it was known.
pub(super) fn compare(before: &Side, after: &Side, config: &Config, control: &Control, draws: &mut Draws) -> Option<CourseChange> {
    let (first, second) = (before.course.as_ref()?, after.course.as_ref()?);
    if control.cancel.is_stopped() {
        return None;
    }
    let [old, new] = [(before, first), (after, second)].map(|(side, course)| run(side, course));
    // What is by the stance comes first: an interrupt while samples are drawn leaves it whole.
    let known = verdicts(before, first, &before.ranges);
    let by_ranges = (before.ranges != after.ranges).then(|| verdicts(before, first, &after.ranges));
    let verdicts = changed_verdicts(&known, &verdicts(after, second, &after.ranges));
    let expectations = if first.name == second.name { expectations(before, first, after, second) } else { Vec::new() };
    let paired = config.plan.and_then(|plan| {
        let outcomes = [(before, first), (after, second)].map(|(side, course)| {
            let config = what_if::Config::to(course.horizon);
            totals(side.model, &course.scenario.events, &config, &plan, control)
        });
        let (mut sides, shared) = draws.both(outcomes, |totals| totals[0].len());
        sides.iter_mut().flatten().for_each(|values| values.truncate(shared));
        (shared > 0).then_some(sides)
    });
    Some(CourseChange {
        totals: sums(&old, &new, paired.as_ref()),
        nodes: nodes(&losses(before, &old), &losses(after, &new)),
        verdicts,
        verdicts_by_ranges: by_ranges.map_or_else(Vec::new, |moved| changed_verdicts(&known, &moved)),
        expectations,
    })
}

fn run(side: &Side, course: &Course) -> WhatIf {
    what_if(side.model, &course.scenario.events, &what_if::Config::to(course.horizon))
}

/// The totals of a run, in the order of [`TOTALS`].
pub(super) fn total_values(answer: &WhatIf) -> [f64; 5] {
    let totals = &answer.totals;
    [totals.affected as f64, totals.lost as f64, totals.lost_h, totals.processes_lost as f64, totals.sectors_hit as f64]
}

fn sums(old: &WhatIf, new: &WhatIf, paired: Option<&[[Vec<f64>; 5]; 2]>) -> Vec<Total> {
    let (old, new) = (total_values(old), total_values(new));
    let total = |(place, name): (usize, &&'static str)| match paired {
        None => Total { name, before: old[place], after: new[place], paired: None },
        Some([before, after]) => {
            let (before, after) = (&before[place], &after[place]);
            let paired = Some(super::ranks::paired(before, after));
            Total { name, before: super::ranks::mean(before), after: super::ranks::mean(after), paired }
        }
    };
    TOTALS.iter().enumerate().map(total).collect()
}

/// The hours that each node of a side lost.
fn losses(side: &Side, answer: &WhatIf) -> BTreeMap<String, f64> {
    let network = &side.model.network;
    let mut losses: BTreeMap<String, f64> = network.nodes().map(|node| (network.id(node).to_owned(), 0.0)).collect();
    losses.extend(answer.nodes.iter().map(|affected| (network.id(affected.node).to_owned(), affected.lost_h)));
    losses
}

fn nodes(old: &BTreeMap<String, f64>, new: &BTreeMap<String, f64>) -> Vec<NodeChange> {
    let value = |side: &BTreeMap<String, f64>, id: &String| side.get(id).copied();
    let all = old.keys().chain(new.keys().filter(|id| !old.contains_key(*id)));
    let mut changed: Vec<NodeChange> = all
        .map(|id| NodeChange { id: id.clone(), before: value(old, id), after: value(new, id) })
        .filter(|change| (change.before.unwrap_or(0.0) - change.after.unwrap_or(0.0)).abs() > 1e-9)
        .collect();
    let size = |change: &NodeChange| (change.before.unwrap_or(0.0) - change.after.unwrap_or(0.0)).abs();
    changed.sort_by(|a, b| size(b).total_cmp(&size(a)).then_with(|| a.id.cmp(&b.id)));
    changed
}

fn verdicts(side: &Side, course: &Course, ranges: &Ranges) -> BTreeMap<String, Verdict> {
    let network = &side.model.network;
    let mut config = bounds::Config::to(course.horizon);
    config.ranges = ranges.clone();
    let answer = bounds::bounds(side.model, &course.scenario.events, &config);
    let mut verdicts: BTreeMap<String, Verdict> = network.nodes().map(|node| (network.id(node).to_owned(), Verdict::Cannot)).collect();
    verdicts.extend(answer.nodes.iter().map(|one| (network.id(one.node).to_owned(), one.falls)));
    verdicts
}

fn changed_verdicts(old: &BTreeMap<String, Verdict>, new: &BTreeMap<String, Verdict>) -> Vec<VerdictChange> {
    let all = old.keys().chain(new.keys().filter(|id| !old.contains_key(*id)));
    let changed = all.map(|id| VerdictChange { id: id.clone(), before: old.get(id).copied(), after: new.get(id).copied() });
    let mut changed: Vec<VerdictChange> = changed.filter(|change| change.before != change.after).collect();
    changed.sort_by(|a, b| a.id.cmp(&b.id));
    changed
}

fn expectations(before: &Side, first: &Course, after: &Side, second: &Course) -> Vec<Met> {
    let met = |side: &Side, course: &Course| -> Vec<(String, bool)> {
        let answer = verify(side.model, &[(course.name.to_owned(), course.scenario.clone())]);
        let tests = answer.incidents.into_iter().flat_map(|incident| incident.tests);
        tests.map(|test| (side.model.network.id(test.expected.node).to_owned(), test.is_met())).collect()
    };
    let pairs = met(before, first).into_iter().zip(met(after, second));
    pairs.filter(|((_, old), (_, new))| old != new).map(|(_, (id, after))| Met { id, after }).collect()
}
