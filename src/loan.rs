//! Schedules of loans, exact to the smallest unit of the currency.
//!
//! ```
//! use export_risk::calendar::{DayCount, Frequency};
//! use export_risk::loan::{Periods, Profile, Terms};
//! use export_risk::values::{Currency, Date, Rounding};
//!
//! // 200,000 at 6 % for thirty years, monthly.
//! let start = Date::parse("2026-01-01")?;
//! let periods = Periods::regular(start, Frequency::Monthly, 360, DayCount::Thirty360Us)?;
//! let terms = Terms {
//!     currency: Currency::parse("USD")?,
//!     rate: "0.06".parse().unwrap(),
//!     rounding: Rounding::default(),
//!     profile: Profile::Annuity,
//!     balloon: 0,
//!     grace: 0,
//!     capitalised: false,
//! };
//! let schedule = terms.schedule_of(20_000_000, &periods)?;
//! assert_eq!(schedule.instalment, 119_910);
//! assert_eq!(schedule.closing.last(), Some(&0.0));
//! # Ok::<(), export_risk::Error>(())
//! ```

mod course;
mod effective;
mod instalment;
mod interest;
mod product;
mod schedule;
mod table;

pub use interest::interest;
pub use product::{
    BalloonPayment, CustomInstalments, Drawdowns, Floating, GraceInterest, Instalments, InterestDays,
    InterestTax, LoanFees, LoanProfile, LoanQuote, LoanRequest, LoanSchedule, OddDays, PrepaymentEffect,
    Prepayments, RateLimits, RateReset, Settlement, SettlementMethod, SettlementQuote, Skips, Steps,
    TaxTreatment, UnpaidInterest,
};
pub use schedule::{Draw, Periods, Profile, Schedule, Terms, average_life, days_between};

pub(crate) use course::{Event, RatePath};
pub(crate) use product::yearly_rows;
