//! What can be done about it: measures, their cost, and the change each makes to a network.
//!
//! A change names a column and what becomes of it: `buffer_h=72`, `restart_h*0.5`, `add_provider=X`, `access=none`; `power.buffer_h=72` means the
//! need `power` alone. Several are separated by `;`. Invariant: a measure of a network was read whole, its targets exist, and it excludes only
//! measures that exist.

use super::build::{Fault, RowRef, Table};
use super::{Draft, Duration, NameId, Network, NodeId, Provenance, ToldCells, nearest, select};
use crate::diagnostic::Finding;
use crate::units::{Amount, Level, Magnitude, Measure as Unit, Probability, Quantity};
use std::collections::BTreeMap;

/// A row of the measures table.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct MeasureRow {
    /// The id.
    pub id: NameId,
    /// The name that people use.
    pub name: Option<NameId>,
    /// What it costs once, in euros.
    pub cost: Option<Magnitude>,
    /// What it costs each year, in euros.
    pub cost_per_year: Option<Magnitude>,
    /// Where it is taken: a selector.
    pub target: String,
    /// What it changes.
    pub change: String,
    /// The measures that cannot be taken with it, separated by commas.
    pub excludes: Option<String>,
    /// Source, confidence and marking.
    pub provenance: Provenance,
}

/// A measure, by its place in the order of the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct MeasureId(pub u32);

/// A measure that can be taken.
#[derive(Debug, Clone, PartialEq)]
pub struct Measure {
    /// The id.
    pub id: String,
    /// The name that people use; its id where it has none.
    pub name: String,
    /// What it costs once, in euros.
    pub cost: Option<Magnitude>,
    /// What it costs each year, in euros.
    pub cost_per_year: Option<Magnitude>,
    /// Where it is taken.
    pub targets: Vec<NodeId>,
    /// What it changes, in order.
    pub changes: Vec<Alteration>,
    /// The measures that cannot be taken with it, whichever of the two says so.
    pub excludes: Vec<MeasureId>,
    /// Source, confidence and marking.
    pub provenance: Provenance,
    /// The row.
    pub row: MeasureRow,
}

impl Measure {
    /// What it costs over so many years, in euros; `None` where no cost is stated.
    pub fn cost_over(&self, years: f64) -> Option<f64> {
        let stated = self.cost.is_some() || self.cost_per_year.is_some();
        let value = |cost: Option<Magnitude>| cost.map_or(0.0, Magnitude::as_f64);
        stated.then(|| value(self.cost) + years * value(self.cost_per_year))
    }
}

/// One change to each target.
#[derive(Debug, Clone, PartialEq)]
pub struct Alteration {
    /// The need that it is about; `None`: all needs of the target.
    pub need: Option<String>,
    /// What becomes of it.
    pub what: What,
}

/// What becomes of a target.
#[derive(Debug, Clone, PartialEq)]
pub enum What {
    /// One more way to meet the need, in full.
    AddProvider(NodeId),
    /// Nobody has access to it along the rows of the need.
    NoAccess,
    /// It shuts down when it finds its compromise.
    ShutDown,
    /// A span of time becomes another.
    Time(TimeColumn, Becomes<Duration>),
    /// A probability becomes another.
    Probability(ProbabilityColumn, Becomes<Quantity<Probability>>),
    /// A share or minimum becomes another.
    Level(LevelColumn, Becomes<Quantity<Level>>),
    /// Failures per year become others.
    Failures(Becomes<Quantity<Amount>>),
}

/// A new value, or the old one times a factor.
#[derive(Debug, Clone, PartialEq)]
pub enum Becomes<T> {
    /// This.
    Is(T),
    /// So many times what it was.
    Times(f64),
}

/// Columns that hold hours.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs, reason = "each is the column of that name in docs/formats.md")]
pub enum TimeColumn {
    Buffer,
    Refill,
    Activation,
    Ttc,
    Repair,
    Restart,
    BlackStart,
    Detect,
}

/// Columns that hold a probability.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs, reason = "each is the column of that name in docs/formats.md")]
pub enum ProbabilityColumn {
    StartP,
    Probability,
    PCompromise,
}

/// Columns that hold a level.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs, reason = "each is the column of that name in docs/formats.md")]
pub enum LevelColumn {
    Share,
    Minimum,
}

const TIMES: [(&str, TimeColumn); 8] = [
    ("buffer_h", TimeColumn::Buffer),
    ("refill_h", TimeColumn::Refill),
    ("activation_h", TimeColumn::Activation),
    ("ttc_h", TimeColumn::Ttc),
    ("repair_h", TimeColumn::Repair),
    ("restart_h", TimeColumn::Restart),
    ("black_start_h", TimeColumn::BlackStart),
    ("detect_h", TimeColumn::Detect),
];
const PROBABILITIES: [(&str, ProbabilityColumn); 3] = [
    ("start_p", ProbabilityColumn::StartP),
    ("probability", ProbabilityColumn::Probability),
    ("p_compromise", ProbabilityColumn::PCompromise),
];
const LEVELS: [(&str, LevelColumn); 2] = [("share", LevelColumn::Share), ("minimum", LevelColumn::Minimum)];

impl TimeColumn {
    /// Whether it is a column of the nodes, so that no need can stand before it.
    const fn is_of_node(self) -> bool {
        matches!(self, Self::Repair | Self::Restart | Self::BlackStart | Self::Detect)
    }
}

/// Reads one change; `None` where it cannot be read.
fn change(network: &Network, text: &str) -> Option<Alteration> {
    let at = text.find(['=', '*'])?;
    let (subject, value, times) = (text[..at].trim(), text[at + 1..].trim(), text.as_bytes()[at] == b'*');
    // A need may hold points itself; columns do not.
    let (need, column) = subject.rsplit_once('.').map_or((None, subject), |(need, column)| (Some(need.trim().to_owned()), column.trim()));
    let of_node = |what: What| need.is_none().then_some(Alteration { need: None, what });
    let of_need = |what: What| Some(Alteration { need: need.clone(), what });
    if let Some((_, column)) = TIMES.iter().find(|(name, _)| *name == column) {
        let what = What::Time(*column, becomes(value, times)?);
        return if column.is_of_node() { of_node(what) } else { of_need(what) };
    }
    if let Some((_, column)) = PROBABILITIES.iter().find(|(name, _)| *name == column) {
        return of_need(What::Probability(*column, becomes(value, times)?));
    }
    if let Some((_, column)) = LEVELS.iter().find(|(name, _)| *name == column) {
        return of_need(What::Level(*column, becomes(value, times)?));
    }
    match (column, times) {
        ("failures_per_year", _) => of_node(What::Failures(becomes(value, times)?)),
        ("add_provider", false) => of_need(What::AddProvider(network.find(value)?)),
        ("access", false) if matches!(value, "none" | "geen") => of_need(What::NoAccess),
        ("on_detect", false) if value == "shutdown" => of_node(What::ShutDown),
        _ => None,
    }
}

fn becomes<T: Unit>(value: &str, times: bool) -> Option<Becomes<Quantity<T>>> {
    if times {
        let factor: f64 = value.parse().ok()?;
        return (factor.is_finite() && factor >= 0.0).then_some(Becomes::Times(factor));
    }
    let value = if matches!(value, "none" | "geen") { "0" } else { value };
    Quantity::parse(value).ok().map(Becomes::Is)
}

/// Reads the rows against the network that they are for.
pub(super) fn build(draft: &[MeasureRow], told: &ToldCells, network: &Network, faults: &mut Vec<Fault>) -> Vec<Measure> {
    let ids: Vec<&str> = draft.iter().map(|row| network.text(row.id)).collect();
    let is_told = |index, column| told.has(Table::Measures, index, column);
    let mut first_of: BTreeMap<&str, usize> = BTreeMap::new();
    let named = ids.iter().enumerate().filter(|&(place, _)| !is_told(place, "id"));
    named.for_each(|(place, &id)| _ = first_of.entry(id).or_insert(place));
    let mut measures: Vec<Measure> = Vec::with_capacity(draft.len());
    for (index, row) in draft.iter().enumerate() {
        let at =
            |finding, column| Fault { finding, rows: vec![RowRef { table: Table::Measures, index: index as u32 }], column: Some(column) };
        let first = first_of.get(ids[index]).copied().unwrap_or(index);
        if first < index && !is_told(index, "id") {
            let mut fault = at(Finding::DuplicateMeasure { id: ids[index].to_owned() }, "id");
            fault.rows.push(RowRef { table: Table::Measures, index: first as u32 });
            faults.push(fault);
        }
        let targets = if is_told(index, "target") { Ok(Vec::new()) } else { select(network, &row.target) };
        let targets = targets.map_err(|finding| faults.push(at(finding, "target"))).unwrap_or_default();
        let mut changes = Vec::new();
        for part in row.change.split(';').map(str::trim).filter(|part| !part.is_empty() && !is_told(index, "change")) {
            match change(network, part) {
                Some(change) => changes.push(change),
                None => faults.push(at(Finding::BadChange { text: part.to_owned() }, "change")),
            }
        }
        let mut excludes = Vec::new();
        let others = row.excludes.iter().filter(|_| !is_told(index, "excludes")).flat_map(|text| text.split(','));
        for name in others.map(str::trim).filter(|name| !name.is_empty()) {
            match first_of.get(name) {
                Some(&other) => excludes.push(MeasureId(other as u32)),
                None => faults.push(at(unknown(name, &ids), "excludes")),
            }
        }
        measures.push(Measure {
            id: ids[index].to_owned(),
            name: row.name.map_or(ids[index], |name| network.text(name)).to_owned(),
            cost: row.cost,
            cost_per_year: row.cost_per_year,
            targets,
            changes,
            excludes,
            provenance: row.provenance.clone(),
            row: row.clone(),
        });
    }
    exclude_both_ways(&mut measures);
    measures
}

/// A measure that there is not.
pub fn unknown(name: &str, known: &[&str]) -> Finding {
    Finding::UnknownMeasure { id: name.to_owned(), nearest: nearest(name, known.iter().copied()) }
}

fn exclude_both_ways(measures: &mut [Measure]) {
    for place in 0..measures.len() {
        for other in measures[place].excludes.clone() {
            let back = &mut measures[other.0 as usize].excludes;
            if !back.contains(&MeasureId(place as u32)) {
                back.push(MeasureId(place as u32));
            }
        }
    }
    for measure in measures {
        measure.excludes.sort_unstable();
    }
}

impl Draft {
    /// Adds a measure by its texts.
    pub fn measure(&mut self, id: &str, target: &str, change: &str, cost: Option<Magnitude>) -> &mut MeasureRow {
        let id = self.names.intern(id);
        self.measures.push(MeasureRow { id, target: target.to_owned(), change: change.to_owned(), cost, ..MeasureRow::default() });
        let last = self.measures.len() - 1;
        &mut self.measures[last]
    }
}
