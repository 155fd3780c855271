//! What changed, drawn: who became more or less critical, and who loses more or less.

use super::{Told, judgement};
use crate::analysis::compare::{NodeChange, RankChange, RankingChange};
use crate::report::chart::scale;
use crate::report::document::{Cell, Column, Picture, Table};
use crate::report::drawing::{Drawing, Dumbbell, Dumbbells};
use crate::report::language::{compare as say, word};

/// So many rows are drawn.
const DRAWN: usize = 20;
/// Signs of a name before its dots.
const SIGNS: usize = 50;

impl Told<'_> {
    /// Scores of the initiators that changed most; `None` where none did.
    pub(super) fn ranks_picture(&self, ranking: &RankingChange) -> Option<Picture> {
        let score = |side: Option<(u64, Option<f64>)>| side.and_then(|(_, score)| score);
        let first = ranking.rows.first()?;
        let mut drawn: Vec<&RankChange> = ranking.rows.iter().take(DRAWN).collect();
        let highest = |row: &RankChange| score(row.after).unwrap_or(0.0).max(score(row.before).unwrap_or(0.0));
        drawn.sort_by(|a, b| highest(b).total_cmp(&highest(a)).then_with(|| a.id.cmp(&b.id)));
        let rank = |side: Option<(u64, Option<f64>)>| side.map(|(rank, _)| rank);
        let rows = drawn.iter().map(|row| {
            let (before, after) = (score(row.before), score(row.after));
            let apart = before.zip(after).filter(|(before, after)| (before - after).abs() > 1e-9);
            let note = say::rank_note(self.lang, rank(row.before), rank(row.after));
            let apart = apart.map_or_else(String::new, |_| format!(" ({})", say::moved(self.lang, before, after)));
            self.dumbbell(&row.id, [before, after], note + &apart)
        });
        let criterion = word::criterion(self.lang, self.after.network, ranking.criterion);
        let rows: Vec<Dumbbell> = rows.collect();
        Some(Picture {
            title: say::ranks_title(self.lang, criterion),
            alternative: self.alternative(ranking.rows.len(), &first.id, [score(first.before), score(first.after)]),
            data: self.ranks_table(&ranking.rows),
            drawing: self.dumbbells(criterion, rows),
            notes: Vec::new(),
        })
    }

    /// Hours lost by the nodes of which they changed most; `None` where none did.
    pub(super) fn losses_picture(&self, nodes: &[NodeChange]) -> Option<Picture> {
        let first = nodes.first()?;
        let mut drawn: Vec<&NodeChange> = nodes.iter().take(DRAWN).collect();
        let most = |node: &NodeChange| node.after.unwrap_or(0.0).max(node.before.unwrap_or(0.0));
        drawn.sort_by(|a, b| most(b).total_cmp(&most(a)).then_with(|| a.id.cmp(&b.id)));
        let rows = drawn.iter().map(|node| {
            let note = say::moved(self.lang, node.before, node.after);
            self.dumbbell(&node.id, [node.before, node.after], note)
        });
        let rows: Vec<Dumbbell> = rows.collect();
        let axis = say::figure(self.lang, "lost_h");
        Some(Picture {
            title: say::losses_title(self.lang).to_owned(),
            alternative: self.alternative(nodes.len(), &first.id, [first.before, first.after]),
            data: self.losses_table(nodes),
            drawing: self.dumbbells(axis, rows),
            notes: Vec::new(),
        })
    }

    fn dumbbells(&self, axis: &str, rows: Vec<Dumbbell>) -> Drawing {
        let most = rows.iter().flat_map(|row| [row.before, row.after]).flatten().fold(0.0, f64::max);
        let sides = [format!("A: {}", self.sides.a), format!("B: {}", self.sides.b)];
        Drawing::Dumbbells(Dumbbells { axis: axis.to_owned(), ticks: scale(most, self.lang), sides, rows })
    }

    fn dumbbell(&self, id: &str, [before, after]: [Option<f64>; 2], note: String) -> Dumbbell {
        let name = self.full(id);
        let [a, b] = self.shown([before, after]);
        let tip = say::tip(self.lang, &name, &a, &b);
        Dumbbell { label: self.names(id).fitting_of_id(id, SIGNS), before, after, note, tip }
    }

    fn shown(&self, [before, after]: [Option<f64>; 2]) -> [String; 2] {
        say::both(self.lang, before, after).map(|value| value.unwrap_or_else(|| "-".to_owned()))
    }

    /// What is to be seen, and what is not: it stands with the picture alone, because the table beside it has those rows.
    fn alternative(&self, rows: usize, first: &str, values: [Option<f64>; 2]) -> String {
        let [before, after] = self.shown(values);
        let told = say::alternative(self.lang, rows.min(DRAWN) as u64, &self.full(first), &before, &after);
        let more = rows.saturating_sub(DRAWN) as u64;
        if more > 0 { format!("{told} {}", say::not_drawn(self.lang, DRAWN as u64, more)) } else { told }
    }

    fn cells(&self, [before, after]: [Option<f64>; 2]) -> [Cell; 2] {
        let [a, b] = say::both(self.lang, before, after);
        let cell =
            |value: Option<f64>, shown: Option<String>| value.zip(shown).map_or(Cell::Empty, |(value, shown)| Cell::Shown(value, shown));
        [cell(before, a), cell(after, b)]
    }

    fn ranks_table(&self, rows: &[RankChange]) -> Table {
        let is_drawn = rows.iter().any(|row| row.paired.is_some());
        let heads = say::rank_heads(self.lang).into_iter().enumerate().take(if is_drawn { 6 } else { 5 });
        let mut table = Table::new(heads.map(|(at, head)| Column { head: head.to_owned(), right: matches!(at, 1..=4) }).collect());
        let rank = |side: Option<(u64, Option<f64>)>| side.map_or(Cell::Empty, |(rank, _)| Cell::Count(rank));
        let score = |side: Option<(u64, Option<f64>)>| side.and_then(|(_, score)| score);
        for row in rows.iter().take(super::SHOWN) {
            let mut cells = vec![self.name(&row.id), rank(row.before), rank(row.after)];
            cells.extend(self.cells([score(row.before), score(row.after)]));
            if is_drawn {
                cells.push(row.paired.map_or(Cell::Empty, |paired| Cell::text(judgement(paired, self.lang))));
            }
            table.rows.push(cells);
        }
        table
    }

    fn losses_table(&self, nodes: &[NodeChange]) -> Table {
        let mut columns = vec![Column::left(say::node(self.lang))];
        columns.extend(["A", "B"].map(|side| Column::right(say::lost_hours(self.lang, side))));
        let mut table = Table::new(columns);
        let row = |node: &NodeChange| std::iter::once(self.name(&node.id)).chain(self.cells([node.before, node.after])).collect();
        table.rows.extend(nodes.iter().take(super::SHOWN).map(row));
        table
    }
}
