use rust_decimal::Decimal;

use super::balance::Balance;
use super::level::{Level, too_steep};
use super::{Course, Event, ExactSum, Plan, Rest, Span};
use crate::document::Text;
use crate::error::Error;
use crate::loan::schedule::Schedule;
use crate::numeric::sorted;
use crate::values::{Exact, LARGEST_MINOR, bounded, minor_text};

/// A loan while it runs.
struct Run<'c> {
    course: &'c Course,
    balance: Balance,
    /// What a row pays, or repays; found when the first row repays.
    planned: Option<i64>,
    /// How often that has stepped, and the rate that it was found at.
    stepped: usize,
    rate: Decimal,
    /// The row that repays all that is left.
    last: usize,
    prepaid: bool,
    rows: Schedule,
    total_interest: i128,
    total_paid: i128,
}

impl Course {
    /// The schedule.
    ///
    /// - Interest of a row: on what bears interest, each day at its rate, as one exact fraction, rounded once.
    /// - A level instalment is found when repayment begins, and again when the rate or a prepayment changed; it closes
    ///   the unrounded balance at the rate that then holds. A part of equal principal likewise, and again after
    ///   interest was added to what is owed.
    /// - A step multiplies the last instalment (or part) and is rounded, or adds its amount.
    /// - The last payment is all that is owed.
    ///
    /// Rounding: where said, by `rounding`, and nowhere else.
    ///
    /// # Errors
    /// `OutOfRange`: `amount-too-large` when a column or a sum passes 2^53 smallest units, `above-balance` for a
    /// prepayment or a given instalment of more than what is owed, and what [`Level::instalment`] and [`ExactSum`] say.
    pub(in crate::loan) fn schedule(&self) -> Result<Schedule, Error> {
        let count = self.spans.rows.len();
        let mut run = Run {
            course: self,
            balance: Balance::default(),
            planned: None,
            stepped: 0,
            rate: self.path.first,
            last: count.saturating_sub(1),
            prepaid: false,
            rows: Schedule::default(),
            total_interest: 0,
            total_paid: 0,
        };
        for (at, span) in self.spans.rows.iter().enumerate() {
            run.row(at, span)?;
            if run.is_over(span) {
                break;
            }
        }
        run.finish()
    }

    /// The interest of a row up to a day in it, and what bears interest then: what begins to bear it, stops or
    /// changes its rate within is counted from its own day.
    pub(in crate::loan) fn interest(
        &self,
        span: &Span,
        opening: i64,
        until: i32,
    ) -> Result<(i64, i64), Error> {
        let mut events: Vec<(f64, f64)> = Vec::new();
        let inside = |date: i32| date > span.start && date < until;
        let mut add = |date: i32, amount: i64| {
            if inside(date) {
                events.push((f64::from(date), amount as f64));
            }
        };
        self.draws.iter().for_each(|draw| add(draw.date, draw.amount));
        self.prepayments.iter().for_each(|paid| add(paid.date, -paid.amount));
        self.path.within(span.start, until).iter().for_each(|date| add(*date, 0));
        // Days and amounts are whole numbers within 2^53: exact.
        let events = sorted(events);
        let (mut bearing, mut rate, mut sum) = (opening, self.path.on(span.start), ExactSum::ZERO);
        sum.add(bearing, rate, span.part)?;
        for (date, amount) in events {
            let (date, amount) = (date as i32, amount as i64);
            let left = span.left(date)?;
            sum.add(-bearing, rate, left)?;
            bearing = bounded(i128::from(bearing) + i128::from(amount), self.currency)?;
            if bearing < 0 {
                return Err(self.above_balance(date, bearing - amount));
            }
            if self.path.within {
                rate = self.path.on(date);
            }
            sum.add(bearing, rate, left)?;
        }
        if until != span.end {
            sum.add(-bearing, rate, span.left(until)?)?;
        }
        Ok((sum.rounded(self.rounding, self.currency)?, bearing))
    }

    #[cold]
    fn above_balance(&self, date: i32, owed: i64) -> Error {
        let at = self.prepayments.iter().position(|paid| paid.date == date).unwrap_or(0);
        above_balance(owed, self).at(format!("prepayments.amounts.{}", at.text()))
    }
}

impl Run<'_> {
    fn row(&mut self, at: usize, span: &Span) -> Result<(), Error> {
        let course = self.course;
        let (begins, last) = (
            self.sum_of(&course.draws, |date| date <= span.start && (at == 0 || date == span.start)),
            at == self.last,
        );
        self.balance.bearing = self.bounded(i128::from(self.balance.bearing) + i128::from(begins))?;
        let opening = self.balance;
        let rate = course.path.on(span.start);
        if at >= course.grace && (!last || at == course.grace) {
            self.plan(at, rate)?;
        }
        let (interest, bearing) = course.interest(span, opening.bearing, span.end)?;
        let inside = |date: i32| date > span.start && date < span.end;
        let (drawn, prepaid) = (self.sum_of(&course.draws, inside), self.sum_of(&course.prepayments, inside));
        self.balance.bearing = bearing;

        let owed = i128::from(self.balance.owed()) + i128::from(interest);
        let owed = self.bounded(owed)?;
        let payment = if last {
            self.balance = Balance::default();
            owed
        } else if let Some(rest) = course.rest_of(at) {
            let (balance, payment) = self.balance.rested(interest, rest);
            if rest == Rest::Capitalised && matches!(course.plan, Plan::Part) {
                self.planned = None;
            }
            self.balance = balance;
            payment
        } else {
            self.pay(at, span, interest, owed)?
        };

        let at_end = self.sum_of(&course.prepayments, |date| date == span.end);
        if at_end > self.balance.bearing {
            return Err(course.above_balance(span.end, self.balance.bearing));
        }
        self.balance.bearing -= at_end;
        self.push(span, opening, [drawn, interest, payment, prepaid + at_end], rate)?;
        if prepaid + at_end != 0 {
            self.after_prepayment(at)?;
        }
        Ok(())
    }

    /// Finds what repaying rows pay when it is not known, or holds no more; steps it when it is time.
    fn plan(&mut self, at: usize, rate: Decimal) -> Result<(), Error> {
        let course = self.course;
        let (level, part) = (matches!(course.plan, Plan::Level), matches!(course.plan, Plan::Part));
        if !(level || part) {
            return Ok(());
        }
        let step = course.step_of(at);
        let planned = match self.planned {
            Some(planned) if !level || rate == self.rate => self.stepped_to(planned, step)?,
            _ => {
                let (rate, carried) = if level { (rate, self.balance.carried) } else { (Decimal::ZERO, 0) };
                self.stepped = step;
                let level = Level { bearing: self.balance.bearing, carried, rate, from: at, to: self.last };
                self.checked(level.instalment(course)?)?
            }
        };
        if self.rows.instalment == 0 && level {
            self.rows.instalment = planned;
        }
        (self.planned, self.rate) = (Some(planned), rate);
        Ok(())
    }

    /// An instalment below zero can't be asked for: the balloon is more than what is owed, or steps rise too much.
    fn checked(&self, instalment: i64) -> Result<i64, Error> {
        let course = self.course;
        let first = self.planned.is_none() && !self.prepaid;
        if course.balloon > self.balance.owed() && first && !course.alone
            || (instalment < 0 && course.steps.is_none() && first)
        {
            let most = minor_text(self.balance.owed(), course.currency);
            let sentence = format!("the balloon is a part of the {most} that are owed");
            return Err(Error::out_of_range("above-maximum", sentence)
                .at("balloon")
                .with_value(minor_text(course.balloon, course.currency))
                .detail("maximum", most));
        }
        if instalment < 0 && first {
            return Err(too_steep());
        }
        Ok(instalment.max(0))
    }

    fn stepped_to(&mut self, mut planned: i64, step: usize) -> Result<i64, Error> {
        while self.stepped < step {
            planned = self.course.stepped(planned)?;
            self.stepped += 1;
        }
        Ok(planned)
    }

    /// A row that repays: what it pays.
    fn pay(&mut self, at: usize, span: &Span, interest: i64, owed: i64) -> Result<i64, Error> {
        let course = self.course;
        let planned = self.planned.unwrap_or(0);
        let due = interest + self.balance.carried;
        let given = |parts: &[i64]| parts.get(at).copied().unwrap_or(0);
        let (payment, rest) = match &course.plan {
            Plan::Level if at == 0 && course.attached => {
                let mut regular = ExactSum::ZERO;
                regular.add(self.balance.bearing, self.rate, span.regular)?;
                let odd = interest - regular.rounded(course.rounding, course.currency)?;
                ((planned + odd).max(0), Rest::Capitalised)
            }
            Plan::Level => (planned, self.shortfall()),
            Plan::Part => (due + planned.max(0).min(self.balance.bearing), Rest::Capitalised),
            Plan::Interest => (due, Rest::Capitalised),
            Plan::Principal(parts) => (due + given(parts), Rest::Capitalised),
            Plan::Payment(payments, rest) => (given(payments), *rest),
        };
        if payment > owed && matches!(course.plan, Plan::Principal(_) | Plan::Payment(..)) && !self.prepaid {
            let (list, owed) = match course.plan {
                Plan::Principal(_) => ("principal", owed - due),
                _ => ("payments", owed),
            };
            return Err(above_balance(owed, course).at(format!("custom.{list}.{}", at.text())));
        }
        // Rounded up, the instalments of a tiny loan may repay it early: then nothing is left to pay.
        let payment = payment.min(owed);
        self.balance = self.balance.paid(payment, interest, rest);
        Ok(payment)
    }

    /// What becomes of interest that a level instalment does not cover: what becomes of that of rows without one.
    fn shortfall(&self) -> Rest {
        let carries = self.course.rests.contains(&Some(Rest::Carried));
        if carries { Rest::Carried } else { Rest::Capitalised }
    }

    fn after_prepayment(&mut self, at: usize) -> Result<(), Error> {
        self.prepaid = true;
        let course = self.course;
        if !course.shortens {
            self.planned = None;
        } else if let Some(planned) = self.planned {
            self.last = self.ends_at(at + 1, planned)?;
        }
        Ok(())
    }

    /// The row with which instalments that stay the same end.
    fn ends_at(&self, from: usize, mut planned: i64) -> Result<usize, Error> {
        let course = self.course;
        let (mut balance, mut step) = (self.balance, self.stepped);
        for at in from..self.last {
            let Some(span) = course.spans.rows.get(at) else { break };
            while step < course.step_of(at) {
                planned = course.stepped(planned)?;
                step += 1;
            }
            let mut sum = ExactSum::ZERO;
            sum.add(balance.bearing, self.rate, span.part)?;
            let interest = sum.rounded(course.rounding, course.currency)?;
            if let Some(rest) = course.rest_of(at) {
                balance = balance.rested(interest, rest).0;
                continue;
            }
            let due = if matches!(course.plan, Plan::Level) { 0 } else { interest + balance.carried };
            let payment = planned + due;
            if balance.owed() + interest - payment <= course.balloon {
                return Ok(at);
            }
            balance = balance.paid(payment, interest, self.shortfall());
            self.bounded(i128::from(balance.owed()))?;
        }
        Ok(self.last)
    }

    fn push(
        &mut self,
        span: &Span,
        opening: Balance,
        [drawn, interest, payment, prepaid]: [i64; 4],
        rate: Decimal,
    ) -> Result<(), Error> {
        self.total_interest += i128::from(interest);
        self.total_paid += i128::from(payment) + i128::from(prepaid);
        let closing = self.bounded(i128::from(self.balance.owed()))?;
        let row = [
            opening.owed(),
            interest,
            payment - interest,
            payment,
            closing,
            drawn,
            prepaid,
            self.balance.carried,
        ];
        if row.iter().any(|amount| amount.abs() > LARGEST_MINOR) {
            return self.bounded(i128::MAX).map(|_| ());
        }
        let rows = &mut self.rows;
        rows.dates.push(span.pays);
        let columns = [
            &mut rows.opening,
            &mut rows.interest,
            &mut rows.principal,
            &mut rows.payment,
            &mut rows.closing,
            &mut rows.drawn,
            &mut rows.prepaid,
            &mut rows.carried,
        ];
        for (column, amount) in columns.into_iter().zip(row) {
            column.push(amount as f64);
        }
        rows.rate.push(crate::values::to_f64(rate));
        Ok(())
    }

    /// Whether nothing is owed any more, because it was prepaid.
    fn is_over(&self, span: &Span) -> bool {
        let drawn = self.course.draws.iter().all(|draw| draw.date < span.end);
        self.prepaid && drawn && self.balance.owed() == 0
    }

    fn finish(mut self) -> Result<Schedule, Error> {
        let course = self.course;
        let rows = &mut self.rows;
        if rows.instalment == 0 {
            let mut payments = rows.payment.iter().skip(course.grace);
            rows.instalment = payments.find(|payment| **payment != 0.0).map_or(0, |payment| *payment as i64);
        }
        let ended = rows.dates.last().copied().unwrap_or(i32::MAX);
        if let Some(at) = course.prepayments.iter().position(|paid| paid.date > ended) {
            return Err(above_balance(0, course).at(format!("prepayments.amounts.{}", at.text())));
        }
        for column in [&mut rows.drawn, &mut rows.prepaid, &mut rows.carried] {
            if column.iter().all(|amount| *amount == 0.0) {
                column.clear();
            }
        }
        if course.path.dates.is_empty() {
            rows.rate.clear();
        }
        rows.total_interest = bounded(self.total_interest, course.currency)?;
        rows.total_paid = bounded(self.total_paid, course.currency)?;
        Ok(self.rows)
    }

    fn sum_of(&self, events: &[Event], chosen: impl Fn(i32) -> bool) -> i64 {
        events.iter().filter(|event| chosen(event.date)).map(|event| event.amount).sum()
    }

    fn bounded(&self, amount: i128) -> Result<i64, Error> {
        bounded(amount, self.course.currency)
    }
}

impl Course {
    /// The next step of an instalment.
    fn stepped(&self, planned: i64) -> Result<i64, Error> {
        let Some(steps) = self.steps else { return Ok(planned) };
        let product = Decimal::from(planned).times(steps.factor).normalize();
        let multiplied = self.rounding.quotient(product.mantissa(), 10_i128.pow(product.scale()));
        let stepped = bounded(multiplied + i128::from(steps.amount), self.currency)?;
        if stepped < 0 { Err(too_steep()) } else { Ok(stepped) }
    }
}

#[cold]
fn above_balance(owed: i64, course: &Course) -> Error {
    let owed = minor_text(owed, course.currency);
    Error::out_of_range("above-balance", format!("at most the {owed} that are then owed can be repaid"))
        .detail("maximum", owed.text())
}
