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

/// The rows of the groups in their order, as far as they were not cancelled.
pub(super) fn rows(model: &Model, config: &Config, groups: Vec<Group>, control: &Control) -> Vec<Row> {
    let layer = model.access();
    let numbers = AccessNumbers::of(layer, &AccessCells::new(&model.network, model.stance));
    let profile = Profile::of_vital(model);
    let world = World::new(layer, &numbers, &profile, config.within);
    let shared = Shared { layer, numbers: &numbers, profile: &profile, world, config, control };
    let mut rows: Vec<Option<Row>> = vec![None; groups.len()];
    let mut put = |found: Vec<Placed>| found.into_iter().for_each(|(place, row)| rows[place as usize] = Some(row));
    let told = groups.into_iter().zip((0..).map(|place| (place, None))).collect();
    if config.engine == Some(Engine::Timeline) {
        put(shared.one_by_one(told));
    } else {
        let (condensed, back) = shared.condensed();
        let Split { whole, timed, single, hub } = match back {
            None => Split::at_once(told),
            Some(back) => shared.split(&condensed, &back, told),
        };
        put(shared.whole(condensed, whole));
        put(hub.map_or_else(Vec::new, |hub| shared.past_hub(&hub, timed)));
        put(shared.one_by_one(single));
    }
    rows.into_iter().flatten().collect()
}

/// A row with the place of its group.
type Placed = (u32, Row);
/// A group, with its place and how soon something vital is, if ever.
type Told = (Group, (u32, Option<Time>));

/// Groups by how they are followed.
#[derive(Default)]
struct Split {
    /// All that they reach is reached within the time.
    whole: Vec<Told>,
    /// What they reach within the time differs from what the hub reaches.
    timed: Vec<Told>,
    /// It is not known how soon something vital is.
    single: Vec<Told>,
    /// There when any are timed.
    hub: Option<Hub>,
}

impl Split {
    /// Where compromise takes no time.
    fn at_once(groups: Vec<Told>) -> Self {
        Self { whole: groups, ..Self::default() }
    }
}

/// What looking back along the rows tells.
struct Back {
    backwards: Backwards,
    nearest: Nearest,
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
    /// Who is compromised with whom; and where that takes time, what looking back tells.
    fn condensed(&self) -> (Condensed<'static>, Option<Back>) {
        let back = || {
            let backwards = Backwards::of(self.layer, self.numbers);
            let nearest = Nearest::of(&backwards, self.numbers, &self.profile.is_vital);
            Back { backwards, nearest }
        };
        rayon::join(|| Condensed::of_access(self.layer, self.numbers), || (!self.numbers.is_instant()).then(back))
    }

    /// Sorts groups by how they are followed.
    fn split(&self, condensed: &Condensed, back: &Back, groups: Vec<Told>) -> Split {
        let (layer, numbers, within) = (self.layer, self.numbers, self.config.within.ms());
        let hub = busiest(condensed, layer).map(|hub| Hub::of(hub, layer, numbers, &back.backwards, &self.profile.is_vital));
        let longest = longest(condensed, layer, numbers, &back.backwards, hub.as_ref());
        let mut split = Split::default();
        for (group, (place, _)) in groups {
            let nodes = nodes_of(&group);
            let is_whole = nodes.iter().all(|&node| longest[node as usize] <= within);
            let (soonest, followed) = match back.nearest.outside(&nodes) {
                Soonest::Unknown => (None, &mut split.single),
                Soonest::At(soonest) if is_whole => (Some(soonest), &mut split.whole),
                Soonest::Never if is_whole => (None, &mut split.whole),
                Soonest::At(soonest) => (Some(soonest).filter(|&soonest| soonest <= within), &mut split.timed),
                Soonest::Never => (None, &mut split.timed),
            };
            followed.push((group, (place, soonest.map(time))));
        }
        split.hub = hub.filter(|_| !split.timed.is_empty());
        split
    }

    /// Groups of which all that they reach is reached in time.
    fn whole(&self, condensed: Condensed, groups: Vec<Told>) -> Vec<Placed> {
        let (groups, told): (Vec<Group>, Vec<_>) = groups.into_iter().unzip();
        let counted = closure::rows(&closure::Network::AnyInput(condensed), self.profile, groups, self.config, self.control);
        let finish = |(row, (place, soonest)): (Option<Row>, (u32, Option<Time>))| {
            let row = row?;
            let vital = row.processes_lost;
            let first_vital = if self.numbers.is_instant() { (vital > 0).then_some(Time::ZERO) } else { soonest };
            Some((place, self.world.row(row.id, row.nodes, Reached { compromised: row.affected, vital, first_vital })))
        };
        counted.zip(told).filter_map(finish).collect()
    }

    /// Groups that differ in little from what the hub reaches.
    fn past_hub(&self, hub: &Hub, groups: Vec<Told>) -> Vec<Placed> {
        let follow = |past: &mut PastHub, (group, (place, first_vital)): Told| {
            if self.control.cancel.is_stopped() {
                return None;
            }
            let own = nodes_of(&group);
            let found = past.count(hub, &own, self.config.within.ms(), self.layer, self.numbers, &self.profile.is_vital);
            self.control.progress.add(1);
            let reached = Reached { compromised: found.nodes, vital: found.marked, first_vital };
            Some((place, self.world.row(group.id, own.len() as u64, reached)))
        };
        let room = || PastHub::new(self.layer.nodes());
        let at_once = groups.len().div_ceil(64);
        groups.into_par_iter().with_min_len(at_once).map_init(room, follow).flatten().collect()
    }

    fn one_by_one(&self, groups: Vec<Told>) -> Vec<Placed> {
        let follow = |spread: &mut Spread, (group, (place, _)): Told| {
            if self.control.cancel.is_stopped() {
                return None;
            }
            let row = self.world.follow(spread, &group);
            self.control.progress.add(1);
            Some((place, row))
        };
        groups.into_par_iter().with_min_len(16).map_init(|| Spread::new(self.layer.nodes()), follow).flatten().collect()
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

#[cfg(test)]
mod tests {
    use crate::analysis::Model;
    use crate::analysis::ranking::{Config, Criterion, memory, rank};
    use crate::network::{Access, Cell, Draft, Network, Stance};
    use crate::outcome::Control;

    #[test]
    fn needs_are_compiled_only_for_what_asks_for_them() {
        let mut draft = Draft::default();
        draft.depend("tel", "vendor");
        draft.detail_mut(0).access = Cell::Is(Access::Update);
        let model = Model::new(Network::build(draft).unwrap(), Stance::Central);
        let ask = |criterion| {
            let config = Config::new(criterion);
            assert!(memory(&model, &config, 2) > 0);
            let ranking = rank(&model, &config, &Control::default()).into_value();
            (ranking.rows[0].id.clone(), ranking.rows[0].score, model.is_compiled())
        };
        assert_eq!(ask(Criterion::Compromised), ("vendor".to_owned(), Some(1.0), false));
        assert_eq!(ask(Criterion::Affected), ("vendor".to_owned(), Some(1.0), true));
    }
}
