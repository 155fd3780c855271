//! Items in rows and columns with lines between them: a chain.

use crate::units::Level;

/// Items in rows (layers) and columns, with lines between them.
#[derive(Debug, Clone, PartialEq)]
pub struct Layers {
    /// The names of the columns.
    pub columns: Vec<String>,
    /// The rows.
    pub layers: Vec<Layer>,
    /// The lines, from item to item.
    pub links: Vec<Link>,
    /// The names of the bands of the scale, from nothing left to almost all.
    pub bands: [&'static str; 5],
    /// What a strong line means.
    pub strong: String,
}

/// A row of items.
#[derive(Debug, Clone, PartialEq)]
pub struct Layer {
    /// Its name.
    pub name: String,
    /// Its items; links know them by their place over all layers.
    pub items: Vec<Item>,
}

/// A thing in the picture.
#[derive(Debug, Clone, PartialEq)]
pub struct Item {
    /// The column that it stands in.
    pub column: usize,
    /// Its name.
    pub label: String,
    /// What is left of it.
    pub level: Level,
    /// Whether it stands out.
    pub strong: bool,
    /// The whole of it in words.
    pub tip: String,
}

/// A line between two items.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Link {
    /// Where it begins.
    pub from: usize,
    /// Where it ends.
    pub to: usize,
    /// How much runs along it, 0.0 to 1.0.
    pub weight: f64,
}
