//! Root finding, sorting, random numbers, the normal distribution and the transportation problem, with the same bits on every
//! machine.
//!
//! ```
//! use export_risk::numeric::{brent, newton, sign_changes};
//!
//! let cubic = |x: f64| x * x * x - 2.0;
//! assert!((brent(cubic, 0.0, 2.0, 1e-14)? - libm::cbrt(2.0)).abs() < 1e-13);
//! let with_slope = |x: f64| (x * x * x - 2.0, 3.0 * x * x);
//! assert!((newton(with_slope, 0.0, 2.0, 1.0)? - libm::cbrt(2.0)).abs() < 1e-15);
//! assert_eq!(sign_changes(|x| x * x - 2.0, -3.0, 3.0, 6), [(-2.0, -1.0), (1.0, 2.0)]);
//! # Ok::<(), export_risk::Error>(())
//! ```

mod dot;
mod normal;
mod random;
mod rank;
mod root;
mod sobol;
mod sort;
mod transport;

pub use dot::dot;
pub use normal::{normal_density, normal_probability, normal_quantile};
pub use random::{Exponential, Random};
pub use rank::rank_correlation;
pub use root::{brent, newton, sign_changes, widen};
pub use sobol::Sobol;
pub use sort::sorted;
pub use transport::{Rest, Transport};
