//! One of the tables in which texts are looked up. A text belongs to one of them by its key, so that each can be walked through by a core
//! of its own and stays in that core's cache.

use super::{Key, NameId};
use std::collections::BTreeMap;

/// So many tables there are, as a power of two: with a million texts half a megabyte each.
pub(super) const SHARD_BITS: u32 = 6;
pub(in crate::network) const SHARDS: usize = 1 << SHARD_BITS;
/// The fewest slots of a table that holds anything.
const MIN_SLOTS: usize = 16;
/// A text is looked for in so many slots, which bounds what a look-up costs whatever the texts. Among keys that mostly differ, so many slots
/// in a row are taken in none of a million tables that are half full.
pub(super) const REACH: usize = 256;

/// The texts of one table.
#[derive(Debug, Clone, Default)]
pub(super) struct Shard {
    /// Twice as many slots as texts or more, a power of two; a text stands in the first free slot from where its key points, if that is one
    /// of the next [`REACH`].
    slots: Vec<Slot>,
    taken: usize,
    /// The other texts by their keys. There are none but where somebody made texts whose keys point to one place.
    crowded: BTreeMap<Key, BTreeMap<Box<str>, NameId>>,
}

#[derive(Debug, Clone, Copy, Default)]
struct Slot {
    key: Key,
    /// The id plus one; 0 where the slot is free.
    id: u32,
}

/// The table that a key belongs to.
pub(in crate::network) fn shard_of(key: Key) -> usize {
    (key.spread() >> (64 - SHARD_BITS)) as usize
}

/// In all that follows a text is asked for only where its key is long: elsewhere the key says all, and the text counts as empty.
impl Shard {
    /// The id of the text with a key, if it is there; `known` is the text of an id.
    pub(super) fn find<'t>(&self, key: Key, text: &str, known: impl Fn(NameId) -> &'t str) -> Option<NameId> {
        if self.slots.is_empty() {
            return None;
        }
        match self.probe(key, || text, known) {
            Some(at) => self.slots[at].id.checked_sub(1).map(NameId),
            None => self.find_crowded(key, text),
        }
    }

    /// The id of the text with a key, or `new` if it was not there; and whether it was not.
    pub(super) fn find_or_add<'t>(
        &mut self,
        key: Key,
        new: NameId,
        text: impl Fn() -> &'t str,
        known: impl Fn(NameId) -> &'t str,
    ) -> (NameId, bool) {
        if self.slots.len() <= self.taken * 2 {
            self.remake((self.slots.len() * 2).max(MIN_SLOTS), |_| true, &known);
        }
        match self.probe(key, &text, &known) {
            Some(at) if self.slots[at].id > 0 => return (NameId(self.slots[at].id - 1), false),
            Some(at) => self.slots[at] = Slot { key, id: new.0 + 1 },
            None => {
                let text = if key.is_long() { text() } else { "" };
                if let Some(id) = self.find_crowded(key, text) {
                    return (id, false);
                }
                self.crowded.entry(key).or_default().insert(text.into(), new);
            }
        }
        self.taken += 1;
        (new, true)
    }

    /// Calls what look-ups of these keys will need into the cache. Loads that do not depend on one another overlap, so that many look-ups
    /// then wait for memory about as long as one.
    pub(super) fn touch(&self, keys: impl Iterator<Item = Key>) {
        if !self.slots.is_empty() {
            std::hint::black_box(keys.fold(0, |touched, key| touched ^ self.slots[self.first_slot(key)].id));
        }
    }

    /// The slot of a text, or the free one where it would stand; `None` where all slots that it might stand in hold other texts.
    fn probe<'t, 'k>(&self, key: Key, text: impl Fn() -> &'t str, known: impl Fn(NameId) -> &'k str) -> Option<usize> {
        let (mask, first) = (self.slots.len() - 1, self.first_slot(key));
        for step in 0..REACH.min(self.slots.len()) {
            let at = (first + step) & mask;
            let slot = &self.slots[at];
            if slot.id == 0 || (slot.key == key && (!key.is_long() || known(NameId(slot.id - 1)) == text())) {
                return Some(at);
            }
        }
        None
    }

    fn find_crowded(&self, key: Key, text: &str) -> Option<NameId> {
        self.crowded.get(&key)?.get(text).copied()
    }

    /// The slot that a key points to.
    fn first_slot(&self, key: Key) -> usize {
        ((key.spread() << SHARD_BITS) >> (64 - self.slots.len().ilog2())) as usize
    }

    /// Puts a text that is not there into the first free slot from where its key points, or beside the slots.
    fn put<'t>(&mut self, key: Key, id: NameId, known: impl Fn(NameId) -> &'t str) {
        let (mask, first) = (self.slots.len() - 1, self.first_slot(key));
        let free = (0..REACH.min(self.slots.len())).map(|step| (first + step) & mask).find(|&at| self.slots[at].id == 0);
        if let Some(at) = free {
            self.slots[at] = Slot { key, id: id.0 + 1 };
        } else {
            let text = if key.is_long() { known(id) } else { "" };
            self.crowded.entry(key).or_default().insert(text.into(), id);
        }
        self.taken += 1;
    }

    /// Makes the table anew, with so many slots and with the texts that are kept.
    fn remake<'t>(&mut self, slots: usize, is_kept: impl Fn(NameId) -> bool, known: impl Fn(NameId) -> &'t str) {
        let before = std::mem::replace(&mut self.slots, vec![Slot::default(); slots]);
        let crowded = std::mem::take(&mut self.crowded);
        self.taken = 0;
        let slots = before.into_iter().filter(|slot| slot.id > 0).map(|slot| (slot.key, NameId(slot.id - 1)));
        let crowded = crowded.into_iter().flat_map(|(key, texts)| texts.into_values().map(move |id| (key, id)));
        slots.chain(crowded).filter(|&(_, id)| is_kept(id)).for_each(|(key, id)| self.put(key, id, &known));
    }

    /// Leaves the texts with the first so many ids.
    pub(super) fn truncate<'t>(&mut self, texts: u32, known: impl Fn(NameId) -> &'t str) {
        self.remake(self.slots.len().max(MIN_SLOTS), |id| id.0 < texts, known);
    }

    /// Gives ids from the `first` on the numbers that they are to have.
    pub(super) fn renumber(&mut self, first: u32, numbers: &[NameId]) {
        if numbers.is_empty() {
            return;
        }
        for slot in self.slots.iter_mut().filter(|slot| slot.id > first) {
            slot.id = numbers[(slot.id - 1 - first) as usize].0 + 1;
        }
        for id in self.crowded.values_mut().flat_map(BTreeMap::values_mut).filter(|id| id.0 >= first) {
            *id = numbers[(id.0 - first) as usize];
        }
    }

    /// How many texts stand beside the slots.
    #[cfg(test)]
    pub(super) fn crowded(&self) -> usize {
        self.crowded.values().map(BTreeMap::len).sum()
    }

    /// How many slots there are.
    #[cfg(test)]
    pub(super) fn slots(&self) -> usize {
        self.slots.len()
    }
}
