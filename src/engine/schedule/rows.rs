//! The rows that pass loss, as providers see them, with what tells whether a need has to be looked at.
//!
//! A need loses nothing until more of its shares are lost than it can spare. So while losses are followed from nothing each need has a counter,
//! and only when it goes over is it worked out when the need falls. A counter may be ahead of the truth, never behind it.

use crate::engine::binary::{Binary, spare_ppm};

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

/// The rows of every provider.
#[derive(Debug)]
pub(super) struct Rows {
    first: Vec<u32>,
    rows: Vec<Row>,
}

impl Rows {
    pub(super) fn of(binary: &Binary) -> Self {
        let (topology, parameters) = (binary.graph.topology, binary.graph.parameters);
        let mut all = Self { first: vec![0], rows: Vec::new() };
        for provider in 0..topology.nodes() as u32 {
            for edge in topology.dependents(provider).iter().filter(|edge| binary.passes(edge.need, edge.member as usize)) {
                all.rows.push(Row {
                    dependent: topology.node_of(edge.need),
                    need: edge.need,
                    share: parameters.share(edge.member as usize),
                    spare: u32::try_from(spare_ppm(parameters.need(edge.need))).unwrap_or(0),
                    is_alone: binary.falls_alone(edge.need, edge.member as usize),
                });
            }
            all.first.push(all.rows.len() as u32);
        }
        all
    }

    pub(super) fn of_provider(&self, provider: u32) -> &[Row] {
        &self.rows[self.first[provider as usize] as usize..self.first[provider as usize + 1] as usize]
    }
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
