//! The price at which a supplier's credit brings what cash on delivery would.

use super::super::deal::{Deal, Parts};
use super::Sale;
use crate::error::Error;
use crate::explain::Trace;
use crate::reference::Market;
use crate::values::Rate;

/// Evaluations at the most; a few are enough, for proceeds grow with the price on nearly a straight line.
const MOST: u32 = 12;

/// By how much the contract value has to rise for the net proceeds to be today's cash price, in smallest units.
///
/// `N(V + ΔV) = V + L`, by secants on whole units; down payment, credit, premium and bills follow the price, given amounts of
/// drawdowns in proportion. Rounding of each bill makes `N` a little uneven: where no price meets it exactly, the nearest that
/// was met counts, which is within one smallest unit a bill.
pub(super) fn rise(deal: &Deal<'_>, sale: &Sale, rate: Rate, market: &Market) -> Option<i64> {
    let target = deal.contract + deal.local_costs;
    let (mut price, mut net) = (deal.contract, sale.net());
    // A first guess: no costs.
    let mut slope = 1.0;
    let mut best = (target - net, price);
    for _ in 0..MOST {
        let gap = target - net;
        if gap.abs() < best.0.abs() {
            best = (gap, price);
        }
        // Not above zero: a higher price brings no more.
        if gap == 0 || slope <= 0.0 {
            break;
        }
        let step = libm::round(gap as f64 / slope) as i64;
        let next = price.checked_add(step).filter(|next| *next > 0 && step != 0);
        let Some(next) = next else { break };
        let Ok(then) = net_at(next, deal, rate, market) else { break };
        // Close by, what is rounded would decide the slope.
        if step.abs() > 1000 {
            slope = (then - net) as f64 / step as f64;
        }
        (price, net) = (next, then);
    }
    let within = i64::try_from(sale.bills.len()).unwrap_or(i64::MAX);
    (best.0.abs() <= within).then_some(best.1 - deal.contract)
}

/// The net proceeds at another contract value.
fn net_at(contract: i64, deal: &Deal<'_>, rate: Rate, market: &Market) -> Result<i64, Error> {
    let request = deal.request;
    let deal = Deal::at(request, contract, Some(deal.credit))?;
    let days = deal.days(&deal.path, super::Premium::NONE, Parts { interest: true, ..Parts::NONE })?;
    let average_life = deal.average_life(&days).unwrap_or_default();
    let (_, premium) = request.covered(&deal, average_life, rate, market, &mut Trace::silent())?;
    let days = deal.days(&deal.path, premium, Parts::ALL)?;
    match request.forfaiting.get() {
        Some(terms) => terms.sale(&deal, &days, premium).map(|sale| sale.net()),
        None => Ok(0),
    }
}
