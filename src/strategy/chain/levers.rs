//! What single changes save: the chain is counted again with one thing changed.

use rust_decimal::Decimal;

use super::draft::Carried;
use super::links::Programme;
use super::quote::{ChainImprovement, ChainLever};
use super::request::ChainRequest;
use super::sum;
use crate::reference::Market;
use crate::values::{Exact, Money, Rate, Rounding, Share, to_f64};

/// A rate falls by a point, days by ten, an insured share grows by ten points: an assumption, the same for all, so that they can
/// be compared. What is less falls to nothing.
const POINT: Decimal = Decimal::from_parts(1, 0, 0, false, 2);
const TEN_POINTS: Decimal = Decimal::from_parts(1, 0, 0, false, 1);
const DAYS: u32 = 10;

/// All changes that change something, the largest saving first. What a product refuses is left out.
pub(super) fn improvements(request: &ChainRequest, market: &Market, cost: i64) -> Vec<ChainImprovement> {
    let one = |minor: i64| {
        let one = Rounding::default().quotient(i128::from(minor), i128::from(request.vehicles));
        Money::new(one as i64, request.currency)
    };
    let mut found = Vec::new();
    for lever in ChainLever::ALL {
        let mut changed = request.clone();
        let Some(change) = lever.pull(&mut changed) else { continue };
        let mut carried = Carried::default();
        let after = Programme::of(&changed, market, &mut carried)
            .and_then(|programme| programme.links(&mut carried))
            .and_then(|links| sum(&links, request.currency));
        let Ok(after) = after else { continue };
        if after == cost {
            continue;
        }
        let (days, rate) = match change {
            Change::Days(days) => (Some(-f64::from(days)), None),
            Change::Rate(rate) => (None, Some(to_f64(rate))),
        };
        found.push(ChainImprovement {
            lever: *lever,
            saving: Money::new(one(cost).minor() - one(after).minor(), request.currency),
            change_days: days,
            change_rate: rate,
            cost_after: one(after),
        });
    }
    found.sort_by_key(|improvement| core::cmp::Reverse(improvement.saving.minor()));
    found
}

enum Change {
    Days(u32),
    Rate(Decimal),
}

impl ChainLever {
    /// Changes the request; nothing where there is nothing to change.
    fn pull(self, request: &mut ChainRequest) -> Option<Change> {
        match self {
            Self::BaseRate => lower(Some(&mut request.base_rate)),
            Self::DutyRate => lower(request.landing.as_mut()?.duty_rate.as_mut()),
            Self::PartsDays => fewer(&mut request.parts_days),
            Self::ProductionDays => fewer(&mut request.production_days),
            Self::ShippingDays => fewer(&mut request.shipping_days),
            Self::CreditDays => fewer(&mut request.credit_days),
            Self::DealerDays => fewer(&mut request.dealer_days),
            Self::SupplierMargin => lower(request.suppliers.as_mut().map(|terms| &mut terms.margin)),
            Self::FundingMargin => lower(request.funding.as_mut().map(|terms| &mut terms.margin)),
            Self::CreditMargin => lower(request.credit.as_mut().map(|terms| &mut terms.margin)),
            Self::DealerMargin => lower(request.dealers.as_mut().map(|terms| &mut terms.margin)),
            Self::BuyerMargin => lower(request.buyers.as_mut().map(|terms| &mut terms.margin)),
            Self::InsuredShare => {
                let share = &mut request.cover.as_mut()?.insured_share;
                let more = share.get().plus(TEN_POINTS).min(Decimal::ONE);
                let change = more.minus(share.get());
                *share = Share::new(more).ok()?;
                (!change.is_zero()).then_some(Change::Rate(change))
            }
        }
    }
}

/// A point less; a rate of less than a point falls to nothing, and one below zero stays.
fn lower(rate: Option<&mut Rate>) -> Option<Change> {
    let rate = rate?;
    let change = rate.get().min(POINT);
    *rate = Rate::new(rate.get().minus(change)).ok()?;
    (change > Decimal::ZERO).then_some(Change::Rate(-change))
}

fn fewer(days: &mut u32) -> Option<Change> {
    let change = (*days).min(DAYS);
    *days -= change;
    (change > 0).then_some(Change::Days(change))
}
