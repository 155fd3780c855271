//! The house rules of ARCHITECTURE.md and CONTRIBUTING.md, as tests.
//!
//! Each rule is a function from text to a list of breaches, so that it can be shown to fail on a made-up one. Here all rules
//! are applied to the files of the project; `rules` holds each against what it must find and what it must leave alone.

mod rules;

use keten::diagnostic::Finding;
use keten::network::Network;
use keten::network::case::{self, Field};
use keten::tables::{columns, load_network};
use std::path::{Path, PathBuf};
use std::process::Command;

/// Which rooms of `src/` may use which others. A room that is not here is not known, and that too is a breach.
const MAY_USE: [(&str, &[&str]); 10] = [
    ("units", &[]),
    ("diagnostic", &[]),
    ("error", &[]),
    ("outcome", &[]),
    ("network", &["units", "diagnostic"]),
    ("tables", &["units", "diagnostic", "error", "network"]),
    ("graph", &["units", "network"]),
    ("engine", &["units", "graph"]),
    ("analysis", &["units", "diagnostic", "outcome", "network", "graph", "engine"]),
    ("report", &["units", "diagnostic", "outcome", "network", "analysis"]),
];
/// The room that may use all others but these.
const APP: (&str, &[&str]) = ("app", &["graph", "engine"]);
const MAX_LINES: usize = 400;
const MAX_MAIN_LINES: usize = 40;

/// What belongs to the place where the project is made and not to the project. In pieces, so that this file does not hold them.
const OUTSIDE: [&str; 4] = [concat!("help", "er-"), concat!("iss", "ue #"), concat!("/wo", "rk/"), concat!("crates", ".io")];
/// Files that a tool writes.
const GENERATED: [&str; 1] = ["Cargo.lock"];

/// A file of the project: its path from the root, with `/`, and its text.
struct File {
    path: String,
    text: String,
}

impl File {
    fn new(path: &str, text: &str) -> Self {
        Self { path: path.to_owned(), text: text.to_owned() }
    }

    fn is_rust(&self) -> bool {
        Path::new(&self.path).extension().is_some_and(|ending| ending == "rs")
    }
}

// ---------------------------------------------------------------------------------------------------------------- the project's files

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// The tracked text files; where git cannot tell, every file but hidden ones and those that were built.
fn files() -> Vec<File> {
    let tracked = Command::new("git").args(["ls-files", "-z"]).current_dir(root()).output().ok().filter(|output| output.status.success());
    let mut paths: Vec<String> = tracked
        .map(|output| String::from_utf8_lossy(&output.stdout).split('\0').filter(|path| !path.is_empty()).map(str::to_owned).collect())
        .unwrap_or_default();
    if paths.is_empty() {
        walk(&root(), "", &mut paths);
    }
    paths.sort();
    paths.into_iter().filter_map(|path| std::fs::read_to_string(root().join(&path)).ok().map(|text| File { path, text })).collect()
}

fn walk(folder: &Path, prefix: &str, paths: &mut Vec<String>) {
    for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        let path = format!("{prefix}{name}");
        if entry.path().is_dir() && name != "target" && (!name.starts_with('.') || name == ".ci") {
            walk(&entry.path(), &format!("{path}/"), paths);
        } else if entry.path().is_file() {
            paths.push(path);
        }
    }
}

// ------------------------------------------------------------------------------------------------------------------ reading Rust code

/// Code without comments, and without what stands between double quotes on one line.
fn code(text: &str) -> String {
    let mut kept = String::with_capacity(text.len());
    for line in text.lines() {
        let (mut within, mut before) = (false, ' ');
        for (at, sign) in line.char_indices() {
            if !within && line[at..].starts_with("//") {
                break;
            }
            // A quote sign as a character, '"', opens nothing.
            let quote = sign == '"' && before != '\\' && !(before == '\'' && line[at + 1..].starts_with('\''));
            within ^= quote;
            if !within && !quote {
                kept.push(sign);
            }
            before = if before == '\\' { ' ' } else { sign };
        }
        kept.push('\n');
    }
    kept
}

fn is_word(sign: char) -> bool {
    sign.is_alphanumeric() || sign == '_'
}

/// The first names behind every `prefix`, groups in braces taken apart: `a` and `b` of `crate::{a::x, b}`.
fn names_behind(code: &str, prefix: &str) -> Vec<String> {
    let starts = code.match_indices(prefix).filter(|(at, _)| !code[..*at].ends_with(is_word) && !code[..*at].ends_with(':'));
    let mut names = Vec::new();
    for (at, _) in starts {
        let rest = code[at + prefix.len()..].trim_start();
        match rest.strip_prefix('{') {
            Some(group) => names.extend(group_names(group)),
            None => names.push(rest.chars().take_while(|sign| is_word(*sign)).collect()),
        }
    }
    names
}

/// The first name of every part of a group, up to its closing brace.
fn group_names(group: &str) -> Vec<String> {
    let (mut depth, mut part, mut names) = (0, String::new(), Vec::new());
    for sign in group.chars() {
        match sign {
            '}' if depth == 0 => break,
            ',' if depth == 0 => names.push(std::mem::take(&mut part)),
            '{' => depth += 1,
            '}' => depth -= 1,
            _ => {}
        }
        if depth == 0 && sign != ',' {
            part.push(sign);
        }
    }
    names.push(part);
    let first = |part: &String| part.trim_start().chars().take_while(|sign| is_word(*sign)).collect::<String>();
    names.iter().map(first).filter(|name| !name.is_empty()).collect()
}

// -------------------------------------------------------------------------------------------------------------------------- the rules

/// The room of a file in `src/`; `None` for lib.rs and main.rs.
fn room(path: &str) -> Option<&str> {
    let inside = path.strip_prefix("src/")?;
    let room = inside.split('/').next()?.trim_end_matches(".rs");
    (!matches!(room, "lib" | "main")).then_some(room)
}

fn may_use(from: &str, to: &str) -> bool {
    match MAY_USE.iter().find(|(room, _)| *room == from) {
        Some((_, others)) => others.contains(&to),
        None => from == APP.0 && !APP.1.contains(&to),
    }
}

fn is_room(name: &str) -> bool {
    name == APP.0 || MAY_USE.iter().any(|(room, _)| *room == name)
}

/// Rooms use only those that the table allows, whether they say `crate::` or climb there by `super::`.
fn wrong_arrows(file: &File) -> Vec<String> {
    let Some(from) = room(&file.path) else { return Vec::new() };
    if !is_room(from) {
        return vec![format!("{}: the room {from} is not in the table", file.path)];
    }
    let code = code(&file.text);
    let inside = file.path.trim_start_matches("src/").trim_end_matches("/mod.rs");
    let depth = inside.split('/').count();
    let mut names = names_behind(&code, "crate::");
    names.extend(names_behind(&code, &"super::".repeat(depth)).into_iter().filter(|name| is_room(name)));
    names.sort();
    names.dedup();
    let wrong = names.into_iter().filter(|to| to != from && !may_use(from, to));
    wrong.map(|to| format!("{}: {from} may not use {to}", file.path)).collect()
}

fn too_long(file: &File) -> Vec<String> {
    let limit = if file.path == "src/main.rs" { MAX_MAIN_LINES } else { MAX_LINES };
    let lines = file.text.lines().count();
    if file.path.starts_with("src/") && lines > limit { vec![format!("{}: {lines} lines, at most {limit}", file.path)] } else { Vec::new() }
}

/// Every file below `src/` and `tests/it/` is declared by the module above it.
fn dead_files(files: &[File]) -> Vec<String> {
    let rust = files.iter().filter(|file| file.is_rust());
    let modules = rust.filter(|file| ["src/", "tests/it/"].iter().any(|root| file.path.starts_with(root)));
    let dead = modules.filter(|file| {
        let (parents, name) = parents_of(&file.path);
        let declares = |parent: &File| code(&parent.text).lines().any(|line| declared(line) == Some(name));
        !parents.is_empty() && !files.iter().any(|other| parents.contains(&other.path) && declares(other))
    });
    dead.map(|file| format!("{}: no module declares it", file.path)).collect()
}

/// The name in `mod name;`, with or without a visibility.
fn declared(line: &str) -> Option<&str> {
    let line = line.trim();
    let rest = if line.starts_with("pub") { line.split_once("mod ").map(|(_, rest)| rest) } else { line.strip_prefix("mod ") };
    rest.and_then(|rest| rest.strip_suffix(';')).map(str::trim)
}

/// Where a file's module may be declared, and under which name; nowhere for the root of a crate.
fn parents_of(path: &str) -> (Vec<String>, &str) {
    let stem = path.trim_end_matches(".rs");
    let module = stem.strip_suffix("/mod").unwrap_or(stem);
    let Some((folder, name)) = module.rsplit_once('/') else { return (Vec::new(), module) };
    match folder {
        "src" if matches!(name, "lib" | "main") => (Vec::new(), name),
        "src" => (vec!["src/lib.rs".to_owned()], name),
        "tests/it" if name == "main" => (Vec::new(), name),
        "tests/it" => (vec!["tests/it/main.rs".to_owned()], name),
        _ => (vec![format!("{folder}.rs"), format!("{folder}/mod.rs")], name),
    }
}

/// A lint is only set aside with its reason.
fn unreasoned_allow(file: &File) -> Vec<String> {
    let code = code(&file.text);
    let starts = [concat!("#[al", "low("), concat!("#![al", "low("), concat!("#[exp", "ect("), concat!("#![exp", "ect(")];
    let attributes = starts.iter().flat_map(|start| code.match_indices(start)).map(|(at, _)| &code[at..]);
    let bare = attributes.filter(|rest| !rest[..rest.find(")]").unwrap_or(rest.len())].contains("reason ="));
    bare.map(|rest| format!("{}: {} without a reason", file.path, rest.lines().next().unwrap_or_default())).collect()
}

/// The maps and sets of the standard library have another order on every run. What others would write is measured as they would write it.
fn unordered_maps(file: &File) -> Vec<String> {
    if file.path.starts_with("benches/peers/") {
        return Vec::new();
    }
    let names = names_behind(&code(&file.text), "std::collections::");
    let unordered = names.into_iter().filter(|name| matches!(name.as_str(), "HashMap" | "HashSet" | "hash_map" | "hash_set"));
    unordered.map(|name| format!("{}: std {name}", file.path)).collect()
}

fn without_head(file: &File) -> Vec<String> {
    if file.text.starts_with("//!") { Vec::new() } else { vec![format!("{}: no `//!` head", file.path)] }
}

fn outside_words(file: &File) -> Vec<String> {
    let text = file.text.to_lowercase();
    let found = OUTSIDE.iter().filter(|word| text.contains(**word));
    found.map(|word| format!("{}: mentions {word:?}", file.path)).collect()
}

/// Every row of a network that others will read names its source.
fn rows_without_source(name: &str, network: &Network) -> Vec<String> {
    let rows = network.dependencies().iter().filter(|row| network.detail(row).provenance.source.is_none());
    let rows = rows.map(|row| format!("{name}: {} <- {}", network.id(network.need(row.need).dependent), network.id(row.provider)));
    let nodes = network.nodes().filter(|&node| network.has_row(node) && network.node(node).provenance.source.is_none());
    let mut all: Vec<String> = rows.chain(nodes.map(|node| format!("{name}: {}", network.id(node)))).collect();
    // The other tables as they are written, so that no column of theirs can be forgotten here.
    let others = case::tables(network).into_iter().filter(|table| !matches!(table.name, "dependencies" | "nodes"));
    for table in others {
        let source = table.heads.iter().position(|head| head == "source");
        let is_without = |row: &Vec<Field>| source.is_none_or(|at| matches!(row[at], Field::Empty));
        let (file, rows) = (table.name, table.rows.filter(is_without));
        all.extend(rows.map(|row| format!("{name}: {file}: {}", row.iter().filter_map(first_word).next().unwrap_or_default())));
    }
    all
}

/// What a cell holds, if it holds a text.
fn first_word(field: &Field) -> Option<String> {
    if let Field::Text(text) = field { Some((*text).to_string()) } else { None }
}

/// Every column with its Dutch names and every diagnostic code stands in the page that promises them.
fn not_in_the_formats_page(page: &str) -> Vec<String> {
    let words: Vec<&str> = page.split(|sign| !is_word(sign)).collect();
    let names = columns().iter().flat_map(|column| std::iter::once(column.name).chain(column.dutch.iter().copied()));
    let codes = Finding::CODES.iter().map(|(code, _)| code.to_string());
    let all = names.map(str::to_owned).chain(codes);
    all.filter(|name| !words.contains(&name.as_str())).map(|name| format!("docs/formats.md: {name} is missing")).collect()
}

// -------------------------------------------------------------------------------------------------------------------------- the tests

fn assert_none(breaches: &[String]) {
    assert!(breaches.is_empty(), "{} house rules broken:\n{}", breaches.len(), breaches.join("\n"));
}

#[test]
fn the_files_keep_the_house_rules() {
    let files = files();
    assert!(files.iter().any(|file| file.path == "src/lib.rs"), "the files of the project were found");
    let mut breaches = dead_files(&files);
    for file in files.iter().filter(|file| file.is_rust()) {
        for rule in [wrong_arrows, too_long, unreasoned_allow, unordered_maps, without_head] {
            breaches.extend(rule(file));
        }
    }
    breaches.extend(files.iter().filter(|file| !GENERATED.contains(&file.path.as_str())).flat_map(outside_words));
    assert_none(&breaches);
}

#[test]
fn every_row_of_a_network_has_a_source() {
    let mut breaches = Vec::new();
    for entry in std::fs::read_dir(root().join("networks")).unwrap() {
        let path = entry.unwrap().path().display().to_string();
        let loaded = load_network(&path).value.unwrap();
        breaches.extend(rows_without_source(&path, &loaded.network));
    }
    assert_none(&breaches);
}

#[test]
fn the_formats_page_names_every_column_and_code() {
    let page = std::fs::read_to_string(root().join("docs/formats.md")).unwrap();
    assert_none(&not_in_the_formats_page(&page));
    let without = page.replace("buffer_uren", "").replace("K012", "");
    assert_eq!(not_in_the_formats_page(&without).len(), 2);
}
