//! What becomes of one contract, as parts of what it finances, and what all contracts together come to.

use super::part::Part;
use super::request::{CaptiveProduct, CaptiveProfile};
use crate::error::Error;
use crate::loan::{Periods, Profile, Terms};
use crate::values::{Currency, Rounding};

/// All of a contract: parts are whole numbers of 10⁻¹².
pub(super) const ONE: i64 = 1_000_000_000_000;

/// The parts of a contract at each age in months, from 0 to its term.
///
/// - `b(k)`: what is owed by the contract after k instalments, of a loan of 10¹² units in months of 30 days of 360
/// - `s(k)`: the chance that it is performing: `s(k) = s(k−1) − d(k) − p(k)`, where `d(k) = s(k−1)·q/12` defaults and
///   `p(k) = (s(k−1) − d(k))·c/12` is prepaid; `q` chance of default and `c` prepayment a year
/// - performing `f(k) = b(k)·s(k)`; defaulted in month k `g(k) = b(k−1)·d(k)`; prepaid in it `h(k) = b(k)·p(k)`: who
///   defaults pays no instalment of that month, who prepays has paid it
///
/// Rounding: each part to the nearest 10⁻¹², midpoints away from zero.
///
/// Source: definition of this project. DIFFERENCE: a twelfth each month is simple; the bond market's conditional
/// prepayment rate is `1 − (1 − c)^(1/12)` a month.
#[derive(Debug, Default)]
pub(super) struct Curve {
    /// f: the performing part.
    pub performing: Vec<i64>,
    /// g: what defaults in the month that ends at this age.
    pub defaulted: Vec<i64>,
    /// h: what is prepaid in it.
    pub prepaid: Vec<i64>,
    /// s: the chance that the contract is performing; 0 at its end.
    pub surviving: Vec<i64>,
    /// What of the subvention is not yet earned: it is earned as `b`, the interest method to the first order, and at once
    /// when a contract ends before its time.
    pub deferred: Vec<i64>,
    /// What defaults within the next twelve months.
    pub next_twelve: Vec<i64>,
    /// What defaults at all.
    pub lifetime: Vec<i64>,
    /// The part of the residual loss that is provided for: equal parts each month, of contracts that are performing.
    pub residual: Vec<i64>,
    /// The chance that a contract reaches its end.
    pub ended: i64,
}

impl Curve {
    /// # Errors
    /// `InvalidInput`, `not-with-profile`, for a balloon of a bullet; `OutOfRange` for a balloon that is all.
    pub fn of(product: &CaptiveProduct, currency: Currency) -> Result<Self, Error> {
        let owed = owed(product, currency)?;
        let default = Part::over(product.default_rate.get(), 12);
        let prepayment = Part::over(product.prepayment.get(), 12);
        let term = owed.len().saturating_sub(1);
        let mut curve = Self::default();
        let total: i128 = owed.iter().map(|part| i128::from(*part)).sum();
        let mut left = total;
        let mut before = ONE;
        let mut owed_before = ONE;
        for (age, owed) in owed.iter().copied().enumerate() {
            let (mut surviving, mut defaulted, mut prepaid) = (before, 0, 0);
            if age > 0 {
                let defaults = default.of(before, currency)?;
                defaulted = times(owed_before, defaults);
                surviving = before - defaults;
                if age == term {
                    curve.ended = surviving;
                    surviving = 0;
                } else {
                    let prepays = prepayment.of(surviving, currency)?;
                    prepaid = times(owed, prepays);
                    surviving -= prepays;
                }
            }
            curve.performing.push(times(owed, surviving));
            curve.defaulted.push(defaulted);
            curve.prepaid.push(prepaid);
            curve.surviving.push(surviving);
            let unearned = Rounding::default().quotient(left * i128::from(ONE), total) as i64;
            curve.deferred.push(times(unearned, surviving));
            let passed = Rounding::default().quotient(age as i128 * i128::from(ONE), term as i128) as i64;
            curve.residual.push(times(passed, surviving));
            left -= i128::from(owed);
            (before, owed_before) = (surviving, owed);
        }
        let ahead = |age: usize, months: usize| curve.defaulted.iter().skip(age + 1).take(months).sum();
        curve.next_twelve = (0..=term).map(|age| ahead(age, 12)).collect();
        curve.lifetime = (0..=term).map(|age| ahead(age, term)).collect();
        Ok(curve)
    }
}

/// The sum over all contracts of a part at their ages: `Σ N(c)·part(t − c + later)`, where N(c) contracts are made in
/// month c. Never beyond 64 bits: at most 180 · 50,000 contracts.
pub(super) fn over_ages(made: &[i64], month: usize, parts: &[i64], later: usize) -> i64 {
    let made = made.get(..=month).unwrap_or(made);
    let parts = parts.get(later..).unwrap_or_default();
    made.iter().rev().zip(parts).map(|(made, part)| made * part).sum()
}

fn times(one: i64, other: i64) -> i64 {
    let product = i128::from(one) * i128::from(other);
    Rounding::default().quotient(product, i128::from(ONE)) as i64
}

/// What is owed by the contract at each age.
fn owed(product: &CaptiveProduct, currency: Currency) -> Result<Vec<i64>, Error> {
    let profile = match product.profile {
        CaptiveProfile::Annuity => Profile::Annuity,
        CaptiveProfile::EqualPrincipal => Profile::EqualPrincipal,
        CaptiveProfile::Bullet => Profile::Bullet,
    };
    let terms = Terms {
        currency,
        rate: product.rate.get(),
        rounding: Rounding::default(),
        profile,
        balloon: Part::over(product.balloon.get(), 1).of(ONE, currency)?,
        grace: 0,
        capitalised: false,
    };
    let months = product.term_months as usize;
    let dates = (1..=months as i32).collect();
    let periods = Periods { dates, days: vec![30; months], basis: 360 };
    let schedule = terms.schedule_of(ONE, &periods)?;
    Ok([ONE].into_iter().chain(schedule.closing.iter().map(|part| *part as i64)).collect())
}
