//! Root finding, distributions, seeded random numbers: pure `f64`.
