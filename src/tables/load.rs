//! From a folder, a file or standard input to a network.

use super::bytes::Origin;
use super::dependencies;
use super::findings::Findings;
use super::folder::{self, Layout};
use super::lost::Lost;
use super::merge::Joined;
use super::scan::Scanner;
use super::sources::{Kept, SourceFile, Sources};
use super::stream::{AT_ONCE, PIECE};
use super::table::OpenTable;
use super::whence::Whence;
use super::workbook::{Role, TableSheet, Workbook, open_sheet};
use super::{consequences, meta, nodes, ownership, stream};
use crate::diagnostic::{Checked, Diagnostic, Finding};
use crate::network::{Draft, Fault, MAX_ROWS, Network, Table};
use rayon::prelude::*;
use std::path::Path;

/// Reading a table takes at most so many bytes for each of its own.
const MEMORY_PER_BYTE: u64 = 6;
/// So many places of a finding are looked up.
const MAX_PLACES: usize = 8;

/// A network and what it was read from.
#[derive(Debug)]
pub struct Loaded {
    /// The network.
    pub network: Network,
    /// The files.
    pub sources: Sources,
}

/// Reads the network in a folder, in a workbook, in a single file of dependencies, or on standard input (`-`).
///
/// Every fault of every file is found; there is a value only when there is no error.
pub fn load_network(path: &str) -> Checked<Loaded> {
    let mut loader = Loader::default();
    if path == "-" {
        loader.table(Table::Dependencies, &Origin::stdin());
    } else {
        loader.path(Path::new(path));
    }
    loader.finish()
}

/// What reading a network takes at most, in bytes, by the size of its files; 0 for standard input, whose size is not known before.
pub fn memory(path: &str) -> u64 {
    let size = |path: &Path| std::fs::metadata(path).map_or(0, |meta| meta.len());
    let path = Path::new(path);
    if !path.is_dir() {
        return size(path) * MEMORY_PER_BYTE;
    }
    let layout = Layout::of_folder(path, &mut Findings::default());
    layout.tables.iter().map(|(_, file)| size(file)).sum::<u64>() * MEMORY_PER_BYTE
}

#[derive(Default)]
struct Loader {
    draft: Draft,
    sources: Sources,
    findings: Findings,
    /// What was lost on the way, so that what is there may lack what it needs.
    lost: Lost,
    /// Files with a header and no rows.
    empty: Vec<Whence>,
}

impl Loader {
    fn path(&mut self, path: &Path) {
        let layout = match std::fs::metadata(path) {
            Ok(meta) if meta.is_file() && folder::is_workbook(path) => return self.workbook(&Origin::file(path)),
            Ok(meta) if meta.is_dir() => {
                self.sources.folder = Some(path.to_owned());
                Layout::of_folder(path, &mut self.findings)
            }
            Ok(_) => Layout::of_file(path, &mut self.findings),
            Err(error) => return self.findings.push(Origin::file(path).unreadable(&error)),
        };
        for (table, file) in &layout.tables {
            self.table(*table, &Origin::file(file));
        }
        if let Some(file) = &layout.meta {
            self.meta(&Origin::file(file));
        }
        self.sources.scenarios = layout.scenarios;
    }

    fn table(&mut self, table: Table, origin: &Origin) {
        self.draft.has_node_table |= table == Table::Nodes;
        if table == Table::Dependencies && self.in_pieces(origin) {
            return;
        }
        let raw = match origin.read() {
            Ok(raw) => raw,
            Err(fault) => return self.lose(table, |findings| findings.push(*fault)),
        };
        let (digest, again) = (raw.digest.clone(), raw.again);
        let Some(open) = OpenTable::open(origin, raw, table, &mut self.findings) else { return self.lose(table, |_| {}) };
        self.rows(table, open, digest, |open| Kept::of(open, origin, again));
    }

    /// Reads the sheets of a workbook that belong to a network.
    fn workbook(&mut self, origin: &Origin) {
        let mut book = match Workbook::open(origin) {
            Ok(book) => book,
            Err(fault) => return self.lose(Table::Dependencies, |findings| findings.push(*fault)),
        };
        let digest = book.digest.clone();
        for TableSheet { role, name } in book.table_sheets(origin, &mut self.findings) {
            let table = match role {
                Role::Table(table) => Some(table),
                Role::Meta => None,
            };
            self.draft.has_node_table |= table == Some(Table::Nodes);
            let Some(open) = open_sheet(&mut book, origin, &name, table, &mut self.findings) else {
                if let Some(table) = table {
                    self.lost.add_row(table);
                }
                continue;
            };
            match table {
                Some(table) => self.rows(table, open, digest.clone(), |open| Kept::Open(Box::new(open))),
                None => self.draft.meta = meta::of_sheet(&open, &mut self.findings),
            }
        }
    }

    /// Reads the rows of an open table.
    fn rows(&mut self, table: Table, open: OpenTable, digest: String, keep: impl FnOnce(OpenTable) -> Kept) {
        let (first, before) = (self.rows_of(table), self.findings.errors());
        let dropped = match table {
            Table::Dependencies => self.dependencies(&open),
            Table::Nodes => nodes::read(&open, &mut self.draft, &mut self.findings),
            Table::Ownership => ownership::read(&open, &mut self.draft, &mut self.findings),
            Table::Criteria => consequences::criteria(&open, &mut self.draft, &mut self.findings),
            Table::Impacts => consequences::impacts(&open, &mut self.draft, &mut self.findings),
            Table::Measures => consequences::measures(&open, &mut self.draft, &mut self.findings),
        };
        if self.findings.errors() > before {
            self.lost.add_cell(table);
        }
        self.add_source(table, &open.text.whence.clone(), digest, (first, dropped), keep(open));
    }

    /// Remembers what the rows of a table from the `first` on were read from.
    fn add_source(&mut self, table: Table, whence: &Whence, digest: String, (first, dropped): (usize, Vec<u32>), kept: Kept) {
        if !dropped.is_empty() {
            self.lost.add_row(table);
        }
        let rows = self.rows_of(table) - first;
        if rows == 0 && dropped.is_empty() && table == Table::Dependencies {
            self.empty.push(whence.clone());
        }
        let name = whence.file.clone();
        self.sources.files.push(SourceFile { name, digest, table: Some(table), rows, first, dropped, kept });
    }

    /// Reads a large plain table of dependencies in pieces; `false` where it is small or not plain, and has to be read as a whole.
    fn in_pieces(&mut self, origin: &Origin) -> bool {
        let (first, first_detail, first_name) = (self.draft.read.len(), self.draft.details.len(), self.draft.names.len());
        let mut findings = Findings::default();
        let mut joined = Joined::new(&mut self.draft, stream::pieces_in(origin));
        let read = stream::read(origin, Table::Dependencies, &mut findings, dependencies::read, |parts| joined.take(parts));
        let dropped = joined.finish(&mut findings);
        let Some((open, digest)) = read else {
            // How much was taken hangs on the number of threads, and nothing of it may stay.
            self.draft.read.truncate(first);
            self.draft.details.truncate(first_detail);
            self.draft.names.truncate(first_name);
            return false;
        };
        if findings.errors() > 0 {
            self.lost.add_cell(Table::Dependencies);
        }
        self.findings.append(findings, 0);
        self.add_source(Table::Dependencies, &open.text.whence, digest, (first, dropped), Kept::File(origin.clone()));
        true
    }

    fn lose(&mut self, table: Table, report: impl FnOnce(&mut Findings)) {
        self.lost.add_row(table);
        report(&mut self.findings);
    }

    fn rows_of(&self, table: Table) -> usize {
        match table {
            Table::Dependencies => self.draft.read.len(),
            Table::Nodes => self.draft.read_nodes.len(),
            Table::Ownership => self.draft.ownership.len(),
            Table::Criteria => self.draft.criteria.len(),
            Table::Impacts => self.draft.impacts.len(),
            Table::Measures => self.draft.measures.len(),
        }
    }

    /// Reads the rows in parts, and joins them in order; the numbers of those that were not kept.
    fn dependencies(&mut self, open: &OpenTable) -> Vec<u32> {
        let scanners = scanners(open);
        let mut joined = Joined::new(&mut self.draft, scanners.len());
        match <[Scanner; 1]>::try_from(scanners) {
            Ok([mut whole]) => {
                while let Some(part) = dependencies::read_on(open, &mut whole) {
                    joined.take(vec![part]);
                }
            }
            Err(scanners) => {
                for some in scanners.chunks(rayon::current_num_threads().max(AT_ONCE)) {
                    joined.take(some.par_iter().map(|scanner| dependencies::read(open, scanner.clone())).collect());
                }
            }
        }
        joined.finish(&mut self.findings)
    }

    fn meta(&mut self, origin: &Origin) {
        match origin.read() {
            Ok(raw) => {
                let (name, digest) = (origin.name.clone(), raw.digest.clone());
                self.draft.meta = meta::read(origin, raw, &mut self.findings);
                let file = SourceFile { name, digest, table: None, rows: 0, first: 0, dropped: Vec::new(), kept: Kept::Nothing };
                self.sources.files.push(file);
            }
            Err(fault) => self.findings.push(*fault),
        }
    }

    fn finish(mut self) -> Checked<Loaded> {
        if self.draft.read.is_empty() {
            for whence in std::mem::take(&mut self.empty) {
                self.findings.push(Diagnostic::new(Finding::EmptyTable {}, whence.whole()));
            }
        }
        let rows = self.draft.read.len().max(self.draft.read_nodes.len()).max(self.draft.ownership.len());
        if rows > MAX_ROWS {
            let finding = Finding::TooLarge { what: "rows".to_owned(), limit: MAX_ROWS as u64 };
            self.findings.push(Diagnostic::general(finding));
            return self.findings.check(None);
        }
        self.lost.add_told(&self.draft.told);
        let network = match Network::build(std::mem::take(&mut self.draft)) {
            Ok(network) => Some(network),
            Err(faults) => {
                self.add_faults(faults);
                None
            }
        };
        let sources = self.sources;
        self.findings.check(network.map(|network| Loaded { network, sources }))
    }

    /// Adds what the rows say of one another, each with the places of its rows.
    fn add_faults(&mut self, faults: Vec<Fault>) {
        let faults: Vec<Fault> = faults.into_iter().filter(|fault| self.lost.leaves(&fault.finding)).collect();
        let shown = |fault: &Fault| fault.rows.len().min(MAX_PLACES);
        let kept = faults.iter().take(super::findings::MAX_KEPT);
        let wanted: Vec<_> = kept.flat_map(|fault| fault.rows.iter().take(MAX_PLACES).map(|row| (*row, fault.column))).collect();
        let mut places = self.sources.places(&wanted).into_iter();
        for fault in faults {
            let places: Vec<_> = places.by_ref().take(shown(&fault)).collect();
            self.findings.push_with(fault.finding, || places);
        }
    }
}

/// Scanners that together walk through all rows. A text without quotes can be cut at any line end.
fn scanners(open: &OpenTable) -> Vec<Scanner<'_>> {
    let whole = open.rows();
    let rest = whole.rest();
    let count = rest.len() / PIECE;
    if count < 2 || rest.contains('"') {
        return vec![whole];
    }
    let end = rest.len();
    let line_start = |at: usize| rest.as_bytes()[at..].iter().position(|&byte| byte == b'\n').map_or(end, |length| at + length + 1);
    let mut cuts: Vec<usize> = (1..count).map(|part| line_start(end / count * part)).collect();
    cuts.insert(0, 0);
    cuts.push(end);
    let first_line = |part: usize| if part == 0 { whole.line() } else { 1 };
    let part = |at: usize| Scanner::new(&rest[cuts[at]..cuts[at + 1]], 0, first_line(at), open.dialect.delimiter);
    (0..count).map(part).collect()
}
