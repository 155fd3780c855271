//! Rows and fields of a delimited text, found without copying a byte.
//!
//! Invariants: every line of the text belongs to exactly one row, fault, comment or empty row; a broken quote costs the line
//! where it opens and never the rest of the file; the same text always gives the same items, so that a
//! row can be found again by its number.

use super::bytes::MAX_LINE;
use super::row::{Damage, DamageKind, Field, Row, line_ends, without_line_end};
use super::words::{is_failed_formula, is_none};
use std::ops::Range;

/// The longest field, in bytes.
pub(super) const MAX_FIELD: usize = 1 << 16;
/// Walks through a text row by row.
#[derive(Debug, Clone)]
pub(super) struct Scanner<'a> {
    text: &'a str,
    at: usize,
    line: u64,
    delimiter: u8,
    has_nul: bool,
    fields: Vec<Field>,
}

impl<'a> Scanner<'a> {
    /// Walks through `text` from byte `at` on, which begins line `line`.
    pub(super) fn new(text: &'a str, at: usize, line: u64, delimiter: u8) -> Self {
        Self { text, at, line, delimiter, has_nul: text.as_bytes().contains(&0), fields: Vec::new() }
    }

    /// What is not walked through yet.
    pub(super) fn rest(&self) -> &'a str {
        &self.text[self.at..]
    }

    /// The line where the rest begins, from 1.
    pub(super) fn line(&self) -> u64 {
        self.line
    }

    /// Leaves the rest alone.
    pub(super) fn give_up(&mut self) {
        self.at = self.text.len();
    }

    /// The next row, if it is two fields that can be taken as they stand, as nearly all of many tables are: of text without quotes or guards,
    /// and with nothing around it. Otherwise nothing is taken.
    pub(super) fn next_pair(&mut self) -> Option<[&'a str; 2]> {
        let text = &self.text[self.at..];
        let bytes = text.as_bytes();
        let ends = |&byte: &u8| byte == self.delimiter || byte == b'\n' || byte == b'"';
        let middle = bytes.iter().position(ends).filter(|&at| bytes[at] == self.delimiter)?;
        let end = bytes[middle + 1..].iter().position(ends).map_or(bytes.len(), |length| middle + 1 + length);
        if bytes.get(end).is_some_and(|&byte| byte != b'\n') || end > MAX_FIELD || self.has_nul {
            return None;
        }
        let pair = [&text[..middle], text[middle + 1..end].strip_suffix('\r').unwrap_or(&text[middle + 1..end])];
        if !pair.into_iter().all(is_plain) {
            return None;
        }
        self.at += (end + 1).min(bytes.len());
        self.line += 1;
        Some(pair)
    }

    /// The next row that holds anything, or what stands in its place.
    pub(super) fn next(&mut self) -> Option<Result<Row<'_, 'a>, Damage<'a>>> {
        loop {
            let (start, line) = (self.at, self.line);
            if start >= self.text.len() {
                return None;
            }
            if self.is_comment() {
                self.skip_line();
                continue;
            }
            self.fields.clear();
            if let Err(damage) = self.scan(start) {
                return Some(Err(damage));
            }
            if self.fields.iter().any(|field| field.start != field.end) {
                let raw = without_line_end(&self.text[start..self.at]);
                return Some(Ok(Row { line, raw, fields: &self.fields }));
            }
        }
    }

    fn scan(&mut self, start: usize) -> Result<(), Damage<'a>> {
        let line = self.line;
        if !self.plain(start) {
            self.quoted(start).inspect_err(|_| self.skip_line())?;
        }
        let raw = &self.text[start..self.at];
        let is_long = |field: &&Field| (field.end - field.start) as usize > MAX_FIELD;
        if let Some(field) = (raw.len() > MAX_FIELD).then(|| self.fields.iter().find(is_long)).flatten() {
            let span = field.start as usize..field.end as usize;
            return Err(Damage { kind: DamageKind::LongField, line, raw: without_line_end(raw), span });
        }
        match self.has_nul.then(|| raw.find('\0')).flatten() {
            Some(nul) => Err(Damage { kind: DamageKind::Nul, line, raw: without_line_end(raw), span: nul..nul + 1 }),
            None => Ok(()),
        }
    }

    /// Reads a row without quotes, as nearly all are; `false` when a quote is met.
    fn plain(&mut self, start: usize) -> bool {
        let bytes = &self.text.as_bytes()[start..];
        let mut field = 0;
        let mut end = bytes.len();
        for (at, &byte) in bytes.iter().enumerate() {
            if byte == self.delimiter {
                self.push(start, field..at, false);
                field = at + 1;
            } else if byte == b'\n' {
                end = at;
                break;
            } else if byte == b'"' {
                self.fields.clear();
                return false;
            }
        }
        self.push(start, field..end, false);
        self.at = (start + end + 1).min(self.text.len());
        self.line += 1;
        true
    }

    /// Reads a row with quotes; on a broken one, `at` and `line` stand at the line of the broken quote.
    fn quoted(&mut self, start: usize) -> Result<(), Damage<'a>> {
        let text = &self.text[start..];
        let mut at = 0;
        loop {
            let content = at + text[at..].len() - text[at..].trim_start_matches(|sign| self.is_blank(sign)).len();
            at = if text[content..].starts_with('"') {
                self.quoted_field(start, content)?
            } else {
                let end = text[at..].find(|sign| self.ends_field(sign)).map_or(text.len(), |length| at + length);
                self.push(start, at..end, false);
                end
            };
            match text.as_bytes().get(at) {
                Some(&byte) if byte == self.delimiter => at += 1,
                _ => break,
            }
        }
        self.at = (start + at + 1).min(self.text.len());
        self.line += 1;
        Ok(())
    }

    /// Reads a field whose opening quote stands at `open`; where it ends.
    fn quoted_field(&mut self, start: usize, open: usize) -> Result<usize, Damage<'a>> {
        let bytes = &self.text.as_bytes()[start..];
        let mut at = open + 1;
        let close = loop {
            match bytes.get(at) {
                Some(b'"') if bytes.get(at + 1) == Some(&b'"') => at += 2,
                Some(b'"') => break at,
                Some(_) if at - open <= MAX_LINE => at += 1,
                _ => return Err(self.broken(start, open, None)),
            }
        };
        let rest = &self.text[start + close + 1..];
        let end = close + 1 + rest.len() - rest.trim_start_matches(|sign| self.is_blank(sign) || sign == '\r').len();
        if bytes.get(end).is_some_and(|&byte| byte != self.delimiter && byte != b'\n') {
            return Err(self.broken(start, open, Some(end)));
        }
        self.line += line_ends(&bytes[open..close]);
        self.push(start, open + 1..close, true);
        Ok(end)
    }

    /// A broken quote, quoted with the line on which it opens; the scan goes on from that line.
    fn broken(&mut self, start: usize, open: usize, text_after: Option<usize>) -> Damage<'a> {
        let line_start = self.text[..start + open].rfind('\n').map_or(0, |end| end + 1).max(start);
        let raw = self.text[line_start..].split('\n').next().unwrap_or_default();
        let from = start + open - line_start;
        let to = text_after.map_or(raw.len(), |end| (start + end - line_start).min(raw.len()));
        self.at = line_start;
        Damage { kind: DamageKind::Quote, line: self.line, raw: without_line_end(raw), span: from..to }
    }

    fn skip_line(&mut self) {
        self.at += self.rest().find('\n').map_or(self.rest().len(), |end| end + 1);
        self.line += 1;
    }

    fn push(&mut self, start: usize, range: Range<usize>, quoted: bool) {
        let text = &self.text[start + range.start..start + range.end];
        let is_tight = |byte: Option<&u8>| byte.is_none_or(|&byte| byte > b' ' && byte < 0x80);
        let bytes = text.as_bytes();
        let (mut from, mut to) = (range.start, range.end);
        if !is_tight(bytes.first()) || !is_tight(bytes.last()) {
            to = from + text.trim_end().len();
            from = to - text.trim().len();
        }
        self.fields.push(Field { start: from as u32, end: to as u32, quoted });
    }

    /// Whether the first field begins with `#`, and not because a formula failed in it: such a row was not left out by anyone.
    fn is_comment(&self) -> bool {
        let rest = self.rest();
        let begins = match rest.as_bytes().first() {
            Some(b' ' | b'\t') => rest.trim_start_matches(|sign| self.is_blank(sign)).starts_with('#'),
            first => first == Some(&b'#'),
        };
        begins && !is_failed_formula(rest.split(|sign| sign == '\r' || self.ends_field(sign)).next().unwrap_or_default().trim())
    }

    fn is_blank(&self, sign: char) -> bool {
        sign == ' ' || (sign == '\t' && self.delimiter != b'\t')
    }

    fn ends_field(&self, sign: char) -> bool {
        sign == '\n' || sign == char::from(self.delimiter)
    }
}

/// Whether a field without quotes names something and can be taken as it stands.
fn is_plain(field: &str) -> bool {
    let is_tight = |byte: Option<&u8>| byte.is_some_and(|&byte| byte > b' ' && byte < 0x80);
    let bytes = field.as_bytes();
    is_tight(bytes.first()) && is_tight(bytes.last()) && !matches!(bytes.first(), Some(b'\'' | b'#')) && !is_none(field)
}
