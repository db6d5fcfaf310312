use crate::document::Text;
use crate::error::Error;
use crate::explain::{Grade, Step, Trace};
use crate::reference::{
    Indicator, IndicatorSource, IndicatorUnit, Market, ScoreDimension, ScoreMethod, ScoreRule, ScoreScale,
};
use crate::values::{CountryCode, Share};

crate::record! {
    /// Weights in place of the method's own, relative to each other: 0 leaves a dimension out, and what is not given
    /// keeps the method's weight, which is 1.
    pub struct ScoreWeights {
        /// Whether money can be changed and sent abroad.
        pub transfer_and_convertibility: Option<Share>,
        /// Whether the state pays its debts.
        pub sovereign_credit: Option<Share>,
        /// Whether there is peace and order.
        pub political_stability_and_conflict: Option<Share>,
        /// Whether contracts and property hold.
        pub rule_of_law_and_expropriation: Option<Share>,
        /// How hard it is to bring goods over the border.
        pub trade_barriers: Option<Share>,
        /// Whether roads, ports and services carry what is sold.
        pub technical_and_service_readiness: Option<Share>,
        /// Whether firms can compete, and for how large a market.
        pub competition_and_market: Option<Share>,
        /// What becomes of the country's money.
        pub currency: Option<Share>,
    }
}

impl ScoreWeights {
    /// A weight for every dimension.
    pub fn all(weight: impl Fn(ScoreDimension) -> Share) -> Self {
        let of = |dimension| Some(weight(dimension));
        Self {
            transfer_and_convertibility: of(ScoreDimension::Transfer),
            sovereign_credit: of(ScoreDimension::Sovereign),
            political_stability_and_conflict: of(ScoreDimension::Political),
            rule_of_law_and_expropriation: of(ScoreDimension::Law),
            trade_barriers: of(ScoreDimension::TradeBarriers),
            technical_and_service_readiness: of(ScoreDimension::Readiness),
            competition_and_market: of(ScoreDimension::Market),
            currency: of(ScoreDimension::Currency),
        }
    }

    fn of(&self, dimension: ScoreDimension) -> Option<Share> {
        match dimension {
            ScoreDimension::Transfer => self.transfer_and_convertibility,
            ScoreDimension::Sovereign => self.sovereign_credit,
            ScoreDimension::Political => self.political_stability_and_conflict,
            ScoreDimension::Law => self.rule_of_law_and_expropriation,
            ScoreDimension::TradeBarriers => self.trade_barriers,
            ScoreDimension::Readiness => self.technical_and_service_readiness,
            ScoreDimension::Market => self.competition_and_market,
            ScoreDimension::Currency => self.currency,
        }
    }
}

crate::record! {
    quote
    /// One side of the score.
    pub struct Dimension {
        /// Which one.
        pub name: ScoreDimension,
        /// 0 safe to 100: the weighted mean of the points of its indicators.
        pub score: f64,
        /// Its share of the whole score, as a fraction: those of all dimensions sum to 1.
        pub weight: f64,
        /// What it is made of, without what is missing.
        pub indicators: Vec<IndicatorScore>,
    }
}

crate::record! {
    quote
    /// What one indicator says.
    pub struct IndicatorScore {
        /// Which one.
        pub name: Indicator,
        /// The published number, in its unit.
        pub value: f64,
        /// The unit.
        pub unit: IndicatorUnit,
        /// The year that the number is about.
        pub year: u32,
        /// 0 safe to 100.
        pub points: f64,
        /// Its share of the whole score, as a fraction.
        pub weight: f64,
        /// Who publishes it.
        pub source: IndicatorSource,
    }
}

/// A country's score with what it is made of.
#[derive(Clone, Debug, Default)]
pub struct Score {
    /// 0 safe to 100; none when too little is known.
    pub score: Option<f64>,
    /// The share of the weight of which something is known, 0 to 1.
    pub confidence: f64,
    /// The dimensions of which something is known.
    pub dimensions: Vec<Dimension>,
    /// The indicators that are missing.
    pub missing: Vec<Indicator>,
}

/// The least share of the weight of which something must be known: with less there is no score.
///
/// Assumption.
pub const LEAST_CONFIDENCE: f64 = 0.5;

/// The score of a country: the weighted mean of the points of its indicators.
///
/// `S = Σ wᵢ·pᵢ / Σ wᵢ` over the indicators that are there
///
/// - `pᵢ` the points of indicator i, 0 safe to 100, by [`points`]
/// - `wᵢ` its weight: that of its dimension times its part of the dimension
///
/// What is missing is left out of both sums, and the share of the weight that is left is the confidence. Neither
/// the category of the list nor anything made from it is used. Nothing is rounded.
///
/// Source: this project's own method, an assumption; the table `country-score` holds its numbers.
///
/// # Errors
/// `InvalidInput`, `no-weight`, when the given weights leave nothing.
#[inline(never)]
pub fn country_score(
    country: CountryCode,
    weights: Option<&ScoreWeights>,
    market: &Market,
) -> Result<Score, Error> {
    let method = &market.score;
    let mut score = Score::default();
    let (mut sum, mut known, mut whole) = (0.0, 0.0, 0.0);
    for rule in method.rules() {
        let given = weights.and_then(|weights| weights.of(rule.dimension));
        let weight = rule.part * given.map_or_else(|| method.weight(rule.dimension), Share::as_f64);
        if weight <= 0.0 {
            continue;
        }
        whole += weight;
        let Some(seen) = market.indicators.of(country, rule.indicator) else {
            score.missing.push(rule.indicator);
            continue;
        };
        known += weight;
        let points = points(rule, seen.value);
        sum += weight * points;
        if score.dimensions.last().is_none_or(|last| last.name != rule.dimension) {
            let (name, indicators) = (rule.dimension, Vec::new());
            score.dimensions.push(Dimension { name, score: 0.0, weight: 0.0, indicators });
        }
        if let Some(dimension) = score.dimensions.last_mut() {
            dimension.weight += weight;
            dimension.score += weight * points;
            dimension.indicators.push(IndicatorScore {
                name: rule.indicator,
                value: seen.value,
                unit: rule.unit,
                year: seen.year,
                points,
                weight,
                source: rule.source,
            });
        }
    }
    if whole <= 0.0 {
        let sentence = "at least one dimension needs a weight above zero";
        return Err(Error::invalid("no-weight", sentence).at("weights"));
    }
    for dimension in &mut score.dimensions {
        dimension.score /= dimension.weight;
        dimension.weight /= known;
        dimension.indicators.iter_mut().for_each(|one| one.weight /= known);
    }
    score.confidence = known / whole;
    if score.confidence >= LEAST_CONFIDENCE {
        score.score = Some(sum / known);
    }
    Ok(score)
}

/// The points of a value on its indicator's way from safe to risky, 0 to 100.
///
/// `p = 100·(x − s₀) / (s₁ − s₀)`, on a logarithmic scale `100·ln(x / s₀) / ln(s₁ / s₀)`, held within 0 and 100
///
/// - `x` the value; `s₀` what counts 0, `s₁` what counts 100, in the same unit
///
/// Straight lines between two stated bounds, and not ranks among the countries: a country's points follow from its
/// own number alone, and don't change because another country's did.
///
/// Source: this project's own method, an assumption.
#[inline(never)]
pub fn points(rule: &ScoreRule, value: f64) -> f64 {
    let way: f64 = match rule.scale {
        ScoreScale::Linear => (value - rule.safe) / (rule.risky - rule.safe),
        ScoreScale::Logarithmic => libm::log(value.max(0.0) / rule.safe) / libm::log(rule.risky / rule.safe),
    };
    let risky = way.max(0.0);
    100.0 * risky.min(1.0)
}

impl Score {
    /// Tells how the score came about.
    pub fn explain(&self, method: &ScoreMethod, trace: &mut Trace) {
        if !trace.is_listening() {
            return;
        }
        let (source, grade) =
            ("Method of this project, with the numbers of its table", method.weights_edition().grade);
        let weights = method.weights_edition().id;
        for (at, dimension) in self.dimensions.iter().enumerate() {
            for (place, one) in dimension.indicators.iter().enumerate() {
                let Some(rule) = method.rules().iter().find(|rule| rule.indicator == one.name) else {
                    continue;
                };
                let formula = match rule.scale {
                    ScoreScale::Linear => "100·(x − s₀) / (s₁ − s₀)",
                    ScoreScale::Logarithmic => "100·ln(x / s₀) / ln(s₁ / s₀)",
                };
                let unit = one.unit.name();
                trace.step(|| {
                    Step::new("indicator-points", "p", formula)
                        .output(&format!("dimensions.{}.indicators.{}.points", at.text(), place.text()))
                        .input("indicator", one.name.name(), "")
                        .input("x", one.value, unit)
                        .input("s₀", rule.safe, unit)
                        .input("s₁", rule.risky, unit)
                        .value(one.points, "points")
                        .cited(source, grade)
                        .from_edition("country-indicators")
                });
            }
            trace.step(|| {
                let mut step = Step::new("dimension-score", "d", "Σ w·p / Σ w")
                    .output(&format!("dimensions.{}.score", at.text()))
                    .input("dimension", dimension.name.name(), "");
                for one in &dimension.indicators {
                    step = step.input("w", one.weight, "fraction").input("p", one.points, "points");
                }
                step.value(dimension.score, "points").cited(source, grade).from_edition(weights)
            });
        }
        trace.step(|| {
            Step::new("score-confidence", "C", "Σ w of what is known / Σ w")
                .output("confidence")
                .input("missing", self.missing.len(), "")
                .value(self.confidence, "fraction")
                .cited("What is missing is left out, never filled in", Grade::Assumption)
                .from_edition(weights)
        });
        let Some(score) = self.score else { return };
        trace.step(|| {
            let mut step = Step::new("country-score", "S", "Σ w·d").output("score");
            for one in &self.dimensions {
                step = step.input("w", one.weight, "fraction").input("d", one.score, "points");
            }
            step.value(score, "points").cited(source, grade).from_edition(weights)
        });
    }
}
