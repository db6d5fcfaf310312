//! From the request to the terms of a course.

use rust_decimal::Decimal;

use super::LoanRequest;
use super::options::{
    BalloonPayment, CustomInstalments, Drawdowns, GraceInterest, InterestDays, LoanProfile, OddDays,
    PrepaymentEffect, Skips, Steps, UnpaidInterest,
};
use crate::document::Text;
use crate::error::Error;
use crate::loan::course::{Count, Course, Dates, Event, Plan, RatePath, Rest, Spans, Stepping};
use crate::values::{Currency, Date, Exact, bounded, minor_text, to_minor_exact};

impl LoanRequest {
    /// The periods of the loan.
    pub(super) fn spans(&self) -> Result<Spans, Error> {
        let dates = Dates {
            start: self.start,
            first: self.first_payment,
            last: self.last_payment,
            instalments: self.instalments.get(),
            separate: self.stub == OddDays::Separate,
            business_days: self.business_days.as_ref(),
            adjusted: self.interest_days == InterestDays::Adjusted,
        };
        let count = Count { day_count: self.day_count, frequency: self.frequency, origin: None };
        Spans::of(&dates, count, self.stub_day_count.unwrap_or(self.day_count))
            .map_err(|error| error.at("instalments"))
    }

    /// The course of the loan, with all of its options.
    pub(super) fn course(&self, principal: i64) -> Result<Course, Error> {
        self.check_profile()?;
        let spans = self.spans()?;
        let extra = usize::from(self.stub == OddDays::Separate);
        let grace = self.grace_instalments as usize + extra;
        if grace >= spans.rows.len() {
            let most = spans.rows.len().saturating_sub(1 + extra).text();
            let sentence = format!("at most {most} instalments can be without principal");
            return Err(Error::out_of_range("above-maximum", sentence)
                .at("graceInstalments")
                .with_value(self.grace_instalments.text())
                .detail("maximum", most));
        }
        let repays = spans.rows.get(grace).map_or(self.start.days(), |span| span.start);
        let ends = spans.rows.last().map_or(self.start.days(), |span| span.end);
        Ok(Course {
            currency: self.currency,
            rounding: self.rounding,
            path: self.path()?,
            draws: self.draws(principal, repays)?,
            prepayments: self.prepaid(ends)?,
            shortens: self.prepayments.as_ref().is_some_and(|paid| paid.effect == PrepaymentEffect::Term),
            plan: self.plan()?,
            rests: self.rests(&spans, grace, extra)?,
            grace,
            balloon: to_minor_exact(self.balloon.get(), self.currency)
                .map_err(|error| error.at("balloon"))?,
            alone: self.balloon_payment == BalloonPayment::Alone,
            steps: self.steps.as_ref().map(|steps| stepping(steps, self.currency)).transpose()?,
            attached: self.stub == OddDays::Attached && self.first_payment.is_some(),
            spans,
        })
    }

    /// Options that a profile has no place for.
    fn check_profile(&self) -> Result<(), Error> {
        let (profile, level) =
            (self.profile, matches!(self.profile, LoanProfile::Annuity | LoanProfile::EqualPrincipal));
        let custom = profile == LoanProfile::Custom;
        let balloon = !self.balloon.get().is_zero();
        if profile == LoanProfile::Bullet && balloon {
            let sentence = "a bullet pays all of its principal at the end: leave the balloon out";
            return Err(Error::invalid("balloon-of-a-bullet", sentence).at("balloon"));
        }
        if custom && self.custom.is_none() {
            return Err(
                Error::invalid("required", "this field must be given for the profile custom").at("custom")
            );
        }
        let refused = [
            ("steps", self.steps.is_some() && !level),
            ("custom", self.custom.is_some() && !custom),
            ("skips", self.skips.is_some() && custom),
            ("graceInstalments", self.grace_instalments != 0 && custom),
            ("balloon", balloon && custom),
        ];
        match refused.iter().find(|(_, refused)| *refused) {
            Some((field, _)) => Err(not_with_profile(field, profile)),
            None => Ok(()),
        }
    }

    /// The rate by its dates.
    fn path(&self) -> Result<RatePath, Error> {
        match (&self.floating, self.rate) {
            (None, None) => {
                Err(Error::invalid("required", "give the rate, or rates by their dates in floating")
                    .at("rate"))
            }
            (None, Some(rate)) => Ok(RatePath::fixed(rate.get())),
            (Some(floating), rate) => {
                floating.path(rate, self.start, Decimal::ZERO).map_err(|error| error.under("floating"))
            }
        }
    }

    fn draws(&self, principal: i64, repays: i32) -> Result<Vec<Event>, Error> {
        let Some(drawdowns) = &self.drawdowns else {
            return Ok(vec![Event { date: self.start.days(), amount: principal }]);
        };
        self.drawn(drawdowns, principal, repays).map_err(|error| error.under("drawdowns"))
    }

    fn drawn(&self, drawdowns: &Drawdowns, principal: i64, repays: i32) -> Result<Vec<Event>, Error> {
        let (name, dates): (_, Vec<i32>) = match (&drawdowns.dates, &drawdowns.months) {
            (Some(dates), None) => ("dates", dates.0.clone()),
            (None, Some(months)) => {
                let day = |(at, months): (usize, &u32)| {
                    let after = self.start.add_months(i32::try_from(*months).unwrap_or(i32::MAX));
                    after.map(Date::days).map_err(|error| error.at(place("months", at)))
                };
                ("months", months.iter().enumerate().map(day).collect::<Result<_, _>>()?)
            }
            (None, None) => {
                return Err(Error::invalid("required", "give the dates of the drawdowns, or their months")
                    .at("dates"));
            }
            (Some(_), Some(_)) => return Err(both("months")),
        };
        let amounts: Vec<Decimal> = drawdowns.amounts.iter().map(|amount| amount.get()).collect();
        let events = events(name, &dates, &amounts, self.currency)?;
        let mut total = 0;
        for (at, event) in events.iter().enumerate() {
            if event.date < self.start.days() {
                return Err(Error::invalid(
                    "draw-before-start",
                    format!("nothing is paid out before {}", self.start),
                )
                .at(place(name, at)));
            }
            if event.date > repays {
                let sentence = "everything is paid out before the first repaying period begins: more graceInstalments make room";
                return Err(Error::invalid("draw-after-repayment", sentence).at(place(name, at)));
            }
            total += i128::from(event.amount);
        }
        if total > i128::from(principal) {
            let most = minor_text(principal, self.currency);
            return Err(Error::out_of_range(
                "above-maximum",
                format!("together at most the principal of {most} is drawn"),
            )
            .at("amounts")
            .with_value(minor_text(bounded(total, self.currency)?, self.currency))
            .detail("maximum", most));
        }
        Ok(events)
    }

    fn prepaid(&self, ends: i32) -> Result<Vec<Event>, Error> {
        let Some(prepayments) = &self.prepayments else { return Ok(Vec::new()) };
        let amounts: Vec<Decimal> = prepayments.amounts.iter().map(|amount| amount.get()).collect();
        let check = || {
            let events = events("dates", &prepayments.dates.0, &amounts, self.currency)?;
            match events.iter().position(|event| event.date <= self.start.days() || event.date > ends) {
                Some(at) => Err(outside_schedule().at(place("dates", at))),
                None => Ok(events),
            }
        };
        check().map_err(|error: Error| error.under("prepayments"))
    }

    fn plan(&self) -> Result<Plan, Error> {
        Ok(match (self.profile, &self.custom) {
            (LoanProfile::Annuity | LoanProfile::Flat, _) => Plan::Level,
            (LoanProfile::EqualPrincipal, _) => Plan::Part,
            (LoanProfile::Custom, Some(custom)) => {
                self.given(custom).map_err(|error| error.under("custom"))?
            }
            (LoanProfile::Bullet | LoanProfile::Custom, _) => Plan::Interest,
        })
    }

    fn given(&self, custom: &CustomInstalments) -> Result<Plan, Error> {
        let (name, amounts) = match (&custom.principal, &custom.payments) {
            (Some(principal), None) => ("principal", principal),
            (None, Some(payments)) => ("payments", payments),
            (None, None) => {
                return Err(Error::invalid(
                    "required",
                    "give the principal of each instalment, or its payment",
                )
                .at("principal"));
            }
            (Some(_), Some(_)) => return Err(both("payments")),
        };
        let count = self.instalments.get() as usize;
        if amounts.len() != count {
            return Err(unequal(count, "instalments", amounts.len()).at(name));
        }
        let minor = |(at, amount): (usize, &crate::values::Amount)| {
            to_minor_exact(amount.get(), self.currency).map_err(|error| error.at(place(name, at)))
        };
        let mut amounts = amounts.iter().enumerate().map(minor).collect::<Result<Vec<_>, _>>()?;
        if self.stub == OddDays::Separate {
            amounts.insert(0, 0);
        }
        let unpaid = match custom.unpaid_interest {
            UnpaidInterest::Capitalised => Rest::Capitalised,
            UnpaidInterest::Carried => Rest::Carried,
        };
        Ok(if name == "principal" { Plan::Principal(amounts) } else { Plan::Payment(amounts, unpaid) })
    }

    fn rests(&self, spans: &Spans, grace: usize, extra: usize) -> Result<Vec<Option<Rest>>, Error> {
        let mut rests = vec![None; spans.rows.len()];
        for rest in rests.iter_mut().take(grace) {
            *rest = Some(rest_of(self.grace_interest));
        }
        for rest in rests.iter_mut().take(extra) {
            *rest = Some(Rest::Paid);
        }
        let Some(skips) = &self.skips else { return Ok(rests) };
        let (months, numbers) = checked(skips, self.instalments.get())?;
        for ((at, span), rest) in spans.rows.iter().enumerate().zip(&mut rests).skip(grace) {
            let number = (at + 1 - extra) as u32;
            if numbers.contains(&number) || months.contains(&Date::from_days(span.nominal)?.month()) {
                *rest = Some(rest_of(skips.interest));
            }
        }
        Ok(rests)
    }
}

const fn rest_of(interest: GraceInterest) -> Rest {
    match interest {
        GraceInterest::Paid => Rest::Paid,
        GraceInterest::Capitalised => Rest::Capitalised,
        GraceInterest::Carried => Rest::Carried,
    }
}

/// The months of the year and the numbers of instalments that are skipped.
fn checked(skips: &Skips, count: u32) -> Result<(&[u32], &[u32]), Error> {
    let months = skips.months.as_deref().unwrap_or_default();
    let numbers = skips.instalments.as_deref().unwrap_or_default();
    for (name, list, most) in [("months", months, 12), ("instalments", numbers, count)] {
        if let Some(at) = list.iter().position(|number| !(1..=most).contains(number)) {
            let bounds = format!("1 to {most}");
            return Err(Error::out_of_range("out-of-bounds", format!("this must be {bounds}"))
                .detail("bounds", bounds)
                .with_value(list.get(at).copied().unwrap_or(0).text())
                .at(format!("skips.{name}.{at}")));
        }
    }
    Ok((months, numbers))
}

fn stepping(steps: &Steps, currency: Currency) -> Result<Stepping, Error> {
    let change = || match (steps.share, steps.amount) {
        (Some(share), None) => Ok((Decimal::ONE.plus(share.get()), 0)),
        (None, Some(amount)) => {
            Ok((Decimal::ONE, to_minor_exact(amount, currency).map_err(|error| error.at("amount"))?))
        }
        (None, None) => {
            Err(Error::invalid("required", "give the share of a step, or its amount").at("share"))
        }
        (Some(_), Some(_)) => Err(both("amount")),
    };
    if steps.every == 0 {
        let error = Error::out_of_range("below-minimum", "a step comes after at least 1 instalment");
        return Err(error.detail("minimum", "1").with_value("0").at("steps.every"));
    }
    let (factor, amount) = change().map_err(|error| error.under("steps"))?;
    Ok(Stepping { every: steps.every as usize, factor, amount })
}

/// Amounts on their dates, which do not descend.
fn events(name: &str, dates: &[i32], amounts: &[Decimal], currency: Currency) -> Result<Vec<Event>, Error> {
    if dates.len() != amounts.len() {
        return Err(unequal(dates.len(), "dates", amounts.len()).at("amounts"));
    }
    if dates.len() > MOST_EVENTS {
        let error = Error::out_of_range("above-maximum", "there can be at most 1200 of these");
        return Err(error.detail("maximum", MOST_EVENTS.text()).with_value(dates.len().text()).at(name));
    }
    if let Some(at) = dates.windows(2).position(|pair| matches!(pair, [a, b] if a > b)) {
        return Err(Error::invalid("dates-not-ascending", "no date is before the one before it")
            .at(place(name, at + 1)));
    }
    let event = |(at, (date, amount)): (usize, (&i32, &Decimal))| {
        let amount = to_minor_exact(*amount, currency).map_err(|error| error.at(place("amounts", at)))?;
        Ok(Event { date: *date, amount })
    };
    dates.iter().zip(amounts).enumerate().map(event).collect()
}

/// The most drawdowns or prepayments of a loan.
const MOST_EVENTS: usize = 1200;

pub(super) fn place(name: &str, at: usize) -> String {
    format!("{name}.{}", at.text())
}

#[cold]
pub(super) fn not_with_profile(field: &str, profile: LoanProfile) -> Error {
    let name = profile.name();
    Error::invalid("not-with-profile", format!("the profile {name} has no place for this: leave it out"))
        .detail("profile", name)
        .at(field)
}

#[cold]
pub(super) fn outside_schedule() -> Error {
    Error::out_of_range("outside-schedule", "this must be after the start, and not after the last payment")
}

#[cold]
fn both(field: &str) -> Error {
    Error::invalid("only-one", "two ways to say the same: give one of the two").at(field)
}

#[cold]
pub(super) fn unequal(count: usize, what: &str, given: usize) -> Error {
    Error::invalid("unequal-lengths", format!("there are {} {what}: give as many", count.text()))
        .with_value(given.text())
}
