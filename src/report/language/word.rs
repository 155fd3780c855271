//! Single words and short names.

use super::Lang;
use crate::analysis::ranking::Criterion;
use crate::diagnostic::Severity;
use crate::network::{Network, NodeColumn, Stance, Table};

/// How much a finding matters.
pub fn severity(lang: Lang, severity: Severity) -> &'static str {
    match severity {
        Severity::Error => lang.pick("error", "fout"),
        Severity::Warning => lang.pick("warning", "waarschuwing"),
        Severity::Note => lang.pick("note", "opmerking"),
    }
}

/// The name of a node column, or of an attribute as it stands.
pub fn column(lang: Lang, name: &str) -> &str {
    NodeColumn::names(name).map_or(name, |(english, dutch)| lang.pick(english, dutch))
}

/// A sheet of a workbook.
pub fn sheet(lang: Lang) -> &'static str {
    lang.pick("sheet", "blad")
}

/// A cell of a sheet.
pub fn cell(lang: Lang) -> &'static str {
    lang.pick("cell", "cel")
}

/// What stands before advice.
pub fn help(lang: Lang) -> &'static str {
    lang.pick("help", "advies")
}

/// A row that a finding conflicts with.
pub fn other_row(lang: Lang) -> &'static str {
    lang.pick("the other row", "de andere rij")
}

/// A stance, and what it means.
pub fn stance(lang: Lang, stance: Stance) -> &'static str {
    match stance {
        Stance::Central => lang.pick("central (what is most likely)", "centraal (wat het meest waarschijnlijk is)"),
        Stance::Cautious => lang.pick("cautious (what is bad and possible happens)", "voorzichtig (wat kan tegenzitten, zit tegen)"),
        Stance::Optimistic => lang.pick("optimistic (what is good and possible happens)", "optimistisch (wat kan meezitten, zit mee)"),
    }
}

/// A table.
pub fn table(lang: Lang, table: Table) -> &'static str {
    match table {
        Table::Nodes => lang.pick("nodes", "knopen"),
        Table::Dependencies => lang.pick("dependencies", "afhankelijkheden"),
        Table::Ownership => lang.pick("ownership", "zeggenschap"),
        Table::Criteria => "criteria",
        Table::Impacts => lang.pick("impacts", "gevolgen"),
        Table::Measures => lang.pick("measures", "maatregelen"),
    }
}

/// A table by its name in data.
pub const fn table_name(table: Table) -> &'static str {
    match table {
        Table::Nodes => "nodes",
        Table::Dependencies => "dependencies",
        Table::Ownership => "ownership",
        Table::Criteria => "criteria",
        Table::Impacts => "impacts",
        Table::Measures => "measures",
    }
}

/// What a ranking is ordered by.
pub fn criterion(lang: Lang, network: &Network, criterion: Criterion) -> &str {
    match criterion {
        Criterion::Impact(_) => criterion.name(network),
        Criterion::Affected => lang.pick("nodes affected", "getroffen knopen"),
        Criterion::ProcessesLost => lang.pick("processes lost", "uitgevallen processen"),
        Criterion::Lost => lang.pick("nodes lost", "uitgevallen knopen"),
        Criterion::LostHours => lang.pick("hours lost, all nodes added up", "verloren uren, alle knopen samen"),
        Criterion::Compromised => lang.pick("vital nodes compromised", "gecompromitteerde vitale knopen"),
        Criterion::SectorsHit => lang.pick("sectors hit", "getroffen sectoren"),
        Criterion::FirstVitalLoss => lang.pick("how soon the first vital process is lost", "hoe snel het eerste vitale proces uitvalt"),
    }
}

/// Yes or no.
pub fn yes(lang: Lang, yes: bool) -> &'static str {
    if yes { lang.pick("yes", "ja") } else { lang.pick("no", "nee") }
}

/// Nouns for counts: one, more.
pub mod noun {
    use super::Lang;

    /// Nodes.
    pub fn nodes(lang: Lang) -> (&'static str, &'static str) {
        lang.pick(("node", "nodes"), ("knoop", "knopen"))
    }

    /// Sectors.
    pub fn sectors(lang: Lang) -> (&'static str, &'static str) {
        lang.pick(("sector", "sectors"), ("sector", "sectoren"))
    }

    /// Dependencies.
    pub fn dependencies(lang: Lang) -> (&'static str, &'static str) {
        lang.pick(("dependency", "dependencies"), ("afhankelijkheid", "afhankelijkheden"))
    }

    /// Processes.
    pub fn processes(lang: Lang) -> (&'static str, &'static str) {
        lang.pick(("process", "processes"), ("proces", "processen"))
    }

    /// Cells.
    pub fn cells(lang: Lang) -> (&'static str, &'static str) {
        lang.pick(("cell", "cells"), ("cel", "cellen"))
    }

    /// Samples.
    pub fn samples(lang: Lang) -> (&'static str, &'static str) {
        lang.pick(("sample", "samples"), ("trekking", "trekkingen"))
    }

    /// Rows.
    pub fn rows(lang: Lang) -> (&'static str, &'static str) {
        lang.pick(("row", "rows"), ("rij", "rijen"))
    }

    /// Errors.
    pub fn errors(lang: Lang) -> (&'static str, &'static str) {
        lang.pick(("error", "errors"), ("fout", "fouten"))
    }

    /// Notes.
    pub fn notes(lang: Lang) -> (&'static str, &'static str) {
        lang.pick(("note", "notes"), ("opmerking", "opmerkingen"))
    }

    /// Warnings.
    pub fn warnings(lang: Lang) -> (&'static str, &'static str) {
        lang.pick(("warning", "warnings"), ("waarschuwing", "waarschuwingen"))
    }
}
