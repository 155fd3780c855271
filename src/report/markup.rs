//! Elements, attributes and texts of HTML and SVG, and nothing more.
//!
//! Invariant: names of elements and attributes are words of the program; whatever else is written goes through [`escaped`], so that no text
//! can become markup. A piece of markup can only be made here, so one that stands in another needs no second look.

use std::fmt::{Display, Write};

/// A piece of markup.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Markup(String);

/// Attributes with their values, which are escaped.
pub(super) type Attributes<'a> = &'a [(&'static str, &'a dyn Display)];

impl Markup {
    /// An element with what stands inside it.
    pub(super) fn element(&mut self, name: &'static str, attributes: Attributes, inside: impl FnOnce(&mut Self)) {
        self.open(name, attributes);
        self.0.push('>');
        inside(self);
        // Writing to a text cannot fail, here and below.
        let _ = write!(self.0, "</{name}>");
    }

    /// An element that holds a text.
    pub(super) fn leaf(&mut self, name: &'static str, attributes: Attributes, text: &str) {
        self.element(name, attributes, |inside| inside.text(text));
    }

    /// An element that holds nothing. `/>` is right in SVG and harmless where HTML knows the element as empty.
    pub(super) fn empty(&mut self, name: &'static str, attributes: Attributes) {
        self.open(name, attributes);
        self.0.push_str("/>");
    }

    /// A text.
    pub(super) fn text(&mut self, text: &str) {
        self.0.push_str(&escaped(text));
    }

    /// Another piece.
    pub(super) fn add(&mut self, piece: &Self) {
        self.0.push_str(&piece.0);
    }

    /// A text of the program that is markup, or a style: it is not escaped.
    pub(super) fn fixed(&mut self, text: &'static str) {
        self.0.push_str(text);
    }

    /// A style, which the program made. What would end it is left out.
    pub(super) fn leaf_style(&mut self, style: &str) {
        let _ = write!(self.0, "<style>{}</style>", style.replace('<', ""));
    }

    /// A line end, so that people can read the source.
    pub(super) fn line(&mut self) {
        self.0.push('\n');
    }

    /// The markup as text.
    pub(super) fn finish(self) -> String {
        self.0
    }

    fn open(&mut self, name: &'static str, attributes: Attributes) {
        let _ = write!(self.0, "<{name}");
        for (key, value) in attributes {
            let _ = write!(self.0, r#" {key}="{}""#, escaped(&value.to_string()));
        }
    }
}

/// A length or place in a picture, to a tenth.
pub(super) fn px(value: f64) -> String {
    let text = format!("{value:.1}");
    text.strip_suffix(".0").map_or_else(|| text.clone(), str::to_owned)
}

/// Text that cannot become markup. Signs that only steer direction are shown by their number ([`shown`]); other control signs, which XML
/// forbids, are left out.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for sign in text.chars() {
        match sign {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            '\n' => escaped.push('\n'),
            '\u{fffe}' | '\u{ffff}' => {}
            _ if sign.is_control() => {}
            _ if steers(sign) => escaped.push_str(&shown(sign)),
            _ => escaped.push(sign),
        }
    }
    escaped
}

/// Whether a sign is unseen and turns the direction of the text around it, by which a name could pose as another.
pub(super) const fn steers(sign: char) -> bool {
    matches!(sign, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// An unseen sign by its number.
pub(super) fn shown(sign: char) -> String {
    format!("[U+{:04X}]", u32::from(sign))
}

/// A text in which signs that steer direction are shown.
pub(super) fn steady(text: &str) -> String {
    if !text.contains(steers) {
        return text.to_owned();
    }
    text.chars().map(|sign| if steers(sign) { shown(sign) } else { sign.to_string() }).collect()
}

#[cfg(test)]
mod tests {
    use super::{Markup, escaped, px, steady};

    #[test]
    fn a_name_cannot_become_markup() {
        assert_eq!(escaped("<script>\u{1}&\"'"), "&lt;script&gt;&amp;&quot;&#39;");
        let mut markup = Markup::default();
        markup.element("p", &[("title", &"\"><b>")], |inside| inside.text("</p>"));
        assert_eq!(markup.finish(), "<p title=\"&quot;&gt;&lt;b&gt;\">&lt;/p&gt;</p>");
    }

    #[test]
    fn a_sign_that_turns_the_direction_is_shown() {
        assert_eq!(escaped("abc\u{202e}fdp.exe"), "abc[U+202E]fdp.exe");
        assert_eq!(steady("\u{61c}שלום\u{2069}"), "[U+061C]שלום[U+2069]");
    }

    #[test]
    fn places_are_short() {
        assert_eq!([1.0, 0.25, -3.04].map(px), ["1", "0.2", "-3"]);
    }
}
