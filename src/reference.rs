//! Dated tables, their editions, and one parser for embedded and supplied ones.
//!
//! A table is CSV text under a block of `# key: value` lines that say what it is, where it comes from and how
//! good that source is. What is embedded goes through the same parser as what a partner supplies, so an answer
//! can't depend on where its table came from. Functions that price take the tables as arguments.
//!
//! ```
//! use export_risk::reference::{CountryStatus, Market};
//! use export_risk::values::CountryCode;
//! let market = Market::embedded()?;
//! let mexico = market.countries.of(CountryCode::parse("MEX")?);
//! assert_eq!(mexico.category.map(|category| category.get()), Some(3));
//! assert_eq!(market.countries.of(CountryCode::parse("USA")?).status, CountryStatus::MarketBenchmark);
//! # Ok::<(), export_risk::Error>(())
//! ```

use std::sync::Arc;

use crate::error::Error;
use crate::explain::Edition;

mod age;
mod card_duties;
mod changes;
mod countries;
mod credit_access;
mod indicators;
mod measures;
mod participants;
mod premium;
mod rate_card;
mod recycling_fees;
mod score;
mod settlement;
mod short_term;
mod table;
mod tariff;
mod unions;
mod vehicle_duties;

pub use age::age_notice;
pub use card_duties::CardDuty;
pub use changes::{Change, ChangeKind, Changes};
pub use countries::{Countries, Country, CountryStatus};
pub use credit_access::{CreditAccess, QualityStep};
pub use indicators::{Indicators, Observation};
pub use measures::{Measure, MeasureIssuer, MeasureKind, Programme, Programmes};
pub use participants::Participants;
pub use premium::{CategoryPremium, Coefficient, PremiumTables};
pub use rate_card::{
    CardCell, CardCountry, CardCurve, CardDefaults, CardInUse, CardName, CardRate, CardTariff, CardText,
    CardWeight, RateCard,
};
pub use recycling_fees::RecyclingFee;
pub use score::{
    Indicator, IndicatorSource, IndicatorUnit, ScoreDimension, ScoreMethod, ScoreRule, ScoreScale,
};
pub use settlement::{FeeUnit, SettlementFee, SettlementFees};
pub use short_term::ShortTermGrid;
pub use table::{Row, Table};
pub use tariff::{Cell, Tariff, Tariffs};
pub use unions::{EUROPEAN_UNION, customs_union};
pub use vehicle_duties::{
    ImportMode, LevyBase, LevyKind, LevyRow, Standing, VehicleDrive, VehicleDuties, VehicleGoods,
};

/// The tables that prices rest on.
#[derive(Clone, Debug)]
pub struct Market {
    /// The coefficients of the minimum premium.
    pub premium: PremiumTables,
    /// The countries and territories with their risk categories.
    pub countries: Countries,
    /// The countries whose agencies are bound by the minimum premium.
    pub participants: Participants,
    /// The published tariffs beside the minimum premium.
    pub tariffs: Tariffs,
    /// How the score of a country is made.
    pub score: ScoreMethod,
    /// The indicators that the score is made of.
    pub indicators: Indicators,
    /// The assumed grid of short-term cover.
    pub short_term: ShortTermGrid,
    /// What ways to settle a trade cost.
    pub settlement: SettlementFees,
    /// The programmes of measures by country.
    pub programmes: Programmes,
    /// Duties, taxes and fees on vehicles by market.
    pub vehicle_duties: VehicleDuties,
    /// Steps of credit quality, and criteria of access to finance.
    pub credit_access: CreditAccess,
    /// The partner's rate card, when there is one: its rows already stand in the tables.
    pub card: Option<Arc<CardInUse>>,
}

impl Market {
    /// The ids of the tables, in the order of [`Self::editions`]; last that of a rate card, which may be missing.
    pub const TABLES: &'static [&'static str] = &[
        "oecd-minimum-premium",
        "oecd-country-risk",
        "arrangement-participants",
        "de-federal-short-term",
        "de-federal-manufacturing",
        "de-federal-fees",
        "se-matrix-newer",
        "se-matrix-older",
        "fi-short-term",
        "jp-2004-short-term",
        "investment-cover",
        "country-score",
        "country-indicators",
        "short-term-grid",
        "settlement-fees",
        "sanctions-programmes",
        "vehicle-duties",
        "vehicle-recycling-fee",
        "credit-quality-steps",
        "access-criteria",
        CardInUse::ID,
    ];

    /// The tables that are part of the crate.
    ///
    /// # Errors
    /// When a table does not parse.
    pub fn embedded() -> Result<Self, Error> {
        let score = ScoreMethod::parse(include_str!("reference/tables/country-score.csv"))?;
        Ok(Self {
            indicators: Indicators::parse(include_str!("reference/tables/indicators.csv"), &score)?,
            score,
            card: None,
            programmes: Programmes::parse(include_str!("reference/tables/sanctions-programmes.csv"))?,
            premium: PremiumTables::parse(include_str!("reference/tables/oecd-minimum-premium.csv"))?,
            countries: Countries::parse(include_str!("reference/tables/countries.csv"))?,
            participants: Participants::parse(include_str!("reference/tables/participants.csv"))?,
            tariffs: Tariffs::embedded()?,
            settlement: SettlementFees::parse(include_str!("reference/tables/settlement-fees.csv"))?,
            credit_access: CreditAccess::parse(
                include_str!("reference/tables/credit-quality-steps.csv"),
                include_str!("reference/tables/access-criteria.csv"),
            )?,
            vehicle_duties: VehicleDuties::parse(
                include_str!("reference/tables/vehicle-duties.csv"),
                include_str!("reference/tables/vehicle-recycling-fee.csv"),
            )?,
            short_term: ShortTermGrid::parse(include_str!("reference/tables/short-term-grid.csv"))?,
        })
    }

    /// The tables with edition, source, date and grade.
    pub fn editions(&self) -> Vec<Arc<Edition>> {
        let mut editions = vec![
            Arc::clone(self.premium.edition()),
            Arc::clone(self.countries.edition()),
            Arc::clone(self.participants.edition()),
        ];
        editions.extend(self.tariffs.all().map(|tariff| Arc::clone(tariff.edition())));
        editions.push(Arc::clone(self.score.edition()));
        editions.push(Arc::clone(self.indicators.edition()));
        editions.push(Arc::clone(self.short_term.edition()));
        editions.push(Arc::clone(self.settlement.edition()));
        editions.push(Arc::clone(self.programmes.edition()));
        editions.push(Arc::clone(self.vehicle_duties.edition()));
        editions.push(Arc::clone(self.vehicle_duties.fees_edition()));
        editions.push(Arc::clone(self.credit_access.steps_edition()));
        editions.push(Arc::clone(self.credit_access.criteria_edition()));
        editions.extend(self.card.iter().map(|card| Arc::clone(&card.edition)));
        editions
    }
}
