use std::sync::Arc;

use super::apr::{AnnualPercentageRate, AprRule, Moments, UnitPeriod, apr};
use super::flows::units;
use super::values::at_spot_rates;
use super::{Flows, Method, Rates};
use crate::calendar::DayCount;
use crate::document::Column;
use crate::error::Error;
use crate::explain::{Edition, Grade, Notice, Step, Trace};
use crate::product::Product;
use crate::reference::Market;
use crate::values::Days;

crate::record! {
    /// Amounts of money at points of time, for their value and their rates of return.
    pub struct CashFlowRequest {
        /// When each amount is paid or received: dates as YYYY-MM-DD, or days since 1970-01-01. In any order.
        pub dates: Option<Days>,
        /// In place of dates: years from the moment that the present value is stated at; may be negative.
        pub times: Option<Column<f64>>,
        /// The amounts, one for each date or time: received above zero, paid below.
        pub amounts: Column<f64>,
        /// How days become years; of no effect with times.
        pub day_count: DayCount = DayCount::Act365F,
        /// An effective rate a year, as a fraction above -1, for the present and the future value. With it, or with rates,
        /// flows that have no rate of return are answered too.
        pub rate: Option<f64>,
        /// In place of it: for each amount the effective rate a year that holds from the beginning to its moment.
        pub rates: Option<Column<f64>>,
        /// For the modified internal rate of return: the effective rate a year at which what is paid is borrowed.
        pub finance_rate: Option<f64>,
        /// For the same: the effective rate a year at which what is received is invested again.
        pub reinvest_rate: Option<f64>,
        /// Whose annual percentage rate is wanted beside the others: each rule counts time by itself, whatever the day
        /// count; times are used as they are.
        pub apr_rule: Option<AprRule>,
    }
}

crate::record! {
    quote
    /// The rates of return of some flows, and their value at a rate.
    pub struct CashFlowQuote {
        /// The effective rate a year at which the value is zero; of several, the one nearest to zero, and of two as
        /// near the positive one. Null when there is none and a value at a rate was asked for.
        pub xirr: Option<f64>,
        /// All such rates above -1 that were found, ascending.
        pub roots: Vec<f64>,
        /// The rate for each of the equal intervals between times; null with dates, and where intervals differ.
        pub irr: Option<f64>,
        /// The net present value at the given rate: at the earliest date, or at time zero. Null without a rate.
        pub xnpv: Option<f64>,
        /// The net future value at the given rate: at the latest date or time that is given. Null without a rate.
        pub xnfv: Option<f64>,
        /// The modified internal rate of return a year. Null without the rates for it.
        pub mirr: Option<f64>,
        /// The annual percentage rate by the given rule, as a fraction and not rounded: effective in Europe, nominal in the
        /// United States. The same from the borrower's side and from the lender's. Null without a rule.
        pub apr: Option<f64>,
        /// The annual percentage rate rounded as the rule tells it: to 0.001 in Europe (one decimal of a percent), to
        /// 0.0001 in the United States. Null without a rule.
        pub apr_disclosed: Option<f64>,
        /// How many unit-periods a year the American rule counts with: 12 when it is a month. Null for the other rules.
        pub apr_unit_periods_per_year: Option<f64>,
        /// What is left of the value when `xirr` is fed back, over the sum of the sizes of the discounted amounts.
        /// Null without `xirr`.
        pub residual: Option<f64>,
        /// The tables that this rests on: none.
        pub editions: Vec<Arc<Edition>>,
        /// What a reader should know: `several-rates`, `any-rate`, `search-not-complete`, `no-rate-of-return`.
        pub notices: Vec<Notice>,
    }
}

crate::quotes!(CashFlowQuote);

impl Product for CashFlowRequest {
    type Quote = CashFlowQuote;
    const NAME: &'static str = "cash-flow";

    #[inline(never)]
    fn quote(&self, _market: &Market, trace: &mut Trace) -> Result<Self::Quote, Error> {
        let flows = self.flows()?;
        let (xnpv, xnfv) = self.values(&flows)?.unzip();
        let mirr = self.mirr(&flows)?;
        let mut notices = Vec::new();
        let rates = match flows.rates() {
            Ok(rates) => Some(rates),
            // Whoever asks for a value at a rate gets it, whether there is a rate of return or not.
            Err(_) if xnpv.is_some() && self.apr_rule.is_none() => {
                notices.push(Notice::new("no-rate-of-return"));
                None
            }
            Err(error) => return Err(error),
        };
        let xirr = rates.as_ref().map(|rates| rates.nearest);
        let years = self.times.as_ref().and_then(|times| interval(&times.0));
        let irr = xirr
            .zip(years)
            .map(|(rate, years)| if years == 1.0 { rate } else { libm::expm1(libm::log1p(rate) * years) });
        let apr = self.apr_rule.map(|rule| Ok((rule, self.apr(rule)?))).transpose()?;
        if trace.is_listening() {
            self.explain(&flows, (xnpv, xnfv, mirr), rates.as_ref(), trace);
            if let Some((rule, found)) = &apr {
                explain_apr(*rule, found, trace);
            }
        }
        let apr = apr.map(|(_, found)| found);
        if let Some(rates) = &rates {
            if rates.method == Method::AnyRate {
                notices.push(Notice::new("any-rate"));
            }
            if rates.all.len() > 1 {
                notices.push(
                    Notice::new("several-rates")
                        .with("count", rates.all.len())
                        .with("nearest", rates.nearest),
                );
            }
            if !rates.complete {
                notices.push(Notice::new("search-not-complete").with("count", rates.all.len()));
            }
        }
        Ok(CashFlowQuote {
            xirr,
            residual: rates.as_ref().map(|rates| rates.residual),
            roots: rates.map(|rates| rates.all).unwrap_or_default(),
            irr,
            xnpv,
            xnfv,
            mirr,
            apr: apr.as_ref().map(|found| found.rate),
            apr_disclosed: apr.as_ref().map(|found| found.disclosed),
            apr_unit_periods_per_year: apr.and_then(|found| found.unit_period).map(UnitPeriod::per_year),
            editions: Vec::new(),
            notices,
        })
    }
}

impl CashFlowRequest {
    fn flows(&self) -> Result<Flows, Error> {
        match (&self.dates, &self.times) {
            (Some(dates), None) => Flows::dated(&dates.0, &self.amounts.0, self.day_count),
            (None, Some(times)) => Flows::timed(&times.0, &self.amounts.0),
            (None, None) => {
                Err(Error::invalid("required", "give the dates of the amounts, or their times").at("dates"))
            }
            (Some(_), Some(_)) => {
                Err(Error::invalid("both-given", "times take the place of dates: give one of the two")
                    .at("times"))
            }
        }
    }

    /// The present and the future value, at one rate or at one for each amount.
    fn values(&self, flows: &Flows) -> Result<Option<(f64, f64)>, Error> {
        match (self.rate, &self.rates) {
            (None, None) => Ok(None),
            (Some(rate), None) => Ok(Some((flows.npv(rate)?, flows.nfv(rate)?))),
            (None, Some(rates)) => {
                let years = match (&self.dates, &self.times) {
                    (Some(dates), _) => {
                        let (units, per_year) = units(&dates.0, self.day_count)?;
                        units.into_iter().map(|time| time / per_year).collect()
                    }
                    (None, times) => times.as_ref().map(|times| times.0.clone()).unwrap_or_default(),
                };
                at_spot_rates(&years, &self.amounts.0, &rates.0).map(Some)
            }
            (Some(_), Some(_)) => {
                Err(Error::invalid("both-given", "give one rate, or one for each amount").at("rates"))
            }
        }
    }

    fn mirr(&self, flows: &Flows) -> Result<Option<f64>, Error> {
        let missing = match (self.finance_rate, self.reinvest_rate) {
            (None, None) => return Ok(None),
            (Some(finance), Some(reinvest)) => return flows.mirr(finance, reinvest).map(Some),
            (None, Some(_)) => "financeRate",
            (Some(_), None) => "reinvestRate",
        };
        Err(Error::invalid("required", "the modified rate of return needs both financeRate and reinvestRate")
            .at(missing))
    }

    fn apr(&self, rule: AprRule) -> Result<AnnualPercentageRate, Error> {
        let moments = match (&self.dates, &self.times) {
            (Some(dates), _) => Moments::Dates(&dates.0),
            (None, Some(times)) => Moments::Years(&times.0),
            (None, None) => Moments::Years(&[]),
        };
        apr(rule, moments, &self.amounts.0)
    }

    fn explain(&self, flows: &Flows, values: Values, rates: Option<&Rates>, trace: &mut Trace) {
        trace.step(|| {
            let time = if self.times.is_some() { "t = times" } else { "t = τ(earliest, date)" };
            Step::new("flow-times", "t", time)
                .input("n", self.amounts.0.len(), "count")
                .input("τ", if self.times.is_some() { "-" } else { self.day_count.name() }, "day-count")
                .value(flows.moments(), "count")
        });
        let (xnpv, xnfv, mirr) = values;
        let rate = |step: Step| match self.rate {
            Some(rate) => step.input("r", rate, "fraction-a-year"),
            None => step,
        };
        if let (Some(present), Some(future)) = (xnpv, xnfv) {
            trace.step(|| {
                rate(Step::new("net-present-value", "NPV", "NPV = Σ Pᵢ / (1 + rᵢ)^tᵢ").output("xnpv"))
                    .value(present, "amount")
                    .cited(SOURCE, Grade::Official)
            });
            trace.step(|| {
                rate(Step::new("net-future-value", "NFV", "NFV = NPV · (1 + r)^T").output("xnfv"))
                    .value(future, "amount")
                    .cited(SOURCE, Grade::Official)
            });
        }
        if let (Some(mirr), Some(finance), Some(reinvest)) = (mirr, self.finance_rate, self.reinvest_rate) {
            trace.step(|| {
                let formula = "MIRR = (Σ⁺ Pᵢ·(1 + r)^(T − tᵢ) / −Σ⁻ Pᵢ·(1 + f)^−tᵢ)^(1/T) − 1";
                Step::new("modified-internal-rate", "MIRR", formula)
                    .output("mirr")
                    .input("f", finance, "fraction-a-year")
                    .input("r", reinvest, "fraction-a-year")
                    .value(mirr, "fraction-a-year")
                    .cited(SOURCE, Grade::Official)
            });
        }
        let Some(rates) = rates else { return };
        trace.step(|| {
            let formula = match rates.method {
                Method::ClosedForm => "r = (−P₂/P₁)^(1/(t₂ − t₁)) − 1",
                Method::Newton => "Σ Pᵢ / (1 + r)^tᵢ = 0: one root, by Newton's method in a bracket",
                Method::Isolation => "Σ Pᵢ / (1 + r)^tᵢ = 0: every root isolated, the nearest to zero taken",
                Method::AnyRate => "Σ Pᵢ / (1 + r)^tᵢ = 0 at every r: zero taken",
            };
            Step::new("internal-rate", "r", formula)
                .output("xirr")
                .input("roots", rates.all.len(), "count")
                .value(rates.nearest, "fraction-a-year")
                .cited(SOURCE, Grade::Official)
        });
        trace.step(|| {
            Step::new("fed-back", "ε", "ε = |Σ Pᵢ / (1 + r)^tᵢ| / Σ |Pᵢ| / (1 + r)^tᵢ")
                .output("residual")
                .input("r", rates.nearest, "fraction-a-year")
                .value(rates.residual, "fraction")
        });
    }
}

/// Present and future value, and the modified rate of return.
type Values = (Option<f64>, Option<f64>, Option<f64>);

/// Tells an annual percentage rate under `apr` and `aprDisclosed`.
pub(crate) fn explain_apr(rule: AprRule, found: &AnnualPercentageRate, trace: &mut Trace) {
    trace.step(|| {
        let step = Step::new("annual-percentage-rate", "APR", rule.formula()).output("apr").input(
            "roots",
            found.roots,
            "count",
        );
        match found.unit_period {
            Some(unit) => {
                step.input("w", unit.per_year(), "count").input("i", found.rate / unit.per_year(), "fraction")
            }
            None => step,
        }
        .value(found.rate, "fraction-a-year")
        .cited(rule.source(), Grade::Official)
    });
    trace.step(|| {
        Step::new("apr-disclosed", "APR′", "APR′ = round(APR · 10ⁿ) / 10ⁿ")
            .output("aprDisclosed")
            .input("APR", found.rate, "fraction-a-year")
            .input("n", rule.decimals(), "count")
            .value(found.disclosed, "fraction-a-year")
            .cited(rule.source(), Grade::Official)
    });
}

const SOURCE: &str = "OASIS OpenDocument 1.2 part 2 (OpenFormula), functions XIRR, XNPV and MIRR";

/// The years between times that are ascending and equally far apart.
fn interval(times: &[f64]) -> Option<f64> {
    let [first, second, ..] = times else { return None };
    let years = second - first;
    let equal = |(at, time): (usize, &f64)| (time - (first + years * at as f64)).abs() <= 1e-9 * years;
    (years > 0.0 && times.iter().enumerate().all(equal)).then_some(years)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_intervals_are_told_from_others() {
        assert_eq!(interval(&[0.0, 0.5, 1.0]), Some(0.5));
        assert_eq!(interval(&[-2.0, 1.0]), Some(3.0));
        // As near as a thousand millionth of the interval.
        assert_eq!(interval(&[0.0, 12.0, 24.0 + 1e-8]), Some(12.0));
        assert_eq!(interval(&[0.0, 12.0, 24.0 + 2e-8]), None);
        for times in [&[0.0, 0.5, 1.1][..], &[0.0, 0.0], &[1.0, 0.0], &[0.0]] {
            assert_eq!(interval(times), None);
        }
    }
}
