//! Every text of a network once: ids, needs, sectors, sources. A [`NameId`] stands for a text everywhere else.

mod lists;
mod shard;

use self::shard::Shard;
pub(super) use self::shard::{SHARDS, shard_of};
use super::key::Key;
use super::texts::Texts;

/// A text that a network holds. Ids are given in the order of first appearance; they carry no meaning.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct NameId(pub u32);

/// An interner: each different text is kept once, end to end in one buffer.
///
/// A look-up among millions of texts waits for memory and for nothing else, so a slot holds the key of its text, which for a short text
/// is all there is to compare, and [many texts](Names::intern_lists) are looked up in an order in which nothing has to be waited for.
#[derive(Debug, Clone, Default)]
pub struct Names {
    text: String,
    ends: Vec<usize>,
    /// Where texts are looked up; empty as long as there are none.
    shards: Vec<Shard>,
}

impl Names {
    /// The id of `name`, new when it was not seen before.
    ///
    /// # Panics
    /// When there are more than four billion different texts: [`super::MAX_ROWS`] is checked before.
    pub fn intern(&mut self, name: &str) -> NameId {
        let (mut shards, new, key) = (self.take_shards(), NameId(self.len() as u32), Key::of(name));
        let (id, is_new) = shards[shard_of(key)].find_or_add(key, new, || name, |id| self.text(id));
        self.shards = shards;
        if is_new { self.add(name) } else { id }
    }

    /// The tables of texts, taken out.
    fn take_shards(&mut self) -> Vec<Shard> {
        let shards = std::mem::take(&mut self.shards);
        if shards.is_empty() { vec![Shard::default(); SHARDS] } else { shards }
    }

    fn add(&mut self, name: &str) -> NameId {
        let id = u32::try_from(self.ends.len()).ok().filter(|&id| id < u32::MAX).expect("the number of rows is limited before");
        self.text.push_str(name);
        self.ends.push(self.text.len());
        NameId(id)
    }

    /// The id of `name`, if the network holds it.
    pub fn find(&self, name: &str) -> Option<NameId> {
        let key = Key::of(name);
        self.shards.get(shard_of(key))?.find(key, if key.is_long() { name } else { "" }, |id| self.text(id))
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

    /// Forgets all texts but the first so many.
    pub fn truncate(&mut self, texts: usize) {
        if texts >= self.len() {
            return;
        }
        let mut shards = self.take_shards();
        for shard in &mut shards {
            shard.truncate(texts as u32, |id| self.text(id));
        }
        self.shards = shards;
        self.ends.truncate(texts);
        self.text.truncate(self.ends.last().copied().unwrap_or(0));
    }
}

#[cfg(test)]
mod tests {
    use super::shard::{REACH, SHARD_BITS};
    use super::{Key, NameId, Names, Texts};

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

    /// Lists of so many of these texts each.
    fn lists(texts: &[String], length: usize) -> Vec<Texts> {
        let list = |texts: &[String]| {
            let mut list = Texts::default();
            for text in texts {
                list.push(text);
            }
            list
        };
        texts.chunks(length).map(list).collect()
    }

    #[test]
    fn texts_of_lists_are_numbered_as_if_they_were_met_one_by_one() {
        let text = |at: u32| if at.is_multiple_of(3) { format!("a-long-text-number-{at}") } else { at.to_string() };
        let texts: Vec<String> = (0..12_000_u32).map(|at| text((at * 7919 + at / 300 * 104_729) % 4_000)).collect();
        for (length, at_once) in [(300, 1), (300, 7), (5_000, 2), (12_000, 1), (1, 500)] {
            let (mut one_by_one, mut whole) = (Names::default(), Names::default());
            whole.intern("17");
            one_by_one.intern("17");
            for (lists, texts) in lists(&texts, length).chunks(at_once).zip(texts.chunks(length * at_once)) {
                let ids = whole.intern_lists(lists).concat();
                assert_eq!(ids.len(), texts.len());
                for (text, id) in texts.iter().zip(ids) {
                    assert_eq!((id, whole.find(text), whole.text(id)), (one_by_one.intern(text), Some(id), text.as_str()));
                }
                assert_eq!(whole.len(), one_by_one.len());
            }
        }
    }

    /// Texts, short and long, whose keys all point to the first of so many slots.
    fn crowd(texts: usize, slots: u32) -> Vec<String> {
        let made = (0_u32..).map(|at| if at % 2 == 0 { format!("n{at}") } else { format!("a-long-text-number-{at}") });
        made.filter(|text| Key::of(text).spread() >> (64 - slots.ilog2()) == 0).take(texts).collect()
    }

    #[test]
    fn texts_made_to_stand_in_one_place_are_found_without_walking_past_all_of_them() {
        let texts = crowd(600, 1 << (SHARD_BITS + 8));
        let mut names = Names::default();
        let ids: Vec<NameId> = texts.iter().map(|text| names.intern(text)).collect();
        // Of 2,048 slots the keys point to the first eight; so many texts stand there, and no look-up goes further.
        assert_eq!(names.shards[0].slots(), 1 << 11);
        assert_eq!((names.len(), names.shards[0].crowded()), (600, 600 - REACH - 7));
        for (text, id) in texts.iter().zip(&ids) {
            assert_eq!((names.intern(text), names.find(text), names.text(*id)), (*id, Some(*id), text.as_str()));
        }
        assert_eq!(names.find("absent"), None);
        let mut whole = Names::default();
        whole.intern("first");
        let moved = whole.intern_lists(&lists(&texts, 250)).concat();
        assert!(whole.intern_lists(&lists(&texts, 600)).concat() == moved && whole.len() == 601);
        for (text, id) in texts.iter().zip(moved) {
            assert_eq!((whole.find(text), whole.text(id)), (Some(id), text.as_str()));
        }
    }

    #[test]
    fn what_is_forgotten_is_new_when_it_is_met_again() {
        for texts in [crowd(600, 1 << (SHARD_BITS + 8)), (0..600).map(|at| at.to_string()).collect()] {
            let (mut names, mut fresh) = (Names::default(), Names::default());
            for text in &texts {
                names.intern(text);
            }
            names.truncate(400);
            for text in &texts[..400] {
                fresh.intern(text);
            }
            assert_eq!((names.len(), names.find(&texts[400]), names.find(&texts[599])), (400, None, None));
            for text in texts[200..].iter().rev() {
                assert_eq!(names.intern(text), fresh.intern(text));
            }
            assert!(texts.iter().all(|text| names.find(text) == fresh.find(text)));
            names.truncate(0);
            assert!(names.is_empty() && names.find(&texts[0]).is_none());
        }
    }
}
