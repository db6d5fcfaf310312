//! Small tools of the trade, each a product of its own for those who need nothing else.
//!
//! ```
//! use export_risk::Engine;
//! use export_risk::tools::round;
//! use export_risk::values::Rounding;
//!
//! // What a loan of 200,000 at 7.5 % over 180 months costs a month, and the interest in the first year.
//! let request = r#"{ "product": "time-value", "nominalRate": 0.075, "periodsPerYear": 12, "periods": 180,
//!     "presentValue": 200000, "fromPeriod": 1, "toPeriod": 12 }"#;
//! let quote = Engine::embedded()?.quote_json(request)?;
//! assert!(quote.contains(r#""found":"payment""#) && quote.contains(r#""payment":-1854.0247"#));
//!
//! let price = "2.675".parse().unwrap();
//! assert_eq!(round(price, 2, Rounding::MidpointAwayFromZero)?.to_string(), "2.68");
//! assert_eq!(round(price, 5, Rounding::TowardZero)?.to_string(), "2.67500");
//! # Ok::<(), export_risk::Error>(())
//! ```

mod rounding;
mod time_value;
mod year_fraction;

pub use rounding::{Decimals, RoundedNumber, RoundingQuote, RoundingRequest, round};
pub use time_value::{Due, Found, TimeValueQuote, TimeValueRequest};
pub use year_fraction::{Whole, YearFractionQuote, YearFractionRequest};
