//! Faults in workbooks: all at once, each with its sheet and cell.

use super::{read, sheet, tables, workbook};
use keten::diagnostic::{Diagnostic, Severity};
use keten::report::language::Lang;
use keten::report::render::{self, Look};

fn told(found: &[Diagnostic]) -> Vec<String> {
    let place = |found: &Diagnostic| {
        let place = found.places.first().cloned();
        place.map_or_else(String::new, |place| format!(" {}!{}", place.sheet.clone().unwrap_or_default(), place.cell().unwrap_or_default()))
    };
    found.iter().map(|found| format!("{}{}", found.finding.code(), place(found))).collect()
}

#[test]
fn what_a_table_cannot_hold_is_told_once_each_with_its_cell() {
    let dependencies = sheet(&[
        &["t:dependent", "t:provider", "t:buffer_h", "t:source", "t:type", "t:checked"],
        &["t:# a remark of one cell"],
        &["s:0", "s:1", "d:45000.5", "d:45000", "t:cyber", "d:45001"],
        &["s:0", "t:WATER", "b:1", "b:0", "b:1", "b:1"],
        &["s:0", "t:GAS", "e:#N/A", "e:#REF!", "", "e:#DIV/0!"],
        &["s:0", "t:HEAT", "f:1+1", "", "t:blue"],
        &["s:0", "", "n:4"],
        &["", "", "", "f:2"],
        &["d:1", "t:GRID", "n:-1"],
    ]);
    let nodes = sheet(&[&["t:id", "t:lat"], &["s:0", "n:99"], &["s:0", "n:1"]]);
    let merged = format!("{dependencies}<mergeCells><mergeCell ref=\"A2:F2\"/><mergeCell ref=\"B3:B4\"/></mergeCells>");
    let found = read(&workbook(&[("notes", ""), ("Dependencies", &merged), ("knopen", &nodes)]));
    assert!(found.value.is_none());
    assert_eq!(
        told(&found.diagnostics),
        [
            "K203 notes!",
            "K083 Dependencies!B3",
            "K080 Dependencies!C3",
            "K081 Dependencies!C4",
            "K081 Dependencies!E4",
            "K082 Dependencies!C5",
            "K082 Dependencies!D5",
            "K082 Dependencies!F5",
            "K084 Dependencies!C6",
            "K084 Dependencies!D8",
            "K080 Dependencies!A9",
            "K014 Dependencies!E6",
            "K011 Dependencies!B7",
            "K013 Dependencies!C9",
            "K013 knopen!B2",
            "K019 knopen!A3",
        ]
    );
}

#[test]
fn places_count_rows_of_the_sheet_whatever_cells_hold() {
    let rows = sheet(&[
        &["t:dependent", "t:provider", "t:buffer_h"],
        &["t:two\nlines, \"quoted\"", "t:a\n\nb", "n:4"],
        &[],
        &["t:TEL", "t:GRID", "t:x"],
    ]);
    let found = read(&workbook(&[("dependencies", &rows)]));
    assert_eq!(told(&found.diagnostics), ["K012 dependencies!C4"]);
    let look = Look { lang: Lang::English, width: 100, colour: false };
    let text = render::diagnostics(&found.diagnostics, look);
    assert!(text.contains("case.xlsx, sheet dependencies, cell C4\n"), "{text}");
    assert!(text.contains("4 | TEL,GRID,x\n") && !text.contains(":::"), "{text}");
}

#[test]
fn conflicts_between_sheets_name_both_places() {
    let first = sheet(&[&["t:dependent", "t:provider"], &["t:TEL", "t:GRID"]]);
    let found = read(&workbook(&[("dependencies", &first), ("dependencies 2", &first)]));
    assert_eq!(told(&found.diagnostics), ["K016 dependencies 2!B2"]);
    let sheets: Vec<_> = found.diagnostics[0].places.iter().map(|place| place.sheet.clone().unwrap()).collect();
    assert_eq!(sheets, ["dependencies 2", "dependencies"]);
}

#[test]
fn values_are_read_as_they_were_typed() {
    let rows = sheet(&[
        &["t:afnemer", "t:leverancier", "t:buffer_uren", "t:belang", "t:bron", "t:gezien"],
        &["s:0", "s:1", "n:0.30000000000000004", "t:0,5", "d:45000", "b:1"],
        &["s:0", "t:G2", "t:tri(1,5|2|3)", "n:0.1000000000000000055", "d:0.25", "n:7"],
        &["s:0", "t:G3", "t:tri(1.5,2,3)", "t:1/3", "n:12", "e:"],
    ]);
    let loaded = read(&workbook(&[("afhankelijkheden", &rows)]));
    let network = loaded.value.unwrap_or_else(|| panic!("{:?}", told(&loaded.diagnostics))).network;
    let text = tables(&network);
    for part in ["TEL,GRID,0.5,0.3,2023-03-15,TRUE", "TEL,G2,0.1,tri(1.5|2|3),06:00:00,7", "TEL,G3,0.333333,tri(1.5|2|3),12,"] {
        assert!(text.contains(part), "{part}\n{text}");
    }
}

#[test]
fn what_the_sheet_of_the_network_says_is_read_and_checked() {
    let dependencies = sheet(&[&["t:dependent", "t:provider"], &["t:TEL", "t:GRID"]]);
    let good = sheet(&[&["t:key", "t:value"], &["t:title", "t:Proef"], &["t:marking", "t:TLP:RED"], &["t:ranges.buffer_h", "t:0..24"]]);
    let loaded = read(&workbook(&[("dependencies", &dependencies), ("netwerk", &good)]));
    let meta = loaded.value.unwrap().network.meta().clone();
    assert_eq!((meta.title.as_deref(), meta.marking.as_deref()), (Some("Proef"), Some("TLP:RED")));
    assert_eq!(meta.ranges, [("buffer_h".to_owned(), "0..24".to_owned())]);
    let bad = sheet(&[&["t:key", "t:value"], &["t:titel", "t:Proef"], &["t:ranges.buffer_h", "t:9..1"], &["t:ranges.colour", "t:0..1"]]);
    let found = read(&workbook(&[("dependencies", &dependencies), ("network", &bad)]));
    assert_eq!(told(&found.diagnostics), ["K023 network!A2", "K024 network!B3", "K023 network!A4"]);
}

#[test]
fn a_workbook_without_dependencies_says_what_it_has() {
    let found = read(&workbook(&[("Sheet1", ""), ("nodes", &sheet(&[&["t:id"], &["t:TEL"]]))]));
    let errors: Vec<_> = found.diagnostics.iter().filter(|found| found.finding.severity() == Severity::Error).cloned().collect();
    assert_eq!(told(&errors), ["K002 !"]);
    assert!(format!("{:?}", errors[0].finding).contains("Sheet1"));
}
