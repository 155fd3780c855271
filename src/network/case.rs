//! A network as the tables that it could have been read from: what is stated, and nothing that is not.
//!
//! Invariant: reading the tables again gives an equal network. Columns that no row states are left out; rows stand in the order in which
//! they were read, nodes in that of their ids.

mod columns;
mod guard;

pub use guard::{FORMULA_SIGNS, guarded, guarded_in_sheet, unguarded};

use super::{Dependency, NameId, Network, NodeId};
use columns::{CRITERIA, DEPENDENCIES, IMPACTS, MEASURES, NODES, OWNERSHIP, Stated};
use std::borrow::Cow;

/// A cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Field<'n> {
    /// Not stated.
    Empty,
    /// A text, or a distribution.
    Text(Cow<'n, str>),
    /// A number, in decimals.
    Number(String),
}

impl<'n> Field<'n> {
    /// A text; an empty one is not stated.
    fn text(text: Option<&'n str>) -> Self {
        text.map_or(Self::Empty, |text| Self::Text(Cow::Borrowed(text)))
    }
}

/// A table of a network.
pub struct CaseTable<'n> {
    /// Its name: that of its file without ending, or of its sheet.
    pub name: &'static str,
    /// The columns.
    pub heads: Vec<Cow<'n, str>>,
    /// How many rows there are.
    pub count: usize,
    /// The rows, each with a field for every column.
    pub rows: Box<dyn Iterator<Item = Vec<Field<'n>>> + 'n>,
}

/// The tables of a network that have rows, dependencies first.
pub fn tables(network: &Network) -> Vec<CaseTable<'_>> {
    let all = [dependencies(network), nodes(network), ownership(network), impacts(network), criteria(network), measures(network)];
    all.into_iter().filter(|table| table.count > 0).collect()
}

/// The dependencies.
pub fn dependencies(network: &Network) -> CaseTable<'_> {
    let mut rows: Vec<Dependency> = network.dependencies().to_vec();
    rows.sort_by_key(|row| row.index);
    table(network, "dependencies", &DEPENDENCIES, rows, |network, row| &network.detail(row).attributes)
}

/// The nodes that have a row.
pub fn nodes(network: &Network) -> CaseTable<'_> {
    let rows: Vec<NodeId> = network.nodes().filter(|&node| network.has_row(node)).collect();
    table(network, "nodes", &NODES, rows, |network, node| &network.node(*node).attributes)
}

/// All nodes, those without a row among them.
pub fn all_nodes(network: &Network) -> CaseTable<'_> {
    table(network, "nodes", &NODES, network.nodes().collect(), |network, node| &network.node(*node).attributes)
}

/// The holdings.
pub fn ownership(network: &Network) -> CaseTable<'_> {
    let rows = (0..network.ownership().holdings().len()).collect();
    table(network, "ownership", &OWNERSHIP, rows, |_, _| &[])
}

/// The impacts.
pub fn impacts(network: &Network) -> CaseTable<'_> {
    let mut rows: Vec<usize> = (0..network.impacts().len()).collect();
    rows.sort_by_key(|&row| network.impacts()[row].index);
    table(network, "impacts", &IMPACTS, rows, |_, _| &[])
}

/// The criteria.
pub fn criteria(network: &Network) -> CaseTable<'_> {
    let rows = (0..network.criteria().stated().len()).collect();
    table(network, "criteria", &CRITERIA, rows, |_, _| &[])
}

/// The measures.
pub fn measures(network: &Network) -> CaseTable<'_> {
    let rows = (0..network.measures().len()).collect();
    table(network, "measures", &MEASURES, rows, |_, _| &[])
}

/// What network.toml says, as keys and values; a column's range has the key `ranges.COLUMN`.
pub fn meta(network: &Network) -> Vec<(String, &str)> {
    let meta = network.meta();
    let plain = [
        ("title", &meta.title),
        ("description", &meta.description),
        ("marking", &meta.marking),
        ("date", &meta.date),
        ("version", &meta.version),
    ];
    let stated = plain.into_iter().filter_map(|(key, value)| Some((key.to_owned(), value.as_deref()?)));
    let authors = meta.authors.iter().map(|author| ("authors".to_owned(), author.as_str()));
    let ranges = meta.ranges.iter().map(|(column, range)| (format!("ranges.{column}"), range.as_str()));
    stated.chain(authors).chain(ranges).collect()
}

/// The attributes of a row.
type Attributes<R> = for<'n> fn(&'n Network, &R) -> &'n [(NameId, NameId)];

fn table<'n, R: 'n>(
    network: &'n Network,
    name: &'static str,
    known: &'static [Stated<R>],
    rows: Vec<R>,
    attributes: Attributes<R>,
) -> CaseTable<'n> {
    let is_stated = |column: &&Stated<R>| column.required || rows.iter().any(|row| (column.get)(network, row) != Field::Empty);
    let columns: Vec<&Stated<R>> = known.iter().filter(is_stated).collect();
    let mut keys: Vec<NameId> = Vec::new();
    for (key, _) in rows.iter().flat_map(|row| attributes(network, row)) {
        if !keys.contains(key) {
            keys.push(*key);
        }
    }
    let heads = columns.iter().map(|column| Cow::Borrowed(column.name)).chain(keys.iter().map(|&key| Cow::Borrowed(network.text(key))));
    let heads = heads.collect();
    let count = rows.len();
    let fields = move |row: R| {
        let stated = columns.iter().map(|column| (column.get)(network, &row));
        let own = attributes(network, &row);
        let value = |key: &NameId| own.iter().find(|(name, _)| name == key).map(|(_, value)| network.text(*value));
        stated.chain(keys.iter().map(|key| Field::text(value(key)))).collect()
    };
    CaseTable { name, heads, count, rows: Box::new(rows.into_iter().map(fields)) }
}
