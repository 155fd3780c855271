//! The risk diagram on pages: of a scenario and of a network, with its table, and what is said where there is none.

use super::reader::Element;
use super::{assert_sound, page};
use crate::cli::{CASE, folder};

const CRITERIA: &str = "scheme,criterion,interest,measure,duration_h,class,from,unit,confidence\n\
    own,costs,economy,integral,,A,0,EUR,high\nown,costs,economy,integral,,B,100,EUR,high\nown,costs,economy,integral,,C,100000,EUR,high\n\
    own,people,society,peak,,A,1,people,high\nown,people,society,peak,,B,500,people,low\n\
    regional,chance,,probability,8766,unlikely,0,,high\nregional,chance,,probability,8766,possible,0.005,,high\n\
    regional,chance,,probability,8766,likely,0.05,,high\n";
const IMPACTS: &str = "node,criterion,amount\nTEL,costs,100\nHOSPITAL,people,20\n";

fn scenario(title: &str, likelihood: &str) -> String {
    format!("title = \"{title}\"\nhorizon_h = 48\n{likelihood}[[event]]\nat_h = 1\nfail = \"GRID\"\nduration_h = 6\n")
}

fn likelihood(probability: &str, hours: u32) -> String {
    format!("[likelihood]\nprobability = \"{probability}\"\nperiod_h = {hours}\nsource = \"<b>made up</b>\"\nconfidence = \"high\"\n")
}

fn case(scenarios: &[(&str, String)]) -> tempfile::TempDir {
    let files: Vec<(&str, &str)> = scenarios.iter().map(|(name, text)| (*name, text.as_str())).collect();
    folder(&[&CASE[..3], &[("criteria.csv", CRITERIA), ("impacts.csv", IMPACTS)], &files].concat())
}

fn report(case: &tempfile::TempDir, arguments: &[&str]) -> Element {
    assert_sound(&page(case.path(), &[&["report", "."], arguments].concat()))
}

/// The rows of the table whose first head is this.
fn table(root: &Element, head: &str) -> Vec<Vec<String>> {
    let is_wanted = |table: &&Element| table.all().iter().any(|cell| cell.name == "th" && cell.text() == head);
    let all = root.all();
    let Some(table) = all.iter().filter(|element| element.name == "table").find(|table| is_wanted(&&***table)) else { return Vec::new() };
    let rows = table.all();
    let cells = |row: &Element| row.all().iter().filter(|cell| cell.name == "td" || cell.name == "th").map(|cell| cell.text()).collect();
    rows.iter().filter(|row| row.name == "tr").skip(1).map(|row| cells(row)).collect()
}

#[test]
fn each_interest_of_a_scenario_has_its_place() {
    let case = case(&[("scenarios/cut.toml", scenario("Cut", &likelihood("uniform(0.001|0.02)", 8_766)))]);
    let root = report(&case, &["--scenario", "cut"]);
    let rows = table(&root, "mark");
    // Two hours without power: 200 euros, and four people of twenty at once.
    assert_eq!(rows.len(), 2, "{rows:?}");
    assert_eq!(rows[0][..4], ["1", "economy", "B", "possible (unlikely to possible)"].map(str::to_owned));
    assert_eq!(rows[1][..4], ["2", "society", "A ?", "possible (unlikely to possible)"].map(str::to_owned));
    assert_eq!(rows[0][5], "<b>made up</b>", "escaped, and so a text");
    let dutch = report(&case, &["--scenario", "cut", "--lang", "nl"]);
    assert_eq!(table(&dutch, "punt")[0][3], "possible (unlikely tot possible)");
    let marks = |root: &Element| root.all().iter().filter(|element| element.attribute("class") == Some("inside")).count();
    assert_eq!((marks(&root), marks(&dutch)), (2, 2));
}

#[test]
fn a_scenario_without_a_place_says_why() {
    let text = |likelihood: &str, lang: &str| {
        let case = case(&[("scenarios/cut.toml", scenario("Cut", likelihood))]);
        let root = report(&case, &["--scenario", "cut", "--lang", lang]);
        assert!(table(&root, "mark").is_empty() && table(&root, "punt").is_empty());
        root.text()
    };
    assert!(text("", "en").contains("states no likelihood with a source"));
    assert!(text("", "nl").contains("geen waarschijnlijkheid met een bron"));
    assert!(text(&likelihood("0.1", 100), "en").contains("no limits for that period"));
    assert!(text(&likelihood("0.1", 100), "nl").contains("geen grenzen voor die periode"));
    // Where no criterion is about likelihood nothing is said of it.
    let plain = folder(&CASE);
    assert!(!report(&plain, &["--scenario", "cut"]).text().contains("likelihood"));
}

#[test]
fn a_network_shows_the_scenarios_that_state_one_and_counts_the_others() {
    let longer = scenario("Long cut", &likelihood("0.06", 8_766)).replace("duration_h = 6", "duration_h = 46");
    let case = case(&[
        ("scenarios/cut.toml", scenario("Cut", &likelihood("0.01", 8_766))),
        ("scenarios/long.toml", longer),
        ("scenarios/silent.toml", scenario("Silent", "")),
    ]);
    let root = report(&case, &[]);
    let rows = table(&root, "mark");
    let told: Vec<&[String]> = rows.iter().map(|row| &row[1..4]).collect();
    assert_eq!(told, [["Long cut (economy)", "B", "likely"].map(str::to_owned), ["Cut (economy)", "B", "possible"].map(str::to_owned)]);
    assert!(root.text().contains("or without an impact in a class: 1."), "{}", root.text());
}
