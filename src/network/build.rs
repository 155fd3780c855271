//! From rows to a valid network: every rule that involves more than one cell is checked here, and every breach is found.

use super::rows::{DependencyDetail, Draft, Importance, NO_DETAIL, NOT_STATED, level_of};
use super::{Dependency, DependencyRow, NameId, Need, NeedId, Network, NodeId};
use crate::diagnostic::Finding;
use crate::units::{End, ONE_PPM, TOLERANCE_PPM, Time};
use rayon::prelude::*;
use std::fmt::Display;

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
    pub fn build(draft: Draft) -> Result<Self, Vec<Fault>> {
        let mut faults = Vec::new();
        let order = NodeOrder::of(&draft);
        let details = order.details(&draft, &mut faults);
        let mut sorted = sort_rows(&draft, &order, &mut faults);
        let (needs, first_need) = group(&mut sorted, order.ids.len());
        let ownership = super::ownership::build(&draft, &|name| order.rank[name.0 as usize], &|name| order.find(name), &mut faults);
        let mut criteria = super::criteria::build(&draft, &mut faults);
        let impacts = super::impacts::build(&draft, &|name| order.find(name), &order.ids, &mut criteria, &mut faults);
        let Draft { names, meta, has_node_table, details: dependency_details, measures, .. } = draft;
        let mut network = Self {
            names,
            meta,
            ids: order.ids,
            details,
            node_of_name: order.node_of_name,
            has_node_table,
            needs,
            first_need,
            dependencies: sorted.rows,
            dependency_details,
            ownership,
            answers: Vec::new(),
            criteria,
            impacts,
            measures: Vec::new(),
        };
        network.check_needs(&mut faults);
        network.measures = super::measure::build(&measures, &network, &mut faults);
        if faults.is_empty() {
            return Ok(network);
        }
        faults.sort_by(|a, b| a.rows.cmp(&b.rows).then_with(|| a.finding.code().cmp(&b.finding.code())));
        Err(faults)
    }

    fn check_needs(&self, faults: &mut Vec<Fault>) {
        let found: Vec<Vec<Fault>> = (0..self.needs.len() as u32)
            .into_par_iter()
            .filter_map(|need| {
                let faults = self.check_need(NeedId(need));
                (!faults.is_empty()).then_some(faults)
            })
            .collect();
        faults.extend(found.into_iter().flatten());
    }

    fn check_need(&self, need: NeedId) -> Vec<Fault> {
        let members = self.members(need);
        if let [only] = members {
            // The plain case, millions of times: one row that states nothing about its need cannot be at fault.
            if only.row.share == NOT_STATED && only.row.detail == NO_DETAIL {
                return Vec::new();
            }
        }
        let mut faults = self.disagreements(need);
        faults.extend(self.shortage(need).map(|finding| Fault { finding, rows: rows_of(members), column: Some("share") }));
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
        self.detail(member).activation.value().is_some_and(|activation| activation.at(End::Middle) > Time::ZERO)
    }

    fn disagreements(&self, need: NeedId) -> Vec<Fault> {
        let mut faults = Vec::new();
        let minimum = |m: &Dependency| {
            (m.row.minimum != NOT_STATED).then(|| level_of(m.row.minimum, 0, || self.detail(m).minimum.as_ref()).to_string())
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

fn rows_of<'a>(members: impl IntoIterator<Item = &'a Dependency>) -> Vec<RowRef> {
    members.into_iter().map(|m| RowRef { table: Table::Dependencies, index: m.index }).collect()
}

/// The nodes in the order of their ids, and the rank of every text.
struct NodeOrder {
    ids: Vec<NameId>,
    node_of_name: Vec<u32>,
    rank: Vec<u32>,
}

impl NodeOrder {
    fn of(draft: &Draft) -> Self {
        let names = &draft.names;
        let mut is_node = vec![false; names.len()];
        for row in &draft.dependencies {
            is_node[row.dependent.0 as usize] = true;
            is_node[row.provider.0 as usize] = true;
        }
        for row in &draft.nodes {
            is_node[row.id.0 as usize] = true;
        }
        let all = super::order::by_text(names);
        let mut rank = vec![0; all.len()];
        for (place, name) in all.iter().enumerate() {
            rank[name.0 as usize] = place as u32;
        }
        let ids: Vec<NameId> = all.into_iter().filter(|name| is_node[name.0 as usize]).collect();
        let mut node_of_name = vec![u32::MAX; names.len()];
        for (node, name) in ids.iter().enumerate() {
            node_of_name[name.0 as usize] = node as u32;
        }
        Self { ids, node_of_name, rank }
    }

    fn node(&self, name: NameId) -> NodeId {
        NodeId(self.node_of_name[name.0 as usize])
    }

    fn find(&self, name: NameId) -> Option<NodeId> {
        Some(self.node(name)).filter(|node| node.0 != u32::MAX)
    }

    fn details(&self, draft: &Draft, faults: &mut Vec<Fault>) -> Vec<Option<Box<super::NodeDetail>>> {
        let mut details: Vec<Option<Box<super::NodeDetail>>> = vec![None; self.ids.len()];
        let mut first_row = vec![0_u32; if draft.nodes.is_empty() { 0 } else { self.ids.len() }];
        for (index, row) in draft.nodes.iter().enumerate() {
            let node = self.node(row.id).0 as usize;
            if details[node].is_some() {
                let at = |index| RowRef { table: Table::Nodes, index };
                let finding = Finding::DuplicateNode { id: draft.names.text(row.id).to_owned() };
                faults.push(Fault { finding, rows: vec![at(index as u32), at(first_row[node])], column: Some("id") });
                continue;
            }
            first_row[node] = index as u32;
            details[node] = Some(Box::new(row.detail.clone()));
        }
        details
    }
}

/// Dependency rows in the order of (dependent, need, provider), each with its dependent.
struct Sorted {
    rows: Vec<Dependency>,
    first_row: Vec<u32>,
}

/// A counting sort by dependent, then a small sort within each: linear in the rows for any network whose nodes have few needs each.
fn sort_rows(draft: &Draft, order: &NodeOrder, faults: &mut Vec<Fault>) -> Sorted {
    let mut first_row = vec![0_u32; order.ids.len() + 1];
    for row in &draft.dependencies {
        first_row[order.node(row.dependent).0 as usize + 1] += 1;
    }
    for node in 0..order.ids.len() {
        first_row[node + 1] += first_row[node];
    }
    let mut place = first_row.clone();
    let blank = Dependency { provider: NodeId(0), need: NeedId(0), row: DependencyRow::plain(NameId(0), NameId(0)), index: 0 };
    let mut rows = vec![blank; draft.dependencies.len()];
    for (index, row) in draft.dependencies.iter().enumerate() {
        let dependent = order.node(row.dependent).0 as usize;
        rows[place[dependent] as usize] =
            Dependency { provider: order.node(row.provider), need: NeedId(0), row: *row, index: index as u32 };
        place[dependent] += 1;
    }
    for node in 0..order.ids.len() {
        let bucket = &mut rows[first_row[node] as usize..first_row[node + 1] as usize];
        bucket.sort_unstable_by_key(|d| (order.rank[d.row.need.0 as usize], d.provider, d.index));
        check_bucket(draft, bucket, faults);
    }
    Sorted { rows, first_row }
}

fn check_bucket(draft: &Draft, bucket: &[Dependency], faults: &mut Vec<Fault>) {
    let text = |name| draft.names.text(name).to_owned();
    for dependency in bucket {
        if dependency.row.dependent == dependency.row.provider {
            let finding = Finding::SelfDependency { id: text(dependency.row.dependent) };
            faults.push(Fault { finding, rows: rows_of([dependency]), column: Some("provider") });
        }
    }
    for pair in bucket.windows(2) {
        let [first, second] = pair else { continue };
        if first.row.need == second.row.need && first.provider == second.provider {
            let finding = Finding::DuplicateDependency {
                dependent: text(first.row.dependent),
                need: text(first.row.need),
                provider: text(first.row.provider),
            };
            faults.push(Fault { finding, rows: rows_of([second, first]), column: Some("provider") });
        }
    }
}

fn group(sorted: &mut Sorted, nodes: usize) -> (Vec<Need>, Vec<u32>) {
    let mut needs: Vec<Need> = Vec::new();
    let mut first_need = Vec::with_capacity(nodes + 1);
    for node in 0..nodes {
        first_need.push(needs.len() as u32);
        let (start, end) = (sorted.first_row[node] as usize, sorted.first_row[node + 1] as usize);
        for at in start..end {
            if at == start || sorted.rows[at].row.need != sorted.rows[at - 1].row.need {
                needs.push(Need { dependent: NodeId(node as u32), name: sorted.rows[at].row.need, first: at as u32 });
            }
            sorted.rows[at].need = NeedId(needs.len() as u32 - 1);
        }
    }
    first_need.push(needs.len() as u32);
    (needs, first_need)
}
