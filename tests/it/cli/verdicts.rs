//! `classify` and `measures` as a stranger uses them: answers in both languages, refusals and exit codes.

use super::{CASE, folder, run};

const CRITERIA: &str = "scheme,criterion,measure,class,from,unit,confidence,source\n\
    vital,costs,integral,B,1000,EUR,high,made up\nvital,costs,integral,A,10000,EUR,low,made up\nvital,deaths,peak,B,10,,high,made up\n";
const IMPACTS: &str = "node,criterion,amount,source,confidence\nTEL,costs,100,made up,low\nHOSPITAL,costs,50,made up,low\n";
const MEASURES: &str = "id,name,target,change,cost_eur\nbattery,Battery,MAST,power.buffer_h=8,1000\nradio,Radio,TEL,probability=0,5000\n";

fn case(measures: &str) -> tempfile::TempDir {
    folder(&[&CASE[..], &[("criteria.csv", CRITERIA), ("impacts.csv", IMPACTS), ("measures.csv", measures)]].concat())
}

#[test]
fn a_classification_is_told_in_both_languages_and_in_every_form() {
    let case = case(MEASURES);
    for (lang, wanted) in [
        ("en", ["Classification by vital", "1 comes out as stated, 0 graver, 1 milder", "amounts: deaths"]),
        ("nl", ["Classificatie volgens vital", "0 zwaarder, 1 lichter", "hoeveelheden: deaths"]),
    ] {
        let ran = run(case.path(), &["classify", ".", "--lang", lang]);
        assert_eq!(ran.code, Some(0), "{}", ran.err);
        for text in wanted {
            assert!(ran.out.contains(text), "{text}: {}", ran.out);
        }
    }
    let csv = run(case.path(), &["classify", ".", "--format", "csv"]);
    assert!(csv.out.starts_with("id,name,category,class,agreement,verified,criterion,amount,criterion_class,limit,over\n"), "{}", csv.out);
    // TEL loses 72 hours of 100, and the hospital a fifth of 50 with it.
    assert!(csv.out.contains("TEL,Telephony,A,B,milder,false,costs,7920,B,1000,7.92"), "{}", csv.out);
    let json: serde_json::Value = serde_json::from_str(&run(case.path(), &["classify", ".", "--format", "json"]).out).unwrap();
    assert_eq!((json["schema"].as_str(), json["status"].as_str()), (Some("keten.classify/1"), Some("complete")));
    assert_eq!(json["rows"][0]["over"], 7.92);
}

#[test]
fn measures_are_told_in_both_languages_and_in_every_form() {
    let case = case(MEASURES);
    let asked = ["measures", ".", "--scenario", "cut", "--budget", "2000"];
    for (lang, wanted) in [
        ("en", ["Measures against: Power cut", "The best that 2000 euros buy", "Battery: 1000 euros"]),
        ("nl", ["Maatregelen tegen: Power cut", "Het beste voor 2000 euro", "Battery: 1000 euro"]),
    ] {
        let ran = run(case.path(), &[&asked[..], &["--lang", lang]].concat());
        assert_eq!(ran.code, Some(0), "{}", ran.err);
        for text in wanted {
            assert!(ran.out.contains(text), "{text}: {}", ran.out);
        }
    }
    let csv = run(case.path(), &[&asked[..], &["--format", "csv"]].concat());
    // The cut lasts six hours and the battery four: two hours are lost, and none with eight.
    assert!(csv.out.contains("\nbattery,Battery,220,220,220,0,0,1000,"), "{}", csv.out);
    let json: serde_json::Value = serde_json::from_str(&run(case.path(), &[&asked[..], &["--format", "json"]].concat()).out).unwrap();
    let best = &json["portfolio"];
    assert_eq!((best["measures"][0].as_str(), best["at_most"].as_f64()), (Some("battery"), Some(220.0)));
    assert!(best["exact"] == true && best["impossible"] == 0 && best["together"].is_null(), "{best}");
}

#[test]
fn questions_that_do_not_fit_are_refused_in_both_languages() {
    let (with, without) = (case(MEASURES), folder(&CASE));
    for (folder, arguments, english, dutch) in [
        (&without, &["measures", "."][..], "has no measures: add measures.csv", "heeft geen maatregelen: voeg maatregelen.csv toe"),
        (
            &with,
            &["measures", ".", "--scenario", "cut", "--of", "TEL"],
            "--of asks about the lasting loss",
            "--of gaat over de blijvende uitval",
        ),
        (
            &with,
            &["measures", ".", "--fail", "GRID", "--of", "TEL"],
            "--of asks about the lasting loss",
            "--of gaat over de blijvende uitval",
        ),
        (
            &with,
            &["measures", ".", "--criterion", "compromised"],
            "not by first_vital_loss_h or compromised",
            "niet naar first_vital_loss_h of compromised",
        ),
        (&with, &["measures", ".", "--criterion", "hapiness"], "hapiness", "hapiness"),
        (&with, &["measures", ".", "--budget=-1"], "--budget <EUROS> does not take '-1'", "--budget <EUROS> kan niet '-1' zijn"),
        (&without, &["classify", "."], "no criteria with limits", "geen criteria met grenzen"),
        (&with, &["classify", ".", "--scheme", "anv"], "anv", "anv"),
        (&with, &["classify", ".", "--without", "nature"], "nature", "nature"),
        (&with, &["classify", ".", "--at-least", "0"], "--at-least <N> does not take '0'", "--at-least <N> kan niet '0' zijn"),
    ] {
        for (lang, wanted) in [("en", english), ("nl", dutch)] {
            let ran = run(folder.path(), &[arguments, &["--lang", lang]].concat());
            assert_eq!((ran.code, ran.out.as_str()), (Some(2), ""), "{arguments:?}: {}", ran.err);
            assert!(ran.err.contains(wanted), "{arguments:?}: {}", ran.err);
        }
    }
}

#[test]
fn faulty_input_is_shown_with_its_place_and_nothing_is_written() {
    let selector = case(MEASURES);
    for arguments in [&["measures", ".", "--of", "NOBODY"][..], &["classify", ".", "--of", "NOBODY"]] {
        let ran = run(selector.path(), arguments);
        assert_eq!((ran.code, ran.out.as_str()), (Some(3), ""), "{arguments:?}");
        assert!(ran.err.contains("K029") && ran.err.contains("--of"), "{}", ran.err);
    }
    // Measures that cannot be taken, each at its own row.
    let faulty = case("id,target,change\nhalf,MAST,power.share=0.5\nfine,MAST,power.buffer_h=8\nless,TEL,masts.share=0.2\n");
    for lang in ["en", "nl"] {
        let ran = run(faulty.path(), &["measures", ".", "--scenario", "cut", "--lang", lang, "--out", "answer.json"]);
        assert_eq!((ran.code, ran.out.as_str()), (Some(3), ""), "{}", ran.err);
        for place in ["measures.csv:2:11", "measures.csv:4:10"] {
            assert!(ran.err.contains("K018") && ran.err.contains(place), "{}", ran.err);
        }
        assert!(!faulty.path().join("answer.json").exists());
    }
    // A table that cannot be read stops both commands.
    let broken = case("id,target,change\nodd,MAST,power.buffer=8\n");
    for command in ["measures", "classify"] {
        let ran = run(broken.path(), &[command, "."]);
        assert_eq!((ran.code, ran.out.as_str()), (Some(3), ""), "{command}");
        assert!(ran.err.contains("K076"), "{}", ran.err);
    }
}
