//! A neutral document: headings, paragraphs, lists, trees, pictures and tables with typed cells. Exporters turn it into text, Markdown or a
//! page.
//!
//! Invariant: a cell holds a value, not a text of it, so that every reader gets the number in their own language.
//!
//! ```
//! use keten::report::document::{Cell, Column, Document, Table};
//! use keten::units::Time;
//! use keten::report::language::Lang;
//! let mut document = Document::new("Losses");
//! let mut table = Table::new(vec![Column::left("node"), Column::right("when")]);
//! table.rows.push(vec![Cell::text("tel"), Cell::Hours(Time::from_hours(4))]);
//! document.table(table);
//! assert!(keten::report::render::markdown(&document, Lang::Dutch).ends_with("| tel | 4 uur |\n"));
//! ```

use super::drawing::Drawing;
use super::language::{Lang, count, hours, number, percent};
use crate::units::{Level, Time};

/// What is shown to a reader.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Document {
    /// The title.
    pub title: String,
    /// What kind of document it is, to stand above the title; empty where the title says it.
    pub kind: String,
    /// The marking that it carries; a page shows it at the head and foot of every sheet.
    pub marking: Option<String>,
    /// The parts, in order.
    pub blocks: Vec<Block>,
}

/// A part of a document.
#[derive(Debug, Clone, PartialEq)]
pub enum Block {
    /// A heading of a section.
    Heading(String),
    /// A heading within a section.
    Subheading(String),
    /// Running text.
    Paragraph(String),
    /// What a reader in a hurry must not miss.
    Lead(String),
    /// A few figures that stand out.
    Figures(Vec<KeyFigure>),
    /// Words with what they stand for: moments with what happens then, names with their values.
    Pairs(Vec<(String, String)>),
    /// A picture with its data.
    Picture(Box<Picture>),
    /// Parts that a page may set beside one another.
    Beside(Vec<Vec<Block>>),
    /// Parts that a page folds away under a line.
    Folded(String, Vec<Block>),
    /// Short items.
    List(Vec<String>),
    /// Rows and columns.
    Table(Table),
    /// Branches, depth first.
    Tree(Vec<Branch>),
    /// Lines as they are: an example.
    Verbatim(String),
}

/// A figure that stands out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeyFigure {
    /// The figure, with its unit.
    pub value: String,
    /// What it is of.
    pub label: String,
    /// How sure it is; empty where there is nothing to say.
    pub note: String,
}

/// A picture with its data.
#[derive(Debug, Clone, PartialEq)]
pub struct Picture {
    /// The title.
    pub title: String,
    /// What is to be seen in it, for who does not see it and for who looks for the first time.
    pub alternative: String,
    /// What is drawn.
    pub drawing: Drawing,
    /// The same as a table.
    pub data: Table,
    /// What signs and colours mean.
    pub notes: Vec<String>,
}

/// A line of a tree.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Branch {
    /// Steps from the root, which has 0.
    pub depth: usize,
    /// What it says.
    pub text: String,
}

/// Rows and columns.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Table {
    /// The columns.
    pub columns: Vec<Column>,
    /// The rows, each with a cell for every column.
    pub rows: Vec<Vec<Cell>>,
}

/// A column of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// Its name.
    pub head: String,
    /// Whether its cells stand to the right, as numbers do.
    pub right: bool,
}

/// A value in a table.
#[derive(Debug, Clone, PartialEq)]
pub enum Cell {
    /// Nothing to say.
    Empty,
    /// A text.
    Text(String),
    /// A name with the id by which the data knows it.
    Named(String, String),
    /// A number.
    Number(f64),
    /// A number, and how it is shown: beside another with the same digits.
    Shown(f64, String),
    /// A count.
    Count(u64),
    /// A moment or duration.
    Hours(Time),
    /// A level of function.
    Level(Level),
    /// A part of a whole, 0.0 to 1.0, drawn as a bar where it is shown.
    Bar(f64),
}

impl Document {
    /// A document with a title and nothing in it yet.
    pub fn new(title: impl Into<String>) -> Self {
        Self { title: title.into(), ..Self::default() }
    }

    /// Adds a heading.
    pub fn heading(&mut self, text: impl Into<String>) {
        self.blocks.push(Block::Heading(text.into()));
    }

    /// Adds a heading within a section.
    pub fn subheading(&mut self, text: impl Into<String>) {
        self.blocks.push(Block::Subheading(text.into()));
    }

    /// Adds a paragraph; an empty one is left out.
    pub fn paragraph(&mut self, text: impl Into<String>) {
        let text = text.into();
        if !text.is_empty() {
            self.blocks.push(Block::Paragraph(text));
        }
    }

    /// Adds a list; an empty one is left out.
    pub fn list(&mut self, items: Vec<String>) {
        if !items.is_empty() {
            self.blocks.push(Block::List(items));
        }
    }

    /// Adds a table; an empty one is left out.
    pub fn table(&mut self, table: Table) {
        if !table.rows.is_empty() {
            self.blocks.push(Block::Table(table));
        }
    }
}

impl Table {
    /// A table without rows yet.
    pub fn new(columns: Vec<Column>) -> Self {
        Self { columns, rows: Vec::new() }
    }
}

impl Column {
    /// A column of texts.
    pub fn left(head: impl Into<String>) -> Self {
        Self { head: head.into(), right: false }
    }

    /// A column of numbers.
    pub fn right(head: impl Into<String>) -> Self {
        Self { head: head.into(), right: true }
    }
}

impl Cell {
    /// A text.
    pub fn text(text: impl Into<String>) -> Self {
        Self::Text(text.into())
    }

    /// A moment, or nothing.
    pub fn hours(time: Option<Time>) -> Self {
        time.map_or(Self::Empty, Self::Hours)
    }

    /// The value as people read it.
    pub fn show(&self, lang: Lang) -> String {
        match self {
            Self::Empty => "-".to_owned(),
            Self::Text(text) | Self::Shown(_, text) => text.clone(),
            Self::Named(name, id) if name == id => id.clone(),
            Self::Named(name, id) => format!("{name} ({id})"),
            Self::Number(value) => number(lang, *value),
            Self::Count(value) => count(lang, *value),
            Self::Hours(time) => hours(lang, *time),
            Self::Level(level) => percent(lang, *level),
            Self::Bar(part) => bar(*part),
        }
    }
}

/// A bar of at most ten blocks; anything above nothing has a part of one.
fn bar(part: f64) -> String {
    let eighths = libm::ceil(part.clamp(0.0, 1.0) * 80.0) as usize;
    let rest = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"][eighths % 8];
    format!("{}{rest}", "█".repeat(eighths / 8))
}
