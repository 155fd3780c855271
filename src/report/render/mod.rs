//! From a document to text or Markdown, and from findings to text with the row underlined.
//!
//! Invariant: an exporter knows documents and nothing of what they are about.

mod diagnostics;
mod markdown;
mod text;
mod tree;

pub use diagnostics::{Look, diagnostics};
pub use markdown::markdown;
pub use text::text;
