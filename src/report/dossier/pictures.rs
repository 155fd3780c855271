//! The pictures of a report, each with its data as a table.

use super::Telling;
use crate::analysis::what_if::{Affected, LossCause};
use crate::report::chart;
use crate::report::document::{Cell, Column, Picture, Table};
use crate::report::drawing::{Drawing, Grid, GridRow, Item, Layer, Layers, Link, Square};
use crate::report::language::{chart as words, dossier as say, hours, percent};
use crate::report::simulate::{in_order, timeline};
use crate::units::{Level, ONE_PPM};
use std::collections::BTreeMap;

/// Above so many nodes a chain is drawn in groups.
const MOST_NODES: usize = 200;
/// So many moments of a heat map are named.
const MOST_TICKS: usize = 12;
/// A line stands out from this part of all that followed.
const STRONG: f64 = 0.1;

impl Telling<'_> {
    pub(super) fn heat_picture(&self) -> Picture {
        let (lang, heat) = (self.lang, self.found.heat);
        let network = &self.question.model.network;
        let name = |sector: Option<crate::network::NameId>| sector.map_or(words::no_sector(lang), |name| network.text(name));
        let step = heat.edges.get(1).copied().unwrap_or(crate::units::Time::ZERO);
        let columns = heat.edges.len().saturating_sub(1);
        let every = columns.div_ceil(MOST_TICKS).max(1);
        let rows = heat.sectors.iter().map(|sector| {
            let square = |(level, edge): (&Level, &[crate::units::Time])| Square {
                level: *level,
                tip: say::heat::square(lang, name(sector.sector), edge[0], edge[1], &percent(lang, *level)),
            };
            GridRow {
                label: name(sector.sector).to_owned(),
                note: say::heat::of(lang, sector.affected, sector.nodes),
                squares: sector.left.iter().zip(heat.edges.windows(2)).map(square).collect(),
            }
        });
        let deepest = |sector: &&crate::analysis::heat::SectorHeat| sector.left.iter().copied().min().unwrap_or(Level::ONE);
        let worst = heat.sectors.iter().min_by_key(deepest);
        let alternative = heat.sectors.first().zip(worst).map_or_else(String::new, |(first, worst)| {
            let until = heat.edges.last().copied().unwrap_or(crate::units::Time::ZERO);
            let left = percent(lang, deepest(&worst));
            say::heat::alternative(lang, heat.sectors.len() as u64, name(first.sector), until, name(worst.sector), &left)
        });
        let ticks = (0..=columns).step_by(every).map(|place| (place, hours(lang, heat.edges[place]))).collect();
        Picture {
            title: say::heat::title(lang).to_owned(),
            alternative,
            drawing: Drawing::Grid(Grid { edges: heat.edges.clone(), ticks, rows: rows.collect(), bands: words::bands(lang) }),
            data: self.heat_table(name),
            notes: vec![say::heat::note(lang, step)],
        }
    }

    fn heat_table<'n>(&self, name: impl Fn(Option<crate::network::NameId>) -> &'n str) -> Table {
        let heat = self.found.heat;
        let starts = heat.edges.iter().take(heat.edges.len().saturating_sub(1));
        let heads = starts.map(|at| Column::right(hours(self.lang, *at)));
        let mut table = Table::new(std::iter::once(Column::left(say::heat::head(self.lang))).chain(heads).collect());
        for sector in &heat.sectors {
            table.rows.push(std::iter::once(Cell::text(name(sector.sector))).chain(sector.left.iter().copied().map(Cell::Level)).collect());
        }
        table
    }

    /// Bars over time.
    pub(super) fn course_picture(&self) -> Picture {
        let (lang, answer) = (self.lang, self.found.answer);
        let chart = chart::chart(self.question, answer, lang);
        let notes = chart.notes.first().cloned();
        Picture {
            title: say::course::title(lang).to_owned(),
            alternative: say::course::alternative(lang, answer.nodes.len() as u64, chart.until),
            drawing: Drawing::Timeline(chart),
            data: timeline(answer, &self.names),
            notes: notes.into_iter().collect(),
        }
    }

    /// Who fell because of whom.
    pub(super) fn chain_picture(&self) -> Picture {
        let (lang, chain) = (self.lang, self.found.chain);
        let nodes = &self.found.answer.nodes;
        let orders = nodes.iter().map(|affected| affected.order as usize + 1).max().unwrap_or(0);
        let is_grouped = nodes.len() > MOST_NODES;
        Picture {
            title: say::chain::title(lang).to_owned(),
            alternative: say::chain::alternative(lang, nodes.len() as u64, chain.links.len() as u64, orders as u64),
            drawing: Drawing::Layers(self.layers(orders, is_grouped)),
            data: self.chain_table(),
            notes: is_grouped.then(|| say::chain::grouped(lang, MOST_NODES as u64)).into_iter().collect(),
        }
    }

    fn layers(&self, orders: usize, is_grouped: bool) -> Layers {
        let (lang, nodes, chain) = (self.lang, &self.found.answer.nodes, self.found.chain);
        // Sector and step, and with them, where nodes are drawn one by one, the node: what one item stands for.
        let sectors = &self.found.heat.sectors;
        let sector = |affected: &Affected| self.question.model.network.node(affected.node).sector;
        let layer_of = |affected: &Affected| sectors.iter().position(|row| row.sector == sector(affected)).unwrap_or_default();
        let mut members: BTreeMap<(usize, u32, u64, usize), Vec<usize>> = BTreeMap::new();
        for (place, affected) in nodes.iter().enumerate() {
            let single = if is_grouped { (0, 0) } else { (u64::MAX - chain.only_through[place], place) };
            members.entry((layer_of(affected), affected.order, single.0, single.1)).or_default().push(place);
        }
        let mut item_of = vec![0; nodes.len()];
        for (item, places) in members.values().enumerate() {
            for &place in places {
                item_of[place] = item;
            }
        }
        let followed = chain.only_through.iter().copied().max().unwrap_or(0).max(1) as f64;
        let weight = |place: usize| chain.only_through[place] as f64 / followed;
        let mut layers: Vec<Layer> = sectors.iter().map(|row| self.layer(row.sector)).collect();
        for (&(layer, order, ..), places) in &members {
            layers[layer].items.push(self.item(order as usize, places, places.iter().any(|&place| weight(place) >= STRONG)));
        }
        let mut links: BTreeMap<(usize, usize), f64> = BTreeMap::new();
        for link in &chain.links {
            let (from, to) = (item_of[link.from], item_of[link.to]);
            if from != to {
                let known = links.entry((from, to)).or_default();
                *known = known.max(weight(link.to));
            }
        }
        Layers {
            columns: (0..orders).map(|order| say::chain::order(lang, order)).collect(),
            layers,
            links: links.into_iter().map(|((from, to), weight)| Link { from, to, weight }).collect(),
            bands: words::bands(lang),
            strong: say::chain::strong(lang).to_owned(),
        }
    }

    fn layer(&self, sector: Option<crate::network::NameId>) -> Layer {
        let name = sector.map_or(words::no_sector(self.lang), |name| self.question.model.network.text(name));
        Layer { name: name.to_owned(), items: Vec::new() }
    }

    /// One node, or several of one sector and step.
    fn item(&self, column: usize, places: &[usize], strong: bool) -> Item {
        let (lang, nodes) = (self.lang, &self.found.answer.nodes);
        let first = &nodes[places[0]];
        let mean = places.iter().map(|&place| u64::from(nodes[place].min_output.ppm())).sum::<u64>() / places.len() as u64;
        let level = Level::from_ppm((mean as u32).min(ONE_PPM)).unwrap_or(Level::ONE);
        let label = say::chain::group(lang, places.len() as u64, self.names.short(first.node));
        let (at, left) = (hours(lang, first.first_loss), percent(lang, level));
        let tip = say::chain::item(lang, &self.names.full(first.node), &at, &left, self.found.chain.only_through[places[0]]);
        Item { column, label, level, strong, tip }
    }

    fn chain_table(&self) -> Table {
        let [step, what, sector, because, through] = say::chain::heads(self.lang);
        let mut table =
            Table::new(vec![Column::right(step), Column::left(what), Column::left(sector), Column::left(because), Column::right(through)]);
        for affected in in_order(self.found.answer) {
            let place =
                self.found.answer.nodes.binary_search_by_key(&(affected.first_loss, affected.node), |other| (other.first_loss, other.node));
            let through = place.map_or(0, |place| self.found.chain.only_through[place]);
            table.rows.push(vec![
                Cell::Count(u64::from(affected.order)),
                self.named(affected.node),
                self.names.sector(affected.node).map_or(Cell::Empty, Cell::text),
                Cell::Text(match &affected.cause {
                    LossCause::Need { providers, .. } => self.names.ids(providers),
                    other => crate::report::loss::cause(other, &self.names),
                }),
                if through > 0 { Cell::Count(through) } else { Cell::Empty },
            ]);
        }
        table
    }

    pub(super) fn named(&self, node: crate::network::NodeId) -> Cell {
        Cell::Named(self.names.short(node).to_owned(), self.names.id(node).to_owned())
    }
}
