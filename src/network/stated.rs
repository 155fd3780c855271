//! Single cells by their place: what they say, where that comes from, and another value in their stead.
//!
//! Invariant: what belongs to a need stands alike on all of its rows that state it, also after it was changed.
//!
//! ```
//! use keten::network::{Cell, CellPlace, CellRef, CellValue, Draft, NeedId, Network, RangeColumn};
//! use keten::units::Quantity;
//! let mut draft = Draft::default();
//! draft.depend("tel", "grid");
//! let mut network = Network::build(draft).unwrap();
//! let buffer = CellRef { place: CellPlace::Need(NeedId(0)), column: RangeColumn::Buffer };
//! assert_eq!(network.cell(buffer), CellValue::Hours(Cell::NotStated));
//! network.set_cell(buffer, &CellValue::Hours(Cell::Is(Quantity::parse("4").unwrap())));
//! assert_eq!(network.cell(buffer).to_string(), "4");
//! ```

use super::rows::{Cell, DependencyDetail, Duration, IN_DETAIL, Importance, NOT_STATED, Provenance};
use super::{Dependency, DependencyId, NeedId, Network, NodeId, RangeColumn, Terms, Thing};
use crate::units::{Level, Probability, Quantity};
use std::fmt;
use std::sync::Arc;

/// A cell of a network that a run depends on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CellRef {
    /// Whose it is.
    pub place: CellPlace,
    /// Which of its columns.
    pub column: RangeColumn,
}

/// What a cell belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum CellPlace {
    /// A need, whichever of its rows states it.
    Need(NeedId),
    /// One row.
    Row(DependencyId),
    /// A node.
    Node(NodeId),
}

/// What a cell says.
#[derive(Debug, Clone, PartialEq)]
pub enum CellValue {
    /// Hours.
    Hours(Cell<Duration>),
    /// A share or a level; `None`: not stated.
    Level(Option<Quantity<Level>>),
    /// A probability; `None`: not stated.
    Chance(Option<Quantity<Probability>>),
    /// What the need means to its node; `None`: not stated.
    Importance(Option<Importance>),
}

impl CellValue {
    /// Whether the analyst said anything.
    pub fn is_stated(&self) -> bool {
        match self {
            Self::Hours(cell) => cell.is_stated(),
            Self::Level(level) => level.is_some(),
            Self::Chance(chance) => chance.is_some(),
            Self::Importance(importance) => importance.is_some(),
        }
    }
}

impl fmt::Display for CellValue {
    /// As a cell is written; empty where nothing is stated.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Hours(Cell::Is(value)) => value.fmt(f),
            Self::Hours(Cell::None) => f.write_str("none"),
            Self::Level(Some(value)) => value.fmt(f),
            Self::Chance(Some(value)) => value.fmt(f),
            Self::Importance(Some(value)) => value.fmt(f),
            Self::Hours(Cell::NotStated) | Self::Level(None) | Self::Chance(None) | Self::Importance(None) => Ok(()),
        }
    }
}

impl Network {
    /// What a cell says.
    ///
    /// # Panics
    /// When the place has no such column.
    pub fn cell(&self, cell: CellRef) -> CellValue {
        match cell.place {
            CellPlace::Node(node) => CellValue::Hours(self.node_cell(node, cell.column).clone()),
            CellPlace::Row(row) => self.row_cell(&self.dependencies[row.0 as usize], cell.column),
            CellPlace::Need(need) => {
                let says = self.stating(need, cell.column).unwrap_or_else(|| &self.members(need)[0]);
                self.row_cell(says, cell.column)
            }
        }
    }

    /// Where what a cell says comes from. Where a need states nothing, its first row speaks for it.
    pub fn cell_provenance(&self, cell: CellRef) -> &Provenance {
        if let Some(answer) = self.answer_about(cell) {
            return answer;
        }
        match cell.place {
            CellPlace::Node(node) => &self.node(node).provenance,
            CellPlace::Row(row) => &self.detail(&self.dependencies[row.0 as usize]).provenance,
            CellPlace::Need(need) => &self.detail(self.stating(need, cell.column).unwrap_or_else(|| &self.members(need)[0])).provenance,
        }
    }

    /// What is drawn for a cell.
    pub fn cell_thing(&self, cell: CellRef) -> Thing {
        let of_need = |need: NeedId| Thing::of(cell.column.name()).and(self.id(self.need(need).dependent)).and(self.need_name(need));
        match cell.place {
            CellPlace::Node(node) => Thing::of(cell.column.name()).and(self.id(node)),
            CellPlace::Need(need) => of_need(need),
            CellPlace::Row(row) => {
                let dependency = &self.dependencies[row.0 as usize];
                of_need(dependency.need).and(self.id(dependency.provider))
            }
        }
    }

    /// The first row of a need that states one of its columns. Of a probability to start only rows without activation speak for the buffer.
    fn stating(&self, need: NeedId, column: RangeColumn) -> Option<&Dependency> {
        self.members(need).iter().find(|member| self.speaks(member, column) && self.row_cell(member, column).is_stated())
    }

    fn speaks(&self, member: &Dependency, column: RangeColumn) -> bool {
        column != RangeColumn::StartP || !self.is_standby(member)
    }

    fn node_cell(&self, node: NodeId, column: RangeColumn) -> &Cell<Duration> {
        let detail = self.node(node);
        match column {
            RangeColumn::Repair => &detail.repair,
            RangeColumn::Restart => &detail.restart,
            RangeColumn::BlackStart => &detail.black_start,
            RangeColumn::Detect => &detail.detect,
            other => unreachable!("{} is no column of a node", other.name()),
        }
    }

    fn row_cell(&self, row: &Dependency, column: RangeColumn) -> CellValue {
        let detail = self.detail(row);
        let level = |plain: u32, spread: &Option<Quantity<Level>>| match plain {
            NOT_STATED => None,
            IN_DETAIL => spread.clone(),
            ppm => Level::from_ppm(ppm).map(Quantity::Fixed),
        };
        match column {
            RangeColumn::Share => CellValue::Level(level(self.terms(row).share, &detail.share)),
            RangeColumn::Minimum => CellValue::Level(level(self.terms(row).minimum, &detail.minimum)),
            RangeColumn::Importance => CellValue::Importance(detail.importance.clone()),
            RangeColumn::Buffer => CellValue::Hours(detail.buffer.clone()),
            RangeColumn::Refill => CellValue::Hours(detail.refill.clone()),
            RangeColumn::Activation => CellValue::Hours(detail.activation.clone()),
            RangeColumn::Ttc => CellValue::Hours(detail.ttc.clone()),
            RangeColumn::StartP => CellValue::Chance(detail.start_p.clone()),
            RangeColumn::Probability => CellValue::Chance(detail.probability.clone()),
            RangeColumn::PCompromise => CellValue::Chance(detail.p_compromise.clone()),
            other => unreachable!("{} is no column of a dependency", other.name()),
        }
    }

    /// Lets a cell say something else. Nothing is checked: a share may leave its need short.
    ///
    /// # Panics
    /// When the place has no such column, or the column holds another kind of value.
    pub fn set_cell(&mut self, cell: CellRef, value: &CellValue) {
        match cell.place {
            CellPlace::Node(node) => self.set_node_cell(node, cell.column, value),
            CellPlace::Row(row) => self.set_row_cell(row, cell.column, value),
            CellPlace::Need(need) => {
                let first = self.first_member(need).0;
                let rows = self.members(need).iter().zip(first..);
                let states = |member: &Dependency| self.speaks(member, cell.column) && self.row_cell(member, cell.column).is_stated();
                let mut stating: Vec<u32> = rows.clone().filter(|(member, _)| states(member)).map(|(_, row)| row).collect();
                if stating.is_empty() {
                    stating.extend(rows.clone().find(|(member, _)| self.speaks(member, cell.column)).map(|(_, row)| row));
                }
                for row in stating {
                    self.set_row_cell(DependencyId(row), cell.column, value);
                }
            }
        }
    }

    fn set_node_cell(&mut self, node: NodeId, column: RangeColumn, value: &CellValue) {
        let CellValue::Hours(hours) = value else { unreachable!("{} holds hours", column.name()) };
        if self.details.is_empty() {
            self.details = vec![None; self.ids.len()];
        }
        let detail = Arc::make_mut(self.details[node.0 as usize].get_or_insert_default());
        let cell = match column {
            RangeColumn::Repair => &mut detail.repair,
            RangeColumn::Restart => &mut detail.restart,
            RangeColumn::BlackStart => &mut detail.black_start,
            RangeColumn::Detect => &mut detail.detect,
            other => unreachable!("{} is no column of a node", other.name()),
        };
        cell.clone_from(hours);
    }

    fn set_row_cell(&mut self, row: DependencyId, column: RangeColumn, value: &CellValue) {
        let (terms, detail) = self.own_terms(row);
        match (column, value) {
            (RangeColumn::Importance, CellValue::Importance(importance)) => detail.importance.clone_from(importance),
            (RangeColumn::Buffer, CellValue::Hours(hours)) => detail.buffer.clone_from(hours),
            (RangeColumn::Refill, CellValue::Hours(hours)) => detail.refill.clone_from(hours),
            (RangeColumn::Activation, CellValue::Hours(hours)) => detail.activation.clone_from(hours),
            (RangeColumn::Ttc, CellValue::Hours(hours)) => detail.ttc.clone_from(hours),
            (RangeColumn::StartP, CellValue::Chance(chance)) => detail.start_p.clone_from(chance),
            (RangeColumn::Probability, CellValue::Chance(chance)) => detail.probability.clone_from(chance),
            (RangeColumn::PCompromise, CellValue::Chance(chance)) => detail.p_compromise.clone_from(chance),
            (RangeColumn::Share, CellValue::Level(level)) => {
                detail.share = level.clone().filter(Quantity::is_spread);
                terms.share = in_row(level.as_ref());
            }
            (RangeColumn::Minimum, CellValue::Level(level)) => {
                detail.minimum = level.clone().filter(Quantity::is_spread);
                terms.minimum = in_row(level.as_ref());
            }
            (column, value) => unreachable!("{} cannot hold {value:?}", column.name()),
        }
    }

    /// What a row states, its own from now on: alike rows may have shared it.
    fn own_terms(&mut self, row: DependencyId) -> (&mut Terms, &mut DependencyDetail) {
        let dependency = self.dependencies[row.0 as usize];
        let (terms, detail) = (self.terms(&dependency), self.detail(&dependency).clone());
        self.dependencies[row.0 as usize].terms = self.terms.len() as u32;
        self.terms.push(Terms { detail: self.dependency_details.len() as u32, ..terms });
        self.dependency_details.push(detail);
        let last = self.terms.last_mut().zip(self.dependency_details.last_mut());
        last.unwrap_or_else(|| unreachable!("one of each was just added"))
    }

    /// Makes cells of a copy of `original` say again what they say there. All cells that were changed are named.
    pub fn restore_cells(&mut self, original: &Self, cells: impl Iterator<Item = CellRef>) {
        for cell in cells {
            match cell.place {
                CellPlace::Node(node) => self.details[node.0 as usize] = original.row_of_node(node).cloned(),
                CellPlace::Row(row) => self.dependencies[row.0 as usize].terms = original.dependencies[row.0 as usize].terms,
                CellPlace::Need(need) => {
                    let rows = self.first_member(need).0 as usize..self.first_member(need).0 as usize + self.members(need).len();
                    rows.for_each(|row| self.dependencies[row].terms = original.dependencies[row].terms);
                }
            }
        }
        self.dependency_details.truncate(original.dependency_details.len());
        self.terms.truncate(original.terms.len());
    }
}

/// A level as it stands in a row.
fn in_row(level: Option<&Quantity<Level>>) -> u32 {
    match level {
        None => NOT_STATED,
        Some(Quantity::Fixed(level)) => level.ppm(),
        Some(Quantity::Spread(_)) => IN_DETAIL,
    }
}
