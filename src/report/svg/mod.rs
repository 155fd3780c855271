//! Drawings as SVG: self-contained, text as text, every name escaped.

mod bands;
mod canvas;
mod dumbbells;
mod grid;
mod layers;
mod lines;
mod matrix;
mod palette;
mod timeline;

pub use lines::lines;
pub(super) use palette::page_style;
pub use timeline::svg;

use super::document::Picture;
use super::drawing::Drawing;
use super::markup::Markup;
use canvas::{Canvas, Point};

/// Draws a picture as a part of a page, on which it has this number.
pub(super) fn on_page(picture: &Picture, number: usize) -> Markup {
    let mut canvas = Canvas::new(number);
    let size = draw(&mut canvas, &picture.drawing);
    canvas.on_page(&picture.title, &picture.alternative, size)
}

/// Draws, and returns the size of what was drawn.
fn draw(canvas: &mut Canvas, drawing: &Drawing) -> Point {
    match drawing {
        Drawing::Timeline(chart) => timeline::draw(canvas, chart),
        Drawing::Grid(grid) => grid::draw(canvas, grid),
        Drawing::Layers(layers) => layers::draw(canvas, layers),
        Drawing::Bands(bands) => bands::draw(canvas, bands),
        Drawing::Dumbbells(pairs) => dumbbells::draw(canvas, pairs),
        Drawing::Matrix(matrix) => matrix::draw(canvas, matrix),
    }
}

/// The names of the bands of a scale, side by side.
fn scale(canvas: &mut Canvas, (left, top): Point, names: &[&'static str; 5]) {
    let mut left = left;
    for (class, name) in palette::BANDS.into_iter().zip(names) {
        canvas.rect((left, top), (22.0, 12.0), class, "");
        canvas.text((left + 28.0, top + 10.0), "note", name);
        left += 52.0 + name.chars().count() as f64 * 6.2;
    }
}

/// About how wide a text of this size is: few fonts are wider.
fn width_of(text: &str, size: f64) -> f64 {
    text.chars().count() as f64 * size * 0.56
}
