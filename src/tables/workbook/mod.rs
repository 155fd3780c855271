//! Workbooks (`.xlsx`): their sheets become texts that are read as any other table, with the rows and columns of the sheet as places.
//!
//! A workbook is a packed folder of XML that somebody else made, so nothing in it is believed: what it unpacks to, how many cells it has
//! and how much text they hold is counted as it is read, whatever sizes it states, and memory is only taken for what is really there.
//! Formulas are not computed; the value that the spreadsheet program left beside them is read.

mod limited;
mod open;
mod parts;
mod sheet;
mod strings;
mod value;
mod xml;

pub(super) use open::{TableSheet, open_sheet};

use super::bytes::Origin;
use crate::diagnostic::{Diagnostic, Finding};
use crate::network::Table;
use limited::Budget;
use parts::Listed;
use sheet::SheetText;
use std::io::Cursor;
use strings::Strings;
use zip::ZipArchive;

/// The largest workbook, packed, in bytes.
const MAX_PACKED: u64 = 512 << 20;

/// A workbook whose list of sheets was understood.
#[derive(Debug)]
pub(super) struct Workbook {
    zip: Archive,
    pub(super) digest: String,
    sheets: Vec<Listed>,
    strings: Strings,
    /// For every style of cells whether it shows a number as a date.
    dates: Vec<bool>,
    /// Whether days are counted from 1904, as old Macintosh workbooks do.
    from_1904: bool,
    budget: Budget,
}

type Archive = ZipArchive<Cursor<Vec<u8>>>;

/// What a sheet is, by its name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Role {
    /// A table.
    Table(Table),
    /// What network.toml says of a folder.
    Meta,
}

/// Why a workbook, or a part of it, cannot be read.
#[derive(Debug)]
enum Fault {
    /// It is no workbook, or not whole.
    Damaged(String),
    /// It holds more than any network.
    TooLarge { what: &'static str, limit: u64 },
    /// It is packed in the way of a file with a password, or of a program before 2007.
    Locked,
}

impl Fault {
    fn damaged(part: &str, reason: impl std::fmt::Display) -> Self {
        Self::Damaged(format!("{part}: {reason}"))
    }

    fn finding(self) -> Finding {
        match self {
            Self::Damaged(reason) => Finding::BadWorkbook { reason },
            Self::TooLarge { what, limit } => Finding::WorkbookTooLarge { what: what.to_owned(), limit },
            Self::Locked => Finding::LockedWorkbook {},
        }
    }
}

impl Workbook {
    /// Reads the list of sheets, the texts that they share, and the formats of cells.
    ///
    /// # Errors
    /// `Unreadable`, `BadWorkbook`, `WorkbookTooLarge` or `LockedWorkbook`.
    pub(super) fn open(origin: &Origin) -> Result<Self, Box<Diagnostic>> {
        let size = origin.path.as_ref().and_then(|path| std::fs::metadata(path).ok()).map_or(0, |meta| meta.len());
        if size > MAX_PACKED {
            return Err(Box::new(origin.whole(Fault::TooLarge { what: "packed", limit: MAX_PACKED }.finding())));
        }
        // The bytes are no text, so no line of it is too long.
        let raw = origin.read_lines_up_to(usize::MAX)?;
        parts::open(raw.bytes, raw.digest).map_err(|fault| Box::new(origin.whole(fault.finding())))
    }

    /// The names of all sheets, in the order of the workbook.
    pub(super) fn names(&self) -> impl Iterator<Item = &str> {
        self.sheets.iter().map(|sheet| sheet.name.as_str())
    }

    /// The text of a sheet.
    fn text(&mut self, name: &str) -> Result<SheetText, Fault> {
        let part = self.sheets.iter().find(|sheet| sheet.name == name).map(|sheet| sheet.part.clone()).unwrap_or_default();
        let Self { zip, budget, strings, dates, from_1904, .. } = self;
        let mut left = *budget;
        let read = {
            let xml = xml::Xml::open(zip, &part, &mut left.unpacked)?;
            sheet::read(xml, &sheet::Book { strings, dates, from_1904: *from_1904 }, &mut left.cells, &mut left.text)
        };
        *budget = left;
        read
    }
}
