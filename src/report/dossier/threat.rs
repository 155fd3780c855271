//! What happened, how it spread, and who must be called.

use super::{Telling, within_section};
use crate::analysis::governance::Party;
use crate::report::compromise;
use crate::report::document::{Block, Cell, Column, Document, Table};
use crate::report::language::{dossier as say, word};
use crate::report::simulate::{events, loops};
use std::cmp::Reverse;

impl Telling<'_> {
    pub(super) fn threat(&self, document: &mut Document) {
        let (lang, answer) = (self.lang, self.found.answer);
        document.heading(say::heading::threat(lang));
        document.subheading(say::part::events(lang));
        document.list(events(self.question, &self.names));
        if !answer.nodes.is_empty() {
            document.blocks.push(Block::Picture(Box::new(self.course_picture())));
            document.blocks.push(Block::Picture(Box::new(self.chain_picture())));
        }
        within_section(document, |document| {
            compromise::add(document, self.question, answer, &self.names);
            loops(document, answer, &self.names);
        });
        if !self.found.parties.is_empty() {
            document.subheading(say::part::parties(lang));
            document.paragraph(say::parties(lang, word::column(lang, self.found.by)));
            document.table(self.parties());
        }
    }

    /// Who must be called, in the order in which theirs falls.
    fn parties(&self) -> Table {
        let lang = self.lang;
        let [nodes, vital, first, what] = say::party_heads(lang);
        let by = word::column(lang, self.found.by);
        let mut table =
            Table::new(vec![Column::left(by), Column::right(nodes), Column::right(vital), Column::right(first), Column::left(what)]);
        let vital_of =
            |party: &Party| party.affected.iter().filter(|&&place| self.is_vital(self.found.answer.nodes[place].node)).count() as u64;
        let mut parties: Vec<&Party> = self.found.parties.iter().collect();
        parties.sort_by_key(|party| (party.value.is_none(), party.first_loss, Reverse(vital_of(party)), Reverse(party.affected.len())));
        for party in parties {
            let affected = |place: &usize| &self.found.answer.nodes[*place];
            table.rows.push(vec![
                Cell::text(party.value.as_deref().unwrap_or(say::nobody(lang))),
                Cell::Count(party.affected.len() as u64),
                Cell::Count(vital_of(party)),
                Cell::Hours(party.first_loss),
                party.affected.first().map_or(Cell::Empty, |place| self.named(affected(place).node)),
            ]);
        }
        table
    }
}
