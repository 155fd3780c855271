//! Many texts at once, on all cores: each table of texts is walked through by one core, with all texts that belong to it, so that nothing is
//! looked up outside of a core's own cache.

use super::shard::{SHARDS, Shard};
use super::{Key, NameId, Names, Texts};
use rayon::prelude::*;

/// So many look-ups are under way at once: a core waits for no more lines of memory than about this.
const AT_ONCE: usize = 32;

/// What came of the texts of one table.
struct Found {
    /// The ids, list after list. Those that are new count on from the first that is free, in each table by itself.
    ids: Vec<u32>,
    /// Each new text and where it was met first: the list, and the place in it.
    new: Vec<(u32, u32, Key)>,
}

impl Names {
    /// The ids of all texts of some lists, by their places. Those not seen before are new, in the order in which the lists have them.
    pub fn intern_lists(&mut self, lists: &[Texts]) -> Vec<Vec<NameId>> {
        let mut shards = self.take_shards();
        let first_new = self.len() as u32;
        let found: Vec<Found> = shards.par_iter_mut().enumerate().map(|(at, shard)| self.look_up(shard, at, lists)).collect();
        let numbers = self.add_new(lists, &found);
        shards.par_iter_mut().zip(&numbers).for_each(|(shard, numbers)| shard.renumber(first_new, numbers));
        self.shards = shards;
        let number = |(texts, mut next): (&Texts, [u32; SHARDS])| {
            let id = |&shard: &u8| {
                let shard = usize::from(shard);
                let id = found[shard].ids[next[shard] as usize];
                next[shard] += 1;
                if id < first_new { NameId(id) } else { numbers[shard][(id - first_new) as usize] }
            };
            texts.shards().iter().map(id).collect()
        };
        lists.par_iter().zip(starts(lists)).map(number).collect()
    }

    /// Looks up the texts that belong to a table, and adds those that are not there.
    fn look_up(&self, shard: &mut Shard, at: usize, lists: &[Texts]) -> Found {
        let first_new = self.len() as u32;
        let count = lists.iter().map(|texts| texts.of_shard(at).len()).sum();
        let mut found = Found { ids: Vec::with_capacity(count), new: Vec::new() };
        let blocks = (0_u32..).zip(lists).flat_map(|(list, texts)| texts.of_shard(at).chunks(AT_ONCE).map(move |block| (list, block)));
        for (list, block) in blocks {
            shard.touch(block.iter().map(|&(key, _)| key));
            for &(key, place) in block {
                let next = NameId(first_new + found.new.len() as u32);
                let known = |id: NameId| match id.0.checked_sub(first_new) {
                    None => self.text(id),
                    Some(new) => {
                        let (list, place, _) = found.new[new as usize];
                        lists[list as usize].long(place)
                    }
                };
                let (id, is_new) = shard.find_or_add(key, next, || lists[list as usize].long(place), known);
                found.ids.push(id.0);
                if is_new {
                    found.new.push((list, place, key));
                }
            }
        }
        found
    }

    /// Adds the new texts of all tables in the order in which they were met; the numbers that those of each table get.
    fn add_new(&mut self, lists: &[Texts], found: &[Found]) -> Vec<Vec<NameId>> {
        let mut numbers: Vec<Vec<NameId>> = found.iter().map(|found| vec![NameId(0); found.new.len()]).collect();
        let mut new = Vec::with_capacity(found.iter().map(|found| found.new.len()).sum());
        for (shard, found) in (0_u32..).zip(found) {
            new.extend(
                (0_u32..).zip(&found.new).map(|(at, &(list, place, key))| (u64::from(list) << 32 | u64::from(place), shard, at, key)),
            );
        }
        new.par_sort_unstable_by_key(|&(met, ..)| met);
        for (met, shard, at, key) in new {
            numbers[shard as usize][at as usize] = key.with_short(|short| match short {
                Some(short) => self.add(short),
                None => self.add(lists[(met >> 32) as usize].long(met as u32)),
            });
        }
        numbers
    }
}

/// Where the ids of each list begin among those of each table.
fn starts(lists: &[Texts]) -> Vec<[u32; SHARDS]> {
    let mut next = [0; SHARDS];
    let start = |texts: &Texts| {
        let start = next;
        next.iter_mut().enumerate().for_each(|(shard, next)| *next += texts.of_shard(shard).len() as u32);
        start
    };
    lists.iter().map(start).collect()
}
