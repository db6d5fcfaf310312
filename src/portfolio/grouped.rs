//! Sums over parts of the book: what sectors and countries contribute, and where exposures are heaped.

use super::book::{Book, bounded, each};
use super::outcome::{Contributed, Parts};
use super::quote::{
    Concentration, Contribution, ContributionColumns, CountryExposure, PortfolioCapitalQuote,
    PortfolioContributions,
};
use super::request::{PortfolioCapital, PortfolioRequest};
use crate::capital::{InternalRating, MINIMUM_RATIO};
use crate::document::Column;
use crate::error::Error;
use crate::numeric::sorted;
use crate::values::CountryCode;

/// What obligors, sectors and countries contribute. Without more of the model an obligor's part goes to its sectors by their
/// weights.
pub(super) fn contributions(
    request: &PortfolioRequest,
    book: &Book,
    parts: &Parts,
) -> PortfolioContributions {
    let column = |which: usize| {
        Column(parts.obligors.iter().map(|shares| shares.get(which).copied().unwrap_or(0.0)).collect())
    };
    let mut countries: Vec<(CountryCode, Contributed)> = Vec::new();
    let mut by_weight: Vec<Contributed> = vec![[0.0; 3]; book.factors + 1];
    for (at, shares) in parts.obligors.iter().enumerate() {
        if let Some(country) = request.country.get(at) {
            add(of_country(&mut countries, *country), shares, 1.0);
        }
        if parts.sectors.is_none() {
            for link in book.links(at) {
                by_weight.get_mut(link.sector).into_iter().for_each(|sum| add(sum, shares, link.weight));
            }
            by_weight.last_mut().into_iter().for_each(|sum| add(sum, shares, book.own(at)));
        }
    }
    let sectors = parts.sectors.as_ref().unwrap_or(&by_weight);
    let mut names: Vec<Option<String>> = book.sectors.iter().cloned().map(Some).collect();
    names.push(None);
    let own_is_told = !request.sector_weights.is_empty();
    let told = names.len() - usize::from(!own_is_told);
    PortfolioContributions {
        obligors: ContributionColumns {
            expected_loss: column(0),
            standard_deviation: column(1),
            expected_shortfall: column(2),
        },
        sectors: if book.sectors.is_empty() {
            Vec::new()
        } else {
            names
                .into_iter()
                .zip(sectors)
                .take(told)
                .map(|(name, shares)| contribution(name, shares))
                .collect()
        },
        countries: countries
            .iter()
            .map(|(country, shares)| contribution(Some(country.alpha3().to_owned()), shares))
            .collect(),
    }
}

fn add(sum: &mut Contributed, shares: &Contributed, weight: f64) {
    for (sum, share) in sum.iter_mut().zip(shares) {
        *sum += weight * share;
    }
}

fn contribution(name: Option<String>, shares: &Contributed) -> Contribution {
    let [expected_loss, standard_deviation, expected_shortfall] = *shares;
    Contribution { name, expected_loss, standard_deviation, expected_shortfall }
}

/// What is kept of a country; it is put at the end of the list where it is not there.
fn of_country<T: Default>(list: &mut Vec<(CountryCode, T)>, country: CountryCode) -> &mut T {
    let at = list.iter().position(|(known, _)| *known == country).unwrap_or(list.len());
    if at == list.len() {
        list.push((country, T::default()));
    }
    // The place is there: it was found, or just made.
    #[allow(clippy::indexing_slicing, reason = "found or made above")]
    &mut list[at].1
}

/// Where exposures are heaped.
///
/// `H = Σ (Eᵢ / Σ E)²`; its inverse is the effective number.
/// Source: O. C. Herfindahl, Concentration in the Steel Industry (1950); Basel Framework CRE31 has none.
pub(super) fn concentration(request: &PortfolioRequest, book: &Book) -> Concentration {
    let total: f64 = book.exposure.iter().sum();
    let index =
        |parts: &mut dyn Iterator<Item = f64>| parts.map(|part| (part / total) * (part / total)).sum::<f64>();
    let herfindahl = index(&mut book.exposure.iter().copied());
    let largest = sorted(book.exposure.iter().enumerate().map(|(at, amount)| (-amount, at as f64)).collect());
    let ten = largest.get(..largest.len().min(10)).unwrap_or_default();
    let mut countries: Vec<(CountryCode, f64)> = Vec::new();
    for (country, amount) in request.country.iter().zip(&book.exposure) {
        *of_country(&mut countries, *country) += amount;
    }
    let mut sectors = vec![0.0; book.factors];
    for (at, amount) in book.exposure.iter().enumerate() {
        for link in book.links(at).iter().take(1) {
            sectors.get_mut(link.sector).into_iter().for_each(|sum| *sum += amount);
        }
    }
    Concentration {
        herfindahl,
        effective_number: 1.0 / herfindahl,
        top_ten_share: ten.iter().map(|(amount, _)| -amount).sum::<f64>() / total,
        top_ten: ten.iter().map(|(_, at)| *at as u32).collect(),
        sector_herfindahl: (!request.sector.is_empty()).then(|| index(&mut sectors.iter().copied())),
        country_herfindahl: (!countries.is_empty())
            .then(|| index(&mut countries.iter().map(|(_, amount)| *amount))),
        countries: countries
            .iter()
            .map(|(country, exposure)| CountryExposure {
                country: *country,
                exposure: *exposure,
                share: exposure / total,
            })
            .collect(),
    }
}

/// What the Basel rules ask for, obligor by obligor: see [`InternalRating`]. Neither cover nor first losses count; a loss
/// given default that varies counts with its mean, and who is certain to default asks for no capital.
///
/// # Errors
/// `unequal-lengths`, `out-of-bounds`.
pub(super) fn capital(terms: &PortfolioCapital, book: &Book) -> Result<PortfolioCapitalQuote, Error> {
    let maturity = each(&terms.maturity_years, book.count(), "capital.maturityYears", 5.0, "0 to 5")?;
    let floor = InternalRating::floor(terms.rules, terms.exposure_class);
    let (mut assets, mut expected_loss, mut floored) = (0.0, 0.0, 0);
    let columns = book.exposure.iter().zip(&book.rate).zip(&book.loss_given_default).zip(&maturity);
    for (((exposure, rate), loss_given_default), maturity_years) in columns {
        floored += u32::from(*rate < floor);
        let rating = InternalRating {
            default_probability: rate.max(floor),
            loss_given_default: *loss_given_default,
            maturity_years: *maturity_years,
            ..InternalRating::of(terms.rules, terms.exposure_class)
        };
        // At 0 and 1 nothing is unexpected.
        if rating.default_probability > 0.0 && rating.default_probability < 1.0 {
            assets += exposure * rating.risk_weight();
        }
        expected_loss += exposure * rating.expected_loss();
    }
    let total: f64 = book.exposure.iter().sum();
    Ok(PortfolioCapitalQuote {
        capital: assets * MINIMUM_RATIO,
        risk_weighted_assets: assets,
        average_risk_weight: assets / total,
        expected_loss,
        floored,
    })
}

/// Levels of probability: above 0, below 1.
///
/// # Errors
/// `out-of-bounds`
pub(super) fn check_level(level: f64, field: String) -> Result<(), Error> {
    bounded(level, 1e-9, 1.0 - 1e-9, "0.000000001 to 0.999999999").map_err(|error| error.at(field))
}
