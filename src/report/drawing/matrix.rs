//! Marks in the squares of two scales, such as a risk diagram.

/// Two scales, and marks where they meet.
#[derive(Debug, Clone, PartialEq)]
pub struct Matrix {
    /// What the scale across is of.
    pub across: String,
    /// What the scale upwards is of.
    pub upwards: String,
    /// The steps across, from left to right.
    pub columns: Vec<String>,
    /// The steps upwards, from the top down.
    pub rows: Vec<String>,
    /// The marks.
    pub marks: Vec<Mark>,
}

/// A mark in a square.
#[derive(Debug, Clone, PartialEq)]
pub struct Mark {
    /// Its number, by which a table tells what it is.
    pub number: usize,
    /// In which column; `None`: before the first.
    pub column: Option<usize>,
    /// From which column to which it may lie.
    pub band: (Option<usize>, Option<usize>),
    /// In which row.
    pub row: usize,
    /// The whole of it in words.
    pub tip: String,
}
