//! Scenarios that take measures: the same as a network whose tables say so, and what cannot be simulated is refused with its place.

use super::model;
use crate::cli::{folder, run};
use keten::network::MeasureId;
use keten::tables::{load_scenario, load_scenario_in_place};
use serde_json::Value;

const MEASURES: &str = "id,name,target,change,cost_eur,excludes\n\
    battery,Battery,tel,power.buffer_h=8,1000,generator\n\
    generator,Generator,tel,power.buffer_h=72,5000,\n\
    faster,Faster,tel,restart_h*0.5,500,\n\
    half,Half,tel,power.share=0.5,1,\n";

const CUT: &str = "[[event]]\nat_h = 2\nfail = \"grid\"\nduration_h = 10\n";

/// The tables, with what `tel` has as a battery and a restart.
fn tables(buffer: &str, restart: &str) -> [(&'static str, String); 3] {
    [
        ("dependencies.csv", format!("dependent,provider,need,buffer_h\ntel,grid,power,{buffer}\nrail,tel,,\n")),
        ("nodes.csv", format!("id,restart_h\ntel,{restart}\n")),
        ("measures.csv", MEASURES.to_owned()),
    ]
}

fn case(buffer: &str, restart: &str, scenario: &str) -> tempfile::TempDir {
    let tables = tables(buffer, restart);
    let files: Vec<(&str, &str)> =
        tables.iter().map(|(name, text)| (*name, text.as_str())).chain([("scenarios/s.toml", scenario)]).collect();
    folder(&files)
}

fn taking(at: &str, id: &str) -> String {
    format!("[[event]]\nat_h = {at}\nmeasure = \"{id}\"\n")
}

fn json(folder: &tempfile::TempDir, arguments: &[&str]) -> Value {
    let ran = run(folder.path(), &[arguments, &["--format", "json"]].concat());
    assert_eq!(ran.code, Some(0), "{}", ran.err);
    serde_json::from_str(&ran.out).unwrap()
}

/// Codes and lines of what is found in a scenario.
fn found(text: &str) -> Vec<String> {
    let case = case("2", "4", text);
    let network = keten::tables::load_network(case.path().to_str().unwrap()).value.unwrap().network;
    let checked = load_scenario(&network, Some(case.path()), "s");
    assert_eq!(checked.value.is_none(), !checked.diagnostics.is_empty());
    checked.diagnostics.iter().map(|found| format!("{} {}", found.finding.code(), found.places[0].row)).collect()
}

#[test]
fn a_scenario_that_takes_measures_is_one_in_tables_that_say_so() {
    let taken = [CUT, &taking("0", "battery"), &taking("2", "faster")].concat();
    let (by_events, by_hand, without) = (case("2", "4", &taken), case("8", "2", CUT), case("2", "4", CUT));
    for asked in [
        &["simulate", ".", "--scenario", "s"][..],
        &["simulate", ".", "--scenario", "s", "--samples", "50"],
        &["simulate", ".", "--scenario", "s", "--bounds", "--range", "all=default"],
        &["why", ".", "tel", "--scenario", "s"],
    ] {
        let [by_events, by_hand, without] = [&by_events, &by_hand, &without].map(|folder| {
            let mut told = json(folder, asked);
            told.as_object_mut().unwrap().retain(|key, _| key != "run");
            told
        });
        assert_eq!(by_events, by_hand, "{asked:?}");
        assert_ne!(by_events, without, "{asked:?}");
    }
    let told = json(&by_events, &["simulate", ".", "--scenario", "s"]);
    // Two hours without power after eight of the battery, and a restart of two: the loss of four hours begins at ten.
    let tel = told["nodes"].as_array().unwrap().iter().find(|node| node["id"] == "tel").unwrap();
    assert_eq!((tel["first_loss_h"].as_f64(), tel["lost_h"].as_f64()), (Some(10.0), Some(4.0)));
    let event = &told["run"]["settings"]["events"][1];
    assert_eq!(
        (event["action"].as_str(), event["measure"].as_str(), event["nodes"][0].as_str()),
        (Some("measure"), Some("battery"), Some("tel"))
    );
    for (lang, wanted) in
        [("en", "Event 2, at 0 h: the measure Battery is taken"), ("nl", "Gebeurtenis 2, meteen: de maatregel Battery wordt genomen")]
    {
        let ran = run(by_events.path(), &["simulate", ".", "--scenario", "s", "--lang", lang]);
        assert!(ran.out.replace('\n', " ").contains(wanted), "{}", ran.out);
    }
}

#[test]
fn back_tests_and_comparisons_see_the_measures_of_each_scenario() {
    let up = "[[expect]]\nnode = \"tel\"\nstate = \"up\"\nsource = \"made up\"\nconfidence = \"high\"\n";
    let with = ["kind = \"incident\"\n", CUT, &taking("0", "generator"), up].concat();
    let without = ["kind = \"incident\"\n", CUT, up].concat();
    let files = tables("2", "4");
    let files: Vec<(&str, &str)> = files.iter().map(|(name, text)| (*name, text.as_str())).collect();
    let case = folder(&[&files[..], &[("scenarios/with.toml", &with), ("scenarios/without.toml", &without)]].concat());
    for samples in [&[][..], &["--samples", "20"]] {
        let ran = |name: &str| run(case.path(), &[&["verify", ".", "--scenario", name][..], samples].concat()).code;
        assert_eq!((ran("with"), ran("without")), (Some(0), Some(4)), "{samples:?}");
    }
    let compared = json(&case, &["compare", ".", "--scenario", "without", "--scenario", "with"]);
    let change = &compared["changes"][0];
    assert_eq!(
        (&change["table"], &change["cells"][0]),
        (&"dependencies".into(), &serde_json::json!({"column": "buffer_h", "a": "2", "b": "72"}))
    );
    let lost = |name: &str| json(&case, &["simulate", ".", "--scenario", name])["totals"]["lost_h"].clone();
    let figure = compared["figures"].as_array().unwrap().iter().find(|figure| figure["name"] == "lost_h").unwrap();
    assert_eq!((&figure["a"], &figure["b"]), (&lost("without"), &lost("with")));
    assert_ne!(figure["a"], figure["b"]);
}

#[test]
fn measures_beside_those_of_the_scenario_help_by_what_they_add() {
    let case = case("2", "4", &[CUT, &taking("0", "battery")].concat());
    let faulty = MEASURES.replace("half,Half,tel,power.share=0.5,1,\n", "");
    std::fs::write(case.path().join("measures.csv"), faulty).unwrap();
    let told = json(&case, &["measures", ".", "--scenario", "s", "--criterion", "lost_h", "--budget", "9000"]);
    let avoided = |id: &str| told["rows"].as_array().unwrap().iter().find(|row| row["id"] == id).unwrap()["avoided"].as_f64();
    // The grid for ten hours; telephony and rail for two without power and four to start again.
    assert_eq!((told["base"].as_f64(), avoided("battery"), avoided("faster")), (Some(22.0), Some(0.0), Some(4.0)));
    assert_eq!(told["portfolio"]["measures"], Value::from(vec!["faster"]), "the generator is excluded by what is there");
}

#[test]
fn what_cannot_be_simulated_is_refused_with_its_place() {
    assert_eq!(found(&[CUT, &taking("2", "battery")].concat()), [""; 0], "at the same moment it is there");
    assert_eq!(found(&[CUT, &taking("2.5", "battery")].concat()), ["K033 7"]);
    assert_eq!(found(&[CUT, &taking("0", "batery")].concat()), ["K078 7"]);
    assert_eq!(found(&[CUT, &taking("0", "battery"), &taking("1", "generator")].concat()), ["K079 10"]);
    assert_eq!(found(&[CUT, &taking("0", "half")].concat()), ["K018 7"]);
    assert_eq!(found(&[CUT, "[[event]]\nmeasure = 4\n"].concat()), ["K024 6"]);
    assert_eq!(found(&[CUT, &taking("0", "battery"), "duration_h = 4\n"].concat()), ["K023 8"]);
    assert_eq!(found(&taking("100", "battery")), [""; 0], "nothing else happens");
    let deal = "[[event]]\nacquire = { owner = \"fund\", owned = \"grid\", share = 0.6 }\n";
    assert_eq!(found(&[deal, CUT, &taking("1", "battery")].concat()), [""; 0], "an acquisition does nothing by itself");
}

#[test]
fn events_of_the_command_line_come_no_earlier_than_measures() {
    let case = case("2", "4", &[CUT, &taking("2", "battery")].concat());
    for (lang, wanted) in [("en", "after something has happened"), ("nl", "nadat er iets is gebeurd")] {
        let ran = run(case.path(), &["simulate", ".", "--scenario", "s", "--fail", "rail@1", "--lang", lang]);
        assert_eq!((ran.code, ran.out.as_str()), (Some(3), ""));
        assert!(ran.err.contains("K033") && ran.err.contains("--fail") && ran.err.contains(wanted), "{}", ran.err);
    }
    assert_eq!(run(case.path(), &["simulate", ".", "--scenario", "s", "--fail", "rail@2"]).code, Some(0));
}

#[test]
fn a_measure_that_was_taken_is_not_taken_again() {
    let tables = tables("2", "4");
    let network = model(&tables.iter().map(|(name, text)| (*name, text.as_str())).collect::<Vec<_>>()).network;
    let faster = network.find_measure("faster").unwrap();
    let (once, battery) = (network.taking(&[faster]).unwrap(), MeasureId(0));
    let again = once.taking(&[faster, battery]).unwrap();
    let restart = |network: &keten::network::Network| network.node(network.find("tel").unwrap()).restart.to_owned();
    assert_eq!(restart(&once), restart(&again), "half once, and not a quarter");
    assert_eq!(again.taken(), [battery, faster]);
    assert_eq!(restart(again.untaken()), restart(&network));
}

/// Two batteries for one need; the later in the table holds.
const BATTERIES: &str = "id,name,target,change,cost_eur\nshort,Short,tel,power.buffer_h=6,10\nlong,Long,tel,power.buffer_h=20,10\n";

#[test]
fn the_later_in_the_table_holds_whichever_was_taken_first() {
    let dependencies = ("dependencies.csv", "dependent,provider,need,buffer_h\ntel,grid,power,2\n");
    let network = model(&[dependencies, ("measures.csv", BATTERIES)]).network;
    let [short, long] = [MeasureId(0), MeasureId(1)];
    let buffer = |network: &keten::network::Network| network.detail(&network.dependencies()[0]).buffer.clone();
    let both = network.taking(&[long, short]).unwrap();
    let [after_long, after_short] =
        [[long, short], [short, long]].map(|[first, then]| network.taking(&[first]).unwrap().taking(&[then]).unwrap());
    assert_eq!((buffer(&after_long), buffer(&after_short)), (buffer(&both), buffer(&both)));
    // What the scenario takes is undone by nothing that stands before it in the table.
    let scenario = [CUT, &taking("0", "long")].concat();
    let case = folder(&[dependencies, ("measures.csv", BATTERIES), ("scenarios/s.toml", &scenario)]);
    let told = json(&case, &["measures", ".", "--scenario", "s", "--criterion", "lost_h", "--budget", "100"]);
    assert_eq!(told["base"].as_f64(), Some(10.0), "the grid alone");
    assert!(told["rows"].as_array().unwrap().iter().all(|row| row["avoided"].as_f64() == Some(0.0)), "{told}");
    assert_eq!(told["portfolio"]["measures"].as_array().unwrap().len(), 0);
}

#[test]
fn answers_that_were_read_are_told_under_a_scenario_that_takes_measures() {
    let case = case("estimate(2)", "4", &[CUT, &taking("0", "faster")].concat());
    std::fs::write(case.path().join("dependencies.csv"), "dependent,provider,need,buffer_h\ntel,grid,power,\nrail,tel,,\n").unwrap();
    std::fs::write(case.path().join("a.csv"), "node,need,provider,column,answer\ntel,power,grid,buffer_h,3\n").unwrap();
    let told = json(&case, &["simulate", ".", "--scenario", "s", "--answers", "a.csv"]);
    assert_eq!(told["run"]["settings"]["answers"].as_array().map(Vec::len), Some(1), "{told}");
}

#[test]
fn a_measure_is_told_as_what_it_is_beside_those_of_the_scenario() {
    let dependencies = ("dependencies.csv", "dependent,provider,need,share\ntel,g1,power,0.75\ntel,g2,power,0.75\n");
    let measures = "id,name,target,change,cost_eur,excludes\nhalf,Half,tel,power.share=0.5,10,\nless,Less,tel,power.share*0.9,10,\n\
        battery,Battery,tel,power.buffer_h=5,10,\nother,Other,tel,restart_h=1,10,half\n";
    let scenario = "[[event]]\nmeasure = \"half\"\n[[event]]\nfail = \"g1\"\nduration_h = 30\n";
    let case = folder(&[dependencies, ("measures.csv", measures), ("scenarios/s.toml", scenario)]);
    let asked = ["measures", ".", "--scenario", "s", "--criterion", "lost_h", "--budget", "10"];
    let told = json(&case, &asked);
    let rows: Vec<(&str, Option<&str>, bool)> = told["rows"]
        .as_array()
        .unwrap()
        .iter()
        .map(|row| {
            (
                row["id"].as_str().unwrap(),
                row["standing"].as_str(),
                row["avoided"].is_null() && row["left"].is_null() && row["cost_per_unit"].is_null(),
            )
        })
        .collect();
    assert_eq!(
        rows,
        [("battery", None, false), ("half", Some("taken"), false), ("less", Some("impossible"), true), ("other", Some("excluded"), true)]
    );
    assert_eq!(told["portfolio"]["measures"], Value::from(vec!["battery"]));
    for (lang, wanted) in [
        (
            "en",
            [
                "With what the scenario takes (Half)",
                "Half (half): taken already",
                "Other (other): excluded by what is taken",
                "Less (less): not possible beside what is taken",
                "1 set passed over: with all its measures",
            ],
        ),
        (
            "nl",
            [
                "Met wat het scenario neemt (Half)",
                "Half (half): al genomen",
                "Other (other): uitgesloten door wat al genomen is",
                "Less (less): kan niet naast wat al genomen is",
                "1 combinatie overgeslagen: met al haar maatregelen",
            ],
        ),
    ] {
        let html = run(case.path(), &[&asked[..], &["--lang", lang, "--format", "md"]].concat()).out;
        wanted.iter().for_each(|wanted| assert!(html.contains(wanted), "{wanted}: {html}"));
        assert!(!html.contains("Without any") && !html.contains("Zonder maatregel"), "{html}");
    }
    let csv = run(case.path(), &[&asked[..], &["--format", "csv"]].concat()).out;
    assert!(csv.lines().any(|line| line.starts_with("other,Other,,,,,,") && line.ends_with(",excluded")), "{csv}");
}

#[test]
fn a_measure_that_is_named_twice_is_taken_and_told_once() {
    let twice = [CUT, &taking("0", "battery"), &taking("1", "battery")].concat();
    let (twice, once) = (case("2", "4", &twice), case("2", "4", &[CUT, &taking("0", "battery")].concat()));
    let nodes = |folder: &tempfile::TempDir| json(folder, &["simulate", ".", "--scenario", "s"])["nodes"].clone();
    assert_eq!(nodes(&twice), nodes(&once));
    for (lang, wanted) in [
        ("en", "Event 3, at 1 h: the measure Battery is taken already by event 2, and only once"),
        ("nl", "Gebeurtenis 3, na 1 uur: de maatregel Battery is al genomen met gebeurtenis 2, en telt één keer"),
    ] {
        let ran = run(twice.path(), &["simulate", ".", "--scenario", "s", "--format", "md", "--lang", lang]);
        assert!(ran.out.contains(wanted), "{}", ran.out);
    }
    // What it excludes is a fault where it is named first.
    assert_eq!(found(&[CUT, &taking("0", "generator"), &taking("0", "battery"), &taking("0", "battery")].concat()), ["K079 10"]);
    assert_eq!(found(&[CUT, &taking("0", "battery"), &taking("0", "generator"), &taking("0", "battery")].concat()), ["K079 10"]);
}

#[test]
fn the_network_of_a_scenario_is_made_once_when_it_is_read() {
    let case = case("2", "4", &[CUT, &taking("0", "battery")].concat());
    let network = keten::tables::load_network(case.path().to_str().unwrap()).value.unwrap().network;
    let loaded = load_scenario(&network, Some(case.path()), "s").value.unwrap();
    let buffer = |network: &keten::network::Network| network.detail(&network.dependencies()[0]).buffer.clone();
    let taken = loaded.network.unwrap();
    assert_eq!(taken.taken(), [MeasureId(0)]);
    assert_eq!(buffer(&taken), buffer(&network.taking(&[MeasureId(0)]).unwrap()));
    // In a network that holds its cells already it is read for what else happens, whatever measures that network has.
    let without = model(&[("dependencies.csv", "dependent,provider\ntel,grid\n")]).network;
    assert!(load_scenario(&without, Some(case.path()), "s").value.is_none());
    let in_place = load_scenario_in_place(&without, Some(case.path()), "s").value.unwrap();
    assert_eq!((in_place.scenario.events.len(), in_place.network.is_none()), (1, true));
}

#[test]
fn what_a_scenario_names_is_looked_for_in_the_network_with_its_measures() {
    let rows = "dependent,provider,need\nhosp,grid,power\nx,gen,power\ny,hosp,care\n";
    let measures = "id,name,target,change\nm1,One,hosp,power.add_provider=gen\n";
    let scenario = "horizon_h = 24\n[[event]]\nfail = \"supplied_by=gen\"\n[[event]]\nmeasure = \"m1\"\n";
    let case = folder(&[("dependencies.csv", rows), ("measures.csv", measures), ("scenarios/s.toml", scenario)]);
    let typed = folder(&[("dependencies.csv", &format!("{rows}hosp,gen,power\n"))]);
    let with = json(&case, &["simulate", ".", "--scenario", "s"]);
    let by_hand = json(&typed, &["simulate", ".", "--fail", "supplied_by=gen", "--horizon", "24"]);
    assert_eq!(with["totals"], by_hand["totals"]);
    assert_eq!(with["totals"]["affected"], 3, "hosp, x and y");
    let compared = json(&case, &["compare", ".", "--scenario", "s", "--scenario", "s"]);
    let hours = compared["course"]["totals"].as_array().unwrap().iter().find(|total| total["name"] == "lost_h").unwrap();
    assert_eq!((hours["a"].as_f64(), hours["b"].as_f64()), (Some(72.0), with["totals"]["lost_h"].as_f64()));
}
