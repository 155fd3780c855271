//! A chart of bars over time.

use super::canvas::{Canvas, Point};
use super::{palette, scale};
use crate::report::chart::{Chart, Lane, ticks};
use crate::report::language::{hours, percent};
use crate::units::Time;

const WIDTH: f64 = 1_000.0;
const MARGIN: f64 = 20.0;
/// Where labels end and bars begin, with room for a number between them.
const LABELS: f64 = 340.0;
const BARS: f64 = 360.0;
const BARS_END: f64 = WIDTH - 30.0;
const ROW: f64 = 18.0;
const BAR: f64 = 12.0;
const LINE: f64 = 17.0;
/// Signs that fit on a line over the whole width.
const LINE_SIGNS: usize = 150;
/// The narrowest bar that can be seen.
const NARROWEST: f64 = 1.5;

/// Draws a chart as a file of its own, with all that belongs to it.
pub fn svg(chart: &Chart) -> String {
    let mut canvas = Canvas::new(1);
    let top = head(&mut canvas, chart);
    let bottom = bars(&mut canvas, chart, top);
    let end = foot(&mut canvas, chart, bottom + 20.0);
    canvas.alone(&chart.title, (WIDTH, end + MARGIN))
}

/// Draws the bars with their scale; what else belongs to the chart stands around it on the page.
pub(super) fn draw(canvas: &mut Canvas, chart: &Chart) -> Point {
    let bottom = bars(canvas, chart, 26.0);
    scale(canvas, (MARGIN, bottom + 20.0), &chart.bands);
    (WIDTH, bottom + 44.0)
}

/// The lanes below their axis; returns where they end.
fn bars(canvas: &mut Canvas, chart: &Chart, top: f64) -> f64 {
    let rows: f64 = chart.groups.iter().map(|group| group.lanes.len() as f64 + if group.name.is_empty() { 0.0 } else { 1.3 }).sum();
    let bottom = top + rows * ROW + 8.0;
    axis(canvas, chart, top, bottom);
    let mut y = top;
    for group in &chart.groups {
        if !group.name.is_empty() {
            y += 1.3 * ROW;
            canvas.text((MARGIN, y - 5.0), "group", &group.name);
        }
        for lane in &group.lanes {
            self::lane(canvas, chart, lane, y);
            y += ROW;
        }
    }
    bottom
}

/// Title and subtitles; returns where the bars begin.
fn head(canvas: &mut Canvas, chart: &Chart) -> f64 {
    let mut y = MARGIN + 14.0;
    for line in lines(&chart.title, 95) {
        canvas.text((MARGIN, y), "title", &line);
        y += 24.0;
    }
    for line in chart.subtitles.iter().flat_map(|subtitle| lines(subtitle, 135)) {
        canvas.text((MARGIN, y), "sub", &line);
        y += LINE;
    }
    y + 32.0
}

fn x(chart: &Chart, at: Time) -> f64 {
    let part = if chart.until == Time::ZERO { 0.0 } else { at.ms() as f64 / chart.until.ms() as f64 };
    BARS + part.min(1.0) * (BARS_END - BARS)
}

fn axis(canvas: &mut Canvas, chart: &Chart, top: f64, bottom: f64) {
    for (at, name) in ticks(chart.until, chart.lang) {
        let x = x(chart, at);
        canvas.line((x, top - 6.0), (x, bottom), "rule");
        canvas.text((x, top - 10.0), "tick", &name);
    }
    for (at, number) in &chart.marks {
        let x = x(chart, *at);
        canvas.line((x, top - 6.0), (x, bottom), "mark");
        canvas.text((x + 3.0, bottom + 10.0), "note", &number.to_string());
    }
}

fn lane(canvas: &mut Canvas, chart: &Chart, lane: &Lane, y: f64) {
    canvas.text((LABELS, y + 10.0), "label", &lane.label);
    canvas.line((BARS, y + ROW - 4.0), (BARS_END, y + ROW - 4.0), "lane");
    for (place, &(from, to, level)) in lane.bars.iter().enumerate() {
        let (left, right) = (x(chart, from).min(BARS_END - NARROWEST), x(chart, to));
        let tip = format!("{}: {} - {}: {}", lane.name, hours(chart.lang, from), hours(chart.lang, to), percent(chart.lang, level));
        canvas.rect((left, y), ((right - left).max(NARROWEST), BAR), palette::class(level), &tip);
        if let (0, Some(number)) = (place, lane.number) {
            canvas.text((left - 3.0, y + 10.0), "number", &number.to_string());
        }
    }
}

/// Scale and notes; returns where they end.
fn foot(canvas: &mut Canvas, chart: &Chart, top: f64) -> f64 {
    scale(canvas, (MARGIN, top), &chart.bands);
    let mut y = top + 32.0;
    for line in chart.notes.iter().flat_map(|note| lines(note, LINE_SIGNS)) {
        canvas.text((MARGIN, y), "note", &line);
        y += LINE;
    }
    y
}

/// A text in lines of so many signs, broken between words.
pub(super) fn lines(text: &str, most: usize) -> Vec<String> {
    let mut lines: Vec<String> = vec![String::new()];
    for word in text.split_whitespace() {
        let last = lines.len() - 1;
        if !lines[last].is_empty() && lines[last].chars().count() + word.chars().count() >= most {
            lines.push(word.to_owned());
        } else {
            let gap = if lines[last].is_empty() { "" } else { " " };
            lines[last] = format!("{}{gap}{word}", lines[last]);
        }
    }
    lines
}
