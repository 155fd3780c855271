//! A scenario file: what happens, and what is known to have followed.
//!
//! Invariant: every node and need that a scenario names exists in the network that it is read for.

use super::bytes::Origin;
use super::columns::Holds;
use super::event::{self, Measures};
use super::expectation;
use super::findings::Findings;
use super::folder::scenarios_of;
use super::toml_doc::{Doc, Section, text_of};
use super::words::Word;
use crate::diagnostic::{Checked, Diagnostic, Finding};
use crate::network::{Likelihood, Network, Scenario, ScenarioKind};
use std::path::{Path, PathBuf};

const KEYS: [&str; 10] = ["title", "description", "horizon_h", "kind", "source", "reproducible", "reason", "likelihood", "event", "expect"];

const LIKELIHOOD_KEYS: [&str; 4] = ["probability", "period_h", "source", "confidence"];

static KINDS: &[(Word, ScenarioKind)] = &[
    (Word { english: "incident", dutch: &[] }, ScenarioKind::Incident),
    (Word { english: "exercise", dutch: &["oefening"] }, ScenarioKind::Exercise),
];

/// A scenario and the file that it was read from.
#[derive(Debug, Clone)]
pub struct LoadedScenario {
    /// The scenario.
    pub scenario: Scenario,
    /// Its name: that of its file, without folder and ending.
    pub name: String,
    /// The file as the user would name it.
    pub file: String,
    /// The BLAKE3 digest of its bytes, in hexadecimal.
    pub digest: String,
    /// The network with the measures that it takes, which it happens in; `None`: it takes none, and happens in the one it was read for.
    pub network: Option<Network>,
}

/// The scenario files of a network folder, in the order of their names.
pub fn scenarios(folder: &Path) -> Vec<PathBuf> {
    scenarios_of(folder)
}

/// Reads a scenario for a network: a path, or the name of a file in the network's `scenarios` folder without folder and ending.
///
/// Every fault of the file is found; there is a value only when there is no error.
pub fn load_scenario(network: &Network, folder: Option<&Path>, name_or_path: &str) -> Checked<LoadedScenario> {
    load(network, folder, name_or_path, Measures::Taken)
}

/// Reads a scenario for a network in which the measures that it takes are in place already: events that take one are passed over.
pub fn load_scenario_in_place(network: &Network, folder: Option<&Path>, name_or_path: &str) -> Checked<LoadedScenario> {
    load(network, folder, name_or_path, Measures::InPlace)
}

fn load(network: &Network, folder: Option<&Path>, name_or_path: &str, measures: Measures) -> Checked<LoadedScenario> {
    let mut findings = Findings::default();
    let known = folder.map(scenarios_of).unwrap_or_default();
    let Some(path) = find(&known, name_or_path) else {
        let known = known.iter().map(|path| name_of(path)).collect();
        let finding = Finding::UnknownScenario { name: name_or_path.to_owned(), known };
        return Checked::faulty(vec![Diagnostic::general(finding)]);
    };
    let scenario = read(network, &Origin::file(&path), measures, &mut findings);
    findings.check(scenario)
}

/// A file that is there, else a scenario of the network by its name.
fn find(known: &[PathBuf], name_or_path: &str) -> Option<PathBuf> {
    let by_name = || known.iter().find(|path| name_of(path) == name_or_path.strip_suffix(".toml").unwrap_or(name_or_path)).cloned();
    let path = PathBuf::from(name_or_path);
    let is_path = path.extension().is_some() || path.components().count() > 1;
    let as_path = path.exists().then_some(path);
    if is_path { as_path.or_else(by_name) } else { by_name().or(as_path) }
}

fn name_of(path: &Path) -> String {
    path.file_stem().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}

fn read(network: &Network, origin: &Origin, measures: Measures, findings: &mut Findings) -> Option<LoadedScenario> {
    let raw = origin.read().map_err(|fault| findings.push(*fault)).ok()?;
    let digest = raw.digest.clone();
    let text = text_of(origin, raw, findings)?;
    let mut doc = Doc::new(&origin.name, &text, findings);
    let table = doc.parse()?;
    let root = doc.root(&table);
    let (scenario, network) = whole(network, &mut doc, root, measures);
    let name = origin.path.as_deref().map(name_of).unwrap_or_default();
    Some(LoadedScenario { scenario, name, file: origin.name.clone(), digest, network })
}

/// The scenario, and the network with the measures that it takes, where it takes any.
fn whole(network: &Network, doc: &mut Doc, root: Section, measures: Measures) -> (Scenario, Option<Network>) {
    doc.check_keys(root, &KEYS);
    // The source of an incident is for readers of the file; it only has to be a text.
    doc.string(root, "source");
    let not_reproducible = not_reproducible(doc, root);
    let events = doc.tables(root, "event");
    if !root.entries.contains_key("event") && not_reproducible.is_none() {
        doc.report(root.span(), Finding::MissingKey { key: "event".to_owned() });
    }
    let expectations = doc.tables(root, "expect");
    let (title, description) = (doc.text(root, "title"), doc.text(root, "description"));
    let kind = doc.word(root, "kind", KINDS).unwrap_or_default();
    let (horizon, likelihood) = (doc.hours(root, "horizon_h"), likelihood(doc, root));
    let (events, taken) = event::read_all(network, doc, &events, measures);
    let in_place = taken.as_ref().unwrap_or(network);
    let expectations = expectations.into_iter().filter_map(|section| expectation::read(in_place, doc, section)).collect();
    (Scenario { title, description, kind, horizon, likelihood, events, expectations, not_reproducible }, taken)
}

/// How likely the scenario is said to be: who says that must say by whom, and within which time.
fn likelihood(doc: &mut Doc, root: Section) -> Option<Likelihood> {
    let before = doc.errors();
    let section = doc.table(root, "likelihood", "{probability, period_h, source, confidence}")?;
    doc.check_keys(section, &LIKELIHOOD_KEYS);
    for key in LIKELIHOOD_KEYS.into_iter().take(3).filter(|&key| !section.entries.contains_key(key)) {
        doc.report(section.span(), Finding::MissingKey { key: key.to_owned() });
    }
    let probability = doc.quantity(section, "probability", Holds::Probability);
    let (period, source, confidence) = (doc.hours(section, "period_h"), doc.text(section, "source"), doc.confidence(section));
    let stated = Likelihood { probability: probability?, period: period?, source: source?, confidence };
    (doc.errors() == before).then_some(stated)
}

/// Why the incident cannot be reproduced: who says that must say why.
fn not_reproducible(doc: &mut Doc, root: Section) -> Option<String> {
    let reason = doc.text(root, "reason");
    if doc.boolean(root, "reproducible") != Some(false) {
        return None;
    }
    if reason.is_none() && !root.entries.contains_key("reason") {
        let span = root.entries.get("reproducible").map_or(root.span(), toml::Spanned::span);
        doc.report(span, Finding::MissingKey { key: "reason".to_owned() });
    }
    Some(reason.unwrap_or_default())
}
