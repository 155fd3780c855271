//! All integration tests in one binary, a module per area.
#![allow(clippy::unwrap_used, missing_docs, reason = "tests")]

mod cli;
mod engine;
mod init;
mod reference;
mod report;
mod suite;
mod tables;
mod tidy;
