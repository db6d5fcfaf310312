use rust_decimal::Decimal;

use super::course::{Count, Course, Event, Plan as CoursePlan, RatePath, Rest, Spans};
use super::instalment::{Level, level_instalment};
use super::interest::Accrual;
use super::table::{Plan, Table};
use crate::calendar::{DayCount, Frequency};
use crate::document::Text;
use crate::error::Error;
use crate::values::{Currency, Date, Rounding, bounded};

crate::choice! {
    /// How the principal comes back.
    pub enum Profile {
        /// Level instalments of interest and principal.
        Annuity = "annuity",
        /// Equal parts of principal, with the interest on what is owed.
        EqualPrincipal = "equal-principal",
        /// Interest only, and the whole principal with the last instalment.
        Bullet = "bullet",
    }
}

/// The periods of a loan: when each ends, which is when it is paid, and how much of a year it is.
#[derive(Clone, Debug)]
pub struct Periods {
    /// The end of each period, as days since 1970-01-01, ascending.
    pub dates: Vec<i32>,
    /// The length of each period in days as the day count counts them.
    pub days: Vec<i32>,
    /// The days of a year: `days / basis` is the part of a year that bears interest.
    pub basis: i32,
}

impl Periods {
    /// Periods of one length after a start: see [`Frequency::dates_after`] for their ends.
    ///
    /// Where months count as 30 days, each is exactly its part of a year, also where the calendar's months are of
    /// unequal length (from 01-31 to 02-28, which by themselves are 28 days of 360).
    ///
    /// # Errors
    /// `OutOfRange` when the last is after 9999-12-31; `Unsupported`, `day-count-not-fixed`, for a day count without
    /// one length of the year.
    pub fn regular(
        start: Date,
        frequency: Frequency,
        count: u32,
        day_count: DayCount,
    ) -> Result<Self, Error> {
        let basis = day_count.basis().map_err(|error| error.moved("dayCount"))?;
        let dates = frequency.dates_after(start, count)?;
        let days = if let Some(months) = frequency.months()
            && day_count.has_equal_months()
        {
            vec![30 * months as i32; dates.len()]
        } else if day_count.counts_days_that_pass() {
            let mut previous = start.days();
            dates
                .iter()
                .map(|end| core::mem::replace(&mut previous, *end))
                .zip(&dates)
                .map(|(a, b)| b - a)
                .collect()
        } else {
            let mut previous = start;
            let counted = |end: &i32| {
                let end = Date::from_days(*end)?;
                Ok(day_count.days(core::mem::replace(&mut previous, end), end))
            };
            dates.iter().map(counted).collect::<Result<_, Error>>()?
        };
        Ok(Self { dates, days, basis })
    }

    /// Periods between any dates: from `start` to the first, from the first to the second, …
    ///
    /// # Errors
    /// `InvalidInput`, `dates-not-ascending`, when a date is not after the one before it; `Unsupported`,
    /// `day-count-not-fixed`, for a day count without one length of the year.
    pub fn between(start: Date, ends: &[Date], day_count: DayCount) -> Result<Self, Error> {
        let basis = day_count.basis().map_err(|error| error.moved("dayCount"))?;
        let mut days = Vec::with_capacity(ends.len());
        let mut previous = start;
        for end in ends {
            if *end <= previous {
                return Err(Error::invalid(
                    "dates-not-ascending",
                    format!("a period that begins on {previous} ends after it"),
                )
                .with_value(end.text()));
            }
            days.push(day_count.days(previous, *end));
            previous = *end;
        }
        Ok(Self { dates: ends.iter().map(|end| end.days()).collect(), days, basis })
    }
}

/// Days from one day of a loan to another, as the day count counts them. Where months count as 30 days, days that lie
/// whole months after `origin` are exactly 30 days for each apart, also where the calendar's months are of unequal length.
pub fn days_between(day_count: DayCount, origin: Date, from: Date, to: Date) -> i32 {
    if day_count.has_equal_months()
        && let (Some(before), Some(after)) = (months_after(origin, from), months_after(origin, to))
    {
        return 30 * (after - before);
    }
    day_count.days(from, to)
}

/// How many months after `origin` a day lies, where it lies whole months after it.
fn months_after(origin: Date, day: Date) -> Option<i32> {
    let ((from_year, from_month, _), (year, month, _)) = (origin.ymd(), day.ymd());
    let months = 12 * (year - from_year) + month as i32 - from_month as i32;
    origin.add_months(months).is_ok_and(|same| same == day).then_some(months)
}

/// Money paid out to the borrower.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Draw {
    /// The period in which it is paid out, from 0.
    pub period: usize,
    /// The days from then to the period's end, as the day count counts them; all of the period's or more when it
    /// is paid out at its beginning.
    pub days: i32,
    /// The amount in smallest units.
    pub amount: i64,
}

/// The terms on which a loan is repaid.
#[derive(Clone, Debug)]
pub struct Terms {
    /// The currency, whose smallest unit everything is counted in.
    pub currency: Currency,
    /// Interest a year, as a fraction.
    pub rate: Decimal,
    /// How interest, instalments and parts of principal become whole units.
    pub rounding: Rounding,
    /// How the principal comes back.
    pub profile: Profile,
    /// What is left of the principal for the last payment, beside its instalment; in smallest units.
    pub balloon: i64,
    /// The first periods in which no principal is paid.
    pub grace: usize,
    /// Whether the interest of those periods is added to what is owed, instead of being paid.
    pub capitalised: bool,
}

/// A schedule in columns, one row a period. Amounts are whole numbers of smallest units; with `drawn` counted as
/// zero where it is empty, in every row `payment = interest + principal` and `closing = opening + drawn − principal`,
/// less what is prepaid.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Schedule {
    /// When each row is paid, as days since 1970-01-01.
    pub dates: Vec<i32>,
    /// What is owed when the period begins, with what is paid out on that day.
    pub opening: Vec<f64>,
    /// What is paid out later in the period; empty when nothing is.
    pub drawn: Vec<f64>,
    /// The interest of the period.
    pub interest: Vec<f64>,
    /// The part of the payment that lowers what is owed; negative where interest is added to it.
    pub principal: Vec<f64>,
    /// What is paid.
    pub payment: Vec<f64>,
    /// What is owed when the period has ended and was paid.
    pub closing: Vec<f64>,
    /// Principal that is prepaid after the period has begun and until it ends; empty when none is.
    pub prepaid: Vec<f64>,
    /// Interest that is part of what is owed then and bears none itself; empty when there is none.
    pub carried: Vec<f64>,
    /// The rate a year when the period begins; empty for a rate that never changes.
    pub rate: Vec<f64>,
    /// The regular payment: the level one of an annuity, the first of equal principal (its largest), the interest
    /// that a bullet pays first.
    pub instalment: i64,
    /// The sum of the interest.
    pub total_interest: i64,
    /// The sum of the payments.
    pub total_paid: i64,
}

impl Terms {
    /// The schedule of an amount that is paid out when the first period begins.
    ///
    /// # Errors
    /// As [`Self::schedule`].
    pub fn schedule_of(&self, principal: i64, periods: &Periods) -> Result<Schedule, Error> {
        self.schedule(&[Draw { period: 0, days: i32::MAX, amount: principal }], periods)
    }

    /// The schedule of any number of draws, which must be in the order of time and before the first period that
    /// repays principal has begun (or at its beginning).
    ///
    /// - Interest of a period: [`interest`](super::interest) on what is owed, each draw from its own day, rounded
    ///   once for the period.
    /// - An annuity's instalment is that which closes the unrounded balance, rounded; a part of equal principal is
    ///   the principal over the number of instalments, rounded.
    /// - The last payment is all that is owed, so that the balance ends at zero.
    ///
    /// Rounding: where said, by `rounding`, and nowhere else.
    ///
    /// # Errors
    /// `OutOfRange`: `amount-too-large` when a column or a sum passes 2^53 smallest units; `above-maximum` for a
    /// balloon that is more than what is owed, and for grace that leaves no instalment. `InvalidInput`: `no-period`,
    /// `draw-after-repayment`, and `balloon-of-a-bullet` for a bullet, all of whose principal is paid at the end.
    pub fn schedule(&self, draws: &[Draw], periods: &Periods) -> Result<Schedule, Error> {
        self.check(draws, periods)?;
        let accrual = Accrual::new(self.rate, periods.basis, self.rounding);
        let mut table = Table::new(periods, self.currency);
        let mut owed = self.grace_rows(&mut table, draws, periods, &accrual)?;
        for draw in draws.iter().filter(|draw| draw.period == self.grace) {
            owed = table.sum(owed, draw.amount)?;
        }
        let repaying = periods.days.get(self.grace..).unwrap_or_default();
        let plan = self.plan(owed, repaying, periods.basis, &accrual)?;
        table.repay(owed, repaying, plan, &accrual)?;
        table.finish(plan, self.grace)
    }

    /// The same at rates that change, of draws on their days: `rate` is not used. A level instalment is found again
    /// when the rate has changed.
    ///
    /// Days within a period are counted as [`days_between`] does, from `origin`, on which the first period begins.
    ///
    /// # Errors
    /// As [`Self::schedule`]; `step-too-steep` and `below-minimum` for a negative rate that eats a whole period.
    pub(crate) fn schedule_at(
        &self,
        path: RatePath,
        draws: Vec<Event>,
        periods: &Periods,
        (origin, day_count, frequency): (Date, DayCount, Frequency),
    ) -> Result<Schedule, Error> {
        let rest = if self.capitalised { Rest::Capitalised } else { Rest::Paid };
        let course = Course {
            currency: self.currency,
            rounding: self.rounding,
            spans: Spans::counted(periods, origin, Count { day_count, frequency, origin: None })?,
            path,
            draws,
            prepayments: Vec::new(),
            shortens: false,
            plan: match self.profile {
                Profile::Annuity => CoursePlan::Level,
                Profile::EqualPrincipal => CoursePlan::Part,
                Profile::Bullet => CoursePlan::Interest,
            },
            rests: vec![Some(rest); self.grace],
            grace: self.grace,
            balloon: self.balloon,
            alone: false,
            steps: None,
            attached: false,
        };
        course.schedule()
    }

    fn check(&self, draws: &[Draw], periods: &Periods) -> Result<(), Error> {
        let count = periods.days.len();
        if count == 0 || count != periods.dates.len() {
            return Err(Error::invalid("no-period", "a loan has at least one period, each with its date"));
        }
        if self.grace >= count {
            let most = (count - 1).text();
            return Err(Error::out_of_range(
                "above-maximum",
                format!("at most {most} periods can be without principal"),
            )
            .at("graceInstalments")
            .with_value(self.grace.text())
            .detail("maximum", most));
        }
        if self.profile == Profile::Bullet && self.balloon != 0 {
            return Err(Error::invalid(
                "balloon-of-a-bullet",
                "a bullet pays all of its principal at the end: leave the balloon out",
            )
            .at("balloon"));
        }
        let begun = |draw: &Draw| periods.days.get(self.grace).is_some_and(|days| draw.days < *days);
        if draws.iter().any(|draw| draw.period > self.grace || (draw.period == self.grace && begun(draw))) {
            return Err(Error::invalid(
                "draw-after-repayment",
                "everything is paid out before the first repaying period begins",
            ));
        }
        Ok(())
    }

    /// The rows before the first that repays; returns what is owed then.
    fn grace_rows(
        &self,
        table: &mut Table,
        draws: &[Draw],
        periods: &Periods,
        accrual: &Accrual,
    ) -> Result<i64, Error> {
        let mut owed = 0;
        for (at, days) in periods.days.iter().take(self.grace).enumerate() {
            let (mut opening, mut drawn, mut weighted) = (owed, 0, 0);
            for draw in draws.iter().filter(|draw| draw.period == at) {
                if draw.days >= *days {
                    opening = table.sum(opening, draw.amount)?;
                } else {
                    drawn = table.sum(drawn, draw.amount)?;
                    weighted += i128::from(draw.amount) * i128::from(draw.days);
                }
            }
            let interest = accrual.of(weighted + i128::from(opening) * i128::from(*days), table.currency)?;
            let principal = if self.capitalised { -interest } else { 0 };
            owed = table.sum(table.sum(opening, drawn)?, -principal)?;
            table.draw(at, drawn);
            table.push(opening, interest, principal, owed);
        }
        Ok(owed)
    }

    /// What each repaying row pays.
    fn plan(&self, owed: i64, days: &[i32], basis: i32, accrual: &Accrual) -> Result<Plan, Error> {
        if !(0..=owed.max(0)).contains(&self.balloon) {
            let most = crate::values::minor_text(owed, self.currency);
            return Err(Error::out_of_range(
                "above-maximum",
                format!("the balloon is a part of the {most} that are owed"),
            )
            .at("balloon")
            .with_value(crate::values::minor_text(self.balloon, self.currency))
            .detail("maximum", most));
        }
        match self.profile {
            Profile::Annuity => {
                let level = Level {
                    opening: owed,
                    balloon: self.balloon,
                    rate: self.rate,
                    basis,
                    accrual: *accrual,
                    days,
                };
                level_instalment(&level, self.currency, self.rounding).map(Plan::Level)
            }
            Profile::EqualPrincipal => {
                let repaid = i128::from(owed) - i128::from(self.balloon);
                let part = self.rounding.quotient(repaid, days.len() as i128);
                bounded(part, self.currency).map(Plan::Part)
            }
            Profile::Bullet => Ok(Plan::Part(0)),
        }
    }
}

/// The average life: how long the principal is outstanding, each part weighted by its amount.
///
/// `L = Σ Pₖ·tₖ / Σ Pₖ` over the rows that repay (`Pₖ > 0`)
///
/// - `Pₖ` principal repaid, in any one unit
/// - `tₖ` years from the date that life is counted from
///
/// Zero when nothing is repaid.
pub fn average_life(repayments: impl IntoIterator<Item = (f64, f64)>) -> f64 {
    let (mut weighted, mut repaid) = (0.0, 0.0);
    for (principal, years) in repayments {
        if principal > 0.0 {
            weighted += principal * years;
            repaid += principal;
        }
    }
    if repaid > 0.0 { weighted / repaid } else { 0.0 }
}
