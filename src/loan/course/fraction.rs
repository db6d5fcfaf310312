use crate::calendar::DayCount;
use crate::error::Error;
use crate::values::Date;

/// An exact part of a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::loan) struct YearFraction {
    pub(in crate::loan) numerator: i64,
    pub(in crate::loan) denominator: i64,
}

pub(super) fn between(day_count: DayCount, start: Date, end: Date) -> Result<YearFraction, Error> {
    Ok(YearFraction {
        numerator: i64::from(day_count.days(start, end)),
        denominator: i64::from(day_count.basis()),
    })
}
