//! The terms of a plant's debt, checked.

use rust_decimal::Decimal;

use super::super::part::Part;
use super::funding::Funding;
use super::operations::Plan;
use super::request::{PlantDebt, PlantRepayment};
use crate::error::Error;
use crate::values::{Rate, Share, positive, to_f64, to_minor_exact, within};

/// The terms of the debt.
#[derive(Debug)]
pub(super) struct Debt<'a> {
    pub terms: &'a PlantDebt,
    pub rate: Part,
    pub yearly: f64,
    pub upfront: Part,
    pub commitment: Part,
    pub commitment_fee: f64,
    pub reserve: i64,
    pub limit: i64,
    pub tenor: usize,
    pub grace: usize,
    pub target: Option<f64>,
    pub lock_up: Option<f64>,
    pub default: Option<f64>,
}

/// How a plant is paid for, and how the debt is to be repaid.
#[derive(Debug)]
pub(super) struct Sized {
    pub funding: Funding,
    /// The principal of each year of repayment.
    pub principal: Vec<i64>,
    /// The debt that the cash can serve at the target.
    pub capacity: Option<i64>,
    /// What other limit has held the debt down, and to what it would have gone.
    pub limit: Option<(&'static str, i64)>,
    /// The cover ratio of sculpted payments.
    pub ratio: Option<f64>,
}

impl<'a> Debt<'a> {
    /// # Errors
    /// `InvalidInput`: `only-one`, `size-missing`, `capital-needed`; `OutOfRange`, `out-of-bounds`; `too-many-decimals`.
    pub fn of(plan: &Plan<'_>, terms: &'a PlantDebt) -> Result<Self, Error> {
        let tenor = terms.tenor_years as usize;
        let years = (plan.end - plan.opening) as u32;
        within(terms.tenor_years, 1, years, "debt.tenorYears")?;
        within(terms.grace_years, 0, terms.tenor_years - 1, "debt.graceYears")?;
        if let Some(months) = terms.reserve_months {
            within(months, 0, 24, "debt.reserveMonths")?;
        }
        let ratio = |ratio: Option<Decimal>, field: &str| {
            let Some(ratio) = ratio else { return Ok(None) };
            positive(ratio, 100, field).map(|()| Some(to_f64(ratio)))
        };
        if let (Some(amount), Some(_)) = (terms.amount, terms.gearing) {
            return Err(Error::invalid("only-one", "give the gearing or the amount, not both")
                .at("debt.amount")
                .with_value(crate::document::Text::text(&amount)));
        }
        if terms.amount.is_none() && terms.gearing.is_none() && terms.target_dscr.is_none() {
            let sentence = "say how large the debt is: by gearing, amount or target cover ratio";
            return Err(Error::invalid("size-missing", sentence).at("debt.gearing"));
        }
        if terms.target_dscr.is_some_and(|target| target < Decimal::ONE) {
            return Err(Error::out_of_range("out-of-bounds", "lenders ask for a cover ratio of 1 to 100")
                .detail("bounds", "1 to 100")
                .at("debt.targetDscr"));
        }
        if !plan.is_built() {
            let paid = [
                (terms.upfront_fee, "debt.upfrontFee"),
                (terms.commitment_fee, "debt.commitmentFee"),
                (terms.gearing.unwrap_or(Share::ZERO), "debt.gearing"),
            ];
            if let Some((_, field)) = paid.into_iter().find(|(share, _)| *share > Share::ZERO) {
                let sentence = "this counts in what building costs: give the capital";
                return Err(Error::invalid("capital-needed", sentence).at(field));
            }
        }
        let amount = |amount: crate::values::Amount, field: &str| {
            to_minor_exact(amount.get(), plan.currency).map_err(|error| error.at(field))
        };
        Ok(Self {
            terms,
            rate: Part::over(terms.rate.get(), 1),
            yearly: Rate::as_f64(terms.rate),
            upfront: Part::over(terms.upfront_fee.get(), 1),
            commitment: Part::over(terms.commitment_fee.get(), 1),
            commitment_fee: terms.commitment_fee.as_f64(),
            reserve: amount(terms.initial_reserve, "debt.initialReserve")?,
            limit: amount(terms.support_limit, "debt.supportLimit")?,
            tenor,
            grace: terms.grace_years as usize,
            target: ratio(terms.target_dscr, "debt.targetDscr")?,
            lock_up: ratio(terms.lock_up_dscr, "debt.lockUpDscr")?,
            default: ratio(terms.default_dscr, "debt.defaultDscr")?,
        })
    }

    /// The debt, what pays for building, and how it is repaid. With a sculpted repayment the debt is at most what the
    /// cash can serve at the target.
    ///
    /// # Errors
    /// `OutOfRange`, `debt-above-uses`; what capacity and ratio say.
    pub fn size(&self, plan: &Plan<'_>) -> Result<Sized, Error> {
        let terms = self.terms;
        let all = Part::ONE;
        let most = if plan.is_built() { self.of_uses(plan, all)? } else { crate::values::LARGEST_MINOR };
        let capacity = self.target.map(|target| self.capacity(plan, target, most)).transpose()?;
        let wanted = match (terms.gearing, terms.amount) {
            (Some(gearing), _) => Some((self.of_uses(plan, Part::over(gearing.get(), 1))?, "gearing")),
            (None, Some(amount)) => {
                let amount =
                    to_minor_exact(amount.get(), plan.currency).map_err(|error| error.at("debt.amount"))?;
                if amount > most {
                    let sentence = "debt can't be more than all that is paid for";
                    return Err(Error::out_of_range("debt-above-uses", sentence).at("debt.amount"));
                }
                Some((amount, "amount"))
            }
            (None, None) => None,
        };
        let sculpted = terms.repayment == PlantRepayment::Sculpted;
        let (debt, limit) = match (wanted, capacity) {
            (Some((wanted, _)), Some(capacity)) if sculpted && wanted > capacity => {
                (capacity, Some(("target", wanted)))
            }
            (Some((wanted, by)), Some(capacity)) if wanted < capacity => (wanted, Some((by, capacity))),
            (Some((wanted, _)), _) => (wanted, None),
            (None, Some(capacity)) if capacity > most => (most, Some(("uses", capacity))),
            (None, Some(capacity)) => (capacity, None),
            (None, None) => (0, None),
        };
        let funding = self.funding(plan, debt)?.unwrap_or_else(|| Funding::without_debt(plan));
        let mut ratio = None;
        let principal = if funding.debt == 0 {
            vec![0; self.tenor]
        } else if sculpted {
            let level = match self.target {
                Some(target) if Some(debt) == capacity => target,
                _ => self.level_ratio(plan, &funding)?,
            };
            ratio = Some(level);
            self.sculpted(plan, &funding, funding.debt, level)?.0
        } else {
            let equal = terms.repayment == PlantRepayment::EqualPrincipal;
            self.regular(funding.debt, equal, plan.currency)?
        };
        Ok(Sized { funding, principal, capacity, limit, ratio })
    }
}
