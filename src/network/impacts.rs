//! What the loss of a node means for people and society: amounts on named criteria.
//!
//! Invariants: impacts stand in the order of (node, criterion, population, begin); no two of them state the same.

use super::build::{Fault, RowRef, Table};
use super::{Adverse, Cell, Criteria, CriterionId, Draft, Duration, NameId, NodeId, Provenance, Taking, Thing, nearest};
use crate::diagnostic::Finding;
use crate::units::{Amount, End, Magnitude, Quantity, Time};

/// A row of the impacts table.
#[derive(Debug, Clone, PartialEq)]
pub struct ImpactRow {
    /// The node.
    pub node: NameId,
    /// The criterion.
    pub criterion: NameId,
    /// The amount: per hour where the criterion is measured over time.
    pub amount: Quantity<Amount>,
    /// How long into each loss it begins.
    pub after: Cell<Duration>,
    /// Whom it concerns: amounts of one population are the same people.
    pub population: Option<NameId>,
    /// Source, confidence and marking.
    pub provenance: Provenance,
}

impl Default for ImpactRow {
    /// A row of which no cell has been read yet.
    fn default() -> Self {
        let (node, criterion, amount) = (NameId::default(), NameId::default(), Quantity::Fixed(Amount::ZERO));
        Self { node, criterion, amount, after: Cell::NotStated, population: None, provenance: Provenance::default() }
    }
}

/// An amount that a node carries.
#[derive(Debug, Clone, PartialEq)]
pub struct Impact {
    /// The node.
    pub node: NodeId,
    /// The criterion.
    pub criterion: CriterionId,
    /// The row.
    pub row: ImpactRow,
    /// The row's place in the table as it was read.
    pub index: u32,
}

impl Impact {
    /// The amount, unknowns taken one way: more is worse.
    pub fn amount(&self, taking: Taking, thing: impl Fn(&str) -> Thing) -> Magnitude {
        Magnitude::nearest_to(taking.value(|| thing("amount"), &self.row.amount, Adverse::High).value())
    }

    /// How long into a loss it begins, unknowns taken one way: sooner is worse.
    pub fn after(&self, taking: Taking, thing: impl Fn(&str) -> Thing) -> Time {
        self.row.after.value().map_or(Time::ZERO, |after| taking.value(|| thing("after_h"), after, Adverse::Low))
    }

    /// Whether anything about it is not known as one value.
    pub fn is_uncertain(&self) -> bool {
        self.row.amount.is_spread() || self.row.after.value().is_some_and(Quantity::is_spread)
    }

    /// Whether the amount may be quoted without a warning.
    pub fn is_verified(&self) -> bool {
        self.row.provenance.confidence.is_some_and(super::Confidence::is_verified)
    }
}

/// Puts the rows in order and checks them against one another.
pub(super) fn build(
    draft: &Draft,
    node: &dyn Fn(NameId) -> Option<NodeId>,
    ids: &[NameId],
    criteria: &mut Criteria,
    faults: &mut Vec<Fault>,
) -> Vec<Impact> {
    let mut impacts = Vec::with_capacity(draft.impacts.len());
    for (index, row) in draft.impacts.iter().enumerate() {
        let at =
            |finding, column| Fault { finding, rows: vec![RowRef { table: Table::Impacts, index: index as u32 }], column: Some(column) };
        let is_told = |column| draft.told.has(Table::Impacts, index, column);
        let node = if is_told("node") { None } else { Some(node(row.node)) };
        if node == Some(None) {
            let id = draft.names.text(row.node);
            let nearest = nearest(id, ids.iter().map(|&id| draft.names.text(id)));
            faults.push(at(Finding::UnknownNode { id: id.to_owned(), nearest, or_party: false }, "node"));
        }
        if is_told("criterion") {
            continue;
        }
        let criterion = criteria.add(draft.names.text(row.criterion));
        if !criteria.get(criterion).gauge().takes_amounts() {
            let gauge = criteria.get(criterion).gauge().word().to_owned();
            faults.push(at(Finding::AmountNotTaken { criterion: draft.names.text(row.criterion).to_owned(), gauge }, "criterion"));
        }
        // Without its begin nobody knows whether it states the same as another.
        if let Some(node) = node.flatten().filter(|_| !is_told("after_h") && !is_told("population")) {
            impacts.push(Impact { node, criterion, row: row.clone(), index: index as u32 });
        }
    }
    let population = |impact: &Impact| impact.row.population.map(|name| draft.names.text(name));
    let after = |impact: &Impact| impact.row.after.value().map_or(Time::ZERO, |after| after.at(End::Middle));
    impacts.sort_by(|a, b| {
        let key = |impact: &Impact| (impact.node, impact.criterion);
        key(a).cmp(&key(b)).then(population(a).cmp(&population(b))).then(after(a).cmp(&after(b))).then(a.index.cmp(&b.index))
    });
    for pair in impacts.windows(2) {
        let [first, again] = pair else { continue };
        let is_same = (first.node, first.criterion) == (again.node, again.criterion) && population(first) == population(again);
        if is_same && after(first) == after(again) {
            let (node, criterion) = (draft.names.text(again.row.node).to_owned(), draft.names.text(again.row.criterion).to_owned());
            let rows = [again, first].map(|impact| RowRef { table: Table::Impacts, index: impact.index });
            faults.push(Fault { finding: Finding::DuplicateImpact { node, criterion }, rows: rows.into(), column: Some("criterion") });
        }
    }
    impacts
}
