//! Each rule finds what breaks it, and nothing else.

use super::{
    File, MAX_LINES, MAX_MAIN_LINES, OUTSIDE, dead_files, load_network, outside_words, rows_without_source, too_long, unordered_maps,
    unreasoned_allow, without_head, wrong_arrows,
};
use keten::network::Network;

fn check(rule: fn(&File) -> Vec<String>, path: &str, text: &str, expected: usize) {
    let found = rule(&File::new(path, text));
    assert_eq!(found.len(), expected, "{path}: {text}\n{found:?}");
}

#[test]
fn an_arrow_that_the_table_lacks_is_found() {
    for (path, text, expected) in [
        ("src/engine/x.rs", "use crate::units::Time;", 0),
        ("src/engine/x.rs", "use crate::network::Network;", 1),
        ("src/engine/x.rs", "use crate::{graph::Graph, network::{Network, NodeId}, report};", 2),
        ("src/report/x.rs", "fn f(_: &crate::engine::Timeline) {}", 1),
        ("src/app/cli/x.rs", "use crate::engine::Timeline;", 1),
        ("src/app/cli/x.rs", "use crate::report::json;", 0),
        ("src/units.rs", "use super::network::Network;", 1),
        ("src/graph/x.rs", "use super::super::engine::Timeline;", 1),
        ("src/graph/x.rs", "use super::engine_like;", 0),
        ("src/engine/x.rs", "//! use crate::network::Network;\nlet text = \"crate::network\";", 0),
        ("src/engine/x.rs", "let sign = '\"'; use crate::network::Network;", 1),
        ("src/attic/x.rs", "", 1),
        ("src/lib.rs", "pub use crate::engine::Timeline;", 0),
    ] {
        check(wrong_arrows, path, text, expected);
    }
}

#[test]
fn a_file_that_is_too_long_is_found() {
    check(too_long, "src/units.rs", &"\n".repeat(MAX_LINES), 0);
    check(too_long, "src/units.rs", &"\n".repeat(MAX_LINES + 1), 1);
    check(too_long, "src/main.rs", &"\n".repeat(MAX_MAIN_LINES + 1), 1);
    check(too_long, "tests/it/long.rs", &"\n".repeat(MAX_LINES + 1), 0);
}

#[test]
fn a_file_that_nobody_declares_is_found() {
    let lib = File::new("src/lib.rs", "pub mod graph;\n// mod units;");
    let graph = File::new("src/graph/mod.rs", "pub(crate) mod csr;");
    let csr = File::new("src/graph/csr.rs", "");
    assert_eq!(dead_files(&[lib, graph, csr]), Vec::<String>::new());
    let units = File::new("src/units.rs", "");
    let commented = File::new("src/lib.rs", "// mod units;\nfn mod_units() {}");
    assert_eq!(dead_files(&[commented, units]).len(), 1);
    assert_eq!(dead_files(&[File::new("tests/it/main.rs", "mod a;"), File::new("tests/it/b.rs", "")]).len(), 1);
}

#[test]
fn a_lint_set_aside_without_a_reason_is_found() {
    let allow = concat!("#[al", "low(dead_code");
    check(unreasoned_allow, "src/x.rs", &format!("{allow})]"), 1);
    check(unreasoned_allow, "src/x.rs", &format!("{allow}, reason = \"because\")]"), 0);
    check(unreasoned_allow, "src/x.rs", &format!("{}unused)]", concat!("#![exp", "ect(")), 1);
    check(unreasoned_allow, "src/x.rs", &format!("// {allow})]"), 0);
}

#[test]
fn a_map_without_an_order_is_found() {
    check(unordered_maps, "src/x.rs", "use std::collections::HashMap;", 1);
    check(unordered_maps, "src/x.rs", "use std::collections::{BTreeMap, HashSet};", 1);
    check(unordered_maps, "src/x.rs", "use std::collections::{BTreeMap, VecDeque};\nuse hashbrown::HashTable;", 0);
}

#[test]
fn a_file_without_a_head_is_found() {
    check(without_head, "src/x.rs", "//! What it holds.\n", 0);
    check(without_head, "src/x.rs", "use std::fmt;\n//! Too late.\n", 1);
}

#[test]
fn words_from_outside_the_project_are_found() {
    for word in OUTSIDE {
        check(outside_words, "docs/x.md", &format!("see {} 7", word.to_uppercase()), 1);
    }
    check(outside_words, "docs/x.md", "a function that helps; an issue at work; crates", 0);
}

#[test]
fn a_row_without_a_source_is_found() {
    let mut draft = keten::network::Draft::default();
    draft.depend("tel", "grid");
    draft.depend("tel", "water");
    draft.detail_mut(1).provenance.source = Some(draft.names.intern("a report"));
    let network = Network::build(draft).unwrap();
    assert_eq!(rows_without_source("made up", &network), ["made up: tel <- grid"]);
    // Other tables, with a column for sources and without.
    for (rows, faults) in [("owner,owned,share\nfund,grid,1\n", 1), ("owner,owned,share,source\nfund,grid,1,a report\n", 0)] {
        let files = [("dependencies.csv", "dependent,provider,source\ntel,grid,a report\n"), ("ownership.csv", rows)];
        let folder = crate::cli::folder(&files);
        let network = load_network(folder.path().to_str().unwrap()).value.unwrap().network;
        assert_eq!(rows_without_source("made up", &network).len(), faults, "{rows}");
    }
}
