//! Pages: what a browser is given is whole, loads nothing, runs nothing and says of every picture what is in it.

mod hostile;
mod reader;
mod report;
mod risk;

use crate::cli::{CASE, folder, run};
use reader::Element;

/// What a command writes as a page.
fn page(case: &std::path::Path, arguments: &[&str]) -> String {
    let ran = run(case, &[arguments, &["--format", "html", "--quiet"]].concat());
    assert_eq!(ran.code, Some(0), "{arguments:?}: {}", ran.err);
    ran.out
}

/// Elements that a page may have.
const KNOWN: [&str; 49] = [
    "html",
    "head",
    "meta",
    "title",
    "style",
    "body",
    "header",
    "footer",
    "main",
    "nav",
    "section",
    "h1",
    "h2",
    "h3",
    "p",
    "ul",
    "ol",
    "li",
    "dl",
    "dt",
    "dd",
    "div",
    "span",
    "a",
    "table",
    "thead",
    "tbody",
    "tr",
    "th",
    "td",
    "figure",
    "figcaption",
    "details",
    "summary",
    "pre",
    "svg",
    "desc",
    "defs",
    "pattern",
    "rect",
    "line",
    "path",
    "circle",
    "text",
    "g",
    "em",
    "strong",
    "caption",
    "time",
];
/// Attributes that they may have.
const ATTRIBUTES: [&str; 42] = [
    "lang",
    "charset",
    "http-equiv",
    "content",
    "name",
    "class",
    "id",
    "role",
    "tabindex",
    "scope",
    "href",
    "style",
    "viewBox",
    "width",
    "height",
    "focusable",
    "aria-labelledby",
    "aria-label",
    "aria-hidden",
    "patternUnits",
    "patternTransform",
    "x",
    "y",
    "x1",
    "y1",
    "x2",
    "y2",
    "d",
    "cx",
    "cy",
    "r",
    "fill",
    "stroke-width",
    "xmlns",
    "dir",
    "colspan",
    "open",
    "stroke",
    "points",
    "transform",
    "rx",
    "ry",
];

/// Holds a page against what every page must be.
fn assert_sound(text: &str) -> Element {
    assert!(text.starts_with("<!DOCTYPE html>\n<html lang="), "{text:.80}");
    let root = reader::read(text.trim_start_matches("<!DOCTYPE html>\n"));
    let all = root.all();
    let mut ids: Vec<&str> = Vec::new();
    for element in &all {
        assert!(KNOWN.contains(&element.name.as_str()), "<{}>", element.name);
        for (key, value) in &element.attributes {
            assert!(ATTRIBUTES.contains(&key.as_str()), "{key} of <{}>", element.name);
            let style = value.strip_prefix("width:").and_then(|rest| rest.strip_suffix('%'));
            assert!(key != "style" || style.is_some_and(|number| number.parse::<f64>().is_ok()), "{value}");
            let fill = value.strip_prefix("url(#hatch-").and_then(|rest| rest.strip_suffix(')'));
            assert!(key != "fill" || fill.is_some_and(|number| number.parse::<u32>().is_ok()), "{value}");
        }
        ids.extend(element.attribute("id"));
    }
    let mut once = ids.clone();
    once.sort_unstable();
    once.dedup();
    assert_eq!(once.len(), ids.len(), "an id is there twice: {ids:?}");
    for element in &all {
        let named = element.attribute("aria-labelledby").unwrap_or_default().split(' ').filter(|name| !name.is_empty());
        let target = element.attribute("href").map(|target| target.strip_prefix('#').expect("a page leads nowhere but into itself"));
        for name in named.chain(target) {
            assert!(ids.contains(&name), "{name} is nowhere");
        }
    }
    assert_eq!(all.iter().filter(|element| element.name == "h1").count(), 1);
    assert_eq!(all.iter().filter(|element| element.name == "main").count(), 1);
    assert_policy(&all);
    assert_pictures(&all);
    root
}

fn assert_policy(all: &[&Element]) {
    let policy = all.iter().find(|element| element.attribute("http-equiv") == Some("Content-Security-Policy")).expect("a policy");
    assert!(policy.attribute("content").unwrap().starts_with("default-src 'none'; style-src 'unsafe-inline';"));
    let styles: Vec<String> = all.iter().filter(|element| element.name == "style").map(|element| element.text()).collect();
    assert!(styles.iter().all(|style| !style.contains("@import") && !style.contains("url(") && !style.contains("//")), "{styles:?}");
}

/// Every picture has a title, says what is in it, and has its data beside it.
fn assert_pictures(all: &[&Element]) {
    let pictures = all.iter().filter(|element| element.name == "svg").count();
    let figures: Vec<&&Element> = all.iter().filter(|element| element.name == "figure").collect();
    assert_eq!(pictures, figures.len(), "every picture stands in a figure");
    for figure in figures {
        let inside = figure.all();
        let holds = |name: &str| inside.iter().any(|element| element.name == name && !element.text().trim().is_empty());
        assert!(holds("figcaption") && holds("title") && holds("desc") && holds("table"), "{}", figure.text());
        let svg = inside.iter().find(|element| element.name == "svg").unwrap();
        assert_eq!(svg.attribute("role"), Some("img"));
    }
}

#[test]
fn every_command_writes_a_sound_page_in_both_languages() {
    let case = folder(&CASE);
    let questions: [&[&str]; 10] = [
        &["simulate", ".", "--scenario", "cut"],
        &["simulate", ".", "--scenario", "cut", "--samples", "20"],
        &["simulate", ".", "--scenario", "cut", "--bounds"],
        &["why", ".", "TEL", "--scenario", "cut"],
        &["rank", "."],
        &["check", "."],
        &["sensitivity", ".", "--scenario", "cut"],
        &["critical-sets", "."],
        &["columns"],
        &["explain", "K012"],
    ];
    for question in questions {
        for lang in ["en", "nl"] {
            let text = page(case.path(), &[question, &["--lang", lang]].concat());
            assert_eq!(assert_sound(&text).attribute("lang"), Some(lang));
            assert_eq!(text, page(case.path(), &[question, &["--lang", lang, "--threads", "1"]].concat()), "the same bytes");
        }
    }
}

#[test]
fn a_page_carries_its_marking_at_head_and_foot() {
    let case = folder(&CASE);
    let root = assert_sound(&page(case.path(), &["simulate", ".", "--scenario", "cut"]));
    let marks: Vec<String> = root.all().iter().filter(|element| element.attribute("class") == Some("marking")).map(|p| p.text()).collect();
    assert_eq!(marks, ["TLP:GREEN", "TLP:GREEN"]);
}
