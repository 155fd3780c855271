//! A whole report on one course of events, in the order interests, threat, resilience: for a director the first section, for an analyst the rest.
//!
//! Every figure in it is an answer of an analysis; here they are only brought together and said.

mod interests;
mod pictures;
mod ranking;
mod resilience;
mod rests;
mod summary;
mod threat;

use super::document::{Block, Document};
use super::language::{Lang, dossier as say};
use super::names::Names;
use super::question::Question;
use super::risk::Risk;
use super::{compare, marking, simulate};
use crate::analysis::bounds::Bounds;
use crate::analysis::chain::Chain;
use crate::analysis::governance::Party;
use crate::analysis::heat::Heat;
use crate::analysis::ranking::Ranking;
use crate::analysis::sensitivity::Sensitivity;
use crate::analysis::uncertainty::{SampledNode, SampledRanking, SampledWhatIf};
use crate::analysis::verify::Incident;
use crate::analysis::what_if::{Affected, WhatIf};
use crate::network::{NodeId, Ranges};
use crate::outcome::Outcome;
use crate::units::{Level, Time};

pub use super::chart::spans;
pub(super) use ranking::add as add_ranking;
pub(super) use summary::which_network;

/// All that was found out about one course of events.
#[derive(Debug)]
pub struct Found<'a> {
    /// What follows from it.
    pub answer: &'a WhatIf,
    /// How that ran.
    pub chain: &'a Chain,
    /// Sector by sector.
    pub heat: &'a Heat,
    /// The same in samples, where any were asked for.
    pub sampled: Option<&'a Outcome<SampledWhatIf>>,
    /// What is certain.
    pub bounds: &'a Bounds,
    /// Between which values cells lay for that.
    pub ranges: &'a Ranges,
    /// What decides, where it was worked out.
    pub decisive: Option<&'a Outcome<Sensitivity>>,
    /// What is critical in the network.
    pub ranking: Ranked<'a>,
    /// What is known to have followed, where the scenario says that.
    pub incident: Option<&'a Incident>,
    /// How likely the scenario is said to be, with its class.
    pub risk: Chance<'a>,
    /// Who must be called.
    pub parties: &'a [Party],
    /// The column that parties are divided by.
    pub by: &'a str,
    /// What differs from another version, where one was set beside it.
    pub beside: Option<compare::Compared<'a>>,
    /// Whether another version was to be set beside it and was not, because the user interrupted.
    pub beside_left_out: bool,
}

/// Parts of a report that may be missing or incomplete when it was stopped early.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// Chances and bands.
    Samples,
    /// What to find out first.
    Decisive,
    /// What is most critical.
    Ranking,
    /// What differs from another version.
    Beside,
}

impl Found<'_> {
    /// Parts that are not all they should be, because there was an interrupt or a limit was reached.
    fn cut(&self) -> Vec<Part> {
        let is_cut = [
            (Part::Samples, self.sampled.is_some_and(|outcome| !outcome.is_complete())),
            (Part::Decisive, self.decisive.is_some_and(|outcome| !outcome.is_complete())),
            (Part::Ranking, !self.ranking.is_complete()),
            (Part::Beside, self.beside_left_out),
        ];
        is_cut.into_iter().filter(|(_, is_cut)| *is_cut).map(|(part, _)| part).collect()
    }
}

/// What is known of how likely a scenario is.
#[derive(Debug, Clone, Copy)]
pub enum Chance<'a> {
    /// Nothing happens by which that could be said, or the network has no limits on probabilities.
    NotAsked,
    /// It says nothing of it.
    NotStated,
    /// It says so, for a time for which there are no limits.
    WithoutLimits(Time),
    /// It has a place in the risk diagram.
    Placed(&'a Risk),
}

/// A ranking, with bands or without.
#[derive(Debug, Clone, Copy)]
pub enum Ranked<'a> {
    /// Under the stance.
    Plain(&'a Outcome<Ranking>),
    /// In samples.
    Sampled(&'a Outcome<SampledRanking>),
}

impl Ranked<'_> {
    /// Whether every initiator was ranked, in every sample.
    pub(super) fn is_complete(&self) -> bool {
        match self {
            Self::Plain(outcome) => outcome.is_complete(),
            Self::Sampled(outcome) => outcome.is_complete(),
        }
    }
}

/// What is found, asked of whom, told how.
struct Telling<'a> {
    question: &'a Question<'a>,
    found: &'a Found<'a>,
    names: Names<'a>,
    lang: Lang,
}

/// The report.
pub fn document(question: &Question, found: &Found, lang: Lang) -> Document {
    let names = Names::new(&question.model.network, lang);
    let telling = Telling { question, found, names, lang };
    let mut document = Document::new(simulate::title(question, &names));
    say::kind(lang).clone_into(&mut document.kind);
    document.marking = marking::of(&question.model.network, &simulate::losses(found.answer));
    telling.network(&mut document);
    document.paragraph(say::stopped_early(lang, &found.cut()));
    telling.summary(&mut document);
    telling.interests(&mut document);
    telling.threat(&mut document);
    telling.resilience(&mut document);
    add_beside(&mut document, question, found.beside.as_ref(), lang);
    telling.rests(&mut document);
    document
}

/// Adds what differs from another version, where one was set beside this network.
pub(super) fn add_beside(document: &mut Document, question: &Question, beside: Option<&compare::Compared>, lang: Lang) {
    let Some(compared) = beside else { return };
    document.heading(say::heading::beside(lang, &compared.sides.a));
    within_section(document, |part| compare::add(part, question, compared, lang));
    let other = marking::of_all(&compared.before.network);
    document.marking = marking::of_both(document.marking.as_deref(), other.as_deref());
}

impl Telling<'_> {
    fn is_vital(&self, node: NodeId) -> bool {
        self.question.model.is_vital(node, self.question.model.network.has_categories())
    }

    fn vital(&self) -> impl Iterator<Item = &Affected> {
        self.found.answer.nodes.iter().filter(|affected| self.is_vital(affected.node))
    }

    fn vital_count(&self) -> u64 {
        self.question.model.network.nodes().filter(|&node| self.is_vital(node)).count() as u64
    }

    /// A node over the samples.
    fn sampled(&self, node: NodeId) -> Option<&SampledNode> {
        self.found.sampled?.value().nodes.iter().find(|sampled| sampled.node == node)
    }

    fn sector(&self, node: NodeId) -> &str {
        self.names.sector(node).unwrap_or_default()
    }

    /// When all works again; `None`: not within the horizon.
    fn over(&self) -> Option<Time> {
        let back = |affected: &Affected| affected.steps.last().filter(|(_, output)| *output == Level::ONE).map(|(at, _)| *at);
        self.found.answer.nodes.iter().map(back).try_fold(Time::ZERO, |latest, at| Some(latest.max(at?)))
    }
}

/// Adds what other documents have as sections, here within one.
fn within_section(document: &mut Document, add: impl FnOnce(&mut Document)) {
    let mut part = Document::default();
    add(&mut part);
    let lowered = part.blocks.into_iter().map(|block| match block {
        Block::Heading(text) => Block::Subheading(text),
        other => other,
    });
    document.blocks.extend(lowered);
}
