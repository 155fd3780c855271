//! What no values of some cells can do: proofs by the bounds of section 6.
//!
//! A network in which every uncertain cell is as a run takes it is opened again at the cells in question, each over all that it may hold, what
//! it holds now included. Where the bounds of that network settle the conclusion as the run does, no values of these cells overturn it, alone
//! or together. Sound as the bounds are; what they leave open proves nothing.

use super::Config;
use super::change::answered;
use super::conclusion::{Claim, Conclusion};
use super::drawn::Drawn;
use super::prior::{Basis, Prior, taken_as};
use super::questions::{Question, Subject, Touched, questions};
use crate::analysis::Model;
use crate::analysis::bounds::{self, Bounds, Enclosed, Verdict, bounds};
use crate::network::{Cell, CellPlace, CellRef, CellValue, DependencyId, Event, Importance, NeedId, Network, RangeColumn, Ranges, Taking};
use crate::units::{Level, Probability, Quantity, Shape, Spread};

/// A conclusion, and the network with every cell as a run takes it.
pub(super) struct Proofs<'m> {
    stated: &'m Model,
    events: &'m [Event],
    taken: Model,
    taken_events: Vec<Event>,
    config: bounds::Config,
    conclusion: Conclusion,
    holds: bool,
}

impl<'m> Proofs<'m> {
    /// Proofs about a conclusion that holds, or does not, in the run that takes the cells in question so.
    pub(super) fn new(
        model: &'m Model,
        events: &'m [Event],
        config: &Config,
        asked: &[Question],
        taking: Taking,
        (conclusion, holds): (Conclusion, bool),
    ) -> Self {
        let mut taken = Model::new(model.network.clone(), model.stance);
        let mut taken_events = events.to_vec();
        for question in asked.iter().filter(|question| question.basis == Basis::Uncertain) {
            let number = Drawn::new(&model.network, events, *question).number(taking);
            for change in answered(&model.network, question, number) {
                change.make(&mut taken.network, &mut taken_events);
            }
        }
        state_shares(&mut taken.network);
        let mut wide = bounds::Config::to(config.horizon);
        wide.ranges = Ranges::defaults();
        // The shares that are opened, and they alone, are not stated from here on.
        let _ = wide.ranges.set_column(RangeColumn::Share.name(), "widest");
        Self { stated: model, events, taken, taken_events, config: wide, conclusion, holds }
    }

    /// Whether no values of any cells of the network that are in doubt overturn it.
    pub(super) fn rule_out_all(&self, ranges: &Ranges) -> bool {
        let nodes = self.stated.network.node_count();
        let everywhere = Touched { affected: vec![true; nodes], compromised: vec![true; nodes] };
        self.rule_out(&questions(self.stated, self.events, &everywhere, ranges))
    }

    /// Whether no values of these cells overturn it, alone or together, all else as a run takes it.
    pub(super) fn rule_out(&self, open: &[Question]) -> bool {
        let mut model = Model::new(self.taken.network.clone(), self.taken.stance);
        let opening = Opening { stated: &self.stated.network, open };
        // A share that is not known opens the others of its whole too, so it has the last word: the order of the cells must not matter.
        let (first, last): (Vec<&Question>, Vec<&Question>) = open.iter().partition(|question| question.basis == Basis::Uncertain);
        for question in first.into_iter().chain(last) {
            opening.open(&mut model.network, question);
        }
        let found = bounds(&model, &self.events_with(open), &self.config);
        proves(&found, self.conclusion, self.holds)
    }

    /// The events as a run takes them, those in question as they are stated.
    fn events_with(&self, open: &[Question]) -> Vec<Event> {
        let mut events = self.taken_events.clone();
        for question in open {
            if let Subject::Duration(at) | Subject::Level(at) | Subject::Happens(at) = question.subject {
                events[at].clone_from(&self.events[at]);
            }
        }
        events
    }

    /// Whether no values of any single one of these cells overturn it; `budget` counts down the bounds that may be worked out.
    pub(super) fn rule_out_singles(&self, cells: &[Question], budget: &mut u32) -> bool {
        if cells.is_empty() || self.afford(cells, budget) {
            return true;
        }
        let (left, right) = cells.split_at(cells.len() / 2);
        cells.len() > 1 && *budget > 0 && self.rule_out_singles(left, budget) && self.rule_out_singles(right, budget)
    }

    /// The same of any two of these cells.
    pub(super) fn rule_out_pairs(&self, cells: &[Question], budget: &mut u32) -> bool {
        if cells.len() < 2 || self.afford(cells, budget) {
            return true;
        }
        let (left, right) = cells.split_at(cells.len() / 2);
        *budget > 0 && self.rule_out_pairs(left, budget) && self.rule_out_pairs(right, budget) && self.rule_out_between(left, right, budget)
    }

    /// The same of any one of the first and one of the second cells.
    fn rule_out_between(&self, a: &[Question], b: &[Question], budget: &mut u32) -> bool {
        if self.afford(&[a, b].concat(), budget) {
            return true;
        }
        let (long, short) = if a.len() >= b.len() { (a, b) } else { (b, a) };
        let (left, right) = long.split_at(long.len() / 2);
        long.len() > 1 && *budget > 0 && self.rule_out_between(left, short, budget) && self.rule_out_between(right, short, budget)
    }

    fn afford(&self, open: &[Question], budget: &mut u32) -> bool {
        let left = budget.checked_sub(1);
        *budget = left.unwrap_or(0);
        left.is_some() && self.rule_out(open)
    }
}

/// Whether bounds settle a conclusion as a run does.
fn proves(found: &Bounds, conclusion: Conclusion, holds: bool) -> bool {
    let enclosed = found.nodes.iter().find(|enclosed| enclosed.node == conclusion.node);
    let (falls, lost) = enclosed.map_or((Verdict::Cannot, Verdict::Cannot), |enclosed| (enclosed.falls, enclosed.lost));
    match (conclusion.claim, holds) {
        (Claim::Falls, true) | (Claim::Works, false) => falls == Verdict::Must,
        (Claim::Falls, false) | (Claim::Works, true) => falls == Verdict::Cannot,
        (Claim::Lost, true) => lost == Verdict::Must,
        (Claim::Lost, false) => lost == Verdict::Cannot,
        (Claim::Top(most), true) => falls == Verdict::Must && enclosed.is_some_and(|own| worse(found, own, false) < most),
        (Claim::Top(most), false) => enclosed.is_none_or(|own| worse(found, own, true) >= most),
    }
}

/// How many others lose more hours than a node in every world, or else in any. Sums of hours are compared with room for their last bits.
fn worse(found: &Bounds, own: &Enclosed, in_every: bool) -> usize {
    const LAST_BITS: f64 = 1e-9;
    let more = |other: &&Enclosed| {
        if in_every { other.lost_h.0 > own.lost_h.1 + LAST_BITS } else { other.lost_h.1 > own.lost_h.0 - LAST_BITS }
    };
    found.nodes.iter().filter(|other| other.node != own.node).filter(more).count()
}

/// States every share that is left to its default, so that only those that are opened are open.
fn state_shares(network: &mut Network) {
    let rows = 0..network.dependencies().len() as u32;
    for cell in rows.map(|row| share_of(DependencyId(row))) {
        let is_single = network.members(need_of(network, cell)).len() == 1;
        if !is_single && !network.cell(cell).is_stated() {
            network.set_cell(cell, &CellValue::Level(Some(Quantity::Fixed(Level::ONE))));
        }
    }
}

fn share_of(row: DependencyId) -> CellRef {
    CellRef { place: CellPlace::Row(row), column: RangeColumn::Share }
}

fn need_of(network: &Network, cell: CellRef) -> NeedId {
    match cell.place {
        CellPlace::Need(need) => need,
        CellPlace::Row(row) => network.dependencies()[row.0 as usize].need,
        CellPlace::Node(_) => unreachable!("a node has no need"),
    }
}

/// Cells that are opened together.
struct Opening<'a> {
    stated: &'a Network,
    open: &'a [Question],
}

impl Opening<'_> {
    fn open(&self, network: &mut Network, question: &Question) {
        let Subject::Cell(cell) = question.subject else { return };
        match (question.basis, cell.column, cell.place) {
            (Basis::Uncertain, ..) => network.set_cell(cell, &self.stated.cell(cell)),
            (_, RangeColumn::Share, CellPlace::Row(row)) => self.open_share(network, row, question),
            (_, RangeColumn::Importance, _) => {
                let weight = Spread { low: self.least_weight(cell, question), ..self.hull(cell, question) };
                network.set_cell(cell, &CellValue::Importance(Some(Importance::Supporting(spread(weight)))));
            }
            (_, RangeColumn::Minimum | RangeColumn::Share, _) => {
                network.set_cell(cell, &CellValue::Level(Some(spread(self.hull(cell, question)))));
            }
            _ => network.set_cell(cell, &self.anything(cell, question)),
        }
    }

    /// Hours or a probability over all that a cell may hold.
    fn anything(&self, cell: CellRef, question: &Question) -> CellValue {
        match question.prior {
            Prior::Event(_) => CellValue::Chance(Probability::new(0.5).map(Quantity::Fixed)),
            Prior::Number(_) => CellValue::Hours(Cell::Is(spread(self.hull(cell, question)))),
        }
    }

    /// From the lowest to the highest value that a cell may hold, what it holds now included.
    fn hull(&self, cell: CellRef, question: &Question) -> Spread {
        let Prior::Number(prior) = question.prior else { unreachable!("what happens or does not has no hull") };
        let (low, high) = prior.range();
        let now = taken_as(cell.column, &self.stated.cell(cell));
        Spread { shape: Shape::Uniform, low: low.min(now), mode: f64::midpoint(low.min(now), high.max(now)), high: high.max(now) }
    }

    /// The weight that takes no more from the best end than any world does, in which each of these needs may be essential (and only the worst
    /// of those counts) or a supporting one (and they add up). With k of them and no other supporting need, a k-th of the least weight: what
    /// the essential ones take together is then at most what the worst of them takes.
    fn least_weight(&self, cell: CellRef, question: &Question) -> f64 {
        let node = self.stated.need(need_of(self.stated, cell)).dependent;
        let is_opened = |need: NeedId| self.open.iter().any(|other| self.is_importance_of(other, need));
        let needs: Vec<NeedId> = self.stated.needs_of(node).collect();
        let opened = needs.iter().filter(|need| is_opened(**need)).count();
        let importance = |need: NeedId| self.stated.cell(CellRef { place: CellPlace::Need(need), column: RangeColumn::Importance });
        let supports = |need: &NeedId| matches!(importance(*need), CellValue::Importance(Some(Importance::Supporting(_))));
        if needs.iter().any(|need| supports(need) && !is_opened(*need)) {
            0.0
        } else {
            self.hull(cell, question).low / opened.max(1) as f64
        }
    }

    fn is_importance_of(&self, question: &Question, need: NeedId) -> bool {
        let is_it = |cell: CellRef| cell.column == RangeColumn::Importance && need_of(self.stated, cell) == need;
        question.basis != Basis::Uncertain && matches!(question.subject, Subject::Cell(cell) if is_it(cell))
    }

    /// A share that is not known changes the others of its whole, which then may be anything; of a standby member it stands by itself. Where
    /// one of the others is a distribution, they need not add up to a whole.
    fn open_share(&self, network: &mut Network, row: DependencyId, question: &Question) {
        let member = &self.stated.dependencies()[row.0 as usize];
        if self.stated.is_standby(member) {
            return network.set_cell(share_of(row), &CellValue::Level(Some(spread(self.hull(share_of(row), question)))));
        }
        let first = self.stated.first_member(member.need).0;
        let members = self.stated.members(member.need).iter().zip(first..);
        let together: Vec<CellRef> =
            members.filter(|(member, _)| !self.stated.is_standby(member)).map(|(_, row)| share_of(DependencyId(row))).collect();
        let is_spread = |cell: &CellRef| matches!(self.stated.cell(*cell), CellValue::Level(Some(Quantity::Spread(_))));
        let anything = Spread { shape: Shape::Uniform, low: 0.0, mode: 0.5, high: 1.0 };
        let value = CellValue::Level(together.iter().any(is_spread).then(|| spread(anything)));
        for cell in together {
            network.set_cell(cell, &value);
        }
    }
}

fn spread<T>(spread: Spread) -> Quantity<T> {
    Quantity::Spread(Box::new(spread))
}
