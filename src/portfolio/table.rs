//! Bounds of the normal distribution, from a table: nearly always they tell enough.

use crate::numeric::normal_probability;

const REACH: f64 = 9.0;
const STEPS: f64 = 128.0;

/// Normal probabilities on an even grid.
pub(super) struct NormalTable {
    /// At the upper end of each step.
    bounds: Vec<Bound>,
}

/// A probability and the negative logarithm of what is missing to 1.
#[derive(Clone, Copy, Default)]
pub(super) struct Bound {
    pub probability: f64,
    pub hazard: f64,
}

impl NormalTable {
    pub fn new() -> Self {
        let count = (2.0 * REACH * STEPS) as u32;
        let bound = |step: u32| {
            let x = f64::from(step) / STEPS - REACH;
            let probability = normal_probability(x);
            // Whichever of the two tails is short has all its digits.
            let left = if x < 0.0 { libm::log1p(-probability) } else { libm::log(normal_probability(-x)) };
            Bound { probability, hazard: -left }
        };
        let mut bounds: Vec<Bound> = (0..=count).map(bound).collect();
        // Beyond the last step nothing is left but what no random number tells from 1.
        bounds.push(Bound { probability: 1.0, hazard: 50.0 });
        Self { bounds }
    }

    /// The entry above. Below the grid it is the second one.
    #[inline]
    fn place(x: f64) -> usize {
        ((x + REACH) * STEPS) as usize + 1
    }

    /// A probability that that of `x` does not exceed.
    #[inline]
    pub fn bound(&self, x: f64) -> Bound {
        let last = self.bounds.len().saturating_sub(1);
        self.bounds.get(Self::place(x).min(last)).copied().unwrap_or_default()
    }

    /// Whether a number is below the normal probability of `x`, to the last bit.
    #[inline]
    pub fn is_below(&self, number: f64, x: f64) -> bool {
        let place = Self::place(x);
        let below = place.checked_sub(1).and_then(|place| self.bounds.get(place));
        if x >= -REACH && below.is_some_and(|bound| number < bound.probability) {
            return true;
        }
        let above = self.bounds.get(place);
        if above.is_some_and(|bound| number >= bound.probability) {
            return false;
        }
        number < normal_probability(x)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bounds_hold() {
        let table = NormalTable::new();
        for step in -1200..1200 {
            let x = f64::from(step) / 100.0 + 0.0037;
            let probability = normal_probability(x);
            assert!(table.bound(x).probability >= probability, "{x}");
            for part in [0.0, 0.5, 0.97, 0.9999, 1.0, 1.0001, 1.03, 2.0] {
                let number = part * probability;
                assert_eq!(table.is_below(number, x), number < probability, "{x} {part}");
            }
        }
    }
}
