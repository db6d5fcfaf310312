//! The interest periods of an export credit, and how its days are counted.

use super::request::ExportCreditRequest;
use crate::document::Text;
use crate::error::{Error, ErrorKind};
use crate::loan::{self, Periods};
use crate::values::Date;

/// A period from one day to another, and the months from the start to its end.
#[derive(Clone, Copy)]
pub(super) struct Span {
    pub from: Date,
    pub to: Date,
    pub months: u32,
}

/// The interest periods. They are counted back from the starting point of credit, so that only the first can be
/// shorter; then come the repaying ones. With them, how many come before those.
pub(super) fn spans(request: &ExportCreditRequest) -> Result<(Vec<Span>, usize), Error> {
    let Some(length) = request.frequency.months() else {
        let sentence =
            "an export credit is repaid in whole months: choose monthly, quarterly, semi-annual or annual";
        return Err(Error::new(ErrorKind::Unsupported, "not-whole-months", sentence)
            .at("frequency")
            .with_value(request.frequency.name()));
    };
    let (drawn, repaid) = (request.disbursement_months.get(), request.repayment_months.get());
    if repaid == 0 || !repaid.is_multiple_of(length) {
        let name = request.frequency.name();
        let sentence =
            format!("with {name} payments this must be a multiple of {length} months, and not zero");
        return Err(Error::invalid("not-whole-periods", sentence)
            .detail("months", length.text())
            .at("repaymentMonths")
            .with_value(repaid.text()));
    }
    let stub = drawn % length;
    let mut ends: Vec<u32> = (stub > 0).then_some(stub).into_iter().collect();
    ends.extend((1..=drawn / length).map(|at| stub + at * length));
    let disbursing = ends.len();
    ends.extend((1..=repaid / length).map(|at| drawn + at * length));
    let mut from = request.start;
    let span = |months| {
        let to = after(request.start, months)?;
        Ok(Span { from: core::mem::replace(&mut from, to), to, months })
    };
    Ok((ends.into_iter().map(span).collect::<Result<_, Error>>()?, disbursing))
}

/// The same as a loan has them.
pub(super) fn periods(request: &ExportCreditRequest, spans: &[Span]) -> Result<Periods, Error> {
    let dates = spans.iter().map(|span| span.to.days()).collect();
    let days = spans.iter().map(|span| days_between(request, span.from, span.to)).collect();
    Ok(Periods { dates, days, basis: basis(request)? })
}

/// The days of the contract's year.
pub(super) fn basis(request: &ExportCreditRequest) -> Result<i32, Error> {
    request.day_count.basis().map_err(|error| error.at("dayCount"))
}

/// Days as the contract counts them; where months count as 30 days, whole months after the start exactly so.
pub(super) fn days_between(request: &ExportCreditRequest, from: Date, to: Date) -> i32 {
    loan::days_between(request.day_count, request.start, from, to)
}

/// The day so many months after the start.
pub(super) fn after(start: Date, months: u32) -> Result<Date, Error> {
    start.add_months(i32::try_from(months).unwrap_or(i32::MAX)).map_err(|error| error.at("start"))
}
