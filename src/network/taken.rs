//! A network after measures were taken: the same nodes and needs under the same names and numbers, with other cells.
//!
//! Invariants: nodes and needs keep their ids, so that events, impacts and selections made for one network hold for the other, and samples
//! draw the same for what did not change. All measures of a network are taken of the one without any, in the order of the table: it makes
//! no difference which were taken first, or whether it was at one time.

use super::measure::{Alteration, Becomes, LevelColumn, MeasureId, ProbabilityColumn, TimeColumn, What};
use super::rows::{DependencyDetail, IN_DETAIL, NO_DETAIL, NOT_STATED, NodeDetail, NodeRow};
use super::{Cell, DependencyRow, Draft, NameId, NeedId, Network, NodeId, OnDetect};
use crate::diagnostic::Finding;
use crate::units::{Level, Measure as Unit, Probability, Quantity};
use std::collections::BTreeSet;
use std::sync::Arc;

impl Network {
    /// The network after measures were taken beside those that are, in the order of the table however they are given: where two change one
    /// cell, the last holds.
    ///
    /// # Errors
    /// What would be at fault, such as a need that is short even when all works.
    pub fn taking(&self, measures: &[MeasureId]) -> Result<Self, Vec<Finding>> {
        let without = self.untaken();
        let measures: BTreeSet<MeasureId> = self.taken.iter().chain(measures).copied().collect();
        let mut taken = Taken::of(without);
        for &id in &measures {
            taken.take(id);
        }
        let mut after = Self::build(taken.draft).map_err(|faults| faults.into_iter().map(|fault| fault.finding).collect::<Vec<_>>())?;
        (after.criteria, after.impacts, after.measures) = (without.criteria.clone(), without.impacts.clone(), without.measures.clone());
        (after.ownership, after.answers, after.has_node_table) =
            (without.ownership.clone(), without.answers.clone(), without.has_node_table);
        after.taken = measures.into_iter().collect();
        after.untaken = Some(self.untaken.clone().unwrap_or_else(|| Arc::new(self.clone())));
        Ok(after)
    }

    /// The network before any measure was taken.
    #[must_use]
    pub fn untaken(&self) -> &Self {
        self.untaken.as_deref().unwrap_or(self)
    }

    /// Whether a measure changes any cell.
    pub fn is_changed_by(&self, id: MeasureId) -> bool {
        let mut taken = Taken::of(self);
        let before = taken.draft.clone();
        taken.take(id);
        let draft = taken.draft;
        let cells = |draft: &Draft, row: usize| {
            let row = &draft.dependencies[row];
            let detail = draft.details.get(row.detail as usize).cloned().unwrap_or_default();
            (row.share, row.minimum, DependencyDetail { share: None, minimum: None, ..detail.clone() }, detail.share, detail.minimum)
        };
        draft.dependencies.len() != before.dependencies.len()
            || draft.nodes != before.nodes
            || (0..before.dependencies.len()).any(|row| cells(&draft, row) != cells(&before, row))
    }

    /// The rows that the network was made of, in the order of the network.
    fn rows_again(&self) -> Draft {
        let node = |node: NodeId| {
            self.row_of_node(node).map(|detail| NodeRow { id: self.ids[node.0 as usize], detail: NodeDetail::clone(detail) })
        };
        Draft {
            names: self.names.clone(),
            meta: self.meta.clone(),
            nodes: self.nodes().filter_map(node).collect(),
            has_node_table: self.has_node_table,
            dependencies: self.dependencies.iter().map(|dependency| self.row(dependency)).collect(),
            details: self.dependency_details.clone(),
            ..Draft::default()
        }
    }
}

/// Rows that are being changed, and where they stand.
struct Taken<'n> {
    network: &'n Network,
    draft: Draft,
    /// The place of a node's row in the draft, by node.
    row_of: Vec<Option<usize>>,
    /// Providers that measures brought: dependent, need and provider.
    brought: BTreeSet<(NameId, NameId, NameId)>,
}

impl<'n> Taken<'n> {
    fn of(network: &'n Network) -> Self {
        let mut next = 0;
        let place = |node: NodeId| {
            network.row_of_node(node)?;
            next += 1;
            Some(next - 1)
        };
        let row_of = network.nodes().map(place).collect();
        Self { network, draft: network.rows_again(), row_of, brought: BTreeSet::new() }
    }

    fn take(&mut self, id: MeasureId) {
        let measure = &self.network.measures()[id.0 as usize];
        for change in &measure.changes {
            for &target in &measure.targets {
                match &change.what {
                    What::Time(TimeColumn::Repair | TimeColumn::Restart | TimeColumn::BlackStart | TimeColumn::Detect, _)
                    | What::Failures(_)
                    | What::ShutDown => self.change_node(target, &change.what),
                    _ => self.change_needs(target, change),
                }
            }
        }
    }

    fn change_node(&mut self, target: NodeId, what: &What) {
        let rows = &mut self.draft.nodes;
        let place = *self.row_of[target.0 as usize].get_or_insert_with(|| {
            rows.push(NodeRow { id: self.network.ids[target.0 as usize], detail: NodeDetail::default() });
            rows.len() - 1
        });
        let detail = &mut rows[place].detail;
        match what {
            What::Time(TimeColumn::Repair, to) => become_cell(&mut detail.repair, to),
            What::Time(TimeColumn::Restart, to) => become_cell(&mut detail.restart, to),
            What::Time(TimeColumn::BlackStart, to) => become_cell(&mut detail.black_start, to),
            What::Time(TimeColumn::Detect, to) => become_cell(&mut detail.detect, to),
            What::Failures(to) => become_cell(&mut detail.failures_per_year, to),
            _ => detail.on_detect = Cell::Is(OnDetect::Shutdown),
        }
    }

    /// Changes the needs of a target that a change is about: rows stand where they stand in the network.
    fn change_needs(&mut self, target: NodeId, change: &Alteration) {
        let network = self.network;
        for need in network.needs_of(target).filter(|&need| change.need.as_ref().is_none_or(|name| network.need_name(need) == *name)) {
            let members = network.members(need);
            let first = network.first_member(need).0 as usize;
            match &change.what {
                What::AddProvider(provider) => self.bring(target, need, *provider),
                what => (first..first + members.len())
                    .for_each(|row| change_row(&mut self.draft, row, network.is_standby(&members[row - first]), what)),
            }
        }
    }

    /// Adds a provider to a need, unless it is there or another measure has brought it.
    fn bring(&mut self, target: NodeId, need: NeedId, provider: NodeId) {
        let network = self.network;
        let (dependent, brought) = (network.ids[target.0 as usize], network.ids[provider.0 as usize]);
        let row = DependencyRow { need: network.need(need).name, ..DependencyRow::plain(dependent, brought) };
        let is_there = provider == target || network.members(need).iter().any(|member| member.provider == provider);
        if !is_there && self.brought.insert((row.dependent, row.need, row.provider)) {
            self.draft.dependencies.push(row);
        }
    }
}

/// Changes one row. What is the need's is stated on all of its rows, and what only standby has, on those alone.
fn change_row(draft: &mut Draft, row: usize, standby: bool, what: &What) {
    match what {
        What::Level(LevelColumn::Share, to) => {
            let share = level(draft, row, draft.dependencies[row].share, Level::ONE, |detail| detail.share.as_ref());
            own(draft, row).share = Some(becoming(&share, to));
            draft.dependencies[row].share = IN_DETAIL;
        }
        // What is not stated is nothing, and any number of times nothing too.
        What::Level(LevelColumn::Minimum, Becomes::Times(_)) if draft.dependencies[row].minimum == NOT_STATED => {}
        What::Level(LevelColumn::Minimum, to) => {
            let minimum = level(draft, row, draft.dependencies[row].minimum, Level::ZERO, |detail| detail.minimum.as_ref());
            own(draft, row).minimum = Some(becoming(&minimum, to));
            draft.dependencies[row].minimum = IN_DETAIL;
        }
        What::Time(TimeColumn::Buffer, to) => become_cell(&mut own(draft, row).buffer, to),
        What::Time(TimeColumn::Refill, to) => become_cell(&mut own(draft, row).refill, to),
        What::Time(TimeColumn::Activation, to) if standby => become_cell(&mut own(draft, row).activation, to),
        What::Time(TimeColumn::Ttc, to) => become_cell(&mut own(draft, row).ttc, to),
        What::Probability(column, to) => {
            let detail = own(draft, row);
            let cell = match column {
                ProbabilityColumn::StartP => &mut detail.start_p,
                ProbabilityColumn::Probability => &mut detail.probability,
                ProbabilityColumn::PCompromise => &mut detail.p_compromise,
            };
            let before = cell.take().unwrap_or(Quantity::Fixed(Probability::ONE));
            *cell = Some(becoming(&before, to));
        }
        What::NoAccess => own(draft, row).access = Cell::None,
        _ => {}
    }
}

/// What a row holds as a share or minimum.
fn level(
    draft: &Draft,
    row: usize,
    ppm: u32,
    default: Level,
    cell: impl Fn(&DependencyDetail) -> Option<&Quantity<Level>>,
) -> Quantity<Level> {
    let detail = draft.details.get(draft.dependencies[row].detail as usize);
    super::rows::level_of(ppm, default.ppm(), || detail.and_then(cell))
}

/// The detail of a row, made its own where others share it.
fn own(draft: &mut Draft, row: usize) -> &mut DependencyDetail {
    let at = draft.dependencies[row].detail;
    let detail = if at == NO_DETAIL { DependencyDetail::default() } else { draft.details[at as usize].clone() };
    draft.dependencies[row].detail = draft.details.len() as u32;
    draft.details.push(detail);
    let last = draft.details.len() - 1;
    &mut draft.details[last]
}

/// A cell of which nothing was stated is nothing, and any number of times nothing too.
fn become_cell<T: Unit>(cell: &mut Cell<Quantity<T>>, to: &Becomes<Quantity<T>>) {
    match (to, &*cell) {
        (Becomes::Is(value), _) => *cell = Cell::Is(value.clone()),
        (Becomes::Times(factor), Cell::Is(value)) => *cell = Cell::Is(value.times(*factor)),
        (Becomes::Times(_), _) => {}
    }
}

fn becoming<T: Unit>(before: &Quantity<T>, to: &Becomes<Quantity<T>>) -> Quantity<T> {
    match to {
        Becomes::Is(value) => value.clone(),
        Becomes::Times(factor) => before.times(*factor),
    }
}
