//! Texts in the order in which they were met, each as often as it was met: what a part of a table leaves to be numbered.
//!
//! A part looks nothing up. Its texts are numbered later, those of many parts at once (see [`Names::intern_lists`](super::Names)), which
//! is how a table of tens of millions of ids is read on all cores.

use super::NameId;
use super::key::Key;
use super::names::{SHARDS, shard_of};

/// A list of texts, in which a [`NameId`] is the place of a text.
#[derive(Debug, Default)]
pub struct Texts {
    /// Of each text, in which table it will be looked up.
    shards: Vec<u8>,
    /// The texts by these tables, those of each in their order: what each is told apart by, and its place. Empty as long as there are none.
    entries: Vec<Vec<(Key, u32)>>,
    /// How many entries of a table there is room for.
    room: usize,
    /// The texts that do not stand in their keys, end to end.
    long: String,
    /// Where each text ends in `long`; empty as long as all are short.
    ends: Vec<usize>,
}

impl Texts {
    /// No texts yet, and room for so many.
    pub fn with_room(texts: usize) -> Self {
        Self { shards: Vec::with_capacity(texts), room: texts / SHARDS, ..Self::default() }
    }

    /// Adds a text, and tells its place.
    ///
    /// # Panics
    /// When there are more than four billion: [`super::MAX_ROWS`] is checked before.
    pub fn push(&mut self, text: &str) -> NameId {
        let place = u32::try_from(self.shards.len()).expect("the number of rows is limited before");
        let key = Key::of(text);
        if key.is_long() {
            self.ends.resize(self.shards.len(), self.long.len());
            self.long.push_str(text);
            self.ends.push(self.long.len());
        }
        if self.entries.is_empty() {
            self.entries = (0..SHARDS).map(|_| Vec::with_capacity(self.room)).collect();
        }
        let shard = shard_of(key);
        self.shards.push(shard as u8);
        self.entries[shard].push((key, place));
        NameId(place)
    }

    /// How many there are, those that are alike counted apart.
    pub fn len(&self) -> usize {
        self.shards.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.shards.is_empty()
    }

    /// The table in which each text is looked up.
    pub(super) fn shards(&self) -> &[u8] {
        &self.shards
    }

    /// The texts that are looked up in a table, with their places.
    pub(super) fn of_shard(&self, shard: usize) -> &[(Key, u32)] {
        self.entries.get(shard).map_or(&[], Vec::as_slice)
    }

    /// The text in a place whose key is long.
    pub(super) fn long(&self, place: u32) -> &str {
        let place = place as usize;
        let start = if place == 0 { 0 } else { self.ends[place - 1] };
        &self.long[start..self.ends[place]]
    }
}

#[cfg(test)]
mod tests {
    use super::Texts;
    use crate::network::NameId;
    use crate::network::names::SHARDS;

    #[test]
    fn every_text_stands_in_one_table_with_its_place() {
        let mut texts = Texts::default();
        assert!(texts.is_empty());
        let all: Vec<String> = (0..60_usize).map(|at| "caf\u{e9}-".repeat(at % 7) + &"x".repeat(at % 13)).collect();
        for (at, text) in all.iter().enumerate() {
            assert_eq!(texts.push(text), NameId(at as u32));
        }
        assert_eq!(texts.len(), all.len());
        let mut met: Vec<(u32, String)> = Vec::new();
        for shard in 0..SHARDS {
            for &(key, place) in texts.of_shard(shard) {
                assert_eq!(usize::from(texts.shards()[place as usize]), shard);
                met.push((place, key.with_short(|short| short.unwrap_or_else(|| texts.long(place)).to_owned())));
            }
        }
        met.sort();
        assert!(met.into_iter().map(|(_, text)| text).eq(all));
    }
}
