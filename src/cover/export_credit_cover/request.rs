use std::sync::Arc;

use rust_decimal::Decimal;

use crate::document::{OneOrMany, Text};
use crate::explain::{Edition, Grade, Notice};
use crate::values::{
    BuyerClass, CountryCode, Currency, Date, ExportQuality, Months, PositiveAmount, PremiumRate, Rate,
    RatingGrade, RiskCategory, Share,
};

crate::choice! {
    /// Whose rules price the cover.
    pub enum RuleSet {
        /// The minimum premium of the Arrangement on Officially Supported Export Credits.
        OecdMinimum = "oecd-minimum",
        /// The premium rate that the request gives.
        Given = "given",
    }
}

crate::choice! {
    /// The edition of the minimum premium.
    pub enum PremiumEdition {
        /// In force since July 2023: with the term factor for horizons over ten years.
        July2023 = "2023-07",
        /// The text before: without the term factor.
        BeforeJuly2023 = "before-2023-07",
    }
}

crate::record! {
    /// A credit of two years and more, to be insured.
    pub struct CoverRequest {
        /// The exporter's country. Only agencies of the Arrangement's Participants are bound by the minimum premium.
        pub exporter_country: Option<CountryCode>,
        /// The obligor's country or territory. May be missing when the category is given.
        pub country: Option<CountryCode>,
        /// The obligor's class. Give this or a rating.
        pub buyer: Option<BuyerClass>,
        /// The obligor's rating, in place of its class.
        pub rating: Option<RatingGrade>,
        /// The currency of the credit.
        pub currency: Currency,
        /// The principal of the credit, all of it: the percentage of cover is inside the formula.
        pub amount: PositiveAmount,
        /// Months from the first drawdown to the starting point of credit.
        pub disbursement_months: Months = Months::ZERO,
        /// Months from there to the last repayment; 24 or more for the minimum premium.
        pub repayment_months: Months,
        /// The covered shares of a loss.
        pub cover: CoveredShares = CoveredShares::STANDARD,
        /// How good the cover is for the lender.
        pub quality: ExportQuality = ExportQuality::Standard,
        /// The discount for mitigation in local currency, 0 to 0.20.
        pub local_currency_factor: Share = Share::ZERO,
        /// The discount for security, 0 to 0.35. Give this or the security itself.
        pub credit_enhancement_factor: Share = Share::ZERO,
        /// The security that the discount follows from.
        pub security: Option<Security>,
        /// The credit's interest rate a year, nominal. Without it the premium can't be told as a spread.
        pub rate: Option<Rate>,
        /// Payments of principal and interest a year: 1, 2, 4 or 12.
        pub payments_per_year: PaymentsPerYear = PaymentsPerYear::HALF_YEARLY,
        /// A category in place of the country's.
        pub category: Option<RiskCategory>,
        /// The average life of the repayments from the starting point of credit, in years, when they are not equal
        /// half-yearly principals.
        pub average_life_years: Option<Decimal>,
        /// Whether the obligor is of speculative grade, in place of what follows from category and class.
        pub speculative_grade: Option<bool>,
        /// Whose rules; of several the first is answered in full and the others beside it.
        pub rules: OneOrMany<RuleSet> = OneOrMany::one(RuleSet::OecdMinimum),
        /// The edition of the minimum premium.
        pub edition: PremiumEdition = PremiumEdition::July2023,
        /// The premium as a fraction of the principal, for the rule `given`.
        pub premium_rate: Option<PremiumRate>,
        /// The part of the premium that the credit finances, for `financed`.
        pub financed_share: Share = Share::ONE,
        /// Whether the project is of a climate sector, for which longer terms are allowed.
        pub climate_sector: bool = false,
        /// The day as of which the tables are looked at: those older than a year then give a notice.
        pub valuation_date: Option<Date>,
    }
}

crate::record! {
    /// The covered shares of a loss.
    pub struct CoveredShares {
        /// By commercial risk: the buyer does not pay.
        pub commercial: Share = Share::percent(95),
        /// By political risk: the country hinders the payment.
        pub political: Share = Share::percent(95),
    }
}

impl CoveredShares {
    /// 95 % of both.
    pub const STANDARD: Self = Self { commercial: Share::percent(95), political: Share::percent(95) };
}

crate::record! {
    /// Security that lowers the part of the premium for the buyer's risk.
    pub struct Security {
        /// Proceeds or receivables are assigned: 0.10.
        pub assignment: bool = false,
        /// Asset-based security: 0.25. Not together with fixed assets.
        pub asset_based: bool = false,
        /// Security on fixed assets: 0.15.
        pub fixed_assets: bool = false,
        /// The part of the credit that lies in escrow; counted up to 0.10.
        pub escrow: Share = Share::ZERO,
    }
}

/// Payments a year: 1, 2, 4 or 12.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PaymentsPerYear(u32);

impl PaymentsPerYear {
    /// Two.
    pub const HALF_YEARLY: Self = Self(2);

    /// The payments of a frequency.
    pub const fn of(frequency: crate::calendar::Frequency) -> Self {
        Self(frequency.per_year())
    }

    /// How many.
    pub const fn get(self) -> u32 {
        self.0
    }
}

impl crate::document::Read for PaymentsPerYear {
    fn read(value: &crate::document::Value<'_>) -> Result<Self, crate::Error> {
        match u32::read(value)? {
            payments @ (1 | 2 | 4 | 12) => Ok(Self(payments)),
            other => Err(crate::Error::out_of_range("not-a-frequency", "this must be 1, 2, 4 or 12")
                .with_value(other.text())),
        }
    }
}

impl crate::document::Write for PaymentsPerYear {
    fn write(&self, out: &mut crate::document::Writer) {
        self.0.write(out);
    }
}

impl crate::document::Described for PaymentsPerYear {
    const KIND: &'static crate::document::Kind =
        &crate::document::Kind::Number { kind: "integer", minimum: Some(1.0), maximum: Some(12.0) };
}

crate::record! {
    quote
    /// What the cover costs.
    pub struct CoverQuote {
        /// The obligor's country or territory.
        pub country: Option<CountryCode>,
        /// The category that the premium was looked up for; null when the rule needs none and there is none.
        pub category: Option<RiskCategory>,
        /// The obligor's class; null when the rule needs none and none was given.
        pub buyer: Option<BuyerClass>,
        /// The rule set.
        pub rules: RuleSet,
        /// The edition of the minimum premium; null for other rules.
        pub edition: Option<PremiumEdition>,
        /// The horizon of risk in years: half the disbursement and the repayment, by the rule's profile.
        pub horizon_years: f64,
        /// The average life of the repayments in years.
        pub average_life_years: f64,
        /// Whether the obligor counted as speculative grade; null for `given`. What else the rule counted in tells
        /// `explain`.
        pub speculative_grade: Option<bool>,
        /// The currency of all amounts.
        pub currency: Currency,
        /// What the premium rate is a fraction of: the principal of the credit, all of it.
        pub premium_base: String,
        /// The premium as a fraction of the base, flat, as if paid in full at the first drawdown; exact.
        pub premium_rate: Decimal,
        /// The premium.
        pub premium: String,
        /// The premium as a spread a year: exactly the rise of the borrower's nominal rate. Null without a rate.
        pub annual_spread: Option<f64>,
        /// The premium rate over half the disbursement and the average life: what people use, and less than it costs.
        pub naive_annual_spread: f64,
        /// The premium when the credit finances it; null when it can't.
        pub financed: Option<FinancedPremium>,
        /// The premium when it is paid with each drawdown.
        pub as_drawn: AsDrawn,
        /// The other rule sets that were asked for, on the same footing.
        pub others: Vec<OtherRules>,
        /// The tables that were used.
        pub editions: Vec<Arc<Edition>>,
        /// What a reader should know.
        pub notices: Vec<Notice>,
    }
}

crate::record! {
    quote
    /// A premium that the credit finances on top, so that it bears premium itself.
    pub struct FinancedPremium {
        /// The part that is financed.
        pub share: Share,
        /// The premium as a fraction of the credit without it: p / (1 − p · share).
        pub rate: Decimal,
        /// The premium.
        pub premium: String,
        /// The credit with what is financed.
        pub credit: String,
    }
}

crate::record! {
    quote
    /// A premium that is paid as the credit is drawn: equal parts, the last with what rounding left.
    pub struct AsDrawn {
        /// How many parts, one at the beginning of each month of the disbursement.
        pub parts: u32,
        /// Each part but the last.
        pub part: String,
        /// The last part.
        pub last: String,
    }
}

crate::record! {
    quote
    /// The price by another rule set, on the same footing.
    pub struct OtherRules {
        /// The rule set.
        pub rules: RuleSet,
        /// The premium as a fraction of the same base, flat; exact.
        pub premium_rate: Decimal,
        /// The premium.
        pub premium: String,
        /// As a spread a year; null without a rate.
        pub annual_spread: Option<f64>,
        /// As people divide it.
        pub naive_annual_spread: f64,
        /// How good the source is.
        pub grade: Grade,
    }
}
