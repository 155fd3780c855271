//! The quantile of the normal distribution, for lognormal cells.

/// The value that a standard normal variable stays below with probability `p`, 0 < `p` < 1.
///
/// Newton steps on the distribution function, from a first guess that is right to within a few hundredths.
pub(super) fn quantile(p: f64) -> f64 {
    if p > 0.5 {
        return -quantile(1.0 - p);
    }
    let mut x = guess(p);
    for _ in 0..50 {
        // On the logarithm the steps converge in the far tail as well as in the middle.
        let below = 0.5 * libm::erfc(-x * core::f64::consts::FRAC_1_SQRT_2);
        let density = libm::exp(-0.5 * x * x) / libm::sqrt(2.0 * core::f64::consts::PI);
        let step = (libm::log(below) - libm::log(p)) * below / density;
        x -= step;
        if step.abs() < 1e-14 {
            break;
        }
    }
    x
}

/// From the bound exp(-x^2 / 2) / 2 on the tail.
fn guess(p: f64) -> f64 {
    -libm::sqrt((-2.0 * libm::log(2.0 * p)).max(0.0))
}

#[cfg(test)]
mod tests {
    use super::quantile;

    #[test]
    fn known_points_come_out() {
        // Abramowitz and Stegun, table 26.5, and the median.
        for (p, x) in [(0.5, 0.0), (0.95, 1.644_853_626_951_472_7), (0.975, 1.959_963_984_540_054), (0.001, -3.090_232_306_167_813)] {
            assert!((quantile(p) - x).abs() < 1e-12, "{p}: {}", quantile(p));
        }
        assert!((quantile(1e-16) + 8.222_082_216_130_435).abs() < 1e-9);
    }
}
