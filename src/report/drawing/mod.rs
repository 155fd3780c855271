//! What can be drawn: neutral pictures that hold names, places and values, and nothing of what they are about.
//!
//! Invariant: a drawing holds no colours and no sizes; those are for `svg` to choose.

mod bands;
mod dumbbells;
mod grid;
mod layers;
mod matrix;

pub use bands::{Band, Bands};
pub use dumbbells::{Dumbbell, Dumbbells};
pub use grid::{Grid, GridRow, Square};
pub use layers::{Item, Layer, Layers, Link};
pub use matrix::{Mark, Matrix};

use super::chart::Chart;

/// What can be drawn.
#[derive(Debug, Clone, PartialEq)]
pub enum Drawing {
    /// Bars over time.
    Timeline(Chart),
    /// Rows by moments, each square shaded.
    Grid(Grid),
    /// Items in rows and columns with lines between them.
    Layers(Layers),
    /// Values with the band that each lies in.
    Bands(Bands),
    /// Values before and after.
    Dumbbells(Dumbbells),
    /// Marks in the squares of two scales.
    Matrix(Matrix),
}
