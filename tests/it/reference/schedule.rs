//! What a scenario says of a moment, and when the next thing can happen.

use super::instant::State;
use super::level::ONE;
use super::{Net, Scenario};

/// Whether `t` lies in a spell; its end does not belong to it.
fn within(from: i64, to: Option<i64>, t: i64) -> bool {
    from <= t && to.is_none_or(|to| t < to)
}

/// The own state of a node: the lowest that any hazard holds it at.
pub fn own_state(scenario: &Scenario, node: usize, t: i64) -> i64 {
    (scenario.hazards.iter())
        .filter(|hazard| hazard.node == node && within(hazard.from, hazard.to, t))
        .map(|hazard| hazard.level)
        .min()
        .unwrap_or(ONE)
}

/// Whether a need is without its stock and its standby members.
pub fn drained(scenario: &Scenario, need: usize, t: i64) -> bool {
    (scenario.drains.iter()).any(|drain| drain.need == need && within(drain.from, drain.to, t))
}

/// The first moment after `t` at which anything can happen.
pub fn next(net: &Net, scenario: &Scenario, state: &State, t: i64) -> Option<i64> {
    let mut moments = Vec::new();
    for hazard in &scenario.hazards {
        moments.push(hazard.from);
        moments.extend(hazard.to);
    }
    for drain in &scenario.drains {
        moments.push(drain.from);
        moments.extend(drain.to);
    }
    for (place, need) in net.needs.iter().enumerate() {
        moments.extend(state.stocks[place].runs_out());
        if let Some(since) = state.short_since[place] {
            moments.extend(need.members.iter().map(|member| since + member.activation));
        }
    }
    for (place, node) in net.nodes.iter().enumerate() {
        moments.extend(state.history[place].expiries(node.restart, t));
        moments.extend(state.black_until[place]);
    }
    moments.into_iter().filter(|moment| *moment > t).min()
}
