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
    Accrual::new(rate, basis, rounding).on(opening, days, currency)
}

/// Interest at one rate on many amounts: the fraction `rate / basis`, reduced, and how to divide by it fast.
#[derive(Clone, Copy, Debug)]
pub(super) struct Accrual {
    numerator: i128,
    denominator: i128,
    rounding: Rounding,
    small: Option<Small>,
}

/// The fraction when it is small: a division by a number that stays the same is a multiplication and a shift.
///
/// Source: T. Granlund, P. Montgomery, Division by Invariant Integers using Multiplication (1994), theorem 4.2, for
/// numerators below 2^62.
#[derive(Clone, Copy, Debug)]
struct Small {
    factor: u64,
    divisor: u64,
    magic: u64,
    shift: u32,
    /// The largest amount, for at most [`MOST_DAYS`] days.
    largest: i64,
}

/// The longest period of the fast way.
const MOST_DAYS: i32 = 400;

impl Accrual {
    pub(super) fn new(rate: Decimal, basis: i32, rounding: Rounding) -> Self {
        let rate = rate.normalize();
        let (numerator, denominator) =
            (rate.mantissa(), 10_i128.pow(rate.scale()) * i128::from(basis.max(1)));
        let common =
            greatest_common_divisor(numerator.unsigned_abs(), denominator.unsigned_abs()).max(1) as i128;
        let (numerator, denominator) = (numerator / common, denominator / common);
        let small = Small::new(numerator, denominator, rounding);
        Self { numerator, denominator, rounding, small }
    }

    /// Interest on an amount for a number of days.
    #[inline(always)]
    pub(super) fn on(&self, amount: i64, days: i32, currency: Currency) -> Result<i64, Error> {
        match &self.small {
            Some(small) if (0..=small.largest).contains(&amount) && (0..=MOST_DAYS).contains(&days) => {
                Ok(small.interest(amount as u64, days as u64, self.rounding))
            }
            _ => self.of(i128::from(amount) * i128::from(days), currency),
        }
    }

    /// Interest on `weighted`, an amount times days or a sum of such.
    pub(super) fn of(&self, weighted: i128, currency: Currency) -> Result<i64, Error> {
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

impl Small {
    fn new(numerator: i128, denominator: i128, rounding: Rounding) -> Option<Self> {
        let factor = u64::try_from(numerator).ok()?;
        let divisor = u64::try_from(denominator).ok().filter(|divisor| *divisor < 1 << 60)?;
        // Rounding half up is the floor of (2x + d) / 2d: one division, and no look at the rest.
        let divided_by = if rounding == Rounding::MidpointAwayFromZero { 2 * divisor } else { divisor };
        let bits = divided_by.next_power_of_two().trailing_zeros().max(2);
        let magic = u64::try_from((1_u128 << (62 + bits)).div_ceil(u128::from(divided_by))).ok()?;
        // Below 2^61, doubled and with a divisor on top, and below what a column holds once divided.
        let days = MOST_DAYS as u64;
        let most = ((1 << 61) - divisor) / factor.max(1).checked_mul(2 * days)?;
        let largest = most.min(1 << 53).min(divisor.saturating_mul(1 << 53) / factor.max(1) / days);
        Some(Self { factor, divisor, magic, shift: bits - 2, largest: largest as i64 })
    }

    #[inline]
    fn interest(&self, amount: u64, days: u64, rounding: Rounding) -> i64 {
        let product = amount * (days * self.factor);
        let divided = |x: u64| ((u128::from(x) * u128::from(self.magic)) >> 64) as u64 >> self.shift;
        if rounding == Rounding::MidpointAwayFromZero {
            return divided(2 * product + self.divisor) as i64;
        }
        let whole = divided(product);
        let rest = product - whole * self.divisor;
        let away = rest != 0 && rounding.goes_away(true, (2 * rest).cmp(&self.divisor), whole % 2 == 1);
        (whole + u64::from(away)) as i64
    }
}

#[cold]
pub(super) fn too_precise() -> Error {
    Error::out_of_range(
        "rate-too-precise",
        "this amount with a rate of so many digits can't be kept exactly: give the rate with at most 15 decimals",
    )
    .at("rate")
    .detail("maximum", "15")
}

pub(super) fn greatest_common_divisor(mut a: u128, mut b: u128) -> u128 {
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
                    for amount in [0, 1, 29, 20_000_000, 20_000_001, 999_999_999_999, 123_456_789_012_345] {
                        for days in [0, 1, 28, 30, 31, 366, 400, 401] {
                            let wide = accrual.of(i128::from(amount) * i128::from(days), usd());
                            assert_eq!(
                                accrual.on(amount, days, usd()),
                                wide,
                                "{rate} {rounding:?} {amount} {days}"
                            );
                        }
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
