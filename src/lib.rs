//! What falls when something fails, when it falls, why, and what is critical.
//!
//! keten simulates the dependencies between vital processes and their suppliers. A network is a set of nodes; a node has *needs*, and a
//! need is met by one or more providers. Stocks bridge a shortage for a while, standby steps in after a while, and what was down takes
//! time to start again. docs/semantics.md says exactly what that means; this page is a tour of the code.
//!
//! # A network and a question
//!
//! A mast has a battery of four hours, and emergency calls need the mast. The grid fails for ten hours.
//!
//! ```
//! use keten::analysis::{Model, what_if};
//! use keten::network::{Cell, Draft, Event, Network, Stance};
//! use keten::units::{Quantity, Time};
//!
//! let mut draft = Draft::default();
//! draft.depend("mast", "grid");
//! draft.detail_mut(0).buffer = Cell::Is(Quantity::Fixed(Time::from_hours(4)));
//! draft.depend("emergency calls", "mast");
//! let network = Network::build(draft).unwrap(); // or every fault at once
//!
//! let model = Model::new(network, Stance::Central);
//! let event = Event::fail(&model.network, "grid@0+10").unwrap();
//! let answer = what_if::what_if(&model, &[event], &what_if::Config::to(Time::from_hours(24)));
//!
//! let calls = answer.nodes.iter().find(|affected| model.network.id(affected.node) == "emergency calls").unwrap();
//! assert_eq!(calls.first_loss, Time::from_hours(4));
//! assert_eq!(calls.lost_h, 6.0);
//! ```
//!
//! Files are read by [`tables::load_network`], which never stops at the first fault:
//!
//! ```
//! use keten::tables::load_network;
//!
//! let checked = load_network("networks/tutorial");
//! let loaded = checked.value.expect("the tutorial has no faults");
//! assert_eq!(loaded.network.node_count(), 11);
//! ```
//!
//! # The rooms
//!
//! Data flows one way, and each room is a pure function of the one before it:
//!
//! ```text
//! tables -> network -> graph -> engine -> analysis -> report -> app
//! ```
//!
//! | module | what it holds |
//! |---|---|
//! | [`units`] | levels in whole ppm and times in whole ms, checked when made |
//! | [`diagnostic`] | what may be wrong with the user's data: a code, places, typed arguments, no prose |
//! | [`error`] | what may fail at run time: reading and writing |
//! | [`outcome`] | whole answers and honest parts of one; progress and cancel |
//! | [`network`] | what exists: nodes, needs, dependencies, scenarios, selectors |
//! | [`tables`] | files: the only reader of them |
//! | [`graph`] | a network compiled to numbers |
//! | [`engine`] | the timeline: outages through time, event by event |
//! | [`analysis`] | questions and their answers |
//! | [`report`] | answers in words, tables, JSON and pictures |
//! | [`app`] | the command line |
//!
//! # Guarantees
//!
//! - A result is a pure function of the network, the scenario, the settings and the seed: the same bytes with any number of threads.
//! - The order of rows and the names of files do not matter.
//! - Faulty data is found in full, each fault with its file, row and column, and never simulated.
//! - After a network is built nothing else can fail: engine and analysis return plain values.
//! - A part of an answer says that it is one ([`outcome::Outcome`]).

pub mod analysis;
pub mod app;
pub mod diagnostic;
pub mod engine;
pub mod error;
pub mod graph;
pub mod network;
pub mod outcome;
pub mod report;
pub mod tables;
pub mod units;
