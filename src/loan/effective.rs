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
    match near(loan, guess(nominal, frequency), frequency) {
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

/// The continuous rate a day that a nominal rate would be without anything else: `m·ln(1 + j/m)` over the days of a year.
fn guess(nominal: f64, frequency: Frequency) -> f64 {
    let per_year = f64::from(frequency.per_year());
    per_year * libm::log1p(nominal / per_year) / DAYS
}

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

    /// 6 % nominal, monthly, is 1.005¹² − 1 = 6.167781186449956 % effective.
    #[test]
    fn a_nominal_rate_leads_near() {
        let effective = |nominal, frequency| libm::expm1(DAYS * guess(nominal, frequency));
        assert!((effective(0.06, Frequency::Monthly) - 0.061_677_811_864_499_57).abs() < 1e-15);
        assert!((effective(0.06, Frequency::Annual) - 0.06).abs() < 1e-15);
        assert!((effective(-0.06, Frequency::SemiAnnual) + 0.0591).abs() < 1e-15);
    }

    /// Without a search, also where nothing is paid in some periods.
    #[test]
    fn regular_payments_need_no_search() {
        let start = Date::parse("2026-01-31").unwrap();
        for frequency in Frequency::ALL {
            let dates = frequency.dates_after(start, 40).unwrap();
            let days = |date: &i32| f64::from(date - start.days());
            for (exponent, off, empty) in
                [(1e-4, 0.0, 0), (1e-4, 3e-5, 0), (2e-4, -5e-5, 12), (0.0, 4e-5, 3), (-5e-5, 2e-5, 3)]
            {
                let exponent = exponent * 30.0 / (365.0 / f64::from(frequency.per_year()));
                let payments: Vec<f64> = (0..40).map(|at| if at < empty { 0.0 } else { 50.0 }).collect();
                let parts =
                    dates.iter().zip(&payments).map(|(date, part)| part * libm::exp(-exponent * days(date)));
                let loan = Paid { principal: parts.sum(), start, dates: &dates, payments: &payments };
                let found = near(
                    &loan,
                    exponent + off * 30.0 / (365.0 / f64::from(frequency.per_year())),
                    *frequency,
                );
                assert!(
                    found
                        .is_some_and(|found| (found - exponent).abs() * days(dates.last().unwrap()) <= 1e-12),
                    "{frequency:?} {exponent} {found:?}"
                );
            }
            // What is no rate near by is left to the search.
            let payments = vec![-1.0; 40];
            let loan = Paid { principal: 30.0, start, dates: &dates, payments: &payments };
            assert_eq!(near(&loan, 1e-4, *frequency), None);
        }
    }

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
