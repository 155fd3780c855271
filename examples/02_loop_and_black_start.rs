//! Two that cannot start without each other, and the black start that breaks the loop.
//!
//! ```text
//!          power              mast battery: none
//!   grid ─────────► mast      both restart in 1 h
//!     ▲              │
//!     └──────────────┘
//!       remote control
//! ```
//!
//! The grid fails at 0 and is repaired at 2 h. It needs the mast and the mast needs it: a restart deadlock. A black start lets the grid
//! run without its needs for a while after a repair. It must outlast the restarts all around the loop: two hours here, not one.

use keten::analysis::{Model, what_if};
use keten::network::{Cell, Draft, Event, Network, NodeDetail, NodeRow, Stance};
use keten::units::{Level, Quantity, Time};

fn hours(hours: u32) -> Cell<Quantity<Time>> {
    Cell::Is(Quantity::Fixed(Time::from_hours(hours)))
}

/// The loop, with a black start of so many hours at the grid; 0 for none.
fn network(black_start_h: u32) -> Network {
    let mut draft = Draft { has_node_table: true, ..Draft::default() };
    draft.depend("grid", "mast");
    draft.depend("mast", "grid");
    for (id, black_start_h) in [("grid", black_start_h), ("mast", 0)] {
        let detail = NodeDetail { restart: hours(1), black_start: hours(black_start_h), ..NodeDetail::default() };
        draft.nodes.push(NodeRow { id: draft.names.intern(id), detail });
    }
    Network::build(draft).expect("the rows do not contradict one another")
}

/// What follows when the grid is out from 0 to 2 h, looked at until 24 h.
fn grid_out(black_start_h: u32) -> what_if::WhatIf {
    let model = Model::new(network(black_start_h), Stance::Central);
    let event = Event::fail(&model.network, "grid+2").expect("the grid is a node");
    what_if::what_if(&model, &[event], &what_if::Config::to(Time::from_hours(24)))
}

/// The output of the first and of the second node at the end.
fn ends(answer: &what_if::WhatIf) -> [Level; 2] {
    [0, 1].map(|node| answer.nodes[node].steps.last().expect("a node that lost output has steps").1)
}

fn main() {
    // Without a black start nothing returns, and it is reported who holds whom.
    let locked = grid_out(0);
    assert_eq!(ends(&locked), [Level::ZERO, Level::ZERO]);
    assert_eq!(locked.restart_deadlocks.len(), 1);
    assert_eq!(locked.restart_deadlocks[0].at, Time::from_hours(2));
    assert_eq!(locked.restart_deadlocks[0].nodes.len(), 2);

    // One hour: the grid would deliver at 3 h, and loses its black start in that very instant.
    assert_eq!(ends(&grid_out(1)), [Level::ZERO, Level::ZERO]);

    // Two hours: the grid delivers from 3 h, the mast from 4 h, and the loop carries itself when the black start ends.
    let restored = grid_out(2);
    assert_eq!(ends(&restored), [Level::ONE, Level::ONE]);
    assert_eq!(restored.nodes[0].steps, [(Time::ZERO, Level::ZERO), (Time::from_hours(3), Level::ONE)]);
    assert_eq!(restored.nodes[1].steps, [(Time::ZERO, Level::ZERO), (Time::from_hours(4), Level::ONE)]);
    // Nothing outside the loop ever fed it, so there is no self-supported loop to report: it was so from the start.
    assert!(restored.self_supported.is_empty());
}
