//! A picture that grows downwards: rectangles, lines and texts, each with a class of the style.
//!
//! Invariant: what is written is escaped, see [`Markup`].

use super::palette::own_style;
use crate::report::markup::{Markup, px};

/// A place or a size: across, then down.
pub(super) type Point = (f64, f64);

/// A picture that is being drawn.
pub(super) struct Canvas {
    body: Markup,
    /// A number that sets its pattern apart from those of other pictures on the page.
    number: usize,
}

impl Canvas {
    pub(super) fn new(number: usize) -> Self {
        Self { body: Markup::default(), number }
    }

    /// A rectangle, with a text that shows when the mouse rests on it. Several classes are set apart by spaces.
    pub(super) fn rect(&mut self, (x, y): Point, (width, height): Point, class: &str, tip: &str) {
        let hatch = format!("url(#hatch-{})", self.number);
        let (x, y, width, height) = (px(x), px(y), px(width), px(height));
        let plain: [(&'static str, &dyn std::fmt::Display); 6] =
            [("x", &x), ("y", &y), ("width", &width), ("height", &height), ("class", &class), ("fill", &hatch)];
        let attributes = if class.split(' ').any(|name| name == "b0") { &plain[..] } else { &plain[..5] };
        self.body.element("rect", attributes, |inside| {
            if !tip.is_empty() {
                inside.leaf("title", &[], tip);
            }
        });
        self.body.line();
    }

    /// A line.
    pub(super) fn line(&mut self, (x1, y1): Point, (x2, y2): Point, class: &str) {
        self.body.empty("line", &[("x1", &px(x1)), ("y1", &px(y1)), ("x2", &px(x2)), ("y2", &px(y2)), ("class", &class)]);
        self.body.line();
    }

    /// A line that leaves one place to the right and comes into another from the left.
    pub(super) fn curve(&mut self, (x1, y1): Point, (x2, y2): Point, class: &str, width: f64) {
        let bend = ((x2 - x1).abs() / 2.0).clamp(14.0, 60.0);
        let [x1, y1, x2, y2, out, into] = [x1, y1, x2, y2, x1 + bend, x2 - bend].map(px);
        let path = format!("M{x1} {y1}C{out} {y1} {into} {y2} {x2} {y2}");
        self.body.empty("path", &[("d", &path), ("class", &class), ("stroke-width", &px(width))]);
        self.body.line();
    }

    /// A dot.
    pub(super) fn dot(&mut self, (x, y): Point, radius: f64, class: &str, tip: &str) {
        self.body.element("circle", &[("cx", &px(x)), ("cy", &px(y)), ("r", &px(radius)), ("class", &class)], |inside| {
            inside.leaf("title", &[], tip);
        });
        self.body.line();
    }

    /// A text.
    pub(super) fn text(&mut self, (x, y): Point, class: &str, text: &str) {
        self.body.leaf("text", &[("x", &px(x)), ("y", &px(y)), ("class", &class)], text);
        self.body.line();
    }

    /// The picture as a part of a page, whose style it uses.
    pub(super) fn on_page(self, title: &str, alternative: &str, size: Point) -> Markup {
        let mut markup = Markup::default();
        let number = self.number;
        let (width, height, view) = sizes(size);
        let named = format!("picture-{number} picture-{number}-text");
        let attributes: [(&'static str, &dyn std::fmt::Display); 6] = [
            ("viewBox", &view),
            ("width", &width),
            ("height", &height),
            ("role", &"img"),
            ("aria-labelledby", &named),
            ("focusable", &"false"),
        ];
        markup.element("svg", &attributes, |inside| {
            inside.leaf("title", &[("id", &format!("picture-{number}"))], title);
            inside.leaf("desc", &[("id", &format!("picture-{number}-text"))], alternative);
            hatch(inside, number);
            inside.add(&self.body);
        });
        markup
    }

    /// The picture as a file of its own.
    pub(super) fn alone(self, title: &str, size: Point) -> String {
        let mut markup = Markup::default();
        let (width, height, view) = sizes(size);
        let attributes: [(&'static str, &dyn std::fmt::Display); 5] =
            [("xmlns", &"http://www.w3.org/2000/svg"), ("viewBox", &view), ("width", &width), ("height", &height), ("role", &"img")];
        markup.element("svg", &attributes, |inside| {
            inside.line();
            inside.leaf("title", &[], title);
            inside.line();
            inside.leaf_style(&own_style());
            hatch(inside, self.number);
            inside.line();
            inside.empty("rect", &[("width", &width), ("height", &height), ("class", &"ground")]);
            inside.line();
            inside.add(&self.body);
        });
        markup.line();
        markup.finish()
    }
}

fn sizes((width, height): Point) -> (String, String, String) {
    (format!("{width:.0}"), format!("{height:.0}"), format!("0 0 {width:.0} {height:.0}"))
}

/// Lines over what is lost entirely, for print without colour.
fn hatch(markup: &mut Markup, number: usize) {
    let id = format!("hatch-{number}");
    let attributes: [(&'static str, &dyn std::fmt::Display); 5] =
        [("id", &id), ("width", &6), ("height", &6), ("patternUnits", &"userSpaceOnUse"), ("patternTransform", &"rotate(45)")];
    markup.element("defs", &[], |inside| {
        inside.element("pattern", &attributes, |inside| {
            inside.fixed(r#"<rect width="6" height="6" class="hatch"/><line x1="0" y1="0" x2="0" y2="6" class="stripe"/>"#);
        });
    });
}
