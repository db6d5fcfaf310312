//! The ways that are asked for, each priced by the product that prices such a thing alone.

use std::sync::Arc;

use rust_decimal::Decimal;

use super::course::Course;
use super::import::{ImportWay, Unit};
use super::plant::PlantWay;
use super::programme::{Programme, Scenario};
use super::purchase::PurchaseWay;
use super::quote::RouteName;
use crate::error::Error;
use crate::explain::{Edition, Notice};
use crate::finance::PlannedPlant;
use crate::reference::{ImportMode, Market};
use crate::strategy::LandedCostQuote;

/// One way.
#[derive(Debug)]
pub(super) struct Way<'a> {
    pub name: RouteName,
    pub kind: Kind<'a>,
}

/// What prices it.
#[derive(Debug)]
pub(super) enum Kind<'a> {
    Import(Box<ImportWay<'a>>),
    Plant(Box<PlantWay<'a>>),
    Purchase(Box<PurchaseWay<'a>>),
}

/// All ways, and what they share.
#[derive(Debug)]
pub(super) struct Ways<'a> {
    pub programme: Programme<'a>,
    pub market: &'a Market,
    pub all: Vec<Way<'a>>,
}

impl<'a> Ways<'a> {
    /// # Errors
    /// `InvalidInput`, `empty`, without any way; what is wrong with their terms.
    pub fn of(programme: Programme<'a>, market: &'a Market) -> Result<Self, Error> {
        let request = programme.request;
        let imports = [
            (RouteName::Export, &request.export, ImportMode::BuiltUp, "export"),
            (
                RouteName::SemiKnockedDown,
                &request.semi_knocked_down,
                ImportMode::SemiKnockedDown,
                "semiKnockedDown",
            ),
            (
                RouteName::CompletelyKnockedDown,
                &request.completely_knocked_down,
                ImportMode::CompletelyKnockedDown,
                "completelyKnockedDown",
            ),
            (
                RouteName::ContractAssembly,
                &request.contract_assembly,
                ImportMode::CompletelyKnockedDown,
                "contractAssembly",
            ),
        ];
        let mut all = Vec::new();
        for (name, terms, mode, field) in imports {
            if let Some(terms) = terms {
                let way = ImportWay::of(&programme, market, terms, mode, field)?;
                all.push(Way { name, kind: Kind::Import(Box::new(way)) });
            }
        }
        for (name, terms, field) in [
            (RouteName::Plant, &request.plant, "plant"),
            (RouteName::JointVenture, &request.joint_venture, "jointVenture"),
        ] {
            let Some(terms) = terms else { continue };
            if terms.export_until_open && request.export.is_none() {
                let sentence =
                    "vehicles are to come built up until production begins: give the way `export` too";
                return Err(
                    Error::invalid("export-needed", sentence).at([field, ".exportUntilOpen"].concat())
                );
            }
            let way = PlantWay::of(&programme, market, terms, field)?;
            all.push(Way { name, kind: Kind::Plant(Box::new(way)) });
        }
        if let Some(terms) = &request.acquisition {
            let way = PurchaseWay::of(&programme, market, terms)?;
            all.push(Way { name: RouteName::Acquisition, kind: Kind::Purchase(Box::new(way)) });
        }
        if all.is_empty() {
            let sentence = "give at least one way into the market, such as `export`";
            return Err(Error::invalid("no-route", sentence).at("export"));
        }
        Ok(Self { programme, market, all })
    }

    /// The years of a way. With a plan its debt is held; without one it is sized to what differs. `unit_then` is a built-up
    /// vehicle's way from the year in which its duties change.
    ///
    /// # Errors
    /// As the product that prices it.
    pub fn course(
        &self,
        way: &Way<'_>,
        scenario: &Scenario,
        planned: Option<&PlannedPlant<'_>>,
        unit_then: Option<Unit>,
    ) -> Result<Course, Error> {
        let (programme, market) = (&self.programme, self.market);
        let mut course = match &way.kind {
            Kind::Import(import) => import.course(programme, market, scenario, programme.years, unit_then),
            Kind::Plant(plant) => {
                let export = self.export().map(|way| (way, unit_then));
                plant.course(programme, market, scenario, planned, export)
            }
            Kind::Purchase(purchase) => purchase.course(programme, market, scenario),
        }?;
        course.close(scenario, programme.currency)?;
        Ok(course)
    }

    /// What a way is worth to the maker.
    ///
    /// # Errors
    /// As [`Self::course`].
    pub fn value(
        &self,
        way: &Way<'_>,
        scenario: &Scenario,
        planned: Option<&PlannedPlant<'_>>,
        unit_then: Option<Unit>,
    ) -> Result<f64, Error> {
        Ok(self.programme.value(&self.course(way, scenario, planned, unit_then)?.maker))
    }

    /// What a way is worth with so many vehicles a year and, for built-up ones, these duties; none where it has no answer.
    pub fn value_at(&self, way: &Way<'_>, vehicles: Decimal, duty: Option<Decimal>) -> Option<f64> {
        let scenario = Scenario { vehicles: Some(vehicles), duty, ..Scenario::default() };
        self.value(way, &scenario, None, None).ok()
    }

    /// The plants with their debt as planned, way by way; none for the others.
    ///
    /// # Errors
    /// As the product `plant`.
    pub fn planned(&self) -> Result<Vec<Option<PlannedPlant<'_>>>, Error> {
        let mut plans = Vec::with_capacity(self.all.len());
        for way in &self.all {
            plans.push(match &way.kind {
                Kind::Plant(plant) => Some(plant.planned()?),
                _ => None,
            });
        }
        Ok(plans)
    }

    /// The way of built-up vehicles.
    pub fn export(&self) -> Option<&ImportWay<'a>> {
        self.all.iter().find_map(|way| match &way.kind {
            Kind::Import(import) if way.name == RouteName::Export => Some(&**import),
            _ => None,
        })
    }
}

impl Way<'_> {
    /// Whether import or sale is barred.
    pub fn is_prohibited(&self) -> bool {
        match &self.kind {
            Kind::Import(import) => import.landed.prohibited,
            Kind::Plant(plant) => plant.tables.iter().any(|landed| landed.prohibited),
            Kind::Purchase(purchase) => purchase.kits.as_ref().is_some_and(|kits| kits.landed.prohibited),
        }
    }

    /// The tables that were used and what a reader should know, of everything that prices it.
    pub fn carried(&self) -> (Vec<Arc<Edition>>, Vec<Notice>) {
        let mut editions = Vec::new();
        let mut notices = Vec::new();
        let mut take = |more: &[Arc<Edition>], told: &[Notice]| {
            editions.extend_from_slice(more);
            for notice in told {
                if !notices.contains(notice) {
                    notices.push(notice.clone());
                }
            }
        };
        let mut landed = |quote: &LandedCostQuote| take(&quote.editions, &quote.notices);
        match &self.kind {
            Kind::Import(import) => landed(&import.landed),
            Kind::Plant(plant) => plant.tables.iter().for_each(landed),
            Kind::Purchase(purchase) => {
                if let Some(kits) = &purchase.kits {
                    landed(&kits.landed);
                }
            }
        }
        match &self.kind {
            Kind::Import(import) => {
                if let Some(credit) = &import.credit {
                    take(&credit.editions, &credit.notices);
                }
            }
            Kind::Plant(plant) => take(&plant.quote.editions, &plant.quote.notices),
            Kind::Purchase(purchase) => take(&purchase.quote.editions, &purchase.quote.notices),
        }
        (editions, notices)
    }
}
