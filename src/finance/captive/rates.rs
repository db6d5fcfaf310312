//! Paths of exchange rates and reference rates.

use rust_decimal::Decimal;

use super::book::monthly;
use super::part::Part;
use super::request::{CaptiveCurrency, CaptiveRequest};
use crate::document::Text;
use crate::error::Error;
use crate::values::{Currency, Exact, Rate};

/// The path of one currency against the company's.
#[derive(Debug)]
pub(super) struct Path<'a> {
    pub currency: Currency,
    home: Currency,
    /// What one unit is worth, from the start to the last month.
    exchange: Vec<Part>,
    references: &'a [Rate],
    /// Where the references stand in the request.
    field: &'static str,
}

impl Path<'_> {
    /// An amount in the company's currency, at the rate of a month's end, rounded once.
    ///
    /// Source: IAS 21, 23 a and 28: what is owed and owned at the closing rate, differences in profit or loss.
    /// DIFFERENCE: flows of a month are translated at its closing rate, not at that of their day.
    ///
    /// # Errors
    /// `OutOfRange`, as [`Part::of`].
    #[inline(never)]
    pub fn home(&self, amount: i64, month: usize) -> Result<i64, Error> {
        match self.exchange.get(month) {
            Some(part) => part.of(amount, self.home),
            None => Ok(amount),
        }
    }

    /// The least amount that is worth so much.
    ///
    /// # Errors
    /// `OutOfRange`, as [`Part::of`].
    #[inline(never)]
    pub fn worth(&self, amount: i64, month: usize) -> Result<i64, Error> {
        match self.exchange.get(month) {
            Some(part) => part.into_up(amount, self.currency),
            None => Ok(amount),
        }
    }

    /// A month's part of the reference rate with a margin.
    ///
    /// # Errors
    /// `InvalidInput`, `reference-rate-missing`.
    pub fn monthly(&self, margin: Rate, month: usize) -> Result<Part, Error> {
        let year = month.saturating_sub(1) / 12;
        let Some(reference) = self.references.get(year).or(self.references.last()) else {
            let sentence = "something floats in this currency: give its reference rates";
            return Err(Error::invalid("reference-rate-missing", sentence).moved(self.field));
        };
        Rate::new(reference.get().plus(margin.get())).map(monthly).map_err(|error| error.at("rate"))
    }
}

/// The company's own currency and its foreign ones.
pub(super) fn paths(request: &CaptiveRequest, months: usize) -> Result<Vec<Path<'_>>, Error> {
    let home = request.currency;
    let own = Path {
        currency: home,
        home,
        exchange: Vec::new(),
        references: &request.reference_rates,
        field: "referenceRates",
    };
    let mut paths = vec![own];
    for (name, field, foreign) in [
        ("foreign", "foreign.referenceRates", &request.foreign),
        ("secondForeign", "secondForeign.referenceRates", &request.second_foreign),
    ] {
        let Some(foreign) = foreign else { continue };
        if paths.iter().any(|path| path.currency == foreign.currency) {
            let sentence = "this currency has its path already: name another one";
            let error = Error::invalid("currency-twice", sentence).with_value(foreign.currency.code());
            return Err(error.at("currency").under(name));
        }
        let exchange = exchange(foreign, home, months).map_err(|error| error.under(name))?;
        paths.push(Path {
            currency: foreign.currency,
            home,
            exchange,
            references: &foreign.reference_rates,
            field,
        });
    }
    Ok(paths)
}

/// The path of a currency that a product or a source names.
///
/// # Errors
/// `InvalidInput`, `exchange-rate-missing`.
pub(super) fn path_of<'p, 'a>(
    paths: &'p [Path<'a>],
    currency: Option<Currency>,
    home: Currency,
) -> Result<(usize, &'p Path<'a>), Error> {
    let currency = currency.unwrap_or(home);
    paths.iter().enumerate().find(|(_, path)| path.currency == currency).ok_or_else(|| {
        let sentence = "this is not the company's currency: give its exchange rates as a foreign currency";
        Error::invalid("exchange-rate-missing", sentence).at("currency").with_value(currency.code())
    })
}

/// Straight between the given rates, with at most twelve decimals.
fn exchange(foreign: &CaptiveCurrency, home: Currency, months: usize) -> Result<Vec<Part>, Error> {
    let rates = &foreign.exchange_rates;
    for (at, rate) in rates.iter().enumerate() {
        if *rate <= Decimal::ZERO || *rate > Decimal::from(1_000_000_000) {
            let bounds = "above 0, up to 1000000000";
            return Err(Error::out_of_range(
                "out-of-bounds",
                "an exchange rate is above 0, up to 1000000000",
            )
            .detail("bounds", bounds)
            .at(["exchangeRates.", &at.text()].concat())
            .with_value(rate.text()));
        }
    }
    let Some(last) = rates.last().copied() else {
        return Err(Error::invalid("empty", "this list must name at least one").at("exchangeRates"));
    };
    let rate = |month: usize| {
        let from = rates.get(month / 12).copied().unwrap_or(last);
        let to = rates.get(month / 12 + 1).copied().unwrap_or(last);
        let way = to.minus(from).times(Decimal::from(month as u64 % 12)).over(Decimal::from(12));
        from.plus(way).to_digits(12)
    };
    Ok((0..=months).map(|month| Part::exchange(rate(month), foreign.currency, home)).collect())
}
