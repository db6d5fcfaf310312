//! What a loan costs beside interest: fees, and tax on interest.

use rust_decimal::Decimal;

use super::LoanRequest;
use super::options::{InterestTax, LoanFees, TaxTreatment};
use crate::error::Error;
use crate::loan::course::{Count, Course, ExactSum, shared_of};
use crate::loan::schedule::Schedule;
use crate::values::{Amount, Date, Share, bounded, to_minor_exact};

/// The charges of a loan, in smallest units.
#[derive(Default)]
pub(super) struct Charges {
    pub(super) fees: Option<Vec<f64>>,
    pub(super) at_start: i64,
    pub(super) total_fees: i64,
    pub(super) tax: Option<Vec<f64>>,
    pub(super) total_tax: i64,
    /// Whether the tax is the borrower's own cost.
    pub(super) bears_tax: bool,
    /// Charges for prepayments, each on its own day; part of the rows' fees.
    prepayment: Vec<(i32, i64)>,
}

impl Charges {
    pub(super) fn of(
        request: &LoanRequest,
        principal: i64,
        schedule: &Schedule,
        course: Option<&Course>,
    ) -> Result<Self, Error> {
        let mut charges = Self::default();
        let mut rows = vec![0_i64; schedule.dates.len()];
        let prepayment_fee = request.prepayments.as_ref().map_or(Share::ZERO, |paid| paid.fee);
        if let Some(fees) = &request.fees {
            charges.add_fees(fees, request, principal, schedule, course, &mut rows)?;
        }
        if let Some(course) = course
            && !prepayment_fee.get().is_zero()
        {
            for paid in &course.prepayments {
                let fee = shared_of(paid.amount, prepayment_fee.get(), request.rounding, request.currency)?;
                charges.prepayment.push((paid.date, fee));
                let row = schedule.dates.partition_point(|date| *date < paid.date);
                add(&mut rows, row, fee);
            }
        }
        if request.fees.is_some() || !prepayment_fee.get().is_zero() {
            let total = rows.iter().map(|fee| i128::from(*fee)).sum::<i128>() + i128::from(charges.at_start);
            charges.total_fees = bounded(total, request.currency)?;
            charges.fees = Some(rows.into_iter().map(|fee| fee as f64).collect());
        }
        if let Some(tax) = &request.interest_tax {
            charges.add_tax(tax, request, schedule)?;
        }
        Ok(charges)
    }

    /// What the borrower pays of them, by date: `amounts` are the rows' own.
    pub(super) fn borne(&self, schedule: &Schedule, start: i32) -> Vec<(i32, f64)> {
        let mut paid = vec![(start, self.at_start as f64)];
        if let Some(fees) = &self.fees {
            paid.extend(schedule.dates.iter().copied().zip(fees.iter().copied()));
        }
        for (date, fee) in &self.prepayment {
            let row = schedule.dates.partition_point(|end| end < date);
            if let Some((_, amount)) = paid.get_mut(row + 1) {
                *amount -= *fee as f64;
            }
            paid.push((*date, *fee as f64));
        }
        if let Some(tax) = self.tax.as_ref().filter(|_| self.bears_tax) {
            paid.extend(schedule.dates.iter().copied().zip(tax.iter().copied()));
        }
        paid.retain(|(_, amount)| *amount != 0.0);
        paid
    }

    /// Whether the borrower has any cost beside interest.
    pub(super) fn cost(&self) -> i64 {
        self.total_fees + if self.bears_tax { self.total_tax } else { 0 }
    }

    fn add_fees(
        &mut self,
        fees: &LoanFees,
        request: &LoanRequest,
        principal: i64,
        schedule: &Schedule,
        course: Option<&Course>,
        rows: &mut [i64],
    ) -> Result<(), Error> {
        let fee = |share: Share, amount: Amount, name: &str| -> Result<i64, Error> {
            let part = shared_of(principal, share.get(), request.rounding, request.currency)?;
            let amount = to_minor_exact(amount.get(), request.currency)
                .map_err(|error| error.at(format!("fees.{name}")))?;
            bounded(i128::from(part) + i128::from(amount), request.currency)
        };
        let agency = fee(fees.agency, fees.agency_amount, "agencyAmount")?;
        let arrangement = fee(fees.arrangement, fees.arrangement_amount, "arrangementAmount")?;
        self.at_start = bounded(i128::from(arrangement) + i128::from(agency), request.currency)?;
        let each = fee(fees.instalment, fees.instalment_amount, "instalmentAmount")?;
        rows.iter_mut().for_each(|row| *row += each);
        add(rows, 0, fee(Share::ZERO, fees.first_amount, "firstAmount")?);
        let last = rows.len().saturating_sub(1);
        add(rows, last, fee(fees.end, fees.end_amount, "endAmount")?);
        if agency != 0 {
            for row in yearly_rows(request.start, &schedule.dates) {
                add(rows, row, agency);
            }
        }
        if let Some(course) = course
            && !fees.commitment.get().is_zero()
        {
            add_commitment(fees, request, principal, course, rows)?;
        }
        Ok(())
    }

    /// The tax of each row.
    ///
    /// `T = round(I · t / (1 − t))` grossed up, else `T = round(I · t)`; none on negative interest.
    fn add_tax(
        &mut self,
        tax: &InterestTax,
        request: &LoanRequest,
        schedule: &Schedule,
    ) -> Result<(), Error> {
        let rate = tax.rate.get().normalize();
        let whole = 10_i128.pow(rate.scale());
        let grossed_up = tax.treatment == TaxTreatment::GrossedUp;
        let denominator = if grossed_up { whole - rate.mantissa() } else { whole };
        if denominator <= 0 {
            let error = Error::out_of_range(
                "above-maximum",
                "a tax that takes all can't be grossed up: this must be under 1",
            );
            return Err(error.detail("maximum", "1").with_value("1").at("interestTax.rate"));
        }
        let mut total = 0;
        let of_row = |interest: &f64| {
            let product = (interest.max(0.0) as i128).checked_mul(rate.mantissa());
            let product = product.ok_or_else(crate::loan::interest::too_precise)?;
            let tax = bounded(request.rounding.quotient(product, denominator), request.currency)?;
            total += i128::from(tax);
            Ok::<_, Error>(tax as f64)
        };
        self.tax = Some(schedule.interest.iter().map(of_row).collect::<Result<_, _>>()?);
        self.total_tax = bounded(total, request.currency)?;
        self.bears_tax = tax.treatment != TaxTreatment::Withheld;
        Ok(())
    }
}

/// The rows with which a fee of a year is paid in advance beside the start: the first on each anniversary or after it, while
/// something is still to be paid after it.
pub(crate) fn yearly_rows(start: Date, dates: &[i32]) -> impl Iterator<Item = usize> {
    let last = dates.len().saturating_sub(1);
    (1..).map_while(move |year| {
        let anniversary = start.add_months(12 * year).ok()?;
        Some(dates.partition_point(|date| *date < anniversary.days())).filter(|row| *row < last)
    })
}

/// The commitment fee of each row until repayment begins.
///
/// `C = round(c · Σ Uⱼ·τⱼ)` over the stretches of the row in which `Uⱼ` of the principal is not drawn
fn add_commitment(
    fees: &LoanFees,
    request: &LoanRequest,
    principal: i64,
    course: &Course,
    rows: &mut [i64],
) -> Result<(), Error> {
    let rate: Decimal = fees.commitment.get();
    let day_count = fees.commitment_day_count.unwrap_or(request.day_count);
    let count = Count { day_count, frequency: request.frequency, origin: None };
    for (at, span) in course.spans.rows.iter().enumerate().take(course.grace) {
        let drawn = |until: i32| {
            course.draws.iter().filter(|draw| draw.date <= until).map(|draw| draw.amount).sum::<i64>()
        };
        let whole = span.whole_by(count)?;
        let mut sum = ExactSum::ZERO;
        sum.add(principal - drawn(span.start), rate, whole)?;
        for draw in course.draws.iter().filter(|draw| draw.date > span.start && draw.date < span.end) {
            sum.add(-draw.amount, rate, span.left_by(count, draw.date, whole)?)?;
        }
        add(rows, at, sum.rounded(request.rounding, request.currency)?);
    }
    Ok(())
}

fn add(rows: &mut [i64], at: usize, amount: i64) {
    if let Some(row) = rows.get_mut(at) {
        *row += amount;
    }
}
