//! Losses in whole units: how large a unit is, and what sums over bands of losses.

use super::book::Book;
use super::losses::Losses;
use super::outcome::{Outcome, Parts, Quantile};
use crate::document::Text;
use crate::error::Error;
use crate::numeric::dot;

/// The most units that a distribution may have.
pub(super) const MOST_UNITS: f64 = 4e6;
/// The most products of numbers for one distribution, in a unit that was asked for and in one by rule.
const MOST_PRODUCTS: f64 = 4e9;
const MOST_BY_RULE: f64 = 4e8;
/// The most bands of losses of all sectors.
const MOST_BANDS: f64 = 1e7;
/// What remains beyond the last loss.
pub(super) const REMAINS: f64 = 1e-11;

/// Finds the distribution, with at most so many products of numbers, in the unit of a book: that of the request, or the largest loss over 100, rounded up to a whole number
/// from 1 on; larger where losses would have too many units. A unit that is too small gives one that would do.
///
/// Source: CreditRisk+, A Credit Risk Management Framework (Credit Suisse Financial Products, 1997), Appendix B, has 1/100.
///
/// # Errors
/// `out-of-bounds`; `unit-too-small`.
pub(super) fn in_units(
    book: &Book,
    given: Option<f64>,
    find: &mut dyn FnMut(f64, f64) -> Result<Outcome, f64>,
) -> Result<Outcome, Error> {
    let largest = (0..book.count()).flat_map(|at| book.nodes(at)).map(|node| node.loss).fold(0.0, f64::max);
    let mut unit = match given {
        Some(unit) if unit > 0.0 && unit <= 1e15 => unit,
        Some(unit) => {
            return Err(Error::out_of_range("out-of-bounds", "this must be a number above 0, up to 1e15")
                .detail("bounds", "above 0, up to 1e15")
                .at("unit")
                .with_value(unit.text()));
        }
        None if largest > 100.0 => libm::ceil(largest / 100.0 * (1.0 - ROUNDING)),
        None => largest / 100.0,
    };
    let most = if given.is_some() { MOST_PRODUCTS } else { MOST_BY_RULE };
    let most_bands = MOST_BANDS / (1 + book.factors) as f64;
    for _ in 0..20 {
        let bands = largest / unit;
        let found = if bands > most_bands { Err(unit * bands / most_bands) } else { find(unit, most) };
        match (found, given) {
            (Ok(outcome), _) => return Ok(outcome),
            (Err(enough), None) => {
                let larger = enough * 1.05;
                unit = if larger > 100.0 { libm::ceil(larger) } else { larger };
            }
            (Err(enough), Some(_)) => return Err(too_small(unit, enough)),
        }
    }
    Err(too_small(unit, 2.0 * unit))
}

#[cold]
fn too_small(unit: f64, enough: f64) -> Error {
    let sentence = "the distribution would have too many units: choose a larger one";
    let enough = if enough > 100.0 { libm::ceil(enough) } else { enough };
    Error::out_of_range("unit-too-small", sentence)
        .detail("enough", enough.text())
        .at("unit")
        .with_value(unit.text())
}

/// What a quotient may be above a whole number only because it was rounded.
const ROUNDING: f64 = 1e-12;

/// The band of a loss: so many units, rounded up.
pub(super) fn band(loss: f64, unit: f64) -> usize {
    (libm::ceil(loss / unit * (1.0 - ROUNDING)) as usize).max(1)
}

/// The quantile of losses in whole units, straight between the two at which the probability passes the level.
///
/// `L·(i − 1 + (q − A₍ᵢ₋₁₎) / (Aᵢ − A₍ᵢ₋₁₎))`, `i` the first with `Aᵢ ≥ q`; 0 where that is the first of all.
///
/// - `L` the unit, `A` the probabilities of losses up to `i` units, `q` the level
///
/// Source: the percentiles that CreditRisk+ (1997) prints in Appendix B follow from it.
fn quantile(losses: &Losses, unit: f64, level: f64) -> Quantile {
    let place = losses.place(level);
    let loss = match place.checked_sub(1).map(|at| losses.at(at)) {
        None => losses.at(0).loss,
        Some(before) => {
            let own = losses.at(place).cumulative - before.cumulative;
            let part = if own > 0.0 { ((level - before.cumulative) / own).min(1.0) } else { 1.0 };
            unit * ((place - 1) as f64 + part)
        }
    };
    Quantile { loss, interval: None }
}

/// What is asked of a distribution that was counted in units; `deviation` is an amount.
pub(super) fn counted(
    losses: Losses,
    unit: f64,
    levels: &[f64],
    tail: f64,
    deviation: f64,
    parts: Option<Parts>,
) -> Outcome {
    Outcome {
        quantiles: levels.iter().map(|level| quantile(&losses, unit, *level)).collect(),
        at_tail: quantile(&losses, unit, tail).loss,
        shortfalls: levels.iter().map(|level| losses.shortfall(*level)).collect(),
        shortfall: losses.shortfall(tail),
        deviation,
        unit: Some(unit),
        rows: None,
        losses,
        parts,
        drawn: None,
    }
}

/// Weights by band.
pub(super) struct Bands {
    /// Ascending.
    pub list: Vec<(usize, f64)>,
    /// All of them from the highest band to 1, where few are empty.
    dense: Option<Vec<f64>>,
}

impl Bands {
    /// From weights of bands in any order.
    pub fn of(weights: impl Iterator<Item = (usize, f64)>, highest: usize) -> Self {
        let mut all = vec![0.0; highest];
        for (band, weight) in weights {
            // Backwards: what meets the latest entry of a history stands last.
            if let Some(place) = highest.checked_sub(band).and_then(|at| all.get_mut(at)) {
                *place += weight;
            }
        }
        let given = |(at, weight): (usize, &f64)| (*weight != 0.0).then_some((highest - at, *weight));
        let list: Vec<(usize, f64)> = all.iter().enumerate().rev().filter_map(given).collect();
        let dense = (4 * list.len() > highest).then_some(all);
        Self { list, dense }
    }

    /// The same bands with other weights.
    pub fn map(&self, weight: impl Fn(usize, f64) -> f64) -> Self {
        let highest = self.dense.as_ref().map_or(0, Vec::len);
        let list: Vec<(usize, f64)> =
            self.list.iter().map(|(band, old)| (*band, weight(*band, *old))).collect();
        let dense = self.dense.as_ref().map(|_| {
            let mut all = vec![0.0; highest];
            for (band, weight) in &list {
                if let Some(place) = highest.checked_sub(*band).and_then(|at| all.get_mut(at)) {
                    *place = *weight;
                }
            }
            all
        });
        Self { list, dense }
    }

    /// What one sum costs.
    pub fn cost(&self) -> usize {
        self.dense.as_ref().map_or(4 * self.list.len(), Vec::len)
    }

    /// `Σ c_v · h_{n−v}` with a history of `n` entries from `h₀` on.
    #[inline]
    pub fn over(&self, history: &[f64]) -> f64 {
        let length = history.len();
        if let Some(dense) = &self.dense {
            let common = dense.len().min(length);
            let latest = history.get(length - common..).unwrap_or_default();
            return dot(latest, dense.get(dense.len() - common..).unwrap_or_default());
        }
        let mut sum = 0.0;
        for (band, weight) in &self.list {
            let Some(entry) = length.checked_sub(*band).and_then(|at| history.get(at)) else { break };
            sum += weight * entry;
        }
        sum
    }
}
