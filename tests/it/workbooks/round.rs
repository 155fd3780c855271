//! A network that is written as a workbook is read as the same network.

use super::{read, tables, unpacked, written};
use crate::cli::{CASE, folder, keten, run};
use keten::network::{Cell, Draft, Network, NodeDetail, NodeRow};
use keten::tables::load_network;
use std::path::Path;

/// Texts that spreadsheets, XML or readers of tables could take for something else.
pub(super) const HOSTILE: [&str; 22] = [
    "=1+1",
    "+31 20",
    "-5V",
    "@home",
    "#remark",
    "# remark",
    "a,b",
    "\"quoted\"",
    "two\nlines",
    "two\r\nlines",
    "tab\there",
    "<script>alert(1)</script>",
    "&amp;",
    "]]>",
    "_x0041_",
    "_x005F_",
    "bell\u{7}",
    "\u{202e}right to left",
    "007",
    "1e5",
    "TRUE",
    "12-3",
];

fn comes_back(network: &Network) {
    let bytes = written(network);
    let back = read(&bytes);
    let told: Vec<_> = back.diagnostics.iter().map(|found| &found.finding).collect();
    let loaded = back.value.unwrap_or_else(|| panic!("{told:?}"));
    assert_eq!(tables(network), tables(&loaded.network));
    assert_eq!(bytes, written(&loaded.network), "the same network gives the same bytes");
}

#[test]
fn the_networks_of_the_project_come_back() {
    for entry in std::fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("networks")).unwrap() {
        let path = entry.unwrap().path();
        comes_back(&load_network(path.to_str().unwrap()).value.unwrap().network);
    }
}

#[test]
fn the_templates_come_back() {
    for template in ["empty", "telecom", "electricity", "municipality"] {
        let place = tempfile::tempdir().unwrap();
        assert_eq!(run(place.path(), &["init", "case", "--template", template, "--lang", "nl"]).code, Some(0));
        comes_back(&load_network(place.path().join("case").to_str().unwrap()).value.unwrap().network);
    }
}

#[test]
fn hostile_texts_come_back_as_they_were() {
    let mut draft = Draft::default();
    for (number, text) in HOSTILE.iter().enumerate() {
        draft.depend(text, "grid");
        let source = draft.names.intern(HOSTILE[(number + 1) % HOSTILE.len()]);
        let key = draft.names.intern("=attribute");
        let detail = draft.detail_mut(number);
        detail.provenance.source = Some(source);
        detail.attributes.push((key, source));
        let id = draft.names.intern(text);
        let name = (number % 2 == 0).then_some(source);
        draft.nodes.push(NodeRow { id, detail: NodeDetail { name, repair: Cell::None, ..NodeDetail::default() } });
    }
    draft.has_node_table = true;
    draft.meta.title = Some("=HYPERLINK(\"x\")".to_owned());
    draft.meta.authors = vec!["+a".to_owned(), "@b".to_owned()];
    comes_back(&Network::build(draft).unwrap());
}

#[test]
fn a_node_that_states_only_an_id_with_a_mark_is_no_remark() {
    let mut draft = Draft::default();
    draft.depend("#a", "grid");
    let id = draft.names.intern("#a");
    draft.nodes.push(NodeRow { id, detail: NodeDetail::default() });
    draft.has_node_table = true;
    comes_back(&Network::build(draft).unwrap());
}

#[test]
fn no_cell_of_any_workbook_is_a_formula_and_the_head_is_frozen() {
    let case = folder(&CASE);
    std::fs::write(case.path().join("dependencies.csv"), "dependent,provider\n\"=1+1\",\"+grid\"\n\"@x\",\"-y\"\n").unwrap();
    let commands: [&[&str]; 6] = [
        &["simulate", ".", "--fail", "+grid"],
        &["why", ".", "=1+1", "--fail", "+grid"],
        &["rank", "."],
        &["check", "."],
        &["columns"],
        &["convert", "."],
    ];
    for arguments in commands {
        let ran = run(case.path(), &[arguments, &["--out", "a.xlsx"]].concat());
        assert_eq!(ran.code, Some(0), "{arguments:?}: {}", ran.err);
        let first = std::fs::read(case.path().join("a.xlsx")).unwrap();
        assert_eq!(run(case.path(), &[arguments, &["--out", "a.xlsx"]].concat()).code, Some(0));
        assert_eq!(first, std::fs::read(case.path().join("a.xlsx")).unwrap(), "{arguments:?}");
        let parts = unpacked(&first);
        let sheets: Vec<String> = parts
            .into_iter()
            .filter(|(name, _)| name.starts_with("xl/worksheets/sheet"))
            .map(|(_, xml)| String::from_utf8(xml).unwrap())
            .collect();
        assert!(sheets.iter().all(|xml| !xml.contains("<f")), "{arguments:?}");
        let frozen = sheets.iter().filter(|xml| xml.contains("state=\"frozen\"")).count();
        assert!(frozen > 0, "{arguments:?}: {frozen} of {}", sheets.len());
    }
}

#[test]
fn a_workbook_goes_to_standard_output_as_bytes() {
    let case = folder(&CASE);
    let out = keten(case.path(), &["simulate", ".", "--scenario", "cut", "--format", "xlsx", "--lang", "nl"]).output().unwrap();
    assert_eq!(out.status.code(), Some(0));
    let parts = unpacked(&out.stdout);
    let list = parts.iter().find(|(name, _)| name == "xl/workbook.xml").unwrap();
    assert!(String::from_utf8(list.1.clone()).unwrap().contains("name=\"Toelichting\""));
}

#[test]
fn a_network_goes_from_folder_to_workbook_to_folder() {
    let case = folder(&CASE);
    for arguments in [["convert", ".", "--out", "case.xlsx"], ["convert", "case.xlsx", "--out", "back"]] {
        let ran = run(case.path(), &arguments);
        assert_eq!(ran.code, Some(0), "{}", ran.err);
    }
    let [from, to] = [".", "back"].map(|name| load_network(case.path().join(name).to_str().unwrap()).value.unwrap().network);
    assert_eq!(tables(&from), tables(&to));
    let [from, to] = [".", "case.xlsx"].map(|name| run(case.path(), &["rank", name, "--format", "csv"]).out);
    assert_eq!(from, to);
}
