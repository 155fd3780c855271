//! Values with the band that each lies in.

use super::canvas::{Canvas, Point};
use crate::report::drawing::Bands;

const WIDTH: f64 = 1_000.0;
const LABELS: f64 = 360.0;
const TOP: f64 = 44.0;
const ROW: f64 = 22.0;

/// Draws values with their bands.
pub(super) fn draw(canvas: &mut Canvas, bands: &Bands) -> Point {
    let ends = bands.ticks.first().zip(bands.ticks.last()).map_or((0.0, 1.0), |(first, last)| (first.0, last.0));
    let room = (ends.1 - ends.0).max(f64::MIN_POSITIVE);
    let x = |value: f64| LABELS + ((value - ends.0) / room).clamp(0.0, 1.0) * (WIDTH - LABELS - 40.0);
    let bottom = TOP + bands.rows.len() as f64 * ROW;
    canvas.text((LABELS, 12.0), "note", &bands.axis);
    for (value, name) in &bands.ticks {
        canvas.line((x(*value), TOP - 8.0), (x(*value), bottom), "rule");
        canvas.text((x(*value), TOP - 12.0), "tick", name);
    }
    for (number, row) in bands.rows.iter().enumerate() {
        let y = TOP + (number as f64 + 0.5) * ROW;
        canvas.text((LABELS - 14.0, y + 4.0), "label", &row.label);
        canvas.line((LABELS, y), (WIDTH - 40.0, y), "lane");
        canvas.line((x(row.band.0), y), (x(row.band.1), y), "whisker");
        canvas.dot((x(row.value), y), 4.5, "dot", &row.tip);
    }
    (WIDTH, bottom + 12.0)
}
