//! The turnover in parts, each with its rate, its premium and what is owed.

use rust_decimal::Decimal;

use super::request::{BuyerBook, Policy, ShortTermCoverRequest, Trade, TurnoverLine};
use crate::document::{OneOrMany, Text};
use crate::error::Error;
use crate::reference::{CountryStatus, Market};
use crate::values::{
    Amount, CountryCode, Exact, PositiveAmount, RiskCategory, minor_decimal, to_minor, to_minor_exact,
};

/// A part of the turnover, priced. Amounts are in smallest units.
pub(super) struct Line {
    /// The rate's parts; none when the request gives the rate.
    pub parts: Option<RateParts>,
    pub rate: Decimal,
    pub days: u32,
    pub turnover: i64,
    pub premium: i64,
    pub exposure: i64,
    pub insured_exposure: i64,
    pub expected: Option<Expected>,
}

/// What is expected of a year.
pub(super) struct Expected {
    /// Of all that is owed.
    pub loss: i64,
    /// Of what is inside the limit, times the insured share.
    pub claims: i64,
}

/// What multiplies to a rate of the grid.
#[derive(Clone, Copy)]
pub(super) struct RateParts {
    pub category: Option<RiskCategory>,
    pub base: Decimal,
    pub payment: Decimal,
    pub term: Decimal,
    pub policy: Decimal,
    /// Whether the selling subsidiary's country set the category.
    pub by_seller: bool,
    /// Whether a cell of the grid is the rate card's.
    pub card_cell: bool,
    /// Whether a country's category is.
    pub card_category: bool,
}

/// The parts of the turnover as the request has them: lines, a book, or all in one.
///
/// # Errors
/// `InvalidInput`: `required`, `both-given`, `unequal-lengths`; `MissingData`, `no-category`; with the path of the field.
pub(super) fn lines(request: &ShortTermCoverRequest, market: &Market) -> Result<Vec<Line>, Error> {
    let given = Given::of(request)?;
    let pricer = Pricer { request, market, record: record_factor(request)? };
    given
        .lines
        .iter()
        .enumerate()
        .map(|(at, line)| pricer.price(line).map_err(|e| given.under(e, at)))
        .collect()
}

/// `1 − min(years · bonus, most) + loading`
pub(super) fn record_factor(request: &ShortTermCoverRequest) -> Result<Decimal, Error> {
    let record = &request.record;
    let bonus = Decimal::from(record.claim_free_years).times(record.bonus_per_year.get());
    Ok(Decimal::ONE.minus(bonus.min(record.most_bonus.get())).plus(record.loading.get()))
}

/// The amounts of a line in smallest units.
pub(super) struct Amounts {
    pub premium: i64,
    pub exposure: i64,
    pub insured_exposure: i64,
    pub expected: Option<Expected>,
}

/// What is a part of another amount, rounded once.
#[derive(Clone, Copy)]
pub(super) enum Part {
    /// Of the turnover by the premium's rate.
    Premium,
    /// Of the turnover by the days of credit in a year.
    Average,
    /// Of what is owed.
    Loss,
    /// Of what is owed inside the limit.
    Claims,
}

/// The days of a year.
pub(super) const DAYS: i128 = 365;

/// Of a contract all is owed; of a turnover what is on average. `take` gives a part of an amount.
#[inline]
pub(super) fn amounts<E>(
    turnover: i64,
    policy: Policy,
    is_expected: bool,
    limit: impl FnOnce() -> Result<Option<i64>, E>,
    take: impl Fn(Part, i64) -> Result<i64, E>,
) -> Result<Amounts, E> {
    let premium = take(Part::Premium, turnover)?;
    let whole = policy == Policy::SingleContract;
    let exposure = if whole { turnover } else { take(Part::Average, turnover)? };
    let insured_exposure = limit()?.map_or(exposure, |limit| limit.min(exposure));
    let expected = if is_expected {
        Some(Expected { loss: take(Part::Loss, exposure)?, claims: take(Part::Claims, insured_exposure)? })
    } else {
        None
    };
    Ok(Amounts { premium, exposure, insured_exposure, expected })
}

/// What of all that is owed is lost in a year. A contract is owed for its term; of a turnover the same is owed all year.
pub(super) fn lost(request: &ShortTermCoverRequest, default_rate: Decimal, days: u32) -> Decimal {
    let years = match request.policy {
        Policy::SingleContract => Decimal::from(days).over(Decimal::from(DAYS as i64)),
        _ => Decimal::ONE,
    };
    default_rate.times(request.loss_given_default.get()).times(years)
}

/// What of a loss is insured.
pub(super) fn claimed(request: &ShortTermCoverRequest, lost: Decimal) -> Decimal {
    lost.times(request.insured_share.get())
}

/// The rate and the days of a request that is one line.
#[cfg(feature = "everything")]
pub(super) fn rate_and_days(
    request: &ShortTermCoverRequest,
    market: &Market,
) -> Result<(Decimal, u32), Error> {
    let line = one(request)?;
    let pricer = Pricer { request, market, record: record_factor(request)? };
    Ok((pricer.rate(&line)?.1, line.term_days.get()))
}

struct Given {
    lines: Vec<TurnoverLine>,
    place: &'static str,
}

impl Given {
    fn of(request: &ShortTermCoverRequest) -> Result<Self, Error> {
        let alone = request.turnover.is_some() || request.term_days.is_some() || request.limit.is_some();
        match (&request.book, request.lines.is_empty()) {
            (None, true) => Ok(Self { lines: vec![one(request)?], place: "" }),
            (Some(_), false) => Err(both_given("lines")),
            _ if alone => Err(both_given("turnover")),
            (None, false) => Ok(Self { lines: request.lines.clone(), place: "lines" }),
            (Some(book), true) => Ok(Self { lines: of_book(book, request)?, place: "book" }),
        }
    }

    /// Puts an error of a line under its place. Errors of a book are about an entry of a column.
    fn under(&self, error: Error, at: usize) -> Error {
        match self.place {
            "" => error,
            "book" => {
                let column = match error.field() {
                    "country" => "countries",
                    "category" => "categories",
                    "defaultRate" => "defaultRates",
                    "limit" => "limits",
                    other => other,
                };
                let place = format!("book.{column}.{}", at.text());
                error.moved(&place)
            }
            place => error.under(&at.text()).under(place),
        }
    }
}

#[cold]
fn both_given(field: &'static str) -> Error {
    let sentence = "lines, or a book, take the place of turnover, termDays and limit: give one of them";
    Error::invalid("both-given", sentence).at(field)
}

#[cold]
fn required(field: &'static str, sentence: &'static str) -> Error {
    Error::invalid("required", sentence).at(field)
}

fn one(request: &ShortTermCoverRequest) -> Result<TurnoverLine, Error> {
    let turnover = request.turnover.ok_or_else(|| {
        required("turnover", "give the turnover, or lines or a book of buyers in its place")
    })?;
    let days = request.term_days.ok_or_else(|| required("termDays", "give the days of credit"))?;
    Ok(TurnoverLine {
        country: request.country,
        seller_country: request.seller_country,
        category: request.category,
        turnover,
        term_days: days,
        payment: request.payment,
        premium_rate: request.premium_rate,
        limit: request.limit,
        default_rate: request.default_rate,
    })
}

fn of_book(book: &BuyerBook, request: &ShortTermCoverRequest) -> Result<Vec<TurnoverLine>, Error> {
    let count = book.turnover.len();
    if count == 0 {
        return Err(Error::invalid("empty", "a book has at least one buyer").at("book.turnover"));
    }
    (0..count)
        .map(|at| {
            Ok(TurnoverLine {
                country: entry(&book.countries, at, count, "book.countries")?.or(request.country),
                seller_country: request.seller_country,
                category: entry(&book.categories, at, count, "book.categories")?.or(request.category),
                turnover: book.turnover.get(at).copied().ok_or_else(|| unequal(0, count, "book.turnover"))?,
                term_days: item(&book.term_days, at, count, "book.termDays")?,
                payment: item(&book.payment, at, count, "book.payment")?,
                premium_rate: request.premium_rate,
                limit: entry(&book.limits, at, count, "book.limits")?,
                default_rate: entry(&book.default_rates, at, count, "book.defaultRates")?
                    .or(request.default_rate),
            })
        })
        .collect()
}

/// The entry of a column that is empty, or has one for all, or one for each.
fn entry<T: Copy>(column: &[T], at: usize, count: usize, place: &'static str) -> Result<Option<T>, Error> {
    match column.len() {
        0 => Ok(None),
        1 => Ok(column.first().copied()),
        length if length == count => Ok(column.get(at).copied()),
        length => Err(unequal(length, count, place)),
    }
}

pub(super) fn item<T: Copy>(
    column: &OneOrMany<T>,
    at: usize,
    count: usize,
    place: &'static str,
) -> Result<T, Error> {
    let others = column.others();
    match others.len() + 1 {
        1 => Ok(*column.first()),
        length if length == count => {
            let later = at.checked_sub(1).and_then(|at| others.get(at));
            Ok(*later.unwrap_or_else(|| column.first()))
        }
        length => Err(unequal(length, count, place)),
    }
}

#[cold]
fn unequal(length: usize, count: usize, place: &'static str) -> Error {
    Error::invalid("unequal-lengths", format!("there are {count} entries: give as many, or one for all"))
        .with_value(length.text())
        .at(place)
}

struct Pricer<'r> {
    request: &'r ShortTermCoverRequest,
    market: &'r Market,
    record: Decimal,
}

impl Pricer<'_> {
    fn price(&self, line: &TurnoverLine) -> Result<Line, Error> {
        let rounding = self.request.rounding;
        let turnover = self.minor(line.turnover, "turnover")?;
        let days = line.term_days.get();
        let (parts, rate) = self.rate(line)?;
        let lost = line.default_rate.map(|rate| lost(self.request, rate.get(), days));
        let limit = || line.limit.map(|limit| self.minor(limit, "limit")).transpose();
        let take = |part, minor| match part {
            Part::Premium => self.part(minor, rate),
            Part::Average => Ok(rounding.quotient(i128::from(minor) * i128::from(days), DAYS) as i64),
            Part::Loss => self.part(minor, lost.unwrap_or_default()),
            Part::Claims => self.part(minor, claimed(self.request, lost.unwrap_or_default())),
        };
        let Amounts { premium, exposure, insured_exposure, expected } =
            amounts(turnover, self.request.policy, lost.is_some(), limit, take)?;
        Ok(Line { parts, rate, days, turnover, premium, exposure, insured_exposure, expected })
    }

    /// `base · payment · term · policy · insured share · record`, or the given rate · record.
    fn rate(&self, line: &TurnoverLine) -> Result<(Option<RateParts>, Decimal), Error> {
        if let Some(rate) = line.premium_rate.or(self.request.premium_rate) {
            return Ok((None, rate.get().times(self.record)));
        }
        let grid = &self.market.short_term;
        let (category, by_seller) = self.category(line)?;
        let (card_cell, card_category) = self.of_card(line, category);
        let parts = RateParts {
            card_cell,
            card_category,
            category,
            base: grid.rate(category)?,
            payment: grid.factor("payment", line.payment.name())?,
            term: grid.term(line.term_days.get()).map_err(|error| error.at("termDays"))?,
            policy: grid.factor("policy", self.request.policy.name())?,
            by_seller,
        };
        let of_grid = parts.base.times(parts.payment).times(parts.term).times(parts.policy);
        Ok((Some(parts), of_grid.times(self.request.insured_share.get()).times(self.record)))
    }

    /// Whether a cell of the grid and whether a category is the rate card's.
    fn of_card(&self, line: &TurnoverLine, category: Option<RiskCategory>) -> (bool, bool) {
        let Some(card) = &self.market.card else { return (false, false) };
        let row = category.map_or_else(|| "domestic".to_owned(), |category| category.get().text());
        let band = self.market.short_term.band(line.term_days.get()).map(|days| days.text());
        let cell = card.has_cell("rate", &row)
            || card.has_cell("payment", line.payment.name())
            || card.has_cell("policy", self.request.policy.name())
            || band.is_some_and(|band| card.has_cell("term", &band));
        let looked_up = category.is_some() && line.category.is_none();
        let countries = [line.country, line.seller_country].into_iter().flatten().filter(|_| looked_up);
        let of_card = |code| self.market.countries.edition_of(code).id == card.edition.id;
        (cell, countries.into_iter().any(of_card))
    }

    /// The category that sets the rate: none in domestic trade.
    fn category(&self, line: &TurnoverLine) -> Result<(Option<RiskCategory>, bool), Error> {
        if self.request.trade == Trade::Domestic {
            return Ok((None, false));
        }
        if line.category.is_some() {
            return Ok((line.category, false));
        }
        let country = line.country.ok_or_else(|| {
            required("country", "give the buyers' country, or a category or a premiumRate in its place")
        })?;
        let buyers = self.listed(country, "country")?;
        let seller = line.seller_country.map(|seller| self.listed(seller, "sellerCountry")).transpose()?;
        Ok(match seller {
            Some(seller) if seller > buyers => (Some(seller), true),
            _ => (Some(buyers), false),
        })
    }

    /// A country's category; those that the market prices are taken as category 0.
    fn listed(&self, code: CountryCode, field: &'static str) -> Result<RiskCategory, Error> {
        let country = self.market.countries.of(code);
        match (country.category, country.status) {
            (Some(category), _) => Ok(category),
            (None, CountryStatus::MarketBenchmark) => RiskCategory::new(0),
            (None, status) => {
                let sentence = "this country or territory has no category: give one, or a premiumRate";
                Err(Error::new(crate::ErrorKind::MissingData, "no-category", sentence)
                    .detail("status", status.name())
                    .with_value(code.alpha3())
                    .at(field))
            }
        }
    }

    fn minor(&self, amount: PositiveAmount, field: &'static str) -> Result<i64, Error> {
        to_minor_exact(amount.get(), self.request.currency).map_err(|error| error.at(field))
    }

    fn part(&self, minor: i64, share: Decimal) -> Result<i64, Error> {
        part(minor, share, self.request)
    }
}

/// A fraction of an amount, rounded once.
pub(super) fn part(minor: i64, share: Decimal, request: &ShortTermCoverRequest) -> Result<i64, Error> {
    to_minor(minor_decimal(minor, request.currency).times(share), request.currency, request.rounding)
}

/// An amount of the request in smallest units.
pub(super) fn minor_of(
    amount: Amount,
    request: &ShortTermCoverRequest,
    field: &'static str,
) -> Result<i64, Error> {
    to_minor_exact(amount.get(), request.currency).map_err(|error| error.at(field))
}
