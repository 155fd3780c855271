//! What held, what is certain, what to find out, and what is critical.

use super::Telling;
use crate::analysis::bounds::{Enclosed, Verdict};
use crate::analysis::chain::Held;
use crate::outcome::Outcome;
use crate::report::document::{Block, Cell, Column, Document, Table};
use crate::report::language::{bounds as certain, dossier as say, sensitivity as ask};
use crate::report::{bounds, sensitivity};

/// So many facts are asked for.
const QUESTIONS: usize = 10;
/// So many rows of what held are shown before the rest is folded away.
const HELD: usize = 8;

impl Telling<'_> {
    pub(super) fn resilience(&self, document: &mut Document) {
        document.heading(say::heading::resilience(self.lang));
        self.held(document);
        self.certain(document);
        self.decisive(document);
        self.critical(document);
    }

    fn held(&self, document: &mut Document) {
        let held = &self.found.chain.held;
        if held.is_empty() {
            return;
        }
        let mut nodes: Vec<_> = held.iter().map(|held| held.node).collect();
        nodes.dedup();
        let vital = nodes.iter().filter(|&&node| self.is_vital(node)).count() as u64;
        document.subheading(say::part::held(self.lang));
        document.paragraph(say::held(self.lang, nodes.len() as u64, vital));
        let mut sorted: Vec<&Held> = held.iter().collect();
        sorted.sort_by_key(|held| !self.is_vital(held.node));
        document.table(self.held_table(&sorted[..sorted.len().min(HELD)]));
        if sorted.len() > HELD {
            let line = say::held_more(self.lang, (sorted.len() - HELD) as u64);
            document.blocks.push(Block::Folded(line, vec![Block::Table(self.held_table(&sorted[HELD..]))]));
        }
    }

    fn held_table(&self, held: &[&Held]) -> Table {
        let mut table = Table::new(say::held_heads(self.lang).into_iter().map(Column::left).collect());
        for held in held {
            let need = self.names.need(held.need).unwrap_or_default();
            let need = if need.is_empty() { Cell::Empty } else { Cell::text(need) };
            table.rows.push(vec![self.named(held.node), need, Cell::Text(self.names.ids(&held.fallen)), Cell::Text(self.has(held))]);
        }
        table
    }

    /// What a node has in place of the providers that fell, as stated.
    fn has(&self, held: &Held) -> String {
        let network = &self.question.model.network;
        let members = network.members(held.need);
        let end = self.question.model.stance.end(crate::network::Adverse::Low);
        let buffer = network.stated_for_need(held.need, |detail| detail.buffer.value()).map(|buffer| buffer.at(end));
        let buffer = buffer.filter(|buffer| *buffer > crate::units::Time::ZERO);
        let rest = || members.iter().filter(|member| !held.fallen.contains(&member.provider));
        let standby = rest().filter(|member| network.is_standby(member)).count() as u64;
        let others = rest().count() as u64 - standby;
        let mut has: Vec<String> = buffer.map(|buffer| say::has::buffer(self.lang, buffer)).into_iter().collect();
        has.extend((standby > 0).then(|| say::has::standby(self.lang, standby)));
        has.extend((others > 0).then(|| say::has::others(self.lang, others)));
        if has.is_empty() { say::has::nothing(self.lang).to_owned() } else { has.join(", ") }
    }

    fn certain(&self, document: &mut Document) {
        let (lang, found) = (self.lang, self.found);
        let [must, may, cannot] = [Verdict::Must, Verdict::May, Verdict::Cannot].map(|verdict| found.bounds.count(verdict));
        document.subheading(say::part::certain(lang));
        document.paragraph(certain::summary(lang, &self.condition(), must, may, cannot, found.bounds.horizon));
        document.paragraph(certain::legend(lang));
        let nodes: Vec<&Enclosed> = found.bounds.nodes.iter().filter(|node| node.falls == Verdict::May).collect();
        if !nodes.is_empty() {
            let table = Block::Table(bounds::table(&nodes, &self.names));
            document.blocks.push(Block::Folded(say::may(lang, nodes.len() as u64), vec![table]));
        }
        let taken = Block::List(bounds::taken(found.bounds, found.ranges, lang));
        document.blocks.push(Block::Folded(certain::heading::ranges(lang).to_owned(), vec![taken]));
    }

    /// The condition under which verdicts are certain.
    pub(super) fn condition(&self) -> String {
        bounds::condition(self.found.ranges, self.found.answer.assumed.cells, self.lang)
    }

    fn decisive(&self, document: &mut Document) {
        document.subheading(say::part::decisive(self.lang));
        let Some(outcome) = self.found.decisive else { return document.paragraph(say::not_asked(self.lang)) };
        let answer = outcome.value();
        if let Outcome::Truncated { done, of, .. } = outcome {
            document.paragraph(ask::truncated(self.lang, *done, *of));
        }
        let moving = sensitivity::moving(answer).count();
        document.paragraph(sensitivity::summary(answer, moving as u64, &self.names));
        document.table(sensitivity::table(answer, QUESTIONS, &self.names, self.question));
        document
            .blocks
            .push(Block::Folded(say::part::method(self.lang).to_owned(), vec![Block::Paragraph(ask::legend(self.lang).to_owned())]));
    }

    fn critical(&self, document: &mut Document) {
        let lang = self.lang;
        document.subheading(say::part::ranking(lang));
        document.paragraph(say::ranking::apart(lang));
        super::add_ranking(document, self.found.ranking, &self.names);
    }
}
