/// Random numbers by a seed, the same on every machine.
///
/// Source: G. Steele, D. Lea, C. Flood, Fast Splittable Pseudorandom Number Generators (2014), SplitMix64.
#[derive(Clone, Debug)]
pub struct Random(u64);

impl Random {
    /// The numbers of a seed.
    pub const fn seeded(seed: u64) -> Self {
        Self(seed)
    }

    /// The numbers of one path among many of a seed: each path has its own, whoever draws it.
    pub const fn of_path(seed: u32, path: u32) -> Self {
        Self(mixed((seed as u64) << 32 | path as u64))
    }

    /// At least 0 and below 1, in steps of 2⁻⁵³.
    #[inline]
    pub const fn fraction(&mut self) -> f64 {
        fraction_of(self.bits())
    }

    /// Sixty-four random bits.
    #[inline]
    const fn bits(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        mixed(self.0)
    }

    /// Two independent numbers of the standard normal distribution.
    ///
    /// Source: G. Box, M. Muller, A Note on the Generation of Random Normal Deviates (1958).
    pub fn normals(&mut self) -> [f64; 2] {
        let radius = libm::sqrt(-2.0 * libm::log(1.0 - self.fraction()));
        let angle = 2.0 * core::f64::consts::PI * self.fraction();
        [radius * libm::cos(angle), radius * libm::sin(angle)]
    }
}

const fn fraction_of(bits: u64) -> f64 {
    (bits >> 11) as f64 / 9_007_199_254_740_992.0
}

/// Numbers of the exponential distribution with mean 1, for whom many are needed: a logarithm in one of a hundred only.
///
/// The area below the density is cut into layers of the same area; a point of a layer is nearly always below the density, and
/// then nothing has to be worked out.
///
/// Source: G. Marsaglia, W. W. Tsang, The Ziggurat Method for Generating Random Variables (2000), with 256 layers.
#[derive(Clone, Debug)]
pub struct Exponential {
    /// How far each layer reaches and the density there; those of the next one stand beside them.
    layers: [[(f64, f64); 2]; 256],
}

impl Exponential {
    /// Where the tail begins, and the area of a layer.
    const TAIL: f64 = 7.697_117_470_131_05;
    const AREA: f64 = 0.003_949_659_822_581_572;

    /// The layers.
    pub fn new() -> Self {
        let density = |x: f64| libm::exp(-x);
        // The lowest layer holds the tail too, so it reaches further than the density.
        let mut own = (Self::AREA / density(Self::TAIL), density(Self::TAIL));
        let mut next = (Self::TAIL, density(Self::TAIL));
        let mut left = 256;
        let layers = core::array::from_fn(|_| {
            let layer = [own, next];
            own = next;
            left -= 1;
            let reach = if left > 1 { -libm::log(Self::AREA / own.0 + own.1) } else { 0.0 };
            next = (reach, density(reach));
            layer
        });
        Self { layers }
    }

    /// The next number.
    #[inline]
    pub fn draw(&self, random: &mut Random) -> f64 {
        loop {
            let bits = random.bits();
            let [(reach, low), (inside, high)] =
                self.layers.get((bits & 255) as usize).copied().unwrap_or_default();
            let x = fraction_of(bits) * reach;
            if x < inside {
                return x;
            }
            if bits & 255 == 0 {
                // What is beyond the tail's beginning is distributed as all of it.
                return Self::TAIL - libm::log(1.0 - random.fraction());
            }
            if low + random.fraction() * (high - low) < libm::exp(-x) {
                return x;
            }
        }
    }
}

impl Default for Exponential {
    fn default() -> Self {
        Self::new()
    }
}

const fn mixed(mut bits: u64) -> u64 {
    bits = (bits ^ (bits >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    bits = (bits ^ (bits >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    bits ^ (bits >> 31)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Moments of the exponential distribution are factorials; its tail falls by e.
    #[test]
    fn exponential_numbers_are_distributed_so() {
        let table = Exponential::new();
        let mut random = Random::seeded(1);
        let count = 1_000_000;
        let (mut sums, mut beyond) = ([0.0; 3], [0.0; 3]);
        for _ in 0..count {
            let x = table.draw(&mut random);
            for (power, sum) in (1..).zip(&mut sums) {
                *sum += x.powi(power);
            }
            for (edge, sum) in [0.5, 3.0, 8.0].into_iter().zip(&mut beyond) {
                *sum += f64::from(x > edge);
            }
        }
        let n = f64::from(count);
        for ((sum, moment), error) in sums.into_iter().zip([1.0, 2.0, 6.0]).zip([1.0, 4.47, 26.2]) {
            assert!((sum / n - moment).abs() < 4.0 * error / n.sqrt(), "{} {moment}", sum / n);
        }
        for (sum, edge) in beyond.into_iter().zip([0.5_f64, 3.0, 8.0]) {
            let part = libm::exp(-edge);
            assert!((sum / n - part).abs() < 4.0 * (part / n).sqrt(), "{} {part}", sum / n);
        }
        // The highest layer has the area of all others.
        let [(reach, low), (inside, high)] = table.layers[255];
        assert!((reach * (high - low) - Exponential::AREA).abs() < 1e-12 && inside == 0.0 && high == 1.0);
    }
}
