//! What there is in a network folder, by the names of its files.
//!
//! Invariant: files stand in the order of their paths, whatever order the system lists them in.

use super::bytes::Origin;
use super::findings::Findings;
use crate::diagnostic::Finding;
use crate::network::Table;
use std::io;
use std::path::{Path, PathBuf};

/// The tables that are read, by the names of their file or folder.
const TABLES: [(&str, Table); 11] = [
    ("dependencies", Table::Dependencies),
    ("afhankelijkheden", Table::Dependencies),
    ("nodes", Table::Nodes),
    ("knopen", Table::Nodes),
    ("ownership", Table::Ownership),
    ("zeggenschap", Table::Ownership),
    ("impacts", Table::Impacts),
    ("gevolgen", Table::Impacts),
    ("criteria", Table::Criteria),
    ("measures", Table::Measures),
    ("maatregelen", Table::Measures),
];

/// Endings of delimited text in a folder, where a `.txt` is mostly a note to people.
const DELIMITED: [&str; 2] = ["csv", "tsv"];
/// Endings of workbooks that can be read. The macros of one are nothing to keten.
const WORKBOOKS: [&str; 2] = ["xlsx", "xlsm"];
/// Endings of tables that cannot be read within a folder, and that nobody would put there for another reason.
const OTHER_TABLES: [&str; 8] = ["xlsx", "xls", "xlsm", "xlsb", "ods", "parquet", "json", "xml"];

/// The files of a network.
#[derive(Debug, Default)]
pub(super) struct Layout {
    /// Table files, in the order in which they are read.
    pub(super) tables: Vec<(Table, PathBuf)>,
    /// network.toml.
    pub(super) meta: Option<PathBuf>,
    /// Scenario files.
    pub(super) scenarios: Vec<PathBuf>,
}

impl Layout {
    /// A file alone: its dependencies.
    pub(super) fn of_file(path: &Path, findings: &mut Findings) -> Self {
        let extension = extension(path);
        if DELIMITED.contains(&extension.as_str()) || matches!(extension.as_str(), "" | "txt") {
            return Self { tables: vec![(Table::Dependencies, path.to_owned())], ..Self::default() };
        }
        findings.push(Origin::file(path).whole(Finding::UnknownFormat { extension }));
        Self::default()
    }

    /// A folder.
    pub(super) fn of_folder(folder: &Path, findings: &mut Findings) -> Self {
        let mut layout = Self::default();
        let entries = list(folder).unwrap_or_else(|error| {
            findings.push(Origin::file(folder).unreadable(&error));
            Vec::new()
        });
        let before = findings.errors();
        for path in &entries {
            layout.entry(path, findings);
        }
        // Dependencies first: they alone are required, and the table of nodes is read beside them.
        let order = |table: Table| (table != Table::Dependencies, table);
        layout.tables.sort_by(|a, b| order(a.0).cmp(&order(b.0)).then_with(|| a.1.cmp(&b.1)));
        let has_dependencies = layout.tables.iter().any(|(table, _)| *table == Table::Dependencies);
        if !has_dependencies && findings.errors() == before {
            let found = entries.iter().filter_map(|path| Some(path.file_name()?.to_string_lossy().into_owned())).collect();
            findings.push(Origin::file(folder).whole(Finding::NoDependencies { found }));
        }
        layout
    }

    fn entry(&mut self, path: &Path, findings: &mut Findings) {
        let name = stem(path);
        let table = table_named(&name);
        match table {
            Some(table) if path.is_dir() => self.table_folder(table, path, findings),
            Some(table) => self.table_file(table, path, findings),
            None if path.is_dir() && is_scenarios(&name) => self.scenarios.extend(scenario_files(path)),
            None if extension(path) == "toml" && matches!(name.as_str(), "network" | "netwerk") => {
                self.meta = Some(path.to_owned());
            }
            None if extension(path) == "csv" => findings.push(Origin::file(path).whole(Finding::FileNotUsed {})),
            _ => {}
        }
    }

    fn table_folder(&mut self, table: Table, folder: &Path, findings: &mut Findings) {
        match list(folder) {
            Ok(entries) => entries.iter().for_each(|path| self.table_file(table, path, findings)),
            Err(error) => findings.push(Origin::file(folder).unreadable(&error)),
        }
    }

    fn table_file(&mut self, table: Table, path: &Path, findings: &mut Findings) {
        let extension = extension(path);
        if DELIMITED.contains(&extension.as_str()) {
            self.tables.push((table, path.to_owned()));
        } else if OTHER_TABLES.contains(&extension.as_str()) {
            findings.push(Origin::file(path).whole(Finding::UnknownFormat { extension }));
        } else {
            findings.push(Origin::file(path).whole(Finding::FileNotUsed {}));
        }
    }
}

/// The table with a name, in small letters.
pub(super) fn table_named(name: &str) -> Option<Table> {
    TABLES.iter().find(|(known, _)| *known == name).map(|(_, table)| *table)
}

/// Whether a file is a workbook, by its name.
pub(super) fn is_workbook(path: &Path) -> bool {
    WORKBOOKS.contains(&extension(path).as_str())
}

/// The scenario files of a network folder, in order.
pub(super) fn scenarios_of(folder: &Path) -> Vec<PathBuf> {
    let folders = list(folder).unwrap_or_default();
    folders.iter().filter(|path| path.is_dir() && is_scenarios(&stem(path))).flat_map(|path| scenario_files(path)).collect()
}

fn scenario_files(folder: &Path) -> Vec<PathBuf> {
    list(folder).unwrap_or_default().into_iter().filter(|path| extension(path) == "toml").collect()
}

fn is_scenarios(name: &str) -> bool {
    matches!(name, "scenarios" | "scenario's")
}

/// The entries of a folder in order, but those that systems and spreadsheets hide.
fn list(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let entries: io::Result<Vec<PathBuf>> = std::fs::read_dir(folder)?.map(|entry| entry.map(|entry| entry.path())).collect();
    let is_hidden = |path: &PathBuf| path.file_name().is_some_and(|name| name.to_string_lossy().starts_with(['.', '~']));
    let mut entries = entries?;
    entries.retain(|path| !is_hidden(path));
    entries.sort();
    Ok(entries)
}

fn stem(path: &Path) -> String {
    path.file_stem().map(|name| name.to_string_lossy().to_lowercase()).unwrap_or_default()
}

fn extension(path: &Path) -> String {
    path.extension().map(|name| name.to_string_lossy().to_lowercase()).unwrap_or_default()
}
