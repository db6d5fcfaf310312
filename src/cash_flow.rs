//! Values and rates of return of flows of money.
//!
//! ```
//! use export_risk::calendar::DayCount;
//! use export_risk::cash_flow::Flows;
//! use export_risk::values::Date;
//!
//! let days = ["2015-06-11", "2015-07-21", "2015-10-17", "2018-06-10"].map(|date| Date::parse(date).unwrap().days());
//! let flows = Flows::dated(&days, &[-1000.0, -9000.0, -3000.0, 20000.0], DayCount::Act365F)?;
//! assert!((flows.npv(0.1)? - 2218.42566365675).abs() < 1e-9);
//! assert!((flows.rates()?.nearest - 0.16353715844).abs() < 1e-11);
//!
//! // Two rates of return, both told: 100 · 1.1 · 1.2 = 132.
//! let rates = Flows::timed(&[0.0, 1.0, 2.0], &[-100.0, 230.0, -132.0])?.rates()?;
//! assert!((rates.all[0] - 0.1).abs() < 1e-12 && (rates.all[1] - 0.2).abs() < 1e-12);
//! # Ok::<(), export_risk::Error>(())
//! ```

pub mod apr;
mod curve;
mod flows;
mod isolate;
mod product;
mod rates;
mod values;

pub use flows::Flows;
pub(crate) use product::explain_apr;
pub use product::{CashFlowQuote, CashFlowRequest};
pub use rates::{Method, Rates};
