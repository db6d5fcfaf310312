//! Regular interest periods, real and notional, and the days that lie in each.

use super::{PeriodContext, YearFraction};
use crate::error::Error;
use crate::values::{Date, days_in_month};

/// See [`DayCount::ActActIcma`](super::DayCount::ActActIcma); the dates in their order.
pub(super) fn icma(start: Date, end: Date, context: &PeriodContext) -> Result<YearFraction, Error> {
    if start == end {
        return Ok(YearFraction::ZERO);
    }
    let grid = Grid::of(context)?;
    let per_year = i64::from(12 / grid.months);
    let (first, last) = (grid.place(start)?, grid.place(end)?);
    let part = |place: i32, from: i32, to: i32| {
        let length = grid.bound(place + 1)? - grid.bound(place)?;
        Ok(YearFraction::new(i64::from(to - from), i64::from(length) * per_year))
    };
    if first == last {
        return part(first, start.days(), end.days());
    }
    let whole = YearFraction::new(i64::from(last - first - 1), per_year);
    let (before, after) =
        (part(first, start.days(), grid.bound(first + 1)?)?, part(last, grid.bound(last)?, end.days())?);
    Ok(before.plus(whole).plus(after))
}

/// How often interest is paid: as given, or by the length of the period.
///
/// # Errors
/// `InvalidInput`, `frequency-needed`, when neither tells it.
pub(super) fn periods_a_year(context: &PeriodContext) -> Result<u32, Error> {
    months(context).map(|months| 12 / months)
}

/// The boundaries of regular periods, endlessly in both directions. Place 0 begins at `from`.
struct Grid {
    from: Date,
    /// Where place 0 ends; `None` when only one boundary is known.
    to: Option<Date>,
    months: u32,
    /// The day of the month on which boundaries fall, or the month's last where it is shorter.
    day: u32,
}

impl Grid {
    /// A period that is as long as the frequency says (or any, when no frequency is given) is a regular one itself.
    /// Of another, or when only one of its dates is given, the regular date is the end, or the start when the
    /// period ends with the contract or only its start is given. When the dates that are known are last days of
    /// their months, so are all boundaries.
    fn of(context: &PeriodContext) -> Result<Self, Error> {
        let months = months(context)?;
        let regular = |from: Date, to: Date| Self { from, to: Some(to), months, day: common_day(from, to) };
        let anchored = |from: Date| Self { from, to: None, months, day: common_day(from, from) };
        match (context.period_start, context.period_end) {
            (Some(from), Some(to)) if to <= from => Err(Error::invalid(
                "dates-not-ascending",
                format!("a period that begins on {from} ends after it"),
            )
            .at("periodEnd")
            .with_value(to.to_string())),
            (Some(from), Some(to)) if context.frequency.is_none() || fits(from, to, months) => {
                Ok(regular(from, to))
            }
            (Some(from), Some(to)) if context.maturity == Some(to) => Ok(anchored(from)),
            (_, Some(to)) => Ok(anchored(to)),
            (Some(from), None) => Ok(anchored(from)),
            (None, None) => Err(Error::invalid(
                "period-needed",
                "ACT/ACT ICMA goes by the interest period that the dates lie in: give its start and its end",
            )
            .at("periodStart")),
        }
    }

    /// The day on which a place begins.
    fn bound(&self, place: i32) -> Result<i32, Error> {
        let (from, steps) = match self.to {
            Some(to) if place >= 1 => (to, place - 1),
            _ => (self.from, place),
        };
        if steps == 0 {
            return Ok(from.days());
        }
        let date = from.add_months(steps * self.months as i32)?;
        let (year, month, day) = date.ymd();
        Ok(date.days() - day as i32 + self.day.min(days_in_month(year, month)) as i32)
    }

    /// The place that a date lies in.
    fn place(&self, date: Date) -> Result<i32, Error> {
        let (year, month, _) = self.from.ymd();
        let passed = 12 * (date.year() - year) + date.month() as i32 - month as i32;
        let mut place = passed.div_euclid(self.months as i32);
        while self.bound(place)? > date.days() {
            place -= 1;
        }
        while self.bound(place + 1)? <= date.days() {
            place += 1;
        }
        Ok(place)
    }
}

/// The months of a regular period: of the frequency, or the nearest whole number to the length of the period.
fn months(context: &PeriodContext) -> Result<u32, Error> {
    if let Some(frequency) = context.frequency {
        return Ok(frequency.months());
    }
    let length = match (context.period_start, context.period_end) {
        (Some(from), Some(to)) => (to.days() - from.days()).unsigned_abs(),
        _ => return Err(frequency_needed()),
    };
    match (24 * length + 365) / 730 {
        months if months > 0 && 12 % months == 0 => Ok(months),
        _ => Err(frequency_needed()),
    }
}

/// Whether two dates are so many months apart, either of them being the last of a shorter month.
fn fits(from: Date, to: Date, months: u32) -> bool {
    let (from_month, to_month) = (12 * from.year() + from.month() as i32, 12 * to.year() + to.month() as i32);
    let (first, last) = (from.day(), to.day());
    to_month - from_month == months as i32
        && (first == last || if first > last { to.is_month_end() } else { from.is_month_end() })
}

fn common_day(from: Date, to: Date) -> u32 {
    if from.is_month_end() && to.is_month_end() { 31 } else { from.day().max(to.day()) }
}

#[cold]
fn frequency_needed() -> Error {
    Error::invalid(
        "frequency-needed",
        "the period alone does not tell how often interest is paid: give the frequency",
    )
    .at("frequency")
}
