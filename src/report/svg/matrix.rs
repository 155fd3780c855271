//! Two scales with marks where they meet. The squares have no colours: what is bearable is not for a diagram to say.

use super::canvas::{Canvas, Point};
use crate::report::drawing::{Mark, Matrix};
use crate::report::names::fitting;

const WIDTH: f64 = 1_000.0;
const LABELS: f64 = 170.0;
const TOP: f64 = 26.0;
const LEAST: f64 = 44.0;
/// Room for one mark.
const LINE: f64 = 28.0;

/// Draws a matrix.
pub(super) fn draw(canvas: &mut Canvas, matrix: &Matrix) -> Point {
    let width = (WIDTH - LABELS - 30.0) / matrix.columns.len().max(1) as f64;
    let middle = |column: usize| LABELS + (column as f64 + 0.5) * width;
    let x = |column: Option<usize>| column.map_or(LABELS, middle);
    canvas.text((LABELS - 12.0, 14.0), "note end", &matrix.upwards);
    let mut top = TOP;
    for (row, name) in matrix.rows.iter().enumerate() {
        let marks: Vec<&Mark> = matrix.marks.iter().filter(|mark| mark.row == row).collect();
        let height = LEAST.max(marks.len() as f64 * LINE + 12.0);
        canvas.text((LABELS - 12.0, top + height / 2.0 + 4.0), "label", &fitting(name, 24));
        for column in 0..matrix.columns.len() {
            canvas.rect((LABELS + column as f64 * width + 1.0, top + 1.0), (width - 2.0, height - 2.0), "whole flat", "");
        }
        let first = top + height / 2.0 - (marks.len().saturating_sub(1)) as f64 * LINE / 2.0;
        for (place, mark) in marks.into_iter().enumerate() {
            let y = first + place as f64 * LINE;
            if mark.band.0 != mark.band.1 {
                canvas.line((x(mark.band.0), y), (x(mark.band.1), y), "whisker");
            }
            canvas.dot((x(mark.column), y), 11.0, "dot", &mark.tip);
            canvas.text((x(mark.column), y + 4.0), "inside", &mark.number.to_string());
        }
        top += height;
    }
    for (column, name) in matrix.columns.iter().enumerate() {
        canvas.text((middle(column), top + 18.0), "tick", &fitting(name, 24));
    }
    canvas.text((LABELS, top + 38.0), "note", &matrix.across);
    (WIDTH, top + 48.0)
}
