use rust_decimal::Decimal;

use super::indication::indications;
use super::risk::{CountryRiskRequest, Standing};
use super::score::country_score;
use crate::error::Error;
use crate::explain::Trace;
use crate::reference::{CountryStatus, Market};
use crate::values::{CountryCode, RiskCategory};

crate::record! {
    quote
    /// A country or territory in one row: what its own quote says.
    pub struct ComparisonRow {
        /// The country or territory.
        pub country: CountryCode,
        /// The risk category, 0 to 7; null where there is none.
        pub category: Option<RiskCategory>,
        /// Why there is a category or none.
        pub status: CountryStatus,
        /// Our own score, 0 safe to 100; null where too little is known.
        pub score: Option<f64>,
        /// The share of the score's weight of which something is known, 0 to 1.
        pub confidence: f64,
        /// The spread a year for five years; null as in the quote.
        pub five_year_spread: Option<f64>,
        /// The cumulative probability of default over five years; null as the spread is.
        pub five_year_default_probability: Option<f64>,
        /// The minimum premium of a good to moderately good buyer for five years, a fraction; exact; null where there
        /// is none.
        pub five_year_premium_rate: Option<Decimal>,
        /// Whether measures limit trade with the territory or a sector of it.
        pub measures_exist: bool,
    }
}

/// The most countries that stand beside one.
const MOST: usize = 10;

const YEARS: usize = 5;

/// The rows of a request's own country and of those that it compares with, each once, in the order given; none when
/// none were asked for.
///
/// # Errors
/// `OutOfRange`, `too-many`, above ten.
pub(super) fn comparison(request: &CountryRiskRequest, market: &Market) -> Result<Vec<ComparisonRow>, Error> {
    let mut rows: Vec<ComparisonRow> = Vec::new();
    if request.compare.len() > MOST {
        let sentence = "at most ten others stand beside a country";
        return Err(Error::out_of_range("too-many", sentence).detail("maximum", "10").at("compare"));
    }
    if request.compare.is_empty() {
        return Ok(rows);
    }
    for country in core::iter::once(&request.country).chain(&request.compare) {
        if rows.iter().all(|row| row.country != *country) {
            rows.push(row(request, *country, market)?);
        }
    }
    Ok(rows)
}

fn row(request: &CountryRiskRequest, country: CountryCode, market: &Market) -> Result<ComparisonRow, Error> {
    let score = country_score(country, request.weights.as_ref(), market)?;
    let standing = Standing::of(request, country, market)?;
    let at = |curve: &Option<Vec<f64>>| curve.as_ref().and_then(|curve| curve.get(YEARS - 1).copied());
    let priced = standing.category.zip(standing.premium).filter(|_| !standing.is_kept_back);
    let indications = priced
        .map(|(category, premium)| indications(category, premium, &mut Trace::silent()))
        .unwrap_or_default();
    Ok(ComparisonRow {
        country,
        category: standing.category,
        status: standing.status,
        score: score.score,
        confidence: score.confidence,
        five_year_spread: at(&standing.spread),
        five_year_default_probability: at(&standing.default_probability),
        five_year_premium_rate: indications
            .iter()
            .find(|one| one.years as usize == YEARS)
            .map(|one| one.premium_rate),
        measures_exist: market.programmes.limit_trade_with(country),
    })
}
