//! Money on its way: how a trade is settled.
//!
//! ```
//! use export_risk::{Engine, document::{Read, Value}, treasury::SettlementRequest};
//!
//! let json = serde_json::json!({ "currency": "CNY", "amount": "1000000", "moneyRate": 0.04 });
//! let quote = Engine::embedded()?.quote(&SettlementRequest::read(&Value::from(&json))?)?;
//! // 0.1 % of a million is a thousand, and three days at 4 % are 333.33.
//! assert_eq!(quote.lowest_cost.map(|cost| cost.to_string()).as_deref(), Some("1333.33"));
//! # Ok::<(), export_risk::Error>(())
//! ```

mod settlement;

pub use settlement::{
    ChannelTerms, Finality, MissingTerm, SettledBy, SettlementChannel, SettlementRequest,
    TradeSettlementQuote,
};
