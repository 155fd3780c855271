//! A chart as SVG: self-contained, text as text, every name escaped.

mod scale;
mod timeline;
mod writer;

pub use timeline::svg;
