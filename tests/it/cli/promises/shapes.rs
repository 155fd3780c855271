//! The JSON that other tools read: keys in order, values that can be worked out by hand, the same bytes on every run.

use super::ordered::assert_shape;
use super::{Desk, Ran, root, run_in};

/// The `run` object of a question about the tiny network.
fn run(desk: &Desk, question: &str, settings: &str) -> String {
    let input = |name: &str| {
        let digest = blake3::hash(desk.text(&format!("net/{name}")).as_bytes()).to_hex();
        format!(r#"{{"name":"{name}","blake3":"{digest}"}}"#)
    };
    format!(
        r#"{{"version":"{}","question":"{question}","inputs":[{},{}],"seed":1,"samples":null,"stance":"central","settings":{settings}}}"#,
        env!("CARGO_PKG_VERSION"),
        input("dependencies.csv"),
        input("nodes.csv")
    )
}

/// The grid is out for 7 hours.
const OUTAGE: &str = r#"{"events":[{"action":"fail","at_h":0.0,"duration_h":7.0,"level":0.0,"need":null,"nodes":["grid"],"strikes":true}],
    "fail":["grid+7"],"horizon_h":72.0}"#;

#[test]
fn simulate_gives_moments_and_causes() {
    let desk = Desk::tiny();
    let shape = format!(
        r#"{{"schema":"keten.simulate/1","run":{},"horizon_h":72.0,
        "nodes":[
            {{"id":"grid","name":"National grid","sector":"energy","first_loss_h":0.0,"min_output":0.0,"lost_h":7.0,
              "steps":[[0.0,0.0],[7.0,1.0]],"cause":{{"kind":"hazard","event":0}}}},
            {{"id":"tel","name":"Telephony","sector":"telecom","first_loss_h":4.0,"min_output":0.0,"lost_h":3.0,
              "steps":[[4.0,0.0],[7.0,1.0]],"cause":{{"kind":"need","need":"grid","providers":["grid"],"buffer_ended_h":4.0}}}}],
        "restart_deadlocks":[],"self_supported":[],"stance":"central","assumed":{{"cells":10,"rows":2}},
        "totals":{{"affected":2,"lost":2,"lost_h":10.0,"processes_lost":0,"sectors_hit":2}}}}"#,
        run(&desk, "simulate", OUTAGE)
    );
    assert_shape(&desk.run(&["simulate", "net", "--fail", "grid+7", "--format", "json"]).fine(), &shape);
}

#[test]
fn rank_counts_what_follows_and_orders_by_it() {
    let desk = Desk::tiny();
    let settings = r#"{"by":"node","criterion":"affected","threshold":0.0,"top":20,"within_h":72.0}"#;
    let row = |rank: u8, id: &str, hit: u8, lost_h: f64| {
        format!(
            r#"{{"rank":{rank},"id":"{id}","nodes":1,"affected":{hit},"lost":{hit},"processes_lost":0,"sectors_hit":{},
            "first_vital_loss_h":null,"lost_h":{lost_h:.1},"score":{hit}.0}}"#,
            hit.min(1)
        )
    };
    let rows = [row(1, "grid", 2, 68.0 + 48.0), row(2, "tel", 0, 0.0), row(2, "water", 0, 0.0)].join(",");
    let shape = format!(
        r#"{{"schema":"keten.rank/1","run":{},"status":"complete","by":"node","criterion":"affected","within_h":72.0,"rows":[{rows}]}}"#,
        run(&desk, "rank", settings)
    );
    assert_shape(&desk.run(&["rank", "net", "--format", "json"]).fine(), &shape);
}

#[test]
fn rank_by_a_column_loses_its_nodes_together() {
    let desk = Desk::tiny();
    let answer = desk.run(&["rank", "net", "--by", "sector", "--top", "1", "--format", "json"]).json();
    assert_eq!((&answer["by"], answer["rows"].as_array().unwrap().len()), (&"sector".into(), 1));
    assert_eq!((&answer["rows"][0]["id"], &answer["rows"][0]["affected"]), (&"energy".into(), &2.into()));
}

#[test]
fn why_gives_the_chain_and_what_was_tried() {
    let desk = Desk::tiny();
    let settings = OUTAGE.replace(r#""horizon_h":72.0"#, r#""horizon_h":72.0,"nodes":["tel","water"]"#);
    let shape = format!(
        r#"{{"schema":"keten.why/1","run":{},"nodes":[
        {{"id":"tel","name":"Telephony","affected":true,"first_loss_h":4.0,"min_output":0.0,"lost_h":3.0,
          "chain":[
            {{"depth":0,"id":"tel","at_h":4.0,"output":0.0,"cause":{{"kind":"need","need":"grid","providers":["grid"],"buffer_ended_h":4.0}},
              "explained_above":false}},
            {{"depth":1,"id":"grid","at_h":0.0,"output":0.0,"cause":{{"kind":"hazard","event":0}},"explained_above":false}}],
          "prevented_by":[
            {{"measure":"longer_buffer","node":"tel","need":"grid","buffer_h":7.016666666666667,"lost_h":0.0,"prevented":true}},
            {{"measure":"second_provider","node":"tel","need":"grid","lost_h":0.0,"prevented":true}},
            {{"measure":"without_event","event":0,"lost_h":0.0,"prevented":true}}]}},
        {{"id":"water","name":"water","affected":false,"first_loss_h":null,"min_output":1.0,"lost_h":0.0,"chain":[],"prevented_by":[]}}]}}"#,
        run(&desk, "why", &settings)
    );
    assert_shape(&desk.run(&["why", "net", "tel", "water", "--fail", "grid+7", "--format", "json"]).fine(), &shape);
}

#[test]
fn check_counts_and_warns() {
    let desk = Desk::tiny();
    let ran = desk.run(&["check", "net", "--format", "json"]).fine();
    let head = format!(
        r#"{{"schema":"keten.check/1","run":{},
        "counts":{{"nodes":3,"processes":0,"vital":0,"sectors":2,"needs":2,"redundant_needs":0,"buffered_needs":2,"dependencies":2,
                   "standby":0,"loops":0,"nodes_on_loops":0}},
        "assumed":{{"cells":10,"rows":2}}}}"#,
        run(&desk, "check", "{}")
    );
    assert_shape(&ran, &head);
    let answer: serde_json::Value = serde_json::from_str(&ran).unwrap();
    let keys: Vec<&String> = answer.as_object().unwrap().keys().collect();
    for key in ["answers", "columns", "diagnostics"] {
        assert!(keys.iter().any(|found| *found == key), "{key}");
    }
    let buffer = serde_json::json!({"table": "dependencies", "column": "buffer_h", "stated": 2, "of": 2});
    assert!(answer["columns"].as_array().unwrap().contains(&buffer), "{ran}");
    let codes: Vec<&str> = answer["diagnostics"].as_array().unwrap().iter().map(|found| found["code"].as_str().unwrap()).collect();
    assert_eq!(codes, ["K103"], "water has no row in the nodes table");
}

/// The questions of this page, on the network at `path`.
fn questions(path: &str) -> Vec<Vec<&str>> {
    vec![
        vec!["simulate", path, "--scenario", "diemen-2015", "--format", "json"],
        vec!["why", path, "IC-SP", "--scenario", "diemen-2015", "--format", "json"],
        vec!["rank", path, "--of", "granularity=single", "--format", "json"],
        vec!["check", path, "--format", "json"],
    ]
}

#[test]
fn threads_and_repetition_do_not_change_a_byte() {
    for question in questions("networks/nl-vitaal") {
        let with = |more: &[&str]| run_in(&root(), &[&question, more].concat()).fine();
        let once = with(&[]);
        assert_eq!(once, with(&[]), "{question:?} again");
        assert_eq!(once, with(&["--threads", "1"]), "{question:?} on one thread");
        assert_eq!(once, with(&["--threads", "4"]), "{question:?} on four");
    }
}

#[test]
fn where_the_command_is_run_and_how_the_folder_is_named_does_not_change_a_byte() {
    let whole = root().join("networks/nl-vitaal");
    let whole = whole.to_str().unwrap();
    // The places in diagnostics are as the user named them, so check is left out.
    for (here, there) in questions("networks/nl-vitaal").into_iter().zip(questions(whole)).take(3) {
        let expected = run_in(&root(), &here).fine();
        assert_eq!(expected, run_in(Desk::with(&[]).path(), &there).fine(), "{here:?} from elsewhere");
        let inside: Vec<&str> = here.iter().map(|arg| if *arg == "networks/nl-vitaal" { "." } else { arg }).collect();
        assert_eq!(expected, run_in(&root().join("networks/nl-vitaal"), &inside).fine(), "{here:?} from inside");
        let slash: Vec<&str> = here.iter().map(|arg| if *arg == "networks/nl-vitaal" { "networks/nl-vitaal/" } else { arg }).collect();
        assert_eq!(expected, run_in(&root(), &slash).fine(), "{here:?} with a slash");
    }
}

#[test]
fn the_language_changes_texts_and_not_data() {
    let desk = Desk::tiny();
    for question in [&["simulate", "net", "--fail", "grid"][..], &["rank", "net"], &["why", "net", "tel", "--fail", "grid"]] {
        for format in ["json", "csv"] {
            let with = |lang: &str| desk.run(&[question, &["--format", format, "--lang", lang]].concat());
            assert_eq!(with("en").fine(), with("nl").fine(), "{question:?} {format}");
        }
        let with = |lang: &str| -> Ran { desk.run(&[question, &["--lang", lang]].concat()) };
        assert_ne!(with("en").fine(), with("nl").fine(), "{question:?}");
    }
}
