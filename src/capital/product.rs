//! The risk weight of one exposure.

use std::sync::Arc;

use super::{CapitalRules, ExposureClass, InternalRating, MINIMUM_RATIO, category_weight, rated_weight};
use crate::document::Text;
use crate::error::{Error, ErrorKind};
use crate::explain::{Edition, Grade, Notice, Step, Trace};
use crate::product::Product;
use crate::reference::Market;
use crate::values::{RatingGrade, RiskCategory, Share};

const FORMULA: &str =
    "Basel Framework CRE31.5 to 31.16 (2023); Basel II (June 2006), paragraphs 272, 273 and 328 to 330";
const TABLES: &str = "Basel Framework CRE20 (2023); Basel II (June 2006), paragraphs 53 to 72";
const RATIO: &str = "Basel Framework RBC20.1; Basel II (June 2006), paragraph 40";

crate::choice! {
    /// How a bank finds its risk weights.
    pub enum CapitalApproach {
        /// From the rules' tables, by external rating.
        Standardised = "standardised",
        /// By the rules' formula, from the bank's own probability of default and loss.
        InternalRatings = "internal-ratings",
    }
}

crate::record! {
    /// One exposure whose risk weight is asked for.
    pub struct RiskWeightRequest {
        /// The edition of the rules.
        pub rules: CapitalRules = CapitalRules::Basel3,
        /// How the bank finds its weights.
        pub approach: CapitalApproach,
        /// Whom the bank lends to.
        pub exposure_class: ExposureClass = ExposureClass::Corporate,
        /// The external rating, for the standardised approach.
        pub rating: Option<RatingGrade>,
        /// A sovereign's country risk category, for the standardised approach where it has no rating.
        pub category: Option<RiskCategory>,
        /// The standardised weight itself, where the tables have none or a supervisor has another: 0 to 12.5.
        pub given_weight: Option<f64>,
        /// The probability of default within a year, for internal ratings.
        pub default_probability: Option<Share>,
        /// The part that is lost in a default, for internal ratings.
        pub loss_given_default: Option<Share>,
        /// The effective maturity in years, 0 to 5, for internal ratings of firms, banks and sovereigns.
        pub maturity_years: f64 = 2.5,
        /// The yearly sales of a firm's group in millions of euros; below 50 they lower the weight.
        pub annual_sales_millions: Option<f64>,
        /// A regulated financial institution with assets of USD 100 billion or more, or an unregulated one: 1.25 times the
        /// correlation.
        pub large_financial: bool = false,
        /// The correlation in place of what the rules say, under 1.
        pub correlation: Option<Share>,
        /// Whether the edition's least probability of default counts. Printed tables go below it.
        pub applies_floor: bool = true,
    }
}

crate::record! {
    quote
    /// A risk weight and what it is made of. All are fractions.
    pub struct RiskWeightQuote {
        /// The risk weight: what of the exposure counts as risk-weighted asset.
        pub risk_weight: f64,
        /// The least capital, 8 % of it, as a fraction of the exposure.
        pub capital: f64,
        /// The expected loss of a year, as a fraction of the exposure; null without internal ratings.
        pub expected_loss: Option<f64>,
        /// The probability of default that counts, after the floor; null without internal ratings.
        pub default_probability: Option<f64>,
        /// The correlation of the debtors' assets; null without internal ratings.
        pub correlation: Option<f64>,
        /// The rate of default that is not passed in 999 of 1,000 years; null without internal ratings.
        pub conditional_default_rate: Option<f64>,
        /// What the maturity multiplies the capital by; null without internal ratings.
        pub maturity_factor: Option<f64>,
        /// The tables that this rests on: the rules' own, which stand in the working.
        pub editions: Vec<Arc<Edition>>,
        /// What a reader should know.
        pub notices: Vec<Notice>,
    }
}

crate::quotes!(RiskWeightQuote);

impl Product for RiskWeightRequest {
    type Quote = RiskWeightQuote;

    const NAME: &'static str = "risk-weight";

    #[inline(never)]
    fn quote(&self, _market: &Market, trace: &mut Trace) -> Result<RiskWeightQuote, Error> {
        self.weigh(trace)
    }
}

impl RiskWeightRequest {
    /// The weight, for which no table of the market is needed.
    ///
    /// # Errors
    /// `InvalidInput` where internal ratings lack probability or loss, `NotApplicable` for what is in default, `MissingData`
    /// where the tables have no weight, `OutOfRange` for a maturity, sales, a weight or a correlation out of bounds.
    pub fn weigh(&self, trace: &mut Trace) -> Result<RiskWeightQuote, Error> {
        bounded(self.maturity_years, 0.0, 5.0, "0 to 5", "maturityYears")?;
        bounded(
            self.annual_sales_millions.unwrap_or(0.0),
            0.0,
            1e9,
            "0 to 1000000000",
            "annualSalesMillions",
        )?;
        bounded(self.given_weight.unwrap_or(0.0), 0.0, 12.5, "0 to 12.5", "givenWeight")?;
        let mut quote = match self.approach {
            CapitalApproach::Standardised => self.by_table(trace)?,
            CapitalApproach::InternalRatings => self.by_formula(trace)?,
        };
        quote.capital = quote.risk_weight * MINIMUM_RATIO;
        trace.step(|| {
            Step::new("minimum-capital", "C", "8 % · w")
                .output("capital")
                .input("w", quote.risk_weight, "fraction")
                .value(quote.capital, "fraction")
                .cited(RATIO, Grade::Official)
        });
        Ok(quote)
    }

    fn by_table(&self, trace: &mut Trace) -> Result<RiskWeightQuote, Error> {
        let class = self.exposure_class;
        let by_category = match (class, self.rating, self.category) {
            (ExposureClass::Sovereign, None, Some(category)) => Some(category_weight(category)),
            _ => None,
        };
        let found = self.given_weight.or(by_category);
        let found =
            found.or_else(|| rated_weight(self.rules, class, self.rating, self.annual_sales_millions));
        let Some(risk_weight) = found else {
            let sentence =
                "the rules' tables have no weight for this class: give the weight that your rules have";
            let error = Error::new(ErrorKind::MissingData, "no-standard-weight", sentence);
            return Err(error.at("givenWeight").with_value(class.name()));
        };
        trace.step(|| {
            let step = match (self.given_weight, by_category, self.category) {
                (Some(_), ..) => Step::new("given-weight", "w", "w"),
                (None, Some(_), Some(category)) => {
                    Step::new("category-weight", "w", "0–1: 0 %, 2: 20 %, 3: 50 %, 4–6: 100 %, 7: 150 %")
                        .input("i", category.get(), "category")
                }
                _ => Step::new("rated-weight", "w", "w(class, rating)")
                    .input("class", class.name(), "")
                    .input("rating", self.rating.map_or("none", RatingGrade::name), ""),
            };
            let grade = if self.given_weight.is_some() { Grade::Assumption } else { Grade::Official };
            step.output("riskWeight").value(risk_weight, "fraction").cited(TABLES, grade)
        });
        let mut notices = Vec::new();
        if self.given_weight.is_none() && by_category.is_none() && self.rating.is_none() && !class.is_retail()
        {
            notices.push(Notice::new("weight-of-unrated").with("weight", risk_weight));
        }
        Ok(RiskWeightQuote {
            risk_weight,
            capital: 0.0,
            expected_loss: None,
            default_probability: None,
            correlation: None,
            conditional_default_rate: None,
            maturity_factor: None,
            editions: Vec::new(),
            notices,
        })
    }

    fn by_formula(&self, trace: &mut Trace) -> Result<RiskWeightQuote, Error> {
        let given = self.default_probability.ok_or_else(|| required("defaultProbability"))?.as_f64();
        let loss = self.loss_given_default.ok_or_else(|| required("lossGivenDefault"))?.as_f64();
        if given >= 1.0 {
            let sentence =
                "what is in default has no weight by this formula: the probability must be under 1";
            return Err(Error::not_applicable("in-default", sentence)
                .at("defaultProbability")
                .with_value(given.text()));
        }
        if let Some(weight) = self.given_weight {
            let sentence = "internal ratings find the weight: give none, or choose the standardised approach";
            return Err(Error::invalid("only-one", sentence).at("givenWeight").with_value(weight.text()));
        }
        let correlation = self.correlation.map(Share::as_f64);
        bounded(correlation.unwrap_or(0.0), 0.0, 0.999, "0 to 0.999", "correlation")?;
        let mut notices = Vec::new();
        let floor = InternalRating::floor(self.rules, self.exposure_class);
        let mut probability = given;
        if self.applies_floor && given < floor {
            probability = floor;
            notices.push(
                Notice::new("default-probability-floored").with("probability", given).with("floor", floor),
            );
        }
        let rating = InternalRating {
            default_probability: probability,
            loss_given_default: loss,
            maturity_years: self.maturity_years,
            sales_millions: self.annual_sales_millions,
            is_large_financial: self.large_financial,
            correlation,
            ..InternalRating::of(self.rules, self.exposure_class)
        };
        let quote = RiskWeightQuote {
            risk_weight: rating.risk_weight(),
            capital: 0.0,
            expected_loss: Some(rating.expected_loss()),
            default_probability: Some(probability),
            correlation: Some(rating.correlation()),
            conditional_default_rate: Some(rating.conditional_default_rate()),
            maturity_factor: Some(rating.maturity_factor()),
            editions: Vec::new(),
            notices,
        };
        self.explain(&rating, given, floor, &quote, trace);
        Ok(quote)
    }

    fn explain(
        &self,
        rating: &InternalRating,
        given: f64,
        floor: f64,
        quote: &RiskWeightQuote,
        trace: &mut Trace,
    ) {
        let probability = rating.default_probability;
        let step = |id, symbol, formula, output: &str, value: f64, unit: &str| {
            Step::new(id, symbol, formula).output(output).value(value, unit).cited(FORMULA, Grade::Official)
        };
        trace.step(|| {
            step(
                "floored-probability",
                "PD",
                "max(PD, PD_min)",
                "defaultProbability",
                probability,
                "fraction-a-year",
            )
            .input("PD", given, "fraction-a-year")
            .input("PD_min", if self.applies_floor { floor } else { 0.0 }, "fraction-a-year")
        });
        let correlation = rating.correlation();
        trace.step(|| {
            let formula = match (self.correlation, self.exposure_class) {
                (Some(_), _) => "R",
                (None, ExposureClass::ResidentialMortgage) => "0.15",
                (None, ExposureClass::QualifyingRevolving) => "0.04",
                (None, ExposureClass::OtherRetail) => {
                    "0.03·v + 0.16·(1 − v), v = (1 − e^(−35·PD)) / (1 − e^(−35))"
                }
                _ => "0.12·v + 0.24·(1 − v) − 0.04·(1 − (S − 5) / 45), v = (1 − e^(−50·PD)) / (1 − e^(−50))",
            };
            let step = step("asset-correlation", "R", formula, "correlation", correlation, "fraction");
            match self.annual_sales_millions {
                Some(sales) => step.input("S", sales, "eur-millions"),
                None => step,
            }
        });
        let conditional = rating.conditional_default_rate();
        let formula = "N[(G(PD) + √R · G(0.999)) / √(1 − R)]";
        trace.step(|| {
            step("conditional-default-rate", "p", formula, "conditionalDefaultRate", conditional, "fraction")
                .input("PD", probability, "fraction-a-year")
                .input("R", correlation, "fraction")
        });
        if !self.exposure_class.is_retail() {
            let formula = "(1 + (M − 2.5)·b) / (1 − 1.5·b), b = (0.11852 − 0.05478 · ln PD)²";
            trace.step(|| {
                step("maturity-factor", "m", formula, "maturityFactor", rating.maturity_factor(), "factor")
                    .input("M", self.maturity_years, "years")
                    .input("PD", probability, "fraction-a-year")
            });
        }
        trace.step(|| {
            let formula = "12.5 · LGD · (p − PD) · m · s";
            step("internal-weight", "w", formula, "riskWeight", quote.risk_weight, "fraction")
                .input("LGD", rating.loss_given_default, "fraction")
                .input("p", conditional, "fraction")
                .input("m", rating.maturity_factor(), "factor")
                .input("s", self.rules.scaling(), "factor")
        });
        trace.step(|| {
            step(
                "expected-loss-rate",
                "EL",
                "PD · LGD",
                "expectedLoss",
                rating.expected_loss(),
                "fraction-a-year",
            )
            .input("PD", probability, "fraction-a-year")
            .input("LGD", rating.loss_given_default, "fraction")
        });
    }
}

/// # Errors
/// `OutOfRange`, `out-of-bounds`, at the field.
fn bounded(value: f64, least: f64, most: f64, bounds: &'static str, field: &str) -> Result<(), Error> {
    if value >= least && value <= most {
        return Ok(());
    }
    Err(Error::out_of_range("out-of-bounds", ["this must be a number from ", bounds].concat())
        .detail("bounds", bounds)
        .at(field)
        .with_value(value.text()))
}

fn required(field: &str) -> Error {
    Error::invalid("required", "internal ratings need a probability of default and a loss given default")
        .at(field)
}
