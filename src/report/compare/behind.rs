//! Which changes of the data are behind the difference, and all of them.

use super::{Told, cut};
use crate::analysis::compare::{Effect, Figure};
use crate::network::{CellChange, Change, Fate, Unit};
use crate::report::document::{Block, Cell, Column, Document, Table};
use crate::report::language::{Lang, compare as say, list, number};

/// So many figures stand beside a change.
const FIGURES: usize = 3;
/// The figures that stand there first.
const FIRST: [&str; 4] = ["lost_h", "processes_lost", "single_points", "score_sum"];
/// So many cells of a change are told.
const CELLS: usize = 3;
/// Up to so many rows that differ are not folded away.
const OPEN: usize = 12;

impl Told<'_> {
    /// What each change does by itself.
    pub(super) fn add_effects(&self, document: &mut Document) {
        let (lang, answer) = (self.lang, self.answer);
        document.heading(say::heading::effects(lang));
        document.paragraph(say::tried(lang, answer.tried, answer.effects.len() as u64));
        if self.is_two_scenarios {
            document.paragraph(say::under_own_scenario(lang));
        }
        if answer.unknown > 0 {
            document.paragraph(say::unknown(lang, answer.unknown));
        }
        let shown = self.moving();
        let mut columns = say::effect_rows(lang).map(Column::left).to_vec();
        columns.extend(shown.iter().flat_map(|(_, figure)| say::effect_heads(lang, figure.name).map(Column::right)));
        let mut table = Table::new(columns);
        table.rows.extend(answer.effects.iter().map(|effect| self.effect_cells(effect, &shown)));
        cut(document, table, lang);
        if !answer.effects.is_empty() {
            let has_gaps = answer.effects.iter().any(|effect| effect.alone.is_none() || effect.last.is_none());
            document.paragraph(say::effects_legend(lang, has_gaps));
        }
    }

    /// The first few figures that some change moves: the others are in the data.
    fn moving(&self) -> Vec<(usize, &Figure)> {
        let moves = |at: usize| {
            let moved = |values: &Option<Vec<f64>>| values.as_ref().is_some_and(|values| values[at].abs() > 1e-9);
            self.answer.effects.iter().any(|effect| moved(&effect.alone) || moved(&effect.last))
        };
        let mut shown: Vec<(usize, &Figure)> = self.answer.figures.iter().enumerate().filter(|(at, _)| moves(*at)).collect();
        shown.sort_by_key(|(_, figure)| FIRST.iter().position(|name| *name == figure.name).unwrap_or(FIRST.len()));
        shown.truncate(FIGURES);
        shown
    }

    fn effect_cells(&self, effect: &Effect, shown: &[(usize, &Figure)]) -> Vec<Cell> {
        let value =
            |values: &Option<Vec<f64>>, at: usize| values.as_ref().map_or(Cell::Empty, |values| Cell::text(signed(self.lang, values[at])));
        let mut cells = vec![Cell::Text(self.unit(&effect.unit)), Cell::Text(self.cells_of(&effect.unit))];
        cells.extend(shown.iter().flat_map(|(at, _)| [value(&effect.alone, *at), value(&effect.last, *at)]));
        cells
    }

    /// The change that does most by itself: what it is, and the figure that it moves most.
    pub(super) fn foremost(&self) -> Option<String> {
        let answer = self.answer;
        let part = |at: usize, value: f64| {
            let figure = &answer.figures[at];
            value.abs() / figure.before.abs().max(figure.after.abs()).max(1.0)
        };
        let mut largest: Option<(f64, &Effect, usize, f64)> = None;
        for effect in &answer.effects {
            for (at, &value) in effect.alone.iter().flatten().enumerate().filter(|(_, value)| value.abs() > 1e-9) {
                // Of equals the first.
                if largest.is_none_or(|(known, ..)| part(at, value) > known) {
                    largest = Some((part(at, value), effect, at, value));
                }
            }
        }
        let (_, effect, at, value) = largest?;
        let (unit, figure) = (&effect.unit, say::figure(self.lang, answer.figures[at].name));
        Some(say::foremost(self.lang, &self.unit(unit), &self.cells_of(unit), figure, &signed(self.lang, value)))
    }

    /// What the rows of a unit say on both sides.
    fn cells_of(&self, unit: &Unit) -> String {
        let changes = self.answer.changes.iter().filter(|change| change.unit.as_ref() == Some(unit));
        let told: Vec<String> = changes.flat_map(|change| self.told(change)).collect();
        list(self.lang, &told, CELLS)
    }

    fn told(&self, change: &Change) -> Vec<String> {
        if change.fate != Fate::Changed {
            return vec![format!("{}: {}", say::fate(self.lang, change.fate), key(change))];
        }
        let side = |text: &str| if text.is_empty() { "-".to_owned() } else { text.to_owned() };
        change.cells.iter().map(|cell| format!("{} {} → {}", cell.column, side(&cell.before), side(&cell.after))).collect()
    }

    /// A unit of change in words.
    fn unit(&self, unit: &Unit) -> String {
        match unit {
            Unit::Need { dependent, need } => say::need(self.lang, &self.full(dependent), need),
            Unit::Node(id) => say::node_row(self.lang, &self.full(id)),
            Unit::Company(id) => say::company(self.lang, &self.full(id)),
            Unit::Consequences => say::consequences(self.lang).to_owned(),
        }
    }

    /// Every row that differs.
    pub(super) fn add_changes(&self, document: &mut Document) {
        let (lang, changes) = (self.lang, &self.answer.changes);
        let mut part = Document::default();
        cut(&mut part, rows(changes, lang), lang);
        if changes.len() <= OPEN {
            document.heading(say::heading::changes(lang));
            document.blocks.extend(part.blocks);
        } else {
            document.heading(say::heading::changes(lang));
            document.blocks.push(Block::Folded(say::folded(lang, changes.len() as u64), part.blocks));
        }
    }
}

impl Told<'_> {
    /// What network.toml says on one side and not on the other.
    pub(super) fn add_settings(&self, document: &mut Document) {
        let (lang, settings) = (self.lang, &self.answer.settings);
        if settings.is_empty() {
            return;
        }
        document.heading(say::heading::settings(lang));
        let mut table = Table::new(say::setting_heads(lang).map(Column::left).into());
        table.rows.extend(settings.iter().map(|cell| [&cell.column, &cell.before, &cell.after].map(Cell::text).into()));
        cut(document, table, lang);
        document.paragraph(say::settings(lang, settings.iter().any(CellChange::is_range)));
    }
}

/// A difference with its sign.
pub(super) fn signed(lang: Lang, value: f64) -> String {
    if value > 0.0 { format!("+{}", number(lang, value)) } else { number(lang, value) }
}

fn rows(changes: &[Change], lang: Lang) -> Table {
    let mut table = Table::new(say::change_heads(lang).map(Column::left).into());
    for change in changes {
        let row = |cells: [&str; 3]| {
            let [column, before, after] = cells.map(Cell::text);
            vec![Cell::text(say::fate(lang, change.fate)), Cell::text(key(change)), column, before, after]
        };
        if change.cells.is_empty() {
            table.rows.push(row(["", "", ""]));
        }
        table.rows.extend(change.cells.iter().map(|cell| row([&cell.column, &cell.before, &cell.after])));
    }
    table
}

/// What names a row: `TEL, power ← GRID`, an id, or `FUND → GRID-BV`.
fn key(change: &Change) -> String {
    match change.key.as_slice() {
        [dependent, need, provider] if need == provider => format!("{dependent} ← {provider}"),
        [dependent, need, provider] => format!("{dependent}, {need} ← {provider}"),
        [holder, company] => format!("{holder} → {company}"),
        key => key.iter().filter(|part| !part.is_empty()).cloned().collect::<Vec<_>>().join(", "),
    }
}
