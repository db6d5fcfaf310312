//! Counting time: day counts, the dates on which payments fall, and the days on which nothing is paid.
//!
//! ```
//! use export_risk::calendar::{DayCount, Frequency, PeriodContext};
//! use export_risk::values::Date;
//!
//! let start = Date::parse("2026-01-31")?;
//! let dates = Frequency::Monthly.dates_after(start, 2)?;
//! assert_eq!(Date::from_days(dates[0])?.to_string(), "2026-02-28");
//! assert_eq!(Date::from_days(dates[1])?.to_string(), "2026-03-31");
//! let end = Date::parse("2026-07-31")?;
//! assert_eq!(DayCount::Act360.days(start, end), 181);
//! let half = DayCount::Thirty360Us.fraction(start, end, &PeriodContext::default())?;
//! assert_eq!((half.numerator, half.denominator), (180, 360));
//! # Ok::<(), export_risk::Error>(())
//! ```

mod business_days;
mod day_count;
mod frequency;
mod schedule;
mod year_fraction;

pub use business_days::{BusinessDayConvention, BusinessDays, Calendar, Weekend, weekday};
pub use day_count::DayCount;
pub use day_count::count::holidays_needed;
pub use frequency::{Frequency, dates_after};
pub use schedule::{MonthEnd, ScheduleRule, Stub};
pub use year_fraction::{PeriodContext, YearFraction};
