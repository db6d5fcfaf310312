//! A tranche with its schedule, and what its terms give beyond a loan of the market.

use rust_decimal::Decimal;

use super::request::{FundRequest, FundTranches, Provider};
use super::waterfall::Layer;
use crate::calendar::Frequency;
use crate::cash_flow::Flows;
use crate::document::{OneOrMany, Text};
use crate::error::Error;
use crate::loan::{Periods, Profile, Schedule, Terms, average_life};
use crate::values::{Currency, Months, Rounding, bounded, to_minor_exact};

/// One tranche, paid out at the start.
pub(super) struct Tranche {
    pub provider: Provider,
    pub layer: Layer,
    pub rate: Decimal,
    pub schedule: Schedule,
    /// The same terms for a face so large that nothing of it is lost to rounding.
    of_large_face: Schedule,
}

/// The face of which a grant element is counted, in smallest units.
const LARGE_FACE: i64 = 100_000_000_000_000;
const MOST_TRANCHES: usize = 100;

impl FundTranches {
    /// # Errors
    /// `InvalidInput`: `empty`, `unequal-lengths`; `OutOfRange`, `above-maximum` for over 100 tranches. What the loan's
    /// schedule says of the terms, `not-whole-periods` where payments do not fit the months.
    pub(super) fn of(&self, request: &FundRequest) -> Result<Vec<Tranche>, Error> {
        let count = self.amounts.len();
        if count == 0 {
            return Err(Error::invalid("empty", "a fund has at least one tranche").at("tranches.amounts"));
        }
        if count > MOST_TRANCHES {
            return Err(Error::out_of_range("above-maximum", "a fund has at most 100 tranches")
                .detail("maximum", MOST_TRANCHES.text())
                .at("tranches.amounts"));
        }
        let orders = self.loss_order.len();
        if orders != 0 && orders != count {
            return Err(unequal(orders, count, "tranches.lossOrder"));
        }
        (0..count).map(|at| self.one(request, at, count)).collect()
    }

    fn one(&self, request: &FundRequest, at: usize, count: usize) -> Result<Tranche, Error> {
        let months = item(&self.term_months, at, count, "tranches.termMonths")?;
        let grace = item(&self.grace_months, at, count, "tranches.graceMonths")?;
        let rate = item(&self.rates, at, count, "tranches.rates")?.get();
        let profile = item(&self.profiles, at, count, "tranches.profiles")?;
        let provider = item(&self.providers, at, count, "tranches.providers")?;
        let periods = periods_of(months, request.frequency, "tranches.termMonths")?;
        let grace_periods = periods_of(grace, request.frequency, "tranches.graceMonths")?;
        let within = |error: Error| error.moved("tranches");
        let periods =
            Periods::regular(request.start, request.frequency, periods, request.day_count).map_err(within)?;
        let amount = self.amounts.get(at).map_or(Decimal::ZERO, |amount| amount.get());
        let amount = to_minor_exact(amount, request.currency)
            .map_err(|error| error.at(["tranches.amounts.", &at.text()].concat()))?;
        let terms = Terms {
            currency: request.currency,
            rate,
            rounding: Rounding::default(),
            profile,
            balloon: 0,
            // A bullet is all grace but for its last payment.
            grace: if profile == Profile::Bullet { 0 } else { grace_periods as usize },
            capitalised: false,
        };
        let schedule = terms.schedule_of(amount, &periods).map_err(graced)?;
        let of_large_face = terms.schedule_of(LARGE_FACE, &periods).unwrap_or_else(|_| schedule.clone());
        // Left out, the order is that of the list, which has at most a hundred.
        let order = self.loss_order.get(at).copied().unwrap_or(at as u32 + 1);
        Ok(Tranche { provider, layer: Layer { amount, order }, rate, schedule, of_large_face })
    }
}

impl Tranche {
    /// The grant element: what the terms give beyond a loan at the discount rate.
    ///
    /// `g = (F − PV) / F`, `PV = Σ Dₖ / (1 + d)^(k/m)`
    ///
    /// - `F` the face, paid out at once; `Dₖ` interest and principal of period k
    /// - `d` the discount rate, effective a year; `m` payments a year: periods are equal parts of a year here
    ///
    /// It is of the terms and not of the amount: it is counted on a face of which no unit is lost to rounding.
    ///
    /// Source: OECD, Converged Statistical Reporting Directives, grant element; IMF, Guidance on Debt Limits.
    pub fn grant_element(&self, frequency: Frequency, rate: f64) -> Result<f64, Error> {
        let schedule = &self.of_large_face;
        let face = schedule.opening.first().copied().unwrap_or(1.0);
        let times = times(frequency, schedule.payment.len());
        let value = Flows::timed(&times, &schedule.payment).and_then(|flows| flows.npv(rate));
        Ok(1.0 - value.map_err(|error| error.moved("discountRate"))? / face)
    }

    /// How long the principal is outstanding, in years of equal periods.
    pub fn average_life(&self, frequency: Frequency) -> f64 {
        let times = times(frequency, self.schedule.principal.len());
        average_life(self.schedule.principal.iter().copied().zip(times))
    }
}

/// A number of smallest units, rounded to the nearest.
///
/// # Errors
/// `OutOfRange`, `amount-too-large`.
pub(super) fn minor_of(units: f64, currency: Currency) -> Result<i64, Error> {
    bounded(libm::round(units) as i128, currency)
}

fn times(frequency: Frequency, count: usize) -> Vec<f64> {
    let year = f64::from(frequency.per_year());
    (1..=count).map(|period| period as f64 / year).collect()
}

/// A loan's fields have other names here.
fn graced(error: Error) -> Error {
    let field = if error.field() == "graceInstalments" { "tranches.graceMonths" } else { "tranches" };
    error.moved(field)
}

fn periods_of(months: Months, frequency: Frequency, field: &str) -> Result<u32, Error> {
    let Some(length) = frequency.months() else {
        return Err(Error::invalid("not-whole-months", "tranches are paid by whole months").at("frequency"));
    };
    if !months.get().is_multiple_of(length) {
        return Err(Error::invalid("not-whole-periods", "this must be a multiple of the months of a period")
            .detail("months", length.text())
            .at(field)
            .with_value(months.get().text()));
    }
    Ok(months.get() / length)
}

/// The entry of a column that has one for all, or one for each.
fn item<T: Copy>(column: &OneOrMany<T>, at: usize, count: usize, place: &'static str) -> Result<T, Error> {
    match column.others().len() + 1 {
        1 => Ok(*column.first()),
        length if length == count => {
            let later = at.checked_sub(1).and_then(|at| column.others().get(at));
            Ok(*later.unwrap_or_else(|| column.first()))
        }
        length => Err(unequal(length, count, place)),
    }
}

#[cold]
fn unequal(length: usize, count: usize, place: &'static str) -> Error {
    Error::invalid("unequal-lengths", "give as many as there are amounts, or one for all")
        .detail("amounts", count.text())
        .with_value(length.text())
        .at(place)
}
