//! A row as it stands in a file, what may stand in its place, and how either is shown to the user.

use super::scan::MAX_FIELD;
use super::whence::Whence;
use crate::diagnostic::{Finding, Place};
use crate::network::case::unguarded;
use std::borrow::Cow;
use std::ops::Range;

/// So many bytes of a row are quoted; of a longer one the part around what is meant.
const MAX_QUOTE: usize = 400;

/// A field of a row: its trimmed content, without quotes.
#[derive(Debug, Clone, Copy)]
pub(super) struct Field {
    pub(super) start: u32,
    pub(super) end: u32,
    /// Whether quotes stand around it, so that doubled ones within stand for one.
    pub(super) quoted: bool,
}

/// A row as it stands in the file.
#[derive(Debug, Clone, Copy)]
pub(super) struct Row<'s, 'a> {
    /// The line on which it begins, from 1.
    pub(super) line: u64,
    /// The row without its line end.
    pub(super) raw: &'a str,
    pub(super) fields: &'s [Field],
}

/// Something that stands where a row should.
#[derive(Debug)]
pub(super) struct Damage<'a> {
    pub(super) kind: DamageKind,
    pub(super) line: u64,
    /// The line without its end.
    pub(super) raw: &'a str,
    /// The bytes of it that are meant.
    pub(super) span: Range<usize>,
}

/// Why something is no row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum DamageKind {
    Quote,
    Nul,
    LongField,
}

impl<'a> Row<'_, 'a> {
    pub(super) fn len(&self) -> usize {
        self.fields.len()
    }

    /// The content of a field, without the apostrophe that guards it from spreadsheets; empty when the row has no such field.
    pub(super) fn cell(&self, field: usize) -> Cow<'a, str> {
        let Some(&Field { start, end, quoted }) = self.fields.get(field) else { return Cow::Borrowed("") };
        let text = &self.raw[start as usize..end as usize];
        let text = if text.starts_with('\'') { unguarded(text) } else { text };
        if quoted && text.contains("\"\"") { Cow::Owned(text.replace("\"\"", "\"")) } else { Cow::Borrowed(text) }
    }

    /// The content of a field as it stands there, with its doubled quotes and its guard.
    pub(super) fn text(&self, field: usize) -> &'a str {
        self.fields.get(field).map_or("", |field| &self.raw[field.start as usize..field.end as usize])
    }

    pub(super) fn is_empty_from(&self, field: usize) -> bool {
        self.fields.iter().skip(field).all(|field| field.start == field.end)
    }

    /// The row, or one field of it, as a place.
    pub(super) fn place(&self, whence: &Whence, field: Option<usize>, header: Option<&str>) -> Place {
        let span = field.and_then(|field| self.fields.get(field)).map_or(0..self.raw.len(), |f| f.start as usize..f.end as usize);
        Place { column: field.map(|field| field + 1), header: header.map(str::to_owned), ..place(whence, self.line, self.raw, span) }
    }
}

impl Damage<'_> {
    pub(super) fn finding(&self) -> Finding {
        match self.kind {
            DamageKind::Quote => Finding::BrokenQuote {},
            DamageKind::Nul => Finding::NulByte {},
            DamageKind::LongField => Finding::TooLong { limit: MAX_FIELD },
        }
    }

    pub(super) fn place(&self, whence: &Whence) -> Place {
        place(whence, self.line, self.raw, self.span.clone())
    }
}

/// A line without its end.
pub(super) fn without_line_end(raw: &str) -> &str {
    raw.strip_suffix('\n').unwrap_or(raw).trim_end_matches('\r')
}

/// A place in a row, of which a long one is quoted in part.
fn place(whence: &Whence, line: u64, raw: &str, span: Range<usize>) -> Place {
    let span = span.start.min(raw.len())..span.end.min(raw.len());
    let (mut from, mut to) = (0, raw.len());
    if raw.len() > MAX_QUOTE {
        from = raw.floor_char_boundary(span.start.saturating_sub(MAX_QUOTE / 4));
        to = raw.floor_char_boundary((from + MAX_QUOTE).min(raw.len()));
    }
    let within = |at: usize| at.clamp(from, to) - from;
    let span = within(span.start)..within(span.end);
    let (sheet, row) = (whence.sheet_name(), whence.row_of(line));
    Place { file: whence.file.clone(), sheet, row, column: None, header: None, quote: raw[from..to].to_owned(), span }
}

/// The line of `bytes` that holds byte `at`, as a place; bytes that are no text are shown as replacement signs.
pub(super) fn quoted_line(file: &str, bytes: &[u8], at: usize) -> Place {
    let row = line_ends(&bytes[..at]) + 1;
    let start = bytes[..at].iter().rposition(|&byte| byte == b'\n').map_or(0, |end| end + 1);
    let end = bytes[at..].iter().position(|&byte| byte == b'\n').map_or(bytes.len(), |length| at + length);
    let before = String::from_utf8_lossy(&bytes[start..at]).into_owned();
    let after = String::from_utf8_lossy(&bytes[at..end]).into_owned();
    let wide = after.chars().next().map_or(0, char::len_utf8);
    let span = before.len()..before.len() + wide;
    let line = before + &after;
    place(&Whence::file(file), row, without_line_end(&line), span)
}

/// How many lines end in `bytes`.
pub(super) fn line_ends(bytes: &[u8]) -> u64 {
    bytes.split(|&byte| byte == b'\n').count() as u64 - 1
}
