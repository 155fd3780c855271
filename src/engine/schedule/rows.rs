//! The rows that pass loss, as providers see them, with what tells whether a need has to be looked at.
//!
//! A need loses nothing until more of its shares are lost than it can spare. So while losses are followed from nothing each need has a counter,
//! and only when it goes over is it worked out when the need falls. A counter may be ahead of the truth, never behind it.

use crate::engine::binary::{Binary, spare_ppm};
use crate::engine::condensed::grouped;
use std::cmp::Reverse;

/// A row that passes loss within the horizon.
#[derive(Debug, Clone, Copy)]
pub(super) struct Row {
    pub(super) dependent: u32,
    pub(super) need: u32,
    share: u32,
    /// What the need can spare, in ppm; 0 where that is more than fits.
    spare: u32,
    /// Whether its loss is that of the dependent, at once.
    pub(super) is_alone: bool,
}

impl Row {
    const BLANK: Self = Self { dependent: 0, need: 0, share: 0, spare: 0, is_alone: false };
}

/// The rows of every provider.
#[derive(Debug)]
pub(super) struct Rows {
    first: Vec<u32>,
    rows: Vec<Row>,
}

impl Rows {
    pub(super) fn of(binary: &Binary) -> Self {
        let topology = binary.graph.topology;
        let mut rows = Vec::with_capacity(topology.members_of_all());
        for need in 0..topology.needs() as u32 {
            rows.extend(rows_of(binary, need));
        }
        // By need the numbers of each are looked up once and in their order, by provider they would be for every row.
        let (first, rows) = grouped(topology.nodes(), rows.iter().copied(), Row::BLANK);
        Self { first, rows }
    }

    /// The node that most likely lies on the largest loop of rows that each suffice at once: the one with most ways of two such rows through it.
    pub(super) fn busiest(&self) -> Option<u32> {
        let (mut to, mut from) = (vec![0_u64; self.first.len() - 1], vec![0_u64; self.first.len() - 1]);
        for (provider, from) in (0..).zip(&mut from) {
            for row in self.of_provider(provider).iter().filter(|row| row.is_alone) {
                to[row.dependent as usize] += 1;
                *from += 1;
            }
        }
        let ways = |node: u32| to[node as usize] * from[node as usize];
        (0..from.len() as u32).max_by_key(|&node| (ways(node), Reverse(node))).filter(|&node| ways(node) > 0)
    }

    pub(super) fn of_provider(&self, provider: u32) -> &[Row] {
        &self.rows[self.first[provider as usize] as usize..self.first[provider as usize + 1] as usize]
    }
}

/// The rows of a need, with their providers.
fn rows_of<'b>(binary: &'b Binary, need: u32) -> impl Iterator<Item = (u32, Row)> + 'b {
    let (topology, parameters) = (binary.graph.topology, binary.graph.parameters);
    let (dependent, spare) = (topology.node_of(need), u32::try_from(spare_ppm(parameters.need(need))).unwrap_or(0));
    topology.members(need).filter(move |&member| binary.passes(need, member)).map(move |member| {
        let row = Row { dependent, need, share: parameters.share(member), spare, is_alone: binary.falls_alone(need, member) };
        (topology.provider(member), row)
    })
}

/// Per need how much of it was lost in the present round.
#[derive(Debug, Clone)]
pub(super) struct Counts {
    lost: Vec<(u32, u32)>,
}

impl Counts {
    pub(super) fn new(needs: usize) -> Self {
        Self { lost: vec![(0, 0); needs] }
    }

    pub(super) fn forget(&mut self) {
        self.lost.fill((0, 0));
    }

    /// Loses a row; says whether its need may now be short.
    pub(super) fn lose(&mut self, row: &Row, round: u32) -> bool {
        let lost = &mut self.lost[row.need as usize];
        *lost = (round, if lost.0 == round { lost.1.saturating_add(row.share) } else { row.share });
        lost.1 > row.spare
    }
}
