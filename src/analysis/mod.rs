//! Questions and their answers: one file is one question with one `Config`, one function and one owned result.
//!
//! Invariants: results own their data and borrow nothing; no I/O, no prose, no clock. What can be split is a range of independent items whose
//! partial results merge in any order, so the number of threads never shows.
//!
//! ```
//! use keten::analysis::{Model, what_if};
//! use keten::network::{Draft, Event, Network, Stance};
//! use keten::units::Time;
//! let mut draft = Draft::default();
//! draft.depend("tel", "grid");
//! let model = Model::new(Network::build(draft).unwrap(), Stance::Central);
//! let event = Event::fail(&model.network, "grid+4").unwrap();
//! let answer = what_if::what_if(&model, &[event], &what_if::Config::to(Time::from_hours(72)));
//! assert_eq!(answer.totals.affected, 2);
//! ```

pub mod acquired;
pub mod bounds;
pub mod chain;
pub mod check;
pub mod chokepoints;
pub mod classify;
mod combinations;
pub mod compare;
pub mod compromise;
pub mod control;
mod course;
pub mod critical_sets;
pub mod curve;
pub mod cyber_map;
pub mod exposure;
pub mod generate;
pub mod governance;
pub mod heat;
pub mod impact;
pub mod measures;
mod model;
mod outputs;
pub mod pattern;
mod profile;
pub mod ranking;
pub mod sensitivity;
pub mod structure;
pub mod uncertainty;
pub mod verify;
pub mod what_if;
pub mod why;

pub use model::Model;
