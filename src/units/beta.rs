//! The beta distribution, for PERT cells: its distribution function and the inverse.
//!
//! Source: the continued fraction of the incomplete beta function, DLMF 8.17.22 (dlmf.nist.gov/8.17), evaluated by Lentz's method.

/// The chance that a beta variable stays below `x`. Both parameters are positive, `x` lies in 0 to 1.
pub(super) fn distribution(alpha: f64, beta: f64, x: f64) -> f64 {
    if x <= 0.0 || x >= 1.0 {
        return if x <= 0.0 { 0.0 } else { 1.0 };
    }
    // The fraction converges fast on this side of the mean; the other side is its mirror.
    if x > (alpha + 1.0) / (alpha + beta + 2.0) {
        return 1.0 - distribution(beta, alpha, 1.0 - x);
    }
    density_scale(alpha, beta, x) * x * (1.0 - x) / alpha * fraction(alpha, beta, x)
}

/// The density at `x`.
fn density_scale(alpha: f64, beta: f64, x: f64) -> f64 {
    let log_beta = libm::lgamma(alpha) + libm::lgamma(beta) - libm::lgamma(alpha + beta);
    libm::exp((alpha - 1.0) * libm::log(x) + (beta - 1.0) * libm::log1p(-x) - log_beta)
}

fn fraction(alpha: f64, beta: f64, x: f64) -> f64 {
    const STEPS: u32 = 200;
    const TINY: f64 = 1e-300;
    let keep = |value: f64| if value.abs() < TINY { TINY } else { value };
    let mut d = 1.0 / keep(1.0 - (alpha + beta) * x / (alpha + 1.0));
    let (mut c, mut result) = (1.0, d);
    for step in 1..=STEPS {
        let m = f64::from(step);
        let even = m * (beta - m) * x / ((alpha + 2.0 * m - 1.0) * (alpha + 2.0 * m));
        let odd = -(alpha + m) * (alpha + beta + m) * x / ((alpha + 2.0 * m) * (alpha + 2.0 * m + 1.0));
        let mut moved = 1.0;
        for term in [even, odd] {
            d = 1.0 / keep(1.0 + term * d);
            c = keep(1.0 + term / c);
            moved = c * d;
            result *= moved;
        }
        if (moved - 1.0).abs() < 1e-15 {
            break;
        }
    }
    result
}

/// The value that a beta variable stays below with probability `p`: Newton steps, kept within a bracket that only shrinks.
pub(super) fn quantile(alpha: f64, beta: f64, p: f64) -> f64 {
    let (mut low, mut high, mut x) = (0.0, 1.0, alpha / (alpha + beta));
    for _ in 0..100 {
        let off = distribution(alpha, beta, x) - p;
        if off < 0.0 {
            low = x;
        } else {
            high = x;
        }
        let step = x - off / density_scale(alpha, beta, x);
        let next = if step > low && step < high { step } else { f64::midpoint(low, high) };
        if (next - x).abs() < 1e-14 {
            return next;
        }
        x = next;
    }
    x
}

#[cfg(test)]
mod tests {
    use super::{distribution, quantile};

    #[test]
    fn the_distribution_of_whole_parameters_is_a_polynomial() {
        // Beta(2, 3): 6 x^2 - 8 x^3 + 3 x^4. Beta(5, 1): x^5.
        for x in [0.01, 0.2, 0.5, 0.77, 0.99] {
            let two_three = x * x * (6.0 - 8.0 * x + 3.0 * x * x);
            assert!((distribution(2.0, 3.0, x) - two_three).abs() < 1e-13, "{x}");
            assert!((distribution(5.0, 1.0, x) - x.powi(5)).abs() < 1e-13, "{x}");
        }
    }

    #[test]
    fn the_quantile_inverts_the_distribution() {
        for (alpha, beta) in [(1.0, 5.0), (2.3, 3.7), (3.0, 3.0), (4.9, 1.1), (5.0, 1.0)] {
            for p in [1e-9, 0.001, 0.05, 0.5, 0.95, 0.999] {
                let x = quantile(alpha, beta, p);
                assert!((distribution(alpha, beta, x) - p).abs() < 1e-11, "{alpha} {beta} {p}: {x}");
            }
        }
    }
}
