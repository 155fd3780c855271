//! Every text of a network once: ids, needs, sectors, sources. A [`NameId`] stands for a text everywhere else.

use hashbrown::HashTable;
use rustc_hash::FxHasher;
use std::hash::Hasher;

/// A text that a network holds. Ids are given in the order of first appearance; they carry no meaning.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct NameId(pub u32);

/// An interner: each different text is kept once, end to end in one buffer.
#[derive(Debug, Clone, Default)]
pub struct Names {
    text: String,
    ends: Vec<usize>,
    table: HashTable<u32>,
}

impl Names {
    /// The id of `name`, new when it was not seen before.
    ///
    /// # Panics
    /// When there are more than four billion different texts: [`super::MAX_ROWS`] is checked before.
    pub fn intern(&mut self, name: &str) -> NameId {
        let hash = hash_of(name);
        let (text, ends) = (&self.text, &self.ends);
        if let Some(&id) = self.table.find(hash, |&id| slice(text, ends, id) == name) {
            return NameId(id);
        }
        let id = u32::try_from(self.ends.len()).expect("the number of rows is limited before");
        self.text.push_str(name);
        self.ends.push(self.text.len());
        let (text, ends) = (&self.text, &self.ends);
        self.table.insert_unique(hash, id, |&id| hash_of(slice(text, ends, id)));
        NameId(id)
    }

    /// The id of `name`, if the network holds it.
    pub fn find(&self, name: &str) -> Option<NameId> {
        self.table.find(hash_of(name), |&id| slice(&self.text, &self.ends, id) == name).map(|&id| NameId(id))
    }

    /// The text of `id`.
    pub fn text(&self, id: NameId) -> &str {
        slice(&self.text, &self.ends, id.0)
    }

    /// How many different texts there are.
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }
}

fn slice<'a>(text: &'a str, ends: &[usize], id: u32) -> &'a str {
    let id = id as usize;
    let start = if id == 0 { 0 } else { ends[id - 1] };
    &text[start..ends[id]]
}

fn hash_of(name: &str) -> u64 {
    let mut hasher = FxHasher::default();
    hasher.write(name.as_bytes());
    hasher.write_u8(0xff);
    hasher.finish()
}
