//! Country risk: the category with what it means, and what the minimum premium itself implies about the country.
//!
//! ```
//! use export_risk::{Engine, country::CountryRiskRequest, values::CountryCode};
//! let request = CountryRiskRequest::of(CountryCode::parse("KAZ")?);
//! let quote = Engine::embedded()?.quote(&request)?;
//! assert_eq!(quote.category.map(|category| category.get()), Some(5));
//! # Ok::<(), export_risk::Error>(())
//! ```

mod comparison;
mod curve;
mod implied_spread;
mod indication;
mod quality;
mod risk;
mod score;
mod term_factor;

pub use comparison::ComparisonRow;
pub use curve::{SovereignCurve, spread_at};
pub use implied_spread::{CreditProfile, annual_spread, spread_worth};
pub use indication::{PremiumIndication, ShortTermIndication, two_decimals};
pub use quality::{Ordering, score_quality};
pub use risk::{CountryRiskQuote, CountryRiskRequest, SpreadSource, category_step};
pub use score::{Dimension, IndicatorScore, LEAST_CONFIDENCE, Score, ScoreWeights, country_score, points};
pub use term_factor::{is_speculative, term_factor};
