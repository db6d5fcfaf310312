//! The present value of merged flows as a function of one discount exponent, with all that the search for its
//! roots asks of it, in one pass.

/// Flows at distinct times, ascending, as `F(v) = Σ aᵢ·e^(−v·tᵢ)`: `t` counts units of time (days, or years) from
/// the first flow, `v` is the continuous rate a unit. The roots of `F` in `v` are the rates of return.
#[derive(Clone, Debug)]
pub(super) struct Curve {
    amounts: Vec<f64>,
    times: Vec<f64>,
    /// Which of `lengths` lies before each flow; empty when there are too many.
    gaps: Vec<u8>,
    lengths: Vec<f64>,
    longest_chunk: f64,
}

/// Powers are multiplied up within a chunk and taken afresh at each: the error stays below this many roundings.
const CHUNK: usize = 32;
/// Most schedules have a handful of distances between their flows (28 to 31 days); each costs one exponential.
const MOST_LENGTHS: usize = 64;
/// Beyond this exponent a product could pass through zero or infinity on its way.
const LARGEST_EXPONENT: f64 = 600.0;

/// Sums over the flows at one `v`, on the scale where the weight of the pivot is one: the pivot is the first flow
/// for `v ≥ 0` and the last for `v < 0`, so that no weight overflows.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Sums {
    /// Σ a·w
    pub(super) value: f64,
    /// Σ |a|·w
    pub(super) size: f64,
    /// Σ a·t·w
    pub(super) weighted: f64,
    /// Σ |a|·t·w
    pub(super) weighted_size: f64,
}

/// What one evaluation tells about the roots above its `v ≥ 0`.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Sample {
    pub(super) v: f64,
    /// F and its derivatives F' = −Σ a·t·w, F'' = Σ a·t²·w, F''' = −Σ a·t³·w.
    pub(super) value: f64,
    pub(super) slope: f64,
    pub(super) bend: f64,
    pub(super) twist: f64,
    /// Bounds on the derivatives of order 0 to 3 from here on: Σ |a|·tᵏ·w.
    pub(super) sizes: [f64; 4],
    /// Sign changes in the partial sums: at least as many as there are roots above `v`.
    pub(super) changes: i64,
}

impl Curve {
    /// The amounts must be finite and not zero, the times ascending and distinct.
    pub(super) fn new(amounts: Vec<f64>, times: Vec<f64>) -> Self {
        let first = times.first().copied().unwrap_or(0.0);
        let mut times = times;
        times.iter_mut().for_each(|time| *time -= first);
        let (gaps, lengths) = classes(&times);
        let ends =
            |chunk: &[f64]| chunk.last().copied().unwrap_or(0.0) - chunk.first().copied().unwrap_or(0.0);
        let longest_chunk = times.chunks(CHUNK).map(ends).fold(0.0, f64::max);
        Self { amounts, times, gaps, lengths, longest_chunk }
    }

    pub(super) fn len(&self) -> usize {
        self.amounts.len()
    }

    pub(super) fn amounts(&self) -> &[f64] {
        &self.amounts
    }

    pub(super) fn times(&self) -> &[f64] {
        &self.times
    }

    /// From the first flow to the last, in units.
    pub(super) fn span(&self) -> f64 {
        self.times.last().copied().unwrap_or(0.0)
    }

    /// The same flows seen from the other end of time: `F(−v)` up to a positive factor.
    pub(super) fn reversed(&self) -> Self {
        let span = self.span();
        let amounts = self.amounts.iter().rev().copied().collect();
        let times = self.times.iter().rev().map(|time| span - time).collect();
        Self::new(amounts, times)
    }

    /// The sums that Newton's method needs.
    pub(super) fn sums(&self, v: f64) -> Sums {
        let mut sums = Sums::default();
        self.each(v, &mut sums);
        sums
    }

    /// Everything that the isolation of roots needs. The bounds and the sign changes are for `v ≥ 0` only; the
    /// derivatives are those of `F` for any `v` where the value is zero.
    pub(super) fn sample(&self, v: f64) -> Sample {
        let positive = self.amounts.first().is_some_and(|amount| *amount > 0.0);
        let mut sampling = Sampling { sample: Sample { v, ..Sample::default() }, positive };
        self.each(v, &mut sampling);
        sampling.sample
    }

    /// Sign changes in the amounts: no fewer than there are roots altogether, and as even or odd.
    ///
    /// Source: Descartes' rule of signs, in Laguerre's form for real exponents.
    pub(super) fn sign_changes(&self) -> usize {
        let later = self.amounts.iter().skip(1);
        self.amounts.iter().zip(later).filter(|(a, b)| (**a > 0.0) != (**b > 0.0)).count()
    }

    /// Sign changes in the sums of the first amounts and in the sums of the last: no fewer than there are roots
    /// above zero and below zero.
    ///
    /// Source: E. Laguerre, Sur la théorie des équations numériques (1883); for rates of return known as Norstrom's
    /// criterion.
    pub(super) fn partial_sign_changes(&self) -> (usize, usize) {
        (changes(self.amounts.iter()), changes(self.amounts.iter().rev()))
    }

    /// Adds every flow, in the order of time, with `weight = e^(−v·(t − pivot))`.
    #[inline]
    fn each(&self, v: f64, sums: &mut impl AddFlow) {
        #[cfg(test)]
        tests::EVALUATIONS.set(tests::EVALUATIONS.get() + 1);
        let pivot = if v < 0.0 { self.span() } else { 0.0 };
        if self.gaps.is_empty() || v.abs() * self.longest_chunk > LARGEST_EXPONENT {
            for (amount, time) in self.amounts.iter().zip(&self.times) {
                sums.add(*amount, *time, libm::exp(-v * (time - pivot)));
            }
            return;
        }
        let mut factors = [1.0; MOST_LENGTHS];
        for (factor, length) in factors.iter_mut().zip(&self.lengths) {
            *factor = libm::exp(-v * length);
        }
        let chunks = self.amounts.chunks(CHUNK).zip(self.times.chunks(CHUNK)).zip(self.gaps.chunks(CHUNK));
        for ((amounts, times), gaps) in chunks {
            let mut flows = amounts.iter().zip(times).zip(gaps);
            let Some(((amount, time), _)) = flows.next() else { continue };
            let mut weight = libm::exp(-v * (time - pivot));
            sums.add(*amount, *time, weight);
            for ((amount, time), gap) in flows {
                weight *= factors.get(usize::from(*gap) % MOST_LENGTHS).copied().unwrap_or(1.0);
                sums.add(*amount, *time, weight);
            }
        }
    }
}

/// Adds flows up. A trait and not a closure, so that each flow costs no call however little is inlined.
trait AddFlow {
    fn add(&mut self, amount: f64, time: f64, weight: f64);
}

impl AddFlow for Sums {
    #[inline(always)]
    fn add(&mut self, amount: f64, time: f64, weight: f64) {
        let part = amount * weight;
        self.value += part;
        self.size += part.abs();
        self.weighted += part * time;
        self.weighted_size += part.abs() * time;
    }
}

struct Sampling {
    sample: Sample,
    /// Whether the last partial sum with a sign was above zero.
    positive: bool,
}

impl AddFlow for Sampling {
    #[inline(always)]
    fn add(&mut self, amount: f64, time: f64, weight: f64) {
        let sample = &mut self.sample;
        let part = amount * weight;
        let part_1 = part * time;
        let part_2 = part_1 * time;
        let part_3 = part_2 * time;
        sample.value += part;
        sample.slope -= part_1;
        sample.bend += part_2;
        sample.twist -= part_3;
        let [size, size_1, size_2, size_3] = &mut sample.sizes;
        *size += part.abs();
        *size_1 += part_1.abs();
        *size_2 += part_2.abs();
        *size_3 += part_3.abs();
        // A partial sum that is lost in rounding has no sign, as one that is zero has none.
        if sample.value.abs() > f64::EPSILON * *size && (sample.value > 0.0) != self.positive {
            self.positive = !self.positive;
            sample.changes += 1;
        }
    }
}

/// Which length lies before each time, and the lengths; no classes when there are too many lengths.
fn classes(times: &[f64]) -> (Vec<u8>, Vec<f64>) {
    let (mut gaps, mut lengths) = (vec![0; times.len()], Vec::with_capacity(8));
    // Most lengths are small whole numbers of days: their classes are looked up and not searched for.
    let mut of_days = [u8::MAX; 128];
    let mut before = 0.0;
    for (time, gap) in times.iter().zip(&mut gaps) {
        let length = time - before;
        before = *time;
        let mut nowhere = u8::MAX;
        let days = length as usize;
        let slot = match of_days.get_mut(days) {
            Some(slot) if length == days as f64 => slot,
            _ => &mut nowhere,
        };
        if *slot == u8::MAX {
            let class = lengths.iter().position(|known| *known == length).unwrap_or(lengths.len());
            if class == MOST_LENGTHS {
                return (Vec::new(), lengths);
            }
            if class == lengths.len() {
                lengths.push(length);
            }
            *slot = class as u8;
        }
        *gap = *slot;
    }
    (gaps, lengths)
}

fn changes<'a>(amounts: impl Iterator<Item = &'a f64>) -> usize {
    let (mut sum, mut size, mut sign, mut count) = (0.0_f64, 0.0, 0.0, 0);
    for amount in amounts {
        sum += amount;
        size += amount.abs();
        if sum.abs() > f64::EPSILON * size {
            if sum * sign < 0.0 {
                count += 1;
            }
            sign = sum.signum();
        }
    }
    count
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may fail")]
pub(super) mod tests {
    use super::*;
    use proptest::prelude::*;

    std::thread_local! {
        /// Evaluations of curves, counted.
        pub(in super::super) static EVALUATIONS: core::cell::Cell<usize> = const { core::cell::Cell::new(0) };
    }

    /// Partial sums −100, 0, −50, 10: nothing has no sign. From the end 60, 10, 110, 10.
    #[test]
    fn a_sum_of_nothing_has_no_sign() {
        let curve = Curve::new(vec![-100.0, 100.0, -50.0, 60.0], vec![0.0, 1.0, 2.0, 3.0]);
        assert_eq!(curve.partial_sign_changes(), (1, 0));
    }

    /// More lengths than there are classes of, and just as many as there are.
    #[test]
    fn lengths_are_classes_as_long_as_there_are_not_too_many() {
        let times = |lengths: usize| -> Vec<f64> {
            let ends = (0..3 * lengths).scan(0.0, |time, at| {
                *time += 0.25 + (at % lengths) as f64;
                Some(*time)
            });
            [0.0].into_iter().chain(ends).collect()
        };
        // The first flow lies at no distance from itself, which is a length too.
        let (gaps, lengths) = classes(&times(MOST_LENGTHS - 1));
        assert_eq!((gaps.len(), lengths.len()), (3 * (MOST_LENGTHS - 1) + 1, MOST_LENGTHS));
        assert_eq!(classes(&times(MOST_LENGTHS)).0, Vec::<u8>::new());
        let (gaps, lengths) = classes(&[0.0, 30.0, 61.0, 91.0, 91.5, 121.5, 1121.5, 2121.5]);
        assert_eq!((gaps, lengths), (vec![0, 1, 2, 1, 3, 1, 4, 4], vec![0.0, 30.0, 31.0, 0.5, 1000.0]));
    }

    /// The sums as they are defined, one flow after the other: orders 0 to 3, plain and of the sizes, and how often
    /// the partial sum changes its sign; -1 where rounding decides that.
    fn defined(curve: &Curve, v: f64) -> ([f64; 4], [f64; 4], i64) {
        let pivot = if v < 0.0 { curve.span() } else { 0.0 };
        let (mut plain, mut sizes, mut changes) = ([0.0; 4], [0.0; 4], 0);
        let (mut positive, mut lost) = (curve.amounts[0] > 0.0, false);
        for (amount, time) in curve.amounts.iter().zip(&curve.times) {
            let part = amount * libm::exp(v * (pivot - time));
            for order in 0..4 {
                plain[order] += part * time.powi(order as i32);
                sizes[order] += part.abs() * time.powi(order as i32);
            }
            lost |= plain[0] != 0.0 && plain[0].abs() < 1e-12 * sizes[0];
            if plain[0] != 0.0 && (plain[0] > 0.0) != positive {
                positive = plain[0] > 0.0;
                changes += 1;
            }
        }
        (plain, sizes, if lost { -1 } else { changes })
    }

    fn curves() -> impl Strategy<Value = Curve> {
        // Equal distances, a few, and more than there are classes of.
        let gaps = prop_oneof![Just(vec![30]), Just(vec![28, 30, 31]), Just((1..200).collect::<Vec<i32>>())];
        let amounts = proptest::collection::vec(prop_oneof![1_i32..1000, -1000_i32..0], 2..150);
        (gaps, amounts).prop_map(|(gaps, amounts)| {
            let mut time = 0;
            let times = (0..amounts.len()).map(|at| {
                time += gaps[at * 7 % gaps.len()];
                f64::from(time)
            });
            let times = times.collect();
            Curve::new(amounts.into_iter().map(f64::from).collect(), times)
        })
    }

    proptest! {
        #[test]
        fn the_sums_are_what_they_are_defined_as(curve in curves(), v in prop_oneof![-0.01..0.01_f64, -3.0..3.0_f64]) {
            let (plain, sizes, changes) = defined(&curve, v);
            let near = |found: f64, order: usize, sign: f64| {
                (found - sign * plain[order]).abs() <= 1e-12 * sizes[order] + f64::MIN_POSITIVE
            };
            let (sums, sample) = (curve.sums(v), curve.sample(v));
            prop_assert!(near(sums.value, 0, 1.0) && near(sums.weighted, 1, 1.0));
            prop_assert!((sums.size - sizes[0]).abs() <= 1e-12 * sizes[0]);
            prop_assert!((sums.weighted_size - sizes[1]).abs() <= 1e-12 * sizes[1] + f64::MIN_POSITIVE);
            prop_assert!(near(sample.value, 0, 1.0) && near(sample.slope, 1, -1.0));
            prop_assert!(near(sample.bend, 2, 1.0) && near(sample.twist, 3, -1.0));
            for (found, size) in sample.sizes.iter().zip(sizes) {
                prop_assert!((found - size).abs() <= 1e-12 * size + f64::MIN_POSITIVE);
            }
            prop_assert_eq!(sample.v, v);
            if v >= 0.0 && changes >= 0 {
                prop_assert_eq!(sample.changes, changes);
            }
        }

        #[test]
        fn from_the_other_end_of_time_rates_have_the_other_sign(curve in curves(), v in -0.01..0.01_f64) {
            let (here, there) = (curve.sums(v), curve.reversed().sums(-v));
            prop_assert!((here.value - there.value).abs() <= 1e-12 * here.size);
            prop_assert!((here.size - there.size).abs() <= 1e-12 * here.size);
        }
    }

    #[test]
    fn a_flow_far_from_the_pivot_keeps_its_weight_where_a_product_would_pass_through_zero() {
        let curve = Curve::new(vec![1.0, 1.0, -3.0], vec![0.0, 1000.0, 2000.0]);
        assert_eq!(curve.sums(-2.0).value, -3.0);
        assert_eq!(curve.sums(2.0).value, 1.0);
        // Just inside, where the product is used.
        let sums = curve.sums(-0.29);
        assert!((sums.value + 3.0).abs() < 1e-12 && sums.value != 0.0);
    }

    #[test]
    fn signs_are_counted_in_amounts_and_in_their_sums() {
        let curve = Curve::new(vec![-100.0, 230.0, -132.0], vec![0.0, 1.0, 2.0]);
        assert_eq!((curve.sign_changes(), curve.partial_sign_changes()), (2, (2, 2)));
        // A sum of nothing has no sign.
        let curve = Curve::new(vec![-100.0, 100.0, -5.0, 6.0], vec![0.0, 1.0, 2.0, 3.0]);
        assert_eq!((curve.sign_changes(), curve.partial_sign_changes()), (3, (1, 0)));
        let sample = curve.sample(0.0);
        assert_eq!((sample.changes, sample.value), (1, 1.0));
        // Nor has one that is rounding alone: 0.3 − 0.1 − 0.2 is −2.8·10⁻¹⁷.
        let curve = Curve::new(vec![0.3, -0.1, -0.2, 5.0], vec![0.0, 1.0, 2.0, 3.0]);
        assert_eq!((curve.partial_sign_changes(), curve.sample(0.0).changes), ((0, 0), 0));
    }
}
