//! What may happen, many times over: demand, currency, duties and the closing of the market by chance.

use rust_decimal::Decimal;

use super::programme::{Scenario, exact};
use super::quote::{RouteOutlook, RouteSimulationQuote};
use super::request::RouteSimulation;
use super::shocks::foreign_needed;
use super::ways::Ways;
use crate::document::{Column, Text};
use crate::error::Error;
use crate::finance::PlannedPlant;
use crate::numeric::Random;
use crate::values::{Rate, to_f64, within};

/// Paths of one quote, and of all that belong together.
const MOST_PATHS: u32 = 100_000;
const MOST_IN_ALL: u32 = 1_000_000;

/// What is drawn for one path: levels of demand and currency at the end of each year, the first year with new duties, and
/// that in which the market is closed.
struct Path {
    demand: Vec<f64>,
    currency: Vec<f64>,
    duty: Option<usize>,
    closed: Option<usize>,
}

/// The state after a year: demand, currency, whether duties have changed, whether the market is open.
const STATE: usize = 4;

/// The numbers that one path leaves.
struct Layout {
    ways: usize,
    waiting: bool,
}

impl Layout {
    const fn width(&self) -> usize {
        if self.waiting { 2 * self.ways + STATE } else { self.ways }
    }

    /// The ways' values when the programme begins today.
    fn today<'p>(&self, path: &'p [f64]) -> &'p [f64] {
        path.get(..self.ways).unwrap_or_default()
    }

    fn state<'p>(&self, path: &'p [f64]) -> &'p [f64] {
        path.get(self.ways..self.ways + STATE).unwrap_or_default()
    }

    /// The ways' values when it begins a year later, as they are then.
    fn later<'p>(&self, path: &'p [f64]) -> &'p [f64] {
        path.get(self.ways + STATE..).unwrap_or_default()
    }
}

impl Ways<'_> {
    /// Draws paths and tells how the ways fare.
    ///
    /// - demand: `D_t = D_{t−1}·exp(σ·ε − σ²/2)`, the currency likewise with a correlated `ε`; duties on built-up vehicles change
    ///   once and for good, the market is closed once, each with its probability in every year
    /// - each path is priced as the plan is, with its debt; nothing is decided again underway
    /// - waiting: the same programme a year later, on the same path. Its value given what is seen after a year is found by
    ///   least squares on demand, currency and duties then (Longstaff, Schwartz, Valuing American Options by Simulation, 2001);
    ///   the way that looks best is taken, or none, and what it really brings on the path counts
    ///
    /// The same seed gives the same paths, whoever draws them and in how many parts.
    ///
    /// # Errors
    /// `OutOfRange`, `out-of-bounds`; `InvalidInput`: `foreign-needed`, `required`, `unequal-lengths`; as the products.
    pub fn simulate(
        &self,
        terms: &RouteSimulation,
        planned: &[Option<PlannedPlant<'_>>],
    ) -> Result<RouteSimulationQuote, Error> {
        let layout = Layout { ways: self.all.len(), waiting: terms.waiting };
        self.check(terms, &layout)?;
        let unit_then = match (terms.duty_then, self.export()) {
            (Some(duty), Some(export)) => Some(export.unit_at(&self.programme, self.market, duty.get())?),
            _ => None,
        };
        let mut drawn = Vec::with_capacity(layout.width() * terms.paths as usize);
        for path in terms.first_path..terms.first_path + terms.paths {
            let path = self.draw(terms, path);
            let today = self.scenario(&path, 0);
            for (way, plan) in self.all.iter().zip(planned) {
                drawn.push(self.value(way, &today, plan.as_ref(), unit_then)?);
            }
            if !terms.waiting {
                continue;
            }
            let open = path.closed != Some(1);
            let level = |levels: &[f64]| levels.first().copied().unwrap_or(1.0);
            let changed = path.duty == Some(1);
            drawn.extend([level(&path.demand), level(&path.currency), f64::from(changed), f64::from(open)]);
            let later = self.scenario(&path, 1);
            for (way, plan) in self.all.iter().zip(planned) {
                let value = if open { self.value(way, &later, plan.as_ref(), unit_then)? } else { 0.0 };
                drawn.push(value);
            }
        }
        let earlier = terms.drawn.as_ref().map_or(&[][..], |earlier| &earlier.0);
        let all: Vec<&[f64]> =
            earlier.chunks_exact(layout.width()).chain(drawn.chunks_exact(layout.width())).collect();
        let mut quote = self.outlook(terms, &layout, &all);
        quote.drawn = Column(drawn);
        Ok(quote)
    }

    fn check(&self, terms: &RouteSimulation, layout: &Layout) -> Result<(), Error> {
        within(terms.paths, 0, MOST_PATHS, "simulation.paths")?;
        within(terms.first_path, 0, MOST_IN_ALL - MOST_PATHS, "simulation.firstPath")?;
        let expected = layout.width() * terms.first_path as usize;
        if let Some(earlier) = terms.drawn.as_ref().filter(|earlier| earlier.0.len() != expected) {
            let sentence = "give what the earlier paths left, as many numbers as they drew";
            return Err(Error::invalid("unequal-lengths", sentence)
                .at("simulation.drawn")
                .with_value(earlier.0.len().text()));
        }
        if terms.paths == 0 && terms.drawn.as_ref().is_none_or(|earlier| earlier.0.is_empty()) {
            let sentence = "at least one path must be drawn";
            return Err(Error::out_of_range("out-of-bounds", sentence)
                .detail("bounds", "1 to 100000")
                .at("simulation.paths"));
        }
        let bounds = |field: &str, bounds: &'static str, value: String| {
            Error::out_of_range("out-of-bounds", ["this must be ", bounds].concat())
                .detail("bounds", bounds)
                .at(["simulation.", field].concat())
                .with_value(value)
        };
        for (volatility, field) in
            [(terms.demand_volatility, "demandVolatility"), (terms.currency_volatility, "currencyVolatility")]
        {
            if !(0.0..=2.0).contains(&volatility.as_f64()) {
                return Err(bounds(field, "0 to 2", volatility.text()));
            }
        }
        if terms.correlation.abs() > Decimal::ONE {
            return Err(bounds("correlation", "-1 to 1", terms.correlation.text()));
        }
        if !(terms.tail.as_f64() > 0.0 && terms.tail.as_f64() < 0.5) {
            return Err(bounds("tail", "above 0, below 0.5", terms.tail.text()));
        }
        if terms.currency_volatility != Rate::ZERO && self.programme.request.foreign.is_none() {
            return Err(foreign_needed("simulation.currencyVolatility"));
        }
        match terms.duty_then {
            None if terms.duty_probability.as_f64() > 0.0 => {
                let sentence = "duties may change: say what they are then";
                Err(Error::invalid("required", sentence).at("simulation.dutyThen"))
            }
            Some(duty) if duty.as_f64() < 0.0 => Err(bounds("dutyThen", "0 to 10", duty.text())),
            _ => Ok(()),
        }
    }

    fn draw(&self, terms: &RouteSimulation, path: u32) -> Path {
        let mut random = Random::of_path(terms.seed, path);
        let years = self.programme.years + 1;
        let (demand, currency) = (terms.demand_volatility.as_f64(), terms.currency_volatility.as_f64());
        let together = to_f64(terms.correlation);
        let apart = libm::sqrt((1.0 - together * together).max(0.0));
        let mut levels = (0.0, 0.0);
        let mut drawn = Path {
            demand: Vec::with_capacity(years),
            currency: Vec::with_capacity(years),
            duty: None,
            closed: None,
        };
        for year in 1..=years {
            let [one, other] = random.normals();
            levels.0 += demand * one - 0.5 * demand * demand;
            levels.1 += currency * (together * one + apart * other) - 0.5 * currency * currency;
            drawn.demand.push(libm::exp(levels.0));
            drawn.currency.push(libm::exp(levels.1));
            let happens = [
                random.fraction() < terms.duty_probability.as_f64(),
                random.fraction() < terms.closure_probability.as_f64(),
            ];
            for (happens, first) in happens.into_iter().zip([&mut drawn.duty, &mut drawn.closed]) {
                if happens && first.is_none() {
                    *first = Some(year);
                }
            }
        }
        drawn
    }

    /// The path as the programme meets it when it begins so many years from today.
    fn scenario(&self, path: &Path, wait: usize) -> Scenario {
        let years = self.programme.years;
        let exactly = |levels: &[f64]| -> Vec<Decimal> {
            levels.iter().skip(wait).take(years).map(|level| exact(*level)).collect()
        };
        let mut currency = Vec::new();
        if self.programme.request.foreign.is_some() {
            let before = wait.checked_sub(1).and_then(|at| path.currency.get(at)).copied().unwrap_or(1.0);
            currency.push(exact(before));
            currency.extend(exactly(&path.currency));
        }
        let shifted = |year: Option<usize>| year.filter(|year| *year <= years + wait);
        Scenario {
            demand: exactly(&path.demand),
            currency,
            duty_then_from: shifted(path.duty).map(|year| year.saturating_sub(wait)),
            closed: shifted(path.closed).map(|year| year.saturating_sub(wait).max(1)),
            ..Scenario::default()
        }
    }

    fn outlook(&self, terms: &RouteSimulation, layout: &Layout, all: &[&[f64]]) -> RouteSimulationQuote {
        let count = all.len() as f64;
        let mut best = vec![0_u32; layout.ways];
        let mut none = 0_u32;
        for path in all {
            match self.best_of(layout.today(path).iter().copied()) {
                Some(at) => best.iter_mut().skip(at).take(1).for_each(|wins| *wins += 1),
                None => none += 1,
            }
        }
        let tail = terms.tail.as_f64();
        let mut value_today = 0.0_f64;
        let mut routes = Vec::with_capacity(layout.ways);
        for (at, (way, wins)) in self.all.iter().zip(best).enumerate() {
            let mut values: Vec<f64> =
                all.iter().filter_map(|path| layout.today(path).get(at)).copied().collect();
            let mean = values.iter().sum::<f64>() / count;
            let spread = values.iter().map(|value| (value - mean) * (value - mean)).sum::<f64>();
            values.sort_unstable_by(f64::total_cmp);
            let losses = values.partition_point(|value| *value < 0.0);
            let worst = (libm::ceil(tail * count) as usize).max(1);
            if !way.is_prohibited() {
                value_today = value_today.max(mean);
            }
            routes.push(RouteOutlook {
                route: way.name,
                expected_shortfall: self.money(values.iter().take(worst).sum::<f64>() / worst as f64),
                low: self.money(quantile(&values, tail)),
                median: self.money(quantile(&values, 0.5)),
                high: self.money(quantile(&values, 1.0 - tail)),
                mean: self.money(mean),
                standard_error: self.money(libm::sqrt(spread / (count - 1.0).max(1.0) / count)),
                loss_probability: losses as f64 / count,
                best_probability: f64::from(wins) / count,
            });
        }
        let waiting = terms.waiting.then(|| self.waiting(layout, all));
        RouteSimulationQuote {
            paths: all.len() as u32,
            routes,
            none_best: f64::from(none) / count,
            value_today: self.money(value_today),
            value_of_waiting: waiting.map(|value| self.money(value)),
            waiting_adds: waiting.map(|value| self.money(value - value_today)),
            drawn: Column(Vec::new()),
        }
    }

    /// The place of the way with the largest value above nothing; one that is barred is never the best.
    fn best_of(&self, values: impl Iterator<Item = f64>) -> Option<usize> {
        let mut best = None;
        let mut most = 0.0;
        for (at, (way, value)) in self.all.iter().zip(values).enumerate() {
            if value > most && !way.is_prohibited() {
                (best, most) = (Some(at), value);
            }
        }
        best
    }

    /// What it is worth today to decide in a year.
    fn waiting(&self, layout: &Layout, all: &[&[f64]]) -> f64 {
        let open: Vec<(&[f64], &[f64])> = all
            .iter()
            .map(|path| (layout.state(path), layout.later(path)))
            .filter(|(state, _)| state.last() == Some(&1.0))
            .collect();
        let fits: Vec<[f64; BASIS]> = (0..layout.ways)
            .map(|at| {
                least_squares(
                    open.iter().map(|(state, values)| (basis(state), values.get(at).copied().unwrap_or(0.0))),
                )
            })
            .collect();
        let mut sum = 0.0;
        for (state, values) in &open {
            let known = basis(state);
            let expected =
                fits.iter().map(|fit| fit.iter().zip(known).map(|(weight, term)| weight * term).sum());
            if let Some(at) = self.best_of(expected) {
                sum += values.get(at).copied().unwrap_or(0.0);
            }
        }
        sum / all.len() as f64 / (1.0 + self.programme.rate.as_f64())
    }
}

/// The value that so large a part of the sorted ones does not pass, between neighbours in proportion.
fn quantile(sorted: &[f64], part: f64) -> f64 {
    let place = part * (sorted.len().max(1) - 1) as f64;
    let at = libm::floor(place) as usize;
    let of = |at: usize| sorted.get(at).or(sorted.last()).copied().unwrap_or(0.0);
    of(at) + (of(at + 1) - of(at)) * (place - at as f64)
}

/// How many terms the expected value after a year has.
const BASIS: usize = 8;

fn basis(state: &[f64]) -> [f64; BASIS] {
    let of = |at: usize| state.get(at).copied().unwrap_or(0.0);
    let (demand, currency, duty) = (of(0), of(1), of(2));
    [1.0, demand, demand * demand, currency, currency * currency, demand * currency, duty, duty * demand]
}

/// Weights of the terms that come nearest to the values, by the normal equations; a term that tells nothing new has none.
fn least_squares(points: impl Iterator<Item = ([f64; BASIS], f64)>) -> [f64; BASIS] {
    let mut normal = [[0.0; BASIS + 1]; BASIS];
    for (terms, value) in points {
        for (row, term) in normal.iter_mut().zip(terms) {
            for (cell, other) in row.iter_mut().zip(terms.iter().chain([&value])) {
                *cell += term * other;
            }
        }
    }
    let scale: Vec<f64> = normal.iter().enumerate().filter_map(|(at, row)| row.get(at)).copied().collect();
    let mut weights = [0.0; BASIS];
    let mut used = [false; BASIS];
    for at in 0..BASIS {
        let Some(row) = normal.get(at).copied() else { continue };
        let (Some(pivot), Some(size)) = (row.get(at).copied(), scale.get(at)) else { continue };
        // What is left of a term that others already tell is rounding.
        if pivot <= 1e-9 * size {
            continue;
        }
        if let Some(used) = used.get_mut(at) {
            *used = true;
        }
        for (other, below) in normal.iter_mut().enumerate() {
            if other == at {
                continue;
            }
            let factor = below.get(at).copied().unwrap_or(0.0) / pivot;
            for (cell, mine) in below.iter_mut().zip(row) {
                *cell -= factor * mine;
            }
        }
    }
    for (at, ((weight, row), used)) in weights.iter_mut().zip(&normal).zip(used).enumerate() {
        if let (true, Some(pivot), Some(right)) = (used, row.get(at), row.last()) {
            *weight = right / pivot;
        }
    }
    weights
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn least_squares_find_the_weights_that_made_the_values() {
        let weights = [3.0, -2.0, 0.5, 1.0, 0.25, -1.5, 4.0, -0.75];
        let mut random = Random::seeded(1);
        let points: Vec<([f64; BASIS], f64)> = (0..500)
            .map(|at| {
                let state = [0.5 + random.fraction(), 0.5 + random.fraction(), f64::from(at % 2), 1.0];
                let terms = basis(&state);
                (terms, terms.iter().zip(weights).map(|(term, weight)| term * weight).sum())
            })
            .collect();
        let found = least_squares(points.into_iter());
        for (found, weight) in found.iter().zip(weights) {
            assert!((found - weight).abs() < 1e-7, "{found} is not {weight}");
        }
        // A currency that never moves tells nothing: its terms have no weight, and the others take what it would say.
        let still = (0..200).map(|at| {
            let demand = 0.5 + f64::from(at) / 100.0;
            (basis(&[demand, 1.0, 0.0, 1.0]), 2.0 + 3.0 * demand)
        });
        let found = least_squares(still);
        assert!((found[0] - 2.0).abs() < 1e-6 && (found[1] - 3.0).abs() < 1e-6, "{found:?}");
        assert_eq!(found[3..], [0.0; 5]);
    }

    #[test]
    fn quantiles_lie_between_neighbours() {
        let sorted = [1.0, 2.0, 4.0];
        assert_eq!([0.0, 0.5, 0.75, 1.0].map(|part| quantile(&sorted, part)), [1.0, 2.0, 3.0, 4.0]);
    }
}
