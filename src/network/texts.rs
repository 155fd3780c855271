//! Texts in the order in which they were met, each as often as it was met: what a part of a table leaves to be numbered.
//!
//! A part looks nothing up. Its texts are numbered later, those of many parts at once (see [`Names::intern_lists`](super::Names)), which
//! is how a table of tens of millions of ids is read on all cores.

use super::NameId;
use super::key::{Key, MAX_SHORT};

/// A list of texts, in which a [`NameId`] is the place of a text.
#[derive(Debug, Default)]
pub struct Texts {
    keys: Vec<Key>,
    /// The texts that do not stand in their keys, end to end.
    long: String,
    /// Where each text ends in `long`; empty as long as all are short.
    ends: Vec<usize>,
}

impl Texts {
    /// No texts yet, and room for so many.
    pub fn with_room(texts: usize) -> Self {
        Self { keys: Vec::with_capacity(texts), ..Self::default() }
    }

    /// Adds a text, and tells its place.
    ///
    /// # Panics
    /// When there are more than four billion: [`super::MAX_ROWS`] is checked before.
    pub fn push(&mut self, text: &str) -> NameId {
        let place = u32::try_from(self.keys.len()).expect("the number of rows is limited before");
        let key = Key::of(text);
        if key.is_long() {
            self.ends.resize(self.keys.len(), self.long.len());
            self.long.push_str(text);
            self.ends.push(self.long.len());
        }
        self.keys.push(key);
        NameId(place)
    }

    /// How many there are, those that are alike counted apart.
    pub fn len(&self) -> usize {
        self.keys.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.keys.is_empty()
    }

    /// What each text is told apart by.
    pub(super) fn keys(&self) -> &[Key] {
        &self.keys
    }

    /// The text in a place whose key is long.
    pub(super) fn long(&self, place: u32) -> &str {
        let place = place as usize;
        let start = if place == 0 { 0 } else { self.ends[place - 1] };
        &self.long[start..self.ends[place]]
    }

    /// Does something with the text in a place.
    pub(super) fn with<T>(&self, place: u32, then: impl FnOnce(&str) -> T) -> T {
        let mut bytes = [0; MAX_SHORT];
        match self.keys[place as usize].short(&mut bytes) {
            Some(length) => then(str::from_utf8(&bytes[..length]).expect("the key holds the bytes of a text")),
            None => then(self.long(place)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Texts;
    use crate::network::NameId;

    #[test]
    fn every_text_is_given_back_from_its_place() {
        let mut texts = Texts::default();
        assert!(texts.is_empty());
        let all: Vec<String> = (0..60_usize).map(|at| "caf\u{e9}-".repeat(at % 7) + &"x".repeat(at % 13)).collect();
        for (at, text) in all.iter().enumerate() {
            assert_eq!(texts.push(text), NameId(at as u32));
        }
        assert_eq!(texts.len(), all.len());
        for (at, text) in all.iter().enumerate() {
            assert!(texts.with(at as u32, |found| found == text), "{text:?}");
        }
    }
}
