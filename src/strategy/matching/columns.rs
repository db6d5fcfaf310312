//! The columns of a request as projects and offers, each checked.

use rust_decimal::Decimal;

use super::request::{CapitalOffers, FinanceKind, MatchingProjects, MatchingRequest, ProjectStage};
use crate::document::{OneOrMany, Text};
use crate::error::Error;
use crate::loan::Profile;
use crate::reference::Market;
use crate::values::{CountryCode, Currency, Exact, bounded, to_minor_exact};

/// A project. Amounts are in smallest units, rates in ten thousand millionths.
#[derive(Clone, Debug)]
pub(super) struct Project {
    pub amount: i64,
    pub months: u32,
    pub currency: String,
    pub country: Option<String>,
    /// Of a country that is priced by the market it is 0.
    pub category: Option<u8>,
    pub kind: Option<&'static str>,
    pub stage: Option<&'static str>,
    pub green: bool,
    pub collateral: i64,
    pub max_rate: Option<i64>,
    pub loss: i64,
}

/// An offer. Lists that are empty take everything.
#[derive(Clone, Debug)]
pub(super) struct Offer {
    pub capacity: i64,
    pub least: i64,
    pub most: i64,
    pub months: (u32, u32),
    pub currencies: Vec<String>,
    pub countries: Vec<String>,
    pub kinds: Vec<String>,
    pub stages: Vec<String>,
    /// None where any will do.
    pub max_category: Option<u8>,
    pub green_only: bool,
    /// None where no collateral is asked for.
    pub loan_to_value: Option<Decimal>,
    pub rate: Decimal,
    pub fee: f64,
    pub profile: Profile,
    pub days: Option<u32>,
    /// Places of projects in the request.
    pub preferences: Vec<usize>,
}

/// The most projects or offers, and the most pairs of them.
const MOST: usize = 2000;
const MOST_PAIRS: usize = 200_000;
/// The longest name, in characters.
const LONGEST_NAME: usize = 200;
/// Rates are compared as whole numbers of this part.
pub(super) const RATE_PART: f64 = 1e10;

impl MatchingRequest {
    /// # Errors
    /// `empty`, `above-maximum`, `unequal-lengths`, `given-twice`, `too-long`; `minimum-above-maximum`; what the values say of
    /// themselves.
    pub(super) fn read(&self, market: &Market) -> Result<(Vec<Project>, Vec<Offer>), Error> {
        let projects = self.projects.of(self, market).map_err(|error| error.under("projects"))?;
        let names = &self.projects.names;
        let offers = self.offers.of(self, names).map_err(|error| error.under("offers"))?;
        if projects.len() * offers.len() > MOST_PAIRS {
            let sentence = "projects times offers must be at most 200000";
            return Err(Error::out_of_range("above-maximum", sentence)
                .detail("maximum", MOST_PAIRS.text())
                .at("offers.names")
                .with_value(offers.len().text()));
        }
        for (field, sum) in [
            ("projects.amounts", projects.iter().map(|project| i128::from(project.amount)).sum()),
            ("offers.capacities", offers.iter().map(|offer| i128::from(offer.capacity)).sum()),
        ] {
            bounded(sum, self.currency).map_err(|error| error.at(field))?;
        }
        Ok((projects, offers))
    }
}

impl MatchingProjects {
    fn of(&self, request: &MatchingRequest, market: &Market) -> Result<Vec<Project>, Error> {
        let count = self.names.len();
        named(&self.names)?;
        fitting(
            count,
            &[
                ("amounts", self.amounts.len(), Fits::Each),
                ("termMonths", 1 + self.term_months.others().len(), Fits::OneOrEach),
                ("currencies", self.currencies.len(), Fits::Any),
                ("countries", self.countries.len(), Fits::Any),
                ("kinds", self.kinds.len(), Fits::Any),
                ("stages", self.stages.len(), Fits::Any),
                ("green", self.green.len(), Fits::Any),
                ("collateral", self.collateral.len(), Fits::Any),
                ("maxRates", self.max_rates.len(), Fits::Any),
                ("expectedLosses", self.expected_losses.len(), Fits::Any),
            ],
        )?;
        let currency = request.currency;
        let one = |at: usize| {
            let country = item(&self.countries, at);
            let status = country.map(|country| market.countries.of(country));
            let category = status.and_then(|known| match known.category {
                None if known.is_high_income_oecd() => Some(0),
                category => category.map(|category| category.get()),
            });
            let part = |rate: f64| libm::round(rate * RATE_PART) as i64;
            Ok(Project {
                amount: minor(item(&self.amounts, at).map(|amount| amount.get()), currency, "amounts", at)?,
                months: one_of(&self.term_months, at).get(),
                currency: item(&self.currencies, at).unwrap_or(currency).code().to_owned(),
                country: country.map(|country| country.alpha3().to_owned()),
                category,
                kind: item(&self.kinds, at).map(FinanceKind::name),
                stage: item(&self.stages, at).map(ProjectStage::name),
                green: item(&self.green, at).unwrap_or(false),
                collateral: minor(
                    item(&self.collateral, at).map(|worth| worth.get()),
                    currency,
                    "collateral",
                    at,
                )?,
                max_rate: item(&self.max_rates, at).map(|rate| part(rate.as_f64())),
                loss: item(&self.expected_losses, at).map_or(0, |loss| part(loss.as_f64())),
            })
        };
        (0..count).map(one).collect()
    }
}

impl CapitalOffers {
    fn of(&self, request: &MatchingRequest, projects: &[String]) -> Result<Vec<Offer>, Error> {
        let count = self.names.len();
        named(&self.names)?;
        fitting(
            count,
            &[
                ("capacities", self.capacities.len(), Fits::Each),
                ("minAmounts", self.min_amounts.len(), Fits::Any),
                ("maxAmounts", self.max_amounts.len(), Fits::Any),
                ("minTermMonths", self.min_term_months.len(), Fits::Any),
                ("maxTermMonths", self.max_term_months.len(), Fits::Any),
                ("currencies", self.currencies.len(), Fits::Any),
                ("countries", self.countries.len(), Fits::Any),
                ("maxCategories", self.max_categories.len(), Fits::Any),
                ("kinds", self.kinds.len(), Fits::Any),
                ("stages", self.stages.len(), Fits::Any),
                ("greenOnly", self.green_only.len(), Fits::Any),
                ("loanToValue", self.loan_to_value.len(), Fits::Any),
                ("rates", 1 + self.rates.others().len(), Fits::OneOrEach),
                ("upfrontFees", 1 + self.upfront_fees.others().len(), Fits::OneOrEach),
                ("profiles", 1 + self.profiles.others().len(), Fits::OneOrEach),
                ("decisionDays", self.decision_days.len(), Fits::Any),
                ("preferences", self.preferences.len(), Fits::Any),
            ],
        )?;
        let project = |name: &str| {
            let place = projects.iter().position(|known| known.trim() == name);
            place.ok_or_else(|| {
                Error::invalid("unknown-project", "there is no project of this name").with_value(brief(name))
            })
        };
        let currency = request.currency;
        let one = |at: usize| {
            let amount = |amount: Option<Decimal>, field| minor(amount, currency, field, at);
            let capacity = amount(item(&self.capacities, at).map(|capacity| capacity.get()), "capacities")?;
            let least = amount(item(&self.min_amounts, at).map(|least| least.get()), "minAmounts")?;
            let most = match item(&self.max_amounts, at) {
                Some(most) => amount(Some(most.get()), "maxAmounts")?.min(capacity),
                None => capacity,
            };
            let months = (
                item(&self.min_term_months, at).map_or(0, |months| months.get()),
                item(&self.max_term_months, at).map_or(u32::MAX, |months| months.get()),
            );
            for (field, wrong) in [("minAmounts", least > most), ("minTermMonths", months.0 > months.1)] {
                if wrong {
                    let sentence = "the least must not be above the most, nor above the capacity";
                    return Err(Error::invalid("minimum-above-maximum", sentence).at(place(field, at)));
                }
            }
            let texts = |column: &[String], field, read: &dyn Fn(&str) -> Result<String, Error>| {
                listed(column, at, read).map_err(|error| error.at(place(field, at)))
            };
            let names = listed(&self.preferences, at, &project);
            Ok(Offer {
                capacity,
                least,
                most,
                months,
                currencies: texts(&self.currencies, "currencies", &|text| {
                    Currency::parse(text).map(|currency| currency.code().to_owned())
                })?,
                countries: texts(&self.countries, "countries", &|text| {
                    CountryCode::parse(text).map(|country| country.alpha3().to_owned())
                })?,
                kinds: texts(&self.kinds, "kinds", &|text| {
                    FinanceKind::parse(text).map(|kind| kind.name().to_owned())
                })?,
                stages: texts(&self.stages, "stages", &|text| {
                    ProjectStage::parse(text).map(|stage| stage.name().to_owned())
                })?,
                max_category: item(&self.max_categories, at).map(|most| most.get()).filter(|most| *most < 7),
                green_only: item(&self.green_only, at).unwrap_or(false),
                loan_to_value: item(&self.loan_to_value, at)
                    .map(|part| part.get())
                    .filter(|part| *part > Decimal::ZERO),
                rate: one_of(&self.rates, at).get(),
                fee: one_of(&self.upfront_fees, at).as_f64(),
                profile: one_of(&self.profiles, at),
                days: item(&self.decision_days, at),
                preferences: names.map_err(|error| error.at(place("preferences", at)))?,
            })
        };
        (0..count).map(one).collect()
    }
}

/// What a project's collateral must be worth, in smallest units, rounded up: `amount / part`.
pub(super) fn collateral_for(amount: i64, part: Decimal) -> i64 {
    let worth = Decimal::from(amount).over(part).ceil();
    i64::try_from(worth.mantissa()).unwrap_or(i64::MAX)
}

/// The entry of a column that may be empty, have one for all, or one each.
pub(super) fn item<T: Copy>(column: &[T], at: usize) -> Option<T> {
    if let [one] = column { Some(*one) } else { column.get(at).copied() }
}

fn one_of<T: Copy>(column: &OneOrMany<T>, at: usize) -> T {
    let later = at.checked_sub(1).and_then(|at| column.others().get(at));
    *later.unwrap_or_else(|| column.first())
}

/// How long a column may be.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Fits {
    Each,
    OneOrEach,
    Any,
}

fn fitting(count: usize, columns: &[(&'static str, usize, Fits)]) -> Result<(), Error> {
    for (field, length, fits) in columns {
        let fit =
            *length == count || (*fits != Fits::Each && *length == 1) || (*fits == Fits::Any && *length == 0);
        if !fit {
            let sentence = "give as many as there are names, or one for all where that may be";
            return Err(Error::invalid("unequal-lengths", sentence).at(*field).with_value(length.text()));
        }
    }
    Ok(())
}

fn named(names: &[String]) -> Result<(), Error> {
    if names.is_empty() {
        return Err(Error::invalid("empty", "give at least one").at("names"));
    }
    if names.len() > MOST {
        let sentence = "there may be at most 2000";
        return Err(Error::out_of_range("above-maximum", sentence)
            .detail("maximum", MOST.text())
            .at("names")
            .with_value(names.len().text()));
    }
    for (at, name) in names.iter().enumerate() {
        let fault = if name.chars().nth(LONGEST_NAME).is_some() {
            Error::invalid("too-long", "a name has at most 200 characters")
        } else if names.iter().take(at).any(|earlier| earlier.trim() == name.trim()) {
            Error::invalid("given-twice", "this name is there twice")
        } else {
            continue;
        };
        return Err(fault.at(place("names", at)).with_value(brief(name)));
    }
    Ok(())
}

/// The entries of a text that are separated by bars or semicolons; none where any will do.
fn listed<T>(column: &[String], at: usize, read: &dyn Fn(&str) -> Result<T, Error>) -> Result<Vec<T>, Error> {
    let text = if let [one] = column { Some(one) } else { column.get(at) };
    let parts = text.map(String::as_str).unwrap_or_default().split(['|', ';']).map(str::trim);
    parts.filter(|part| !matches!(*part, "" | "*")).map(read).collect()
}

fn minor(amount: Option<Decimal>, currency: Currency, field: &str, at: usize) -> Result<i64, Error> {
    let Some(amount) = amount else { return Ok(0) };
    to_minor_exact(amount, currency).map_err(|error| error.at(place(field, at)))
}

fn place(field: &str, at: usize) -> String {
    [field, ".", &at.text()].concat()
}

fn brief(text: &str) -> String {
    text.chars().take(60).collect()
}
