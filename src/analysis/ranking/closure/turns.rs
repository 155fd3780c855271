//! Pieces of work taken in their order by whichever thread is free, so that what is learned from the first serves those after them.

use rayon::prelude::*;
use std::sync::atomic::{AtomicUsize, Ordering};

/// What each piece gives, in the order of the pieces.
pub(super) fn in_turn<P: Sync, S, T: Send>(pieces: &[P], start: impl Fn() -> S + Sync, work: impl Fn(&mut S, &P) -> T + Sync) -> Vec<T> {
    let next = AtomicUsize::new(0);
    let take = |_| {
        let mut state = None;
        let mut done = Vec::new();
        while let Some((place, piece)) = Some(next.fetch_add(1, Ordering::Relaxed)).and_then(|place| Some((place, pieces.get(place)?))) {
            done.push((place, work(state.get_or_insert_with(&start), piece)));
        }
        done
    };
    let mut done: Vec<(usize, T)> =
        (0..rayon::current_num_threads().min(pieces.len())).into_par_iter().with_max_len(1).flat_map_iter(take).collect();
    done.sort_unstable_by_key(|&(place, _)| place);
    done.into_iter().map(|(_, result)| result).collect()
}
