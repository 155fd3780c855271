//! Sobol' indices: which share of the variance of a figure a cell has by itself, and which with all others.
//!
//! With figures `a` and `b` of two independent worlds and `m` of world A with one cell as B has it, over N samples, f the mean and V the
//! variance of all `a` and `b`:
//!
//! ```text
//! first order  S = mean((b - f) (m - a)) / V          (Saltelli and others, Computer Physics Communications 181, 2010, table 2 b)
//! total        T = mean((a - m)^2) / (2 V)            (Jansen, Computer Physics Communications 117, 1999)
//! ```
//!
//! Intervals are percentile bootstraps over the samples (Efron 1979); what they draw depends on the seed alone.

use crate::network::{Draw, Thing};
use rayon::prelude::*;

/// An estimate and its 95 % interval.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Estimate {
    /// The estimate.
    pub value: f64,
    /// The 2.5th percentile of the bootstrap.
    pub low: f64,
    /// The 97.5th percentile.
    pub high: f64,
}

/// The shares of the variance that a cell has.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Shares {
    /// By itself: what of the variance would be gone on average if the cell were known.
    pub first: Estimate,
    /// With all that it does together with others: what of the variance would remain if all else were known.
    pub total: Estimate,
}

/// The figures of all runs.
pub(super) struct Runs<'r> {
    pub(super) a: &'r [f64],
    pub(super) b: &'r [f64],
    pub(super) mixed: &'r [Vec<f64>],
}

/// So many times the samples are drawn anew.
const REPEATS: u64 = 400;

/// The shares of every cell; `None` where the figure is the same in all worlds, or there are too few to tell.
pub(super) fn shares(runs: &Runs, seed: u64) -> Option<Vec<Shares>> {
    let plain = vec![1.0; runs.a.len()];
    let spread = Spread::of(runs, &plain)?;
    let weights: Vec<Vec<f64>> = (0..REPEATS).into_par_iter().map(|repeat| weights(runs.a.len(), seed, repeat)).collect();
    let spreads: Vec<Option<Spread>> = weights.iter().map(|weights| Spread::of(runs, weights)).collect();
    let of = |mixed: &Vec<f64>| {
        let known = spread.shares(runs, mixed, &plain);
        let repeated = weights.iter().zip(&spreads).filter_map(|(weights, spread)| Some(spread.as_ref()?.shares(runs, mixed, weights)));
        let (first, total): (Vec<f64>, Vec<f64>) = repeated.unzip();
        Shares { first: estimate(known.0, first), total: estimate(known.1, total) }
    };
    Some(runs.mixed.par_iter().map(of).collect())
}

/// How often each sample is drawn when as many are drawn as there are.
fn weights(samples: usize, seed: u64, repeat: u64) -> Vec<f64> {
    let draw = Draw { seed, sample: repeat };
    let mut weights = vec![0.0; samples];
    for at in 0..samples.div_ceil(2) {
        let drawn = draw.uniforms(Thing::of("bootstrap").and_number(at as u64));
        for u in drawn.into_iter().take(samples - 2 * at) {
            weights[(u * samples as f64) as usize] += 1.0;
        }
    }
    weights
}

/// Mean and variance of the figure over all worlds.
struct Spread {
    mean: f64,
    variance: f64,
    weight: f64,
}

impl Spread {
    fn of(runs: &Runs, weights: &[f64]) -> Option<Self> {
        let weight: f64 = weights.iter().sum();
        // From the first figure on, so that figures that are all alike vary by nothing at all.
        let from = *runs.a.first()?;
        let sum = |f: &dyn Fn(f64) -> f64| -> f64 {
            let both = runs.a.iter().zip(runs.b).zip(weights);
            both.map(|((a, b), weight)| weight * (f(*a) + f(*b))).sum::<f64>() / (2.0 * weight)
        };
        let mean = from + sum(&|figure| figure - from);
        let variance = sum(&|figure| (figure - mean) * (figure - mean));
        (variance > 0.0).then_some(Self { mean, variance, weight })
    }

    fn shares(&self, runs: &Runs, mixed: &[f64], weights: &[f64]) -> (f64, f64) {
        let (mut first, mut total) = (0.0, 0.0);
        for (((a, b), m), weight) in runs.a.iter().zip(runs.b).zip(mixed).zip(weights) {
            first += weight * (b - self.mean) * (m - a);
            total += weight * (a - m) * (a - m);
        }
        (first / self.weight / self.variance, total / self.weight / self.variance / 2.0)
    }
}

fn estimate(value: f64, mut repeated: Vec<f64>) -> Estimate {
    repeated.sort_unstable_by(f64::total_cmp);
    let at = |p: f64| repeated.get((p * (repeated.len().max(1) - 1) as f64 + 0.5) as usize).copied().unwrap_or(value);
    Estimate { value, low: at(0.025), high: at(0.975) }
}

#[cfg(test)]
mod tests {
    use super::{Runs, shares};
    use crate::network::{Draw, Thing};

    #[test]
    fn a_sum_of_two_parts_has_their_variances_as_shares() {
        // y = 3 x1 + x2 with both uniform: 9/10 and 1/10, and a third that does nothing.
        let u = |sample: u64, thing: &str| Draw { seed: 1, sample }.uniforms(Thing::of(thing))[0];
        let samples = 4_000_u64;
        let y = |x1: u64, x2: u64| 3.0 * u(x1, "x1") + u(x2, "x2");
        let other = |sample: u64| sample + (1 << 40);
        let a: Vec<f64> = (0..samples).map(|s| y(s, s)).collect();
        let b: Vec<f64> = (0..samples).map(|s| y(other(s), other(s))).collect();
        let mixed = [(0..samples).map(|s| y(other(s), s)).collect(), (0..samples).map(|s| y(s, other(s))).collect(), a.clone()];
        let found = shares(&Runs { a: &a, b: &b, mixed: &mixed }, 7).unwrap();
        for (found, exact) in found.iter().zip([0.9, 0.1, 0.0]) {
            assert!((found.first.value - exact).abs() < 0.05 && (found.total.value - exact).abs() < 0.05, "{found:?}");
            assert!(found.first.low <= exact && exact <= found.first.high, "{found:?}");
        }
        assert_eq!((found[2].first.value, found[2].total.high), (0.0, 0.0));
    }

    #[test]
    fn a_figure_that_never_changes_has_no_shares() {
        assert!(shares(&Runs { a: &[0.1; 5], b: &[0.1; 5], mixed: &[vec![0.1; 5]] }, 1).is_none());
    }
}
