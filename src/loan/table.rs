use super::interest::Accrual;
use super::schedule::{Periods, Schedule};
use crate::error::Error;
use crate::values::{Currency, LARGEST_MINOR, bounded};

/// What a repaying row but the last pays.
#[derive(Clone, Copy)]
pub(super) enum Plan {
    /// So much, interest included.
    Level(i64),
    /// So much of the principal, and the interest.
    Part(i64),
}

/// The columns while they are filled.
pub(super) struct Table {
    schedule: Schedule,
    pub(super) currency: Currency,
    filled: usize,
    interest: i128,
    paid: i128,
}

/// One row of the columns.
struct Row<'t> {
    opening: &'t mut f64,
    interest: &'t mut f64,
    principal: &'t mut f64,
    payment: &'t mut f64,
    closing: &'t mut f64,
}

impl Row<'_> {
    #[inline]
    fn fill(self, opening: i64, interest: i64, principal: i64, closing: i64) {
        *self.opening = opening as f64;
        *self.interest = interest as f64;
        *self.principal = principal as f64;
        *self.payment = (interest + principal) as f64;
        *self.closing = closing as f64;
    }
}

impl Table {
    pub(super) fn new(periods: &Periods, currency: Currency) -> Self {
        let column = || vec![0.0; periods.dates.len()];
        let schedule = Schedule {
            dates: periods.dates.clone(),
            opening: column(),
            interest: column(),
            principal: column(),
            payment: column(),
            closing: column(),
            ..Schedule::default()
        };
        Self { schedule, currency, filled: 0, interest: 0, paid: 0 }
    }

    pub(super) fn repay(
        &mut self,
        mut owed: i64,
        days: &[i32],
        plan: Plan,
        accrual: &Accrual,
    ) -> Result<(), Error> {
        let (currency, last) = (self.currency, days.len().saturating_sub(1));
        let (mut interest_paid, mut paid) = (0_i128, 0_i128);
        for (at, (days, row)) in days.iter().zip(self.rows()).enumerate() {
            let interest = accrual.on(owed, *days, currency)?;
            let principal = match plan {
                _ if at == last => owed,
                Plan::Level(payment) => payment - interest,
                Plan::Part(principal) => principal,
            };
            // Rounded up, the parts of a tiny loan may repay it early: then nothing is left to pay.
            let principal = principal.min(owed);
            let opening = owed;
            owed -= principal;
            if owed > LARGEST_MINOR {
                return bounded(i128::from(owed), currency).map(|_| ());
            }
            interest_paid += i128::from(interest);
            paid += i128::from(interest + principal);
            row.fill(opening, interest, principal, owed);
        }
        self.interest += interest_paid;
        self.paid += paid;
        Ok(())
    }

    pub(super) fn push(&mut self, opening: i64, interest: i64, principal: i64, closing: i64) {
        self.interest += i128::from(interest);
        self.paid += i128::from(interest + principal);
        if let Some(row) = self.rows().next() {
            row.fill(opening, interest, principal, closing);
        }
        self.filled += 1;
    }

    /// The rows that are not filled yet.
    fn rows(&mut self) -> impl Iterator<Item = Row<'_>> {
        let Schedule { opening, interest, principal, payment, closing, .. } = &mut self.schedule;
        let from = self.filled;
        let columns = opening.iter_mut().zip(interest).zip(principal.iter_mut().zip(payment)).zip(closing);
        columns.skip(from).map(|(((opening, interest), (principal, payment)), closing)| Row {
            opening,
            interest,
            principal,
            payment,
            closing,
        })
    }

    pub(super) fn draw(&mut self, row: usize, drawn: i64) {
        if drawn != 0 && self.schedule.drawn.is_empty() {
            self.schedule.drawn = vec![0.0; self.schedule.dates.len()];
        }
        if let Some(slot) = self.schedule.drawn.get_mut(row) {
            *slot = drawn as f64;
        }
    }

    pub(super) fn sum(&self, a: i64, b: i64) -> Result<i64, Error> {
        bounded(i128::from(a) + i128::from(b), self.currency)
    }

    pub(super) fn finish(mut self, plan: Plan, grace: usize) -> Result<Schedule, Error> {
        self.schedule.instalment = match plan {
            Plan::Level(payment) => payment,
            Plan::Part(_) => {
                let mut payments = self.schedule.payment.iter().skip(grace);
                payments.find(|payment| **payment != 0.0).map_or(0, |payment| *payment as i64)
            }
        };
        self.schedule.total_interest = bounded(self.interest, self.currency)?;
        self.schedule.total_paid = bounded(self.paid, self.currency)?;
        Ok(self.schedule)
    }
}
