//! A loan worked out: its schedule, and the borrower's flows.

use super::LoanRequest;
use super::charges::Charges;
use super::options::{BalloonPayment, GraceInterest, LoanProfile, OddDays};
use crate::calendar::DayCount;
use crate::cash_flow::Flows;
use crate::cash_flow::apr::{AnnualPercentageRate, Moments, apr};
use crate::error::Error;
use crate::loan::course::{Course, Spans};
use crate::loan::effective::{Paid, effective_rate};
use crate::loan::schedule::{Periods, Profile, Schedule, Terms, average_life};
use crate::values::{Rate, to_minor_exact};

/// A loan that is more than a plain one, worked out.
pub(super) struct Worked {
    pub(super) schedule: Schedule,
    pub(super) spans: Spans,
    /// None for a flat rate.
    pub(super) course: Option<Course>,
    /// What the borrower receives and pays, charges apart, by date.
    pub(super) flows: Vec<(i32, f64)>,
}

/// The rates of a loan.
pub(super) struct Found {
    pub(super) effective: f64,
    pub(super) without_fees: Option<f64>,
    pub(super) average_life: f64,
    pub(super) apr: Option<AnnualPercentageRate>,
}

impl LoanRequest {
    /// Whether the plain terms of a loan say all.
    pub(super) fn is_plain(&self) -> bool {
        let given = self.first_payment.is_some()
            || self.last_payment.is_some()
            || self.business_days.is_some()
            || self.floating.is_some()
            || self.steps.is_some()
            || self.custom.is_some()
            || self.skips.is_some()
            || self.drawdowns.is_some()
            || self.prepayments.is_some()
            || self.settlement.is_some();
        let usual = self.day_count.fixed_basis().is_some()
            && self.stub != OddDays::Separate
            && self.balloon_payment == BalloonPayment::Beside
            && self.grace_interest != GraceInterest::Carried
            && !matches!(self.profile, LoanProfile::Custom | LoanProfile::Flat);
        !given && usual
    }

    /// The plain terms.
    pub(super) fn terms(&self, rate: Rate) -> Result<Terms, Error> {
        Ok(Terms {
            currency: self.currency,
            rate: rate.get(),
            rounding: self.rounding,
            profile: match self.profile {
                LoanProfile::EqualPrincipal => Profile::EqualPrincipal,
                LoanProfile::Bullet => Profile::Bullet,
                LoanProfile::Annuity | LoanProfile::Custom | LoanProfile::Flat => Profile::Annuity,
            },
            balloon: to_minor_exact(self.balloon.get(), self.currency)
                .map_err(|error| error.at("balloon"))?,
            grace: self.grace_instalments as usize,
            capitalised: self.grace_interest == GraceInterest::Capitalised,
        })
    }

    /// The periods of plain terms.
    pub(super) fn periods(&self) -> Result<Periods, Error> {
        Periods::regular(self.start, self.frequency, self.instalments.get(), self.day_count)
            .map_err(|error| error.at("instalments"))
    }

    /// The loan with any of its options.
    pub(super) fn worked(&self, principal: i64) -> Result<Worked, Error> {
        let fault = |error: Error| error.at("principal");
        if self.profile == LoanProfile::Flat {
            let spans = self.spans()?;
            let schedule = self.flat(principal, &spans).map_err(fault)?;
            let flows = flows_of(&schedule, [(self.start.days(), principal)].into_iter(), &[]);
            return Ok(Worked { schedule, spans, course: None, flows });
        }
        let course = self.course(principal)?;
        let schedule = course.schedule().map_err(fault)?;
        let prepaid: Vec<(i32, i64)> =
            course.prepayments.iter().map(|paid| (paid.date, paid.amount)).collect();
        let draws = course.draws.iter().map(|draw| (draw.date, draw.amount));
        let flows = flows_of(&schedule, draws, &prepaid);
        let spans = course.spans.clone();
        Ok(Worked { schedule, spans, course: Some(course), flows })
    }

    /// The rates of a plain loan.
    pub(super) fn plain_rates(
        &self,
        principal: i64,
        rate: Rate,
        schedule: &Schedule,
        charges: &Charges,
    ) -> Result<Found, Error> {
        let of = |principal: f64, payments: &[f64]| {
            let paid = Paid { principal, start: self.start, dates: &schedule.dates, payments };
            effective_rate(&paid, rate.as_f64(), self.frequency).map_err(|error| error.moved(""))
        };
        let without = of(principal as f64, &schedule.payment)?;
        let per_year = f64::from(self.frequency.per_year());
        let years = (1..).map(|row| f64::from(row) / per_year);
        let average_life = average_life(schedule.principal.iter().copied().zip(years));
        let apr = match self.apr_rule {
            Some(_) => {
                let draw = (self.start.days(), principal);
                self.apr(with_charges(
                    flows_of(schedule, core::iter::once(draw), &[]),
                    self,
                    schedule,
                    charges,
                ))?
            }
            None => None,
        };
        if charges.cost() == 0 {
            return Ok(Found { effective: without, without_fees: None, average_life, apr });
        }
        let mut payments = schedule.payment.clone();
        for column in
            [charges.fees.as_ref(), charges.tax.as_ref().filter(|_| charges.bears_tax)].into_iter().flatten()
        {
            payments.iter_mut().zip(column).for_each(|(payment, cost)| *payment += cost);
        }
        let net = (principal - charges.at_start) as f64;
        if net <= 0.0 {
            return Err(all_fees());
        }
        Ok(Found { effective: of(net, &payments)?, without_fees: Some(without), average_life, apr })
    }

    /// The rates of any loan.
    pub(super) fn rates(&self, worked: &Worked, charges: &Charges) -> Result<Found, Error> {
        let without = rate_of(&worked.flows)?;
        let flows = with_charges(worked.flows.clone(), self, &worked.schedule, charges);
        let costs = charges.cost() != 0;
        let net =
            |day: i32| flows.iter().filter(|(date, _)| *date == day).map(|(_, amount)| amount).sum::<f64>();
        if costs && !flows.iter().any(|(date, amount)| *amount > 0.0 && net(*date) > 0.0) {
            return Err(all_fees());
        }
        let effective = if costs { rate_of(&flows)? } else { without };
        let (without_fees, average_life) = (costs.then_some(without), self.life(worked));
        Ok(Found { effective, without_fees, average_life, apr: self.apr(flows)? })
    }

    /// The annual percentage rate by the rule that is asked for.
    fn apr(&self, flows: Vec<(i32, f64)>) -> Result<Option<AnnualPercentageRate>, Error> {
        let Some(rule) = self.apr_rule else { return Ok(None) };
        let (days, amounts): (Vec<i32>, Vec<f64>) = flows.into_iter().unzip();
        apr(rule, Moments::Dates(&days), &amounts).map(Some).map_err(|error| error.moved(""))
    }

    fn life(&self, worked: &Worked) -> f64 {
        let schedule = &worked.schedule;
        if worked.spans.regular && schedule.prepaid.is_empty() {
            let per_year = f64::from(self.frequency.per_year());
            let years = (1..).map(|row| f64::from(row) / per_year);
            return average_life(schedule.principal.iter().copied().zip(years));
        }
        let years = |date: i32| f64::from(date - self.start.days()) / 365.0;
        let rows = schedule.principal.iter().zip(&schedule.dates).map(|(part, date)| (*part, years(*date)));
        let prepaid = worked.course.iter().flat_map(|course| &course.prepayments);
        average_life(rows.chain(prepaid.map(|paid| (paid.amount as f64, years(paid.date)))))
    }
}

/// The effective rate a year of dated flows, XIRR on ACT/365F.
pub(super) fn rate_of(flows: &[(i32, f64)]) -> Result<f64, Error> {
    let (days, amounts): (Vec<i32>, Vec<f64>) = flows.iter().copied().unzip();
    // The caller gave no amounts of its own, so no field of its request can be named.
    let rates = Flows::dated(&days, &amounts, DayCount::Act365F).and_then(|flows| flows.rates());
    rates.map(|rates| rates.nearest).map_err(|error| error.moved(""))
}

fn flows_of(
    schedule: &Schedule,
    draws: impl Iterator<Item = (i32, i64)>,
    prepaid: &[(i32, i64)],
) -> Vec<(i32, f64)> {
    let mut flows: Vec<(i32, f64)> = draws.map(|(date, amount)| (date, amount as f64)).collect();
    flows.extend(schedule.dates.iter().zip(&schedule.payment).map(|(date, payment)| (*date, -payment)));
    flows.extend(prepaid.iter().map(|(date, amount)| (*date, -(*amount as f64))));
    flows
}

/// The flows with what the borrower pays beside.
fn with_charges(
    mut flows: Vec<(i32, f64)>,
    request: &LoanRequest,
    schedule: &Schedule,
    charges: &Charges,
) -> Vec<(i32, f64)> {
    let borne = charges.borne(schedule, request.start.days());
    flows.extend(borne.iter().map(|(date, amount)| (*date, -amount)));
    flows
}

#[cold]
fn all_fees() -> Error {
    Error::out_of_range("above-maximum", "the fees at the start take all of the loan").at("fees")
}
