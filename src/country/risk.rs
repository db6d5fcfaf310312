use std::sync::Arc;

use super::comparison::{ComparisonRow, comparison};
use super::curve::SovereignCurve;
use super::implied_spread::{CreditProfile, annual_spread};
use super::indication::{
    PREMIUM_RULE, PremiumIndication, ShortTermIndication, indications, short_term_indications,
};
use super::score::{Dimension, Score, ScoreWeights, country_score};
use crate::document::Text;
use crate::error::Error;
use crate::explain::{Edition, Grade, Notice, Step, Trace};
use crate::product::Product;
use crate::reference::{
    CardInUse, CategoryPremium, Countries, CountryStatus, Indicator, Market, Programme, age_notice,
};
use crate::values::{CountryCode, Date, Rate, RiskCategory, Share, to_f64};

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
        /// Spreads of the sovereign by tenor, from the market or a rating: they take the place of the implied ones.
        pub sovereign_curve: Option<SovereignCurve>,
        /// Weights of the score's dimensions in place of the method's own.
        pub weights: Option<ScoreWeights>,
        /// Up to ten other countries or territories, to stand beside this one in a table.
        pub compare: Vec<CountryCode> = Vec::new(),
        /// Show prices although there are measures that limit trade with the territory or a sector of it.
        pub show_price_despite_measures: bool = false,
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
            sovereign_curve: None,
            weights: None,
            compare: Vec::new(),
            show_price_despite_measures: false,
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
        /// The day on which what is said of the category was valid: that of the list, or of the rate card.
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
        /// The spread a year of the sovereign for 1 to 15 years of repayment; null where neither a minimum premium nor a
        /// curve gives one, and where measures keep it back.
        pub spread: Option<Vec<f64>>,
        /// Where the spread comes from; null without one.
        pub spread_source: Option<SpreadSource>,
        /// The cumulative probability of default that this spread prices, for 1 to 15 years: higher than history.
        pub default_probability: Option<Vec<f64>>,
        /// The part of a defaulted claim that was taken to come back.
        pub recovery: Share,
        /// The minimum premium of a good to moderately good buyer for two, five, ten and fifteen years.
        pub premium_indication: Vec<PremiumIndication>,
        /// What a short-term rule set asks of the same buyer.
        pub short_term_indication: Vec<ShortTermIndication>,
        /// The programmes of measures of the United Nations, the European Union and the United States that name the
        /// country or territory: information, not screening and not legal advice.
        pub measures: Vec<Programme>,
        /// The day of these programmes.
        pub measures_as_of: Date,
        /// The country beside the others that were asked for; empty when none were.
        pub comparison: Vec<ComparisonRow>,
        /// The tables that were used.
        pub editions: Vec<Arc<Edition>>,
        /// What a reader should know.
        pub notices: Vec<Notice>,
    }
}

crate::choice! {
    /// Where the spread of a sovereign comes from.
    pub enum SpreadSource {
        /// Imputed: what the minimum premium of the category implies.
        MinimumPremium = "minimum-premium",
        /// Priced: the curve of the request, or of the rate card.
        SovereignCurve = "sovereign-curve",
    }
}

const LONGEST: u32 = 15;
const ASSUMED_RATE: f64 = 0.06;
crate::quotes!(CountryRiskQuote);

impl Product for CountryRiskRequest {
    type Quote = CountryRiskQuote;

    const NAME: &'static str = "country-risk";

    #[inline(never)]
    fn quote(&self, market: &Market, trace: &mut Trace) -> Result<CountryRiskQuote, Error> {
        let score = country_score(self.country, self.weights.as_ref(), market)?;
        let standing = Standing::of(self, self.country, market)?;
        let Standing { category, status, .. } = standing;
        trace.step(|| category_step(Some(self.country), self.category, category, &market.countries));
        if let (Some(spread), Some(curve)) = (&standing.spread, &standing.default_probability) {
            let card = market.card.as_deref().filter(|_| standing.card_curve.is_some());
            self.explain_curve(&standing, spread, curve, card, trace);
        }
        score.explain(&market.score, trace);
        let shown = if standing.is_kept_back { None } else { category };
        let premium_indication =
            shown.zip(standing.premium).map(|(category, premium)| indications(category, premium, trace));
        let tariff = &market.tariffs.german_short_term;
        let short_term_indication = shown.map(|category| short_term_indications(category, tariff, trace));
        let short_term_indication = short_term_indication.unwrap_or_default();
        let mut editions = vec![
            market.countries.edition().clone(),
            market.premium.edition().clone(),
            market.score.edition().clone(),
            market.indicators.edition().clone(),
            market.programmes.edition().clone(),
        ];
        if !short_term_indication.is_empty() {
            editions.push(tariff.edition().clone());
        }
        let compared = self.compare.iter().any(|country| standing.rests_on_card(*country, market));
        let card = market.card.as_ref().filter(|_| compared || standing.rests_on_card(self.country, market));
        editions.extend(card.map(|card| Arc::clone(&card.edition)));
        Ok(CountryRiskQuote {
            country: self.country,
            category,
            status,
            as_of: market.countries.as_of_country(self.country),
            notices: {
                let mut notices = self.notices(market, &standing, &score);
                notices.extend(card.map(|card| card.notice()));
                notices
            },
            score: score.score,
            confidence: score.confidence,
            dimensions: score.dimensions,
            missing: score.missing,
            spread_source: standing.source,
            spread: standing.spread,
            default_probability: standing.default_probability,
            recovery: self.recovery,
            premium_indication: premium_indication.unwrap_or_default(),
            short_term_indication,
            measures: market.programmes.of(self.country).cloned().collect(),
            measures_as_of: market.programmes.as_of(),
            comparison: comparison(self, market)?,
            editions,
        })
    }
}

/// What the list and the prices say of one country, seen from a request.
pub(super) struct Standing<'m> {
    pub(super) category: Option<RiskCategory>,
    pub(super) status: CountryStatus,
    pub(super) premium: Option<&'m CategoryPremium>,
    pub(super) source: Option<SpreadSource>,
    pub(super) spread: Option<Vec<f64>>,
    pub(super) default_probability: Option<Vec<f64>>,
    /// Whether there are measures that keep prices back.
    pub(super) is_kept_back: bool,
    /// The curve that is not the request's own but the rate card's.
    card_curve: Option<SovereignCurve>,
}

impl<'m> Standing<'m> {
    /// The category and the curve that a request gives are those of its own country.
    pub(super) fn of(
        request: &CountryRiskRequest,
        country: CountryCode,
        market: &'m Market,
    ) -> Result<Self, Error> {
        let own = country == request.country;
        let listed = market.countries.of(country);
        let category = request.category.filter(|_| own).or(listed.category);
        let premium = category.and_then(|category| market.premium.category(category));
        let is_limited = market.programmes.limit_trade_with(country);
        let is_kept_back = is_limited && !request.show_price_despite_measures;
        let asked = request.sovereign_curve.as_ref().filter(|_| own);
        let card_curve = match asked {
            None => card_curve(country, market),
            Some(_) => None,
        };
        let curve = asked.or(card_curve.as_ref());
        let given = curve.map(|curve| curve.yearly(LONGEST)).transpose();
        let given = given.map_err(|error| error.under("sovereignCurve"))?;
        let (source, spread) = match (is_kept_back, given, premium) {
            (true, ..) => (None, None),
            (_, Some(given), _) => (Some(SpreadSource::SovereignCurve), Some(given)),
            (_, _, Some(premium)) => (Some(SpreadSource::MinimumPremium), spreads(premium, request.rate())),
            _ => (None, None),
        };
        let default_probability = spread.as_deref().map(|spread| default_curve(spread, request.recovery));
        let source = source.filter(|_| spread.is_some());
        let status = listed.status;
        Ok(Self { category, status, premium, source, spread, default_probability, is_kept_back, card_curve })
    }

    /// Whether anything that is told of a country comes from the rate card.
    fn rests_on_card(&self, country: CountryCode, market: &Market) -> bool {
        let id = CardInUse::ID;
        self.card_curve.is_some()
            || market.countries.edition_of(country).id == id
            || market.score.weights_edition().id == id
            || market
                .card
                .as_ref()
                .is_some_and(|card| CardInUse::curve(&card.card.sovereign_curves, country).is_some())
    }
}

/// The sovereign curve of the rate card.
fn card_curve(country: CountryCode, market: &Market) -> Option<SovereignCurve> {
    let card = market.card.as_ref()?;
    let curve = CardInUse::curve(&card.card.sovereign_curves, country)?;
    let (tenors, spreads) = (curve.tenors.clone(), curve.spreads.clone());
    Some(SovereignCurve { tenors, spreads, as_of: Some(card.card.date) })
}

impl CountryRiskRequest {
    fn rate(&self) -> f64 {
        self.rate.map_or(ASSUMED_RATE, Rate::as_f64)
    }

    fn notices(&self, market: &Market, standing: &Standing<'_>, score: &Score) -> Vec<Notice> {
        let mut notices = Vec::new();
        if market.programmes.limit_trade_with(self.country) {
            let notice = match standing.is_kept_back {
                true => Notice::new("measures-exist"),
                false => Notice::new("measures-price-shown"),
            };
            notices.push(notice.with("date", market.programmes.as_of()));
        }
        if let Some(category) = standing.category {
            notices.push(Notice::new("category-is-no-rating").with("category", category.get()));
        }
        if self.category.is_some() {
            notices.push(Notice::new("category-given"));
        }
        match standing.source {
            None if standing.is_kept_back => {}
            None => notices.push(Notice::new("no-implied-spread").with("status", standing.status.name())),
            Some(SpreadSource::MinimumPremium) if self.rate.is_none() => {
                notices.push(Notice::new("rate-assumed").with("rate", ASSUMED_RATE));
            }
            Some(SpreadSource::MinimumPremium) => {}
            Some(SpreadSource::SovereignCurve) => {
                let curve = self.sovereign_curve.as_ref().or(standing.card_curve.as_ref());
                if curve.is_some_and(|curve| curve.is_extended(LONGEST)) {
                    notices.push(Notice::new("curve-extended").with("years", LONGEST));
                }
            }
        }
        if score.score.is_none() {
            notices.push(Notice::new("too-few-indicators").with("confidence", score.confidence));
        }
        let indicators = market.indicators.edition();
        for (edition, since) in [
            (market.countries.edition(), market.countries.as_of()),
            (indicators, indicators.retrieved),
            (market.programmes.edition(), market.programmes.as_of()),
        ] {
            notices.extend(age_notice(edition, since, self.valuation_date));
        }
        notices
    }

    fn explain_curve(
        &self,
        standing: &Standing<'_>,
        spread: &[f64],
        curve: &[f64],
        card: Option<&CardInUse>,
        trace: &mut Trace,
    ) {
        let rate = self.rate();
        for years in EXPLAINED {
            let at = years as usize - 1;
            let (Some(spread), Some(probability)) = (spread.get(at), curve.get(at)) else { continue };
            if standing.source == Some(SpreadSource::SovereignCurve) {
                trace.step(|| {
                    let step = Step::new("curve-spread", "s(t)", "between the two nearest tenors")
                        .output(&format!("spread.{at}"))
                        .input("t", years, "years")
                        .value(spread, "fraction-a-year");
                    match card {
                        Some(card) => step
                            .cited(card.edition.source.clone(), card.edition.grade)
                            .from_edition(card.edition.id),
                        None => step.cited("Given in the request", Grade::Assumption),
                    }
                });
            } else if let Some(premium) = standing.premium {
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
                        .cited(
                            "Definition of this project, from the official coefficients",
                            Grade::Assumption,
                        )
                });
            }
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
    let edition = country.map_or_else(|| countries.edition(), |country| countries.edition_of(country));
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
