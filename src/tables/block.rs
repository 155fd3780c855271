//! Rows a block at a time, so that what they need from memory can be called for before any of them is read.

use super::row::{Damage, Field, Row};
use super::scan::Scanner;
use std::ops::Range;

/// So many rows are in a block: more than the look-ups that a core has under way at once, and few enough to stay in its nearest cache.
const ROWS: usize = 32;

/// Some rows that follow one another, or what stands in their place.
#[derive(Debug, Default)]
pub(super) struct Block<'a> {
    items: Vec<Result<Place<'a>, Damage<'a>>>,
    fields: Vec<Field>,
}

/// A row whose fields stand among those of the block.
#[derive(Debug)]
struct Place<'a> {
    line: u64,
    raw: &'a str,
    fields: Range<usize>,
}

impl<'a> Block<'a> {
    /// Takes the next rows; `false` when there are no more.
    pub(super) fn fill(&mut self, scanner: &mut Scanner<'a>) -> bool {
        self.items.clear();
        self.fields.clear();
        while self.items.len() < ROWS
            && let Some(item) = scanner.next()
        {
            let first = self.fields.len();
            self.items.push(item.map(|Row { line, raw, fields }| {
                self.fields.extend_from_slice(fields);
                Place { line, raw, fields: first..self.fields.len() }
            }));
        }
        !self.items.is_empty()
    }

    /// The rows, or what stands in their place.
    pub(super) fn items(&self) -> impl Iterator<Item = Result<Row<'_, 'a>, &Damage<'a>>> {
        self.items.iter().map(|item| item.as_ref().map(|place| self.row(place)))
    }

    fn row(&self, place: &Place<'a>) -> Row<'_, 'a> {
        Row { line: place.line, raw: place.raw, fields: &self.fields[place.fields.clone()] }
    }
}
