//! What an actor or a country has in its hands, through the command, on the invented case that was worked out by hand.

use super::{folder, run};
use serde_json::Value;
use std::path::Path;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn asked(network: &Path, arguments: &[&str]) -> Value {
    let ran = run(network, &[&["exposure", "."], arguments, &["--format", "json"]].concat());
    assert_eq!(ran.code, Some(0), "{}", ran.err);
    serde_json::from_str(&ran.out).unwrap()
}

fn exercise(arguments: &[&str]) -> Value {
    asked(&root().join("networks/exercise-threat"), arguments)
}

fn texts(list: &Value) -> Vec<&str> {
    list.as_array().unwrap().iter().map(|text| text.as_str().unwrap()).collect()
}

fn interest(answer: &Value, id: &str) -> f64 {
    let shares = answer["interest"].as_array().unwrap();
    shares.iter().find(|share| share["id"] == id).map_or(0.0, |share| share["share"].as_f64().unwrap())
}

fn vital<'a>(standing: &'a Value, id: &str) -> &'a Value {
    let all = standing["if_withdrawn"]["vital"].as_array().unwrap();
    all.iter().find(|process| process["id"] == id).unwrap_or_else(|| panic!("{id} is not among {all:?}"))
}

#[test]
fn control_and_interest_of_the_fund() {
    let answer = exercise(&["--actor", "Fictief Fonds", "--within", "1000"]);
    assert_eq!((&answer["schema"], &answer["actor"]), (&"keten.exposure/1".into(), &"Fictief Fonds".into()));
    assert_eq!(texts(&answer["controls"]), ["Fictieve Holding Een", "Fictieve Holding Twee", "LEV-A"]);
    for (id, share) in [
        ("Fictieve Holding Een", 0.6),
        ("Fictieve Holding Twee", 0.45),
        ("LEV-A", 0.33),
        ("Kring-Onderneming P", 0.3125),
        ("Kring-Onderneming Q", 0.1875),
        ("LEV-O", 0.095_625),
    ] {
        assert!((interest(&answer, id) - share).abs() < 1e-9, "{id}");
    }
    // POMP-OOST and P-WATER, from 30 days on; grid control switches in time.
    let withdrawn = &answer["if_withdrawn"];
    assert_eq!((&withdrawn["affected"], &withdrawn["lost"], &withdrawn["processes_lost"]), (&2.into(), &0.into(), &0.into()));
    let water = vital(&answer, "P-WATER");
    assert_eq!((&water["short_h"], &water["at_end"], &water["without_stock_and_standby_h"]), (&720.0.into(), &0.9.into(), &0.0.into()));
    assert_eq!(vital(&answer, "P-STROOM")["short_h"], Value::Null);
    assert_eq!(texts(&answer["if_abused"]["compromised"]), ["BESTURING", "P-WATER", "POMP-OOST", "NET-NOORD", "P-STROOM"]);
    assert_eq!(texts(&answer["if_abused"]["vital"]), ["P-WATER", "P-STROOM"]);
}

#[test]
fn a_country_withholds_all_that_it_controls_or_hosts() {
    let answer = exercise(&["--country", "XB"]);
    assert_eq!(answer["actor"], Value::Null);
    assert_eq!(texts(&answer["hosts"]), ["CHEM-G", "Fictieve Chemieholding", "Fictieve Staatsholding XB", "LEV-E"]);
    let water = vital(&answer, "P-WATER");
    assert_eq!((&water["short_h"], &water["lost_h"], &water["at_end"]), (&96.0.into(), &96.0.into(), &0.6.into()));
    assert_eq!((&vital(&answer, "P-SPRAAK")["short_h"], &vital(&answer, "P-112")["lowest"]), (&2160.0.into(), &0.91.into()));
    assert_eq!(vital(&answer, "P-BETAAL")["short_h"], Value::Null);
    let alternatives = answer["if_withdrawn"]["alternatives"].as_array().unwrap();
    let chemicals = alternatives.iter().find(|one| one["dependent"] == "POMP-OOST").unwrap();
    assert_eq!((&chemicals["left"], &chemicals["stock_h"]), (&0.0.into(), &96.0.into()));
    assert_eq!(chemicals["standby"], serde_json::json!([{ "id": "CHEM-H", "after_h": 120.0, "share": 0.6 }]));
    // LEV-A stands in XH, and is ultimately from XA.
    let other = exercise(&["--country", "XA"]);
    assert!(texts(&other["controls"]).contains(&"LEV-A") && !texts(&other["hosts"]).contains(&"LEV-A"));
}

#[test]
fn verdicts_that_hang_on_unknown_owners_are_said() {
    let answer = exercise(&["--actor", "Fictieve Staatsholding XB"]);
    assert_eq!(texts(&answer["controls"]), ["CHEM-G", "Fictieve Chemieholding"]);
    assert_eq!(answer["unknown"]["could_control"], serde_json::json!([{ "id": "LEV-E", "held": 0.4, "unknown": 0.6 }]));
    assert_eq!(answer["unknown"]["at_most"]["nodes"], 4);
    let held = exercise(&["--actor", "LEV-A"]);
    assert_eq!(held["unknown"]["behind"], "Fictief Fonds");
    assert_eq!(held["unknown"]["of_actor"], 0.4);
}

#[test]
fn an_operator_has_what_it_runs() {
    let answer = exercise(&["--actor", "Staat Oefenland"]);
    assert_eq!(texts(&answer["controls"]), ["Fictief Netbedrijf"]);
    assert_eq!(texts(&answer["operates"]), ["BESTURING", "MELDKAMER", "NET-NOORD", "NET-ZUID"]);
    // Half of the water company is no control, with nothing unknown about it.
    assert!(answer["unknown"]["could_control"].as_array().unwrap().is_empty());
}

#[test]
fn an_acquisition_is_weighed_before_and_after() {
    let answer = exercise(&["--acquire", "Fictief Fonds:Fictief Telecom Een:0.6"]);
    let acquisition = &answer["acquisition"];
    assert_eq!((&answer["actor"], &acquisition["from_unknown"], &acquisition["held"]), (&"Fictief Fonds".into(), &0.6.into(), &0.0.into()));
    assert_eq!(texts(&acquisition["new_controls"]), ["Fictief Telecom Een"]);
    assert_eq!(texts(&acquisition["new_nodes"]), ["TEL-KERN-1"]);
    assert_eq!(vital(&acquisition["after"], "P-SPRAAK")["at_end"], 0.5);
    let measures = &acquisition["measures"];
    assert_eq!(texts(&measures["newly_short"]), ["P-112", "P-SPRAAK"]);
    assert_eq!(measures["second_supplier"], serde_json::json!([{ "dependent": "P-SPRAAK", "need": "kernnetten" }]));
    assert!(texts(&measures["still_short"]).is_empty());
    assert_eq!(texts(&measures["newly_reached"]), ["P-SPRAAK"]);
    assert_eq!(measures["without_access"], serde_json::json!([{ "provider": "TEL-KERN-1", "dependent": "P-SPRAAK" }]));
}

#[test]
fn a_share_of_a_circle_brings_the_circle() {
    let answer = exercise(&["--acquire", "Fictief Fonds:Kring-Onderneming P:35%"]);
    let acquisition = &answer["acquisition"];
    assert_eq!(texts(&acquisition["new_controls"]), ["Kring-Onderneming P", "Kring-Onderneming Q", "LEV-O"]);
    // 0.2 of P was unknown; the rest comes from Q, who alone can sell.
    assert_eq!((&acquisition["held"], &acquisition["from_unknown"]), (&0.2.into(), &0.2.into()));
    assert_eq!(acquisition["from"], serde_json::json!([{ "id": "Kring-Onderneming Q", "before": 0.6, "after": 0.45 }]));
}

#[test]
fn a_ranking_by_owner_and_the_exposure_of_each_agree() {
    let network = root().join("networks/exercise-threat");
    let ranked = run(&network, &["rank", ".", "--by", "owner", "--format", "json"]);
    let ranked: Value = serde_json::from_str(&ranked.out).unwrap();
    let rows = ranked["rows"].as_array().unwrap();
    assert!(rows.len() >= 4, "{rows:?}");
    for row in rows {
        let answer = asked(&network, &["--actor", row["id"].as_str().unwrap()]);
        for key in ["nodes", "affected", "lost", "processes_lost", "sectors_hit"] {
            assert_eq!(answer["if_withdrawn"][key], row[key], "{key} of {}", row["id"]);
        }
        let (one, other) = (answer["if_withdrawn"]["lost_h"].as_f64().unwrap(), row["lost_h"].as_f64().unwrap());
        assert!((one - other).abs() < 1e-6);
    }
}

#[test]
fn what_cannot_be_asked_is_told_at_its_option() {
    let network = root().join("networks/exercise-threat");
    for (arguments, code, told) in [
        (&["--actor", "Fictief Fond"] as &[&str], 3, "K029"),
        (&["--actor", "Fictief Fond"], 3, "there is no node, owner or company 'Fictief Fond'"),
        (&["--country", "XZ"], 3, "K026"),
        (&["--acquire", "Fictief Fonds:Fictief Telcom Een:0.6"], 3, "K029"),
        (&["--acquire", "Fictief Fonds:LEV-A:60"], 3, "K053"),
        (&["--acquire", "Fictief Fonds:LEV-A:x"], 3, "K012"),
        (&["--acquire", "LEV-A:LEV-A:0.1"], 3, "K051"),
        (&["--acquire", "Fictief Fonds:Fictieve Holding Een:0.5"], 3, "K054"),
        (&["--acquire", "Fictief Fonds"], 2, "OWNER:OWNED:SHARE"),
        (&[], 2, "--actor"),
        (&["--actor", "LEV-A", "--country", "XB"], 2, "cannot stand beside"),
    ] {
        let ran = run(&network, &[&["exposure", "."], arguments].concat());
        assert_eq!(ran.code, Some(code), "{arguments:?}: {}", ran.err);
        assert!(ran.err.contains(told) && ran.out.is_empty(), "{arguments:?}: {}", ran.err);
    }
}

#[test]
fn every_format_and_language_has_the_answer() {
    let network = root().join("networks/exercise-threat");
    let of = |arguments: &[&str]| run(&network, &[&["exposure", ".", "--acquire", "Fictief Fonds:LEV-O:0.49"], arguments].concat()).out;
    assert!(of(&[]).contains("Which lighter measure would do") && of(&["--lang", "nl"]).contains("Welke lichtere maatregel volstaat"));
    assert!(of(&["--format", "md", "--lang", "nl"]).contains("## Als het zich terugtrekt"));
    let csv = of(&["--format", "csv"]);
    assert!(csv.starts_with("state,id,name,own,short_h,lost_h,without_stock_and_standby_h,lowest,at_end,reached_h\nnow,"));
    assert!(csv.contains("\nafter,P-WATER,"));
    assert_eq!(of(&["--format", "json"]), of(&["--format", "json", "--threads", "1", "--lang", "nl"]));
}

#[test]
fn a_buyer_may_be_new_and_a_plain_node_can_be_bought() {
    let case = folder(&[("dependencies.csv", "dependent,provider\ntel,grid\n")]);
    let answer = asked(case.path(), &["--acquire", "newcomer:grid:0.51"]);
    assert_eq!((&answer["actor"], &answer["if_withdrawn"]["nodes"]), (&"newcomer".into(), &0.into()));
    assert_eq!(answer["acquisition"]["after"]["if_withdrawn"]["affected"], 1);
    let half = asked(case.path(), &["--acquire", "newcomer:grid:0.5"]);
    assert!(texts(&half["acquisition"]["new_controls"]).is_empty());
    assert_eq!(half["acquisition"]["after"]["unknown"]["could_control"][0]["id"], "grid");
    let plain = asked(case.path(), &["--actor", "grid"]);
    assert_eq!((&plain["controls"], &plain["if_withdrawn"]["affected"]), (&serde_json::json!([]), &1.into()));
}

#[test]
fn a_buyer_that_no_table_knows_is_said_to_be_new_and_may_be_a_slip() {
    let network = root().join("networks/exercise-threat");
    let bought =
        |buyer: &str, lang: &str| run(&network, &["exposure", ".", "--acquire", &format!("{buyer}:LEV-O:0.4"), "--lang", lang]).out;
    let flat = |text: String| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let slip = flat(bought("Fictief Fondz", "en"));
    assert!(slip.contains("Fictief Fondz stands in no table: it is taken as a new party that holds nothing"), "{slip}");
    assert!(slip.contains("Is Fictief Fonds meant?"), "{slip}");
    let new = flat(bought("Nieuwe Partij", "nl"));
    assert!(new.contains("Nieuwe Partij staat in geen tabel") && !new.contains("bedoeld"), "{new}");
    assert!(!bought("Fictief Fonds", "en").contains("stands in no table"));
    let is_new = |buyer: &str| exercise(&["--acquire", &format!("{buyer}:LEV-O:0.4")])["acquisition"]["buyer_is_new"].clone();
    assert_eq!((is_new("Fictief Fondz"), is_new("Fictief Fonds")), (true.into(), false.into()));
    let case = folder(&[
        ("dependencies.csv", "dependent,provider\ntel,grid\n"),
        ("scenarios/sale.toml", "[[event]]\nat_h = 1\nacquire = { owner = \"grind\", owned = \"grid\", share = 0.6 }\n"),
    ]);
    let sale = flat(run(case.path(), &["simulate", ".", "--scenario", "sale"]).out);
    assert!(sale.contains("grind stands in no table") && sale.contains("Is grid meant?"), "{sale}");
}

#[test]
fn the_ict_behind_vital_processes_is_what_chains_of_rows_lead_to() {
    let network = root().join("networks/exercise-threat");
    let map = exercise(&["--cyber"]);
    assert_eq!(map["schema"], "keten.exposure.cyber/1");
    let providers = map["providers"].as_array().unwrap();
    let provider = |id: &str| providers.iter().find(|provider| provider["id"] == id).unwrap();
    let needed_by =
        |id: &str| provider(id)["needed_by"].as_array().unwrap().iter().map(|one| one["id"].as_str().unwrap()).collect::<Vec<_>>();
    // Grid control is behind everything that needs power.
    assert_eq!(needed_by("BESTURING"), ["P-112", "P-BETAAL", "P-SPRAAK", "P-STROOM", "P-WATER"]);
    assert_eq!(needed_by("BETAALHUB"), ["P-BETAAL"]);
    assert_eq!(provider("LEV-A")["ultimate_country"], "XA");
    assert_eq!((&provider("LEV-A")["country"], &provider("LEV-A")["behind"]), (&"XH".into(), &"Fictief Fonds".into()));
    assert!(providers.iter().all(|provider| provider["id"] != "CHEM-G"));
    let counts: Vec<usize> = providers.iter().map(|provider| provider["needed_by"].as_array().unwrap().len()).collect();
    assert!(counts.windows(2).all(|pair| pair[0] >= pair[1]), "{counts:?}");
    for provider in providers {
        let id = provider["id"].as_str().unwrap();
        let lost = run(&network, &["simulate", ".", "--fail", &format!("{id}+900000"), "--format", "json"]);
        let lost: Value = serde_json::from_str(&lost.out).unwrap();
        for needing in provider["needed_by"].as_array().unwrap() {
            let falls = lost["nodes"].as_array().unwrap().iter().any(|node| node["id"] == needing["id"]);
            assert_eq!(needing["short"], falls, "{id} {needing}");
        }
    }
}

#[test]
fn what_counts_as_ict_can_be_said() {
    let map = exercise(&["--cyber", "--of", "sector=Telecom & kind=asset"]);
    let ids: Vec<&str> = map["providers"].as_array().unwrap().iter().map(|provider| provider["id"].as_str().unwrap()).collect();
    assert_eq!(ids, ["TEL-KERN-1", "TEL-KERN-2", "DC-1", "DC-2"]);
    let csv =
        run(&root().join("networks/exercise-threat"), &["exposure", ".", "--cyber", "--of", "DC-1", "--format", "csv", "--lang", "nl"]);
    assert_eq!(
        csv.out,
        "process,provider,name,product,operator,country,behind,ultimate_country,steps,short\nP-BETAAL,DC-1,Datacentrum Een,,Fictief Datacentrum,XH,,,2,true\n"
    );
}
