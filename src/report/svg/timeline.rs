//! A chart of bars over time.

use super::scale::{FILLS, band};
use super::writer::Picture;
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

/// Draws a chart.
pub fn svg(chart: &Chart) -> String {
    let mut picture = Picture::new();
    let top = head(&mut picture, chart);
    let rows: f64 = chart.groups.iter().map(|group| group.lanes.len() as f64 + if group.name.is_empty() { 0.0 } else { 1.3 }).sum();
    let bottom = top + rows * ROW + 8.0;
    axis(&mut picture, chart, top, bottom);
    let mut y = top;
    for group in &chart.groups {
        if !group.name.is_empty() {
            y += 1.3 * ROW;
            picture.text((MARGIN, y - 5.0), "group", &group.name);
        }
        for lane in &group.lanes {
            self::lane(&mut picture, chart, lane, y);
            y += ROW;
        }
    }
    let end = foot(&mut picture, chart, bottom + 20.0);
    picture.finish(&chart.title, (WIDTH, end + MARGIN))
}

/// Title and subtitles; returns where the bars begin.
fn head(picture: &mut Picture, chart: &Chart) -> f64 {
    let mut y = MARGIN + 14.0;
    for line in lines(&chart.title, 95) {
        picture.text((MARGIN, y), "title", &line);
        y += 24.0;
    }
    for line in chart.subtitles.iter().flat_map(|subtitle| lines(subtitle, 135)) {
        picture.text((MARGIN, y), "sub", &line);
        y += LINE;
    }
    y + 32.0
}

fn x(chart: &Chart, at: Time) -> f64 {
    let part = if chart.until == Time::ZERO { 0.0 } else { at.ms() as f64 / chart.until.ms() as f64 };
    BARS + part.min(1.0) * (BARS_END - BARS)
}

fn axis(picture: &mut Picture, chart: &Chart, top: f64, bottom: f64) {
    for (at, name) in ticks(chart.until, chart.lang) {
        let x = x(chart, at);
        picture.line((x, top - 6.0), (x, bottom), r##"stroke="#dddddd""##);
        picture.text((x, top - 10.0), "tick", &name);
    }
    for (at, number) in &chart.marks {
        let x = x(chart, *at);
        picture.line((x, top - 6.0), (x, bottom), r##"stroke="#1a1a1a" stroke-dasharray="4 3""##);
        picture.text((x + 3.0, bottom + 10.0), "note", &number.to_string());
    }
}

fn lane(picture: &mut Picture, chart: &Chart, lane: &Lane, y: f64) {
    picture.text((LABELS, y + 10.0), "label", &lane.label);
    picture.line((BARS, y + ROW - 4.0), (BARS_END, y + ROW - 4.0), r##"stroke="#eeeeee""##);
    for (place, &(from, to, level)) in lane.bars.iter().enumerate() {
        let (left, right) = (x(chart, from).min(BARS_END - NARROWEST), x(chart, to));
        let tip = format!("{}: {} - {}: {}", lane.name, hours(chart.lang, from), hours(chart.lang, to), percent(chart.lang, level));
        let fill = format!(r##"fill="{}" stroke="#4a1486" stroke-width="0.5""##, FILLS[band(level)]);
        picture.rect((left, y), ((right - left).max(NARROWEST), BAR), &fill, &tip);
        if let (0, Some(number)) = (place, lane.number) {
            picture.text((left - 3.0, y + 10.0), "number", &number.to_string());
        }
    }
}

/// Legend and notes; returns where they end.
fn foot(picture: &mut Picture, chart: &Chart, top: f64) -> f64 {
    let mut left = MARGIN;
    for (fill, name) in FILLS.iter().zip(chart.bands) {
        picture.rect((left, top), (24.0, BAR), &format!(r##"fill="{fill}" stroke="#4a1486" stroke-width="0.5""##), "");
        picture.text((left + 30.0, top + 10.0), "", name);
        left += 60.0 + name.chars().count() as f64 * 6.8;
    }
    let mut y = top + 32.0;
    for line in chart.notes.iter().flat_map(|note| lines(note, LINE_SIGNS)) {
        picture.text((MARGIN, y), "note", &line);
        y += LINE;
    }
    y
}

/// A text in lines of so many signs, broken between words.
fn lines(text: &str, most: usize) -> Vec<String> {
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
