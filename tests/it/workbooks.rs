//! Workbooks: what is written comes back, what is faulty is told with its sheet and cell, and no file brings the reader down.

mod cells;
mod faults;
mod guarded;
mod hostile;
mod round;

use keten::diagnostic::Checked;
use keten::network::{Network, case};
use keten::report::{csv, xlsx};
use keten::tables::{Loaded, load_network};
use std::io::{Cursor, Read, Write};
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

/// What is read from the bytes of a workbook.
fn read(bytes: &[u8]) -> Checked<Loaded> {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("case.xlsx");
    std::fs::write(&path, bytes).unwrap();
    load_network(path.to_str().unwrap())
}

/// All tables of a network as text: equal texts are equal networks.
fn tables(network: &Network) -> String {
    let mut out = Vec::new();
    for table in case::tables(network) {
        writeln!(out, "== {}", table.name).unwrap();
        csv::case_table(table, &mut out).unwrap();
    }
    String::from_utf8(out).unwrap() + &csv::case_toml(network)
}

/// A packed folder of these parts.
fn packed(parts: &[(String, Vec<u8>)]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in parts {
        zip.start_file(name.as_str(), SimpleFileOptions::default()).unwrap();
        zip.write_all(content).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// The parts of a packed folder.
fn unpacked(bytes: &[u8]) -> Vec<(String, Vec<u8>)> {
    let mut zip = ZipArchive::new(Cursor::new(bytes.to_vec())).unwrap();
    let mut parts = Vec::new();
    for at in 0..zip.len() {
        let mut part = zip.by_index(at).unwrap();
        let mut content = Vec::new();
        part.read_to_end(&mut content).unwrap();
        parts.push((part.name().unwrap().into_owned(), content));
    }
    parts
}

/// A workbook whose sheets have these names and this XML within `worksheet`, with styles of which the second shows dates.
fn workbook(sheets: &[(&str, &str)]) -> Vec<u8> {
    packed(&parts(sheets))
}

fn parts(sheets: &[(&str, &str)]) -> Vec<(String, Vec<u8>)> {
    let related = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let relation =
        |id: &str, kind: &str, target: &str| format!("<Relationship Id=\"{id}\" Type=\"{related}/{kind}\" Target=\"{target}\"/>");
    let relations = |inner: &str| format!("<Relationships>{inner}</Relationships>").into_bytes();
    let mut list = String::new();
    let mut targets = relation("s", "styles", "styles.xml") + &relation("t", "sharedStrings", "sharedStrings.xml");
    let mut parts = Vec::new();
    for (number, (name, inner)) in sheets.iter().enumerate() {
        list += &format!("<sheet name=\"{name}\" sheetId=\"{number}\" r:id=\"r{number}\"/>");
        targets += &relation(&format!("r{number}"), "worksheet", &format!("worksheets/sheet{number}.xml"));
        parts.push((format!("xl/worksheets/sheet{number}.xml"), format!("<worksheet>{inner}</worksheet>").into_bytes()));
    }
    let styles = "<styleSheet><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs></styleSheet>";
    let strings =
        "<sst uniqueCount=\"99999999999999\" count=\"99999999999999\"><si><t>TEL</t></si><si><r><t>GR</t></r><r><t>ID</t></r></si></sst>";
    parts.extend([
        ("_rels/.rels".to_owned(), relations(&relation("w", "officeDocument", "xl/workbook.xml"))),
        ("xl/workbook.xml".to_owned(), format!("<workbook><sheets>{list}</sheets></workbook>").into_bytes()),
        ("xl/_rels/workbook.xml.rels".to_owned(), relations(&targets)),
        ("xl/styles.xml".to_owned(), styles.as_bytes().to_vec()),
        ("xl/sharedStrings.xml".to_owned(), strings.as_bytes().to_vec()),
    ]);
    parts
}

/// The XML of a sheet: every row is a list of cells, each `kind:text` with the kinds t (text), n (number), d (date), b (truth value), e
/// (error), f (formula without a value); an empty text leaves the cell out.
fn sheet(rows: &[&[&str]]) -> String {
    let mut xml = "<sheetData>".to_owned();
    for (row, cells) in rows.iter().enumerate() {
        xml += &format!("<row r=\"{}\">", row + 1);
        for (column, cell) in cells.iter().enumerate().filter(|(_, cell)| !cell.is_empty()) {
            let (kind, text) = cell.split_once(':').unwrap();
            let at = format!("r=\"{}{}\"", char::from(b'A' + column as u8), row + 1);
            xml += &match kind {
                "t" => format!("<c {at} t=\"inlineStr\"><is><t>{text}</t></is></c>"),
                "n" => format!("<c {at}><v>{text}</v></c>"),
                "d" => format!("<c {at} s=\"1\"><v>{text}</v></c>"),
                "s" => format!("<c {at} t=\"s\"><v>{text}</v></c>"),
                "f" => format!("<c {at}><f>{text}</f></c>"),
                other => format!("<c {at} t=\"{other}\"><v>{text}</v></c>"),
            };
        }
        xml += "</row>";
    }
    xml + "</sheetData>"
}

/// The workbook of a network.
fn written(network: &Network) -> Vec<u8> {
    xlsx::case(network).unwrap()
}
