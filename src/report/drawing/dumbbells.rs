//! Values before and after.

/// Rows with a value on either side, one under the other.
#[derive(Debug, Clone, PartialEq)]
pub struct Dumbbells {
    /// What the axis is of.
    pub axis: String,
    /// Values on the axis that are named, from the first to the last that can be shown.
    pub ticks: Vec<(f64, String)>,
    /// What the sides are called.
    pub sides: [String; 2],
    /// The rows.
    pub rows: Vec<Dumbbell>,
}

/// A value on both sides, or on one.
#[derive(Debug, Clone, PartialEq)]
pub struct Dumbbell {
    /// What it is of.
    pub label: String,
    /// The value before; `None`: there is none.
    pub before: Option<f64>,
    /// The value after.
    pub after: Option<f64>,
    /// What stands behind it.
    pub note: String,
    /// The whole of it in words.
    pub tip: String,
}
