//! A distribution of losses, whichever model it comes from, and what is asked of it.

use super::quote::{LayerQuote, LossDistribution};
use crate::document::Column;
use crate::numeric::sorted;

/// A loss that may happen. Sums are over all losses up to it.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Point {
    pub loss: f64,
    pub probability: f64,
    pub cumulative: f64,
    /// Of loss times probability.
    pub sum: f64,
}

/// All losses with their probabilities, ascending. What is missing to 1 lies beyond the last.
pub(super) struct Losses {
    pub points: Vec<Point>,
    pub mean: f64,
}

/// How many rows a distribution has at most.
const ROWS: usize = 1_000;

impl Losses {
    /// From losses that ascend, with their probabilities; equal ones become one.
    pub fn of(pairs: impl Iterator<Item = (f64, f64)>, mean: f64) -> Self {
        let mut points: Vec<Point> = Vec::with_capacity(pairs.size_hint().0);
        let (mut cumulative, mut sum) = (0.0, 0.0);
        for (loss, probability) in pairs {
            cumulative += probability;
            sum += loss * probability;
            match points.last_mut() {
                Some(last) if last.loss == loss => {
                    last.probability += probability;
                    (last.cumulative, last.sum) = (cumulative, sum);
                }
                _ => points.push(Point { loss, probability, cumulative, sum }),
            }
        }
        Self { points, mean }
    }

    /// From drawn losses, each as likely as the others.
    pub fn drawn(losses: &[f64]) -> Self {
        let count = losses.len() as f64;
        let ascending = sorted(losses.iter().map(|loss| (*loss, 0.0)).collect());
        let total: f64 = ascending.iter().map(|(loss, _)| loss).sum();
        let mut found = Self::of(ascending.into_iter().map(|(loss, _)| (loss, 1.0)), total / count);
        // Counts are whole numbers, so their parts of all are as exact as can be.
        for point in &mut found.points {
            point.probability /= count;
            point.cumulative /= count;
            point.sum /= count;
        }
        found
    }

    /// The probability of no loss at all.
    pub fn none(&self) -> f64 {
        self.points.first().filter(|point| point.loss == 0.0).map_or(0.0, |point| point.probability)
    }

    /// The place of the smallest loss that is passed with at most `1 − level`.
    pub fn place(&self, level: f64) -> usize {
        // Sums of many probabilities miss a level such as 0.99 by their last digits.
        let level = level - 1e-12;
        self.points.partition_point(|point| point.cumulative < level).min(self.points.len().saturating_sub(1))
    }

    pub fn at(&self, place: usize) -> Point {
        self.points.get(place).copied().unwrap_or_default()
    }

    /// Expected shortfall: the loss on average in the worst `1 − q` of all cases. Of a loss that lies on both sides of the
    /// level that part counts which lies beyond.
    ///
    /// `ES = (E[X; X > x] + x·(P(X ≤ x) − q)) / (1 − q)`, `x` the quantile.
    /// Source: C. Acerbi, D. Tasche, On the coherence of expected shortfall (2002), definition 2.6.
    pub fn shortfall(&self, level: f64) -> f64 {
        let point = self.at(self.place(level));
        let beyond = (self.mean - point.sum).max(0.0) + point.loss * (point.cumulative - level);
        (beyond / (1.0 - level)).max(point.loss)
    }

    /// `E[min(X, a)]`
    fn limited(&self, amount: f64) -> f64 {
        let at = self.points.partition_point(|point| point.loss < amount);
        let below = at.checked_sub(1).map_or_else(Point::default, |at| self.at(at));
        below.sum + amount * (1.0 - below.cumulative).max(0.0)
    }

    /// What a layer bears: `Y = min(max(X − a, 0), l)`.
    ///
    /// - `a` where it attaches, `l` its limit
    /// - the price is `(E[Y] + κ·σ[Y]) / (1 − c)`: `κ` the loading for the deviation, `c` the part that costs take
    ///
    /// Source: the standard deviation principle, for instance in H. Bühlmann, Mathematical Methods in Risk Theory (1970), 4.
    pub fn layer(&self, attachment: f64, limit: Option<f64>, loading: f64, expenses: f64) -> LayerQuote {
        let end = limit.map_or(f64::INFINITY, |limit| attachment + limit);
        let expected_loss = match limit {
            Some(_) => self.limited(end) - self.limited(attachment),
            None => self.mean - self.limited(attachment),
        }
        .max(0.0);
        let from = self.points.partition_point(|point| point.loss <= attachment);
        let mut square = 0.0;
        let mut last =
            self.points.get(..from).unwrap_or_default().last().map_or(0.0, |point| point.cumulative);
        let attachment_probability = (1.0 - last).max(0.0);
        let mut paid = 0.0;
        for point in self.points.get(from..).unwrap_or_default() {
            paid = (point.loss - attachment).min(limit.unwrap_or(f64::INFINITY));
            square += paid * paid * point.probability;
            last = point.cumulative;
        }
        square += paid * paid * (1.0 - last).max(0.0);
        let at_end = self.points.partition_point(|point| point.loss < end).checked_sub(1);
        let exhaustion = 1.0 - at_end.map_or(0.0, |at| self.at(at).cumulative);
        let standard_deviation = libm::sqrt((square - expected_loss * expected_loss).max(0.0));
        let price = (expected_loss + loading * standard_deviation) / (1.0 - expenses);
        LayerQuote {
            attachment,
            limit,
            expected_loss,
            standard_deviation,
            attachment_probability,
            exhaustion_probability: limit.map(|_| exhaustion.max(0.0)),
            price,
            rate_on_line: limit.filter(|limit| *limit > 0.0).map(|limit| price / limit),
        }
    }

    /// The rows that are told: all, or where there are more than a thousand, the ends of equal steps up to the last loss.
    pub fn table(&self) -> LossDistribution {
        let most = self.points.last().map_or(0.0, |point| point.loss);
        let mut rows: Vec<Point> = Vec::with_capacity(ROWS.min(self.points.len()));
        let mut step_of_last = f64::NAN;
        for point in &self.points {
            // No loss has a row of its own.
            let step = if self.points.len() <= ROWS {
                point.loss
            } else {
                libm::ceil(point.loss / most * (ROWS - 1) as f64)
            };
            match rows.last_mut() {
                Some(last) if step == step_of_last => {
                    *last = Point { probability: last.probability + point.probability, ..*point };
                }
                _ => rows.push(*point),
            }
            step_of_last = step;
        }
        LossDistribution {
            loss: Column(rows.iter().map(|row| row.loss).collect()),
            probability: Column(rows.iter().map(|row| row.probability).collect()),
            cumulative: Column(rows.iter().map(|row| row.cumulative).collect()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// By hand: 0, 10 and 40 with 0.7, 0.2 and 0.1.
    #[test]
    fn a_small_distribution() {
        let losses = Losses::of([(0.0, 0.7), (10.0, 0.2), (40.0, 0.1)].into_iter(), 6.0);
        assert_eq!(losses.at(losses.place(0.7)).loss, 0.0);
        assert_eq!(losses.at(losses.place(0.9)).loss, 10.0);
        assert!((losses.shortfall(0.9) - 40.0).abs() < 1e-9);
        assert!((losses.shortfall(0.8) - 25.0).abs() < 1e-9);
        let layer = losses.layer(5.0, Some(20.0), 0.5, 0.2);
        assert!((layer.expected_loss - 3.0).abs() < 1e-12);
        let square: f64 = 0.2 * 25.0 + 0.1 * 400.0;
        assert!((layer.standard_deviation - (square - 9.0).sqrt()).abs() < 1e-12);
        assert!((layer.attachment_probability - 0.3).abs() < 1e-12);
        assert!((layer.exhaustion_probability.unwrap() - 0.1).abs() < 1e-12);
        assert!((layer.price - (3.0 + 3.0) / 0.8).abs() < 1e-12);
    }
}
