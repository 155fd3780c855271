//! `keten compare` as a stranger uses it.

use crate::cli::{CASE, folder, run};
use keten::tables::load_network;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// The case with a smaller battery behind the mast, beside itself.
fn two() -> tempfile::TempDir {
    let case = folder(&[]);
    for (name, from, to) in [("a", "", ""), ("b", "GRID,power,4", "GRID,power,2")] {
        for (file, text) in CASE {
            let path = case.path().join(name).join(file);
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            std::fs::write(path, if from.is_empty() { text.to_owned() } else { text.replace(from, to) }).unwrap();
        }
    }
    case
}

fn json(case: &Path, arguments: &[&str]) -> serde_json::Value {
    let ran = run(case, &[arguments, &["--format", "json"]].concat());
    assert_eq!(ran.code, Some(0), "{}", ran.err);
    serde_json::from_str(&ran.out).unwrap()
}

#[test]
fn two_networks_under_a_scenario() {
    let case = two();
    let answer = json(case.path(), &["compare", "a", "b", "--scenario", "cut"]);
    assert_eq!(answer["schema"], "keten.compare/1");
    assert_eq!(answer["changes"][0]["cells"][0], serde_json::json!({"column": "buffer_h", "a": "4", "b": "2"}));
    // The grid is out from 1 to 7; the mast, telephony and a fifth of the hospital fall from 5, or from 3, until 7.
    let lost = answer["course"]["totals"].as_array().unwrap().iter().find(|total| total["name"] == "lost_h").unwrap();
    let hours = |side: &str| lost[side].as_f64().unwrap();
    assert!((hours("a") - (6.0 + 2.0 * 2.2)).abs() < 1e-9 && (hours("b") - (6.0 + 4.0 * 2.2)).abs() < 1e-9, "{lost}");
    assert_eq!(answer["effects"][0]["key"], serde_json::json!(["MAST", "power"]));
    assert_eq!(answer["tried"], answer["tried_of"]);
    for (lang, words) in [("en", "What in the data changed the answer"), ("nl", "Wat in de gegevens de uitkomst veranderde")] {
        let ran = run(case.path(), &["compare", "a", "b", "--scenario", "cut", "--lang", lang]);
        assert!(ran.out.contains(words), "{}", ran.out);
    }
    let plain = run(case.path(), &["compare", "a", "b", "--scenario", "cut", "--format", "csv"]).out;
    assert!(plain.contains("dependencies_changed,MAST power GRID,buffer_h,4,2,,,\n"), "{plain}");
    assert!(plain.contains("effect_of_need,MAST power,lost_h,"), "{plain}");
}

#[test]
fn one_network_under_two_scenarios() {
    let case = two();
    std::fs::write(case.path().join("a/scenarios/long.toml"), "horizon_h = 48\n[[event]]\nat_h = 1\nfail = \"GRID\"\nduration_h = 8\n")
        .unwrap();
    let answer = json(case.path(), &["compare", "a", "--scenario", "cut", "--scenario", "long"]);
    assert_eq!(answer["changes"], serde_json::json!([]));
    assert!(answer["ranking"].is_null());
    let nodes: Vec<_> = answer["course"]["nodes"].as_array().unwrap().iter().map(|node| node["id"].as_str().unwrap()).collect();
    assert_eq!(nodes, ["GRID", "MAST", "TEL", "HOSPITAL"]);
}

#[test]
fn samples_are_paired_and_say_when_nothing_is_significant() {
    let case = two();
    let ran = run(case.path(), &["compare", "a", "a", "--scenario", "cut", "--samples", "50"]);
    assert_eq!(ran.code, Some(0), "{}", ran.err);
    assert!(ran.out.contains("the same in every sample"), "{}", ran.out);
    // A provider in doubt on either side, by rows of their own: what they draw differs, and what they lose hardly does.
    for (name, provider) in [("a", "LINE"), ("b", "WIRE")] {
        let path = case.path().join(name).join("dependencies.csv");
        let rows = std::fs::read_to_string(&path).unwrap();
        let rows = rows
            .replace("buffer_h,", "buffer_h,probability,")
            .replace(",4,,", ",4,,,")
            .replace(",2,,", ",2,,,")
            .replace(",none,", ",none,,");
        std::fs::write(&path, rows + &format!("GRID,{provider},line,none,0.5,,interview,low\n")).unwrap();
        std::fs::write(case.path().join(name).join("scenarios/line.toml"), format!("[[event]]\nfail = \"{provider}\"\nduration_h = 2\n"))
            .unwrap();
    }
    let ran = run(case.path(), &["compare", "a", "b", "--scenario", "line", "--samples", "50"]);
    assert_eq!(ran.code, Some(0), "{}", ran.err);
    assert!(ran.out.contains(": no significant difference"), "{}", ran.out);
    let case = two();
    let ran = run(case.path(), &["compare", "a", "a", "--scenario", "cut", "--samples", "50"]);
    assert!(ran.out.contains("The networks hold the same rows, and network.toml says the same."), "{}", ran.out);
}

#[test]
fn what_cannot_be_compared_is_a_matter_of_usage_and_faults_of_both_are_told() {
    let case = two();
    for arguments in
        [&["compare", "a"][..], &["compare", "a", "b", "--scenario", "cut", "--scenario", "cut"], &["compare", "a", "--scenario", "cut"]]
    {
        let ran = run(case.path(), arguments);
        assert_eq!((ran.code, ran.out.as_str()), (Some(2), ""), "{arguments:?}: {}", ran.err);
    }
    for name in ["a", "b"] {
        std::fs::write(case.path().join(name).join("dependencies.csv"), "dependent,provider,buffer_h\nTEL,GRID,x\n").unwrap();
    }
    let ran = run(case.path(), &["compare", "a", "b"]);
    assert_eq!(ran.code, Some(3));
    assert_eq!(ran.err.matches("error[K012]").count(), 2, "{}", ran.err);
}

fn copied(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).unwrap();
    for entry in std::fs::read_dir(from).unwrap() {
        let path = entry.unwrap().path();
        let target = to.join(path.file_name().unwrap());
        if path.is_dir() {
            copied(&path, &target);
        } else {
            std::fs::copy(&path, &target).unwrap();
        }
    }
}

#[test]
fn one_change_in_a_large_network_is_found_and_is_behind_all_that_differs() {
    let place = tempfile::tempdir().unwrap();
    let whole = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("networks/nl-vitaal");
    copied(&whole, &place.path().join("new"));
    let reached = affected(place.path(), &whole);
    let row = without_a_buffer(&place.path().join("new"), &reached).expect("a row with a buffer of its own");
    let answer = json(place.path(), &["compare", whole.to_str().unwrap(), "new", "--scenario", "diemen-2015"]);
    assert_eq!(answer["changes"].as_array().unwrap().len(), 1, "{row}");
    assert_eq!((answer["tried"].as_u64(), answer["tried_of"].as_u64()), (Some(1), Some(1)));
    let figures = answer["figures"].as_array().unwrap();
    for (at, figure) in figures.iter().enumerate() {
        let moved = figure["b"].as_f64().unwrap() - figure["a"].as_f64().unwrap();
        let alone = answer["effects"][0]["a_with_it"][at].as_f64().unwrap();
        assert!((moved - alone).abs() < 1e-6, "{figure}: {alone}");
        assert!(figure["name"] != "lost_h" || moved > 0.0, "{figure}: {row}");
    }
    assert!(figures.iter().any(|figure| figure["name"] == "lost_h"));
}

/// The nodes that the scenario affects.
fn affected(place: &Path, network: &Path) -> BTreeSet<String> {
    let answer = json(place, &["simulate", network.to_str().unwrap(), "--scenario", "diemen-2015"]);
    answer["nodes"].as_array().unwrap().iter().map(|node| node["id"].as_str().unwrap().to_owned()).collect()
}

/// Takes the buffer out of the first row between two of these nodes of which nothing else states it; the row as it was.
fn without_a_buffer(network: &Path, reached: &BTreeSet<String>) -> Option<String> {
    let mut files: Vec<PathBuf> = std::fs::read_dir(network.join("dependencies")).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    for path in files {
        let text = std::fs::read_to_string(&path).unwrap();
        let at = text.lines().next().and_then(|head| head.split(',').position(|head| head == "buffer_h"))?;
        for row in text.lines().skip(1).filter(|row| !row.contains('"')) {
            let mut cells: Vec<&str> = row.split(',').collect();
            if !cells[..2].iter().all(|id| reached.contains(*id))
                || !cells.get(at).is_some_and(|cell| cell.parse::<f64>().is_ok_and(|hours| hours > 0.0))
            {
                continue;
            }
            cells[at] = "none";
            std::fs::write(&path, text.replacen(row, &cells.join(","), 1)).unwrap();
            if load_network(network.to_str().unwrap()).value.is_some() {
                return Some(row.to_owned());
            }
        }
        std::fs::write(&path, &text).unwrap();
    }
    None
}

#[test]
fn both_sides_have_a_name_whatever_is_compared_with_what() {
    let case = folder(&CASE);
    for (arguments, a, b) in [
        (&["compare", ".", "."][..], ".", "."),
        (&["compare", ".", ".", "--scenario", "cut"], ".", "."),
        (&["compare", ".", "--scenario", "cut", "--scenario", "scenarios/cut.toml"], "cut", "cut.toml"),
    ] {
        for (lang, title) in [("en", format!("A is {a}, B is {b}")), ("nl", format!("A is {a}, B is {b}"))] {
            let ran = run(case.path(), &[arguments, &["--lang", lang]].concat());
            assert_eq!(ran.code, Some(0), "{}", ran.err);
            assert!(ran.out.lines().next().unwrap().ends_with(&title), "{arguments:?}: {}", ran.out);
        }
    }
}

#[test]
fn what_network_toml_says_differently_is_told() {
    let case = two();
    let dependencies = std::fs::read_to_string(case.path().join("a/dependencies.csv")).unwrap();
    std::fs::write(case.path().join("b/dependencies.csv"), &dependencies).unwrap();
    let same = run(case.path(), &["compare", "a", "b", "--scenario", "cut"]).out;
    assert!(same.contains("network.toml says the same"), "{same}");
    let toml =
        "title = \"Four nodes\"\ndate = \"2026-01-31\"\nauthors = [\"x\", \"y\"]\n[ranges]\nall = \"default\"\nbuffer_h = \"10..20\"\n";
    std::fs::write(case.path().join("b/network.toml"), toml).unwrap();
    let known = std::fs::read_to_string(case.path().join("a/network.toml")).unwrap() + "[ranges]\nall = \"default\"\n";
    std::fs::write(case.path().join("a/network.toml"), known).unwrap();
    // Where telephony has a stock of its own that outlasts the cut, it cannot fall.
    for name in ["a", "b"] {
        std::fs::write(case.path().join(name).join("dependencies.csv"), dependencies.replace("TEL,MAST,masts,none", "TEL,MAST,masts,"))
            .unwrap();
    }
    let answer = json(case.path(), &["compare", "a", "b", "--scenario", "cut"]);
    assert_eq!(answer["changes"], serde_json::json!([]));
    let expected = serde_json::json!([
        {"key": "authors", "a": "", "b": "x, y"},
        {"key": "date", "a": "", "b": "2026-01-31"},
        {"key": "marking", "a": "TLP:GREEN", "b": ""},
        {"key": "ranges.buffer_h", "a": "", "b": "10..20"},
        {"key": "version", "a": "2", "b": ""},
    ]);
    assert_eq!(answer["settings"], expected);
    let moved = &answer["course"]["verdicts_by_ranges"];
    assert!(!moved.as_array().unwrap().is_empty() && *moved == answer["course"]["verdicts"], "{answer}");
    let plain = run(case.path(), &["compare", "a", "b", "--scenario", "cut", "--format", "csv"]).out;
    assert!(plain.contains("setting,,ranges.buffer_h,,10..20,,,\n") && plain.contains("verdict_by_ranges,TEL,falls,"), "{plain}");
    for (lang, words) in
        [("en", ["says differently", "of B alone would change"]), ("nl", ["anders in network.toml", "Alleen al de ranges"])]
    {
        let ran = run(case.path(), &["compare", "a", "b", "--scenario", "cut", "--lang", lang]).out.replace('\n', " ");
        assert!(words.iter().all(|words| ran.contains(words)), "{ran}");
    }
}
