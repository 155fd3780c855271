//! How consequences are judged: criteria, the schemes that set limits on them, and the classes of each scheme.
//!
//! A criterion is known by its name alone: several schemes may set limits on it, and all of them measure it the same way. Invariants: a
//! limit has a class and a bound; limits of a criterion that is measured beyond a duration have a duration, others have none; the classes of
//! a scheme stand from mild to grave, in the order that its own limits give them.
//!
//! ```
//! use keten::network::{CriterionRow, Draft, Gauge, Network};
//! use keten::units::Magnitude;
//! let mut draft = Draft::default();
//! draft.depend("tel", "grid");
//! for (class, from) in [("A", 0), ("B", 50)] {
//!     let mut row = CriterionRow::of(draft.names.intern("costs"), Gauge::Integral);
//!     row.class = Some(draft.names.intern(class));
//!     row.from = Some(Magnitude::from_units(from));
//!     draft.criteria.push(row);
//! }
//! let network = Network::build(draft).unwrap();
//! let costs = network.criteria().find("costs").unwrap();
//! let scale = &network.criteria().get(costs).scales[0];
//! assert_eq!(network.criteria().class(scale.scheme, scale.limits[1].class), "B");
//! ```

use super::build::{Fault, RowRef, Table};
use super::{Confidence, Draft, NameId, Provenance};
use crate::diagnostic::Finding;
use crate::units::{Magnitude, Time};

/// How a criterion is measured.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Gauge {
    /// Amount per hour times what is missing, over time.
    Integral,
    /// The largest amount times what is missing at one moment.
    Peak,
    /// The amount that is without for longer than a duration.
    Beyond,
    /// Other sectors in which a process is lost.
    Sectors,
    /// Regions in which a node loses function.
    Regions,
    /// The probability that it happens within a period.
    Probability,
}

impl Gauge {
    /// Every gauge with its word in tables and in JSON.
    pub const ALL: [(&'static str, Self); 6] = [
        ("integral", Self::Integral),
        ("peak", Self::Peak),
        ("beyond", Self::Beyond),
        ("sectors", Self::Sectors),
        ("regions", Self::Regions),
        ("probability", Self::Probability),
    ];

    /// The word in tables and in JSON.
    pub fn word(self) -> &'static str {
        Self::ALL.iter().find(|(_, gauge)| *gauge == self).map_or("", |(word, _)| word)
    }

    /// Whether amounts of the impacts table are measured by it.
    pub const fn takes_amounts(self) -> bool {
        matches!(self, Self::Integral | Self::Peak | Self::Beyond)
    }

    /// Whether its limits hold for a duration.
    const fn takes_duration(self) -> bool {
        matches!(self, Self::Beyond | Self::Probability)
    }
}

/// A row of the criteria table.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct CriterionRow {
    /// Who sets the limit.
    pub scheme: Option<NameId>,
    /// The criterion.
    pub criterion: NameId,
    /// The interest that it belongs to.
    pub interest: Option<NameId>,
    /// How it is measured.
    pub gauge: Option<Gauge>,
    /// Longer than this, where it is measured so; of a probability the period.
    pub duration: Option<Time>,
    /// The class that begins here.
    pub class: Option<NameId>,
    /// From which amount on.
    pub from: Option<Magnitude>,
    /// What the amount counts.
    pub unit: Option<NameId>,
    /// Source, confidence and marking.
    pub provenance: Provenance,
}

impl CriterionRow {
    /// A row that only says how a criterion is measured.
    pub fn of(criterion: NameId, gauge: Gauge) -> Self {
        let (scheme, interest, duration, class, from, unit) = (None, None, None, None, None, None);
        Self { scheme, criterion, interest, gauge: Some(gauge), duration, class, from, unit, provenance: Provenance::default() }
    }
}

/// A criterion, by its place in the order of the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CriterionId(pub u32);

/// A scheme, by its place in the order of the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SchemeId(pub u32);

/// A criterion and every scheme that judges it.
#[derive(Debug, Clone, PartialEq)]
pub struct Criterion {
    /// Its name.
    pub name: String,
    /// How it is measured; `None`: no row says so.
    pub gauge: Option<Gauge>,
    /// What its amounts count.
    pub unit: Option<String>,
    /// Durations that rows state without a limit.
    bare: Vec<Time>,
    /// What schemes say of it.
    pub scales: Vec<Scale>,
}

impl Criterion {
    /// How its amounts are measured: over time, unless a row says otherwise.
    pub fn gauge(&self) -> Gauge {
        self.gauge.unwrap_or(Gauge::Integral)
    }

    /// The durations that its rows ask for, shortest first.
    pub fn durations(&self) -> Vec<Time> {
        let of_limits = self.scales.iter().flat_map(|scale| scale.limits.iter().filter_map(|limit| limit.duration));
        let mut durations: Vec<Time> = of_limits.chain(self.bare.iter().copied()).collect();
        durations.sort_unstable();
        durations.dedup();
        durations
    }
}

/// What one scheme says of one criterion.
#[derive(Debug, Clone, PartialEq)]
pub struct Scale {
    /// The scheme.
    pub scheme: SchemeId,
    /// The interest that the criterion belongs to.
    pub interest: Option<String>,
    /// Its limits, by duration, then by amount; none where the scheme only names the criterion.
    pub limits: Vec<Limit>,
}

/// From this amount on, for this long, it is this class.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Limit {
    /// Longer than this.
    pub duration: Option<Time>,
    /// The class, by its place among those of the scheme, mildest first.
    pub class: u32,
    /// The smallest amount.
    pub from: Magnitude,
    /// How sure the limit is.
    pub confidence: Option<Confidence>,
    /// Where it comes from.
    pub source: Option<NameId>,
}

impl Limit {
    /// Whether the limit may be quoted without a warning.
    pub fn is_verified(&self) -> bool {
        self.confidence.is_some_and(Confidence::is_verified)
    }
}

/// A scheme: a name and classes, mildest first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Scheme {
    /// Its name; empty where the table names none.
    pub name: String,
    /// Its classes.
    pub classes: Vec<String>,
}

/// All criteria, in the order of the table; those that only the impacts table names stand behind.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Criteria {
    list: Vec<Criterion>,
    schemes: Vec<Scheme>,
    markings: Vec<NameId>,
    stated: Vec<CriterionRow>,
}

impl Criteria {
    /// The rows as they were stated, in the order of the table.
    pub fn stated(&self) -> &[CriterionRow] {
        &self.stated
    }

    /// Every criterion.
    pub fn all(&self) -> impl ExactSizeIterator<Item = (CriterionId, &Criterion)> {
        self.list.iter().enumerate().map(|(place, criterion)| (CriterionId(place as u32), criterion))
    }

    /// A criterion.
    pub fn get(&self, id: CriterionId) -> &Criterion {
        &self.list[id.0 as usize]
    }

    /// The criterion with a name.
    pub fn find(&self, name: &str) -> Option<CriterionId> {
        self.list.iter().position(|criterion| criterion.name == name).map(|place| CriterionId(place as u32))
    }

    /// Every scheme.
    pub fn schemes(&self) -> impl ExactSizeIterator<Item = (SchemeId, &Scheme)> {
        self.schemes.iter().enumerate().map(|(place, scheme)| (SchemeId(place as u32), scheme))
    }

    /// A scheme.
    pub fn scheme(&self, id: SchemeId) -> &Scheme {
        &self.schemes[id.0 as usize]
    }

    /// The scheme with a name.
    pub fn find_scheme(&self, name: &str) -> Option<SchemeId> {
        self.schemes.iter().position(|scheme| scheme.name == name).map(|place| SchemeId(place as u32))
    }

    /// The name of a class.
    pub fn class(&self, scheme: SchemeId, class: u32) -> &str {
        &self.scheme(scheme).classes[class as usize]
    }

    /// The classes of a scheme that something other than a likelihood can be in, mildest first.
    pub fn classes_of_impact(&self, scheme: SchemeId) -> Vec<u32> {
        let of_impact = self.list.iter().filter(|criterion| criterion.gauge != Some(Gauge::Probability));
        let scales = of_impact.flat_map(|criterion| &criterion.scales).filter(|scale| scale.scheme == scheme);
        let mut classes: Vec<u32> = scales.flat_map(|scale| &scale.limits).map(|limit| limit.class).collect();
        classes.sort_unstable();
        classes.dedup();
        classes
    }

    /// The markings of its rows, each once.
    pub fn markings(&self) -> impl Iterator<Item = NameId> {
        self.markings.iter().copied()
    }

    /// The criterion with a name, made when no row of the table is about it.
    pub(super) fn add(&mut self, name: &str) -> CriterionId {
        self.find(name).unwrap_or_else(|| {
            self.list.push(Criterion { name: name.to_owned(), gauge: None, unit: None, bare: Vec::new(), scales: Vec::new() });
            CriterionId(self.list.len() as u32 - 1)
        })
    }
}

/// Puts the rows in order and checks them against one another.
pub(super) fn build(draft: &Draft, faults: &mut Vec<Fault>) -> Criteria {
    let mut criteria = Criteria { stated: draft.criteria.clone(), ..Criteria::default() };
    let mut classes: Vec<Vec<(NameId, u32)>> = Vec::new();
    let mut first_gauge: Vec<Option<(u32, Gauge)>> = Vec::new();
    for (index, row) in draft.criteria.iter().enumerate() {
        if draft.told.has(Table::Criteria, index, "criterion") {
            // What it sets a limit on is not known, so that nothing but the limit itself can be looked at.
            limit(draft, index, row, &mut Vec::new(), faults);
            continue;
        }
        let at = criteria.add(draft.names.text(row.criterion)).0 as usize;
        first_gauge.resize(criteria.list.len(), None);
        agree(draft, index as u32, row, &mut first_gauge[at], faults);
        let scheme = criteria.scheme_of(row.scheme.map_or("", |name| draft.names.text(name)));
        classes.resize(criteria.schemes.len(), Vec::new());
        let limit = limit(draft, index, row, &mut classes[scheme.0 as usize], faults);
        let criterion = &mut criteria.list[at];
        criterion.gauge = criterion.gauge.or(row.gauge);
        criterion.bare.extend(row.duration.filter(|_| limit.is_none()));
        let text = |name: Option<NameId>| name.map(|name| draft.names.text(name).to_owned());
        criterion.unit = criterion.unit.take().or_else(|| text(row.unit));
        let place = criterion.scales.iter().position(|scale| scale.scheme == scheme).unwrap_or_else(|| {
            criterion.scales.push(Scale { scheme, interest: None, limits: Vec::new() });
            criterion.scales.len() - 1
        });
        let scale = &mut criterion.scales[place];
        scale.interest = scale.interest.take().or_else(|| text(row.interest));
        let is_same = |known: &Limit, new: &Limit| known.duration == new.duration && (known.from == new.from || known.class == new.class);
        match limit {
            Some(limit) if scale.limits.iter().any(|known| is_same(known, &limit)) => {
                let finding = Finding::DuplicateLimit { criterion: criterion.name.clone() };
                faults.push(fault(finding, [index as u32], "class"));
            }
            limit => scale.limits.extend(limit),
        }
    }
    criteria.markings = draft.criteria.iter().filter_map(|row| row.provenance.marking).collect();
    criteria.markings.sort_unstable();
    criteria.markings.dedup();
    criteria.order(draft, &classes, faults);
    criteria
}

/// All rows of a criterion measure it the same way.
fn agree(draft: &Draft, index: u32, row: &CriterionRow, first: &mut Option<(u32, Gauge)>, faults: &mut Vec<Fault>) {
    let Some(gauge) = row.gauge else { return };
    match *first {
        None => *first = Some((index, gauge)),
        Some((_, known)) if known == gauge => {}
        Some((earlier, known)) => {
            let (first, other) = (known.word().to_owned(), gauge.word().to_owned());
            let finding = Finding::TwoGauges { criterion: draft.names.text(row.criterion).to_owned(), first, other };
            faults.push(fault(finding, [index, earlier], "measure"));
        }
    }
}

/// The limit that a row sets; `None` where it sets none, or only a part of one.
fn limit(draft: &Draft, index: usize, row: &CriterionRow, classes: &mut Vec<(NameId, u32)>, faults: &mut Vec<Fault>) -> Option<Limit> {
    // A cell whose fault was told states something, though nobody knows what.
    let is_told = |column| draft.told.has(Table::Criteria, index, column);
    let (has_gauge, has_class) = (row.gauge.is_some() || is_told("measure"), row.class.is_some() || is_told("class"));
    let (has_from, has_duration) = (row.from.is_some() || is_told("from"), row.duration.is_some() || is_told("duration_h"));
    let is_whole = has_class == has_from && (!has_class || has_gauge);
    let fits = row.gauge.is_none_or(|gauge| gauge.takes_duration() == has_duration || (!has_class && !has_duration));
    if !is_whole || !fits {
        let missing = [("measure", !has_gauge), ("class", !has_class), ("from", !has_from)];
        let column = missing.iter().find(|(_, missing)| *missing && !is_whole).map_or("duration_h", |(column, _)| column);
        let criterion = if is_told("criterion") { "" } else { draft.names.text(row.criterion) };
        let finding = Finding::PartOfLimit { criterion: criterion.to_owned(), column: column.to_owned() };
        faults.push(fault(finding, [index as u32], column));
        return None;
    }
    let (class, from) = (row.class?, row.from?);
    if is_told("class") || is_told("duration_h") || is_told("measure") {
        return None;
    }
    let place = classes.iter().position(|(known, _)| *known == class).unwrap_or_else(|| {
        classes.push((class, index as u32));
        classes.len() - 1
    });
    Some(Limit { duration: row.duration, class: place as u32, from, confidence: row.provenance.confidence, source: row.provenance.source })
}

impl Criteria {
    fn scheme_of(&mut self, name: &str) -> SchemeId {
        self.find_scheme(name).unwrap_or_else(|| {
            self.schemes.push(Scheme { name: name.to_owned(), classes: Vec::new() });
            SchemeId(self.schemes.len() as u32 - 1)
        })
    }

    /// Numbers the classes of every scheme from mild to grave: a class whose limit lies higher, all else alike, is the graver one. What no
    /// limit tells apart stands in the order of the table.
    fn order(&mut self, draft: &Draft, classes: &[Vec<(NameId, u32)>], faults: &mut Vec<Fault>) {
        for (place, known) in classes.iter().enumerate() {
            let scheme = SchemeId(place as u32);
            let milder = self.milder(scheme, known.len());
            let mut rank: Vec<Option<u32>> = vec![None; known.len()];
            for next in 0..known.len() as u32 {
                let is_next = |class: &usize| rank[*class].is_none() && milder[*class].iter().all(|&other| rank[other as usize].is_some());
                let Some(class) = (0..known.len()).find(is_next) else {
                    let name = draft.names.text(known[rank.iter().position(Option::is_none).unwrap_or(0)].0).to_owned();
                    let row = known[rank.iter().position(Option::is_none).unwrap_or(0)].1;
                    faults.push(fault(Finding::ClassesCross { scheme: self.scheme(scheme).name.clone(), class: name }, [row], "class"));
                    break;
                };
                rank[class] = Some(next);
                self.schemes[place].classes.push(draft.names.text(known[class].0).to_owned());
            }
            let scales = self.list.iter_mut().flat_map(|criterion| &mut criterion.scales).filter(|scale| scale.scheme == scheme);
            for scale in scales {
                scale.limits.iter_mut().for_each(|limit| limit.class = rank[limit.class as usize].unwrap_or(0));
                scale.limits.sort_by_key(|limit| (limit.duration, limit.from));
            }
        }
    }

    /// Per class those that are milder by some limit.
    fn milder(&self, scheme: SchemeId, classes: usize) -> Vec<Vec<u32>> {
        let mut milder = vec![Vec::new(); classes];
        for scale in self.list.iter().flat_map(|criterion| &criterion.scales).filter(|scale| scale.scheme == scheme) {
            for graver in &scale.limits {
                let below = scale.limits.iter().filter(|limit| limit.duration == graver.duration && limit.from < graver.from);
                milder[graver.class as usize].extend(below.map(|limit| limit.class));
            }
        }
        milder
    }
}

fn fault(finding: Finding, rows: impl IntoIterator<Item = u32>, column: &'static str) -> Fault {
    let rows = rows.into_iter().map(|index| RowRef { table: Table::Criteria, index }).collect();
    Fault { finding, rows, column: Some(column) }
}
