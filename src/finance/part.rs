//! Parts of amounts, in whole numbers and rounded once.

use rust_decimal::Decimal;

use crate::error::Error;
use crate::values::{Currency, Rounding, bounded};

/// A fraction of two whole numbers by which amounts are multiplied.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Part {
    numerator: i128,
    denominator: i128,
}

impl Part {
    /// All of it.
    pub const ONE: Self = Self { numerator: 1, denominator: 1 };

    /// An exact number over a whole one: a rate a year over twelve is a month's.
    pub fn over(number: Decimal, divisor: i128) -> Self {
        let number = number.normalize();
        Self {
            numerator: number.mantissa(),
            denominator: 10_i128.pow(number.scale()).saturating_mul(divisor),
        }
    }

    /// A fraction that was found by iteration, with twelve decimals.
    pub fn of_float(part: f64) -> Self {
        Self { numerator: libm::round(part * 1e12) as i128, denominator: 1_000_000_000_000 }
    }

    /// One number over another; nothing of nothing.
    pub fn ratio(one: Decimal, all: Decimal) -> Self {
        let scale = one.scale().max(all.scale());
        let whole = |number: Decimal| number.mantissa().saturating_mul(10_i128.pow(scale - number.scale()));
        Self { numerator: whole(one), denominator: whole(all).max(1) }
    }

    /// An exchange rate between currencies whose smallest units differ.
    pub fn exchange(rate: Decimal, from: Currency, to: Currency) -> Self {
        let part = Self::over(rate, i128::from(from.minor_per_unit()));
        Self { numerator: part.numerator.saturating_mul(i128::from(to.minor_per_unit())), ..part }
    }

    /// This part of an amount, rounded once, midpoints away from zero.
    ///
    /// # Errors
    /// `OutOfRange`: `rate-too-precise` when amount and part together have more digits than 127 bits hold,
    /// `amount-too-large` beyond 2^53 smallest units.
    #[inline(never)]
    pub fn of(self, amount: i64, currency: Currency) -> Result<i64, Error> {
        self.rounded(amount, currency, Rounding::MidpointAwayFromZero)
    }

    /// The same, rounded up.
    ///
    /// # Errors
    /// As [`Self::of`].
    pub fn of_up(self, amount: i64, currency: Currency) -> Result<i64, Error> {
        self.rounded(amount, currency, Rounding::TowardPositiveInfinity)
    }

    /// The least amount of which this part is at least `amount`.
    ///
    /// # Errors
    /// As [`Self::of`].
    pub fn into_up(self, amount: i64, currency: Currency) -> Result<i64, Error> {
        Self { numerator: self.denominator, denominator: self.numerator }.of_up(amount, currency)
    }

    #[inline(never)]
    fn rounded(self, amount: i64, currency: Currency, rounding: Rounding) -> Result<i64, Error> {
        if amount == 0 || self.numerator == self.denominator {
            return Ok(amount);
        }
        let Some(product) = i128::from(amount).checked_mul(self.numerator) else { return Err(too_precise()) };
        bounded(rounding.quotient(product, self.denominator), currency)
    }
}

#[cold]
fn too_precise() -> Error {
    Error::out_of_range(
        "rate-too-precise",
        "this amount with a rate of so many digits can't be kept exactly: give rates with at most 15 decimals",
    )
    .detail("maximum", "15")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_is_rounded_once() {
        let (usd, jpy) = (Currency::parse("USD").unwrap(), Currency::parse("JPY").unwrap());
        let part = Part::over("0.0675".parse().unwrap(), 12);
        assert_eq!(part.of(1_000_000, usd).unwrap(), 5_625);
        assert_eq!(part.of(-4_000, usd).unwrap(), -23);
        // 1 JPY is 0.0067 USD: 1,000 JPY are 6.70 USD, and 6.71 USD take 1,002 JPY.
        let exchange = Part::exchange("0.0067".parse().unwrap(), jpy, usd);
        assert_eq!(exchange.of(1_000, usd).unwrap(), 670);
        assert_eq!(exchange.into_up(671, jpy).unwrap(), 1_002);
        let many = Part::over("0.0123456789012345678901234567".parse().unwrap(), 12);
        assert_eq!(many.of(1 << 52, usd).unwrap_err().reason(), "rate-too-precise");
    }
}
