//! What the report leaves out, what it assumes, how it was made and of what.

use super::Telling;
use crate::report::document::{Block, Cell, Column, Document, Table};
use crate::report::language::{count, dossier as say, hours, simulate as plain, uncertainty, word};
use crate::report::{basis, simulate};

impl Telling<'_> {
    pub(super) fn rests(&self, document: &mut Document) {
        let (lang, run) = (self.lang, self.question.run);
        document.heading(say::heading::basis(lang));
        document.subheading(say::part::left_out(lang));
        document.list(say::left_out(lang).map(str::to_owned).to_vec());
        document.subheading(say::part::assumed(lang));
        document.list(self.assumed());
        document.subheading(say::part::method(lang));
        document.list(say::method(lang, self.drawn()));
        document.subheading(say::part::inputs(lang));
        document.blocks.push(Block::Pairs(self.settings(document.marking.as_deref())));
        document.blocks.push(Block::Folded(say::files(lang, run.inputs.len() as u64), vec![Block::Table(self.files())]));
    }

    /// How many samples there are, which may be fewer than were asked for.
    fn drawn(&self) -> Option<u64> {
        self.found.sampled.map(|outcome| outcome.value().samples)
    }

    fn assumed(&self) -> Vec<String> {
        let (lang, answer) = (self.lang, self.found.answer);
        let mut items = vec![plain::stance(lang, word::stance(lang, answer.stance))];
        if answer.assumed.cells > 0 {
            items.push(plain::assumed(lang, answer.assumed.cells, answer.assumed.rows));
        }
        items.extend(basis::unsure_rows(&self.question.model.network, &simulate::losses(answer), lang));
        items.extend(self.drawn().map(|_| uncertainty::drawn(lang, self.question.run.seed)));
        items
    }

    fn settings(&self, marking: Option<&str>) -> Vec<(String, String)> {
        let (lang, run) = (self.lang, self.question.run);
        let values = [
            Some(concat!("keten ", env!("CARGO_PKG_VERSION")).to_owned()),
            Some(word::stance(lang, self.found.answer.stance).to_owned()),
            Some(hours(lang, self.found.answer.horizon)),
            Some(self.drawn().map_or_else(|| say::none(lang).to_owned(), |samples| count(lang, samples))),
            self.drawn().map(|_| run.seed.to_string()),
            Some(self.question.fingerprint()),
            marking.map(str::to_owned),
        ];
        say::settings(lang).into_iter().zip(values).filter_map(|(name, value)| Some((name.to_owned(), value?))).collect()
    }

    fn files(&self) -> Table {
        let mut table = Table::new(say::file_heads(self.lang).into_iter().map(Column::left).collect());
        for input in &self.question.run.inputs {
            table.rows.push(vec![Cell::text(input.name.as_str()), Cell::text(input.blake3.as_str())]);
        }
        table
    }
}
