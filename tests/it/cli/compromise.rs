//! Sabotage prepared through a supplier, from the command line.

use super::{folder, run};

const CASE: [(&str, &str); 3] = [
    (
        "dependencies.csv",
        "dependent,provider,need,access,ttc_h,source,confidence,marking\n\
         BREAKER,VENDOR,updates,update,24,made up,low,TLP:AMBER\n\
         GRID,BREAKER,switching,,,made up,high,\n\
         CONTROL,VENDOR,support,remote,2,made up,high,\n\
         GRID,CONTROL,orders,credentials,,made up,high,\n",
    ),
    (
        "nodes.csv",
        "id,name,name_nl,kind,sector,category,repair_h,detect_h,on_detect\n\
         VENDOR,Made-up vendor,Verzonnen leverancier,supplier,ICT,,,none,\n\
         BREAKER,Breakers,Schakelaars,asset,Energy,,48,none,\n\
         CONTROL,Control room,Bedieningskamer,asset,Energy,,4,10,shutdown\n\
         GRID,Power grid,Stroomnet,process,Energy,A,,none,\n",
    ),
    (
        "scenarios/blow.toml",
        "title = \"One blow\"\n[[event]]\ncompromise = \"VENDOR\"\n[[event]]\nat_h = 36\ntrigger = \"sector=Energy\"\n",
    ),
];

#[test]
fn a_quiet_reach_and_one_blow_are_told_in_both_languages() {
    let case = folder(&CASE);
    for (lang, words) in [
        (
            "en",
            [
                "Event 1, at 0 h: Made-up vendor (VENDOR) compromised",
                "Event 2, at 36 h: what is compromised of sector=Energy out, until repaired",
                "4 nodes compromised, of which 1 vital",
                "VENDOR → CONTROL → GRID",
                "shut down on finding its compromise",
                "marking TLP:AMBER",
            ],
        ),
        (
            "nl",
            [
                "Gebeurtenis 1, meteen: Verzonnen leverancier (VENDOR) gecompromitteerd",
                "Gebeurtenis 2, na 36 uur: wat gecompromitteerd is van sector=Energy valt uit, tot herstel",
                "4 knopen gecompromitteerd, waarvan 1 vitaal",
                "VENDOR → CONTROL → GRID",
                "afgesloten na ontdekking van de compromittering",
                "rubricering TLP:AMBER",
            ],
        ),
    ] {
        let ran = run(case.path(), &["simulate", ".", "--scenario", "blow", "--lang", lang, "--format", "md"]);
        assert_eq!(ran.code, Some(0), "{}", ran.err);
        for wanted in words {
            assert!(ran.out.contains(wanted), "{wanted}\n{}", ran.out);
        }
    }
}

#[test]
fn the_data_holds_events_times_paths_and_causes() {
    let case = folder(&CASE);
    let ran = run(case.path(), &["simulate", ".", "--compromise", "VENDOR@1", "--trigger", "GRID@30+2", "--format", "json"]);
    let answer: serde_json::Value = serde_json::from_str(&ran.out).unwrap();
    let expected = serde_json::json!([
        {"id":"VENDOR","at_h":1.0,"path":["VENDOR"],"steps":0},
        {"id":"CONTROL","at_h":3.0,"path":["VENDOR","CONTROL"],"steps":1},
        {"id":"GRID","at_h":3.0,"path":["VENDOR","CONTROL","GRID"],"steps":2},
        {"id":"BREAKER","at_h":25.0,"path":["VENDOR","BREAKER"],"steps":1},
    ]);
    assert_eq!(answer["compromised"], expected);
    let control = &answer["nodes"][0];
    assert_eq!((&control["id"], &control["cause"]), (&"CONTROL".into(), &serde_json::json!({"kind":"detected"})));
    let settings = &answer["run"]["settings"];
    assert_eq!((&settings["compromise"][0], &settings["trigger"][0]), (&"VENDOR@1".into(), &"GRID@30+2".into()));
    assert_eq!(
        settings["events"][1],
        serde_json::json!({"at_h":30.0,"action":"trigger","nodes":[],"need":null,"duration_h":2.0,"level":0.0,"strikes":true,"selector":"GRID"})
    );
    let without = run(case.path(), &["simulate", ".", "--fail", "GRID", "--format", "json"]);
    assert!(!without.out.contains("compromised"), "{}", without.out);
}

#[test]
fn csv_has_a_row_for_what_is_compromised_and_still_works() {
    let case = folder(&CASE);
    let ran = run(case.path(), &["simulate", ".", "--compromise", "VENDOR", "--format", "csv"]);
    let lines: Vec<&str> = ran.out.lines().collect();
    assert!(lines[0].ends_with(",compromised_h,path"), "{}", ran.out);
    assert!(lines.contains(&"BREAKER,Breakers,Energy,,1,0,,,,,,24,VENDOR BREAKER"), "{}", ran.out);
    assert!(lines.contains(&"CONTROL,Control room,Energy,12,0,4,0,detected,,,,2,VENDOR CONTROL"), "{}", ran.out);
}

#[test]
fn why_tells_how_a_node_was_reached() {
    let case = folder(&CASE);
    let ran = run(case.path(), &["why", ".", "GRID", "--scenario", "blow", "--format", "md"]);
    assert!(ran.out.contains("shut down on finding its compromise (compromised at 2 h: VENDOR → CONTROL)"), "{}", ran.out);
    assert!(ran.out.contains("the access of Made-up vendor (VENDOR) to Control room (CONTROL) is guarded"), "{}", ran.out);
    let dutch = run(case.path(), &["why", ".", "GRID", "--scenario", "blow", "--lang", "nl", "--format", "md"]);
    assert!(
        dutch.out.contains("de toegang van Verzonnen leverancier (VENDOR) tot Bedieningskamer (CONTROL) wordt bewaakt"),
        "{}",
        dutch.out
    );
}

#[test]
fn faults_of_options_come_together_and_each_names_its_option() {
    let case = folder(&CASE);
    let with = |more: &[&str]| run(case.path(), &[&["simulate", "."], more].concat());
    let ran = with(&["--compromise", "VENDRO", "--trigger", "GRID", "--fail", "GIRD"]);
    assert_eq!((ran.code, ran.out.as_str()), (Some(3), ""));
    for wanted in ["--compromise", "VENDRO", "--trigger", "K024", "--fail", "GIRD"] {
        assert!(ran.err.contains(wanted), "{wanted}\n{}", ran.err);
    }
    for (more, wanted) in [
        (&["--compromise", "VENDOR@5", "--trigger", "all@4"][..], "the trigger is at 4 h, but the first compromise at 5 h"),
        (&["--trigger", "all@4"], "no event compromises anything"),
    ] {
        let ran = with(more);
        assert!(ran.code == Some(3) && ran.err.contains("K040") && ran.err.contains(wanted), "{}", ran.err);
    }
    assert_eq!(with(&["--compromise", "VENDOR@5", "--trigger", "all@5"]).code, Some(0));
}

#[test]
fn a_word_of_access_that_does_not_exist_is_placed() {
    let case = folder(&[("d.csv", "dependent,provider,access\na,b,updat\na,c,remote\n")]);
    let ran = run(case.path(), &["check", "d.csv"]);
    assert!(ran.code == Some(3) && ran.err.contains("K014") && ran.err.contains("d.csv:2:5"), "{}", ran.err);
}

#[test]
fn a_ranking_tells_whose_compromise_reaches_what_is_vital_and_how_soon() {
    let case = folder(&CASE);
    let with = |more: &[&str]| run(case.path(), &[&["rank", ".", "--criterion", "compromised"], more].concat());
    let csv = "rank,id,nodes,compromised,vital_compromised,first_vital_compromise_h,score\n\
               1,VENDOR,1,3,1,2,1\n1,CONTROL,1,1,1,0,1\n3,BREAKER,1,0,0,,0\n3,GRID,1,0,0,,0\n";
    assert_eq!(with(&["--format", "csv"]).out, csv);
    let answer: serde_json::Value = serde_json::from_str(&with(&["--format", "json"]).out).unwrap();
    let first = serde_json::json!({"rank":1,"id":"VENDOR","nodes":1,"compromised":3,"vital_compromised":1,"first_vital_compromise_h":2.0,"score":1.0});
    assert_eq!((&answer["criterion"], &answer["rows"][0]), (&"compromised".into(), &first));
    let sampled: serde_json::Value = serde_json::from_str(&with(&["--samples", "10", "--format", "json"]).out).unwrap();
    let first = &sampled["rows"][0];
    assert_eq!((&sampled["schema"], &sampled["samples"]), (&"keten.rank.sampled/1".into(), &10.into()));
    assert_eq!(
        (&first["compromised"]["mean"], &first["p_vital_compromise"], &first["first_vital_compromise_h"]["p50"]),
        (&3.0.into(), &1.0.into(), &2.0.into())
    );
    assert!(with(&["--samples", "10", "--lang", "nl"]).out.contains("vitaal"));
    assert!(with(&["--samples", "10", "--format", "csv"]).out.starts_with("rank,id,nodes,p_top10,p_vital_compromise,score_mean"));
    assert!(with(&["--lang", "nl"]).out.contains("Wiens compromittering het verst reikt: losse knopen"));
    assert!(with(&["--by", "sector"]).out.contains("Whose compromise reaches most: all nodes of one sector together"));
}

#[test]
fn choke_points_are_told_in_every_form() {
    let case = folder(&CASE);
    let with = |more: &[&str]| run(case.path(), &[&["chokepoints", ".", "--from", "VENDOR"], more].concat());
    // The grid is reached by way of the control room alone: the row of the breakers to it states no access.
    let answer: serde_json::Value = serde_json::from_str(&with(&["--format", "json"]).out).unwrap();
    let row = |dependent: &str, need: &str, provider: &str| serde_json::json!({"dependent":dependent,"need":need,"provider":provider});
    assert_eq!(
        (&answer["schema"], &answer["targets"], &answer["reached"]),
        (&"keten.chokepoints/1".into(), &1.into(), &serde_json::json!(["GRID"]))
    );
    assert_eq!(
        (&answer["row_cut"], &answer["node_cut"]),
        (&serde_json::json!([row("CONTROL", "support", "VENDOR")]), &serde_json::json!(["CONTROL"]))
    );
    assert_eq!(
        (&answer["guards"][0], &answer["guards_found"]),
        (&serde_json::json!({"guard":"node","node":"CONTROL","saves":1}), &3.into())
    );
    let csv = "kind,node,dependent,need,provider,saves\nnode_cut,CONTROL,,,,\nguard,CONTROL,,,,1\n\
               row_cut,,CONTROL,support,VENDOR,\nguard,,CONTROL,support,VENDOR,1\nguard,,GRID,orders,CONTROL,1\n";
    assert_eq!(with(&["--format", "csv"]).out, csv);
    assert!(with(&[]).out.contains("Choke points: from VENDOR to everything vital"));
    let dutch = with(&["--lang", "nl", "--format", "md"]);
    assert!(dutch.out.contains("De minste rijen waarvan bewaking alles afsnijdt: 1 rij"), "{}", dutch.out);
    let direct = with(&["--to", "CONTROL", "--format", "md"]);
    assert!(direct.out.contains("some rows lead there straight (VENDOR → CONTROL)"), "{}", direct.out);
    assert!(run(case.path(), &["chokepoints", ".", "--from", "GRID"]).out.contains("Nothing has to be guarded"));
    let faulty = run(case.path(), &["chokepoints", ".", "--from", "VENDRO", "--to", "GIRD"]);
    assert!(
        faulty.code == Some(3) && faulty.out.is_empty() && faulty.err.contains("'VENDRO'") && faulty.err.contains("'GIRD'"),
        "{}",
        faulty.err
    );
}
