//! Rounding as a value, and amounts of money as whole numbers of a currency's smallest unit.

use rust_decimal::Decimal;

use crate::document::Text;
use crate::error::Error;
use crate::values::Currency;

/// The largest amount in smallest units, 2^53: up to there a 64-bit float holds every whole number, so a column
/// of amounts crosses to JavaScript exactly.
pub const LARGEST_MINOR: i64 = 1 << 53;

crate::choice! {
    /// How a number that has more decimals than can be paid becomes one that can.
    pub enum Rounding {
        /// To the nearest; a midpoint goes away from zero. *Also known as* half up, commercial rounding.
        MidpointAwayFromZero = "midpoint-away-from-zero" | "half-up" | "ROUND_HALF_UP" | "half-expand" | "closest"
            | "commercial",
        /// To the nearest; a midpoint goes to the even neighbour. *Also known as* half even.
        MidpointNearestEven = "midpoint-nearest-even" | "half-even" | "ROUND_HALF_EVEN" | "bankers",
        /// To the nearest; a midpoint goes towards zero. *Also known as* half down.
        MidpointTowardZero = "midpoint-toward-zero" | "half-down" | "ROUND_HALF_DOWN" | "half-trunc",
        /// Away from zero. *Also known as* up.
        AwayFromZero = "away-from-zero" | "up" | "ROUND_UP" | "expand",
        /// Towards zero. *Also known as* down, truncation.
        TowardZero = "toward-zero" | "down" | "ROUND_DOWN" | "trunc" | "truncate",
        /// Towards plus infinity. *Also known as* ceiling.
        TowardPositiveInfinity = "toward-positive-infinity" | "ceiling" | "ROUND_CEILING" | "ceil",
        /// Towards minus infinity. *Also known as* floor.
        TowardNegativeInfinity = "toward-negative-infinity" | "floor" | "ROUND_FLOOR",
        /// Above zero to the nearest, a midpoint up; below zero towards zero.
        ///
        /// *Also known as* QuantLib's FloorTruncation, which is no floor.
        /// Source: rule as QuantLib's Rounding::Floor applies it (lballabio/QuantLib at 2a13d455).
        NearestAboveZero = "nearest-above-zero" | "floor_ql" | "FloorTruncation",
        /// Below zero to the nearest, a midpoint down; above zero towards zero.
        ///
        /// *Also known as* QuantLib's CeilingTruncation, which is no ceiling.
        /// Source: rule as QuantLib's Rounding::Ceiling applies it (lballabio/QuantLib at 2a13d455).
        NearestBelowZero = "nearest-below-zero" | "ceiling_ql" | "CeilingTruncation",
    }
}

/// [`Rounding::MidpointAwayFromZero`], what people expect of money.
impl Default for Rounding {
    fn default() -> Self {
        Self::MidpointAwayFromZero
    }
}

impl Rounding {
    /// The whole number that `numerator / denominator` becomes, exactly: nothing is rounded on the way.
    ///
    /// `denominator` is positive (a zero counts as one, so that nothing can fail here).
    pub fn quotient(self, numerator: i128, denominator: i128) -> i128 {
        let denominator = denominator.max(1);
        let (whole, rest) = (numerator / denominator, numerator % denominator);
        if rest == 0 {
            return whole;
        }
        let positive = numerator > 0;
        // The rest against what is missing to the next whole number: no doubling, so no overflow.
        let against_half = rest.abs().cmp(&(denominator - rest.abs()));
        if self.goes_away(positive, against_half, whole % 2 != 0) {
            whole + if positive { 1 } else { -1 }
        } else {
            whole
        }
    }

    /// Whether a number that is not whole goes to the whole number farther from zero. `against_half` compares its
    /// fraction with one half, `odd` tells of the nearer whole number to zero.
    pub(crate) fn goes_away(self, positive: bool, against_half: core::cmp::Ordering, odd: bool) -> bool {
        match self {
            Self::MidpointAwayFromZero => against_half.is_ge(),
            Self::MidpointNearestEven => against_half.is_gt() || (against_half.is_eq() && odd),
            Self::MidpointTowardZero => against_half.is_gt(),
            Self::AwayFromZero => true,
            Self::TowardZero => false,
            Self::TowardPositiveInfinity => positive,
            Self::TowardNegativeInfinity => !positive,
            Self::NearestAboveZero => positive && against_half.is_ge(),
            Self::NearestBelowZero => !positive && against_half.is_ge(),
        }
    }
}

/// An amount in a currency's smallest units, rounded once.
///
/// ```
/// use export_risk::values::{Currency, Rounding, to_minor};
///
/// let usd = Currency::parse("USD")?;
/// let amount = "1.005".parse().unwrap();
/// assert_eq!(to_minor(amount, usd, Rounding::MidpointAwayFromZero)?, 101);
/// assert_eq!(to_minor(amount, usd, Rounding::MidpointNearestEven)?, 100);
/// # Ok::<(), export_risk::Error>(())
/// ```
///
/// # Errors
/// `OutOfRange`, `amount-too-large`, beyond ± 2^53 smallest units.
pub fn to_minor(amount: Decimal, currency: Currency, rounding: Rounding) -> Result<i64, Error> {
    // 96 bits of mantissa times at most 10^4 stay far below 2^127.
    let numerator = amount.mantissa() * i128::from(currency.minor_per_unit());
    bounded(rounding.quotient(numerator, 10_i128.pow(amount.scale())), currency)
        .map_err(|error| error.with_value(amount.text()))
}

/// An amount in a currency's smallest units, when it has no more decimals than the currency.
///
/// # Errors
/// `InvalidInput`, `too-many-decimals`, when it has more; `OutOfRange`, `amount-too-large`, beyond ± 2^53 units.
pub fn to_minor_exact(amount: Decimal, currency: Currency) -> Result<i64, Error> {
    let minor = to_minor(amount, currency, Rounding::TowardZero)?;
    if minor_decimal(minor, currency) == amount {
        return Ok(minor);
    }
    let digits = currency.minor_digits();
    Err(Error::invalid("too-many-decimals", format!("amounts in {currency} have at most {digits} decimals"))
        .with_value(amount.text())
        .detail("maximum", digits.text()))
}

/// Smallest units as a decimal of the currency, with all of its decimals: 120000 cents are 1200.00.
pub fn minor_decimal(minor: i64, currency: Currency) -> Decimal {
    Decimal::new(minor, currency.minor_digits())
}

/// Smallest units as text, with all of the currency's decimals and without separators: `1200.00`.
pub fn minor_text(minor: i64, currency: Currency) -> String {
    minor_decimal(minor, currency).text()
}

/// A number of smallest units that a column can hold.
///
/// # Errors
/// `OutOfRange`, `amount-too-large`, beyond ± 2^53.
pub(crate) fn bounded(minor: i128, currency: Currency) -> Result<i64, Error> {
    if (-i128::from(LARGEST_MINOR)..=i128::from(LARGEST_MINOR)).contains(&minor) {
        return Ok(minor as i64);
    }
    let largest = minor_text(LARGEST_MINOR, currency);
    Err(Error::out_of_range("amount-too-large", format!("amounts in {currency} go up to {largest}"))
        .detail("maximum", largest))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ErrorKind;

    fn decimal(text: &str) -> Decimal {
        Decimal::from_str_exact(text).unwrap()
    }

    /// Source: Python 3.11.7 decimal, ROUND_HALF_UP and ROUND_HALF_EVEN.
    #[test]
    fn amounts_round_as_another_program_rounds_them() {
        for (currency, amount, half_up, half_even) in [
            ("JPY", "1234.4999", "1234", "1234"),
            ("KWD", "1.2345", "1.235", "1.234"),
            ("KWD", "0.0004", "0.000", "0.000"),
            ("USD", "2.675", "2.68", "2.68"),
            ("USD", "-2.675", "-2.68", "-2.68"),
            ("USD", "1.005", "1.01", "1.00"),
            ("CLF", "1.00005", "1.0001", "1.0000"),
            ("EUR", "0.125", "0.13", "0.12"),
        ] {
            let currency = Currency::parse(currency).unwrap();
            let round =
                |rounding| minor_text(to_minor(decimal(amount), currency, rounding).unwrap(), currency);
            assert_eq!(round(Rounding::MidpointAwayFromZero), half_up);
            assert_eq!(round(Rounding::MidpointNearestEven), half_even);
        }
    }

    #[test]
    fn each_rule_does_what_its_name_says() {
        let expected = [
            // -2.5, -2.4, -0.6, 0.4, 1.5, 2.5, 2.6
            (Rounding::MidpointAwayFromZero, [-3, -2, -1, 0, 2, 3, 3]),
            (Rounding::MidpointNearestEven, [-2, -2, -1, 0, 2, 2, 3]),
            (Rounding::MidpointTowardZero, [-2, -2, -1, 0, 1, 2, 3]),
            (Rounding::AwayFromZero, [-3, -3, -1, 1, 2, 3, 3]),
            (Rounding::TowardZero, [-2, -2, 0, 0, 1, 2, 2]),
            (Rounding::TowardPositiveInfinity, [-2, -2, 0, 1, 2, 3, 3]),
            (Rounding::TowardNegativeInfinity, [-3, -3, -1, 0, 1, 2, 2]),
            (Rounding::NearestAboveZero, [-2, -2, 0, 0, 2, 3, 3]),
            (Rounding::NearestBelowZero, [-3, -2, -1, 0, 1, 2, 2]),
        ];
        assert_eq!(expected.map(|(rounding, _)| rounding), Rounding::ALL);
        for (rounding, whole) in expected {
            let tenths = [-25, -24, -6, 4, 15, 25, 26];
            assert_eq!(tenths.map(|tenth| rounding.quotient(tenth, 10)), whole, "{rounding:?}");
            assert_eq!(rounding.quotient(-30, 10), -3);
        }
    }

    #[test]
    fn amounts_end_where_a_column_would_lose_cents() {
        let usd = Currency::parse("USD").unwrap();
        assert_eq!(to_minor(decimal("90071992547409.92"), usd, Rounding::default()).unwrap(), LARGEST_MINOR);
        let error = to_minor(decimal("-90071992547409.93"), usd, Rounding::default()).unwrap_err();
        assert_eq!((error.kind(), error.reason()), (ErrorKind::OutOfRange, "amount-too-large"));
        assert!(to_minor(Decimal::MAX, usd, Rounding::default()).is_err());
    }

    #[test]
    fn an_exact_amount_has_no_more_decimals_than_its_currency() {
        let usd = Currency::parse("USD").unwrap();
        assert_eq!(to_minor_exact(decimal("1.2300"), usd).unwrap(), 123);
        let error = to_minor_exact(decimal("1.234"), usd).unwrap_err();
        assert_eq!(
            (error.kind(), error.reason(), error.value()),
            (ErrorKind::InvalidInput, "too-many-decimals", Some("1.234"))
        );
    }
}
