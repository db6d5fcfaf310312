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
