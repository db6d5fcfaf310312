//! What a bank tells of itself and of the obligor, and what comes out.

use crate::capital::{CapitalApproach, CapitalRules, ExposureClass, RiskWeightQuote};
use crate::values::{Money, Rate, RatingGrade, RiskCategory, Share};

crate::record! {
    /// The lending bank: its rules, what it knows of obligor and guarantor, and what it wants to earn.
    pub struct BankTerms {
        /// The edition of the capital rules.
        pub rules: CapitalRules = CapitalRules::Basel3,
        /// How the bank finds the obligor's risk weight. The guarantor's is standardised.
        pub approach: CapitalApproach = CapitalApproach::Standardised,
        /// What the obligor is. A sovereign without a rating has the weight of its country's category.
        pub exposure_class: ExposureClass = ExposureClass::Corporate,
        /// The obligor's external rating, where the deal has its class instead.
        pub obligor_rating: Option<RatingGrade>,
        /// The obligor's standardised weight where the rules' tables have none or a supervisor has another: 0 to 12.5.
        pub obligor_weight: Option<f64>,
        /// The obligor's probability of default within a year. It counts in the expected loss by either approach.
        pub default_probability: Share,
        /// The part of what isn't covered that is lost in a default.
        pub loss_given_default: Share,
        /// The effective maturity in years, for internal ratings: 2.5 where the rules fix it. Left out, it is measured.
        pub maturity_years: Option<f64>,
        /// The yearly sales of the obligor's group in millions of euros; below 50 they lower the weight.
        pub annual_sales_millions: Option<f64>,
        /// The country risk category of the guarantor's state. Left out, with rating and weight, that of the exporter's country
        /// counts.
        pub guarantor_category: Option<RiskCategory>,
        /// In its place: the rating of the guarantor's state.
        pub guarantor_rating: Option<RatingGrade>,
        /// In its place: the guarantor's risk weight, 0 to 12.5. So for a private insurer.
        pub guarantor_weight: Option<f64>,
        /// What of an undrawn commitment counts as exposure. Left out, what the rules say.
        pub undrawn_factor: Option<Share>,
        /// Capital that the bank holds for a unit of risk-weighted assets; the rules' least is 0.08, without buffers.
        pub capital_ratio: Share,
        /// The least capital for a unit of exposure whatever its weight; Basel III has 0.03 of Tier 1.
        pub leverage_ratio: Option<Share>,
        /// The reference rate a year at which money without credit risk is lent.
        pub base_rate: Rate,
        /// What the bank itself pays for money on top of it, a year.
        pub funding_spread: Rate,
        /// The cost of running the loan a year, on what is owed.
        pub operating_cost: Rate,
        /// The rate of tax on the bank's profit, under 1.
        pub tax_rate: Share,
        /// The return on capital a year that the bank wants, after tax.
        pub target_return: Rate,
    }
}

crate::record! {
    quote
    /// The bank's view of the deal.
    pub struct BankQuote {
        /// The covered share that counts: the lower of commercial and political.
        pub covered_share: f64,
        /// The risk weight of the covered share, as a fraction: the guarantor's, where it is lower than the obligor's.
        pub covered_weight: f64,
        /// The risk weight of the uncovered share, as a fraction: the obligor's.
        pub uncovered_weight: f64,
        /// The obligor's weight, as the product `risk-weight` gives it.
        pub obligor: RiskWeightQuote,
        /// The effective maturity, 1 to 5 years; null without internal ratings.
        pub effective_maturity_years: Option<f64>,
        /// What the bank pays for money a year: reference rate and spread.
        pub funding_rate: f64,
        /// The margin over it that the deal's own rate has.
        pub deal_margin: f64,
        /// With the cover; without one as without.
        pub with_cover: BankSide,
        /// The same deal without cover, at the same rate.
        pub without_cover: BankSide,
        /// How much less margin the bank needs with cover, a year.
        pub margin_saved: f64,
        /// The same in money over the life: what the cover is worth to the bank.
        pub worth: Money,
        /// How much less capital is tied up with cover, on average over the life.
        pub capital_freed: Money,
    }
}

crate::record! {
    quote
    /// The deal in the bank's books, one way.
    pub struct BankSide {
        /// The risk weight of the whole, as a fraction.
        pub risk_weight: f64,
        /// What is owed on average over the life.
        pub average_balance: Money,
        /// Risk-weighted assets on average over the life, undrawn commitments converted.
        pub risk_weighted_assets: Money,
        /// Capital tied up, on average over the life.
        pub capital: Money,
        /// The expected loss over the life, not discounted.
        pub expected_loss: Money,
        /// Of the margin: the cost of running the loan.
        pub cost_margin: f64,
        /// Of the margin: the expected loss.
        pub loss_margin: f64,
        /// Of the margin: what capital must earn before tax, beyond the cost of the money whose place it takes.
        pub capital_margin: f64,
        /// Of the margin: the lender's own fees, which lower it; zero and below.
        pub fee_margin: f64,
        /// The margin over the cost of money a year that meets the target: its four parts. Below zero where fees alone do.
        pub needed_margin: f64,
        /// The rate a year that does: cost of money and margin.
        pub needed_rate: f64,
        /// The return on capital a year, after tax, at the deal's own rate; null where no capital is tied up.
        pub return_on_capital: Option<f64>,
    }
}
