//! The flows of one export credit, with or without each part of its cost.

use rust_decimal::Decimal;

use super::cirr;
use super::drawdowns::{DrawdownInterest, Drawing, drawings};
use super::periods::{Span, days_between, periods, spans};
use super::request::{ExportCreditRequest, PremiumPayment};
use super::runs::Run;
use crate::document::{Further, Read, Text, Value};
use crate::error::Error;
use crate::loan::{Draw, Event, Periods, RatePath, Schedule, Terms, interest, yearly_rows};
use crate::values::{Currency, Exact, Rate, Rounding, bounded, to_minor_exact};

/// What all runs of a deal share. Amounts are in smallest units.
pub(super) struct Deal<'r> {
    pub request: &'r ExportCreditRequest,
    pub contract: i64,
    pub down_payment: i64,
    pub local_costs: i64,
    pub credit: i64,
    pub deposit: i64,
    /// The agent's fee a year.
    pub agency: i64,
    /// What is paid once to others than the lender.
    pub expenses: i64,
    pub periods: Periods,
    pub path: RatePath,
    pub cirr: Further<cirr::Worked>,
    pub drawings: Vec<Drawing>,
    spans: Vec<Span>,
    disbursing: usize,
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
    /// Of the fees what agent, lawyers and others than the lender have.
    pub outlays: i64,
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
        let contract = to_minor_exact(request.contract_value.get(), request.currency);
        Self::at(request, contract.map_err(|error| error.at("contractValue"))?, None)
    }

    /// The deal at a contract value. Amounts of drawdowns that are those of another credit amount are given in proportion.
    pub fn at(request: &'r ExportCreditRequest, contract: i64, drawn_of: Option<i64>) -> Result<Self, Error> {
        let currency = request.currency;
        let minor = |amount, field| to_minor_exact(amount, currency).map_err(|error| error.at(field));
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
        let agency = minor(request.fees.agency_amount.get(), "fees.agencyAmount")?;
        let expenses = minor(request.fees.expenses_amount.get(), "fees.expensesAmount")?;
        let (spans, disbursing) = spans(request)?;
        let periods = periods(request, &spans)?;
        let drawings = drawings(request, credit, drawn_of.unwrap_or(credit), &spans)?;
        let (path, cirr) = rates(request)?;
        Ok(Self {
            request,
            contract,
            down_payment,
            local_costs,
            credit,
            deposit,
            agency,
            expenses,
            periods,
            path,
            cirr,
            drawings,
            spans,
            disbursing,
        })
    }

    /// The days of a run, in order.
    pub fn days(&self, path: &RatePath, premium: Premium, parts: Parts) -> Result<Vec<Day>, Error> {
        let premium = if parts.premium { premium } else { Premium::NONE };
        let none = RatePath::fixed(Decimal::ZERO);
        let schedule = self.schedule(if parts.interest { path } else { &none }, premium.financed())?;
        let mut days = self.empty_days();
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
        for (at, span) in self.spans.iter().enumerate().skip(self.disbursing) {
            let principal = days.iter().filter(|day| day.period == at).map(|day| day.principal).sum::<i64>();
            repaid = repaid.try_plus(Decimal::from(principal))?;
            let months = Decimal::from(span.months.saturating_sub(origin));
            weighted = weighted.try_plus(Decimal::from(principal).try_times(months)?)?;
        }
        weighted.try_over(repaid)?.try_over(Decimal::from(12))
    }

    /// The interest that is added to what is owed while the credit is drawn.
    pub fn capitalised(&self, days: &[Day]) -> i64 {
        -days.iter().filter(|day| day.period < self.disbursing).map(|day| day.principal).sum::<i64>()
    }

    /// Whether interest is added to what is owed while the credit is drawn.
    pub fn capitalises(&self) -> bool {
        self.request.interest_during_drawdown == DrawdownInterest::Capitalised
    }

    /// The rate; of one that changes, the one at which interest alone costs the same, to 12 decimals.
    ///
    /// # Errors
    /// As [`Rate::new`].
    pub fn level_rate(&self, with_interest: &Run) -> Result<Rate, Error> {
        if self.path.is_fixed() {
            return Rate::new(self.path.first);
        }
        let rate = Rate::read(&Value::Number(with_interest.nominal));
        rate.and_then(|rate| Rate::new(rate.get().to_digits(12)))
            .map_err(|error| error.moved("floating.rates"))
    }

    /// The rate that holds when a day's period begins.
    pub fn rate_of(&self, day: &Day) -> Decimal {
        let start = self.spans.get(day.period).map_or(self.request.start, |span| span.from);
        self.path.on(start.days())
    }

    /// The loan's own schedule: all that is drawn, a financed premium with the first drawing.
    fn schedule(&self, path: &RatePath, financed: i64) -> Result<Schedule, Error> {
        let request = self.request;
        let terms = Terms {
            currency: request.currency,
            rate: path.first,
            rounding: Rounding::default(),
            profile: request.profile,
            balloon: 0,
            grace: self.disbursing,
            capitalised: self.capitalises(),
        };
        let amount = |at: usize, drawing: &Drawing| drawing.amount + if at == 0 { financed } else { 0 };
        let drawings = self.drawings.iter().enumerate();
        // Without everything there is no other, and no code for it.
        if path.is_fixed() || !cfg!(feature = "everything") {
            let draw = |(at, drawing): (usize, &Drawing)| Draw {
                period: drawing.period,
                days: drawing.days_left,
                amount: amount(at, drawing),
            };
            return terms.schedule(&drawings.map(draw).collect::<Vec<_>>(), &self.periods);
        }
        let event = |(at, drawing): (usize, &Drawing)| Event {
            date: drawing.date.days(),
            amount: amount(at, drawing),
        };
        let dates = (request.start, request.day_count, request.frequency);
        terms.schedule_at(path.clone(), drawings.map(event).collect(), &self.periods, dates)
    }

    /// A row for each day on which anything can happen: drawings and ends of periods.
    fn empty_days(&self) -> Vec<Day> {
        let mut days: Vec<Day> = Vec::with_capacity(self.drawings.len() + self.spans.len() + 1);
        let mut drawings = self.drawings.iter().peekable();
        for (period, span) in self.spans.iter().enumerate() {
            while let Some(drawing) = drawings.next_if(|drawing| drawing.date < span.to) {
                let date = drawing.date.days();
                match days.last_mut() {
                    // A drawing on the day on which a period ends stands on that period's row.
                    Some(day) if day.date == date => day.goods += drawing.amount,
                    _ => days.push(Day {
                        date,
                        period,
                        days_left: drawing.days_left,
                        goods: drawing.amount,
                        ..Day::default()
                    }),
                }
            }
            days.push(Day { date: span.to.days(), period, ..Day::default() });
        }
        days
    }

    /// Share of the credit, expenses and the agent's fee of the first year at the first drawdown; the agent's of each later
    /// year in advance; a year on what is not drawn, at the ends of the periods of drawing.
    fn add_fees(&self, days: &mut [Day]) -> Result<(), Error> {
        let request = self.request;
        let commitment = request.fees.commitment.get();
        if let Some(first) = days.first_mut() {
            first.outlays = self.expenses + self.agency;
            first.fees = portion(self.credit, request.fees.arrangement.get(), request.currency)?;
        }
        if self.agency != 0 {
            let dates: Vec<i32> = days.iter().map(|day| day.date).collect();
            for row in yearly_rows(request.start, &dates) {
                if let Some(day) = days.get_mut(row) {
                    day.outlays += self.agency;
                }
            }
        }
        for day in days.iter_mut().filter(|day| day.outlays != 0) {
            day.fees = bounded(i128::from(day.fees) + i128::from(day.outlays), request.currency)?;
        }
        if commitment.is_zero() {
            return Ok(());
        }
        for span in self.spans.iter().take(self.disbursing) {
            let mut weighted: i128 = 0;
            for drawing in self.drawings.iter().filter(|drawing| drawing.date > span.from) {
                let waiting = days_between(request, span.from, drawing.date.min(span.to));
                weighted += i128::from(drawing.amount) * i128::from(waiting);
            }
            // Amount times days is what bears the fee: one day of it is the same.
            let weighted = i64::try_from(weighted).unwrap_or(i64::MAX);
            let (basis, rounding) = (self.periods.basis, Rounding::default());
            let fee = interest(weighted, commitment, 1, basis, request.currency, rounding)?;
            if let Some(day) = days.iter_mut().find(|day| day.date == span.to.days()) {
                day.fees += fee;
            }
        }
        Ok(())
    }

    fn add_premium(&self, days: &mut [Day], premium: Premium) -> Result<(), Error> {
        if premium.payment == PremiumPayment::ByExporter {
            return Ok(());
        }
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

/// The rate by its dates, and how it came about where a rule gives it. One of `rate`, `cirr` and `floating` is given; with
/// `floating`, the rate is the one until its first date.
fn rates(request: &ExportCreditRequest) -> Result<(RatePath, Further<cirr::Worked>), Error> {
    match (request.rate, request.cirr.get(), request.floating.get()) {
        (None, None, None) => Err(Error::invalid("required", "this field must be given").at("rate")),
        (Some(rate), None, None) => Ok((RatePath::fixed(rate.get()), None.into())),
        (rate, None, Some(floating)) => {
            let path = floating.path(rate, request.start, Decimal::ZERO);
            Ok((path.map_err(|error| error.under("floating"))?, None.into()))
        }
        (None, Some(cirr), None) => {
            let worked = cirr.worked(request).map_err(|error| error.under("cirr"))?;
            Ok((RatePath::fixed(worked.quote.rate.get()), Some(worked).into()))
        }
        (_, Some(_), _) => {
            let sentence = "two ways to say the same: give one of the two";
            Err(Error::invalid("only-one", sentence).at("cirr"))
        }
    }
}
