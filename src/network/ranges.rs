//! Between which values a cell lies that nobody filled in (docs/semantics.md, section 6).
//!
//! Invariant: a range lies within what its column can hold, and its low end is not above its high end.
//!
//! ```
//! use keten::network::{RangeColumn, Ranges};
//! let mut ranges = Ranges::widest();
//! ranges.set("buffer_h=0..24").unwrap();
//! ranges.set("probability=default").unwrap();
//! assert_eq!(ranges.of(RangeColumn::Buffer), Some((0.0, 24.0)));
//! assert_eq!(ranges.of(RangeColumn::Probability), None);
//! ```

use crate::units::{End, MAX_HOURS, Measure, Quantity};

/// A column whose empty cells have a range.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs, reason = "each is the column of its name in docs/formats.md")]
pub enum RangeColumn {
    Share,
    Minimum,
    Importance,
    Buffer,
    Refill,
    Activation,
    StartP,
    Probability,
    PCompromise,
    Ttc,
    Repair,
    Restart,
    BlackStart,
    Detect,
}

impl RangeColumn {
    /// Every column by its name in tables.
    pub const ALL: [(&'static str, Self); 14] = [
        ("share", Self::Share),
        ("minimum", Self::Minimum),
        ("importance", Self::Importance),
        ("buffer_h", Self::Buffer),
        ("refill_h", Self::Refill),
        ("activation_h", Self::Activation),
        ("start_p", Self::StartP),
        ("probability", Self::Probability),
        ("p_compromise", Self::PCompromise),
        ("ttc_h", Self::Ttc),
        ("repair_h", Self::Repair),
        ("restart_h", Self::Restart),
        ("black_start_h", Self::BlackStart),
        ("detect_h", Self::Detect),
    ];

    /// The name in tables.
    pub const fn name(self) -> &'static str {
        Self::ALL[self as usize].0
    }

    /// Whether it holds hours.
    pub const fn is_hours(self) -> bool {
        self.widest().1 > 1.0
    }

    /// The range that an analyst would expect where nothing is stated: a judgement (docs/semantics.md, What decides).
    const fn plausible(self) -> Option<(f64, f64)> {
        match self {
            Self::Share => Some((0.5, 1.0)),
            Self::Minimum => Some((0.0, 0.5)),
            Self::Importance => Some((0.2, 1.0)),
            Self::Buffer | Self::Refill | Self::BlackStart => Some((0.0, 24.0)),
            Self::Restart => Some((0.0, 8.0)),
            Self::Repair => Some((4.0, 168.0)),
            Self::Ttc => Some((0.0, 168.0)),
            Self::Detect => Some((24.0, 720.0)),
            Self::StartP | Self::Probability | Self::PCompromise => Some(self.widest()),
            // A member that states no activation is always there; that it might step in later is another network.
            Self::Activation => None,
        }
    }

    /// The widest range that the column allows.
    const fn widest(self) -> (f64, f64) {
        match self {
            Self::Share | Self::Minimum | Self::Importance | Self::StartP | Self::Probability | Self::PCompromise => (0.0, 1.0),
            Self::Buffer | Self::Refill | Self::Activation | Self::Ttc | Self::Repair | Self::Restart | Self::BlackStart | Self::Detect => {
                (0.0, MAX_HOURS as f64)
            }
        }
    }
}

/// The range of the empty cells of every column; `None`: the default of the column stands, as an assumption.
#[derive(Debug, Clone, PartialEq)]
pub struct Ranges([Option<(f64, f64)>; RangeColumn::ALL.len()]);

/// Why a text is no range.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RangeFault {
    /// Its column has no ranges.
    UnknownColumn,
    /// It is not `LOW..HIGH`, `default` or `widest`, or lies outside what the column can hold.
    BadRange {
        /// What is allowed.
        allowed: String,
    },
}

impl Ranges {
    /// Every empty cell may hold all that its column allows.
    pub fn widest() -> Self {
        Self(RangeColumn::ALL.map(|(_, column)| Some(column.widest())))
    }

    /// Every empty cell holds what an analyst would expect of its column.
    pub fn plausible() -> Self {
        Self(RangeColumn::ALL.map(|(_, column)| column.plausible()))
    }

    /// Every empty cell holds its default.
    pub const fn defaults() -> Self {
        Self([None; RangeColumn::ALL.len()])
    }

    /// The range of a column.
    pub const fn of(&self, column: RangeColumn) -> Option<(f64, f64)> {
        self.0[column as usize]
    }

    /// The least and the greatest value of a cell: what is stated, else its range, else its default. `is_none`: it is stated that there is none.
    pub fn span<T: Measure>(&self, stated: Option<&Quantity<T>>, is_none: bool, column: RangeColumn, default: T) -> (T, T) {
        match (stated, self.of(column)) {
            (Some(cell), _) => (cell.at(End::Least), cell.at(End::Most)),
            (None, Some((low, high))) if !is_none => (T::nearest_to(low), T::nearest_to(high)),
            _ => (default, default),
        }
    }

    /// Takes over `COLUMN=LOW..HIGH`, `COLUMN=default` or `COLUMN=widest`; `all` stands for every column.
    ///
    /// # Errors
    /// As [`RangeFault`] says.
    pub fn set(&mut self, text: &str) -> Result<(), RangeFault> {
        let (column, range) = text.split_once('=').unwrap_or((text, ""));
        self.set_column(column.trim(), range.trim())
    }

    /// The same with column and range apart.
    ///
    /// # Errors
    /// As [`RangeFault`] says.
    pub fn set_column(&mut self, column: &str, range: &str) -> Result<(), RangeFault> {
        let named: Vec<RangeColumn> =
            RangeColumn::ALL.into_iter().filter(|(name, _)| *name == column || column == "all").map(|(_, column)| column).collect();
        if named.is_empty() {
            return Err(RangeFault::UnknownColumn);
        }
        for column in named {
            self.0[column as usize] = read(column, range)?;
        }
        Ok(())
    }

    /// Every column with its range, as [`Ranges::set_column`] reads it.
    pub fn list(&self) -> impl Iterator<Item = (&'static str, String)> {
        RangeColumn::ALL.into_iter().map(|(name, column)| match self.of(column) {
            None => (name, "default".to_owned()),
            Some(range) if range == column.widest() => (name, "widest".to_owned()),
            Some((low, high)) => (name, format!("{low}..{high}")),
        })
    }
}

fn read(column: RangeColumn, text: &str) -> Result<Option<(f64, f64)>, RangeFault> {
    let (least, most) = column.widest();
    match text {
        "default" => return Ok(None),
        "widest" => return Ok(Some((least, most))),
        _ => {}
    }
    let number = |part: &str| part.trim().parse::<f64>().ok().filter(|number| (least..=most).contains(number));
    let ends = text.split_once("..").and_then(|(low, high)| Some((number(low)?, number(high)?)));
    let single = || number(text).map(|value| (value, value));
    let range = ends.or_else(single).filter(|(low, high)| low <= high);
    range.map(Some).ok_or_else(|| RangeFault::BadRange { allowed: format!("{least}..{most}, default, widest") })
}
