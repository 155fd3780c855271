//! A report on a network by itself: what is in it, what it can answer and what is critical.

use super::compare::Compared;
use super::document::{Block, Document, KeyFigure};
use super::dossier::{Ranked, add_beside, add_ranking};
use super::language::{Lang, count, dossier as say, risk as risk_words};
use super::names::Names;
use super::question::Question;
use super::risk::Risk;
use super::{check, marking, risk};
use crate::analysis::check::Check;
use crate::analysis::structure::Structure;

/// The report.
pub fn document(
    question: &Question,
    (checked, structure): (&Check, &Structure),
    (ranking, risks): (Ranked, &Risks),
    beside: Option<&Compared>,
    lang: Lang,
) -> Document {
    let names = Names::new(&question.model.network, lang);
    let network = &question.model.network;
    let mut document = Document::new(network.meta().title.clone().unwrap_or_else(|| lang.pick("the network", "het netwerk").to_owned()));
    say::kind_of_network(lang).clone_into(&mut document.kind);
    document.marking = marking::of_all(network);
    document.blocks.push(Block::Figures(figures(checked, lang)));
    let mut preface = check::document(question, (checked, Some(structure)), &[], lang).blocks;
    let first = preface.iter().position(|block| matches!(block, Block::Heading(_))).unwrap_or(preface.len());
    let sections = preface.split_off(first);
    document.blocks.extend(preface);
    document.heading(say::part::ranking(lang));
    add_ranking(&mut document, ranking, &names);
    add_beside(&mut document, question, beside, lang);
    if let Some(picture) = risk::of_scenarios(network, &risks.placed, lang) {
        document.heading(risk_words::title(lang));
        document.blocks.push(Block::Picture(Box::new(picture)));
        document.paragraph(risk_words::without(lang, risks.without));
    }
    document.blocks.extend(sections);
    document
}

/// The scenarios of a network on the scales of likelihood and impact.
#[derive(Debug, Default)]
pub struct Risks {
    /// Those with a likelihood and an impact.
    pub placed: Vec<Risk>,
    /// How many there are beside.
    pub without: u64,
}

fn figures(checked: &Check, lang: Lang) -> Vec<KeyFigure> {
    let counts = &checked.counts;
    let values = [counts.nodes, counts.dependencies, counts.sectors, counts.vital];
    let figure = |(value, label): (u64, &str)| KeyFigure { value: count(lang, value), label: label.to_owned(), note: String::new() };
    values.into_iter().zip(say::counted_things(lang)).map(figure).collect()
}
