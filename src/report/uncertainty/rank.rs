//! A ranking over samples as a document.

use super::{add_status, chance_cell, hours_band, number_band};
use crate::analysis::ranking::Criterion;
use crate::analysis::uncertainty::{SampledRanking, SampledRow};
use crate::outcome::Outcome;
use crate::report::basis::{self, Rests};
use crate::report::document::{Cell, Column, Document, Table};
use crate::report::language::{Lang, compromise, number, rank as plain, uncertainty as say, word};
use crate::report::names::Names;
use crate::report::question::Question;
use crate::report::rank::{Asked, has_vital};

/// A ranking over samples as a document.
pub fn document(question: &Question, outcome: &Outcome<SampledRanking>, asked: &Asked, lang: Lang) -> Document {
    let ranking = outcome.value();
    let names = Names::new(&question.model.network, lang);
    let is_reach = ranking.criterion == Criterion::Compromised;
    let mut document = Document::new(if is_reach { plain::reach_title(lang, &asked.by) } else { plain::title(lang, &asked.by) });
    let initiators = ranking.rows.len() as u64;
    let method = if is_reach {
        plain::reach_method(lang, initiators, ranking.within, has_vital(question))
    } else {
        plain::method(lang, initiators, ranking.within, word::criterion(lang, &question.model.network, ranking.criterion), asked.threshold)
    };
    document.paragraph(method + " " + &say::rank_method(lang, ranking.samples));
    if is_reach && question.model.access().is_empty() {
        document.paragraph(compromise::no_access(lang));
    }
    add_status(&mut document, outcome, lang);
    document.paragraph(ties(ranking, lang));
    document.table(table(ranking, asked, &names));
    let more = ranking.rows.len().saturating_sub(asked.top);
    if more > 0 {
        document.paragraph(plain::more(lang, more as u64, asked.top));
    }
    document.paragraph(say::rank_legend(lang));
    basis::add(&mut document, question, &Rests::All, lang);
    document
}

/// Which initiators cannot be told apart from the worst.
fn ties(ranking: &SampledRanking, lang: Lang) -> String {
    let first = ranking.rows.iter().take_while(|row| row.rank == 1).map(|row| row.id.as_str()).collect::<Vec<_>>();
    if first.len() > 1 { say::tied(lang, &crate::report::language::list(lang, &first, 6)) } else { String::new() }
}

pub(in crate::report) fn table(ranking: &SampledRanking, asked: &Asked, names: &Names) -> Table {
    let lang = names.lang;
    let is_reach = ranking.criterion == Criterion::Compromised;
    let heads = if is_reach { say::reach_heads(lang) } else { say::rank_heads(lang) }.into_iter().enumerate();
    let mut table = Table::new(heads.map(|(at, head)| Column { head: (*head).to_owned(), right: at != 1 }).collect());
    table.rows.extend(ranking.rows.iter().take(asked.top).map(|row| cells(row, asked.by != "node", names)));
    table
}

fn cells(row: &SampledRow, is_grouped: bool, names: &Names) -> Vec<Cell> {
    let lang = names.lang;
    let whole = |value: f64| number(lang, value);
    let band = &row.rank_in_samples;
    let mut cells = vec![
        Cell::Count(row.rank),
        Cell::Text(if is_grouped { row.id.clone() } else { names.full_of_id(&row.id) }),
        Cell::Text(say::band(&whole(band.p50), &whole(band.p5), &whole(band.p95))),
        chance_cell(row.p_top10, lang),
    ];
    cells.extend(match &row.reached {
        Some(reached) => [
            number_band(&reached.vital, lang),
            number_band(&reached.compromised, lang),
            reached.first_vital_h.as_ref().map_or(Cell::Empty, |first| hours_band(first, lang)),
        ],
        None => [number_band(&row.score, lang), number_band(&row.affected, lang), number_band(&row.lost_h, lang)],
    });
    cells
}
