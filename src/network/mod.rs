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
mod sorting;
mod stance;
mod stated;
mod taken;
mod taking;
mod terms;
mod texts;
mod told;

pub use answered::Answered;
pub use build::{Fault, RowRef, Table};
pub use changes::{CellChange, Change, Fate, changes, settings};
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
pub use scenario::{Action, Event, Expectation, Expected, Likelihood, Scenario, ScenarioKind};
pub use selector::{select, unknown_actor, unknown_node};
pub use stance::{Adverse, Stance};
pub use stated::{CellPlace, CellRef, CellValue};
pub use taking::{Draw, Taking, Thing};
pub use terms::{RowColumns, Terms};
pub use texts::Texts;
pub use told::ToldCells;

use crate::units::{Level, Quantity};
use std::ops::Range;
use std::sync::Arc;

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

/// One way to meet a need, in 16 bytes: national tables have tens of millions of them.
#[derive(Debug, Clone, Copy)]
pub struct Dependency {
    /// Who provides.
    pub provider: NodeId,
    /// The need that is met.
    pub need: NeedId,
    /// The place of what the row states beside these: [`Network::terms`].
    pub terms: u32,
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
}

/// Which needs are whose, and which members are which need's. Ranges are told by where each begins and, behind the last, by where all end.
#[derive(Debug, Clone)]
pub struct Shape {
    /// Per node, its first need.
    pub first_need: Arc<[u32]>,
    /// Per need, its node.
    pub need_node: Arc<[u32]>,
    /// Per need, its first member; none where every need has one member, which then has the number of its need.
    pub first_member: Option<Arc<[u32]>>,
}

impl Shape {
    /// The first member of a need; behind the last need, the number of all members.
    pub fn first_member(&self, need: usize) -> usize {
        self.first_member.as_ref().map_or(need, |first| first[need] as usize)
    }

    /// The members of all of some needs.
    pub fn members(&self, needs: Range<usize>) -> Range<usize> {
        self.first_member(needs.start)..self.first_member(needs.end)
    }

    /// The need of a member.
    pub fn need_of(&self, member: u32) -> u32 {
        self.first_member.as_ref().map_or(member, |first| first.partition_point(|&first| first <= member) as u32 - 1)
    }
}

/// A checked network.
#[derive(Debug, Clone)]
pub struct Network {
    names: Names,
    meta: Meta,
    ids: Vec<NameId>,
    /// Of each node, up to the last that has a row at least. Alike rows share theirs.
    details: Vec<Option<Arc<NodeDetail>>>,
    node_of_name: Vec<u32>,
    has_node_table: bool,
    shape: Shape,
    /// Empty where every need is named after its only provider.
    need_names: Vec<NameId>,
    dependencies: Vec<Dependency>,
    terms: Vec<Terms>,
    dependency_details: Vec<DependencyDetail>,
    ownership: Ownership,
    answers: Vec<Answered>,
    criteria: Criteria,
    impacts: Vec<Impact>,
    measures: Vec<Measure>,
    /// Those that were taken to make this network of another one.
    taken: Vec<MeasureId>,
    /// That other one, where any were taken.
    untaken: Option<Arc<Network>>,
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
        self.shape.need_node.len()
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
        (0..self.need_count() as u32).map(NeedId)
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
        self.row_of_node(node).map_or(&EMPTY_NODE, |detail| detail)
    }

    /// Whether the nodes table has a row for the node.
    pub fn has_row(&self, node: NodeId) -> bool {
        self.row_of_node(node).is_some()
    }

    /// What the row of a node states, if it has one.
    fn row_of_node(&self, node: NodeId) -> Option<&Arc<NodeDetail>> {
        self.details.get(node.0 as usize)?.as_ref()
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
    pub fn need(&self, need: NeedId) -> Need {
        let name = self.need_names.get(need.0 as usize).copied();
        let after_provider = || self.ids[self.members(need)[0].provider.0 as usize];
        Need { dependent: self.node_of_need(need), name: name.unwrap_or_else(after_provider) }
    }

    /// The node that has a need.
    pub fn node_of_need(&self, need: NeedId) -> NodeId {
        NodeId(self.shape.need_node[need.0 as usize])
    }

    /// Which needs are whose, and which members are which need's.
    pub fn shape(&self) -> &Shape {
        &self.shape
    }

    /// The name of a need.
    pub fn need_name(&self, need: NeedId) -> &str {
        self.names.text(self.need(need).name)
    }

    /// The needs of a node.
    pub fn needs_of(&self, node: NodeId) -> impl ExactSizeIterator<Item = NeedId> + use<> {
        (self.shape.first_need[node.0 as usize]..self.shape.first_need[node.0 as usize + 1]).map(NeedId)
    }

    /// The need of a node with a name.
    pub fn find_need(&self, node: NodeId, name: &str) -> Option<NeedId> {
        self.needs_of(node).find(|&need| self.need_name(need) == name)
    }

    /// The members of a need: its dependencies, in the order of their providers.
    pub fn members(&self, need: NeedId) -> &[Dependency] {
        &self.dependencies[self.shape.members(need.0 as usize..need.0 as usize + 1)]
    }

    /// The place of a need's first member among the dependencies.
    pub fn first_member(&self, need: NeedId) -> DependencyId {
        DependencyId(self.shape.first_member(need.0 as usize) as u32)
    }

    /// The columns of a dependency that most rows leave empty.
    pub fn detail(&self, dependency: &Dependency) -> &DependencyDetail {
        self.detail_of(self.terms(dependency))
    }

    /// What a dependency states beside who needs what of whom.
    pub fn terms(&self, dependency: &Dependency) -> Terms {
        self.terms[dependency.terms as usize]
    }

    /// All that rows state, by the place that [`Dependency::terms`] is.
    pub fn all_terms(&self) -> &[Terms] {
        &self.terms
    }

    /// All that rows state, each with how many rows state it.
    pub fn terms_counted(&self) -> Vec<(Terms, u64)> {
        let mut counted: Vec<(Terms, u64)> = self.terms.iter().map(|&terms| (terms, 0)).collect();
        if let [(_, rows)] = &mut counted[..] {
            *rows = self.dependencies.len() as u64;
            return counted;
        }
        self.dependencies.iter().for_each(|dependency| counted[dependency.terms as usize].1 += 1);
        counted
    }

    /// The columns that most rows leave empty, as terms have them.
    pub fn detail_of(&self, terms: Terms) -> &DependencyDetail {
        self.dependency_details.get(terms.detail as usize).unwrap_or(&EMPTY_DEPENDENCY)
    }

    /// A dependency as it was stated.
    pub fn row(&self, dependency: &Dependency) -> DependencyRow {
        let (need, Terms { share, minimum, detail }) = (self.need(dependency.need), self.terms(dependency));
        let [dependent, provider] = [need.dependent, dependency.provider].map(|node| self.ids[node.0 as usize]);
        DependencyRow { dependent, provider, need: need.name, share, minimum, detail }
    }

    /// The details that rows of dependencies share.
    pub fn details(&self) -> &[DependencyDetail] {
        &self.dependency_details
    }

    /// The share of a dependency.
    pub fn share(&self, dependency: &Dependency) -> Quantity<Level> {
        rows::level_of(self.terms(dependency).share, crate::units::ONE_PPM, || self.detail(dependency).share.as_ref())
    }

    /// The minimum of a need: what its rows state, else 0.
    pub fn minimum(&self, need: NeedId) -> Quantity<Level> {
        self.members(need).iter().find(|member| self.terms(member).minimum != NOT_STATED).map_or(Quantity::Fixed(Level::ZERO), |member| {
            rows::level_of(self.terms(member).minimum, 0, || self.detail(member).minimum.as_ref())
        })
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

    /// The measures that were taken already: they are among its cells, and cannot be taken again.
    pub fn taken(&self) -> &[MeasureId] {
        &self.taken
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
