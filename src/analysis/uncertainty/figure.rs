//! One figure over many samples.

/// Mean, percentiles and standard error of a figure over samples.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Figure {
    /// The mean.
    pub mean: f64,
    /// The 5th percentile.
    pub p5: f64,
    /// The median.
    pub p50: f64,
    /// The 95th percentile.
    pub p95: f64,
    /// The standard error of the mean: the standard deviation (n - 1) over the square root of n; 0 for a single sample, which says nothing.
    pub se: f64,
}

impl Figure {
    /// Of the values of samples, in the order of the samples; all 0 where there is none.
    pub fn of(values: &[f64]) -> Self {
        if values.is_empty() {
            return Self::default();
        }
        let (mean, se) = mean_and_error(values);
        let mut sorted = values.to_vec();
        sorted.sort_unstable_by(f64::total_cmp);
        Self { mean, p5: percentile(&sorted, 0.05), p50: percentile(&sorted, 0.5), p95: percentile(&sorted, 0.95), se }
    }

    /// The same where samples that are not listed have the value `rest`.
    pub(super) fn with_rest(values: &[f64], samples: u64, rest: f64) -> Self {
        let mut all = values.to_vec();
        all.resize(usize::try_from(samples).unwrap_or(usize::MAX).max(values.len()), rest);
        Self::of(&all)
    }
}

/// The mean and its standard error. The sum is taken in the order of the samples, so that it is the same everywhere.
pub(in crate::analysis) fn mean_and_error(values: &[f64]) -> (f64, f64) {
    let n = values.len() as f64;
    let first = values.first().copied().unwrap_or(0.0);
    // Measured from the first value: where all are alike the mean is that value to the last bit, and the error is 0.
    let mean = first + values.iter().map(|value| value - first).sum::<f64>() / n;
    let squares: f64 = values.iter().map(|value| (value - mean) * (value - mean)).sum();
    let se = if values.len() < 2 { 0.0 } else { (squares / (n - 1.0) / n).sqrt() };
    (mean, se)
}

/// The standard error of a share that was seen in so many of samples. What was seen in none or in all of few samples may still be rare or not
/// quite certain, so the share is taken as Laplace's rule of succession has it: one sample more of each kind.
pub(super) fn share_error(seen: u64, samples: u64) -> f64 {
    let share = (seen as f64 + 1.0) / (samples as f64 + 2.0);
    (share * (1.0 - share) / (samples as f64 + 3.0)).sqrt()
}

/// A percentile of sorted values, linear between the two nearest (the definition of most statistics programs: type 7 of Hyndman and Fan 1996).
fn percentile(sorted: &[f64], p: f64) -> f64 {
    let at = p * (sorted.len() - 1) as f64;
    let below = at.floor() as usize;
    let above = sorted[(below + 1).min(sorted.len() - 1)];
    sorted[below] + (above - sorted[below]) * (at - below as f64)
}

#[cfg(test)]
mod tests {
    use super::{Figure, share_error};

    #[test]
    fn what_was_never_seen_in_few_samples_is_not_known_to_be_nothing() {
        assert!(share_error(0, 128) > 0.005 && share_error(128, 128) > 0.005);
        assert!(share_error(0, 100_000) < 2e-5);
        let plain = (0.3_f64 * 0.7 / 9_999.0).sqrt();
        assert!((share_error(3_000, 10_000) - plain).abs() < 1e-6, "with many of both it is the usual error");
    }

    #[test]
    fn figures_follow_their_definitions() {
        let figure = Figure::of(&[4.0, 1.0, 3.0, 2.0, 5.0]);
        assert_eq!((figure.mean, figure.p5, figure.p50, figure.p95), (3.0, 1.2, 3.0, 4.8));
        assert!((figure.se - (2.5_f64 / 5.0).sqrt()).abs() < 1e-15);
    }

    #[test]
    fn values_alike_have_no_error() {
        assert_eq!(Figure::of(&[0.1; 7]), Figure { mean: 0.1, p5: 0.1, p50: 0.1, p95: 0.1, se: 0.0 });
    }

    #[test]
    fn samples_that_are_not_listed_count() {
        assert_eq!(Figure::with_rest(&[8.0], 4, 0.0), Figure::of(&[8.0, 0.0, 0.0, 0.0]));
    }
}
