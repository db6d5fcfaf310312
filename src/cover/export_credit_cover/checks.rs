//! Whom the deal is with, what the rules allow, and what a reader should know.

use rust_decimal::Decimal;

use super::minimum::Minimum;
use super::request::{CoverRequest, RuleSet};
use super::{Terms, minimum};
use crate::country::is_speculative;
use crate::cover::class_of_rating;
use crate::document::Text;
use crate::error::Error;
use crate::explain::Notice;
use crate::reference::{CategoryPremium, Country, CountryStatus, Market, age_notice};
use crate::values::{BuyerClass, CountryCode, Exact, RiskCategory, Share};

/// The obligor as the rules see it.
pub(super) struct Subject {
    pub listed: Option<Country>,
    pub category: Option<RiskCategory>,
    pub buyer: Option<BuyerClass>,
}

impl Subject {
    pub fn of(request: &CoverRequest, market: &Market) -> Result<Self, Error> {
        let listed = request.country.map(|country| market.countries.of(country));
        if listed.is_none() && request.category.is_none() {
            return Err(Error::invalid("required", "give the obligor's country, or a category").at("country"));
        }
        let category = request.category.or(listed.and_then(|listed| listed.category));
        let buyer = match (request.buyer, request.rating) {
            (Some(_), Some(rating)) => {
                return Err(Error::invalid("buyer-and-rating", "give the class or the rating, not both")
                    .at("rating")
                    .with_value(rating.name()));
            }
            (buyer, None) => buyer,
            (None, Some(rating)) => category.and_then(|category| class_of_rating(rating, category)),
        };
        Ok(Self { listed, category, buyer })
    }

    /// The coefficients of the category.
    ///
    /// # Errors
    /// `NotApplicable` for a country that the market prices, `MissingData` for one without a category.
    pub fn table<'t>(
        &self,
        request: &CoverRequest,
        market: &'t Market,
    ) -> Result<(RiskCategory, &'t CategoryPremium), Error> {
        let field = if request.category.is_some() { "category" } else { "country" };
        let value = match (request.category, request.country) {
            (Some(category), _) => category.get().text(),
            (None, Some(country)) => country.alpha3().to_owned(),
            (None, None) => String::new(),
        };
        let found = self.category.and_then(|category| Some((category, market.premium.category(category)?)));
        found.ok_or_else(|| self.no_category().at(field).with_value(value))
    }

    /// The category, 0 among them.
    ///
    /// # Errors
    /// As [`Self::table`] for a country without one.
    pub fn priced_category(&self, request: &CoverRequest) -> Result<RiskCategory, Error> {
        let code = request.country.map_or("", CountryCode::alpha3);
        self.category.ok_or_else(|| self.no_category().at("country").with_value(code))
    }

    /// The category, with the countries that the market prices counted in 0.
    ///
    /// # Errors
    /// As [`Self::table`] for any other country without one.
    pub fn category_or_market(&self, request: &CoverRequest) -> Result<RiskCategory, Error> {
        match self.listed.map(|listed| listed.status) {
            Some(CountryStatus::MarketBenchmark) if self.category.is_none() => RiskCategory::new(0),
            _ => self.priced_category(request),
        }
    }

    #[cold]
    fn no_category(&self) -> Error {
        const INSTEAD: &str = "give a category from 1 to 7, or the rule given with a premiumRate, or market-spread with a marketCurve";
        let status = self.listed.map(|listed| listed.status);
        let why = match status {
            _ if self.category.is_some() => "category 0 has no minimum premium: the market prices it",
            Some(CountryStatus::MarketBenchmark) => {
                "this country has no minimum premium: the market prices it"
            }
            Some(CountryStatus::NotReviewed) => "this country is on the list, but not currently classified",
            Some(CountryStatus::Unclassified) => "this country is on the list without a category of its own",
            _ => "this country or territory is not on the list of classifications",
        };
        let sentence = format!("{why}; {INSTEAD}");
        let error = match status {
            _ if self.category.is_some() => Error::not_applicable("market-priced", sentence),
            Some(CountryStatus::MarketBenchmark) => Error::not_applicable("market-priced", sentence),
            _ => Error::new(crate::ErrorKind::MissingData, "no-category", sentence),
        };
        error.detail("status", status.map_or("classified", CountryStatus::name))
    }
}

#[cold]
pub(super) fn no_buyer() -> Error {
    Error::invalid("required", "give the obligor's class, from SOV+ to CC5, or its rating").at("buyer")
}

/// A life that a repayment can have.
pub(super) fn average_life(life: Decimal, repayment_months: u32) -> Result<(), Error> {
    let most = Decimal::from(repayment_months).over(Decimal::from(12));
    if life > Decimal::ZERO && life <= most {
        return Ok(());
    }
    Err(life_out_of_bounds(life, "above 0", most))
}

/// The minimum premium's horizon needs a quarter of a year at least.
pub(super) fn average_life_of_the_minimum(request: &CoverRequest) -> Result<(), Error> {
    match request.average_life_years {
        Some(life) if life < Decimal::new(25, 2) => {
            let most = Decimal::from(request.repayment_months.get()).over(Decimal::from(12));
            Err(life_out_of_bounds(life, "0.25", most))
        }
        _ => Ok(()),
    }
}

#[cold]
fn life_out_of_bounds(life: Decimal, least: &str, most: Decimal) -> Error {
    let bounds = format!("{least} to {}", most.to_digits(4).normalize().text());
    Error::out_of_range("out-of-bounds", format!("this must be from {bounds} years, the repayment"))
        .detail("bounds", bounds)
        .at("averageLifeYears")
        .with_value(life.text())
}

/// Instalments are for credits of up to 24 months, and not more than one a month.
pub(super) fn instalments(request: &CoverRequest) -> Result<(), Error> {
    let Some(count) = request.instalments else { return Ok(()) };
    let months = request.repayment_months.get();
    let most = months.clamp(1, 24);
    if months <= 24 && (1..=most).contains(&count) {
        return Ok(());
    }
    let bounds = format!("1 to {most}");
    let sentence = "equal instalments are for a repayment of up to 24 months, at most one a month";
    Err(Error::out_of_range("out-of-bounds", sentence)
        .detail("bounds", bounds)
        .at("instalments")
        .with_value(count.text()))
}

pub(super) fn long_enough(request: &CoverRequest) -> Result<(), Error> {
    let months = request.repayment_months.get();
    if months < 24 {
        let sentence = "the minimum premium is for repayment over two years or more: at least 24 months";
        return Err(Error::not_applicable("short-term", sentence)
            .detail("minimum", "24")
            .at("repaymentMonths")
            .with_value(months.text()));
    }
    Ok(())
}

pub(super) fn discounts(request: &CoverRequest) -> Result<(), Error> {
    at_most(request.local_currency_factor, Share::percent(20), "localCurrencyFactor")?;
    at_most(request.credit_enhancement_factor, Share::percent(35), "creditEnhancementFactor")
}

/// The discount for security: as given, or added up from the security itself.
pub(super) fn enhancement(request: &CoverRequest) -> Result<Decimal, Error> {
    let Some(security) = &request.security else { return Ok(request.credit_enhancement_factor.get()) };
    if !request.credit_enhancement_factor.get().is_zero() {
        return Err(Error::invalid("factor-and-security", "give the factor or the security, not both")
            .at("creditEnhancementFactor")
            .with_value(request.credit_enhancement_factor.text()));
    }
    if security.asset_based && security.fixed_assets {
        let sentence = "asset-based security and security on fixed assets don't add: give one of them";
        return Err(Error::not_applicable("securities-do-not-add", sentence)
            .at("security.fixedAssets")
            .with_value("true"));
    }
    let part = |given: bool, hundredths: u32| Decimal::new(if given { i64::from(hundredths) } else { 0 }, 2);
    let sum = part(security.assignment, 10)
        .plus(part(security.asset_based, 25))
        .plus(part(security.fixed_assets, 15))
        .plus(security.escrow.get().min(Decimal::new(10, 2)));
    Ok(sum.min(Decimal::new(35, 2)))
}

pub(super) fn notices(
    request: &CoverRequest,
    subject: &Subject,
    terms: &Terms,
    market: &Market,
    first: RuleSet,
) -> Vec<Notice> {
    let mut notices = Vec::new();
    let minimum = first == RuleSet::OecdMinimum;
    if let (true, Some(exporter)) = (minimum, request.exporter_country)
        && !market.participants.bind(exporter)
    {
        notices.push(Notice::new("benchmark-only").with("exporterCountry", exporter));
    }
    if minimum {
        notices.push(Notice::new("secondary-coefficients"));
    }
    if first == RuleSet::Given {
        notices.push(Notice::new("premium-rate-given"));
    }
    if first.is_reconstruction() {
        notices.push(Notice::new("reconstruction"));
    }
    if first.is_historical() {
        notices.push(Notice::new("historical-tariff"));
    }
    if request.rate.is_none() {
        notices.push(Notice::new("rate-missing"));
    }
    if let (Some(rating), Some(buyer)) = (request.rating, subject.buyer) {
        notices
            .push(Notice::new("class-by-rating").with("rating", rating.name()).with("buyer", buyer.name()));
    }
    let (drawn, repaid) = (request.disbursement_months.get(), request.repayment_months.get());
    if drawn > 36 {
        notices.push(Notice::new("disbursement-over-three-years").with("months", drawn));
    }
    if drawn > repaid {
        notices.push(Notice::new("disbursement-longer-than-repayment").with("months", drawn));
    }
    let most = if request.climate_sector { 22 * 12 } else { 15 * 12 };
    if repaid > most {
        notices.push(Notice::new("repayment-over-limit").with("months", repaid).with("limit", most));
    }
    if request.average_life_years.is_some() {
        notices.push(Notice::new("profile-by-average-life").with("years", terms.average_life));
    }
    if request.category.is_none() {
        let edition = market.countries.edition();
        notices.extend(age_notice(edition, market.countries.as_of(), request.valuation_date));
    }
    notices
}

/// The notice that the term factor makes the next worse class cheaper: the published rule does that where the
/// grade of the obligor changes, at horizons over fifteen years, or over ten where less of the commercial risk is covered
/// or security is deducted.
pub(super) fn term_slope_notice(
    request: &CoverRequest,
    chosen: &Minimum<'_>,
    subject: &Subject,
    market: &Market,
) -> Result<Option<Notice>, Error> {
    if request.speculative_grade.is_some() || chosen.horizon_24 <= Decimal::from(240) {
        return Ok(None);
    }
    let (category, table) = subject.table(request, market)?;
    let at = BuyerClass::ALL.iter().position(|class| *class == chosen.buyer).unwrap_or(0);
    let better = at.checked_sub(1).and_then(|at| BuyerClass::ALL.get(at)).copied();
    let worse = BuyerClass::ALL.get(at + 1).copied();
    let pairs = [(better, Some(chosen.buyer)), (Some(chosen.buyer), worse)];
    for (better, worse) in pairs {
        let (Some(better), Some(worse)) = (better, worse) else { continue };
        if is_speculative(category, better)
            || !is_speculative(category, worse)
            || table.buyer(worse).is_none()
        {
            continue;
        }
        let rate = |buyer| {
            minimum::Minimum::of(request, category, buyer, chosen.horizon_24, chosen.enhancement, table)
                .map(|minimum| minimum.rate(request).value())
        };
        let (better_rate, worse_rate) = (rate(better)?, rate(worse)?);
        if worse_rate < better_rate {
            return Ok(Some(
                Notice::new("term-slope-exception")
                    .with("better", better.name())
                    .with("betterRate", better_rate)
                    .with("worse", worse.name())
                    .with("worseRate", worse_rate),
            ));
        }
    }
    Ok(None)
}

fn at_most(share: Share, most: Share, field: &str) -> Result<(), Error> {
    if share <= most {
        return Ok(());
    }
    let bounds = format!("0 to {}", most.text());
    Err(Error::out_of_range("above-maximum", format!("this must be {bounds}"))
        .detail("bounds", bounds)
        .at(field)
        .with_value(share.text()))
}
