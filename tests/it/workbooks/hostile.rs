//! Files made to do harm, and files damaged on their way: each is told, none brings the reader down or fills the memory.

use super::{packed, parts, read, sheet, unpacked, workbook, written};
use crate::cli::CASE;
use keten::diagnostic::{Finding, Severity};
use keten::tables::load_network;

const GOOD: [&[&str]; 2] = [&["t:dependent", "t:provider"], &["t:TEL", "t:GRID"]];

/// The only error of a file.
fn error(bytes: &[u8]) -> Finding {
    let found = read(bytes);
    assert!(found.value.is_none());
    let mut errors = found.diagnostics.into_iter().filter(|found| found.finding.severity() == Severity::Error);
    let first = errors.next().expect("no value comes with an error");
    assert!(errors.next().is_none(), "{first:?}");
    first.finding
}

fn reason(bytes: &[u8]) -> String {
    match error(bytes) {
        Finding::BadWorkbook { reason } => reason,
        other => panic!("{other:?}"),
    }
}

#[test]
fn counts_and_sizes_that_a_file_states_are_not_believed() {
    // The shared texts of every workbook here claim to be 10^14; so does this sheet of its size.
    let huge = format!("<dimension ref=\"A1:XFD1048576\"/>{}", sheet(&GOOD));
    assert!(read(&workbook(&[("dependencies", &huge)])).value.is_some());
}

#[test]
fn what_unpacks_to_a_flood_is_refused() {
    let flood = format!("<sheetData><row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>{}", "x".repeat(16 << 20));
    let bytes = workbook(&[("dependencies", &flood)]);
    assert!(bytes.len() < 100_000);
    assert!(matches!(error(&bytes), Finding::WorkbookTooLarge { what, .. } if what == "piece"));
}

#[test]
fn a_few_texts_in_many_wide_cells_are_refused_before_they_fill_the_memory() {
    // A row whose last cell is the last of all sheets is 16 kB of commas.
    let mut rows = String::from("<sheetData>");
    for row in 1..=70_000 {
        rows += &format!("<row r=\"{row}\"><c r=\"XFD{row}\"><v>1</v></c></row>");
    }
    let found = error(&workbook(&[("dependencies", &rows)]));
    assert!(matches!(&found, Finding::WorkbookTooLarge { what, .. } if what == "text"), "{found:?}");
}

#[test]
fn what_is_no_workbook_says_so() {
    assert!(reason(b"dependent,provider\nTEL,GRID\n").contains("Zip"));
    assert!(reason(b"").contains("Zip"));
    assert!(reason(&packed(&[("word/document.xml".to_owned(), b"<w/>".to_vec())])).starts_with("_rels/.rels: "));
    assert!(matches!(error(&[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1]), Finding::LockedWorkbook {}));
}

#[test]
fn parts_that_are_missing_or_broken_are_named() {
    let whole = parts(&[("dependencies", &sheet(&GOOD))]);
    for (name, _) in &whole {
        let without: Vec<_> = whole.iter().filter(|(other, _)| other != name).cloned().collect();
        assert!(reason(&packed(&without)).starts_with(name.as_str()), "{name}");
        let broken: Vec<_> =
            whole.iter().map(|(other, xml)| (other.clone(), if other == name { b"<a><b></a>".to_vec() } else { xml.clone() })).collect();
        assert!(read(&packed(&broken)).value.is_none() || !name.contains("sheet"), "{name}");
    }
}

#[test]
fn cells_that_no_sheet_has_are_refused() {
    let cell = "a cell that no sheet has";
    for (cells, why) in [
        ("<row r=\"1\"><c r=\"XFE1\"><v>1</v></c></row>", cell),
        ("<row r=\"1\"><c r=\"A1048577\"><v>1</v></c></row>", cell),
        ("<row r=\"0\"><c r=\"A0\"><v>1</v></c></row>", cell),
        ("<row r=\"x\"><c><v>1</v></c></row>", "a row without a number"),
        ("<row r=\"4294967295\"><c><v>1</v></c></row>", cell),
        ("<row r=\"4294967295\"/><row><c><v>1</v></c></row>", cell),
        ("<row r=\"1\"><c r=\"B1\"><v>1</v></c><c r=\"A1\"><v>1</v></c></row>", "cells that are out of order"),
        ("<row r=\"2\"><c r=\"A2\"><v>1</v></c></row><row r=\"1\"><c r=\"A1\"><v>1</v></c></row>", "rows that are out of order"),
        ("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>2</v></c></row>", "a cell names a text that is not there"),
        ("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>-1</v></c></row>", "a cell names a text that is not there"),
    ] {
        let found = reason(&workbook(&[("dependencies", &format!("<sheetData>{cells}</sheetData>"))]));
        assert_eq!(found, format!("xl/worksheets/sheet0.xml: {why}"), "{cells}");
    }
    let cut = reason(&workbook(&[("dependencies", "<sheetData><row r=\"1\"><c r=\"A1\"><v>1</v>")]));
    assert!(cut.starts_with("xl/worksheets/sheet0.xml: "), "{cut}");
}

#[test]
fn every_faulty_sheet_is_told_not_the_first_alone() {
    let broken = "<sheetData><row r=\"1\"><c r=\"A1\">";
    let found = read(&workbook(&[("dependencies", broken), ("nodes", broken), ("ownership", &sheet(&[&["t:owner"]]))]));
    let codes: Vec<_> = found.diagnostics.iter().map(|found| found.finding.code().to_string()).collect();
    assert_eq!(codes, ["K085", "K085", "K004", "K004"]);
}

/// A small published generator (SplitMix64), so that damage is the same on every run.
struct Damage(u64);

impl Damage {
    fn below(&mut self, bound: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((mixed ^ (mixed >> 31)) % bound.max(1) as u64) as usize
    }

    /// Changes, doubles, removes or cuts off a few bytes.
    fn spoil(&mut self, bytes: &mut Vec<u8>) {
        for _ in 0..=self.below(4) {
            let at = self.below(bytes.len());
            let length = self.below(12).min(bytes.len() - at);
            match self.below(5) {
                0 => bytes.truncate(at),
                1 => drop(bytes.drain(at..at + length)),
                2 => {
                    let copy: Vec<u8> = bytes[at..at + length].to_vec();
                    bytes.splice(at..at, copy);
                }
                _ if at < bytes.len() => bytes[at] = b"<>\"&;/#=\0\xff0A9 "[self.below(14)],
                _ => {}
            }
        }
    }
}

/// Whatever is read, there is a value or an error, and the reader ends.
fn ends(bytes: &[u8]) {
    let found = read(bytes);
    let has_error = found.diagnostics.iter().any(|found| found.finding.severity() == Severity::Error);
    assert_eq!(found.value.is_none(), has_error);
}

#[test]
fn damaged_files_and_damaged_parts_never_bring_the_reader_down() {
    let case = crate::cli::folder(&CASE);
    let whole = written(&load_network(case.path().to_str().unwrap()).value.unwrap().network);
    let made = workbook(&[("dependencies", &sheet(&GOOD)), ("nodes", &sheet(&[&["t:id", "t:lat"], &["s:0", "d:1"]]))]);
    let cases = crate::engine::cases(1_000);
    let mut damage = Damage(7);
    for number in 0..cases {
        let source = if number % 2 == 0 { &whole } else { &made };
        let mut bytes = source.clone();
        damage.spoil(&mut bytes);
        ends(&bytes);
        let mut parts = unpacked(source);
        let part = damage.below(parts.len());
        damage.spoil(&mut parts[part].1);
        ends(&packed(&parts));
    }
}

#[test]
fn what_is_wrong_with_a_part_is_told_in_dutch_too() {
    use keten::report::language::{Lang, words};
    let all = [
        "<row r=\"x\"><c><v>1</v></c></row>",
        "<row r=\"0\"><c r=\"A0\"><v>1</v></c></row>",
        "<row r=\"1\"><c r=\"B1\"><v>1</v></c><c r=\"A1\"><v>1</v></c></row>",
        "<row r=\"2\"><c r=\"A2\"><v>1</v></c></row><row r=\"1\"><c r=\"A1\"><v>1</v></c></row>",
        "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>2</v></c></row>",
    ];
    for cells in all {
        let found = error(&workbook(&[("dependencies", &format!("<sheetData>{cells}</sheetData>"))]));
        let Finding::BadWorkbook { reason } = &found else { panic!("{found:?}") };
        let (part, why) = reason.split_once(": ").unwrap();
        let dutch = words(Lang::Dutch, &found).message;
        assert!(dutch.contains(part) && !dutch.contains(why) && !dutch.contains("melding van de lezer"), "{dutch}");
    }
    // What others say is shown as theirs.
    let dutch = words(Lang::Dutch, &error(b"no workbook")).message;
    assert!(dutch.contains("(melding van de lezer: "), "{dutch}");
}
