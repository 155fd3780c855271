//! All integration tests in one binary, a module per area.
#![allow(clippy::unwrap_used, missing_docs, reason = "tests")]

mod engine;
mod reference;
mod suite;
mod tables;
mod tidy;
