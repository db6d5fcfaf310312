use rust_decimal::Decimal;

use super::interest::Accrual;
use crate::error::Error;
use crate::values::{Currency, Exact, LARGEST_MINOR, Rounding, bounded, to_f64};

/// The level instalment of an annuity, in smallest units, rounded once.
///
/// `A = (B − F·Dₙ) / Σ Dₖ` with `Dₖ = Π 1 / (1 + r·dⱼ/b)` over the periods j ≤ k
///
/// - `B` `opening`: what is owed when the first of the periods begins
/// - `F` `balloon`: what is owed after the last instalment, and paid with it
/// - `r` `rate` a year; `dⱼ / b` `days` over `basis`, each period's part of a year
///
/// For equal periods this is the annuity formula `A = (B − F·vⁿ)·i / (1 − vⁿ)`.
///
/// Rounding: the exact quotient, once. It is found in floating point with a bound on its error and, where that
/// bound leaves the choice of the neighbour open, again with 28 digits; a quotient within 10⁻⁸ of a unit of where
/// the rounding turns counts as lying on it.
///
/// # Errors
/// `OutOfRange`, `amount-too-large`, when it has no value that a column can hold.
pub(super) fn level_instalment(
    level: &Level<'_>,
    currency: Currency,
    rounding: Rounding,
) -> Result<i64, Error> {
    if level.accrual.is_zero() {
        let count = level.days.len() as i128;
        return bounded(
            rounding.quotient(i128::from(level.opening) - i128::from(level.balloon), count),
            currency,
        );
    }
    let (estimate, error) = level.estimate();
    match (whole(rounding, estimate - error), whole(rounding, estimate + error)) {
        (Some(low), Some(high)) if low == high => Ok(low),
        _ => bounded(level.precise(rounding).ok_or_else(|| too_large(currency))?, currency),
    }
}

/// What a level instalment repays.
pub(super) struct Level<'a> {
    pub(super) opening: i64,
    pub(super) balloon: i64,
    pub(super) rate: Decimal,
    pub(super) basis: i32,
    pub(super) accrual: Accrual,
    pub(super) days: &'a [i32],
}

impl Level<'_> {
    /// The instalment in floating point, and a bound on how wrong it is.
    fn estimate(&self) -> (f64, f64) {
        let (opening, balloon) = (self.opening as f64, self.balloon as f64);
        let a_day = to_f64(self.rate) / f64::from(self.basis);
        let count = self.days.len() as f64;
        let instalment = match equal(self.days) {
            Some(days) => {
                let period = a_day * f64::from(days);
                let exponent = -count * libm::log1p(period);
                (opening - balloon * libm::exp(exponent)) * period / -libm::expm1(exponent)
            }
            None => {
                let (mut discount, mut sum) = (1.0, 0.0);
                for days in self.days {
                    discount *= 1.0 / (1.0 + a_day * f64::from(*days));
                    sum += discount;
                }
                (opening - balloon * discount) / sum
            }
        };
        // Three roundings a period, doubled, on the instalment and on the two amounts that are subtracted.
        let parts = instalment.abs() + opening.abs() / count + opening.abs() * (a_day * 366.0).abs();
        let error = (6.0 * count + 64.0) * f64::EPSILON * parts;
        (instalment, error)
    }

    /// The instalment with 28 digits. None when a number on the way has no place in them.
    #[cold]
    fn precise(&self, rounding: Rounding) -> Option<i128> {
        let (mut discount, mut sum) = (Decimal::ONE, Decimal::ZERO);
        for days in self.days {
            let period = self.rate.try_times(Decimal::from(*days))?.try_over(Decimal::from(self.basis))?;
            discount = discount.try_over(Decimal::ONE.try_plus(period)?)?;
            sum = sum.try_plus(discount)?;
        }
        let repaid =
            Decimal::from(self.opening).try_plus(-Decimal::from(self.balloon).try_times(discount)?)?;
        let instalment = repaid.try_over(sum)?.to_digits(8);
        Some(rounding.quotient(instalment.mantissa(), 10_i128.pow(instalment.scale())))
    }
}

fn equal(days: &[i32]) -> Option<i32> {
    let first = *days.first()?;
    days.iter().all(|days| *days == first).then_some(first)
}

/// The whole number that a finite one becomes; none when it is too large to be one exactly.
pub(super) fn whole(rounding: Rounding, number: f64) -> Option<i64> {
    if number.is_nan() || number.abs() >= LARGEST_MINOR as f64 {
        return None;
    }
    let toward_zero = number.trunc();
    let rest = (number - toward_zero).abs();
    let nearer = toward_zero as i64;
    if rest == 0.0 {
        return Some(nearer);
    }
    let against_half = rest.total_cmp(&0.5);
    let away = rounding.goes_away(number > 0.0, against_half, nearer % 2 != 0);
    Some(
        nearer
            + if !away {
                0
            } else if number > 0.0 {
                1
            } else {
                -1
            },
    )
}

#[cold]
fn too_large(currency: Currency) -> Error {
    bounded(i128::MAX, currency)
        .err()
        .unwrap_or_else(|| Error::out_of_range("amount-too-large", "this amount is too large"))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `A = (B − F·Dₙ) / Σ Dₖ`, one period after the other, and the bound as it is defined: (6·n + 64)·ε of
    /// `|A| + B/n + B·|r|·366/b`.
    #[test]
    fn an_estimate_and_its_bound_are_what_they_are_defined_as() {
        let months = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
        for (opening, balloon) in [(10_000_000_i64, 0_i64), (123_456_789, 23_456_789), (5_000, 4_999)] {
            for rate in ["0.05", "0.31", "-0.02", "0.0001"] {
                for basis in [360, 365] {
                    for days in [vec![30; 12], vec![91; 40], vec![365], months.to_vec(), months.repeat(20)] {
                        let rate: Decimal = rate.parse().unwrap();
                        let accrual = Accrual::new(rate, basis, Rounding::MidpointAwayFromZero);
                        let level = Level { opening, balloon, rate, basis, accrual, days: &days };
                        let (estimate, error) = level.estimate();
                        let (b, f, a_day) = (opening as f64, balloon as f64, to_f64(rate) / f64::from(basis));
                        let (mut discount, mut sum) = (1.0, 0.0);
                        for days in &days {
                            discount /= 1.0 + a_day * f64::from(*days);
                            sum += discount;
                        }
                        let defined = (b - f * discount) / sum;
                        assert!((estimate - defined).abs() <= error, "{estimate} {defined} {error}");
                        let count = days.len() as f64;
                        let parts = estimate.abs() + b / count + b * a_day.abs() * 366.0;
                        let bound = (6.0 * count + 64.0) * f64::EPSILON * parts;
                        assert!((error / bound - 1.0).abs() < 1e-12, "{error} {bound}");
                        let precise = level.precise(Rounding::MidpointAwayFromZero).unwrap();
                        assert!((estimate - precise as f64).abs() <= 0.5 + error);
                    }
                }
            }
        }
    }

    #[test]
    fn a_number_that_is_none_or_too_large_becomes_no_whole_one() {
        let of = |number| whole(Rounding::MidpointAwayFromZero, number);
        assert_eq!([of(f64::NAN), of(f64::INFINITY), of(1e300), of(LARGEST_MINOR as f64)], [None; 4]);
        assert_eq!([of(-2.5), of(2.4), of(2.5), of(-0.4), of(7.0)], [-3, 2, 3, 0, 7].map(Some));
    }
}
