//! What exists: nodes, their needs, the dependencies that meet them, and what may happen to them.
//!
//! Invariants: a [`Network`] is always valid (every rule of docs/formats.md that makes data faulty was checked); nodes stand in the order
//! of their ids, needs in that of (dependent, need), members in that of their provider, so that the order of rows cannot matter. No I/O.
//!
//! ```
//! use keten::network::{Draft, Network};
//! let mut draft = Draft::default();
//! draft.depend("tel", "grid");
//! let network = Network::build(draft).unwrap();
//! assert_eq!(network.nodes().map(|node| network.id(node)).collect::<Vec<_>>(), ["grid", "tel"]);
//! ```

mod answered;
mod build;
pub mod case;
mod changes;
mod columns;
mod control;
mod criteria;
mod deal;
mod impacts;
mod key;
mod measure;
mod mixed;
mod names;
mod nearest;
mod order;
mod ownership;
mod ranges;
mod rows;
mod scenario;
mod selector;
mod stance;
mod stated;
mod taken;
mod taking;

pub use answered::Answered;
pub use build::{Fault, RowRef, Table};
pub use changes::{CellChange, Change, Fate, changes};
pub use columns::{NodeColumn, NodeKey};
pub use control::{Groups, controlled_by, country_of, nodes_controlled_by, operated_by, possibly_controlled_by};
pub use criteria::{Criteria, Criterion, CriterionId, CriterionRow, Gauge, Limit, Scale, Scheme, SchemeId};
pub use deal::{Deal, Owners, Stranger, deals};
pub use impacts::{Impact, ImpactRow};
pub use measure::{
    Alteration, Becomes, LevelColumn, Measure, MeasureId, MeasureRow, ProbabilityColumn, TimeColumn, What, unknown as unknown_measure,
};
pub use mixed::Unit;
pub use names::{NameId, Names};
pub use nearest::nearest;
pub use ownership::{Excess, Holding, Ownership, PartyId};
pub use ranges::{RangeColumn, RangeFault, Ranges};
pub use rows::{
    Access, Category, Cell, Confidence, DependencyDetail, DependencyRow, Draft, Duration, IN_DETAIL, Importance, Kind, Meta, NO_DETAIL,
    NOT_STATED, Nature, NodeDetail, NodeRow, OnDetect, OwnershipRow, Provenance,
};
pub use scenario::{Action, Event, Expectation, Expected, Scenario, ScenarioKind};
pub use selector::{select, unknown_actor, unknown_node};
pub use stance::{Adverse, Stance};
pub use stated::{CellPlace, CellRef, CellValue};
pub use taking::{Draw, Taking, Thing};

use crate::units::{Level, Quantity};

/// The most rows of a table, nodes or needs that a network may hold: ids are 32 bits wide.
pub const MAX_ROWS: usize = 1 << 30;

/// A node, by its place in the order of ids.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct NodeId(pub u32);

/// A need, by its place in the order of (dependent, need).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct NeedId(pub u32);

/// A dependency, by its place in the order of (dependent, need, provider).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DependencyId(pub u32);

/// One way to meet a need.
#[derive(Debug, Clone, Copy)]
pub struct Dependency {
    /// Who provides.
    pub provider: NodeId,
    /// The need that is met.
    pub need: NeedId,
    /// The row as it was stated.
    pub row: DependencyRow,
    /// The row's place in the table as it was read.
    pub index: u32,
}

/// Something that a node cannot work without for long.
#[derive(Debug, Clone, Copy)]
pub struct Need {
    /// Who needs it.
    pub dependent: NodeId,
    /// Its name.
    pub name: NameId,
    first: u32,
}

/// A checked network.
#[derive(Debug, Clone)]
pub struct Network {
    names: Names,
    meta: Meta,
    ids: Vec<NameId>,
    details: Vec<Option<Box<NodeDetail>>>,
    node_of_name: Vec<u32>,
    has_node_table: bool,
    needs: Vec<Need>,
    first_need: Vec<u32>,
    dependencies: Vec<Dependency>,
    dependency_details: Vec<DependencyDetail>,
    ownership: Ownership,
    answers: Vec<Answered>,
    criteria: Criteria,
    impacts: Vec<Impact>,
    measures: Vec<Measure>,
}

static EMPTY_NODE: std::sync::LazyLock<NodeDetail> = std::sync::LazyLock::new(NodeDetail::default);
static EMPTY_DEPENDENCY: std::sync::LazyLock<DependencyDetail> = std::sync::LazyLock::new(DependencyDetail::default);

impl Network {
    /// How many nodes there are.
    pub fn node_count(&self) -> usize {
        self.ids.len()
    }

    /// How many needs there are.
    pub fn need_count(&self) -> usize {
        self.needs.len()
    }

    /// How many dependencies there are.
    pub fn dependency_count(&self) -> usize {
        self.dependencies.len()
    }

    /// Every node, in the order of ids.
    pub fn nodes(&self) -> impl ExactSizeIterator<Item = NodeId> + use<> {
        (0..self.ids.len() as u32).map(NodeId)
    }

    /// Every need, in order.
    pub fn needs(&self) -> impl ExactSizeIterator<Item = NeedId> + use<> {
        (0..self.needs.len() as u32).map(NeedId)
    }

    /// Every dependency, in order.
    pub fn dependencies(&self) -> &[Dependency] {
        &self.dependencies
    }

    /// The id of a node.
    pub fn id(&self, node: NodeId) -> &str {
        self.names.text(self.ids[node.0 as usize])
    }

    /// The node with an id.
    pub fn find(&self, id: &str) -> Option<NodeId> {
        self.node_of(self.names.find(id)?)
    }

    pub(crate) fn node_of(&self, name: NameId) -> Option<NodeId> {
        self.node_of_name.get(name.0 as usize).copied().filter(|&node| node != u32::MAX).map(NodeId)
    }

    /// What the nodes table says of a node; all empty where it has no row.
    pub fn node(&self, node: NodeId) -> &NodeDetail {
        self.details[node.0 as usize].as_deref().unwrap_or(&EMPTY_NODE)
    }

    /// Whether the nodes table has a row for the node.
    pub fn has_row(&self, node: NodeId) -> bool {
        self.details[node.0 as usize].is_some()
    }

    /// Whether there is a nodes table.
    pub fn has_node_table(&self) -> bool {
        self.has_node_table
    }

    /// The name that people use for a node: its name, else its id.
    pub fn name(&self, node: NodeId) -> &str {
        self.node(node).name.map_or_else(|| self.id(node), |name| self.names.text(name))
    }

    /// The text behind a name.
    pub fn text(&self, name: NameId) -> &str {
        self.names.text(name)
    }

    /// Every text of the network.
    pub fn names(&self) -> &Names {
        &self.names
    }

    /// What network.toml says.
    pub fn meta(&self) -> &Meta {
        &self.meta
    }

    /// A need.
    pub fn need(&self, need: NeedId) -> &Need {
        &self.needs[need.0 as usize]
    }

    /// The name of a need.
    pub fn need_name(&self, need: NeedId) -> &str {
        self.names.text(self.needs[need.0 as usize].name)
    }

    /// The needs of a node.
    pub fn needs_of(&self, node: NodeId) -> impl ExactSizeIterator<Item = NeedId> + use<> {
        (self.first_need[node.0 as usize]..self.first_need[node.0 as usize + 1]).map(NeedId)
    }

    /// The need of a node with a name.
    pub fn find_need(&self, node: NodeId, name: &str) -> Option<NeedId> {
        self.needs_of(node).find(|&need| self.need_name(need) == name)
    }

    /// The members of a need: its dependencies, in the order of their providers.
    pub fn members(&self, need: NeedId) -> &[Dependency] {
        let end = self.needs.get(need.0 as usize + 1).map_or(self.dependencies.len(), |next| next.first as usize);
        &self.dependencies[self.needs[need.0 as usize].first as usize..end]
    }

    /// The place of a need's first member among the dependencies.
    pub fn first_member(&self, need: NeedId) -> DependencyId {
        DependencyId(self.needs[need.0 as usize].first)
    }

    /// The columns of a dependency that most rows leave empty.
    pub fn detail(&self, dependency: &Dependency) -> &DependencyDetail {
        self.dependency_details.get(dependency.row.detail as usize).unwrap_or(&EMPTY_DEPENDENCY)
    }

    /// The details that rows of dependencies share.
    pub fn details(&self) -> &[DependencyDetail] {
        &self.dependency_details
    }

    /// The share of a dependency.
    pub fn share(&self, dependency: &Dependency) -> Quantity<Level> {
        rows::level_of(dependency.row.share, crate::units::ONE_PPM, || self.detail(dependency).share.as_ref())
    }

    /// The minimum of a need: what its rows state, else 0.
    pub fn minimum(&self, need: NeedId) -> Quantity<Level> {
        self.members(need)
            .iter()
            .find(|member| member.row.minimum != NOT_STATED)
            .map_or(Quantity::Fixed(Level::ZERO), |member| rows::level_of(member.row.minimum, 0, || self.detail(member).minimum.as_ref()))
    }

    /// The first value that a row of the need states for one of the need's columns.
    pub fn stated_for_need<'a, T>(&'a self, need: NeedId, column: impl Fn(&'a DependencyDetail) -> Option<&'a T>) -> Option<&'a T> {
        self.members(need).iter().find_map(|member| column(self.detail(member)))
    }

    /// Who holds shares in whom, and who operates what.
    pub fn ownership(&self) -> &Ownership {
        &self.ownership
    }

    /// How consequences are judged.
    pub fn criteria(&self) -> &Criteria {
        &self.criteria
    }

    /// What the loss of nodes means, by node.
    pub fn impacts(&self) -> &[Impact] {
        &self.impacts
    }

    /// What can be done about it, in the order of the table.
    pub fn measures(&self) -> &[Measure] {
        &self.measures
    }

    /// The measure with an id.
    pub fn find_measure(&self, id: &str) -> Option<MeasureId> {
        self.measures.iter().position(|measure| measure.id == id).map(|place| MeasureId(place as u32))
    }

    /// What an impact draws for, by column.
    pub fn impact_thing(&self, impact: &Impact, column: &str) -> Thing {
        let population = impact.row.population.map_or("", |name| self.text(name));
        let after = impact.row.after.value().map_or_else(String::new, ToString::to_string);
        Thing::of(column).and("impact").and(self.id(impact.node)).and(&self.criteria.get(impact.criterion).name).and(population).and(&after)
    }

    /// Whether any node has a category, so that "vital" can be told by it.
    pub fn has_categories(&self) -> bool {
        self.details.iter().flatten().any(|detail| detail.category.value().is_some())
    }
}
