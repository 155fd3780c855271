//! What is most critical in a network: the worst single losses with their bands.

use super::Ranked;
use crate::analysis::ranking::Criterion;
use crate::report::chart::scale;
use crate::report::document::{Block, Document, Picture, Table};
use crate::report::drawing::{Band, Bands, Drawing};
use crate::report::language::{dossier as say, number, uncertainty as bands, word};
use crate::report::names::Names;
use crate::report::rank::{Asked, table};
use crate::report::uncertainty;
use crate::units::{Level, Time};

/// So many initiators are drawn and listed.
const RANKED: usize = 20;
/// Signs of a name before its band.
const SIGNS: usize = 50;

/// An initiator, the mean of its score and the band.
type Scored<'a> = (&'a str, f64, (f64, f64));

/// Adds the ranking.
pub(in crate::report) fn add(document: &mut Document, ranking: Ranked, names: &Names) {
    document.paragraph(say::ranking::asked(names.lang, within(ranking)));
    document.blocks.extend(picture(ranking, names).map(|picture| Block::Picture(Box::new(picture))));
}

fn within(ranking: Ranked) -> Time {
    match ranking {
        Ranked::Plain(outcome) => outcome.value().within,
        Ranked::Sampled(outcome) => outcome.value().within,
    }
}

fn picture(ranking: Ranked, names: &Names) -> Option<Picture> {
    let lang = names.lang;
    let (criterion, rows) = scored(ranking);
    let most = rows.iter().map(|(_, _, band)| band.1).fold(0.0, f64::max);
    let (first, value, _) = rows.first()?;
    let criterion = word::criterion(lang, names.network, criterion);
    let notes = match ranking {
        Ranked::Plain(_) => say::ranking::no_bands(lang),
        Ranked::Sampled(_) => bands::rank_legend(lang),
    };
    Some(Picture {
        title: say::ranking::title(lang, criterion),
        alternative: say::ranking::alternative(
            lang,
            rows.len() as u64,
            &names.full_of_id(first),
            &number(lang, *value),
            matches!(ranking, Ranked::Sampled(_)),
        ),
        drawing: Drawing::Bands(Bands {
            axis: criterion.to_owned(),
            ticks: scale(most, lang),
            rows: rows.iter().map(|row| band(row, names)).collect(),
        }),
        data: data(ranking, names),
        notes: vec![notes.to_owned()],
    })
}

/// Who is ranked.
fn scored(ranking: Ranked<'_>) -> (Criterion, Vec<Scored<'_>>) {
    match ranking {
        Ranked::Plain(outcome) => {
            let rows = outcome.value().rows.iter().take(RANKED);
            let rows = rows.filter_map(|row| row.score.map(|score| (row.id.as_str(), score, (score, score))));
            (outcome.value().criterion, rows.collect())
        }
        Ranked::Sampled(outcome) => {
            let rows = outcome.value().rows.iter().take(RANKED);
            let rows = rows.map(|row| (row.id.as_str(), row.score.mean, (row.score.p5, row.score.p95)));
            (outcome.value().criterion, rows.collect())
        }
    }
}

fn band(&(id, value, (low, high)): &Scored, names: &Names) -> Band {
    let show = |value: f64| number(names.lang, value);
    let name = names.full_of_id(id);
    let tip = format!("{name}: {}", bands::band(&show(value), &show(low), &show(high)));
    Band { label: names.fitting_of_id(id, SIGNS), value, band: (low, high), tip }
}

fn data(ranking: Ranked, names: &Names) -> Table {
    let asked = Asked { by: "node".to_owned(), threshold: Level::ZERO, top: RANKED };
    match ranking {
        Ranked::Plain(outcome) => {
            table(outcome.value(), &asked, names, word::criterion(names.lang, names.network(), outcome.value().criterion))
        }
        Ranked::Sampled(outcome) => uncertainty::rank_table(outcome.value(), &asked, names),
    }
}
