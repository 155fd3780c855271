//! Reads markup as strictly as XML is read, into elements. What a browser would forgive is a failure here.

/// An element with what is in it.
#[derive(Debug)]
pub(super) struct Element {
    pub(super) name: String,
    pub(super) attributes: Vec<(String, String)>,
    pub(super) inside: Vec<Part>,
}

/// What stands in an element.
#[derive(Debug)]
pub(super) enum Part {
    Text(String),
    Element(Element),
}

impl Element {
    /// This element and all below it, in order.
    pub(super) fn all(&self) -> Vec<&Self> {
        let below = self.inside.iter().filter_map(|part| match part {
            Part::Element(element) => Some(element.all()),
            Part::Text(_) => None,
        });
        std::iter::once(self).chain(below.flatten()).collect()
    }

    pub(super) fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }

    /// All text in it, as a reader sees it.
    pub(super) fn text(&self) -> String {
        let texts = self.inside.iter().map(|part| match part {
            Part::Text(text) => text.clone(),
            Part::Element(element) => element.text(),
        });
        texts.collect()
    }
}

/// Reads one element.
pub(super) fn read(text: &str) -> Element {
    let mut reader = Reader { rest: text };
    let element = reader.element();
    assert_eq!(reader.rest.trim(), "", "something stands behind the end");
    element
}

struct Reader<'t> {
    rest: &'t str,
}

impl<'t> Reader<'t> {
    fn take(&mut self, expected: &str) {
        self.rest = self.rest.strip_prefix(expected).unwrap_or_else(|| panic!("no {expected:?} at {:.60}", self.rest));
    }

    fn until(&mut self, sign: char) -> &'t str {
        let at = self.rest.find(sign).unwrap_or_else(|| panic!("no {sign:?} in {:.60}", self.rest));
        let (text, rest) = self.rest.split_at(at);
        self.rest = rest;
        text
    }

    fn word(&mut self) -> String {
        let end = self.rest.find(|sign: char| !sign.is_ascii_alphanumeric() && sign != '-').unwrap_or(self.rest.len());
        let (word, rest) = self.rest.split_at(end);
        assert!(!word.is_empty(), "no name at {:.60}", self.rest);
        self.rest = rest;
        word.to_owned()
    }

    fn element(&mut self) -> Element {
        self.take("<");
        let name = self.word();
        let mut attributes: Vec<(String, String)> = Vec::new();
        while self.rest.starts_with(' ') {
            self.take(" ");
            let key = self.word();
            self.take("=\"");
            let value = plain(self.until('"'));
            self.take("\"");
            assert!(attributes.iter().all(|(other, _)| *other != key), "{key} twice");
            attributes.push((key, value));
        }
        let mut element = Element { name, attributes, inside: Vec::new() };
        if self.rest.starts_with("/>") {
            self.take("/>");
            return element;
        }
        self.take(">");
        loop {
            let text = self.until('<');
            let is_style = element.name == "style";
            element.inside.extend((!text.is_empty()).then(|| Part::Text(if is_style { text.to_owned() } else { plain(text) })));
            if self.rest.starts_with("</") {
                self.take(&format!("</{}>", element.name));
                return element;
            }
            element.inside.push(Part::Element(self.element()));
        }
    }
}

/// A text without its escapes; nothing in it may be a sign that should have been escaped.
fn plain(text: &str) -> String {
    assert!(!text.contains(['<', '>']), "{text}");
    for (at, _) in text.match_indices('&') {
        let known = ["&amp;", "&lt;", "&gt;", "&quot;", "&#39;"];
        assert!(known.iter().any(|escape| text[at..].starts_with(escape)), "{text}");
    }
    text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&#39;", "'").replace("&amp;", "&")
}
