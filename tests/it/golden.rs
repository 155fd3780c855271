//! What every command promises, held still: on one small network, in both languages and in every format.
//!
//! The files lie in `golden/out`, one for each question, language and format; `exit-codes.txt` says how each of them ended. Data is the same in
//! both languages and lies there once. With
//! `KETEN_BLESS=1` in the environment they are written anew instead of compared, as the blocks in the pages are; what changed then stands
//! in the difference to the last version, and is to be looked at before it is kept.

use crate::cli::run;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// A name, and what is asked. `net` is the network of `golden/case`, `later` another version of it, `faulty` one with faults.
const QUESTIONS: [(&str, &[&str]); 41] = [
    ("check", &["check", "net"]),
    ("check-structure", &["check", "net", "--structure"]),
    ("check-faulty", &["check", "faulty"]),
    ("simulate", &["simulate", "net", "--scenario", "cut"]),
    ("simulate-short", &["simulate", "net", "--fail", "CONTROL", "--samples", "20", "--until-se", "0.1"]),
    ("simulate-bounds", &["simulate", "net", "--scenario", "cut", "--bounds"]),
    ("simulate-samples", &["simulate", "net", "--scenario", "cut", "--samples", "20"]),
    ("simulate-compromise", &["simulate", "net", "--compromise", "VENDOR", "--trigger", "VENDOR@60"]),
    ("why", &["why", "net", "TEL", "--scenario", "cut"]),
    ("why-samples", &["why", "net", "TEL", "--scenario", "cut", "--samples", "20"]),
    ("rank", &["rank", "net"]),
    ("rank-by", &["rank", "net", "--by", "operator", "--criterion", "costs"]),
    ("rank-owner", &["rank", "net", "--by", "owner"]),
    ("rank-samples", &["rank", "net", "--samples", "20"]),
    ("rank-compromised", &["rank", "net", "--criterion", "compromised"]),
    ("chokepoints", &["chokepoints", "net", "--from", "VENDOR"]),
    ("classify", &["classify", "net"]),
    ("classify-samples", &["classify", "net", "--samples", "20"]),
    ("measures", &["measures", "net", "--scenario", "cut", "--budget", "50000"]),
    ("measures-beside", &["measures", "net", "--scenario", "shielded", "--budget", "50000"]),
    ("simulate-measure", &["simulate", "net", "--scenario", "shielded"]),
    ("sensitivity", &["sensitivity", "net", "--scenario", "cut", "--conclusion", "TEL falls"]),
    ("sensitivity-samples", &["sensitivity", "net", "--scenario", "cut", "--samples", "20"]),
    ("verify", &["verify", "net"]),
    ("verify-missed", &["verify", "later", "--scenario", "cut"]),
    ("verify-samples", &["verify", "net", "--samples", "20"]),
    ("report", &["report", "net", "--scenario", "cut", "--samples", "20"]),
    ("exposure", &["exposure", "net", "--actor", "FUND"]),
    ("exposure-country", &["exposure", "net", "--country", "XB"]),
    ("exposure-acquire", &["exposure", "net", "--acquire", "FUND:GRID:0.6"]),
    ("exposure-cyber", &["exposure", "net", "--cyber"]),
    ("critical-sets", &["critical-sets", "net"]),
    ("critical-sets-events", &["critical-sets", "net", "--scenario", "shielded"]),
    ("critical-sets-curve", &["critical-sets", "net", "--curve", "--orders", "20"]),
    ("compare-usage", &["compare", "net", "--scenario", "cut"]),
    ("compare-scenarios", &["compare", "net", "--scenario", "cut", "--scenario", "shielded"]),
    ("compare", &["compare", "net", "later", "--scenario", "cut"]),
    ("compare-samples", &["compare", "net", "later", "--scenario", "cut", "--samples", "20"]),
    ("explain", &["explain", "K012"]),
    ("columns", &["columns"]),
    ("generate", &["generate", "--nodes", "6", "--seed", "3"]),
];

/// Questions of which only a page is written.
const PAGES: [(&str, &[&str]); 4] = [
    ("report-network", &["report", "net"]),
    ("report-likelihood", &["report", "net", "--scenario", "shielded"]),
    ("report-beside", &["report", "later", "--scenario", "cut", "--beside", "net"]),
    ("report-network-beside", &["report", "later", "--beside", "net"]),
];

/// Questions that write a file of their own form.
const FILES: [(&str, &[&str]); 6] = [
    ("convert.graphml", &["convert", "net"]),
    ("convert.gexf", &["convert", "net"]),
    ("convert.geojson", &["convert", "net"]),
    ("simulate.svg", &["simulate", "net", "--scenario", "cut"]),
    ("simulate.gexf", &["simulate", "net", "--scenario", "cut"]),
    ("curve.svg", &["critical-sets", "net", "--curve", "--orders", "20"]),
];

/// Questions that are also held still as Markdown.
const MARKDOWN: [&str; 14] = [
    "check",
    "simulate",
    "simulate-samples",
    "why",
    "rank",
    "rank-samples",
    "classify",
    "measures",
    "sensitivity",
    "verify",
    "report",
    "exposure",
    "critical-sets",
    "compare",
];

/// The cases that can be begun with.
const TEMPLATES: [&str; 4] = ["empty", "telecom", "electricity", "municipality"];

fn golden() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/it/golden")
}

/// A desk with the network, a later version of it with a smaller battery, a new row and one gone, and one with faults.
fn desk() -> tempfile::TempDir {
    let desk = tempfile::tempdir().unwrap();
    let later = |text: &str| {
        let text = text.replace("MAST,GRID,power,4,", "MAST,GRID,power,2,").replace("HOSPITAL,DIESEL,power,,,,,,,estimate,low\n", "");
        text.replace("source,confidence\nMAST", "source,confidence\nTEL,CONTROL,tools,1,,,,,,estimate,low\nMAST")
    };
    let faulty = |text: &str| text.replace("MAST,GRID,power,4,", "MAST,GRID,power,vier,").replace(",remote,", ",admin,");
    copied(&golden().join("case"), &desk.path().join("net"), &str::to_owned);
    copied(&golden().join("case"), &desk.path().join("later"), &later);
    copied(&golden().join("case"), &desk.path().join("faulty"), &faulty);
    desk
}

fn copied(from: &Path, to: &Path, changed: &dyn Fn(&str) -> String) {
    std::fs::create_dir_all(to).unwrap();
    for entry in std::fs::read_dir(from).unwrap() {
        let path = entry.unwrap().path();
        let target = to.join(path.file_name().unwrap());
        if path.is_dir() {
            copied(&path, &target, changed);
        } else {
            std::fs::write(target, changed(&std::fs::read_to_string(path).unwrap())).unwrap();
        }
    }
}

/// What is no promise: the version, and the style of pages and pictures, which the browser tests look at.
fn settled(text: &str) -> String {
    let text = text.replace(env!("CARGO_PKG_VERSION"), "VERSION");
    match (text.split_once("<style>"), text.split_once("</style>")) {
        (Some((before, _)), Some((_, after))) => format!("{before}<style></style>{after}"),
        _ => text,
    }
}

/// Every file that is promised, by its name, and how the question ended that gives each.
fn outputs() -> Vec<(String, String)> {
    let desk = desk();
    let mut codes = String::new();
    let mut ask = |name: &str, arguments: &[&str]| {
        let ran = run(desk.path(), arguments);
        assert!(!ran.err.contains("panicked"), "{arguments:?}: {}", ran.err);
        codes += &format!("{} {name}\n", ran.code.unwrap());
        // What is told on the other stream is promised as well.
        let told = if ran.err.is_empty() { String::new() } else { format!("\n== standard error\n{}", ran.err) };
        settled(&(ran.out + &told))
    };
    let mut outputs = Vec::new();
    for (name, question) in QUESTIONS {
        for (lang, format, ending) in [("en", "csv", "csv"), ("en", "json", "json"), ("en", "table", "txt"), ("en", "html", "html")]
            .into_iter()
            .chain([("nl", "table", "txt"), ("nl", "html", "html")])
        {
            let name = format!("{name}.{lang}.{ending}");
            let text = ask(&name, &[question, &["--format", format, "--lang", lang]].concat());
            outputs.push((name, text));
        }
    }
    for (name, question) in PAGES {
        for lang in ["en", "nl"] {
            let name = format!("{name}.{lang}.html");
            let text = ask(&name, &[question, &["--format", "html", "--lang", lang]].concat());
            outputs.push((name, text));
        }
    }
    for (name, question) in FILES {
        ask(name, &[question, &["--out", name]].concat());
        outputs.push((name.to_owned(), settled(&std::fs::read_to_string(desk.path().join(name)).unwrap())));
    }
    for name in MARKDOWN {
        let (_, question) = QUESTIONS.into_iter().find(|(known, _)| *known == name).unwrap();
        for lang in ["en", "nl"] {
            let name = format!("{name}.{lang}.md");
            let text = ask(&name, &[question, &["--format", "md", "--lang", lang]].concat());
            outputs.push((name, text));
        }
    }
    for template in TEMPLATES {
        for lang in ["en", "nl"] {
            let folder = format!("{template}-{lang}");
            let told = ask(&format!("init-{template}.{lang}"), &["init", &folder, "--template", template, "--lang", lang]);
            outputs.push((format!("init-{template}.{lang}.txt"), told + &written(&desk.path().join(&folder), "")));
        }
    }
    outputs.push(("exit-codes.txt".to_owned(), codes));
    outputs
}

/// Every file of a folder, by its name within it, with what it holds.
fn written(folder: &Path, within: &str) -> String {
    let mut paths: Vec<PathBuf> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort_unstable();
    let one = |path: &PathBuf| {
        let name = format!("{within}{}", path.file_name().unwrap().to_str().unwrap());
        if path.is_dir() { written(path, &format!("{name}/")) } else { format!("\n== {name}\n{}", std::fs::read_to_string(path).unwrap()) }
    };
    paths.iter().map(one).collect()
}

/// Where a text first differs from what was kept.
fn difference(name: &str, kept: &str, text: &str) -> String {
    let line = kept.lines().zip(text.lines()).position(|(old, new)| old != new).unwrap_or(kept.lines().count().min(text.lines().count()));
    let [old, new] = [kept, text].map(|text| text.lines().nth(line).unwrap_or("(ends)").chars().take(200).collect::<String>());
    format!("{name}:{}\n  kept: {old}\n  now:  {new}", line + 1)
}

#[test]
fn what_commands_promise_is_what_they_give() {
    let bless = std::env::var_os("KETEN_BLESS").is_some_and(|value| value == "1");
    let folder = golden().join("out");
    let outputs = outputs();
    let names: BTreeSet<&str> = outputs.iter().map(|(name, _)| name.as_str()).collect();
    let mut wrong = Vec::new();
    for (name, text) in &outputs {
        let path = folder.join(name);
        let kept = std::fs::read_to_string(&path).unwrap_or_default();
        if kept != *text && bless {
            std::fs::create_dir_all(&folder).unwrap();
            std::fs::write(&path, text).unwrap();
        } else if kept != *text {
            wrong.push(difference(name, &kept, text));
        }
    }
    for entry in std::fs::read_dir(&folder).unwrap() {
        let path = entry.unwrap().path();
        if !names.contains(path.file_name().unwrap().to_str().unwrap()) {
            match bless {
                true => std::fs::remove_file(&path).unwrap(),
                false => wrong.push(format!("{}: no command gives this", path.display())),
            }
        }
    }
    assert!(wrong.is_empty(), "run the tests with KETEN_BLESS=1 to write these anew:\n{}", wrong.join("\n"));
}

#[test]
fn data_is_the_same_in_both_languages() {
    let desk = desk();
    for (name, question) in
        QUESTIONS.into_iter().filter(|(name, _)| !["check", "check-structure", "check-faulty", "explain"].contains(name))
    {
        for format in ["csv", "json"] {
            let [english, dutch] =
                ["en", "nl"].map(|lang| run(desk.path(), &[question, &["--format", format, "--lang", lang]].concat()).out);
            assert_eq!(english, dutch, "{name} as {format}");
        }
    }
}
