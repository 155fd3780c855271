//! A network, or what came of a simulation, as a file for another program: `GraphML` (yEd, Cytoscape), GEXF (Gephi) and `GeoJSON` (QGIS).
//!
//! Invariants: an edge runs from provider to dependent, the way that services and losses go; every node has its own id, its name as `label`
//! and every column that is stated anywhere; a column is of numbers only when all that is stated in it are. What XML cannot hold is replaced,
//! and two ids are never made one by it.

mod geojson;
mod gexf;
mod graphml;
mod nodes;
mod xml;

pub use geojson::geojson;
pub use gexf::gexf;
pub use graphml::graphml;

use crate::analysis::what_if::WhatIf;
use crate::network::case::{CaseTable, Field, all_nodes, dependencies};
use crate::network::{Dependency, Network, NodeId};
use std::borrow::Cow;

/// What is exported.
#[derive(Clone, Copy)]
pub struct Export<'a> {
    /// The network.
    pub network: &'a Network,
    /// What came of a simulation of it, if that is exported too.
    pub course: Option<&'a WhatIf>,
}

/// A column of a table, and whether it holds numbers alone.
struct Head<'n> {
    name: Cow<'n, str>,
    is_number: bool,
}

/// A table, and its heads without those of the columns that say which row it is.
struct Typed<'n> {
    heads: Vec<Head<'n>>,
    table: CaseTable<'n>,
}

impl<'n> Typed<'n> {
    fn of(make: impl Fn() -> CaseTable<'n>, keys: usize) -> Self {
        let first = make();
        let mut is_number = vec![true; first.heads.len()];
        for row in first.rows {
            row.iter().zip(&mut is_number).for_each(|(field, is)| *is &= !matches!(field, Field::Text(_)));
        }
        let table = make();
        let heads = table.heads.iter().zip(is_number).skip(keys);
        Self { heads: heads.map(|(name, is_number)| Head { name: name.clone(), is_number }).collect(), table }
    }

    /// The dependencies without who and whom.
    fn dependencies(network: &'n Network) -> Self {
        Self::of(|| dependencies(network), 2)
    }

    /// All nodes without their ids.
    fn nodes(network: &'n Network) -> Self {
        Self::of(|| all_nodes(network), 1)
    }
}

/// Provider and dependent of every dependency, in the order of the rows of [`dependencies`].
fn ends(network: &Network) -> impl Iterator<Item = [NodeId; 2]> {
    let mut rows: Vec<&Dependency> = network.dependencies().iter().collect();
    rows.sort_by_key(|row| row.index);
    rows.into_iter().map(|row| [row.provider, network.need(row.need).dependent])
}

/// The text of a field that is stated.
fn stated<'f>(field: &'f Field) -> Option<&'f str> {
    match field {
        Field::Empty => None,
        Field::Text(text) => Some(text),
        Field::Number(number) => Some(number),
    }
}
