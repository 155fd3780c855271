//! What happens: scenarios by name and by path, and `--fail` with its suffixes.

use super::{Desk, Ran, root, run_in};
use serde_json::{Value, json};

const SCENARIO: &[u8] = b"title = \"A cut\"\nhorizon_h = 24\n[[event]]\nat_h = 2\nfail = \"grid\"\nduration_h = 5\n";

/// Nodes with the changes of their output, as `id [[at, output], ...]`.
fn steps(ran: Ran) -> Vec<String> {
    let answer = ran.json();
    let show = |node: &Value| format!("{} {}", node["id"].as_str().unwrap(), node["steps"]);
    answer["nodes"].as_array().unwrap().iter().map(show).collect()
}

fn fails(desk: &Desk, fails: &[&str]) -> Ran {
    let options: Vec<&str> = fails.iter().flat_map(|fail| ["--fail", fail]).collect();
    desk.run(&[&["simulate", "net", "--format", "json"], &options[..]].concat())
}

#[test]
fn a_scenario_by_name_and_by_path() {
    let desk = Desk::tiny();
    desk.put("net/scenarios/cut.toml", SCENARIO);
    desk.put("elsewhere/cut.toml", SCENARIO);
    let ask = |scenario: &str| desk.run(&["simulate", "net", "--scenario", scenario, "--format", "json"]).fine();
    let by_name = ask("cut");
    assert_eq!(ask("net/scenarios/cut.toml"), by_name, "the path gives the same bytes");
    assert_eq!(ask("elsewhere/cut.toml"), by_name, "so does the same scenario from elsewhere");
    let answer: Value = serde_json::from_str(&by_name).unwrap();
    assert_eq!(answer["horizon_h"], 24.0);
    assert_eq!(answer["nodes"][1]["steps"], json!([[6.0, 0.0], [7.0, 1.0]]), "telephony: 2 + 4, until 2 + 5");
    let names: Vec<&str> = answer["run"]["inputs"].as_array().unwrap().iter().map(|input| input["name"].as_str().unwrap()).collect();
    assert_eq!(names, ["dependencies.csv", "nodes.csv", "scenarios/cut.toml"]);
    let far = desk.run(&["simulate", "net", "--scenario", "cut", "--horizon", "6.5", "--format", "json"]).json();
    assert_eq!((&far["horizon_h"], &far["nodes"][1]["lost_h"]), (&json!(6.5), &json!(0.5)), "the option goes before the scenario");
}

#[test]
fn a_scenario_and_a_failure_together() {
    let desk = Desk::tiny();
    desk.put("net/scenarios/cut.toml", SCENARIO);
    let ran = desk.run(&["simulate", "net", "--scenario", "cut", "--fail", "water+1", "--format", "json"]);
    assert_eq!(steps(ran), ["water [[0.0,0.0],[1.0,1.0]]", "grid [[2.0,0.0],[7.0,1.0]]", "tel [[6.0,0.0],[7.0,1.0]]"]);
}

#[test]
fn scenarios_that_are_not_there_or_are_faulty() {
    let desk = Desk::tiny();
    desk.put("net/scenarios/cut.toml", SCENARIO);
    let faulty: [(&str, &[u8], &str); 6] = [
        ("node", b"[[event]]\nat_h = 0\nfail = \"gird\"\n", "K029"),
        ("key", b"[[event]]\nat_h = 0\nfial = \"grid\"\n", "K023"),
        ("toml", b"[[event]\n", "K022"),
        ("value", b"[[event]]\nat_h = 0\nfail = 7\n", "K024"),
        ("number", b"[[event]]\nat_h = \"soon\"\nfail = \"grid\"\n", "K012"),
        ("nothing", b"[[event]]\nat_h = 0\n", "K025"),
    ];
    for (name, text, code) in faulty {
        desk.put(&format!("more/{name}.toml"), text);
        let file = format!("more/{name}.toml");
        let ask = |lang: &str| desk.run(&["simulate", "net", "--scenario", &file, "--lang", lang, "--out", "answer.json"]);
        ask("en").refused(3, &[&format!("error[{code}]"), &format!("{name}.toml:")]);
        ask("nl").refused(3, &[&format!("fout[{code}]"), &format!("{name}.toml:")]);
    }
    desk.run(&["simulate", "net", "--scenario", "cutt"]).refused(3, &["error[K031]", "did you mean 'cut'?"]);
    desk.run(&["simulate", "net", "--scenario", "cutt", "--lang", "nl"]).refused(3, &["fout[K031]", "bedoel je 'cut'?"]);
    assert_eq!(desk.names(), ["more", "net"]);
    desk.put("net/scenarios/bad.toml", b"[[event]]\nat_h = 0\nfail = \"gird\"\n");
    desk.run(&["check", "net"]).refused(3, &["K029", "bad.toml:3", "'grid'"]);
}

#[test]
fn suffixes_say_when_and_for_how_long() {
    let desk = Desk::tiny();
    for (fail, expected) in [
        ("grid", ["grid [[0.0,0.0]]", "tel [[4.0,0.0]]"]),
        ("grid+6", ["grid [[0.0,0.0],[6.0,1.0]]", "tel [[4.0,0.0],[6.0,1.0]]"]),
        ("grid@2", ["grid [[2.0,0.0]]", "tel [[6.0,0.0]]"]),
        ("grid@2+5.5", ["grid [[2.0,0.0],[7.5,1.0]]", "tel [[6.0,0.0],[7.5,1.0]]"]),
        (" sector=energy@2 + 5.5 ", ["grid [[2.0,0.0],[7.5,1.0]]", "tel [[6.0,0.0],[7.5,1.0]]"]),
    ] {
        assert_eq!(steps(fails(&desk, &[fail]))[..2], expected, "{fail}");
    }
    assert_eq!(steps(fails(&desk, &["tel@3+1", "water+2"])), ["water [[0.0,0.0],[2.0,1.0]]", "tel [[3.0,0.0],[4.0,1.0]]"]);
    assert_eq!(steps(fails(&desk, &["grid@1000"])), [""; 0], "beyond the horizon");
}

#[test]
fn without_a_duration_the_repair_time_holds() {
    let desk = Desk::with(&[("net/dependencies.csv", b"dependent,provider\ntel,grid\n"), ("net/nodes.csv", b"id,repair_h\ngrid,9\n")]);
    assert_eq!(steps(fails(&desk, &["grid@1"])), ["grid [[1.0,0.0],[10.0,1.0]]", "tel [[1.0,0.0],[10.0,1.0]]"]);
    assert_eq!(steps(fails(&desk, &["grid@1+2"]))[0], "grid [[1.0,0.0],[3.0,1.0]]");
}

#[test]
fn ids_may_hold_the_signs_of_suffixes() {
    let desk = Desk::with(&[("net/dependencies.csv", b"dependent,provider\nx,mast@5\ny,c+4\nz,a@1+2\n")]);
    for (fail, expected) in [
        ("mast@5", "mast@5 [[0.0,0.0]]"),
        ("mast@5@3", "mast@5 [[3.0,0.0]]"),
        ("mast@5+3", "mast@5 [[0.0,0.0],[3.0,1.0]]"),
        ("c+4", "c+4 [[0.0,0.0]]"),
        ("c+4+1", "c+4 [[0.0,0.0],[1.0,1.0]]"),
        ("c+4@2+1", "c+4 [[2.0,0.0],[3.0,1.0]]"),
        ("a@1+2", "a@1+2 [[0.0,0.0]]"),
        ("a@1+2@1+2", "a@1+2 [[1.0,0.0],[3.0,1.0]]"),
    ] {
        assert_eq!(steps(fails(&desk, &[fail]))[0], expected, "{fail}");
    }
}

#[test]
fn suffixes_that_are_no_time() {
    let desk = Desk::tiny();
    for fail in ["grid@soon", "grid+-3", "grid@1+", "grid@", "grid+NaN", "grid@inf", "grid+2000000"] {
        fails(&desk, &[fail]).refused(3, &["K029", fail]);
    }
}

#[test]
fn the_tutorial_gives_what_its_page_works_out() {
    let ask = |scenario: &str| run_in(&root(), &["simulate", "networks/tutorial", "--scenario", scenario, "--format", "json"]).json();
    let lost = |answer: &Value, id: &str| {
        let node = answer["nodes"].as_array().unwrap().iter().find(|node| node["id"] == id).cloned().unwrap_or_default();
        (node["first_loss_h"].as_f64(), node["lost_h"].as_f64())
    };
    let ten = ask("station-a-10h");
    assert_eq!(lost(&ten, "MAST"), (Some(4.0), Some(6.5)));
    assert_eq!(lost(&ten, "GEMAAL"), (Some(0.0), Some(11.0)));
    assert_eq!(lost(&ten, "STATION-B"), (None, None));
    let twenty = ask("station-a-20h");
    assert_eq!(lost(&twenty, "STATION-B"), (Some(16.0), Some(56.0)));
    assert_eq!(twenty["restart_deadlocks"], json!([{"at_h": 20.0, "nodes": ["MAST", "STATION-A"]}]));
}
