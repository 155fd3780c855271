//! Which cells are in question in a scenario: those of the needs, rows, nodes and events through which something happens.
//!
//! A cell of a need of which no provider is ever affected cannot change anything, so it is not asked about.

use super::prior::{Basis, Doubt, Prior, doubt};
use crate::analysis::Model;
use crate::network::{Action, CellPlace, CellRef, DependencyId, Event, NeedId, NodeId, RangeColumn, Ranges};
use crate::units::{Probability, Quantity};

/// What is not known for certain.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Subject {
    /// A cell of the network.
    Cell(CellRef),
    /// How long an event lasts.
    Duration(usize),
    /// What an event leaves.
    Level(usize),
    /// Whether an event happens.
    Happens(usize),
}

/// A cell in question.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Question {
    /// The cell.
    pub subject: Subject,
    /// Why it is in question.
    pub basis: Basis,
    /// What it may hold.
    pub prior: Prior,
    /// The probability that the cell is not as a run takes it and lies anywhere in the prior: below 1 where the row leaves the cell out, by
    /// as much as the row is sure.
    pub weight: f64,
}

/// Where something happened, in any of the worlds that were tried.
#[derive(Debug, Clone, Default)]
pub(super) struct Touched {
    /// Nodes that lost output.
    pub(super) affected: Vec<bool>,
    /// Nodes that were compromised.
    pub(super) compromised: Vec<bool>,
}

/// The cells in question, in the order of the network; events last.
pub(super) fn questions(model: &Model, events: &[Event], touched: &Touched, ranges: &Ranges) -> Vec<Question> {
    let lister = Lister { model, touched, ranges };
    let mut found: Vec<Question> = model.network.nodes().flat_map(|node| lister.of_node(node, events)).collect();
    let mut needs: Vec<NeedId> = lister.needs().collect();
    needs.sort_unstable();
    needs.dedup();
    found.extend(needs.iter().flat_map(|&need| lister.of_need(need)));
    found.extend(lister.of_access());
    found.sort_by_key(|question| question.subject);
    found.extend(events.iter().enumerate().flat_map(|(at, event)| of_event(at, event)));
    found
}

/// How many rows have an affected provider.
pub(super) fn rows(model: &Model, touched: &Touched) -> u64 {
    let affected = model.network.nodes().filter(|node| touched.affected[node.0 as usize]);
    affected.map(|node| model.graph().topology.dependents(node.0).len() as u64).sum()
}

struct Lister<'a> {
    model: &'a Model,
    touched: &'a Touched,
    ranges: &'a Ranges,
}

impl Lister<'_> {
    fn question(&self, place: CellPlace, column: RangeColumn) -> Option<Question> {
        let (network, cell) = (&self.model.network, CellRef { place, column });
        let Doubt { basis, prior, weight } = doubt(column, &network.cell(cell), network.cell_provenance(cell).confidence, self.ranges)?;
        // A cell that allows one value alone is known, whatever it rests on.
        let is_open = !matches!(prior, Prior::Number(spread) if spread.range().0 >= spread.range().1);
        is_open.then_some(Question { subject: Subject::Cell(cell), basis, prior, weight })
    }

    /// Needs with a provider that is affected.
    fn needs(&self) -> impl Iterator<Item = NeedId> + '_ {
        let affected = self.model.network.nodes().filter(|node| self.touched.affected[node.0 as usize]);
        affected.flat_map(|node| self.model.graph().topology.dependents(node.0)).map(|edge| NeedId(edge.need))
    }

    fn of_need(&self, need: NeedId) -> Vec<Question> {
        let network = &self.model.network;
        let members = network.members(need);
        let mut columns = vec![RangeColumn::Minimum, RangeColumn::Importance, RangeColumn::Buffer];
        let buffer = network.cell(CellRef { place: CellPlace::Need(need), column: RangeColumn::Buffer });
        let stocks = members.iter().any(|member| network.detail(member).buffer.value().is_some()) && buffer.is_stated();
        if stocks {
            columns.extend([RangeColumn::Refill, RangeColumn::StartP]);
        }
        let mut found: Vec<Question> = columns.into_iter().filter_map(|column| self.question(CellPlace::Need(need), column)).collect();
        let first = network.first_member(need).0;
        let active = members.iter().filter(|member| !network.is_standby(member)).count();
        for (member, row) in members.iter().zip(first..) {
            let place = CellPlace::Row(DependencyId(row));
            let standby = network.is_standby(member);
            let mut columns = Vec::new();
            // What alone is always there must bring the whole.
            if standby || active > 1 {
                columns.push(RangeColumn::Share);
            }
            if standby {
                columns.extend([RangeColumn::Activation, RangeColumn::StartP]);
            }
            if self.touched.affected[member.provider.0 as usize] {
                columns.push(RangeColumn::Probability);
            }
            found.extend(columns.into_iter().filter_map(|column| self.question(place, column)));
        }
        found
    }

    fn of_node(&self, node: NodeId, events: &[Event]) -> Vec<Question> {
        if !self.touched.affected[node.0 as usize] {
            return Vec::new();
        }
        let hit: Vec<bool> = events.iter().filter_map(|event| repairs(event, node)).collect();
        let mut columns = vec![RangeColumn::Restart];
        if !hit.is_empty() {
            columns.push(RangeColumn::BlackStart);
        }
        if hit.contains(&true) {
            columns.push(RangeColumn::Repair);
        }
        columns.into_iter().filter_map(|column| self.question(CellPlace::Node(node), column)).collect()
    }

    /// Cells of the access layer, where something is compromised.
    fn of_access(&self) -> Vec<Question> {
        let compromised = |node: &NodeId| self.touched.compromised.get(node.0 as usize).copied().unwrap_or_default();
        if !self.touched.compromised.contains(&true) {
            return Vec::new();
        }
        let access = self.model.access();
        let mut found = Vec::new();
        for node in self.model.network.nodes().filter(compromised) {
            found.extend(self.question(CellPlace::Node(node), RangeColumn::Detect));
            for row in access.rows_from(node.0) {
                let place = CellPlace::Row(DependencyId(row.member));
                found.extend([RangeColumn::PCompromise, RangeColumn::Ttc].into_iter().filter_map(|column| self.question(place, column)));
            }
        }
        found
    }
}

/// Whether an event may hit a node, and if so, whether its end is left to the node's repair.
fn repairs(event: &Event, node: NodeId) -> Option<bool> {
    match &event.action {
        Action::Fail { nodes, duration, .. } | Action::Trigger { nodes, duration, .. } => {
            nodes.contains(&node).then_some(duration.is_none())
        }
        Action::Drain { .. } | Action::Compromise { .. } | Action::Acquire { .. } | Action::Measure { .. } => None,
    }
}

fn of_event(at: usize, event: &Event) -> Vec<Question> {
    let stated = |subject, prior| Question { subject, basis: Basis::Uncertain, prior, weight: 1.0 };
    let mut found = Vec::new();
    let (duration, level, chance) = match &event.action {
        Action::Fail { nodes, duration, level, probability, common } => {
            // Several nodes that are struck each by a draw of its own are no single question.
            (duration.as_ref(), Some(level), (*common || nodes.len() == 1).then_some(*probability))
        }
        Action::Trigger { duration, level, .. } => (duration.as_ref(), Some(level), None),
        Action::Drain { duration, .. } => (duration.as_ref(), None, None),
        Action::Compromise { .. } | Action::Acquire { .. } | Action::Measure { .. } => (None, None, None),
    };
    if let Some(Quantity::Spread(spread)) = duration {
        found.push(stated(Subject::Duration(at), Prior::Number(**spread)));
    }
    if let Some(Quantity::Spread(spread)) = level {
        found.push(stated(Subject::Level(at), Prior::Number(**spread)));
    }
    let open = |p: &Probability| p.value() > 0.0 && p.value() < 1.0;
    found.extend(chance.filter(open).map(|p| stated(Subject::Happens(at), Prior::Event(p))));
    found
}
