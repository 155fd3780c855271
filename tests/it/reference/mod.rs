//! A slow and literal reading of the model, to hold the engine against.
//!
//! Written from the text of the model alone. At every instant all nodes and all needs are computed
//! again and again until nothing changes, and the next instant is found by looking at everything
//! that could happen. Nothing is kept from one instant to the next but what the model itself
//! remembers, so a mistake in the bookkeeping of a fast engine has nothing here to agree with.
//!
//! Times are whole milliseconds; levels, shares and weights are whole parts per million.

mod conditions;
mod fixed;
mod instant;
mod level;
mod loops;
pub mod random;
mod schedule;
mod stock;
#[cfg(test)]
mod tests;
mod window;

pub use level::{NEAR, ONE};

/// A network: nodes, and the needs that tie them together by their positions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Net {
    /// The nodes; others refer to one by its position.
    pub nodes: Vec<Node>,
    /// The needs, in any order.
    pub needs: Vec<Need>,
}

/// Anything that can stop working.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Node {
    /// How long a better potential must last before the output follows.
    pub restart: i64,
    /// How long the node runs without its needs after its own state has risen.
    pub black_start: i64,
}

/// Something that one node cannot work without for long.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Need {
    /// The node whose need this is.
    pub dependent: usize,
    /// The ways to meet it.
    pub members: Vec<Member>,
    /// The supply below which nothing can be used.
    pub minimum: i64,
    /// How long a full stock bridges a whole loss.
    pub buffer: i64,
    /// How long an empty stock takes to become full; 0 is at once.
    pub refill: i64,
    /// The weight of a supporting need; `None` is an essential one.
    pub weight: Option<i64>,
    /// Whether the stock can be called on; where it cannot there is none.
    pub buffer_works: bool,
}

/// One way to meet a need.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Member {
    /// The node that provides.
    pub provider: usize,
    /// The part of the need that it meets at full output.
    pub share: i64,
    /// How long the others must fall short before it steps in; 0 is always there.
    pub activation: i64,
    /// Whether losses pass along this row; where not, it always delivers.
    pub carries: bool,
    /// Whether a standby member can step in at all.
    pub starts: bool,
}

/// A spell in which a node's own state is held down.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hazard {
    /// The node that is hit.
    pub node: usize,
    /// The first moment.
    pub from: i64,
    /// The first moment after it; `None` never ends.
    pub to: Option<i64>,
    /// What is left of the own state.
    pub level: i64,
}

/// A spell in which a need has neither its stock nor its standby members.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Drain {
    /// The need that is hit.
    pub need: usize,
    /// The first moment.
    pub from: i64,
    /// The first moment after it; `None` never ends.
    pub to: Option<i64>,
}

/// What happens from outside, and how long to look.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scenario {
    /// What holds own states down.
    pub hazards: Vec<Hazard>,
    /// What empties needs.
    pub drains: Vec<Drain>,
    /// The last moment that belongs to the run.
    pub horizon: i64,
}

/// What came of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Run {
    /// Per node the changes of its output, each with the moment it was settled at.
    pub steps: Vec<Vec<(i64, i64)>>,
    /// Loops that hold themselves down, each with the first moment it did.
    pub deadlocks: Vec<(i64, Vec<usize>)>,
    /// Loops that hold themselves up, each with the first moment they did.
    pub self_supported: Vec<(i64, Vec<usize>)>,
    /// Nodes that were at some moment up with nothing but a loop to feed them.
    pub unfed: Vec<usize>,
}

/// Follows a scenario through a network from just before 0 up to and with the horizon.
pub fn simulate(net: &Net, scenario: &Scenario) -> Run {
    let mut state = instant::State::initial(net);
    let mut watch = loops::Watch::new(net);
    let mut steps = vec![Vec::new(); net.nodes.len()];
    let mut moment = Some(0);
    while let Some(t) = moment.filter(|t| *t <= scenario.horizon) {
        let before = state.output.clone();
        state.settle(net, scenario, t);
        for (node, list) in steps.iter_mut().enumerate() {
            if state.output[node] != before[node] {
                list.push((t, state.output[node]));
            }
        }
        watch.look(net, scenario, &state, t);
        moment = schedule::next(net, scenario, &state, t);
    }
    Run { steps, deadlocks: watch.deadlocks, self_supported: watch.self_supported, unfed: watch.unfed.into_iter().collect() }
}
