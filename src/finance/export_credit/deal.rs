//! The flows of one export credit, with or without each part of its cost.

use rust_decimal::Decimal;

use super::request::{ExportCreditRequest, PremiumPayment};
use crate::document::Text;
use crate::error::{Error, ErrorKind};
use crate::loan::{Draw, Periods, Schedule, Terms, interest};
use crate::values::{Currency, Date, Exact, Rounding, bounded, to_minor_exact};

/// What all runs of a deal share. Amounts are in smallest units.
pub(super) struct Deal<'r> {
    pub request: &'r ExportCreditRequest,
    pub contract: i64,
    pub down_payment: i64,
    pub local_costs: i64,
    pub credit: i64,
    pub deposit: i64,
    pub periods: Periods,
    spans: Vec<Span>,
    disbursing: usize,
    drawings: Vec<Drawing>,
}

/// A period by its months from the start.
#[derive(Clone, Copy)]
struct Span {
    from: u32,
    to: u32,
}

/// A part of the credit that is drawn for goods.
#[derive(Clone, Copy)]
struct Drawing {
    month: u32,
    date: i32,
    amount: i64,
}

/// Which parts of the cost a run has.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) struct Parts {
    pub interest: bool,
    pub premium: bool,
    pub fees: bool,
    pub deposit: bool,
}

impl Parts {
    pub const NONE: Self = Self { interest: false, premium: false, fees: false, deposit: false };
    pub const ALL: Self = Self { interest: true, premium: true, fees: true, deposit: true };

    /// Those that are in both.
    pub fn and(self, other: Self) -> Self {
        Self {
            interest: self.interest && other.interest,
            premium: self.premium && other.premium,
            fees: self.fees && other.fees,
            deposit: self.deposit && other.deposit,
        }
    }
}

/// What the borrower draws and pays on one day.
#[derive(Clone, Copy, Default)]
pub(super) struct Day {
    pub date: i32,
    /// The period in which the day lies, its end included; the start belongs to the first.
    pub period: usize,
    /// Days to the period's end as the contract counts them.
    pub days_left: i32,
    pub goods: i64,
    pub financed: i64,
    pub interest: i64,
    pub principal: i64,
    pub fees: i64,
    pub premium: i64,
    pub deposit: i64,
}

impl Day {
    /// What the borrower has from it: drawn for goods, less all that it pays in cash.
    #[inline]
    pub fn net(&self) -> i64 {
        self.goods - self.payment()
    }

    #[inline]
    pub fn payment(&self) -> i64 {
        self.interest + self.principal + self.fees + self.premium + self.deposit
    }
}

/// The premium of a deal and how it is paid.
#[derive(Clone, Copy)]
pub(super) struct Premium {
    pub amount: i64,
    pub payment: PremiumPayment,
}

impl Premium {
    pub const NONE: Self = Self { amount: 0, payment: PremiumPayment::Upfront };

    /// What the credit finances of it.
    pub fn financed(self) -> i64 {
        if self.payment == PremiumPayment::Financed { self.amount } else { 0 }
    }
}

impl<'r> Deal<'r> {
    pub fn of(request: &'r ExportCreditRequest) -> Result<Self, Error> {
        let currency = request.currency;
        let minor = |amount, field| to_minor_exact(amount, currency).map_err(|error| error.at(field));
        let contract = minor(request.contract_value.get(), "contractValue")?;
        let local_costs = minor(request.local_costs.get(), "localCosts")?;
        let down_payment = portion(contract, request.down_payment.get(), currency)?;
        let credit = bounded(i128::from(contract - down_payment) + i128::from(local_costs), currency)?;
        if credit <= 0 {
            let sentence = "when the buyer pays all of it there is no credit: this must be under 1";
            let error = Error::not_applicable("nothing-to-finance", sentence).at("downPayment");
            return Err(error.with_value(request.down_payment.text()));
        }
        let deposit = match &request.deposit {
            Some(deposit) => portion(credit, deposit.share.get(), currency)?,
            None => 0,
        };
        let (spans, disbursing) = spans(request)?;
        let periods = periods(request, &spans)?;
        let drawings = drawings(request, credit)?;
        Ok(Self {
            request,
            contract,
            down_payment,
            local_costs,
            credit,
            deposit,
            periods,
            spans,
            disbursing,
            drawings,
        })
    }

    /// The days of a run, in order.
    pub fn days(&self, rate: Decimal, premium: Premium, parts: Parts) -> Result<Vec<Day>, Error> {
        let premium = if parts.premium { premium } else { Premium::NONE };
        let schedule =
            self.schedule(if parts.interest { rate } else { Decimal::ZERO }, premium.financed())?;
        let mut days = self.empty_days()?;
        let mut rows =
            schedule.dates.iter().zip(schedule.interest.iter().zip(&schedule.principal)).peekable();
        for day in &mut days {
            if let Some((_, (interest, principal))) = rows.next_if(|(date, _)| **date == day.date) {
                // Whole numbers within 2^53: exact.
                (day.interest, day.principal) = (*interest as i64, *principal as i64);
            }
        }
        if let Some(first) = days.first_mut() {
            first.financed = premium.financed();
        }
        if parts.fees {
            self.add_fees(&mut days)?;
        }
        self.add_premium(&mut days, premium)?;
        if parts.deposit {
            self.add_deposit(&mut days)?;
        }
        Ok(days)
    }

    /// The average life of the repayments from the starting point of credit, in years by the contract's months.
    pub fn average_life(&self, days: &[Day]) -> Option<Decimal> {
        let origin = self.request.disbursement_months.get();
        let mut repaid = Decimal::ZERO;
        let mut weighted = Decimal::ZERO;
        for (at, span) in self.spans.iter().enumerate() {
            let principal = days.iter().filter(|day| day.period == at).map(|day| day.principal).sum::<i64>();
            repaid = repaid.try_plus(Decimal::from(principal))?;
            let months = Decimal::from(span.to.saturating_sub(origin));
            weighted = weighted.try_plus(Decimal::from(principal).try_times(months)?)?;
        }
        weighted.try_over(repaid)?.try_over(Decimal::from(12))
    }

    /// The loan's own schedule: all that is drawn, a financed premium with the first drawing.
    fn schedule(&self, rate: Decimal, financed: i64) -> Result<Schedule, Error> {
        let request = self.request;
        let mut draws: Vec<Draw> = Vec::with_capacity(self.drawings.len());
        for drawing in &self.drawings {
            let period = self.spans.iter().position(|span| drawing.month < span.to).unwrap_or(0);
            let to = self.spans.get(period).map_or(0, |span| span.to);
            let extra = if draws.is_empty() { financed } else { 0 };
            let days = days_between(request, drawing.month, to)?;
            draws.push(Draw { period, days, amount: drawing.amount + extra });
        }
        let terms = Terms {
            currency: request.currency,
            rate,
            rounding: Rounding::default(),
            profile: request.profile,
            balloon: 0,
            grace: self.disbursing,
            capitalised: false,
        };
        terms.schedule(&draws, &self.periods)
    }

    /// A row for each day on which anything can happen: drawings and ends of periods.
    fn empty_days(&self) -> Result<Vec<Day>, Error> {
        let mut days: Vec<Day> = Vec::with_capacity(self.drawings.len() + self.spans.len() + 1);
        let mut drawings = self.drawings.iter().peekable();
        for (period, (span, end)) in self.spans.iter().zip(&self.periods.dates).enumerate() {
            while let Some(drawing) = drawings.next_if(|drawing| drawing.month < span.to) {
                match days.last_mut() {
                    // A drawing on the day on which a period ends stands on that period's row.
                    Some(day) if day.date == drawing.date => day.goods += drawing.amount,
                    _ => days.push(Day {
                        date: drawing.date,
                        period,
                        days_left: days_between(self.request, drawing.month, span.to)?,
                        goods: drawing.amount,
                        ..Day::default()
                    }),
                }
            }
            days.push(Day { date: *end, period, ..Day::default() });
        }
        Ok(days)
    }

    fn add_fees(&self, days: &mut [Day]) -> Result<(), Error> {
        let request = self.request;
        let commitment = request.fees.commitment.get();
        if let Some(first) = days.first_mut() {
            first.fees += portion(self.credit, request.fees.arrangement.get(), request.currency)?;
        }
        if commitment.is_zero() {
            return Ok(());
        }
        for (span, end) in self.spans.iter().zip(&self.periods.dates).take(self.disbursing) {
            let mut weighted: i128 = 0;
            for drawing in self.drawings.iter().filter(|drawing| drawing.month > span.from) {
                let waiting = days_between(request, span.from, drawing.month.min(span.to))?;
                weighted += i128::from(drawing.amount) * i128::from(waiting);
            }
            // Amount times days is what bears the fee: one day of it is the same.
            let weighted = i64::try_from(weighted).unwrap_or(i64::MAX);
            let basis = basis(request)?;
            let fee = interest(weighted, commitment, 1, basis, request.currency, Rounding::default())?;
            if let Some(day) = days.iter_mut().find(|day| day.date == *end) {
                day.fees += fee;
            }
        }
        Ok(())
    }

    fn add_premium(&self, days: &mut [Day], premium: Premium) -> Result<(), Error> {
        let mut left = premium.amount - premium.financed();
        if premium.payment == PremiumPayment::AsDrawn {
            for day in days.iter_mut().filter(|day| day.goods != 0) {
                let product = i128::from(premium.amount) * i128::from(day.goods);
                let part = Rounding::default().quotient(product, i128::from(self.credit));
                day.premium = bounded(part, self.request.currency)?.min(left);
                left -= day.premium;
            }
            // What rounding left goes with the last drawing.
            if let Some(last) = days.iter_mut().rfind(|day| day.goods != 0) {
                last.premium += left;
            }
        } else if let Some(first) = days.first_mut() {
            first.premium = left;
        }
        Ok(())
    }

    fn add_deposit(&self, days: &mut [Day]) -> Result<(), Error> {
        let Some(deposit) = &self.request.deposit else { return Ok(()) };
        let total: i32 = self.periods.days.iter().sum();
        let (rate, basis) = (deposit.rate.get(), self.periods.basis);
        let earned = interest(self.deposit, rate, total, basis, self.request.currency, Rounding::default())?;
        if let Some(first) = days.first_mut() {
            first.deposit += self.deposit;
        }
        if let Some(last) = days.last_mut() {
            last.deposit -= self.deposit + earned;
        }
        Ok(())
    }
}

/// What the borrower pays in all beyond what it drew for goods.
pub(super) fn cost(days: &[Day]) -> i64 {
    -days.iter().map(Day::net).sum::<i64>()
}

/// A share of an amount, rounded once.
pub(super) fn portion(amount: i64, share: Decimal, currency: Currency) -> Result<i64, Error> {
    // Both have at most 28 digits, so only the last digits of a share that no money has can be cut.
    let product = Decimal::from(amount).times(share.normalize()).normalize();
    bounded(Rounding::default().quotient(product.mantissa(), 10_i128.pow(product.scale())), currency)
}

/// The interest periods. They are counted back from the starting point of credit, so that only the first can be
/// shorter; then come the repaying ones.
fn spans(request: &ExportCreditRequest) -> Result<(Vec<Span>, usize), Error> {
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
    let mut from = 0;
    let spans = ends.into_iter().map(|to| Span { from: core::mem::replace(&mut from, to), to }).collect();
    Ok((spans, disbursing))
}

fn periods(request: &ExportCreditRequest, spans: &[Span]) -> Result<Periods, Error> {
    let mut dates = Vec::with_capacity(spans.len());
    let mut days = Vec::with_capacity(spans.len());
    for span in spans {
        dates.push(after(request.start, span.to)?.days());
        days.push(days_between(request, span.from, span.to)?);
    }
    Ok(Periods { dates, days, basis: basis(request)? })
}

fn basis(request: &ExportCreditRequest) -> Result<i32, Error> {
    request.day_count.basis().map_err(|error| error.at("dayCount"))
}

/// Days between two months after the start as the contract counts them; where months count as 30 days, exactly so.
fn days_between(request: &ExportCreditRequest, from: u32, to: u32) -> Result<i32, Error> {
    if request.day_count.has_equal_months() {
        return Ok(30 * to.saturating_sub(from) as i32);
    }
    Ok(request.day_count.days(after(request.start, from)?, after(request.start, to)?))
}

/// Equal parts at the beginning of each month of the disbursement; the last takes what rounding left.
fn drawings(request: &ExportCreditRequest, credit: i64) -> Result<Vec<Drawing>, Error> {
    let count = request.disbursement_months.get().max(1);
    let part =
        bounded(Rounding::default().quotient(i128::from(credit), i128::from(count)), request.currency)?;
    let mut left = credit;
    (0..count)
        .map(|month| {
            let amount = if month + 1 == count { left } else { part.min(left) };
            left -= amount;
            Ok(Drawing { month, date: after(request.start, month)?.days(), amount })
        })
        .collect()
}

fn after(start: Date, months: u32) -> Result<Date, Error> {
    start.add_months(i32::try_from(months).unwrap_or(i32::MAX)).map_err(|error| error.at("start"))
}
