//! What comes out: the premium, and the other rule sets beside it.

use std::sync::Arc;

use rust_decimal::Decimal;

use super::request::{PremiumEdition, RuleSet};
use crate::document::{Described, FieldShape, Kind, RecordShape, Shape, Write, Writer};
use crate::error::Error;
use crate::explain::{Edition, Grade, Notice};
use crate::values::{BuyerClass, CountryCode, Currency, Money, RiskCategory, Share};

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
        /// The rule set; where every one was asked for, the first that applies.
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
        /// What the premium rate is a fraction of: the amount of the request, for the minimum premium the principal of
        /// the credit, all of it. `ruleSet.base` says as what the rule counts it.
        pub premium_base: Money,
        /// The premium as a fraction of the base, flat, as if paid in full at the first drawdown; exact.
        pub premium_rate: Decimal,
        /// The premium.
        pub premium: Money,
        /// The premium as a spread a year: exactly the rise of the borrower's nominal rate. Null without a rate.
        pub annual_spread: Option<f64>,
        /// The premium rate over half the disbursement and the average life: what people use, and less than it costs.
        /// Null where nothing is owed for any time.
        pub naive_annual_spread: Option<f64>,
        /// What the rule set counts in, what it leaves out and how good its source is.
        pub rule_set: RuleSetFacts,
        /// The premium when the credit finances it; null when it can't.
        pub financed: Option<FinancedPremium>,
        /// The premium when it is paid with each drawdown.
        pub as_drawn: AsDrawn,
        /// The other rule sets that were asked for, on the same footing: the same amount and the same balance.
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
        pub premium: Money,
        /// The credit with what is financed.
        pub credit: Money,
    }
}

crate::record! {
    quote
    /// A premium that is paid as the credit is drawn: equal parts, the last with what rounding left.
    pub struct AsDrawn {
        /// How many parts, one at the beginning of each month of the disbursement.
        pub parts: u32,
        /// Each part but the last.
        pub part: Money,
        /// The last part.
        pub last: Money,
    }
}

crate::record! {
    quote
    /// The price by another rule set, on the same footing; or why there is none.
    pub struct OtherRules {
        /// The rule set.
        pub rules: RuleSet,
        /// The premium as a fraction of the same amount, flat; exact. Null where the rule set does not apply.
        pub premium_rate: Option<Decimal>,
        /// The premium.
        pub premium: Option<Money>,
        /// As a spread a year on the same balance; null without a rate.
        pub annual_spread: Option<f64>,
        /// As people divide it.
        pub naive_annual_spread: Option<f64>,
        /// How good the source is.
        pub grade: Option<Grade>,
        /// What the rule set counts in, what it leaves out and how good its source is.
        pub rule_set: Option<RuleSetFacts>,
        /// Why the rule set gives no price here.
        pub refusal: Option<Refusal>,
    }
}

crate::record! {
    quote
    /// What a rule set counts in, what it leaves out, and where it is from.
    pub struct RuleSetFacts {
        /// As what the rule counts the amount.
        pub base: RuleBase,
        /// The lowest grade among its numbers.
        pub grade: Grade,
        /// The id of the table's edition; null where the rule has no table.
        pub table: Option<&'static str>,
        /// The years over which the premium counts as a spread: half the disbursement and the average life, or the time
        /// of its own that the rule counts, before shipment or in days.
        pub counted_years: f64,
        /// The lower end of the range that the agency prints, as a spread a year; null where there is none.
        pub range_low: Option<f64>,
        /// The upper end of that range.
        pub range_high: Option<f64>,
        /// Whether the numbers are reconstructed and not the agency's own tariff.
        pub reconstruction: bool,
        /// Whether the tariff is no longer in use.
        pub historical: bool,
        /// What the premium leaves out.
        pub leaves_out: Vec<LeftOut>,
        /// Fees beside the premium, as far as they are known.
        pub fees: Vec<RuleSetFee>,
    }
}

crate::choice! {
    /// As what a rule counts the amount that it prices.
    pub enum RuleBase {
        /// The principal of the credit.
        Principal = "principal",
        /// The claim without interest.
        Receivable = "receivable",
        /// The costs of production up to shipment.
        ProductionCosts = "production-costs",
        /// The insured value of the contract.
        InsuredValue = "insured-value",
    }
}

crate::choice! {
    /// What a premium leaves out.
    pub enum LeftOut {
        /// The rule is a floor: an agency may charge more.
        AgencyMargin = "agency-margin",
        /// Interest is not part of the base.
        Interest = "interest",
        /// The rule knows no buyer's class: it prices the country only.
        BuyerRisk = "buyer-risk",
        /// Fees come on top.
        Fees = "fees",
        /// Least amounts of premium are not known.
        LeastPremium = "least-premium",
        /// The rate does not change with the percentage of cover here.
        PercentageOfCover = "percentage-of-cover",
        /// Factors for cover and product, which are not known.
        CoverFactors = "cover-factors",
        /// The minimum premium, which binds the agency from two years on where it is higher.
        MinimumPremium = "minimum-premium",
        /// The agency prices larger deals within a range; this is its standard rate.
        RangeOfRates = "range-of-rates",
        /// What an insurer needs beyond the market's spread.
        InsurersCosts = "insurers-costs",
    }
}

crate::choice! {
    /// A fee beside the premium.
    pub enum FeeName {
        /// For the application, by bands.
        Application = "application",
        /// For issuing the policy.
        Issue = "issue",
    }
}

crate::record! {
    quote
    /// A fee beside the premium.
    pub struct RuleSetFee {
        /// Which.
        pub name: FeeName,
        /// The fee; null where its bands are not known, or the deal's currency is not the fee's.
        pub amount: Option<Money>,
        /// The least.
        pub minimum: Money,
        /// The most.
        pub maximum: Money,
        /// The fee's currency.
        pub currency: Currency,
        /// How good the source is.
        pub grade: Grade,
    }
}

/// Why a rule set gives no price: the error that a request for this rule set alone would meet.
#[derive(Clone, Debug)]
pub struct Refusal(pub Error);

impl Write for Refusal {
    fn write(&self, out: &mut Writer) {
        out.record(|record| {
            record.field("kind", self.0.kind().name());
            record.field("reason", self.0.reason());
            record.field("field", self.0.field());
            record.field("value", self.0.value());
            record.open("details").record(|details| {
                self.0.details().iter().for_each(|(name, value)| details.field(name, value));
            });
            record.field("message", self.0.sentence());
        });
    }
}

impl Described for Refusal {
    const KIND: &'static Kind = &Kind::Closed;

    fn shape() -> Shape {
        let text = || Shape::Text { kind: "text" };
        let field = |name, doc: &str, shape| FieldShape { name, doc: doc.to_owned(), shape, default: None };
        Shape::Record(RecordShape {
            name: "Refusal",
            doc: "Why a rule set gives no price: the error that a request for it alone would meet."
                .to_owned(),
            fields: vec![
                field("kind", "The kind of the error.", text()),
                field("reason", "A short code.", text()),
                field("field", "The path of the field.", text()),
                field("value", "The bad value.", Shape::Optional(Box::new(text()))),
                field("details", "Values that the sentence mentions.", Shape::Map),
                field("message", "What would be right.", text()),
            ],
        })
    }
}
