//! Items in rows and columns with lines between them.

use super::canvas::{Canvas, Point};
use super::timeline::lines;
use super::{palette, scale, width_of};
use crate::report::drawing::{Item, Layers};

const WIDTH: f64 = 1_160.0;
/// Where the names of the layers stand.
const LABELS: f64 = 132.0;
const TOP: f64 = 34.0;
const MARK: f64 = 11.0;
/// Above so many items each has one line.
const ROOMY: usize = 70;
const SIZE: f64 = 11.0;

/// How much room items get.
struct Plan {
    column: f64,
    row: f64,
    lines: usize,
    signs: usize,
}

impl Plan {
    fn of(layers: &Layers) -> Self {
        let items: usize = layers.layers.iter().map(|layer| layer.items.len()).sum();
        let column = (WIDTH - LABELS) / layers.columns.len().max(1) as f64;
        let signs = ((column - MARK - 28.0) / width_of("x", SIZE)) as usize;
        let lines = if items > ROOMY { 1 } else { 2 };
        Self { column, row: if lines == 1 { 16.0 } else { 30.0 }, lines, signs: signs.max(6) }
    }

    fn x(&self, column: usize) -> f64 {
        LABELS + column as f64 * self.column
    }

    /// A name in the lines that there are.
    fn wrap(&self, label: &str) -> Vec<String> {
        let mut wrapped = lines(label, self.signs);
        let is_cut = wrapped.len() > self.lines;
        wrapped.truncate(self.lines);
        if let Some(last) = wrapped.last_mut().filter(|last| is_cut || last.chars().count() > self.signs) {
            let kept: String = last.chars().take(self.signs.saturating_sub(1)).collect();
            *last = format!("{}…", kept.trim_end());
        }
        wrapped
    }
}

/// Draws items and lines.
pub(super) fn draw(canvas: &mut Canvas, layers: &Layers) -> Point {
    let plan = Plan::of(layers);
    let (places, tops, bottom) = places(layers, &plan);
    for (column, name) in layers.columns.iter().enumerate() {
        canvas.text((plan.x(column), 14.0), "note", name);
    }
    for (number, (layer, top)) in layers.layers.iter().zip(&tops).enumerate() {
        let height = tops.get(number + 1).unwrap_or(&bottom) - top;
        if number.is_multiple_of(2) {
            canvas.rect((0.0, *top), (WIDTH, height), "band", "");
        }
        for (line, text) in lines(&layer.name, 20).iter().take(2).enumerate() {
            canvas.text((8.0, top + 18.0 + line as f64 * 14.0), "group", text);
        }
    }
    for link in &layers.links {
        let ((x1, y1), (x2, y2)) = (places[link.from], places[link.to]);
        let class = if link.weight >= 0.2 { "main" } else { "thread" };
        canvas.curve((x1 + MARK, y1), (x2 - 1.0, y2), class, 0.8 + 3.2 * link.weight);
    }
    for (item, place) in layers.layers.iter().flat_map(|layer| &layer.items).zip(&places) {
        self::item(canvas, item, *place, &plan);
    }
    scale(canvas, (LABELS, bottom + 14.0), &layers.bands);
    canvas.line((LABELS, bottom + 42.0), (LABELS + 22.0, bottom + 42.0), "whisker");
    canvas.text((LABELS + 28.0, bottom + 46.0), "note", &layers.strong);
    (WIDTH, bottom + 56.0)
}

/// Where items stand, where layers begin and where the last ends.
fn places(layers: &Layers, plan: &Plan) -> (Vec<Point>, Vec<f64>, f64) {
    let (mut places, mut tops, mut top) = (Vec::new(), Vec::new(), TOP);
    for layer in &layers.layers {
        let mut filled = vec![0; layers.columns.len()];
        tops.push(top);
        for item in &layer.items {
            places.push((plan.x(item.column), top + 8.0 + (f64::from(filled[item.column]) + 0.5) * plan.row));
            filled[item.column] += 1;
        }
        let rows = f64::from(filled.into_iter().max().unwrap_or(1));
        top += (rows * plan.row + 16.0).max(40.0);
    }
    (places, tops, top)
}

fn item(canvas: &mut Canvas, item: &Item, (x, y): Point, plan: &Plan) {
    canvas.rect((x, y - MARK / 2.0), (MARK, MARK), palette::class(item.level), &item.tip);
    let wrapped = plan.wrap(&item.label);
    let first = y + 4.0 - (wrapped.len() as f64 - 1.0) * 6.5;
    for (line, text) in wrapped.iter().enumerate() {
        let class = if item.strong { "name strong" } else { "name" };
        canvas.text((x + MARK + 5.0, first + line as f64 * 13.0), class, text);
    }
}
