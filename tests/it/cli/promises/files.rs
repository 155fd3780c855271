//! `--out`: the format by the ending, whole files or none, nothing on standard output.

use super::{Desk, Ran};

const OUTAGE: [&str; 4] = ["simulate", "net", "--fail", "grid+7"];

/// Runs the outage with these further arguments.
fn outage(desk: &Desk, more: &[&str]) -> Ran {
    desk.run(&[&OUTAGE[..], more].concat())
}

#[test]
fn several_files_in_the_formats_of_their_endings() {
    let desk = Desk::tiny();
    let endings = [("a.json", "json"), ("b.csv", "csv"), ("c.md", "md"), ("d.txt", "table"), ("E.JSON", "json")];
    let outs: Vec<&str> = endings.iter().flat_map(|(file, _)| ["--out", file]).chain(["--out", "f.svg"]).collect();
    assert_eq!(outage(&desk, &outs).fine(), "");
    assert_eq!(desk.names(), ["E.JSON", "a.json", "b.csv", "c.md", "d.txt", "f.svg", "net"]);
    for (file, format) in endings {
        assert_eq!(desk.text(file), outage(&desk, &["--format", format]).fine(), "{file}");
    }
    let picture = desk.text("f.svg");
    assert!(picture.starts_with("<svg") || picture.starts_with("<?xml"), "{picture:.60}");
    assert!(picture.trim_end().ends_with("</svg>"));
}

#[test]
fn every_answer_can_be_written() {
    let desk = Desk::tiny();
    let questions: [&[&str]; 5] =
        [&["check", "net"], &["why", "net", "tel", "--fail", "grid"], &["rank", "net"], &["columns"], &["explain"]];
    for question in questions {
        for (file, format) in [("a.json", "json"), ("a.csv", "csv"), ("a.md", "md"), ("a.txt", "table")] {
            assert_eq!(desk.run(&[question, &["--out", file]].concat()).fine(), "", "{question:?}");
            assert_eq!(desk.text(file), desk.run(&[question, &["--format", format]].concat()).fine(), "{question:?} {file}");
        }
    }
}

#[test]
fn completions_go_where_out_says() {
    let desk = Desk::with(&[]);
    let ran = desk.run(&["completions", "bash", "--out", "keten.txt"]);
    // Either it is written there, or the option is refused: it is not ignored.
    assert!(
        ran.code == 2 || (ran.code == 0 && ran.out.is_empty() && desk.text("keten.txt").contains("_keten")),
        "exit {}, {} bytes",
        ran.code,
        ran.out.len()
    );
}

#[test]
fn endings_that_name_no_format() {
    let desk = Desk::tiny();
    for file in ["answer.docx", "answer", ".json", "answer.json.bak"] {
        outage(&desk, &["--out", file]).refused(2, &["--out", file, ".json"]);
        outage(&desk, &["--out", file, "--lang", "nl"]).refused(2, &["--out", file, "extensie"]);
        outage(&desk, &["--out", "good.json", "--out", file]).refused(2, &[file]);
    }
    desk.run(&["rank", "net", "--out", "rank.svg"]).refused(2, &["rank.svg", "no picture"]);
    assert_eq!(desk.names(), ["net"], "nothing was written, the good one neither");
}

#[test]
fn a_file_that_exists_is_replaced_whole() {
    let desk = Desk::tiny();
    desk.put("answer.json", "old ".repeat(100_000).as_bytes());
    outage(&desk, &["--out", "answer.json"]).fine();
    assert_eq!(desk.text("answer.json"), outage(&desk, &["--format", "json"]).fine());
    assert_eq!(desk.names(), ["answer.json", "net"], "nothing was left beside it");
}

#[test]
fn a_file_that_exists_stays_when_there_is_no_answer() {
    let desk = Desk::tiny();
    desk.put("answer.json", b"old");
    outage(&desk, &["--out", "answer.json", "--fail", "gird"]).refused(3, &["K029"]);
    assert_eq!((desk.text("answer.json").as_str(), desk.names()), ("old", vec!["answer.json".to_owned(), "net".to_owned()]));
}

#[test]
fn places_that_cannot_be_written() {
    let desk = Desk::tiny();
    std::fs::create_dir(desk.path().join("folder.json")).unwrap();
    for file in ["nowhere/answer.json", "folder.json", "net/nodes.csv/answer.json"] {
        let ran = outage(&desk, &["--out", file, "--quiet"]);
        ran.refused(1, &[file]);
        assert!(!ran.err.contains(".keten-"), "the name of a temporary file is nobody's business: {}", ran.err);
        assert_eq!(ran.err.lines().count(), 1, "{}", ran.err);
    }
    assert_eq!(desk.names(), ["folder.json", "net"]);
}

#[cfg(unix)]
#[test]
fn an_answer_is_an_ordinary_file() {
    use std::os::unix::fs::PermissionsExt;
    let desk = Desk::tiny();
    outage(&desk, &["--out", "answer.json"]).fine();
    let mode = std::fs::metadata(desk.path().join("answer.json")).unwrap().permissions().mode();
    assert_eq!(mode & 0o777, 0o644);
}

/// A limit on the size of files stands in for a disk that is full.
#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_leaves_the_old_file() {
    let desk = Desk::tiny();
    desk.put("answer.json", b"old");
    let script =
        format!("trap '' XFSZ; ulimit -f 0; exec '{}' {} --quiet --out answer.json", env!("CARGO_BIN_EXE_keten"), OUTAGE.join(" "));
    let ran = Ran::of(std::process::Command::new("sh").args(["-c", &script]).current_dir(desk.path()).output().unwrap());
    ran.refused(1, &["cannot write answer.json"]);
    assert_eq!((desk.text("answer.json").as_str(), desk.names()), ("old", vec!["answer.json".to_owned(), "net".to_owned()]));
}
