//! Arguments that do not fit, and the help: in the language of the user, with what would be right.

use super::{CASE, folder, run};
use keten::report::language::misuse::FIXED_WORDS;

#[test]
fn what_is_wrong_with_the_arguments_is_told_in_both_languages() {
    let case = folder(&CASE);
    for (arguments, english, dutch) in [
        (&["simulate"][..], "<NETWORK> is missing", "<NETWORK> ontbreekt"),
        (
            &["simulte", "."],
            "there is no command 'simulte'; did you mean 'simulate'?",
            "er is geen opdracht 'simulte'; bedoel je 'simulate'?",
        ),
        (
            &["simulate", ".", "--horizn", "3"],
            "there is no option '--horizn' here; did you mean '--horizon'?",
            "er is hier geen optie '--horizn'; bedoel je '--horizon'?",
        ),
        (&["check", ".", "again"], "'again' is one argument too many", "'again' is een argument te veel"),
        (
            &["rank", ".", "--top", "many"],
            "--top <TOP> does not take 'many' (allowed: a whole number, 0 or more)",
            "(mag zijn: een geheel getal, 0 of meer)",
        ),
        (
            &["simulate", ".", "--horizon", "-3"],
            "--horizon <HOURS> does not take '-3' (allowed: 0..1000000)",
            "--horizon <HOURS> kan niet '-3' zijn (mag zijn: 0..1000000)",
        ),
        (&["rank", ".", "--top", "-3"], "--top <TOP> does not take '-3' (allowed: a whole number, 0 or more)", "0 of meer)"),
        (&["rank", ".", "--threads", "-1"], "does not take '-1' (allowed: 1..1024)", "kan niet '-1' zijn (mag zijn: 1..1024)"),
        (&["rank", ".", "--until-se", "-0.5"], "does not take '-0.5' (allowed: >0)", "kan niet '-0.5' zijn (mag zijn: >0)"),
        (&["check", ".", "-3"], "there is no option '-3' here", "er is hier geen optie '-3'"),
        (&["init", "made", "--out", "x.json"], "init makes a folder and takes no --out", "init maakt een map en kent geen --out"),
        (
            &["critical-sets", ".", "--size", "99"],
            "--size <SIZE> does not take '99' (allowed: 2..8)",
            "kan niet '99' zijn (mag zijn: 2..8)",
        ),
        (&["check", ".", "--format", "pdf"], "does not take 'pdf' (allowed: table, csv, json, md", "kan niet 'pdf' zijn (mag zijn: table"),
        (&["simulate", ".", "--samples"], "--samples <N> needs a value", "--samples <N> mist een waarde"),
        (
            &["simulate", ".", "--samples", "3", "--bounds"],
            "--samples <N> cannot stand beside --bounds",
            "--samples <N> gaat niet samen met --bounds",
        ),
        (&["check", ".", "-q", "-q"], "--quiet may stand once only", "--quiet mag maar één keer voorkomen"),
    ] {
        for (lang, wanted) in [("en", english), ("nl", dutch)] {
            let ran = run(case.path(), &[&["--lang", lang][..], arguments].concat());
            assert_eq!((ran.code, ran.out.as_str()), (Some(2), ""), "{arguments:?}");
            assert!(ran.err.contains(wanted), "{arguments:?}: {}", ran.err);
        }
    }
}

#[test]
fn help_has_no_english_left_in_dutch() {
    let case = folder(&CASE);
    for arguments in [&["--help"][..], &["rank", "--help"], &["generate", "--help"]] {
        let ran = run(case.path(), &[arguments, &["--lang", "nl"]].concat());
        assert_eq!(ran.code, Some(0));
        assert!(ran.out.contains("Gebruik: keten"), "{}", ran.out);
        let left = FIXED_WORDS.iter().find(|(english, _)| ran.out.contains(english));
        assert_eq!(left, None, "{arguments:?}: {}", ran.out);
        let english = run(case.path(), arguments);
        assert!(english.out.contains("Usage: keten"), "{}", english.out);
    }
}

#[test]
fn an_answer_that_cannot_be_written_says_why_in_both_languages() {
    let case = folder(&CASE);
    for (lang, wanted) in
        [("en", "cannot write nowhere/x.json: the folder is not there"), ("nl", "kan nowhere/x.json niet schrijven: de map is er niet")]
    {
        let ran = run(case.path(), &["check", ".", "--out", "nowhere/x.json", "--lang", lang]);
        assert_eq!(ran.code, Some(1));
        assert!(ran.err.contains(wanted), "{}", ran.err);
    }
}

#[test]
fn a_report_that_is_no_page_says_that_it_draws_nothing() {
    let case = folder(&CASE);
    for (lang, told) in [("en", "samples are drawn for the page alone"), ("nl", "trekkingen zijn er alleen voor de pagina")] {
        let ran = run(case.path(), &["report", ".", "--fail", "GRID", "--samples", "10", "--format", "json", "--lang", lang]);
        assert_eq!(ran.code, Some(0));
        assert!(ran.err.contains(told), "{}", ran.err);
        assert!(!run(case.path(), &["report", ".", "--fail", "GRID", "--format", "json", "--lang", lang]).err.contains(told));
    }
}

#[test]
fn nothing_lost_is_nought_without_a_sign() {
    let case = folder(&CASE);
    let ran = run(case.path(), &["simulate", ".", "--fail", "GRID@1+0", "--format", "json"]);
    assert!(ran.out.contains(r#""affected":0,"lost":0,"lost_h":0.0,"#), "{}", ran.out);
}

#[test]
fn commands_that_draw_nothing_refuse_samples() {
    let case = folder(&CASE);
    for arguments in [&["check", "."][..], &["chokepoints", ".", "--from", "GRID"], &["critical-sets", "."], &["exposure", ".", "--cyber"]]
    {
        for (lang, wanted) in [("en", "takes no --samples"), ("nl", "kent geen --samples")] {
            let ran = run(case.path(), &[arguments, &["--samples", "10", "--lang", lang]].concat());
            assert_eq!((ran.code, ran.out.as_str()), (Some(2), ""), "{arguments:?}");
            assert!(ran.err.contains(wanted), "{arguments:?}: {}", ran.err);
        }
    }
}

#[test]
fn words_that_lines_part_are_dutch_too() {
    let case = folder(&CASE);
    for command in ["check", "simulate", "rank", "generate", "report", "init", "compare", "measures", "critical-sets", "completions"] {
        let ran = run(case.path(), &[command, "--help", "--lang", "nl"]);
        let words: Vec<&str> = ran.out.split_whitespace().collect();
        let left = words.windows(2).find(|pair| pair[0] == "[default:" || (pair[0] == "[possible" && pair[1] == "values:"));
        assert_eq!(left, None, "{command}: {}", ran.out);
    }
}
