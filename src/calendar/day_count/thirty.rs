//! Months of 30 days.

use core::cmp::Ordering;

use super::{DayCount, PeriodContext, YearFraction};
use crate::error::Error;
use crate::values::{Date, days_in_month};

/// The days between two dates in their order, as a convention with months of 30 days counts them. `is_last` when the
/// second is the end of the contract; only [`DayCount::ThirtyE360Isda`] asks.
pub(super) fn days(convention: DayCount, start: Date, end: Date, is_last: bool) -> i32 {
    let ((y1, m1, mut d1), (y2, m2, mut d2)) = (start.ymd(), end.ymd());
    let (last1, last2) = (days_in_month(y1, m1), days_in_month(y2, m2));
    match convention {
        DayCount::Thirty360Us => {
            if m1 == 2 && d1 == last1 {
                if m2 == 2 && d2 == last2 {
                    d2 = 30;
                }
                d1 = 30;
            }
            (d1, d2) = bond(d1, d2);
        }
        DayCount::Thirty360Psa => {
            d1 = if d1 == last1 { 30 } else { d1 };
            (d1, d2) = bond(d1, d2);
        }
        DayCount::ThirtyE360 | DayCount::Thirty365 => (d1, d2) = (d1.min(30), d2.min(30)),
        DayCount::ThirtyE360Isda => {
            d1 = if d1 == last1 { 30 } else { d1.min(30) };
            d2 = if d2 == last2 && !(m2 == 2 && is_last) { 30 } else { d2.min(30) };
        }
        DayCount::Thirty360Italian => {
            let moved = |month: u32, day: u32| if month == 2 && day > 27 { 30 } else { day.min(30) };
            (d1, d2) = (moved(m1, d1), moved(m2, d2));
        }
        DayCount::ThirtyE365 => {
            let moved = |day: u32, last: u32| if day == last { 30 } else { day };
            (d1, d2) = (moved(d1, last1), moved(d2, last2));
        }
        // A 31st at the end is the first of the next month: the same sum.
        DayCount::ThirtyEPlus360 => d1 = d1.min(30),
        _ => (d1, d2) = bond(d1, d2),
    }
    360 * (y2 - y1) + 30 * (m2 as i32 - m1 as i32) + (d2 as i32 - d1 as i32)
}

/// A 31st becomes a 30th; at the end only after a 30th or 31st.
fn bond(d1: u32, d2: u32) -> (u32, u32) {
    (d1.min(30), if d1 >= 30 { d2.min(30) } else { d2 })
}

/// See [`DayCount::ThirtyE360Isda`]; the dates in their order.
pub(super) fn german(start: Date, end: Date, context: &PeriodContext) -> Result<YearFraction, Error> {
    let is_last = match context.maturity {
        Some(maturity) => maturity == end,
        None if end.month() == 2 && end.is_month_end() => return Err(maturity_needed(end)),
        None => false,
    };
    let days = if start == end { 0 } else { days(DayCount::ThirtyE360Isda, start, end, is_last) };
    Ok(YearFraction::new(days.into(), 360))
}

/// See [`DayCount::Thirty360Simple`]; the dates in their order.
pub(super) fn simple(start: Date, end: Date) -> YearFraction {
    let ((y1, m1, d1), (y2, m2, d2)) = (start.ymd(), end.ymd());
    let whole_months = match d1.cmp(&d2) {
        Ordering::Less => start.is_month_end(),
        Ordering::Equal => true,
        Ordering::Greater => end.is_month_end(),
    };
    if whole_months {
        return YearFraction::new(i64::from(12 * (y2 - y1) + m2 as i32 - m1 as i32), 12);
    }
    YearFraction::new(days(DayCount::Thirty360Isda, start, end, false).into(), 360)
}

#[cold]
fn maturity_needed(end: Date) -> Error {
    let sentence = format!(
        "30E/360 ISDA counts {end}, the last of February, as a 30th unless the contract ends on it: give the maturity"
    );
    Error::invalid("maturity-needed", sentence).at("maturity")
}
