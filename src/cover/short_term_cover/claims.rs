//! Losses through the terms of the policy: who bears what, and when it is paid.

use super::answer::ClaimsSettlement;
use super::lines::{item, minor_of, part};
use super::request::{Cause, Losses, ShortTermCoverRequest};
use crate::document::{Column, Text};
use crate::error::Error;
use crate::values::{Amount, Date, Money, Rounding, bounded, to_minor_exact};

/// The terms of a year in smallest units.
#[derive(Clone, Copy)]
pub(super) struct YearTerms {
    pub first_loss: i64,
    pub aggregate: i64,
    pub maximum: Option<i64>,
}

impl YearTerms {
    /// Of an amount and a multiple of the premium the lower holds.
    pub fn of(request: &ShortTermCoverRequest, premium: i64) -> Result<Self, Error> {
        let amount = request
            .maximum_liability
            .map(|most| to_minor_exact(most.get(), request.currency).map_err(|e| e.at("maximumLiability")))
            .transpose()?;
        let multiple = request
            .maximum_liability_multiple
            .map(|times| part(premium, times.get(), request).map_err(|e| e.at("maximumLiabilityMultiple")))
            .transpose()?;
        Ok(Self {
            first_loss: minor_of(request.first_loss, request, "firstLoss")?,
            aggregate: minor_of(request.aggregate_first_loss, request, "aggregateFirstLoss")?,
            maximum: match (amount, multiple) {
                (Some(amount), Some(multiple)) => Some(amount.min(multiple)),
                (amount, multiple) => amount.or(multiple),
            },
        })
    }

    /// The loss of a year, in one claim, from which on the cover pays what it costs:
    /// `(premium + first loss + aggregate first loss) / insured share`, rounded up.
    pub fn break_even(&self, request: &ShortTermCoverRequest, premium: i64) -> Option<i64> {
        if self.maximum.is_some_and(|most| most < premium) {
            return None;
        }
        let share = request.insured_share.get();
        let needed = i128::from(premium) + i128::from(self.first_loss) + i128::from(self.aggregate);
        let scale = 10_i128.checked_pow(share.scale())?;
        let numerator = needed.checked_mul(scale)?;
        if share.is_zero() {
            return None;
        }
        let loss = Rounding::AwayFromZero.quotient(numerator, share.mantissa());
        bounded(loss, request.currency).ok()
    }
}

/// Takes each loss through: insured share, first loss of each, aggregate first loss, maximum liability, reinsurance.
///
/// Rounding: the insured part and the reinsured part of each loss once each; all else is whole.
///
/// # Errors
/// `InvalidInput`: `empty`, `unequal-lengths`; `OutOfRange` for sums that are too large and dates after 9999.
pub(super) fn settle(
    losses: &Losses,
    request: &ShortTermCoverRequest,
    terms: &YearTerms,
    premium: i64,
) -> Result<ClaimsSettlement, Error> {
    let count = losses.amounts.len();
    if count == 0 {
        return Err(Error::invalid("empty", "give at least one loss").at("losses.amounts"));
    }
    let mut columns: [Vec<f64>; 8] = Default::default();
    let mut totals = [0_i128; 4];
    let (mut aggregate, mut most) = (terms.aggregate, terms.maximum.unwrap_or(i64::MAX));
    for (at, amount) in losses.amounts.iter().enumerate() {
        let loss = Amount::new(amount.get()).and_then(|amount| minor_of(amount, request, ""));
        let loss = loss.map_err(|error| error.at(format!("losses.amounts.{at}")))?;
        let insured = part(loss, request.insured_share.get(), request)?;
        let first_loss = insured.min(terms.first_loss);
        let of_aggregate = (insured - first_loss).min(aggregate);
        aggregate -= of_aggregate;
        let claim = insured - first_loss - of_aggregate;
        let paid = claim.min(most);
        most -= paid;
        let reinsured = part(paid, request.reinsured_share.get(), request)?;
        let row = [loss, insured, first_loss, of_aggregate, claim - paid, paid, reinsured, loss - paid];
        for (column, value) in columns.iter_mut().zip(row) {
            column.push(value as f64);
        }
        for (total, value) in totals.iter_mut().zip([loss, paid, reinsured, loss - paid]) {
            *total += i128::from(value);
        }
    }
    let [loss, insured, first_loss, aggregate_first_loss, over_maximum, paid, reinsured, retained] =
        columns.map(Column);
    let money = |minor: i128| Ok::<_, Error>(Money::new(bounded(minor, request.currency)?, request.currency));
    let [total_loss, total_paid, total_reinsured, total_retained] = totals;
    Ok(ClaimsSettlement {
        dates: Column(dates(losses, request, count)?),
        loss,
        insured,
        first_loss,
        aggregate_first_loss,
        over_maximum,
        paid,
        reinsured,
        retained,
        total_loss: money(total_loss)?,
        total_paid: money(total_paid)?,
        total_reinsured: money(total_reinsured)?,
        total_retained: money(total_retained)?,
        net_of_premium: money(total_paid - i128::from(premium))?,
    })
}

/// The due date, the waiting period (none after insolvency) and the days of settlement.
fn dates(losses: &Losses, request: &ShortTermCoverRequest, count: usize) -> Result<Vec<i32>, Error> {
    let cause = |at| item(&losses.cause, at, count, "losses.cause");
    let Some(days) = &losses.dates else {
        return cause(0).map(|_| Vec::new());
    };
    if days.0.len() != count {
        return Err(Error::invalid(
            "unequal-lengths",
            format!("there are {count} losses: give as many dates"),
        )
        .with_value(days.0.len().text())
        .at("losses.dates"));
    }
    let settled = i32::try_from(request.claims.settlement_days).unwrap_or(i32::MAX);
    let waiting = request.claims.waiting_months.get() as i32;
    days.0
        .iter()
        .enumerate()
        .map(|(at, day)| {
            let months = if cause(at)? == Cause::Insolvency { 0 } else { waiting };
            let due = Date::from_days(*day)?;
            due.add_months(months).and_then(|date| date.add_days(settled)).map(Date::days)
        })
        .map(|date| date.map_err(|error| error.at("losses.dates")))
        .collect()
}
