//! What is asked for and what comes out.

use std::sync::Arc;

use rust_decimal::Decimal;

use crate::document::OneOrMany;
use crate::explain::{Edition, Grade, Notice};
use crate::values::{Amount, BuyerClass, CountryCode, Date, RatingGrade, Share};

crate::choice! {
    /// How a criterion is looked at.
    pub enum CriterionTest {
        /// Whether it is so: 1 for yes, 0 for no.
        Holds = "holds",
        /// The value must reach the threshold.
        AtLeast = "at-least",
        /// The value must not pass the threshold.
        AtMost = "at-most",
    }
}

crate::choice! {
    /// Where an applicant or a criterion stands.
    pub enum AccessStanding {
        /// It is met.
        Pass = "pass",
        /// Something is not known yet, or a document is missing.
        Missing = "missing",
        /// It is not met.
        Fail = "fail",
    }
}

crate::choice! {
    /// Why a criterion stands where it stands.
    pub enum CriterionReason {
        /// It is met, and documented where that is asked for.
        Met = "met",
        /// It is not so.
        NotSo = "not-so",
        /// The value is below the threshold.
        Below = "below",
        /// The value is above the threshold.
        Above = "above",
        /// Nothing is known.
        NotKnown = "not-known",
        /// It would be met, and a document is missing.
        Undocumented = "undocumented",
    }
}

crate::choice! {
    /// Whose criteria they are.
    pub enum CriteriaOf {
        /// Those of China's mechanism for financing small firms.
        Published = "published",
        /// Those that are given.
        Given = "given",
    }
}

crate::record! {
    /// An applicant, looked at by the criteria of a list, and its credit on the scales of other countries.
    pub struct CreditAccessRequest {
        /// Whether it has operated lawfully and without a break.
        pub continuous_operation: Option<bool>,
        /// Whether it has a fixed place of business.
        pub fixed_place: Option<bool>,
        /// Whether it has a real need of finance.
        pub financing_need: Option<bool>,
        /// Whether its credit is good: no bad record of the firm, its owners and managers.
        pub good_credit: Option<bool>,
        /// Whether the money is for a lawful use within its business.
        pub lawful_use: Option<bool>,
        /// The criteria of a host in the place of the published ones.
        pub criteria: Option<GivenCriteria>,
        /// The documents that are there, by the names that the criteria use.
        pub documents: Vec<String> = Vec::new(),
        /// Tiers of a list by score, where criteria have weights.
        pub tiers: Option<AccessTiers>,
        /// The country or territory where finance is sought.
        pub country: Option<CountryCode>,
        /// The country or territory of the applicant's record.
        pub home_country: Option<CountryCode>,
        /// Its rating on the agencies' shared scale. Give this, the class or the default rate.
        pub rating: Option<RatingGrade>,
        /// Its buyer class in its own country: SOV to CC5; needs `homeCountry`.
        pub buyer: Option<BuyerClass>,
        /// The default rate that its lender's own scale means.
        pub default_rate: Option<Share>,
        /// The years of that rate, 1 to 5.
        pub horizon_years: u32 = 1,
        /// The day as of which tables are looked at: one older than a year then gives a notice.
        pub valuation_date: Option<Date>,
    }
}

crate::record! {
    /// Criteria as columns: one entry a criterion, or one for all where a column says so.
    pub struct GivenCriteria {
        /// What each is called.
        pub names: Vec<String>,
        /// How it is looked at, one or each.
        pub tests: OneOrMany<CriterionTest> = OneOrMany::one(CriterionTest::Holds),
        /// The thresholds; 0 where it only holds or not. Empty where all do.
        pub thresholds: Vec<Decimal> = Vec::new(),
        /// The applicant's values: 1 or 0 for what holds or not, null where nothing is known; empty where nothing is at all.
        pub values: Vec<Option<Decimal>> = Vec::new(),
        /// The weights; empty for no score.
        pub weights: Vec<Amount> = Vec::new(),
        /// The documents that prove each, several separated by semicolons, an empty text for none; empty for none at all.
        pub documents: Vec<String> = Vec::new(),
        /// Whether each must be met, one or each; empty: all.
        pub mandatory: Vec<bool> = Vec::new(),
    }
}

crate::record! {
    /// Tiers of a list, from the lowest.
    pub struct AccessTiers {
        /// What each is called.
        pub names: Vec<String>,
        /// The least score of each, 0 to 1, ascending.
        pub scores: Vec<Share>,
    }
}

crate::record! {
    quote
    /// Where an applicant stands, and what its credit means elsewhere.
    pub struct CreditAccessQuote {
        /// All criteria that must be met together.
        pub standing: AccessStanding,
        /// Whose criteria they are.
        pub criteria_of: CriteriaOf,
        /// Criteria that are met.
        pub passed: u32,
        /// Criteria of which something is missing.
        pub missing: u32,
        /// Criteria that are not met.
        pub failed: u32,
        /// The weights of what is met, as a part of all; null without weights.
        pub score: Option<f64>,
        /// The same if all that is missing were met.
        pub score_if_complete: Option<f64>,
        /// The tier that the score reaches.
        pub tier: Option<String>,
        /// The next tier.
        pub next_tier: Option<String>,
        /// What the score lacks to it.
        pub distance: Option<f64>,
        /// Criterion by criterion.
        pub criteria: Vec<CriterionResult>,
        /// Documents that are asked for and not there.
        pub missing_documents: Vec<String>,
        /// The step of credit quality, 1 the best to 6.
        pub quality_step: Option<u32>,
        /// The applicant's default rate over three years, where one is given.
        pub three_year_rate: Option<f64>,
        /// The default rate over three years that stands for the step.
        pub benchmark_rate: Option<f64>,
        /// The buyer classes that the step means at home, from the best.
        pub home_classes: Vec<BuyerClass>,
        /// The buyer classes that it means where finance is sought.
        pub classes: Vec<BuyerClass>,
        /// All steps, with what they mean on each scale.
        pub concordance: Vec<ConcordanceStep>,
        /// The tables that were used.
        pub editions: Vec<Arc<Edition>>,
        /// What a reader should know.
        pub notices: Vec<Notice>,
    }
}

crate::record! {
    quote
    /// One criterion.
    pub struct CriterionResult {
        /// What it is called.
        pub criterion: String,
        /// Where it stands.
        pub standing: AccessStanding,
        /// Why.
        pub why: CriterionReason,
        /// Whether it must be met.
        pub mandatory: bool,
        /// The applicant's value; null where it is not known or only holds or not.
        pub value: Option<Decimal>,
        /// The threshold; null where it only holds or not.
        pub threshold: Option<Decimal>,
        /// What the value lacks, or has too much.
        pub shortfall: Option<Decimal>,
        /// The weight.
        pub weight: Option<Decimal>,
        /// What meeting it would add to the score.
        pub would_add: Option<f64>,
        /// Documents of it that are not there.
        pub documents: Vec<String>,
    }
}

crate::record! {
    quote
    /// One step of credit quality on every scale.
    pub struct ConcordanceStep {
        /// The step, 1 the best.
        pub quality_step: u32,
        /// The default rate over three years that stands for it.
        pub benchmark_rate: f64,
        /// From this rate on.
        pub lower_rate: f64,
        /// Up to this rate.
        pub upper_rate: f64,
        /// Its best rating.
        pub best_rating: RatingGrade,
        /// Its worst rating.
        pub worst_rating: RatingGrade,
        /// The best and the worst buyer class that it means at home.
        pub home_classes: Vec<BuyerClass>,
        /// The best and the worst buyer class that it means where finance is sought.
        pub classes: Vec<BuyerClass>,
        /// Whether the applicant stands here.
        pub is_applicant: bool,
        /// How good the source is.
        pub grade: Grade,
    }
}
