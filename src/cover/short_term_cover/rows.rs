//! A book of short-term covers that differ in turnover, limit and default rate.

use rust_decimal::Decimal;

use super::claims::YearTerms;
use super::lines::{Amounts, DAYS, Part, amounts, claimed, lost, minor_of, rate_and_days};
use super::request::{Policy, ShortTermCoverRequest};
use crate::explain::Trace;
use crate::product::{Begun, Product, Row, Rows, cell_of};
use crate::reference::Market;
use crate::values::{Portion, PositiveAmount, Rounding, minor_of_number};

pub(super) const ROWS: Rows<ShortTermCoverRequest> = Rows {
    cells: &["turnover", "limit", "defaultRate"],
    each: &[
        "turnover",
        "premium",
        "premiumByRate",
        "minimumBinds",
        "averageRate",
        "shareOfTurnover",
        "shareOfMargin",
        "exposure",
        "insuredExposure",
        "expectedLoss",
        "expectedClaims",
        "lossRatio",
        "breakEvenLoss",
        "breakEvenDefaultRate",
        "schedule.minimumAdjustment",
    ],
    same: &[
        "policy",
        "currency",
        "premiumRate",
        "preShipmentPremium",
        "maximumLiability",
        "technicalPremium",
        "settlement.totalLoss",
        "settlement.totalPaid",
        "settlement.totalReinsured",
        "settlement.totalRetained",
        "settlement.netOfPremium",
    ],
    begin,
};

/// Policies that agree in all but the cells.
struct Policies {
    request: ShortTermCoverRequest,
    per_unit: f64,
    premium: Portion,
    average: Portion,
    defaults: Option<Defaults>,
    minimum: i64,
    terms: YearTerms,
    margin: Option<f64>,
    loss_given_default: f64,
}

/// What is lost and what of it is insured, for each part of a default rate: numerators, and the parts.
#[derive(Clone, Copy)]
struct Defaults {
    loss: (i64, Portion),
    claims: (i64, Portion),
}

/// Default rates of up to so many decimals are counted in whole parts.
const RATE_PARTS: f64 = 1e9;

fn begin(mut request: ShortTermCoverRequest, market: &Market) -> Option<Begun> {
    let is_plain = request.lines.is_empty()
        && request.book.is_none()
        && request.monthly_turnover.is_empty()
        && request.pre_shipment.is_none()
        && request.maximum_liability_multiple.is_none()
        && request.losses.is_none()
        && request.technical.is_none();
    if !is_plain {
        return None;
    }
    let cells = [
        request.turnover.map(PositiveAmount::get),
        request.limit.map(PositiveAmount::get),
        request.default_rate.map(|rate| rate.get()),
    ];
    let cells: Vec<f64> =
        cells.map(|cell| cell.map_or(Some(f64::NAN), sure)).into_iter().collect::<Option<_>>()?;
    // What is wrong with anything but the cells shows with cells that are well.
    request.turnover = Some(PositiveAmount::new(Decimal::ONE).ok()?);
    (request.limit, request.default_rate) = (None, None);
    request.quote(market, &mut Trace::silent()).ok()?;

    let (rate, days) = rate_and_days(&request, market).ok()?;
    // More days than a year has: what is owed on average is more than the turnover.
    if i128::from(days) > DAYS && request.policy != Policy::SingleContract {
        return None;
    }
    let policies = Policies {
        per_unit: request.currency.minor_per_unit() as f64,
        premium: Portion::of_decimal(rate)?,
        average: Portion::new(i128::from(days), DAYS).or_else(|| Portion::new(1, 1))?,
        defaults: Defaults::of(&request),
        minimum: minor_of(request.minimum_premium, &request, "minimumPremium").ok()?,
        terms: YearTerms::of(&request, 0).ok()?,
        margin: request.margin.filter(|margin| !margin.get().is_zero()).map(|margin| margin.as_f64()),
        loss_given_default: request.loss_given_default.as_f64(),
        request,
    };
    Some((cells, Box::new(policies)))
}

fn sure(number: Decimal) -> Option<f64> {
    Some(cell_of(number)).filter(|cell| !cell.is_nan())
}

impl Defaults {
    /// None where the years of a contract are no whole fraction.
    fn of(request: &ShortTermCoverRequest) -> Option<Self> {
        if request.policy == Policy::SingleContract {
            return None;
        }
        let parts = |share: Decimal| {
            let share = share.normalize();
            let whole = 10_i128.checked_pow(share.scale())?.checked_mul(RATE_PARTS as i128)?;
            Some((i64::try_from(share.mantissa()).ok()?, Portion::new(0, whole)?))
        };
        let lost = lost(request, Decimal::ONE, 0);
        Some(Self { loss: parts(lost)?, claims: parts(claimed(request, lost))? })
    }

    /// The two parts for a default rate.
    fn at(self, rate: f64) -> Option<[Portion; 2]> {
        let parts =
            if rate == 0.0 && rate.is_sign_positive() { 0 } else { minor_of_number(rate, RATE_PARTS)? };
        let of = |(numerator, whole): (i64, Portion)| whole.with(numerator.checked_mul(parts)?);
        // The reader of requests refuses a share above one.
        if rate > 1.0 { None } else { Some([of(self.loss)?, of(self.claims)?]) }
    }
}

/// One policy, priced.
struct Priced {
    turnover: i64,
    amounts: Amounts,
    premium: i64,
}

impl Policies {
    #[inline]
    fn price(&self, cells: &[f64]) -> Option<Priced> {
        let &[turnover, limit, default_rate] = cells else { return None };
        let turnover = minor_of_number(turnover, self.per_unit)?;
        // Known beforehand, so that the order in which errors are told does not matter: there is none.
        let limit = if limit.is_nan() { None } else { Some(minor_of_number(limit, self.per_unit)?) };
        let defaults = if default_rate.is_nan() { None } else { Some(self.defaults?.at(default_rate)?) };
        let take = |part, minor| {
            let portion = match (part, defaults) {
                (Part::Premium, _) => self.premium,
                (Part::Average, _) => self.average,
                (Part::Loss, Some([loss, _])) => loss,
                (Part::Claims, Some([_, claims])) => claims,
                _ => return Err(()),
            };
            portion.of(minor, self.rounding()).ok_or(())
        };
        let amounts = amounts(turnover, self.request.policy, defaults.is_some(), || Ok(limit), take).ok()?;
        let premium = amounts.premium.max(self.minimum);
        Some(Priced { turnover, amounts, premium })
    }

    const fn rounding(&self) -> Rounding {
        self.request.rounding
    }

    fn output(&self, priced: &Priced, output: usize) -> Option<f64> {
        let Priced { turnover, amounts, premium } = priced;
        let share_of = |minor: i64, of: i64| minor as f64 / of as f64;
        let break_even = || self.terms.break_even(&self.request, *premium);
        Some(match output {
            0 => *turnover as f64,
            1 => *premium as f64,
            2 => amounts.premium as f64,
            3 => f64::from(u8::from(*premium > amounts.premium)),
            4 => share_of(amounts.premium, *turnover),
            5 => share_of(*premium, *turnover),
            6 => share_of(*premium, *turnover) / self.margin?,
            7 => amounts.exposure as f64,
            8 => amounts.insured_exposure as f64,
            9 => amounts.expected.as_ref()?.loss as f64,
            10 => amounts.expected.as_ref()?.claims as f64,
            11 => amounts.expected.as_ref().filter(|_| *premium > 0).map(|e| share_of(e.claims, *premium))?,
            12 => break_even()? as f64,
            13 => {
                let at_risk = amounts.insured_exposure as f64 * self.loss_given_default;
                break_even().filter(|_| at_risk > 0.0)? as f64 / at_risk
            }
            _ => (*premium - amounts.premium) as f64,
        })
    }
}

impl Row for Policies {
    fn answer(&self, cells: &[f64], wanted: &[usize], out: &mut [f64]) -> bool {
        let Some(priced) = self.price(cells) else { return false };
        for (slot, output) in out.iter_mut().zip(wanted) {
            *slot = self.output(&priced, *output).unwrap_or(f64::NAN);
        }
        true
    }
}
