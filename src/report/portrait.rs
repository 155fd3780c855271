//! A report on a network by itself: what is in it, what it can answer and what is critical.

use super::compare::Compared;
use super::document::{Block, Document, KeyFigure};
use super::dossier::{Part, Ranked, add_beside, add_ranking, which_network};
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
    (beside, beside_left_out): (Option<&Compared>, bool),
    lang: Lang,
) -> Document {
    let names = Names::new(&question.model.network, lang);
    let network = &question.model.network;
    let mut document = Document::new(network.meta().title.clone().unwrap_or_else(|| lang.pick("the network", "het netwerk").to_owned()));
    say::kind_of_network(lang).clone_into(&mut document.kind);
    document.marking = marking::of_all(network);
    document.paragraph(which_network(question, lang));
    let is_cut = [(Part::Ranking, !ranking.is_complete()), (Part::Beside, beside_left_out)];
    let cut: Vec<Part> = is_cut.into_iter().filter(|(_, is_cut)| *is_cut).map(|(part, _)| part).collect();
    document.paragraph(say::stopped_early(lang, &cut));
    document.blocks.push(Block::Figures(figures(checked, lang)));
    let mut preface = check::document(question, (checked, Some(structure)), &[], lang).blocks;
    let first = preface.iter().position(|block| matches!(block, Block::Heading(_))).unwrap_or(preface.len());
    let sections = preface.split_off(first);
    document.blocks.extend(preface);
    document.heading(say::part::ranking(lang));
    add_ranking(&mut document, ranking, &names);
    add_beside(&mut document, question, beside, lang);
    let diagrams = risk::of_scenarios(network, &risks.placed, lang);
    if !diagrams.is_empty() {
        document.heading(risk_words::title(lang));
        document.blocks.extend(diagrams.into_iter().map(|picture| Block::Picture(Box::new(picture))));
        document.paragraph(risk_words::without(lang, risks.without));
        document.paragraph(risk_words::faulty(lang, &risks.faulty));
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
    /// Those that could not be read, by name.
    pub faulty: Vec<String>,
}

fn figures(checked: &Check, lang: Lang) -> Vec<KeyFigure> {
    let counts = &checked.counts;
    let values = [counts.nodes, counts.dependencies, counts.sectors, counts.vital];
    let figure = |(value, label): (u64, &str)| KeyFigure { value: count(lang, value), label: label.to_owned(), note: String::new() };
    values.into_iter().zip(say::counted_things(lang)).map(figure).collect()
}
