//! Scenario files.

use super::{folder, network, path_of, shown};
use keten::diagnostic::{Checked, Finding};
use keten::network::{Action, Confidence, Expected, Network, ScenarioKind};
use keten::tables::{LoadedScenario, load_scenario, scenarios};
use keten::units::{Level, Quantity, Time};

fn small() -> Network {
    network("dependent,provider,need\ntel,grid,power\ntel,dns:1,dns\nurn:x,grid,net:power\n")
}

fn load(text: impl AsRef<[u8]>) -> Checked<LoadedScenario> {
    let folder = folder(&[("scenarios/s.toml", text.as_ref())]);
    load_scenario(&small(), Some(folder.path()), "s")
}

#[track_caller]
fn check(text: &str, expected: &str) {
    let checked = load(text);
    assert_eq!(shown(&checked.diagnostics), expected, "{:#?}", checked.diagnostics);
    assert_eq!(checked.value.is_some(), expected.is_empty());
}

#[test]
fn everything_that_a_scenario_states_arrives() {
    let text = r#"
title = "Diemen"
description = "x"
kind = "incident"
source = "TenneT"
horizon_h = 48
[[event]]
at_h = 0.5
fail = "grid"
duration_h = 1.7
level = 0.25
probability = 0.5
common = true
[[event]]
drain = "urn:x:net:power"
duration_h = "tri(1|2|4)"
[[expect]]
node = "tel"
state = "degraded"
level = [0.2, 0.6]
from_h = [0.0, "1/10"]
hours = 5
source = "S"
confidence = "H"
"#;
    let loaded = load(text).value.unwrap();
    assert_eq!((loaded.name.as_str(), loaded.digest.len()), ("s", 64));
    let scenario = loaded.scenario;
    assert_eq!((scenario.kind, scenario.horizon), (ScenarioKind::Incident, Some(Time::from_hours(48))));
    assert_eq!(scenario.events[0].at.ms(), 1_800_000);
    let Action::Fail { nodes, duration, level, common, .. } = &scenario.events[0].action else { panic!() };
    assert_eq!((nodes.len(), *common, level), (1, true, &Quantity::Fixed(Level::from_ppm(250_000).unwrap())));
    assert_eq!(duration.as_ref().unwrap().to_string(), "1.7");
    let Action::Drain { need, duration } = &scenario.events[1].action else { panic!() };
    assert_eq!((small().need_name(*need), duration.as_ref().unwrap().to_string().as_str()), ("net:power", "tri(1|2|4)"));
    let expect = &scenario.expectations[0];
    let level = |ppm| Level::from_ppm(ppm).unwrap();
    assert_eq!(expect.state, Expected::Degraded(Some((level(200_000), level(600_000)))));
    assert_eq!(expect.from, Some((Time::ZERO, Time::from_ms(360_000).unwrap())));
    assert_eq!((expect.hours, expect.confidence), (Some((Time::from_hours(5), Time::from_hours(5))), Some(Confidence(0.9))));
}

#[test]
fn every_fault_is_placed() {
    check(
        "horizon_h = -1\n[[event]]\nfail = 'grid'\nlevel = 2\nat_h = true\nprobability = 'x'\n",
        "K013 1 -1\nK024 5 true\nK013 4 2\nK012 6 'x'",
    );
    check("horizon = 4\n[[event]]\nfail = 'grid'\ndurations_h = 1\n", "K023 1 horizon\nK023 4 durations_h");
    check(
        "[[event]]\nfail = 'grdi'\n[[event]]\nfail = 'x*'\n[[event]]\nfail = 'colour=red'\n",
        "K029 2 'grdi'\nK026 4 'x*'\nK028 6 'colour=red'",
    );
    check("[[event]]\nat_h = 1\n[[event]]\nfail = 'grid'\ndrain = 'tel:power'\n", "K025 1 [[event]]\nK025 3 [[event]]");
    check("[[event]]\nmeasure = 'm'\n", "K078 2 'm'");
    check("[[event]]\nfail = 'grid'\nduration_h = 'tri(3|2|1)'\n", "K020 3 'tri(3|2|1)'");
    check("[[event]]\nfial = 'grid'\n", "K023 2 fial");
    check("title = 'x'\n", "K035 1 title = 'x'");
    check("event = 3\n", "K024 1 3");
    let event = "[[event]]\nfail = 'grid'\n";
    let likelihood = |rest: &str| format!("[likelihood]\n{rest}{event}");
    check(&likelihood("probability = 0.1\nperiod_h = 10\nsource = 'x'\nconfidence = 'low'\n"), "");
    check(&likelihood("probability = 0.1\n"), "K035 1 [likelihood]\nK035 1 [likelihood]");
    check(&likelihood("probability = 2\nperiod_h = 10\nsource = 'x'\n"), "K013 2 2");
    check(&likelihood("probability = 0.1\nperiod = 10\nsource = 'x'\n"), "K023 3 period\nK035 1 [likelihood]");
    check(&format!("likelihood = 0.1\n{event}"), "K024 1 0.1");
}

#[test]
fn acquisitions_are_checked_in_the_order_of_time() {
    let deal = |deal: &str| format!("[[event]]\nacquire = {deal}\n");
    check(&deal("{ owner = 'fund', owned = 'grid', share = 0.6 }"), "");
    check(&deal("{ owner = 'fund', owned = 'grid', share = '2/3' }"), "");
    check(&deal("'grid'"), "K024 2 'grid'");
    check(&deal("{ owner = 'fund', owned = 'gird', share = 0.6 }"), "K029 2 { owner = 'fund', owned = 'gird', share = 0.6 }");
    check(&deal("{ owner = 'fund', owned = 'grid', share = 60 }"), "K053 2 60");
    check(&deal("{ owner = 'fund', owned = 'grid', share = 600 }"), "K013 2 600");
    check(&deal("{ owner = 'fund', owned = 'grid', share = -0.1 }"), "K013 2 -0.1");
    check(&deal("{ owner = 'fund', owned = 'grid', share = 'tri(0|0.5|1)' }"), "K024 2 'tri(0|0.5|1)'");
    check(&deal("{ owner = 'grid', owned = 'grid', share = 0.6 }"), "K051 2 { owner = 'grid', owned = 'grid', share = 0.6 }");
    check(
        &deal("{ owner = 'fund', of = 'grid' }"),
        "K023 2 of\nK035 2 { owner = 'fund', of = 'grid' }\nK035 2 { owner = 'fund', of = 'grid' }",
    );
    let twice = |first: u32, then: u32| {
        let one = |at: u32| format!("[[event]]\nat_h = {at}\nacquire = {{ owner = 'fund', owned = 'grid', share = 0.6 }}\n");
        one(first) + &one(then)
    };
    // The later of the two is one too many, wherever it stands.
    check(&twice(1, 2), "K054 6 { owner = 'fund', owned = 'grid', share = 0.6 }");
    check(&twice(2, 1), "K054 3 { owner = 'fund', owned = 'grid', share = 0.6 }");
    check(&(deal("{ owner = 'fund', owned = 'grid', share = 0.6 }") + "[[event]]\nfail = 'controlled_by=fund'\n"), "");
    let before = "[[event]]\nfail = 'controlled_by=fund'\n[[event]]\nat_h = 1\nacquire = { owner = 'fund', owned = 'grid', share = 0.6 }\n";
    check(before, "K029 2 'controlled_by=fund'");
}

#[test]
fn needs_that_are_drained_must_exist() {
    check("[[event]]\ndrain = 'tel:dns'\n", "");
    check("[[event]]\ndrain = 'tel:gas'\n", "K030 2 'tel:gas'");
    check("[[event]]\ndrain = 'tell:gas'\n", "K029 2 'tell:gas'");
    check("[[event]]\ndrain = 'tel'\n", "K024 2 'tel'");
    let finding = load("[[event]]\ndrain = 'tel:gas'\n").diagnostics.remove(0).finding;
    assert_eq!(finding, Finding::UnknownNeed { node: "tel".into(), need: "gas".into(), known: vec!["dns".into(), "power".into()] });
}

#[test]
fn expectations_are_checked() {
    let with = |rest: &str| format!("[[event]]\nfail = 'grid'\n[[expect]]\n{rest}");
    check(&with("node = 'tel'\nstate = 'down'\nhours = [5, 16]\nconfidence = 0.4\n"), "");
    check(&with("node = 'tle'\nstate = 'dwon'\n"), "K029 4 'tle'\nK014 5 'dwon'");
    check(&with("node = 'tel'\nstate = 'down'\nlevel = 0.5\nhours = [5, 4]\n"), "K024 6 0.5\nK024 7 [5, 4]");
    check(&with("hours = [1]\nconfidence = 'zeker'\n"), "K035 3 [[expect]]\nK035 3 [[expect]]\nK024 4 [1]\nK014 5 'zeker'");
}

#[test]
fn an_incident_that_cannot_be_reproduced_says_why() {
    let scenario = load("reproducible = false\nreason = 'no data'\n").value.unwrap().scenario;
    assert_eq!(scenario.not_reproducible.as_deref(), Some("no data"));
    check("reproducible = false\n", "K035 1 false");
}

#[test]
fn text_that_is_no_toml_is_placed() {
    let checked = load("title = 'x'\n[[event]\nfail = \n");
    assert!(checked.diagnostics.iter().all(|d| d.finding.code().0 == 22), "{:?}", checked.diagnostics);
    assert_eq!(checked.diagnostics[0].places[0].row, 2);
    let checked = load(b"title = 'caf\xe9'\n");
    assert_eq!(shown(&checked.diagnostics), "K010 1 \u{fffd}");
}

#[test]
fn scenarios_are_found_by_name_or_path() {
    let event: &[u8] = b"[[event]]\nfail = 'grid'\n";
    let folder = folder(&[("scenarios/b.toml", event), ("scenarios/a.toml", event), ("else.toml", event), ("scenarios/notes.md", b"")]);
    let known: Vec<_> = scenarios(folder.path()).iter().map(|path| path.file_name().unwrap().to_owned()).collect();
    assert_eq!(known, ["a.toml", "b.toml"]);
    let at = |name: &str| load_scenario(&small(), Some(folder.path()), name);
    assert_eq!(at("a").value.unwrap().name, "a");
    assert_eq!(at("b.toml").value.unwrap().name, "b");
    assert_eq!(at(path_of(&folder, "else.toml").to_str().unwrap()).value.unwrap().name, "else");
    let finding = at("c").diagnostics.remove(0).finding;
    assert_eq!(finding, Finding::UnknownScenario { name: "c".into(), known: vec!["a".into(), "b".into()] });
}
