//! What was hit: vital processes and sectors.

use super::{Chance, Telling, within_section};
use crate::analysis::what_if::Affected;
use crate::network::{Category, NodeId};
use crate::outcome::Outcome;
use crate::report::document::{Block, Cell, Column, Document, Table};
use crate::report::language::{chart, dossier as say, list, risk as risk_words, simulate as plain};
use crate::report::{impact, loss, risk, uncertainty};

/// So many processes that nothing happened to are named.
const SPARED: usize = 40;

impl Telling<'_> {
    pub(super) fn interests(&self, document: &mut Document) {
        document.heading(say::heading::interests(self.lang));
        self.impact(document);
        self.risk(document);
        document.subheading(say::part::vital(self.lang));
        if self.vital_count() == 0 {
            document.paragraph(plain::no_vital(self.lang));
        }
        document.table(self.vital_table());
        document.paragraph(self.spared());
        if !self.found.heat.sectors.is_empty() {
            document.subheading(say::part::sectors(self.lang));
            document.table(self.sector_table());
        }
    }

    /// What the losses mean: over the samples where there are any, else under the stance.
    fn impact(&self, document: &mut Document) {
        let network = &self.question.model.network;
        let sampled = self.found.sampled.map(Outcome::value);
        within_section(document, |part| {
            match (sampled.and_then(|sampled| sampled.impact.as_ref().map(|known| (sampled, known))), &self.found.answer.impact) {
                (Some((sampled, known)), _) => {
                    let nodes: Vec<NodeId> = sampled.nodes.iter().map(|node| node.node).collect();
                    impact::add_sampled(part, network, known, &nodes, self.lang);
                }
                (None, Some(known)) => {
                    let nodes: Vec<NodeId> = self.found.answer.nodes.iter().map(|affected| affected.node).collect();
                    impact::add(part, network, known, &nodes, self.found.answer.horizon, self.lang);
                }
                (None, None) => {}
            }
        });
    }

    /// The risk diagram, or why there is none.
    fn risk(&self, document: &mut Document) {
        match self.found.risk {
            Chance::NotAsked => {}
            Chance::NotStated => document.paragraph(risk_words::no_likelihood(self.lang)),
            Chance::WithoutLimits(period) => document.paragraph(risk_words::no_limits(self.lang, period)),
            Chance::Placed(risk) => {
                let diagrams = risk::of_interests(&self.question.model.network, risk, self.lang);
                document.blocks.extend(diagrams.into_iter().map(|picture| Block::Picture(Box::new(picture))));
            }
        }
    }

    fn vital_table(&self) -> Table {
        let heads = say::vital_heads(self.lang).into_iter().enumerate();
        let mut table = Table::new(heads.map(|(at, head)| Column { head: head.to_owned(), right: at >= 3 }).collect());
        table.rows = self.vital().map(|affected| self.vital_row(affected)).collect();
        if self.found.sampled.is_none() {
            table.columns.pop();
            table.rows.iter_mut().for_each(|row| drop(row.pop()));
        }
        table
    }

    fn vital_row(&self, affected: &Affected) -> Vec<Cell> {
        let category = self.question.model.network.node(affected.node).category.value();
        vec![
            self.named(affected.node),
            self.names.sector(affected.node).map_or(Cell::Empty, Cell::text),
            category.map_or(Cell::Empty, |category| {
                Cell::text(match category {
                    Category::A => "A",
                    Category::B => "B",
                })
            }),
            Cell::Hours(affected.first_loss),
            Cell::Level(affected.min_output),
            Cell::Text(loss::length(affected, self.found.answer.horizon).show(self.lang)),
            self.sampled(affected.node).map_or(Cell::Empty, |node| Cell::Text(uncertainty::chance(node.p_affected, self.lang))),
        ]
    }

    fn spared(&self) -> String {
        let network = &self.question.model.network;
        let is_hit = |node| self.found.answer.nodes.iter().any(|affected| affected.node == node);
        let spared: Vec<&str> =
            network.nodes().filter(|&node| self.is_vital(node) && !is_hit(node)).map(|node| self.names.short(node)).collect();
        if spared.is_empty() { String::new() } else { say::vital_spared(self.lang, spared.len() as u64, &list(self.lang, &spared, SPARED)) }
    }

    fn sector_table(&self) -> Table {
        let heads = say::sector_heads(self.lang).into_iter().enumerate();
        let mut table = Table::new(heads.map(|(at, head)| Column { head: head.to_owned(), right: at > 0 }).collect());
        for row in &self.found.heat.sectors {
            let name = row.sector.map_or(chart::no_sector(self.lang), |name| self.question.model.network.text(name));
            table.rows.push(vec![
                Cell::text(name),
                Cell::Count(row.affected),
                Cell::Count(row.nodes),
                Cell::Count(row.lost),
                Cell::Hours(row.first_loss),
                Cell::Number(row.lost_h),
            ]);
        }
        table
    }
}
