//! The numbers of a network at one end of all that is possible (docs/semantics.md, section 6).
//!
//! Invariant: with the worst numbers no node ever delivers more, and with the best none less, than in any world that the data allows.

use super::{NEVER_STARTS, NeedClass, NodeClass, Parameters};
use crate::graph::ESSENTIAL;
use crate::network::{Cell, Dependency, DependencyDetail, Importance, NOT_STATED, NeedId, Network, NodeId, RangeColumn, Ranges};
use crate::units::{End, Level, Measure, ONE_PPM, Probability, Quantity, Time};

/// How a need's standby members are taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum StandbyMode {
    /// When they step in is not known for certain: never at the worst end, at once at the best.
    #[default]
    Bracketed,
    /// The same, but no drain takes the buffer away: where it outlasts the activation it bridges every gap until they step in.
    Bridged,
    /// What they step in for falls short at the same moments in all worlds.
    Exact,
}

/// When the own state of a node rises, which is when its black start begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Rises {
    /// Never, in any world: nothing holds it down.
    #[default]
    Never,
    /// At the same moments in all worlds.
    Exact,
    /// At moments that differ between worlds.
    Open,
}

/// One end, and what is known for certain.
#[derive(Debug, Clone, Copy)]
pub struct Bracket<'a> {
    /// The worst end, else the best.
    pub worst: bool,
    /// The ranges of cells that are not stated.
    pub ranges: &'a Ranges,
    /// Per need.
    pub standby: &'a [StandbyMode],
    /// Per node: when its own state rises. Where that is open, a black start helps only at the best end, and there always.
    pub rises: &'a [Rises],
}

/// Which end of a cell is the bad one.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Bad {
    Low,
    High,
}

/// The least and the greatest value of a cell.
type Span<T> = (T, T);

impl Parameters {
    /// The numbers at one end.
    pub fn bracket(network: &Network, bracket: &Bracket) -> Self {
        let ends = Ends { network, bracket };
        Self::collect(network, false, |parameters, need| parameters.bracket_need(&ends, need), |node| ends.node(node))
    }

    fn bracket_need(&mut self, ends: &Ends, need: NeedId) -> NeedClass {
        let first = ends.network.first_member(need).0 as usize;
        let mut class = ends.need(need);
        let split = ends.split(need, class.buffer_ms, class.refill_ms);
        for (at, member) in ends.network.members(need).iter().enumerate() {
            let place = first + at;
            let (share, activation_ms) = ends.member(member, &split);
            self.share.set(place, share);
            if !ends.carries(member) {
                self.delivers[place / 64] |= 1 << (place % 64);
            }
            self.set_activation(place as u32, activation_ms);
            if activation_ms == 0 {
                class.base += u64::from(share) * u64::from(ONE_PPM);
            } else {
                class.standby = true;
            }
        }
        if split.as_deficit {
            class.base = u64::from(ONE_PPM) * u64::from(ONE_PPM);
        }
        class.buffer_ms -= split.bridged_ms.min(class.buffer_ms);
        class
    }
}

/// How the members of a need are taken together.
struct Split {
    mode: StandbyMode,
    /// At the worst end, where shares are not known but add up to one at least: a whole less what every lost member may take away.
    as_deficit: bool,
    /// What of the buffer goes to bridging the gaps until standby members step in, in ms; those that step in by then count as always active.
    bridged_ms: i64,
}

struct Ends<'a> {
    network: &'a Network,
    bracket: &'a Bracket<'a>,
}

impl Ends<'_> {
    fn end<T>(&self, (least, most): Span<T>, bad: Bad) -> T {
        if self.bracket.worst == (bad == Bad::Low) { least } else { most }
    }

    fn hours(&self, cell: &Cell<Quantity<Time>>, column: RangeColumn) -> Span<Time> {
        self.bracket.ranges.span(cell.value(), *cell == Cell::None, column, Time::ZERO)
    }

    /// A duration that is a column of the need.
    fn of_need(&self, need: NeedId, column: RangeColumn, cell: fn(&DependencyDetail) -> &Cell<Quantity<Time>>) -> Span<Time> {
        let stated = self.network.members(need).iter().map(|member| cell(self.network.detail(member))).find(|cell| cell.is_stated());
        self.hours(stated.unwrap_or(&Cell::NotStated), column)
    }

    fn need(&self, need: NeedId) -> NeedClass {
        let states_minimum = self.network.members(need).iter().any(|member| self.network.terms(member).minimum != NOT_STATED);
        let minimum = self.network.minimum(need);
        let minimum = self.bracket.ranges.span(Some(&minimum).filter(|_| states_minimum), false, RangeColumn::Minimum, Level::ZERO);
        let buffer_ms = self.end(self.of_need(need, RangeColumn::Buffer, |d| &d.buffer), Bad::Low).ms();
        let free = !self.bracket.worst && self.black_start_is_open(self.network.node_of_need(need));
        NeedClass {
            base: 0,
            minimum: self.end(minimum, Bad::High).ppm(),
            weight: self.weight(need),
            buffer_ms: match (free, self.buffer_works(need)) {
                (true, _) => Time::MAX.ms(),
                (false, true) => buffer_ms,
                (false, false) => 0,
            },
            refill_ms: self.end(self.of_need(need, RangeColumn::Refill, |d| &d.refill), Bad::High).ms(),
            standby: false,
        }
    }

    /// A weight that is not stated counts as a supporting one: at the worst end of weight 1, which is no better than essential.
    fn weight(&self, need: NeedId) -> u32 {
        match (self.importance(need), self.bracket.ranges.of(RangeColumn::Importance)) {
            (Some(Importance::Essential), _) | (None, None) => ESSENTIAL,
            (Some(Importance::Supporting(weight)), _) => self.end((weight.at(End::Least), weight.at(End::Most)), Bad::High).ppm(),
            (None, Some((_, high))) if self.bracket.worst => Level::nearest_to(high).ppm(),
            (None, Some((low, high))) if Level::nearest_to(high) == Level::ONE => self.shared_weight(need, Level::nearest_to(low)),
            (None, Some((low, _))) => Level::nearest_to(low).ppm(),
        }
    }

    fn importance(&self, need: NeedId) -> Option<&Importance> {
        self.network.stated_for_need(need, |detail| detail.importance.as_ref())
    }

    /// The weight at the best end of a need that may be essential: of essential needs only the worst counts, while supporting ones add up.
    /// With k such needs and no other supporting one, a k-th of the least weight takes no more together than the worst of them alone does.
    /// Beside another supporting need nothing is left that it would surely add.
    fn shared_weight(&self, need: NeedId, least: Level) -> u32 {
        let needs = || self.network.needs_of(self.network.node_of_need(need)).map(|other| self.importance(other));
        if needs().any(|importance| matches!(importance, Some(Importance::Supporting(_)))) {
            return 0;
        }
        least.ppm() / needs().filter(Option::is_none).count() as u32
    }

    /// Something good that may happen: at the worst end only what is certain does, at the best all that is possible.
    fn works(&self, stated: Option<&Quantity<Probability>>, column: RangeColumn) -> bool {
        let (least, most) = self.bracket.ranges.span(stated, false, column, Probability::ONE);
        if self.bracket.worst { least.value() >= 1.0 } else { most.value() > 0.0 }
    }

    /// A row carries losses: at the worst end where it may, at the best where it must.
    fn carries(&self, member: &Dependency) -> bool {
        let (least, most) =
            self.bracket.ranges.span(self.network.detail(member).probability.as_ref(), false, RangeColumn::Probability, Probability::ONE);
        if self.bracket.worst { most.value() > 0.0 } else { least.value() >= 1.0 }
    }

    fn buffer_works(&self, need: NeedId) -> bool {
        let members = || self.network.members(need).iter().filter(|member| self.activation(member).0 == Time::ZERO);
        let stated = members().find_map(|member| self.network.detail(member).start_p.as_ref());
        self.works(stated, RangeColumn::StartP)
    }

    fn activation(&self, member: &Dependency) -> Span<Time> {
        // The only member of a need is active when all works, or the need were not met then.
        if self.network.members(member.need).len() == 1 {
            return (Time::ZERO, Time::ZERO);
        }
        self.hours(&self.network.detail(member).activation, RangeColumn::Activation)
    }

    fn share_is_open(&self, member: &Dependency) -> bool {
        self.network.terms(member).share == NOT_STATED && self.bracket.ranges.of(RangeColumn::Share).is_some_and(|(low, high)| low < high)
    }

    fn activation_is_open(&self, member: &Dependency) -> bool {
        let (least, most) = self.activation(member);
        !self.network.detail(member).activation.is_stated() && least == Time::ZERO && most > Time::ZERO
    }

    fn share_span(&self, member: &Dependency) -> Span<u32> {
        let single = self.network.members(member.need).len() == 1;
        let share = self.network.share(member);
        match self.bracket.ranges.of(RangeColumn::Share) {
            Some((low, high)) if self.network.terms(member).share == NOT_STATED && !single => {
                (Level::nearest_to(low).ppm(), Level::nearest_to(high).ppm())
            }
            _ => (share.at(End::Least).ppm(), share.at(End::Most).ppm()),
        }
    }

    fn split(&self, need: NeedId, buffer_ms: i64, refill_ms: i64) -> Split {
        let members = self.network.members(need);
        let open = members.len() > 1 && members.iter().any(|member| self.share_is_open(member) || self.activation_is_open(member));
        let mode = if open { StandbyMode::Bracketed } else { self.bracket.standby[need.0 as usize] };
        let bridges = |member: &Dependency| {
            let (least, most) = self.activation(member);
            let starts = self.works(self.network.detail(member).start_p.as_ref(), RangeColumn::StartP);
            (least > Time::ZERO && most.ms() <= buffer_ms && starts).then_some(most.ms())
        };
        let applies = self.bracket.worst && mode == StandbyMode::Bridged && refill_ms == 0;
        let bridged_ms = if applies { members.iter().filter_map(bridges).max().unwrap_or(0) } else { 0 };
        Split { mode, as_deficit: open && self.bracket.worst, bridged_ms }
    }

    /// The share of a member in ppm, and after which time it steps in, in ms.
    fn member(&self, member: &Dependency, split: &Split) -> (u32, i64) {
        let (least, most) = self.share_span(member);
        let (soonest, latest) = self.activation(member);
        let starts = self.works(self.network.detail(member).start_p.as_ref(), RangeColumn::StartP);
        let share = if split.as_deficit { most } else { self.end((least, most), Bad::Low) };
        let activation_ms = match (split.mode, self.bracket.worst) {
            _ if latest == Time::ZERO => 0,
            (StandbyMode::Exact, true) if starts => latest.ms(),
            (StandbyMode::Exact, false) if starts => soonest.ms(),
            (StandbyMode::Exact, _) => NEVER_STARTS,
            (_, true) if split.as_deficit && soonest == Time::ZERO => 0,
            (_, true) if starts && soonest > Time::ZERO && latest.ms() <= split.bridged_ms => 0,
            // Where it may be active from the start, it need not start.
            (_, false) if starts || soonest == Time::ZERO => 0,
            _ => NEVER_STARTS,
        };
        (share, activation_ms)
    }

    /// Whether the node may run on a black start at moments, or for times, that differ between worlds.
    fn black_start_is_open(&self, node: NodeId) -> bool {
        let (least, most) = self.hours(&self.network.node(node).black_start, RangeColumn::BlackStart);
        match self.bracket.rises[node.0 as usize] {
            Rises::Never => false,
            Rises::Exact => least < most,
            Rises::Open => most > Time::ZERO,
        }
    }

    fn node(&self, node: NodeId) -> NodeClass {
        let detail = self.network.node(node);
        let black_start = self.hours(&detail.black_start, RangeColumn::BlackStart);
        let exact = !self.black_start_is_open(node);
        NodeClass {
            restart_ms: self.end(self.hours(&detail.restart, RangeColumn::Restart), Bad::High).ms(),
            black_start_ms: if exact { black_start.0.ms() } else { 0 },
        }
    }
}

impl Bracket<'_> {
    /// Whether what the members without activation of a need deliver depends on nothing but the outputs of their providers.
    pub fn is_certain_but_for_outputs(&self, network: &Network, need: NeedId) -> bool {
        let ends = Ends { network, bracket: self };
        network.members(need).iter().all(|member| {
            let ((least, most), (soonest, latest)) = (ends.share_span(member), ends.activation(member));
            let p = self.ranges.span(network.detail(member).probability.as_ref(), false, RangeColumn::Probability, Probability::ONE);
            let carries = p.0.value() >= 1.0 || p.1.value() <= 0.0;
            soonest > Time::ZERO || (latest == Time::ZERO && least == most && carries)
        })
    }

    /// Whether a member steps in only after a while, in every world.
    pub fn is_standby(&self, network: &Network, member: &Dependency) -> bool {
        Ends { network, bracket: self }.activation(member).0 > Time::ZERO
    }

    /// Whether a node may run on a black start at moments, or for times, that differ between worlds.
    pub fn black_start_is_open(&self, network: &Network, node: NodeId) -> bool {
        Ends { network, bracket: self }.black_start_is_open(node)
    }
}
