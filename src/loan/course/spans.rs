use crate::calendar::{BusinessDays, DayCount, Frequency, MonthEnd, PeriodContext, YearFraction};
use crate::document::Text;
use crate::error::Error;
use crate::loan::schedule::{Periods, days_between};
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
    /// The same before it was moved to a business day.
    pub(in crate::loan) nominal: i32,
    /// The part of a year between the two.
    pub(in crate::loan) part: YearFraction,
    /// The part of a year of a regular period that ends on the same day.
    pub(in crate::loan) regular: YearFraction,
    is_odd: bool,
    count: Count,
    maturity: Date,
}

/// How days of a loan become parts of a year.
#[derive(Clone, Copy, Debug)]
pub(in crate::loan) struct Count {
    pub(in crate::loan) day_count: DayCount,
    pub(in crate::loan) frequency: Frequency,
    /// The day from which months are counted, where days that lie whole months after it count as such.
    pub(in crate::loan) origin: Option<Date>,
}

/// The dates that a loan gives, and those that follow.
pub(in crate::loan) struct Dates<'r> {
    pub(in crate::loan) start: Date,
    pub(in crate::loan) first: Option<Date>,
    pub(in crate::loan) last: Option<Date>,
    pub(in crate::loan) instalments: u32,
    /// Whether odd days before the first regular period are a period of their own.
    pub(in crate::loan) separate: bool,
    /// On which days payments can fall.
    pub(in crate::loan) business_days: Option<&'r BusinessDays>,
    /// Whether interest counts up to the day to which a payment is moved, and not to the one that is agreed.
    pub(in crate::loan) adjusted: bool,
}

/// How long a period is.
#[derive(Clone, Copy)]
enum Length {
    Regular,
    /// Regular but for days that were moved to business days.
    Moved,
    /// Another length, with its own day count.
    Odd(DayCount),
}

impl Spans {
    /// The periods: regular ones, counted from the start or from the first payment, with an odd first one and an
    /// odd last one where dates ask for it. Where months count as 30 days, a regular period is exactly its part of a
    /// year.
    ///
    /// # Errors
    /// `InvalidInput`: `dates-not-ascending` for a first or a last payment that comes too early, `no-odd-days` when
    /// odd days are to be a period of their own and there are none. `OutOfRange` after 9999-12-31.
    pub(in crate::loan) fn of(dates: &Dates<'_>, count: Count, odd_count: DayCount) -> Result<Self, Error> {
        let (ends, first_is_regular) = ends(dates, count.frequency)?;
        let last_is_regular = dates.last.is_none_or(|last| ends.regular_last == last.days());
        let number = ends.days.len();
        let pays = match dates.business_days {
            Some(business_days) => moved(business_days, &ends.days, dates.start)?,
            None => ends.days.clone(),
        };
        let accrues = if dates.adjusted { &pays } else { &ends.days };
        let maturity = Date::from_days(accrues.last().copied().unwrap_or(dates.start.days()))?;
        let (mut start, mut start_is_moved) = (dates.start, false);
        let mut rows = Vec::with_capacity(number);
        for (at, ((nominal, pays), end)) in ends.days.iter().zip(&pays).zip(accrues).enumerate() {
            let odd = (at == 0 && !first_is_regular) || (at + 1 == number && !last_is_regular);
            let kind = match (odd, start_is_moved || end != nominal) {
                (true, _) => Length::Odd(odd_count),
                (false, true) => Length::Moved,
                (false, false) => Length::Regular,
            };
            let end_date = Date::from_days(*end)?;
            let span = Span::of(start, end_date, count, kind, maturity)?;
            rows.push(Span { pays: *pays, nominal: *nominal, ..span });
            (start, start_is_moved) = (end_date, end != nominal);
        }
        let regular = first_is_regular && last_is_regular && pays == ends.days;
        Ok(Self { rows, regular })
    }

    /// Periods that are counted already.
    ///
    /// # Errors
    /// As [`Date::from_days`].
    pub(in crate::loan) fn counted(periods: &Periods, origin: Date, count: Count) -> Result<Self, Error> {
        let count = Count { origin: Some(origin), ..count };
        let maturity = Date::from_days(periods.dates.last().copied().unwrap_or(origin.days()))?;
        let mut start = origin.days();
        let row = |(end, days): (&i32, &i32)| {
            let part = YearFraction::new((*days).into(), periods.basis.into());
            let start = core::mem::replace(&mut start, *end);
            let (end, pays, nominal) = (*end, *end, *end);
            Span { start, end, pays, nominal, part, regular: part, is_odd: false, count, maturity }
        };
        Ok(Self { rows: periods.dates.iter().zip(&periods.days).map(row).collect(), regular: true })
    }
}

struct Ends {
    days: Vec<i32>,
    /// The last, had it been regular.
    regular_last: i32,
}

/// The ends of the periods, and whether the first is regular.
fn ends(dates: &Dates<'_>, frequency: Frequency) -> Result<(Ends, bool), Error> {
    let count = dates.instalments;
    let regular_first = frequency.after(dates.start, 1, MonthEnd::KeepDay);
    let (mut days, first_is_regular) = match dates.first {
        Some(first) if regular_first.as_ref().is_ok_and(|regular| *regular == first) => {
            (frequency.dates_after(dates.start, count)?, true)
        }
        None => (frequency.dates_after(dates.start, count)?, true),
        Some(first) => {
            if first <= dates.start {
                return Err(not_ascending(dates.start, first).at("firstPayment"));
            }
            let mut days = vec![first.days()];
            days.extend(frequency.dates_after(first, count.saturating_sub(1))?);
            // A period that is regular but for the day to which a short month moves its end.
            let back = frequency.after(first, -1, MonthEnd::KeepDay)?;
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
    /// A period; an odd one by its own day count.
    fn of(start: Date, end: Date, count: Count, length: Length, maturity: Date) -> Result<Self, Error> {
        let back = count.frequency.after(end, -1, MonthEnd::KeepDay).unwrap_or(start);
        let regular = count.regular(Period { start: back, end, maturity })?;
        let count = match length {
            Length::Odd(day_count) => Count { day_count, ..count },
            Length::Regular | Length::Moved => count,
        };
        let period = Period { start, end, maturity };
        let is_odd = !matches!(length, Length::Regular);
        let part = if is_odd { count.between(period, start)? } else { count.regular(period)? };
        let (start, end) = (start.days(), end.days());
        Ok(Self { start, end, pays: end, nominal: end, part, regular, is_odd, count, maturity })
    }

    /// The part of a year from a day in the period to its end: at most the whole of it.
    pub(in crate::loan) fn left(&self, day: i32) -> Result<YearFraction, Error> {
        self.left_by(self.count, day, self.part)
    }

    /// The same by another count, with what that counts for the whole.
    pub(in crate::loan) fn left_by(
        &self,
        count: Count,
        day: i32,
        whole: YearFraction,
    ) -> Result<YearFraction, Error> {
        let left = count.between(self.period()?, Date::from_days(day)?)?;
        let cross = |a: YearFraction, b: YearFraction| i128::from(a.numerator) * i128::from(b.denominator);
        Ok(if cross(left, whole) > cross(whole, left) { whole } else { left })
    }

    /// The whole period by another count.
    pub(in crate::loan) fn whole_by(&self, count: Count) -> Result<YearFraction, Error> {
        let period = self.period()?;
        if self.is_odd { count.between(period, period.start) } else { count.regular(period) }
    }

    fn period(&self) -> Result<Period, Error> {
        Ok(Period {
            start: Date::from_days(self.start)?,
            end: Date::from_days(self.end)?,
            maturity: self.maturity,
        })
    }
}

/// The dates that a day count may have to know.
#[derive(Clone, Copy)]
struct Period {
    start: Date,
    end: Date,
    maturity: Date,
}

impl Count {
    /// A regular period: exactly its months where months have 30 days, else what passes between the two days.
    fn regular(self, period: Period) -> Result<YearFraction, Error> {
        if self.day_count.has_equal_months() && self.frequency.months().is_some() {
            return Ok(self.frequency.part());
        }
        self.between(period, period.start)
    }

    /// From a day in a period to its end.
    fn between(self, period: Period, day: Date) -> Result<YearFraction, Error> {
        if let Some(origin) = self.origin {
            let days = days_between(self.day_count, origin, day, period.end);
            let basis = self.day_count.basis().map_err(|error| error.moved("dayCount"))?;
            return Ok(YearFraction::new(days.into(), basis.into()));
        }
        let context = PeriodContext {
            period_start: Some(period.start),
            period_end: Some(period.end),
            frequency: Some(self.frequency),
            maturity: Some(period.maturity),
        };
        self.day_count.fraction(day, period.end, &context).map_err(|error| error.moved("dayCount"))
    }
}

/// The days to which payments are moved, still one after the other.
fn moved(business_days: &BusinessDays, days: &[i32], start: Date) -> Result<Vec<i32>, Error> {
    let moved = business_days.adjust(days).map_err(|error| error.moved("businessDays"))?;
    let mut before = start.days();
    for day in &moved {
        if *day <= before {
            return Err(not_ascending(Date::from_days(before)?, Date::from_days(*day)?).at("businessDays"));
        }
        before = *day;
    }
    Ok(moved)
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
