//! The cells of a workbook, read as XML by a reader of a page: they hold what the csv of the same command holds.

use super::unpacked;
use crate::cli::{CASE, folder, run};
use std::collections::BTreeMap;
use std::path::Path;

/// Rows of cells.
type Rows = Vec<Vec<String>>;

/// What stands between `open` and `close`, wherever it does.
fn between<'t>(text: &'t str, open: &'t str, close: &'t str) -> impl Iterator<Item = &'t str> {
    text.split(open).skip(1).filter_map(move |rest| rest.split_once(close).map(|(inner, _)| inner))
}

fn plain(text: &str) -> String {
    [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&amp;", "&")]
        .into_iter()
        .fold(text.to_owned(), |text, (from, to)| text.replace(from, to))
}

/// Every sheet by its name: rows of cells, empty ones included; a text as it is, a number as it is written.
fn sheets(path: &Path) -> BTreeMap<String, Rows> {
    let parts: BTreeMap<String, String> =
        unpacked(&std::fs::read(path).unwrap()).into_iter().map(|(name, xml)| (name, String::from_utf8(xml).unwrap())).collect();
    let texts: Vec<String> =
        parts.get("xl/sharedStrings.xml").map_or_else(Vec::new, |xml| between(xml, "<si>", "</si>").map(text).collect());
    let names = between(&parts["xl/workbook.xml"], "<sheet name=\"", "\"").map(plain);
    let sheet = |number: usize| {
        between(&parts[&format!("xl/worksheets/sheet{number}.xml")], "<row ", "</row>").map(|row| cells(row, &texts)).collect()
    };
    names.zip(1..).map(|(name, number)| (name, sheet(number))).collect()
}

/// The text of a shared string, without marks about its spaces.
fn text(inner: &str) -> String {
    plain(&between(inner, "<t", "</t>").map(|rest| rest.split_once('>').unwrap().1).collect::<String>())
}

fn cells(row: &str, texts: &[String]) -> Vec<String> {
    let mut cells = Vec::new();
    for cell in row.split("<c r=\"").skip(1) {
        let letters = cell.bytes().take_while(u8::is_ascii_uppercase);
        let column = letters.fold(0, |column, letter| column * 26 + usize::from(letter - b'A') + 1) - 1;
        cells.resize(column, String::new());
        let value = between(cell, "<v>", "</v>").next().unwrap_or_default();
        let is_text = cell.split_once('>').unwrap().0.contains("t=\"s\"");
        cells.push(if is_text { texts[value.parse::<usize>().unwrap()].clone() } else { value.to_owned() });
    }
    cells
}

/// The rows of a csv without line ends in its cells.
fn rows(csv: &str) -> Rows {
    let row = |line: &str| {
        let (mut cells, mut within) = (vec![String::new()], false);
        for sign in line.chars() {
            match sign {
                '"' => within = !within,
                ',' if !within => cells.push(String::new()),
                _ => cells.last_mut().unwrap().push(sign),
            }
        }
        cells
    };
    csv.lines().map(row).collect()
}

/// The cells below a head, in a csv or in a sheet.
fn column(rows: &[Vec<String>], head: &str) -> Vec<String> {
    let at = rows[0].iter().position(|cell| cell == head).unwrap_or_else(|| panic!("{head} in {:?}", rows[0]));
    rows[1..].iter().map(|row| row.get(at).cloned().unwrap_or_default()).collect()
}

#[test]
fn a_network_has_the_same_cells_in_both() {
    let case = folder(&CASE);
    std::fs::write(case.path().join("impacts.csv"), "node,criterion,amount,source\nTEL,costs,tri(1|2|3.5),\"a, b <c>\"\nGRID,costs,0.1,\n")
        .unwrap();
    for out in ["case.xlsx", "case"] {
        assert_eq!(run(case.path(), &["convert", ".", "--out", out]).code, Some(0));
    }
    let sheets = sheets(&case.path().join("case.xlsx"));
    assert_eq!(sheets.keys().map(String::as_str).collect::<Vec<_>>(), ["dependencies", "impacts", "network", "nodes"]);
    for (name, found) in sheets.iter().filter(|(name, _)| *name != "network") {
        let table = rows(&std::fs::read_to_string(case.path().join(format!("case/{name}.csv"))).unwrap());
        let whole = |row: &Vec<String>| [row.as_slice(), &vec![String::new(); table[0].len() - row.len()]].concat();
        assert_eq!(found.iter().map(whole).collect::<Vec<_>>(), table, "{name}");
    }
    assert_eq!(column(&sheets["network"], "value"), ["Four nodes", "TLP:GREEN", "2"]);
}

/// The csv and the sheets of a question.
fn asked(question: &[&str]) -> (Rows, BTreeMap<String, Rows>) {
    let case = folder(&CASE);
    let ran = run(case.path(), &[question, &["--format", "csv", "--out", "answer.xlsx", "--out", "answer.csv"]].concat());
    assert_eq!(ran.code, Some(0), "{}", ran.err);
    (rows(&std::fs::read_to_string(case.path().join("answer.csv")).unwrap()), sheets(&case.path().join("answer.xlsx")))
}

/// Numbers that differ by less than a spreadsheet program shows are one; a text is itself.
fn alike(found: &[String], expected: &[String]) {
    assert_eq!(found.len(), expected.len(), "{found:?} {expected:?}");
    for (found, expected) in found.iter().zip(expected) {
        let numbers = (found.parse::<f64>(), expected.parse::<f64>());
        let same = if let (Ok(a), Ok(b)) = numbers {
            (a - b).abs() <= 1e-9 * b.abs()
        } else {
            found == expected || (found == "-" && expected.is_empty())
        };
        assert!(same, "{found} is {expected} in the csv");
    }
}

#[test]
fn a_ranking_has_the_same_figures_in_both() {
    let (csv, sheets) = asked(&["rank", "."]);
    let sheet = sheets.values().find(|rows| rows[0].first().is_some_and(|head| head == "rank")).unwrap();
    let pairs = [
        ("rank", "rank"),
        ("processes lost", "processes_lost"),
        ("nodes lost", "lost"),
        ("nodes affected", "affected"),
        ("sectors hit", "sectors_hit"),
        ("hours lost", "lost_h"),
        ("first vital loss", "first_vital_loss_h"),
    ];
    for (head, name) in pairs {
        let head = sheet[0].iter().find(|cell| cell.starts_with(head)).unwrap_or_else(|| panic!("{head}: {:?}", sheet[0]));
        alike(&column(sheet, head), &column(&csv, name));
    }
    let (names, ids) = (column(sheet, "what"), column(&csv, "id"));
    assert!(names.iter().zip(&ids).all(|(name, id)| name.contains(id.as_str())), "{names:?} {ids:?}");
}

#[test]
fn what_falls_has_the_same_figures_in_both() {
    let (csv, sheets) = asked(&["simulate", ".", "--scenario", "cut"]);
    let sheet = sheets.values().find(|rows| rows[0].iter().any(|head| head == "order")).unwrap();
    // The csv is in the order of ids, the sheet in that of time: each row is found by its node.
    let (names, ids) = (column(sheet, "what"), column(&csv, "id"));
    let place = |id: &String| names.iter().position(|name| name.ends_with(&format!("({id})"))).unwrap();
    for (head, name) in [("at", "first_loss_h"), ("lowest", "min_output"), ("order", "order"), ("sector", "sector")] {
        let head = sheet[0].iter().find(|cell| cell.starts_with(head)).unwrap_or_else(|| panic!("{head}: {:?}", sheet[0]));
        let found = column(sheet, head);
        alike(&ids.iter().map(|id| found[place(id)].clone()).collect::<Vec<_>>(), &column(&csv, name));
    }
}
