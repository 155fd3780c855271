//! A questionnaire that is filled in and read back.

use super::{CASE, folder, run};
use std::path::Path;

const ASK: [&str; 8] = ["sensitivity", ".", "--scenario", "cut", "--top", "50", "--questionnaire", "ask.csv"];
const NL: [&str; 3] = ["--lang", "nl", "--quiet"];

/// Asks, and fills in an answer to the question about a cell: node, column, answer, and who answered, when, on what and how sure.
fn filled(case: &Path, answers: &[(&str, &str, &str, &str)]) {
    assert_eq!(run(case, &ASK).code, Some(0));
    let form = std::fs::read_to_string(case.join("ask.csv")).unwrap();
    let line = |line: &str| {
        let cells: Vec<&str> = line.splitn(6, ',').collect();
        let found = answers.iter().find(|(node, column, ..)| cells[1] == *node && cells[4] == *column);
        match found {
            Some((_, _, answer, rest)) => format!("{}{answer},{rest}", line.strip_suffix(",,,,").unwrap()),
            None => line.to_owned(),
        }
    };
    let text: Vec<String> = form.lines().map(line).collect();
    assert!(answers.iter().all(|(_, _, answer, rest)| text.iter().any(|line| line.ends_with(&format!("{answer},{rest}")))), "{form}");
    std::fs::write(case.join("ask.csv"), text.join("\n")).unwrap();
}

fn json(case: &Path, arguments: &[&str]) -> serde_json::Value {
    let ran = run(case, &[arguments, &["--format", "json"]].concat());
    assert_eq!(ran.code, Some(0), "{}", ran.err);
    serde_json::from_str(&ran.out).unwrap()
}

#[test]
fn answers_give_what_the_tables_would_with_them_written_in() {
    let case = folder(&CASE);
    filled(case.path(), &[("TEL", "buffer_h", "1.5", "Carrier,2026-11-20,,high"), ("MAST", "restart_h", "2", "Towers,,report 7,")]);
    let written = CASE.map(|(name, text)| match name {
        "dependencies.csv" => (name, text.replace("masts,none", "masts,1.5")),
        "nodes.csv" => (name, text.replace(",repair_h\n", ",restart_h\n").replace("Telecom,,\n", "Telecom,,2\n")),
        _ => (name, text.to_owned()),
    });
    let written: Vec<(&str, &str)> = written.iter().map(|(name, text)| (*name, text.as_str())).collect();
    let by_hand = folder(&written);
    for arguments in [
        &["simulate", ".", "--scenario", "cut"][..],
        &["simulate", ".", "--scenario", "cut", "--bounds"],
        &["rank", "."],
        &["why", ".", "HOSPITAL", "--scenario", "cut"],
    ] {
        let (mut answered, mut exact) =
            (json(case.path(), &[arguments, &["--answers", "ask.csv"]].concat()), json(by_hand.path(), arguments));
        for answer in [&mut answered, &mut exact] {
            answer.as_object_mut().unwrap().remove("run");
        }
        assert_eq!(answered, exact, "{arguments:?}");
    }
    assert_ne!(
        json(case.path(), &["simulate", ".", "--scenario", "cut"])["totals"],
        json(by_hand.path(), &["simulate", ".", "--scenario", "cut"])["totals"]
    );
}

#[test]
fn an_answer_shows_with_its_provenance_and_is_not_asked_again() {
    let case = folder(&CASE);
    filled(case.path(), &[("TEL", "buffer_h", "1.5", "Carrier,2026-11-20,,high"), ("TEL", "probability", "yes", "Carrier,,,")]);
    let ask = &ASK[..6];
    let asked = |answer: &serde_json::Value, column: &str| {
        answer["decisive"].as_array().unwrap().iter().any(|question| question["node"] == "TEL" && question["column"] == column)
    };
    let (before, after) = (json(case.path(), ask), json(case.path(), &[ask, &["--answers", "ask.csv"]].concat()));
    for column in ["buffer_h", "probability"] {
        assert!(asked(&before, column) && !asked(&after, column), "{column}");
    }
    // The answer speaks for its own cell: the other cells of the row are as unsure as they were.
    assert!(asked(&before, "importance") && asked(&after, "importance"));
    let run_object = &after["run"];
    let answers = run_object["settings"]["answers"].as_array().unwrap();
    let buffer = answers.iter().find(|answer| answer["column"] == "buffer_h").unwrap();
    assert_eq!((&buffer["node"], &buffer["need"], &buffer["value"]), (&"TEL".into(), &"masts".into(), &"1.5".into()));
    assert_eq!((&buffer["answered_by"], &buffer["date"], &buffer["confidence"]), (&"Carrier".into(), &"2026-11-20".into(), &0.9.into()));
    assert_eq!(buffer["source"], "Carrier, 2026-11-20");
    let chance = answers.iter().find(|answer| answer["column"] == "probability").unwrap();
    assert_eq!((&chance["provider"], &chance["value"], &chance["confidence"]), (&"MAST".into(), &"1".into(), &0.6.into()));
    let digest = blake3::hash(&std::fs::read(case.path().join("ask.csv")).unwrap()).to_hex().to_string();
    assert!(run_object["inputs"].as_array().unwrap().iter().any(|input| input["name"] == "ask.csv" && input["blake3"] == digest));
    let text = run(case.path(), &[&["simulate", ".", "--scenario", "cut", "--answers", "ask.csv"][..], &NL].concat()).out;
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(
        text.contains("2 cellen zoals beantwoord in een vragenlijst") && text.contains("TEL masts buffer_h = 1.5 (Carrier, 2026-11-20)"),
        "{text}"
    );
}

#[test]
fn a_form_from_a_dutch_spreadsheet_is_read_too() {
    let case = folder(&CASE);
    let form = "knoop;behoefte;leverancier;kolom;antwoord;beantwoord_door\nTEL;masts;MAST;buffer_uren;1,5;'-Beheer\n";
    std::fs::write(case.path().join("form.csv"), form).unwrap();
    let answer = json(case.path(), &["simulate", ".", "--scenario", "cut", "--answers", "form.csv"]);
    let said = &answer["run"]["settings"]["answers"][0];
    assert_eq!((&said["value"], &said["answered_by"]), (&"1.5".into(), &"-Beheer".into()));
}

#[test]
fn every_fault_of_a_form_is_told_with_its_place() {
    let case = folder(&CASE);
    let faults = |form: &str| {
        std::fs::write(case.path().join("form.csv"), form).unwrap();
        let ran = run(case.path(), &["simulate", ".", "--scenario", "cut", "--answers", "form.csv", "--format", "json"]);
        assert!(ran.code == Some(3) && ran.out.is_empty(), "{form}{}{}", ran.out, ran.err);
        let found: serde_json::Value = serde_json::from_str(&ran.err).unwrap();
        let one = |found: &serde_json::Value| (found["code"].as_str().unwrap().to_owned(), found["row"].as_u64().unwrap_or(0));
        let errors = found["diagnostics"].as_array().unwrap().iter().filter(|found| found["severity"] == "error");
        errors.map(one).collect::<Vec<_>>()
    };
    let form = "node,need,provider,column,present,answer,answered_by,date,answer_source,answer_confidence\n\
                TELL,masts,MAST,buffer_h,none,4,,,,\n\
                TEL,mast,MAST,buffer_h,none,4,,,,\n\
                TEL,masts,GRID,buffer_h,none,4,,,,\n\
                TEL,masts,,probability,,no,,,,\n\
                TEL,masts,MAST,colour,none,4,,,,\n\
                TEL,masts,MAST,buffer_h,3,4,,,,\n\
                HOSPITAL,telephone,TEL,buffer_h,none,four,,,,\n\
                TEL,masts,MAST,probability,,1.5,,,,\n\
                TEL,masts,MAST,minimum,,tri(3|2|1),,,,\n\
                MAST,power,GRID,buffer_h,4,5,,,,\n\
                MAST,power,GRID,buffer_h,4,6,,,,\n\
                MAST,power,GRID,minimum,,0.2,,,,certain\n\
                MAST,power,GRID,share,,0.2,,,,\n\
                GRID,,,restart_h,,,,,,\n";
    let expected = [
        ("K029", 2),
        ("K030", 3),
        ("K063", 4),
        ("K063", 5),
        ("K062", 6),
        ("K065", 7),
        ("K012", 8),
        ("K013", 9),
        ("K020", 10),
        ("K064", 12),
        ("K014", 13),
        ("K018", 14),
    ];
    let expected = expected.map(|(code, row)| (code.to_owned(), row));
    assert_eq!(faults(form), expected);
    assert_eq!(faults("node,need,column\n"), [("K004".to_owned(), 1), ("K004".to_owned(), 1)]);
    assert_eq!(faults(""), [("K003".to_owned(), 0)]);
    let missing = run(case.path(), &["rank", ".", "--answers", "no.csv"]);
    assert!(missing.code == Some(3) && missing.err.contains("K001"), "{}", missing.err);
}
