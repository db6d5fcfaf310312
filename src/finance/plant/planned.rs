//! A plant as one way among others: what its sponsors pay and receive, as planned and if things go otherwise.

use super::debt::{Debt, Sized};
use super::operations::Plan;
use super::request::PlantRequest;
use super::run::Run;
use crate::error::Error;
use crate::finance::part::Part;
use crate::values::PremiumRate;

/// What one year of a plant means for its sponsors, in smallest units.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct PlantYear {
    pub vehicles: f64,
    pub revenue: i64,
    pub kits: i64,
    /// What sponsors pay to build.
    pub equity: i64,
    /// What they pay beside it.
    pub support: i64,
    pub premium: i64,
    pub dividend: i64,
}

/// A plant with the debt that its plan carries.
#[derive(Debug)]
pub(crate) struct PlannedPlant<'a> {
    plan: Plan<'a>,
    debt: Option<Debt<'a>>,
    sized: Option<Sized>,
    premium: Option<PremiumRate>,
}

impl<'a> PlannedPlant<'a> {
    /// `premium` is the rate of the sponsors' cover, as a quote of the plant gave it.
    ///
    /// # Errors
    /// As the quote.
    pub fn of(request: &'a PlantRequest, premium: Option<PremiumRate>) -> Result<Self, Error> {
        let plan = Plan::of(request)?;
        let debt = request.debt.as_ref().map(|terms| Debt::of(&plan, terms)).transpose()?;
        let sized = debt.as_ref().map(|debt| debt.size(&plan)).transpose()?;
        Ok(Self { plan, debt, sized, premium })
    }

    /// The years as planned.
    ///
    /// # Errors
    /// As the quote.
    pub fn years(&self) -> Result<Vec<PlantYear>, Error> {
        self.run(&self.plan)
    }

    /// The years if volumes, prices, costs or exchange rates are those of `other`, with the debt as it was planned. What
    /// building then costs more or less, sponsors pay.
    ///
    /// # Errors
    /// As the quote.
    pub fn years_if(&self, other: &PlantRequest) -> Result<Vec<PlantYear>, Error> {
        self.run(&Plan::of(other)?)
    }

    fn run(&self, plan: &Plan<'_>) -> Result<Vec<PlantYear>, Error> {
        let mut run = Run::of(plan, self.debt.as_ref(), self.sized.as_ref())?;
        if self.sized.is_some() {
            let spent = plan.capital.iter().zip(&self.plan.capital).take(plan.opening + 1);
            for (row, (now, planned)) in run.rows.iter_mut().zip(spent) {
                row.equity += now - planned;
            }
        }
        if let (Some(rate), Some(cover)) = (self.premium, &plan.request.cover) {
            run.insure(Part::over(rate.get(), 1), Part::over(cover.insured_share.get(), 1))?;
        }
        let years = run.rows.iter().zip(&plan.production).map(|(row, made)| PlantYear {
            vehicles: made.vehicles,
            revenue: made.revenue,
            kits: made.kits,
            equity: row.equity,
            support: row.support,
            premium: row.premium,
            dividend: row.dividend,
        });
        Ok(years.collect())
    }
}
