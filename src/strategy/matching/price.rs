//! What a loan of an offer costs a project.

use super::columns::{Offer, Project, RATE_PART};
use crate::calendar::Frequency;
use crate::cash_flow::Flows;
use crate::document::Text;
use crate::error::Error;
use crate::loan::{Periods, Terms};
use crate::values::{Currency, Rounding};

/// The all-in rate of each project and offer, project after project, in ten thousand millionths.
///
/// # Errors
/// `not-whole-months`, `not-whole-periods`; `out-of-bounds` where a fee leaves nothing to pay out, or a rate that means nothing.
pub(super) fn all_in_rates(
    projects: &[Project],
    offers: &[Offer],
    frequency: Frequency,
    currency: Currency,
) -> Result<Vec<i64>, Error> {
    let Some(length) = frequency.months() else {
        let sentence = "loans are paid by whole months here";
        return Err(Error::invalid("not-whole-months", sentence).at("frequency"));
    };
    let mut known: Vec<(u32, Vec<i64>)> = Vec::new();
    let mut rows = 0;
    let mut rates = Vec::with_capacity(projects.len() * offers.len());
    for (at, project) in projects.iter().enumerate() {
        if project.months == 0 || !project.months.is_multiple_of(length) {
            let sentence = "this must be a multiple of the months of a period, and at least one";
            return Err(Error::invalid("not-whole-periods", sentence)
                .detail("months", length.text())
                .at(["projects.termMonths.", &at.text()].concat())
                .with_value(project.months.text()));
        }
        if !known.iter().any(|(months, _)| *months == project.months) {
            rows += (project.months / length) as usize * offers.len();
            if rows > MOST_ROWS {
                let sentence =
                    "so many different terms, paid so often, take too long: use fewer, or longer periods";
                return Err(Error::out_of_range("above-maximum", sentence)
                    .detail("maximum", MOST_ROWS.text())
                    .at(["projects.termMonths.", &at.text()].concat())
                    .with_value(project.months.text()));
            }
            let one = |(at, offer): (usize, &Offer)| {
                let rate = all_in_rate(offer, project.months / length, length, currency);
                rate.map_err(|error| error.moved(&["offers.upfrontFees.", &at.text()].concat()))
            };
            known.push((project.months, offers.iter().enumerate().map(one).collect::<Result<_, _>>()?));
        }
        let of_term = known.iter().find(|(months, _)| *months == project.months);
        rates.extend(of_term.iter().flat_map(|(_, rates)| rates));
    }
    Ok(rates)
}

/// The face of which a rate is counted, in smallest units: so large that nothing of it is lost to rounding.
const LARGE_FACE: i64 = 100_000_000_000_000;
/// The most rows of schedules: each different term has one with each offer.
const MOST_ROWS: usize = 2_000_000;
/// Above it a rate means nothing.
const HIGHEST: f64 = 1e4;

/// The effective rate a year of a loan with its fee, by equal periods.
///
/// `F·(1 − f) = Σ Pₖ / (1 + i)^(k/m)`
///
/// - `F` the amount, `f` the fee on it when it is paid out, `Pₖ` interest and principal of period k, `m` periods a year
///
/// It is of the terms and not of the amount. Rounded to ten decimals, so that what is the same is the same. Source: definition of
/// the effective rate; every period is an equal part of a year, as 30/360 counts it.
fn all_in_rate(offer: &Offer, periods: u32, length: u32, currency: Currency) -> Result<i64, Error> {
    let terms = Terms {
        currency,
        rate: offer.rate,
        rounding: Rounding::default(),
        profile: offer.profile,
        balloon: 0,
        grace: 0,
        capitalised: false,
    };
    let count = periods as usize;
    let days = vec![30 * length as i32; count];
    let periods = Periods { dates: (1..=periods as i32).collect(), days, basis: 360 };
    let schedule = terms.schedule_of(LARGE_FACE, &periods)?;
    let year = f64::from(length) / 12.0;
    let times: Vec<f64> = (0..=count).map(|period| period as f64 * year).collect();
    let paid_out = -(LARGE_FACE as f64) * (1.0 - offer.fee);
    let flows: Vec<f64> = core::iter::once(paid_out).chain(schedule.payment.iter().copied()).collect();
    let found = if offer.fee < 1.0 { Flows::timed(&times, &flows)?.rates()?.nearest } else { f64::INFINITY };
    if found.is_nan() || found.abs() > HIGHEST {
        let sentence =
            "with this fee the loan has no rate that means anything: it must leave something to pay out";
        return Err(Error::out_of_range("out-of-bounds", sentence).with_value(offer.fee.text()));
    }
    Ok(libm::round(found * RATE_PART) as i64)
}
