/// The sum of products of two lists, as long as the shorter one. Eight sums that do not wait for each other, added in one
/// order, so that it gives the same bits on every machine.
#[inline]
pub fn dot(left: &[f64], right: &[f64]) -> f64 {
    let mut sums = [0.0; 8];
    let (lefts, left_rest) = left.split_at(left.len().min(right.len()) / 8 * 8);
    let (rights, right_rest) = right.split_at(lefts.len());
    for (a, b) in lefts.chunks_exact(8).zip(rights.chunks_exact(8)) {
        if let ([a0, a1, a2, a3, a4, a5, a6, a7], [b0, b1, b2, b3, b4, b5, b6, b7]) = (a, b) {
            let [s0, s1, s2, s3, s4, s5, s6, s7] = &mut sums;
            *s0 += a0 * b0;
            *s1 += a1 * b1;
            *s2 += a2 * b2;
            *s3 += a3 * b3;
            *s4 += a4 * b4;
            *s5 += a5 * b5;
            *s6 += a6 * b6;
            *s7 += a7 * b7;
        }
    }
    let rest: f64 = left_rest.iter().zip(right_rest).map(|(a, b)| a * b).sum();
    let [s0, s1, s2, s3, s4, s5, s6, s7] = sums;
    ((s0 + s4) + (s1 + s5)) + ((s2 + s6) + (s3 + s7)) + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_of_every_length_are_added_up() {
        for length in 0..40_u32 {
            let left: Vec<f64> = (0..length).map(f64::from).collect();
            let right: Vec<f64> = (0..length + 3).map(|n| f64::from(n) + 0.5).collect();
            let n = f64::from(length);
            // Σ i·(i + ½) by the sums of squares and of numbers.
            let expected = (n - 1.0) * n * (2.0 * n - 1.0) / 6.0 + n * (n - 1.0) / 4.0;
            assert!((dot(&left, &right) - expected).abs() < 1e-9, "{length}");
        }
    }
}
