//! The page on a kind of finding, and the list of all kinds.

use super::document::{Block, Cell, Column, Document, Table};
use super::language::{Lang, explanation, title, word};
use crate::diagnostic::FindingKind;

/// The page on one kind.
pub fn document(kind: FindingKind, lang: Lang) -> Document {
    let heading = format!("{} ({}): {}", kind.code(), word::severity(lang, kind.severity()), title(lang, kind));
    let mut document = Document::new(heading);
    for part in explanation(lang, kind).trim_end().split("\n\n") {
        let lines: Option<Vec<&str>> =
            part.lines().map(|line| if line.is_empty() { Some(line) } else { line.strip_prefix("    ") }).collect();
        match lines {
            Some(lines) => document.blocks.push(Block::Verbatim(lines.join("\n"))),
            None => document.paragraph(part.replace('\n', " ")),
        }
    }
    document
}

/// Every kind with its code.
pub fn all(lang: Lang) -> Document {
    let mut document = Document::new(lang.pick("Findings that keten can report", "Bevindingen die keten kan melden"));
    let heads = lang.pick(["code", "weight", "finding"], ["code", "gewicht", "bevinding"]);
    let mut table = Table::new(heads.map(Column::left).into());
    for &kind in FindingKind::ALL {
        table.rows.push(vec![
            Cell::Text(kind.code().to_string()),
            Cell::text(word::severity(lang, kind.severity())),
            Cell::text(title(lang, kind)),
        ]);
    }
    document.table(table);
    document
}
