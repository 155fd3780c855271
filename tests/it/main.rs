//! All integration tests in one binary, a module per area.
#![allow(
    clippy::unwrap_used,
    clippy::pedantic,
    missing_docs,
    unreachable_pub,
    reason = "tests are read for what they state, and are nobody's interface"
)]

mod bounds;
mod cli;
mod compare;
mod compromise;
mod course;
mod critical_sets;
mod curve;
mod engine;
mod golden;
mod impact;
mod init;
mod ownership;
mod pages;
mod ranking;
mod reference;
mod report;
mod sensitivity;
mod structure;
mod suite;
mod tables;
mod tidy;
mod uncertainty;
mod workbooks;
