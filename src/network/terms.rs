//! Rows of dependencies in few bytes: tables have tens of millions of them, and most state little beside who needs whom.
//!
//! Invariant: a column of which every cell holds what it holds by default takes no memory.

use super::NameId;
use super::rows::{DependencyRow, NO_DETAIL, NOT_STATED};
use hashbrown::HashTable;
use rustc_hash::FxHasher;
use std::hash::{Hash, Hasher};

/// What a row states beside who needs what of whom. Rows that state the same share one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Terms {
    /// The share in ppm, or [`NOT_STATED`], or [`super::IN_DETAIL`].
    pub share: u32,
    /// The minimum in ppm, or [`NOT_STATED`], or [`super::IN_DETAIL`].
    pub minimum: u32,
    /// The place of the details, or [`NO_DETAIL`].
    pub detail: u32,
}

impl Terms {
    /// Nothing is stated.
    pub const PLAIN: Self = Self { share: NOT_STATED, minimum: NOT_STATED, detail: NO_DETAIL };

    /// What a row states.
    pub fn of(row: &DependencyRow) -> Self {
        Self { share: row.share, minimum: row.minimum, detail: row.detail }
    }
}

/// Gives alike terms one place. The place of plain ones is 0.
#[derive(Debug, Clone)]
struct TermsTable {
    all: Vec<Terms>,
    places: HashTable<u32>,
    last: u32,
}

impl Default for TermsTable {
    fn default() -> Self {
        let mut table = Self { all: Vec::new(), places: HashTable::new(), last: 0 };
        table.place(Terms::PLAIN);
        table
    }
}

impl TermsTable {
    /// The place of terms, new when they were not seen before.
    fn place(&mut self, terms: Terms) -> u32 {
        if self.all.get(self.last as usize) == Some(&terms) {
            return self.last;
        }
        let all = &mut self.all;
        self.last = if let Some(&place) = self.places.find(hash_of(&terms), |&place| all[place as usize] == terms) {
            place
        } else {
            let place = all.len() as u32;
            all.push(terms);
            self.places.insert_unique(hash_of(&terms), place, |&place| hash_of(&all[place as usize]));
            place
        };
        self.last
    }
}

fn hash_of(terms: &Terms) -> u64 {
    let mut hasher = FxHasher::default();
    terms.hash(&mut hasher);
    hasher.finish()
}

/// Rows as one piece of a file has them, by column.
#[derive(Debug, Clone, Default)]
pub struct RowColumns {
    dependent: Vec<NameId>,
    provider: Vec<NameId>,
    /// Empty where every need is named after its provider.
    need: Vec<NameId>,
    /// Places in the table of terms; empty where no row states anything.
    place: Vec<u32>,
    terms: TermsTable,
}

impl RowColumns {
    /// How many rows there are.
    pub fn len(&self) -> usize {
        self.dependent.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.dependent.is_empty()
    }

    /// Makes room for so many rows in all: columns that grow by moving leave holes in memory behind.
    pub fn make_room(&mut self, rows: usize) {
        let more = rows.saturating_sub(self.len());
        self.dependent.reserve_exact(more);
        self.provider.reserve_exact(more);
    }

    /// Adds a row.
    pub fn push(&mut self, row: DependencyRow) {
        if row.need != row.provider && self.need.is_empty() {
            self.need.clone_from(&self.provider);
        }
        if row.need != row.provider || !self.need.is_empty() {
            self.need.push(row.need);
        }
        let place = self.terms.place(Terms::of(&row));
        if place > 0 && self.place.is_empty() {
            self.place.resize(self.len(), 0);
        }
        if place > 0 || !self.place.is_empty() {
            self.place.push(place);
        }
        self.dependent.push(row.dependent);
        self.provider.push(row.provider);
    }

    /// The rows, in order.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = DependencyRow> + '_ {
        (0..self.len()).map(|at| {
            let Terms { share, minimum, detail } = self.terms.all[self.place(at) as usize];
            DependencyRow { dependent: self.dependent[at], provider: self.provider[at], need: self.need(at), share, minimum, detail }
        })
    }

    /// Adds the rows of another piece: its texts have other numbers here, `names[there]`, and its details stand behind so many others.
    pub fn append(&mut self, other: &Self, names: &[NameId], first_detail: u32) {
        if !other.need.is_empty() && self.need.is_empty() {
            self.need.clone_from(&self.provider);
        }
        if !other.need.is_empty() || !self.need.is_empty() {
            let need = if other.need.is_empty() { &other.provider } else { &other.need };
            self.need.extend(need.iter().map(|name| names[name.0 as usize]));
        }
        self.append_terms(other, first_detail);
        self.dependent.extend(other.dependent.iter().map(|name| names[name.0 as usize]));
        self.provider.extend(other.provider.iter().map(|name| names[name.0 as usize]));
    }

    fn append_terms(&mut self, other: &Self, first_detail: u32) {
        let moved =
            |terms: &Terms| Terms { detail: if terms.detail == NO_DETAIL { NO_DETAIL } else { terms.detail + first_detail }, ..*terms };
        let places: Vec<u32> = other.terms.all.iter().map(|terms| self.terms.place(moved(terms))).collect();
        if !other.place.is_empty() && self.place.is_empty() {
            self.place.resize(self.len(), 0);
        }
        if !other.place.is_empty() {
            self.place.extend(other.place.iter().map(|&place| places[place as usize]));
        } else if !self.place.is_empty() {
            self.place.resize(self.len() + other.len(), 0);
        }
    }

    /// Leaves the first so many rows, with all the details that any row had.
    pub fn truncate(&mut self, rows: usize) {
        self.dependent.truncate(rows);
        self.provider.truncate(rows);
        self.need.truncate(rows);
        self.place.truncate(rows);
    }

    /// Who needs, row by row.
    pub(super) fn dependents(&self) -> &[NameId] {
        &self.dependent
    }

    /// Who provides, row by row.
    pub(super) fn providers(&self) -> &[NameId] {
        &self.provider
    }

    /// What is needed, of a row.
    pub(super) fn need(&self, row: usize) -> NameId {
        if self.need.is_empty() { self.provider[row] } else { self.need[row] }
    }

    /// Whether every need is named after its provider.
    pub(super) fn names_no_need(&self) -> bool {
        self.need.is_empty()
    }

    /// The place of the terms of a row.
    pub(super) fn place(&self, row: usize) -> u32 {
        if self.place.is_empty() { 0 } else { self.place[row] }
    }

    /// All terms, by place.
    pub(super) fn into_terms(self) -> Vec<Terms> {
        self.terms.all
    }
}
