use super::super::curve::tests::EVALUATIONS;
use super::*;

/// Numbers from 0 to 1 that look random (a linear congruential generator).
struct Random(u64);

impl Random {
    fn next(&mut self) -> f64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 11) as f64 / (1_u64 << 53) as f64
    }
}

/// All roots above zero, ascending and joined, and how many evaluations of the curve they took: counted where the
/// curve is evaluated, and as the budget has it.
fn found(curve: &Curve) -> (Vec<f64>, usize) {
    const PLENTY: usize = 100_000_000;
    let mut budget = PLENTY;
    EVALUATIONS.set(0);
    let (mut roots, complete) = roots_above_zero(curve, 100.0, &mut budget);
    assert!(complete);
    roots.retain(|root| *root > 0.0);
    roots.sort_by(f64::total_cmp);
    join(curve, &mut roots);
    (roots, (PLENTY - budget) / curve.len() + EVALUATIONS.get())
}

/// The flows, one a unit of time, of which the discounted value is a product: of `x − a` for each real root `a`,
/// and of `(x − a)² + b²` for each pair `a ± b·i`, with `x = e^(−v)`.
fn product(real: &[f64], pairs: &[(f64, f64)]) -> Curve {
    let mut flows = vec![1.0];
    let times = |flows: &[f64], factor: &[f64]| {
        let mut out = vec![0.0; flows.len() + factor.len() - 1];
        for (at, a) in flows.iter().enumerate() {
            for (by, b) in factor.iter().enumerate() {
                out[at + by] += a * b;
            }
        }
        out
    };
    for a in real {
        flows = times(&flows, &[-a, 1.0]);
    }
    for (a, b) in pairs {
        flows = times(&flows, &[a * a + b * b, -2.0 * a, 1.0]);
    }
    let moments = (0..flows.len()).map(|at| at as f64).collect();
    Curve::new(flows, moments)
}

#[test]
fn roots_that_are_built_in_are_all_found_without_much_work() {
    let (mut random, mut work) = (Random(1), 0);
    for round in 0..120 {
        // Apart by a fiftieth at least; pairs whose curve comes near zero between them, or not.
        let mut real: Vec<f64> = Vec::new();
        while real.len() < 1 + round % 4 {
            let root = 0.1 + 0.85 * random.next();
            if real.iter().all(|other| (other - root).abs() > 0.02) {
                real.push(root);
            }
        }
        let pairs: Vec<_> =
            (0..round % 3).map(|_| (0.1 + 0.8 * random.next(), 0.03 + 0.3 * random.next())).collect();
        let (roots, evaluations) = found(&product(&real, &pairs));
        work += evaluations;
        let mut expected: Vec<f64> = real.iter().map(|x| -libm::log(*x)).collect();
        expected.sort_by(f64::total_cmp);
        assert_eq!(roots.len(), expected.len(), "{real:?} {pairs:?}: {roots:?}");
        for (root, expected) in roots.iter().zip(&expected) {
            assert!((root - expected).abs() < 1e-6, "{real:?} {pairs:?}: {root}");
        }
    }
    // Evaluations, counted: they may only become fewer.
    assert!(work <= 336_143, "{work}");
}

#[test]
fn where_the_curve_touches_zero_there_is_one_root_and_near_it_two_or_none() {
    let mut work = 0;
    for at in 1..20 {
        let x = 0.2 + 0.036 * f64::from(at);
        let others = [0.11, 0.97];
        let with = |more: &[f64]| [more, &others].concat();
        for (real, pairs, count) in [
            (with(&[x, x]), vec![], 3),
            (with(&[x - 1e-4, x + 1e-4]), vec![], 4),
            (with(&[]), vec![(x, 1e-4)], 2),
            (with(&[]), vec![(x, 1e-4), (x, 0.2)], 2),
            (with(&[x, x, x]), vec![], 3),
        ] {
            let (roots, evaluations) = found(&product(&real, &pairs));
            work += evaluations;
            assert_eq!(roots.len(), count, "{real:?} {pairs:?}: {roots:?}");
            for a in &real {
                let near = |root: &&f64| (libm::exp(-**root) - a).abs() < 2e-4;
                assert!(roots.iter().any(|root| near(&root)), "{a} of {real:?}: {roots:?}");
            }
        }
    }
    // Evaluations, counted: they may only become fewer.
    assert!(work <= 268_858, "{work}");
}

#[test]
fn what_a_dense_scan_sees_is_found_in_flows_at_any_times() {
    let (mut random, mut work) = (Random(2), 0);
    for round in 0..150 {
        let (mut time, mut amounts, mut times) = (0.0, Vec::new(), Vec::new());
        for _ in 0..3 + round % 40 {
            time += 1.0 + (30.0 * random.next()).floor();
            times.push(time);
            amounts.push(((random.next() - 0.5) * 2000.0).round() + 0.5);
        }
        let curve = Curve::new(amounts, times);
        let (roots, evaluations) = found(&curve);
        work += evaluations;
        let value = |v: f64| curve.sums(v).value;
        let scan = (1..=4000).map(|at| 4.0 * libm::exp(f64::from(at - 4000) / 400.0));
        let signs: Vec<bool> = scan.map(|v| value(v) > 0.0).collect();
        let seen = signs.windows(2).filter(|pair| pair[0] != pair[1]).count();
        let inside = roots.iter().filter(|root| **root > 4.0 * libm::exp(-10.0) && **root < 4.0).count();
        assert!(inside >= seen && (inside - seen).is_multiple_of(2), "{inside} of {seen}: {curve:?}");
        assert!(roots.iter().all(|root| is_noise(&curve.sample(*root))), "{roots:?} of {curve:?}");
    }
    // Evaluations, counted: they may only become fewer.
    assert!(work <= 3_034, "{work}");
}

#[test]
fn a_bound_on_the_bend_keeps_a_curve_away_from_zero() {
    // From 1 with the slope −1/4 over a length of 2, and a bend of no more than b: 1 − 2/4 − b·2²/2 is left.
    let at = |v: f64, value: f64, slope: f64, bend: f64| Sample {
        v,
        value,
        slope,
        sizes: [1.0, 1.0, bend, 1.0],
        ..Sample::default()
    };
    for sign in [1.0, -1.0] {
        // Where the other end says nothing.
        let (left, right) = (sign * 1e-3, sign * 1e-3);
        for (bend, far) in [(0.2499, true), (0.25, false), (0.26, false)] {
            let falling = is_far_from_zero(&at(3.0, sign, -0.25 * sign, bend), &at(5.0, right, 0.0, 0.0));
            // From the right the bound is taken of the left end, since it holds from there on.
            let rising = is_far_from_zero(&at(3.0, left, 0.0, bend), &at(5.0, sign, 0.25 * sign, 0.0));
            assert_eq!((falling, rising), (far, far), "{bend}");
        }
        // The slope at an end counts for the sign it has there.
        assert!(!is_far_from_zero(&at(3.0, sign, -0.6 * sign, 0.0), &at(5.0, right, 0.6 * sign, 0.0)));
        assert!(is_far_from_zero(&at(3.0, 0.1 * sign, 0.6 * sign, 0.0), &at(5.0, right, 0.6 * sign, 0.0)));
        assert!(is_far_from_zero(&at(3.0, 0.1 * sign, -0.6 * sign, 0.6), &at(5.0, right, -0.7 * sign, 0.6)));
    }
}

#[test]
fn the_first_derivative_that_noise_does_not_hide_decides() {
    let of = |slope: f64, bend: f64, twist: f64| {
        let sample = Sample { slope, bend, twist, sizes: [1.0, 2.0, 1.0, 1.0], ..Sample::default() };
        match Order::of(&sample) {
            Order::Crosses => 1,
            Order::Touches => 2,
            Order::CrossesFlat => 3,
        }
    };
    // By the bend alone the noise N reaches √(2N/b) far, to where the slope has become √(2N·b); doubled.
    for (bend, factor) in [(1.0, 1.0), (9.0, 3.0)] {
        let slope = 2.0 * NOISE.sqrt() * factor;
        assert_eq!((of(1.001 * slope, bend, 0.0), of(0.999 * slope, bend, 0.0)), (1, 2));
        assert_eq!((of(-1.001 * slope, -bend, 0.0), of(-0.999 * slope, -bend, 0.0)), (1, 2));
    }
    // A slope within its own noise is none.
    assert_eq!((of(2.001 * NOISE, 0.0, 1.0), of(1.999 * NOISE, 0.0, 1.0)), (1, 3));
    // The same of the bend against the twist: b³ over 8·N·c².
    for (twist, factor) in [(1.0, 1.0), (8.0, 4.0)] {
        let bend = 2.0 * libm::cbrt(NOISE) * factor;
        assert_eq!((of(0.0, 1.001 * bend, twist), of(0.0, 0.999 * bend, twist)), (2, 3));
    }
}

#[test]
fn the_sign_on_both_sides_of_a_root_is_that_of_the_derivative_that_decides() {
    let sides = |value: f64, slope: f64, bend: f64, twist: f64| {
        let sample = Sample { value, slope, bend, twist, sizes: [1.0; 4], ..Sample::default() };
        (sign_before(&sample), sign_after(&sample))
    };
    for sign in [1.0, -1.0] {
        assert_eq!(sides(sign, 0.0, 0.0, 0.0), (sign, sign));
        assert_eq!(sides(0.0, sign, 0.0, 0.0), (-sign, sign));
        assert_eq!(sides(0.0, 0.0, sign, 0.0), (sign, sign));
        assert_eq!(sides(0.0, 0.0, 0.0, sign), (-sign, sign));
    }
}

/// From within the noise, to where the first derivative that decides says the root is.
#[test]
fn a_root_within_the_noise_is_polished() {
    for x in [0.3, 0.5, 0.7, 0.9] {
        let root = -libm::log(x);
        for (real, off) in [(vec![x, 0.11], 1e-15), (vec![x, x, 0.11], 1e-9), (vec![x, x, x, 0.11], 1e-6)] {
            let curve = product(&real, &[]);
            for start in [root - off, root + off] {
                let polished = polish(&curve, start);
                assert!((polished - root).abs() <= 2e-15, "{real:?} {start}: {polished}");
            }
        }
    }
}

/// One payment and level ones that repay it at a continuous rate: in whatever bracket, from wherever.
#[test]
fn a_root_in_a_bracket_takes_few_evaluations() {
    EVALUATIONS.set(0);
    let level = |count: usize, at: f64| {
        let received: f64 = (1..=count).map(|time| libm::exp(-at * time as f64)).sum();
        let mut amounts = vec![1.0; count + 1];
        amounts[0] = -received;
        Curve::new(amounts, (0..=count).map(|time| time as f64).collect())
    };
    for count in [2, 3, 10, 120] {
        for at in [-2.0, -0.4, -0.01, 0.0, 1e-6, 0.003, 0.05, 0.6, 2.5] {
            let curve = level(count, at);
            for bracket in [(-36.7, 709.7), (at - 0.3, at + 5.0), (at - 0.001, at + 0.2)] {
                for start in [0.0, 0.5 * (bracket.0 + bracket.1)] {
                    if !(bracket.0 < start && start < bracket.1) {
                        continue;
                    }
                    let found = root_between(&curve, bracket, true, start);
                    assert!(
                        (found - at).abs() <= 4e-15 * (1.0 + at.abs()),
                        "{count} {at} {bracket:?} {start}: {found}"
                    );
                }
            }
        }
    }
    // They may only become fewer.
    assert!(EVALUATIONS.get() <= 1_005, "{}", EVALUATIONS.get());
}
