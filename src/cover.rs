//! What cover costs.
//!
//! ```
//! use export_risk::{Engine, cover::CoverRequest, document::{Read, Value}};
//!
//! let json = serde_json::json!({
//!     "country": "KAZ", "buyer": "CC2", "currency": "USD", "amount": "10000000",
//!     "disbursementMonths": 12, "repaymentMonths": 60, "rate": 0.06
//! });
//! let quote = Engine::embedded()?.quote(&CoverRequest::read(&Value::from(&json))?)?;
//! assert_eq!((quote.premium_rate.to_string(), quote.premium.to_string()), ("0.06173".to_owned(), "617300.00".to_owned()));
//! # Ok::<(), export_risk::Error>(())
//! ```

mod concordance;
mod export_credit_cover;
mod investment_cover;
mod short_term_cover;

pub use concordance::class_of_rating;
pub use export_credit_cover::{
    AsDrawn, CoverQuote, CoverRequest, CoveredShares, FeeName, FinancedPremium, LeftOut, MarketCurve,
    OtherRules, PaymentsPerYear, PremiumClass, PremiumEdition, Refusal, RuleBase, RuleSet, RuleSetFacts,
    RuleSetFee, Security,
};
pub use investment_cover::{
    InvestmentEvent, InvestmentQuote, InvestmentRequest, InvestmentRules, InvestmentSchedule,
    OtherInvestmentRules, Peril, Perils,
};
pub use short_term_cover::{
    BuyerBook, Cause, ClaimTerms, ClaimsRecord, ClaimsSettlement, Declarations, LineColumns, Losses, Payment,
    Policy, PreShipment, ShortTermCoverQuote, ShortTermCoverRequest, TechnicalTerms, TermDays, Trade,
    TurnoverLine,
};
