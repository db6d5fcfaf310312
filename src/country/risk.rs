use std::sync::Arc;

use rust_decimal::Decimal;

use super::implied_spread::{CreditProfile, annual_spread};
use super::score::{Dimension, Score, ScoreWeights, country_score};
use super::term_factor::{is_speculative, term_factor};
use crate::document::Text;
use crate::error::Error;
use crate::explain::{Edition, Grade, Notice, Step, Trace};
use crate::product::Product;
use crate::reference::{CategoryPremium, Countries, CountryStatus, Indicator, Market, age_notice};
use crate::values::{BuyerClass, CountryCode, Date, Exact, Rate, RiskCategory, Share, to_f64};

crate::record! {
    /// How risky a country is, and what that costs.
    pub struct CountryRiskRequest {
        /// The country or territory.
        pub country: CountryCode,
        /// A category in place of the country's.
        pub category: Option<RiskCategory>,
        /// The interest rate a year at which a flat premium becomes a spread. Without it 6 %, an assumption.
        pub rate: Option<Rate>,
        /// The part of a defaulted claim that comes back: an assumption, yours to change.
        pub recovery: Share = Share::percent(40),
        /// Weights of the score's dimensions in place of the method's own.
        pub weights: Option<ScoreWeights>,
        /// The day as of which the tables are looked at: those older than a year then give a notice.
        pub valuation_date: Option<Date>,
    }
}

impl CountryRiskRequest {
    /// A country, with everything else by default.
    pub const fn of(country: CountryCode) -> Self {
        Self {
            country,
            category: None,
            rate: None,
            recovery: Share::percent(40),
            weights: None,
            valuation_date: None,
        }
    }
}

crate::record! {
    quote
    /// What is known of a country's risk.
    pub struct CountryRiskQuote {
        /// The country or territory.
        pub country: CountryCode,
        /// The risk category, 0 to 7: an input of the minimum premium, not a rating of the sovereign; null where
        /// there is none.
        pub category: Option<RiskCategory>,
        /// Why there is a category or none.
        pub status: CountryStatus,
        /// The day on which the list of categories was valid.
        pub as_of: Date,
        /// Our own score, 0 safe to 100; null when less than half of its weight is known. Neither the category nor
        /// anything made from it is part of it.
        pub score: Option<f64>,
        /// The share of the score's weight of which something is known, 0 to 1.
        pub confidence: f64,
        /// What the score is made of: the dimensions of which something is known.
        pub dimensions: Vec<Dimension>,
        /// The indicators that are missing: they are left out of the score, never filled in.
        pub missing: Vec<Indicator>,
        /// The spread a year that the minimum premium implies for the sovereign, for 1 to 15 years of repayment;
        /// null where there is no minimum premium.
        pub spread: Option<Vec<f64>>,
        /// The cumulative probability of default that this spread prices, for 1 to 15 years: higher than history.
        pub default_probability: Option<Vec<f64>>,
        /// The part of a defaulted claim that was taken to come back.
        pub recovery: Share,
        /// The minimum premium of a good to moderately good buyer for two, five, ten and fifteen years.
        pub premium_indication: Vec<PremiumIndication>,
        /// The tables that were used.
        pub editions: Vec<Arc<Edition>>,
        /// What a reader should know.
        pub notices: Vec<Notice>,
    }
}

crate::record! {
    quote
    /// What the minimum premium is for a term.
    pub struct PremiumIndication {
        /// Years of repayment, without a disbursement period.
        pub years: u32,
        /// The buyer's class.
        pub buyer: BuyerClass,
        /// The premium as a fraction of the principal, flat, at 95 % of cover; exact. `export-credit-cover` gives the
        /// deal's own.
        pub premium_rate: Decimal,
    }
}

const LONGEST: u32 = 15;
const ASSUMED_RATE: f64 = 0.06;
const PREMIUM_RULE: &str =
    "Arrangement on Officially Supported Export Credits, premium annex: coefficients a and b";

impl Product for CountryRiskRequest {
    type Quote = CountryRiskQuote;

    const NAME: &'static str = "country-risk";

    #[inline(never)]
    fn quote(&self, market: &Market, trace: &mut Trace) -> Result<CountryRiskQuote, Error> {
        let score = country_score(self.country, self.weights.as_ref(), market)?;
        let listed = market.countries.of(self.country);
        let category = self.category.or(listed.category);
        let premium = category.and_then(|category| market.premium.category(category));
        let rate = self.rate.map_or(ASSUMED_RATE, Rate::as_f64);
        trace.step(|| category_step(Some(self.country), self.category, category, &market.countries));
        let spread = premium.and_then(|premium| spreads(premium, rate));
        let default_probability = spread.as_deref().map(|spread| default_curve(spread, self.recovery));
        if let (Some(premium), Some(spread), Some(curve)) = (premium, &spread, &default_probability) {
            self.explain_curve(premium, rate, spread, curve, trace);
        }
        score.explain(&market.score, trace);
        Ok(CountryRiskQuote {
            country: self.country,
            category,
            status: listed.status,
            as_of: market.countries.as_of(),
            notices: self.notices(market, category, listed.status, spread.is_some(), &score),
            score: score.score,
            confidence: score.confidence,
            dimensions: score.dimensions,
            missing: score.missing,
            spread,
            default_probability,
            recovery: self.recovery,
            premium_indication: category
                .zip(premium)
                .map(|(category, premium)| indications(category, premium))
                .unwrap_or_default(),
            editions: vec![
                market.countries.edition().clone(),
                market.premium.edition().clone(),
                market.score.edition().clone(),
                market.indicators.edition().clone(),
            ],
        })
    }
}

impl CountryRiskRequest {
    fn notices(
        &self,
        market: &Market,
        category: Option<RiskCategory>,
        status: CountryStatus,
        priced: bool,
        score: &Score,
    ) -> Vec<Notice> {
        let mut notices = Vec::new();
        if let Some(category) = category {
            notices.push(Notice::new("category-is-no-rating").with("category", category.get()));
        }
        if self.category.is_some() {
            notices.push(Notice::new("category-given"));
        }
        if !priced {
            notices.push(Notice::new("no-implied-spread").with("status", status.name()));
        } else if self.rate.is_none() {
            notices.push(Notice::new("rate-assumed").with("rate", ASSUMED_RATE));
        }
        if score.score.is_none() {
            notices.push(Notice::new("too-few-indicators").with("confidence", score.confidence));
        }
        let indicators = market.indicators.edition();
        for (edition, since) in
            [(market.countries.edition(), market.countries.as_of()), (indicators, indicators.retrieved)]
        {
            notices.extend(age_notice(edition, since, self.valuation_date));
        }
        notices
    }

    fn explain_curve(
        &self,
        premium: &CategoryPremium,
        rate: f64,
        spread: &[f64],
        curve: &[f64],
        trace: &mut Trace,
    ) {
        for years in EXPLAINED {
            let at = years as usize - 1;
            let (Some(spread), Some(probability)) = (spread.get(at), curve.get(at)) else { continue };
            trace.step(|| {
                Step::new("sovereign-premium", "p(t)", "(a·t + b) / 100")
                    .input("a", premium.a.value, "percent-a-year")
                    .input("b", premium.b.value, "percent")
                    .input("t", years, "years")
                    .value(flat(premium, years), "fraction")
                    .cited(PREMIUM_RULE, premium.a.grade)
                    .from_edition("oecd-minimum-premium")
            });
            trace.step(|| {
                Step::new("implied-spread", "s(t)", "Σ s·B·τ·(1 + (r + s)/2)^(−2τ) = p(t)")
                    .output(&format!("spread.{at}"))
                    .input("r", rate, "fraction-a-year")
                    .input("t", years, "years")
                    .value(spread, "fraction-a-year")
                    .cited("Definition of this project, from the official coefficients", Grade::Assumption)
            });
            trace.step(|| {
                Step::new("default-probability", "PD(t)", "1 − exp(−s(t)·t / (1 − R))")
                    .output(&format!("defaultProbability.{at}"))
                    .input("s(t)", spread, "fraction-a-year")
                    .input("t", years, "years")
                    .input("R", self.recovery, "fraction")
                    .value(probability, "fraction")
                    .cited("Spread over loss given default; the recovery is an assumption", Grade::Assumption)
            });
        }
    }
}

/// The step that says which category a working rests on, and whether it was looked up or given.
pub fn category_step(
    country: Option<CountryCode>,
    given: Option<RiskCategory>,
    category: Option<RiskCategory>,
    countries: &Countries,
) -> Step {
    let text = category.map_or_else(|| "none".to_owned(), |category| category.get().text());
    let step = Step::new("country-category", "i", "category of the country on the list")
        .output("category")
        .input("country", country.map_or("", CountryCode::alpha3), "")
        .value(text, "category");
    if given.is_some() {
        return step.cited("Given in the request", Grade::Assumption);
    }
    let edition = countries.edition();
    step.cited(edition.source.clone(), edition.grade).from_edition(edition.id)
}

/// The years of the curve that are explained one by one: those that people are told.
const EXPLAINED: [u32; 2] = [5, 10];

/// The premium of the sovereign for a repayment of so many years, as a fraction.
fn flat(premium: &CategoryPremium, years: u32) -> f64 {
    (to_f64(premium.a.value) * f64::from(years) + to_f64(premium.b.value)) / 100.0
}

/// The spreads that the sovereign's premium implies, for 1 to 15 years.
fn spreads(premium: &CategoryPremium, rate: f64) -> Option<Vec<f64>> {
    (1..=LONGEST)
        .map(|years| {
            let repayment = f64::from(years);
            let profile =
                CreditProfile { disbursement: 0.0, repayment, payments_per_year: 2, average_life: None };
            annual_spread(flat(premium, years), rate, profile)
        })
        .collect()
}

/// `PD(t) = 1 − exp(−s(t)·t / (1 − R))`, never falling.
fn default_curve(spread: &[f64], recovery: Share) -> Vec<f64> {
    // Where everything comes back no spread can be explained by defaults: the curve is then one at once.
    let loss = (1.0 - recovery.as_f64()).max(1e-9);
    let mut before = 0.0_f64;
    (1..=LONGEST)
        .zip(spread)
        .map(|(years, spread)| {
            before = before.max(-libm::expm1(-spread * f64::from(years) / loss));
            before
        })
        .collect()
}

/// The minimum premium of CC2 at 95 % of cover for four terms: the formula without the factors that are 1 then,
/// `{(a + c)·HOR + b}·(1 − TERM)`.
fn indications(category: RiskCategory, premium: &CategoryPremium) -> Vec<PremiumIndication> {
    let buyer = BuyerClass::Cc2;
    let Some(c) = premium.buyer(buyer) else { return Vec::new() };
    [2, 5, 10, 15]
        .into_iter()
        .map(|years| {
            let horizon = Decimal::from(years);
            let term = match is_speculative(category, buyer) {
                true => term_factor(horizon.times(Decimal::from(24))),
                false => Decimal::ZERO,
            };
            let percent = premium.a.value.plus(c.value).times(horizon).plus(premium.b.value);
            let premium_rate = percent.times(Decimal::ONE.minus(term)).times(Decimal::new(1, 2));
            PremiumIndication { years, buyer, premium_rate }
        })
        .collect()
}
