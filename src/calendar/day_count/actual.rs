//! Days that pass, over years of 365 or 366 days.

use super::notional::periods_a_year;
use super::{PeriodContext, YearFraction};
use crate::error::Error;
use crate::values::{Date, is_leap_year};

/// How many times February 29 came since the year 1, that day itself counted.
pub(super) fn leap_days(date: Date) -> i32 {
    let (year, month, day) = date.ymd();
    let before = year - 1;
    before / 4 - before / 100 + before / 400 + i32::from(is_leap_year(year) && (month, day) >= (2, 29))
}

/// See [`DayCount::ActActIsda`](super::DayCount::ActActIsda); the dates in their order.
pub(super) fn isda(start: Date, end: Date) -> YearFraction {
    let (y1, y2) = (start.year(), end.year());
    let length = |year: i32| if is_leap_year(year) { 366 } else { 365 };
    if y1 == y2 {
        return YearFraction::new(i64::from(end.days() - start.days()), length(y1));
    }
    let first = YearFraction::new(length(y1) - day_of_year(start), length(y1));
    let last = YearFraction::new(day_of_year(end), length(y2));
    first.plus(last).plus(YearFraction::new(i64::from(y2 - y1 - 1), 1))
}

/// See [`DayCount::ActActAfb`](super::DayCount::ActActAfb); the dates in their order.
pub(super) fn afb(start: Date, end: Date) -> Result<YearFraction, Error> {
    let mut years = end.year() - start.year();
    let mut rest = end.add_months(-12 * years)?;
    if rest < start {
        years -= 1;
        rest = end.add_months(-12 * years)?;
    }
    // In [start, rest): what came before the rest, less what came before the start.
    let before = |date: Date| leap_days(date) - i32::from((date.month(), date.day()) == (2, 29));
    Ok(with_years(years, part_of_year(start, rest, before(rest) > before(start))))
}

/// See [`DayCount::ActActYear`](super::DayCount::ActActYear); the dates in their order.
pub(super) fn year(start: Date, end: Date) -> Result<YearFraction, Error> {
    let mut years = end.year() - start.year();
    if years > 0 && start.add_months(12 * years)? >= end {
        years -= 1;
    }
    let from = start.add_months(12 * years)?;
    // The calendar repeats every 400 years: asked so, the length of a year that ends after 9999 is there too.
    let early = if start.year() > 400 { start.add_months(-4800)? } else { start };
    let month = 12 * (years % 400);
    let length = early.add_months(month + 12)?.days() - early.add_months(month)?.days();
    let days = i64::from(end.days() - from.days());
    Ok(with_years(years, YearFraction::new(days, length.into())))
}

/// See [`DayCount::Act365Actual`](super::DayCount::Act365Actual); the dates in their order.
pub(super) fn leap_day_passed(start: Date, end: Date) -> YearFraction {
    part_of_year(start, end, leap_days(end) > leap_days(start))
}

/// See [`DayCount::Act365L`](super::DayCount::Act365L); the dates in their order.
pub(super) fn leap_year_paid(start: Date, end: Date, context: &PeriodContext) -> Result<YearFraction, Error> {
    let Some(paid) = context.period_end else {
        return Err(Error::invalid(
            "period-needed",
            "ACT/365L goes by the day on which the interest is paid: give the end of the period",
        )
        .at("periodEnd"));
    };
    let leap = if periods_a_year(context)? == 1 {
        leap_days(paid) > leap_days(start)
    } else {
        is_leap_year(paid.year())
    };
    Ok(part_of_year(start, end, leap))
}

/// See [`DayCount::Act365Canadian`](super::DayCount::Act365Canadian); the dates in their order.
pub(super) fn canadian(start: Date, end: Date, context: &PeriodContext) -> Result<YearFraction, Error> {
    let (Some(from), Some(to)) = (context.period_start, context.period_end) else {
        return Err(Error::invalid(
            "period-needed",
            "ACT/365 Canadian goes by the interest period that the dates lie in: give its start and its end",
        )
        .at(if context.period_start.is_some() { "periodEnd" } else { "periodStart" }));
    };
    if start < from || end > to {
        return Err(Error::invalid(
            "outside-period",
            format!("ACT/365 Canadian counts inside one interest period, here from {from} to {to}"),
        )
        .at("periodStart"));
    }
    let per_year = i64::from(periods_a_year(&PeriodContext { frequency: None, ..*context })?);
    let days = i64::from(end.days() - start.days());
    if days < 365 / per_year {
        return Ok(YearFraction::new(days, 365));
    }
    let left = i64::from(to.days() - from.days()) - days;
    Ok(YearFraction::new(365 - per_year * left, 365 * per_year))
}

fn with_years(years: i32, part: YearFraction) -> YearFraction {
    YearFraction::new(i64::from(years) * part.denominator + part.numerator, part.denominator)
}

fn part_of_year(start: Date, end: Date, leap: bool) -> YearFraction {
    YearFraction::new(i64::from(end.days() - start.days()), if leap { 366 } else { 365 })
}

/// From 0.
fn day_of_year(date: Date) -> i64 {
    let (year, month, day) = date.ymd();
    let leap = is_leap_year(year) && month > 2;
    // Months that begin in March have a regular pattern; January and February are 31 and 59 days.
    let before = if month > 2 { 59 + (153 * (month - 3) + 2) / 5 } else { 31 * (month - 1) };
    i64::from(before + day - 1 + u32::from(leap))
}
