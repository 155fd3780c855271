//! How much, how long and how: the numbers of a network, unknowns taken one way, as columns by id.
//!
//! Needs and nodes whose numbers are alike share a class: national networks have millions of needs and few different ones, so that the
//! numbers of a need are found in cache.

mod bracket;
mod column;
mod steady;

pub use bracket::{Bracket, Rises, StandbyMode};

use self::column::Column;
use super::cells::Cells;
use super::chances::Chances;
use super::unknowns::Unknowns;
use crate::network::{Draw, NeedId, Network, NodeId, Taking, Terms};
use crate::units::ONE_PPM;
use hashbrown::HashTable;
use rustc_hash::FxHasher;
use std::hash::{Hash, Hasher};
use std::sync::Arc;

/// The numbers of a need.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct NeedClass {
    /// What the members without activation deliver when all works: the sum of share times one, in ppm squared.
    pub base: u64,
    /// Below this much supply, in ppm, what arrives cannot be used.
    pub minimum: u32,
    /// [`ESSENTIAL`], or the weight of a supporting need in ppm.
    pub weight: u32,
    /// How long the need is met without supply, in ms; 0 also when the buffer does not work when called on.
    pub buffer_ms: i64,
    /// How long an empty buffer takes to fill, in ms.
    pub refill_ms: i64,
    /// Whether it has members that step in only after a while.
    pub standby: bool,
}

impl NeedClass {
    /// One provider, without which the node cannot do.
    const PLAIN: Self =
        Self { base: ONE_PPM as u64 * ONE_PPM as u64, minimum: 0, weight: ESSENTIAL, buffer_ms: 0, refill_ms: 0, standby: false };

    /// Whether the need is not met even when all works.
    fn is_short(&self) -> bool {
        self.base < u64::from(ONE_PPM - crate::units::TOLERANCE_PPM) * u64::from(ONE_PPM)
    }
}

/// The numbers of a node.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct NodeClass {
    /// How long a better potential must last before the node delivers it, in ms.
    pub restart_ms: i64,
    /// How long the node runs without its needs after its own state rises, in ms.
    pub black_start_ms: i64,
}

/// In place of a weight: the node works no better than the need is met.
pub const ESSENTIAL: u32 = u32::MAX;
/// In place of an activation time: the member is called on but does not start.
pub const NEVER_STARTS: i64 = i64::MAX;

/// The numbers of a network.
#[derive(Debug, Clone)]
pub struct Parameters {
    share: Column,
    delivers: Vec<u64>,
    need_class: Column,
    need_classes: Vec<NeedClass>,
    node_class: Column,
    node_classes: Vec<NodeClass>,
    activation_ms: Vec<(u32, i64)>,
    short_at_baseline: Vec<u32>,
    /// Rows that are drawn when they are met, and for which sample.
    drawn: Option<(Arc<Chances>, Draw)>,
}

impl Parameters {
    /// The numbers of a network, unknowns taken by a stance or otherwise.
    pub fn of(network: &Network, taking: impl Into<Taking>) -> Self {
        let cells = Cells { network, taking: taking.into() };
        let is_plain = network.all_terms() == [Terms::PLAIN] && network.need_count() == network.dependency_count();
        Self::collect(network, is_plain, |parameters, need| parameters.read_need(&cells, need), |node| cells.node(node))
    }

    /// The numbers of every need, whose members are filled in on the way, and of every node. Needs of which is known that all are plain are
    /// not looked at.
    fn collect(
        network: &Network,
        is_plain: bool,
        mut need_of: impl FnMut(&mut Self, NeedId) -> NeedClass,
        node_of: impl Fn(NodeId) -> NodeClass,
    ) -> Self {
        let mut parameters = Self {
            share: Column::new(ONE_PPM, network.dependency_count()),
            delivers: vec![0; network.dependency_count().div_ceil(64)],
            need_class: Column::new(0, network.need_count()),
            need_classes: Vec::new(),
            node_class: Column::new(0, network.node_count()),
            node_classes: Vec::new(),
            activation_ms: Vec::new(),
            short_at_baseline: Vec::new(),
            drawn: None,
        };
        let mut known = Interner::default();
        if is_plain {
            // The columns hold what plain rows state.
            known.place(&mut parameters.need_classes, NeedClass::PLAIN);
        }
        for need in network.needs().filter(|_| !is_plain) {
            let class = need_of(&mut parameters, need);
            parameters.need_class.set(need.0 as usize, known.place(&mut parameters.need_classes, class));
            if class.is_short() {
                parameters.short_at_baseline.push(need.0);
            }
        }
        let mut known = Interner::default();
        for node in network.nodes() {
            parameters.node_class.set(node.0 as usize, known.place(&mut parameters.node_classes, node_of(node)));
        }
        parameters
    }

    fn read_need(&mut self, cells: &Cells, need: NeedId) -> NeedClass {
        let first = cells.network.first_member(need).0 as usize;
        if let [only] = cells.network.members(need)
            && cells.network.terms(only) == Terms::PLAIN
        {
            // The plain case, millions of times.
            self.share.set(first, ONE_PPM);
            self.delivers[first / 64] &= !(1 << (first % 64));
            self.set_activation(first as u32, 0);
            return NeedClass::PLAIN;
        }
        let mut class = cells.need(need);
        for (at, member) in cells.network.members(need).iter().enumerate() {
            let place = first + at;
            let share = cells.share(member);
            self.share.set(place, share);
            let bit = 1 << (place % 64);
            if cells.carries(member) {
                self.delivers[place / 64] &= !bit;
            } else {
                self.delivers[place / 64] |= bit;
            }
            let activation_ms = cells.activation_ms(member);
            self.set_activation(place as u32, activation_ms);
            if activation_ms == 0 {
                class.base += u64::from(share) * u64::from(ONE_PPM);
            } else {
                class.standby = true;
            }
        }
        class
    }

    /// Standby members stand in the order of their places; one that is always active and never was otherwise has no entry.
    fn set_activation(&mut self, place: u32, activation_ms: i64) {
        // In the order of places, as tables are read, there is nothing to look for.
        if self.activation_ms.last().is_none_or(|&(last, _)| last < place) {
            if activation_ms > 0 {
                self.activation_ms.push((place, activation_ms));
            }
            return;
        }
        match self.activation_ms.binary_search_by_key(&place, |&(member, _)| member) {
            Ok(at) => self.activation_ms[at].1 = activation_ms,
            Err(at) if activation_ms > 0 => self.activation_ms.insert(at, (place, activation_ms)),
            Err(_) => {}
        }
    }

    /// Gives every need and node with unknown cells a class of its own, so that [`Parameters::retake`] changes them and no other.
    pub fn set_apart(&mut self, unknowns: &Unknowns) {
        for &need in &unknowns.needs {
            self.change_need(need.0, |_| {});
        }
        for &node in &unknowns.nodes {
            let class = *self.node(node.0);
            self.node_class.set(node.0 as usize, self.node_classes.len() as u32);
            self.node_classes.push(class);
        }
        self.short_at_baseline.retain(|need| unknowns.needs.binary_search(&NeedId(*need)).is_err());
    }

    /// Takes the unknown cells anew and leaves all else as it is. The numbers were [set apart](Parameters::set_apart) before; costs what is
    /// unknown, not what is there.
    pub fn retake(&mut self, network: &Network, unknowns: &Unknowns, taking: Taking) {
        let cells = Cells { network, taking };
        let certain = self.short_at_baseline.partition_point(|need| unknowns.needs.binary_search(&NeedId(*need)).is_err());
        self.short_at_baseline.truncate(certain);
        for &need in &unknowns.needs {
            let class = self.read_need(&cells, need);
            self.need_classes[self.need_class.get(need.0 as usize) as usize] = class;
            if class.is_short() {
                self.short_at_baseline.push(need.0);
            }
        }
        for &NodeId(node) in &unknowns.nodes {
            self.node_classes[self.node_class.get(node as usize) as usize] = cells.node(NodeId(node));
        }
    }

    /// Lets each of these rows carry losses.
    pub fn carry_all(&mut self, chances: &Chances) {
        for member in chances.members() {
            self.delivers[member / 64] &= !(1 << (member % 64));
        }
    }

    /// Leaves these rows to be drawn when they are met, for the sample of the latest [`Parameters::draw`].
    pub fn draw_when_met(&mut self, chances: &Arc<Chances>) {
        self.carry_all(chances);
        self.drawn = (!chances.is_empty()).then(|| (Arc::clone(chances), Draw { seed: 0, sample: 0 }));
    }

    /// From here on rows are drawn for this sample.
    pub fn draw(&mut self, draw: Draw) {
        if let Some((_, drawn)) = &mut self.drawn {
            *drawn = draw;
        }
    }

    /// The share of a member in ppm.
    pub fn share(&self, member: usize) -> u32 {
        self.share.get(member)
    }

    /// Whether a member counts as always delivering, because its row does not carry losses.
    pub fn always_delivers(&self, member: usize) -> bool {
        let stated = self.delivers[member / 64] >> (member % 64) & 1 == 1;
        stated || self.drawn.as_ref().is_some_and(|(chances, draw)| !chances.carries(member, *draw))
    }

    /// The time after which a member steps in, in ms: 0 for one that is always active.
    pub fn activation_ms(&self, member: usize) -> i64 {
        if self.activation_ms.is_empty() {
            return 0;
        }
        self.activation_ms.binary_search_by_key(&(member as u32), |&(m, _)| m).map_or(0, |at| self.activation_ms[at].1)
    }

    /// The numbers of a need.
    pub fn need(&self, need: u32) -> &NeedClass {
        &self.need_classes[self.need_class.get(need as usize) as usize]
    }

    /// The numbers of a node.
    pub fn node(&self, node: u32) -> &NodeClass {
        &self.node_classes[self.node_class.get(node as usize) as usize]
    }

    /// Changes the numbers of one need, and of no other.
    pub fn change_need(&mut self, need: u32, change: impl Fn(&mut NeedClass)) {
        let mut class = *self.need(need);
        change(&mut class);
        self.need_class.set(need as usize, self.need_classes.len() as u32);
        self.need_classes.push(class);
    }

    /// Needs that fall short even when all works, as a cautious stance on shares may have it.
    pub fn short_at_baseline(&self) -> &[u32] {
        &self.short_at_baseline
    }

    /// Whether every need is met as long as all of its supply is there, and every row carries losses.
    pub fn is_plain(&self) -> bool {
        let one_kind = self.need_classes.iter().all(|class| *class == NeedClass::PLAIN);
        one_kind && self.drawn.is_none() && self.delivers.iter().all(|&bits| bits == 0)
    }
}

/// Gives alike values one place.
#[derive(Default)]
struct Interner(HashTable<u32>);

impl Interner {
    fn place<T: Hash + Eq + Copy>(&mut self, values: &mut Vec<T>, value: T) -> u32 {
        // Most are like the first.
        if values.first() == Some(&value) {
            return 0;
        }
        let hash = |value: &T| {
            let mut hasher = FxHasher::default();
            value.hash(&mut hasher);
            hasher.finish()
        };
        if let Some(&place) = self.0.find(hash(&value), |&place| values[place as usize] == value) {
            return place;
        }
        let place = values.len() as u32;
        values.push(value);
        self.0.insert_unique(hash(&value), place, |&place| hash(&values[place as usize]));
        place
    }
}
