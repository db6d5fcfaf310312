use super::score::{ScoreWeights, country_score};
use crate::error::Error;
use crate::numeric::rank_correlation;
use crate::reference::{Indicator, Market, ScoreDimension};
use crate::values::{CountryCode, Share};

/// How well something orders the countries that have a category, against those categories.
#[derive(Clone, Debug, PartialEq)]
pub struct Ordering {
    /// What orders them: `score`, `without currency`, `only currency`, the name of an indicator.
    pub by: String,
    /// How many countries it orders.
    pub countries: usize,
    /// Spearman's rank correlation with the category, from -1 to 1.
    pub correlation: f64,
}

/// How good the score is: its rank correlation with the category of the list, which is no part of it. First the
/// whole score, then without and with only each dimension, then each indicator alone, by its number.
///
/// A diagnostic, not a validation: the category is somebody else's opinion, and not a count of defaults.
///
/// Source: Spearman's ρ, ties by their average rank; definition of this project for what is compared.
///
/// # Errors
/// None in a build whose tests passed.
pub fn score_quality(market: &Market) -> Result<Vec<Ordering>, Error> {
    let mut rows = vec![ordering("score".to_owned(), market, None)?];
    for dimension in ScoreDimension::ALL {
        let without = ScoreWeights::all(|other| if other == *dimension { Share::ZERO } else { Share::ONE });
        rows.push(ordering(format!("without {}", dimension.name()), market, Some(&without))?);
    }
    for dimension in ScoreDimension::ALL {
        let only = ScoreWeights::all(|other| if other == *dimension { Share::ONE } else { Share::ZERO });
        rows.push(ordering(format!("only {}", dimension.name()), market, Some(&only))?);
    }
    for indicator in Indicator::ALL {
        let Some(rule) = market.score.rule(*indicator) else {
            continue;
        };
        // The number itself and not its points, which are all the same beyond the bounds.
        let risky = if rule.risky > rule.safe { 1.0 } else { -1.0 };
        let value = |code| Ok(market.indicators.of(code, *indicator).map(|seen| risky * seen.value));
        rows.push(against_categories(indicator.name().to_owned(), market, value)?);
    }
    Ok(rows)
}

fn ordering(by: String, market: &Market, weights: Option<&ScoreWeights>) -> Result<Ordering, Error> {
    against_categories(by, market, |code| Ok(country_score(code, weights, market)?.score))
}

fn against_categories(
    by: String,
    market: &Market,
    value: impl Fn(CountryCode) -> Result<Option<f64>, Error>,
) -> Result<Ordering, Error> {
    let (mut values, mut categories) = (Vec::new(), Vec::new());
    for country in market.countries.all() {
        let Some(category) = country.category else { continue };
        if let Some(value) = value(country.code)? {
            values.push(value);
            categories.push(f64::from(category.get()));
        }
    }
    Ok(Ordering { by, countries: values.len(), correlation: rank_correlation(&values, &categories) })
}
