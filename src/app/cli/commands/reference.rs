//! `keten explain`, `keten columns` and `keten completions`: what keten knows by itself.

use crate::app::cli::answer::Answer;
use crate::app::cli::arguments::{Completions, Explain, command};
use crate::app::cli::job::Context;
use crate::app::cli::output::Targets;
use crate::app::cli::{Ending, Failure, output};
use crate::diagnostic::{Code, FindingKind};
use crate::report::columns::{self as words, ColumnInfo};
use crate::report::{csv, explain as explained, json, language};
use crate::tables;

pub(super) fn explain(arguments: &Explain, context: &Context) -> Result<Ending, Failure> {
    let targets = Targets::of(context, false)?;
    let kinds = match &arguments.code {
        None => FindingKind::ALL.to_vec(),
        Some(code) => {
            let kind = code.parse::<Code>().ok().and_then(FindingKind::with_code);
            vec![kind.ok_or_else(|| Failure::Usage(language::app::unknown_code(context.lang, code)))?]
        }
    };
    targets.give(&Answer {
        lang: context.lang,
        document: Box::new(|| match kinds.as_slice() {
            [kind] => explained::document(*kind, context.lang),
            _ => explained::all(context.lang),
        }),
        json: Box::new(|| json::explain(&kinds, context.lang)),
        csv: Box::new(|| csv::explain(&kinds, context.lang)),
        picture: None,
    })?;
    Ok(Ending::Fine)
}

pub(super) fn columns(context: &Context) -> Result<Ending, Failure> {
    let targets = Targets::of(context, false)?;
    let columns: Vec<ColumnInfo> = tables::columns().iter().map(info).collect();
    targets.give(&Answer {
        lang: context.lang,
        document: Box::new(|| words::document(&columns, context.lang)),
        json: Box::new(|| json::columns(&columns)),
        csv: Box::new(|| csv::columns(&columns)),
        picture: None,
    })?;
    Ok(Ending::Fine)
}

fn info(column: &tables::Column) -> ColumnInfo {
    let word = |word: &tables::Word| (word.english, word.dutch.first().copied().unwrap_or(word.english));
    ColumnInfo {
        table: column.table,
        name: column.name,
        aliases: column.dutch.to_vec(),
        required: column.required,
        unit: column.holds.unit(),
        range: column.holds.range(),
        words: column.words().iter().map(word).collect(),
    }
}

pub(super) fn completions(arguments: &Completions, context: &Context) -> Result<Ending, Failure> {
    let mut text = Vec::new();
    clap_complete::generate(arguments.shell, &mut command(), "keten", &mut text);
    if context.out.is_empty() {
        output::print(&text)?;
    }
    for path in &context.out {
        output::write(path, &text)?;
    }
    Ok(Ending::Fine)
}
