//! A line and a band over a count.

use super::canvas::Canvas;
use crate::report::curve::Lines;

const WIDTH: f64 = 900.0;
const LEFT: f64 = 70.0;
const RIGHT: f64 = 870.0;
const TOP: f64 = 90.0;
const BOTTOM: f64 = 400.0;

/// Draws lines as a file of its own.
pub fn lines(chart: &Lines) -> String {
    let mut canvas = Canvas::new(1);
    let x = |value: u64| LEFT + value as f64 / chart.most.0.max(1) as f64 * (RIGHT - LEFT);
    let y = |value: u64| BOTTOM - value as f64 / chart.most.1.max(1) as f64 * (BOTTOM - TOP);
    canvas.text((20.0, 34.0), "title", &chart.title);
    canvas.text((20.0, 58.0), "sub", &chart.subtitle);
    for (value, name) in &chart.across {
        canvas.line((x(*value), TOP), (x(*value), BOTTOM), "rule");
        canvas.text((x(*value), BOTTOM + 18.0), "tick", name);
    }
    for (value, name) in &chart.up {
        canvas.line((LEFT, y(*value)), (RIGHT, y(*value)), "rule");
        canvas.text((LEFT - 8.0, y(*value) + 4.0), "note end", name);
    }
    let mut from = 0;
    for &(to, low, _, high) in &chart.band {
        let size = (x(to) - x(from), (y(low) - y(high)).max(1.0));
        canvas.rect((x(from), y(high)), size, "b4 flat", "");
        from = to;
    }
    let middle = std::iter::once((0, 0)).chain(chart.band.iter().map(|&(at, _, middle, _)| (at, middle)));
    let middle: Vec<(u64, u64)> = middle.collect();
    for two in middle.windows(2) {
        canvas.line((x(two[0].0), y(two[0].1)), (x(two[1].0), y(two[1].1)), "mark");
    }
    let mut before = (0, 0);
    for &(at, lost) in &chart.line {
        canvas.line((x(before.0), y(before.1)), (x(at), y(before.1)), "whisker");
        canvas.line((x(at), y(before.1)), (x(at), y(lost)), "whisker");
        before = (at, lost);
    }
    canvas.text((LEFT, BOTTOM + 42.0), "sub", &chart.across_name);
    canvas.text((20.0, TOP - 14.0), "note", &chart.up_name);
    for (place, note) in chart.notes.iter().enumerate() {
        canvas.text((LEFT, BOTTOM + 66.0 + place as f64 * 17.0), "note", note);
    }
    canvas.alone(&chart.title, (WIDTH, BOTTOM + 80.0 + chart.notes.len() as f64 * 17.0))
}
