//! A question in the terms of its network: about what, what is stated now, and who may know.

use crate::analysis::sensitivity::{Basis, Question, Subject};
use crate::network::{CellPlace, CellRef, NameId, NeedId, Network, NodeId, Thing};

/// What a question is about.
#[derive(Debug, Clone, Copy)]
pub(in crate::report) struct Asked<'n> {
    network: &'n Network,
    pub(in crate::report) question: Question,
}

/// Who may know.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(in crate::report) struct Party<'n> {
    /// The operator; where none is stated, the supervisor.
    pub(in crate::report) operator: Option<&'n str>,
    /// The ministry.
    pub(in crate::report) ministry: Option<&'n str>,
}

impl<'n> Asked<'n> {
    pub(in crate::report) fn new(network: &'n Network, question: Question) -> Self {
        Self { network, question }
    }

    fn cell(&self) -> Option<CellRef> {
        match self.question.subject {
            Subject::Cell(cell) => Some(cell),
            Subject::Duration(_) | Subject::Level(_) | Subject::Happens(_) => None,
        }
    }

    /// The node whose cell it is, or that depends.
    pub(in crate::report) fn node(&self) -> Option<NodeId> {
        match self.cell()?.place {
            CellPlace::Node(node) => Some(node),
            CellPlace::Need(_) | CellPlace::Row(_) => self.need().map(|need| self.network.need(need).dependent),
        }
    }

    /// The need.
    pub(in crate::report) fn need(&self) -> Option<NeedId> {
        match self.cell()?.place {
            CellPlace::Node(_) => None,
            CellPlace::Need(need) => Some(need),
            CellPlace::Row(row) => Some(self.network.dependencies()[row.0 as usize].need),
        }
    }

    /// The provider of a row; of a need with one row that row's.
    pub(in crate::report) fn provider(&self) -> Option<NodeId> {
        match self.cell()?.place {
            CellPlace::Node(_) => None,
            CellPlace::Row(row) => Some(self.network.dependencies()[row.0 as usize].provider),
            CellPlace::Need(need) => match self.network.members(need) {
                [only] => Some(only.provider),
                _ => None,
            },
        }
    }

    /// The event, numbered from 0.
    pub(in crate::report) fn event(&self) -> Option<usize> {
        match self.question.subject {
            Subject::Cell(_) => None,
            Subject::Duration(event) | Subject::Level(event) | Subject::Happens(event) => Some(event),
        }
    }

    /// The column, by its English name.
    pub(in crate::report) fn column(&self) -> &'static str {
        match self.question.subject {
            Subject::Cell(cell) => cell.column.name(),
            Subject::Duration(_) => "duration_h",
            Subject::Level(_) => "level",
            Subject::Happens(_) => "probability",
        }
    }

    /// What is stated now, as a cell is written.
    pub(in crate::report) fn present(&self) -> String {
        self.cell().map_or_else(String::new, |cell| self.network.cell(cell).to_string())
    }

    /// The source of what is stated, and how sure it is.
    pub(in crate::report) fn source(&self) -> (Option<&'n str>, Option<f64>) {
        let provenance = self.cell().map(|cell| self.network.cell_provenance(cell));
        let source = provenance.and_then(|provenance| provenance.source).map(|source| self.network.text(source));
        (source, provenance.and_then(|provenance| provenance.confidence).map(|confidence| confidence.0))
    }

    /// A key that stays the same as long as the names do.
    pub(in crate::report) fn key(&self) -> String {
        let named = |node: Option<NodeId>| node.map_or("", |node| self.network.id(node));
        let need = self.need().map_or("", |need| self.network.need_name(need));
        let thing = Thing::of(self.column()).and(named(self.node())).and(need).and(named(self.provider()));
        let thing = thing.and_number(self.event().map_or(0, |event| event as u64 + 1));
        format!("q{:08x}", thing.short())
    }

    /// Who may know: the operator and the ministry of the node that the cell is about, else those of the provider.
    pub(in crate::report) fn party(&self) -> Party<'n> {
        let parties = [self.node(), self.provider()].into_iter().flatten().map(|node| self.party_of(node));
        parties.fold(Party::default(), |found, next| if found == Party::default() { next } else { found })
    }

    fn party_of(&self, node: NodeId) -> Party<'n> {
        let detail = self.network.node(node);
        let text = |name: Option<NameId>| name.map(|name| self.network.text(name));
        Party { operator: text(detail.operator.or(detail.supervisor)), ministry: text(detail.ministry) }
    }
}

impl Party<'_> {
    /// Both, as one text.
    pub(in crate::report) fn text(&self) -> String {
        match (self.operator, self.ministry) {
            (Some(operator), Some(ministry)) => format!("{operator} ({ministry})"),
            (one, other) => one.or(other).unwrap_or_default().to_owned(),
        }
    }
}

/// Why a cell is in question, in data.
pub(in crate::report) const fn basis(basis: Basis) -> &'static str {
    match basis {
        Basis::Uncertain => "uncertain",
        Basis::Unverified => "unverified",
        Basis::NotStated => "not_stated",
    }
}
