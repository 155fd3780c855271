//! network.toml: title, description, marking, date, version and authors, all optional.

use super::bytes::{Origin, Raw};
use super::findings::Findings;
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
