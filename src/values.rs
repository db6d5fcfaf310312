//! The words of the trade: amounts, rates, shares, terms, countries, classes. Each checks itself when it is
//! made, so nothing after it needs to.
//!
//! ```
//! use export_risk::values::{CountryCode, Rate};
//! let rate = Rate::new("0.0525".parse().unwrap()).unwrap();
//! assert_eq!(rate.as_f64(), 0.0525);
//! assert_eq!(CountryCode::parse("MX").unwrap().alpha3(), "MEX");
//! ```

mod class;
mod country_code;
mod quantity;

/// A day on the calendar.
pub mod date;

pub use class::{BuyerClass, ExportQuality, RatingGrade, RiskCategory};
pub use country_code::CountryCode;
pub use date::Date;
pub use quantity::{Amount, Months, PositiveAmount, PremiumRate, Rate, Share, to_f64};
