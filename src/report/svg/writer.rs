//! Elements of SVG and nothing more.
//!
//! Invariant: whatever stands in a text or an attribute is escaped, so that no name can become markup.

use std::fmt::Write;

/// A picture that grows downwards.
pub(super) struct Picture {
    body: String,
}

impl Picture {
    pub(super) fn new() -> Self {
        Self { body: String::new() }
    }

    /// A rectangle, with a text that shows when the mouse rests on it.
    pub(super) fn rect(&mut self, (x, y): (f64, f64), (width, height): (f64, f64), attributes: &str, tip: &str) {
        let tip = if tip.is_empty() { String::new() } else { format!("<title>{}</title>", escaped(tip)) };
        self.add(&format!(r#"<rect x="{x:.1}" y="{y:.1}" width="{width:.1}" height="{height:.1}" {attributes}>{tip}</rect>"#));
    }

    /// A line.
    pub(super) fn line(&mut self, (x1, y1): (f64, f64), (x2, y2): (f64, f64), attributes: &str) {
        self.add(&format!(r#"<line x1="{x1:.1}" y1="{y1:.1}" x2="{x2:.1}" y2="{y2:.1}" {attributes}/>"#));
    }

    /// A text; `class` is one of those in [`STYLE`].
    pub(super) fn text(&mut self, (x, y): (f64, f64), class: &str, text: &str) {
        self.add(&format!(r#"<text x="{x:.1}" y="{y:.1}" class="{class}">{}</text>"#, escaped(text)));
    }

    fn add(&mut self, element: &str) {
        self.body.push_str(element);
        self.body.push('\n');
    }

    /// The whole picture.
    pub(super) fn finish(self, title: &str, (width, height): (f64, f64)) -> String {
        let mut text = String::new();
        let head = format!(
            r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:.0} {height:.0}" width="{width:.0}" height="{height:.0}" role="img">"#
        );
        // Writing to a text cannot fail.
        let _ = writeln!(text, "{head}\n<title>{}</title>\n<style>{STYLE}</style>\n{HATCH}", escaped(title));
        let _ = writeln!(text, r##"<rect width="{width:.0}" height="{height:.0}" fill="#ffffff"/>"##);
        text + &self.body + "</svg>\n"
    }
}

/// Type sizes and colours of the texts.
const STYLE: &str = "text{font-family:'Segoe UI',Helvetica,Arial,sans-serif;fill:#1a1a1a;font-size:12px}\
.title{font-size:18px;font-weight:600}.sub{font-size:13px}.group{font-weight:600}.label{text-anchor:end}\
.tick{text-anchor:middle;fill:#555555;font-size:11px}.number{text-anchor:end;font-size:10px;fill:#555555;stroke:#ffffff;stroke-width:3px;paint-order:stroke}.note{fill:#555555;font-size:11px}";

/// Lines over what is lost entirely, for print without colour.
const HATCH: &str = r##"<defs><pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="6" height="6" fill="#3f007d"/><line x1="0" y1="0" x2="0" y2="6" stroke="#ffffff" stroke-width="1.4"/></pattern></defs>"##;

/// Text that cannot become markup; control signs, which XML forbids, are left out.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for sign in text.chars() {
        match sign {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            '\u{fffe}' | '\u{ffff}' => {}
            _ if sign.is_control() => {}
            _ => escaped.push(sign),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::escaped;

    #[test]
    fn a_name_cannot_become_markup() {
        assert_eq!(escaped("<script>\u{1}&\"'"), "&lt;script&gt;&amp;&quot;&#39;");
    }
}
