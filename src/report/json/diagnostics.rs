//! `keten.diagnostics/1`, and a diagnostic within another answer.

use crate::diagnostic::{Diagnostic, Place, Severity};
use crate::report::language::{Lang, words};
use serde::Serialize;

#[derive(Serialize)]
struct All {
    schema: &'static str,
    diagnostics: Vec<Wire>,
}

/// A diagnostic: its code and place are data, its message and help are text in the language asked for.
#[derive(Serialize)]
pub(super) struct Wire {
    code: String,
    severity: &'static str,
    file: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    sheet: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    cell: Option<String>,
    row: Option<u64>,
    column: Option<usize>,
    header: Option<String>,
    quote: Option<String>,
    message: String,
    help: String,
    also: Vec<Also>,
}

#[derive(Serialize)]
struct Also {
    file: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    sheet: Option<String>,
    row: u64,
}

/// Everything that was found in faulty input.
pub fn diagnostics(found: &[Diagnostic], lang: Lang) -> String {
    super::line(&All { schema: "keten.diagnostics/1", diagnostics: found.iter().map(|diagnostic| wire(diagnostic, lang)).collect() })
}

pub(super) fn wire(diagnostic: &Diagnostic, lang: Lang) -> Wire {
    let text = words(lang, &diagnostic.finding);
    let place = diagnostic.places.first();
    let in_row = place.filter(|place| place.row > 0);
    Wire {
        code: diagnostic.finding.code().to_string(),
        severity: severity(diagnostic.finding.severity()),
        file: place.map(|place| place.file.clone()),
        sheet: place.and_then(|place| place.sheet.clone()),
        cell: place.and_then(Place::cell),
        row: in_row.map(|place| place.row),
        column: in_row.and_then(|place| place.column),
        header: in_row.and_then(|place| place.header.clone()),
        quote: in_row.map(|place| place.quote.clone()),
        message: text.message,
        help: text.help,
        also: diagnostic.places.iter().skip(1).map(also).collect(),
    }
}

fn also(place: &Place) -> Also {
    Also { file: place.file.clone(), sheet: place.sheet.clone(), row: place.row }
}

const fn severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "note",
    }
}
