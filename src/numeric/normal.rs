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
///
/// Source: M. J. Wichura, Algorithm AS 241: The Percentage Points of the Normal Distribution, Applied Statistics 37 (1988),
/// PPND16: to about one part in 10¹⁶.
pub fn normal_quantile(probability: f64) -> f64 {
    if probability <= 0.0 {
        return f64::NEG_INFINITY;
    }
    if probability >= 1.0 {
        return f64::INFINITY;
    }
    let middle = probability - 0.5;
    if middle.abs() <= 0.425 {
        return middle * ratio(&MIDDLE, 0.180_625 - middle * middle);
    }
    let tail = libm::sqrt(-libm::log(probability.min(1.0 - probability)));
    let distance = if tail <= 5.0 { ratio(&SIDES, tail - 1.6) } else { ratio(&ENDS, tail - 5.0) };
    distance.copysign(middle)
}

/// A polynomial over another one, both from the highest power on.
fn ratio(polynomials: &[[f64; 8]; 2], x: f64) -> f64 {
    let [above, below] = polynomials;
    let value = |polynomial: &[f64; 8]| polynomial.iter().fold(0.0, |sum, coefficient| sum * x + coefficient);
    value(above) / value(below)
}

const MIDDLE: [[f64; 8]; 2] = [
    [
        2_509.080_928_730_122_7,
        33_430.575_583_588_13,
        67_265.770_927_008_7,
        45_921.953_931_549_87,
        13_731.693_765_509_46,
        1_971.590_950_306_551_3,
        133.141_667_891_784_38,
        3.387_132_872_796_366_5,
    ],
    [
        5_226.495_278_852_854,
        28_729.085_735_721_943,
        39_307.895_800_092_71,
        21_213.794_301_586_597,
        5_394.196_021_424_751,
        687.187_007_492_057_9,
        42.313_330_701_600_91,
        1.0,
    ],
];
const SIDES: [[f64; 8]; 2] = [
    [
        0.000_774_545_014_278_341_4,
        0.022_723_844_989_269_184,
        0.241_780_725_177_450_6,
        1.270_458_252_452_368_4,
        3.647_848_324_763_204_5,
        5.769_497_221_460_691,
        4.630_337_846_156_546,
        1.423_437_110_749_683_5,
    ],
    [
        1.050_750_071_644_416_9e-9,
        0.000_547_593_808_499_534_5,
        0.015_198_666_563_616_457,
        0.148_103_976_427_480_08,
        0.689_767_334_985_1,
        1.676_384_830_183_803_8,
        2.053_191_626_637_759,
        1.0,
    ],
];
const ENDS: [[f64; 8]; 2] = [
    [
        2.010_334_399_292_288_1e-7,
        2.711_555_568_743_487_6e-5,
        0.001_242_660_947_388_078_4,
        0.026_532_189_526_576_124,
        0.296_560_571_828_504_87,
        1.784_826_539_917_291_3,
        5.463_784_911_164_114,
        6.657_904_643_501_103,
    ],
    [
        2.044_263_103_389_939_7e-15,
        1.421_511_758_316_446e-7,
        1.846_318_317_510_054_8e-5,
        0.000_786_869_131_145_613_3,
        0.014_875_361_290_850_615,
        0.136_929_880_922_735_8,
        0.599_832_206_555_888,
        1.0,
    ],
];

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
