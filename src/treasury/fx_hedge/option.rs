//! Options on a currency.

use super::request::{FxExercise, FxOption, FxOptionKind, FxOptionQuote};
use crate::error::{Error, ErrorKind};
use crate::numeric::{brent, normal_density, normal_probability};

/// Where an option stands: spot, continuous rates of both currencies, time in years.
#[derive(Clone, Copy, Debug)]
pub(super) struct Place {
    pub spot: f64,
    pub home: f64,
    pub foreign: f64,
    pub years: f64,
}

const MOST_STEPS: u32 = 1000;
/// Volatilities that are searched: a thousandth of a percent to 1,000 %.
const LOWEST: f64 = 1e-5;
const HIGHEST: f64 = 10.0;

impl FxOption {
    /// The price with its Greeks, or the volatility that the price implies.
    ///
    /// # Errors
    /// `OutOfRange` for a strike, price or volatility not above zero, steps outside 1 to 1,000 or too few of them; `InvalidInput`
    /// where neither price nor volatility is given; `NoConvergence`, `no-volatility`, where no volatility gives the price.
    pub(super) fn quote(&self, place: Place, volatility: Option<f64>) -> Result<FxOptionQuote, Error> {
        super::positive(self.strike, "option.strike")?;
        if !(1..=MOST_STEPS).contains(&self.steps) {
            return Err(super::out_of_bounds("1 to 1000", f64::from(self.steps), "option.steps"));
        }
        let volatility = match (self.price, volatility) {
            (Some(price), _) => {
                super::positive(price, "option.price")?;
                let distance = |volatility: f64| self.priced(place, volatility).price - price;
                let least = self.least_volatility(place);
                brent(distance, least, HIGHEST, 1e-13).map_err(|_| {
                    let sentence =
                        "no volatility gives this price: it lies outside what exercise and spot allow";
                    Error::new(ErrorKind::NoConvergence, "no-volatility", sentence).at("option.price")
                })?
            }
            (None, Some(volatility)) => volatility,
            (None, None) => {
                let sentence = "an option needs a volatility, or its price, from which one is found";
                return Err(Error::invalid("required", sentence).at("volatility"));
            }
        };
        let quote = self.priced(place, volatility);
        if quote.up_probability.is_some_and(|up| !(0.0..=1.0).contains(&up)) {
            return Err(super::out_of_bounds("more steps", f64::from(self.steps), "option.steps"));
        }
        Ok(quote)
    }

    /// Below it the tree has no probabilities.
    fn least_volatility(&self, place: Place) -> f64 {
        match self.exercise {
            FxExercise::European => LOWEST,
            FxExercise::American => {
                let step = place.years / f64::from(self.steps);
                LOWEST.max((place.home - place.foreign).abs() * libm::sqrt(step) * 1.000_001)
            }
        }
    }

    fn priced(&self, place: Place, volatility: f64) -> FxOptionQuote {
        match self.exercise {
            FxExercise::European => self.formula(place, volatility),
            FxExercise::American => self.tree(place, volatility),
        }
    }

    /// A European option by formula.
    ///
    /// `c = S·e^(−f·T)·Φ(d₁) − K·e^(−r·T)·Φ(d₂)`, `d₁ = (ln(S/K) + (r − f + σ²/2)·T) / (σ·√T)`, `d₂ = d₁ − σ·√T`; a put with
    /// both signs turned, `p = K·e^(−r·T)·Φ(−d₂) − S·e^(−f·T)·Φ(−d₁)`
    ///
    /// - `S` spot, `K` strike, home currency for one unit of foreign; `r` home and `f` foreign rate, continuous; `T` years
    /// - `σ` volatility a year
    ///
    /// Rounding: none. Source: M. B. Garman, S. W. Kohlhagen, Foreign currency option values, Journal of International Money and
    /// Finance 2 (1983).
    fn formula(&self, place: Place, volatility: f64) -> FxOptionQuote {
        let Place { spot, home, foreign, years } = place;
        let sign = if self.kind == FxOptionKind::Call { 1.0 } else { -1.0 };
        let root = libm::sqrt(years);
        let spread = volatility * root;
        let d1 = (libm::log(spot / self.strike) + (home - foreign) * years) / spread + 0.5 * spread;
        let d2 = d1 - spread;
        let abroad = spot * libm::exp(-foreign * years);
        let at_home = self.strike * libm::exp(-home * years);
        let (n1, n2) = (normal_probability(sign * d1), normal_probability(sign * d2));
        let density = normal_density(d1);
        FxOptionQuote {
            price: sign * (abroad * n1 - at_home * n2),
            volatility,
            delta: sign * abroad * n1 / spot,
            gamma: abroad * density / (spot * spot * spread),
            vega: Some(abroad * density * root),
            theta: -abroad * density * volatility / (2.0 * root)
                + sign * (foreign * abroad * n1 - home * at_home * n2),
            home_rho: Some(sign * years * at_home * n2),
            foreign_rho: Some(-sign * years * abroad * n1),
            up: None,
            down: None,
            up_probability: None,
        }
    }

    /// An American option by a tree of equal steps.
    ///
    /// `u = e^(σ·√h)`, `d = 1/u`, `p = (e^((r − f)·h) − d) / (u − d)`, `h = T/n`; each node is worth the more of its exercise and
    /// of `e^(−r·h)·(p·V_u + (1 − p)·V_d)`
    ///
    /// Delta, gamma and theta from the nodes of the first two steps. Source: J. C. Cox, S. A. Ross, M. Rubinstein, Option pricing:
    /// a simplified approach, Journal of Financial Economics 7 (1979).
    fn tree(&self, place: Place, volatility: f64) -> FxOptionQuote {
        let Place { spot, home, foreign, years } = place;
        let steps = self.steps.max(1) as usize;
        let length = years / steps as f64;
        let log_up = volatility * libm::sqrt(length);
        let (up, down) = (libm::exp(log_up), libm::exp(-log_up));
        let probability = (libm::exp((home - foreign) * length) - down) / (up - down);
        let discount = libm::exp(-home * length);
        // The spot after `step` steps, `ups` of them up.
        let at = |step: usize, ups: usize| spot * libm::exp(log_up * (2.0 * ups as f64 - step as f64));
        let exercise = |rate: f64| match self.kind {
            FxOptionKind::Call => (rate - self.strike).max(0.0),
            FxOptionKind::Put => (self.strike - rate).max(0.0),
        };
        let spots: Vec<f64> =
            (0..=2 * steps).map(|place| at(steps, 0) * libm::exp(log_up * place as f64)).collect();
        let mut values: Vec<f64> = (0..=steps).map(|ups| exercise(at(steps, ups))).collect();
        let (mut second, mut first) = ([0.0; 3], [0.0; 2]);
        for step in (0..steps).rev() {
            if step == 1 && values.len() >= 3 {
                second.iter_mut().zip(&values).for_each(|(kept, value)| *kept = *value);
            }
            if step == 0 {
                first.iter_mut().zip(&values).for_each(|(kept, value)| *kept = *value);
            }
            let before: Vec<f64> = values
                .windows(2)
                .enumerate()
                .map(|(ups, pair)| {
                    let [low, high] = pair else { return 0.0 };
                    let held = discount * (probability * high + (1.0 - probability) * low);
                    let rate = spots.get(steps - step + 2 * ups).copied().unwrap_or(spot);
                    held.max(exercise(rate))
                })
                .collect();
            values = before;
        }
        let price = values.first().copied().unwrap_or(0.0);
        let [low, high] = first;
        let [lowest, middle, highest] = second;
        let (far_up, far_down) = (at(2, 2), at(2, 0));
        let (above, below) = ((highest - middle) / (far_up - spot), (middle - lowest) / (spot - far_down));
        let deep = steps >= 2;
        FxOptionQuote {
            price,
            volatility,
            delta: (high - low) / (spot * (up - down)),
            gamma: if deep { (above - below) / (0.5 * (far_up - far_down)) } else { 0.0 },
            vega: None,
            theta: if deep { (middle - price) / (2.0 * length) } else { 0.0 },
            home_rho: None,
            foreign_rho: None,
            up: Some(up),
            down: Some(down),
            up_probability: Some(probability),
        }
    }
}
