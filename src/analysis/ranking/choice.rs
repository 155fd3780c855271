//! Which engine works a ranking out.

use super::{Config, Criterion};
use crate::analysis::Model;
use crate::engine::Binary;

/// A way of working out a ranking. All that can serve a network give the same rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Engine {
    /// Every initiator through time, event by event: any network.
    Timeline,
    /// Loops condensed, 512 initiators side by side: where any lost input loses the node, at once or not within the time.
    Closure,
    /// Every initiator with a counter for each need, those that bring down much as the difference from what they have in common, or 512 side by
    /// side: where loss is all or nothing, at once or not within the time.
    Counters,
    /// Every initiator as its difference from one that was followed before: where loss is all or nothing.
    Schedules,
}

impl Engine {
    /// Every engine with its name.
    pub const ALL: [(&'static str, Self); 4] =
        [("timeline", Self::Timeline), ("closure", Self::Closure), ("counters", Self::Counters), ("schedules", Self::Schedules)];

    /// The engine that [`rank`](super::rank) uses: the fastest that can serve the network. A wish that cannot be met gives way to the
    /// timeline, which serves every network.
    pub fn of(model: &Model, config: &Config) -> Self {
        match choice(model, config) {
            Choice::Timeline => Self::Timeline,
            Choice::Closure(_) => Self::Closure,
            Choice::Counters(_) => Self::Counters,
            Choice::Schedules(_) => Self::Schedules,
        }
    }

    /// The name, for diagnosis.
    pub fn name(self) -> &'static str {
        Self::ALL.iter().find(|(_, engine)| *engine == self).map_or("", |(name, _)| name)
    }
}

/// An engine with what it needs to know of the network.
pub(super) enum Choice<'m> {
    Timeline,
    Closure(Binary<'m>),
    Counters(Binary<'m>),
    Schedules(Binary<'m>),
}

pub(super) fn choice<'m>(model: &'m Model, config: &Config) -> Choice<'m> {
    // What losses mean depends on when each of them was, which the fast engines do not tell.
    if config.engine == Some(Engine::Timeline) || matches!(config.criterion, Criterion::Impact(_)) {
        return Choice::Timeline;
    }
    match (Binary::of(model.graph(), config.within.ms()), config.engine) {
        (Some(binary), None | Some(Engine::Closure)) if binary.any_input() => Choice::Closure(binary),
        (Some(binary), None | Some(Engine::Counters)) if binary.is_at_once() => Choice::Counters(binary),
        (Some(binary), None | Some(Engine::Schedules)) => Choice::Schedules(binary),
        _ => Choice::Timeline,
    }
}
