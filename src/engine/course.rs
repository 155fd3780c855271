//! What is done to a network: hazards that hold nodes down, drains that take buffers and standby away.

/// In place of an event: the node found its compromise and took itself out.
pub const DETECTION: u32 = u32::MAX;

/// A node is held at a level for a while.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Hazard {
    /// The node.
    pub node: u32,
    /// When it begins, in ms.
    pub from: i64,
    /// When it ends, in ms; `None`: never.
    pub to: Option<i64>,
    /// What is left of the node's function, in ppm.
    pub level: u32,
    /// The event that it belongs to, for explanations; or [`DETECTION`].
    pub event: u32,
}

/// The buffer of a need counts as empty and its standby does not work for a while.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Drain {
    /// The need.
    pub need: u32,
    /// When it begins, in ms.
    pub from: i64,
    /// When it ends, in ms; `None`: never.
    pub to: Option<i64>,
}

/// All that is done to a network.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Course {
    /// Nodes held down.
    pub hazards: Vec<Hazard>,
    /// Buffers and standby taken away.
    pub drains: Vec<Drain>,
}

/// A node's own state becomes another at a moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct OwnChange {
    pub(super) at: i64,
    pub(super) node: u32,
    /// 1 minus the own state, in ppm.
    pub(super) loss: u32,
    /// The event behind the lowest hazard.
    pub(super) event: u32,
}

/// A drain begins (`+1`) or ends (`-1`).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct DrainChange {
    pub(super) at: i64,
    pub(super) need: u32,
    pub(super) step: i32,
}

impl Course {
    /// The own states over time, by moment and node; of overlapping hazards the lowest counts.
    pub(super) fn own_changes(&self) -> Vec<OwnChange> {
        let mut by_node: Vec<&Hazard> = self.hazards.iter().filter(|hazard| hazard.to.is_none_or(|to| to > hazard.from)).collect();
        by_node.sort_by_key(|hazard| (hazard.node, hazard.event));
        let mut changes: Vec<OwnChange> = by_node.chunk_by(|a, b| a.node == b.node).flat_map(own_changes_of).collect();
        changes.sort_by_key(|change| (change.at, change.node));
        changes
    }

    pub(super) fn drain_changes(&self) -> Vec<DrainChange> {
        let effective = self.drains.iter().filter(|drain| drain.to.is_none_or(|to| to > drain.from));
        let mut changes: Vec<DrainChange> = effective
            .flat_map(|drain| {
                let begin = DrainChange { at: drain.from, need: drain.need, step: 1 };
                std::iter::once(begin).chain(drain.to.map(|at| DrainChange { at, need: drain.need, step: -1 }))
            })
            .collect();
        changes.sort_unstable();
        changes
    }
}

fn own_changes_of(hazards: &[&Hazard]) -> Vec<OwnChange> {
    let mut moments: Vec<i64> = hazards.iter().flat_map(|hazard| std::iter::once(hazard.from).chain(hazard.to)).collect();
    moments.sort_unstable();
    moments.dedup();
    let mut changes = Vec::new();
    let mut before = 0;
    for at in moments {
        let active = hazards.iter().filter(|hazard| hazard.from <= at && hazard.to.is_none_or(|to| at < to));
        let lowest = active.min_by_key(|hazard| hazard.level);
        let loss = lowest.map_or(0, |hazard| crate::units::ONE_PPM - hazard.level);
        if loss != before {
            changes.push(OwnChange { at, node: hazards[0].node, loss, event: lowest.map_or(0, |hazard| hazard.event) });
            before = loss;
        }
    }
    changes
}
