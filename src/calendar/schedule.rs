use super::Frequency;
use crate::error::Error;
use crate::values::Date;

crate::choice! {
    /// Where the dates of a schedule are counted from, and what becomes of the days that fill no whole period.
    pub enum Stub {
        /// Counted on from the start; there must be none.
        None = "none",
        /// Counted back from the end; the first period is what is left.
        ShortFirst = "short-first" | "ShortInitial" | "ShortStart",
        /// Counted back from the end; what is left is part of the first period.
        LongFirst = "long-first" | "LongInitial" | "LongStart",
        /// Counted on from the start; the last period is what is left.
        ShortLast = "short-last" | "ShortFinal" | "ShortEnd",
        /// Counted on from the start; what is left is part of the last period.
        LongLast = "long-last" | "LongFinal" | "LongEnd",
    }
}

crate::choice! {
    /// On which day of the month the dates of a schedule fall.
    pub enum MonthEnd {
        /// On the day of the date that they are counted from, or on the last of a month that is too short.
        KeepDay = "keep-day",
        /// On last days of months when they are counted from one, otherwise as before.
        ///
        /// *Also known as* end-of-month rule.
        Stick = "last-stays-last" | "EOM" | "end-of-month",
        /// Always on last days of months.
        Always = "always-last",
    }
}

/// What the dates of a schedule are counted by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ScheduleRule {
    /// The length of a regular period.
    pub frequency: Frequency,
    /// Which period is irregular.
    pub stub: Stub,
    /// On which day of the month dates fall.
    pub month_end: MonthEnd,
    /// The end of an irregular first period, where it is agreed.
    pub first: Option<Date>,
    /// The start of an irregular last period, where it is agreed.
    pub last: Option<Date>,
}

impl ScheduleRule {
    /// Regular periods from the start on.
    pub const fn regular(frequency: Frequency) -> Self {
        Self { frequency, stub: Stub::None, month_end: MonthEnd::KeepDay, first: None, last: None }
    }

    /// The dates that bound the periods from a start to an end, both among them; not moved for weekends and holidays.
    ///
    /// Between the agreed dates (or the start and the end, where none are) periods are regular but for the stub. The
    /// dates are counted from one of them and not from period to period, so a short month moves no later date.
    ///
    /// ```
    /// use export_risk::calendar::{Frequency, ScheduleRule, Stub};
    /// use export_risk::values::Date;
    ///
    /// let rule = ScheduleRule { stub: Stub::ShortFirst, ..ScheduleRule::regular(Frequency::Quarterly) };
    /// let dates = rule.dates(Date::parse("2026-02-10")?, Date::parse("2026-09-30")?)?;
    /// let text: Vec<String> = dates.iter().map(Date::to_string).collect();
    /// assert_eq!(text, ["2026-02-10", "2026-03-30", "2026-06-30", "2026-09-30"]);
    /// # Ok::<(), export_risk::Error>(())
    /// ```
    ///
    /// Source: 2006 ISDA Definitions, sections 4.10 (roll dates) and 4.17 (end of month); the names of the stubs as in
    /// Strata's StubConvention (OpenGamma/Strata at 39c46e34).
    ///
    /// # Errors
    /// `InvalidInput`: `dates-not-ascending` when the end is not after the start, or an agreed date is not between;
    /// `schedule-not-whole` when there is no stub and whole periods do not end on the end.
    pub fn dates(&self, start: Date, end: Date) -> Result<Vec<Date>, Error> {
        let (from, to) = (self.first.unwrap_or(start), self.last.unwrap_or(end));
        for (before, after, field) in [(start, from, "first"), (from, to, "last"), (to, end, "last")] {
            if after < before {
                return Err(not_ascending(before, after).at(field));
            }
        }
        if end == start {
            return Err(not_ascending(start, end).at("end"));
        }
        let mut dates = Vec::new();
        if from > start {
            dates.push(start);
        }
        dates.push(from);
        if to > from {
            dates.extend(self.inner(from, to)?);
            dates.push(to);
        }
        if end > to {
            dates.push(end);
        }
        Ok(dates)
    }

    /// The dates strictly between two regular ones.
    fn inner(&self, from: Date, to: Date) -> Result<Vec<Date>, Error> {
        let back = matches!(self.stub, Stub::ShortFirst | Stub::LongFirst);
        let (anchor, step) = if back { (to, -1) } else { (from, 1) };
        let mut dates = Vec::new();
        let whole = loop {
            let place = step * (dates.len() as i32 + 1);
            // What leaves the calendar has passed the other end.
            let Ok(date) = self.frequency.after(anchor, place, self.month_end) else { break false };
            if date <= from || date >= to {
                break date == from || date == to;
            }
            dates.push(date);
        };
        if !whole {
            match self.stub {
                Stub::None => return Err(not_whole(self.frequency, to)),
                Stub::LongFirst | Stub::LongLast => drop(dates.pop()),
                Stub::ShortFirst | Stub::ShortLast => {}
            }
        }
        if back {
            dates.reverse();
        }
        Ok(dates)
    }
}

#[cold]
fn not_ascending(before: Date, after: Date) -> Error {
    Error::invalid("dates-not-ascending", format!("what begins on {before} ends after it"))
        .with_value(after.to_string())
}

#[cold]
fn not_whole(frequency: Frequency, end: Date) -> Error {
    let sentence =
        format!("{} periods do not end on {end}: say which period is short or long", frequency.name());
    Error::invalid("schedule-not-whole", sentence).at("stub").with_value(Stub::None.name())
}
