//! A comparison as a document: what a director reads first, then who became critical, what the scenario does, and what in the data is behind it.

mod behind;
mod pictures;

use super::basis::{self, Rests};
use super::document::{Block, Cell, Column, Document, KeyFigure, Table};
use super::language::uncertainty::{error_not_reached, out_of_memory};
use super::language::{Lang, bounds, compare as say, list};
use super::marking;
use super::names::Names;
use super::question::Question;
use crate::analysis::Model;
use crate::analysis::bounds::Verdict;
use crate::analysis::compare::{Comparison, CourseChange, Paired, RankingChange, Total};
use crate::network::CellChange;
use crate::outcome::{Outcome, Stop};
use behind::signed;

/// So many rows of a table are shown.
const SHOWN: usize = 50;
/// So many nodes are named in a line.
const NAMED: usize = 8;
/// So many nodes are named in the first sentences.
const LEADING: usize = 3;

/// What is compared, as the user named it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sides {
    /// The first.
    pub a: String,
    /// The second.
    pub b: String,
}

/// A comparison, and of what.
#[derive(Debug, Clone, Copy)]
pub struct Compared<'a> {
    /// The network of the first side.
    pub before: &'a Model,
    /// What differs.
    pub outcome: &'a Outcome<Comparison>,
    /// What the sides are called.
    pub sides: &'a Sides,
    /// Whether something happens.
    pub happens: bool,
    /// Whether that is another scenario on each side.
    pub is_two_scenarios: bool,
}

/// A comparison as a document, about the network of the second side.
pub fn document(question: &Question, compared: &Compared, lang: Lang) -> Document {
    let told = Told::new(question, compared, lang);
    let mut document = Document::new(say::title(lang, &compared.sides.a, &compared.sides.b));
    say::kind(lang).clone_into(&mut document.kind);
    told.add(&mut document);
    // Samples that were asked for and not drawn are behind nothing that is told.
    let none_drawn = compared.outcome.value().samples == Some(0);
    let run = none_drawn.then(|| question.run.by_stance(question.model.stance));
    let asked = Question { run: run.as_ref().unwrap_or(question.run), title: question.title.clone(), ..*question };
    basis::add(&mut document, &asked, &Rests::All, lang);
    let other = marking::of_all(&compared.before.network);
    document.marking = marking::of_both(document.marking.as_deref(), other.as_deref());
    document
}

/// Adds a comparison to a report on the network of the second side.
pub(super) fn add(document: &mut Document, question: &Question, compared: &Compared, lang: Lang) {
    document.paragraph(say::sides(lang, &compared.sides.a, &compared.sides.b));
    Told::new(question, compared, lang).add(document);
}

/// A comparison that is told in a language.
struct Told<'a> {
    answer: &'a Comparison,
    outcome: &'a Outcome<Comparison>,
    happens: bool,
    is_two_scenarios: bool,
    sides: &'a Sides,
    before: Names<'a>,
    after: Names<'a>,
    lang: Lang,
}

impl<'a> Told<'a> {
    fn new(question: &Question<'a>, compared: &Compared<'a>, lang: Lang) -> Self {
        let [before, after] = [compared.before, question.model].map(|model| Names::new(&model.network, lang));
        let Compared { outcome, sides, happens, is_two_scenarios, .. } = *compared;
        Self { answer: outcome.value(), outcome, happens, is_two_scenarios, sides, before, after, lang }
    }

    /// The name of a node with its id, on the side that has it.
    fn full(&self, id: &str) -> String {
        self.names(id).full_of_id(id)
    }

    fn names(&self, id: &str) -> &Names<'a> {
        if self.after.network.find(id).is_some() { &self.after } else { &self.before }
    }

    fn name(&self, id: &str) -> Cell {
        Cell::Text(self.full(id))
    }

    fn add(&self, document: &mut Document) {
        let (answer, lang) = (self.answer, self.lang);
        document.blocks.extend(self.lead().map(Block::Lead));
        let figures = self.figures();
        if !figures.is_empty() {
            document.blocks.push(Block::Figures(figures));
        }
        if answer.changes.is_empty() {
            let is_one = self.is_two_scenarios;
            document.paragraph(if is_one { say::same_network(lang) } else { say::same_data(lang, answer.settings.is_empty()) });
        }
        let ranges_differ = answer.settings.iter().any(CellChange::is_range);
        document.paragraph(say::method(lang, answer.samples.filter(|&samples| samples > 0), ranges_differ));
        document.blocks.extend(self.cut_short().map(Block::Paragraph));
        if let Some(ranking) = &answer.ranking {
            self.add_ranking(document, ranking);
        }
        if let Some(course) = &answer.course {
            self.add_course(document, course);
        }
        if !answer.changes.is_empty() {
            // After an interrupt none may have been tried.
            if answer.tried.0 > 0 {
                self.add_effects(document);
            }
            self.add_changes(document);
        }
        self.add_settings(document);
    }

    /// Why this is a part, and what is missing.
    fn cut_short(&self) -> Option<String> {
        let (lang, answer) = (self.lang, self.answer);
        match self.outcome {
            Outcome::Complete(_) => None,
            Outcome::Truncated { reason: Stop::Budget, done, .. } => Some(error_not_reached(lang, *done)),
            Outcome::Truncated { reason: Stop::Memory, done, of, .. } => Some(out_of_memory(lang, *done, *of)),
            Outcome::Truncated { reason: Stop::Interrupted, .. } => {
                let is_cut = [
                    self.happens && answer.course.is_none(),
                    !answer.changes.is_empty() && answer.ranking.is_none(),
                    answer.tried.0 < answer.tried.1,
                    answer.samples == Some(0),
                ];
                Some(say::interrupted(lang, is_cut))
            }
        }
    }

    /// What a reader in a hurry needs.
    fn lead(&self) -> Option<String> {
        let (answer, lang) = (self.answer, self.lang);
        let mut sentences = Vec::new();
        if let Some(lost) = answer.course.as_ref().and_then(|course| course.totals.iter().find(|total| total.name == "lost_h")) {
            let is_luck = lost.paired.is_some_and(|paired| !paired.is_significant());
            sentences.push(say::lead_hours(lang, [&self.sides.a, &self.sides.b], [lost.before, lost.after], is_luck));
        }
        // Of points that were not all found nobody can say which came and went.
        if let Some(ranking) = answer.ranking.as_ref().filter(|ranking| ranking.single_points_complete) {
            let (came, went) = (&ranking.new_single_points, &ranking.gone_single_points);
            sentences.push(say::lead_points(lang, &self.named(came, LEADING), &self.named(went, LEADING)));
        }
        sentences.extend(self.foremost());
        (!sentences.is_empty()).then(|| sentences.join(" "))
    }

    /// The first few nodes by name; empty where there are none.
    fn named(&self, ids: &[String], most: usize) -> String {
        let names: Vec<String> = ids.iter().map(|id| self.full(id)).collect();
        if names.is_empty() { String::new() } else { list(self.lang, &names, most) }
    }

    /// Totals of the scenario, and how many single points of failure there are.
    fn figures(&self) -> Vec<KeyFigure> {
        let (answer, lang) = (self.answer, self.lang);
        let figure = |name: &str, before: f64, after: f64, note: String| KeyFigure {
            value: say::from_to(lang, before, after),
            label: say::figure(lang, name).to_owned(),
            note,
        };
        let of_total = |total: &Total| {
            let plain = || say::moved(lang, Some(total.before), Some(total.after));
            let note = total.paired.map_or_else(plain, |paired| judgement(paired, lang));
            figure(total.name, total.before, total.after, note)
        };
        let mut figures: Vec<KeyFigure> = answer.course.iter().flat_map(|course| &course.totals).map(of_total).collect();
        let points = answer.figures.iter().find(|figure| figure.name == "single_points");
        let ranking = answer.ranking.as_ref().filter(|ranking| ranking.single_points_complete);
        if let (Some(points), Some(ranking)) = (points, ranking) {
            let note = say::came_went(lang, ranking.new_single_points.len() as u64, ranking.gone_single_points.len() as u64);
            figures.push(figure(points.name, points.before, points.after, note));
        }
        figures
    }

    /// Hubs and single points of failure, and whose score changed.
    fn add_ranking(&self, document: &mut Document, ranking: &RankingChange) {
        let lang = self.lang;
        document.heading(say::heading::ranking(lang));
        document.paragraph(say::within(lang, ranking.within));
        let line = |what: &str, came: &[String], went: &[String]| {
            say::came_and_went(lang, what, &self.named(came, NAMED), &self.named(went, NAMED))
        };
        let mut lines = vec![
            line(say::hubs(lang), &ranking.new_hubs, &ranking.gone_hubs),
            line(say::single_points(lang), &ranking.new_single_points, &ranking.gone_single_points),
        ];
        lines.extend((!ranking.single_points_complete).then(|| say::not_all_single_points(lang).to_owned()));
        document.list(lines);
        document.blocks.extend(self.ranks_picture(ranking).map(|picture| Block::Picture(Box::new(picture))));
        more(document, ranking.rows.len(), lang);
    }

    fn add_course(&self, document: &mut Document, course: &CourseChange) {
        let lang = self.lang;
        if let Some(picture) = self.losses_picture(&course.nodes) {
            document.heading(say::heading::losses(lang));
            document.paragraph(say::losses_method(lang));
            document.blocks.push(Block::Picture(Box::new(picture)));
            more(document, course.nodes.len(), lang);
        }
        if !course.verdicts.is_empty() {
            document.heading(say::heading::verdicts(lang));
            let mut table = Table::new([say::node(lang), "A", "B"].map(Column::left).into());
            let word = |verdict: Option<Verdict>| verdict.map_or(Cell::Empty, |verdict| Cell::text(bounds::verdict(lang, verdict)));
            table.rows.extend(course.verdicts.iter().map(|node| vec![self.name(&node.id), word(node.before), word(node.after)]));
            cut(document, table, lang);
        }
        if !course.verdicts_by_ranges.is_empty() {
            let ids: Vec<String> = course.verdicts_by_ranges.iter().map(|node| node.id.clone()).collect();
            document.paragraph(say::by_ranges(lang, ids.len() as u64, &self.named(&ids, NAMED)));
        }
        if !course.expectations.is_empty() {
            document.heading(say::heading::expectations(lang));
            document.list(course.expectations.iter().map(|met| say::met(lang, &self.full(&met.id), met.after)).collect());
        }
    }
}

fn judgement(paired: Paired, lang: Lang) -> String {
    if paired.mean == 0.0 && paired.se == 0.0 {
        return say::same_in_all(lang).to_owned();
    }
    say::difference(lang, &signed(lang, paired.mean), paired.se, paired.is_significant())
}

/// Adds a table with at most [`SHOWN`] rows, and says how many more there are.
fn cut(document: &mut Document, mut table: Table, lang: Lang) {
    let rows = table.rows.len();
    table.rows.truncate(SHOWN);
    document.table(table);
    more(document, rows, lang);
}

/// Says how many rows a table leaves out.
fn more(document: &mut Document, rows: usize, lang: Lang) {
    if rows > SHOWN {
        document.paragraph(say::more(lang, (rows - SHOWN) as u64));
    }
}
