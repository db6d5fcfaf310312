//! The formula of internal ratings.

use super::{CapitalRules, ExposureClass, MINIMUM_RATIO};
use crate::numeric::{normal_probability, normal_quantile};

/// The confidence that the capital of internal ratings rests on.
const CONFIDENCE: f64 = 0.999;

/// The rate of default that is not passed with a confidence, when one common factor moves all debtors of a large and
/// even book.
///
/// `p(α) = N[(G(p) + √R · G(α)) / √(1 − R)]`
///
/// - `p` the probability of default, 0 to 1
/// - `R` the correlation of the debtors' assets, 0 and above, under 1
/// - `α` the confidence, 0 to 1
/// - `N`, `G` the normal distribution and its inverse
///
/// *Also known as* Vasicek's limit, the asymptotic single risk factor.
/// Source: O. Vasicek, The distribution of loan portfolio value, Risk (December 2002).
pub fn conditional_default_rate(probability: f64, correlation: f64, confidence: f64) -> f64 {
    // Otherwise an infinity could meet another one.
    if probability <= 0.0 || probability >= 1.0 {
        return if probability <= 0.0 { 0.0 } else { 1.0 };
    }
    let common = libm::sqrt(correlation) * normal_quantile(confidence);
    normal_probability((normal_quantile(probability) + common) / libm::sqrt(1.0 - correlation))
}

/// An exposure as the internal-ratings approach sees it. All shares are fractions.
///
/// Floors are the caller's to apply: [`InternalRating::floor`].
#[derive(Clone, Copy, Debug)]
pub struct InternalRating {
    /// The edition of the rules.
    pub rules: CapitalRules,
    /// Whom it is owed by.
    pub class: ExposureClass,
    /// The probability of default within a year, 0 to 1.
    pub default_probability: f64,
    /// The part that is lost in a default, 0 to 1.
    pub loss_given_default: f64,
    /// The effective maturity in years; of no account for retail classes.
    pub maturity_years: f64,
    /// The yearly sales of a firm's group in millions of euros, where they count. From 50 on they change nothing.
    pub sales_millions: Option<f64>,
    /// Whether it is a regulated financial institution with assets of USD 100 billion or more, or an unregulated one.
    pub is_large_financial: bool,
    /// The correlation in place of what the rules say, 0 and above, under 1.
    pub correlation: Option<f64>,
}

impl InternalRating {
    /// An exposure of the foundation approach, 2.5 years long, without probability and loss.
    ///
    /// Source: Basel Framework CRE32.44; Basel II (June 2006), paragraph 318.
    pub const fn of(rules: CapitalRules, class: ExposureClass) -> Self {
        Self {
            rules,
            class,
            default_probability: 0.0,
            loss_given_default: 0.0,
            maturity_years: 2.5,
            sales_millions: None,
            is_large_financial: false,
            correlation: None,
        }
    }

    /// The least probability of default that counts; none for a sovereign.
    ///
    /// Basel III: 0.1 % for qualifying revolving credit, 0.05 % for all others. Basel II: 0.03 %.
    ///
    /// DIFFERENCE: who always pays a card in full (a transactor) has 0.05 % in Basel III; all count as those who don't.
    /// Source: Basel Framework CRE32.4 and CRE32.58; Basel II (June 2006), paragraphs 285 and 331.
    pub const fn floor(rules: CapitalRules, class: ExposureClass) -> f64 {
        match (rules, class) {
            (_, ExposureClass::Sovereign) => 0.0,
            (CapitalRules::Basel3, ExposureClass::QualifyingRevolving) => 0.001,
            (CapitalRules::Basel3, _) => 0.0005,
            (CapitalRules::Basel2 | CapitalRules::Basel2Scaled, _) => 0.0003,
        }
    }

    /// The correlation of the debtors' assets.
    ///
    /// - corporate, bank, sovereign: `R = 0.12·w + 0.24·(1 − w)`, `w = (1 − e^(−50·PD)) / (1 − e^(−50))`
    /// - a firm with sales `S` under 50 million euros: less `0.04·(1 − (S − 5) / 45)`, `S` at least 5
    /// - a large or unregulated financial institution: times 1.25
    /// - residential mortgage 0.15, qualifying revolving 0.04
    /// - other retail: `R = 0.03·w + 0.16·(1 − w)`, `w = (1 − e^(−35·PD)) / (1 − e^(−35))`
    ///
    /// The factor of 1.25 came with Basel III in 2010; it is applied wherever the caller says so.
    /// Source: Basel Framework CRE31.5, 31.7, 31.8, 31.14 to 31.16; Basel II (June 2006), paragraphs 272, 273, 328 to 330.
    pub fn correlation(&self) -> f64 {
        if let Some(given) = self.correlation {
            return given;
        }
        let between = |steepness: f64, at_high: f64, at_low: f64| {
            let weight = libm::expm1(-steepness * self.default_probability) / libm::expm1(-steepness);
            at_high * weight + at_low * (1.0 - weight)
        };
        let wholesale = between(50.0, 0.12, 0.24);
        match self.class {
            ExposureClass::ResidentialMortgage => 0.15,
            ExposureClass::QualifyingRevolving => 0.04,
            ExposureClass::OtherRetail => between(35.0, 0.03, 0.16),
            ExposureClass::Corporate => {
                let sales = self.sales_millions.map_or(50.0, |sales| sales.max(5.0)).min(50.0);
                let small = 0.04 * (1.0 - (sales - 5.0) / 45.0);
                (wholesale - small) * self.institution_factor()
            }
            ExposureClass::Bank | ExposureClass::Sovereign => wholesale * self.institution_factor(),
        }
    }

    fn institution_factor(&self) -> f64 {
        if self.is_large_financial { 1.25 } else { 1.0 }
    }

    /// How much more capital a longer maturity needs; 1 for retail classes, and for others at one year.
    ///
    /// `(1 + (M − 2.5)·b) / (1 − 1.5·b)`, `b = (0.11852 − 0.05478 · ln PD)²`
    ///
    /// DIFFERENCE: below a probability of 0.001 %, which only a sovereign can have, `b` stays: the denominator goes to zero
    /// at 0.0003 %.
    /// Source: Basel Framework CRE31.5 and 31.6; Basel II (June 2006), paragraph 272.
    pub fn maturity_factor(&self) -> f64 {
        if self.class.is_retail() {
            return 1.0;
        }
        let root = 0.11852 - 0.05478 * libm::log(self.default_probability.max(1e-5));
        let b = root * root;
        (1.0 + (self.maturity_years - 2.5) * b) / (1.0 - 1.5 * b)
    }

    /// The rate of default that is not passed in 999 years out of 1,000.
    pub fn conditional_default_rate(&self) -> f64 {
        conditional_default_rate(self.default_probability, self.correlation(), CONFIDENCE)
    }

    /// The capital for unexpected losses, as a fraction of the exposure.
    ///
    /// `K = LGD · (N[(G(PD) + √R · G(0.999)) / √(1 − R)] − PD) · (1 + (M − 2.5)·b) / (1 − 1.5·b)`
    ///
    /// Nothing is rounded. Source: Basel Framework CRE31.5; Basel II (June 2006), paragraph 272.
    pub fn capital(&self) -> f64 {
        let unexpected = self.conditional_default_rate() - self.default_probability;
        self.loss_given_default * unexpected * self.maturity_factor()
    }

    /// The risk weight as a fraction: `12.5 · K`, with the edition's scaling factor.
    pub fn risk_weight(&self) -> f64 {
        self.capital() / MINIMUM_RATIO * self.rules.scaling()
    }

    /// The expected loss of a year, as a fraction of the exposure: `PD · LGD`.
    ///
    /// Source: Basel Framework CRE35.2.
    pub fn expected_loss(&self) -> f64 {
        self.default_probability * self.loss_given_default
    }
}
