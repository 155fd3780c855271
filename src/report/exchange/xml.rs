//! XML that is well formed whatever names hold.
//!
//! XML 1.0 has no way at all to write most control signs, so each becomes U+FFFD, the sign for one that cannot be shown.

use std::borrow::Cow;

/// A text for between tags and for between double quotes.
pub(super) fn escaped(text: &str) -> Cow<'_, str> {
    if !text.contains(must_change) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len() + 16);
    for sign in text.chars() {
        match sign {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            // A reader would make a space, or a line feed, of them.
            '\t' => out.push_str("&#9;"),
            '\n' => out.push_str("&#10;"),
            '\r' => out.push_str("&#13;"),
            sign if is_legal(sign) => out.push(sign),
            _ => out.push(char::REPLACEMENT_CHARACTER),
        }
    }
    Cow::Owned(out)
}

/// A text as it comes out of XML again.
pub(super) fn kept(text: &str) -> Cow<'_, str> {
    if text.chars().all(is_legal) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(text.chars().map(|sign| if is_legal(sign) { sign } else { char::REPLACEMENT_CHARACTER }).collect())
}

fn must_change(sign: char) -> bool {
    matches!(sign, '&' | '<' | '>' | '"') || sign < ' ' || !is_legal(sign)
}

/// Whether XML 1.0 can hold a sign.
fn is_legal(sign: char) -> bool {
    matches!(sign, '\t' | '\n' | '\r' | ' '..='\u{fffd}' | '\u{10000}'..)
}

#[cfg(test)]
mod tests {
    use super::{escaped, kept};

    #[test]
    fn signs_that_mean_something_are_escaped_and_those_that_cannot_be_are_replaced() {
        for (text, written) in [
            ("plain", "plain"),
            ("a<b>&\"c\"", "a&lt;b&gt;&amp;&quot;c&quot;"),
            ("two\nlines\t\r", "two&#10;lines&#9;&#13;"),
            ("bell\u{7}\u{0}\u{ffff}\u{1f600}", "bell\u{fffd}\u{fffd}\u{fffd}\u{1f600}"),
        ] {
            assert_eq!(escaped(text), written);
        }
        assert_eq!(kept("bell\u{7}<"), "bell\u{fffd}<");
    }
}
