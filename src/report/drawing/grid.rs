//! Rows by moments: a heat map.

use crate::units::{Level, Time};

/// Rows by moments, each square shaded by what is left.
#[derive(Debug, Clone, PartialEq)]
pub struct Grid {
    /// The moments at which columns begin, and the end of the last: one more than there are columns.
    pub edges: Vec<Time>,
    /// The names of those edges that are to be named, by their place.
    pub ticks: Vec<(usize, String)>,
    /// The rows.
    pub rows: Vec<GridRow>,
    /// The names of the bands of the scale, from nothing left to almost all.
    pub bands: [&'static str; 5],
}

/// A row of a heat map.
#[derive(Debug, Clone, PartialEq)]
pub struct GridRow {
    /// What it is about, short.
    pub label: String,
    /// What stands behind the label, smaller.
    pub note: String,
    /// The squares, one for each column.
    pub squares: Vec<Square>,
}

/// A square of a heat map.
#[derive(Debug, Clone, PartialEq)]
pub struct Square {
    /// What is left.
    pub level: Level,
    /// The whole of it in words.
    pub tip: String,
}
