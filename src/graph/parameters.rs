//! How much, how long and how: the numbers of a network under one stance, as columns by id.
//!
//! Needs and nodes whose numbers are alike share a class: national networks have millions of needs and few different ones, so that the
//! numbers of a need are found in cache.

use crate::network::{Adverse, Cell, Dependency, DependencyDetail, Duration, Importance, NeedId, Network, Stance};
use crate::units::{ONE_PPM, Probability, Quantity, Time};
use hashbrown::HashTable;
use rustc_hash::FxHasher;
use std::hash::{Hash, Hasher};

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
    share: Vec<u32>,
    delivers: Vec<u64>,
    need_class: Vec<u32>,
    need_classes: Vec<NeedClass>,
    node_class: Vec<u32>,
    node_classes: Vec<NodeClass>,
    activation_ms: Vec<(u32, i64)>,
    short_at_baseline: Vec<u32>,
}

impl Parameters {
    /// The numbers of a network under a stance.
    pub fn of(network: &Network, stance: Stance) -> Self {
        let mut parameters = Self {
            share: Vec::with_capacity(network.dependency_count()),
            delivers: vec![0; network.dependency_count().div_ceil(64)],
            need_class: Vec::with_capacity(network.need_count()),
            need_classes: Vec::new(),
            node_class: Vec::with_capacity(network.node_count()),
            node_classes: Vec::new(),
            activation_ms: Vec::new(),
            short_at_baseline: Vec::new(),
        };
        let mut known = Interner::default();
        for need in network.needs() {
            let class = parameters.read_need(network, need, stance);
            parameters.need_class.push(known.place(&mut parameters.need_classes, class));
            if class.base < u64::from(ONE_PPM - crate::units::TOLERANCE_PPM) * u64::from(ONE_PPM) {
                parameters.short_at_baseline.push(need.0);
            }
        }
        let mut known = Interner::default();
        for node in network.nodes() {
            let detail = network.node(node);
            let class = NodeClass {
                restart_ms: duration(&detail.restart, stance, Adverse::High),
                black_start_ms: duration(&detail.black_start, stance, Adverse::Low),
            };
            parameters.node_class.push(known.place(&mut parameters.node_classes, class));
        }
        parameters
    }

    fn read_need(&mut self, network: &Network, need: NeedId, stance: Stance) -> NeedClass {
        let mut base = 0;
        let mut standby = false;
        for member in network.members(need) {
            let detail = network.detail(member);
            let place = self.share.len();
            let share = network.share(member).at(stance.end(Adverse::Low)).ppm();
            self.share.push(share);
            if !stance.strikes(probability(detail.probability.as_ref(), stance)) {
                self.delivers[place / 64] |= 1 << (place % 64);
            }
            match activation(detail, stance) {
                0 => base += u64::from(share) * u64::from(ONE_PPM),
                activation_ms => {
                    standby = true;
                    self.activation_ms.push((place as u32, activation_ms));
                }
            }
        }
        NeedClass { base, standby, ..need_numbers(network, need, stance) }
    }

    /// The share of a member in ppm.
    pub fn share(&self, member: usize) -> u32 {
        self.share[member]
    }

    /// Whether a member counts as always delivering, because its row does not carry losses.
    pub fn always_delivers(&self, member: usize) -> bool {
        self.delivers[member / 64] >> (member % 64) & 1 == 1
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
        &self.need_classes[self.need_class[need as usize] as usize]
    }

    /// The numbers of a node.
    pub fn node(&self, node: u32) -> &NodeClass {
        &self.node_classes[self.node_class[node as usize] as usize]
    }

    /// Changes the numbers of one need, and of no other.
    pub fn change_need(&mut self, need: u32, change: impl Fn(&mut NeedClass)) {
        let mut class = *self.need(need);
        change(&mut class);
        self.need_class[need as usize] = self.need_classes.len() as u32;
        self.need_classes.push(class);
    }

    /// Needs that fall short even when all works, as a cautious stance on shares may have it.
    pub fn short_at_baseline(&self) -> &[u32] {
        &self.short_at_baseline
    }

    /// Whether any need has a buffer or a standby member, or any node a restart: whether a lasting loss takes time to unfold.
    pub fn has_time(&self) -> bool {
        self.need_classes.iter().any(|class| class.buffer_ms > 0 || class.standby)
    }
}

fn need_numbers(network: &Network, need: NeedId, stance: Stance) -> NeedClass {
    let high = stance.end(Adverse::High);
    let weight = match network.stated_for_need(need, |d| d.importance.as_ref()) {
        Some(Importance::Supporting(weight)) => weight.at(high).ppm(),
        Some(Importance::Essential) | None => ESSENTIAL,
    };
    let starts = |m: &Dependency| network.detail(m).start_p.as_ref().filter(|_| activation(network.detail(m), stance) == 0);
    let works = network.members(need).iter().find_map(starts).is_none_or(|p| stance.works(p.at(high)));
    let buffer = network.stated_for_need(need, |d| d.buffer.value()).map_or(0, |b| b.at(stance.end(Adverse::Low)).ms());
    NeedClass {
        base: 0,
        minimum: network.minimum(need).at(high).ppm(),
        weight,
        buffer_ms: if works { buffer } else { 0 },
        refill_ms: network.stated_for_need(need, |d| d.refill.value()).map_or(0, |r| r.at(high).ms()),
        standby: false,
    }
}

/// The activation of a member in ms, [`NEVER_STARTS`] when it fails to start.
fn activation(detail: &DependencyDetail, stance: Stance) -> i64 {
    let after = duration(&detail.activation, stance, Adverse::High);
    let starts = stance.works(probability(detail.start_p.as_ref(), stance));
    if after > 0 && !starts { NEVER_STARTS } else { after }
}

fn duration(cell: &Cell<Duration>, stance: Stance, adverse: Adverse) -> i64 {
    cell.value().map_or(Time::ZERO, |time| time.at(stance.end(adverse))).ms()
}

fn probability(cell: Option<&Quantity<Probability>>, stance: Stance) -> Probability {
    cell.map_or(Probability::ONE, |p| p.at(stance.end(Adverse::High)))
}

/// Gives alike values one place.
#[derive(Default)]
struct Interner(HashTable<u32>);

impl Interner {
    fn place<T: Hash + Eq + Copy>(&mut self, values: &mut Vec<T>, value: T) -> u32 {
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
