//! Regular interest periods, real and notional, and the days that lie in each.

use super::{PeriodContext, YearFraction};
use crate::calendar::frequency::on_day;
use crate::calendar::{Frequency, MonthEnd};
use crate::error::Error;
use crate::values::Date;

/// See [`DayCount::ActActIcma`](super::DayCount::ActActIcma); the dates in their order.
pub(super) fn icma(start: Date, end: Date, context: &PeriodContext) -> Result<YearFraction, Error> {
    if start == end {
        return Ok(YearFraction::ZERO);
    }
    let grid = Grid::of(context)?;
    let per_year = i64::from(grid.frequency.per_year());
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
    frequency(context).map(Frequency::per_year)
}

/// The boundaries of regular periods, endlessly in both directions. Place 0 begins at `from`.
struct Grid {
    from: Date,
    /// Where place 0 ends; `None` when only one boundary is known.
    to: Option<Date>,
    frequency: Frequency,
    /// The day of the month on which boundaries fall, or the month's last where it is shorter.
    day: u32,
}

impl Grid {
    /// A period that is as long as the frequency says (or any, when no frequency is given) is a regular one itself.
    /// Of another, or when only one of its dates is given, the regular date is the end, or the start when the
    /// period ends with the contract or only its start is given. When the dates that are known are last days of
    /// their months, so are all boundaries.
    fn of(context: &PeriodContext) -> Result<Self, Error> {
        let frequency = frequency(context)?;
        let regular =
            |from: Date, to: Date| Self { from, to: Some(to), frequency, day: common_day(from, to) };
        let anchored = |from: Date| Self { from, to: None, frequency, day: common_day(from, from) };
        match (context.period_start, context.period_end) {
            (Some(from), Some(to)) if to <= from => Err(Error::invalid(
                "dates-not-ascending",
                format!("a period that begins on {from} ends after it"),
            )
            .at("periodEnd")
            .with_value(to.to_string())),
            (Some(from), Some(to)) if context.frequency.is_none() || fits(from, to, frequency) => {
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
        let month_end = if self.day == 31 { MonthEnd::Stick } else { MonthEnd::KeepDay };
        let date = self.frequency.after(from, steps, month_end)?;
        if steps == 0 || self.frequency.months().is_none() {
            return Ok(date.days());
        }
        on_day(date, self.day).map(Date::days)
    }

    /// The place that a date lies in.
    fn place(&self, date: Date) -> Result<i32, Error> {
        let mut place = self.near(date);
        while self.bound(place)? > date.days() {
            place -= 1;
        }
        while self.bound(place + 1)? <= date.days() {
            place += 1;
        }
        Ok(place)
    }

    /// A place at most two from that of a date, by the mean length of a period: 400 years have 146,097 days.
    fn near(&self, date: Date) -> i32 {
        let passed = i64::from(date.days() - self.from.days());
        let periods = match self.frequency.days() {
            Some(days) => passed.div_euclid(days.into()),
            None => (400 * passed * i64::from(self.frequency.per_year())).div_euclid(146_097),
        };
        periods as i32
    }
}

/// The frequency as given, or that of the whole number of months nearest to the length of the period.
fn frequency(context: &PeriodContext) -> Result<Frequency, Error> {
    if let Some(frequency) = context.frequency {
        return Ok(frequency);
    }
    let length = match (context.period_start, context.period_end) {
        (Some(from), Some(to)) => (to.days() - from.days()).unsigned_abs(),
        _ => return Err(frequency_needed()),
    };
    Frequency::of_months((24 * length + 365) / 730).ok_or_else(frequency_needed)
}

/// Whether two dates are a period apart, either of them being the last of a shorter month.
fn fits(from: Date, to: Date, frequency: Frequency) -> bool {
    [MonthEnd::KeepDay, MonthEnd::Stick].into_iter().any(|month_end| {
        frequency.after(from, 1, month_end) == Ok(to) || frequency.after(to, -1, month_end) == Ok(from)
    })
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

#[cfg(test)]
mod tests {
    use super::*;

    /// From every boundary, and the day before it, over all years of the calendar.
    #[test]
    fn the_search_for_a_place_begins_near_it() {
        let date = |text| Date::parse(text).unwrap();
        for (from, to) in [
            ("5000-01-31", "5000-03-15"),
            ("5000-01-05", "5000-01-21"),
            ("5000-08-31", "5001-09-14"),
            ("5000-02-28", "5000-03-07"),
        ] {
            let (from, to) = (date(from), date(to));
            let context =
                PeriodContext { period_start: Some(from), period_end: Some(to), ..PeriodContext::default() };
            for frequency in Frequency::ALL {
                // Where its length tells the frequency the period is a regular one, and as long as it is.
                let to = (self::frequency(&context) == Ok(*frequency)).then_some(to);
                let grid = Grid { from, to, frequency: *frequency, day: from.day() };
                let far = 4990 * frequency.per_year() as i32;
                for place in (-far..far).step_by(61).chain(-30..30) {
                    let bound = grid.bound(place).unwrap();
                    let (first, before) =
                        (Date::from_days(bound).unwrap(), Date::from_days(bound - 1).unwrap());
                    for (date, at) in [(first, place), (before, place - 1)] {
                        let near = grid.near(date);
                        assert!((near - at).abs() <= 2, "{date} {frequency:?}: {near}, {at}");
                        assert_eq!(grid.place(date), Ok(at), "{date} {frequency:?}");
                    }
                }
            }
        }
    }
}
