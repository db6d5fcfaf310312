//! The normal distribution.

use core::f64::consts::{FRAC_1_SQRT_2, PI};

/// The density of the standard normal distribution: `φ(x) = exp(−x²/2) / √(2π)`.
pub fn normal_density(x: f64) -> f64 {
    libm::exp(-0.5 * x * x) / libm::sqrt(2.0 * PI)
}

/// The probability that a standard normal number is at most `x`: `Φ(x) = erfc(−x/√2) / 2`.
///
/// In both tails as exact as `erfc`. Source: NIST Digital Library of Mathematical Functions, 7.18.
pub fn normal_probability(x: f64) -> f64 {
    0.5 * libm::erfc(-x * FRAC_1_SQRT_2)
}

/// The number that a standard normal one is at most with this probability: the inverse of [`normal_probability`]. Minus
/// infinity for 0 and less, infinity for 1 and more.
pub fn normal_quantile(probability: f64) -> f64 {
    if probability <= 0.0 {
        return f64::NEG_INFINITY;
    }
    if probability >= 1.0 {
        return f64::INFINITY;
    }
    // No 64-bit probability lies further out.
    let distance = |x: f64| normal_probability(x) - probability;
    super::brent(distance, -40.0, 40.0, 1e-15).unwrap_or(f64::NAN)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Printed: M. Abramowitz, I. A. Stegun, Handbook of Mathematical Functions (1964), tables 26.1 and 26.5.
    #[test]
    fn the_printed_tables_are_met() {
        assert!((normal_density(1.0) - 0.241_970_724_519_143).abs() < 1e-15);
        assert!((normal_probability(1.0) - 0.841_344_746_068_543).abs() < 1e-15);
        assert!((normal_probability(-2.0) - 0.022_750_131_948_179).abs() < 1e-15);
        assert!((normal_quantile(0.95) - 1.644_853_626_951_473).abs() < 1e-12);
        assert!((normal_quantile(0.99) - 2.326_347_874_040_841).abs() < 1e-12);
        assert_eq!((normal_quantile(0.0), normal_quantile(1.0)), (f64::NEG_INFINITY, f64::INFINITY));
    }
}
