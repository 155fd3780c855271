//! A ranking as a document.

use super::basis::{self, Rests};
use super::document::{Cell, Column, Document, Table};
use super::language::{Lang, amount, compromise, rank as say, word};
use super::names::Names;
use super::question::Question;
use crate::analysis::ranking::{Criterion, Ranking, Row};
use crate::outcome::Outcome;
use crate::units::Level;

/// What was asked, as the user put it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked {
    /// `node`, or the column that initiators are grouped by.
    pub by: String,
    /// An output at or below this is lost.
    pub threshold: Level,
    /// How many rows are wanted.
    pub top: usize,
}

/// A ranking as a document.
pub fn document(question: &Question, outcome: &Outcome<Ranking>, asked: &Asked, lang: Lang) -> Document {
    let ranking = outcome.value();
    let names = Names::new(&question.model.network, lang);
    let is_reach = ranking.criterion == Criterion::Compromised;
    let mut document = Document::new(if is_reach { say::reach_title(lang, &asked.by) } else { say::title(lang, &asked.by) });
    let initiators = match outcome {
        Outcome::Complete(ranking) => ranking.rows.len() as u64,
        Outcome::Truncated { of, .. } => *of,
    };
    document.paragraph(if is_reach {
        say::reach_method(lang, initiators, ranking.within, has_vital(question))
    } else {
        say::method(lang, initiators, ranking.within, word::criterion(lang, &question.model.network, ranking.criterion), asked.threshold)
    });
    if matches!(ranking.criterion, Criterion::Impact(_)) {
        document.paragraph(say::own_amount(lang));
    }
    if is_reach && question.model.access().is_empty() {
        document.paragraph(compromise::no_access(lang));
    }
    if let Outcome::Truncated { done, of, .. } = outcome {
        document.paragraph(say::truncated(lang, *done, *of));
    }
    document.table(table(ranking, asked, &names, &score_head(question, ranking, lang)));
    let more = ranking.rows.len().saturating_sub(asked.top);
    if more > 0 {
        document.paragraph(say::more(lang, more as u64, asked.top));
    }
    basis::add(&mut document, question, &Rests::All, lang);
    document
}

/// What a score is, with its unit where it is an amount.
pub(super) fn score_head(question: &Question, ranking: &Ranking, lang: Lang) -> String {
    let network = &question.model.network;
    let name = word::criterion(lang, network, ranking.criterion);
    let Criterion::Impact(id) = ranking.criterion else { return name.to_owned() };
    match &network.criteria().get(id).unit {
        Some(unit) => format!("{name} ({unit})"),
        None => name.to_owned(),
    }
}

/// `score` heads the amounts of a ranking by an amount.
pub(super) fn table(ranking: &Ranking, asked: &Asked, names: &Names, score: &str) -> Table {
    let is_reach = ranking.criterion == Criterion::Compromised;
    let heads: Vec<&str> = if is_reach { say::reach_heads(names.lang).into() } else { say::heads(names.lang).into() };
    let is_grouped = asked.by != "node";
    let columns = heads.iter().enumerate().map(|(at, head)| Column { head: (*head).to_owned(), right: !matches!(at, 1 | 3) });
    let mut table = Table::new(columns.collect());
    let scale = Scale::of(ranking);
    let is_amount = matches!(ranking.criterion, Criterion::Impact(_));
    if is_amount {
        table.columns.insert(4, Column { head: score.to_owned(), right: true });
    }
    table.rows.extend(ranking.rows.iter().take(asked.top).map(|row| cells(row, &scale, is_grouped, names)));
    if is_amount {
        for (cells, row) in table.rows.iter_mut().zip(&ranking.rows) {
            cells.insert(4, row.score.map_or(Cell::Empty, |score| Cell::Text(amount(names.lang, score))));
        }
    }
    if !is_grouped {
        // Every group is one node: the column would say the same in each row.
        table.columns.remove(2);
        table.rows.iter_mut().for_each(|row| drop(row.remove(2)));
    }
    table
}

fn cells(row: &Row, scale: &Scale, is_grouped: bool, names: &Names) -> Vec<Cell> {
    let name = Cell::Text(if is_grouped { row.id.clone() } else { names.full_of_id(&row.id) });
    let mut cells = vec![Cell::Count(row.rank), name, Cell::Count(row.nodes), Cell::Bar(scale.part(row))];
    if let Some(reached) = &row.reached {
        cells.extend([Cell::Count(reached.vital), Cell::Count(reached.compromised), Cell::hours(reached.first_vital)]);
        return cells;
    }
    cells.extend([
        Cell::Count(row.processes_lost),
        Cell::Count(row.lost),
        Cell::Count(row.affected),
        Cell::Count(row.sectors_hit),
        Cell::hours(row.first_vital_loss),
        Cell::Number(row.lost_h),
    ]);
    cells
}

/// Whether any node is vital.
pub(super) fn has_vital(question: &Question) -> bool {
    let has_categories = question.model.network.has_categories();
    question.model.network.nodes().any(|node| question.model.is_vital(node, has_categories))
}

/// How long a bar is: the worst score is a whole one.
struct Scale {
    criterion: Criterion,
    most: f64,
}

impl Scale {
    fn of(ranking: &Ranking) -> Self {
        let most = ranking.rows.iter().filter_map(|row| row.score).fold(0.0, f64::max);
        Self { criterion: ranking.criterion, most }
    }

    /// Sooner is worse for the first vital loss, more is worse for everything else.
    fn part(&self, row: &Row) -> f64 {
        match row.score {
            None => 0.0,
            Some(score) if self.criterion == Criterion::FirstVitalLoss => 1.0 - score / self.most.max(f64::MIN_POSITIVE) * 0.9,
            Some(score) => score / self.most.max(f64::MIN_POSITIVE),
        }
    }
}
