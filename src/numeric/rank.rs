/// Spearman's rank correlation of two lists of the same length, -1 to 1: the correlation of their ranks, where equal
/// values share the average of their ranks. 0 when one of them is all the same, or fewer than two are given.
///
/// Source: C. Spearman, "The Proof and Measurement of Association between Two Things", 1904.
pub fn rank_correlation(left: &[f64], right: &[f64]) -> f64 {
    let (left, right) = (ranks(left), ranks(right));
    let middle = (left.len() as f64 + 1.0) / 2.0;
    let product =
        |a: &[f64], b: &[f64]| -> f64 { a.iter().zip(b).map(|(a, b)| (a - middle) * (b - middle)).sum() };
    let spread = (product(&left, &left) * product(&right, &right)).sqrt();
    if spread > 0.0 { product(&left, &right) / spread } else { 0.0 }
}

/// The rank of each value from 1; equal ones share their average.
fn ranks(values: &[f64]) -> Vec<f64> {
    let rank = |value: f64| {
        let below = values.iter().filter(|other| **other < value).count();
        let same = values.iter().filter(|other| **other == value).count();
        below as f64 + (same as f64 + 1.0) / 2.0
    };
    values.iter().map(|value| rank(*value)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Source: the ten pairs of IQ and hours of television in Wikipedia's "Spearman's rank correlation coefficient":
    /// -29/165.
    #[test]
    fn a_printed_example() {
        let left = [106.0, 100.0, 86.0, 101.0, 99.0, 103.0, 97.0, 113.0, 112.0, 110.0];
        let right = [7.0, 27.0, 2.0, 50.0, 28.0, 29.0, 20.0, 12.0, 6.0, 17.0];
        assert!((rank_correlation(&left, &right) + 29.0 / 165.0).abs() < 1e-15);
    }

    #[test]
    fn ties_share_their_rank_and_constants_say_nothing() {
        assert_eq!(ranks(&[2.0, 1.0, 2.0, 5.0]), [2.5, 1.0, 2.5, 4.0]);
        assert_eq!(rank_correlation(&[1.0, 1.0], &[1.0, 2.0]), 0.0);
        assert_eq!(rank_correlation(&[], &[]), 0.0);
        assert_eq!(rank_correlation(&[1.0, 2.0, 9.0], &[3.0, 2.0, 1.0]), -1.0);
    }
}
