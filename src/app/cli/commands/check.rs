//! `keten check`

use crate::analysis::check as analysis;
use crate::analysis::structure;
use crate::app::cli::answer::Answer;
use crate::app::cli::arguments::{Check, Format};
use crate::app::cli::input::Case;
use crate::app::cli::job::Context;
use crate::app::cli::output::Targets;
use crate::app::cli::{Ending, Failure, input};
use crate::diagnostic::{Diagnostic, Finding, Severity};
use crate::network::RowRef;
use crate::report::{Question, check as words, csv, json};
use crate::tables;

/// So many warnings are placed and given.
const MAX_WARNINGS: usize = 200;
/// So many rows of a warning are shown.
const MAX_PLACES: usize = 3;

pub(super) fn check(arguments: &Check, context: &Context) -> Result<Ending, Failure> {
    let targets = Targets::of(context, false)?;
    let case = input::load(&arguments.network.network, context)?;
    let result = analysis::check(&case.model);
    let mut found = case.found.clone();
    found.extend(placed(&case, &result.warnings));
    let acknowledged = placed(&case, &result.acknowledged);
    let (faulty, also) = scenarios(&case);
    if !faulty.is_empty() {
        return Err(Failure::Faulty(faulty));
    }
    found.extend(also);
    if context.format != Format::Json {
        input::tell(&found, context);
    }
    let mut run = case.run("check", context, &[]);
    let built = arguments.structure.then(|| structure::structure(&case.model, &structure::Config::default()));
    if built.is_some() {
        run = run.with("structure", true);
    }
    let question = Question { model: &case.model, run: &run, events: &[], title: None };
    targets.give(&Answer {
        lang: context.lang,
        document: Box::new(|| words::document(&question, (&result, built.as_ref()), &found, context.lang)),
        json: Box::new(|| json::check(&case.model, (&result, built.as_ref()), (&found, &acknowledged), &run, context.lang)),
        csv: Box::new(|| built.as_ref().map_or_else(|| csv::check(&result), |built| csv::structure(&case.model, built))),
        picture: None,
    })?;
    Ok(Ending::Fine)
}

/// The column that shows what a warning is about.
fn column(finding: &Finding) -> Option<&'static str> {
    matches!(finding, Finding::NationalOnOneRegion { .. } | Finding::SharedProvider { .. }).then_some("provider")
}

/// The first warnings with the places of their rows, and how many more there are.
fn placed(case: &Case, warnings: &[(Finding, Vec<RowRef>)]) -> Vec<Diagnostic> {
    let shown = || warnings.iter().take(MAX_WARNINGS).map(|(finding, rows)| (finding, &rows[..rows.len().min(MAX_PLACES)]));
    let wanted: Vec<_> = shown().flat_map(|(finding, rows)| rows.iter().map(move |&row| (row, column(finding)))).collect();
    // All at once: a large file is read again for it.
    let mut found = case.sources.places(&wanted).into_iter();
    let place =
        |(finding, rows): (&Finding, &[RowRef])| Diagnostic { finding: finding.clone(), places: found.by_ref().take(rows.len()).collect() };
    let mut placed: Vec<Diagnostic> = shown().map(place).collect();
    let more = warnings.len().saturating_sub(MAX_WARNINGS) as u64;
    if more > 0 {
        placed.push(Diagnostic::general(Finding::NotShown { errors: 0, others: more }));
    }
    placed
}

/// Faults of the network's scenarios, and what else was found in them.
fn scenarios(case: &Case) -> (Vec<Diagnostic>, Vec<Diagnostic>) {
    let files = case.sources.scenarios.iter().map(|path| path.display().to_string());
    let found = files.flat_map(|file| tables::load_scenario(&case.model.network, case.sources.folder.as_deref(), &file).diagnostics);
    found.partition(|diagnostic| diagnostic.finding.severity() == Severity::Error)
}
