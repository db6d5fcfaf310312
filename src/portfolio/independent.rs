//! Obligors that have nothing to do with each other: the distribution by convolution.

use super::book::Book;
use super::lattice::{MOST_UNITS, REMAINS, counted};
use super::losses::Losses;
use super::outcome::{Outcome, Parts};

/// What an obligor can lose: units from 1 on with their probabilities, and that of nothing.
struct Obligor {
    losses: Vec<(usize, f64)>,
    nothing: f64,
}

impl Obligor {
    /// A loss between two whole numbers of units is one of the two, so that it stays the same on average.
    fn of(book: &Book, at: usize, unit: f64) -> Self {
        let mut losses: Vec<(usize, f64)> = Vec::new();
        let mut add = |units: usize, probability: f64| {
            if units == 0 || probability <= 0.0 {
                return;
            }
            match losses.iter_mut().find(|(known, _)| *known == units) {
                Some((_, sum)) => *sum += probability,
                None => losses.push((units, probability)),
            }
        };
        for node in book.nodes(at) {
            let units = node.loss / unit;
            let whole = libm::floor(units * (1.0 + 1e-12));
            let part = (units - whole).max(0.0);
            let probability = book.rate_of(at) * node.share;
            add(whole as usize, probability * (1.0 - part));
            add(whole as usize + 1, probability * part);
        }
        let nothing = (1.0 - losses.iter().map(|(_, probability)| probability).sum::<f64>()).max(0.0);
        Self { losses, nothing }
    }

    fn most(&self) -> usize {
        self.losses.iter().map(|(units, _)| *units).max().unwrap_or(0)
    }

    fn mean(&self) -> f64 {
        self.losses.iter().map(|(units, probability)| *units as f64 * probability).sum()
    }

    fn variance(&self) -> f64 {
        let mean = self.mean();
        let square = |(units, probability): &(usize, f64)| *units as f64 * *units as f64 * probability;
        (self.losses.iter().map(square).sum::<f64>() - mean * mean).max(0.0)
    }

    /// Adds it to a distribution that has room for its losses; what goes beyond is left out.
    fn add_to(&self, distribution: &mut [f64]) {
        for n in (0..distribution.len()).rev() {
            let before = |units: usize| {
                n.checked_sub(units).and_then(|at| distribution.get(at)).copied().unwrap_or(0.0)
            };
            let own = self.nothing * before(0);
            let sum =
                self.losses.iter().fold(own, |sum, (units, probability)| sum + probability * before(*units));
            distribution.iter_mut().skip(n).take(1).for_each(|entry| *entry = sum);
        }
    }

    /// The distribution without it. Errors die out when nothing is what it loses more often than not.
    fn take_from(&self, distribution: &[f64]) -> Vec<f64> {
        let mut rest: Vec<f64> = Vec::with_capacity(distribution.len());
        for (n, entry) in distribution.iter().enumerate() {
            let before =
                |units: usize| n.checked_sub(units).and_then(|at| rest.get(at)).copied().unwrap_or(0.0);
            let own = self
                .losses
                .iter()
                .fold(*entry, |sum, (units, probability)| sum - probability * before(*units));
            rest.push((own / self.nothing).max(0.0));
        }
        rest
    }
}

/// The distribution of losses of obligors that default by themselves.
///
/// `P(X + l = n) = (1 − p)·P(X = n) + Σ p·s_v·P(X = n − v)`, obligor by obligor; `s_v` the part of a default's losses of `v`
/// units. Variance: the sum of the obligors'. What an obligor contributes to the expected shortfall is its own loss in those
/// cases, from the distribution of all others.
///
/// # Errors
/// A unit that would do, where this one is too small.
pub(super) fn independent(
    book: &Book,
    unit: f64,
    most_products: f64,
    levels: &[f64],
    tail: f64,
    contributions: bool,
) -> Result<Outcome, f64> {
    let obligors: Vec<Obligor> = (0..book.count()).map(|at| Obligor::of(book, at, unit)).collect();
    let most: usize = obligors.iter().map(Obligor::most).sum();
    let passes = if contributions { 2.0 } else { 1.0 };
    let kinds: usize = obligors.iter().map(|obligor| 1 + obligor.losses.len()).sum();
    let products = passes * kinds as f64 * most as f64;
    if most as f64 > MOST_UNITS || products > most_products {
        let times = (most as f64 / MOST_UNITS).max(products / most_products);
        return Err(unit * times);
    }
    let mut distribution = vec![1.0];
    distribution.reserve(most);
    for obligor in &obligors {
        distribution.resize(distribution.len() + obligor.most(), 0.0);
        obligor.add_to(&mut distribution);
    }
    let mut sum = 0.0;
    let needed = distribution.iter().take_while(|probability| {
        let before = sum;
        sum += **probability;
        before < 1.0 - REMAINS
    });
    let needed = needed.count().max(distribution.len().min(1_000));
    distribution.truncate(needed);
    let mean: f64 = obligors.iter().map(Obligor::mean).sum();
    let deviation = libm::sqrt(obligors.iter().map(Obligor::variance).sum());
    let points = distribution.iter().enumerate().map(|(n, probability)| (n as f64 * unit, *probability));
    let losses = Losses::of(points, mean * unit);
    let parts = contributions.then(|| {
        let at_tail = losses.place(tail);
        let point = losses.at(at_tail);
        let beyond = if point.probability > 0.0 {
            (point.cumulative - tail).max(0.0) / point.probability
        } else {
            0.0
        };
        let told = distribution.get(..=at_tail).unwrap_or_default();
        let share = |(at, obligor): (usize, &Obligor)| {
            let others = if obligor.nothing >= 0.5 {
                obligor.take_from(told)
            } else {
                without(&obligors, at, told.len())
            };
            let cumulative: Vec<f64> = others
                .iter()
                .scan(0.0, |sum, probability| {
                    *sum += probability;
                    Some(*sum)
                })
                .collect();
            let mut in_tail = 0.0;
            for (units, probability) in &obligor.losses {
                let of = |list: &[f64]| {
                    at_tail.checked_sub(*units).and_then(|at| list.get(at)).copied().unwrap_or(0.0)
                };
                let cases = (1.0 - of(&cumulative)).max(0.0) + beyond * of(&others);
                in_tail += *units as f64 * probability * cases;
            }
            let own = if deviation > 0.0 { obligor.variance() / deviation } else { 0.0 };
            [obligor.mean() * unit, own * unit, in_tail * unit / (1.0 - tail)]
        };
        Parts { obligors: obligors.iter().enumerate().map(share).collect(), sectors: None }
    });
    Ok(counted(losses, unit, levels, tail, deviation * unit, parts))
}

/// The first entries of the distribution of all but one.
fn without(obligors: &[Obligor], left_out: usize, length: usize) -> Vec<f64> {
    let mut distribution = vec![0.0; length];
    distribution.iter_mut().take(1).for_each(|entry| *entry = 1.0);
    for (at, obligor) in obligors.iter().enumerate() {
        if at != left_out {
            obligor.add_to(&mut distribution);
        }
    }
    distribution
}
