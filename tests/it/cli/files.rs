//! Files appear whole or not at all, and a reader that goes away is no failure.

use super::{CASE, folder, keten, run};
use std::process::Stdio;

#[test]
fn every_ending_has_its_format() {
    let case = folder(&CASE);
    let files = ["a.json", "b.csv", "c.md", "d.txt", "e.svg", "f.html"];
    let out: Vec<&str> = files.iter().flat_map(|file| ["--out", file]).collect();
    let ran = run(case.path(), &[&["simulate", ".", "--scenario", "cut"], &out[..]].concat());
    assert_eq!((ran.code, ran.out.as_str()), (Some(0), ""), "{}", ran.err);
    let begins = ["{\"schema\":\"keten.simulate/1\"", "id,name,sector", "# What follows", "What follows", "<svg xmlns=", "<!DOCTYPE html>"];
    for (file, begin) in files.iter().zip(begins) {
        let text = std::fs::read_to_string(case.path().join(file)).unwrap();
        assert!(text.starts_with(begin), "{file}: {text}");
    }
}

#[test]
fn a_file_that_cannot_be_written_is_an_error_and_leaves_nothing() {
    let case = folder(&CASE);
    let before = names(case.path());
    let ran = run(case.path(), &["simulate", ".", "--scenario", "cut", "--out", "no/such/folder/x.json"]);
    assert_eq!((ran.code, ran.out.as_str()), (Some(1), ""));
    assert!(ran.err.contains("cannot write no/such/folder/x.json"), "{}", ran.err);
    assert_eq!(names(case.path()), before);
}

#[test]
fn a_file_is_replaced_whole() {
    let case = folder(&CASE);
    let path = case.path().join("x.csv");
    std::fs::write(&path, "old\n".repeat(10_000)).unwrap();
    let before = names(case.path());
    run(case.path(), &["simulate", ".", "--scenario", "cut", "--out", "x.csv"]);
    let text = std::fs::read_to_string(&path).unwrap();
    assert!(text.starts_with("id,name") && !text.contains("old"), "{text}");
    assert_eq!(names(case.path()), before);
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_an_error() {
    let case = folder(&CASE);
    let full = std::fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
    let output = keten(case.path(), &["simulate", ".", "--scenario", "cut"]).stdout(full).output().unwrap();
    assert_eq!(output.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&output.stderr).contains("cannot write to standard output"));
}

#[test]
fn a_reader_that_goes_away_is_no_failure() {
    let case = folder(&CASE);
    let mut child = keten(case.path(), &["columns", "--format", "json"]).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert_eq!((output.status.code(), output.stderr.as_slice()), (Some(0), &[][..]));
}

#[test]
fn no_text_of_a_network_becomes_a_formula_or_markup() {
    let nodes = "id,name\n=1+1,<script>alert(1)</script>\nb,\"a \"\"quoted\"\" | name\"\n";
    let case = folder(&[("dependencies.csv", "dependent,provider\nb,=1+1\n"), ("nodes.csv", nodes)]);
    let with = |format: &str| {
        let file = format!("x.{format}");
        let ran = run(case.path(), &["simulate", ".", "--fail", "=1+1", "--out", &file]);
        assert_eq!(ran.code, Some(0), "{}", ran.err);
        std::fs::read_to_string(case.path().join(file)).unwrap()
    };
    assert!(with("csv").contains("\n'=1+1,<script>"), "{}", with("csv"));
    assert!(with("svg").contains("&lt;script&gt;") && !with("svg").contains("<script"));
    assert!(with("md").contains("&lt;script>") && with("md").contains("\\| name"));
}

fn names(folder: &std::path::Path) -> Vec<String> {
    let mut names: Vec<String> =
        std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

#[test]
fn what_takes_more_memory_than_allowed_is_refused_before_any_work() {
    let case = folder(&CASE);
    for command in [&["check", "."][..], &["rank", "."], &["critical-sets", "."]] {
        let ran = run(case.path(), &[command, &["--max-memory", "1K", "--out", "x.json"]].concat());
        assert_eq!((ran.code, ran.out.as_str()), (Some(3), ""), "{command:?}");
        assert!(ran.err.contains("K036") && !case.path().join("x.json").exists(), "{}", ran.err);
        let ran = run(case.path(), &[command, &["--max-memory", "1G"]].concat());
        assert_eq!(ran.code, Some(0), "{}", ran.err);
    }
}
