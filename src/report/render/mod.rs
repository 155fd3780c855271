//! From a document to text, Markdown or a page, and from findings to text with the row underlined.
//!
//! Invariant: an exporter knows documents and nothing of what they are about.

mod diagnostics;
mod html;
mod markdown;
mod text;
mod tree;

pub use diagnostics::{Look, diagnostics};
pub use html::html;
pub use markdown::markdown;
pub(super) use text::figure_line;
pub use text::text;
