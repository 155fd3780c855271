//! Answers as plain rows: numbers as they are, ids and words neutralised so that no spreadsheet takes them for a formula.
//!
//! Invariant: the language never changes a row.

mod bounds;
mod case;
mod classify;
mod compare;
mod critical_sets;
mod curve;
mod measures;
mod sensitivity;
mod structure;
mod uncertainty;

pub use bounds::bounds;
pub use case::{case_table, case_toml, toml_text};
pub use classify::{classify, classify_sampled};
pub use compare::compare;
pub use critical_sets::critical_sets;
pub use curve::curve;
pub use measures::measures;
pub use sensitivity::{questionnaire, sensitivity};
pub use structure::structure;
pub(super) use uncertainty::{cells as figure_cells, heads as figure_heads};
pub use uncertainty::{rank_sampled, simulate_sampled, verify_sampled};

use crate::analysis::Model;
use crate::analysis::check::{Check, Table};
use crate::analysis::compromise::Compromised;
use crate::analysis::ranking::{Criterion, Ranking, Row};
use crate::analysis::verify::{Verdict, Verification};
use crate::analysis::what_if::{Affected, LossCause, WhatIf};
use crate::analysis::why::Why;
use crate::diagnostic::FindingKind;
use crate::network::NodeId;
use crate::network::case::{FORMULA_SIGNS, guarded};
use crate::report::columns::ColumnInfo;
use crate::report::language::{Lang, title};
use crate::report::markup::steady;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::{Display, Write};

/// Rows under a header.
pub(super) struct Rows(String);

impl Rows {
    pub(super) fn new(header: &str) -> Self {
        Self(format!("{header}\n"))
    }

    pub(super) fn add(&mut self, cells: &[String]) {
        self.0.push_str(&cells.join(","));
        self.0.push('\n');
    }

    /// A row of a ranking, written as it is made: there may be a million.
    fn rank(&mut self, row: &Row) {
        let out = &mut self.0;
        put(out, row.rank);
        out.push(',');
        out.push_str(&word(&row.id));
        for count in [row.nodes, row.affected, row.lost, row.processes_lost, row.sectors_hit] {
            out.push(',');
            put(out, count);
        }
        out.push(',');
        row.first_vital_loss.into_iter().for_each(|time| put(out, time));
        out.push(',');
        put(out, row.lost_h);
        out.push(',');
        row.score.into_iter().for_each(|score| put(out, score));
        out.push('\n');
    }

    pub(super) fn text(self) -> String {
        self.0
    }
}

/// A text cell: quoted where it must be, with an apostrophe where it would begin a formula, and with unseen signs that turn the direction of
/// a text shown by their number.
pub(super) fn word(text: &str) -> String {
    let text = &steady(text);
    let guard = if text.starts_with(FORMULA_SIGNS) { "'" } else { "" };
    quoted(format!("{guard}{text}"))
}

/// A text cell of a table that is to be read as a network again: quoted where it must be, and guarded so that it is read as it is.
pub fn network_cell(text: &str) -> String {
    quoted(guarded(text).into_owned())
}

/// A text in quotes, where it would be more than one cell without.
fn quoted(text: String) -> String {
    if text.contains([',', '"', '\n', '\r']) { format!("\"{}\"", text.replace('"', "\"\"")) } else { text }
}

fn put(out: &mut String, value: impl Display) {
    write!(out, "{value}").expect("a text takes what is written to it");
}

fn number(value: impl Display) -> String {
    value.to_string()
}

fn maybe(value: Option<impl Display>) -> String {
    value.map_or_else(String::new, |value| value.to_string())
}

const SIMULATE: &str = "id,name,sector,first_loss_h,min_output,lost_h,order,cause,need,providers,buffer_ended_h";

/// `simulate`: a row per node that lost output. Where there is compromise, two more columns tell of it, and the compromised nodes that lost
/// nothing follow.
pub fn simulate(model: &Model, answer: &WhatIf) -> String {
    let network = &model.network;
    let Some(compromised) = &answer.compromised else {
        let mut rows = Rows::new(SIMULATE);
        answer.nodes.iter().for_each(|affected| rows.add(&loss(model, affected)));
        return rows.text();
    };
    let mut rows = Rows::new(&format!("{SIMULATE},compromised_h,path"));
    let place: BTreeMap<NodeId, &Compromised> = compromised.iter().map(|one| (one.node, one)).collect();
    for affected in &answer.nodes {
        let one = place.get(&affected.node).copied();
        rows.add(&[loss(model, affected).as_slice(), &compromise(model, one)].concat());
    }
    let lost: BTreeSet<NodeId> = answer.nodes.iter().map(|affected| affected.node).collect();
    for one in compromised.iter().filter(|one| !lost.contains(&one.node)) {
        let id = [network.id(one.node), network.name(one.node), sector(model, one.node)].map(word);
        let kept = [maybe(None::<u8>), number(1), number(0)];
        rows.add(&[id.as_slice(), &kept, &[const { String::new() }; 5], &compromise(model, Some(one))].concat());
    }
    rows.text()
}

/// When and along which path a node was compromised.
fn compromise(model: &Model, one: Option<&Compromised>) -> [String; 2] {
    let ids = |one: &Compromised| one.path.iter().map(|&node| model.network.id(node)).collect::<Vec<_>>().join(" ");
    [maybe(one.map(|one| one.at)), one.map(|one| word(&ids(one))).unwrap_or_default()]
}

fn sector(model: &Model, node: NodeId) -> &str {
    model.network.node(node).sector.map_or("", |sector| model.network.text(sector))
}

fn loss(model: &Model, affected: &Affected) -> [String; 11] {
    let network = &model.network;
    let (cause, need, providers, ended) = cause(model, &affected.cause);
    [
        word(network.id(affected.node)),
        word(network.name(affected.node)),
        word(sector(model, affected.node)),
        number(affected.first_loss),
        number(affected.min_output),
        number(affected.lost_h),
        number(affected.order),
        cause,
        need,
        providers,
        ended,
    ]
}

fn cause(model: &Model, cause: &LossCause) -> (String, String, String, String) {
    match cause {
        LossCause::Detected => ("detected".to_owned(), String::new(), String::new(), String::new()),
        LossCause::Hazard { event } => (format!("hazard {event}"), String::new(), String::new(), String::new()),
        LossCause::Need { need, providers, buffer_ended, .. } => {
            let ids: Vec<&str> = providers.iter().map(|&provider| model.network.id(provider)).collect();
            ("need".to_owned(), word(model.network.need_name(*need)), word(&ids.join(" ")), maybe(*buffer_ended))
        }
    }
}

/// `rank`: a row per initiator.
pub fn rank(ranking: &Ranking, top: usize) -> String {
    if ranking.criterion == Criterion::Compromised {
        return reach(ranking, top);
    }
    let mut rows = Rows::new("rank,id,nodes,affected,lost,processes_lost,sectors_hit,first_vital_loss_h,lost_h,score");
    for row in ranking.rows.iter().take(top) {
        rows.rank(row);
    }
    rows.text()
}

/// What the loss of an initiator, or of a set of them, brings about.
fn figures(row: &Row) -> [String; 8] {
    [
        number(row.nodes),
        number(row.affected),
        number(row.lost),
        number(row.processes_lost),
        number(row.sectors_hit),
        maybe(row.first_vital_loss),
        number(row.lost_h),
        maybe(row.score),
    ]
}

fn reach(ranking: &Ranking, top: usize) -> String {
    let mut rows = Rows::new("rank,id,nodes,compromised,vital_compromised,first_vital_compromise_h,score");
    for (row, reached) in ranking.rows.iter().take(top).filter_map(|row| Some((row, row.reached?))) {
        let counts = [number(reached.compromised), number(reached.vital), maybe(reached.first_vital)];
        rows.add(&[&[number(row.rank), word(&row.id), number(row.nodes)], counts.as_slice(), &[maybe(row.score)]].concat());
    }
    rows.text()
}

/// `why`: a row per link of each chain.
pub fn why(model: &Model, answers: &[Why]) -> String {
    let mut rows = Rows::new("asked,depth,id,at_h,output,cause,need,providers,buffer_ended_h,explained_above");
    for answer in answers {
        for link in &answer.links {
            let (cause, need, providers, ended) = cause(model, &link.cause);
            let asked = word(model.network.id(answer.node));
            let id = word(model.network.id(link.node));
            rows.add(&[
                asked,
                number(link.depth),
                id,
                number(link.at),
                number(link.output),
                cause,
                need,
                providers,
                ended,
                number(link.seen_above),
            ]);
        }
    }
    rows.text()
}

/// `check`: a row per column and how far it is filled.
pub fn check(answer: &Check) -> String {
    let mut rows = Rows::new("table,column,stated,of");
    for fill in &answer.columns {
        let table = if fill.table == Table::Nodes { "nodes" } else { "dependencies" };
        rows.add(&[table.to_owned(), fill.column.to_owned(), number(fill.stated), number(fill.of)]);
    }
    rows.text()
}

/// `verify`: a row per expectation.
pub fn verify(model: &Model, answer: &Verification) -> String {
    let mut rows = Rows::new("scenario,node,expected,verdict,first_loss_h,min_output,below_h,onset_off_h,length_off_h,required,met");
    for incident in &answer.incidents {
        for test in &incident.tests {
            rows.add(&[
                word(&incident.name),
                word(model.network.id(test.expected.node)),
                super::json::state(&test.expected.state).to_owned(),
                verdict(test.verdict).to_owned(),
                maybe(test.first_loss),
                number(test.min_output),
                number(test.below),
                maybe(test.onset_off_h),
                maybe(test.length_off_h),
                number(test.is_required()),
                number(test.is_met()),
            ]);
        }
    }
    rows.text()
}

/// `columns`: a row per column.
pub fn columns(columns: &[ColumnInfo]) -> String {
    let mut rows = Rows::new("table,column,aliases,required,unit,range,words");
    for info in columns {
        let table = crate::report::language::word::table_name(info.table);
        let words: Vec<&str> = info.words.iter().map(|(english, _)| *english).collect();
        rows.add(&[
            table.to_owned(),
            word(info.name),
            word(&info.aliases.join(" ")),
            number(info.required),
            maybe(info.unit),
            word(info.range.unwrap_or_default()),
            word(&words.join(" ")),
        ]);
    }
    rows.text()
}

/// `explain`: a row per kind of finding, its title in the language asked for.
pub fn explain(kinds: &[FindingKind], lang: Lang) -> String {
    let mut rows = Rows::new("code,severity,title");
    for &kind in kinds {
        rows.add(&[kind.code().to_string(), format!("{:?}", kind.severity()).to_lowercase(), word(title(lang, kind))]);
    }
    rows.text()
}

/// The word for a verdict in data.
pub(super) const fn verdict(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Hit => "hit",
        Verdict::Miss => "miss",
        Verdict::RightlyUp => "rightly_up",
        Verdict::FalseAlarm => "false_alarm",
    }
}
