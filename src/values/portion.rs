//! Exact fractions of many amounts, a row after the other.

use rust_decimal::Decimal;

use super::Rounding;

/// A fraction from 0 to 1 as two whole numbers, by which amounts are multiplied without any decimals in between.
///
/// It gives what `to_minor(amount · share)` gives, to the last unit, or nothing where it is not sure to: then the
/// decimals have to be asked.
///
/// ```
/// use export_risk::values::{Portion, Rounding};
///
/// let portion = Portion::of_decimal("0.06173".parse().unwrap()).unwrap();
/// assert_eq!(portion.of(1_000_000_050, Rounding::MidpointAwayFromZero), Some(61_730_003));
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Portion {
    numerator: i64,
    denominator: i64,
    inverse: f64,
}

/// Whole numbers of up to 15 digits: as a float each is the shortest decimal that names it.
const MOST_MINOR: i64 = 1_000_000_000_000_000;
/// The largest mantissa of a decimal, a little less.
const MOST_EXACT: f64 = 7.9e28;
/// The most that a decimal quotient of under 15 digits before the point can be off, in units, twice over.
const UNSURE: f64 = 2e-12;

impl Portion {
    /// A fraction of whole numbers; none where one of them is too large, or the fraction is above one.
    pub fn new(numerator: i128, denominator: i128) -> Option<Self> {
        let fits = (0..=1 << 53).contains(&numerator)
            && (1..=1 << 61).contains(&denominator)
            && numerator <= denominator;
        fits.then(|| Self {
            numerator: numerator as i64,
            denominator: denominator as i64,
            inverse: 1.0 / denominator as f64,
        })
    }

    /// An exact decimal.
    pub fn of_decimal(share: Decimal) -> Option<Self> {
        let share = share.normalize();
        Self::new(share.mantissa(), 10_i128.pow(share.scale()))
    }

    /// The same parts, so many of them.
    #[inline]
    pub fn with(self, numerator: i64) -> Option<Self> {
        let fits = (0..=1 << 53).contains(&numerator) && numerator <= self.denominator;
        fits.then_some(Self { numerator, ..self })
    }

    /// Whether it is under a half.
    #[inline]
    pub const fn is_below_half(self) -> bool {
        self.numerator < self.denominator - self.numerator
    }

    /// Its part of an amount above zero in smallest units, rounded once.
    #[inline]
    pub fn of(self, minor: i64, rounding: Rounding) -> Option<i64> {
        let product = minor as f64 * self.numerator as f64;
        if !(0..MOST_MINOR).contains(&minor) || product >= MOST_EXACT {
            return None;
        }
        // The float is off by less than one; what is left tells by how much. It is below the denominator, so what
        // overflows on both sides of the difference is gone in it.
        let mut whole = (product * self.inverse) as i64;
        let mut rest = minor.wrapping_mul(self.numerator).wrapping_sub(whole.wrapping_mul(self.denominator));
        if rest < 0 {
            (whole, rest) = (whole - 1, rest + self.denominator);
        } else if rest >= self.denominator {
            (whole, rest) = (whole + 1, rest - self.denominator);
        }
        let against_half = rest.cmp(&(self.denominator - rest));
        if rest == 0 || self.is_unsure(rest) && against_half.is_ne() {
            return (rest == 0).then_some(whole);
        }
        Some(whole + i64::from(rounding.goes_away(true, against_half, whole % 2 != 0)))
    }

    /// Whether a quotient of 28 digits could lie on the other side of a whole number or of a midpoint.
    #[inline]
    fn is_unsure(self, rest: i64) -> bool {
        let part = rest as f64 * self.inverse;
        !(UNSURE..=1.0 - UNSURE).contains(&part) || (part - 0.5).abs() < UNSURE
    }

    /// The number nearest to it, where that is sure to be the one nearest to its first 28 decimals.
    #[inline]
    pub fn value(self) -> Option<f64> {
        // Two numbers that are both exact, so the one division rounds correctly. A midpoint of two floats is a whole number
        // over 2^k with 2^k ≤ 2^54 / value: so near to one that 28 decimals round to it, but not on it, is no fraction
        // with a small denominator.
        let value = self.numerator as f64 / self.denominator as f64;
        (self.denominator < 1 << 53 && self.denominator as f64 <= value * 1.3e11 || self.numerator == 0)
            .then_some(value)
    }
}

/// The smallest units of an amount above zero as it stands in a column of numbers, with so many of them in one; nothing
/// where the number is not sure to be a whole number of them.
#[inline]
pub fn minor_of_number(amount: f64, per_unit: f64) -> Option<i64> {
    let minor = (amount * per_unit + 0.5).floor();
    (minor >= 1.0 && minor < MOST_MINOR as f64 && minor / per_unit == amount).then_some(minor as i64)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{Value, read_decimal};
    use crate::values::{Currency, Exact, to_f64, to_minor, to_minor_exact};

    /// Numbers from a fixed sequence of bits.
    fn draws() -> impl FnMut(u64) -> i64 {
        let mut state = 0x9E37_79B9_7F4A_7C15_u64;
        move |below| {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            ((state >> 3) % below) as i64
        }
    }

    /// The decimals of the library, which every premium is otherwise made with.
    #[test]
    fn parts_of_amounts_are_what_decimals_give() {
        let usd = Currency::parse("USD").unwrap();
        let mut draw = draws();
        let (mut sure, mut values) = (0, 0);
        for round in 0..300_000 {
            let scale = (round % 9) as u32;
            let denominator = 2280 * 10_i64.pow(scale);
            let numerator =
                if round % 7 == 0 { 1140 * 10_i64.pow(scale) } else { draw(denominator as u64 + 1) };
            let minor = 1 + draw(10_u64.pow(1 + (round % 15) as u32));
            let portion = Portion::new(i128::from(numerator), i128::from(denominator)).unwrap();
            let amount = Decimal::new(minor, 2);
            let product = Decimal::new(numerator, scale).times(amount).over(Decimal::from(2280));
            for rounding in Rounding::ALL {
                if let Some(found) = portion.of(minor, *rounding) {
                    assert_eq!(
                        found,
                        to_minor(product, usd, *rounding).unwrap(),
                        "{numerator}/{denominator} of {minor}"
                    );
                    sure += 1;
                }
            }
            if let Some(value) = portion.value() {
                let exact = Decimal::new(numerator, scale).over(Decimal::from(2280)).normalize();
                assert_eq!(value.to_bits(), to_f64(exact).to_bits());
                values += 1;
            }
        }
        assert!(sure > 300_000 * Rounding::ALL.len() * 99 / 100 && values > 100_000, "{sure} {values}");
    }

    #[test]
    fn numbers_are_amounts_where_the_reader_of_requests_takes_them_so() {
        let mut draw = draws();
        for code in ["USD", "JPY", "KWD"] {
            let currency = Currency::parse(code).unwrap();
            let per_unit = currency.minor_per_unit() as f64;
            let mut taken = 0;
            for round in 0..100_000 {
                let below = 10_u64.pow(1 + (round % 17) as u32);
                let amount = draw(below) as f64 / [1.0, 10.0, 100.0, 1000.0, 10_000.0][(round % 5) as usize];
                let read =
                    read_decimal(&Value::Number(amount)).and_then(|amount| to_minor_exact(amount, currency));
                if let Some(minor) = minor_of_number(amount, per_unit) {
                    assert_eq!(read.unwrap(), minor, "{amount}");
                    taken += 1;
                }
            }
            assert!(taken > 10_000, "{taken}");
        }
        for odd in [0.0, -0.0, -5.0, f64::NAN, f64::INFINITY, 1e15, 9e15, 0.001, 5e-324] {
            assert_eq!(minor_of_number(odd, 100.0), None);
        }
    }

    #[test]
    fn what_is_too_large_is_left_to_decimals() {
        assert_eq!(Portion::new(-1, 10), None);
        assert_eq!(Portion::new(11, 10), None);
        assert_eq!(Portion::new(1, 0), None);
        assert_eq!(Portion::new(1, (1 << 61) + 1), None);
        let whole = Portion::new(1, 1).unwrap();
        assert_eq!(whole.of(MOST_MINOR, Rounding::default()), None);
        assert_eq!(whole.of(-1, Rounding::default()), None);
        assert_eq!(whole.of(MOST_MINOR - 1, Rounding::default()), Some(MOST_MINOR - 1));
        assert_eq!(whole.with(2), None);
    }
}
