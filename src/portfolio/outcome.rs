//! What every model gives.

use super::losses::Losses;
use super::quote::LossDistribution;

/// A quantile, with the interval that has it where it was drawn.
#[derive(Clone, Copy, Debug)]
pub(super) struct Quantile {
    pub loss: f64,
    pub interval: Option<(f64, f64)>,
}

/// To expected loss, standard deviation and expected shortfall.
pub(super) type Contributed = [f64; 3];

/// What parts of the book contribute.
pub(super) struct Parts {
    pub obligors: Vec<Contributed>,
    /// By sector, with what is the obligors' own at the end, where a model tells more than the weights do.
    pub sectors: Option<Vec<Contributed>>,
}

pub(super) struct Outcome {
    pub losses: Losses,
    /// The rows that are told, where they are not those of the losses.
    pub rows: Option<LossDistribution>,
    pub deviation: f64,
    pub unit: Option<f64>,
    /// At the levels of the request, and at the tail level.
    pub quantiles: Vec<Quantile>,
    pub at_tail: f64,
    pub shortfalls: Vec<f64>,
    pub shortfall: f64,
    pub parts: Option<Parts>,
    /// What the paths that are drawn now lose, and how many count.
    pub drawn: Option<(Vec<f64>, u32)>,
}

/// A standard deviation of losses with this mean; one that is nothing but the rounding of sums is none.
pub(super) fn deviation(variance: f64, mean: f64) -> f64 {
    let found = libm::sqrt(variance);
    if found > 1e-10 * mean { found } else { 0.0 }
}
