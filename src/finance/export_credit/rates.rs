//! The rates of a run: effective by XIRR, nominal as the contract counts.

use super::deal::Day;
use crate::calendar::{DayCount, Frequency};
use crate::cash_flow::Flows;
use crate::error::{Error, ErrorKind};
use crate::loan::Periods;
use crate::numeric;

/// The effective rate a year: XIRR, ACT/365F, over what the borrower draws and pays.
///
/// # Errors
/// `NoConvergence` when there is no such rate.
pub(super) fn effective(days: &[Day]) -> Result<f64, Error> {
    let dates: Vec<i32> = days.iter().map(|day| day.date).collect();
    let amounts: Vec<f64> = days.iter().map(|day| day.net() as f64).collect();
    // The caller gave no amounts of its own, so no field of its request can be named.
    let rates = Flows::dated(&dates, &amounts, DayCount::Act365F).and_then(|flows| flows.rates());
    rates.map(|rates| on_grid(rates.nearest)).map_err(|error| error.moved(""))
}

/// The rate `n` at which a loan with no other cost would have the same flows:
///
/// `Bᵢ = Bᵢ₋₁·(1 + n·τᵢ) + Σ Fⱼ·(1 + n·τⱼ)`, `B` zero at the end
///
/// - `F` what the borrower draws (positive) or pays on a day, `τⱼ` from that day to its period's end
/// - `τᵢ` the period, both as the contract's day count has them: simple within a period, compounded at its end
///
/// So a deal without premium and fees gives the contract's rate itself.
///
/// Where several rates do (a deposit that is returned can make that), the one nearest to the effective rate.
///
/// # Errors
/// `NoConvergence` when there is no such rate.
pub(super) fn nominal(
    days: &[Day],
    periods: &Periods,
    effective: f64,
    frequency: Frequency,
) -> Result<f64, Error> {
    let basis = f64::from(periods.basis);
    let scale = days.iter().map(|day| day.net().unsigned_abs()).sum::<u64>().max(1) as f64;
    // Periods, each followed by its days: what is paid (of a period nothing), and years to the end of the period.
    let mut rows: Vec<(bool, f64, f64)> = Vec::with_capacity(periods.days.len() + days.len());
    let mut rest = days.iter().peekable();
    for (at, length) in periods.days.iter().enumerate() {
        rows.push((true, 0.0, f64::from(*length) / basis));
        while let Some(day) = rest.next_if(|day| day.period == at) {
            rows.push((false, day.net() as f64, f64::from(day.days_left) / basis));
        }
    }
    let owed_at_end = |rate: f64| {
        let (mut owed, mut slope) = (0.0, 0.0);
        for &(is_period, net, years) in &rows {
            let growth = 1.0 + rate * years;
            if is_period {
                slope = slope * growth + owed * years;
                owed *= growth;
            } else {
                owed += net * growth;
                slope += net * years;
            }
        }
        (owed / scale, slope / scale)
    };
    // The same by compounding; what differs is only how the days are counted.
    let near = frequency.nominal_rate(effective);
    let (low, high) =
        numeric::widen(|rate| owed_at_end(rate).0, near, 1e-4 + near.abs() / 64.0, -0.99, 100.0)
            .ok_or_else(no_rate)?;
    numeric::newton(owed_at_end, low, high, near).map(on_grid)
}

#[cold]
fn no_rate() -> Error {
    Error::new(ErrorKind::NoConvergence, "no-rate", "no rate makes what is drawn and what is paid equal")
}

/// To the nearest multiple of 2⁻⁴⁰ (a millionth of a millionth), so that differences of rates are exact in `f64`
/// and the components sum to the answer to the last bit.
fn on_grid(rate: f64) -> f64 {
    const GRID: f64 = (1_u64 << 40) as f64;
    (rate * GRID).round() / GRID
}
