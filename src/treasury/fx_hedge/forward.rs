//! Forwards by covered interest parity.

use super::request::{FxArbitrage, FxCompounding, FxCurve, FxHedgeRequest};
use crate::calendar::{DayCount, PeriodContext};
use crate::document::Text;
use crate::error::Error;
use crate::values::Rate;

/// A time until delivery: in years, as each currency counts it, and whether it is over a year.
#[derive(Clone, Copy, Debug)]
pub(super) struct Term {
    pub years: f64,
    pub home: f64,
    pub foreign: f64,
    pub long: bool,
}

impl FxHedgeRequest {
    /// The time until delivery: days, years or two dates; the last payment of the forecast where none is given.
    ///
    /// # Errors
    /// `InvalidInput`: `required` where there is none, `only-one` where there are two. `OutOfRange` outside 0 to 100 years.
    pub(super) fn term(&self) -> Result<Term, Error> {
        let last = || self.forecast.as_ref().and_then(|forecast| forecast.days.last().copied());
        let term = match (self.days, self.years, self.start.zip(self.maturity)) {
            (Some(days), None, None) => self.term_of(days)?,
            (None, Some(years), None) => Term { years, home: years, foreign: years, long: years > 1.0 },
            (None, None, Some((start, maturity))) => {
                let counted = |day_count: DayCount, field: &str| {
                    let fraction = day_count.fraction(start, maturity, &PeriodContext::default());
                    fraction.map(|fraction| fraction.to_f64()).map_err(|error| error.moved(field))
                };
                let days = f64::from(maturity.days() - start.days());
                Term {
                    years: days / 365.0,
                    home: counted(self.home_day_count, "homeDayCount")?,
                    foreign: counted(self.foreign_day_count, "foreignDayCount")?,
                    long: days > 366.0,
                }
            }
            (None, None, None) => match last() {
                Some(days) => self.term_of(days)?,
                None => {
                    let sentence = "give the days or years until delivery, or its first and last day";
                    return Err(Error::invalid("required", sentence).at("days"));
                }
            },
            _ => {
                let sentence = "give days, years or the two dates, one of them";
                return Err(Error::invalid("only-one", sentence).at("days"));
            }
        };
        if !(term.years > 0.0 && term.years <= 100.0) {
            let field = if self.years.is_some() {
                "years"
            } else if self.start.is_some() {
                "maturity"
            } else {
                "days"
            };
            return Err(super::out_of_bounds("above 0, to 100 years", term.years, field));
        }
        Ok(term)
    }

    /// A number of days as each currency counts it.
    pub(super) fn term_of(&self, days: u32) -> Result<Term, Error> {
        let counted = |day_count: DayCount, field: &str| {
            let basis = day_count.basis().map_err(|error| error.moved(field))?;
            Ok::<f64, Error>(f64::from(days) / f64::from(basis))
        };
        Ok(Term {
            years: f64::from(days) / 365.0,
            home: counted(self.home_day_count, "homeDayCount")?,
            foreign: counted(self.foreign_day_count, "foreignDayCount")?,
            long: days > 366,
        })
    }

    /// What one unit of each currency becomes: home, foreign.
    pub(super) fn growth(&self, term: Term) -> Result<(f64, f64), Error> {
        let home = self.grown(self.home_rate, term.home, term, self.home_curve.as_ref(), "home")?;
        let foreign =
            self.grown(self.foreign_rate, term.foreign, term, self.foreign_curve.as_ref(), "foreign")?;
        Ok((home, foreign))
    }

    /// The forward by covered interest parity, at another home rate where one is given.
    ///
    /// `F = S·G_h / G_f`
    ///
    /// - `S` the spot rate, home currency for one unit of foreign
    /// - `G = 1 + r·d/B` up to a year: `d` days, `B` days of the currency's year; `(1 + r)^t` beyond, from the curve where one is
    ///   given; `e^(r·t)` where rates compound continuously
    ///
    /// Rounding: none. Source: J. C. Hull, Options, Futures and Other Derivatives, chapter 5 (continuous); market convention for
    /// money market days.
    pub(super) fn parity(&self, term: Term, home_rate: Option<Rate>) -> Result<f64, Error> {
        let (mut home, foreign) = self.growth(term)?;
        if let Some(rate) = home_rate {
            home = self.grown(rate, term.home, term, None, "offshore")?;
        }
        Ok(self.spot * home / foreign)
    }

    fn grown(
        &self,
        rate: Rate,
        time: f64,
        term: Term,
        curve: Option<&FxCurve>,
        side: &str,
    ) -> Result<f64, Error> {
        let given = rate.as_f64();
        let compound = |rate: f64| libm::exp(time * libm::log1p(rate));
        let grown = match self.compounding {
            Some(FxCompounding::Simple) => 1.0 + given * time,
            Some(FxCompounding::Annual) => compound(given),
            Some(FxCompounding::Continuous) => libm::exp(given * time),
            None if !term.long => 1.0 + given * time,
            None => match curve {
                Some(curve) => {
                    let rate = curve.at(term.years, &[side, "Curve"].concat())?;
                    libm::exp(term.years * libm::log1p(rate))
                }
                None => compound(given),
            },
        };
        if !(grown > 1e-9 && grown < 1e9) {
            let field = [side, "Rate"].concat();
            return Err(super::out_of_bounds("a rate that leaves money over this time", given, &field));
        }
        Ok(grown)
    }

    /// What the difference between the market's forward and parity brings.
    ///
    /// `|N·(S·G_h − M·G_f)|`: where the market is below parity, the foreign currency is borrowed, exchanged at spot and lent at
    /// home; where it is above, the other way.
    ///
    /// Rounding: each amount once. Source: J. C. Hull, Options, Futures and Other Derivatives, section 5.10.
    pub(super) fn arbitrage(&self, term: Term, market: f64) -> Result<Option<FxArbitrage>, Error> {
        let Some(amount) = self.arbitrage_amount else { return Ok(None) };
        let (home, foreign) = self.growth(term)?;
        let grown = amount.as_f64() * foreign;
        let (at_home, at_market) = (amount.as_f64() * self.spot * home, grown * market);
        let money = |value: f64| super::money(value, self.currency, "arbitrageAmount");
        Ok(Some(FxArbitrage {
            foreign_grown: super::money(grown, self.foreign_currency, "arbitrageAmount")?,
            home_grown: money(at_home)?,
            home_at_market: money(at_market)?,
            profit: money((at_home - at_market).abs())?,
        }))
    }
}

impl FxCurve {
    /// The rate at a time: straight between the tenors, before the first and behind the last the nearest.
    fn at(&self, years: f64, field: &str) -> Result<f64, Error> {
        if self.tenors.is_empty() || self.tenors.len() != self.rates.len() {
            return Err(Error::invalid("unequal-lengths", "give as many rates as tenors, at least one")
                .at([field, ".rates"].concat())
                .with_value(self.rates.len().text()));
        }
        if self.tenors.windows(2).any(|pair| matches!(pair, [a, b] if a >= b)) {
            return Err(Error::invalid(
                "tenors-not-ascending",
                "tenors are years, each after the one before",
            )
            .at([field, ".tenors"].concat()));
        }
        if let Some(rate) = self.rates.iter().find(|rate| !(-0.99..=10.0).contains(*rate)) {
            return Err(super::out_of_bounds("-0.99 to 10", *rate, &[field, ".rates"].concat()));
        }
        let points = || self.tenors.iter().copied().zip(self.rates.iter().copied());
        let below = points().take_while(|(tenor, _)| *tenor <= years).last();
        let above = points().find(|(tenor, _)| *tenor > years);
        Ok(match (below, above) {
            (Some((t0, r0)), Some((t1, r1))) => r0 + (r1 - r0) * (years - t0) / (t1 - t0),
            (Some((_, rate)), None) | (None, Some((_, rate))) => rate,
            (None, None) => 0.0,
        })
    }
}

impl Term {
    /// The continuous rate that grows one unit so.
    pub(super) fn continuous(self, growth: f64) -> f64 {
        libm::log(growth) / self.years
    }
}
