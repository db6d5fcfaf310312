//! Annual percentage rates of consumer credit: what the law of a place wants told, by that law's own counting of time.
//!
//! ```
//! use export_risk::cash_flow::apr::{AprRule, Moments, apr};
//! use export_risk::values::Date;
//!
//! // Regulation Z, appendix J (c)(1)(ii): 6000 on 10 February 1978, 36 monthly payments of 200 from 1 April: 11.82 %.
//! let start = Date::parse("1978-04-01")?;
//! let mut days = vec![Date::parse("1978-02-10")?.days()];
//! let mut amounts = vec![6000.0];
//! for month in 0..36 {
//!     days.push(start.add_months(month)?.days());
//!     amounts.push(-200.0);
//! }
//! let found = apr(AprRule::UsRegulationZ, Moments::Dates(&days), &amounts)?;
//! assert_eq!(found.disclosed, 0.1182);
//! assert_eq!(found.unit_period.map(|unit| unit.per_year()), Some(12.0));
//! # Ok::<(), export_risk::Error>(())
//! ```

mod actuarial;
mod months;
mod unit_period;
mod years;

pub use unit_period::UnitPeriod;

use super::Flows;
use crate::calendar::DayCount;
use crate::error::Error;
use crate::values::Date;
use actuarial::Placed;

crate::choice! {
    /// Whose annual percentage rate, with its own counting of time and its own choice where several rates fit.
    pub enum AprRule {
        /// European Union, consumer credit and credit for homes: effective; whole months or weeks, then odd days over
        /// the 365 or 366 of the year back from them. One decimal of a percent is told.
        ///
        /// `Σ Cₖ·(1 + X)^−tₖ = Σ Dₗ·(1 + X)^−sₗ`, `C` drawdowns, `D` payments, `t` and `s` years from the first drawdown.
        /// Of several rates the one nearest to zero, as the directives are silent.
        ///
        /// Source: Directive 2008/48/EC, annex I, part I; with the counting of days of Directive 2014/17/EU, annex I,
        /// part I, remark (c). Directive (EU) 2023/2225, annex III, applies to contracts since 2026-11-20; it is read as
        /// the same, its text was not compared word by word.
        EuConsumerCredit = "eu-consumer-credit",
        /// United States, closed-end credit by the actuarial method: nominal, the rate of a unit-period times the
        /// unit-periods in a year; simple within a fraction of one. Two decimals of a percent are told.
        ///
        /// `Σ Aₖ / ((1 + eₖ·i)·(1 + i)^qₖ) = Σ Pⱼ / ((1 + fⱼ·i)·(1 + i)^tⱼ)`, `A` advances and `P` payments, `q` and `t`
        /// full unit-periods from the beginning of the term, `e` and `f` the fraction that is left; APR = `i` times the
        /// unit-periods in a year. Of several rates the one nearest to zero, as the appendix is silent.
        ///
        /// Source: 12 CFR 1026, appendix J, (b)(1) to (b)(8).
        UsRegulationZ = "us-regulation-z",
        /// United Kingdom, consumer credit: the equation and the counting of the European Union. One decimal is told.
        ///
        /// Source: FCA Handbook, CONC App 1.2.
        UkConc = "uk-conc",
        /// United Kingdom, mortgages and other secured lending: effective; whole calendar months or whole weeks, else
        /// whole years and days of a year of 365.25. Of several rates the positive one nearest to zero; without a positive
        /// one, the nearest to zero. One decimal is told.
        ///
        /// Source: FCA Handbook, MCOB 10.3.1A, 10.3.1B(2).
        UkMcob = "uk-mcob",
    }
}

impl AprRule {
    /// The document that the rule stands in.
    pub const fn source(self) -> &'static str {
        match self {
            Self::EuConsumerCredit => {
                "Directive 2008/48/EC, annex I, and Directive (EU) 2023/2225, annex III, part I"
            }
            Self::UsRegulationZ => "12 CFR 1026 (Regulation Z), appendix J, (b)",
            Self::UkConc => "FCA Handbook, CONC App 1.2",
            Self::UkMcob => "FCA Handbook, MCOB 10.3",
        }
    }

    /// The equation in symbols.
    pub const fn formula(self) -> &'static str {
        match self {
            Self::UsRegulationZ => {
                "Σ Aₖ / ((1 + eₖ·i)·(1 + i)^qₖ) = Σ Pⱼ / ((1 + fⱼ·i)·(1 + i)^tⱼ), APR = i · w"
            }
            _ => "Σ Cₖ / (1 + X)^tₖ = Σ Dₗ / (1 + X)^sₗ, APR = X",
        }
    }

    /// The decimals of a fraction that are told: three are one decimal of a percent.
    pub const fn decimals(self) -> u32 {
        match self {
            Self::UsRegulationZ => 4,
            Self::EuConsumerCredit | Self::UkConc | Self::UkMcob => 3,
        }
    }

    /// A rate as it is told: a figure of five or more at the next decimal raises the last, away from zero.
    ///
    /// Source: Directive 2008/48/EC, annex I, part I, remark (d). In the United States the tolerance is an eighth of a
    /// percent (12 CFR 1026.22(a)(2)); the appendix prints two decimals, and so do we.
    pub fn disclosed(self, rate: f64) -> f64 {
        let scale = if self.decimals() == 4 { 10_000.0 } else { 1_000.0 };
        let rounded = (rate * scale).round() / scale;
        if rounded.is_finite() { rounded } else { rate }
    }
}

/// When amounts are paid: on dates, as days since 1970-01-01, or at times in years from any moment.
///
/// Times are used as they are: the European and British rules count nothing anew, and the American one takes its
/// unit-period from the distances between them.
#[derive(Clone, Copy, Debug)]
pub enum Moments<'a> {
    /// Days since 1970-01-01.
    Dates(&'a [i32]),
    /// Years.
    Years(&'a [f64]),
}

/// An annual percentage rate, and how it was counted.
#[derive(Clone, Debug, PartialEq)]
pub struct AnnualPercentageRate {
    /// The rate as a fraction, unrounded: effective in Europe, nominal in the United States.
    pub rate: f64,
    /// The rate rounded as the rule tells it.
    pub disclosed: f64,
    /// The unit-period; none where the rule has no such thing, and where there is no time between the amounts.
    pub unit_period: Option<UnitPeriod>,
    /// How many rates above −1 satisfy the equation.
    pub roots: usize,
}

/// The annual percentage rate of some flows by a rule.
///
/// The side does not matter: what is received may stand above zero and what is paid below, or the other way round. The
/// flow that comes first is an advance; its moment is where time begins. Amounts of one moment are added up.
///
/// - `moments`, `amounts`: as many of one as of the other, in any order
///
/// Flows that cancel out at every moment, such as what is repaid on the same day, have the rate 0.
///
/// # Errors
/// As [`Flows::dated`], [`Flows::timed`] and [`Flows::rates`].
pub fn apr(rule: AprRule, moments: Moments<'_>, amounts: &[f64]) -> Result<AnnualPercentageRate, Error> {
    let flows = match moments {
        Moments::Dates(days) => Flows::dated(days, amounts, DayCount::Act365F)?,
        Moments::Years(times) => Flows::timed(times, amounts)?,
    };
    let (merged, times) = (flows.curve.amounts(), flows.curve.times());
    if merged.len() < 2 {
        // Nothing is left, one moment is left, or all have one sign: what the rates of return say of those.
        let rate = flows.rates()?.nearest;
        return Ok(told(rule, rate, None, 1));
    }
    let dates = match moments {
        Moments::Dates(days) => {
            let first = days.iter().copied().min().unwrap_or(0) + flows.first as i32;
            let dates = times.iter().map(|time| Date::from_days(first + *time as i32));
            Some(dates.collect::<Result<Vec<_>, _>>()?)
        }
        Moments::Years(_) => None,
    };
    if rule == AprRule::UsRegulationZ {
        if !flows.both_signs {
            flows.rates()?;
        }
        // Advances have one sign and payments the other; which is which does not matter to the unit-period.
        let is_advance: Vec<bool> = merged.iter().map(|amount| *amount > 0.0).collect();
        let (unit, places) = match &dates {
            Some(dates) => unit_period::of_dates(dates, &is_advance),
            None => unit_period::of_times(times, &is_advance),
        };
        let placed: Vec<Placed> =
            merged.iter().zip(places).map(|(amount, at)| Placed { amount: *amount, at }).collect();
        let (rate, roots) = actuarial::rate(&placed)?;
        return Ok(told(rule, rate * unit.per_year(), Some(unit), roots));
    }
    let rates = match &dates {
        Some(dates) => Flows::timed(&years::of_dates(rule, dates), merged)?.rates()?,
        None => flows.rates()?,
    };
    let positive = rates.all.iter().copied().find(|rate| *rate > 0.0);
    let rate = match positive {
        Some(rate) if rule == AprRule::UkMcob => rate,
        _ => rates.nearest,
    };
    Ok(told(rule, rate, None, rates.all.len()))
}

fn told(rule: AprRule, rate: f64, unit_period: Option<UnitPeriod>, roots: usize) -> AnnualPercentageRate {
    AnnualPercentageRate { rate, disclosed: rule.disclosed(rate), unit_period, roots }
}
