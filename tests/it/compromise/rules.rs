//! What the model says of compromise, rule by rule, through scenarios.

use keten::analysis::what_if::{Config, LossCause, WhatIf, what_if};
use keten::analysis::{Model, why};
use keten::network::{Event, Stance};
use keten::report::json::{self, Run};
use keten::tables::{load_network, load_scenario};
use keten::units::Time;

const ROWS: &str = "dependent,provider,need,access,p_compromise,ttc_h
site,vendor,updates,update,,6
plant,site,control,remote,0.5,2
plant,vendor,support,onsite,0.4,0
grid,plant,power,,,
shop,grid,power,data,,1
";

fn model(rows: &str, nodes: &str, stance: Stance) -> Model {
    let place = tempfile::tempdir().unwrap();
    std::fs::write(place.path().join("dependencies.csv"), rows).unwrap();
    if !nodes.is_empty() {
        std::fs::write(place.path().join("nodes.csv"), nodes).unwrap();
    }
    let loaded = load_network(place.path().to_str().unwrap());
    Model::new(loaded.value.unwrap_or_else(|| panic!("{:?}", loaded.diagnostics)).network, stance)
}

fn run(model: &Model, events: &[Event]) -> WhatIf {
    what_if(model, events, &Config::to(Time::from_hours(72)))
}

/// `id@hours:path`, in the order of the answer.
fn compromised(model: &Model, answer: &WhatIf) -> Vec<String> {
    let id = |node| model.network.id(node);
    let all = answer.compromised.iter().flatten();
    all.map(|one| format!("{}@{}:{}", id(one.node), one.at.hours(), one.path.iter().map(|&node| id(node)).collect::<Vec<_>>().join(">")))
        .collect()
}

/// `id@hours`, in the order of the answer.
fn lost(model: &Model, answer: &WhatIf) -> Vec<String> {
    answer.nodes.iter().map(|affected| format!("{}@{}", model.network.id(affected.node), affected.first_loss.hours())).collect()
}

fn events(model: &Model, compromise: &[&str], trigger: &[&str]) -> Vec<Event> {
    let compromises = compromise.iter().map(|text| Event::compromise(&model.network, text).unwrap());
    compromises.chain(trigger.iter().map(|text| Event::trigger(&model.network, text).unwrap())).collect()
}

#[test]
fn compromise_passes_along_access_and_nothing_falls_by_it_alone() {
    let model = model(ROWS, "", Stance::Central);
    let answer = run(&model, &events(&model, &["vendor@1"], &[]));
    assert_eq!(compromised(&model, &answer), ["vendor@1:vendor", "site@7:vendor>site", "plant@9:vendor>site>plant"]);
    assert!(answer.nodes.is_empty());
}

#[test]
fn a_stance_decides_which_rows_pass() {
    for (stance, expected) in [
        (Stance::Cautious, vec!["plant@0:vendor>plant", "vendor@0:vendor", "site@6:vendor>site"]),
        (Stance::Optimistic, vec!["vendor@0:vendor", "site@6:vendor>site"]),
    ] {
        let model = model(ROWS, "", stance);
        assert_eq!(compromised(&model, &run(&model, &events(&model, &["vendor"], &[]))), expected, "{stance:?}");
    }
}

#[test]
fn a_cautious_stance_takes_compromise_fast_and_detection_slow() {
    let rows = "dependent,provider,access,ttc_h\nsite,vendor,update,uniform(2|12)\n";
    let nodes = "id,detect_h\nvendor,uniform(4|10)\nsite,\n";
    let reached = |stance| {
        let model = model(rows, nodes, stance);
        compromised(&model, &run(&model, &events(&model, &["vendor"], &[]))).len()
    };
    assert_eq!((reached(Stance::Cautious), reached(Stance::Central), reached(Stance::Optimistic)), (2, 1, 1));
}

#[test]
fn a_trigger_takes_out_what_is_compromised_by_then_and_the_outage_cascades() {
    let model = model(ROWS, "", Stance::Central);
    let answer = run(&model, &events(&model, &["vendor"], &["all@8"]));
    // The plant is compromised at the very moment of the trigger.
    assert_eq!(lost(&model, &answer), ["grid@8", "plant@8", "shop@8", "site@8", "vendor@8"]);
    let early = run(&model, &events(&model, &["vendor"], &["all@7"]));
    assert_eq!(compromised(&model, &early), compromised(&model, &answer));
    let plant = early.nodes.iter().find(|affected| model.network.id(affected.node) == "plant").unwrap();
    assert!(matches!(plant.cause, LossCause::Need { .. }), "{:?}", plant.cause);
}

#[test]
fn a_trigger_may_name_some_of_them_or_none() {
    let model = model(ROWS, "", Stance::Central);
    assert_eq!(lost(&model, &run(&model, &events(&model, &["vendor"], &["plant@20+5"]))), ["grid@20", "plant@20", "shop@20"]);
    for nobody in ["x*@20", "grid@20"] {
        assert!(run(&model, &events(&model, &["vendor"], &[nobody])).nodes.is_empty(), "{nobody}");
    }
}

#[test]
fn a_node_that_finds_its_compromise_passes_nothing_on_and_still_counts() {
    for (detect, expected) in
        [("6", vec!["vendor@0:vendor"]), ("6.1", vec!["vendor@0:vendor", "site@6:vendor>site", "plant@8:vendor>site>plant"])]
    {
        let model = model(ROWS, &format!("id,detect_h\nvendor,{detect}\nsite,\nplant,\ngrid,\nshop,\n"), Stance::Central);
        let answer = run(&model, &events(&model, &["vendor"], &["vendor@40"]));
        assert_eq!(compromised(&model, &answer), expected, "{detect}");
        assert!(lost(&model, &answer).contains(&"vendor@40".to_owned()));
    }
}

#[test]
fn a_shutdown_begins_at_detection_and_lasts_for_the_repair() {
    let nodes = "id,detect_h,on_detect,repair_h\nplant,3,shutdown,10\nvendor,,,\nsite,,,\ngrid,,,\nshop,,,\n";
    let model = model(ROWS, nodes, Stance::Central);
    let answer = run(&model, &events(&model, &["vendor"], &[]));
    let plant = answer.nodes.iter().find(|affected| model.network.id(affected.node) == "plant").unwrap();
    assert_eq!(plant.cause, LossCause::Detected);
    assert_eq!(plant.steps.iter().map(|(at, _)| at.hours()).collect::<Vec<_>>(), [11.0, 21.0]);
    assert_eq!(lost(&model, &answer), ["grid@11", "plant@11", "shop@11"]);
}

#[test]
fn several_compromises_each_count_from_their_own_moment() {
    let model = model(ROWS, "", Stance::Central);
    let answer = run(&model, &events(&model, &["vendor", "site@3"], &[]));
    assert_eq!(compromised(&model, &answer), ["vendor@0:vendor", "site@3:site", "plant@5:site>plant"]);
    // What was compromised earlier along a path is not compromised again.
    let late = run(&model, &events(&model, &["vendor", "site@30"], &[]));
    assert_eq!(compromised(&model, &late)[1], "site@6:vendor>site");
}

#[test]
fn nothing_beyond_the_horizon_is_told() {
    let model = model(ROWS, "", Stance::Central);
    let answer = what_if(&model, &events(&model, &["vendor"], &[]), &Config::to(Time::from_hours(6)));
    assert_eq!(compromised(&model, &answer), ["vendor@0:vendor", "site@6:vendor>site"]);
}

#[test]
fn why_tells_the_path_and_what_guards_against_it() {
    let model = model(ROWS, "", Stance::Central);
    let events = events(&model, &["vendor"], &["plant@20"]);
    let grid = model.network.find("grid").unwrap();
    let answers = why::why(&model, &events, &[grid], &Config::to(Time::from_hours(72)));
    let told = answers[0].links[1].compromise.as_ref().unwrap();
    assert_eq!(told.path.iter().map(|&node| model.network.id(node)).collect::<Vec<_>>(), ["vendor", "site", "plant"]);
    let json = json::why(&model, &answers, &Run::new("why", Vec::new(), 1, Stance::Central));
    assert!(json.contains(r#""compromised":{"id":"plant","at_h":8.0,"path":["vendor","site","plant"],"steps":2}"#), "{json}");
    for guarded in [("site", "vendor"), ("plant", "site")] {
        let guard = format!(
            r#""measure":"guarded_access","node":"{}","need":"{}","provider":"{}""#,
            guarded.0,
            if guarded.0 == "site" { "updates" } else { "control" },
            guarded.1
        );
        assert!(json.contains(&guard), "{json}");
    }
    assert!(json.contains(r#"{"measure":"without_event","event":0,"lost_h":0.0,"prevented":true}"#), "{json}");
}

#[test]
fn a_trigger_before_any_compromise_is_a_placed_fault_and_faults_come_together() {
    let place = tempfile::tempdir().unwrap();
    let text =
        "[[event]]\nat_h = 12\ncompromise = 'vendor'\n[[event]]\nat_h = 6\ntrigger = 'all'\n[[event]]\nat_h = 20\ntrigger = 'vendro'\n";
    let path = place.path().join("s.toml");
    std::fs::write(&path, text).unwrap();
    let checked = load_scenario(&model(ROWS, "", Stance::Central).network, None, path.to_str().unwrap());
    let told: Vec<String> = checked.diagnostics.iter().map(|found| format!("{} {}", found.finding.code(), found.places[0].row)).collect();
    assert_eq!((told, checked.value.is_none()), (vec!["K029 9".to_owned(), "K040 6".to_owned()], true));
}
