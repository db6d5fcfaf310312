use std::sync::Arc;

use crate::document::{Column, Text};
use crate::error::Error;
use crate::explain::{Edition, Grade, Notice, Step, Trace};
use crate::product::Product;
use crate::reference::Market;

mod annuity;
mod request;

use annuity::Annuity;
pub use request::{Due, Found, TimeValueQuote, TimeValueRequest};

/// The most periods whose rows are told, and over which a rate is searched for.
const MOST_PERIODS: f64 = 10_000.0;

crate::quotes!(TimeValueQuote);

impl Product for TimeValueRequest {
    type Quote = TimeValueQuote;
    const NAME: &'static str = "time-value";

    #[inline(never)]
    fn quote(&self, _market: &Market, trace: &mut Trace) -> Result<Self::Quote, Error> {
        if self.periods_per_year == Some(0) {
            return Err(Error::out_of_range("below-minimum", "a year has one period at least")
                .at("periodsPerYear")
                .with_value("0")
                .detail("minimum", "1"));
        }
        let rate = self.rate_per_period()?;
        let asked = [self.periods, self.payment, self.future_value].iter().any(Option::is_some);
        let mut notices = Vec::new();
        let solved = if asked || (self.present_value.is_some() && self.rates.is_none()) {
            Some(self.solve(rate, &mut notices)?)
        } else if (rate.is_some() && self.periods_per_year.is_some()) || self.rates.is_some() {
            None
        } else {
            return Err(nothing_asked());
        };
        let rate = solved.as_ref().map(|(_, annuity)| annuity.rate).or(rate);
        let rows = self.rows(solved.as_ref().map(|(_, annuity)| annuity))?;
        let grown_value = self.grown()?;
        let per_year = self.periods_per_year.map(f64::from);
        let nominal_rate = rate.zip(per_year).map(|(rate, per_year)| rate * per_year);
        let effective_rate =
            rate.zip(per_year).map(|(rate, per_year)| libm::expm1(per_year * libm::log1p(rate)));
        let annuity = solved.as_ref().map(|(_, annuity)| annuity);
        let quote = TimeValueQuote {
            found: solved.as_ref().map(|(found, _)| *found),
            rate,
            periods: annuity.map(|annuity| annuity.periods),
            payment: annuity.map(|annuity| annuity.payment),
            present_value: annuity.map(|annuity| annuity.present).or(self.present_value),
            future_value: annuity.map(|annuity| annuity.future),
            nominal_rate,
            effective_rate,
            interest: rows.as_ref().map(|(interest, _)| interest.iter().sum()),
            principal: rows.as_ref().map(|(_, principal)| principal.iter().sum()),
            interest_by_period: rows.as_ref().map(|(interest, _)| Column(interest.clone())),
            principal_by_period: rows.map(|(_, principal)| Column(principal)),
            grown_value,
            editions: Vec::<Arc<Edition>>::new(),
            notices,
        };
        quote.check()?;
        self.explain(&quote, trace);
        Ok(quote)
    }
}

impl TimeValueRequest {
    /// The rate a period, given as such or as a nominal or an effective rate a year.
    fn rate_per_period(&self) -> Result<Option<f64>, Error> {
        let per_year = |field: &'static str| {
            self.periods_per_year.map(f64::from).ok_or_else(|| {
                Error::invalid("required", format!("give the periods of a year with {field}"))
                    .at("periodsPerYear")
            })
        };
        let (rate, field) = match (self.rate, self.nominal_rate, self.effective_rate) {
            (None, None, None) => return Ok(None),
            (Some(rate), None, None) => (rate, "rate"),
            (None, Some(nominal), None) => (nominal / per_year("nominalRate")?, "nominalRate"),
            (None, None, Some(effective)) if effective <= -1.0 => (effective, "effectiveRate"),
            (None, None, Some(effective)) => {
                (libm::expm1(libm::log1p(effective) / per_year("effectiveRate")?), "effectiveRate")
            }
            (rate, ..) => {
                let field = if rate.is_some() { "nominalRate" } else { "effectiveRate" };
                return Err(Error::invalid(
                    "both-given",
                    "a rate is given once: for a period, or as a nominal or an effective rate a year",
                )
                .at(field));
            }
        };
        above_minus_one(rate, field).map(Some)
    }

    /// The five of the annuity, four of them given.
    fn solve(&self, rate: Option<f64>, notices: &mut Vec<Notice>) -> Result<(Found, Annuity), Error> {
        if let Some(periods) = self.periods
            && periods < 0.0
        {
            return Err(Error::out_of_range("below-minimum", "periods are counted from zero")
                .at("periods")
                .with_value(periods.text())
                .detail("minimum", "0"));
        }
        let due = if self.due == Due::Begin { 1.0 } else { 0.0 };
        let annuity = |rate, periods, payment, present, future| Annuity {
            rate,
            periods,
            payment,
            present,
            future,
            due,
        };
        // A spreadsheet takes a future value that is not given as nothing, unless it is what is asked for.
        let given = [rate, self.periods, self.payment, self.present_value].iter().flatten().count();
        let future = match self.future_value {
            None if given == 3 => Some(0.0),
            future => future,
        };
        Ok(match (rate, self.periods, self.payment, self.present_value, future) {
            (Some(rate), Some(periods), Some(payment), Some(present), None) => {
                (Found::FutureValue, annuity(rate, periods, payment, present, 0.0).with_future())
            }
            (Some(rate), Some(periods), Some(payment), None, Some(future)) => {
                (Found::PresentValue, annuity(rate, periods, payment, 0.0, future).with_present())
            }
            (Some(rate), Some(periods), None, Some(present), Some(future)) => {
                (Found::Payment, annuity(rate, periods, 0.0, present, future).with_payment()?)
            }
            (Some(rate), None, Some(payment), Some(present), Some(future)) => {
                (Found::Periods, annuity(rate, 0.0, payment, present, future).with_periods()?)
            }
            (None, Some(periods), Some(payment), Some(present), Some(future)) => {
                let (found, count) = annuity(0.0, periods, payment, present, future).with_rate()?;
                if count > 1 {
                    notices
                        .push(Notice::new("several-rates").with("count", count).with("nearest", found.rate));
                }
                (Found::Rate, found)
            }
            _ => return Err(four_of_five(given + usize::from(self.future_value.is_some()))),
        })
    }

    /// Interest and principal of the periods that are asked for.
    fn rows(&self, annuity: Option<&Annuity>) -> Result<Option<Rows>, Error> {
        let (from, to) = match (self.from_period, self.to_period) {
            (None, None) => return Ok(None),
            (Some(from), to) => (from, to.unwrap_or(from)),
            (None, Some(to)) => (1, to),
        };
        let Some(annuity) = annuity else { return Err(four_of_five(0)) };
        let last = annuity.periods.min(MOST_PERIODS).floor().max(0.0);
        for (period, least, field) in [(from, 1, "fromPeriod"), (to, from, "toPeriod")] {
            if period < least || f64::from(period) > last {
                return Err(Error::out_of_range(
                    "out-of-bounds",
                    format!("this is a period from {least} to {}", last.text()),
                )
                .at(field)
                .with_value(period.text())
                .detail("minimum", least.text())
                .detail("maximum", last.text()));
            }
        }
        Ok(Some((from..=to).map(|period| annuity.parts(f64::from(period))).unzip()))
    }

    /// What the present value grows to along the rates.
    fn grown(&self) -> Result<Option<f64>, Error> {
        let Some(rates) = &self.rates else { return Ok(None) };
        let mut grown = self.present_value.ok_or_else(|| {
            Error::invalid("required", "give the value that grows along the rates").at("presentValue")
        })?;
        for (at, rate) in rates.0.iter().enumerate() {
            grown *=
                1.0 + above_minus_one(*rate, "rates").map_err(|error| error.moved(&format!("rates.{at}")))?;
        }
        Ok(Some(grown))
    }

    fn explain(&self, quote: &TimeValueQuote, trace: &mut Trace) {
        let five = [
            ("r", quote.rate, "fraction"),
            ("n", quote.periods, "count"),
            ("A", quote.payment, "amount"),
            ("PV", quote.present_value, "amount"),
            ("FV", quote.future_value, "amount"),
        ];
        if let Some(found) = quote.found {
            trace.step(|| {
                let mut step = Step::new("time-value", found.symbol(), EQUATION).output(found.field());
                let mut value = (0.0, "amount");
                for (symbol, number, unit) in five {
                    if symbol == found.symbol() {
                        value = (number.unwrap_or(0.0), unit);
                    } else {
                        step = step.input(symbol, number.unwrap_or(0.0), unit);
                    }
                }
                step.input("b", u32::from(self.due == Due::Begin), "count")
                    .value(value.0, value.1)
                    .cited(SOURCE, Grade::Official)
            });
        }
        let per_year = self.periods_per_year.unwrap_or(0);
        let mut yearly = |step: fn() -> Step, value: Option<f64>| {
            let (Some(rate), Some(value)) = (quote.rate, value) else { return };
            trace.step(|| {
                step()
                    .input("r", rate, "fraction")
                    .input("m", per_year, "count")
                    .value(value, "fraction-a-year")
                    .cited(SOURCE, Grade::Official)
            });
        };
        yearly(
            || Step::new("nominal-of-periods", "i", "i = m · r").output("nominalRate"),
            quote.nominal_rate,
        );
        yearly(
            || Step::new("effective-of-periods", "e", "e = (1 + r)^m − 1").output("effectiveRate"),
            quote.effective_rate,
        );
        let mut amount = |step: fn() -> Step, value: Option<f64>| {
            if let Some(value) = value {
                trace.step(|| step().value(value, "amount").cited(SOURCE, Grade::Official));
            }
        };
        amount(
            || Step::new("interest-of-periods", "I", "I = Σ −r · Bₖ₋₁").output("interest"),
            quote.interest,
        );
        amount(
            || Step::new("principal-of-periods", "P", "P = Σ (A − Iₖ)").output("principal"),
            quote.principal,
        );
        amount(
            || Step::new("grown-value", "G", "G = PV · Π (1 + rₖ)").output("grownValue"),
            quote.grown_value,
        );
    }
}

/// Interest and principal by period.
type Rows = (Vec<f64>, Vec<f64>);

const EQUATION: &str = "PV·(1 + r)^n + A·(1 + b·r)·((1 + r)^n − 1) / r + FV = 0";
const SOURCE: &str = "OASIS OpenDocument 1.2 part 2 (OpenFormula), functions PV, FV, PMT, NPER, RATE, IPMT, PPMT, EFFECT and NOMINAL";

fn above_minus_one(rate: f64, field: &'static str) -> Result<f64, Error> {
    if rate > -1.0 {
        return Ok(rate);
    }
    Err(Error::out_of_range("below-minimum", "a rate is above -1 (5 % is 0.05)")
        .at(field)
        .with_value(rate.text())
        .detail("minimum", "-1"))
}

#[cold]
fn nothing_asked() -> Error {
    Error::invalid(
        "required",
        "give a rate and periodsPerYear, or four of rate, periods, payment, presentValue and futureValue: the fifth is \
         found",
    )
    .at("rate")
}

#[cold]
fn four_of_five(given: usize) -> Error {
    let sentence = "give four of rate, periods, payment, presentValue and futureValue: the fifth is found";
    if given > 4 {
        return Error::invalid("all-given", sentence).at("futureValue");
    }
    Error::invalid("four-needed", sentence).at("rate")
}
