//! The JSON and CSV that other programs rely on.

use super::hold;
use crate::cli::{CASE, folder, run};

/// What a command answers, one value a line so that a difference can be read, without the version.
fn answer(arguments: &[&str]) -> String {
    let case = folder(&CASE);
    let ran = run(case.path(), arguments);
    assert_eq!(ran.code, Some(0), "{}", ran.err);
    ran.out.replace(env!("CARGO_PKG_VERSION"), "VERSION").replace("},{", "},\n{").replace(",\"", ",\n\"")
}

#[test]
fn json_of_simulate() {
    hold("json_simulate", &answer(&["simulate", ".", "--scenario", "cut", "--format", "json"]));
}

#[test]
fn json_of_why() {
    hold("json_why", &answer(&["why", ".", "TEL", "GRID", "--scenario", "cut", "--format", "json"]));
}

#[test]
fn json_of_rank() {
    hold("json_rank", &answer(&["rank", ".", "--top", "2", "--format", "json"]));
}

#[test]
fn json_of_check() {
    hold("json_check", &answer(&["check", ".", "--format", "json"]));
}

#[test]
fn csv_of_all() {
    let commands: [&[&str]; 4] =
        [&["simulate", ".", "--scenario", "cut"], &["why", ".", "TEL", "--scenario", "cut"], &["rank", "."], &["check", "."]];
    let texts = commands.map(|command| answer(&[command, &["--format", "csv"]].concat()));
    hold("csv", &texts.join("\n"));
}

#[test]
fn the_run_names_no_path_and_nothing_that_cannot_change_the_result() {
    let case = folder(&CASE);
    let path = case.path().display().to_string();
    let ran = run(case.path(), &["simulate", &path, "--scenario", "cut", "--format", "json", "--threads", "1", "--quiet"]);
    assert!(!ran.out.contains(&path) && !ran.out.contains("threads"), "{}", ran.out);
    assert_eq!(ran.out, run(case.path(), &["simulate", ".", "--scenario", "scenarios/cut.toml", "--format", "json"]).out);
}

#[test]
fn an_answer_carries_the_highest_marking_of_what_it_rests_on() {
    let rows = "dependent,provider,marking\nb,a,TLP:AMBER\nd,c,TLP:RED\n";
    let case = folder(&[("dependencies.csv", rows), ("network.toml", "marking = \"TLP:CLEAR\"\n")]);
    for (hit, marking) in [("a", "TLP:AMBER"), ("c", "TLP:RED"), ("d", "TLP:CLEAR")] {
        let ran = run(case.path(), &["simulate", ".", "--fail", hit, "--format", "json"]);
        assert!(ran.out.ends_with(&format!("\"marking\":\"{marking}\"}}\n")), "{hit}: {}", ran.out);
    }
}
