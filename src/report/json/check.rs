//! `keten.check/1`.

use super::diagnostics::{Wire as Diagnostic, wire};
use super::run::Run;
use super::structure;
use crate::analysis::Model;
use crate::analysis::check::{Check, Question, Table};
use crate::analysis::structure::Structure;
use crate::diagnostic;
use crate::report::language::Lang;
use crate::report::marking;
use serde::Serialize;

#[derive(Serialize)]
struct Wire<'a> {
    schema: &'static str,
    run: &'a Run,
    counts: Counts,
    assumed: Assumed,
    columns: Vec<Fill>,
    answers: Vec<Answer>,
    diagnostics: Vec<Diagnostic>,
    marking: Option<String>,
    acknowledged: Vec<Diagnostic>,
    #[serde(skip_serializing_if = "Option::is_none")]
    structure: Option<structure::Wire<'a>>,
}

#[derive(Serialize)]
struct Counts {
    nodes: u64,
    processes: u64,
    vital: u64,
    sectors: u64,
    needs: u64,
    redundant_needs: u64,
    buffered_needs: u64,
    dependencies: u64,
    standby: u64,
    loops: u64,
    nodes_on_loops: u64,
    impacts: u64,
    criteria: u64,
    measures: u64,
}

#[derive(Serialize)]
struct Assumed {
    cells: u64,
    rows: u64,
}

#[derive(Serialize)]
struct Fill {
    table: &'static str,
    column: &'static str,
    stated: u64,
    of: u64,
}

#[derive(Serialize)]
struct Answer {
    question: &'static str,
    stated: u64,
    of: u64,
}

/// The answer of `check` for a sound network; `diagnostics` holds its warnings and notes, `acknowledged` those that the data says are known.
pub fn check(
    model: &Model,
    (answer, built): (&Check, Option<&Structure>),
    (diagnostics, acknowledged): (&[diagnostic::Diagnostic], &[diagnostic::Diagnostic]),
    run: &Run,
    lang: Lang,
) -> String {
    super::line(&Wire {
        schema: "keten.check/1",
        run,
        counts: counts(answer),
        assumed: Assumed { cells: answer.assumed_cells, rows: answer.assumed_rows },
        columns: answer
            .columns
            .iter()
            .map(|fill| Fill { table: table(fill.table), column: fill.column, stated: fill.stated, of: fill.of })
            .collect(),
        answers: answer.answers.iter().map(|a| Answer { question: question(a.question), stated: a.stated, of: a.of }).collect(),
        diagnostics: diagnostics.iter().map(|diagnostic| wire(diagnostic, lang)).collect(),
        marking: marking::of_all(&model.network),
        acknowledged: acknowledged.iter().map(|diagnostic| wire(diagnostic, lang)).collect(),
        structure: built.map(|built| structure::wire(model, built)),
    })
}

fn counts(answer: &Check) -> Counts {
    let counts = &answer.counts;
    Counts {
        nodes: counts.nodes,
        processes: counts.processes,
        vital: counts.vital,
        sectors: counts.sectors,
        needs: counts.needs,
        redundant_needs: counts.redundant_needs,
        buffered_needs: counts.buffered_needs,
        dependencies: counts.dependencies,
        standby: counts.standby,
        loops: counts.loops,
        nodes_on_loops: counts.nodes_on_loops,
        impacts: counts.impacts,
        criteria: counts.criteria,
        measures: counts.measures,
    }
}

const fn table(table: Table) -> &'static str {
    match table {
        Table::Dependencies => "dependencies",
        Table::Nodes => "nodes",
    }
}

const fn question(question: Question) -> &'static str {
    match question {
        Question::WhatFalls => "what_falls",
        Question::When => "when",
        Question::Restoration => "restoration",
        Question::Likelihood => "likelihood",
        Question::VitalProcesses => "vital_processes",
        Question::WhoToCall => "who_to_call",
        Question::Confidence => "confidence",
    }
}
