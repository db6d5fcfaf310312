//! Finds all roots of a curve on one side of zero, and shows that there are no others.
//!
//! The number of sign changes in the partial sums at `v` is no smaller than the number of roots above `v`, and as
//! even or odd (Laguerre). Where it is zero the search ends; where it is small it decides. Elsewhere an interval is
//! halved until bounds on the second or third derivative show that the curve stays away from zero, only rises or
//! falls, or bends one way only: then it holds none, one, or the two on both sides of its extremum.

use super::curve::{Curve, Sample, Sums};

/// A value this small against the sum of its parts is zero for all that 64-bit floats can tell.
const NOISE: f64 = 32.0 * f64::EPSILON;
/// Bisection from any bracket of floats ends after about a thousand halvings; no curve has come near.
const MOST_STEPS: usize = 1_100;

/// The roots above zero and below `limit`, unsorted, and whether the search had the time to find all. `budget`
/// counts evaluations of single flows, and what is used is taken from it.
pub(super) fn roots_above_zero(curve: &Curve, limit: f64, budget: &mut usize) -> (Vec<f64>, bool) {
    let mut search = Search { curve, budget, roots: Vec::new(), complete: true };
    search.run(limit);
    (search.roots, search.complete)
}

/// Of a place where the value is zero for all that floats can tell: the root there, or the middle of it where the
/// curve touches zero or crosses it flat (the root of its first or second derivative).
pub(super) fn polish(curve: &Curve, v: f64) -> f64 {
    let mut sample = curve.sample(v);
    let order = Order::of(&sample);
    for _ in 0..5 {
        let step = match order {
            Order::Crosses => -sample.value / sample.slope,
            Order::Touches => -sample.slope / sample.bend,
            Order::CrossesFlat => -sample.bend / sample.twist,
        };
        if !step.is_finite() || step.abs() * curve.span() > 1e-2 {
            break;
        }
        let next = curve.sample(sample.v + step);
        if !is_noise(&next) {
            break;
        }
        sample = next;
    }
    sample.v
}

/// Joins roots that floats can't tell apart, since all between them is zero to them. Takes them ascending.
pub(super) fn join(curve: &Curve, roots: &mut Vec<f64>) {
    let mut joined: Vec<f64> = Vec::with_capacity(roots.len());
    for root in roots.iter().copied() {
        if let Some(last) = joined.last_mut() {
            let middle = 0.5 * (root + *last);
            let between = curve.sample(middle);
            // Twice the noise: a root may have been found at the border of it.
            if between.value.abs() <= 2.0 * NOISE * between.sizes[0] {
                // An exact zero is where the amounts add up to nothing, and stays.
                *last = if *last == 0.0 || root == 0.0 { 0.0 } else { polish(curve, middle) };
                continue;
            }
        }
        joined.push(root);
    }
    *roots = joined;
}

struct Search<'a> {
    curve: &'a Curve,
    budget: &'a mut usize,
    roots: Vec<f64>,
    complete: bool,
}

impl Search<'_> {
    fn run(&mut self, limit: f64) {
        // From zero in doubling steps to where no root can lie beyond.
        let mut left = self.sample(0.0);
        let mut intervals = Vec::new();
        let mut v = 0.5 / self.curve.span();
        while left.changes > 0 && left.v < limit {
            let right = self.sample(v.min(limit));
            intervals.push((left, right));
            left = right;
            v *= 2.0;
        }
        while let Some((left, right)) = intervals.pop() {
            if let Some(middle) = self.narrow(&left, &right) {
                intervals.push((left, middle));
                intervals.push((middle, right));
            }
        }
    }

    /// Decides an interval, or tells where to divide it.
    fn narrow(&mut self, left: &Sample, right: &Sample) -> Option<Sample> {
        let crosses = sign_after(left) != sign_before(right);
        let length = right.v - left.v;
        let bends_one_way = left.bend.abs() > length * left.sizes[3];
        if crosses {
            // One root at least, an odd number: two above the left end would be one here and one beyond.
            let only_one = left.changes <= 2 || left.slope.abs() > length * left.sizes[2] || bends_one_way;
            if only_one {
                self.solve(left.v, right.v, sign_after(left));
                return None;
            }
        } else if left.changes <= 1 || is_far_from_zero(left, right) {
            return None;
        } else if bends_one_way {
            self.extremum(left, right);
            return None;
        }
        // All between is noise, and has been noted.
        if is_noise(left) && is_noise(right) && length * self.curve.span() < 1e-2 {
            return None;
        }
        let exhausted = *self.budget < self.curve.len();
        if exhausted || length <= 1e-13 * right.v || length * self.curve.span() < 1e-10 {
            if crosses {
                self.solve(left.v, right.v, sign_after(left));
            }
            self.complete &= !exhausted;
            return None;
        }
        Some(self.sample(0.5 * (left.v + right.v)))
    }

    /// An interval in which the slope only rises or only falls, with the same sign of the curve at both ends.
    fn extremum(&mut self, left: &Sample, right: &Sample) {
        let sign = sign_after(left);
        let towards_zero = left.slope * sign < 0.0 && right.slope * sign > 0.0;
        if !towards_zero {
            return;
        }
        let (mut low, mut high, mut v) = (left.v, right.v, 0.5 * (left.v + right.v));
        let mut lowest = *left;
        for _ in 0..60 {
            lowest = self.sample(v);
            if lowest.slope * sign < 0.0 {
                low = v;
            } else {
                high = v;
            }
            let next = v - lowest.slope / lowest.bend;
            let next = if low < next && next < high { next } else { 0.5 * (low + high) };
            if (next - v).abs() <= f64::EPSILON * v {
                break;
            }
            v = next;
        }
        if is_noise(&lowest) {
            self.roots.push(lowest.v);
        } else if lowest.value * sign < 0.0 {
            self.solve(left.v, lowest.v, sign);
            self.solve(lowest.v, right.v, -sign);
        }
    }

    fn solve(&mut self, low: f64, high: f64, sign_at_low: f64) {
        *self.budget = self.budget.saturating_sub(8 * self.curve.len());
        self.roots.push(root_between(self.curve, (low, high), sign_at_low > 0.0, 0.5 * (low + high)));
    }

    /// Evaluates, and notes a root that lies so near that the sign here means nothing.
    fn sample(&mut self, v: f64) -> Sample {
        *self.budget = self.budget.saturating_sub(self.curve.len());
        let sample = self.curve.sample(v);
        if v > 0.0 && is_noise(&sample) {
            self.roots.push(polish(self.curve, v));
        }
        sample
    }
}

/// The root between two values of `v` at which the curve has different signs: Newton's method on the logarithm of
/// what comes in over what goes out, which is nearly straight, with bisection where it leaves the bracket.
pub(super) fn root_between(curve: &Curve, bracket: (f64, f64), positive_at_low: bool, start: f64) -> f64 {
    let (mut low, mut high) = bracket;
    let (mut v, mut last_step) = (start, f64::INFINITY);
    for _ in 0..MOST_STEPS {
        let sums = curve.sums(v);
        let height = sums.value.abs() / sums.size;
        if height <= 2.0 * f64::EPSILON {
            break;
        }
        if (sums.value > 0.0) == positive_at_low {
            low = v;
        } else {
            high = v;
        }
        let mut step = newton_step(&sums);
        // Once rounding is all that is left, steps no longer shrink.
        if step.abs() <= f64::EPSILON * v.abs() || (height < 1e-11 && step.abs() >= 0.5 * last_step) {
            break;
        }
        let newton = low < v + step && v + step < high;
        if !newton {
            step = 0.5 * (low + high) - v;
            // The bracket has no float left inside: the root lies at its end or, if both ends have one sign, beyond.
            if step.abs() <= f64::EPSILON * v.abs() {
                break;
            }
        }
        last_step = step.abs();
        v += step;
        // What is left after a step of Newton's is at most half its square, on the scale of the whole span.
        if newton && last_step * curve.span() < 1e-7 {
            break;
        }
    }
    v
}

/// The step of Newton's method on `ln(in / out)`, computed without losing digits where both are nearly equal.
pub(super) fn newton_step(sums: &Sums) -> f64 {
    let (inflow, outflow) = (0.5 * (sums.size + sums.value), 0.5 * (sums.size - sums.value));
    let inflow_time = 0.5 * (sums.weighted_size + sums.weighted) / inflow;
    let outflow_time = 0.5 * (sums.weighted_size - sums.weighted) / outflow;
    // ln(in / out) = ln(1 + value / out); its slope is the mean time of what goes out less that of what comes in.
    let height = if sums.value.abs() < 0.5 * outflow {
        libm::log1p(sums.value / outflow)
    } else {
        libm::log(inflow / outflow)
    };
    height / (inflow_time - outflow_time)
}

/// Whether bounds on the curve's bend keep it away from zero all over the interval.
fn is_far_from_zero(left: &Sample, right: &Sample) -> bool {
    let (length, sign) = (right.v - left.v, sign_after(left));
    let bend = 0.5 * length * length * left.sizes[2];
    let from_left = left.value * sign + length * left.slope * sign - bend;
    let from_right = right.value * sign - length * right.slope * sign - bend;
    from_left > 0.0 || from_right > 0.0
}

fn is_noise(sample: &Sample) -> bool {
    sample.value.abs() <= NOISE * sample.sizes[0]
}

/// The sign of the curve just above `v`.
fn sign_after(sample: &Sample) -> f64 {
    if !is_noise(sample) {
        return sample.value.signum();
    }
    match Order::of(sample) {
        Order::Crosses => sample.slope.signum(),
        Order::Touches => sample.bend.signum(),
        Order::CrossesFlat => sample.twist.signum(),
    }
}

/// The sign of the curve just below `v`.
fn sign_before(sample: &Sample) -> f64 {
    let turns = is_noise(sample) && !matches!(Order::of(sample), Order::Touches);
    if turns { -sign_after(sample) } else { sign_after(sample) }
}

/// How a curve behaves where its value is zero: which derivative is the first that is not.
enum Order {
    Crosses,
    Touches,
    CrossesFlat,
}

impl Order {
    /// A derivative decides when it keeps its sign as far as the noise reaches by it alone.
    fn of(sample: &Sample) -> Self {
        let [size, size_1, ..] = sample.sizes;
        let noise = NOISE * size;
        let (slope, bend, twist) = (sample.slope.abs(), sample.bend.abs(), sample.twist.abs());
        if slope * slope > 4.0 * noise * bend && slope > NOISE * size_1 {
            Self::Crosses
        } else if bend * bend * bend > 8.0 * noise * twist * twist {
            Self::Touches
        } else {
            Self::CrossesFlat
        }
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may fail")]
mod tests;
