/// Points that fill a cube evenly: Sobol's sequence.
///
/// Source: I. M. Sobol', On the distribution of points in a cube and the approximate evaluation of integrals (1967); primitive
/// polynomials and first direction numbers of S. Joe, F. Y. Kuo, Constructing Sobol sequences with better two-dimensional
/// projections (2008), new-joe-kuo-6.21201.
#[derive(Clone, Debug)]
pub struct Sobol(Vec<[u32; BITS]>);

const BITS: usize = 32;

/// Of each dimension after the first: the inner coefficients of its polynomial, and as many first numbers as its degree.
const DIMENSIONS: [(u32, &[u32]); 9] = [
    (0, &[1]),
    (1, &[1, 3]),
    (1, &[1, 3, 1]),
    (2, &[1, 1, 1]),
    (1, &[1, 1, 3, 3]),
    (4, &[1, 3, 5, 13]),
    (2, &[1, 1, 5, 5, 17]),
    (4, &[1, 1, 5, 5, 5]),
    (7, &[1, 1, 7, 11, 19]),
];

impl Sobol {
    /// The most dimensions.
    pub const MOST: usize = DIMENSIONS.len() + 1;

    /// The sequence of so many dimensions, up to [`Sobol::MOST`].
    pub fn new(dimensions: usize) -> Self {
        let mut all = Vec::with_capacity(dimensions);
        all.push(core::array::from_fn(|bit| 1 << (BITS - 1 - bit)));
        for (inner, first) in DIMENSIONS.iter().take(dimensions.saturating_sub(1)) {
            let degree = first.len();
            let mut directions = [0_u32; BITS];
            for bit in 0..BITS {
                let earlier = |back: usize| {
                    bit.checked_sub(back).and_then(|at| directions.get(at)).copied().unwrap_or(0)
                };
                let next = match first.get(bit) {
                    Some(number) => number << (BITS - 1 - bit),
                    None => (1..degree).fold(earlier(degree) ^ (earlier(degree) >> degree), |sum, back| {
                        let counts = inner >> (degree - 1 - back) & 1 == 1;
                        if counts { sum ^ earlier(back) } else { sum }
                    }),
                };
                directions.iter_mut().skip(bit).take(1).for_each(|direction| *direction = next);
            }
            all.push(directions);
        }
        Self(all)
    }

    /// A coordinate of a point, in parts of 2³².
    pub fn coordinate(&self, point: u32, dimension: usize) -> u32 {
        let gray = point ^ (point >> 1);
        let directions = self.0.get(dimension).map_or(&[][..], |directions| &directions[..]);
        directions
            .iter()
            .enumerate()
            .filter(|(bit, _)| gray >> bit & 1 == 1)
            .fold(0, |sum, (_, direction)| sum ^ direction)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Each sixteenth of each edge, and each of the sixteen squares of the first two, has one of sixteen points.
    #[test]
    fn points_are_even() {
        let sobol = Sobol::new(Sobol::MOST);
        for dimension in 0..Sobol::MOST {
            let mut seen: Vec<u32> = (0..16).map(|point| sobol.coordinate(point, dimension) >> 28).collect();
            seen.sort_unstable();
            assert_eq!(seen, (0..16).collect::<Vec<u32>>(), "{dimension}");
        }
        let square = |point| (sobol.coordinate(point, 0) >> 30, sobol.coordinate(point, 1) >> 30);
        let mut seen: Vec<_> = (0..16).map(square).collect();
        seen.sort_unstable();
        seen.dedup();
        assert_eq!(seen.len(), 16);
    }

    /// Printed in the documentation of scipy's `qmc.Sobol`, for two dimensions without scrambling.
    #[test]
    fn the_first_points_are_known() {
        let sobol = Sobol::new(2);
        let known = [[0, 0], [4, 4], [6, 2], [2, 6], [3, 3], [7, 7], [5, 1], [1, 5]];
        for (point, expected) in (0..).zip(known) {
            for (dimension, eighths) in expected.into_iter().enumerate() {
                assert_eq!(sobol.coordinate(point, dimension), eighths << 29, "{point} {dimension}");
            }
        }
    }
}
