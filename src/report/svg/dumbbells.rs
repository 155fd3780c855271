//! Values before and after: an open dot, a filled one, and the way between them.

use super::canvas::{Canvas, Point};
use super::width_of;
use crate::report::drawing::{Dumbbell, Dumbbells};
use crate::report::names::fitting;

const WIDTH: f64 = 1_000.0;
const LABELS: f64 = 360.0;
const END: f64 = 830.0;
const TOP: f64 = 66.0;
const ROW: f64 = 24.0;
const DOT: f64 = 5.0;
/// Signs of the name of a side, and of the note behind a row.
const SIDE: usize = 48;
const NOTE: usize = 26;

/// Draws values before and after.
pub(super) fn draw(canvas: &mut Canvas, pairs: &Dumbbells) -> Point {
    let ends = pairs.ticks.first().zip(pairs.ticks.last()).map_or((0.0, 1.0), |(first, last)| (first.0, last.0));
    let room = (ends.1 - ends.0).max(f64::MIN_POSITIVE);
    let x = |value: f64| LABELS + ((value - ends.0) / room).clamp(0.0, 1.0) * (END - LABELS);
    let bottom = TOP + pairs.rows.len() as f64 * ROW;
    legend(canvas, &pairs.sides);
    canvas.text((LABELS, 36.0), "note", &pairs.axis);
    for (value, name) in &pairs.ticks {
        canvas.line((x(*value), TOP - 8.0), (x(*value), bottom), "rule");
        canvas.text((x(*value), TOP - 12.0), "tick", name);
    }
    for (number, pair) in pairs.rows.iter().enumerate() {
        let y = TOP + (number as f64 + 0.5) * ROW;
        canvas.text((LABELS - 14.0, y + 4.0), "label", &pair.label);
        canvas.line((LABELS, y), (END, y), "lane");
        row(canvas, pair, &x, y);
        canvas.text((END + 16.0, y + 4.0), "sub", &fitting(&pair.note, NOTE));
    }
    (WIDTH, bottom + 12.0)
}

fn row(canvas: &mut Canvas, pair: &Dumbbell, x: &impl Fn(f64) -> f64, y: f64) {
    if let (Some(before), Some(after)) = (pair.before, pair.after) {
        canvas.line((x(before), y), (x(after), y), if after > before { "whisker" } else { "less" });
    }
    if let Some(before) = pair.before {
        canvas.dot((x(before), y), DOT, "was", &pair.tip);
    }
    if let Some(after) = pair.after {
        canvas.dot((x(after), y), DOT, "dot", &pair.tip);
    }
}

/// Which dot is which side.
fn legend(canvas: &mut Canvas, [before, after]: &[String; 2]) {
    let [before, after] = [before, after].map(|name| fitting(name, SIDE));
    canvas.dot((LABELS + DOT, 12.0), DOT, "was", &before);
    canvas.text((LABELS + 16.0, 16.0), "name", &before);
    let next = LABELS + 44.0 + width_of(&before, 12.0);
    canvas.dot((next, 12.0), DOT, "dot", &after);
    canvas.text((next + 11.0, 16.0), "name", &after);
}
