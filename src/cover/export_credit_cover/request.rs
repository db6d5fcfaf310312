use rust_decimal::Decimal;

use crate::document::{Column, OneOrMany, Text};
use crate::values::{
    BuyerClass, CountryCode, Currency, Date, ExportQuality, Months, PositiveAmount, PremiumRate, Rate,
    RatingGrade, RiskCategory, Share,
};

crate::choice! {
    /// Whose rules price the cover.
    pub enum RuleSet {
        /// The minimum premium of the Arrangement on Officially Supported Export Credits.
        OecdMinimum = "oecd-minimum",
        /// Germany, repayment up to two years. A reconstruction, not the Federation's tariff.
        DeFederalShortTerm = "de-federal-short-term",
        /// Germany, the risk before shipment. A reconstruction, not the Federation's tariff.
        DeFederalManufacturing = "de-federal-manufacturing",
        /// Sweden, over twelve months, newer edition of the matrix.
        SeMatrixNewer = "se-matrix-newer",
        /// Sweden, over twelve months, older edition of the matrix.
        SeMatrixOlder = "se-matrix-older",
        /// Finland, under two years.
        FiShortTerm = "fi-short-term",
        /// Japan before shipment, as of October 2004. Historical.
        Jp2004PreShipment = "jp-2004-pre-shipment",
        /// Japan after shipment, as of October 2004. Historical.
        Jp2004PostShipment = "jp-2004-post-shipment",
        /// The tariff of the partner's rate card.
        RateCard = "rate-card",
        /// The market's spread for the obligor, from the curve that the request gives, or the rate card.
        MarketSpread = "market-spread",
        /// The premium rate that the request gives.
        Given = "given",
        /// In a request: every rule set that applies, in this order; those that don't are told in a notice.
        Every = "every",
    }
}

crate::choice! {
    /// The premium class of the buyer in the Finnish tariff, which the agency assesses.
    pub enum PremiumClass {
        /// The best.
        First = "I",
        /// The middle one.
        Second = "II",
        /// The weakest.
        Third = "III",
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
        /// Months from there to the last repayment; 24 or more for the minimum premium, under 24 for short-term rules. 0
        /// is payment at delivery.
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
        /// Equal instalments of a credit of up to 24 months, evenly over the repayment: 1 to 24. Without it a credit under
        /// 24 months is paid at once at its end.
        pub instalments: Option<u32>,
        /// Months from the start of manufacture to shipment, for `de-federal-manufacturing`. The amount then stands for
        /// the costs of production.
        pub manufacturing_months: Option<Months>,
        /// Days at risk, for `jp-2004-…`: after shipment the longest usance, before it those to the last shipment.
        pub risk_days: Option<u32>,
        /// The premium class of the buyer, for `fi-short-term`: the agency's own, not the class by country.
        pub premium_class: Option<PremiumClass>,
        /// The market's spreads for the obligor, for `market-spread`.
        pub market_curve: Option<MarketCurve>,
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
    /// What the market asks for a risk like the obligor's, by tenor.
    pub struct MarketCurve {
        /// Tenors in years, ascending, above zero.
        pub tenors: Column<f64>,
        /// The spread a year at each, as a fraction: 0.015 is 1.5 %.
        pub spreads: Column<f64>,
        /// The rate a year at which premiums are discounted, nominal. Without it the credit's rate and the spread
        /// together, so that the premium is worth exactly the spread.
        pub discount_rate: Option<Rate>,
    }
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
