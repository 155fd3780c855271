//! The worst pairs of very many, exactly, without following each.
//!
//! What single losses prove:
//! - **Additive.** Where nothing that the loss of one touches is touched by the other's (no node, no need, and no node with supporting needs
//!   that both touch), the joint loss is the two side by side: each node and need sees one of them alone, at every moment, stocks included. Its
//!   counts are the sums.
//! - **Subsumed.** Where one loss leaves the other item at nothing from the start and for good, losing that one too changes nothing: the
//!   course of the first meets every rule of the second. Its counts are those of the first without the other's nodes. Nothing stands by in a
//!   lasting loss, so nothing ever rises, not even within an instant.
//! - **Bounded.** Nothing is affected that no chain of rows leads to, so a pair is at most as bad as all that lies behind both.
//!
//! All other pairs are followed, highest bound first, until the bound of the next is below the worst that are wanted.

mod region;

use super::bits::Bits;
use super::{Config, FINE, Search, SetRow, Stop, bound, difference, fine};
use crate::analysis::Model;
use crate::network::NodeId;
use crate::outcome::{Cancel, Control};
use rayon::prelude::*;
use region::{Regions, Single};
use std::collections::BTreeSet;

/// Beyond this many items their pairs take too much memory.
const MOST_ITEMS: u64 = 20_000;
/// So many pairs are followed before it is first seen whether any more need be, and so many at most from then on.
const BATCH: std::ops::RangeInclusive<usize> = 64..=16_384;

/// A pair whose score is known without following it, by badness: score, excess and hours lost, then the items.
type Known = (i128, i128, i128, std::cmp::Reverse<(u32, u32)>);
/// A pair that is not: what bounds its score, and the items.
type Open = (i128, u32, u32);

/// What was found of the pairs.
pub(super) struct Pairs {
    pub(super) rows: Vec<SetRow>,
    pub(super) followed: u64,
    /// No pair is worse.
    pub(super) at_most: f64,
    pub(super) stop: Option<Stop>,
}

/// Whether pairs of these items can be told apart by this.
pub(super) fn applies(search: &Search) -> bool {
    suits(search.config, search.items.len() as u64) && bound::applies(search)
}

/// Whether so many items, if they are losses, can be told apart by this.
pub(super) fn suits(config: &Config, items: u64) -> bool {
    config.size == 2 && bound::adds_up(config.rank.criterion) && items <= MOST_ITEMS
}

/// What this takes at most beside the pairs that are followed, in bytes.
pub(super) fn memory(model: &Model, items: u64) -> u64 {
    let (nodes, needs) = (model.network.node_count() as u64, model.network.need_count() as u64);
    // A set of items for each key, and for each item a set of keys and one of nodes.
    let sets = (needs + nodes) * items.div_ceil(64) * 8 + items * ((needs + nodes).div_ceil(64) + nodes.div_ceil(64)) * 8;
    // Every pair may be open, and a list that grows is copied while the old one is still there.
    let open = items * items / 2 * size_of::<Open>() as u64 * 3;
    sets + open
}

/// The worst pairs; `scores` are those of the items alone.
pub(super) fn pairs(search: &Search, alone: &[SetRow], scores: &[f64], control: &Control) -> Pairs {
    let regions = Regions::of(search, &control.cancel);
    let sort = Sort { search, alone, scores, singles: regions.singles(), keep: search.config.keep.max(1) * 2 };
    let (known, mut open) = sort.all(&regions, &control.cancel);
    if control.cancel.is_stopped() {
        // Of pairs that were not looked at nothing is known but that they cannot bring down more than there is.
        let at_most = search.at_most(&[], false).unwrap_or(f64::INFINITY);
        return Pairs { rows: Vec::new(), followed: 0, at_most, stop: Some(Stop::Interrupted) };
    }
    let mut scores_found: Vec<i128> = known.iter().map(|known| known.0).collect();
    open.par_sort_unstable_by(|a, b| b.0.cmp(&a.0).then((a.1, a.2).cmp(&(b.1, b.2))));
    control.progress.expect(open.len() as u64);
    let (mut rows, mut done, mut stop, mut batch) = (Vec::new(), 0, None, *BATCH.start());
    // No pair that is known, and none that is open.
    let mut at_most = known.iter().map(|known| known.0).max().unwrap_or(i128::MIN);
    let most_known = at_most;
    while done < open.len() {
        scores_found.sort_unstable_by(|a, b| b.cmp(a));
        scores_found.truncate(search.config.keep.max(1));
        let wanted = if scores_found.len() < search.config.keep.max(1) { i128::MIN } else { scores_found[scores_found.len() - 1] };
        if open[done].0.saturating_add(last_bits(wanted)) < wanted {
            break;
        }
        rows.retain(|row: &SetRow| row.row.score.is_some_and(|score| fine(score).saturating_add(last_bits(wanted)) >= wanted));
        at_most = open[done].0.max(most_known);
        if done > 0 && done as u64 >= search.config.budget {
            stop = Some(Stop::Budget);
            break;
        }
        let next = &open[done..open.len().min(done + batch)];
        let sets = next.iter().map(|&(_, a, b)| vec![a as usize, b as usize]).collect();
        let found = search.follow(sets, scores, control);
        if found.len() < next.len() {
            stop = Some(Stop::Interrupted);
        }
        (done, batch) = (done + found.len(), (batch * 4).min(*BATCH.end()));
        scores_found.extend(found.iter().map(|(_, row)| fine(row.row.score.unwrap_or(0.0))));
        rows.extend(found.into_iter().map(|(_, row)| row));
        if stop.is_some() {
            break;
        }
    }
    let named: Vec<Vec<usize>> = known.into_iter().map(|(_, _, _, std::cmp::Reverse((a, b)))| vec![a as usize, b as usize]).collect();
    let of = named.len();
    let found = search.follow(named, scores, control);
    if found.len() < of {
        stop = stop.or(Some(Stop::Interrupted));
    }
    rows.extend(found.into_iter().map(|(_, row)| row));
    let worst = rows.iter().filter_map(|row| row.row.score).fold(0.0, f64::max);
    let at_most = if stop.is_some() { worst.max(at_most as f64 / FINE) } else { worst };
    Pairs { rows, followed: done as u64, at_most, stop }
}

/// What the sum of a few scores may be off by in its last bits.
fn last_bits(score: i128) -> i128 {
    score.saturating_abs() >> 40
}

/// Sorts pairs into those that are known and those that must be followed.
struct Sort<'s> {
    search: &'s Search<'s>,
    alone: &'s [SetRow],
    scores: &'s [f64],
    singles: &'s [Single],
    keep: usize,
}

impl Sort<'_> {
    /// The worst known pairs, and all others with their bound; a part of them after an interrupt.
    fn all(&self, regions: &Regions, cancel: &Cancel) -> (Vec<Known>, Vec<Open>) {
        let count = self.singles.len();
        let each = |(mut known, mut open): (BTreeSet<Known>, Vec<Open>), a: usize| {
            if cancel.is_stopped() {
                return (known, open);
            }
            let touching = regions.touching(a);
            for b in a + 1..count {
                match self.known(a, b, &touching) {
                    Some(pair) => keep_worst(&mut known, pair, self.keep),
                    None => open.push((fine(self.singles[a].behind + self.singles[b].behind), a as u32, b as u32)),
                }
            }
            (known, open)
        };
        let none = || (BTreeSet::new(), Vec::new());
        let join = |(mut known, mut open): (BTreeSet<Known>, Vec<_>), (more, also): (BTreeSet<Known>, Vec<_>)| {
            for pair in more {
                keep_worst(&mut known, pair, self.keep);
            }
            open.extend(also);
            (known, open)
        };
        let (known, open) = (0..count).into_par_iter().fold(none, each).reduce(none, join);
        (known.into_iter().collect(), open)
    }

    fn known(&self, a: usize, b: usize, touching: &Bits) -> Option<Known> {
        let by_one = |of: usize, other: usize| {
            let single = &self.singles[of];
            let takes = self.singles[other].nodes.iter().all(|&node| single.gone.has(node as usize));
            takes.then(|| {
                let own = self.singles[other].nodes.iter().filter(|node| single.nodes.binary_search(node).is_err());
                let (mut score, mut hours) = (self.scores[of], self.alone[of].row.lost_h);
                for &node in own {
                    score -= self.search.weight(NodeId(node));
                    hours -= self.search.config.rank.within.hours();
                }
                (score, hours)
            })
        };
        let sum = || (self.scores[a] + self.scores[b], self.alone[a].row.lost_h + self.alone[b].row.lost_h);
        let (score, hours) = by_one(a, b).or_else(|| by_one(b, a)).or_else(|| (!touching.has(b)).then(sum))?;
        let excess = difference(score, self.scores[a] + self.scores[b]);
        Some((fine(score), fine(excess), fine(hours), std::cmp::Reverse((a as u32, b as u32))))
    }
}

/// Keeps the worst few.
fn keep_worst(worst: &mut BTreeSet<Known>, pair: Known, keep: usize) {
    if worst.len() < keep || worst.first().is_some_and(|mildest| pair > *mildest) {
        worst.insert(pair);
        if worst.len() > keep {
            worst.pop_first();
        }
    }
}
