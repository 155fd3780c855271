//! What an answer rests on, said at the end of every text: stance, assumptions, rows that are not sure, inputs and what the model leaves out.

use super::document::Document;
use super::language::{Lang, bounds, compromise, list, sensitivity::samples, simulate as say, uncertainty, word};
use super::marking;
use super::question::Question;
use crate::analysis::compromise::Compromised;
use crate::analysis::what_if::{Assumed, LossCause};
use crate::network::{Answered, CellPlace, Dependency, DependencyId, Network, NodeId};

/// So many rows are named.
const NAMED: usize = 4;

/// What an answer tells of: losses by their node and cause, and compromise with the rows that passed it.
pub(super) struct Losses<'a> {
    pub(super) causes: Vec<(NodeId, &'a LossCause)>,
    pub(super) compromised: Vec<NodeId>,
    pub(super) access: Vec<DependencyId>,
}

impl<'a> Losses<'a> {
    pub(super) fn new(causes: Vec<(NodeId, &'a LossCause)>, compromised: impl Iterator<Item = &'a Compromised> + Clone) -> Self {
        let mut access: Vec<DependencyId> = compromised.clone().flat_map(|one| one.rows.iter().copied()).collect();
        access.sort_unstable();
        access.dedup();
        Self { causes, compromised: compromised.map(|one| one.node).collect(), access }
    }

    /// The rows that passed compromise.
    pub(super) fn access_rows<'n>(&self, network: &'n Network) -> Vec<&'n Dependency> {
        self.access.iter().map(|row| &network.dependencies()[row.0 as usize]).collect()
    }
}

/// What an answer rests on.
pub(super) enum Rests<'a> {
    /// The nodes that fell and the rows through which they did, and how many of these hold defaults where that was counted.
    Losses(Losses<'a>, Option<Assumed>),
    /// The whole network.
    All,
}

/// Adds the section.
pub(super) fn add(document: &mut Document, question: &Question, rests: &Rests, lang: Lang) {
    let network = &question.model.network;
    let mut items = vec![taken(question, lang)];
    items.extend(answered(network, lang));
    let marking = match rests {
        Rests::All => marking::of_all(network),
        Rests::Losses(losses, assumed) => {
            items.extend(assumed.filter(|assumed| assumed.cells > 0).map(|assumed| say::assumed(lang, assumed.cells, assumed.rows)));
            items.extend(unsure_rows(network, losses, lang));
            marking::of(network, losses)
        }
    };
    items.extend(inputs(question, marking.as_deref(), lang));
    document.marking = marking;
    items.push(say::left_out(lang).to_owned());
    document.heading(say::heading::basis(lang));
    document.list(items);
}

/// How many of the rows behind an answer are not sure.
pub(super) fn unsure_rows(network: &Network, losses: &Losses, lang: Lang) -> Vec<String> {
    let carrying: Vec<&Dependency> = losses.causes.iter().flat_map(|(_, cause)| rows_behind(network, cause)).collect();
    let rows = [unsure(network, &carrying, lang, say::unsure), unsure(network, &losses.access_rows(network), lang, compromise::rows)];
    rows.into_iter().flatten().collect()
}

/// How unknowns were taken.
fn taken(question: &Question, lang: Lang) -> String {
    match (question.run.samples, question.run.stance) {
        (Some(_), None) => uncertainty::drawn(lang, question.run.seed),
        (Some(_), Some(_)) => {
            let stance = say::stance(lang, word::stance(lang, question.model.stance));
            samples::rests(lang, &stance, &uncertainty::drawn(lang, question.run.seed))
        }
        (None, None) => bounds::enclosed(lang).to_owned(),
        (None, Some(_)) => say::stance(lang, word::stance(lang, question.model.stance)),
    }
}

/// What was answered in questionnaires, and by whom.
fn answered(network: &Network, lang: Lang) -> Option<String> {
    let one = |answered: &Answered| {
        let of = match answered.cell.place {
            CellPlace::Node(node) => network.id(node).to_owned(),
            CellPlace::Need(need) => format!("{} {}", network.id(network.need(need).dependent), network.need_name(need)),
            CellPlace::Row(row) => {
                let dependency = &network.dependencies()[row.0 as usize];
                let (node, need) = (network.need(dependency.need).dependent, network.need_name(dependency.need));
                format!("{} {need} {}", network.id(node), network.id(dependency.provider))
            }
        };
        let source = answered.provenance.source.map(|source| network.text(source));
        say::answer(&of, answered.cell.column.name(), &network.cell(answered.cell).to_string(), source)
    };
    let all: Vec<String> = network.answers().iter().map(one).collect();
    (!all.is_empty()).then(|| say::answered(lang, all.len() as u64, &list(lang, &all, NAMED)))
}

/// Adds only what was read, where nothing was worked out.
pub(super) fn add_inputs(document: &mut Document, question: &Question, lang: Lang) {
    let marking = marking::of_all(&question.model.network);
    document.list(inputs(question, marking.as_deref(), lang).into());
    document.marking = marking;
}

fn inputs(question: &Question, marking: Option<&str>, lang: Lang) -> [String; 2] {
    let meta = question.model.network.meta();
    let network = say::network(lang, meta.title.as_deref(), meta.version.as_deref(), meta.date.as_deref(), marking);
    [network, say::inputs(lang, question.run.inputs.len() as u64, &question.fingerprint())]
}

/// The rows through which a loss came.
pub(super) fn rows_behind<'n>(network: &'n Network, cause: &LossCause) -> Vec<&'n Dependency> {
    let LossCause::Need { need, providers, .. } = cause else { return Vec::new() };
    network.members(*need).iter().filter(|member| providers.contains(&member.provider)).collect()
}

fn unsure(network: &Network, carrying: &[&Dependency], lang: Lang, say: impl Fn(Lang, u64, u64, &str) -> String) -> Option<String> {
    let is_unsure = |row: &&&Dependency| network.detail(row).provenance.confidence.is_none_or(|confidence| !confidence.is_verified());
    let unsure: Vec<String> = carrying
        .iter()
        .filter(is_unsure)
        .map(|row| format!("{} ← {}", network.id(network.need(row.need).dependent), network.id(row.provider)))
        .collect();
    (!unsure.is_empty()).then(|| say(lang, unsure.len() as u64, carrying.len() as u64, &list(lang, &unsure, NAMED)))
}
