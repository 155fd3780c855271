//! `CycloneDX` in JSON: components, which may hold components, and beside them who depends on whom, by reference.

use super::{Draft, Stated};
use crate::diagnostic::{Diagnostic, Finding, Place};
use crate::network::nearest;
use crate::tables::bytes::{Origin, Raw};
use crate::tables::findings::{Findings, MAX_KEPT};
use crate::tables::row::quoted_line;
use serde::Deserialize;
use std::collections::BTreeMap;

#[derive(Deserialize)]
struct Bom {
    #[serde(rename = "bomFormat")]
    format: Option<String>,
    metadata: Option<Metadata>,
    components: Option<Vec<Component>>,
    #[serde(default)]
    dependencies: Vec<Dependency>,
}

#[derive(Deserialize)]
struct Metadata {
    component: Option<Component>,
}

#[derive(Deserialize)]
struct Component {
    #[serde(rename = "bom-ref")]
    reference: Option<String>,
    group: Option<String>,
    name: Option<String>,
    version: Option<String>,
    #[serde(default)]
    components: Vec<Component>,
}

#[derive(Deserialize)]
struct Dependency {
    #[serde(rename = "ref")]
    reference: String,
    #[serde(rename = "dependsOn", default)]
    depends_on: Vec<String>,
}

pub(super) fn read(origin: &Origin, raw: Raw, findings: &mut Findings) -> Option<Draft> {
    let all = raw.bytes;
    let bytes = all.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&all);
    let mut reader = Reader { file: &origin.name, bytes, findings, draft: Draft::default(), places: BTreeMap::new() };
    match serde_json::from_slice::<Bom>(bytes) {
        Ok(bom) => Some(reader.bill(bom)),
        Err(error) => {
            let line = bytes.split_inclusive(|&byte| byte == b'\n').take(error.line().saturating_sub(1)).map(<[u8]>::len).sum::<usize>();
            let at = (line + error.column().saturating_sub(1)).min(bytes.len().saturating_sub(1));
            reader.report(at, Finding::BadJson { reason: error.to_string() });
            None
        }
    }
}

struct Reader<'r> {
    file: &'r str,
    bytes: &'r [u8],
    findings: &'r mut Findings,
    draft: Draft,
    /// Packages by reference.
    places: BTreeMap<String, usize>,
}

impl Reader<'_> {
    fn bill(mut self, bom: Bom) -> Draft {
        if bom.format.as_deref() != Some("CycloneDX") {
            self.report(0, Finding::WrongValue { key: "bomFormat".to_owned(), expected: "CycloneDX".to_owned() });
        }
        if bom.components.is_none() {
            self.report(0, Finding::MissingKey { key: "components".to_owned() });
        }
        let main = bom.metadata.and_then(|metadata| metadata.component);
        self.draft.title = main.as_ref().and_then(|main| main.name.clone());
        self.packages(main.into_iter().chain(bom.components.into_iter().flatten()).collect());
        for dependency in bom.dependencies {
            let dependent = self.place(&dependency.reference);
            for provider in &dependency.depends_on {
                let provider_at = self.place(provider);
                match (dependent, provider_at) {
                    (Some(dependent), Some(provider_at)) if dependent == provider_at => {
                        let at = self.find("ref", &dependency.reference, 0);
                        self.report(at, Finding::SelfDependency { id: provider.clone() });
                    }
                    (Some(dependent), Some(provider_at)) => self.draft.uses.push((dependent, provider_at)),
                    _ => {}
                }
            }
        }
        self.draft
    }

    /// Takes components and those within them, without recursion.
    fn packages(&mut self, components: Vec<Component>) {
        let mut waiting: Vec<Component> = components.into_iter().rev().collect();
        while let Some(component) = waiting.pop() {
            let reference = component.reference.unwrap_or_default();
            let Some(name) = component.name else {
                let at = if reference.is_empty() { 0 } else { self.find("bom-ref", &reference, 0) };
                self.report(at, Finding::MissingKey { key: "name".to_owned() });
                continue;
            };
            let name = component.group.filter(|group| !group.is_empty()).map_or_else(|| name.clone(), |group| format!("{group}/{name}"));
            if !reference.is_empty() && self.places.insert(reference.clone(), self.draft.packages.len()).is_some() {
                let at = self.find("bom-ref", &reference, 1);
                self.report(at, Finding::DuplicateNode { id: reference });
            }
            self.draft.packages.push(Stated { name, version: component.version.unwrap_or_default() });
            waiting.extend(component.components.into_iter().rev());
        }
    }

    /// The package with a reference, or a finding.
    fn place(&mut self, reference: &str) -> Option<usize> {
        let known = self.places.get(reference).copied();
        if known.is_none() {
            // Of those that will not be shown nothing is looked up.
            let is_shown = self.findings.errors() < MAX_KEPT as u64;
            let nearest = if is_shown { nearest(reference, self.places.keys().map(String::as_str)) } else { None };
            let at = if is_shown { self.find("", reference, 0) } else { 0 };
            self.report(at, Finding::UnknownNode { id: reference.to_owned(), nearest, or_party: false });
        }
        known
    }

    fn report(&mut self, at: usize, finding: Finding) {
        let place = if self.bytes.is_empty() { Place::whole(self.file) } else { quoted_line(self.file, self.bytes, at) };
        self.findings.push(Diagnostic::new(finding, place));
    }

    /// Where a text stands for the `nth` time as a value of a key, from 0, or of any key where none is named; 0 where it is written otherwise.
    fn find(&self, key: &str, text: &str, nth: usize) -> usize {
        let wanted = serde_json::to_string(text).unwrap_or_default().into_bytes();
        let all = self.bytes.windows(wanted.len()).enumerate().filter(|(_, window)| *window == wanted.as_slice()).map(|(at, _)| at);
        let is_of_key = |at: &usize| {
            let before = self.bytes[..*at].trim_ascii_end();
            let before = before.strip_suffix(b":").unwrap_or(b"").trim_ascii_end();
            key.is_empty() || before.ends_with(format!("\"{key}\"").as_bytes())
        };
        all.filter(is_of_key).nth(nth).unwrap_or(0)
    }
}
