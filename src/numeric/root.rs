use crate::document::Text;
use crate::error::{Error, ErrorKind};

/// The most evaluations before a search gives up: bisection alone needs about 60 from any bracket.
const MOST_STEPS: usize = 200;

/// A root of `f` between `low` and `high`, where `f` has different signs: Brent's method, which is never slower
/// than bisection by more than a factor.
///
/// The answer is within `tolerance` (absolute, plus four units in the last place) of where the sign changes.
///
/// Source: R. P. Brent, Algorithms for Minimization without Derivatives (1973), chapter 4, procedure zero.
///
/// # Errors
/// `NoConvergence`: `no-sign-change` when the signs at the ends are the same, `not-finite` when `f` gives NaN.
pub fn brent(mut f: impl FnMut(f64) -> f64, low: f64, high: f64, tolerance: f64) -> Result<f64, Error> {
    let (mut a, mut b) = (low, high);
    let (mut fa, mut fb) = (known(f(a), a)?, known(f(b), b)?);
    if fa == 0.0 {
        return Ok(a);
    }
    if fb != 0.0 && (fa > 0.0) == (fb > 0.0) {
        return Err(no_sign_change(low, high));
    }
    let (mut c, mut fc) = (a, fa);
    let mut step = b - a;
    let mut before = step;
    for _ in 0..MOST_STEPS {
        if (fb > 0.0) == (fc > 0.0) {
            (c, fc) = (a, fa);
            step = b - a;
            before = step;
        }
        if fc.abs() < fb.abs() {
            (a, b, c) = (b, c, b);
            (fa, fb, fc) = (fb, fc, fb);
        }
        let near = 2.0 * f64::EPSILON * b.abs() + 0.5 * tolerance.max(0.0);
        let half = 0.5 * (c - b);
        if half.abs() <= near || fb == 0.0 {
            return Ok(b);
        }
        let interpolated = if before.abs() < near || fa.abs() <= fb.abs() {
            None
        } else {
            let s = fb / fa;
            let (p, q) = if a == c {
                (2.0 * half * s, 1.0 - s)
            } else {
                let (q, r) = (fa / fc, fb / fc);
                (s * (2.0 * half * q * (q - r) - (b - a) * (r - 1.0)), (q - 1.0) * (r - 1.0) * (s - 1.0))
            };
            let (p, q) = if p > 0.0 { (p, -q) } else { (-p, q) };
            (2.0 * p < 3.0 * half * q - (near * q).abs() && p < (0.5 * before * q).abs()).then_some(p / q)
        };
        (step, before) = match interpolated {
            Some(to) => (to, step),
            None => (half, half),
        };
        (a, fa) = (b, fb);
        b += if step.abs() > near { step } else { near.copysign(half) };
        fb = known(f(b), b)?;
    }
    Ok(b)
}

/// A root of a function between `low` and `high`, where it has different signs: Newton's method from `start`,
/// with bisection whenever a step leaves the bracket or gains too little. `f` gives the value and the slope.
///
/// # Errors
/// `NoConvergence`: `no-sign-change` when the signs at the ends are the same, `not-finite` when `f` gives NaN.
pub fn newton(mut f: impl FnMut(f64) -> (f64, f64), low: f64, high: f64, start: f64) -> Result<f64, Error> {
    newton_of(&mut f, low, high, start)
}

/// It stands once for all functions.
fn newton_of(f: &mut dyn FnMut(f64) -> (f64, f64), low: f64, high: f64, start: f64) -> Result<f64, Error> {
    let (at_low, at_high) = (known(f(low).0, low)?, known(f(high).0, high)?);
    if at_low == 0.0 {
        return Ok(low);
    }
    if at_high == 0.0 {
        return Ok(high);
    }
    if (at_low > 0.0) == (at_high > 0.0) {
        return Err(no_sign_change(low, high));
    }
    let (mut low, mut high) = (low, high);
    let mut x = if low < start && start < high { start } else { 0.5 * (low + high) };
    let mut last_step = high - low;
    for _ in 0..MOST_STEPS {
        let (value, slope) = f(x);
        if known(value, x)? == 0.0 {
            return Ok(x);
        }
        if (value > 0.0) == (at_low > 0.0) {
            low = x;
        } else {
            high = x;
        }
        let mut next = x - value / slope;
        // Half the last step is what bisection would gain; NaN and infinities fail the comparisons.
        if !(low < next && next < high && (next - x).abs() <= 0.5 * last_step.abs()) {
            next = 0.5 * (low + high);
        }
        last_step = next - x;
        if last_step.abs() <= f64::EPSILON * x.abs() || next == x {
            return Ok(next);
        }
        x = next;
    }
    Ok(x)
}

/// The intervals of an even grid of `steps` between `low` and `high` in which `f` changes sign, ascending. A value
/// that is exactly zero belongs to the interval that ends with it; NaN changes no sign.
pub fn sign_changes(mut f: impl FnMut(f64) -> f64, low: f64, high: f64, steps: usize) -> Vec<(f64, f64)> {
    let mut found = Vec::new();
    let (mut before, mut at_before) = (low, f(low));
    for step in 1..=steps.min(1_000_000) {
        let x = low + (high - low) * (step as f64 / steps as f64);
        let at_x = f(x);
        if (at_before < 0.0 && at_x >= 0.0) || (at_before > 0.0 && at_x <= 0.0) {
            found.push((before, x));
        }
        (before, at_before) = (x, at_x);
    }
    found
}

/// A bracket around a root: the interval around `start` is doubled, within `low` and `high`, until the signs at
/// its ends differ. None when they never do.
pub fn widen(
    mut f: impl FnMut(f64) -> f64,
    start: f64,
    step: f64,
    low: f64,
    high: f64,
) -> Option<(f64, f64)> {
    let (mut left, mut right) = (start.max(low).min(high), start.max(low).min(high));
    let (mut at_left, mut at_right) = (f(left), f(left));
    let mut step = step.abs();
    for _ in 0..MOST_STEPS {
        let (next_left, next_right) = ((left - step).max(low), (right + step).min(high));
        let (value_left, value_right) = (f(next_left), f(next_right));
        for (a, at_a, b, at_b) in
            [(next_left, value_left, left, at_left), (right, at_right, next_right, value_right)]
        {
            if a < b && ((at_a <= 0.0 && at_b >= 0.0) || (at_a >= 0.0 && at_b <= 0.0)) {
                return Some((a, b));
            }
        }
        if next_left == left && next_right == right {
            return None;
        }
        (left, right, at_left, at_right) = (next_left, next_right, value_left, value_right);
        step *= 2.0;
    }
    None
}

fn known(value: f64, at: f64) -> Result<f64, Error> {
    if value.is_nan() {
        return Err(Error::new(
            ErrorKind::NoConvergence,
            "not-finite",
            "the function that is searched has no value here",
        )
        .detail("at", at.text()));
    }
    Ok(value)
}

#[cold]
fn no_sign_change(low: f64, high: f64) -> Error {
    Error::new(
        ErrorKind::NoConvergence,
        "no-sign-change",
        format!(
            "there may be no root between {} and {}: both ends have the same sign",
            low.text(),
            high.text()
        ),
    )
    .detail("minimum", low.text())
    .detail("maximum", high.text())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_methods_find_hard_roots() {
        type Function = fn(f64) -> (f64, f64);
        let hard: [(Function, f64, f64, f64); 5] = [
            (|x| (x - 0.3, 1.0), 0.0, 1.0, 0.3),
            (|x| ((x - 0.3).powi(9), 9.0 * (x - 0.3).powi(8)), -1.0, 1.0, 0.3),
            (|x| (libm::atan(x - 50.0), 1.0 / (1.0 + (x - 50.0) * (x - 50.0))), -1e6, 1e6, 50.0),
            (|x| (if x < 2.0 { -1.0 } else { 1.0 }, 0.0), 0.0, 10.0, 2.0),
            (|x| (libm::exp(x) - 1e-9, libm::exp(x)), -100.0, 100.0, libm::log(1e-9)),
        ];
        for (f, low, high, root) in hard {
            let tolerance = if root == 0.3 { 0.01 } else { 1e-9 };
            assert!((brent(|x| f(x).0, low, high, 1e-13).unwrap() - root).abs() < tolerance, "brent {root}");
            assert!((newton(f, low, high, 0.0).unwrap() - root).abs() < tolerance, "newton {root}");
        }
    }

    #[test]
    fn ends_that_are_roots_are_answers() {
        assert_eq!(brent(|x| x, 0.0, 1.0, 0.0).unwrap(), 0.0);
        assert_eq!(brent(|x| x, -1.0, 0.0, 0.0).unwrap(), 0.0);
        assert_eq!(newton(|x| (x, 1.0), 0.0, 1.0, 0.5).unwrap(), 0.0);
        assert_eq!(newton(|x| (x, 1.0), -1.0, 0.0, 0.5).unwrap(), 0.0);
    }

    #[test]
    fn what_has_no_root_is_refused() {
        for error in
            [brent(|_| 1.0, 0.0, 1.0, 0.0).unwrap_err(), newton(|_| (1.0, 0.0), 0.0, 1.0, 0.5).unwrap_err()]
        {
            assert_eq!((error.kind(), error.reason()), (ErrorKind::NoConvergence, "no-sign-change"));
        }
        assert_eq!(brent(|_| f64::NAN, 0.0, 1.0, 0.0).unwrap_err().reason(), "not-finite");
        assert_eq!(newton(|_| (f64::NAN, 1.0), 0.0, 1.0, 0.5).unwrap_err().reason(), "not-finite");
        assert_eq!(widen(|_| 1.0, 0.0, 0.1, -1.0, 1.0), None);
        assert_eq!(widen(|_| f64::NAN, 0.0, 0.1, -1.0, 1.0), None);
        assert!(sign_changes(|_| f64::NAN, 0.0, 1.0, 10).is_empty());
    }

    #[test]
    fn a_bracket_is_found_on_either_side() {
        for root in [-0.95, -0.3, 0.0, 0.2, 40.0] {
            let (low, high) = widen(|x| x - root, 0.05, 0.01, -0.99, 100.0).unwrap();
            assert!(low <= root && root <= high);
        }
    }
}
