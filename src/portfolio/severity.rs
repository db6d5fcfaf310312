//! What a default costs where it varies: a beta distribution as a few losses with their probabilities.

use crate::numeric::brent;

/// How many losses stand for a distribution: moments up to the fifteenth are exact.
pub(super) const NODES: usize = 8;

/// A loss with its probability.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Node {
    pub loss: f64,
    pub share: f64,
}

/// The two shapes of the beta distribution with a mean and a standard deviation; none where it has no such deviation.
///
/// `a = m·c, b = (1 − m)·c, c = m·(1 − m)/s² − 1`
pub(super) fn shapes(mean: f64, deviation: f64) -> Option<(f64, f64)> {
    let both = mean * (1.0 - mean) / (deviation * deviation) - 1.0;
    // Below it nearly all is at 0 or 1 and above it nearly all at the mean: nothing that a number could tell apart.
    (both > 1e-3 && both < 1e9).then_some((mean * both, (1.0 - mean) * both))
}

/// Gauss's nodes and weights for a beta distribution with shapes `a` and `b`.
///
/// The roots of each polynomial lie between those of the one before it. Source: G. H. Golub, J. H. Welsch, Calculation of
/// Gauss Quadrature Rules (1969), for the recurrence and the weights; W. Gautschi, Orthogonal Polynomials (2004), table 1.1,
/// for its coefficients.
pub(super) fn beta_nodes(a: f64, b: f64) -> [Node; NODES] {
    let polynomials = Jacobi::of(a, b);
    let mut roots: Vec<f64> = Vec::with_capacity(NODES);
    for degree in 1..=NODES {
        let mut ends = vec![-1.0];
        ends.extend_from_slice(&roots);
        ends.push(1.0);
        roots = ends
            .windows(2)
            .filter_map(|ends| match *ends {
                // At an end itself the polynomial may be too small to have a sign.
                [low, high] => Some(
                    brent(|t| polynomials.value(degree, t).0, low, high, 0.0).unwrap_or(0.5 * (low + high)),
                ),
                _ => None,
            })
            .collect();
    }
    let mut nodes = [Node::default(); NODES];
    for (node, root) in nodes.iter_mut().zip(roots) {
        *node = Node { loss: 0.5 + 0.5 * root, share: 1.0 / polynomials.value(NODES, root).1 };
    }
    nodes
}

/// Jacobi's polynomials, by the coefficients of their recurrence.
struct Jacobi([(f64, f64); NODES]);

impl Jacobi {
    fn of(a: f64, b: f64) -> Self {
        let (alpha, beta, sum) = (b - 1.0, a - 1.0, a + b - 2.0);
        let mut coefficients = [(0.0, 1.0); NODES];
        for (at, coefficient) in coefficients.iter_mut().enumerate() {
            let k = at as f64;
            let twice = 2.0 * k + sum;
            *coefficient = match at {
                0 => ((beta - alpha) / (sum + 2.0), 1.0),
                _ => {
                    // At the first of them a factor would be 0 over 0 where the shapes sum to 1.
                    let common = if at == 1 { 1.0 } else { (k + sum) / (twice - 1.0) };
                    let square =
                        4.0 * k * (k + alpha) * (k + beta) * common / (twice * twice * (twice + 1.0));
                    ((beta - alpha) * (beta + alpha) / (twice * (twice + 2.0)), square)
                }
            };
        }
        Self(coefficients)
    }

    /// The normed polynomial of a degree, but for its last norm, and the sum of the squares of those below it.
    fn value(&self, degree: usize, t: f64) -> (f64, f64) {
        let (mut before, mut now, mut squares) = (0.0, 1.0, 0.0);
        let mut norm = 0.0;
        for (at, (shift, _)) in self.0.iter().take(degree).enumerate() {
            squares += now * now;
            let next_norm = self.0.get(at + 1).map_or(1.0, |(_, next)| libm::sqrt(*next));
            let next = ((t - shift) * now - norm * before) / next_norm;
            (before, now, norm) = (now, next, next_norm);
        }
        (now, squares)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The moments of a beta distribution: `E[x^n] = Π (a + i)/(a + b + i)`.
    #[test]
    fn moments_are_met() {
        for (mean, deviation) in
            [(0.45, 0.2), (0.5, 0.4), (0.1, 0.05), (0.9, 0.28), (0.02, 0.1), (0.5, 0.2886751345948129)]
        {
            let (a, b) = shapes(mean, deviation).unwrap();
            let nodes = beta_nodes(a, b);
            let mut moment = 1.0;
            for power in 0..15 {
                let found: f64 = nodes.iter().map(|node| node.share * node.loss.powi(power)).sum();
                assert!((found / moment - 1.0).abs() < 1e-9, "{mean} {deviation} {power}: {found} {moment}");
                moment *= (a + f64::from(power)) / (a + b + f64::from(power));
            }
            assert!(nodes.iter().all(|node| node.loss > 0.0 && node.loss < 1.0 && node.share > 0.0));
        }
    }
}
