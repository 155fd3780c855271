//! Every text of a network once: ids, needs, sectors, sources. A [`NameId`] stands for a text everywhere else.

use rustc_hash::FxHasher;
use std::hash::Hasher;

/// A text that a network holds. Ids are given in the order of first appearance; they carry no meaning.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct NameId(pub u32);

/// An interner: each different text is kept once, end to end in one buffer.
///
/// A look-up among millions of texts waits for memory and for nothing else, so a slot holds all that is needed to go straight to
/// the text: two places in memory are touched where a table of ids alone would touch four.
#[derive(Debug, Clone, Default)]
pub struct Names {
    text: String,
    ends: Vec<usize>,
    /// Twice as many slots as texts or more, a power of two; a text stands in the first free slot from where its hash points.
    slots: Vec<Slot>,
}

/// Where a text stands, and enough of its hash to pass by nearly all others.
#[derive(Debug, Clone, Copy, Default)]
struct Slot {
    hash: u32,
    /// The id plus one; 0 where the slot is free.
    id: u32,
    /// The start of the text, times 2^16, plus its length or [`LONG`].
    place: u64,
}

/// In place of a length: this long or longer, so that the ends tell it.
const LONG: u64 = 0xffff;
/// The fewest slots of a table that holds anything.
const MIN_SLOTS: usize = 16;

impl Names {
    /// The id of `name`, new when it was not seen before.
    ///
    /// # Panics
    /// When there are more than four billion different texts: [`super::MAX_ROWS`] is checked before.
    pub fn intern(&mut self, name: &str) -> NameId {
        if self.slots.len() <= self.ends.len() * 2 {
            self.grow();
        }
        let hash = hash_of(name);
        let at = self.probe(hash, name);
        if self.slots[at].id > 0 {
            return NameId(self.slots[at].id - 1);
        }
        let id = u32::try_from(self.ends.len() + 1).expect("the number of rows is limited before");
        self.slots[at] = Slot { hash: hash as u32, id, place: place(self.text.len(), name.len()) };
        self.text.push_str(name);
        self.ends.push(self.text.len());
        NameId(id - 1)
    }

    /// The id of `name`, if the network holds it.
    pub fn find(&self, name: &str) -> Option<NameId> {
        if self.slots.is_empty() {
            return None;
        }
        let slot = self.slots[self.probe(hash_of(name), name)];
        slot.id.checked_sub(1).map(NameId)
    }

    /// The text of `id`.
    pub fn text(&self, id: NameId) -> &str {
        let id = id.0 as usize;
        let start = if id == 0 { 0 } else { self.ends[id - 1] };
        &self.text[start..self.ends[id]]
    }

    /// How many different texts there are.
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }

    /// The slot of `name`, or the free one where it would stand. There always is one: half of the slots are free.
    fn probe(&self, hash: u64, name: &str) -> usize {
        let mask = self.slots.len() - 1;
        let mut at = (hash >> 32) as usize & mask;
        loop {
            let slot = self.slots[at];
            if slot.id == 0 || (slot.hash == hash as u32 && self.holds(slot, name)) {
                return at;
            }
            at = (at + 1) & mask;
        }
    }

    fn holds(&self, slot: Slot, name: &str) -> bool {
        let start = (slot.place >> 16) as usize;
        let length = if slot.place & LONG == LONG { self.ends[slot.id as usize - 1] - start } else { (slot.place & LONG) as usize };
        self.text.as_bytes()[start..start + length] == *name.as_bytes()
    }

    fn grow(&mut self) {
        let count = (self.slots.len() * 2).max(MIN_SLOTS);
        self.slots = vec![Slot::default(); count];
        for id in 0..self.ends.len() as u32 {
            let name = self.text(NameId(id));
            let hash = hash_of(name);
            let place = place(self.ends[id as usize] - name.len(), name.len());
            let mut at = (hash >> 32) as usize & (count - 1);
            while self.slots[at].id > 0 {
                at = (at + 1) & (count - 1);
            }
            self.slots[at] = Slot { hash: hash as u32, id: id + 1, place };
        }
    }
}

fn place(start: usize, length: usize) -> u64 {
    (start as u64) << 16 | (length as u64).min(LONG)
}

fn hash_of(name: &str) -> u64 {
    let mut hasher = FxHasher::default();
    hasher.write(name.as_bytes());
    hasher.write_u8(0xff);
    // The hasher's best bits are not all in one half; one more multiplication spreads them over both.
    hasher.finish().wrapping_mul(0x9e37_79b9_7f4a_7c15)
}

#[cfg(test)]
mod tests {
    use super::{NameId, Names};

    #[test]
    fn each_text_has_one_id_through_all_growth() {
        let mut names = Names::default();
        let texts: Vec<String> =
            (0..5_000).map(|at| "x".repeat(at % 7) + &at.to_string()).chain([String::new(), "y".repeat(70_000)]).collect();
        let ids: Vec<NameId> = texts.iter().map(|text| names.intern(text)).collect();
        assert_eq!(names.len(), texts.len());
        for (text, id) in texts.iter().zip(ids) {
            assert_eq!((names.intern(text), names.find(text), names.text(id)), (id, Some(id), text.as_str()));
        }
        assert_eq!(names.find("absent"), None);
    }
}
