//! The numbers that an input can be, as whole numbers over a power of ten.

use rust_decimal::Decimal;

use super::super::varied::{LARGEST, limits, scaled};
use super::search::{INTERVALS, Point, Solution};
use super::{Options, SolvePoint, SolveSolution};
use crate::document::{Kind, nearest_float};
use crate::error::Error;
use crate::values::Rounding;

/// The values that the input can take: whole numbers over a power of ten.
pub struct Grid {
    /// The decimals.
    pub digits: u32,
    /// The lower end.
    pub low: i64,
    /// The higher end.
    pub high: i64,
}

impl Grid {
    /// Between the ends that a call gives, or the bounds that the input has.
    pub fn new(options: &Options, kind: &Kind, digits: u32) -> Result<Self, Error> {
        let (low, high) = match &options.between {
            Some(ends) => match ends.as_slice() {
                [low, high] if low <= high => (*low, *high),
                _ => return Err(not_ascending()),
            },
            None => match limits(kind) {
                (Some(low), Some(high)) => (low, high),
                _ => return Err(bounds_needed()),
            },
        };
        let mut grid = Self { digits, low: 0, high: 0 };
        loop {
            grid.low = grid.index(low, Rounding::TowardPositiveInfinity);
            grid.high = grid.index(high, Rounding::TowardNegativeInfinity);
            if grid.low.abs().max(grid.high.abs()) < LARGEST {
                break;
            }
            let digits = grid.digits.checked_sub(1);
            grid.digits = digits.ok_or_else(|| {
                Error::out_of_range("value-too-large", "the ends must be below 10^15").at("between")
            })?;
        }
        if grid.low > grid.high { Err(not_ascending()) } else { Ok(grid) }
    }

    /// The place of a number, at most ± 10^15.
    pub fn index(&self, number: Decimal, rounding: Rounding) -> i64 {
        scaled(number, self.digits, rounding)
    }

    /// The number at a place.
    pub fn value(&self, at: i64) -> f64 {
        nearest_float(Decimal::new(at, self.digits))
    }

    /// A point as the answer tells it.
    pub fn point(&self, point: Point) -> SolvePoint {
        SolvePoint { value: self.value(point.at), target: point.value }
    }

    /// A solution as the answer tells it.
    pub fn solution(&self, found: &Solution) -> SolveSolution {
        let (below, above) = found.neighbours;
        SolveSolution {
            value: self.value(found.point.at),
            target: found.point.value,
            residual: found.point.miss,
            exact: found.point.miss == 0.0,
            from: self.value(found.stretch.0),
            to: self.value(found.stretch.1),
            neighbours: below.into_iter().chain(above).map(|point| self.point(point)).collect(),
        }
    }
}

/// Even steps, or even ratios where the ends are of one sign and far apart.
pub fn scan(low: i64, high: i64) -> Vec<i64> {
    let steps = INTERVALS.min(high - low).max(1);
    let (small, large) = (low.abs().min(high.abs()), low.abs().max(high.abs()));
    let ratio = low.signum() * high.signum() > 0 && large / small.max(1) >= 1000;
    let mut grid: Vec<i64> = (0..=steps)
        .map(|step| {
            if step == steps {
                high
            } else if ratio {
                let part = step as f64 / steps as f64;
                let log = |end: i64| libm::log(end.abs() as f64);
                let size = libm::exp(log(low) + (log(high) - log(low)) * part);
                ((size * low.signum() as f64) as i64).max(low).min(high)
            } else {
                low + (i128::from(high - low) * i128::from(step) / i128::from(steps)) as i64
            }
        })
        .collect();
    grid.dedup();
    grid
}

/// Of the whole numbers from `first` to `last` the one with the most zeros at its end; of several such the one nearest
/// to the middle.
pub fn shortest(first: i64, last: i64) -> i64 {
    let middle = first + (last - first) / 2;
    let mut best = middle;
    let mut power = 1;
    while power <= 1_000_000_000_000_000 {
        let below = middle.div_euclid(power) * power;
        let near = if middle - below <= below + power - middle {
            [below, below + power]
        } else {
            [below + power, below]
        };
        let Some(found) = near.into_iter().find(|at| (first..=last).contains(at)) else { break };
        best = found;
        power *= 10;
    }
    best
}

#[cold]
fn not_ascending() -> Error {
    Error::invalid(
        "bounds-not-ascending",
        "give two ends, the lower one first, with a value of the input between them",
    )
    .at("between")
}

#[cold]
fn bounds_needed() -> Error {
    Error::invalid(
        "bounds-needed",
        "this input has no bounds of its own: say between which two values to search",
    )
    .at("between")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_scan_is_even_or_in_even_ratios() {
        assert_eq!(scan(0, 64), (0..=64).collect::<Vec<_>>());
        assert_eq!(scan(5, 5), [5]);
        let far = scan(100, 100_000_000);
        assert_eq!((far.first(), far.last(), far.len()), (Some(&100), Some(&100_000_000), 65));
        assert!(far.windows(3).all(|three| matches!(three, [a, b, c] if b - a < c - b)));
        let negative = scan(-100_000_000, -100);
        assert!(negative.windows(2).all(|two| matches!(two, [a, b] if a < b)));
    }

    #[test]
    fn of_a_stretch_the_shortest_number_is_taken() {
        assert_eq!(shortest(59_999_529_466, 60_000_307_168), 60_000_000_000);
        assert_eq!(shortest(161_995_781, 161_995_796), 161_995_790);
        assert_eq!(shortest(-5, 7), 0);
        assert_eq!(shortest(123, 123), 123);
    }
}
