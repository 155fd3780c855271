//! How many losses until half of the processes are lost, as a document and as a picture.

use super::basis::{self, Rests};
use super::document::{Cell, Column, Document, Table};
use super::language::{Lang, count, curve as say};
use super::names::Names;
use super::question::Question;
use crate::analysis::curve::Curve;
use crate::outcome::Outcome;

/// So many losses of the targeted order are listed.
const MAX_LISTED: usize = 20;
/// So many lines of the band are listed.
const MAX_BANDS: usize = 20;
/// So many marks a scale has at most.
const MARKS: u64 = 5;

/// A line and a band over a count, ready to be drawn.
#[derive(Debug, Clone, PartialEq)]
pub struct Lines {
    /// The title.
    pub title: String,
    /// What is told below it.
    pub subtitle: String,
    /// The ends of both scales.
    pub most: (u64, u64),
    /// Marks of the scale across.
    pub across: Vec<(u64, String)>,
    /// Marks of the scale upwards.
    pub up: Vec<(u64, String)>,
    /// What is across.
    pub across_name: String,
    /// What is upwards.
    pub up_name: String,
    /// Up to a count: low, middle and high.
    pub band: Vec<(u64, u64, u64, u64)>,
    /// From a count on: the value.
    pub line: Vec<(u64, u64)>,
    /// What signs mean.
    pub notes: Vec<String>,
}

/// The curve as a document.
pub fn document(question: &Question, outcome: &Outcome<Curve>, orders: u32, lang: Lang) -> Document {
    let curve = outcome.value();
    let names = Names::new(&question.model.network, lang);
    let mut document = Document::new(say::title(lang, curve.of_nodes));
    document.paragraph(say::method(lang, curve.items, orders));
    if let Outcome::Truncated { done, .. } = outcome {
        document.paragraph(say::interrupted(lang, *done));
    }
    document.paragraph(say::verdict(lang, curve));
    document.heading(say::heading::targeted(lang));
    let heads = say::targeted_heads(lang);
    let mut table = Table::new(vec![Column::right(heads[0]), Column::left(heads[1]), Column::right(heads[2])]);
    for (place, (id, lost)) in curve.targeted.iter().take(MAX_LISTED).enumerate() {
        table.rows.push(vec![Cell::Count(place as u64 + 1), Cell::Text(names.full_of_id(id)), Cell::Count(*lost)]);
    }
    document.table(table);
    document.heading(say::heading::random(lang));
    let mut table = Table::new(say::random_heads(lang).into_iter().map(Column::right).collect());
    let step = curve.random.len().div_ceil(MAX_BANDS).max(1);
    for band in curve.random.iter().rev().step_by(step).collect::<Vec<_>>().into_iter().rev() {
        let [low, middle, high] = band.lost;
        table.rows.push([band.losses, low, middle, high].map(Cell::Count).into());
    }
    document.table(table);
    basis::add(&mut document, question, &Rests::All, lang);
    document
}

/// The curve as a picture.
pub fn lines(curve: &Curve, lang: Lang) -> Lines {
    let across = curve.random.last().map_or(0, |band| band.losses).max(curve.targeted.len() as u64);
    let marks = |most: u64| -> Vec<(u64, String)> {
        let mut marks: Vec<u64> = (0..=MARKS).map(|mark| most * mark / MARKS).collect();
        marks.dedup();
        marks.into_iter().map(|mark| (mark, count(lang, mark))).collect()
    };
    Lines {
        title: say::title(lang, curve.of_nodes),
        subtitle: say::verdict(lang, curve),
        most: (across, curve.processes),
        across: marks(across),
        up: marks(curve.processes),
        across_name: say::across(lang).to_owned(),
        up_name: say::up(lang, curve.of_nodes).to_owned(),
        band: curve.random.iter().map(|band| (band.losses, band.lost[0], band.lost[1], band.lost[2])).collect(),
        line: curve.targeted.iter().enumerate().map(|(place, &(_, lost))| (place as u64 + 1, lost)).collect(),
        notes: say::notes(lang).map(str::to_owned).into(),
    }
}
