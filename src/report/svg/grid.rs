//! A heat map.

use super::canvas::{Canvas, Point};
use super::{palette, scale};
use crate::report::drawing::Grid;
use crate::report::names::fitting;
use crate::units::Level;

const WIDTH: f64 = 1_000.0;
const LABELS: f64 = 170.0;
const TOP: f64 = 26.0;
const ROW: f64 = 30.0;

/// Draws a heat map.
pub(super) fn draw(canvas: &mut Canvas, grid: &Grid) -> Point {
    let columns = grid.edges.len().saturating_sub(1).max(1);
    let column = (WIDTH - LABELS - 30.0) / columns as f64;
    let x = |place: usize| LABELS + place as f64 * column;
    for (place, name) in &grid.ticks {
        canvas.line((x(*place), TOP - 6.0), (x(*place), TOP), "rule");
        canvas.text((x(*place), TOP - 10.0), "tick", name);
    }
    for (number, row) in grid.rows.iter().enumerate() {
        let y = TOP + number as f64 * ROW;
        canvas.text((LABELS - 12.0, y + 13.0), "label", &fitting(&row.label, 24));
        canvas.text((LABELS - 12.0, y + 25.0), "note end", &row.note);
        for (place, square) in row.squares.iter().enumerate() {
            let class = palette::class(square.level);
            let tip = if square.level < Level::ONE { square.tip.as_str() } else { "" };
            canvas.rect((x(place) + 0.5, y + 1.0), (column - 1.0, ROW - 2.0), &format!("{class} flat"), tip);
        }
    }
    let bottom = TOP + grid.rows.len() as f64 * ROW;
    scale(canvas, (LABELS, bottom + 14.0), &grid.bands);
    (WIDTH, bottom + 34.0)
}
