//! The columns that tables may have, as a document.

use super::document::{Cell, Column, Document, Table};
use super::language::{Lang, columns as say, list};
use crate::network;

/// What there is to tell of a column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ColumnInfo {
    /// Its table.
    pub table: network::Table,
    /// Its English name.
    pub name: &'static str,
    /// Its other names.
    pub aliases: Vec<&'static str>,
    /// Whether its table cannot do without.
    pub required: bool,
    /// The unit of its numbers.
    pub unit: Option<&'static str>,
    /// The numbers that are allowed.
    pub range: Option<&'static str>,
    /// The words that it knows, in English and in Dutch where they differ.
    pub words: Vec<(&'static str, &'static str)>,
}

/// All columns, table by table.
pub fn document(columns: &[ColumnInfo], lang: Lang) -> Document {
    let mut document = Document::new(say::title(lang));
    document.paragraph(say::note(lang));
    for which in network::Table::ALL {
        document.heading(say::heading(lang, which));
        let [name, aliases, holds, meaning] = say::heads(lang);
        let mut table = Table::new([name, aliases, holds, meaning].map(Column::left).into());
        table.rows.extend(columns.iter().filter(|column| column.table == which).map(|column| row(column, lang)));
        document.table(table);
    }
    document
}

fn row(column: &ColumnInfo, lang: Lang) -> Vec<Cell> {
    let required = if column.required { format!(" {}", say::required(lang)) } else { String::new() };
    let words: Vec<&str> = column.words.iter().map(|&(english, dutch)| lang.pick(english, dutch)).collect();
    vec![
        Cell::Text(format!("{}{required}", column.name)),
        Cell::Text(list(lang, &column.aliases, 6)),
        Cell::Text(say::holds(lang, column.unit, column.range, &words)),
        Cell::text(say::meaning(lang, column.table, column.name)),
    ]
}
