//! Findings as text: the code, the place, the row with the field underlined, and what to do.

use crate::diagnostic::{Diagnostic, Place, Severity};
use crate::report::language::{Lang, word, words};
use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};

/// A row is shown up to so many bytes behind the field that is meant.
const SHOWN_BEHIND: usize = 300;

/// How text is to look.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Look {
    /// The language.
    pub lang: Lang,
    /// Columns there are.
    pub width: u16,
    /// Whether colours may be used.
    pub colour: bool,
}

/// Writes findings, each with its places and an empty line behind it.
pub fn diagnostics(findings: &[Diagnostic], look: Look) -> String {
    let renderer = if look.colour { Renderer::styled() } else { Renderer::plain() };
    let renderer = renderer.term_width(usize::from(look.width));
    findings.iter().map(|finding| one(finding, look.lang, &renderer) + "\n\n").collect()
}

fn one(diagnostic: &Diagnostic, lang: Lang, renderer: &Renderer) -> String {
    let words = words(lang, &diagnostic.finding);
    let severity = diagnostic.finding.severity();
    let level = match severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Note => Level::NOTE,
    };
    let title = level.with_name(word::severity(lang, severity)).primary_title(words.message).id(diagnostic.finding.code().to_string());
    let mut group = Group::with_title(title);
    for (number, place) in diagnostic.places.iter().enumerate() {
        group = add_place(group, place, number == 0, lang);
    }
    if !words.help.is_empty() {
        group = group.element(Level::HELP.with_name(word::help(lang)).message(plain(&words.help)));
    }
    let text = renderer.render(&[group]);
    if diagnostic.places.iter().all(|place| place.sheet.is_none()) {
        return text;
    }
    // Between the name of a sheet and its row the renderer draws a gap that says nothing.
    let is_gap = |line: &&str| line.contains(":::") && !line.contains('|');
    text.lines().filter(|line| !is_gap(line)).collect::<Vec<_>>().join("\n")
}

fn add_place<'a>(group: Group<'a>, place: &'a Place, is_first: bool, lang: Lang) -> Group<'a> {
    if place.row == 0 || place.quote.is_empty() {
        let origin = Origin::path(path(place, lang));
        let line = usize::try_from(place.row).ok().filter(|&row| row > 0 && place.sheet.is_none());
        return group.element(line.map_or_else(|| origin.clone(), |line| origin.clone().line(line).char_column(1)));
    }
    let quote = &place.quote[..place.quote.ceil_char_boundary((place.span.end + SHOWN_BEHIND).min(place.quote.len()))];
    let kind = if is_first { AnnotationKind::Primary } else { AnnotationKind::Context };
    let mut annotation = kind.span(place.span.start.min(quote.len())..place.span.end.min(quote.len()));
    if !is_first {
        annotation = annotation.label(word::other_row(lang));
    }
    let line = usize::try_from(place.row).unwrap_or(usize::MAX);
    let snippet = Snippet::source(quote).line_start(line).annotation(annotation);
    // The renderer counts signs of the line shown, which in a sheet is no place.
    match place.sheet {
        Some(_) => group.element(Origin::path(path(place, lang))).element(snippet),
        None => group.element(snippet.path(place.file.as_str())),
    }
}

/// The file, and in a workbook the sheet and the cell.
fn path(place: &Place, lang: Lang) -> String {
    let Some(sheet) = &place.sheet else { return place.file.clone() };
    // Without a column it is about the row.
    let cell = place.cell().map_or_else(String::new, |cell| format!(", {} {cell}", word::cell(lang)));
    plain(&format!("{}, {} {sheet}{cell}", place.file, word::sheet(lang)))
}

/// A text that may be trusted not to steer a terminal.
fn plain(text: &str) -> String {
    text.chars().filter(|sign| !sign.is_control()).collect()
}
