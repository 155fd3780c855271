//! A TOML file whose every part knows its place.

use super::bytes::{Origin, Raw};
use super::findings::Findings;
use super::row::quoted_line;
use crate::diagnostic::{Diagnostic, Finding, Place};
use crate::network::nearest;
use std::ops::Range;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// A TOML text, and where findings about it go.
pub(super) struct Doc<'d> {
    file: &'d str,
    text: &'d str,
    findings: &'d mut Findings,
}

/// A table of a TOML file.
#[derive(Clone, Copy)]
pub(super) struct Section<'t> {
    pub(super) entries: &'t DeTable<'t>,
    at: (usize, usize),
}

impl Section<'_> {
    /// Where the table stands: its header, or its first line.
    pub(super) fn span(&self) -> Range<usize> {
        self.at.0..self.at.1
    }
}

/// The text of a TOML file, without its byte order mark.
pub(super) fn text_of(origin: &Origin, raw: Raw, findings: &mut Findings) -> Option<String> {
    match String::from_utf8(raw.bytes) {
        Ok(text) => Some(text.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(text)),
        Err(error) => {
            // TOML is UTF-8 by definition, so no other encoding is tried.
            let place = quoted_line(&origin.name, error.as_bytes(), error.utf8_error().valid_up_to());
            findings.push(Diagnostic::new(Finding::BadEncoding { encoding: "UTF-8".to_owned() }, place));
            None
        }
    }
}

impl<'d> Doc<'d> {
    pub(super) fn new(file: &'d str, text: &'d str, findings: &'d mut Findings) -> Self {
        Self { file, text, findings }
    }

    /// Parses the text; `None` when it is no TOML, with a finding for each place where it is not.
    pub(super) fn parse(&mut self) -> Option<Spanned<DeTable<'d>>> {
        let (table, errors) = DeTable::parse_recoverable(self.text);
        for error in &errors {
            let span = error.span().unwrap_or(0..0);
            self.report(span, Finding::BadToml { reason: error.message().to_owned() });
        }
        errors.is_empty().then_some(table)
    }

    pub(super) fn report(&mut self, span: Range<usize>, finding: Finding) {
        let place = self.place(span);
        self.findings.push(Diagnostic::new(finding, place));
    }

    /// How many errors there are so far.
    pub(super) fn errors(&self) -> u64 {
        self.findings.errors()
    }

    fn place(&self, span: Range<usize>) -> Place {
        let at = self.text.floor_char_boundary(span.start);
        let mut place = quoted_line(self.file, self.text.as_bytes(), at);
        let length = span.end.saturating_sub(at);
        place.span.end = place.quote.floor_char_boundary((place.span.start + length).min(place.quote.len()));
        place
    }

    /// The root as a section.
    pub(super) fn root<'t>(&self, table: &'t Spanned<DeTable<'t>>) -> Section<'t> {
        let first = self.text.find('\n').unwrap_or(self.text.len());
        Section { entries: table.get_ref(), at: (0, first) }
    }

    /// A finding for each key that is not `known`; keys of things that may come later are for the caller to tell.
    pub(super) fn check_keys(&mut self, section: Section, known: &[&str]) {
        for key in section.entries.keys().filter(|key| !known.contains(&key.get_ref().as_ref())) {
            let text = key.get_ref().to_string();
            let nearest = nearest(&text, known.iter().copied());
            self.report(key.span(), Finding::UnknownKey { key: text, nearest });
        }
    }

    /// The tables under a key: `[[key]]`.
    pub(super) fn tables<'t>(&mut self, section: Section<'t>, key: &str) -> Vec<Section<'t>> {
        let Some(value) = section.entries.get(key) else { return Vec::new() };
        let elements = match value.get_ref() {
            DeValue::Array(array) => array.iter().map(|element| (element.span(), element.get_ref())).collect(),
            _ => vec![(value.span(), &DeValue::Boolean(false))],
        };
        let mut sections = Vec::new();
        for (span, element) in elements {
            match element {
                DeValue::Table(entries) => sections.push(Section { entries, at: (span.start, span.end) }),
                _ => self.wrong(span, key, "tables"),
            }
        }
        sections
    }

    /// The table under a key, which may stand on one line.
    pub(super) fn table<'t>(&mut self, section: Section<'t>, key: &str, expected: &str) -> Option<Section<'t>> {
        let value = section.entries.get(key)?;
        if let DeValue::Table(entries) = value.get_ref() {
            return Some(Section { entries, at: (value.span().start, value.span().end) });
        }
        self.wrong(value.span(), key, expected);
        None
    }

    pub(super) fn wrong(&mut self, span: Range<usize>, key: &str, expected: &str) {
        self.report(span, Finding::WrongValue { key: key.to_owned(), expected: expected.to_owned() });
    }
}
