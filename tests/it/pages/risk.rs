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

/// Where texts of a class stand across, with what they say.
fn across(root: &Element, class: &str) -> Vec<(String, String)> {
    let texts = root.all().into_iter().filter(|element| element.attribute("class") == Some(class));
    texts.map(|element| (element.text(), element.attribute("x").unwrap().to_owned())).collect()
}

#[test]
fn likelihoods_within_different_times_stand_under_their_own_classes() {
    let limits = "regional,chance,,probability,43830,possible,0.02,,high\nregional,chance,,probability,43830,nearly sure,0.9,,high\n";
    let criteria = CRITERIA.to_owned() + limits;
    let files = [
        ("criteria.csv", criteria.as_str()),
        ("impacts.csv", IMPACTS),
        ("scenarios/cut.toml", &scenario("Cut", &likelihood("0.06", 8_766))),
        ("scenarios/five.toml", &scenario("Five years", &likelihood("uniform(0|0.2)", 43_830))),
        ("scenarios/sure.toml", &scenario("Sure", &likelihood("0.95", 43_830))),
        ("scenarios/wrong.toml", &scenario("Wrong", "").replace("GRID", "GIRD")),
    ];
    let case = folder(&[&CASE[..3], &files].concat());
    let root = report(&case, &[]);
    let columns = across(&root, "tick");
    for row in table(&root, "mark") {
        let (_, at) = across(&root, "inside").into_iter().find(|(number, _)| *number == row[0]).unwrap();
        let class = row[3].split(" (").next().unwrap();
        assert!(columns.contains(&(class.to_owned(), at.clone())), "{row:?} stands at {at}: {columns:?}");
    }
    assert_eq!(table(&root, "mark").len(), 3);
    // Below every limit there is no class, and the line begins before the first.
    assert!(table(&root, "mark").iter().any(|row| row[3] == "possible (- to possible)"));
    assert!(root.text().contains("Scenarios with faults, of which nothing is known here: wrong."), "{}", root.text());
    let dutch = report(&case, &["--lang", "nl"]);
    assert!(dutch.text().contains("Scenario's met fouten, waarvan hier niets bekend is: wrong."));
}

#[test]
fn each_pair_of_scales_has_a_diagram_of_its_own() {
    let criteria = CRITERIA.to_owned() + "other,odds,,probability,43830,high,0,,high\n";
    let files = [
        ("criteria.csv", criteria.as_str()),
        ("impacts.csv", IMPACTS),
        ("scenarios/cut.toml", &scenario("Cut", &likelihood("0.06", 8_766))),
        ("scenarios/five.toml", &scenario("Five years", &likelihood("0.5", 43_830))),
    ];
    let root = report(&folder(&[&CASE[..3], &files].concat()), &[]);
    let marks = across(&root, "inside");
    assert_eq!(marks.iter().map(|(number, _)| number.as_str()).collect::<Vec<_>>(), ["1", "1"]);
}
