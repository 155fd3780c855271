//! Cargo.lock: a `[[package]]` for each crate, which names those it uses by name, with a version where the name is not enough, and with a source
//! where that is not enough either.

use super::{Draft, Stated};
use crate::diagnostic::Finding;
use crate::network::nearest;
use crate::tables::bytes::{Origin, Raw};
use crate::tables::findings::Findings;
use crate::tables::toml_doc::{Doc, Section, text_of};
use toml::de::DeValue;

/// A package and the source that it says it is from.
struct Crate {
    stated: Stated,
    source: Option<String>,
}

pub(super) fn read(origin: &Origin, raw: Raw, findings: &mut Findings) -> Option<Draft> {
    let text = text_of(origin, raw, findings)?;
    let mut doc = Doc::new(&origin.name, &text, findings);
    let table = doc.parse()?;
    let root = doc.root(&table);
    if !root.entries.contains_key("package") {
        doc.report(root.span(), Finding::MissingKey { key: "package".to_owned() });
    }
    let sections = doc.tables(root, "package");
    let crates: Vec<Crate> = sections.iter().map(|&section| package(&mut doc, section)).collect();
    let mut draft = Draft::default();
    for (place, &section) in sections.iter().enumerate() {
        uses(&mut doc, section, &crates, place, &mut draft.uses);
    }
    // What is built here and comes from nowhere else: with one such package it is what the file is the bill of.
    let mut own = crates.iter().filter(|known| known.source.is_none());
    draft.title = own.next().filter(|_| own.next().is_none()).map(|known| known.stated.name.clone());
    draft.packages = crates.into_iter().map(|known| known.stated).collect();
    Some(draft)
}

fn package(doc: &mut Doc, section: Section) -> Crate {
    let mut required = |key: &str| {
        if !section.entries.contains_key(key) {
            doc.report(section.span(), Finding::MissingKey { key: key.to_owned() });
        }
        doc.text(section, key).unwrap_or_default()
    };
    let stated = Stated { name: required("name"), version: required("version") };
    Crate { stated, source: doc.text(section, "source") }
}

fn uses(doc: &mut Doc, section: Section, crates: &[Crate], dependent: usize, uses: &mut Vec<(usize, usize)>) {
    let Some(value) = section.entries.get("dependencies") else { return };
    let DeValue::Array(items) = value.get_ref() else { return doc.wrong(value.span(), "dependencies", "range") };
    for item in items {
        let Some(text) = item.get_ref().as_str() else {
            doc.wrong(item.span(), "dependencies", "text");
            continue;
        };
        match find(crates, text) {
            Some(provider) if provider == dependent => doc.report(item.span(), Finding::SelfDependency { id: text.to_owned() }),
            Some(provider) => uses.push((dependent, provider)),
            None => {
                let nearest = nearest(text, crates.iter().map(|known| known.stated.name.as_str()));
                doc.report(item.span(), Finding::UnknownNode { id: text.to_owned(), nearest, or_party: false });
            }
        }
    }
}

/// The one package that `name`, `name version` or `name version (source)` means.
fn find(crates: &[Crate], text: &str) -> Option<usize> {
    let mut parts = text.splitn(3, ' ');
    let (name, version) = (parts.next()?, parts.next());
    let source = parts.next().map(|source| source.trim_start_matches('(').trim_end_matches(')'));
    let means = |known: &Crate| {
        known.stated.name == name
            && version.is_none_or(|version| known.stated.version == version)
            && source.is_none_or(|source| known.source.as_deref() == Some(source))
    };
    let mut found = crates.iter().enumerate().filter(|(_, known)| means(known)).map(|(place, _)| place);
    found.next().filter(|_| found.next().is_none())
}
