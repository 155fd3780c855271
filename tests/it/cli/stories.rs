//! What an analyst does, from a first look to a ranking.

use super::{CASE, folder, keten, run, run_with_input};
use std::process::Stdio;

#[test]
fn a_network_is_checked_simulated_explained_and_ranked() {
    let case = folder(&CASE);
    for (arguments, wanted) in [
        (&["check", "."][..], "The network is sound"),
        (&["simulate", ".", "--scenario", "cut"], "What follows: Power cut"),
        (&["simulate", ".", "--fail", "GRID@2+3", "--lang", "nl"], "uitval van Stroomnet (GRID)"),
        (&["why", ".", "HOSPITAL", "--scenario", "cut"], "What would have helped"),
        (&["rank", "."], "Each of 4 initiators"),
        (&["rank", ".", "--by", "sector", "--criterion", "affected"], "Energy"),
        (&["columns", "--lang", "nl"], "Kolommen die keten kent"),
        (&["explain", "K012"], "columns that end in _h are in hours"),
        (&["explain", "k12", "--lang", "nl"], "kolommen op _h of _uren zijn in uren"),
        (&["completions", "bash"], "_keten"),
        (&["simulate", ".", "--scenario", "cut", "--samples", "50"], "In 50 samples within 48 h"),
        (&["simulate", ".", "--scenario", "cut", "--samples", "50", "--lang", "nl"], "In 50 trekkingen, binnen 48 uur"),
        (&["why", ".", "TEL", "--scenario", "cut", "--samples", "50"], "Affected in 100% of the samples"),
        (&["simulate", ".", "--scenario", "cut", "--bounds", "--range", "all=default"], "within 48 h 4 nodes must lose"),
        (&["simulate", ".", "--scenario", "cut", "--bounds", "--lang", "nl"], "Wat zeker is: Power cut"),
        (&["rank", ".", "--samples", "20"], "lost means nothing left. All are"),
        (&["rank", ".", "--samples", "20", "--lang", "nl"], "trekkingen"),
        (&["verify", ".", "--samples", "20"], "No scenario states what followed"),
        (&["simulate", ".", "--scenario", "cut", "--until-se", "0.1"], "In 128 samples"),
        (&["verify", "."], "No scenario states what followed"),
    ] {
        let ran = run(case.path(), arguments);
        assert_eq!(ran.code, Some(0), "{arguments:?}: {}", ran.err);
        assert!(ran.out.contains(wanted), "{arguments:?}: {}", ran.out);
    }
}

#[test]
fn a_table_on_standard_input_is_a_network() {
    let empty = folder(&[]);
    let ran = run_with_input(empty.path(), &["simulate", "-", "--fail", "a", "--format", "csv"], "dependent,provider\nb,a\n");
    assert_eq!((ran.code, ran.out.lines().count()), (Some(0), 3), "{}", ran.err);
}

#[test]
fn data_is_the_same_in_every_language_and_with_any_number_of_threads() {
    let case = folder(&CASE);
    let commands = [
        &["simulate", ".", "--scenario", "cut"][..],
        &["why", ".", "TEL", "--scenario", "cut"],
        &["rank", "."],
        &["simulate", ".", "--scenario", "cut", "--samples", "100"],
        &["rank", ".", "--samples", "100"],
        &["simulate", ".", "--scenario", "cut", "--bounds"],
    ];
    for command in commands {
        for format in ["json", "csv"] {
            let with = |more: &[&str]| run(case.path(), &[command, &["--format", format], more].concat()).out;
            let first = with(&[]);
            assert!(!first.is_empty());
            assert_eq!(first, with(&["--lang", "nl"]));
            assert_eq!(first, with(&["--threads", "1"]));
            assert_eq!(first, with(&["--threads", "2"]));
        }
    }
}

#[test]
fn the_language_comes_from_the_environment_too() {
    let case = folder(&CASE);
    let output = keten(case.path(), &["rank", "."]).env("KETEN_LANG", "nl_NL.UTF-8").output().unwrap();
    assert!(String::from_utf8_lossy(&output.stdout).starts_with("Wat het meest kritiek is"));
    let help = run(case.path(), &["simulate", "--help", "--lang", "nl"]);
    assert!(help.out.starts_with("Wat valt er uit, wanneer en waardoor"), "{}", help.out);
}

#[test]
fn a_stance_changes_what_it_should_and_is_printed() {
    let case = folder(&[("net.csv", "dependent,provider,need,probability\ntel,grid,power,0.2\n")]);
    let affected = |stance: &str| run(case.path(), &["simulate", "net.csv", "--fail", "grid", "--stance", stance]).out;
    assert!(affected("central").contains("1 node affected"));
    assert!(affected("cautious").contains("2 nodes affected"));
    assert!(affected("cautious").contains("by the stance cautious"));
}

#[test]
fn colours_are_for_terminals_only() {
    let case = folder(&[("net.csv", "dependent,provider\ntel,tel\n")]);
    let plain = run(case.path(), &["check", "net.csv"]);
    assert!(!plain.err.contains('\u{1b}'), "{}", plain.err);
}

#[test]
fn a_generated_network_can_be_used() {
    let place = folder(&[]);
    assert_eq!(run(place.path(), &["generate", "--nodes", "200", "--out", "made"]).code, Some(0));
    assert_eq!(run(place.path(), &["rank", "made", "--top", "3", "--criterion", "affected"]).code, Some(0));
}

/// How a command ends that is interrupted at its work. How soon it is at it depends on the machine, so one that was not is asked again and
/// given more time.
#[cfg(unix)]
fn interrupted(place: &std::path::Path, arguments: &[&str], is_at_work: &dyn Fn() -> bool) -> std::process::Output {
    let ask = |wait: u64| {
        let child = keten(place, arguments).stderr(Stdio::piped()).spawn().unwrap();
        std::thread::sleep(std::time::Duration::from_millis(wait));
        let sent = std::process::Command::new("kill").args(["-INT", &child.id().to_string()]).status().unwrap();
        assert!(sent.success());
        child.wait_with_output().unwrap()
    };
    let at_work = |ended: &std::process::Output| ended.status.code().is_some() && is_at_work();
    [300, 1_000, 3_000].into_iter().map(ask).find(at_work).unwrap_or_else(|| ask(9_000))
}

#[cfg(unix)]
#[test]
fn an_interrupted_ranking_is_a_whole_answer_that_says_so() {
    // A long chain of needs that pass most of a loss on: every initiator takes the whole rest of it along, level by level.
    let links: String = (1..8000).map(|node| format!("n{node},n{},0.9999\n", node - 1)).collect();
    let place = folder(&[("made.csv", &format!("dependent,provider,importance\n{links}"))]);
    let arguments = ["rank", "made.csv", "--out", "r.json", "--threads", "1"];
    let ended = interrupted(place.path(), &arguments, &|| true);
    assert_eq!(ended.status.code(), Some(130));
    let text = std::fs::read_to_string(place.path().join("r.json")).unwrap();
    let answer: serde_json::Value = serde_json::from_str(&text).unwrap();
    assert_eq!((&answer["status"], &answer["reason"]), (&"truncated".into(), &"interrupted".into()));
}

#[cfg(unix)]
#[test]
fn a_page_that_was_interrupted_says_what_is_missing_and_how_many_samples_there_are() {
    let links: String = (1..300).map(|node| format!("n{node},n{},0.9\n", node - 1)).collect();
    let place = folder(&[("made.csv", &format!("dependent,provider,probability\n{links}"))]);
    let arguments = ["report", "made.csv", "--fail", "n0", "--samples", "3000000", "--out", "r.html", "--threads", "1"];
    let ended = interrupted(place.path(), &arguments, &|| place.path().join("r.html").exists());
    assert_eq!(ended.status.code(), Some(130));
    let told = String::from_utf8(ended.stderr).unwrap();
    assert_eq!(told.lines().filter(|line| line.contains("interrupted")).count(), 1, "{told}");
    let page = std::fs::read_to_string(place.path().join("r.html")).unwrap();
    assert!(page.contains("Stopped early, so this page is a part. Missing or incomplete: chances and bands"));
    assert!(!page.contains("come from 3,000,000 samples"), "as many as were drawn, not as were asked for");
}

#[cfg(unix)]
#[test]
fn an_interrupted_comparison_gives_the_parts_that_it_has() {
    let links = |buffer: u32| -> String { (1..300).map(|node| format!("n{node},n{},0.9,{buffer}\n", node - 1)).collect() };
    let rows = |buffer: u32| format!("dependent,provider,probability,buffer_h\n{}", links(buffer));
    let cut = "[[event]]\nfail = \"n0\"\n";
    let place = folder(&[
        ("a/dependencies.csv", &rows(0)),
        ("a/scenarios/cut.toml", cut),
        ("b/dependencies.csv", &rows(1)),
        ("b/scenarios/cut.toml", cut),
    ]);
    let arguments = ["compare", "a", "b", "--scenario", "cut", "--samples", "3000000", "--threads", "1"];
    for (out, lang) in [("c.json", "en"), ("c.html", "en"), ("n.html", "nl")] {
        let text = || std::fs::read_to_string(place.path().join(out)).unwrap_or_default();
        let knows_course = || ["\"course\":{", "verloren uren", "hours lost"].iter().any(|told| text().contains(told));
        let ended = interrupted(place.path(), &[&arguments[..], &["--out", out, "--lang", lang]].concat(), &knows_course);
        let told = String::from_utf8(ended.stderr).unwrap();
        assert_eq!((ended.status.code(), told.lines().count()), (Some(130), 1), "{told}");
    }
    let text = |name: &str| std::fs::read_to_string(place.path().join(name)).unwrap();
    let answer: serde_json::Value = serde_json::from_str(&text("c.json")).unwrap();
    assert_eq!((&answer["status"], &answer["reason"]), (&"truncated".into(), &"interrupted".into()));
    assert_eq!((answer["changes"].as_array().unwrap().len(), &answer["ranking"]), (299, &serde_json::Value::Null));
    assert_eq!(answer["course"]["totals"].as_array().map(Vec::len), Some(5), "known by the stance before any sample is drawn");
    assert_eq!((&answer["tried"], &answer["tried_of"], &answer["effects"]), (&0.into(), &299.into(), &serde_json::json!([])));
    assert!(answer["samples"].as_u64().is_none_or(|samples| samples < 3_000_000), "{}", answer["samples"]);
    assert!(text("c.html").contains("who became more or less critical; what changes do that were not tried"));
    assert!(text("n.html").contains("wie meer of minder kritiek werd; wat wijzigingen doen die nog niet waren geprobeerd"));
}

#[test]
fn samples_that_cannot_be_drawn_are_a_fault_with_a_place() {
    let case = folder(&CASE);
    for samples in ["0", "99999999999999"] {
        let ran = run(case.path(), &["simulate", ".", "--scenario", "cut", "--samples", samples]);
        assert_eq!((ran.code, ran.out.as_str()), (Some(3), ""), "{}", ran.err);
        assert!(ran.err.contains("K060") && ran.err.contains("--samples"), "{}", ran.err);
    }
    let ran = run(case.path(), &["simulate", ".", "--scenario", "cut", "--samples", "300", "--until-se", "0.000001", "--format", "json"]);
    assert_eq!(ran.code, Some(0), "nothing is uncertain here, so the error is 0: {}", ran.err);
}

#[test]
fn ranges_of_empty_cells_are_checked_and_can_stand_with_the_network() {
    let mut files = CASE.to_vec();
    files.retain(|(name, _)| *name != "network.toml");
    let with = |toml: &'static str| folder(&[&files[..], &[("network.toml", toml)]].concat());
    let simulate = |toml, more: &[&str]| {
        let case = with(toml);
        run(case.path(), &[&["simulate", ".", "--scenario", "cut", "--bounds", "--format", "json"], more].concat())
    };
    let narrow = simulate("[ranges]\nall = \"default\"\n", &[]);
    assert!(narrow.out.contains("\"counts\":{\"must\":4,\"may\":0,\"cannot\":0}"), "{}{}", narrow.out, narrow.err);
    assert_eq!(simulate("", &["--range", "all=default"]).out.len(), narrow.out.len(), "the same answer, but for the inputs' digests");
    assert!(simulate("", &[]).out.contains("\"must\":1,\"may\":3"));
    for (toml, more, code) in [
        ("[ranges]\nbufer_h = \"1..2\"\n", &[][..], "K023"),
        ("[ranges]\nbuffer_h = \"2..1\"\n", &[], "K024"),
        ("", &["--range", "buffer_h=2..1"], "K061"),
    ] {
        let ran = simulate(toml, more);
        assert_eq!(ran.code, Some(3), "{}", ran.err);
        assert!(ran.err.contains(code), "{}", ran.err);
    }
}
