//! Comparisons under scenarios that take measures: every figure is that of a run in the network with them, and so is every mixture.

use crate::cli::{folder, run};
use serde_json::Value;
use std::path::Path;

const MEASURES: &str = "id,name,target,change\nbattery,Battery,tel,power.buffer_h=8\nfaster,Faster,water,restart_h=1\n";
const CUT: &str = "horizon_h = 48\n[[event]]\nfail = \"grid\"\nduration_h = 10\n";

fn dependencies(rail: &str) -> String {
    format!("dependent,provider,need,buffer_h\ntel,grid,power,2\nrail,tel,,{rail}\nwater,grid,power,\n")
}

fn taking(ids: &[&str]) -> String {
    let events: String = ids.iter().map(|id| format!("[[event]]\nmeasure = \"{id}\"\n")).collect();
    format!("{CUT}{events}")
}

fn json(place: &Path, arguments: &[&str]) -> Value {
    let ran = run(place, &[arguments, &["--format", "json"]].concat());
    assert_eq!(ran.code, Some(0), "{}", ran.err);
    serde_json::from_str(&ran.out).unwrap()
}

/// The figure of a name on a side, and what the change of a need does to it alone and at last.
fn figure(told: &Value, name: &str, side: &str) -> f64 {
    told["figures"].as_array().unwrap().iter().find(|figure| figure["name"] == name).unwrap()[side].as_f64().unwrap()
}

fn effect(told: &Value, need: [&str; 2], name: &str) -> [Option<f64>; 2] {
    let at = told["figures"].as_array().unwrap().iter().position(|figure| figure["name"] == name).unwrap();
    let found = told["effects"].as_array().unwrap().iter().find(|effect| effect["key"] == Value::from(need.to_vec())).unwrap();
    ["a_with_it", "b_rests_on_it"].map(|way| found[way][at].as_f64())
}

fn simulated(place: &Path, network: &str, scenario: &str) -> f64 {
    json(place, &["simulate", network, "--scenario", scenario])["totals"]["lost_h"].as_f64().unwrap()
}

#[test]
fn mixtures_hold_the_measures_of_the_scenario() {
    let scenario = taking(&["battery", "faster"]);
    let nodes = "id,restart_h\nwater,5\n";
    let case = folder(&[]);
    for (name, rail) in [("a", ""), ("b", "1")] {
        for (file, text) in [
            ("dependencies.csv", dependencies(rail).as_str()),
            ("nodes.csv", nodes),
            ("measures.csv", MEASURES),
            ("scenarios/s.toml", &scenario),
        ] {
            let path = case.path().join(name).join(file);
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            std::fs::write(path, text).unwrap();
        }
    }
    let told = json(case.path(), &["compare", "a", "b", "--scenario", "s"]);
    // The grid for ten hours, telephony for two, water for ten and one to start again; rail for two, and with a stock of an hour for one.
    assert_eq!((figure(&told, "lost_h", "a"), figure(&told, "lost_h", "b")), (25.0, 24.0));
    assert_eq!([simulated(case.path(), "a", "s"), simulated(case.path(), "b", "s")], [25.0, 24.0]);
    assert_eq!(effect(&told, ["rail", "tel"], "lost_h"), [Some(-1.0), Some(-1.0)]);
    assert_eq!((told["effects"].as_array().unwrap().len(), &told["tried"], &told["unknown"]), (1, &1.into(), &0.into()));
}

#[test]
fn each_side_stands_in_the_network_of_its_own_scenario() {
    let case = folder(&[
        ("dependencies.csv", &dependencies("")),
        ("nodes.csv", "id,restart_h\nwater,5\n"),
        ("measures.csv", MEASURES),
        ("scenarios/plain.toml", CUT),
        ("scenarios/battery.toml", &taking(&["battery"])),
        ("scenarios/both.toml", &taking(&["battery", "faster"]).replace("duration_h = 10", "duration_h = 12")),
    ]);
    for (a, b) in [("plain", "battery"), ("battery", "plain"), ("battery", "both"), ("both", "plain"), ("both", "both")] {
        let told = json(case.path(), &["compare", ".", "--scenario", a, "--scenario", b]);
        let [before, after] = [a, b].map(|name| simulated(case.path(), ".", name));
        let total = told["course"]["totals"].as_array().unwrap().iter().find(|total| total["name"] == "lost_h").unwrap().clone();
        assert_eq!((total["a"].as_f64(), total["b"].as_f64()), (Some(before), Some(after)), "{a} {b}");
        if a != b {
            assert_eq!((figure(&told, "lost_h", "a"), figure(&told, "lost_h", "b")), (before, after), "{a} {b}");
        }
    }
    // The battery keeps telephony and rail up for six hours more each: in the outage of ten hours, and of twelve all the same.
    let told = json(case.path(), &["compare", ".", "--scenario", "plain", "--scenario", "both"]);
    assert_eq!(effect(&told, ["tel", "power"], "lost_h"), [Some(-12.0), Some(-12.0)]);
    let told = run(case.path(), &["compare", ".", "--scenario", "plain", "--scenario", "both"]).out;
    assert!(told.contains("Each change is tried under the scenario of its side."), "{told}");
}

#[test]
fn what_a_scenario_means_nothing_for_is_counted_and_moves_nothing() {
    let case = folder(&[]);
    let grid = "[[event]]\nfail = \"grid\"\nduration_h = 10\n";
    for (name, rows, scenario) in [
        ("a", "dependent,provider,need\ntel,grid,power\n", grid.to_owned()),
        ("b", "dependent,provider,need\ntel,grid,power\ntel,sun,light\n", format!("{grid}[[event]]\nfail = \"sun\"\nduration_h = 1\n")),
    ] {
        std::fs::create_dir_all(case.path().join(name).join("scenarios")).unwrap();
        std::fs::write(case.path().join(name).join("dependencies.csv"), rows).unwrap();
        std::fs::write(case.path().join(name).join("scenarios/s.toml"), scenario).unwrap();
    }
    let told = json(case.path(), &["compare", "a", "b", "--scenario", "s", "--criterion", "sectors_hit"]);
    assert_eq!((told["effects"].as_array().unwrap().len(), &told["tried"], &told["unknown"]), (0, &1.into(), &1.into()), "{told}");
    for (lang, wanted) in [("en", "Of 1 more it is not known"), ("nl", "Van nog 1 is het niet bekend")] {
        let ran = run(case.path(), &["compare", "a", "b", "--scenario", "s", "--criterion", "sectors_hit", "--lang", lang]);
        assert!(ran.out.contains(wanted), "{}", ran.out);
    }
}

#[test]
fn the_change_that_does_most_by_itself_is_the_one_that_is_named() {
    // Power for the hub alone takes three with it; the link alone takes one, but in the later version five rest on it, for it needs another change.
    let shared = "dependent,provider\nz,grid\nk1,k\nk2,k\nl1,x1\nl2,x2\nl3,x3\nl4,x4\nl5,x5\n";
    let more = "k,grid\nh,grid\nl1,h\nl2,h\nl3,h\nl4,h\nl5,h\n";
    let case = folder(&[]);
    for (name, rows) in [("a", shared.to_owned()), ("b", format!("{shared}{more}"))] {
        std::fs::create_dir_all(case.path().join(name).join("scenarios")).unwrap();
        std::fs::write(case.path().join(name).join("dependencies.csv"), rows).unwrap();
        std::fs::write(case.path().join(name).join("scenarios/s.toml"), "[[event]]\nfail = \"grid\"\n").unwrap();
    }
    let ran = run(case.path(), &["compare", "a", "b", "--scenario", "s", "--format", "md"]);
    let wanted = "The change that does most by itself: need 'grid' of k (new: k ← grid); nodes affected +3.";
    assert!(ran.out.contains(wanted), "{}", ran.out);
}

#[test]
fn a_comparison_under_measures_is_one_of_tables_that_say_so() {
    let case = folder(&[]);
    let write = |name: &str, tel: &str, rail: &str, restart: &str, scenario: &str| {
        let rows = dependencies(rail).replace("tel,grid,power,2", &format!("tel,grid,power,{tel}"));
        let nodes = format!("id,kind,restart_h\nwater,process,{restart}\nrail,process,\n");
        for (file, text) in
            [("dependencies.csv", rows.as_str()), ("nodes.csv", &nodes), ("measures.csv", MEASURES), ("scenarios/s.toml", scenario)]
        {
            let path = case.path().join(name).join(file);
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            std::fs::write(path, text).unwrap();
        }
    };
    // What a measure leaves is the same whatever stood there; a cell that only one side has still differs where no measure is about it.
    let scenario = taking(&["battery", "faster"]);
    write("a", "2", "", "5", &scenario);
    write("b", "3", "1", "6", &scenario);
    write("a_typed", "8", "", "1", CUT);
    write("b_typed", "8", "1", "1", CUT);
    for more in [&[][..], &["--samples", "20"]] {
        let told = |a: &str, b: &str| {
            let mut told = json(case.path(), &[&["compare", a, b, "--scenario", "s"][..], more].concat());
            told.as_object_mut().unwrap().retain(|key, _| !["run", "a", "b"].contains(&key.as_str()));
            told
        };
        let by_events = told("a", "b");
        assert_eq!(by_events, told("a_typed", "b_typed"));
        assert_eq!((by_events["changes"].as_array().unwrap().len(), by_events["effects"].as_array().unwrap().len()), (1, 1));
    }
}
