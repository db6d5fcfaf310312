use core::cmp::Ordering;

use super::{DayCount, PeriodContext, YearFraction, actual, notional, thirty};
use crate::error::{Error, ErrorKind};
use crate::values::Date;

impl DayCount {
    /// The days in a year, for conventions that divide [`Self::days`] by one whole number whatever the dates and the
    /// contract are; `None` for all others, whose years only [`Self::fraction`] knows.
    pub const fn fixed_basis(self) -> Option<i32> {
        Some(match self {
            Self::Act364 => 364,
            Self::Act365F | Self::Nl365 | Self::ThirtyE365 | Self::Thirty365 => 365,
            Self::Act366 => 366,
            Self::Act360
            | Self::Nl360
            | Self::Thirty360Us
            | Self::Thirty360Isda
            | Self::Thirty360Psa
            | Self::Thirty360Nasd
            | Self::Thirty360Italian
            | Self::ThirtyE360
            | Self::ThirtyEPlus360 => 360,
            _ => return None,
        })
    }

    /// [`Self::fixed_basis`] where nothing else will do.
    ///
    /// # Errors
    /// `Unsupported`, `day-count-not-fixed`, for a convention without one.
    pub fn basis(self) -> Result<i32, Error> {
        self.fixed_basis().ok_or_else(|| not_fixed(self))
    }

    /// The days between two dates as this convention counts them: those that pass, without leap days, or of months
    /// of 30 days. Negative when `end` is the earlier.
    ///
    /// [`Self::ThirtyE360Isda`] counts here as before the end of the contract.
    pub fn days(self, start: Date, end: Date) -> i32 {
        match self {
            Self::Nl360 | Self::Nl365 => {
                end.days() - start.days() - (actual::leap_days(end) - actual::leap_days(start))
            }
            Self::OneOne => 1 - 2 * i32::from(end < start),
            _ if self.counts_days_that_pass() => end.days() - start.days(),
            _ => match end.cmp(&start) {
                Ordering::Less => -thirty::days(self, end, start, false),
                // By the letter of some a date lies two days from itself; nobody owes interest for no time.
                Ordering::Equal => 0,
                Ordering::Greater => thirty::days(self, start, end, false),
            },
        }
    }

    /// The years between two dates, exactly; negative when `end` is the earlier.
    ///
    /// Conventions with a [`Self::fixed_basis`] need nothing of the context.
    ///
    /// # Errors
    /// `InvalidInput`, at the field that is missing or wrong: `period-needed`, `frequency-needed`, `maturity-needed`,
    /// `dates-not-ascending` for a period that ends before it begins, `outside-period`; `holidays-needed` for
    /// [`Self::Bus252`], which [`Calendar`](super::super::Calendar) counts. `OutOfRange` where notional periods leave the
    /// calendar.
    pub fn fraction(self, start: Date, end: Date, context: &PeriodContext) -> Result<YearFraction, Error> {
        if let Some(basis) = self.fixed_basis() {
            return Ok(YearFraction::new(self.days(start, end).into(), basis.into()));
        }
        if end < start {
            return self.fraction(end, start, context).map(YearFraction::reversed);
        }
        match self {
            Self::OneOne => Ok(YearFraction::new(1, 1)),
            Self::Act36525 => Ok(YearFraction::new(4 * i64::from(self.days(start, end)), 1461)),
            Self::ActActIsda => Ok(actual::isda(start, end)),
            Self::ActActAfb => actual::afb(start, end),
            Self::ActActYear => actual::year(start, end),
            Self::Act365Actual => Ok(actual::leap_day_passed(start, end)),
            Self::Act365L => actual::leap_year_paid(start, end, context),
            Self::Act365Canadian => actual::canadian(start, end, context),
            Self::ActActIcma => notional::icma(start, end, context),
            Self::Thirty360Simple => Ok(thirty::simple(start, end)),
            Self::ThirtyE360Isda => thirty::german(start, end, context),
            Self::Bus252 => Err(holidays_needed()),
            // Has a fixed basis and was answered above.
            _ => Err(not_fixed(self)),
        }
    }

    /// Whether [`Self::days`] are the calendar's.
    pub const fn counts_days_that_pass(self) -> bool {
        matches!(
            self,
            Self::Act360
                | Self::Act364
                | Self::Act365F
                | Self::Act366
                | Self::Act36525
                | Self::Act365Actual
                | Self::Act365L
                | Self::Act365Canadian
                | Self::ActActIsda
                | Self::ActActIcma
                | Self::ActActAfb
                | Self::ActActYear
                | Self::Bus252
        )
    }

    /// Whether every month counts as 30 days of 360, so that a regular period is exactly its part of a year.
    pub const fn has_equal_months(self) -> bool {
        matches!(
            self,
            Self::Thirty360Us
                | Self::Thirty360Isda
                | Self::Thirty360Psa
                | Self::Thirty360Nasd
                | Self::Thirty360Italian
                | Self::Thirty360Simple
                | Self::ThirtyE360
                | Self::ThirtyE360Isda
                | Self::ThirtyEPlus360
        )
    }
}

/// The error of business days that are counted without their calendar.
#[cold]
pub fn holidays_needed() -> Error {
    Error::invalid(
        "holidays-needed",
        "BUS/252 counts business days: give the holidays, an empty list when there are none",
    )
    .at("holidays")
}

#[cold]
fn not_fixed(day_count: DayCount) -> Error {
    let name = day_count.name();
    Error::new(
        ErrorKind::Unsupported,
        "day-count-not-fixed",
        format!("{name} has years of several lengths, which can't be used here: choose ACT/360, ACT/365F or 30/360"),
    )
    .with_value(name)
}
