//! A classification over samples as a document: shares of samples in place of one verdict.

use super::{add_status, chance, chance_cell};
use crate::analysis::classify::Agreement;
use crate::analysis::uncertainty::{SampledClassification, SampledClassified};
use crate::network::{Category, Criteria};
use crate::outcome::Outcome;
use crate::report::basis::{self, Rests};
use crate::report::classify::{Asked, NAME, headline, unknown};
use crate::report::document::{Cell, Column, Document, Table};
use crate::report::language::{Lang, classify as plain, impact, sampled_classify as say};
use crate::report::names::Names;
use crate::report::question::Question;

/// A classification over samples as a document.
pub fn document(question: &Question, outcome: &Outcome<SampledClassification>, asked: &Asked, lang: Lang) -> Document {
    let answer = outcome.value();
    let criteria = question.model.network.criteria();
    let names = Names::new(&question.model.network, lang);
    let mut document = Document::new(plain::title(lang, &criteria.scheme(answer.scheme).name));
    let with_parts = answer.rows.iter().any(|row| !row.parts.is_empty());
    let method = plain::method(lang, answer.rows.len() as u64, answer.within, asked.at_least as u64, with_parts);
    document.paragraph(method + " " + &say::method(lang, answer.samples));
    document.paragraph(if answer.certain { say::certain(lang) } else { "" }.to_owned());
    add_status(&mut document, outcome, lang);
    let own: Vec<&SampledClassified> = answer.rows.iter().filter(|row| row.vital || asked.named).collect();
    let others: Vec<&SampledClassified> = answer.rows.iter().filter(|row| !row.vital && !asked.named && row.none < 1.0).collect();
    if criteria.classes_of_impact(answer.scheme).is_empty() {
        document.list(unknown(criteria, &answer.not_estimated, lang).into_iter().collect());
        document.paragraph(plain::no_limits(lang).to_owned());
    } else if answer.samples > 0 {
        document.heading(plain::heading::vital(lang));
        document.list(summary(criteria, answer, &own, lang));
        document.table(table(&own, answer, &names));
        document.paragraph(say::legend(lang).to_owned());
        rest(&mut document, &others, answer, asked, &names);
    }
    basis::add(&mut document, question, &Rests::All, lang);
    document
}

/// Nodes that are not vital and reach a class in any sample.
fn rest(document: &mut Document, others: &[&SampledClassified], answer: &SampledClassification, asked: &Asked, names: &Names) {
    if others.is_empty() {
        return;
    }
    document.heading(plain::heading::others(names.lang));
    document.table(table(&others[..others.len().min(asked.top)], answer, names));
    let more = others.len().saturating_sub(asked.top);
    document.paragraph(if more > 0 { plain::more(names.lang, more as u64) } else { String::new() });
}

/// How the usual verdicts stand to what is stated, how firm they are, and what was not looked at.
fn summary(criteria: &Criteria, answer: &SampledClassification, own: &[&SampledClassified], lang: Lang) -> Vec<String> {
    let stands = |row: &SampledClassified| Agreement::between(criteria, answer.scheme, (row.vital, row.class, row.stated));
    let count = |wanted: Agreement| own.iter().filter(|row| stands(row) == wanted).count() as u64;
    let all = [Agreement::Agrees, Agreement::Graver, Agreement::Milder, Agreement::WouldNotQualify];
    let settled = own.iter().filter(|row| row.none >= 1.0 || row.classes.iter().any(|&share| share >= 1.0)).count() as u64;
    let estimated = [answer.measured.len() as u64, answer.not_estimated.len() as u64];
    let mut items = vec![headline(own.len() as u64, all.map(count), estimated, lang), say::settled(lang, own.len() as u64, settled)];
    items.extend(unknown(criteria, &answer.not_estimated, lang));
    if own.iter().any(|row| !row.verified) {
        items.push(impact::unverified(lang).to_owned());
    }
    items
}

fn table(rows: &[&SampledClassified], answer: &SampledClassification, names: &Names) -> Table {
    let lang = names.lang;
    let criteria = names.network().criteria();
    let [none, by] = say::last_heads(lang);
    let mut columns: Vec<Column> = say::heads(lang).map(Column::left).into();
    let classes = criteria.classes_of_impact(answer.scheme);
    columns.extend(classes.into_iter().rev().map(|class| Column::right(criteria.class(answer.scheme, class))));
    columns.extend([Column::right(none), Column::left(by)]);
    let mut table = Table::new(columns);
    table.rows.extend(rows.iter().map(|row| cells(row, answer, names)));
    table
}

fn cells(row: &SampledClassified, answer: &SampledClassification, names: &Names) -> Vec<Cell> {
    let (lang, criteria) = (names.lang, names.network().criteria());
    let class = row.class.map_or("-", |class| criteria.class(answer.scheme, class));
    let mut cells = vec![
        Cell::Text(names.fitting(row.node, NAME)),
        Cell::text(row.stated.map_or("-", |category| if category == Category::A { "A" } else { "B" })),
        Cell::Text(if row.verified { class.to_owned() } else { format!("{class} ?") }),
    ];
    let classes = criteria.classes_of_impact(answer.scheme);
    cells.extend(classes.into_iter().rev().map(|class| chance_cell(row.classes[class as usize], lang)));
    let by = row.decided.iter().map(|&(id, share)| format!("{} {}", criteria.get(id).name, chance(share, lang)));
    cells.extend([chance_cell(row.none, lang), Cell::Text(by.collect::<Vec<_>>().join(", "))]);
    cells
}
