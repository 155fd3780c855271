//! Holdings in a circle: small ones are solved exactly, large ones between two bounds that close in on the solution.
//!
//! The equations are y = b + A y with A not negative and its rows adding up to at most 1, for the shares in one party do. So elimination
//! needs neither a search for pivots nor a subtraction, and repeated substitution rises from 0 and falls from 1 towards the same solution:
//! what is between the two bounds the error.

use super::Below;

/// Circles up to this many parties are solved by elimination.
const MAX_DENSE: usize = 128;
/// Less than this is what rounding leaves of nothing.
const ROUNDING: f64 = 1e-13;
/// The bounds are brought this near to one another.
const NEAR: f64 = 1e-10;
/// So many holdings are looked at in all rounds of substitution together, at most.
const MAX_STEPS: usize = 200_000_000;

/// Replaces what is `known` from outside of the parties of a circle, in order, by the whole; returns how far it may be off.
pub(super) fn solve(below: &Below, circle: &[u32], known: &mut [f64]) -> f64 {
    let equations = Equations::of(below, circle, known);
    let (solution, error) = if circle.len() <= MAX_DENSE { (equations.eliminate(), 0.0) } else { equations.close_in() };
    for (&party, share) in circle.iter().zip(solution) {
        known[party as usize] = share;
    }
    error
}

struct Equations {
    outside: Vec<f64>,
    first: Vec<usize>,
    /// (Owner, share) by owned, as places in the circle.
    held: Vec<(usize, f64)>,
}

impl Equations {
    fn of(below: &Below, circle: &[u32], known: &[f64]) -> Self {
        let mut held: Vec<(usize, usize, f64)> = Vec::new();
        for (owner, &party) in circle.iter().enumerate() {
            for &(owned, share) in &below.edges[below.edges_of(party)] {
                held.extend(circle.binary_search(&owned).ok().map(|owned| (owned, owner, share)));
            }
        }
        held.sort_by_key(|&(owned, owner, _)| (owned, owner));
        let first = (0..=circle.len()).map(|at| held.partition_point(|&(owned, ..)| owned < at)).collect();
        let held = held.into_iter().map(|(_, owner, share)| (owner, share)).collect();
        Self { outside: circle.iter().map(|&party| known[party as usize]).collect(), first, held }
    }

    fn held_in(&self, owned: usize) -> &[(usize, f64)] {
        &self.held[self.first[owned]..self.first[owned + 1]]
    }

    /// Elimination without subtraction, party after party from the last: what a party owes to one that is eliminated it owes to the owners
    /// of that one. What a party owes to all others together replaces 1 less what it owes to itself, which would lose the last digits
    /// where hardly anything is held from outside (Grassmann, Taksar and Heyman, Operations Research 33, 1985).
    fn eliminate(&self) -> Vec<f64> {
        let size = self.outside.len();
        let mut owed = vec![vec![0.0; size]; size];
        for (owned, row) in owed.iter_mut().enumerate() {
            self.held_in(owned).iter().for_each(|&(owner, share)| row[owner] = share);
        }
        let mut found = self.outside.clone();
        let mut lost: Vec<f64> = (0..size).map(|owned| self.lost(owned)).collect();
        let mut left = vec![0.0; size];
        for last in (0..size).rev() {
            let (rows, from) = owed.split_at_mut(last);
            let from = &from[0][..last];
            left[last] = from.iter().sum::<f64>() + found[last] + lost[last];
            for (at, row) in rows.iter_mut().enumerate().filter(|(_, row)| row[last] > 0.0 && left[last] > 0.0) {
                let part = row[last] / left[last];
                row.iter_mut().zip(from).for_each(|(cell, other)| *cell += part * other);
                found[at] += part * found[last];
                lost[at] += part * lost[last];
            }
        }
        for at in 0..size {
            let others: f64 = (0..at).map(|other| owed[at][other] * found[other]).sum();
            found[at] = if left[at] > 0.0 { ((found[at] + others) / left[at]).min(1.0) } else { 0.0 };
        }
        found
    }

    /// The part of a party that neither the circle nor, through others, the actor holds.
    fn lost(&self, owned: usize) -> f64 {
        let held: f64 = self.held_in(owned).iter().map(|(_, share)| share).sum();
        let lost = 1.0 - held - self.outside[owned];
        if lost > ROUNDING { lost } else { 0.0 }
    }

    /// Repeated substitution from below and from above; the middle, and half of what is between.
    fn close_in(&self) -> (Vec<f64>, f64) {
        let size = self.outside.len();
        let (mut low, mut high) = (vec![0.0; size], vec![1.0; size]);
        let mut between = 1.0;
        for _ in 0..MAX_STEPS / self.held.len() {
            between = 0.0_f64;
            for owned in 0..size {
                let from = |known: &[f64]| {
                    self.outside[owned] + self.held_in(owned).iter().map(|&(owner, share)| share * known[owner]).sum::<f64>()
                };
                (low[owned], high[owned]) = (from(&low).min(1.0), from(&high).min(1.0));
                between = between.max(high[owned] - low[owned]);
            }
            if between <= NEAR {
                break;
            }
        }
        let middle = low.iter().zip(&high).map(|(low, high)| f64::midpoint(*low, *high)).collect();
        (middle, between / 2.0)
    }
}
