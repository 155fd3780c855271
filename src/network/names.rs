//! Every text of a network once: ids, needs, sectors, sources. A [`NameId`] stands for a text everywhere else.

use super::key::Key;
use std::collections::BTreeMap;

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
    /// Twice as many slots as texts or more, a power of two; a text stands in the first free slot from where its key points, if that is one
    /// of the next [`REACH`].
    slots: Vec<Slot>,
    /// The other texts. There are none but where somebody made texts whose keys point to one place.
    crowded: BTreeMap<Box<str>, NameId>,
}

#[derive(Debug, Clone, Copy, Default)]
struct Slot {
    key: Key,
    /// The id plus one; 0 where the slot is free.
    id: u32,
}

/// The fewest slots of a table that holds anything.
const MIN_SLOTS: usize = 16;
/// A text is looked for in so many slots, which bounds what a look-up costs whatever the texts. Among keys that mostly differ, so many slots
/// in a row are taken in none of a million tables that are half full.
const REACH: usize = 256;
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
        match self.probe(key, name) {
            Some(at) if self.slots[at].id > 0 => NameId(self.slots[at].id - 1),
            Some(at) => {
                let id = self.add(name);
                self.slots[at] = Slot { key, id: id.0 + 1 };
                id
            }
            None => self.crowded.get(name).copied().unwrap_or_else(|| {
                let id = self.add(name);
                self.crowded.insert(name.into(), id);
                id
            }),
        }
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
        let mut ids = vec![NEW; other.len()];
        for slots in other.slots.chunks(2 * AT_ONCE) {
            self.touch_keys(taken(slots).map(|(key, _)| key));
            for (key, name) in taken(slots) {
                ids[name.0 as usize] = self.find_key(key, || other.text(name)).unwrap_or(NEW);
            }
        }
        for (text, name) in &other.crowded {
            ids[name.0 as usize] = self.find(text).unwrap_or(NEW);
        }
        let (first_new, new) = (self.len() as u32, ids.iter().filter(|&&id| id == NEW).count());
        self.make_room(new);
        for (name, id) in ids.iter_mut().enumerate().filter(|(_, id)| **id == NEW) {
            *id = self.add(other.text(NameId(name as u32)));
        }
        let crowded = other.crowded.iter().map(|(text, &name)| (Key::of(text), name));
        for (key, name) in taken(&other.slots).chain(crowded).filter(|(_, name)| ids[name.0 as usize].0 >= first_new) {
            self.put(Slot { key, id: ids[name.0 as usize].0 + 1 });
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
        if self.slots.is_empty() { None } else { self.find_key(Key::of(name), || name) }
    }

    /// The id of the text with a key, which is only asked for where the key does not tell.
    fn find_key<'t>(&self, key: Key, text: impl Fn() -> &'t str) -> Option<NameId> {
        match self.probe(key, if key.is_long() { text() } else { "" }) {
            Some(at) => self.slots[at].id.checked_sub(1).map(NameId),
            None => self.crowded.get(text()).copied(),
        }
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

    /// The slot of `name`, or the free one where it would stand; `None` where all slots that it might stand in hold other texts.
    fn probe(&self, key: Key, name: &str) -> Option<usize> {
        self.reach(key).find(|&at| {
            let slot = &self.slots[at];
            slot.id == 0 || (slot.key == key && (!key.is_long() || self.text(NameId(slot.id - 1)) == name))
        })
    }

    /// The slots in which a text may stand.
    fn reach(&self, key: Key) -> impl Iterator<Item = usize> + use<> {
        let (mask, first) = (self.slots.len() - 1, self.first_slot(key));
        (0..REACH.min(self.slots.len())).map(move |step| (first + step) & mask)
    }

    /// Puts a text that is not there into the first free slot from where its key points, or beside the slots.
    fn put(&mut self, slot: Slot) {
        let free = self.reach(slot.key).find(|&at| self.slots[at].id == 0);
        if let Some(at) = free {
            self.slots[at] = slot;
        } else {
            let id = NameId(slot.id - 1);
            self.crowded.insert(self.text(id).into(), id);
        }
    }

    /// Forgets all texts but the first so many.
    pub fn truncate(&mut self, texts: usize) {
        if texts >= self.len() {
            return;
        }
        self.ends.truncate(texts);
        self.text.truncate(self.ends.last().copied().unwrap_or(0));
        let slots = std::mem::take(&mut self.slots);
        let crowded = std::mem::take(&mut self.crowded);
        self.slots = vec![Slot::default(); (texts * 2).max(MIN_SLOTS).next_power_of_two()];
        slots.into_iter().filter(|slot| (1..=texts).contains(&(slot.id as usize))).for_each(|slot| self.put(slot));
        self.put_crowded(crowded);
    }

    fn put_crowded(&mut self, crowded: BTreeMap<Box<str>, NameId>) {
        let texts = self.len() as u32;
        for (text, id) in crowded.into_iter().filter(|(_, id)| id.0 < texts) {
            self.put(Slot { key: Key::of(&text), id: id.0 + 1 });
        }
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
        let crowded = std::mem::take(&mut self.crowded);
        before.into_iter().filter(|slot| slot.id > 0).for_each(|slot| self.put(slot));
        self.put_crowded(crowded);
    }
}

/// What stands in slots.
fn taken(slots: &[Slot]) -> impl Iterator<Item = (Key, NameId)> + '_ {
    slots.iter().filter(|slot| slot.id > 0).map(|slot| (slot.key, NameId(slot.id - 1)))
}

#[cfg(test)]
mod tests {
    use super::{Key, NameId, Names, REACH};

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

    /// Texts, short and long, whose keys all point to the first of so many slots.
    fn crowd(texts: usize, slots: u32) -> Vec<String> {
        let made = (0_u32..).map(|at| if at % 2 == 0 { format!("n{at}") } else { format!("a-long-text-number-{at}") });
        made.filter(|text| Key::of(text).spread() >> (64 - slots.ilog2()) == 0).take(texts).collect()
    }

    #[test]
    fn texts_made_to_stand_in_one_place_are_found_without_walking_past_all_of_them() {
        let texts = crowd(3_000, 1 << 10);
        let mut names = Names::default();
        let ids: Vec<NameId> = texts.iter().map(|text| names.intern(text)).collect();
        // Of 8,192 slots the keys point to the first eight; so many texts stand there, and no look-up goes further.
        assert_eq!(names.slots.len(), 1 << 13);
        assert_eq!((names.len(), names.crowded.len()), (3_000, 3_000 - REACH - 7));
        for (text, id) in texts.iter().zip(&ids) {
            assert_eq!((names.intern(text), names.find(text), names.text(*id)), (*id, Some(*id), text.as_str()));
        }
        assert_eq!(names.find("absent"), None);
        let mut whole = Names::default();
        whole.intern("first");
        let moved = whole.intern_all(&names);
        assert!(whole.intern_all(&names) == moved && whole.len() == 3_001);
        for (text, id) in texts.iter().zip(moved) {
            assert_eq!((whole.find(text), whole.text(id)), (Some(id), text.as_str()));
        }
    }

    #[test]
    fn what_is_forgotten_is_new_when_it_is_met_again() {
        for texts in [crowd(3_000, 1 << 10), (0..3_000).map(|at| at.to_string()).collect()] {
            let (mut names, mut fresh) = (Names::default(), Names::default());
            for text in &texts {
                names.intern(text);
            }
            names.truncate(1_000);
            for text in &texts[..1_000] {
                fresh.intern(text);
            }
            assert_eq!((names.len(), names.find(&texts[1_000]), names.find(&texts[2_999])), (1_000, None, None));
            for text in texts[500..].iter().rev() {
                assert_eq!(names.intern(text), fresh.intern(text));
            }
            assert!(texts.iter().all(|text| names.find(text) == fresh.find(text)));
            names.truncate(0);
            assert!(names.is_empty() && names.find(&texts[0]).is_none());
        }
    }
}
