//! `keten.explain/1` and `keten.columns/1`: what keten knows by itself.

use crate::diagnostic::{FindingKind, Severity};
use crate::report::columns::ColumnInfo;
use crate::report::language::{Lang, explanation, title, word};
use serde::Serialize;

#[derive(Serialize)]
struct Explained {
    schema: &'static str,
    kinds: Vec<Kind>,
}

#[derive(Serialize)]
struct Kind {
    code: String,
    severity: &'static str,
    title: &'static str,
    explanation: &'static str,
}

/// Kinds of finding with their pages, in the language asked for.
pub fn explain(kinds: &[FindingKind], lang: Lang) -> String {
    let kind = |&kind: &FindingKind| Kind {
        code: kind.code().to_string(),
        severity: match kind.severity() {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Note => "note",
        },
        title: title(lang, kind),
        explanation: explanation(lang, kind),
    };
    super::line(&Explained { schema: "keten.explain/1", kinds: kinds.iter().map(kind).collect() })
}

#[derive(Serialize)]
struct Columns<'a> {
    schema: &'static str,
    columns: Vec<Described<'a>>,
}

#[derive(Serialize)]
struct Described<'a> {
    table: &'static str,
    column: &'static str,
    aliases: &'a [&'static str],
    required: bool,
    unit: Option<&'static str>,
    range: Option<&'static str>,
    words: Vec<&'static str>,
}

/// Every column that tables may have.
pub fn columns(columns: &[ColumnInfo]) -> String {
    super::line(&Columns { schema: "keten.columns/1", columns: columns.iter().map(column).collect() })
}

fn column(info: &ColumnInfo) -> Described<'_> {
    Described {
        table: word::table_name(info.table),
        column: info.name,
        aliases: &info.aliases,
        required: info.required,
        unit: info.unit,
        range: info.range,
        words: info.words.iter().map(|(english, _)| *english).collect(),
    }
}
