//! Items in rows and columns with lines between them.

use super::canvas::{Canvas, Point};
use super::timeline::lines;
use super::{palette, scale, width_of};
use crate::report::drawing::{Item, Layers, Link};
use crate::report::names::fitting;

const WIDTH: f64 = 1_000.0;
/// Where the names of the layers end and the first column begins.
const LABELS: f64 = 118.0;
const TOP: f64 = 34.0;
const MARK: f64 = 11.0;
/// Above so many items each has one line.
const ROOMY: usize = 70;
const SIZE: f64 = 12.0;
const LINE: f64 = 13.0;
/// A line stands out from this weight.
const STRONG: f64 = 0.1;

/// How much room items get.
struct Plan {
    column: f64,
    lines: usize,
    signs: usize,
}

impl Plan {
    fn of(layers: &Layers) -> Self {
        let items: usize = layers.layers.iter().map(|layer| layer.items.len()).sum();
        let column = (WIDTH - LABELS) / layers.columns.len().max(1) as f64;
        let signs = ((column - MARK - 22.0) / width_of("x", SIZE)) as usize;
        Self { column, lines: if items > ROOMY { 1 } else { 3 }, signs: signs.max(6) }
    }

    fn x(&self, column: usize) -> f64 {
        LABELS + column as f64 * self.column
    }

    /// How wide an item is with its name, so that lines can begin behind it.
    fn width(&self, label: &str) -> f64 {
        let widest = self.wrap(label).iter().map(|line| width_of(line, SIZE)).fold(0.0, f64::max);
        (MARK + 7.0 + widest).min(self.column - 8.0)
    }

    /// How high an item is with the space around it.
    fn height(&self, label: &str) -> f64 {
        self.wrap(label).len() as f64 * LINE + if self.lines == 1 { 3.0 } else { 7.0 }
    }

    /// A name in the lines that there are.
    fn wrap(&self, label: &str) -> Vec<String> {
        let mut wrapped = lines(label, self.signs);
        let is_cut = wrapped.len() > self.lines;
        wrapped.truncate(self.lines);
        for line in wrapped.iter_mut().filter(|line| line.chars().count() > self.signs) {
            *line = fitting(line, self.signs);
        }
        if let Some(last) = wrapped.last_mut().filter(|last| is_cut && !last.ends_with('…')) {
            *last = fitting(&format!("{last} …"), self.signs.max(last.chars().count()));
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
    for (layer, top) in layers.layers.iter().zip(&tops) {
        canvas.line((0.0, *top), (WIDTH, *top), "rule");
        for (line, text) in lines(&layer.name, 15).iter().take(2).enumerate() {
            canvas.text((0.0, top + 20.0 + line as f64 * 14.0), "group", text);
        }
    }
    let items: Vec<&Item> = layers.layers.iter().flat_map(|layer| &layer.items).collect();
    // Weak lines first, so that strong ones lie above them.
    let mut links: Vec<&Link> = layers.links.iter().collect();
    links.sort_by(|a, b| a.weight.total_cmp(&b.weight));
    for link in links {
        let ((x1, y1), (x2, y2)) = (places[link.from], places[link.to]);
        let x1 = x1 + plan.width(&items[link.from].label);
        let class = if link.weight >= STRONG { "main" } else { "thread" };
        canvas.curve((x1, y1), (x2 - 1.0, y2), class, 0.8 + 3.2 * link.weight);
    }
    for (item, place) in items.iter().zip(&places) {
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
        let mut filled = vec![0.0; layers.columns.len()];
        tops.push(top);
        for item in &layer.items {
            let height = plan.height(&item.label);
            places.push((plan.x(item.column), top + 8.0 + filled[item.column] + height / 2.0));
            filled[item.column] += height;
        }
        top += (filled.into_iter().fold(0.0, f64::max) + 16.0).max(44.0);
    }
    (places, tops, top)
}

fn item(canvas: &mut Canvas, item: &Item, (x, y): Point, plan: &Plan) {
    canvas.rect((x, y - MARK / 2.0), (MARK, MARK), palette::class(item.level), &item.tip);
    let wrapped = plan.wrap(&item.label);
    let first = y + 4.0 - (wrapped.len() as f64 - 1.0) * LINE / 2.0;
    for (line, text) in wrapped.iter().enumerate() {
        let class = if item.strong { "name strong" } else { "name" };
        canvas.text((x + MARK + 5.0, first + line as f64 * LINE), class, text);
    }
}
