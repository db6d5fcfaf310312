//! What it costs to take goods abroad: credit insurance premiums, country risk and financing costs, exact and
//! explained.
//!
//! One request document works in Rust, in JavaScript and on the command line:
//!
//! ```
//! use export_risk::Engine;
//! let engine = Engine::embedded()?;
//! let quote = engine.quote_json(r#"{
//!     "product": "export-credit-cover", "country": "KAZ", "buyer": "CC2", "currency": "USD",
//!     "amount": "10000000", "disbursementMonths": 12, "repaymentMonths": 60
//! }"#)?;
//! assert!(quote.contains(r#""premium":"617300.00""#));
//! # Ok::<(), export_risk::Error>(())
//! ```
//!
//! The rooms, each knowing only those above it in this list: [`error`]; [`document`]; [`numeric`], [`values`];
//! [`explain`], [`reference`](mod@reference), [`calendar`]; [`product`], [`cash_flow`]; [`loan`]; [`tools`]; [`country`]; [`capital`], [`cover`];
//! [`finance`], [`portfolio`], [`treasury`]; [`strategy`]; [`quote`]; the bindings.

pub mod error;

pub mod document;
pub mod numeric;

pub mod values;

pub mod calendar;
pub mod explain;
pub mod reference;

pub mod cash_flow;
pub mod product;

pub mod loan;

pub mod tools;

pub mod country;

pub mod capital;
pub mod cover;

pub mod finance;

pub mod portfolio;

pub mod treasury;

pub mod strategy;

pub mod quote;

#[cfg(feature = "wasm")]
pub mod bindings;

pub use error::{Error, ErrorKind};
pub use quote::Engine;

/// The code in the README is run with the documentation's.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
pub struct Readme;
