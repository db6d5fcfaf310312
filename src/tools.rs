//! Small tools of the trade, each a product of its own for those who need nothing else.
//!
//! ```
//! use export_risk::Engine;
//!
//! // What a loan of 200,000 at 7.5 % over 180 months costs a month, and the interest in the first year.
//! let request = r#"{ "product": "time-value", "nominalRate": 0.075, "periodsPerYear": 12, "periods": 180,
//!     "presentValue": 200000, "fromPeriod": 1, "toPeriod": 12 }"#;
//! let quote = Engine::embedded()?.quote_json(request)?;
//! assert!(quote.contains(r#""found":"payment""#) && quote.contains(r#""payment":-1854.0247"#));
//! # Ok::<(), export_risk::Error>(())
//! ```

mod time_value;

pub use time_value::{Due, Found, TimeValueQuote, TimeValueRequest};
