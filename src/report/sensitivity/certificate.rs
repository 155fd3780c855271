//! What overturns a conclusion, as a section of a document.

use super::{Asked, level, time, wording};
use crate::analysis::sensitivity::{Certificate, Prior, Reversal};
use crate::report::document::{Cell, Column, Document, Table};
use crate::report::language::{hours, sensitivity as say, sensitivity::flip, word};
use crate::report::names::Names;
use crate::report::question::Question;
use crate::units::Time;

/// So many cells that overturn it alone are listed.
const LISTED: usize = 10;

/// Adds the section.
pub(super) fn add(document: &mut Document, question: &Question, certificate: &Certificate, names: &Names) {
    let lang = names.lang;
    let claim = flip::claim(lang, certificate.conclusion.claim, &names.full(certificate.conclusion.node));
    document.heading(say::heading::certificate(lang));
    document.paragraph(flip::holds(lang, &claim, certificate.holds));
    let (alone, of) = (certificate.alone.len(), certificate.cells);
    if alone == 0 && !certificate.whole {
        document.paragraph(flip::so_far(lang, certificate.reversal.len() as u64, of));
        document.table(table(question, &certificate.reversal, names));
    } else if alone == 0 {
        document.paragraph(flip::proof(lang, certificate.proof, certificate.reversal.len() as u64, of));
        document.table(table(question, &certificate.reversal, names));
    } else {
        document.paragraph(flip::alone(lang, alone as u64, of));
        document.table(table(question, &certificate.alone[..alone.min(LISTED)], names));
        if alone > LISTED {
            document.paragraph(flip::more(lang, (alone - LISTED) as u64));
        }
    }
    if !certificate.whole {
        document.paragraph(flip::interrupted(lang));
    }
}

fn table(question: &Question, cells: &[Reversal], names: &Names) -> Table {
    let lang = names.lang;
    let mut table = Table::new(flip::heads(lang).map(|head| Column { head: head.into(), right: false }).into());
    for one in cells {
        let asked = Asked::new(&question.model.network, one.question);
        let stated = say::stated(lang, one.question.basis, &asked.present());
        table.rows.push(vec![
            Cell::Text(wording(&asked, names)),
            Cell::Text(flip::now(&value(&asked, one.now, names), &stated)),
            Cell::Text(value(&asked, one.number, names)),
            Cell::Text(asked.party().text()),
        ]);
    }
    table
}

fn value(asked: &Asked, number: f64, names: &Names) -> String {
    let lang = names.lang;
    match asked.question.prior {
        Prior::Event(_) => word::yes(lang, number > 0.0).to_owned(),
        Prior::Number(_) if !asked.column().ends_with("_h") => level(number, lang),
        Prior::Number(_) if time(number) == Time::MAX => flip::for_good(lang).to_owned(),
        Prior::Number(_) => hours(lang, time(number)),
    }
}
