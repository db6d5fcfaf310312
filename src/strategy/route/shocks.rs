//! What may go wrong, one thing at a time.

use rust_decimal::Decimal;

use super::programme::Scenario;
use super::quote::{RouteExposure, RouteShock};
use super::request::RouteShocks;
use super::ways::Ways;
use crate::error::Error;
use crate::finance::PlannedPlant;
use crate::values::{Exact, Rate, Share, within};

impl Ways<'_> {
    /// Each case for each way: debt stays as planned.
    ///
    /// # Errors
    /// `InvalidInput`, `foreign-needed`; `OutOfRange`, `out-of-bounds`; as the products.
    pub fn exposures(
        &self,
        shocks: &RouteShocks,
        planned: &[Option<PlannedPlant<'_>>],
    ) -> Result<Vec<RouteExposure>, Error> {
        let mut exposures = Vec::new();
        for (shock, adverse, favourable) in self.cases(shocks)? {
            for (way, plan) in self.all.iter().zip(planned) {
                let value = |scenario: &Scenario| {
                    self.value(way, scenario, plan.as_ref(), None).map(|value| self.money(value))
                };
                exposures.push(RouteExposure {
                    route: way.name,
                    shock,
                    adverse: value(&adverse)?,
                    favourable: favourable.as_ref().map(value).transpose()?,
                });
            }
        }
        Ok(exposures)
    }

    fn cases(&self, shocks: &RouteShocks) -> Result<Vec<(RouteShock, Scenario, Option<Scenario>)>, Error> {
        let programme = &self.programme;
        let years = programme.years;
        let mut cases = Vec::new();
        if let Some(rate) = shocks.duty {
            let base = self.export().map_or(Decimal::ZERO, |export| export.unit.duty);
            let of = |shift: Decimal| Scenario {
                duty: Some(base.plus(shift).max(Decimal::ZERO).min(Decimal::TEN)),
                ..Scenario::default()
            };
            let rate = not_negative(rate, "shocks.duty")?;
            cases.push((RouteShock::Duty, of(rate), Some(of(-rate))));
        }
        if let Some(rate) = shocks.kit_duty {
            let of = |kit_duty: Decimal| Scenario { kit_duty, ..Scenario::default() };
            let rate = not_negative(rate, "shocks.kitDuty")?;
            cases.push((RouteShock::KitDuty, of(rate), Some(of(-rate))));
        }
        let factors = |part: Decimal, count: usize| vec![Decimal::ONE.plus(part); count];
        if let Some(part) = shocks.demand {
            let of = |part: Decimal| Scenario { demand: factors(part, years), ..Scenario::default() };
            cases.push((RouteShock::Demand, of(-part.get()), Some(of(part.get()))));
        }
        if let Some(part) = shocks.currency {
            if programme.request.foreign.is_none() {
                return Err(foreign_needed("shocks.currency"));
            }
            // The first day's rate stands; it is the later ones that move.
            let of = |part: Decimal| {
                let mut currency = factors(part, years + 1);
                if let Some(first) = currency.first_mut() {
                    *first = Decimal::ONE;
                }
                Scenario { currency, ..Scenario::default() }
            };
            below_one(part, "shocks.currency")?;
            cases.push((RouteShock::Currency, of(-part.get()), Some(of(part.get()))));
        }
        if let Some(part) = shocks.home_cost {
            let of =
                |part: Decimal| Scenario { home_cost: Some(Decimal::ONE.plus(part)), ..Scenario::default() };
            cases.push((RouteShock::HomeCost, of(part.get()), Some(of(-part.get()))));
        }
        if let Some(year) = shocks.expropriation_year {
            within(year, 1, years as u32, "shocks.expropriationYear")?;
            let closed = Scenario { closed: Some(year as usize), ..Scenario::default() };
            cases.push((RouteShock::Expropriation, closed, None));
        }
        Ok(cases)
    }
}

fn not_negative(rate: Rate, field: &str) -> Result<Decimal, Error> {
    if rate.get() >= Decimal::ZERO {
        return Ok(rate.get());
    }
    Err(Error::out_of_range("below-minimum", "this must be 0 or more: both directions are looked at")
        .detail("minimum", "0")
        .at(field)
        .with_value(crate::document::Text::text(&rate)))
}

fn below_one(part: Share, field: &str) -> Result<(), Error> {
    if part < Share::ONE {
        return Ok(());
    }
    Err(Error::out_of_range("out-of-bounds", "this must be below 1")
        .detail("bounds", "0 to below 1")
        .at(field)
        .with_value(crate::document::Text::text(&part)))
}

/// Something that only a currency of the market's own can have.
pub(super) fn foreign_needed(field: &str) -> Error {
    let sentence = "the market has no currency of its own here: give its exchange rates as `foreign`";
    Error::invalid("foreign-needed", sentence).at(field)
}
