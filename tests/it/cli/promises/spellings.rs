//! The same network in other spellings: delimiters, decimal marks, languages of the headers, encodings, order of rows and columns.

use super::Desk;
use encoding_rs::WINDOWS_1252;
use serde_json::Value;

const PLAIN: &str = "dependent,provider,need,share,minimum,buffer_h,importance\n\
    café,net,stroom,,,1.5,\n\
    water,café,,,,none,0.25\n\
    water,pomp-1,pompen,0.5,1,,\n\
    water,pomp-2,pompen,0.5,,,\n\
    pomp-1,net,stroom,,,none,\n";
const DUTCH: &str = "afnemer;leverancier;behoefte;aandeel;minimum;buffer_uren;belang\n\
    café;net;stroom;;;1,5;\n\
    water;café;;;;geen;0,25\n\
    water;pomp-1;pompen;0,5;1;;\n\
    water;pomp-2;pompen;0,5;;;\n\
    pomp-1;net;stroom;;;geen;\n";

/// What a table gives: the affected nodes and the totals, and what is said on the way.
fn outcome(table: &[u8]) -> (Value, String) {
    let desk = Desk::with(&[("net.csv", table)]);
    let ran = desk.run(&["simulate", "net.csv", "--fail", "net@1+6", "--format", "json"]);
    let err = ran.err.clone();
    let answer = ran.json();
    (serde_json::json!([answer["nodes"], answer["totals"], answer["assumed"]]), err)
}

/// UTF-16, little end first, with its mark.
fn utf16(text: &str) -> Vec<u8> {
    std::iter::once(0xfeff).chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect()
}

#[test]
fn the_plain_table_is_what_it_seems() {
    let (outcome, err) = outcome(PLAIN.as_bytes());
    assert_eq!(err, "", "nothing to say about UTF-8 with commas");
    let show = |node: &Value| format!("{} {} {}", node["id"].as_str().unwrap(), node["first_loss_h"], node["steps"]);
    let nodes: Vec<String> = outcome[0].as_array().unwrap().iter().map(show).collect();
    let expected = [
        "net 1.0 [[1.0,0.0],[7.0,1.0]]",
        "pomp-1 1.0 [[1.0,0.0],[7.0,1.0]]",
        "water 1.0 [[1.0,0.0],[7.0,1.0]]",
        "café 2.5 [[2.5,0.0],[7.0,1.0]]",
    ];
    for line in expected {
        assert!(nodes.iter().any(|node| node == line), "{line} is missing in {nodes:?}");
    }
    assert_eq!(nodes.len(), expected.len());
}

#[test]
fn other_spellings_give_the_same_nodes() {
    let (expected, _) = outcome(PLAIN.as_bytes());
    let ansi = WINDOWS_1252.encode(DUTCH).0.into_owned();
    let tabs = DUTCH.replace(';', "\t").replace("1,5", "1.5").replace("0,5", "0.5").replace("0,25", "0.25");
    let marked = format!("\u{feff}{PLAIN}");
    let cases: [(&str, Vec<u8>, &[&str]); 6] = [
        ("windows-1252, semicolons, Dutch", ansi, &["K201", "windows-1252", "semicolon", "decimal"]),
        ("UTF-8, semicolons, Dutch", DUTCH.as_bytes().to_vec(), &["K201", "semicolon"]),
        ("UTF-16", utf16(DUTCH), &["K201", "UTF-16"]),
        ("tabs", tabs.into_bytes(), &["K201", "tab"]),
        ("a mark before UTF-8", marked.into_bytes(), &[]),
        ("line ends of Windows, headers in capitals", PLAIN.replace('\n', "\r\n").replacen("provider", "PROVIDER", 1).into_bytes(), &[]),
    ];
    for (what, table, words) in cases {
        let (found, err) = outcome(&table);
        assert_eq!(found, expected, "{what}");
        assert_eq!(err.matches("K201").count(), usize::from(!words.is_empty()), "{what}: said once or not at all: {err}");
        for word in words {
            assert!(err.contains(word), "{what}: {word} is missing in {err}");
        }
    }
}

#[test]
fn the_order_of_rows_and_columns_does_not_matter() {
    let (expected, _) = outcome(PLAIN.as_bytes());
    let mut rows: Vec<&str> = PLAIN.lines().collect();
    rows[1..].reverse();
    assert_eq!(outcome(rows.join("\n").as_bytes()).0, expected, "rows");
    let turned = |row: &str| row.split(',').rev().collect::<Vec<_>>().join(",");
    let columns: Vec<String> = PLAIN.lines().map(turned).collect();
    assert_eq!(outcome(columns.join("\n").as_bytes()).0, expected, "columns");
}

#[test]
fn a_file_per_sector_is_the_same_as_one_file() {
    let (expected, _) = outcome(PLAIN.as_bytes());
    let rows: Vec<&str> = PLAIN.lines().collect();
    let file = |picked: &[&str]| [&[rows[0]], picked].concat().join("\n");
    let (energy, water) = (file(&[rows[1], rows[5]]), file(&rows[2..5]));
    let desk = Desk::with(&[("net/dependencies/energy.csv", energy.as_bytes()), ("net/dependencies/water.csv", water.as_bytes())]);
    let answer = desk.run(&["simulate", "net", "--fail", "net@1+6", "--format", "json"]).json();
    assert_eq!(serde_json::json!([answer["nodes"], answer["totals"], answer["assumed"]]), expected);
}
