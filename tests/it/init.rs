//! `keten init`: every template can be used as it stands, in both languages, and nothing that exists is touched.

use crate::cli::{Ran, folder, run};
use std::path::Path;

const TEMPLATES: [&str; 4] = ["empty", "telecom", "electricity", "municipality"];
const LANGUAGES: [&str; 2] = ["en", "nl"];

fn every_template() -> impl Iterator<Item = (&'static str, &'static str)> {
    TEMPLATES.into_iter().flat_map(|template| LANGUAGES.map(|lang| (template, lang)))
}

fn init(place: &Path, template: &str, lang: &str) -> Ran {
    run(place, &["init", "case", "--template", template, "--lang", lang])
}

fn json(ran: &Ran) -> serde_json::Value {
    serde_json::from_str(&ran.out).unwrap()
}

#[test]
fn every_template_passes_its_check_in_both_languages() {
    for (template, lang) in every_template() {
        let place = folder(&[]);
        let made = init(place.path(), template, lang);
        assert_eq!(made.code, Some(0), "{template} {lang}: {}", made.err);
        let checked = run(place.path(), &["check", "case", "--lang", lang]);
        assert_eq!(checked.code, Some(0), "{template} {lang}: {}", checked.err);
        assert!(!checked.err.contains("error[") && !checked.err.contains("fout["), "{template} {lang}: {}", checked.err);
    }
}

#[test]
fn the_example_of_every_template_affects_more_than_what_it_hits() {
    for (template, lang) in every_template() {
        let place = folder(&[]);
        init(place.path(), template, lang);
        let ran = run(place.path(), &["simulate", "case", "--scenario", "example", "--format", "json"]);
        assert_eq!(ran.code, Some(0), "{template} {lang}: {}", ran.err);
        let affected = json(&ran)["totals"]["affected"].as_u64().unwrap();
        assert!(affected >= 2, "{template} {lang}: {affected}");
    }
}

#[test]
fn the_two_languages_of_a_template_are_one_case() {
    for template in TEMPLATES {
        let totals = LANGUAGES.map(|lang| {
            let place = folder(&[]);
            init(place.path(), template, lang);
            json(&run(place.path(), &["simulate", "case", "--scenario", "example", "--format", "json"]))["totals"].clone()
        });
        assert_eq!(totals[0], totals[1], "{template}");
    }
}

#[test]
fn the_next_command_is_the_only_line_on_standard_output() {
    let place = folder(&[]);
    let english = run(place.path(), &["init", "case"]);
    assert_eq!((english.out.as_str(), english.err.as_str()), ("Next: keten check case\n", ""));
    let dutch = run(place.path(), &["init", "mijn casus", "--lang", "nl"]);
    assert_eq!((dutch.out.as_str(), dutch.err.as_str()), ("Hierna: keten check \"mijn casus\" --lang nl\n", ""));
    let mut names: Vec<_> = std::fs::read_dir(place.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    names.sort();
    assert_eq!(names, ["case", "mijn casus"], "nothing else is left behind");
}

#[test]
fn a_dutch_template_is_in_dutch_and_safe_in_any_spreadsheet() {
    for (template, lang) in every_template() {
        let place = folder(&[]);
        init(place.path(), template, lang);
        for (table, header) in
            [("dependencies.csv", ["dependent,provider,", "afnemer;leverancier;"]), ("nodes.csv", ["id,name,", "id;naam;"])]
        {
            let text = std::fs::read_to_string(place.path().join("case").join(table)).unwrap();
            let header = header[usize::from(lang == "nl")];
            assert!(text.lines().any(|line| line.starts_with(header)), "{template} {lang} {table}");
            // A spreadsheet that takes UTF-8 for another encoding still shows every letter.
            assert!(text.is_ascii(), "{template} {lang} {table}");
        }
    }
}

#[test]
fn what_exists_is_left_alone() {
    let place = folder(&[("case/mine.txt", "mine")]);
    let ran = init(place.path(), "telecom", "en");
    assert_eq!((ran.code, ran.out.as_str()), (Some(1), ""));
    assert!(ran.err.contains("case") && ran.err.contains("exists"), "{}", ran.err);
    let names: Vec<_> = std::fs::read_dir(place.path().join("case")).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(names, ["mine.txt"]);
    assert_eq!(std::fs::read_dir(place.path()).unwrap().count(), 1);
    assert_eq!(std::fs::read_to_string(place.path().join("case/mine.txt")).unwrap(), "mine");
}

#[test]
fn a_folder_in_no_folder_is_an_error() {
    let place = folder(&[]);
    let ran = run(place.path(), &["init", "missing/case"]);
    assert_eq!((ran.code, ran.out.as_str()), (Some(1), ""));
    assert_eq!(std::fs::read_dir(place.path()).unwrap().count(), 0);
}
