//! Reading files: what comes out of good ones, and what is said of bad ones.

mod cells;
mod dialects;
mod faults;
mod files;
mod folders;
mod hidden;
mod laws;
mod pieces;
mod register;
mod scenarios;

use keten::diagnostic::{Checked, Diagnostic};
use keten::network::{DependencyDetail, Network, NodeDetail};
use keten::tables::{Loaded, load_network};
use std::fmt::Write;
use std::path::PathBuf;
use tempfile::TempDir;

/// A folder with files in it, by their paths.
fn folder(files: &[(&str, &[u8])]) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (name, bytes) in files {
        let path = folder.path().join(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, bytes).unwrap();
    }
    folder
}

fn load(files: &[(&str, &[u8])]) -> Checked<Loaded> {
    let folder = folder(files);
    load_network(folder.path().to_str().unwrap())
}

/// Loads a table of dependencies that stands alone.
fn load_one(bytes: impl AsRef<[u8]>) -> Checked<Loaded> {
    let folder = folder(&[("only.csv", bytes.as_ref())]);
    load_network(folder.path().join("only.csv").to_str().unwrap())
}

/// The network of a table of dependencies that must be good.
fn network(bytes: impl AsRef<[u8]>) -> Network {
    let checked = load_one(bytes);
    assert!(checked.value.is_some(), "{:#?}", checked.diagnostics);
    checked.value.unwrap().network
}

/// Each finding on a line: code, row and field of each place, and what is meant in the quoted row.
fn shown(diagnostics: &[Diagnostic]) -> String {
    let lines = diagnostics.iter().map(|diagnostic| {
        let mut line = diagnostic.finding.code().to_string();
        for place in &diagnostic.places {
            let column = place.column.map_or(String::new(), |column| format!(":{column}"));
            write!(line, " {}{column}", place.row).unwrap();
        }
        let meant = diagnostic.places.first().map_or("", |place| &place.quote[place.span.clone()]);
        if meant.is_empty() { line } else { line + " " + meant }
    });
    lines.collect::<Vec<_>>().join("\n")
}

/// The findings about a table of dependencies that stands alone.
#[track_caller]
fn check(bytes: impl AsRef<[u8]>, expected: &str) {
    let checked = load_one(bytes);
    assert_eq!(shown(&checked.diagnostics), expected, "{:#?}", checked.diagnostics);
    let has_error = checked.diagnostics.iter().any(|d| d.finding.severity() == keten::diagnostic::Severity::Error);
    assert_eq!(checked.value.is_none(), has_error);
}

/// The rows of a network in its order: `dependent need provider`.
fn rows(network: &Network) -> Vec<String> {
    let row = |d: &keten::network::Dependency| {
        let need = network.need(d.need);
        format!("{} {} {}", network.id(need.dependent), network.text(need.name), network.id(d.provider))
    };
    network.dependencies().iter().map(row).collect()
}

/// The detail of the first dependency.
fn detail(network: &Network) -> &DependencyDetail {
    network.detail(&network.dependencies()[0])
}

/// The node of a nodes table of one row, beside one dependency.
fn node(header: &str, row: &str) -> (Network, NodeDetail) {
    let nodes = format!("id,{header}\na,{row}\n");
    let checked = load(&[("dependencies.csv", b"dependent,provider\na,b\n"), ("nodes.csv", nodes.as_bytes())]);
    assert!(checked.value.is_some(), "{:#?}", checked.diagnostics);
    let network = checked.value.unwrap().network;
    let detail = network.node(network.find("a").unwrap()).clone();
    (network, detail)
}

fn path_of(folder: &TempDir, name: &str) -> PathBuf {
    folder.path().join(name)
}
