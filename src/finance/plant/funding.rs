//! How building is paid for, and how large a debt may be.

use super::super::part::Part;
use super::books::Books;
use super::debt::Debt;
use super::operations::Plan;
use crate::error::{Error, ErrorKind};
use crate::numeric::brent;
use crate::values::{LARGEST_MINOR, Rounding};

/// Who pays for what, at each of the days from the start to the beginning of production.
#[derive(Clone, Debug, Default)]
pub(super) struct Funding {
    /// What is owed when production begins.
    pub debt: i64,
    pub fees: Vec<i64>,
    pub interest: Vec<i64>,
    /// What is drawn, interest that is added included.
    pub drawn: Vec<i64>,
    pub equity: Vec<i64>,
}

impl Funding {
    /// Fees and interest until production begins.
    pub fn financing(&self) -> i64 {
        self.fees.iter().sum::<i64>() + self.interest.iter().sum::<i64>()
    }

    /// Everything that is spent until production begins.
    pub fn uses(&self) -> i64 {
        self.debt + self.equity.iter().sum::<i64>()
    }

    /// Sponsors pay for all, or nothing is built.
    pub fn without_debt(plan: &Plan<'_>) -> Self {
        let equity: Vec<i64> = plan.capital.iter().take(plan.opening + 1).copied().collect();
        let nothing = vec![0; equity.len()];
        Self { debt: 0, fees: nothing.clone(), interest: nothing.clone(), drawn: nothing, equity }
    }
}

impl Debt<'_> {
    /// Pays for building so that `debt` is owed when production begins; none when that is more than all costs.
    ///
    /// Debt pays the same part h of each day's capital cost, fees and reserve; its interest `round(r·owed)` is added to it
    /// at the end of each year. h is found by Brent's method from what is then owed; the last day on which something is paid takes what rounding has left.
    pub fn funding(&self, plan: &Plan<'_>, debt: i64) -> Result<Option<Funding>, Error> {
        let days = plan.opening + 1;
        if !plan.is_built() {
            let nothing = vec![0; days];
            let mut drawn = nothing.clone();
            if let Some(last) = drawn.last_mut() {
                *last = debt;
            }
            return Ok(Some(Funding {
                debt,
                fees: nothing.clone(),
                interest: nothing.clone(),
                drawn,
                equity: nothing,
            }));
        }
        let reserve = |at: usize| if at == plan.opening { self.reserve } else { 0 };
        let upfront = self.upfront.of(debt, plan.currency)?;
        let owed_with = |part: f64| {
            let mut owed = 0.0;
            for (at, capital) in plan.capital.iter().take(days).enumerate() {
                let fee = if at == 0 { upfront as f64 } else { self.commitment_fee * (debt as f64 - owed) };
                owed *= 1.0 + if at == 0 { 0.0 } else { self.yearly };
                owed += part * ((capital + reserve(at)) as f64 + fee);
            }
            owed
        };
        let most = owed_with(1.0);
        if debt as f64 > most * (1.0 + 1e-12) {
            return Ok(None);
        }
        let part = if debt == 0 {
            0.0
        } else if debt as f64 >= most {
            1.0
        } else {
            brent(|part| owed_with(part) - debt as f64, 0.0, 1.0, 1e-14)?
        };
        let part = Part::of_float(part);
        let mut funding = Funding::default();
        let mut owed = 0_i64;
        // With a commitment fee something is paid every year.
        let paid = |at: usize| plan.capital.get(at).copied().unwrap_or(0) + reserve(at) > 0;
        let every = self.commitment_fee > 0.0;
        let last = (0..days).rev().find(|at| every || paid(*at)).unwrap_or(0);
        for at in 0..days {
            let interest = if at == 0 { 0 } else { self.rate.of(owed, plan.currency)? };
            let fees =
                if at == 0 { upfront } else { self.commitment.of((debt - owed).max(0), plan.currency)? };
            let cost = plan.capital.get(at).copied().unwrap_or(0) + reserve(at) + fees;
            owed += interest;
            let drawn = if at == last {
                let later = (plan.opening - at) as f64;
                let wanted = libm::round(debt as f64 / libm::pow(1.0 + self.yearly, later)) as i64;
                (if later > 0.0 { wanted } else { debt } - owed).max(0).min(cost)
            } else if at > last {
                0
            } else {
                part.of(cost, plan.currency)?
            };
            owed += drawn;
            funding.fees.push(fees);
            funding.interest.push(interest);
            funding.drawn.push(drawn + interest);
            funding.equity.push(cost - drawn);
        }
        funding.debt = owed;
        Ok(Some(funding))
    }

    /// The most that debt can pay of all costs, up to a part of them: the largest debt that is at most
    /// `round(part·uses)`, uses counted with that debt. Found by bisection in whole units.
    pub fn of_uses(&self, plan: &Plan<'_>, part: Part) -> Result<i64, Error> {
        let (mut low, mut high) = (0_i64, LARGEST_MINOR);
        while high - low > 1 {
            let middle = low + (high - low) / 2;
            // What is too large to be counted is too large.
            let fits = match self.funding(plan, middle) {
                Ok(Some(funding)) => match part.of(funding.uses(), plan.currency) {
                    Ok(most) => middle <= most,
                    Err(_) => false,
                },
                _ => false,
            };
            *(if fits { &mut low } else { &mut high }) = middle;
        }
        Ok(low)
    }

    /// The debt that cash can serve at a cover ratio, and the part of it that costs leave room for.
    ///
    /// `D = Σ max(CFADSₜ, 0) / d / (1 + r)^t`, over the years after those of grace, in which interest only is paid
    ///
    /// Tax, and so CFADS, depends on the interest of the debt itself: the sum is counted anew with the tax of the last
    /// one until it stays the same. Rounding: once, to the nearest unit.
    ///
    /// # Errors
    /// `NoConvergence`, `debt-not-settled`, when it does not within 200 times.
    pub fn capacity(&self, plan: &Plan<'_>, dscr: f64, most: i64) -> Result<i64, Error> {
        let mut debt = 0;
        for _ in 0..200 {
            let funding = self.funding(plan, debt.min(most))?.unwrap_or_default();
            let (_, cash) = self.sculpted(plan, &funding, debt, dscr)?;
            let served = libm::round(self.worth(&cash, self.grace) / dscr);
            let next = served.min(LARGEST_MINOR as f64) as i64;
            if (next - debt).abs() <= 1 {
                return Ok(next);
            }
            debt = next;
        }
        Err(not_settled())
    }

    /// The cover ratio that is the same in every year after those of grace and repays a debt.
    ///
    /// # Errors
    /// `NotApplicable`, `no-cash-for-debt`, when there is no cash in those years; `NoConvergence`, `debt-not-settled`.
    pub fn level_ratio(&self, plan: &Plan<'_>, funding: &Funding) -> Result<f64, Error> {
        let mut ratio = 1.0;
        for _ in 0..200 {
            let (_, cash) = self.sculpted(plan, funding, funding.debt, ratio)?;
            let next = self.worth(&cash, self.grace) / funding.debt as f64;
            if !(next > 1e-9 && next < 1e9) {
                let sentence = "in the years of repayment there is no cash that could serve this debt";
                return Err(Error::not_applicable("no-cash-for-debt", sentence).at("debt"));
            }
            if (next - ratio).abs() <= 1e-13 * ratio {
                return Ok(next);
            }
            ratio = next;
        }
        Err(not_settled())
    }

    /// What the cash of the years of repayment after the first `passed` is worth when these have passed, at the loan's
    /// rate; years without cash count nothing.
    pub fn worth(&self, cash: &[i64], passed: usize) -> f64 {
        let mut discount = 1.0;
        let year = |cash: &i64| {
            discount /= 1.0 + self.yearly;
            cash.max(&0).to_owned() as f64 * discount
        };
        cash.iter().skip(passed).map(year).sum()
    }

    /// The principal of each year of repayment when payments are `round(CFADS / d)`, and the cash behind it. Where that is
    /// less than the interest, what is missing is added to the debt; in years of grace interest is paid. The last year
    /// repays what is left.
    pub fn sculpted(
        &self,
        plan: &Plan<'_>,
        funding: &Funding,
        debt: i64,
        dscr: f64,
    ) -> Result<(Vec<i64>, Vec<i64>), Error> {
        let mut books = Books::open(plan, funding.financing());
        let (mut owed, mut principals, mut all) = (debt, Vec::new(), Vec::new());
        for year in 1..=self.tenor {
            let interest = self.rate.of(owed, plan.currency)?;
            let cash = books.year(plan.opening + year, interest)?.available;
            let paid = libm::round(cash.max(0) as f64 / dscr).min(LARGEST_MINOR as f64) as i64;
            let principal = if year == self.tenor {
                owed
            } else if year <= self.grace {
                0
            } else {
                (paid - interest).min(owed)
            };
            owed -= principal;
            principals.push(principal);
            all.push(cash);
        }
        Ok((principals, all))
    }

    /// The principal of each year of level payments, or in equal parts; the last takes what rounding has left.
    pub fn regular(
        &self,
        debt: i64,
        equal: bool,
        currency: crate::values::Currency,
    ) -> Result<Vec<i64>, Error> {
        let paying = self.tenor - self.grace;
        let discount = libm::pow(1.0 + self.yearly, -(paying as f64));
        let payment = if self.yearly == 0.0 {
            debt as f64 / paying as f64
        } else {
            debt as f64 * self.yearly / (1.0 - discount)
        };
        let payment = libm::round(payment) as i64;
        let mut owed = debt;
        let mut principals = vec![0; self.grace];
        for year in 1..=paying {
            let principal = if year == paying {
                owed
            } else if equal {
                let so_far = |years: usize| {
                    Rounding::default().quotient(i128::from(debt) * years as i128, paying as i128) as i64
                };
                so_far(year) - so_far(year - 1)
            } else {
                (payment - self.rate.of(owed, currency)?).min(owed)
            };
            owed -= principal;
            principals.push(principal);
        }
        Ok(principals)
    }
}

#[cold]
fn not_settled() -> Error {
    let sentence =
        "debt and tax do not settle on each other here: give the amount of the debt, or another cover ratio";
    Error::new(ErrorKind::NoConvergence, "debt-not-settled", sentence).at("debt")
}
