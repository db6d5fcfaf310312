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
//!
//! What dollars for euros in 92 days are by interest parity:
//!
//! ```
//! use export_risk::{Engine, document::{Read, Value}, treasury::FxHedgeRequest};
//!
//! let json = serde_json::json!({
//!     "currency": "USD", "foreignCurrency": "EUR", "spot": 1.1, "homeRate": 0.05, "foreignRate": 0.035, "days": 92
//! });
//! let quote = Engine::embedded()?.quote(&FxHedgeRequest::read(&Value::from(&json))?)?;
//! assert!((quote.forward - 1.1041792853).abs() < 1e-10);
//! # Ok::<(), export_risk::Error>(())
//! ```

mod fx_hedge;
mod settlement;

pub use fx_hedge::{
    FxArbitrage, FxBasket, FxCompounding, FxCurve, FxExercise, FxForecast, FxHedgeQuote, FxHedgeRequest,
    FxInstrument, FxOption, FxOptionKind, FxOptionQuote, FxOutcomes, FxPosition, FxProgramme,
};
pub use settlement::{
    ChannelTerms, Finality, MissingTerm, SettledBy, SettlementChannel, SettlementRequest,
    TradeSettlementQuote,
};
