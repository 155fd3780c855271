//! From rows to a valid network: every rule that involves more than one cell is checked here, and every breach is found.

use super::rows::{DependencyDetail, Draft, Importance, NOT_STATED, level_of};
use super::sorting::{self, Sorted};
use super::terms::{RowColumns, Terms};
use super::{Dependency, NameId, NeedId, Network, NodeDetail, NodeId};
use crate::diagnostic::Finding;
use crate::units::{End, ONE_PPM, TOLERANCE_PPM};
use rayon::prelude::*;
use std::fmt::Display;
use std::sync::Arc;

/// A table whose rows are checked against one another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Table {
    /// The nodes table.
    Nodes,
    /// The dependencies table.
    Dependencies,
    /// The ownership table.
    Ownership,
    /// The criteria table.
    Criteria,
    /// The impacts table.
    Impacts,
    /// The measures table.
    Measures,
}

impl Table {
    /// Every table, in the order in which they are told of.
    pub const ALL: [Self; 6] = [Self::Dependencies, Self::Nodes, Self::Ownership, Self::Impacts, Self::Criteria, Self::Measures];
}

/// A row, by its place in a draft's table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct RowRef {
    /// The table.
    pub table: Table,
    /// The place of the row, from 0.
    pub index: u32,
}

/// A finding with the rows it is about and the column (by its English name) that shows it.
#[derive(Debug, Clone, PartialEq)]
pub struct Fault {
    /// What is wrong.
    pub finding: Finding,
    /// Where it shows first, then what it conflicts with.
    pub rows: Vec<RowRef>,
    /// The column.
    pub column: Option<&'static str>,
}

impl Network {
    /// Checks rows against one another and puts them in their order.
    ///
    /// # Errors
    /// Every fault of the rows, ordered by row.
    pub fn build(mut draft: Draft) -> Result<Self, Vec<Fault>> {
        let mut faults = Vec::new();
        let rows = draft.take_rows();
        let order = NodeOrder::of(&draft, &rows);
        let Sorted { rows, shape, need_names, terms } = sorting::sort(rows, &order, &draft.names, &mut faults);
        let ownership = super::ownership::build(&draft, &|name| order.rank[name.0 as usize], &|name| order.find(name), &mut faults);
        let mut criteria = super::criteria::build(&draft, &mut faults);
        let impacts = super::impacts::build(&draft, &|name| order.find(name), &order.ids, &mut criteria, &mut faults);
        let details = order.details(&mut draft, &mut faults);
        let Draft { names, meta, has_node_table, details: dependency_details, measures, told, .. } = draft;
        let mut network = Self {
            names,
            meta,
            ids: order.ids,
            details,
            node_of_name: order.node_of_name,
            has_node_table,
            shape,
            need_names,
            dependencies: rows,
            terms,
            dependency_details,
            ownership,
            answers: Vec::new(),
            criteria,
            impacts,
            measures: Vec::new(),
            taken: Vec::new(),
            untaken: None,
        };
        network.check_needs(&mut faults);
        network.measures = super::measure::build(&measures, &told, &network, &mut faults);
        if faults.is_empty() {
            return Ok(network);
        }
        faults.sort_by(|a, b| a.rows.cmp(&b.rows).then_with(|| a.finding.code().cmp(&b.finding.code())));
        Err(faults)
    }

    fn check_needs(&self, faults: &mut Vec<Fault>) {
        let is_plain: Vec<bool> = self.all_terms().iter().map(|&terms| self.supplies_all(terms)).collect();
        let found: Vec<Vec<Fault>> = (0..self.need_count() as u32)
            .into_par_iter()
            .filter(|&need| !self.members(NeedId(need)).iter().all(|member| is_plain[member.terms as usize]))
            .filter_map(|need| {
                let faults = self.check_need(NeedId(need));
                (!faults.is_empty()).then_some(faults)
            })
            .collect();
        faults.extend(found.into_iter().flatten());
    }

    /// Whether a row with these terms says nothing of its need and meets it alone: needs of such rows cannot be at fault. There are
    /// millions of them.
    fn supplies_all(&self, terms: Terms) -> bool {
        let DependencyDetail { importance, buffer, refill, start_p, .. } = self.detail_of(terms);
        let says_nothing = terms.minimum == NOT_STATED && importance.is_none() && start_p.is_none();
        says_nothing && !buffer.is_stated() && !refill.is_stated() && terms.share == NOT_STATED && !self.detail_of(terms).is_standby()
    }

    fn check_need(&self, need: NeedId) -> Vec<Fault> {
        let mut faults = self.disagreements(need);
        let rows = || rows_of(self.members(need));
        faults.extend(self.shortage(need).map(|finding| Fault { finding, rows: rows(), column: Some("share") }));
        faults
    }

    /// What is wrong with a need whose members cannot meet it even when all works.
    pub fn shortage(&self, need: NeedId) -> Option<Finding> {
        let active = self.members(need).iter().filter(|member| !self.is_standby(member));
        let supply: u64 = active.map(|member| u64::from(self.share(member).at(End::Middle).ppm())).sum();
        (supply + u64::from(TOLERANCE_PPM) < u64::from(ONE_PPM)).then(|| Finding::ShortAtBaseline {
            dependent: self.id(self.need(need).dependent).to_owned(),
            need: self.need_name(need).to_owned(),
            supply: supply as f64 / f64::from(ONE_PPM),
        })
    }

    /// Whether a member only steps in when the others fall short.
    pub fn is_standby(&self, member: &Dependency) -> bool {
        self.detail(member).is_standby()
    }

    fn disagreements(&self, need: NeedId) -> Vec<Fault> {
        let mut faults = Vec::new();
        let minimum = |m: &Dependency| {
            let minimum = self.terms(m).minimum;
            (minimum != NOT_STATED).then(|| level_of(minimum, 0, || self.detail(m).minimum.as_ref()).to_string())
        };
        self.agree(need, "minimum", &mut faults, minimum);
        self.agree(need, "importance", &mut faults, |m| self.detail(m).importance.as_ref().map(ToString::to_string));
        self.agree(need, "buffer_h", &mut faults, |m| text_of(self.detail(m), |d| &d.buffer));
        self.agree(need, "refill_h", &mut faults, |m| text_of(self.detail(m), |d| &d.refill));
        let start = |m: &Dependency| self.detail(m).start_p.as_ref().filter(|_| !self.is_standby(m)).map(ToString::to_string);
        self.agree(need, "start_p", &mut faults, start);
        faults
    }

    /// One fault for each value that differs from the first one stated.
    fn agree(&self, need: NeedId, column: &'static str, faults: &mut Vec<Fault>, value: impl Fn(&Dependency) -> Option<String>) {
        let mut by_row: Vec<&Dependency> = self.members(need).iter().collect();
        by_row.sort_by_key(|member| member.index);
        let mut stated = by_row.into_iter().filter_map(|member| value(member).map(|text| (member, text)));
        let Some((first_row, first)) = stated.next() else { return };
        for (row, other) in stated.filter(|(_, other)| *other != first) {
            let finding = Finding::NeedDisagrees {
                dependent: self.id(self.need(need).dependent).to_owned(),
                need: self.need_name(need).to_owned(),
                column: column.to_owned(),
                first: first.clone(),
                other,
            };
            faults.push(Fault { finding, rows: rows_of([row, first_row]), column: Some(column) });
        }
    }
}

fn text_of<T: Display>(detail: &DependencyDetail, cell: impl Fn(&DependencyDetail) -> &super::Cell<T>) -> Option<String> {
    match cell(detail) {
        super::Cell::NotStated => None,
        super::Cell::None => Some("0".to_owned()),
        super::Cell::Is(value) => Some(value.to_string()),
    }
}

impl Display for Importance {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Essential => f.write_str("essential"),
            Self::Supporting(weight) => weight.fmt(f),
        }
    }
}

pub(super) fn rows_of<'a>(members: impl IntoIterator<Item = &'a Dependency>) -> Vec<RowRef> {
    members.into_iter().map(|m| RowRef { table: Table::Dependencies, index: m.index }).collect()
}

/// The nodes in the order of their ids, and the rank of every text.
pub(super) struct NodeOrder {
    pub(super) ids: Vec<NameId>,
    node_of_name: Vec<u32>,
    pub(super) rank: Vec<u32>,
    pub(super) by_rank: Vec<NameId>,
}

impl NodeOrder {
    fn of(draft: &Draft, rows: &RowColumns) -> Self {
        let names = &draft.names;
        let mut is_node = vec![false; names.len()];
        for names in [rows.dependents(), rows.providers()] {
            for name in names {
                is_node[name.0 as usize] = true;
            }
        }
        for (id, _) in draft.node_rows() {
            is_node[id.0 as usize] = true;
        }
        let by_rank = super::order::by_text(names);
        let mut rank = vec![0; by_rank.len()];
        for (place, name) in by_rank.iter().enumerate() {
            rank[name.0 as usize] = place as u32;
        }
        let ids: Vec<NameId> = by_rank.iter().copied().filter(|name| is_node[name.0 as usize]).collect();
        let mut node_of_name = vec![u32::MAX; names.len()];
        for (node, name) in ids.iter().enumerate() {
            node_of_name[name.0 as usize] = node as u32;
        }
        Self { ids, node_of_name, rank, by_rank }
    }

    pub(super) fn node(&self, name: NameId) -> NodeId {
        NodeId(self.node_of_name[name.0 as usize])
    }

    fn find(&self, name: NameId) -> Option<NodeId> {
        Some(self.node(name)).filter(|node| node.0 != u32::MAX)
    }

    fn details(&self, draft: &mut Draft, faults: &mut Vec<Fault>) -> Vec<Option<Arc<NodeDetail>>> {
        // Where no node has a row there is nothing to keep.
        let nodes = if draft.node_rows().next().is_none() { 0 } else { self.ids.len() };
        let mut details: Vec<Option<Arc<NodeDetail>>> = vec![None; nodes];
        let mut first_row = vec![0_u32; nodes];
        let stated = std::mem::take(&mut draft.nodes).into_iter().map(|row| (row.id, Arc::new(row.detail)));
        for (index, (id, detail)) in stated.chain(std::mem::take(&mut draft.read_nodes)).enumerate() {
            let node = self.node(id).0 as usize;
            if details[node].is_some() {
                let at = |index| RowRef { table: Table::Nodes, index };
                let finding = Finding::DuplicateNode { id: draft.names.text(id).to_owned() };
                faults.push(Fault { finding, rows: vec![at(index as u32), at(first_row[node])], column: Some("id") });
                continue;
            }
            first_row[node] = index as u32;
            details[node] = Some(detail);
        }
        details
    }
}
