//! Vehicles that come as a whole or as kits.

use rust_decimal::Decimal;

use super::course::Course;
use super::programme::{HomeTax, MOST_VEHICLES, Programme, Scenario};
use super::request::{ImportRoute, RouteCredit};
use crate::error::Error;
use crate::explain::Trace;
use crate::finance::{CreditType, DrawdownInterest, ExportCreditQuote, ExportCreditRequest};
use crate::product::Product;
use crate::reference::{ImportMode, Market};
use crate::strategy::{LandedCostQuote, LandedCostRequest, MarginBase, VatStage};
use crate::values::{Amount, Exact, PositiveAmount, Rate, Rounding, Share, positive, to_f64, within};

/// What one vehicle costs on its way, on the first day.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Unit {
    /// From the works to the dealer with all levies but VAT, without vehicle, local parts and putting together.
    pub way: Decimal,
    /// All duties, as a fraction of the customs value.
    pub duty: Decimal,
}

/// One of the ways on which vehicles come as a whole or as kits.
#[derive(Debug)]
pub(super) struct ImportWay<'a> {
    pub terms: &'a ImportRoute,
    pub mode: ImportMode,
    /// Its name in the request.
    pub field: &'static str,
    pub landed: LandedCostQuote,
    pub unit: Unit,
    pub content: Option<Decimal>,
    pub credit: Option<ExportCreditQuote>,
    /// What the maker bears of the credit's cost a vehicle.
    financing: Decimal,
    minimum: Decimal,
    investment: i64,
}

impl<'a> ImportWay<'a> {
    /// # Errors
    /// What is wrong with the terms, the landed cost or the credit.
    pub fn of(
        programme: &Programme<'_>,
        market: &Market,
        terms: &'a ImportRoute,
        mode: ImportMode,
        field: &'static str,
    ) -> Result<Self, Error> {
        let at = |name: &str| [field, ".", name].concat();
        within(terms.payment_days, 0, 365, &at("paymentDays"))?;
        for (number, name) in [(terms.minimum_vehicles, "minimumVehicles"), (terms.capacity, "capacity")] {
            if let Some(number) = number {
                positive(number, MOST_VEHICLES, &at(name))?;
            }
        }
        let content = terms.origin_rule.as_ref().map(|_| {
            let kit =
                [terms.declared_price.get(), terms.to_port.get(), terms.freight.get(), terms.insurance.get()];
            let kit = kit.into_iter().fold(Decimal::ZERO, Exact::plus);
            let price = programme.price();
            price.minus(kit).over(price).to_digits(12)
        });
        let mut way = Self {
            terms,
            mode,
            field,
            landed: LandedCostRequest::quote(
                &landed_request(programme, terms, mode, content)?,
                market,
                &mut Trace::silent(),
            )
            .map_err(|error| as_route(error, field))?,
            unit: Unit::default(),
            content,
            credit: None,
            financing: Decimal::ZERO,
            minimum: terms.minimum_vehicles.unwrap_or(Decimal::ZERO),
            investment: programme
                .minor(terms.investment.get())
                .map_err(|error| error.moved(&at("investment")))?,
        };
        way.unit = way.unit_of(programme, &way.landed);
        if let Some(credit) = &terms.credit {
            let vehicles = programme.request.vehicles;
            let quote = way
                .credit_request(programme, credit)?
                .quote(market, &mut Trace::silent())
                .map_err(|error| as_credit(error, field))?;
            let borne = quote.total_cost.decimal().times(credit.borne_by_maker.get());
            way.financing = borne.over(vehicles).to_digits(12);
            way.credit = Some(quote);
        }
        Ok(way)
    }

    /// A vehicle's way with other duties, all of them together.
    ///
    /// # Errors
    /// As the landed cost.
    pub fn unit_at(&self, programme: &Programme<'_>, market: &Market, duty: Decimal) -> Result<Unit, Error> {
        let request = LandedCostRequest {
            duty_rate: Some(Rate::new(duty)?),
            additional_duty_rate: Some(Rate::ZERO),
            ..landed_request(programme, self.terms, self.mode, self.content)?
        };
        let landed =
            request.quote(market, &mut Trace::silent()).map_err(|error| as_route(error, self.field))?;
        Ok(self.unit_of(programme, &landed))
    }

    fn unit_of(&self, programme: &Programme<'_>, landed: &LandedCostQuote) -> Unit {
        let vehicle = self.terms.declared_price.get().plus(local_content(programme, self.terms));
        let value = landed.customs_value.decimal();
        Unit {
            way: landed.landed_cost_before_vat.decimal().minus(vehicle),
            duty: landed.duties.decimal().over(value).to_digits(6),
        }
    }

    /// The credit for a year's deliveries with a complete ramp.
    ///
    /// # Errors
    /// `OutOfRange` for an amount that is too large.
    pub fn credit_request(
        &self,
        programme: &Programme<'_>,
        terms: &RouteCredit,
    ) -> Result<ExportCreditRequest, Error> {
        let request = programme.request;
        let contract = programme.minor(self.terms.declared_price.get().times(request.vehicles))?;
        let contract = crate::values::minor_decimal(contract, programme.currency);
        Ok(ExportCreditRequest {
            exporter_country: Some(request.origin),
            country: request.country,
            buyer: terms.buyer,
            rating: None,
            goods: terms.goods,
            currency: programme.currency,
            contract_value: PositiveAmount::new(contract).map_err(|error| error.moved("vehicles"))?,
            down_payment: terms.down_payment,
            local_costs: Amount::ZERO,
            credit_type: CreditType::BuyerCredit,
            forfaiting: None.into(),
            start: request.start,
            disbursement_months: terms.disbursement_months,
            drawdowns: None.into(),
            interest_during_drawdown: DrawdownInterest::Paid,
            repayment_months: terms.repayment_months,
            frequency: terms.frequency,
            profile: terms.profile,
            rate: Some(terms.rate),
            cirr: None.into(),
            floating: None.into(),
            day_count: terms.day_count,
            cover: terms.cover.clone(),
            fees: terms.fees.clone(),
            deposit: None,
            spread_without_cover: None,
            bank: None,
            valuation_date: None,
        })
    }

    /// What selling until the end of some year means, year by year; `unit_then` counts from the year in which duties change.
    ///
    /// - revenue `= round(n·p·(1 + g)^t·x)`; `n` vehicles of the year, `t` years from the start to its end, `x` the exchange
    ///   rate then
    /// - costs `= round(n·h·(1 + c)^t) + round(n·w·(1 + c)^t) + round(((n·l + max(n, m)·a)·(1 + c)^t·x) + round(F·(1 + c)^t·x) +
    ///   round(n·f·(1 + c)^t)`; `h` at home, `w` the way with levies, `l` local parts, `a` putting together for at least `m`
    ///   vehicles, `F` fixed costs, `f` what the maker bears of the credit
    /// - what dealers owe `= round(revenue·d/365)`, nothing at the end; tax on profit at home
    ///
    /// Rounding: each line once. Source: definition of this project.
    ///
    /// # Errors
    /// `OutOfRange` for amounts that are too large.
    #[inline(never)]
    pub fn course(
        &self,
        programme: &Programme<'_>,
        market: &Market,
        scenario: &Scenario,
        until: usize,
        unit_then: Option<Unit>,
    ) -> Result<Course, Error> {
        let mut course = Course::of(programme.years);
        let currency = programme.currency;
        let unit = self.unit_in(programme, market, scenario)?;
        let terms = self.terms;
        let home = terms.home_cost.get().times(scenario.home_cost.unwrap_or(Decimal::ONE));
        let mut tax = HomeTax::new(programme.home_tax);
        let mut owed = 0;
        tax.on(-self.investment, currency)?;
        if let (Some(maker), Some(sunk)) = (course.maker.first_mut(), course.sunk.first_mut()) {
            (*maker, *sunk) = (-self.investment, self.investment);
        }
        for year in 1..=until {
            let of = |path: &[Decimal]| path.get(year).copied().unwrap_or(Decimal::MAX);
            let (price, cost) = (of(&programme.price), of(&programme.cost));
            let rate = programme.exchange(scenario, year);
            let made = programme.demand(scenario, year).min(terms.capacity.unwrap_or(Decimal::MAX));
            let then = scenario.duty_then_from.is_some_and(|from| year >= from);
            let way = unit_then.filter(|_| then && self.mode == ImportMode::BuiltUp).unwrap_or(unit).way;
            let assembled = made.max(self.minimum).times(terms.assembly_fee.get());
            let local = made.times(terms.local_parts.get()).plus(assembled);
            let revenue =
                programme.minor(made.times(programme.request.price.get()).times(price).times(rate))?;
            let mut profit = revenue;
            for paid in [
                made.times(home).times(cost),
                made.times(way).times(cost),
                local.times(cost).times(rate),
                terms.fixed_costs.get().times(cost).times(rate),
                made.times(self.financing).times(cost),
            ] {
                profit -= programme.minor(paid)?;
            }
            let days = if year < until { i128::from(terms.payment_days) } else { 0 };
            let owed_now = Rounding::default().quotient(i128::from(revenue) * days, 365) as i64;
            let flow = profit - tax.on(profit, currency)? - (owed_now - owed);
            owed = owed_now;
            let cells =
                (course.maker.get_mut(year), course.revenue.get_mut(year), course.vehicles.get_mut(year));
            if let (Some(maker), Some(sold), Some(vehicles)) = cells {
                (*maker, *sold, *vehicles) = (flow, revenue, to_f64(made));
            }
        }
        Ok(course)
    }

    fn unit_in(
        &self,
        programme: &Programme<'_>,
        market: &Market,
        scenario: &Scenario,
    ) -> Result<Unit, Error> {
        let built_up = self.mode == ImportMode::BuiltUp;
        match scenario.duty {
            Some(duty) if built_up => self.unit_at(programme, market, duty),
            _ if built_up || scenario.kit_duty.is_zero() => Ok(self.unit),
            _ => self.unit_at(programme, market, self.unit.duty.plus(scenario.kit_duty).max(Decimal::ZERO)),
        }
    }
}

/// Local parts and putting together, in the currency of the accounts.
fn local_content(programme: &Programme<'_>, terms: &ImportRoute) -> Decimal {
    let rate = programme.path.first().copied().unwrap_or(Decimal::ONE);
    let local = terms.local_parts.get().plus(terms.assembly_fee.get()).times(rate);
    local.to_digits(programme.currency.minor_digits())
}

fn landed_request(
    programme: &Programme<'_>,
    terms: &ImportRoute,
    mode: ImportMode,
    content: Option<Decimal>,
) -> Result<LandedCostRequest, Error> {
    let met = terms.origin_rule.as_ref().filter(|rule| content >= Some(rule.required_content.get()));
    let duty_rate = met.map(|rule| rule.duty_rate).or(terms.duty_rate);
    Ok(LandedCostRequest {
        mode,
        price: terms.declared_price,
        to_port: terms.to_port,
        freight: terms.freight,
        insurance: terms.insurance,
        local_content: Amount::new(local_content(programme, terms))?,
        clearance: terms.clearance,
        duty_rate,
        additional_duty_rate: terms.additional_duty_rate,
        ..vehicle(programme, mode, terms.declared_price)
    })
}

/// A vehicle or kit at the border, with nothing but its price.
pub(super) fn vehicle(
    programme: &Programme<'_>,
    mode: ImportMode,
    price: PositiveAmount,
) -> LandedCostRequest {
    let request = programme.request;
    LandedCostRequest {
        currency: programme.currency,
        country: request.country,
        northern_ireland: false,
        origin: request.origin,
        control: None,
        date: request.start,
        goods: request.goods,
        mode,
        drive: request.drive,
        maker: request.maker,
        units: 1,
        price,
        to_port: Amount::ZERO,
        freight: Amount::ZERO,
        insurance: Amount::ZERO,
        customs_value: None,
        local_content: Amount::ZERO,
        clearance: Amount::ZERO,
        horsepower: request.horsepower,
        cubic_centimetres: request.cubic_centimetres,
        age_years: 0,
        model_year: None,
        preference: false,
        within_quota: false,
        duty_rate: None,
        additional_duty_rate: None,
        vat_rate: None,
        vat_stage: VatStage::Import,
        dealer_margin: Share::ZERO,
        margin_base: MarginBase::LandedCost,
        take: request.take.clone(),
        levies: None,
        exchange_rates: request.exchange_rates.clone(),
        rounding: Rounding::default(),
        valuation_date: None,
    }
}

/// An error of the landed cost, at the programme's field or the way's.
pub(super) fn as_route(error: Error, field: &str) -> Error {
    match error.field() {
        "price" => error.moved(&[field, ".declaredPrice"].concat()),
        "localContent" => error.moved(&[field, ".assemblyFee"].concat()),
        "toPort" | "freight" | "insurance" | "clearance" | "dutyRate" | "additionalDutyRate" => {
            error.under(field)
        }
        "date" => error.moved("start"),
        "units" => error.moved("vehicles"),
        _ => error,
    }
}

fn as_credit(error: Error, field: &str) -> Error {
    match error.field() {
        "country" | "currency" | "start" => error,
        "contractValue" => error.moved("vehicles"),
        "exporterCountry" => error.moved("origin"),
        _ => error.under(&[field, ".credit"].concat()),
    }
}
