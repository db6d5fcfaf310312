use crate::calendar::{DayCount, Frequency};
use crate::cash_flow::Flows;
use crate::error::Error;
use crate::values::Date;

/// The effective rate a year of a loan's payments as they are made: XIRR on ACT/365F of what is paid out on `start`
/// against the payments on their dates.
///
/// `B = Σ Pₖ / (1 + r)^(dₖ / 365)`
///
/// - `B` `principal`, `Pₖ` `payments`, in any one unit
/// - `dₖ` days from `start` to payment k
///
/// With regular payments none of which is negative there is one rate, and it is near the nominal one: two or three
/// steps of Newton's method on `ln(Σ Pₖ·w / B)` find it, without the search of [`Flows::rates`]. Otherwise that
/// search is made.
///
/// # Errors
/// As [`Flows::rates`].
pub(super) fn effective_rate(loan: &Paid<'_>, nominal: f64, frequency: Frequency) -> Result<f64, Error> {
    let per_year = f64::from(frequency.per_year());
    let guess = per_year * libm::log1p(nominal / per_year) / DAYS;
    match near(loan, guess, frequency) {
        Some(exponent) => Ok(libm::expm1(exponent * DAYS)),
        None => {
            let days: Vec<i32> =
                core::iter::once(loan.start.days()).chain(loan.dates.iter().copied()).collect();
            let paid_out = core::iter::once(loan.principal);
            let amounts: Vec<f64> = paid_out.chain(loan.payments.iter().map(|payment| -payment)).collect();
            Ok(Flows::dated(&days, &amounts, DayCount::Act365F)?.rates()?.nearest)
        }
    }
}

/// What is paid out, and what comes back when.
pub(super) struct Paid<'a> {
    pub(super) principal: f64,
    pub(super) start: Date,
    pub(super) dates: &'a [i32],
    pub(super) payments: &'a [f64],
}

/// Days in a year of ACT/365F.
const DAYS: f64 = 365.0;

/// The continuous rate a day, found from one that is near it. None when it is not near, or not the only one.
fn near(loan: &Paid<'_>, guess: f64, frequency: Frequency) -> Option<f64> {
    let start = loan.start.days();
    let span = f64::from(loan.dates.last()? - start);
    if loan.payments.iter().any(|payment| *payment < 0.0) {
        return None;
    }
    // Of a frequency, the shortest and the longest period are at most six days apart (28 to 31, 365 and 366): eight
    // lengths from here on hold them all.
    let shortest = 365 / frequency.per_year() as i32 - 3;
    let mut v = guess;
    for _ in 0..5 {
        let mut factors = [0.0; 8];
        for (days, factor) in (shortest..).zip(&mut factors) {
            *factor = libm::exp(-v * f64::from(days));
        }
        let (mut before, mut weight, mut value, mut weighted) = (start, 1.0, 0.0, 0.0);
        for (date, payment) in loan.dates.iter().zip(loan.payments) {
            weight *= factors.get((date - before - shortest) as usize)?;
            before = *date;
            let part = payment * weight;
            value += part;
            weighted += part * f64::from(date - start);
        }
        let step = libm::log(value / loan.principal) * value / weighted;
        v += step;
        if step.abs() * span < 1e-7 {
            return Some(v);
        }
        if !step.is_finite() {
            return None;
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_short_way_gives_what_the_search_gives() {
        for start in ["2026-01-31", "2027-11-30", "2024-02-29", "2026-06-15"] {
            let start = Date::parse(start).unwrap();
            for frequency in Frequency::ALL {
                for (count, part, nominal) in [
                    (1, 1.05, 0.05),
                    (40, 0.04, 0.3),
                    (100, 0.0125, 0.02),
                    (60, 1.0 / 60.0, 0.0),
                    (3, 9.0, 10.0),
                ] {
                    let dates = frequency.dates_after(start, count).unwrap();
                    let payments = vec![1e6 * part; dates.len()];
                    let loan = Paid { principal: 1e6, start, dates: &dates, payments: &payments };
                    let days: Vec<i32> = [start.days()].into_iter().chain(dates.iter().copied()).collect();
                    let amounts: Vec<f64> = [-1e6].into_iter().chain(payments.iter().copied()).collect();
                    let searched =
                        Flows::dated(&days, &amounts, DayCount::Act365F).unwrap().rates().unwrap().nearest;
                    let found = effective_rate(&loan, nominal, *frequency).unwrap();
                    assert!((found - searched).abs() <= 1e-13 * (1.0 + searched.abs()), "{found} {searched}");
                }
            }
        }
    }
}
