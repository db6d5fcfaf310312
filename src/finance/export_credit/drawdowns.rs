//! When the credit is drawn: in equal monthly parts, or as the request says.

use rust_decimal::Decimal;

use super::deal::portion;
use super::periods::{Span, after, days_between};
use super::request::ExportCreditRequest;
use crate::document::Text;
use crate::error::Error;
use crate::explain::Notice;
use crate::values::{
    Date, Days, Exact, PositiveAmount, Rounding, Share, bounded, minor_text, to_minor_exact,
};

crate::record! {
    /// When the credit is drawn, in place of equal monthly parts: the days (or months) and the parts, in the order of time.
    pub struct CreditDrawdowns {
        /// The days, the first of them the start, the last not after the starting point of credit.
        pub dates: Option<Days>,
        /// In place of days: whole months after the start, the first of them 0.
        pub months: Option<Vec<u32>>,
        /// The amounts, one for each day; together the credit amount.
        pub amounts: Option<Vec<PositiveAmount>>,
        /// In place of amounts: shares of the credit amount, together 1. What rounding leaves goes with the last.
        pub shares: Option<Vec<Share>>,
    }
}

crate::choice! {
    /// What becomes of the interest while the credit is drawn. *Also known as* interest during construction.
    pub enum DrawdownInterest {
        /// The borrower pays it at the ends of the periods.
        Paid = "paid",
        /// It is added to what is owed at the ends of the periods, and repaid with it.
        Capitalised = "capitalised",
    }
}

/// A part of the credit that is drawn for goods.
#[derive(Clone, Copy)]
pub(super) struct Drawing {
    pub date: Date,
    pub amount: i64,
    /// The period in which it bears interest first.
    pub period: usize,
    /// Days from it to that period's end.
    pub days_left: i32,
}

/// The most parts.
const MOST: usize = 1200;

/// The drawings. Without a schedule of its own a credit is drawn in equal parts at the beginning of each month of the
/// disbursement; the last takes what rounding left. Amounts are those of the credit `given`; of another one each drawing has its
/// part.
///
/// # Errors
/// `InvalidInput`: `required`, `only-one`, `unequal-lengths`, `dates-not-ascending`, `drawings-not-at-start`,
/// `draw-after-repayment`, `drawings-differ`, `shares-not-one`; `OutOfRange`, `above-maximum`, for too many parts.
pub(super) fn drawings(
    request: &ExportCreditRequest,
    credit: i64,
    given: i64,
    spans: &[Span],
) -> Result<Vec<Drawing>, Error> {
    let parts = match request.drawdowns.get() {
        Some(drawdowns) => {
            drawdowns.parts(request, credit, given).map_err(|error| error.under("drawdowns"))?
        }
        None => {
            let count = request.disbursement_months.get().max(1);
            let part = Rounding::default().quotient(i128::from(credit), i128::from(count));
            let parts = vec![bounded(part, request.currency)?; count as usize];
            let days = (0..count).map(|month| after(request.start, month)).collect::<Result<Vec<_>, _>>()?;
            days.into_iter().zip(filled(parts, credit)).collect()
        }
    };
    let drawing = |(date, amount): (Date, i64)| {
        let period = spans.iter().position(|span| date < span.to).unwrap_or(0);
        let days_left = spans.get(period).map_or(0, |span| days_between(request, date, span.to));
        Drawing { date, amount, period, days_left }
    };
    Ok(parts.into_iter().map(drawing).collect())
}

/// What a reader should know of the drawings: that they are assumed, or that they end long before repayment begins.
pub(super) fn notice(request: &ExportCreditRequest, drawings: &[Drawing]) -> Option<Notice> {
    let months = request.disbursement_months.get();
    if request.drawdowns.get().is_none() {
        return (months > 0).then(|| Notice::new("drawn-in-equal-parts").with("months", months));
    }
    let (last, begins) = (drawings.last()?.date, after(request.start, months).ok()?);
    let early = months > 0 && last.add_months(1).is_ok_and(|next| next < begins);
    early.then(|| Notice::new("drawings-end-early").with("date", last).with("start", begins))
}

impl CreditDrawdowns {
    fn parts(
        &self,
        request: &ExportCreditRequest,
        credit: i64,
        given: i64,
    ) -> Result<Vec<(Date, i64)>, Error> {
        let (name, days) = self.days(request)?;
        let mut amounts =
            self.amounts(request, if self.shares.is_some() { credit } else { given }, days.len())?;
        if self.amounts.is_some() && credit != given {
            for amount in &mut amounts {
                let product = i128::from(*amount) * i128::from(credit);
                *amount = Rounding::default().quotient(product, i128::from(given)) as i64;
            }
            amounts = filled(amounts, credit);
        }
        if days.len() > MOST {
            let error = Error::out_of_range("above-maximum", "there can be at most 1200 of these");
            return Err(error.detail("maximum", MOST.text()).with_value(days.len().text()).at(name));
        }
        if let Some(at) = days.windows(2).position(|pair| matches!(pair, [a, b] if a >= b)) {
            let sentence = "each day is after the one before it";
            return Err(Error::invalid("dates-not-ascending", sentence).at(place(name, at + 1)));
        }
        if let Some(first) = days.first()
            && *first != request.start
        {
            let sentence = format!("the first part is drawn on the start, {}", request.start);
            return Err(Error::invalid("drawings-not-at-start", sentence)
                .at(place(name, 0))
                .with_value(first.text()));
        }
        let begins = after(request.start, request.disbursement_months.get())?;
        if let Some(at) = days.iter().position(|day| *day > begins) {
            let sentence = format!(
                "everything is drawn by the starting point of credit, {begins}: more disbursementMonths make room"
            );
            return Err(Error::invalid("draw-after-repayment", sentence).at(place(name, at)));
        }
        Ok(days.into_iter().zip(amounts).collect())
    }

    fn days(&self, request: &ExportCreditRequest) -> Result<(&'static str, Vec<Date>), Error> {
        let day = |(at, months): (usize, &u32)| {
            after(request.start, *months).map_err(|error| error.moved("").at(place("months", at)))
        };
        match (&self.dates, &self.months) {
            (Some(Days(days)), None) if !days.is_empty() => {
                Ok(("dates", days.iter().map(|day| Date::from_days(*day)).collect::<Result<_, _>>()?))
            }
            (None, Some(months)) if !months.is_empty() => {
                Ok(("months", months.iter().enumerate().map(day).collect::<Result<_, _>>()?))
            }
            (Some(_), Some(_)) => Err(both("months")),
            (Some(_), None) => Err(empty("dates")),
            (None, Some(_)) => Err(empty("months")),
            (None, None) => {
                let sentence = "give the days of the drawdowns, or their months";
                Err(Error::invalid("required", sentence).at("dates"))
            }
        }
    }

    fn amounts(&self, request: &ExportCreditRequest, credit: i64, count: usize) -> Result<Vec<i64>, Error> {
        let (name, given) = match (&self.amounts, &self.shares) {
            (Some(amounts), None) => ("amounts", amounts.len()),
            (None, Some(shares)) => ("shares", shares.len()),
            (Some(_), Some(_)) => return Err(both("shares")),
            (None, None) => {
                let sentence = "give the amounts of the drawdowns, or their shares";
                return Err(Error::invalid("required", sentence).at("shares"));
            }
        };
        if given != count {
            let sentence = format!("there are {} days: give as many", count.text());
            return Err(Error::invalid("unequal-lengths", sentence).with_value(given.text()).at(name));
        }
        let currency = request.currency;
        if let Some(shares) = &self.shares {
            let sum = shares.iter().fold(Decimal::ZERO, |sum, share| sum.plus(share.get()));
            if sum != Decimal::ONE {
                let error = Error::invalid("shares-not-one", "the shares of the drawdowns sum to 1");
                return Err(error.with_value(sum.normalize().text()).at(name));
            }
            let part = |share: &Share| portion(credit, share.get(), currency);
            return Ok(filled(shares.iter().map(part).collect::<Result<_, _>>()?, credit));
        }
        let minor = |(at, amount): (usize, &PositiveAmount)| {
            to_minor_exact(amount.get(), currency).map_err(|error| error.at(place(name, at)))
        };
        let parts =
            self.amounts.iter().flatten().enumerate().map(minor).collect::<Result<Vec<i64>, Error>>()?;
        let sum = bounded(parts.iter().map(|part| i128::from(*part)).sum(), currency)
            .map_err(|error| error.at(name))?;
        if sum != credit {
            let whole = minor_text(credit, currency);
            return Err(Error::invalid(
                "drawings-differ",
                format!("together the drawdowns are the credit amount of {whole}"),
            )
            .detail("sum", whole)
            .with_value(minor_text(sum, currency))
            .at(name));
        }
        Ok(parts)
    }
}

/// Parts up to the whole; the last takes what rounding left.
fn filled(mut parts: Vec<i64>, whole: i64) -> Vec<i64> {
    let mut left = whole;
    let last = parts.len().saturating_sub(1);
    for (at, part) in parts.iter_mut().enumerate() {
        *part = if at == last { left } else { (*part).min(left) };
        left -= *part;
    }
    parts
}

fn place(name: &str, at: usize) -> String {
    format!("{name}.{}", at.text())
}

#[cold]
fn both(field: &str) -> Error {
    Error::invalid("only-one", "two ways to say the same: give one of the two").at(field)
}

#[cold]
fn empty(field: &str) -> Error {
    Error::invalid("empty", "give at least one day").at(field)
}
