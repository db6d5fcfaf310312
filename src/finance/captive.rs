//! An overseas auto finance company, month by month.

mod answer;
mod book;
mod company;
mod curve;
mod explained;
mod funding;
mod quote;
mod rates;
mod request;
mod setup;

pub use quote::{
    CaptiveBalance, CaptiveBook, CaptiveCash, CaptiveFunding, CaptiveGap, CaptiveIncome, CaptiveQuote,
    CaptiveWithoutCover, CaptiveYear,
};
pub use request::{
    CaptiveCover, CaptiveCurrency, CaptiveProduct, CaptiveProfile, CaptiveRequest, CaptiveSource,
};

use self::company::Company;
use super::part;
use crate::error::Error;
use crate::explain::{Notice, Trace};
use crate::product::Product;
use crate::reference::Market;
use crate::values::{Money, minor_decimal, within};

crate::quotes!(CaptiveQuote);

impl Product for CaptiveRequest {
    type Quote = CaptiveQuote;

    const NAME: &'static str = "captive";

    #[inline(never)]
    fn quote(&self, _market: &Market, trace: &mut Trace) -> Result<CaptiveQuote, Error> {
        let company = Company::run(self, true)?;
        let products = [&self.loans, &self.balloons, &self.leases, &self.wholesale];
        let any_cover =
            products.iter().any(|product| product.as_ref().is_some_and(|product| product.cover.is_some()));
        let bare = any_cover.then(|| Company::run(self, false)).transpose()?;
        let money = |minor: i64| Money::new(minor, self.currency);
        let (peak_funding_month, peak_funding) = company.peak(|month| month.funding);
        let months = self.years * 12;
        let gap_month = match self.gap_month {
            Some(month) => within(month, 1, months, "gapMonth").map(|()| month)?,
            None => peak_funding_month.unwrap_or(months),
        };
        let (first_profit_month, break_even_month) = company.break_even();
        let quote = CaptiveQuote {
            currency: self.currency,
            equity_return: company.equity_return(),
            value: company.value()?.map(money),
            capital_needed: money(company.capital()?),
            total_profit: money(company.total(|month| month.profit)?),
            dividends: money(company.total(|month| month.dividend)?),
            closing_equity: money(company.months.last().map_or(0, |month| month.equity)),
            first_profit_month,
            break_even_month,
            peak_book: money(company.peak(|month| month.book()).1),
            peak_funding: money(peak_funding),
            peak_funding_month,
            without_cover: bare.map(|bare| bare.without_cover()).transpose()?,
            years: company.years(),
            gaps: company.gaps(gap_month as usize)?,
            gap_month,
            balance: company.balance()?,
            income: company.income(),
            cash_flow: company.cash_flow(),
            loans: company.book(0),
            balloons: company.book(1),
            leases: company.book(2),
            wholesale: company.book(3),
            parent: company.source(0),
            local_banks: company.source(1),
            securitisation: company.source(2),
            bonds: company.source(3),
            editions: Vec::new(),
            notices: self.notices(&company)?,
        };
        explained::explain(&company, &quote, trace);
        Ok(quote)
    }
}

impl CaptiveRequest {
    fn notices(&self, company: &Company<'_>) -> Result<Vec<Notice>, Error> {
        let amount = |minor: i64| minor_decimal(minor, self.currency);
        let mut notices = vec![Notice::new("equity-at-book-value")];
        let injected = company.total(|month| month.injected)?;
        if let Some(first) = company.months.iter().position(|month| month.injected > 0) {
            notices
                .push(Notice::new("capital-paid-in").with("amount", amount(injected)).with("month", first));
        }
        if let Some((month, needed)) = company.out_of_funds {
            notices.push(
                Notice::new("funding-limits-reached").with("month", month).with("amount", amount(needed)),
            );
        }
        if company.break_even().1.is_none() {
            notices.push(Notice::new("no-break-even"));
        }
        Ok(notices)
    }
}
