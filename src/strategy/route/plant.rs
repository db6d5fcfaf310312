//! A plant, of the maker alone or with a partner.

use rust_decimal::Decimal;

use super::course::Course;
use super::import::{ImportWay, Unit, as_route, vehicle};
use super::programme::{HomeTax, MOST_VEHICLES, Programme, Scenario, share};
use super::request::{OriginRule, PlantRoute};
use crate::error::Error;
use crate::explain::Trace;
use crate::finance::part::Part;
use crate::finance::{KitMode, PlannedPlant, PlantOperations, PlantQuote, PlantRequest, PlantYear};
use crate::product::Product;
use crate::reference::{ImportMode, Market};
use crate::strategy::LandedCostQuote;
use crate::values::{Amount, Exact, PositiveAmount, Rate, Share, positive};

/// A plant on the programme's terms.
#[derive(Debug)]
pub(super) struct PlantWay<'a> {
    pub terms: &'a PlantRoute,
    /// Its name in the request.
    pub field: &'static str,
    /// What the product `plant` is asked.
    pub request: PlantRequest,
    pub quote: PlantQuote,
    /// What the table says on kits and on vehicles made in the market.
    pub tables: Vec<LandedCostQuote>,
    pub content: Option<Decimal>,
    duty: Decimal,
    partner: Part,
    /// What the maker gains on kits, as a part of what the plant pays for them.
    kit_margin: Part,
    royalty: Part,
}

impl<'a> PlantWay<'a> {
    /// # Errors
    /// What is wrong with the terms, as the product `plant` says.
    pub fn of(
        programme: &Programme<'_>,
        market: &Market,
        terms: &'a PlantRoute,
        field: &'static str,
    ) -> Result<Self, Error> {
        let joint = field == "jointVenture";
        match &terms.partner {
            None if joint => {
                let sentence = "a joint venture has a partner: say what part of it the partner has";
                return Err(Error::invalid("required", sentence).at("jointVenture.partner"));
            }
            Some(_) if !joint => {
                let sentence = "with a partner this is a joint venture: ask for it there";
                return Err(Error::invalid("only-in-joint-venture", sentence).at("plant.partner"));
            }
            _ => {}
        }
        let below_one = |part: Share, name: &str| {
            if part < Share::ONE {
                return Ok(part.get());
            }
            Err(Error::out_of_range("out-of-bounds", "this must be below 1")
                .detail("bounds", "0 to below 1")
                .at([field, ".", name].concat())
                .with_value(crate::document::Text::text(&part)))
        };
        let partner = terms.partner.as_ref().map_or(Share::ZERO, |partner| partner.share);
        let partner = below_one(partner, "partner.share")?;
        let royalty = below_one(terms.royalty, "royalty")?;
        if let Some(capacity) = terms.capacity {
            positive(capacity, MOST_VEHICLES, &[field, ".capacity"].concat())?;
        }
        if terms.construction_years as usize >= programme.years {
            let sentence = "production begins after the years that are looked at: raise years or lower this";
            return Err(Error::out_of_range("out-of-bounds", sentence)
                .detail(
                    "bounds",
                    ["0 to ", &crate::document::Text::text(&(programme.years as u32 - 1))].concat(),
                )
                .at([field, ".constructionYears"].concat())
                .with_value(crate::document::Text::text(&terms.construction_years)));
        }
        let content = terms.content(programme);
        let (duty, mut tables) = terms.duty(programme, market, content, field)?;
        let price = programme.price().to_digits(programme.currency.minor_digits());
        let local = PositiveAmount::new(price).map_err(|error| error.moved("price"))?;
        let local = vehicle(programme, ImportMode::Local, local)
            .quote(market, &mut Trace::silent())
            .map_err(|error| as_route(error, field))?;
        let levies = local.landed_cost_before_vat.decimal().minus(price);
        tables.push(local);
        let request = terms.request(programme, duty, levies, royalty)?;
        let quote = request.quote(market, &mut Trace::silent()).map_err(|error| as_plant(error, field))?;
        let kit_price = terms.kit_price.get();
        Ok(Self {
            terms,
            field,
            request,
            quote,
            tables,
            content: terms.origin_rule.as_ref().map(|_| content),
            duty,
            partner: Part::over(partner, 1),
            kit_margin: if kit_price.is_zero() {
                Part::over(Decimal::ZERO, 1)
            } else {
                Part::over(kit_price.minus(terms.home_cost.get()).over(kit_price).to_digits(12), 1)
            },
            royalty: Part::ratio(royalty, Decimal::ONE.minus(royalty)),
        })
    }

    /// The plant with its debt as it is planned.
    ///
    /// # Errors
    /// As the product.
    pub fn planned(&self) -> Result<PlannedPlant<'_>, Error> {
        PlannedPlant::of(&self.request, self.quote.premium_rate)
    }

    /// What the plant means for maker and partner, year by year. With a plan its debt is held; otherwise the debt is sized
    /// anew.
    ///
    /// - sponsors: `dividends·(1 − w) − equity − support − premium`, shared by equity; `w` what is withheld
    /// - the maker alone: what it gains on kits, and royalties `revenue·ρ/(1 − ρ)` of what is left of sales, less tax at home
    ///
    /// # Errors
    /// As the product.
    pub fn course(
        &self,
        programme: &Programme<'_>,
        market: &Market,
        scenario: &Scenario,
        planned: Option<&PlannedPlant<'_>>,
        export: Option<(&ImportWay<'_>, Option<Unit>)>,
    ) -> Result<Course, Error> {
        let changed = self.changed(programme, scenario)?;
        let years = match planned {
            Some(plan) => plan.years_if(&changed),
            None => PlannedPlant::of(&changed, self.quote.premium_rate).and_then(|plan| plan.years()),
        };
        let years = years.map_err(|error| as_plant(error, self.field))?;
        let mut course = self.shared(programme, scenario, &years)?;
        if let (true, Some((export, unit_then))) = (self.terms.export_until_open, export) {
            let until = self.terms.construction_years as usize;
            course.add(&export.course(programme, market, scenario, until, unit_then)?);
        }
        Ok(course)
    }

    fn shared(
        &self,
        programme: &Programme<'_>,
        scenario: &Scenario,
        years: &[PlantYear],
    ) -> Result<Course, Error> {
        let currency = programme.currency;
        let mut course = Course::of(programme.years);
        let mut tax = HomeTax::new(programme.home_tax);
        let insured = self.terms.cover.as_ref().map(|cover| Part::over(cover.insured_share.get(), 1));
        // What kits cost more or less at home: a part of what they cost, told as a part of their price.
        let dearer = scenario.home_cost.map(|factor| {
            let cost = self.terms.home_cost.get().over(self.terms.kit_price.get().max(Decimal::new(1, 6)));
            Part::over(cost.times(factor.minus(Decimal::ONE)).to_digits(12), 1)
        });
        for (at, year) in years.iter().enumerate() {
            let sponsors =
                programme.kept.of(year.dividend, currency)? - year.equity - year.support - year.premium;
            let partner = self.partner.of(sponsors, currency)?;
            let own = |amount: i64| self.partner.of(amount, currency).map(|theirs| amount - theirs);
            let kits = self.kit_margin.of(year.kits, currency)?
                - dearer.map_or(Ok(0), |part| part.of(year.kits, currency))?;
            let royalty = self.royalty.of(year.revenue, currency)?;
            let royalty = programme.kept.of(royalty, currency)?;
            let home = kits + royalty - tax.on(kits + royalty, currency)?;
            let sunk = own(year.equity + year.support)?;
            let insured = insured.map_or(Ok(0), |part| part.of(sunk, currency))?;
            let columns = [
                (&mut course.maker, sponsors - partner + home),
                (&mut course.partner, partner),
                (&mut course.sunk, sunk),
                (&mut course.insured, insured),
                // The plant's own books know sales net of royalties.
                (&mut course.revenue, year.revenue + self.royalty.of(year.revenue, currency)?),
            ];
            for (column, amount) in columns {
                if let Some(cell) = column.get_mut(at) {
                    *cell = amount;
                }
            }
            if let Some(cell) = course.vehicles.get_mut(at) {
                *cell = year.vehicles;
            }
        }
        Ok(course)
    }

    /// The plant's request if things go otherwise.
    fn changed(&self, programme: &Programme<'_>, scenario: &Scenario) -> Result<PlantRequest, Error> {
        let mut request = self.request.clone();
        if let Some(operations) = &mut request.operations {
            let opening = self.terms.construction_years as usize;
            set_volumes(operations, programme, scenario, opening, self.terms.capacity);
            if !scenario.kit_duty.is_zero() {
                let duty = self.duty.plus(scenario.kit_duty).max(Decimal::ZERO);
                set_duty(operations, self.terms.kit_mode, Rate::new(duty)?);
            }
        }
        if let (false, Some(foreign)) = (scenario.currency.is_empty(), &mut request.foreign) {
            foreign.exchange_rates =
                (0..=programme.years).map(|year| programme.exchange(scenario, year)).collect();
        }
        Ok(request)
    }
}

impl PlantRoute {
    /// The regional value content in the end: price less the kit that is still imported, over the price.
    fn content(&self, programme: &Programme<'_>) -> Decimal {
        let local = self.local_content.last().map_or(Decimal::ZERO, |share| share.get());
        let kit = self.kit_price.get().times(Decimal::ONE.minus(local));
        let price = programme.price();
        price.minus(kit).over(price).to_digits(12)
    }

    /// The duty on kits: by a rule of origin that is met, as given, or the table's.
    fn duty(
        &self,
        programme: &Programme<'_>,
        market: &Market,
        content: Decimal,
        field: &'static str,
    ) -> Result<(Decimal, Vec<LandedCostQuote>), Error> {
        let met = |rule: &&OriginRule| content >= rule.required_content.get();
        if let Some(rule) = self.origin_rule.as_ref().filter(met) {
            return Ok((rule.duty_rate.get(), Vec::new()));
        }
        if let Some(duty) = self.duty_rate {
            return Ok((duty.get(), Vec::new()));
        }
        let mode = match self.kit_mode {
            KitMode::SemiKnockedDown => ImportMode::SemiKnockedDown,
            KitMode::CompletelyKnockedDown => ImportMode::CompletelyKnockedDown,
            KitMode::Parts => {
                let sentence = "the table knows no duty on parts: give it, 0 where there is none";
                return Err(Error::invalid("duty-missing", sentence).at([field, ".dutyRate"].concat()));
            }
        };
        let Ok(price) = PositiveAmount::new(self.kit_price.get()) else {
            return Ok((Decimal::ZERO, Vec::new()));
        };
        let landed = vehicle(programme, mode, price)
            .quote(market, &mut Trace::silent())
            .map_err(|error| as_route(error, field).moved(&[field, ".kitPrice"].concat()))?;
        let duty = landed.duties.decimal().over(landed.customs_value.decimal()).to_digits(6);
        Ok((duty, vec![landed]))
    }

    /// What the product `plant` is asked: the programme's volumes, prices, growth and currencies with the plant's costs.
    /// Levies on vehicles made in the market and what is exported count with its logistics, royalties lower its price.
    fn request(
        &self,
        programme: &Programme<'_>,
        duty: Decimal,
        levies: Decimal,
        royalty: Decimal,
    ) -> Result<PlantRequest, Error> {
        let request = programme.request;
        let opening = self.construction_years as usize;
        let rate = programme.path.first().copied().unwrap_or(Decimal::ONE);
        let exported = self.re_export.as_ref().map_or(Decimal::ZERO, |exported| {
            let met = |rule: &&OriginRule| self.content(programme) >= rule.required_content.get();
            let duty =
                exported.origin_rule.as_ref().filter(met).map_or(exported.duty_rate, |rule| rule.duty_rate);
            let each = exported.logistics_cost.get().plus(request.price.get().times(duty.get()));
            each.times(exported.share.get())
        });
        let logistics = self.logistics_cost.get().plus(exported).plus(levies.over(rate)).to_digits(12);
        let price = request.price.get().times(Decimal::ONE.minus(royalty));
        let mut operations = PlantOperations {
            vehicles: request.vehicles,
            ramp: Vec::new(),
            capacity: None,
            price: PositiveAmount::new(price)?,
            kit_cost: self.kit_price,
            local_content: self.local_content.clone(),
            local_parts_cost: self.local_parts_cost,
            kit_modes: vec![self.kit_mode],
            semi_knocked_down_duties: Vec::new(),
            completely_knocked_down_duties: Vec::new(),
            parts_duties: Vec::new(),
            logistics_cost: Amount::new(logistics)?,
            labour_cost: self.labour_cost,
            fixed_costs: self.fixed_costs,
            price_growth: request.price_growth,
            kit_growth: request.cost_growth,
            cost_growth: request.cost_growth,
            currency: programme.local(),
            kit_currency: None,
            receivable_days: self.receivable_days,
            inventory_days: self.inventory_days,
            payable_days: self.payable_days,
        };
        set_volumes(&mut operations, programme, &Scenario::default(), opening, self.capacity);
        set_duty(&mut operations, self.kit_mode, Rate::new(duty)?);
        let mut cover = self.cover.clone();
        if let Some(cover) = &mut cover {
            cover.country = cover.country.or(Some(request.country));
        }
        Ok(PlantRequest {
            currency: programme.currency,
            start: request.start,
            construction_years: self.construction_years,
            operating_years: Some((programme.years - opening) as u32),
            capital: Some(self.capital.clone()),
            operations: Some(operations),
            cash_available: Vec::new(),
            tax_rate: request.tax_rate,
            tax_holiday_years: self.tax_holiday_years,
            loss_carry_forward_years: None,
            debt: self.debt.clone(),
            cover,
            foreign: request.foreign.clone(),
            discount_rate: Some(programme.rate),
            cost_of_equity: Some(programme.rate),
        })
    }
}

/// The volumes of the years of production: what the market takes, and at most the capacity.
fn set_volumes(
    operations: &mut PlantOperations,
    programme: &Programme<'_>,
    scenario: &Scenario,
    opening: usize,
    capacity: Option<Decimal>,
) {
    let most = capacity.unwrap_or(Decimal::MAX);
    let volumes: Vec<Decimal> =
        (opening + 1..=programme.years).map(|year| programme.demand(scenario, year).min(most)).collect();
    let full = scenario.vehicles.unwrap_or(programme.request.vehicles);
    let largest = volumes.iter().copied().max().unwrap_or(Decimal::ZERO);
    // As it is asked for where nothing else is in the way, so that the same request gives the same plant.
    let full = if largest > full || !scenario.demand.is_empty() || full > most { largest } else { full };
    if full.is_zero() {
        operations.ramp = vec![Share::ZERO];
        return;
    }
    operations.vehicles = full;
    operations.ramp = volumes.iter().map(|volume| share(volume.over(full).to_digits(12))).collect();
}

fn set_duty(operations: &mut PlantOperations, mode: KitMode, duty: Rate) {
    let column = match mode {
        KitMode::SemiKnockedDown => &mut operations.semi_knocked_down_duties,
        KitMode::CompletelyKnockedDown => &mut operations.completely_knocked_down_duties,
        KitMode::Parts => &mut operations.parts_duties,
    };
    *column = vec![duty];
}

/// An error of the product `plant`, at the programme's field or the way's.
fn as_plant(error: Error, field: &str) -> Error {
    let at = |name: &str| [field, ".", name].concat();
    match error.field() {
        "start" | "currency" | "foreign.exchangeRates" => error,
        "operations.vehicles" => error.moved("vehicles"),
        "operations.price" => error.moved("price"),
        "operatingYears" => error.moved("years"),
        "operations" => error.moved(field),
        "operations.kitCost" => error.moved(&at("kitPrice")),
        other => {
            let name = at(other.strip_prefix("operations.").unwrap_or(other));
            error.moved(&name)
        }
    }
}
