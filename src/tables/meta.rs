//! network.toml, or the sheet `network` of a workbook: title, description, marking, date, version and authors, all optional.

use super::bytes::{Origin, Raw};
use super::findings::Findings;
use super::row::Row;
use super::table::OpenTable;
use super::toml_doc::{Doc, Section, text_of};
use crate::diagnostic::Finding;
use crate::network::{Meta, RangeColumn, RangeFault, Ranges, nearest};
use toml::de::DeValue;

const KEYS: [&str; 7] = ["title", "description", "marking", "date", "version", "authors", "ranges"];

/// Reads what the file says; what it does not say is empty.
pub(super) fn read(origin: &Origin, raw: Raw, findings: &mut Findings) -> Meta {
    let Some(text) = text_of(origin, raw, findings) else { return Meta::default() };
    let mut doc = Doc::new(&origin.name, &text, findings);
    let Some(table) = doc.parse() else { return Meta::default() };
    let root = doc.root(&table);
    doc.check_keys(root, &KEYS);
    Meta {
        title: doc.text(root, "title"),
        description: doc.text(root, "description"),
        marking: doc.text(root, "marking"),
        date: plain(&mut doc, root, "date"),
        version: plain(&mut doc, root, "version"),
        authors: authors(&mut doc, root),
        ranges: ranges(&mut doc, root),
    }
}

/// Reads what a sheet with the columns `key` and `value` says; what it does not say is empty. Several authors stand in several rows, and the
/// range of a column has the key `ranges.COLUMN`.
pub(super) fn of_sheet(table: &OpenTable, findings: &mut Findings) -> Meta {
    let mut meta = Meta::default();
    let mut scanner = table.rows();
    while let Some(item) = scanner.next() {
        match item {
            Ok(row) => of_row(table, &row, &mut meta, findings),
            Err(damage) if table.damaged(findings, &damage) => {}
            Err(_) => break,
        }
    }
    meta.ranges.sort_by_key(|(column, _)| column != "all");
    meta
}

fn of_row(table: &OpenTable, row: &Row, meta: &mut Meta, findings: &mut Findings) {
    let (key, value) = (row.cell(0), row.cell(1).into_owned());
    if value.is_empty() {
        return;
    }
    let slot = match key.as_ref() {
        "title" => &mut meta.title,
        "description" => &mut meta.description,
        "marking" => &mut meta.marking,
        "date" => &mut meta.date,
        "version" => &mut meta.version,
        "authors" => return meta.authors.push(value),
        other => {
            let found = match other.strip_prefix("ranges.") {
                None => Some((0, Finding::UnknownKey { key: other.to_owned(), nearest: nearest(other, KEYS.iter().copied()) })),
                Some(column) => wrong_range(column, &value),
            };
            match found {
                Some((field, finding)) => table.report(findings, row, Some(field), finding),
                None => meta.ranges.push((other.trim_start_matches("ranges.").to_owned(), value)),
            }
            return;
        }
    };
    *slot = Some(value);
}

/// What is wrong with the range of a column, and in which field it shows.
fn wrong_range(column: &str, range: &str) -> Option<(usize, Finding)> {
    match Ranges::widest().set_column(column, range) {
        Ok(()) => None,
        Err(RangeFault::UnknownColumn) => {
            let nearest = nearest(column, RangeColumn::ALL.iter().map(|(name, _)| *name));
            Some((0, Finding::UnknownKey { key: column.to_owned(), nearest }))
        }
        Err(RangeFault::BadRange { allowed }) => {
            Some((1, Finding::WrongValue { key: column.to_owned(), expected: format!("LOW..HIGH ({allowed})") }))
        }
    }
}

/// A date or a version, which TOML can also write without quotes.
fn plain(doc: &mut Doc, root: Section, key: &str) -> Option<String> {
    match root.entries.get(key)?.get_ref() {
        DeValue::Datetime(date) => Some(date.to_string()),
        DeValue::Integer(number) => Some(number.as_str().to_owned()),
        DeValue::Float(number) => Some(number.as_str().to_owned()),
        _ => doc.text(root, key),
    }
}

/// Where empty cells lie: a table of columns, each with `"LOW..HIGH"`, `"default"` or `"widest"`.
fn ranges(doc: &mut Doc, root: Section) -> Vec<(String, String)> {
    let Some(value) = root.entries.get("ranges") else { return Vec::new() };
    let DeValue::Table(entries) = value.get_ref() else {
        doc.wrong(value.span(), "ranges", "a table of columns");
        return Vec::new();
    };
    let mut found = Vec::new();
    for (key, cell) in entries {
        let (column, range) = (key.get_ref().to_string(), cell.get_ref().as_str().unwrap_or_default().to_owned());
        match Ranges::widest().set_column(&column, &range) {
            Ok(()) => found.push((column, range)),
            Err(RangeFault::UnknownColumn) => {
                let nearest = nearest(&column, RangeColumn::ALL.iter().map(|(name, _)| *name));
                doc.report(key.span(), Finding::UnknownKey { key: column, nearest });
            }
            Err(RangeFault::BadRange { allowed }) => doc.wrong(cell.span(), &column, &format!("LOW..HIGH ({allowed})")),
        }
    }
    // 'all' first, so that a column of its own name refines it.
    found.sort_by_key(|(column, _)| column != "all");
    found
}

/// A list of names, or one name.
fn authors(doc: &mut Doc, root: Section) -> Vec<String> {
    let Some(value) = root.entries.get("authors") else { return Vec::new() };
    let DeValue::Array(names) = value.get_ref() else { return doc.text(root, "authors").into_iter().collect() };
    let mut authors = Vec::new();
    for name in names {
        match name.get_ref().as_str() {
            Some(text) => authors.push(text.to_owned()),
            None => doc.wrong(name.span(), "authors", "text"),
        }
    }
    authors
}
