//! Every text of a network once: ids, needs, sectors, sources. A [`NameId`] stands for a text everywhere else.

use super::key::Key;

/// A text that a network holds. Ids are given in the order of first appearance; they carry no meaning.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct NameId(pub u32);

/// An interner: each different text is kept once, end to end in one buffer.
///
/// A look-up among millions of texts waits for memory and for nothing else, so a slot holds the key of its text, which for a short text
/// is all there is to compare: one place in memory is touched, and many look-ups can be [under way](Names::touch) at once.
#[derive(Debug, Clone, Default)]
pub struct Names {
    text: String,
    ends: Vec<usize>,
    /// Twice as many slots as texts or more, a power of two; a text stands in the first free slot from where its key points.
    slots: Vec<Slot>,
}

#[derive(Debug, Clone, Copy, Default)]
struct Slot {
    key: Key,
    /// The id plus one; 0 where the slot is free.
    id: u32,
}

/// The fewest slots of a table that holds anything.
const MIN_SLOTS: usize = 16;
/// So many look-ups are under way at once.
const AT_ONCE: usize = 32;

impl Names {
    /// The id of `name`, new when it was not seen before.
    ///
    /// # Panics
    /// When there are more than four billion different texts: [`super::MAX_ROWS`] is checked before.
    pub fn intern(&mut self, name: &str) -> NameId {
        if self.slots.len() <= self.ends.len() * 2 {
            self.grow();
        }
        let key = Key::of(name);
        let at = self.probe(key, name);
        if self.slots[at].id > 0 {
            return NameId(self.slots[at].id - 1);
        }
        let id = u32::try_from(self.ends.len() + 1).expect("the number of rows is limited before");
        self.slots[at] = Slot { key, id };
        self.text.push_str(name);
        self.ends.push(self.text.len());
        NameId(id - 1)
    }

    /// The ids of all texts of another interner, in their order.
    pub fn intern_all(&mut self, other: &Self) -> Vec<NameId> {
        let mut ids = Vec::with_capacity(other.len());
        for start in (0..other.len()).step_by(AT_ONCE) {
            let texts = || (start..other.len().min(start + AT_ONCE)).map(|name| other.text(NameId(name as u32)));
            self.touch(texts());
            ids.extend(texts().map(|text| self.intern(text)));
        }
        ids
    }

    /// Calls what look-ups of these texts will need into the cache. Loads that do not depend on one another overlap, so a block of
    /// look-ups then waits for memory about as long as one.
    pub fn touch<'t>(&self, texts: impl Iterator<Item = &'t str>) {
        if self.slots.is_empty() {
            return;
        }
        let touched = texts.fold(0, |touched, text| touched ^ self.slots[self.first_slot(Key::of(text))].id);
        std::hint::black_box(touched);
    }

    /// The id of `name`, if the network holds it.
    pub fn find(&self, name: &str) -> Option<NameId> {
        if self.slots.is_empty() {
            return None;
        }
        let slot = self.slots[self.probe(Key::of(name), name)];
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

    /// The slot that a key points to. Its highest bits do, so that a table that grows is walked through in order.
    fn first_slot(&self, key: Key) -> usize {
        (key.spread() >> (64 - self.slots.len().ilog2())) as usize
    }

    /// The slot of `name`, or the free one where it would stand. There always is one: half of the slots are free.
    fn probe(&self, key: Key, name: &str) -> usize {
        let mask = self.slots.len() - 1;
        let mut at = self.first_slot(key);
        loop {
            let slot = &self.slots[at];
            if slot.id == 0 || (slot.key == key && (!key.is_long() || self.text(NameId(slot.id - 1)) == name)) {
                return at;
            }
            at = (at + 1) & mask;
        }
    }

    fn grow(&mut self) {
        let count = (self.slots.len() * 2).max(MIN_SLOTS);
        let before = std::mem::replace(&mut self.slots, vec![Slot::default(); count]);
        for slot in before.into_iter().filter(|slot| slot.id > 0) {
            let mut at = self.first_slot(slot.key);
            while self.slots[at].id > 0 {
                at = (at + 1) & (count - 1);
            }
            self.slots[at] = slot;
        }
    }
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
