//! Loans whose interest is counted once on the whole principal.

use rust_decimal::Decimal;

use super::LoanRequest;
use super::options::{LoanProfile, OddDays};
use super::terms::not_with_profile;
use crate::calendar::YearFraction;
use crate::error::Error;
use crate::loan::course::{ExactSum, Spans};
use crate::loan::schedule::Schedule;
use crate::values::bounded;

impl LoanRequest {
    /// The schedule of a flat rate.
    ///
    /// `I = round(P · r · n / m)`, `A = round((P + I) / n)`, `Iₖ = round(I · sₖ) − round(I · sₖ₋₁)`
    ///
    /// - `P` principal, `r` the flat rate a year, `n` instalments, `m` instalments a year: dates do not count
    /// - `sₖ = k·(2n − k + 1) / (n·(n + 1))`, the part of the interest that the first k periods earn by the sum of digits
    ///
    /// The last payment takes what rounding left. Rounding: where said.
    ///
    /// # Errors
    /// `InvalidInput`, `not-with-profile`, for options that a flat rate has no place for; `OutOfRange` for amounts.
    pub(super) fn flat(&self, principal: i64, spans: &Spans) -> Result<Schedule, Error> {
        let refused = [
            ("floating", self.floating.is_some()),
            ("steps", self.steps.is_some()),
            ("custom", self.custom.is_some()),
            ("skips", self.skips.is_some()),
            ("drawdowns", self.drawdowns.is_some()),
            ("prepayments", self.prepayments.is_some()),
            ("balloon", !self.balloon.get().is_zero()),
            ("graceInstalments", self.grace_instalments != 0),
            ("stub", self.stub != OddDays::InInstalments),
        ];
        if let Some((field, _)) = refused.iter().find(|(_, refused)| *refused) {
            return Err(not_with_profile(field, LoanProfile::Flat));
        }
        let Some(rate) = self.rate else {
            return Err(Error::invalid("required", "this field must be given").at("rate"));
        };
        let (currency, rounding) = (self.currency, self.rounding);
        let n = i128::from(self.instalments.get());
        let mut sum = ExactSum::ZERO;
        let (numerator, denominator) =
            (i64::from(self.instalments.get()), i64::from(self.frequency.per_year()));
        sum.add(principal, rate.get(), YearFraction { numerator, denominator })?;
        let interest = i128::from(sum.rounded(rounding, currency)?);
        let instalment = bounded(rounding.quotient(i128::from(principal) + interest, n), currency)?;
        let mut schedule = Schedule { instalment, ..Schedule::default() };
        let (mut owed, mut earned) = (i128::from(principal), 0);
        for (k, span) in (1..).zip(&spans.rows) {
            let until = if k == n {
                interest
            } else {
                rounding.quotient(interest * k * (2 * n - k + 1), n * (n + 1))
            };
            let of_row = until - earned;
            let payment = if k == n { owed + of_row } else { i128::from(instalment).min(owed + of_row) };
            earned = until;
            let opening = owed;
            owed = opening - (payment - of_row);
            schedule.dates.push(span.pays);
            let columns = [
                (&mut schedule.opening, opening),
                (&mut schedule.interest, of_row),
                (&mut schedule.principal, payment - of_row),
                (&mut schedule.payment, payment),
                (&mut schedule.closing, owed),
            ];
            for (column, amount) in columns {
                column.push(bounded(amount, currency)? as f64);
            }
        }
        schedule.total_interest = bounded(interest, currency)?;
        schedule.total_paid = bounded(i128::from(principal) + interest, currency)?;
        Ok(schedule)
    }
}

/// The part of the whole interest that periods have not earned yet when so many of `n` are left, by the sum of digits.
///
/// `1 − sₙ₋ₖ = k·(k + 1) / (n·(n + 1))`. *Also known as* rule of 78, after the digits 1 to 12.
pub(super) fn unearned(left: usize, n: usize) -> (Decimal, Decimal) {
    let product = |number: usize| Decimal::from((number * (number + 1)) as u64);
    (product(left), product(n).max(Decimal::ONE))
}
