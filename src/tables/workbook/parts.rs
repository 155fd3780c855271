//! The parts of a workbook around its sheets: what sheets there are, and which numbers are shown as dates.

use super::limited::Budget;
use super::strings::Strings;
use super::xml::{Xml, attribute};
use super::{Archive, Fault, Workbook, value};
use quick_xml::events::Event;
use std::io::Cursor;
use zip::ZipArchive;

/// How files begin that have a password, or were made by programs before 2007.
const COMPOUND: [u8; 4] = [0xd0, 0xcf, 0x11, 0xe0];
/// More sheets than any workbook has.
const MAX_SHEETS: usize = 10_000;
/// More styles than any workbook has.
const MAX_STYLES: usize = 100_000;

/// A sheet in the list.
#[derive(Debug, Clone)]
pub(super) struct Listed {
    pub(super) name: String,
    /// The part that holds its cells.
    pub(super) part: String,
}

/// A relation of one part to another: its id, the last word of its type, and the part.
struct Relation {
    id: String,
    kind: String,
    part: String,
}

/// Opens a workbook.
pub(super) fn open(bytes: Vec<u8>, digest: String) -> Result<Workbook, Fault> {
    if bytes.starts_with(&COMPOUND) {
        return Err(Fault::Locked);
    }
    let mut zip = ZipArchive::new(Cursor::new(bytes)).map_err(|error| Fault::Damaged(error.to_string()))?;
    let mut budget = Budget::default();
    let left = &mut budget.unpacked;
    let package = relations(&mut zip, "", "_rels/.rels", left)?;
    let main = package.into_iter().find(|relation| relation.kind == "officeDocument").map(|relation| relation.part);
    let main = main.ok_or_else(|| Fault::damaged("_rels/.rels", "it names no workbook"))?;
    let (folder, name) = main.rsplit_once('/').unwrap_or(("", &main));
    let list = if folder.is_empty() { format!("_rels/{name}.rels") } else { format!("{folder}/_rels/{name}.rels") };
    let related = relations(&mut zip, folder, &list, left)?;
    let (sheets, from_1904) = sheets(&mut zip, &main, &related, left)?;
    let part = |kind: &str| related.iter().find(|relation| relation.kind == kind).map(|relation| relation.part.clone());
    let strings = part("sharedStrings").map(|part| Strings::read(&mut zip, &part, left)).transpose()?.unwrap_or_default();
    let dates = part("styles").map(|part| dates(&mut zip, &part, left)).transpose()?.unwrap_or_default();
    Ok(Workbook { zip, digest, sheets, strings, dates, from_1904, budget })
}

fn relations(zip: &mut Archive, folder: &str, list: &str, left: &mut u64) -> Result<Vec<Relation>, Fault> {
    let mut relations = Vec::new();
    let mut xml = Xml::open(zip, list, left)?;
    loop {
        match xml.next()? {
            Event::Start(tag) if tag.local_name().as_ref() == "Relationship" && relations.len() < MAX_SHEETS => {
                let get = |name| attribute(&tag, name).unwrap_or_default();
                let kind = get("Type").rsplit('/').next().unwrap_or_default().to_owned();
                relations.push(Relation { id: get("Id"), kind, part: joined(folder, &get("Target")) });
            }
            Event::Eof => return Ok(relations),
            _ => {}
        }
    }
}

/// The path of a part that is named from within a folder of the package.
fn joined(folder: &str, target: &str) -> String {
    let from = if target.starts_with('/') { "" } else { folder };
    let mut path: Vec<&str> = from.split('/').collect();
    for step in target.split('/') {
        match step {
            "" | "." => {}
            ".." => drop(path.pop()),
            step => path.push(step),
        }
    }
    path.retain(|step| !step.is_empty());
    path.join("/")
}

/// The sheets, and whether days are counted from 1904.
fn sheets(zip: &mut Archive, main: &str, related: &[Relation], left: &mut u64) -> Result<(Vec<Listed>, bool), Fault> {
    let (mut sheets, mut from_1904) = (Vec::new(), false);
    let mut xml = Xml::open(zip, main, left)?;
    loop {
        match xml.next()? {
            Event::Start(tag) => match tag.local_name().as_ref() {
                "sheet" if sheets.len() < MAX_SHEETS => {
                    let id = attribute(&tag, "id").unwrap_or_default();
                    let part = related.iter().find(|relation| relation.id == id && relation.kind == "worksheet");
                    let name = attribute(&tag, "name").unwrap_or_default();
                    sheets.extend(part.map(|relation| Listed { name: value::unescaped(&name).into_owned(), part: relation.part.clone() }));
                }
                "workbookPr" => from_1904 = matches!(attribute(&tag, "date1904").as_deref(), Some("1" | "true")),
                _ => {}
            },
            Event::Eof => return Ok((sheets, from_1904)),
            _ => {}
        }
    }
}

/// For every style of cells whether it shows a number as a date or a time.
fn dates(zip: &mut Archive, part: &str, left: &mut u64) -> Result<Vec<bool>, Fault> {
    let (mut own, mut dates, mut within) = (Vec::new(), Vec::new(), false);
    let mut xml = Xml::open(zip, part, left)?;
    loop {
        match xml.next()? {
            Event::Start(tag) => match tag.local_name().as_ref() {
                "numFmt" if own.len() < MAX_STYLES => {
                    let code = attribute(&tag, "formatCode").unwrap_or_default();
                    own.push((attribute(&tag, "numFmtId").unwrap_or_default(), value::shows_date(&code)));
                }
                "cellXfs" => within = true,
                "xf" if within && dates.len() < MAX_STYLES => {
                    let id = attribute(&tag, "numFmtId").unwrap_or_default();
                    let stated = own.iter().find(|(other, _)| *other == id).map(|(_, is_date)| *is_date);
                    dates.push(stated.unwrap_or_else(|| value::is_built_in_date(&id)));
                }
                _ => {}
            },
            Event::End(tag) if tag.local_name().as_ref() == "cellXfs" => within = false,
            Event::Eof => return Ok(dates),
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::joined;

    #[test]
    fn parts_are_named_from_their_folder_or_from_the_root() {
        assert_eq!(joined("xl", "worksheets/sheet1.xml"), "xl/worksheets/sheet1.xml");
        assert_eq!(joined("xl", "/xl/styles.xml"), "xl/styles.xml");
        assert_eq!(joined("xl/a", "../b.xml"), "xl/b.xml");
        assert_eq!(joined("", "../../etc/x"), "etc/x");
    }
}
