use super::Flows;
use super::isolate::{join, newton_step, polish, root_between, roots_above_zero};
use crate::error::{Error, ErrorKind};
use crate::numeric::sorted;

/// Every rate of return of some flows.
#[derive(Clone, Debug, PartialEq)]
pub struct Rates {
    /// The one that is nearest to zero; of two as near, the positive one.
    pub nearest: f64,
    /// All that were found, ascending, each above −1.
    pub all: Vec<f64>,
    /// |NPV| at `nearest` over the sum of the sizes of the discounted flows: what is left when the rate is fed back.
    pub residual: f64,
    /// Whether no other rate above −1 exists; false only for so many flows with so many changes of sign that the
    /// search ended before it could exclude more.
    pub complete: bool,
    /// How the rates were found.
    pub method: Method,
}

/// The rung of the ladder on which the rates were found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Method {
    /// Two flows: by formula.
    ClosedForm,
    /// Only one rate is possible: Newton's method in a bracket.
    Newton,
    /// Several are possible: each isolated, then Newton's method in its bracket.
    Isolation,
    /// The flows cancel out at every moment, so that every rate makes their value zero: zero is told.
    AnyRate,
}

/// Rates that a 64-bit float can tell from −1, and its largest: ln(1 + r).
const LOWEST: f64 = -36.7;
const HIGHEST: f64 = 709.7;
/// How much of the flows may be left when a rate is fed back.
const MOST_LEFT: f64 = 1e-11;
/// Evaluations of single flows that a search may use: up to 20 ms natively, and a quote may ask for two searches.
const BUDGET: usize = 1_000_000;

impl Flows {
    /// All annual effective rates of return above −1: the `r` with `Σ Pᵢ / (1 + r)^tᵢ = 0`.
    ///
    /// - `Pᵢ` amount of flow i
    /// - `tᵢ` years to flow i by the day count, or as given
    ///
    /// Two flows have a closed form. Where Descartes' rule or Norstrom's criterion allows one rate only, Newton's
    /// method finds it, in a bracket. Else all are isolated first (`isolate.rs`); a place where the value touches zero
    /// without crossing it is one rate. Each is fed back before it is told. Where every rate fits, because the flows of
    /// every moment add up to nothing, it is 0.
    ///
    /// *Also known as* XIRR for dated flows, IRR for equally spaced ones.
    ///
    /// # Errors
    /// `NotApplicable`, `one-sign`, when nothing is received or nothing is paid. `NoConvergence`: `no-rate` when no
    /// rate above −1 makes the value zero, or only one that is too extreme for a 64-bit float; `search-not-complete` when so many flows with so many changes of sign were given that the search
    /// ended before it found one or excluded all.
    pub fn rates(&self) -> Result<Rates, Error> {
        self.rates_near(0.0)
    }

    /// The rate nearest to zero, where there is one.
    pub fn nearest_rate(&self) -> Option<f64> {
        self.rates().ok().map(|rates| rates.nearest)
    }

    /// As [`Self::rates`], sooner found when `guess` is near the only rate. It decides nothing else.
    ///
    /// # Errors
    /// As [`Self::rates`].
    pub fn rates_near(&self, guess: f64) -> Result<Rates, Error> {
        if !self.both_signs {
            return Err(one_sign());
        }
        let curve = &self.curve;
        match curve.amounts() {
            [] => return Ok(any_rate()),
            [paid, received] => {
                let v = libm::log(-received / paid) / curve.span();
                return if (paid > &0.0) == (received > &0.0) {
                    Err(no_rate())
                } else {
                    self.told(vec![v], true, Method::ClosedForm)
                };
            }
            _ => {}
        }
        let limits = (LOWEST / self.per_year, HIGHEST / self.per_year);
        let possible = curve.sign_changes();
        if possible == 0 {
            return Err(no_rate());
        }
        let (above, below) = if possible == 1 { (1, 0) } else { curve.partial_sign_changes() };
        // Zero itself counts for neither side, so it must not be a rate.
        if below + above == 1 && (possible == 1 || curve.sums(0.0).value != 0.0) {
            let positive_at_low = curve.amounts().last().is_some_and(|amount| *amount > 0.0);
            let start = libm::log1p(guess) / self.per_year;
            let start = if limits.0 < start && start < limits.1 { start } else { 0.0 };
            let v = root_between(curve, limits, positive_at_low, start);
            return self.told(vec![v], true, Method::Newton);
        }
        self.isolated(limits, (above, below), BUDGET.max(64 * curve.len()))
    }

    fn isolated(
        &self,
        limits: (f64, f64),
        (above, below): (usize, usize),
        mut budget: usize,
    ) -> Result<Rates, Error> {
        let curve = &self.curve;
        let mut roots = Vec::new();
        let mut complete = true;
        if below > 0 {
            let (found, all) = roots_above_zero(&curve.reversed(), -limits.0, &mut budget);
            roots.extend(found.iter().map(|v| -v));
            complete &= all;
        }
        let at_zero = curve.sums(0.0);
        if at_zero.value.abs() <= 4.0 * f64::EPSILON * at_zero.size {
            roots.push(if at_zero.value == 0.0 { 0.0 } else { polish(curve, 0.0) });
        }
        if above > 0 {
            let (found, all) = roots_above_zero(curve, limits.1, &mut budget);
            roots.extend(found);
            complete &= all;
        }
        roots = sorted(roots.into_iter().map(|root| (root, 0.0)).collect())
            .into_iter()
            .map(|(root, _)| root)
            .collect();
        join(curve, &mut roots);
        self.told(roots, complete, Method::Isolation)
    }

    /// Turns exponents into rates, feeds the nearest back, and refuses what is no rate.
    fn told(&self, exponents: Vec<f64>, complete: bool, method: Method) -> Result<Rates, Error> {
        let (mut nearest, mut residual) = (f64::INFINITY, f64::INFINITY);
        let mut all = Vec::with_capacity(exponents.len());
        for v in exponents {
            let sums = self.curve.sums(v);
            let left = sums.value.abs() / sums.size;
            // Feeding back tells the next step of Newton's method for nothing.
            let step = newton_step(&sums);
            let v = if step.abs() * self.curve.span() < 1e-6 { v + step } else { v };
            let rate = libm::expm1(v * self.per_year);
            let is_rate = rate > -1.0 && rate.is_finite() && left <= MOST_LEFT;
            if !is_rate {
                continue;
            }
            if rate.abs() < nearest.abs() || (rate.abs() == nearest.abs() && rate > nearest) {
                (nearest, residual) = (rate, left);
            }
            all.push(rate);
        }
        if all.is_empty() {
            return Err(if complete { no_rate() } else { not_complete() });
        }
        Ok(Rates { nearest, all, residual, complete, method })
    }
}

#[cold]
pub(super) fn one_sign() -> Error {
    Error::not_applicable(
        "one-sign",
        "a rate of return needs both: amounts that are received (above zero) and paid (below)",
    )
    .at("amounts")
}

#[cold]
pub(super) fn no_rate() -> Error {
    Error::new(
        ErrorKind::NoConvergence,
        "no-rate",
        "no rate above -100 % makes the value of these flows zero: check their signs and dates",
    )
    .at("amounts")
}

#[cold]
fn not_complete() -> Error {
    Error::new(
        ErrorKind::NoConvergence,
        "search-not-complete",
        "these are too many flows of changing sign to find a rate or to exclude one: add up those of a day, month or year",
    )
    .at("amounts")
}

/// What is told of flows that cancel out.
#[cold]
fn any_rate() -> Rates {
    Rates { nearest: 0.0, all: vec![0.0], residual: 0.0, complete: true, method: Method::AnyRate }
}

#[cfg(test)]
mod tests {
    use super::super::curve::tests::EVALUATIONS;
    use super::*;
    use crate::calendar::DayCount;

    fn yearly(amounts: &[f64]) -> Flows {
        Flows::periodic(amounts).unwrap()
    }

    #[test]
    fn a_side_without_time_claims_nothing_of_the_other() {
        // Rates of 10 % and 20 %, and of −10 % and −20 %.
        for (amounts, sides) in [([-100.0, 230.0, -132.0], (2, 0)), ([-100.0, 170.0, -72.0], (0, 2))] {
            let flows = yearly(&amounts);
            let error = flows.isolated((LOWEST, HIGHEST), sides, 0).unwrap_err();
            assert_eq!(error.reason(), "search-not-complete");
            assert_eq!(flows.isolated((LOWEST, HIGHEST), sides, BUDGET).unwrap().all.len(), 2);
        }
    }

    /// The rungs of the ladder, and evaluations, counted: they may only become fewer.
    #[test]
    fn a_rate_takes_few_evaluations() {
        let count = |rates: &dyn Fn() -> Result<Rates, Error>| {
            EVALUATIONS.set(0);
            let method = rates().unwrap().method;
            (method, EVALUATIONS.get())
        };
        for (amounts, method, most) in [
            (&[-100.0, 110.0][..], Method::ClosedForm, 1),
            (&[-100.0, 60.0, 60.0], Method::Newton, 5),
            // One change of sign, and a rate of zero.
            (&[-100.0, 60.0, 40.0], Method::Newton, 2),
            (&[-100.0, 230.0, -132.0], Method::Isolation, 25),
            (&[-100.0, 170.0, -72.0], Method::Isolation, 26),
            (&[-100.0, 230.0, -130.0], Method::Isolation, 18),
            (&[-100.0, 200.0, -100.0], Method::Isolation, 10),
        ] {
            let flows = yearly(amounts);
            let (by, evaluations) = count(&|| flows.rates());
            assert!(by == method && evaluations <= most, "{amounts:?}: {by:?}, {evaluations}");
        }
        // A guess helps, one that is no rate doesn't.
        let days: Vec<i32> = (0..=60).map(|month| 30 * month).collect();
        let mut amounts = vec![20.0; days.len()];
        amounts[0] = -700.0;
        let flows = Flows::dated(&days, &amounts, DayCount::Act365F).unwrap();
        let known = flows.rates().unwrap().nearest;
        for (guess, most) in [(0.0, 6), (known, 2), (0.25, 4), (-1.0, 6), (f64::INFINITY, 6)] {
            let (by, evaluations) = count(&|| flows.rates_near(guess));
            assert!(by == Method::Newton && evaluations <= most, "{guess}: {evaluations}");
        }
    }

    /// Halving a bracket ends with its last float, not with the last of all floats.
    #[test]
    fn a_rate_beyond_the_floats_takes_few_evaluations() {
        let flows = yearly(&[-1e40, 1.0, 1.0]);
        EVALUATIONS.set(0);
        assert_eq!(flows.rates().unwrap_err().reason(), "no-rate");
        assert!(EVALUATIONS.get() <= 70, "{}", EVALUATIONS.get());
    }

    /// (u − 1 − r)·(u − 1 + r) with u = 1 + rate: r and −r, where both are found to the last bit, in whatever order.
    #[test]
    fn of_two_rates_as_near_the_positive_one_is_told() {
        for r in [1.0, 3.0, 5.0, 7.0].map(|k| k / 2048.0) {
            let flows = yearly(&[1.0, -2.0, 1.0 - r * r]);
            let (low, high) = (libm::log1p(-r), libm::log1p(r));
            for exponents in [vec![low, high], vec![high, low]] {
                let told = flows.told(exponents, true, Method::Isolation).unwrap();
                assert_eq!(told.all.iter().sum::<f64>(), 0.0, "{told:?}");
                assert!(told.nearest > 0.0 && told.all.len() == 2, "{told:?}");
            }
        }
    }

    #[test]
    fn a_rate_that_is_told_is_a_step_better_than_its_exponent() {
        let flows = yearly(&[-100.0, 10.0, 110.0]);
        for off in [-4e-12, 4e-12] {
            let told = flows.told(vec![libm::log1p(0.1) + off], true, Method::Newton).unwrap();
            assert!((told.nearest - 0.1).abs() <= 3e-16 && told.residual > 1e-12, "{told:?}");
        }
        // What leaves more than 10⁻¹¹ of the flows is no rate.
        assert_eq!(flows.told(vec![0.2], true, Method::Newton).unwrap_err().reason(), "no-rate");
    }

    #[test]
    fn a_search_without_time_claims_nothing() {
        let search = |amounts: &[f64], budget| {
            let times: Vec<f64> = (0..amounts.len()).map(|year| year as f64).collect();
            let flows = Flows::timed(&times, amounts).unwrap();
            flows.isolated((LOWEST, HIGHEST), (2, 2), budget)
        };
        let none = [1000.0, -2001.0, 1001.5];
        assert_eq!(search(&none, BUDGET).unwrap_err().reason(), "no-rate");
        let error = search(&none, 0).unwrap_err();
        assert_eq!((error.kind(), error.reason()), (ErrorKind::NoConvergence, "search-not-complete"));
        assert!(search(&[-100.0, 230.0, -132.0], BUDGET).unwrap().complete);
    }
}
