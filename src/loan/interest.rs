use rust_decimal::Decimal;

use crate::error::Error;
use crate::values::{Currency, Rounding, bounded};

/// Interest on an amount for a number of days, in smallest units, rounded once.
///
/// `I = round(B · r · d / b)`
///
/// - `B` `opening`, in smallest units
/// - `r` `rate`, a year, as a fraction
/// - `d / b` `days` over `basis`: the part of a year, see [`DayCount`](crate::calendar::DayCount)
///
/// All in whole numbers: nothing is rounded before the end.
///
/// # Errors
/// `OutOfRange`: `rate-too-precise` when amount, days and rate together have more digits than 127 bits hold,
/// `amount-too-large` beyond 2^53 smallest units.
pub fn interest(
    opening: i64,
    rate: Decimal,
    days: i32,
    basis: i32,
    currency: Currency,
    rounding: Rounding,
) -> Result<i64, Error> {
    Accrual::new(rate, basis, rounding).of(i128::from(opening) * i128::from(days), currency)
}

/// Interest at one rate on many amounts: the fraction `rate / basis`, reduced, and how to divide by it fast.
#[derive(Clone, Copy, Debug)]
pub(super) struct Accrual {
    numerator: i128,
    denominator: i128,
    rounding: Rounding,
    /// The same fraction when it fits: factor, divisor, its reciprocal times 2^64, and the largest amount times
    /// days for which the product fits.
    small: Option<(u64, u64, u64, u64)>,
}

impl Accrual {
    pub(super) fn new(rate: Decimal, basis: i32, rounding: Rounding) -> Self {
        let rate = rate.normalize();
        let (numerator, denominator) =
            (rate.mantissa(), 10_i128.pow(rate.scale()) * i128::from(basis.max(1)));
        let common =
            greatest_common_divisor(numerator.unsigned_abs(), denominator.unsigned_abs()).max(1) as i128;
        let (numerator, denominator) = (numerator / common, denominator / common);
        let small = match (u64::try_from(numerator), u64::try_from(denominator)) {
            (Ok(factor), Ok(divisor)) if divisor < 1 << 62 => {
                Some((factor, divisor, u64::MAX / divisor, (1 << 62) / factor.max(1)))
            }
            _ => None,
        };
        Self { numerator, denominator, rounding, small }
    }

    /// Interest on `weighted`, an amount times days. Neither negative nor over the bound: the fast way.
    #[inline]
    pub(super) fn of(&self, weighted: i128, currency: Currency) -> Result<i64, Error> {
        if let (Some((factor, divisor, reciprocal, largest)), Ok(amount)) =
            (self.small, u64::try_from(weighted))
            && amount <= largest
        {
            let product = amount * factor;
            // Below 2^62, the cut reciprocal makes the quotient at most one too low.
            let mut whole = ((u128::from(product) * u128::from(reciprocal)) >> 64) as u64;
            let mut rest = product - whole * divisor;
            if rest >= divisor {
                rest -= divisor;
                whole += 1;
            }
            if rest != 0 {
                let against_half = (2 * rest).cmp(&divisor);
                whole += u64::from(self.rounding.goes_away(true, against_half, whole % 2 == 1));
            }
            if whole <= 1 << 53 {
                return Ok(whole as i64);
            }
        }
        self.wide(weighted, currency)
    }

    fn wide(&self, weighted: i128, currency: Currency) -> Result<i64, Error> {
        match weighted.checked_mul(self.numerator) {
            Some(product) => bounded(self.rounding.quotient(product, self.denominator), currency),
            // Only an amount near the bound with a rate of many digits comes here.
            None => Err(too_precise()),
        }
    }

    /// Whether there is no interest at all.
    pub(super) fn is_zero(&self) -> bool {
        self.numerator == 0
    }
}

#[cold]
fn too_precise() -> Error {
    Error::out_of_range(
        "rate-too-precise",
        "this amount with a rate of so many digits can't be kept exactly: give the rate with at most 15 decimals",
    )
    .at("rate")
    .detail("maximum", "15")
}

fn greatest_common_divisor(mut a: u128, mut b: u128) -> u128 {
    while b != 0 {
        // 128-bit division is slow, and most rates fit in 64 bits at once.
        if let (Ok(small_a), Ok(small_b)) = (u64::try_from(a), u64::try_from(b)) {
            (a, b) = (u128::from(small_b), u128::from(small_a % small_b));
        } else {
            (a, b) = (b, a % b);
        }
    }
    a
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::error::ErrorKind;

    fn usd() -> Currency {
        Currency::parse("USD").unwrap()
    }

    fn decimal(text: &str) -> Decimal {
        Decimal::from_str_exact(text).unwrap()
    }

    /// Source: shermanloan/scejson-doc at c3ded052, module-interestonly.md: 10,025 at 4.5 % for 40 and for 30 days
    /// of 360; the first is a midpoint.
    #[test]
    fn a_midpoint_goes_where_the_rounding_says() {
        let of = |days, rounding| interest(1_002_500, decimal("0.045"), days, 360, usd(), rounding).unwrap();
        assert_eq!(of(40, Rounding::MidpointAwayFromZero), 5_013);
        assert_eq!(of(40, Rounding::MidpointNearestEven), 5_012);
        assert_eq!(of(30, Rounding::MidpointAwayFromZero), 3_759);
        assert_eq!(of(30, Rounding::AwayFromZero), 3_760);
        assert_eq!(of(-30, Rounding::TowardNegativeInfinity), -3_760);
    }

    #[test]
    fn the_fast_way_and_the_wide_way_agree() {
        for rate in [
            "0",
            "0.000001",
            "0.0599",
            "0.06",
            "0.079",
            "0.0833333333333",
            "9.99999",
            "0.30000000000000004",
            "-0.005",
        ] {
            for rounding in Rounding::ALL {
                for basis in [360, 365] {
                    let accrual = Accrual::new(decimal(rate), basis, *rounding);
                    for weighted in
                        [0, 1, 29, 30 * 20_000_000, 31 * 20_000_001, 365 << 40, 12_345_678_901_234_567]
                    {
                        let wide = accrual.wide(weighted, usd());
                        assert_eq!(
                            accrual.of(weighted, usd()),
                            wide,
                            "{rate} {rounding:?} {basis} {weighted}"
                        );
                    }
                }
            }
        }
    }

    #[test]
    fn what_does_not_fit_is_refused() {
        let large = |rate: &str| interest(1 << 53, decimal(rate), 1 << 20, 360, usd(), Rounding::default());
        let error = large("9.5").unwrap_err();
        assert_eq!((error.kind(), error.reason()), (ErrorKind::OutOfRange, "amount-too-large"));
        let error = large("9.123456789012345678901234567").unwrap_err();
        assert_eq!(
            (error.kind(), error.reason(), error.field()),
            (ErrorKind::OutOfRange, "rate-too-precise", "rate")
        );
    }
}
