//! Answers in words, tables, JSON, CSV, Markdown and SVG, in English and Dutch. No computing.
//!
//! Invariants: every text comes from [`language`]; data formats (JSON, CSV) are the same in every language and on every run; an
//! exporter knows documents and charts and nothing of what they are about.
//!
//! ```
//! use keten::analysis::{Model, what_if};
//! use keten::network::{Draft, Event, Network, Stance};
//! use keten::report::{Question, json::Run, language::Lang, render, simulate};
//! use keten::units::Time;
//! let mut draft = Draft::default();
//! draft.depend("tel", "grid");
//! let model = Model::new(Network::build(draft).unwrap(), Stance::Central);
//! let events = [Event::fail(&model.network, "grid+4").unwrap()];
//! let answer = what_if::what_if(&model, &events, &what_if::Config::to(Time::from_hours(72)));
//! let run = Run::new("simulate", Vec::new(), 1, Stance::Central);
//! let question = Question { model: &model, run: &run, events: &events, title: None };
//! let text = render::text(&simulate::document(&question, &answer, Lang::English), Lang::English, 100);
//! assert!(text.starts_with("What follows: loss of grid\n"));
//! ```

mod acquired;
mod basis;
pub mod bounds;
pub mod chart;
pub mod check;
pub mod chokepoints;
pub mod classify;
pub mod columns;
pub mod compare;
mod compromise;
pub mod critical_sets;
pub mod csv;
pub mod curve;
pub mod cyber_map;
pub mod document;
pub mod dossier;
pub mod drawing;
pub mod exchange;
pub mod explain;
pub mod exposure;
pub mod governance;
pub mod impact;
pub mod json;
pub mod language;
mod loss;
mod marking;
mod markup;
pub mod measures;
mod names;
pub mod portrait;
mod question;
pub mod rank;
pub mod render;
pub mod risk;
pub mod sensitivity;
pub mod simulate;
mod structure;
pub mod svg;
pub mod uncertainty;
pub mod verify;
pub mod why;
pub mod xlsx;

pub use question::Question;
