//! The impacts table as numbers: which amounts a node carries, from when on, and whom they concern.

use super::series::{self, Step};
use super::{Extent, Measured};
use crate::engine::Change;
use crate::network::{CriterionId, Gauge, Network, Taking};
use crate::units::{ONE_PPM, Time};

/// An amount that a node carries.
#[derive(Debug, Clone, Copy)]
struct Entry {
    /// The place of the criterion among those that are measured.
    criterion: u32,
    /// Whom it concerns: entries of one group are the same people.
    group: u32,
    /// In millionths.
    amount: i64,
    after_ms: i64,
}

/// A criterion that has amounts.
#[derive(Debug, Clone)]
struct Wanted {
    id: CriterionId,
    gauge: Gauge,
    /// For which durations.
    durations: Vec<Time>,
    groups: u32,
}

/// The amounts of a network, unknowns taken one way.
#[derive(Debug, Clone)]
pub(in crate::analysis) struct Ledger {
    wanted: Vec<Wanted>,
    /// In the order of the network's impacts: by node.
    entries: Vec<Entry>,
    first: Vec<u32>,
}

impl Ledger {
    pub(in crate::analysis) fn of(network: &Network, taking: Taking) -> Self {
        let mut ledger = Self { wanted: Vec::new(), entries: Vec::new(), first: vec![0; network.node_count() + 1] };
        let mut place = vec![u32::MAX; network.criteria().all().len()];
        for (id, criterion) in network.criteria().all() {
            if network.impacts().iter().any(|impact| impact.criterion == id) {
                place[id.0 as usize] = ledger.wanted.len() as u32;
                let durations = if criterion.gauge() == Gauge::Beyond { criterion.durations() } else { Vec::new() };
                ledger.wanted.push(Wanted { id, gauge: criterion.gauge(), durations, groups: 0 });
            }
        }
        let mut populations = vec![Vec::new(); ledger.wanted.len()];
        for impact in network.impacts() {
            ledger.first[impact.node.0 as usize + 1] += 1;
            let criterion = place[impact.criterion.0 as usize];
            let known: &mut Vec<(crate::network::NameId, u32)> = &mut populations[criterion as usize];
            let same = impact.row.population.and_then(|name| known.iter().find(|(other, _)| *other == name).map(|(_, group)| *group));
            let group = same.unwrap_or_else(|| {
                let group = ledger.wanted[criterion as usize].groups;
                ledger.wanted[criterion as usize].groups += 1;
                known.extend(impact.row.population.map(|name| (name, group)));
                group
            });
            ledger.entries.push(Entry { criterion, group, amount: 0, after_ms: 0 });
        }
        for node in 1..ledger.first.len() {
            ledger.first[node] += ledger.first[node - 1];
        }
        ledger.take(network, taking, |_| true);
        ledger
    }

    /// Takes what is uncertain anew.
    pub(in crate::analysis) fn retake(&mut self, network: &Network, taking: Taking) {
        self.take(network, taking, crate::network::Impact::is_uncertain);
    }

    fn take(&mut self, network: &Network, taking: Taking, which: impl Fn(&crate::network::Impact) -> bool) {
        for (entry, impact) in self.entries.iter_mut().zip(network.impacts()).filter(|(_, impact)| which(impact)) {
            let thing = |column: &str| network.impact_thing(impact, column);
            entry.amount = impact.amount(taking, thing).millionths();
            entry.after_ms = impact.after(taking, thing).ms();
        }
    }

    /// Whether there is anything to measure.
    pub(in crate::analysis) fn is_empty(&self) -> bool {
        self.wanted.is_empty()
    }

    /// Every criterion that has amounts, measured over a run: its changes in order of time. Costs what changed.
    pub(in crate::analysis) fn measure(&self, changes: &[Change], horizon: i64) -> Vec<Measured> {
        let mut own: Vec<Change> = changes.iter().filter(|change| !self.of_node(change.node).is_empty()).copied().collect();
        own.sort_by_key(|change| change.node);
        let mut parts: Vec<(u32, u32, Vec<Step>)> = Vec::new();
        for node in own.chunk_by(|a, b| a.node == b.node) {
            for entry in self.of_node(node[0].node).iter().filter(|entry| entry.amount > 0) {
                parts.push((entry.criterion, entry.group, steps(entry, node, horizon)));
            }
        }
        parts.sort_by_key(|&(criterion, group, _)| (criterion, group));
        let mut parts = parts.into_iter().peekable();
        let mut measured = Vec::with_capacity(self.wanted.len());
        for (place, wanted) in self.wanted.iter().enumerate() {
            let mut groups = Vec::new();
            while let Some((_, group, steps)) = parts.next_if(|part| part.0 as usize == place) {
                let mut same = vec![steps];
                while let Some((_, _, steps)) = parts.next_if(|part| part.0 as usize == place && part.1 == group) {
                    same.push(steps);
                }
                groups.push(series::joined(&same, series::largest));
            }
            measured.push(wanted.measured(&groups, horizon));
        }
        measured
    }

    fn of_node(&self, node: u32) -> &[Entry] {
        &self.entries[self.first[node as usize] as usize..self.first[node as usize + 1] as usize]
    }
}

impl Wanted {
    fn measured(&self, groups: &[Vec<Step>], horizon: i64) -> Measured {
        let sum = |of: &dyn Fn(&Vec<Step>) -> i128| groups.iter().map(of).fold(0_i128, i128::saturating_add);
        let beyond = |duration: i64| Extent { exact: sum(&|steps| series::longest(steps, horizon, duration)), over_time: false };
        let longer: Vec<(Time, Extent)> = self.durations.iter().map(|&duration| (duration, beyond(duration.ms()))).collect();
        let amount = match self.gauge {
            Gauge::Peak => Extent { exact: series::peak(groups), over_time: false },
            Gauge::Beyond => longer.first().map_or_else(|| beyond(0), |(_, extent)| *extent),
            _ => Extent { exact: sum(&|steps| series::integral(steps, horizon)), over_time: true },
        };
        Measured { criterion: self.id, amount, longer }
    }
}

/// What an entry amounts to over the changes of its node. Each loss, from the moment the output leaves 1 until it is 1 again, counts anew.
fn steps(entry: &Entry, changes: &[Change], horizon: i64) -> Vec<Step> {
    let mut steps: Vec<Step> = Vec::new();
    let amount = |output: u32| i128::from(entry.amount) * i128::from(ONE_PPM - output);
    let mut begin = None;
    let mut push = |at: i64, amount: i128| {
        if steps.last().map_or(0, |last| last.1) != amount {
            steps.push((at, amount));
        }
    };
    for (place, change) in changes.iter().enumerate() {
        if change.output == ONE_PPM {
            begin = None;
            push(change.at, 0);
            continue;
        }
        let from = *begin.get_or_insert(change.at + entry.after_ms);
        let end = changes.get(place + 1).map_or(horizon + 1, |next| next.at);
        if from.max(change.at) < end {
            push(from.max(change.at), amount(change.output));
        }
    }
    steps
}
