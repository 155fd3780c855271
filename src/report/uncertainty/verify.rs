//! A back-test over samples as a document.

use super::{add_status, chance_cell, hours_band, level_band};
use crate::analysis::uncertainty::{SampledTest, SampledVerification};
use crate::network::Scenario;
use crate::outcome::Outcome;
use crate::report::basis::{self, Rests};
use crate::report::document::{Cell, Column, Document, Table};
use crate::report::language::{Lang, uncertainty as say, verify as plain, word};
use crate::report::names::Names;
use crate::report::question::Question;

/// A back-test over samples as a document: every expectation that is not met in all samples.
pub fn document(question: &Question, outcome: &Outcome<SampledVerification>, scenarios: &[(String, Scenario)], lang: Lang) -> Document {
    let answer = outcome.value();
    let names = Names::new(&question.model.network, lang);
    let network = question.model.network.meta().title.clone().unwrap_or_else(|| lang.pick("the network", "het netwerk").to_owned());
    let mut document = Document::new(plain::title(lang, &network));
    if answer.incidents.is_empty() {
        document.paragraph(plain::nothing_stated(lang));
        return document;
    }
    add_status(&mut document, outcome, lang);
    let tests = || answer.incidents.iter().flat_map(|(_, tests)| tests);
    let implausible = tests().filter(|test| test.is_required && !test.is_met()).count() as u64;
    let always = tests().filter(|test| test.p_met >= 1.0).count() as u64;
    document.paragraph(say::verified(lang, answer.samples, tests().count() as u64, always, implausible));
    document.table(doubtful(answer, scenarios, &names));
    document.paragraph(plain::caution(lang));
    basis::add(&mut document, question, &Rests::All, lang);
    document
}

fn doubtful(answer: &SampledVerification, scenarios: &[(String, Scenario)], names: &Names) -> Table {
    let mut table = Table::new(say::test_heads(names.lang).into_iter().map(Column::left).collect());
    for (name, tests) in &answer.incidents {
        let expectations = scenarios.iter().find(|(known, _)| known == name).map_or(&[][..], |(_, scenario)| &scenario.expectations);
        for (expected, test) in expectations.iter().zip(tests).filter(|(_, test)| test.p_met < 1.0) {
            let node = names.full(expected.node);
            table.rows.push(cells(name, node, &plain::expected(names.lang, &expected.state), test, names.lang));
        }
    }
    table
}

fn cells(incident: &str, node: String, expected: &str, test: &SampledTest, lang: Lang) -> Vec<Cell> {
    vec![
        Cell::text(incident),
        Cell::Text(node),
        Cell::text(expected),
        chance_cell(test.p_met, lang),
        level_band(&test.min_output, lang),
        test.first_loss_h.as_ref().map_or(Cell::Empty, |figure| hours_band(figure, lang)),
        hours_band(&test.below_h, lang),
        Cell::text(word::yes(lang, test.is_required)),
    ]
}
