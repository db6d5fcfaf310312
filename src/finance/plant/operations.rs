//! What a plant costs to build, produces and earns, before any debt.

use rust_decimal::Decimal;

use super::super::part::Part;
use super::request::{KitMode, PlantCurrency, PlantOperations, PlantRequest};
use crate::document::Text;
use crate::error::Error;
use crate::values::{
    Currency, Exact, Rate, Rounding, Share, bounded, positive, to_f64, to_minor, to_minor_exact, within,
};

/// One year of production, in smallest units.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Production {
    pub vehicles: f64,
    pub revenue: i64,
    pub kits: i64,
    pub duty: i64,
    pub local_parts: i64,
    pub logistics: i64,
    pub labour: i64,
    pub fixed: i64,
    /// What buyers owe and what lies in stock, less what suppliers are owed, at the end of the year.
    pub working_capital: i64,
    /// Cash available as it is given.
    pub given: i64,
}

impl Production {
    /// Earnings before interest, tax and depreciation.
    pub const fn ebitda(&self) -> i64 {
        self.revenue - self.kits - self.duty - self.local_parts - self.logistics - self.labour - self.fixed
    }
}

/// What does not depend on debt.
#[derive(Debug)]
pub(super) struct Plan<'a> {
    pub request: &'a PlantRequest,
    pub currency: Currency,
    /// Years from the start to the beginning of production, and to its end.
    pub opening: usize,
    pub end: usize,
    /// What is paid to build at the beginning of each year and at the end of the last.
    pub capital: Vec<i64>,
    pub residual: i64,
    /// Rows by years from the start; up to the beginning of production they are empty.
    pub production: Vec<Production>,
    pub tax: Part,
    /// What one unit of the second currency is worth, by years from the start.
    pub path: Vec<Decimal>,
}

/// Vehicles a year that are answered.
pub(super) const MOST_VEHICLES: i64 = 100_000_000;

impl<'a> Plan<'a> {
    /// # Errors
    /// `InvalidInput`: `production-or-cash` when neither or both are given, `only-one`, `empty`, `unequal-lengths`,
    /// `exchange-rate-missing`, `capital-needed`, `duty-missing`; `OutOfRange`: `out-of-bounds`, `above-capacity`,
    /// amounts that are too large.
    pub fn of(request: &'a PlantRequest) -> Result<Self, Error> {
        within(request.construction_years, 0, 10, "constructionYears")?;
        let count = match (&request.operations, request.cash_available.as_slice(), request.operating_years) {
            (Some(_), [], Some(years)) => years,
            (Some(_), [], None) => {
                let sentence = "say for how many years the plant produces";
                return Err(Error::invalid("required", sentence).at("operatingYears"));
            }
            (None, cash @ [_, ..], None) => cash.len().try_into().unwrap_or(u32::MAX),
            (None, [_, ..], Some(years)) => {
                let sentence =
                    "there are as many years of production as of cash available: leave them out here";
                return Err(Error::invalid("only-one", sentence)
                    .at("operatingYears")
                    .with_value(years.text()));
            }
            (operations, _, _) => {
                let sentence = "give what the plant produces, or its cash available: one of the two";
                let field = if operations.is_some() { "cashAvailable" } else { "operations" };
                return Err(Error::invalid("production-or-cash", sentence).at(field));
            }
        };
        let field = if request.operations.is_some() { "operatingYears" } else { "cashAvailable" };
        within(count, 1, 40, field)?;
        let opening = request.construction_years as usize;
        let end = opening + count as usize;
        let mut plan = Self {
            request,
            currency: request.currency,
            opening,
            end,
            capital: vec![0; end + 1],
            residual: 0,
            production: Vec::new(),
            tax: Part::over(request.tax_rate.get(), 1),
            path: request.foreign.as_ref().map_or(Ok(Vec::new()), |foreign| foreign.path(end))?,
        };
        plan.spend()?;
        plan.production = match &request.operations {
            Some(operations) => {
                checked(operations)?;
                plan.produced(operations, operations.vehicles)?
            }
            None => plan.given()?,
        };
        Ok(plan)
    }

    /// Whether the plant's production is known, and so its books.
    pub const fn has_books(&self) -> bool {
        self.request.operations.is_some()
    }

    /// Whether anything is built.
    pub const fn is_built(&self) -> bool {
        self.request.capital.is_some()
    }

    fn spend(&mut self) -> Result<(), Error> {
        let Some(capital) = &self.request.capital else {
            if self.opening > 0 {
                return Err(Error::invalid(
                    "capital-needed",
                    "what is built costs something: give the capital",
                )
                .at("capital"));
            }
            return Ok(());
        };
        within(capital.depreciation_years, 1, 40, "capital.depreciationYears")?;
        let (amounts, years) = (&capital.amounts, &capital.years);
        if amounts.is_empty() {
            return Err(Error::invalid("empty", "this list must name at least one").at("capital.amounts"));
        }
        if !years.is_empty() && years.len() != amounts.len() {
            return Err(Error::invalid("unequal-lengths", "give a year for each amount")
                .at("capital.years")
                .with_value(years.len().text()));
        }
        // Cash that is given has what is spent later in it.
        let last = if self.has_books() { self.end - 1 } else { self.opening };
        for (at, amount) in amounts.iter().enumerate() {
            let year = years.get(at).copied().unwrap_or(0);
            within(year, 0, last as u32, &["capital.years.", &at.text()].concat())?;
            let rate = self.exchange(capital.currency, year as usize, "capital.currency")?;
            let field = ["capital.amounts.", &at.text()].concat();
            let paid = if capital.currency.is_none_or(|currency| currency == self.currency) {
                to_minor_exact(amount.get(), self.currency)
            } else {
                to_minor(amount.get().times(rate), self.currency, Rounding::default())
            };
            let paid = paid.map_err(|error| error.at(&*field))?;
            if let Some(sum) = self.capital.get_mut(year as usize) {
                *sum = bounded(i128::from(*sum) + i128::from(paid), self.currency)
                    .map_err(|error| error.at(field))?;
            }
        }
        self.residual = to_minor_exact(capital.residual_value.get(), self.currency)
            .map_err(|error| error.at("capital.residualValue"))?;
        Ok(())
    }

    fn given(&self) -> Result<Vec<Production>, Error> {
        let mut rows = vec![Production::default(); self.opening + 1];
        for (at, amount) in self.request.cash_available.iter().enumerate() {
            let given = to_minor_exact(*amount, self.currency)
                .map_err(|error| error.at(["cashAvailable.", &at.text()].concat()))?;
            rows.push(Production { given, ..Production::default() });
        }
        Ok(rows)
    }

    /// What so many vehicles a year bring and cost.
    ///
    /// - revenue `= round(n·p·(1 + g)^t·x)`; `n` vehicles of the year, `t` years from the start to the year's end, `x` the
    ///   exchange rate on that day
    /// - kits `= round(n·k·(1 − l)·(1 + gₖ)^t·x)`; `l` local content; duty `= round(kits·d)` of the mode of the year
    /// - local parts `= round(n·s·l·(1 + g꜀)^t·x)`, logistics, labour and fixed costs likewise
    /// - working capital `= round((revenue·dᵣ + (kits + duty + local parts)·(dᵢ − dₚ)) / 365)`, nothing at the end
    ///
    /// Rounding: each line once, to the smallest unit; growth and exchange rates to twelve decimals.
    ///
    /// Source: definition of this project.
    ///
    /// # Errors
    /// As [`Self::of`].
    pub fn produced(
        &self,
        operations: &PlantOperations,
        vehicles: Decimal,
    ) -> Result<Vec<Production>, Error> {
        let mut rows = vec![Production::default(); self.opening + 1];
        let mut grown = [operations.price_growth, operations.kit_growth, operations.cost_growth]
            .map(|rate| (Decimal::ONE.plus(rate.get()), Decimal::ONE));
        for at in 1..=self.end {
            for (growth, factor) in &mut grown {
                *factor = factor.times(*growth).to_digits(12);
            }
            let Some(year) = at.checked_sub(self.opening + 1) else { continue };
            let [(_, price), (_, kit), (_, cost)] = grown;
            let of_year = |shares: &[Share], otherwise: Decimal| {
                shares.get(year).or(shares.last()).map_or(otherwise, |share| share.get())
            };
            let made = vehicles.times(of_year(&operations.ramp, Decimal::ONE));
            let local = of_year(&operations.local_content, Decimal::ZERO);
            let home = self.exchange(operations.currency, at, "operations.currency")?;
            let abroad = self.exchange(operations.kit_currency, at, "operations.kitCurrency")?;
            let paid = |amount: Decimal, rate: Decimal| {
                to_minor(amount.times(rate), self.currency, Rounding::default())
                    .map_err(|error| error.moved("operations"))
            };
            let each = |amount: Decimal, factor: Decimal, rate: Decimal| {
                paid(made.times(amount).times(factor), rate)
            };
            let kits = each(operations.kit_cost.get().times(Decimal::ONE.minus(local)), kit, abroad)?;
            let duty = operations.duty(year)?;
            let mut row = Production {
                vehicles: to_f64(made),
                revenue: each(operations.price.get(), price, home)?,
                kits,
                duty: if kits == 0 { 0 } else { Part::over(duty?, 1).of(kits, self.currency)? },
                local_parts: each(operations.local_parts_cost.get().times(local), cost, home)?,
                logistics: each(operations.logistics_cost.get(), cost, home)?,
                labour: each(operations.labour_cost.get(), cost, home)?,
                fixed: paid(operations.fixed_costs.get().times(cost), home)?,
                ..Production::default()
            };
            if at < self.end {
                row.working_capital = self.working_capital(operations, &row)?;
            }
            rows.push(row);
        }
        Ok(rows)
    }

    fn working_capital(&self, operations: &PlantOperations, row: &Production) -> Result<i64, Error> {
        let bought = i128::from(row.kits) + i128::from(row.duty) + i128::from(row.local_parts);
        let stock = i128::from(operations.inventory_days) - i128::from(operations.payable_days);
        let owed = i128::from(row.revenue) * i128::from(operations.receivable_days) + bought * stock;
        bounded(Rounding::default().quotient(owed, 365), self.currency)
            .map_err(|error| error.moved("operations"))
    }

    /// What one unit of a currency is worth so many years from the start.
    fn exchange(&self, currency: Option<Currency>, at: usize, field: &str) -> Result<Decimal, Error> {
        let Some(currency) = currency.filter(|currency| *currency != self.currency) else {
            return Ok(Decimal::ONE);
        };
        if self.request.foreign.as_ref().is_none_or(|foreign| foreign.currency != currency) {
            let sentence =
                "this is not the currency of the accounts: give its exchange rates as the foreign currency";
            return Err(Error::invalid("exchange-rate-missing", sentence)
                .at(field)
                .with_value(currency.code()));
        }
        Ok(self.path.get(at).copied().unwrap_or(Decimal::MAX))
    }
}

impl PlantCurrency {
    /// What one unit is worth at the start and at the end of each of so many years: the rates that are given, then their
    /// yearly change, with twelve decimals.
    ///
    /// # Errors
    /// `InvalidInput`, `empty`; `OutOfRange`, `out-of-bounds`.
    pub(crate) fn path(&self, end: usize) -> Result<Vec<Decimal>, Error> {
        let mut path = self.exchange_rates.clone();
        for (place, rate) in path.iter().enumerate() {
            positive(*rate, 1_000_000_000, &["foreign.exchangeRates.", &place.text()].concat())?;
        }
        let Some(mut last) = path.last().copied() else {
            let sentence = "this list must name at least one";
            return Err(Error::invalid("empty", sentence).at("foreign.exchangeRates"));
        };
        let change = Decimal::ONE.plus(self.yearly_change.get());
        while path.len() <= end {
            last = last.times(change).to_digits(12);
            path.push(last);
        }
        Ok(path)
    }
}

impl PlantOperations {
    /// The duty of a year's mode; an error where none is given. It counts only where kits are bought.
    fn duty(&self, year: usize) -> Result<Result<Decimal, Error>, Error> {
        let Some(mode) = self.kit_modes.get(year).or(self.kit_modes.last()) else {
            return Err(Error::invalid("empty", "this list must name at least one").at("operations.kitModes"));
        };
        let (rates, field): (&[Rate], _) = match mode {
            KitMode::SemiKnockedDown => (&self.semi_knocked_down_duties, "operations.semiKnockedDownDuties"),
            KitMode::CompletelyKnockedDown => {
                (&self.completely_knocked_down_duties, "operations.completelyKnockedDownDuties")
            }
            KitMode::Parts => (&self.parts_duties, "operations.partsDuties"),
        };
        let rate = rates.get(year).or(rates.last()).map(|rate| rate.get());
        Ok(rate.ok_or_else(|| {
            Error::invalid("duty-missing", "kits come in this mode: give their duty, 0 where there is none")
                .at(field)
        }))
    }
}

fn checked(operations: &PlantOperations) -> Result<(), Error> {
    positive(operations.vehicles, MOST_VEHICLES, "operations.vehicles")?;
    if let Some(capacity) = operations.capacity {
        positive(capacity, MOST_VEHICLES, "operations.capacity")?;
        let most = operations.ramp.iter().map(|share| share.get()).max().unwrap_or(Decimal::ONE);
        if operations.vehicles.times(most) > capacity {
            let sentence = "the plant can't make so many vehicles: raise its capacity or lower this";
            return Err(Error::out_of_range("above-capacity", sentence)
                .detail("maximum", capacity.text())
                .at("operations.vehicles")
                .with_value(operations.vehicles.text()));
        }
    }
    for (days, field) in [
        (operations.receivable_days, "operations.receivableDays"),
        (operations.inventory_days, "operations.inventoryDays"),
        (operations.payable_days, "operations.payableDays"),
    ] {
        within(days, 0, 365, field)?;
    }
    Ok(())
}
