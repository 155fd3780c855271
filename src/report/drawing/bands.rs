//! Values with the band that each lies in.

/// Values with their bands, one under the other.
#[derive(Debug, Clone, PartialEq)]
pub struct Bands {
    /// What the axis is of.
    pub axis: String,
    /// Values on the axis that are named, from the first to the last that can be shown.
    pub ticks: Vec<(f64, String)>,
    /// The rows.
    pub rows: Vec<Band>,
}

/// A value with its band.
#[derive(Debug, Clone, PartialEq)]
pub struct Band {
    /// What it is of.
    pub label: String,
    /// The value.
    pub value: f64,
    /// From where to where nine in ten lie.
    pub band: (f64, f64),
    /// The whole of it in words.
    pub tip: String,
}
