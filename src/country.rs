//! Country risk: the category with what it means, and what the minimum premium itself implies about the country.
//!
//! ```
//! use export_risk::{Engine, country::CountryRiskRequest, values::CountryCode};
//! let request = CountryRiskRequest::of(CountryCode::parse("KAZ")?);
//! let quote = Engine::embedded()?.quote(&request)?;
//! assert_eq!(quote.category.map(|category| category.get()), Some(5));
//! # Ok::<(), export_risk::Error>(())
//! ```

mod implied_spread;
mod quality;
mod risk;
mod score;
mod term_factor;

pub use implied_spread::{CreditProfile, annual_spread, spread_worth};
pub use quality::{Ordering, score_quality};
pub use risk::{CountryRiskQuote, CountryRiskRequest, PremiumIndication, category_step};
pub use score::{Dimension, IndicatorScore, LEAST_CONFIDENCE, Score, ScoreWeights, country_score, points};
pub use term_factor::{is_speculative, term_factor};
