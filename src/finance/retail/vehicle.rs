//! The car against what is owed: equity, expected loss, the residual's loss, and what support costs.

use super::answer::{EquityQuote, ResidualLoss, SubventionQuote};
use super::contract::Contract;
use super::request::{RetailRequest, Subvention, VehicleValue};
use crate::document::Text;
use crate::error::Error;
use crate::values::{Currency, Exact, Money, Share, bounded, minor_decimal, to_f64, to_minor};

/// What the car is worth after each month, in smallest units.
///
/// `V = P · s`, `s` straight between the months that are given, from 1 at the start; rounded once
///
/// # Errors
/// `InvalidInput`: as many shares as months, months ascending.
pub(super) fn values(path: &VehicleValue, price: i64, count: usize) -> Result<Vec<f64>, Error> {
    let (months, shares) = (&path.months, &path.shares);
    if months.len() != shares.len() || months.is_empty() {
        return Err(Error::invalid("unequal-lengths", "give one share for each month")
            .at("value.shares")
            .with_value(shares.len().text()));
    }
    if let Some(at) = months.windows(2).position(|pair| matches!(pair, [a, b] if a >= b)) {
        return Err(Error::invalid("not-ascending", "each month is after the one before it").at([
            "value.months.",
            &(at + 1).text(),
        ]
        .concat()));
    }
    let points: Vec<(f64, f64)> =
        months.iter().zip(shares).map(|(month, share)| (f64::from(*month), share.as_f64())).collect();
    let share = |month: f64| {
        let mut before = (0.0, 1.0);
        for point in &points {
            if month <= point.0 {
                let width = point.0 - before.0;
                let way = if width > 0.0 { (month - before.0) / width } else { 1.0 };
                return before.1 + (point.1 - before.1) * way;
            }
            before = *point;
        }
        before.1
    };
    Ok((0..count).map(|month| (price as f64 * share(month as f64)).round()).collect())
}

/// Value less debt after each month; in the last before the balloon is paid.
pub(super) fn equity(contract: &Contract, values: &[f64]) -> Vec<f64> {
    let last = contract.rows.len().saturating_sub(1);
    let owed = |(at, row): (usize, &super::contract::Row)| {
        (if at == last { contract.final_value.min(row.opening) } else { row.closing }) as f64
    };
    contract.rows.iter().enumerate().map(owed).zip(values).map(|(owed, value)| value - owed).collect()
}

/// Where equity is least, and from when on it is not below zero.
pub(super) fn told(equity: &[f64], currency: Currency) -> EquityQuote {
    let (mut lowest, mut month) = (f64::INFINITY, 0);
    for (at, value) in equity.iter().enumerate() {
        if *value < lowest {
            (lowest, month) = (*value, at);
        }
    }
    let under = equity.iter().rposition(|value| *value < 0.0);
    let from = under.map_or(0, |at| at + 1);
    EquityQuote {
        lowest: Money::new(if lowest.is_finite() { lowest as i64 } else { 0 }, currency),
        lowest_month: month as u32,
        positive_from_month: (from < equity.len()).then_some(from as u32),
        at_end: Money::new(equity.last().copied().unwrap_or(0.0) as i64, currency),
    }
}

/// The expected loss of each month.
///
/// `Lₖ = Sₖ₋₁ · q · g · Eₖ`, `q = 1 − (1 − PD)^(1/12)`, `Sₖ = (1 − q)^k`
///
/// - `Eₖ` what is owed before the payment of month k, with its interest
/// - `g` the given loss, or `max(0, Eₖ − Vₖ·(1 − c)) / Eₖ` with the car's value `V` and the cost `c` of selling it
///
/// Not rounded, and not discounted. Source: the usual product of probability, exposure and loss; the months' equal chance
/// is an assumption of this project.
///
/// # Errors
/// `InvalidInput`, `required`, without a loss and without a value.
pub(super) fn losses(
    request: &RetailRequest,
    contract: &Contract,
    values: Option<&[f64]>,
) -> Result<Option<Vec<f64>>, Error> {
    let Some(risk) = &request.risk else { return Ok(None) };
    if risk.loss_given_default.is_none() && values.is_none() {
        return Err(Error::invalid("required", "give the loss after default, or what the car is worth")
            .at("risk.lossGivenDefault"));
    }
    let monthly = -libm::expm1(libm::log1p(-risk.default_rate.as_f64()) / 12.0);
    let mut alive = 1.0;
    let mut losses = Vec::with_capacity(contract.rows.len());
    for (at, row) in contract.rows.iter().enumerate() {
        if at == 0 {
            losses.push(0.0);
            continue;
        }
        let exposure = ((row.opening + row.interest) as f64).max(0.0);
        let value = values.and_then(|values| values.get(at)).copied().unwrap_or(0.0);
        let lost = match risk.loss_given_default {
            Some(share) => exposure * share.as_f64(),
            None => (exposure - value * (1.0 - risk.sale_cost.as_f64())).max(0.0),
        };
        losses.push(alive * monthly * lost);
        alive *= 1.0 - monthly;
    }
    Ok(Some(losses))
}

/// The loss of the one who takes the car back at the balloon or residual value, if it is worth less than expected.
///
/// `max(0, F − V·(1 − d))`, `V` the car's value at the end by the given path, or `F` itself
pub(super) fn residuals(
    contract: &Contract,
    values: Option<&[f64]>,
    currency: Currency,
) -> Vec<ResidualLoss> {
    if contract.final_value == 0 {
        return Vec::new();
    }
    let expected = values.and_then(|values| values.last()).copied().unwrap_or(contract.final_value as f64);
    let one = |fall: u32| {
        let fall = Share::percent(fall);
        let value = (expected * (1.0 - fall.as_f64())).round() as i64;
        ResidualLoss {
            fall,
            value: Money::new(value, currency),
            loss: Money::new((contract.final_value - value).max(0), currency),
        }
    };
    [10, 20, 30].map(one).into()
}

/// What the support costs on the first day.
///
/// `U = C − Σ Pₖ / (1 + s/12)^k`, `s` the usual rate; rounded once. The maker bears its share of `U` and its
/// contribution.
///
/// # Errors
/// `OutOfRange` when amounts grow too large.
pub(super) fn subvention(
    request: &RetailRequest,
    support: Option<&Subvention>,
    contract: &Contract,
) -> Result<Option<SubventionQuote>, Error> {
    let [maker, dealer] = contract.contributions;
    if support.is_none() && maker == 0 && dealer == 0 {
        return Ok(None);
    }
    let currency = request.currency;
    let mut rate_support = 0;
    let mut maker_part = 0;
    if let Some(support) = support {
        let growth = libm::log1p(support.standard_rate.as_f64() / 12.0);
        let months = |at: usize, date: i32| match request.first_payment {
            Some(_) => f64::from(date - request.start.days()) * 12.0 / 365.0,
            None => at as f64,
        };
        let rows = contract.rows.iter().enumerate();
        let worth =
            rows.map(|(at, row)| row.payment as f64 * libm::exp(-growth * months(at, row.date))).sum::<f64>();
        rate_support = bounded((contract.credit as f64 - worth).round() as i128, currency)?;
        let part = minor_decimal(rate_support, currency).times(support.maker_share.get());
        maker_part = to_minor(part, currency, request.rounding)?;
    }
    let maker_cost = maker + maker_part;
    Ok(Some(SubventionQuote {
        rate_support: Money::new(rate_support, currency),
        maker_cost: Money::new(maker_cost, currency),
        dealer_cost: Money::new(dealer + rate_support - maker_part, currency),
        maker_share_of_price: to_f64(minor_decimal(maker_cost, currency).over(request.price.get())),
    }))
}
