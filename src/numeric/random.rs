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
    pub const fn fraction(&mut self) -> f64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        (mixed(self.0) >> 11) as f64 / 9_007_199_254_740_992.0
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

const fn mixed(mut bits: u64) -> u64 {
    bits = (bits ^ (bits >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    bits = (bits ^ (bits >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    bits ^ (bits >> 31)
}
