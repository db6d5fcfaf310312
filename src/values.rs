//! The words of the trade: amounts, rates, shares, terms, countries, classes. Each checks itself when it is
//! made, so nothing after it needs to.
//!
//! ```
//! use export_risk::values::{CountryCode, Rate};
//! let rate = Rate::new("0.0525".parse().unwrap()).unwrap();
//! assert_eq!(rate.as_f64(), 0.0525);
//! assert_eq!(CountryCode::parse("MX").unwrap().alpha3(), "MEX");
//! ```

pub use crate::document::nearest_float as to_f64;

mod class;
mod country_code;
mod currency;
mod date;
mod days;
mod exact;
mod money;
mod portion;
mod quantity;
mod rounding;

pub use class::{BuyerClass, ExportQuality, RatingGrade, RiskCategory};
pub use country_code::CountryCode;
pub use currency::Currency;
pub use date::{Date, days_in_month, is_leap_year};
pub use days::Days;
pub use exact::Exact;
pub use money::Money;
pub use portion::{Portion, minor_of_number};
pub use quantity::{Amount, Months, PositiveAmount, PremiumRate, Rate, Share, positive, within};
pub(crate) use rounding::bounded;
pub use rounding::{LARGEST_MINOR, Rounding, minor_decimal, minor_text, to_minor, to_minor_exact};
