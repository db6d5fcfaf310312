//! Ratios, returns, totals and columns out of the years.

use super::operations::{MOST_VEHICLES, Plan};
use super::quote::{PlantBalance, PlantDebtService, PlantFunding, PlantProduction, PlantQuote};
use super::run::{Row, Run, project};
use crate::calendar::Frequency;
use crate::cash_flow::Flows;
use crate::document::{Column, decimal_of, short_text};
use crate::error::Error;
use crate::numeric::brent;
use crate::values::{Currency, LARGEST_MINOR, Money, PremiumRate, bounded, to_f64};

impl Run<'_> {
    /// Everything that the quote tells but notices and tables.
    ///
    /// - LLCR `= (Σ CFADSₜ / (1 + r)^t + R) / D` over the loan's life, PLCR over all years of production; `t` years from the
    ///   beginning of production, `r` the loan's rate, `R` the reserve account and `D` the debt at that time
    /// - project: the cash of the plant without debt and with the tax that it would then pay, so that the return does not
    ///   depend on who pays for it. DIFFERENCE: many models discount CFADS with the tax that interest has lowered.
    ///
    /// # Errors
    /// `OutOfRange` for amounts and dates that are too large.
    pub fn answer(&self, premium: Option<PremiumRate>) -> Result<PlantQuote, Error> {
        let plan = self.plan;
        let request = plan.request;
        let currency = plan.currency;
        let money = |minor: i64| Money::new(minor, currency);
        let flows = project(plan)?;
        let (drawn, equity) = (self.total(|row| row.drawn)?, self.total(|row| row.equity)?);
        let built = plan.is_built();
        let ratios: Vec<f64> = self.loan_life().iter().filter_map(Row::dscr).collect();
        let covers = [self.loan_life(), self.rows.get(plan.opening + 1..).unwrap_or_default()]
            .map(|rows| self.life_cover(rows));
        let [loan, project_life] = covers;
        let sized = self.sized;
        let discount = request.discount_rate.filter(|_| built).map(|rate| rate.as_f64());
        let break_even = match (&request.operations, discount) {
            (Some(operations), Some(rate)) => break_even(plan, rate, to_f64(operations.vehicles)),
            _ => None,
        };
        let years = |of: fn(&Row) -> bool| {
            let of = |(at, row): (usize, &Row)| of(row).then_some(at as u32);
            self.rows.iter().enumerate().filter_map(of).collect::<Vec<u32>>()
        };
        let count = plan.end as u32;
        let mut dates = vec![request.start.days()];
        dates.extend(
            Frequency::Annual.dates_after(request.start, count).map_err(|error| error.moved("start"))?,
        );
        Ok(PlantQuote {
            currency,
            equity_return: built.then(|| rate_of(&self.sponsors())).flatten(),
            project_return: built.then(|| rate_of(&flows)).flatten(),
            project_value: discount
                .map(|rate| value_of(&flows, rate, currency, "discountRate"))
                .transpose()?,
            equity_value: request
                .cost_of_equity
                .filter(|_| built)
                .map(|rate| value_of(&self.sponsors(), rate.as_f64(), currency, "costOfEquity"))
                .transpose()?,
            payback_years: if built { payback(&flows) } else { None },
            break_even_volume: break_even,
            total_uses: money(bounded(i128::from(drawn) + i128::from(equity), currency)?),
            debt_amount: money(drawn),
            equity_amount: money(equity),
            gearing: (built && drawn + equity > 0).then(|| drawn as f64 / (drawn + equity) as f64),
            minimum_dscr: ratios.iter().copied().reduce(f64::min),
            average_dscr: (!ratios.is_empty()).then(|| ratios.iter().sum::<f64>() / ratios.len() as f64),
            llcr: loan.map(|(with, _)| with),
            llcr_without_reserve: loan.map(|(_, without)| without),
            plcr: project_life.map(|(with, _)| with),
            plcr_without_reserve: project_life.map(|(_, without)| without),
            debt_capacity: sized.and_then(|sized| sized.capacity).map(money),
            sculpted_dscr: sized.and_then(|sized| sized.ratio),
            lock_up_years: years(|row| row.locked),
            default_years: years(|row| row.default),
            sponsor_support: money(self.total(|row| row.support)?),
            unpaid_debt: money(self.rows.last().map_or(0, |row| row.closing)),
            total_dividends: money(self.total(|row| row.dividend)?),
            premium_rate: premium,
            total_premium: premium.map(|_| self.total(|row| row.premium)).transpose()?.map(money),
            funding: self.funding(&dates),
            production: plan.has_books().then(|| self.production(&dates)),
            debt_service: self.debt_service(&dates),
            balance: plan.has_books().then(|| self.balance(&dates)),
            editions: Vec::new(),
            notices: Vec::new(),
        })
    }

    /// The cover ratio over some years with and without the reserve account.
    fn life_cover(&self, rows: &[Row]) -> Option<(f64, f64)> {
        let debt = self.debt?;
        let owed = self.rows.get(self.plan.opening)?.closing;
        if owed == 0 {
            return None;
        }
        let mut discount = 1.0;
        let mut worth = 0.0;
        for row in rows {
            discount /= 1.0 + debt.yearly;
            worth += row.books.available as f64 * discount;
        }
        let owed = owed as f64;
        Some(((worth + debt.reserve as f64) / owed, worth / owed))
    }

    fn column(&self, of: impl Fn(&Row) -> i64) -> Column<f64> {
        Column::of(&self.rows, of)
    }

    fn funding(&self, dates: &[i32]) -> PlantFunding {
        let days = self.plan.opening + 1;
        let column = |of: fn(&Row) -> i64| Column::of(self.rows.iter().take(days), of);
        PlantFunding {
            dates: Column(dates.iter().copied().take(days).collect()),
            capital_cost: column(|row| row.books.spent),
            fees: column(|row| row.fees),
            construction_interest: column(|row| row.construction_interest),
            reserve_funded: column(|row| row.reserve),
            drawn: column(|row| row.drawn),
            equity: column(|row| row.equity),
        }
    }

    fn production(&self, dates: &[i32]) -> PlantProduction {
        let plan = self.plan;
        let rows = &plan.production;
        let column = |of: fn(&super::operations::Production) -> i64| Column::of(rows, of);
        let vehicles: Vec<f64> = rows.iter().map(|row| row.vehicles).collect();
        let most = plan
            .request
            .operations
            .as_ref()
            .map_or(1.0, |made| to_f64(made.capacity.unwrap_or(made.vehicles)));
        let later = |at: usize, row: &Row| if at > plan.opening { row.books.spent as f64 } else { 0.0 };
        PlantProduction {
            dates: Column(dates.to_vec()),
            utilisation: Column(vehicles.iter().map(|made| made / most).collect()),
            vehicles: Column(vehicles),
            revenue: column(|row| row.revenue),
            kits: column(|row| row.kits),
            duty: column(|row| row.duty),
            local_parts: column(|row| row.local_parts),
            logistics: column(|row| row.logistics),
            labour: column(|row| row.labour),
            fixed_costs: column(|row| row.fixed),
            ebitda: column(super::operations::Production::ebitda),
            depreciation: self.column(|row| row.books.depreciation),
            tax: self.column(|row| row.books.tax),
            profit: self.column(|row| row.books.profit),
            working_capital_change: self.column(|row| row.books.working_capital),
            later_capital_cost: Column(
                self.rows.iter().enumerate().map(|(at, row)| later(at, row)).collect(),
            ),
        }
    }

    fn debt_service(&self, dates: &[i32]) -> PlantDebtService {
        PlantDebtService {
            dates: Column(dates.to_vec()),
            cash_available: self.column(|row| row.books.available),
            opening: self.column(|row| row.opening),
            interest: self.column(|row| row.interest),
            principal: self.column(|row| row.principal),
            prepaid: self.column(|row| row.prepaid),
            closing: self.column(|row| row.closing),
            service: self.column(|row| row.service),
            dscr: Column(self.rows.iter().map(|row| row.dscr().unwrap_or(0.0)).collect()),
            unpaid: self.column(|row| row.unpaid),
            reserve: self.column(|row| row.reserve),
            support: self.column(|row| row.support),
            dividends: self.column(|row| row.dividend),
            cash: self.column(|row| row.cash),
            premium: self.column(|row| row.premium),
        }
    }

    fn balance(&self, dates: &[i32]) -> PlantBalance {
        let mut equity = 0;
        let belongs = |row: &Row| {
            equity += row.equity + row.support + row.books.profit - row.dividend;
            equity as f64
        };
        let equity = self.rows.iter().map(belongs).collect();
        PlantBalance {
            dates: Column(dates.to_vec()),
            fixed_assets: self.column(|row| row.books.fixed_assets),
            working_capital: Column(
                self.plan.production.iter().map(|row| row.working_capital as f64).collect(),
            ),
            reserve: self.column(|row| row.reserve),
            cash: self.column(|row| row.cash),
            debt: self.column(|row| row.closing),
            equity: Column(equity),
        }
    }
}

fn rate_of(flows: &[f64]) -> Option<f64> {
    Flows::periodic(flows).ok()?.nearest_rate()
}

fn value_of(flows: &[f64], rate: f64, currency: Currency, field: &str) -> Result<Money, Error> {
    let value = Flows::periodic(flows)?.npv(rate).map_err(|error| error.moved(field))?;
    let most = 2.0 * LARGEST_MINOR as f64;
    let value = libm::round(value.max(-most).min(most));
    bounded(value as i128, currency).map(|minor| Money::new(minor, currency)).map_err(|error| error.at(field))
}

/// The first year at whose end the sum of all flows is not below nothing.
fn payback(flows: &[f64]) -> Option<u32> {
    let mut so_far = 0.0;
    let mut sums = flows.iter().map(|flow| {
        so_far += flow;
        so_far
    });
    sums.position(|sum| sum >= 0.0).map(|at| at as u32)
}

/// Vehicles a year with a complete ramp at which the plant without debt is worth nothing at the discount rate; none where
/// that is so for no number up to 100,000,000, or for none that costs nothing.
///
/// Found by Brent's method between nothing and the first doubling of the plan that is worth something.
fn break_even(plan: &Plan<'_>, rate: f64, planned: f64) -> Option<f64> {
    let operations = plan.request.operations.as_ref()?;
    let mut scaled =
        Plan { production: Vec::new(), capital: plan.capital.clone(), path: plan.path.clone(), ..*plan };
    let mut value = |volume: f64| {
        let mut of = || -> Option<f64> {
            scaled.production = plan.produced(operations, decimal_of(&short_text(volume))?).ok()?;
            let flows = project(&scaled).ok()?;
            Flows::periodic(&flows).ok()?.npv(rate).ok()
        };
        of().unwrap_or(f64::NAN)
    };
    // Below a thousandth of a vehicle a number would need an exponent.
    let least = 0.001;
    if value(least) >= 0.0 {
        return None;
    }
    let mut most = planned.max(least);
    while value(most) < 0.0 && most < MOST_VEHICLES as f64 {
        most = (2.0 * most).min(MOST_VEHICLES as f64);
    }
    brent(value, least, most, 1e-9).ok()
}
