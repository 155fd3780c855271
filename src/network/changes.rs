//! What differs between two versions of a network: rows that are new or gone, and cells that say something else.
//!
//! Rows are the same where what names them is: a dependency by dependent, need and provider, a node by its id, a holding by owner and owned, an impact
//! by node, criterion, population and begin, a limit by scheme, criterion, class and duration, a measure by its id. What network.toml says
//! are settings, each by its key.

use super::case::{CaseTable, Field, criteria, dependencies, impacts, measures, meta, nodes, ownership};
use super::{Network, Table, Unit};
use std::collections::BTreeMap;

/// What became of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fate {
    /// Only the second version has it.
    New,
    /// Only the first version has it.
    Gone,
    /// Both have it, and a cell differs.
    Changed,
}

/// A row that differs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// Its table.
    pub table: Table,
    /// What names it: dependent, need and provider; the id; owner and owned; and so on.
    pub key: Vec<String>,
    /// What became of it.
    pub fate: Fate,
    /// The cells that differ; of a row that is new or gone, all that are stated.
    pub cells: Vec<CellChange>,
    /// What it belongs to; `None` of a measure, which changes no answer until it is taken.
    pub unit: Option<Unit>,
}

/// A cell that differs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CellChange {
    /// The column.
    pub column: String,
    /// What it said; empty where nothing was stated.
    pub before: String,
    /// What it says.
    pub after: String,
}

/// The rows that differ, table by table, in the order of what names them.
pub fn changes(before: &Network, after: &Network) -> Vec<Change> {
    let mut all = Vec::new();
    compare(&mut all, Table::Dependencies, dependencies(before), dependencies(after));
    compare(&mut all, Table::Nodes, nodes(before), nodes(after));
    compare(&mut all, Table::Ownership, ownership(before), ownership(after));
    compare(&mut all, Table::Impacts, impacts(before), impacts(after));
    compare(&mut all, Table::Criteria, criteria(before), criteria(after));
    compare(&mut all, Table::Measures, measures(before), measures(after));
    all
}

/// What network.toml says on one side and not on the other, by key.
pub fn settings(before: &Network, after: &Network) -> Vec<CellChange> {
    let stated = |network: &Network| -> Cells {
        let mut cells = Cells::new();
        for (key, value) in meta(network) {
            // A key with more than one value, as authors have, is one list.
            cells.entry(key).and_modify(|known| *known = format!("{known}, {value}")).or_insert_with(|| value.to_owned());
        }
        cells
    };
    differing(&stated(before), &stated(after))
}

impl CellChange {
    /// Whether a setting says where empty cells lie, and so what can be said for certain; the others are words about the network.
    pub fn is_range(&self) -> bool {
        self.column.starts_with("ranges.")
    }
}

/// The stated cells of a row that do not name it, by column.
type Cells = BTreeMap<String, String>;

fn compare(all: &mut Vec<Change>, table: Table, before: CaseTable, after: CaseTable) {
    let (before, mut after) = (keyed(table, before), keyed(table, after));
    let mut found: Vec<Change> = Vec::new();
    for (key, old) in before {
        let new = after.remove(&key);
        let fate = if new.is_some() { Fate::Changed } else { Fate::Gone };
        let cells = differing(&old, &new.unwrap_or_default());
        if fate == Fate::Gone || !cells.is_empty() {
            found.push(Change { unit: unit(table, &key), table, key, fate, cells });
        }
    }
    let new = |(key, cells): (Vec<String>, Cells)| Change {
        unit: unit(table, &key),
        table,
        fate: Fate::New,
        cells: differing(&Cells::new(), &cells),
        key,
    };
    found.extend(after.into_iter().map(new));
    found.sort_by(|a, b| a.key.cmp(&b.key));
    all.append(&mut found);
}

fn keyed(table: Table, rows: CaseTable) -> BTreeMap<Vec<String>, Cells> {
    let names: &[&str] = match table {
        Table::Dependencies => &["dependent", "need", "provider"],
        Table::Nodes | Table::Measures => &["id"],
        Table::Ownership => &["owner", "owned"],
        Table::Impacts => &["node", "criterion", "population", "after_h"],
        Table::Criteria => &["scheme", "criterion", "class", "duration_h"],
    };
    let heads = rows.heads;
    let split = |fields: Vec<Field>| {
        let mut cells: Cells = heads.iter().zip(fields).filter_map(|(head, field)| Some((head.to_string(), text(field)?))).collect();
        let provider = cells.get("provider").cloned().unwrap_or_default();
        // An empty need is that of the provider's name.
        let otherwise = |name: &str| if name == "need" { provider.clone() } else { String::new() };
        let key = names.iter().map(|name| cells.remove(*name).unwrap_or_else(|| otherwise(name))).collect();
        (key, cells)
    };
    rows.rows.map(split).collect()
}

fn text(field: Field) -> Option<String> {
    match field {
        Field::Empty => None,
        Field::Text(text) => Some(text.into_owned()),
        Field::Number(number) => Some(number),
    }
}

fn differing(before: &Cells, after: &Cells) -> Vec<CellChange> {
    let mut columns: Vec<&String> = before.keys().chain(after.keys()).collect();
    columns.sort_unstable();
    columns.dedup();
    let says = |cells: &Cells, column: &String| cells.get(column).cloned().unwrap_or_default();
    let cells =
        columns.into_iter().map(|column| CellChange { column: column.clone(), before: says(before, column), after: says(after, column) });
    cells.filter(|cell| cell.before != cell.after).collect()
}

fn unit(table: Table, key: &[String]) -> Option<Unit> {
    Some(match (table, key) {
        (Table::Dependencies, [dependent, need, ..]) => Unit::Need { dependent: dependent.clone(), need: need.clone() },
        (Table::Nodes, [id, ..]) => Unit::Node(id.clone()),
        (Table::Impacts | Table::Criteria, _) => Unit::Consequences,
        (Table::Measures, _) => return None,
        (_, key) => Unit::Company(key.last().cloned().unwrap_or_default()),
    })
}
