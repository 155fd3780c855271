//! What a network was read from: which files, and where in them each row stands.
//!
//! Invariant: no text is kept per row. A row is found again by walking through its file, of which the bytes are kept when they are
//! few or cannot be had again, and which is otherwise read again and only trusted when its digest is still the same.

use super::bytes::{Origin, Raw};
use super::findings::Findings;
use super::table::OpenTable;
use crate::diagnostic::Place;
use crate::network::{RowRef, Table};
use std::path::PathBuf;

/// A text up to this long is kept, in bytes.
const MAX_KEPT_TEXT: usize = 1 << 20;

/// A file that was read.
#[derive(Debug)]
pub struct SourceFile {
    /// The file as the user named it; `-` for standard input.
    pub name: String,
    /// The BLAKE3 digest of its bytes, in hexadecimal.
    pub digest: String,
    /// The table that it belongs to; `None` for network.toml.
    pub table: Option<Table>,
    /// How many rows it gave.
    pub rows: usize,
    /// The place of its first row among the rows of its table.
    pub(super) first: usize,
    /// The numbers of the rows that were not kept, in order.
    pub(super) dropped: Vec<u32>,
    pub(super) kept: Kept,
}

/// How the rows of a file can be had again.
#[derive(Debug)]
pub(super) enum Kept {
    Open(Box<OpenTable>),
    File(Origin),
    /// It has none.
    Nothing,
}

impl Kept {
    /// Keeps a table in memory if it is small or cannot be read again.
    pub(super) fn of(table: OpenTable, origin: &Origin, again: bool) -> Self {
        if again && table.text.content.len() > MAX_KEPT_TEXT { Self::File(origin.clone()) } else { Self::Open(Box::new(table)) }
    }
}

/// Everything that a network was read from.
#[derive(Debug, Default)]
pub struct Sources {
    /// The files, in the order in which they were read.
    pub files: Vec<SourceFile>,
    /// The folder of the network; `None` when it was a file or standard input.
    pub folder: Option<PathBuf>,
    /// The scenario files in the folder, in order.
    pub scenarios: Vec<PathBuf>,
}

impl Sources {
    /// Where a row stands, and in it the column with an English name.
    ///
    /// The file as a whole when it can no longer be read, or has changed since.
    pub fn place(&self, row: RowRef, column: Option<&str>) -> Place {
        let mut places = self.places(&[(row, column)]);
        places.pop().unwrap_or_else(|| unreachable!("every row that is asked for has a place"))
    }

    /// Where rows stand, in the order asked; each file is walked through once.
    pub fn places(&self, wanted: &[(RowRef, Option<&str>)]) -> Vec<Place> {
        let mut places: Vec<Place> = wanted.iter().map(|_| Place::whole("")).collect();
        for file in &self.files {
            let mut here: Vec<(usize, usize)> = (0..wanted.len()).filter_map(|at| Some((file.row_of(wanted[at].0)?, at))).collect();
            here.sort_unstable();
            for &(_, at) in &here {
                places[at] = Place::whole(&file.name);
            }
            if !here.is_empty() {
                file.with_table(|table| file.find(table, &here, wanted, &mut places));
            }
        }
        places
    }
}

impl SourceFile {
    /// Which of the kept rows of this file a row is.
    fn row_of(&self, row: RowRef) -> Option<usize> {
        let index = row.index as usize;
        let is_here = self.table == Some(row.table) && (self.first..self.first + self.rows).contains(&index);
        is_here.then(|| index - self.first)
    }

    fn with_table(&self, then: impl FnOnce(&OpenTable)) {
        match &self.kept {
            Kept::Nothing => {}
            Kept::Open(table) => then(table),
            Kept::File(origin) => {
                let same = |raw: &Raw| raw.digest == self.digest;
                let open = |raw| OpenTable::open(origin, raw, self.table?, &mut Findings::default());
                if let Some(table) = origin.read().ok().filter(same).and_then(open) {
                    then(&table);
                }
            }
        }
    }

    /// Walks to the rows `here`, in order: (which kept row, which of `wanted`).
    fn find(&self, table: &OpenTable, here: &[(usize, usize)], wanted: &[(RowRef, Option<&str>)], places: &mut [Place]) {
        let mut here = here.iter().peekable();
        let mut dropped = self.dropped.iter().copied().peekable();
        let (mut seen, mut kept) = (0, 0);
        let mut scanner = table.rows();
        while let (Some(item), true) = (scanner.next(), here.peek().is_some()) {
            let is_kept = dropped.next_if_eq(&seen).is_none();
            while let (Ok(row), Some(&(_, at))) = (&item, here.next_if(|(number, _)| is_kept && *number == kept)) {
                let field = wanted[at].1.and_then(|name| table.header.field_named(name));
                let header = field.map(|field| table.header.fields[field].text.as_str());
                places[at] = row.place(&table.text.whence, field, header);
            }
            kept += usize::from(is_kept);
            seen += 1;
        }
    }
}
