//! What a company begins with: its terms, its products and its sources.

use rust_decimal::Decimal;

use super::book::Book;
use super::funding::Source;
use super::part::Part;
use super::rates::{Path, path_of};
use super::request::{CaptiveProduct, CaptiveRequest, CaptiveSource};
use crate::error::Error;
use crate::values::{Amount, Exact, to_minor_exact};

/// What does not change with the months.
pub(super) struct Terms {
    pub fixed: i64,
    /// What contracts cost, made and standing, by product.
    pub contract_costs: Vec<(i64, i64)>,
    /// How costs have grown, by year.
    pub grown: Vec<Part>,
    pub weights: Vec<Part>,
    pub cash_rate: Part,
    pub tax: Part,
    pub ratio: Part,
    pub payout: Part,
    pub minimum_cash: i64,
}

impl Terms {
    pub fn of(
        request: &CaptiveRequest,
        books: &[Option<(usize, Book<'_>)>],
        covered: bool,
    ) -> Result<Self, Error> {
        let cost = |book: &Option<(usize, Book<'_>)>, name: &str| {
            let Some((_, book)) = book else { return Ok((0, 0)) };
            let acquisition = amount(book.product.acquisition_cost, request, "acquisitionCost");
            let servicing = amount(book.product.servicing_cost, request, "servicingCost");
            acquisition.and_then(|one| servicing.map(|other| (one, other))).map_err(|error| error.under(name))
        };
        let growth = Decimal::ONE.plus(request.cost_growth.get());
        let mut factor = Decimal::ONE;
        let grown = (0..request.years).map(|year| {
            if year > 0 {
                factor = factor.times(growth).to_digits(12);
            }
            Part::over(factor, 1)
        });
        let weight = |book: &Option<(usize, Book<'_>)>| {
            book.as_ref().map_or(Part::ONE, |(_, book)| Part::over(book.weight(covered), 1))
        };
        Ok(Self {
            fixed: amount(request.fixed_costs, request, "fixedCosts")?,
            contract_costs: books
                .iter()
                .zip(PRODUCTS)
                .map(|(book, name)| cost(book, name))
                .collect::<Result<_, _>>()?,
            grown: grown.collect(),
            weights: books.iter().map(weight).collect(),
            cash_rate: super::book::monthly(request.cash_rate),
            tax: Part::over(request.tax_rate.get(), 1),
            ratio: Part::over(request.capital_ratio.get(), 1),
            payout: Part::over(request.payout.get(), 1),
            minimum_cash: amount(request.minimum_cash, request, "minimumCash")?,
        })
    }
}

/// The names of products and sources in requests.
const PRODUCTS: [&str; 4] = ["loans", "balloons", "leases", "wholesale"];
pub(super) const SOURCES: [&str; 4] = ["parent", "localBanks", "securitisation", "bonds"];

pub(super) fn books<'a>(
    request: &'a CaptiveRequest,
    paths: &[Path<'a>],
    count: usize,
    covered: bool,
) -> Result<Vec<Option<(usize, Book<'a>)>>, Error> {
    let products: [&Option<CaptiveProduct>; 4] =
        [&request.loans, &request.balloons, &request.leases, &request.wholesale];
    if products.iter().all(|product| product.is_none()) {
        return Err(
            Error::invalid("no-product", "the company lends nothing: give at least one product").at("loans")
        );
    }
    let run = |(product, name): (&'a Option<CaptiveProduct>, &str)| {
        let Some(product) = product else { return Ok(None) };
        let run = || {
            let (place, path) = path_of(paths, product.currency, request.currency)?;
            Book::run(product, path.currency, count, path, covered).map(|book| Some((place, book)))
        };
        run().map_err(|error| at_home(error, name))
    };
    products.into_iter().zip(PRODUCTS).map(run).collect()
}

pub(super) fn sources<'a>(
    request: &'a CaptiveRequest,
    paths: &[Path<'a>],
) -> Result<Vec<Option<Source<'a>>>, Error> {
    let sources: [&Option<CaptiveSource>; 4] =
        [&request.parent, &request.local_banks, &request.securitisation, &request.bonds];
    let shares = sources.iter().filter_map(|source| source.as_ref()).map(|source| source.funding_share.get());
    let sum = shares.fold(Decimal::ZERO, Decimal::plus);
    if sum.is_zero() {
        let sentence = "nothing is drawn from anybody: give at least one source a part";
        return Err(Error::invalid("no-source", sentence).at("parent"));
    }
    let open = |(source, name): (&'a Option<CaptiveSource>, &str)| {
        let Some(source) = source else { return Ok(None) };
        let (place, path) =
            path_of(paths, source.currency, request.currency).map_err(|error| error.under(name))?;
        let share = Part::ratio(source.funding_share.get(), sum);
        Source::of(source, path.currency, place, share).map(Some).map_err(|error| error.under(name))
    };
    sources.into_iter().zip(SOURCES).map(open).collect()
}

/// Puts a product's name before the path, unless what is wrong stands in a currency's own reference rates.
pub(super) fn at_home(error: Error, name: &str) -> Error {
    if error.reason() == "reference-rate-missing" { error } else { error.under(name) }
}

pub(super) fn amount(amount: Amount, request: &CaptiveRequest, field: &str) -> Result<i64, Error> {
    to_minor_exact(amount.get(), request.currency).map_err(|error| error.at(field))
}
