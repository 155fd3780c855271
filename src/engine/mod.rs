//! The timeline: outages through time, event by event (docs/semantics.md, sections 2 to 4).
//!
//! Pure: no I/O, no clock, no randomness, no failure. An instant costs what changes in it, never the size of the network: state is kept
//! as the difference from "everything works", so that the untouched part of a network is never written.
//!
//! ```
//! use keten::engine::{Course, Hazard, Timeline};
//! use keten::{graph::{Graph, Parameters, Topology}, network::{Draft, Network, Stance}};
//! let mut draft = Draft::default();
//! draft.depend("tel", "grid");
//! let network = Network::build(draft).unwrap();
//! let (topology, parameters) = (Topology::of(&network), Parameters::of(&network, Stance::Central));
//! let mut timeline = Timeline::new(Graph { topology: &topology, parameters: &parameters });
//! let grid_out = Hazard { node: 0, from: 0, to: Some(3_600_000), level: 0, event: 0 };
//! timeline.run(&Course { hazards: vec![grid_out], drains: vec![] }, 72 * 3_600_000);
//! assert_eq!(timeline.changes().len(), 4); // both fall at 0 and both return after an hour
//! ```

mod baseline;
mod binary;
mod buffer;
mod condensed;
mod course;
mod delay;
mod dominators;
mod fixed_point;
mod flood;
mod flow;
mod hits;
mod hub;
mod instant;
mod lanes;
mod loops;
mod monotone;
mod potential;
mod queue;
mod quorum_lanes;
mod quorums;
mod reach;
mod schedule;
mod spread;
mod surely;
mod timeline;
mod touch;
mod upstream;
mod web;
mod window;

pub use baseline::Baseline;
pub use binary::{Binary, NEVER};
pub use condensed::Condensed;
pub use course::{Course, DETECTION, Drain, Hazard};
pub use delay::{Backwards, Nearest, Soonest, longest};
pub use dominators::dominated;
pub use flood::Flood;
pub use flow::{Flow, UNBOUNDED};
pub use hits::{Core, Cores, Hit, Hits};
pub use hub::{Counted, Hub, PastHub, busiest};
pub use lanes::{LANES, Lane, LaneCount, LaneSum, Lanes, or};
pub use quorum_lanes::{Pull, QuorumLanes};
pub use quorums::Quorums;
pub use reach::{Much, Reach};
pub use schedule::{Anchor, Base, Cascade, Schedules};
pub use spread::Spread;
pub use surely::{Surely, SurelyRoom};
pub use timeline::{Cause, Change, LoopReport, Room, Timeline};
pub use upstream::{Spare, Upstream};
pub use web::Web;
