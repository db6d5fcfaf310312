//! The general equation of Regulation Z: compound for full unit-periods, simple for the fraction of one.

use super::super::Flows;
use super::super::rates::no_rate;
use super::unit_period::Place;
use crate::error::Error;

/// An amount and where it lies.
#[derive(Clone, Copy, Debug)]
pub(super) struct Placed {
    pub(super) amount: f64,
    pub(super) at: Place,
}

/// The rate of a unit-period that is nearest to zero, and how many there are.
///
/// `Σ Aₖ / ((1 + eₖ·i)·(1 + i)^qₖ) = Σ Pⱼ / ((1 + fⱼ·i)·(1 + i)^tⱼ)`
///
/// With one change of sign there is one rate, found by Newton's method in a bracket on the logarithm of what comes in
/// over what goes out. With more, all rates of the equation with compound fractions are found first, and each is
/// followed to the one of this equation that is near it.
///
/// Source: 12 CFR 1026, appendix J, (b)(8).
///
/// # Errors
/// `NoConvergence`, `no-rate`, when no rate above −1 satisfies it.
pub(super) fn rate(placed: &[Placed]) -> Result<(f64, usize), Error> {
    let periods = |placed: &Placed| placed.at.full + placed.at.fraction;
    let longest = placed.iter().map(periods).fold(0.0, f64::max);
    let later = placed.iter().skip(1);
    let changes = placed.iter().zip(later).filter(|(a, b)| (a.amount > 0.0) != (b.amount > 0.0)).count();
    if changes == 1 {
        let exponent = between(placed, (-700.0 / longest).max(LOWEST), HIGHEST);
        return exponent.map(|y| (libm::expm1(y), 1)).ok_or_else(no_rate);
    }
    let scale = (10_000.0 / longest).min(1.0);
    let times: Vec<f64> = placed.iter().map(|placed| periods(placed) * scale).collect();
    let amounts: Vec<f64> = placed.iter().map(|placed| placed.amount).collect();
    let found = Flows::timed(&times, &amounts)?.rates()?;
    let mut nearest: Option<f64> = None;
    let mut count = 0;
    for near in found.all {
        let Some(rate) = followed(placed, libm::log1p(near) * scale) else { continue };
        count += 1;
        if nearest.is_none_or(|known| rate.abs() < known.abs()) {
            nearest = Some(rate);
        }
    }
    nearest.map(|rate| (rate, count)).ok_or_else(no_rate)
}

/// Bounds of ln(1 + i): what 64-bit floats can tell from −1, and their largest.
const LOWEST: f64 = -36.7;
const HIGHEST: f64 = 700.0;
/// Bisection alone needs about seventy.
const MOST_STEPS: usize = 200;

/// Newton's method in a bracket, with bisection wherever it leaves it: what it finds lies within. None when the ends have the same sign.
fn between(placed: &[Placed], mut low: f64, mut high: f64) -> Option<f64> {
    let rises = height(placed, high).0 > 0.0;
    if (height(placed, low).0 > 0.0) == rises {
        return None;
    }
    let (mut y, mut last_step) = (0.0, f64::INFINITY);
    for _ in 0..MOST_STEPS {
        let (value, slope) = height(placed, y);
        if value == 0.0 {
            break;
        }
        if (value > 0.0) == rises {
            high = y;
        } else {
            low = y;
        }
        let mut step = -value / slope;
        // Once rounding is all that is left, steps no longer shrink.
        if step.abs() <= f64::EPSILON * y.abs() || (value.abs() < 1e-11 && step.abs() >= 0.5 * last_step) {
            break;
        }
        if !(low < y + step && y + step < high) {
            step = 0.5 * (low + high) - y;
        }
        last_step = step.abs();
        y += step;
    }
    Some(y)
}

/// Newton's method without a bracket: the root must be near.
fn followed(placed: &[Placed], start: f64) -> Option<f64> {
    let mut y = start;
    for _ in 0..50 {
        let (value, slope) = height(placed, y);
        let step = value / slope;
        if value == 0.0 || step.abs() <= 4.0 * f64::EPSILON * y.abs() {
            return Some(libm::expm1(y));
        }
        y -= step;
        if !y.is_finite() || (y - start).abs() > 1.0 {
            return None;
        }
    }
    (height(placed, y).0.abs() < 1e-11).then(|| libm::expm1(y))
}

/// `ln(in / out)` at `y = ln(1 + i)`, and its slope.
fn height(placed: &[Placed], y: f64) -> (f64, f64) {
    #[cfg(test)]
    tests::EVALUATIONS.set(tests::EVALUATIONS.get() + 1);
    let (growth, rate) = (libm::exp(y), libm::expm1(y));
    let [mut inflow, mut outflow, mut inflow_time, mut outflow_time] = [0.0; 4];
    for Placed { amount, at } in placed {
        let simple = 1.0 + at.fraction * rate;
        let size = amount.abs() * libm::exp(-y * at.full) / simple;
        let time = size * (at.full + at.fraction * growth / simple);
        if *amount > 0.0 {
            inflow += size;
            inflow_time += time;
        } else {
            outflow += size;
            outflow_time += time;
        }
    }
    let difference = inflow - outflow;
    let value = if difference.abs() < 0.5 * outflow {
        libm::log1p(difference / outflow)
    } else {
        libm::log(inflow / outflow)
    };
    (value, outflow_time / outflow - inflow_time / inflow)
}

#[cfg(test)]
mod tests {
    use super::*;

    std::thread_local! {
        /// Evaluations of the equation, counted.
        pub(super) static EVALUATIONS: core::cell::Cell<usize> = const { core::cell::Cell::new(0) };
    }

    /// What an amount of one is worth at the rate of a unit-period: the definition, (b)(8).
    fn worth(full: f64, fraction: f64, rate: f64) -> f64 {
        libm::pow(1.0 + rate, -full) / (1.0 + fraction * rate)
    }

    fn placed(amount: f64, full: f64, fraction: f64) -> Placed {
        Placed { amount, at: Place { full, fraction } }
    }

    /// Payments of one each at such places, and the advance that they repay at a rate.
    fn repaid(places: &[(f64, f64)], at_rate: f64) -> Vec<Placed> {
        let payments = places.iter().map(|(full, fraction)| placed(-1.0, *full, *fraction));
        let advance = places.iter().map(|(full, fraction)| worth(*full, *fraction, at_rate)).sum();
        [placed(advance, 0.0, 0.0)].into_iter().chain(payments).collect()
    }

    /// A payment, and two others at such places, so that all are worth nothing at both rates.
    fn with_two(first: (f64, f64), last: (f64, f64), rates: (f64, f64)) -> Vec<Placed> {
        let of = |place: (f64, f64), rate| worth(place.0, place.1, rate);
        let (a, b) = (of(first, rates.0), of(last, rates.0));
        let (c, d) = (of(first, rates.1), of(last, rates.1));
        let determinant = a * d - b * c;
        let (one, other) = (100.0 * (d - b) / determinant, 100.0 * (a - c) / determinant);
        vec![placed(-100.0, 0.0, 0.0), placed(one, first.0, first.1), placed(other, last.0, last.1)]
    }

    #[test]
    fn the_rate_that_is_built_in_is_found_without_much_work() {
        EVALUATIONS.set(0);
        let level: Vec<_> = (1..=24).map(|full| (f64::from(full), 0.0)).collect();
        let odd: Vec<_> = (0..24).map(|full| (f64::from(full), 17.0 / 30.0)).collect();
        let long: Vec<_> = (1..=360).map(|full| (f64::from(full), 0.5)).collect();
        let short = vec![(0.0, 0.3), (0.0, 0.6), (1.0, 0.25)];
        let soon = vec![(0.0, 0.3), (0.0, 0.6)];
        for places in [level, odd, long, short, soon] {
            for rate in [
                -0.999_999_999,
                -0.999_999,
                -0.999,
                -0.97,
                -0.6,
                -0.2,
                -0.01,
                -1e-5,
                1e-9,
                1e-4,
                0.007,
                0.03,
                0.4,
                1.0,
                6.0,
                50.0,
                1e4,
                1e9,
            ] {
                let flows = repaid(&places, rate);
                if !flows[0].amount.is_finite() {
                    continue;
                }
                let (found, count) = super::rate(&flows).unwrap();
                assert!((found - rate).abs() <= 1e-15 * (1.0 + rate.abs()) && count == 1, "{rate}: {found}");
            }
        }
        // They may only become fewer.
        assert!(EVALUATIONS.get() <= 666, "{}", EVALUATIONS.get());
    }

    #[test]
    fn of_two_rates_the_nearer_to_zero_is_told() {
        EVALUATIONS.set(0);
        for (first, last, rates, tolerance) in [
            ((1.0, 0.0), (2.0, 0.0), (0.1, 0.2), 2e-15),
            ((3.0, 0.4), (9.0, 0.7), (0.05, 0.2), 2e-15),
            ((3.0, 0.4), (9.0, 0.7), (-0.05, 0.2), 2e-15),
            ((3.0, 0.4), (9.0, 0.7), (-0.2, 0.05), 2e-15),
            ((0.0, 0.9), (4.0, 0.5), (-0.3, 0.6), 2e-15),
            // Beyond 10,000 unit-periods.
            ((9_000.0, 0.5), (20_000.0, 0.3), (1e-4, 3e-4), 2e-17),
            ((9_000.0, 0.5), (20_000.0, 0.3), (-1e-4, 3e-4), 2e-17),
        ] {
            let (found, count) = super::rate(&with_two(first, last, rates)).unwrap();
            let nearest = if rates.0.abs() < rates.1.abs() { rates.0 } else { rates.1 };
            assert!((found - nearest).abs() <= tolerance && count == 2, "{rates:?}: {found}, {count}");
        }
        assert!(EVALUATIONS.get() <= 45, "{}", EVALUATIONS.get());
        // Two payments of one sign in the middle: signs change twice, and do not once.
        let mut flows = with_two((2.0, 0.0), (5.0, 0.0), (0.1, 0.2));
        flows[1].amount *= 0.5;
        flows.insert(1, flows[1]);
        let (found, count) = super::rate(&flows).unwrap();
        assert!((found - 0.1).abs() < 1e-13 && count == 2, "{found} {count}");
    }
}
