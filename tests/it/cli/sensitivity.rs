//! `keten sensitivity` as an analyst uses it.

use super::{CASE, folder, run};

const CUT: [&str; 4] = ["sensitivity", ".", "--scenario", "cut"];

fn with<'a>(more: &[&'a str]) -> Vec<&'a str> {
    CUT.iter().copied().chain(more.iter().copied()).collect()
}

#[test]
fn it_asks_in_either_language_and_says_what_it_is_worth() {
    let case = folder(&CASE);
    let (english, dutch) = (run(case.path(), &CUT), run(case.path(), &with(&["--lang", "nl"])));
    assert_eq!((english.code, dutch.code), (Some(0), Some(0)), "{}{}", english.err, dutch.err);
    assert!(
        english.out.contains("Decisive but unverified: ask this first") && english.out.contains("What this rests on"),
        "{}",
        english.out
    );
    // The row of telephony is not verified: does it really fail without the mast?
    let asks = |text: &str, words: [&str; 2]| words.iter().all(|word| text.contains(word));
    assert!(asks(&english.out, ["Does Telephony (TEL)", "no → yes"]), "{}", english.out);
    assert!(asks(&dutch.out, ["Valt Telefonie (TEL)", "nee → ja"]), "{}", dutch.out);
    assert!(english.out.lines().chain(dutch.out.lines()).all(|line| line.chars().count() <= 100));
}

#[test]
fn json_lists_what_moves_the_figure() {
    let case = folder(&CASE);
    let ran = run(case.path(), &with(&["--format", "json", "--range", "restart_h=default"]));
    let answer: serde_json::Value = serde_json::from_str(&ran.out).unwrap();
    assert_eq!((&answer["schema"], &answer["status"]), (&"keten.sensitivity/1".into(), &"complete".into()));
    assert_eq!(answer["run"]["settings"]["ranges"]["restart_h"], "default");
    let decisive = answer["decisive"].as_array().unwrap();
    assert!(decisive.iter().all(|question| question["column"] != "restart_h" && question["at_low"] != question["at_high"]));
    let carries = decisive.iter().find(|question| question["column"] == "probability").unwrap();
    // Grid 6 hours, mast and telephony 2 each, the hospital a fifth of 2: without its row telephony and the hospital keep on.
    assert_eq!((answer["figure"]["central"].as_f64(), carries["at_low"].as_f64()), (Some(10.4), Some(8.0)));
    assert_eq!((&carries["node"], &carries["provider"], &carries["basis"]), (&"TEL".into(), &"MAST".into(), &"not_stated".into()));
    assert!((carries["expected_shift"].as_f64().unwrap() - 0.7 * 2.4).abs() < 1e-9);
    assert_eq!(answer["marking"], "TLP:GREEN");
}

#[test]
fn a_figure_may_be_that_of_a_node() {
    let case = folder(&CASE);
    let central = |more: &[&str]| {
        let ran = run(case.path(), &with(&[more, &["--format", "json"]].concat()));
        let answer: serde_json::Value = serde_json::from_str(&ran.out).unwrap();
        answer["figure"]["central"].as_f64().unwrap()
    };
    assert_eq!(central(&["--node", "TEL", "--figure", "first_loss_h"]), 5.0);
    assert_eq!(central(&["--node", "HOSPITAL", "--figure", "min_output"]), 0.8);
    assert_eq!(central(&["--figure", "processes_lost"]), 1.0);
}

#[test]
fn what_does_not_fit_is_refused_with_its_place() {
    let case = folder(&CASE);
    for (more, code, said) in [
        (["--node", "TELL"], 3, "K029"),
        (["--figure", "min_output"], 2, "--node ID"),
        (["--range", "buffer_h=9..3"], 3, "K061"),
        (["--range", "colour=1..2"], 3, "K061"),
        (["--conclusion", "TELL falls"], 3, "K029"),
        (["--conclusion", "TEL in top 0"], 3, "K024"),
        (["--conclusion", "TEL"], 3, "K024"),
        (["--samples", "0"], 3, "K060"),
    ] {
        let ran = run(case.path(), &with(&more));
        assert_eq!(ran.code, Some(code), "{}", ran.err);
        assert!(ran.err.contains(said) && ran.out.is_empty(), "{}", ran.err);
    }
    let ran = run(case.path(), &with(&["--node", "TEL", "--figure", "affected"]));
    assert!(ran.code == Some(2) && ran.err.contains("leave out --node"), "{}", ran.err);
}

#[test]
fn the_questionnaire_is_a_form_to_fill_in() {
    let case = folder(&CASE);
    let ran = run(case.path(), &with(&["--questionnaire", "ask.csv", "--top", "3"]));
    assert_eq!(ran.code, Some(0), "{}", ran.err);
    let form = std::fs::read_to_string(case.path().join("ask.csv")).unwrap();
    let lines: Vec<&str> = form.lines().collect();
    assert_eq!(
        lines[0],
        "id,node,need,provider,column,present,source,confidence,low,high,effect,question,ask,answer,answered_by,date,answer_source,answer_confidence"
    );
    assert!(lines.len() == 4 && lines[1..].iter().all(|line| line.ends_with(",,,,,")), "{form}");
}

#[test]
fn defaults_that_verdicts_rest_on_do_not_silence_questions() {
    let files = |toml: &'static str| {
        let mut files = CASE.to_vec();
        files.retain(|(name, _)| *name != "network.toml");
        files.push(("network.toml", toml));
        folder(&files)
    };
    let columns = |toml| {
        let ran = run(files(toml).path(), &with(&["--format", "json"]));
        let answer: serde_json::Value = serde_json::from_str(&ran.out).unwrap();
        answer["decisive"].as_array().unwrap().iter().map(|question| question["column"].to_string()).collect::<Vec<_>>()
    };
    let plain = columns("");
    assert!(plain.len() > 1);
    assert_eq!(columns("[ranges]\nall = \"default\"\n"), plain);
    let narrowed = columns("[ranges]\nrestart_h = \"0..0\"\n");
    assert!(plain.contains(&"\"restart_h\"".to_owned()) && !narrowed.contains(&"\"restart_h\"".to_owned()), "{plain:?} {narrowed:?}");
}

#[test]
fn samples_and_a_conclusion_are_told_in_either_language_and_in_data() {
    let case = folder(&CASE);
    let more = ["--samples", "200", "--conclusion", "TEL falls"];
    let (english, dutch) = (run(case.path(), &with(&more)), run(case.path(), &with(&[&more[..], &["--lang", "nl"]].concat())));
    for (text, heads) in [
        (&english.out, ["Where the spread comes from", "What would overturn the conclusion", "overturned at"]),
        (&dutch.out, ["Waar de spreiding vandaan komt", "Wat de conclusie zou omkeren", "omgekeerd bij"]),
    ] {
        assert!(heads.iter().all(|head| text.contains(head)), "{text}");
        assert!(text.lines().all(|line| line.chars().count() <= 100), "{text}");
    }
    let json = |threads: &str| run(case.path(), &with(&[&more[..], &["--format", "json", "--threads", threads]].concat())).out;
    let answer: serde_json::Value = serde_json::from_str(&json("1")).unwrap();
    assert_eq!((&answer["conclusion"]["claim"], &answer["conclusion"]["holds"]), (&"falls".into(), &true.into()));
    assert_eq!((&answer["conclusion"]["proof"], &answer["sampled"]["samples"]), (&"smallest".into(), &200.into()));
    assert_eq!((&answer["run"]["samples"], &answer["run"]["stance"]), (&200.into(), &"central".into()));
    assert!(!answer["conclusion"]["each_alone"].as_array().unwrap().is_empty());
    for threads in ["2", "4", "8"] {
        assert_eq!(json("1"), json(threads), "{threads}");
    }
}

#[test]
fn two_batteries_that_only_help_together_are_the_smallest_set() {
    // Each of two needs falls by itself, so neither battery alone keeps tel up through an outage of two hours.
    let rows = "dependent,provider,need,buffer_h,importance,probability,source,confidence\n\
                tel,grid,power,1,essential,1,s,low\ntel,grid,cooling,1,essential,1,s,low\n";
    let case = folder(&[("d.csv", rows)]);
    let ran = run(case.path(), &["sensitivity", "d.csv", "--fail", "grid+2", "--conclusion", "tel falls", "--format", "json", "--quiet"]);
    assert_eq!(ran.code, Some(0), "{}", ran.err);
    let told: serde_json::Value = serde_json::from_str(&ran.out).unwrap();
    let found = told["certificate"].as_object().or(told["conclusion"].as_object()).unwrap();
    assert_eq!(found["proof"], "smallest");
    assert!(found["each_alone"].as_array().unwrap().is_empty());
    let by = found["overturned_by"].as_array().unwrap();
    let needs: Vec<&str> = by.iter().map(|cell| cell["need"].as_str().unwrap()).collect();
    assert_eq!(needs, ["cooling", "power"]);
    for cell in by {
        assert_eq!(cell["column"], "buffer_h");
        assert!((cell["value"].as_f64().unwrap() - 2.0).abs() < 1e-6, "{cell}");
    }
}
