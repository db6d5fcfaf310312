//! Going abroad: what a vehicle costs in its market, and who would finance it.
//!
//! ```
//! use export_risk::Engine;
//! let engine = Engine::embedded()?;
//! let quote = engine.quote_json(r#"{
//!     "product": "landed-cost", "country": "DEU", "origin": "CHN", "date": "2026-11-25", "drive": "battery",
//!     "maker": "byd", "currency": "EUR", "price": "20000"
//! }"#)?;
//! assert!(quote.contains(r#""effectiveDuty":0.27"#));
//! # Ok::<(), export_risk::Error>(())
//! ```

mod chain;
mod credit_access;
mod landed_cost;
mod matching;
mod route;

pub use chain::{
    ChainBearer, ChainBearerQuote, ChainBuyers, ChainCover, ChainCredit, ChainDealers, ChainFunding,
    ChainHedge, ChainImprovement, ChainLanding, ChainLever, ChainLink, ChainLinkQuote, ChainPayment,
    ChainQuote, ChainRequest, ChainService, ChainSuppliers, ChainTransit,
};
pub use credit_access::{
    AccessStanding, AccessTiers, ConcordanceStep, CreditAccessQuote, CreditAccessRequest, CriteriaOf,
    CriterionReason, CriterionResult, CriterionTest, GivenCriteria,
};
pub use landed_cost::{
    CustomsValueBasis, ExchangeRates, GivenLevies, LandedAlternative, LandedCostQuote, LandedCostRequest,
    LandedPart, LandedRow, MarginBase, UncountedLevy, VatStage, VehicleMaker, WhyUncounted,
};
pub use matching::{
    CapitalOffers, ExclusionReason, FinanceKind, MatchingAllocation, MatchingExclusions, MatchingProjects,
    MatchingQuote, MatchingRanking, MatchingRequest, MatchingWeights, ProjectStage, WhyUnplaced,
};
pub use route::{
    ImportRoute, OriginRule, PlantRoute, PurchaseRoute, ReExport, RouteBreakEven, RouteCourse, RouteCredit,
    RouteExposure, RouteMap, RouteMapQuote, RouteName, RouteOutlook, RoutePartner, RouteQuote, RouteRequest,
    RouteResult, RouteShock, RouteShocks, RouteSimulation, RouteSimulationQuote,
};
