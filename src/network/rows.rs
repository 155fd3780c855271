//! The rows that a network is made of, as an analyst states them: what is stated, what is not, and what is stated to be absent.

use super::{NameId, Names};
use crate::units::{Amount, End, Level, Probability, Quantity, Time};
use std::sync::Arc;

/// What a cell says.
#[derive(Debug, Clone, PartialEq, Default)]
pub enum Cell<T> {
    /// The cell is empty: its default is an assumption.
    #[default]
    NotStated,
    /// `none` (geen): stated that there is none.
    None,
    /// A value.
    Is(T),
}

impl<T> Cell<T> {
    /// The value, if the cell holds one.
    pub fn value(&self) -> Option<&T> {
        match self {
            Self::Is(value) => Some(value),
            _ => None,
        }
    }

    /// Whether the analyst said anything.
    pub fn is_stated(&self) -> bool {
        !matches!(self, Self::NotStated)
    }
}

/// A duration or moment, known as one value or as a distribution.
pub type Duration = Quantity<Time>;

/// What a need means to its node.
#[derive(Debug, Clone, PartialEq)]
pub enum Importance {
    /// The node works no better than the need is met.
    Essential,
    /// The node loses this weight times what the need is short of.
    Supporting(Quantity<Level>),
}

/// The nature of a dependency.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs, reason = "the words explain themselves; they are those of the field")]
pub enum Nature {
    Physical,
    Cyber,
    Geographic,
    Logical,
    Personnel,
    Trust,
}

/// The access that a provider has to its dependent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs, reason = "the words explain themselves; they are those of the field")]
pub enum Access {
    Update,
    Remote,
    Onsite,
    Data,
    Credentials,
}

/// What a node is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs, reason = "the words explain themselves; they are those of the field")]
pub enum Kind {
    Process,
    Provider,
    Supplier,
    Asset,
    Product,
    Actor,
    Population,
}

/// The category of a vital process.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs, reason = "A and B are the official categories")]
pub enum Category {
    A,
    B,
}

/// What a node does when it finds its compromise.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OnDetect {
    /// It takes itself out.
    Shutdown,
}

/// How sure the row is, 0.0 to 1.0: high is 0.9, medium 0.6, low 0.3.
#[derive(Debug, Clone, Copy, PartialEq, PartialOrd)]
pub struct Confidence(pub f64);

impl Confidence {
    /// Below this a row is shown as unverified.
    pub const VERIFIED: f64 = 0.5;

    /// Whether the row may be quoted without a warning.
    pub fn is_verified(self) -> bool {
        self.0 >= Self::VERIFIED
    }
}

/// Where a row comes from and how it may be shared.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Provenance {
    /// The source that the analyst names.
    pub source: Option<NameId>,
    /// How sure the row is.
    pub confidence: Option<Confidence>,
    /// The marking of the row, such as TLP:AMBER.
    pub marking: Option<NameId>,
}

/// The columns of a dependency that most rows leave empty.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct DependencyDetail {
    /// A share that is a distribution; a plain one stands in the row.
    pub share: Option<Quantity<Level>>,
    /// A minimum that is a distribution; a plain one stands in the row.
    pub minimum: Option<Quantity<Level>>,
    /// What the need means to the dependent.
    pub importance: Option<Importance>,
    /// How long the dependent does without.
    pub buffer: Cell<Duration>,
    /// How long an empty buffer takes to fill.
    pub refill: Cell<Duration>,
    /// How long after a shortfall this member steps in.
    pub activation: Cell<Duration>,
    /// The probability that the buffer or the standby member works when called on.
    pub start_p: Option<Quantity<Probability>>,
    /// The probability that the row carries losses.
    pub probability: Option<Quantity<Probability>>,
    /// The nature of the dependency.
    pub nature: Option<Nature>,
    /// The access of the provider to the dependent.
    pub access: Cell<Access>,
    /// The probability that compromise passes.
    pub p_compromise: Option<Quantity<Probability>>,
    /// The time to compromise.
    pub ttc: Cell<Duration>,
    /// Source, confidence and marking.
    pub provenance: Provenance,
    /// Columns that keten does not know, in the order of the header.
    pub attributes: Vec<(NameId, NameId)>,
}

impl DependencyDetail {
    /// Whether the member only steps in when the others fall short.
    pub fn is_standby(&self) -> bool {
        self.activation.value().is_some_and(|activation| activation.at(End::Middle) > Time::ZERO)
    }
}

/// A dependency row. Tables have tens of millions of them, which [`super::RowColumns`] keeps in fewer bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DependencyRow {
    /// Who needs.
    pub dependent: NameId,
    /// Who provides.
    pub provider: NameId,
    /// What is needed; where the cell is empty, the provider's name.
    pub need: NameId,
    /// The share in ppm, or [`NOT_STATED`], or [`IN_DETAIL`].
    pub share: u32,
    /// The minimum in ppm, or [`NOT_STATED`], or [`IN_DETAIL`].
    pub minimum: u32,
    /// The place of the details, or [`NO_DETAIL`].
    pub detail: u32,
}

/// In place of a share or minimum: the cell is empty.
pub const NOT_STATED: u32 = u32::MAX;
/// In place of a share or minimum: a distribution, in the details.
pub const IN_DETAIL: u32 = u32::MAX - 1;
/// In place of the details: every other cell is empty.
pub const NO_DETAIL: u32 = u32::MAX;

impl DependencyRow {
    /// A row that states only who needs whom.
    pub fn plain(dependent: NameId, provider: NameId) -> Self {
        Self { dependent, provider, need: provider, share: NOT_STATED, minimum: NOT_STATED, detail: NO_DETAIL }
    }
}

/// The columns of a node but its id.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct NodeDetail {
    /// The name that people use.
    pub name: Option<NameId>,
    /// What it is.
    pub kind: Option<Kind>,
    /// Its sector.
    pub sector: Option<NameId>,
    /// The category of a vital process.
    pub category: Cell<Category>,
    /// The responsible ministry.
    pub ministry: Option<NameId>,
    /// The operator.
    pub operator: Option<NameId>,
    /// The region.
    pub region: Option<NameId>,
    /// The country.
    pub country: Option<NameId>,
    /// The product that it is or delivers.
    pub product: Option<NameId>,
    /// The supervisor.
    pub supervisor: Option<NameId>,
    /// How long a repair takes.
    pub repair: Cell<Duration>,
    /// How long it takes to get going again.
    pub restart: Cell<Duration>,
    /// How long it can run without its needs after its own state rises.
    pub black_start: Cell<Duration>,
    /// How long until it finds its compromise.
    pub detect: Cell<Duration>,
    /// What it then does.
    pub on_detect: Cell<OnDetect>,
    /// Failures of its own per year.
    pub failures_per_year: Cell<Quantity<Amount>>,
    /// Latitude and longitude in degrees.
    pub location: (Option<f64>, Option<f64>),
    /// Source, confidence and marking.
    pub provenance: Provenance,
    /// Columns that keten does not know, in the order of the header.
    pub attributes: Vec<(NameId, NameId)>,
}

/// A node row.
#[derive(Debug, Clone, PartialEq)]
pub struct NodeRow {
    /// The id.
    pub id: NameId,
    /// Its other columns.
    pub detail: NodeDetail,
}

/// A row of the ownership table.
#[derive(Debug, Clone, PartialEq)]
pub struct OwnershipRow {
    /// Who holds.
    pub owner: NameId,
    /// In what.
    pub owned: NameId,
    /// The share of the votes.
    pub share: Level,
    /// Source, confidence and marking.
    pub provenance: Provenance,
}

/// What network.toml says; every part is optional.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Meta {
    /// The title.
    pub title: Option<String>,
    /// What the network is.
    pub description: Option<String>,
    /// The marking of the whole, such as TLP:CLEAR.
    pub marking: Option<String>,
    /// The date of the data.
    pub date: Option<String>,
    /// The version of the data.
    pub version: Option<String>,
    /// Who made it.
    pub authors: Vec<String>,
    /// Where empty cells lie that nobody filled in: columns with their ranges, as [`super::Ranges::set_column`] reads them.
    pub ranges: Vec<(String, String)>,
}

/// All rows of a network before they are checked against one another.
#[derive(Debug, Clone, Default)]
pub struct Draft {
    /// Every text.
    pub names: Names,
    /// What network.toml says.
    pub meta: Meta,
    /// The nodes table; `None` where there is no such table.
    pub nodes: Vec<NodeRow>,
    /// The rows of the table that were read from files, behind those: ids, and what they state, which alike rows share.
    pub read_nodes: Vec<(NameId, Arc<NodeDetail>)>,
    /// Whether there is a nodes table at all.
    pub has_node_table: bool,
    /// The dependencies table.
    pub dependencies: Vec<DependencyRow>,
    /// The rows of the table that were read from files, behind those.
    pub read: super::RowColumns,
    /// The details that dependency rows point to.
    pub details: Vec<DependencyDetail>,
    /// The ownership table.
    pub ownership: Vec<OwnershipRow>,
    /// The criteria table.
    pub criteria: Vec<super::CriterionRow>,
    /// The impacts table.
    pub impacts: Vec<super::ImpactRow>,
    /// The measures table.
    pub measures: Vec<super::MeasureRow>,
    /// Cells of rows that are there, of which a fault was told already: no network comes of such a draft.
    pub told: super::ToldCells,
}

impl Draft {
    /// Adds a row by its texts and returns it for further filling in; an example and test helper as much as a reader's tool.
    pub fn depend(&mut self, dependent: &str, provider: &str) -> &mut DependencyRow {
        let row = DependencyRow::plain(self.names.intern(dependent), self.names.intern(provider));
        let at = self.dependencies.len();
        self.dependencies.push(row);
        &mut self.dependencies[at]
    }

    /// All rows of the nodes table, each with what it states.
    pub(super) fn node_rows(&self) -> impl Iterator<Item = (NameId, &NodeDetail)> {
        let read = self.read_nodes.iter().map(|(id, detail)| (*id, &**detail));
        self.nodes.iter().map(|row| (row.id, &row.detail)).chain(read)
    }

    /// All rows of dependencies, taken out.
    pub(super) fn take_rows(&mut self) -> super::RowColumns {
        let read = std::mem::take(&mut self.read);
        if self.dependencies.is_empty() {
            return read;
        }
        let mut rows = super::RowColumns::default();
        std::mem::take(&mut self.dependencies).into_iter().chain(read.iter()).for_each(|row| rows.push(row));
        rows
    }

    /// Adds a holding by its texts.
    pub fn own(&mut self, holder: &str, company: &str, share: Level) {
        let row =
            OwnershipRow { owner: self.names.intern(holder), owned: self.names.intern(company), share, provenance: Provenance::default() };
        self.ownership.push(row);
    }

    /// The detail of a dependency row, made when it has none yet.
    pub fn detail_mut(&mut self, row: usize) -> &mut DependencyDetail {
        if self.dependencies[row].detail == NO_DETAIL {
            self.dependencies[row].detail = self.details.len() as u32;
            self.details.push(DependencyDetail::default());
        }
        &mut self.details[self.dependencies[row].detail as usize]
    }
}

/// The level that a row holds in place (`ppm`), by default, or in its detail.
pub(super) fn level_of<'a>(ppm: u32, default: u32, in_detail: impl FnOnce() -> Option<&'a Quantity<Level>>) -> Quantity<Level> {
    let plain = match ppm {
        NOT_STATED => default,
        IN_DETAIL => return in_detail().cloned().expect("a distribution kept in the detail is there"),
        stated => stated,
    };
    Quantity::Fixed(Level::from_ppm(plain).expect("a level in a row was checked when it was read"))
}
