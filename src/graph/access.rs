//! Who has access to whom: the rows along which compromise passes, as compressed sparse rows by provider, and how they pass it
//! (docs/semantics.md, section 11).
//!
//! Invariant: nodes and rows are numbered as in the network. The rows of a provider stand in the order of their dependents, so that of two
//! dependents the one whose id comes first is met first.
//!
//! ```
//! use keten::graph::{AccessLayer, AccessCells, Passage};
//! use keten::network::{Access, Cell, Draft, Network, Stance};
//! let mut draft = Draft::default();
//! draft.depend("tel", "vendor");
//! draft.detail_mut(0).access = Cell::Is(Access::Update);
//! let network = Network::build(draft).unwrap();
//! let (layer, cells) = (AccessLayer::of(&network), AccessCells::new(&network, Stance::Central));
//! let vendor = network.find("vendor").unwrap().0;
//! assert_eq!(layer.rows_from(vendor).len(), 1);
//! assert_eq!(cells.after_ms(0, layer.rows()[0]), Some(0));
//! ```

use crate::network::{Adverse, Cell, Dependency, DependencyDetail, DependencyId, Network, NodeId, OnDetect, Taking, Terms, Thing};
use crate::units::{Probability, Quantity, Time};
use rayon::prelude::*;

/// A row along which compromise may pass, as its provider sees it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AccessRow {
    /// Who is reached.
    pub dependent: u32,
    /// The dependency, by its place in the network.
    pub member: u32,
    /// What it states, by its place among [`Network::all_terms`].
    pub terms: u32,
}

/// The shape of the access layer.
#[derive(Debug, Clone, Default)]
pub struct AccessLayer {
    first: Vec<u32>,
    rows: Vec<AccessRow>,
}

impl AccessLayer {
    /// The rows of a network that state an access.
    pub fn of(network: &Network) -> Self {
        let has_access = |terms: &Terms| matches!(network.detail_of(*terms).access, Cell::Is(_));
        let of_terms: Vec<bool> = network.all_terms().iter().map(has_access).collect();
        let stated = |dependency: &&Dependency| of_terms[dependency.terms as usize];
        let mut first = vec![0_u32; network.node_count() + 1];
        for dependency in network.dependencies().iter().filter(stated) {
            first[dependency.provider.0 as usize + 1] += 1;
        }
        for node in 0..network.node_count() {
            first[node + 1] += first[node];
        }
        let mut place = first.clone();
        let mut rows = vec![AccessRow { dependent: 0, member: 0, terms: 0 }; first[network.node_count()] as usize];
        for (member, dependency) in network.dependencies().iter().enumerate().filter(|(_, dependency)| stated(dependency)) {
            let at = &mut place[dependency.provider.0 as usize];
            let dependent = network.node_of_need(dependency.need).0;
            rows[*at as usize] = AccessRow { dependent, member: member as u32, terms: dependency.terms };
            *at += 1;
        }
        Self { first, rows }
    }

    /// How many nodes there are.
    pub fn nodes(&self) -> usize {
        self.first.len() - 1
    }

    /// Every row, by provider.
    pub fn rows(&self) -> &[AccessRow] {
        &self.rows
    }

    /// Where the rows of a provider stand among all.
    pub fn range(&self, provider: u32) -> std::ops::Range<usize> {
        self.first[provider as usize] as usize..self.first[provider as usize + 1] as usize
    }

    /// The rows of a provider, in the order of their dependents.
    pub fn rows_from(&self, provider: u32) -> &[AccessRow] {
        &self.rows[self.range(provider)]
    }

    /// Whether no row states an access, so that compromise stays where it begins.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }
}

/// How rows pass compromise and nodes find it.
pub trait Passage {
    /// How long after its provider the dependent of a row falls, in ms; `None`: the row, which stands at this place of its layer, does not
    /// pass compromise.
    fn after_ms(&self, place: usize, row: AccessRow) -> Option<i64>;

    /// How long after it fell a node finds its compromise, in ms; `None`: never.
    fn detect_ms(&self, node: u32) -> Option<i64>;
}

/// The cells of a network, each taken when it is asked for: a sample draws for what compromise meets, and for nothing else.
#[derive(Debug, Clone, Copy)]
pub struct AccessCells<'n> {
    network: &'n Network,
    taking: Taking,
    guarded: Option<DependencyId>,
}

impl<'n> AccessCells<'n> {
    /// The cells, unknowns taken by a stance or otherwise.
    pub fn new(network: &'n Network, taking: impl Into<Taking>) -> Self {
        Self { network, taking: taking.into(), guarded: None }
    }

    /// The same, with one row that does not pass compromise.
    #[must_use]
    pub fn guarding(self, row: Option<DependencyId>) -> Self {
        Self { guarded: row, ..self }
    }

    /// Whether every row with an access passes compromise at once whatever is drawn. Rows share their details, so this looks at few.
    fn all_pass_at_once(&self) -> bool {
        let at_once = |detail: &DependencyDetail| {
            let is_certain = detail.p_compromise.as_ref().is_none_or(|p| *p == Quantity::Fixed(Probability::ONE));
            is_certain && detail.ttc.value().is_none_or(|ttc| *ttc == Quantity::Fixed(Time::ZERO))
        };
        let nobody_looks = self.network.nodes().all(|node| self.network.node(node).detect.value().is_none());
        let with_access = self.network.details().iter().filter(|detail| matches!(detail.access, Cell::Is(_)));
        self.guarded.is_none() && nobody_looks && with_access.into_iter().all(at_once)
    }

    /// How long after its provider the dependent of a row with these terms falls; `thing` is what its cells are drawn for.
    fn after_by_terms(&self, terms: u32, thing: impl Fn(&str) -> Thing) -> Option<i64> {
        let detail = self.network.detail_of(self.network.all_terms()[terms as usize]);
        if !detail.p_compromise.as_ref().is_none_or(|p| self.taking.strikes(|| thing("p_compromise"), p)) {
            return None;
        }
        // A short time is the bad end: compromise is there sooner, and before it is found.
        let ttc = detail.ttc.value().map(|cell| self.taking.value(|| thing("ttc_h"), cell, Adverse::Low));
        Some(ttc.map_or(0, Time::ms))
    }

    /// The same for every terms, where nothing is drawn and no row is apart: then alike rows pass compromise alike.
    fn after_of_terms(&self) -> Option<Vec<i64>> {
        let is_drawn = matches!(self.taking, Taking::Draw(_)) || self.guarded.is_some();
        let after = |terms| self.after_by_terms(terms, Thing::of).unwrap_or(NEVER_PASSES);
        (!is_drawn).then(|| (0..self.network.all_terms().len() as u32).map(after).collect())
    }

    /// Whether a node takes itself out when it finds its compromise.
    pub fn shuts_down(&self, node: u32) -> bool {
        self.network.node(NodeId(node)).on_detect.value() == Some(&OnDetect::Shutdown)
    }
}

impl Passage for AccessCells<'_> {
    fn after_ms(&self, _place: usize, row: AccessRow) -> Option<i64> {
        if self.guarded == Some(DependencyId(row.member)) {
            return None;
        }
        self.after_by_terms(row.terms, |column| {
            let dependency = &self.network.dependencies()[row.member as usize];
            let dependent = self.network.id(NodeId(row.dependent));
            Thing::of(column).and(dependent).and(self.network.need_name(dependency.need)).and(self.network.id(dependency.provider))
        })
    }

    fn detect_ms(&self, node: u32) -> Option<i64> {
        let cell = self.network.node(NodeId(node)).detect.value()?;
        let thing = || Thing::of("detect_h").and(self.network.id(NodeId(node)));
        Some(self.taking.value(thing, cell, Adverse::High).ms())
    }
}

/// The same numbers worked out once, for questions that meet every row many times.
#[derive(Debug, Clone, Default)]
pub struct AccessNumbers {
    times: Times,
    is_instant: bool,
    all_pass: bool,
}

/// How long rows take, in ms; [`NEVER_PASSES`] where compromise does not pass.
#[derive(Debug, Clone, Default)]
enum Times {
    /// Every row passes it at once.
    #[default]
    AtOnce,
    /// Each row of the layer has its own.
    Each(Vec<i64>),
    /// Rows share few: per row of the layer the place of its time, and the times.
    Shared(Vec<u32>, Vec<i64>),
}

/// In place of a time to compromise: the row does not pass it, or its provider finds it first.
pub const NEVER_PASSES: i64 = i64::MAX;

impl AccessNumbers {
    /// The numbers of every row of a layer.
    pub fn of(layer: &AccessLayer, cells: &AccessCells) -> Self {
        if cells.all_pass_at_once() {
            return Self { times: Times::AtOnce, is_instant: true, all_pass: true };
        }
        let times = match cells.after_of_terms() {
            Some(after) => shared(layer, cells, after),
            None => Times::Each(per_row(layer, cells, |place, found| {
                cells.after_ms(place, layer.rows[place]).filter(|&after| after < found).unwrap_or(NEVER_PASSES)
            })),
        };
        let mut numbers = Self { times, is_instant: false, all_pass: false };
        let passing = |place: &usize| numbers.after(*place) != NEVER_PASSES;
        let all_pass = (0..layer.rows.len()).all(|place| passing(&place));
        numbers.is_instant = (0..layer.rows.len()).filter(passing).all(|place| numbers.after(place) == 0);
        Self { all_pass, ..numbers }
    }

    /// How long after its provider the dependent of the row at a place falls, in ms; [`NEVER_PASSES`] where it does not.
    pub fn after(&self, place: usize) -> i64 {
        self.time(self.time_of(place))
    }

    /// Which time the row at a place has, among those that rows share: half the room that a time takes.
    pub fn time_of(&self, place: usize) -> u32 {
        match &self.times {
            Times::AtOnce => 0,
            Times::Each(_) => place as u32,
            Times::Shared(of_row, _) => of_row[place],
        }
    }

    /// The time that [`Self::time_of`] told, in ms.
    pub fn time(&self, of: u32) -> i64 {
        match &self.times {
            Times::AtOnce => 0,
            Times::Each(times) | Times::Shared(_, times) => times[of as usize],
        }
    }

    /// Whether every row that passes compromise does so at once.
    pub fn is_instant(&self) -> bool {
        self.is_instant
    }

    /// Whether every row passes compromise, sooner or later.
    pub fn all_pass(&self) -> bool {
        self.all_pass
    }
}

/// The times of rows by those of their terms.
fn shared(layer: &AccessLayer, cells: &AccessCells, mut after: Vec<i64>) -> Times {
    let never = after.len() as u32;
    let of_row = per_row(layer, cells, |place, found| {
        let terms = layer.rows[place].terms;
        if after[terms as usize] < found { terms } else { never }
    });
    after.push(NEVER_PASSES);
    Times::Shared(of_row, after)
}

/// Something of every row, given its place and how long after its fall its provider finds compromise.
fn per_row<T: Send>(layer: &AccessLayer, cells: &AccessCells, of: impl Fn(usize, i64) -> T + Sync) -> Vec<T> {
    let of_node = |node: u32| {
        let range = layer.range(node);
        let found = if range.is_empty() { None } else { cells.detect_ms(node) }.unwrap_or(NEVER_PASSES);
        let of = &of;
        range.map(move |place| of(place, found))
    };
    (0..layer.nodes() as u32).into_par_iter().flat_map_iter(of_node).collect()
}

impl Passage for AccessNumbers {
    fn after_ms(&self, place: usize, _row: AccessRow) -> Option<i64> {
        Some(self.after(place)).filter(|&after| after != NEVER_PASSES)
    }

    /// Rows that are found first were left out beforehand.
    fn detect_ms(&self, _node: u32) -> Option<i64> {
        None
    }
}
