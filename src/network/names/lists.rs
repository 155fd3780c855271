//! Many texts at once, on all cores: each table of texts is walked through by one core, with all texts that belong to it, so that nothing is
//! looked up outside of a core's own cache.

use super::shard::{SHARD_BITS, Shard, shard_of};
use super::{Key, NameId, Names, Texts};
use rayon::prelude::*;

const SHARDS: usize = 1 << SHARD_BITS;
/// So many look-ups are under way at once: a core waits for no more lines of memory than about this.
const AT_ONCE: usize = 32;

/// The places of a list, those of each table together and in their order.
struct Sorted {
    /// Where those of each table begin, and behind the last where all end.
    first: [u32; SHARDS + 1],
    entries: Vec<(Key, u32)>,
}

impl Sorted {
    fn of(texts: &Texts) -> Self {
        let mut first = [0; SHARDS + 1];
        texts.keys().iter().for_each(|&key| first[shard_of(key) + 1] += 1);
        (0..SHARDS).for_each(|shard| first[shard + 1] += first[shard]);
        let mut next = first;
        let mut entries = vec![(Key::default(), 0); texts.len()];
        for (&key, place) in texts.keys().iter().zip(0..) {
            let next = &mut next[shard_of(key)];
            entries[*next as usize] = (key, place);
            *next += 1;
        }
        Self { first, entries }
    }

    fn count(&self, shard: usize) -> usize {
        (self.first[shard + 1] - self.first[shard]) as usize
    }

    fn of_shard(&self, shard: usize) -> &[(Key, u32)] {
        &self.entries[self.first[shard] as usize..self.first[shard + 1] as usize]
    }
}

/// What came of the texts of one table.
struct Found {
    /// The ids, list after list. Those that are new count on from the first that is free, in each table by itself.
    ids: Vec<u32>,
    /// Where each new text was met first: the list, and the place in it.
    new: Vec<(u32, u32)>,
}

impl Names {
    /// The ids of all texts of some lists, by their places. Those not seen before are new, in the order in which the lists have them.
    pub fn intern_lists(&mut self, lists: &[Texts]) -> Vec<Vec<NameId>> {
        let mut shards = self.take_shards();
        let first_new = self.len() as u32;
        let sorted: Vec<Sorted> = lists.par_iter().map(Sorted::of).collect();
        let look_up = |(at, shard): (usize, &mut Shard)| self.look_up(shard, lists, || sorted.iter().map(|list| list.of_shard(at)));
        let found: Vec<Found> = shards.par_iter_mut().enumerate().map(look_up).collect();
        let numbers = self.add_new(lists, &found);
        shards.par_iter_mut().zip(&numbers).for_each(|(shard, numbers)| shard.renumber(first_new, numbers));
        self.shards = shards;
        let starts = starts(&sorted);
        drop(sorted);
        let number = |(texts, mut next): (&Texts, [u32; SHARDS])| {
            let id = |&key: &Key| {
                let shard = shard_of(key);
                let id = found[shard].ids[next[shard] as usize];
                next[shard] += 1;
                if id < first_new { NameId(id) } else { numbers[shard][(id - first_new) as usize] }
            };
            texts.keys().iter().map(id).collect()
        };
        lists.par_iter().zip(starts).map(number).collect()
    }

    /// Looks up the texts that belong to a table, and adds those that are not there.
    fn look_up<'s, I: Iterator<Item = &'s [(Key, u32)]>>(&self, shard: &mut Shard, lists: &[Texts], entries: impl Fn() -> I) -> Found {
        let first_new = self.len() as u32;
        let mut found = Found { ids: Vec::with_capacity(entries().map(<[_]>::len).sum()), new: Vec::new() };
        for (list, entries) in entries().enumerate() {
            for (at, &(key, place)) in entries.iter().enumerate() {
                if at.is_multiple_of(AT_ONCE) {
                    shard.touch(entries[at..entries.len().min(at + AT_ONCE)].iter().map(|&(key, _)| key));
                }
                let next = NameId(first_new + found.new.len() as u32);
                let known = |id: NameId| match id.0.checked_sub(first_new) {
                    None => self.text(id),
                    Some(new) => {
                        let (list, place) = found.new[new as usize];
                        lists[list as usize].long(place)
                    }
                };
                // Asked for only where a key does not hold its text.
                let (id, is_new) = shard.find_or_add(key, next, || lists[list].long(place), known);
                found.ids.push(id.0);
                if is_new {
                    found.new.push((list as u32, place));
                }
            }
        }
        found
    }

    /// Adds the new texts of all tables in the order in which they were met; the numbers that those of each table get.
    fn add_new(&mut self, lists: &[Texts], found: &[Found]) -> Vec<Vec<NameId>> {
        let mut numbers: Vec<Vec<NameId>> = found.iter().map(|found| vec![NameId(0); found.new.len()]).collect();
        let of_shard =
            |(shard, found): (u32, &Found)| found.new.iter().zip(0_u32..).map(move |(&met, at)| (met, shard, at)).collect::<Vec<_>>();
        let mut new: Vec<_> = (0..).zip(found).flat_map(of_shard).collect();
        new.par_sort_unstable();
        for ((list, place), shard, at) in new {
            numbers[shard as usize][at as usize] = lists[list as usize].with(place, |text| self.add(text));
        }
        numbers
    }
}

/// Where the ids of each list begin among those of each table.
fn starts(sorted: &[Sorted]) -> Vec<[u32; SHARDS]> {
    let mut next = [0; SHARDS];
    let start = |list: &Sorted| {
        let start = next;
        next.iter_mut().enumerate().for_each(|(shard, next)| *next += list.count(shard) as u32);
        start
    };
    sorted.iter().map(start).collect()
}
