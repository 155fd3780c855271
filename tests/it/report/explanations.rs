//! The pages of `keten explain`: each example must show what it is an example of, and be sound once it is mended.

use crate::cli::{folder, run};
use keten::diagnostic::FindingKind as K;
use keten::report::language::{Lang, explanation};

/// Kinds whose example is a table of dependencies.
const TABLES: [K; 19] = [
    K::EmptyTable,
    K::MissingColumn,
    K::RepeatedColumn,
    K::BrokenQuote,
    K::WrongFieldCount,
    K::MissingId,
    K::NotANumber,
    K::OutOfRange,
    K::UnknownWord,
    K::SelfDependency,
    K::DuplicateDependency,
    K::NeedDisagrees,
    K::ShortAtBaseline,
    K::BadDistribution,
    K::UnknownColumn,
    K::UnfedLoop,
    K::SharedProvider,
    K::NoSource,
    K::PointAsDecimal,
];

/// Kinds whose example is a table of nodes beside one dependency.
const NODES: [(K, &str); 4] = [
    (K::DuplicateNode, "TEL,GRID"),
    (K::IsolatedNode, "GRID-2,GRID"),
    (K::NodeWithoutRow, "TEL,GRID"),
    (K::BlackStartTooShort, "TEL,PLANT"),
];

/// Kinds whose example is a table of ownership beside one dependency.
const OWNERSHIP: [K; 7] = [
    K::SharesAboveOne,
    K::SelfOwnership,
    K::DuplicateHolding,
    K::PercentageAsShare,
    K::FractionsAsPercentages,
    K::UnknownOwned,
    K::UnknownOwner,
];

/// Kinds whose example is a table of criteria beside one dependency.
const CRITERIA: [K; 4] = [K::TwoGauges, K::PartOfLimit, K::ClassesCross, K::DuplicateLimit];

/// Kinds whose example is a table of impacts beside criteria.
const IMPACTS: [K; 3] = [K::DuplicateImpact, K::AmountNotTaken, K::UnknownCriterion];

/// Kinds whose example is a table of measures.
const MEASURES: [K; 5] = [K::BadChange, K::DuplicateMeasure, K::UnknownMeasure, K::MeasureWithoutCost, K::MeasureWithoutEffect];

/// Kinds whose example is a scenario.
const SCENARIOS: [K; 9] = [
    K::BadToml,
    K::UnknownKey,
    K::WrongValue,
    K::EventAction,
    K::UnknownNeed,
    K::LateMeasure,
    K::MeasuresExclude,
    K::MissingKey,
    K::TriggerBeforeCompromise,
];

/// The example that is wrong, and the same mended.
fn examples(lang: Lang, kind: K) -> [String; 2] {
    let page = explanation(lang, kind);
    let block = |part: &str| part.lines().map(|line| line.strip_prefix("    ").unwrap_or("")).collect::<Vec<_>>().join("\n") + "\n";
    let blocks: Vec<String> = page.split("\n\n").filter(|part| part.starts_with("    ")).map(block).collect();
    blocks.try_into().unwrap_or_else(|blocks| panic!("{kind:?}: {blocks:?}"))
}

/// What `check` says of files: on either stream, as data.
fn said(files: &[(&str, &str)]) -> String {
    let case = folder(files);
    let ran = run(case.path(), &["check", ".", "--format", "json"]);
    assert!(matches!(ran.code, Some(0 | 3)), "{}", ran.err);
    ran.out + &ran.err
}

/// The wrong example must show the kind; the right one must not, and must be sound.
fn compare(kind: K, said_of: &dyn Fn(&str) -> String) {
    for (_, lang) in Lang::ALL {
        let [wrong, right] = examples(lang, kind).map(|example| said_of(&example));
        let code = format!("\"{}\"", kind.code());
        assert!(wrong.contains(&code), "{kind:?} {lang:?}: {wrong}");
        assert!(!right.contains(&code) && !right.contains("\"error\""), "{kind:?} {lang:?}: {right}");
    }
}

#[test]
fn examples_of_dependencies_are_what_they_say() {
    for kind in TABLES {
        compare(kind, &|text| said(&[("dependencies.csv", text)]));
    }
}

#[test]
fn examples_of_nodes_are_what_they_say() {
    for (kind, row) in NODES {
        compare(kind, &|text| said(&[("dependencies.csv", &format!("dependent,provider\n{row}\n")), ("nodes.csv", text)]));
    }
}

#[test]
fn examples_of_ownership_are_what_they_say() {
    for kind in OWNERSHIP {
        compare(kind, &|text| said(&[("dependencies.csv", "dependent,provider\nTEL,GRID-BV\n"), ("ownership.csv", text)]));
    }
}

#[test]
fn examples_of_criteria_and_impacts_are_what_they_say() {
    let dependencies = "dependent,provider\nTEL,GRID\n";
    for kind in CRITERIA {
        compare(kind, &|text| said(&[("dependencies.csv", dependencies), ("criteria.csv", text)]));
    }
    let criteria = "criterion,measure\npeople,peak\nmensen,peak\nchain,sectors\n";
    for kind in IMPACTS {
        compare(kind, &|text| said(&[("dependencies.csv", dependencies), ("criteria.csv", criteria), ("impacts.csv", text)]));
    }
}

#[test]
fn examples_of_measures_are_what_they_say() {
    for kind in MEASURES {
        compare(kind, &|text| said(&[("dependencies.csv", "dependent,provider\nTEL,GRID\n"), ("measures.csv", text)]));
    }
}

#[test]
fn examples_of_scenarios_are_what_they_say() {
    let network = "dependent,provider,need\nTEL,GRID,power\n";
    let nodes = "id,operator\nGRID,X\nTEL,Y\n";
    let measures = "id,target,change,excludes\nbattery,TEL,buffer_h=8,generator\ngenerator,TEL,buffer_h=72,\n";
    let with_event = |text: &str| if text.contains("[[event]]") { text.to_owned() } else { format!("[[event]]\nfail = \"GRID\"\n{text}") };
    for kind in SCENARIOS {
        let files = [("dependencies.csv", network), ("nodes.csv", nodes), ("measures.csv", measures)];
        compare(kind, &|text| said(&[&files[..], &[("scenarios/s.toml", &with_event(text))]].concat()));
    }
}

#[test]
fn examples_of_bills_of_materials_are_what_they_say() {
    compare(K::BadJson, &|text| {
        let case = folder(&[("bill.json", text)]);
        let ran = run(case.path(), &["convert", "bill.json", "--out", "net", "--format", "json"]);
        ran.out + &ran.err
    });
}

#[test]
fn examples_of_answers_are_what_they_say() {
    let network = "dependent,provider,need,buffer_h\nTEL,GRID,power,6\nTEL,NET,stroom,6\n";
    for kind in [K::AnswerColumn, K::AnswerRow, K::AnsweredTwice, K::AnswerOutdated] {
        compare(kind, &|text| {
            let case = folder(&[("dependencies.csv", network), ("form.csv", text)]);
            let ran = run(case.path(), &["check", "dependencies.csv", "--answers", "form.csv", "--format", "json"]);
            ran.out + &ran.err
        });
    }
}

#[test]
fn every_page_has_two_examples_and_lines_that_fit() {
    for (_, lang) in Lang::ALL {
        for &kind in K::ALL {
            examples(lang, kind);
            assert!(explanation(lang, kind).lines().all(|line| line.chars().count() <= 100), "{kind:?}");
        }
    }
}
