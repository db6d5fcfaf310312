//! The deal with some parts of its cost, and the components that follow from the differences.

use std::rc::Rc;

use super::deal::{Day, Deal, Parts, Premium, cost};
use super::rates;
use super::request::{Component, ComponentName, ExportCreditRequest, PremiumPayment};
use crate::error::Error;
use crate::loan::RatePath;
use crate::values::Money;

/// The deal with its parts added one by one, and with each left out once.
pub(super) struct Runs {
    /// With interest; premium too; fees too; the deposit too, which is the whole.
    steps: [Rc<Run>; 4],
    /// Without interest, premium, fees, deposit: one of them each time.
    left_out: [Rc<Run>; 4],
}

/// One run of the deal.
pub(super) struct Run {
    pub days: Vec<Day>,
    pub cost: i64,
    pub effective: f64,
    pub nominal: f64,
}

impl Run {
    pub fn of(deal: &Deal<'_>, path: &RatePath, premium: Premium, parts: Parts) -> Result<Self, Error> {
        Self::of_days(deal, deal.days(path, premium, parts)?)
    }

    pub fn of_days(deal: &Deal<'_>, days: Vec<Day>) -> Result<Self, Error> {
        let effective = rates::effective(&days)?;
        let nominal = rates::nominal(&days, &deal.periods, effective, deal.request.frequency)?;
        Ok(Self { cost: cost(&days), effective, nominal, days })
    }
}

impl Runs {
    /// `uncovered` is the run with interest only, which the caller has already.
    pub fn of(deal: &Deal<'_>, premium: Premium, uncovered: Run) -> Result<Self, Error> {
        let request = deal.request;
        let present = Parts {
            interest: !deal.path.is_zero(),
            premium: premium.amount != 0 && premium.payment != PremiumPayment::ByExporter,
            fees: request.fees.is_some(),
            deposit: deal.deposit != 0,
        };
        // Many deals lack a part: then two runs are the same one.
        let interest = Parts { interest: true, ..Parts::NONE };
        let mut done: Vec<(Parts, Rc<Run>)> = Vec::with_capacity(8);
        done.push((interest.and(present), Rc::new(uncovered)));
        let mut run = |parts: Parts| {
            let parts = parts.and(present);
            if let Some((_, run)) = done.iter().find(|(known, _)| *known == parts) {
                return Ok(Rc::clone(run));
            }
            let run = Rc::new(Run::of(deal, &deal.path, premium, parts)?);
            done.push((parts, Rc::clone(&run)));
            Ok::<_, Error>(run)
        };
        Ok(Self {
            steps: [
                run(interest)?,
                run(Parts { premium: true, ..interest })?,
                run(Parts { deposit: false, ..Parts::ALL })?,
                run(Parts::ALL)?,
            ],
            left_out: [
                run(Parts { interest: false, ..Parts::ALL })?,
                run(Parts { premium: false, ..Parts::ALL })?,
                run(Parts { fees: false, ..Parts::ALL })?,
                run(Parts { deposit: false, ..Parts::ALL })?,
            ],
        })
    }

    /// With all parts.
    pub fn whole(&self) -> &Run {
        let [_, _, _, whole] = &self.steps;
        whole
    }

    /// With interest only: without a premium that the credit would finance.
    pub fn plain(&self) -> &Run {
        let [plain, ..] = &self.steps;
        plain
    }

    /// With interest and premium only.
    pub fn with_premium(&self) -> &Run {
        let [_, with_premium, ..] = &self.steps;
        with_premium
    }

    /// What each part adds, in order, and what its absence alone would save. The last row is what the second
    /// column misses of the whole.
    pub fn components(&self, request: &ExportCreditRequest) -> Vec<Component> {
        let whole = self.whole();
        let mut before = (0, 0.0);
        let mut missed = (whole.cost, whole.effective);
        let mut rows = Vec::with_capacity(5);
        for ((name, step), without) in ComponentName::ALL.iter().zip(&self.steps).zip(&self.left_out) {
            let added = (step.cost - before.0, step.effective - before.1);
            let alone = (whole.cost - without.cost, whole.effective - without.effective);
            before = (step.cost, step.effective);
            missed = (missed.0 - alone.0, missed.1 - alone.1);
            if *name != ComponentName::Retained || request.deposit.is_some() {
                rows.push(component(request, *name, added, alone));
            }
        }
        rows.push(component(request, ComponentName::Interaction, (0, 0.0), missed));
        rows
    }
}

fn component(
    request: &ExportCreditRequest,
    name: ComponentName,
    added: (i64, f64),
    alone: (i64, f64),
) -> Component {
    Component {
        name,
        money: Money::new(added.0, request.currency),
        rate: added.1,
        basis_points: added.1 * 1e4,
        left_out_money: Money::new(alone.0, request.currency),
        left_out_rate: alone.1,
        left_out_basis_points: alone.1 * 1e4,
    }
}
