use super::fraction::{YearFraction, between};
use crate::calendar::{DayCount, Frequency, dates_after};
use crate::document::Text;
use crate::error::Error;
use crate::values::Date;

/// The periods of a loan: when each begins and ends, when it is paid, and how much of a year it is.
#[derive(Clone)]
pub(in crate::loan) struct Spans {
    pub(in crate::loan) rows: Vec<Span>,
    /// Whether every period is a regular one.
    pub(in crate::loan) regular: bool,
}

/// One period.
#[derive(Clone, Copy, Debug)]
pub(in crate::loan) struct Span {
    /// The day from which interest counts.
    pub(in crate::loan) start: i32,
    /// The day up to which it counts.
    pub(in crate::loan) end: i32,
    /// The day of payment.
    pub(in crate::loan) pays: i32,
    /// The part of a year between the two.
    pub(in crate::loan) part: YearFraction,
    /// The part of a year of a regular period that ends on the same day.
    pub(in crate::loan) regular: YearFraction,
    count: Count,
}

/// How days of a loan become parts of a year.
#[derive(Clone, Copy, Debug)]
pub(in crate::loan) struct Count {
    pub(in crate::loan) day_count: DayCount,
    pub(in crate::loan) frequency: Frequency,
}

/// The dates that a loan gives, and those that follow.
pub(in crate::loan) struct Dates {
    pub(in crate::loan) start: Date,
    pub(in crate::loan) first: Option<Date>,
    pub(in crate::loan) last: Option<Date>,
    pub(in crate::loan) instalments: u32,
    /// Whether odd days before the first regular period are a period of their own.
    pub(in crate::loan) separate: bool,
}

impl Spans {
    /// The periods: regular ones, counted from the start or from the first payment, with an odd first one and an
    /// odd last one where dates ask for it. Where months count as 30 days, a regular period is exactly its part of a
    /// year.
    ///
    /// # Errors
    /// `InvalidInput`: `dates-not-ascending` for a first or a last payment that comes too early, `no-odd-days` when
    /// odd days are to be a period of their own and there are none. `OutOfRange` after 9999-12-31.
    pub(in crate::loan) fn of(dates: &Dates, count: Count, odd: DayCount) -> Result<Self, Error> {
        let (ends, first_is_regular) = ends(dates, count.frequency)?;
        let last_is_regular = dates.last.is_none_or(|last| ends.regular_last == last.days());
        let number = ends.days.len();
        let mut start = dates.start;
        let mut rows = Vec::with_capacity(number);
        for (at, end) in ends.days.iter().enumerate() {
            let end = Date::from_days(*end)?;
            let regular = (at > 0 || first_is_regular) && (at + 1 < number || last_is_regular);
            let count = if regular { count } else { Count { day_count: odd, ..count } };
            rows.push(Span::of(start, end, count, regular)?);
            start = end;
        }
        Ok(Self { rows, regular: first_is_regular && last_is_regular })
    }
}

struct Ends {
    days: Vec<i32>,
    /// The last, had it been regular.
    regular_last: i32,
}

/// The ends of the periods, and whether the first is regular.
fn ends(dates: &Dates, frequency: Frequency) -> Result<(Ends, bool), Error> {
    let months = frequency.months();
    let count = dates.instalments;
    let regular_first = dates.start.add_months(months as i32);
    let (mut days, first_is_regular) = match dates.first {
        Some(first) if regular_first.as_ref().is_ok_and(|regular| *regular == first) => {
            (dates_after(dates.start, months, count)?, true)
        }
        None => (dates_after(dates.start, months, count)?, true),
        Some(first) => {
            if first <= dates.start {
                return Err(not_ascending(dates.start, first).at("firstPayment"));
            }
            let mut days = vec![first.days()];
            days.extend(dates_after(first, months, count.saturating_sub(1))?);
            // A period that is regular but for the day to which a short month moves its end.
            let back = first.add_months(-(months as i32))?;
            if dates.separate {
                if back <= dates.start {
                    return Err(no_odd_days(first));
                }
                days.insert(0, back.days());
            }
            (days, back == dates.start)
        }
    };
    if dates.separate && dates.first.is_none_or(|_| first_is_regular) {
        return Err(no_odd_days(dates.first.unwrap_or(dates.start)));
    }
    let regular_last = days.last().copied().unwrap_or(0);
    if let Some(last) = dates.last {
        days.pop();
        let before = days.last().map_or(Ok(dates.start), |day| Date::from_days(*day))?;
        if last <= before {
            return Err(not_ascending(before, last).at("lastPayment"));
        }
        days.push(last.days());
    }
    Ok((Ends { days, regular_last }, first_is_regular))
}

impl Span {
    fn of(start: Date, end: Date, count: Count, regular: bool) -> Result<Self, Error> {
        let back = end.add_months(-(count.frequency.months() as i32))?;
        let regular_part = count.regular(back, end)?;
        let part = if regular { count.regular(start, end)? } else { count.between(start, end)? };
        Ok(Self {
            start: start.days(),
            end: end.days(),
            pays: end.days(),
            part,
            regular: regular_part,
            count,
        })
    }

    /// The part of a year from a day in the period to its end: at most the whole of it.
    pub(in crate::loan) fn left(&self, day: i32) -> Result<YearFraction, Error> {
        self.count.left(day, self.end, self.part)
    }

    /// The same from day to day by another count; a whole regular period is what that count has for it.
    pub(in crate::loan) fn whole_by(&self, count: Count) -> Result<YearFraction, Error> {
        let (start, end) = (Date::from_days(self.start)?, Date::from_days(self.end)?);
        if self.part == self.regular { count.regular(start, end) } else { count.between(start, end) }
    }
}

impl Count {
    /// A regular period: exactly its months where months have 30 days, else what passes between the two days.
    fn regular(self, start: Date, end: Date) -> Result<YearFraction, Error> {
        if self.day_count.has_equal_months() {
            return Ok(YearFraction { numerator: i64::from(self.frequency.months()), denominator: 12 });
        }
        self.between(start, end)
    }

    fn between(self, start: Date, end: Date) -> Result<YearFraction, Error> {
        between(self.day_count, start, end)
    }

    /// From a day to the end of a period, at most the whole of it.
    pub(in crate::loan) fn left(
        self,
        day: i32,
        end: i32,
        whole: YearFraction,
    ) -> Result<YearFraction, Error> {
        let left = self.between(Date::from_days(day)?, Date::from_days(end)?)?;
        let cross = |a: YearFraction, b: YearFraction| i128::from(a.numerator) * i128::from(b.denominator);
        Ok(if cross(left, whole) > cross(whole, left) { whole } else { left })
    }
}

#[cold]
fn not_ascending(before: Date, date: Date) -> Error {
    Error::invalid("dates-not-ascending", format!("this must be after {before}")).with_value(date.text())
}

#[cold]
fn no_odd_days(first: Date) -> Error {
    let sentence =
        "there are no odd days before a regular first period: give a later first payment, or leave this out";
    Error::invalid("no-odd-days", sentence).at("stub").with_value(first.text())
}
