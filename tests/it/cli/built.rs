//! How a network is built, and how many losses it bears, as a stranger asks for it: in both languages and in every format.

use super::{CASE, folder, run};

/// The case, and beside the mast a second one behind the same grid: redundancy that hangs on one node.
fn case() -> tempfile::TempDir {
    let twice = "HOSPITAL,RADIO,telephone,none,0.2,interview,high\nRADIO,GRID,power,2,,interview,high\nGRID,TEL,control,8,,interview,low\n";
    let rows = format!("{}{twice}", CASE[0].1);
    folder(&[("dependencies.csv", &rows), CASE[1], CASE[2], CASE[3]])
}

#[test]
fn how_a_network_is_built_is_told_in_both_languages() {
    let case = case();
    for (lang, wanted) in [
        ("en", ["# Single points of failure", "Every loss was followed by itself.", "longest chain has", "GRID"]),
        ("nl", ["# Enkelvoudige storingspunten", "Elke uitval is apart gevolgd.", "langste keten heeft", "GRID"]),
    ] {
        let ran = run(case.path(), &["check", ".", "--structure", "--lang", lang, "--format", "md"]);
        assert_eq!(ran.code, Some(0), "{}", ran.err);
        for text in wanted {
            assert!(ran.out.contains(text), "{text}: {}", ran.out);
        }
    }
}

#[test]
fn how_a_network_is_built_as_data_is_the_same_in_both_languages() {
    let case = case();
    let data = |lang: &str, format: &str| run(case.path(), &["check", ".", "--structure", "--lang", lang, "--format", format]).out;
    assert_eq!(data("en", "csv"), data("nl", "csv"));
    let answer: serde_json::Value = serde_json::from_str(&data("en", "json")).unwrap();
    let built = &answer["structure"];
    let points = &built["single_points"];
    assert_eq!(points["complete"], true);
    let points = points["nodes"].as_array().unwrap();
    let ends: Vec<&str> = points.iter().map(|point| point["id"].as_str().unwrap()).collect();
    assert!(ends.contains(&"GRID") && ends.contains(&"MAST"), "{ends:?}");
    let dutch: serde_json::Value = serde_json::from_str(&data("nl", "json")).unwrap();
    assert_eq!(built, &dutch["structure"]);
}

#[test]
fn the_curve_is_told_drawn_and_given_as_data_in_both_languages() {
    let case = case();
    let ask = ["critical-sets", ".", "--curve", "--orders", "20"];
    for (lang, wanted) in [("en", ["until half", "the worst first"]), ("nl", ["tot de helft", "het ergste eerst"])] {
        let ran = run(case.path(), &[&ask[..], &["--lang", lang]].concat());
        assert_eq!(ran.code, Some(0), "{}", ran.err);
        for text in wanted {
            assert!(ran.out.to_lowercase().contains(text), "{text}: {}", ran.out);
        }
        let ran =
            run(case.path(), &[&ask[..], &["--lang", lang, "--out", "curve.svg", "--out", "curve.csv", "--out", "curve.json"]].concat());
        assert_eq!((ran.code, ran.out.as_str()), (Some(0), ""), "{}", ran.err);
        let read = |name: &str| std::fs::read_to_string(case.path().join(name)).unwrap();
        assert!(read("curve.svg").to_lowercase().contains(wanted[0]));
        let answer: serde_json::Value = serde_json::from_str(&read("curve.json")).unwrap();
        // The grid takes all, so one loss is enough.
        assert_eq!((answer["status"].as_str(), answer["targeted_half"].as_u64()), (Some("complete"), Some(1)), "{answer}");
        assert!(read("curve.csv").lines().count() > 2, "{}", read("curve.csv"));
    }
}
