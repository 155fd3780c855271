//! Rows of a ranking by compromise: whom the compromise of each initiator reaches, and how soon something vital.
//!
//! Where it reaches within the time all that it can reach at all, reaching is a question of components, 512 initiators side by side, and only
//! the time to the nearest vital node is left to find; that is one look back from all of them. Most others differ from what a busy node
//! reaches by little, and only that is followed ([`Hub`]). What is left is followed through time by itself. All ways give the same rows; which one serves an initiator depends on the network and the time alone.

use super::groups::Group;
use super::{Config, Engine, Reached, Row, closure};
use crate::analysis::{Model, outputs::time, profile::Profile};
use crate::engine::{Backwards, Condensed, Hub, Nearest, PastHub, Soonest, Spread, busiest, longest};
use crate::graph::{AccessCells, AccessLayer, AccessNumbers};
use crate::outcome::Control;
use crate::units::Time;
use rayon::prelude::*;

/// The rows of the groups in any order, as far as they were not cancelled.
pub(super) fn rows(model: &Model, config: &Config, groups: Vec<Group>, control: &Control) -> Vec<Row> {
    let layer = model.access();
    let numbers = AccessNumbers::of(layer, &AccessCells::new(&model.network, model.stance));
    let profile = Profile::of_vital(model);
    let world = World::new(layer, &numbers, &profile, config.within);
    let shared = Shared { layer, numbers: &numbers, profile: &profile, world, config, control };
    if config.engine == Some(Engine::Timeline) {
        return shared.one_by_one(&groups);
    }
    let condensed = Condensed::of_access(layer, &numbers);
    let Split { whole, timed, single, hub } = shared.split(&condensed, groups);
    let (groups, soonest): (Vec<Group>, Vec<Option<Time>>) = whole.into_iter().unzip();
    let counted = closure::rows(&closure::Network::AnyInput(condensed), &profile, &groups, config, control);
    let finish = |(row, first): (Option<Row>, Option<Time>)| {
        row.map(|row| {
            let vital = row.processes_lost;
            let first_vital = if numbers.is_instant() { (vital > 0).then_some(Time::ZERO) } else { first };
            shared.world.row(row.id, row.nodes, Reached { compromised: row.affected, vital, first_vital })
        })
    };
    let mut rows: Vec<Row> = counted.into_iter().zip(soonest).filter_map(finish).collect();
    if let Some(hub) = &hub {
        rows.extend(shared.past_hub(hub, &timed));
    }
    rows.extend(shared.one_by_one(&single));
    rows
}

/// A group, with how soon something vital is, if ever.
type Told = (Group, Option<Time>);

/// Groups by how they are followed.
#[derive(Default)]
struct Split {
    /// All that they reach is reached within the time.
    whole: Vec<Told>,
    /// What they reach within the time differs from what the hub reaches.
    timed: Vec<Told>,
    /// It is not known how soon something vital is.
    single: Vec<Group>,
    /// There when any are timed.
    hub: Option<Hub>,
}

struct Shared<'a> {
    layer: &'a AccessLayer,
    numbers: &'a AccessNumbers,
    profile: &'a Profile,
    world: World<'a>,
    config: &'a Config,
    control: &'a Control,
}

/// One way in which the rows of a network pass compromise.
#[derive(Debug, Clone, Copy)]
pub(in crate::analysis) struct World<'a> {
    layer: &'a AccessLayer,
    numbers: &'a AccessNumbers,
    is_vital: &'a [bool],
    has_vital: bool,
    within: Time,
}

impl Shared<'_> {
    /// Sorts groups by how they are followed.
    fn split(&self, condensed: &Condensed, groups: Vec<Group>) -> Split {
        let mut split = Split::default();
        if self.numbers.is_instant() {
            split.whole = groups.into_iter().map(|group| (group, None)).collect();
            return split;
        }
        let backwards = Backwards::of(self.layer, self.numbers);
        let longest = longest(condensed, self.layer, self.numbers, &backwards);
        let nearest = Nearest::of(&backwards, &self.profile.is_vital);
        for group in groups {
            let nodes = nodes_of(&group);
            let is_whole = nodes.iter().all(|&node| longest[node as usize] <= self.config.within.ms());
            match nearest.outside(&nodes) {
                Soonest::Unknown => split.single.push(group),
                Soonest::At(soonest) if is_whole => split.whole.push((group, Some(time(soonest)))),
                Soonest::Never if is_whole => split.whole.push((group, None)),
                Soonest::At(soonest) if soonest <= self.config.within.ms() => split.timed.push((group, Some(time(soonest)))),
                Soonest::At(_) | Soonest::Never => split.timed.push((group, None)),
            }
        }
        let hub = busiest(condensed, self.layer).filter(|_| !split.timed.is_empty());
        split.hub = hub.map(|hub| Hub::of(hub, self.layer, self.numbers, &backwards, &self.profile.is_vital));
        split
    }

    /// Groups that differ in little from what the hub reaches.
    fn past_hub(&self, hub: &Hub, groups: &[Told]) -> Vec<Row> {
        let follow = |past: &mut PastHub, (group, first_vital): &Told| {
            if self.control.cancel.is_stopped() {
                return None;
            }
            let own = nodes_of(group);
            let found = past.count(hub, &own, self.config.within.ms(), self.layer, self.numbers, &self.profile.is_vital);
            self.control.progress.add(1);
            let reached = Reached { compromised: found.nodes, vital: found.marked, first_vital: *first_vital };
            Some(self.world.row(group.id.clone(), own.len() as u64, reached))
        };
        let room = || PastHub::new(self.layer.nodes());
        groups.par_iter().with_min_len(groups.len().div_ceil(64)).map_init(room, follow).flatten().collect()
    }

    fn one_by_one(&self, groups: &[Group]) -> Vec<Row> {
        let follow = |spread: &mut Spread, group: &Group| {
            if self.control.cancel.is_stopped() {
                return None;
            }
            let row = self.world.follow(spread, group);
            self.control.progress.add(1);
            Some(row)
        };
        groups.par_iter().with_min_len(16).map_init(|| Spread::new(self.layer.nodes()), follow).flatten().collect()
    }
}

impl<'a> World<'a> {
    pub(in crate::analysis) fn new(layer: &'a AccessLayer, numbers: &'a AccessNumbers, profile: &'a Profile, within: Time) -> Self {
        Self { layer, numbers, is_vital: &profile.is_vital, has_vital: profile.is_vital.contains(&true), within }
    }

    /// Follows one initiator through time.
    pub(in crate::analysis) fn follow(self, spread: &mut Spread, group: &Group) -> Row {
        let own = nodes_of(group);
        let sources: Vec<(u32, i64)> = own.iter().map(|&node| (node, 0)).collect();
        spread.run(self.layer, &sources, self.within.ms(), self.numbers);
        let reached = || spread.fallen().iter().filter(|node| own.binary_search(node).is_err());
        let vital = || reached().filter(|&&node| self.is_vital[node as usize]);
        let first_vital = vital().next().and_then(|&node| spread.at(node)).map(time);
        self.row(
            group.id.clone(),
            own.len() as u64,
            Reached { compromised: reached().count() as u64, vital: vital().count() as u64, first_vital },
        )
    }

    fn row(self, id: String, nodes: u64, reached: Reached) -> Row {
        let score = if self.has_vital { reached.vital } else { reached.compromised };
        Row { score: Some(score as f64), reached: Some(reached), ..Row::blank(id, nodes) }
    }
}

/// The nodes of a group, in order, each once.
fn nodes_of(group: &Group) -> Vec<u32> {
    let mut nodes: Vec<u32> = group.nodes.iter().map(|node| node.0).collect();
    nodes.sort_unstable();
    nodes.dedup();
    nodes
}
