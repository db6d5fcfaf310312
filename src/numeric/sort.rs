/// Pairs in the order of their first numbers; of equal ones the earlier stays the earlier, so that sums over them are
/// the same on every machine.
///
/// A plain merge sort. The standard library's is quicker on long lists and as WebAssembly ten times as large.
pub fn sorted(pairs: Vec<(f64, f64)>) -> Vec<(f64, f64)> {
    let mut from = pairs;
    let mut to = Vec::with_capacity(from.len());
    let mut width = 1;
    while width < from.len() {
        to.clear();
        for runs in from.chunks(2 * width) {
            let (mut left, mut right) = runs.split_at_checked(width).unwrap_or((runs, &[]));
            while let ([a, after_a @ ..], [b, after_b @ ..]) = (left, right) {
                if a.0.total_cmp(&b.0).is_le() {
                    to.push(*a);
                    left = after_a;
                } else {
                    to.push(*b);
                    right = after_b;
                }
            }
            to.extend_from_slice(left);
            to.extend_from_slice(right);
        }
        core::mem::swap(&mut from, &mut to);
        width *= 2;
    }
    from
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pairs_are_sorted_as_the_standard_library_sorts_them() {
        for length in [0, 1, 2, 3, 7, 8, 9, 100, 1000] {
            let number = |at: u32| f64::from(at.wrapping_mul(2_654_435_761) >> 26) - 30.0;
            let pairs: Vec<(f64, f64)> = (0..length).map(|at| (number(at), f64::from(at))).collect();
            let mut expected = pairs.clone();
            expected.sort_by(|a, b| a.0.total_cmp(&b.0));
            assert_eq!(sorted(pairs), expected);
        }
    }
}
