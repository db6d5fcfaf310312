//! The capital that a bank must hold for what it is owed: risk weights by the Basel rules, by internal ratings and by the
//! standardised approach.
//!
//! ```
//! use export_risk::capital::{CapitalRules, ExposureClass, InternalRating};
//!
//! let corporate = InternalRating {
//!     default_probability: 0.01,
//!     loss_given_default: 0.45,
//!     ..InternalRating::of(CapitalRules::Basel2, ExposureClass::Corporate)
//! };
//! assert!((corporate.risk_weight() - 0.9232).abs() < 0.00005);
//! ```

mod internal;
mod product;
mod standardised;

pub use internal::{InternalRating, conditional_default_rate};
pub use product::{CapitalApproach, RiskWeightQuote, RiskWeightRequest};
pub use standardised::{category_weight, rated_weight};

crate::choice! {
    /// Which edition of the Basel rules counts.
    pub enum CapitalRules {
        /// The Basel Framework as it has been in force since 2023-01-01: the final Basel III.
        Basel3 = "basel-3",
        /// Basel II of June 2006, without the scaling factor.
        Basel2 = "basel-2",
        /// Basel II of June 2006 with its scaling factor of 1.06 on what internal ratings give.
        Basel2Scaled = "basel-2-scaled",
    }
}

impl CapitalRules {
    /// What risk weights by internal ratings are multiplied by.
    ///
    /// Source: Basel II (June 2006), paragraph 44; the Basel Framework has no such factor.
    pub const fn scaling(self) -> f64 {
        match self {
            Self::Basel2Scaled => 1.06,
            Self::Basel3 | Self::Basel2 => 1.0,
        }
    }
}

crate::choice! {
    /// Whom the bank lends to, as the capital rules see it.
    pub enum ExposureClass {
        /// A firm; small and medium-sized ones by their sales.
        Corporate = "corporate",
        /// A bank.
        Bank = "bank",
        /// A state or its central bank.
        Sovereign = "sovereign",
        /// A household's loan on the home it lives in.
        ResidentialMortgage = "residential-mortgage",
        /// Households' revolving credit, such as cards.
        QualifyingRevolving = "qualifying-revolving",
        /// Any other credit to households and the smallest firms.
        OtherRetail = "other-retail",
    }
}

impl ExposureClass {
    /// Whether it is a class of retail credit, for which the maturity does not count.
    pub const fn is_retail(self) -> bool {
        matches!(self, Self::ResidentialMortgage | Self::QualifyingRevolving | Self::OtherRetail)
    }
}

/// The least ratio of capital to risk-weighted assets.
///
/// Source: Basel Framework RBC20.1; Basel II (June 2006), paragraph 40.
pub const MINIMUM_RATIO: f64 = 0.08;
