#![doc = "keten"]
pub mod diagnostic;
pub mod error;
pub mod network;
pub mod outcome;
pub mod units;
