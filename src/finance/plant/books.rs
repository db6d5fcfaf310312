//! What of a year's earnings is left for debt service: depreciation, losses carried forward and tax.

use super::operations::Plan;
use crate::error::Error;
use crate::values::Rounding;

/// What a year of production comes to once its interest is known.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Year {
    pub depreciation: i64,
    pub tax: i64,
    pub profit: i64,
    /// What working capital takes; below zero what it gives back.
    pub working_capital: i64,
    /// What is built in the year.
    pub spent: i64,
    /// Cash available for debt service.
    pub available: i64,
    /// The book value of what was built.
    pub fixed_assets: i64,
}

/// The books of a plant, year after year.
#[derive(Debug)]
pub(super) struct Books<'p> {
    plan: &'p Plan<'p>,
    /// What is depreciated, and since when.
    assets: Vec<(i64, usize)>,
    value: i64,
    /// Losses that are left, and when they were made.
    losses: Vec<(usize, i64)>,
}

impl<'p> Books<'p> {
    /// Books that open when production begins; `financing` are fees and interest that were paid until then.
    pub fn open(plan: &'p Plan<'p>, financing: i64) -> Self {
        let built: i64 = plan.capital.iter().take(plan.opening + 1).sum::<i64>() + financing;
        Self { plan, assets: vec![(built, plan.opening)], value: built, losses: Vec::new() }
    }

    /// The year that ends so many years from the start.
    ///
    /// - depreciation: straight over the years given, each year the difference of two rounded sums; at the end of
    ///   production all that is left less what plant and land bring
    /// - tax `= round(t·(profit before tax − losses carried forward))`, never below nothing; none in the holiday, in which
    ///   losses add up and profits use none; losses are used in the order in which they were made
    /// - CFADS `= EBITDA − tax − change of working capital − what is built + what plant and land bring`
    ///
    /// Source: definition of this project; cash available for debt service as project finance defines it, after tax and
    /// before any payment to lenders.
    ///
    /// # Errors
    /// `OutOfRange` for amounts that are too large.
    pub fn year(&mut self, at: usize, interest: i64) -> Result<Year, Error> {
        let plan = self.plan;
        let before = at.checked_sub(1).and_then(|at| plan.production.get(at)).copied().unwrap_or_default();
        let row = plan.production.get(at).copied().unwrap_or_default();
        if !plan.has_books() {
            return Ok(Year { available: row.given, ..Year::default() });
        }
        let last = at == plan.end;
        let residual = if last { plan.residual } else { 0 };
        let spent = plan.capital.get(at).copied().unwrap_or(0);
        let depreciation = if last { self.value - residual } else { self.depreciation(at) };
        let before_tax = row.ebitda() - depreciation - interest;
        let tax = plan.tax.of(self.taxable(at, before_tax), plan.currency)?;
        self.value -= depreciation + residual;
        if spent > 0 {
            self.assets.push((spent, at));
            self.value += spent;
        }
        let working_capital = row.working_capital - before.working_capital;
        Ok(Year {
            depreciation,
            tax,
            profit: before_tax - tax,
            working_capital,
            spent,
            available: row.ebitda() - tax - working_capital - spent + residual,
            fixed_assets: self.value,
        })
    }

    fn depreciation(&self, at: usize) -> i64 {
        let Some(capital) = &self.plan.request.capital else { return 0 };
        let years = i128::from(capital.depreciation_years);
        let so_far = |amount: i64, passed: i128| {
            Rounding::default().quotient(i128::from(amount) * passed.min(years), years) as i64
        };
        let of = |(amount, from): &(i64, usize)| {
            let passed = (at - from) as i128;
            so_far(*amount, passed) - so_far(*amount, passed - 1)
        };
        self.assets.iter().map(of).sum()
    }

    /// What of a profit is taxed.
    fn taxable(&mut self, at: usize, before_tax: i64) -> i64 {
        let request = self.plan.request;
        if before_tax < 0 {
            self.losses.push((at, -before_tax));
            return 0;
        }
        if at - self.plan.opening <= request.tax_holiday_years as usize {
            return 0;
        }
        let mut left = before_tax;
        for (made, loss) in &mut self.losses {
            let too_old = request.loss_carry_forward_years.is_some_and(|years| at - *made > years as usize);
            let used = if too_old { *loss } else { left.min(*loss) };
            *loss -= used;
            left -= if too_old { 0 } else { used };
        }
        left
    }
}
