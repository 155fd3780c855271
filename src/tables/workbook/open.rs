//! A sheet as an open table, and what in its cells no table can hold: dates among numbers, `#N/A`, merged cells.

use super::sheet::{Odd, Oddity, Region};
use super::{Role, Workbook};
use crate::diagnostic::{Diagnostic, Finding, Place};
use crate::network::Table;
use crate::tables::bytes::Origin;
use crate::tables::columns::{Column, Holds};
use crate::tables::dialect::Dialect;
use crate::tables::encoding::Text;
use crate::tables::findings::Findings;
use crate::tables::folder;
use crate::tables::scan::MAX_FIELD;
use crate::tables::table::OpenTable;
use crate::tables::whence::{Sheet, Whence};
use crate::tables::words::fold;

/// A sheet that belongs to a network.
#[derive(Debug)]
pub(in crate::tables) struct TableSheet {
    pub(in crate::tables) role: Role,
    pub(in crate::tables) name: String,
}

impl Workbook {
    /// The sheets that belong to a network, dependencies first; what other sheets hold that is known is said.
    pub(in crate::tables) fn table_sheets(&self, origin: &Origin, findings: &mut Findings) -> Vec<TableSheet> {
        let mut sheets = Vec::new();
        for name in self.names() {
            match role(name) {
                Some(role) => sheets.push(TableSheet { role, name: name.to_owned() }),
                None => findings.push(Diagnostic::new(Finding::FileNotUsed {}, place(origin, name))),
            }
        }
        let is_dependencies = |sheet: &TableSheet| sheet.role == Role::Table(Table::Dependencies);
        sheets.sort_by_key(|sheet| (!is_dependencies(sheet), sheet.role));
        if !sheets.iter().any(is_dependencies) {
            let found = self.names().map(str::to_owned).collect();
            findings.push(origin.whole(Finding::NoDependencies { found }));
        }
        sheets
    }
}

/// What a sheet is by its name: that of a table, with a number behind it where there are several.
fn role(name: &str) -> Option<Role> {
    let folded = fold(name);
    let plain = folded.trim_end_matches(|sign: char| sign.is_ascii_digit()).trim_end_matches('_');
    let is_meta = matches!(folded.as_str(), "network" | "netwerk");
    if is_meta { Some(Role::Meta) } else { folder::table_named(plain).map(Role::Table) }
}

fn place(origin: &Origin, sheet: &str) -> Place {
    Place { sheet: Some(sheet.to_owned()), ..Place::whole(&origin.name) }
}

/// Opens a sheet as a table; what was found on the way goes to `findings`.
pub(in crate::tables) fn open_sheet(
    book: &mut Workbook,
    origin: &Origin,
    sheet: &str,
    table: Option<Table>,
    findings: &mut Findings,
) -> Option<OpenTable> {
    let read = book.text(sheet).map_err(|fault| findings.push(Diagnostic::new(fault.finding(), place(origin, sheet)))).ok()?;
    let whence = Whence { file: origin.name.clone(), sheet: Some(Sheet { name: sheet.to_owned(), continued: read.continued }) };
    let merged: Vec<&Region> = read.merged.iter().filter(|region| !(region.is_in_one_row && read.remarks.contains(&region.at.0))).collect();
    for region in &merged {
        let finding = Finding::MergedCells { range: region.text.clone() };
        let (row, column) = region.at;
        findings.push(Diagnostic::new(finding, Place { row, column: Some(column + 1), ..place(origin, sheet) }));
    }
    let text = Text { whence, content: read.content, start: 0, encoding: "UTF-8" };
    let mut open = OpenTable::with_header(text, Dialect::of_sheet(), table, findings)?;
    report(&mut open, &read.oddities, findings);
    Some(open)
}

/// Reports the odd cells that their columns cannot hold, each once: what reading them as that column finds is not told as well.
fn report(open: &mut OpenTable, oddities: &[Oddity], findings: &mut Findings) {
    let mut odd = Vec::new();
    // What is odd in the header is the name of a column.
    let header = open.text.whence.row_of(open.body.1 - 1);
    let mut wanted = oddities.iter().filter(|oddity| oddity.row > header).peekable();
    let mut scanner = open.rows();
    while wanted.peek().is_some() {
        let row = match scanner.next() {
            Some(Ok(row)) => row,
            Some(Err(_)) => continue,
            None => break,
        };
        let number = open.text.whence.row_of(row.line);
        while let Some(oddity) = wanted.next_if(|oddity| oddity.row < number) {
            alone(open, oddity, findings);
        }
        while let Some(oddity) = wanted.next_if(|oddity| oddity.row == number) {
            let header = open.header.fields.get(oddity.column);
            let text = row.cell(oddity.column).into_owned();
            let Some(finding) = fault(oddity.odd, header.and_then(|header| header.column), text) else { continue };
            let header = header.map(|header| header.text.as_str());
            findings.push_with(finding, || vec![row.place(&open.text.whence, Some(oddity.column), header)]);
            odd.push((number, oddity.column));
        }
    }
    wanted.for_each(|oddity| alone(open, oddity, findings));
    open.odd = odd;
}

/// Reports an odd cell in a row that holds nothing else.
fn alone(open: &OpenTable, oddity: &Oddity, findings: &mut Findings) {
    let column = open.header.fields.get(oddity.column).and_then(|header| header.column);
    let whence = &open.text.whence;
    let place = || Place { sheet: whence.sheet_name(), row: oddity.row, column: Some(oddity.column + 1), ..Place::whole(&whence.file) };
    if let Some(finding) = fault(oddity.odd, column, String::new()) {
        findings.push_with(finding, || vec![place()]);
    }
}

/// What is wrong with an odd cell in a column; nothing where it can stand there as a text.
fn fault(odd: Odd, column: Option<&'static Column>, text: String) -> Option<Finding> {
    let named = column.filter(|column| column.holds != Holds::Text).map(|column| column.name.to_owned());
    match odd {
        Odd::Date => named.map(|column| Finding::DateCell { column, text }),
        Odd::Truth => named.map(|column| Finding::TruthCell { column, text }),
        Odd::Error => Some(Finding::ErrorCell { text }),
        Odd::Formula => Some(Finding::FormulaWithoutValue {}),
        Odd::Long => Some(Finding::TooLong { limit: MAX_FIELD }),
    }
}

#[cfg(test)]
mod tests {
    use super::{Role, role};
    use crate::network::Table;

    #[test]
    fn sheets_are_named_as_the_tables() {
        for name in ["dependencies", "Afhankelijkheden", "DEPENDENCIES 2", "dependencies (3)"] {
            assert_eq!(role(name), Some(Role::Table(Table::Dependencies)), "{name}");
        }
        assert_eq!(role("Knopen"), Some(Role::Table(Table::Nodes)));
        assert_eq!(role("Netwerk"), Some(Role::Meta));
        for name in ["Sheet1", "dependencies old", "notes", ""] {
            assert_eq!(role(name), None, "{name}");
        }
    }
}
