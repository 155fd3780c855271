//! `keten verify`: what is known of an incident against what the network gives, and the exit code that says whether it holds.

use super::ordered::assert_shape;
use super::{Desk, Ran, root, run_in};

/// A day on which the grid was out for 7 hours, and what is known of a node.
fn day(expectation: &str) -> String {
    format!(
        "title = \"A cut\"\nkind = \"incident\"\n[[event]]\nat_h = 0\nfail = \"grid\"\nduration_h = 7\n[[expect]]\n{expectation}\nsource = \"a guide\"\nconfidence = \"high\"\n"
    )
}

/// Puts the day into the tiny network and verifies it.
fn verify(expectation: &str, more: &[&str]) -> Ran {
    let desk = Desk::tiny();
    desk.put("net/scenarios/cut.toml", day(expectation).as_bytes());
    desk.run(&[&["verify", "net"], more].concat())
}

const TEL_DOWN: &str = "node = \"tel\"\nstate = \"down\"\nfrom_h = [3, 5]\nhours = [2, 4]";
const TEL_UP: &str = "node = \"tel\"\nstate = \"up\"";

#[test]
fn what_holds_is_fine_and_what_does_not_is_exit_4() {
    for (expectation, code, verdict) in
        [(TEL_DOWN, 0, "hit"), (TEL_UP, 4, "false_alarm"), ("node = \"water\"\nstate = \"up\"", 0, "rightly_up")]
    {
        let ran = verify(expectation, &["--format", "json"]);
        assert_eq!(ran.code, code, "{expectation}\n{}", ran.err);
        let answer: serde_json::Value = serde_json::from_str(&ran.out).unwrap();
        assert_eq!((&answer["met"], &answer["incidents"][0]["expectations"][0]["verdict"]), (&(code == 0).into(), &verdict.into()));
        assert_eq!(verify(expectation, &[]).code, code, "in words");
        assert_eq!(verify(expectation, &["--scenario", "cut", "--lang", "nl"]).code, code, "one scenario");
    }
}

#[test]
fn the_expectation_is_given_with_what_the_network_says() {
    let answer: serde_json::Value = serde_json::from_str(&verify(TEL_DOWN, &["--format", "json"]).fine()).unwrap();
    let shape = r#"{"node":"tel","expected":"down","verdict":"hit","met":true,"required":true,"first_loss_h":4.0,"min_output":0.0,
        "below_h":3.0,"onset_off_h":0.0,"length_off_h":0.0,"source":"a guide","confidence":0.9}"#;
    let shape: serde_json::Value = serde_json::from_str(shape).unwrap();
    assert_eq!(answer["incidents"][0]["expectations"][0], shape);
    let line = verify(TEL_DOWN, &["--format", "json"]).out;
    assert_shape(
        &line,
        r#"{"schema":"keten.verify/1","run":{},"met":true,"beats_guesses":false,"total":{},"incidents":[{"scenario":"cut","title":"A cut"}]}"#,
    );
}

#[test]
fn a_scenario_that_expects_an_unknown_node_is_faulty() {
    verify("node = \"tell\"\nstate = \"down\"", &[]).refused(3, &["K029", "cut.toml:8", "'tel'"]);
    verify(TEL_UP, &["--scenario", "cutt"]).refused(3, &["K031", "'cut'"]);
}

#[test]
fn the_networks_of_the_project_hold() {
    for network in ["networks/tutorial", "networks/nl-vitaal", "networks/exercise-threat"] {
        let answer = run_in(&root(), &["verify", network, "--format", "json"]).json();
        assert_eq!((&answer["met"], &answer["beats_guesses"]), (&true.into(), &true.into()), "{network}");
    }
}
