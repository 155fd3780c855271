//! From the cells of a network to numbers: defaults filled in, unknowns taken one way.

use super::parameters::{ESSENTIAL, NEVER_STARTS, NeedClass, NodeClass};
use crate::network::{Adverse, Cell, Dependency, Duration, Importance, NeedId, Network, NodeId, Taking, Thing};
use crate::units::{Measure, Probability, Quantity, Time};

/// The cells of a network and how unknowns in them are taken.
pub(super) struct Cells<'n> {
    pub(super) network: &'n Network,
    pub(super) taking: Taking,
}

impl Cells<'_> {
    /// The numbers of a need but those that come from its members.
    pub(super) fn need(&self, need: NeedId) -> NeedClass {
        let network = self.network;
        let weight = match network.stated_for_need(need, |d| d.importance.as_ref()) {
            Some(Importance::Supporting(weight)) => self.of_need(need, "importance", weight, Adverse::High).ppm(),
            Some(Importance::Essential) | None => ESSENTIAL,
        };
        let buffer = network.stated_for_need(need, |d| d.buffer.value());
        let buffer_ms = buffer.map_or(0, |cell| self.of_need(need, "buffer_h", cell, Adverse::Low).ms());
        let refill = network.stated_for_need(need, |d| d.refill.value());
        NeedClass {
            base: 0,
            minimum: self.of_need(need, "minimum", &network.minimum(need), Adverse::High).ppm(),
            weight,
            buffer_ms: if buffer_ms > 0 && !self.buffer_works(need) { 0 } else { buffer_ms },
            refill_ms: refill.map_or(0, |cell| self.of_need(need, "refill_h", cell, Adverse::High).ms()),
            standby: false,
        }
    }

    fn of_need<T: Measure>(&self, need: NeedId, column: &str, cell: &Quantity<T>, adverse: Adverse) -> T {
        self.taking.value(|| self.need_thing(need, column), cell, adverse)
    }

    fn need_thing(&self, need: NeedId, column: &str) -> Thing {
        Thing::of(column).and(self.network.id(self.network.node_of_need(need))).and(self.network.need_name(need))
    }

    fn member_thing(&self, member: &Dependency, column: &str) -> Thing {
        self.need_thing(member.need, column).and(self.network.id(member.provider))
    }

    /// Whether the buffer works when called on: what a row without activation says of it.
    fn buffer_works(&self, need: NeedId) -> bool {
        let starts = |m: &Dependency| self.network.detail(m).start_p.clone().filter(|_| self.activation_ms(m) == 0);
        let p = self.network.members(need).iter().find_map(starts);
        p.is_none_or(|p| self.taking.works(|| self.need_thing(need, "start_p"), &p))
    }

    /// The share of a member in ppm.
    pub(super) fn share(&self, member: &Dependency) -> u32 {
        self.taking.value(|| self.member_thing(member, "share"), &self.network.share(member), Adverse::Low).ppm()
    }

    /// Whether a row carries losses.
    pub(super) fn carries(&self, member: &Dependency) -> bool {
        let p = self.network.detail(member).probability.as_ref();
        p.is_none_or(|p| self.taking.strikes(|| self.member_thing(member, "probability"), p))
    }

    /// The activation of a member in ms, [`NEVER_STARTS`] when it fails to start.
    pub(super) fn activation_ms(&self, member: &Dependency) -> i64 {
        let detail = self.network.detail(member);
        let Some(cell) = detail.activation.value() else { return 0 };
        let after = self.taking.value(|| self.member_thing(member, "activation_h"), cell, Adverse::High).ms();
        let starts = |p: &Quantity<Probability>| self.taking.works(|| self.member_thing(member, "start_p"), p);
        if after > 0 && !detail.start_p.as_ref().is_none_or(starts) { NEVER_STARTS } else { after }
    }

    /// The numbers of a node.
    pub(super) fn node(&self, node: NodeId) -> NodeClass {
        let detail = self.network.node(node);
        NodeClass {
            restart_ms: self.of_node(node, "restart_h", &detail.restart, Adverse::High),
            black_start_ms: self.of_node(node, "black_start_h", &detail.black_start, Adverse::Low),
        }
    }

    fn of_node(&self, node: NodeId, column: &str, cell: &Cell<Duration>, adverse: Adverse) -> i64 {
        let thing = || Thing::of(column).and(self.network.id(node));
        cell.value().map_or(Time::ZERO, |cell| self.taking.value(thing, cell, adverse)).ms()
    }
}
