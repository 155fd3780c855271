//! Workbooks: the tables of an answer, or a network, with cells that are numbers where they hold numbers.
//!
//! Invariants: no cell is a formula, whatever its text begins with; the same answer gives the same bytes, so the date in the file is fixed.

mod book;
mod case;
mod document;

pub use case::case;
pub use document::document;
