//! A network as a workbook: a sheet for every table, and one for what network.toml says.

use super::book::{Book, MAX_ROWS, MAX_TEXT, Widths, failed, finish, units};
use crate::network::Network;
use crate::network::case::{CaseTable, Field, guarded_in_sheet, meta, tables};
use rust_xlsxwriter::Worksheet;
use std::io;

/// Writes a network.
///
/// # Errors
/// A text longer than a cell can hold, or what the writer of workbooks says.
pub fn case(network: &Network) -> io::Result<Vec<u8>> {
    let mut book = Book::new(network.meta().title.as_deref().unwrap_or("keten"))?;
    let has_marks = network.nodes().any(|node| network.id(node).trim_start().starts_with('#'));
    for case in tables(network) {
        table(&mut book, case, has_marks)?;
    }
    let stated = meta(network);
    if !stated.is_empty() {
        let rows = stated.into_iter().map(|(key, value)| vec![Field::Text(key.into()), Field::Text(value.into())]);
        let rows: Vec<Vec<Field>> = rows.collect();
        let heads = vec!["key".into(), "value".into()];
        table(&mut book, CaseTable { name: "network", heads, count: rows.len(), rows: Box::new(rows.into_iter()) }, false)?;
    }
    book.bytes()
}

/// Writes a table to a sheet of its name, and to more with a number behind it where one has too few rows.
fn table(book: &mut Book, mut case: CaseTable, has_marks: bool) -> io::Result<()> {
    let heads = if has_marks && case.name == "nodes" { ids_second(&case) } else { (0..case.heads.len()).map(Some).collect() };
    let mut left = case.count;
    loop {
        let head = book.head.clone();
        let (sheet, _) = book.sheet(case.name)?;
        let mut widths = Widths::default();
        for (place, &at) in heads.iter().enumerate() {
            let text = guarded_in_sheet(at.map_or("name", |at| case.heads[at].as_ref()));
            sheet.write_string_with_format(0, place as u16, text.as_ref(), &head).map_err(failed)?;
            widths.add(place, &text);
        }
        let rows = left.min(MAX_ROWS);
        for (number, fields) in case.rows.by_ref().take(rows).enumerate() {
            for (place, field) in heads.iter().enumerate().filter_map(|(place, at)| Some((place, &fields[(*at)?]))) {
                cell(sheet, (number as u32 + 1, place as u16), field, &mut widths)?;
            }
            widths.end_row();
        }
        finish(sheet, rows, &widths)?;
        left -= rows;
        if left == 0 {
            return Ok(());
        }
    }
}

/// The columns with the ids second, behind an empty column of names (`None`) where there is no other. A row of which the first column alone
/// holds anything, and that begins with `#`, would be a remark to whoever reads it.
fn ids_second(case: &CaseTable) -> Vec<Option<usize>> {
    let mut columns: Vec<Option<usize>> = (0..case.heads.len()).map(Some).collect();
    if columns.len() == 1 {
        columns.push(None);
    }
    columns.swap(0, 1);
    columns
}

fn cell(sheet: &mut Worksheet, (row, column): (u32, u16), field: &Field, widths: &mut Widths) -> io::Result<()> {
    let written = match field {
        Field::Empty => return Ok(()),
        Field::Number(text) => {
            widths.add(column.into(), text);
            match plain_number(text) {
                Some(number) => sheet.write_number(row, column, number),
                None => sheet.write_string(row, column, text),
            }
        }
        Field::Text(text) if units(text) > MAX_TEXT => {
            return Err(too_long(text));
        }
        Field::Text(text) => {
            let text = guarded_in_sheet(text);
            widths.add(column.into(), &text);
            sheet.write_string(row, column, text)
        }
    };
    written.map(|_| ()).map_err(failed)
}

fn too_long(text: &str) -> io::Error {
    io::Error::other(format!("a cell of a workbook holds {MAX_TEXT} signs at most: {}...", &text[..text.floor_char_boundary(40)]))
}

/// The number, where the fifteen digits that spreadsheet programs keep say all of it.
fn plain_number(text: &str) -> Option<f64> {
    let number: f64 = text.parse().ok()?;
    let kept: f64 = format!("{number:.14e}").parse().ok()?;
    (kept.to_string() == text).then_some(number)
}
