//! network.toml: title, description, marking, date, version and authors, all optional.

use super::bytes::{Origin, Raw};
use super::findings::Findings;
use super::toml_doc::{Doc, Section, text_of};
use crate::network::Meta;
use toml::de::DeValue;

const KEYS: [&str; 6] = ["title", "description", "marking", "date", "version", "authors"];

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
