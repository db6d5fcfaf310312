//! Who prefers whom.

use super::columns::{Offer, Project, RATE_PART};
use super::request::MatchingWeights;
use crate::error::Error;
use crate::numeric::sorted;
use crate::values::Share;

/// Projects and offers with what may go between them and how each side orders the other. Columns of pairs have project after
/// project.
#[derive(Clone, Debug)]
pub(super) struct Sides {
    pub supply: Vec<i64>,
    pub capacity: Vec<i64>,
    /// The least that each offer lends.
    pub least: Vec<i64>,
    /// The most between the two of a pair; 0 where it does not come into question.
    pub limits: Vec<i64>,
    pub rates: Vec<i64>,
    /// The points of a pair, 0 to 1; empty without weights.
    pub scores: Vec<f64>,
    pub of_projects: Order,
    pub of_offers: Order,
}

/// The order of one side.
#[derive(Clone, Debug, Default)]
pub(super) struct Order {
    /// The others of each, from the best; of equal ones the earlier in the request first.
    pub lists: Vec<Vec<usize>>,
    /// Where the other stands in the list, by pair.
    pub places: Vec<usize>,
    /// The same, where equal ones have the same number: lower is rather wanted.
    pub groups: Vec<usize>,
}

impl Sides {
    /// Projects order offers by their points, without weights by the all-in rate alone; of equal points by that rate. Providers
    /// order projects by the list that they give, then by their return: the all-in rate less the expected loss.
    ///
    /// # Errors
    /// `no-weights` where all are 0; `required` for days that a weight needs.
    pub fn of(
        projects: &[Project],
        offers: &[Offer],
        limits: Vec<i64>,
        rates: Vec<i64>,
        weights: Option<&MatchingWeights>,
    ) -> Result<Self, Error> {
        let columns = offers.len();
        let pair = |row: usize, column: usize| row * columns + column;
        let open = |row: usize, column: usize| limits.get(pair(row, column)).is_some_and(|limit| *limit > 0);
        let rate = |row, column| rates.get(pair(row, column)).copied().unwrap_or(0);
        let scores = match weights {
            Some(weights) => scores(weights, projects, offers, &limits, &rates)?,
            None => Vec::new(),
        };
        let mut of_projects = Order::for_pairs(limits.len());
        for row in 0..projects.len() {
            let key = |column: &usize| {
                let score = scores.get(pair(row, *column)).copied().unwrap_or(0.0);
                (-score, rate(row, *column) as f64)
            };
            let list: Vec<usize> = (0..columns).filter(|column| open(row, *column)).collect();
            of_projects.add(list, key, |column| pair(row, column));
        }
        let mut of_offers = Order::for_pairs(limits.len());
        for (column, offer) in offers.iter().enumerate() {
            let key = |row: &usize| {
                let given = offer.preferences.iter().position(|project| project == row);
                let loss = projects.get(*row).map_or(0, |project| project.loss);
                (given.map_or(f64::MAX, |place| place as f64), (loss - rate(*row, column)) as f64)
            };
            let list: Vec<usize> = (0..projects.len()).filter(|row| open(*row, column)).collect();
            of_offers.add(list, key, |row| pair(row, column));
        }
        Ok(Self {
            supply: projects.iter().map(|project| project.amount).collect(),
            capacity: offers.iter().map(|offer| offer.capacity).collect(),
            least: offers.iter().map(|offer| offer.least).collect(),
            limits,
            rates,
            scores,
            of_projects,
            of_offers,
        })
    }

    pub fn columns(&self) -> usize {
        self.capacity.len()
    }
}

impl Order {
    fn for_pairs(count: usize) -> Self {
        Self { lists: Vec::new(), places: vec![0; count], groups: vec![0; count] }
    }

    fn add(&mut self, list: Vec<usize>, key: impl Fn(&usize) -> (f64, f64), pair: impl Fn(usize) -> usize) {
        // By the second key first: sorting keeps the order of equal ones.
        let mut pairs: Vec<(f64, f64)> = list.iter().map(|other| (key(other).1, *other as f64)).collect();
        for first in [false, true] {
            if first {
                pairs = pairs.iter().map(|(_, other)| (key(&(*other as usize)).0, *other)).collect();
            }
            pairs = sorted(pairs);
        }
        let list: Vec<usize> = pairs.iter().map(|(_, other)| *other as usize).collect();
        let (mut group, mut before) = (0, None);
        for (place, other) in list.iter().enumerate() {
            let own = key(other);
            if before.is_some_and(|before| before != own) {
                group = place;
            }
            before = Some(own);
            if let (Some(at), Some(of)) =
                (self.places.get_mut(pair(*other)), self.groups.get_mut(pair(*other)))
            {
                (*at, *of) = (place, group);
            }
        }
        self.lists.push(list);
    }
}

/// `S = Σ w·p / Σ w`, `p = (worst − v) / (worst − best)` among the offers of a project, 1 where all are the same.
fn scores(
    weights: &MatchingWeights,
    projects: &[Project],
    offers: &[Offer],
    limits: &[i64],
    rates: &[i64],
) -> Result<Vec<f64>, Error> {
    let weight = |share: Share| share.as_f64();
    let parts = [weight(weights.cost), weight(weights.speed), weight(weights.coverage)];
    let all: f64 = parts.iter().sum();
    if all <= 0.0 {
        return Err(Error::invalid("no-weights", "some weight must be above zero").at("weights"));
    }
    if weight(weights.speed) > 0.0 && offers.iter().any(|offer| offer.days.is_none()) {
        let sentence = "a weight on speed needs the days until each provider decides";
        return Err(Error::invalid("required", sentence).at("offers.decisionDays"));
    }
    let columns = offers.len();
    let mut scores = vec![0.0; limits.len()];
    for (row, project) in projects.iter().enumerate() {
        let of_row = |list: &[i64]| -> Vec<f64> {
            list.iter().skip(row * columns).take(columns).map(|value| *value as f64).collect()
        };
        let limits = of_row(limits);
        let days = offers.iter().map(|offer| f64::from(offer.days.unwrap_or(0))).collect();
        let coverage = limits.iter().map(|limit| -limit / project.amount as f64).collect();
        for (part, values) in parts.iter().zip([of_row(rates), days, coverage]) {
            let values: &Vec<f64> = &values;
            let open =
                || values.iter().zip(&limits).filter(|(_, limit)| **limit > 0.0).map(|(value, _)| *value);
            let (best, worst) = (open().fold(f64::MAX, f64::min), open().fold(f64::MIN, f64::max));
            for (value, score) in values.iter().zip(scores.iter_mut().skip(row * columns)) {
                let points = if worst > best { (worst - value) / (worst - best) } else { 1.0 };
                *score += part / all * points;
            }
        }
    }
    // Ten decimals, so that what is the same is the same.
    scores.iter_mut().for_each(|score| *score = libm::round(*score * RATE_PART) / RATE_PART);
    Ok(scores)
}
