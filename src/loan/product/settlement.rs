//! What ends a loan before its last payment.

use super::LoanRequest;
use super::charges::Charges;
use super::flat::unearned;
use super::options::{Settlement, SettlementMethod};
use super::quote::SettlementQuote;
use super::terms::outside_schedule;
use super::worked::{Worked, rate_of};
use crate::error::Error;
use crate::loan::course::shared_of;
use crate::values::{Money, bounded, to_f64};

impl LoanRequest {
    /// The amount that settles the loan on a day.
    ///
    /// Actuarial: `S = B + I`, what is owed after the instalments before the day, and the interest from the last of them
    /// to the day, rounded once. Of a flat rate, whose balance is not actuarial: what the instalments that are left are
    /// worth on the day at the loan's own effective rate.
    ///
    /// Rule of 78: `S = Σ Aⱼ − I · k·(k + 1) / (n·(n + 1))` over the instalments that are left; `I` is the whole interest,
    /// `k` how many whole periods are left of `n`. A period that has begun counts as passed.
    ///
    /// An instalment that falls due on the day is among those that are left, so that on the last day both are the last
    /// payment. The charge is a share of what is owed, rounded once.
    ///
    /// # Errors
    /// `OutOfRange`, `outside-schedule`, for a day before the loan has begun or after it has ended.
    pub(super) fn settled(
        &self,
        settlement: &Settlement,
        worked: &Worked,
        charges: &Charges,
    ) -> Result<SettlementQuote, Error> {
        let (schedule, currency) = (&worked.schedule, self.currency);
        let day = settlement.date.days();
        let row = schedule.dates.partition_point(|date| *date < day);
        let (Some(span), true) =
            (worked.spans.rows.get(row), row < schedule.dates.len() && day > self.start.days())
        else {
            return Err(outside_schedule()
                .at("settlement.date")
                .with_value(crate::document::Text::text(&settlement.date)));
        };
        let at = |column: &[f64], row: usize| column.get(row).copied().unwrap_or(0.0) as i64;
        let left = |column: &[f64]| column.iter().skip(row).map(|amount| *amount as i128).sum::<i128>();
        let remaining = bounded(left(&schedule.payment) + left(&schedule.prepaid), currency)?;
        let (amount, outstanding, earned_share) = match (settlement.method, &worked.course) {
            (SettlementMethod::RuleOf78, _) => {
                let count = schedule.dates.len();
                let whole = worked.spans.rows.iter().take(count).filter(|span| span.start >= day).count();
                let (digits, all) = unearned(whole, count);
                let product = i128::from(schedule.total_interest) * digits.mantissa();
                let rebate = bounded(self.rounding.quotient(product, all.mantissa()), currency)?;
                let earned = 1.0 - to_f64(digits) / to_f64(all);
                (remaining - rebate, at(&schedule.opening, row), Some(earned))
            }
            (SettlementMethod::Actuarial, Some(course)) => {
                let carried = row.checked_sub(1).map_or(0, |before| at(&schedule.carried, before));
                let bearing = at(&schedule.opening, row) - carried;
                let (interest, bearing) = course.interest(span, bearing, day.min(span.end))?;
                let outstanding = bounded(i128::from(bearing) + i128::from(carried), currency)?;
                (bounded(i128::from(outstanding) + i128::from(interest), currency)?, outstanding, None)
            }
            (SettlementMethod::Actuarial, None) => {
                let rate = rate_of(&worked.flows)?;
                let years = |date: &i32| f64::from(date - day) / 365.0;
                let payments = schedule.dates.iter().zip(&schedule.payment).skip(row);
                let worth = payments
                    .map(|(date, payment)| payment * libm::exp(-years(date) * libm::log1p(rate)))
                    .sum::<f64>();
                let amount = crate::loan::instalment::whole(self.rounding, worth).unwrap_or(remaining);
                (amount, at(&schedule.opening, row), None)
            }
        };
        let fee = shared_of(outstanding, settlement.fee.get(), self.rounding, currency)?;
        let paid = bounded(i128::from(amount) + i128::from(fee), currency)?;
        let before = |(date, _): &&(i32, f64)| *date < day;
        let mut flows: Vec<(i32, f64)> = worked.flows.iter().filter(before).copied().collect();
        let borne = charges.borne(schedule, self.start.days());
        flows.extend(borne.iter().filter(|(date, _)| *date <= day).map(|(date, amount)| (*date, -amount)));
        flows.push((day, -(paid as f64)));
        let money = |minor| Money::new(minor, currency);
        let extra = worked.spans.rows.len().saturating_sub(self.instalments.get() as usize);
        Ok(SettlementQuote {
            date: settlement.date,
            amount: money(paid),
            outstanding: money(outstanding),
            fee: money(fee),
            remaining_payments: money(remaining),
            rebate: money(remaining - amount),
            earned_share,
            instalments_paid: row.saturating_sub(extra) as u32,
            effective_rate: rate_of(&flows)?,
        })
    }
}
