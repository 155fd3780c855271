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
/// So many look-ups are under way at once: a core waits for no more lines of memory than about this.
const AT_ONCE: usize = 32;
/// In place of the id of a text that was not met yet.
const NEW: NameId = NameId(u32::MAX);

impl Names {
    /// No texts yet, and slots for so many.
    pub fn with_room(texts: usize) -> Self {
        let mut names = Self::default();
        names.make_room(texts);
        names
    }

    /// The id of `name`, new when it was not seen before.
    ///
    /// # Panics
    /// When there are more than four billion different texts: [`super::MAX_ROWS`] is checked before.
    pub fn intern(&mut self, name: &str) -> NameId {
        self.make_room(1);
        let key = Key::of(name);
        let at = self.probe(key, name);
        if self.slots[at].id > 0 {
            return NameId(self.slots[at].id - 1);
        }
        let id = self.add(name);
        self.slots[at] = Slot { key, id: id.0 + 1 };
        id
    }

    fn add(&mut self, name: &str) -> NameId {
        let id = u32::try_from(self.ends.len()).ok().filter(|&id| id < u32::MAX).expect("the number of rows is limited before");
        self.text.push_str(name);
        self.ends.push(self.text.len());
        NameId(id)
    }

    /// The ids of all texts of another interner, in their order; those not seen before are new, in that order too.
    ///
    /// Slots stand in the order of the keys in both tables, so that a walk through the slots of one is a walk through those of the other:
    /// nothing is looked up at random.
    pub fn intern_all(&mut self, other: &Self) -> Vec<NameId> {
        self.make_room(1);
        let taken = || other.slots.iter().filter(|slot| slot.id > 0).map(|slot| (slot.key, NameId(slot.id - 1)));
        let mut ids = vec![NEW; other.len()];
        for slots in other.slots.chunks(2 * AT_ONCE) {
            let taken = || slots.iter().filter(|slot| slot.id > 0).map(|slot| (slot.key, NameId(slot.id - 1)));
            self.touch_keys(taken().map(|(key, _)| key));
            for (key, name) in taken() {
                let text = if key.is_long() { other.text(name) } else { "" };
                let id = self.slots[self.probe(key, text)].id;
                ids[name.0 as usize] = NameId(id.wrapping_sub(1));
            }
        }
        let (first_new, new) = (self.len() as u32, ids.iter().filter(|&&id| id == NEW).count());
        self.make_room(new);
        for (name, id) in ids.iter_mut().enumerate().filter(|(_, id)| **id == NEW) {
            *id = self.add(other.text(NameId(name as u32)));
        }
        for (key, name) in taken().filter(|(_, name)| ids[name.0 as usize].0 >= first_new) {
            let at = self.free_slot(key);
            self.slots[at] = Slot { key, id: ids[name.0 as usize].0 + 1 };
        }
        ids
    }

    /// Calls what look-ups of these texts will need into the cache. Loads that do not depend on one another overlap, so a block of
    /// look-ups then waits for memory about as long as one.
    pub fn touch<'t>(&self, texts: impl Iterator<Item = &'t str>) {
        if !self.slots.is_empty() {
            self.touch_keys(texts.map(Key::of));
        }
    }

    fn touch_keys(&self, mut keys: impl Iterator<Item = Key>) {
        loop {
            let (mut places, mut count) = ([0; AT_ONCE], 0);
            for (place, key) in places.iter_mut().zip(keys.by_ref()) {
                *place = self.first_slot(key);
                count += 1;
            }
            // Nothing but loads stands here, so that as many as can be are under way.
            std::hint::black_box(places[..count].iter().fold(0, |touched, &place| touched ^ self.slots[place].id));
            if count < AT_ONCE {
                return;
            }
        }
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

    /// The first free slot from where a key points.
    fn free_slot(&self, key: Key) -> usize {
        let mask = self.slots.len() - 1;
        let mut at = self.first_slot(key);
        while self.slots[at].id > 0 {
            at = (at + 1) & mask;
        }
        at
    }

    /// Lets at least half of the slots be free after so many more texts.
    fn make_room(&mut self, more: usize) {
        let wanted = ((self.ends.len() + more) * 2).max(MIN_SLOTS);
        if self.slots.len() < wanted {
            self.grow(wanted.next_power_of_two());
        }
    }

    fn grow(&mut self, wanted: usize) {
        let before = std::mem::replace(&mut self.slots, vec![Slot::default(); wanted]);
        for slot in before.into_iter().filter(|slot| slot.id > 0) {
            let at = self.free_slot(slot.key);
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

    #[test]
    fn texts_of_another_are_numbered_as_if_they_were_met_one_by_one() {
        let text = |at: u32| if at.is_multiple_of(3) { format!("a-long-text-number-{at}") } else { at.to_string() };
        let (mut one_by_one, mut whole) = (Names::default(), Names::default());
        for piece in 0..40_u32 {
            let mut part = Names::default();
            let texts: Vec<String> = (0..300).map(|at| text((at * 7919 + piece * 104_729) % 4_000)).collect();
            let places: Vec<NameId> = texts.iter().map(|text| part.intern(text)).collect();
            let ids = whole.intern_all(&part);
            for (text, place) in texts.iter().zip(places) {
                let id = one_by_one.intern(text);
                assert_eq!((ids[place.0 as usize], whole.find(text), whole.text(id)), (id, Some(id), text.as_str()));
            }
        }
        assert_eq!(whole.len(), one_by_one.len());
        assert!(whole.intern_all(&Names::default()).is_empty());
    }
}
