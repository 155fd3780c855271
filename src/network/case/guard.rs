//! The apostrophe that keeps a spreadsheet from taking a text for a formula, put there and taken away again.
//!
//! Invariant: what was guarded is read as the text that it was, whatever it begins with; a text that looks guarded itself gets one apostrophe
//! more.
//!
//! ```
//! use keten::network::case::{guarded, unguarded};
//! assert_eq!((guarded("@home"), guarded("grid")), ("'@home".into(), "grid".into()));
//! assert_eq!((unguarded("'@home"), unguarded("'s-Hertogenbosch")), ("@home", "'s-Hertogenbosch"));
//! assert_eq!(unguarded(&guarded("'=1")), "'=1");
//! ```

use std::borrow::Cow;

/// What a text must not begin with where a spreadsheet may read it.
pub const FORMULA_SIGNS: [char; 6] = ['=', '+', '-', '@', '\t', '\r'];

/// A text as a cell of a table that is to be read again.
pub fn guarded(text: &str) -> Cow<'_, str> {
    if would_be_formula(text) { Cow::Owned(format!("'{text}")) } else { Cow::Borrowed(text) }
}

/// What a guarded text says.
pub fn unguarded(text: &str) -> &str {
    text.strip_prefix('\'').filter(|rest| would_be_formula(rest)).unwrap_or(text)
}

/// Whether a text begins a formula, with or without guards before it.
fn would_be_formula(text: &str) -> bool {
    text.trim_start_matches('\'').starts_with(FORMULA_SIGNS)
}

/// The same for a text of which a guard is a part of what a sheet shows: there only what looks guarded needs one more.
pub fn guarded_in_sheet(text: &str) -> Cow<'_, str> {
    if text.starts_with(['\'', '\t', '\r']) { guarded(text) } else { Cow::Borrowed(text) }
}
