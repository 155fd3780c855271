//! What uncertain cells do in samples, as two sections of a document: what happens or not, and where the spread comes from.

use super::{Asked, figure_text, may_be, wording};
use crate::analysis::sensitivity::{Estimate, Factor, Forced, Prior, Sampled, Shares, Wanted};
use crate::report::document::{Cell, Column, Document, Table};
use crate::report::language::{Lang, sensitivity as say, sensitivity::samples, uncertainty};
use crate::report::names::Names;
use crate::report::question::Question;

/// Two-sided 95 % of a normal distribution.
const SIGNIFICANT: f64 = 1.96;

/// Adds the sections.
pub(super) fn add(document: &mut Document, question: &Question, sampled: &Sampled, wanted: &Wanted, top: usize, names: &Names) {
    let lang = names.lang;
    let section = Section { question, wanted, top, names };
    let band = uncertainty::mean_band(lang, &sampled.figure, |value| figure_text(value, wanted.figure, lang));
    let idle = sampled.factors.iter().filter(|factor| !acts(factor)).count() as u64;
    document.heading(say::heading::shares(lang));
    let name = super::figure_name(wanted, names);
    document.paragraph(samples::drawn(lang, &name, &band, sampled.samples, sampled.factors.len() as u64, idle));
    section.shares(document, sampled);
    section.forced(document, sampled);
}

/// Whether a cell does anything in the samples.
fn acts(factor: &Factor) -> bool {
    let moves = |forced: Forced| forced.difference != 0.0 || forced.se > 0.0;
    factor.shares.is_some_and(|shares| shares.total.value > 0.0) || factor.forced.is_some_and(moves)
}

struct Section<'a> {
    question: &'a Question<'a>,
    wanted: &'a Wanted,
    top: usize,
    names: &'a Names<'a>,
}

impl Section<'_> {
    /// Shares of the variance, largest first.
    fn shares(&self, document: &mut Document, sampled: &Sampled) {
        let lang = self.names.lang;
        let found = |factor: &Factor| factor.shares.filter(|shares| shares.total.value > 0.0).map(|shares| (factor.question, shares));
        let rows: Vec<_> = sampled.factors.iter().filter_map(found).collect();
        if rows.is_empty() {
            return document.paragraph(samples::none(lang));
        }
        let mut table = Table::new(columns(samples::share_heads(lang), 2));
        for (cell, Shares { first, total }) in rows.iter().take(self.top) {
            let asked = Asked::new(&self.question.model.network, *cell);
            table.rows.push(vec![
                Cell::Text(wording(&asked, self.names)),
                Cell::Text(may_be(&asked, lang)),
                Cell::Text(share(first, lang)),
                Cell::Text(share(total, lang)),
            ]);
        }
        document.table(table);
        self.more(document, rows.len());
        document.paragraph(samples::share_legend(lang));
    }

    /// What happens or not, by how much that changes.
    fn forced(&self, document: &mut Document, sampled: &Sampled) {
        let lang = self.names.lang;
        let found = |factor: &Factor| Some((factor.question, factor.forced?)).filter(|_| acts(factor));
        let mut rows: Vec<_> = sampled.factors.iter().filter_map(found).collect();
        rows.sort_by(|(_, a), (_, b)| b.difference.abs().total_cmp(&a.difference.abs()));
        if rows.is_empty() {
            return;
        }
        document.heading(say::heading::forced(lang));
        let mut table = Table::new(columns(samples::forced_heads(lang), 1));
        let show = |value: f64| Cell::Text(figure_text(value, self.wanted.figure, lang));
        for (cell, forced) in rows.iter().take(self.top) {
            let Prior::Event(p) = cell.prior else { continue };
            table.rows.push(vec![
                Cell::Text(wording(&Asked::new(&self.question.model.network, *cell), self.names)),
                Cell::Text(super::level(p.value(), lang)),
                show(forced.happens),
                show(forced.not),
                Cell::Text(samples::difference(lang, forced.difference, SIGNIFICANT * forced.se)),
            ]);
        }
        document.table(table);
        self.more(document, rows.len());
        document.paragraph(samples::forced_legend(lang));
    }

    fn more(&self, document: &mut Document, rows: usize) {
        if rows > self.top {
            document.paragraph(samples::more(self.names.lang, (rows - self.top) as u64));
        }
    }
}

/// Columns of which all from this one on hold numbers.
fn columns<const N: usize>(heads: [&str; N], numbers: usize) -> Vec<Column> {
    heads.into_iter().enumerate().map(|(at, head)| Column { head: head.into(), right: at >= numbers }).collect()
}

/// A share of the variance with its interval, held within what a share can be.
fn share(estimate: &Estimate, lang: Lang) -> String {
    let show = |value: f64| super::level((value * 1000.0).round() / 1000.0, lang);
    uncertainty::band(&show(estimate.value), &show(estimate.low), &show(estimate.high))
}
