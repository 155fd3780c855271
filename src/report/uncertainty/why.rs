//! Why nodes fail, over samples, as a document.

use super::simulate::{cause, losses};
use super::{add_status, chance, hours_band, number_band};
use crate::analysis::uncertainty::{SampledCause, SampledNode, SampledWhatIf};
use crate::network::NodeId;
use crate::outcome::Outcome;
use crate::report::basis::{self, Losses, Rests};
use crate::report::document::{Block, Branch, Document};
use crate::report::language::{Lang, uncertainty as say, why as plain};
use crate::report::names::Names;
use crate::report::question::Question;
use crate::report::simulate::{events, title};

/// So many causes of one node are drawn.
const MAX_BRANCHES: usize = 200;

/// Why nodes fail, as a document: causes with their shares of the samples, and behind each provider its own causes.
pub fn document(question: &Question, outcome: &Outcome<SampledWhatIf>, nodes: &[NodeId], lang: Lang) -> Document {
    let answer = outcome.value();
    let names = Names::new(&question.model.network, lang);
    let mut document = Document::new(plain::title(lang, &title(question, &names)));
    document.list(events(question, &names));
    add_status(&mut document, outcome, lang);
    for &node in nodes {
        document.heading(names.full(node));
        match find(answer, node) {
            None => document.paragraph(say::kept_working(lang, answer.samples, answer.horizon)),
            Some(found) => add(&mut document, answer, found, &names),
        }
    }
    let behind = losses(answer.nodes.iter().filter(|found| nodes.contains(&found.node)));
    let behind = Losses::new(behind.iter().map(|(node, cause)| (*node, cause)).collect(), [].iter());
    basis::add(&mut document, question, &Rests::Losses(behind, None), lang);
    document
}

fn find(answer: &SampledWhatIf, node: NodeId) -> Option<&SampledNode> {
    answer.nodes.iter().find(|found| found.node == node)
}

fn add(document: &mut Document, answer: &SampledWhatIf, found: &SampledNode, names: &Names) {
    let lang = names.lang;
    let (first, lost) = (hours_band(&found.first_loss_h, lang).show(lang), number_band(&found.lost_h, lang).show(lang));
    document.paragraph(say::fell(lang, &chance(found.p_affected, lang), &chance(found.p_lost, lang), &first, &lost));
    let mut tree = Tree { answer, names, branches: Vec::new(), seen: vec![found.node] };
    tree.causes(found, 0);
    document.blocks.push(Block::Tree(tree.branches));
}

/// Causes of causes, each node once.
struct Tree<'a> {
    answer: &'a SampledWhatIf,
    names: &'a Names<'a>,
    branches: Vec<Branch>,
    seen: Vec<NodeId>,
}

impl Tree<'_> {
    fn causes(&mut self, node: &SampledNode, depth: usize) {
        let lang = self.names.lang;
        for share in &node.causes {
            if self.branches.len() >= MAX_BRANCHES {
                return;
            }
            let text = say::cause_share(lang, &self.names.full(node.node), &cause(&share.cause, self.names), &chance(share.share, lang));
            self.branches.push(Branch { depth, text });
            let SampledCause::Need { providers, .. } = &share.cause else { continue };
            for &provider in providers {
                if self.seen.contains(&provider) {
                    continue;
                }
                self.seen.push(provider);
                if let Some(next) = find(self.answer, provider) {
                    self.causes(next, depth + 1);
                }
            }
        }
    }
}
