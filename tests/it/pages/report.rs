//! `keten report` as a page: what stands in it and in which order.

use super::reader::Element;
use super::{assert_sound, page};
use crate::cli::{CASE, folder, run};

fn headings(root: &Element, name: &str) -> Vec<String> {
    root.all().iter().filter(|element| element.name == name).map(|element| element.text()).collect()
}

/// What the first element of a class says.
fn of_class(root: &Element, class: &str) -> String {
    root.all().iter().find(|element| element.attribute("class") == Some(class)).map(|element| element.text()).unwrap_or_default()
}

/// A report on the power cut of the small case.
fn cut(more: &[&str]) -> Element {
    let case = folder(&CASE);
    assert_sound(&page(case.path(), &[&["report", ".", "--scenario", "cut"], more].concat()))
}

#[test]
fn interests_stand_before_threat_and_threat_before_resilience() {
    let english = cut(&["--samples", "20"]);
    let expected =
        ["In one minute", "Interests: what was hit", "Threat: how it spread", "Resilience: what held, what decides", "What this rests on"];
    assert_eq!(headings(&english, "h2"), expected);
    let dutch = cut(&["--samples", "20", "--lang", "nl"]);
    let expected = [
        "In één minuut",
        "Belangen: wat geraakt werd",
        "Dreiging: hoe het doorwerkte",
        "Weerbaarheid: wat standhield, wat beslist",
        "Waar dit op rust",
    ];
    assert_eq!(headings(&dutch, "h2"), expected);
    assert_eq!(headings(&english, "h3").len(), headings(&dutch, "h3").len());
}

#[test]
fn the_summary_says_what_failed_in_which_order_why_how_sure_and_what_to_check() {
    let root = cut(&["--samples", "20"]);
    let lead = of_class(&root, "lead");
    assert!(lead.starts_with("Power grid fails. In all 4 nodes in 3 sectors lose function, 3 of them entirely."), "{lead}");
    assert!(
        lead.contains("Of 2 vital processes 2 are affected, 1 lost entirely.") && lead.ends_with("After 7 h all of it works again."),
        "{lead}"
    );
    let order = of_class(&root, "pairs");
    assert!(order.starts_with("after 1 hPower grid (hit).after 5 hTelecom mast (buffer of 4 h empty). With it: "), "{order}");
    assert!(order.contains(" left"), "what keeps a part says which: {order}");
    let beside = of_class(&root, "beside");
    for words in ["Why", "Telecom mast fell short of power (GRID), after 4 h on buffer.", "How sure we are", "What to check first"] {
        assert!(beside.contains(words), "{words} is missing in: {beside}");
    }
    let figures = of_class(&root, "figures");
    assert!(
        figures.contains("vital processes affected2 of 2") && figures.contains("until all works again7 hin the central run"),
        "{figures}"
    );
}

#[test]
fn what_is_certain_names_the_condition_that_empty_cells_hold_their_default() {
    let said = |ranges: &str| {
        let case = folder(&CASE);
        let file = case.path().join("network.toml");
        let known = std::fs::read_to_string(&file).unwrap();
        std::fs::write(&file, format!("{known}\n[ranges]\n{ranges}\n")).unwrap();
        let report = assert_sound(&page(case.path(), &["report", ".", "--scenario", "cut"])).text();
        let simulated = run(case.path(), &["simulate", ".", "--scenario", "cut", "--bounds"]).out;
        [report, simulated.split_whitespace().collect::<Vec<_>>().join(" ")]
    };
    for text in said("all = \"default\"") {
        assert!(text.contains("If empty cells hold their default (an assumption"), "{text}");
    }
    for text in said("all = \"widest\"\nbuffer_h = \"default\"") {
        assert!(text.contains("If empty cells in buffer_h hold their default (an assumption)"), "{text}");
    }
    for text in said("all = \"widest\"") {
        assert!(!text.contains("If empty cells") && text.contains("Wherever the values lie"), "{text}");
    }
}

#[test]
fn it_says_what_it_leaves_out_and_what_it_was_made_of() {
    let text = cut(&["--samples", "20", "--seed", "7"]).text();
    for words in ["Capacity and congestion", "Repair crews", "Season and time of day", "Decisions of people", "physics of flow"] {
        assert!(text.contains(words), "{words} is missing");
    }
    for words in
        ["samples20", "seed7", "dependencies.csv", "scenarios/cut.toml", "markingTLP:GREEN", concat!("keten ", env!("CARGO_PKG_VERSION"))]
    {
        assert!(text.contains(words), "{words} is missing");
    }
    let digest = blake3::hash(CASE[0].1.as_bytes()).to_hex().to_string();
    assert!(text.contains(&digest), "the digest of dependencies.csv");
    assert!(text.contains("are assumptions") || text.contains("took their default"), "assumptions are counted");
}

#[test]
fn where_nothing_falls_the_report_says_so() {
    let case = folder(&CASE);
    let root = assert_sound(&page(case.path(), &["report", ".", "--fail", "HOSPITAL+0"]));
    assert_eq!(of_class(&root, "lead"), "Nothing loses function within 3 days.");
}

#[test]
fn compromise_has_its_place() {
    let root = assert_sound(&page(
        std::path::Path::new(env!("CARGO_MANIFEST_DIR")),
        &["report", "networks/exercise-threat", "--scenario", "beheerder"],
    ));
    assert!(headings(&root, "h3").iter().any(|heading| heading == "Who is compromised, in order of time"), "{:?}", headings(&root, "h3"));
    assert!(of_class(&root, "figures").contains("nodes compromised"));
}

#[test]
fn a_network_by_itself_has_a_report() {
    let case = folder(&CASE);
    let root = assert_sound(&page(case.path(), &["report", "."]));
    assert_eq!(headings(&root, "h1"), ["Four nodes"]);
    assert!(root.text().contains("Network: Four nodes"), "which network it is stands at the top");
    assert!(headings(&root, "h2").contains(&"What is most critical in this network".to_owned()));
    assert!(of_class(&root, "figures").contains("dependencies3"));
    // Nothing happens, so nobody must be called.
    let ran = run(case.path(), &["report", ".", "--format", "csv"]);
    assert_eq!((ran.code, ran.out.as_str()), (Some(2), ""), "{}", ran.err);
}

#[test]
fn the_other_formats_keep_who_must_be_called() {
    let case = folder(&CASE);
    let ran =
        run(case.path(), &["report", ".", "--scenario", "cut", "--by", "sector", "--out", "a.html", "--out", "a.json", "--out", "a.csv"]);
    assert_eq!(ran.code, Some(0), "{}", ran.err);
    let text = |name: &str| std::fs::read_to_string(case.path().join(name)).unwrap();
    assert!(text("a.json").starts_with("{\"schema\":\"keten.report/1\""), "{:.80}", text("a.json"));
    assert!(text("a.csv").starts_with("party,id,"), "{:.80}", text("a.csv"));
    assert!(assert_sound(&text("a.html")).text().contains("By sector, in the order"));
}

/// A chain of so many nodes behind one.
fn fan(nodes: usize) -> Element {
    let rows: String = (0..nodes).map(|number| format!("n{number},hub\n")).collect();
    let case = folder(&[("dependencies.csv", &format!("dependent,provider\n{rows}"))]);
    assert_sound(&page(case.path(), &["report", ".", "--fail", "hub+5"]))
}

#[test]
fn a_chain_of_many_nodes_is_drawn_in_groups() {
    let items = |root: &Element| {
        let figures =
            root.all().into_iter().filter(|element| element.name == "figure").filter(|figure| figure.text().starts_with("The chain"));
        let chain: Vec<&Element> = figures.collect();
        chain[0].all().iter().filter(|element| element.attribute("class").is_some_and(|class| class.starts_with("name"))).count()
    };
    assert!(items(&fan(199)) >= 200);
    let grouped = fan(200);
    assert!(items(&grouped) < 10, "{}", items(&grouped));
    assert!(grouped.text().contains("There are more than 200 nodes"));
}

#[test]
fn the_same_report_comes_from_any_number_of_threads() {
    let case = folder(&CASE);
    let with = |threads: &str| page(case.path(), &["report", ".", "--scenario", "cut", "--samples", "50", "--threads", threads]);
    assert_eq!(with("1"), with("4"));
}

#[test]
fn another_version_beside_it_is_a_chapter_before_what_it_rests_on() {
    let case = folder(&CASE);
    for (file, text) in CASE {
        let path = case.path().join("old").join(file);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        // Last year the battery was larger, and what was said was for fewer eyes.
        std::fs::write(path, text.replace("GRID,power,4", "GRID,power,5").replace("TLP:GREEN", "TLP:AMBER")).unwrap();
    }
    std::fs::create_dir(case.path().join("new")).unwrap();
    for (file, text) in CASE {
        let path = case.path().join("new").join(file);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    }
    for (lang, heading, words) in [
        (
            "en",
            "Beside old: what changed",
            ["new loses 10.4 hours", "2.2 more than the 8.2 of old", "need 'power' of Telecom mast (MAST) (buffer_h 5 → 4)"],
        ),
        (
            "nl",
            "Naast old: wat er veranderde",
            ["new verliest 10,4 uur", "2,2 meer dan de 8,2 van old", "behoefte 'power' van Zendmast (MAST) (buffer_h 5 → 4)"],
        ),
    ] {
        let root = assert_sound(&page(case.path(), &["report", "new", "--scenario", "cut", "--beside", "old", "--lang", lang]));
        let sections = headings(&root, "h2");
        assert_eq!(sections.iter().position(|section| section == heading), Some(sections.len() - 2), "{sections:?}");
        let text = root.text();
        assert!(words.iter().all(|words| text.contains(words)), "{text}");
        assert!(of_class(&root, "marking").contains("TLP:AMBER"), "the higher marking of the two");
        // Without a scenario the chapter is about the network.
        let root = assert_sound(&page(case.path(), &["report", "new", "--beside", "old", "--lang", lang]));
        assert!(headings(&root, "h2").contains(&heading.to_owned()) && root.text().contains("MAST, power ← GRID"));
    }
    for arguments in [&["--fail", "GRID+2", "--format", "html"][..], &["--scenario", "cut"]] {
        let ran = run(case.path(), &[&["report", "new", "--beside", "old"], arguments].concat());
        assert_eq!((ran.code, ran.out.as_str()), (Some(2), ""), "{}", ran.err);
        assert!(ran.err.contains("--beside"), "{}", ran.err);
    }
}
