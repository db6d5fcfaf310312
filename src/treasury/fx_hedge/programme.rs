//! The forecast: what is hedged at which forward, what that costs, and what stays at risk.

use super::request::{
    FxBasket, FxHedgeRequest, FxInstrument, FxOptionKind, FxOptionQuote, FxOutcomes, FxPosition, FxProgramme,
};
use crate::document::{Column, Text};
use crate::error::Error;
use crate::numeric::normal_quantile;
use crate::values::{Currency, Share};

/// One payment, in units of the foreign currency.
#[derive(Clone, Copy, Debug)]
pub(super) struct Payment {
    pub days: u32,
    pub years: f64,
    pub exposure: f64,
    pub hedged: f64,
    pub forward: f64,
}

/// All payments, and the direction of the money: 1 received, −1 paid.
#[derive(Debug)]
pub(super) struct Programme {
    pub payments: Vec<Payment>,
    pub sign: f64,
}

const MOST_PAYMENTS: usize = 1000;

impl FxHedgeRequest {
    /// The forecast with the forward of each day. The market's points at the term are spread over time in proportion.
    ///
    /// # Errors
    /// `InvalidInput`: `unequal-lengths`, `dates-not-ascending`, `empty`; `OutOfRange` for over 1,000 payments.
    pub(super) fn programme(&self, term_days: f64) -> Result<Option<Programme>, Error> {
        let Some(forecast) = &self.forecast else { return Ok(None) };
        let count = forecast.amounts.len();
        if count == 0 {
            return Err(Error::invalid("empty", "a forecast has at least one payment").at("forecast.amounts"));
        }
        if count > MOST_PAYMENTS {
            return Err(super::out_of_bounds("1 to 1000 payments", count as f64, "forecast.amounts"));
        }
        let others = forecast.hedged.others().len();
        for (length, field) in [
            (forecast.days.len(), "forecast.days"),
            (if others == 0 { count } else { others + 1 }, "forecast.hedged"),
        ] {
            if length != count {
                return Err(Error::invalid("unequal-lengths", "give as many as there are amounts")
                    .with_value(length.text())
                    .at(field));
            }
        }
        if forecast.days.windows(2).any(|pair| matches!(pair, [a, b] if a >= b)) {
            return Err(Error::invalid("dates-not-ascending", "days ascend").at("forecast.days"));
        }
        let points = self.market_points();
        let own = 1.0 - self.local_cost_share.as_f64();
        let mut payments = Vec::with_capacity(count);
        for (at, (days, amount)) in forecast.days.iter().zip(&forecast.amounts).enumerate() {
            let term = self.term_of(*days)?;
            let share: Share = match at.checked_sub(1) {
                Some(later) => {
                    *forecast.hedged.others().get(later).unwrap_or_else(|| forecast.hedged.first())
                }
                None => *forecast.hedged.first(),
            };
            let forward = match points {
                Some(points) => self.spot + points * f64::from(*days) / term_days,
                None => self.parity(term, None)?,
            };
            let exposure = amount.as_f64() * own;
            payments.push(Payment {
                days: *days,
                years: term.years,
                exposure,
                hedged: exposure * share.as_f64(),
                forward,
            });
        }
        let sign = if self.position == FxPosition::Receive { 1.0 } else { -1.0 };
        Ok(Some(Programme { payments, sign }))
    }

    /// What the home currency is at a rate: of all payments, or the margin where the home amount is given.
    ///
    /// `Σ s·((E − H)·X + H·X')`, `X'` the forward; of a non-deliverable one `X + F − X·(1 + δ)`, as only the difference to the
    /// fixing is paid; of an option the better of rate and strike, less its price
    ///
    /// - `s` 1 received, −1 paid; `E` exposure after local costs, `H` its hedged part; `X` the rate of the day
    /// - `F` forward, `δ` how far the fixing is above the rate at which is exchanged
    pub(super) fn result_at(&self, programme: &Programme, rate: f64, option: Option<&FxOptionQuote>) -> f64 {
        let strike = self.option.as_ref().map_or(rate, |option| option.strike);
        let received = programme.sign > 0.0;
        let sum: f64 = programme
            .payments
            .iter()
            .map(|payment| {
                let hedge = match (self.instrument, option) {
                    (FxInstrument::NonDeliverable, _) => payment.forward - rate * self.fixing_difference,
                    (FxInstrument::Option, Some(option)) if received => rate.max(strike) - option.price,
                    (FxInstrument::Option, Some(option)) => rate.min(strike) + option.price,
                    _ => payment.forward,
                };
                (payment.exposure - payment.hedged) * rate + payment.hedged * hedge
            })
            .sum();
        programme.sign * (sum - self.home_amount.map_or(0.0, |amount| amount.as_f64()))
    }

    /// The same without a hedge.
    pub(super) fn open_result_at(&self, programme: &Programme, rate: f64) -> f64 {
        let exposure: f64 = programme.payments.iter().map(|payment| payment.exposure).sum();
        programme.sign * (exposure * rate - self.home_amount.map_or(0.0, |amount| amount.as_f64()))
    }

    /// # Errors
    /// `OutOfRange`: a move of −100 % or less, or over 1,000 %; over 1,000 moves.
    pub(super) fn outcomes(
        &self,
        programme: &Programme,
        option: Option<&FxOptionQuote>,
    ) -> Result<FxOutcomes, Error> {
        if self.rate_moves.len() > MOST_PAYMENTS {
            return Err(super::out_of_bounds(
                "at most 1000 moves",
                self.rate_moves.len() as f64,
                "rateMoves",
            ));
        }
        let (mut rates, mut hedged, mut unhedged) = (Vec::new(), Vec::new(), Vec::new());
        for (at, change) in self.rate_moves.iter().enumerate() {
            if !(*change > -1.0 && *change <= 10.0) {
                return Err(super::out_of_bounds(
                    "above -1, to 10",
                    *change,
                    &["rateMoves.", &at.text()].concat(),
                ));
            }
            let rate = self.spot * (1.0 + change);
            let units =
                |value: f64| super::minor(value, self.currency, "forecast.amounts").map(|units| units as f64);
            rates.push(rate);
            hedged.push(units(self.result_at(programme, rate, option))?);
            unhedged.push(units(self.open_result_at(programme, rate))?);
        }
        Ok(FxOutcomes { rates: Column(rates), hedged: Column(hedged), unhedged: Column(unhedged) })
    }

    /// The option that hedges this position: a put for what is received, a call for what is paid.
    pub(super) fn hedging_kind(&self) -> FxOptionKind {
        if self.position == FxPosition::Receive { FxOptionKind::Put } else { FxOptionKind::Call }
    }

    /// What can be lost against the mean at the confidence: unhedged, hedged; in home currency.
    ///
    /// `z·S·σ·√(Σᵢ Σⱼ wᵢ·wⱼ·min(tᵢ, tⱼ))`, `w` the exposures, or their open parts and with the hedge
    /// `S²·Σ Hᵢ²·(δ² + σ²·Δ/365)` inside the root
    ///
    /// - `z` the normal quantile, `S` spot, `σ` volatility a year, `t` years
    /// - `δ` the deviation of the fixing difference (non-deliverable forwards), independent from payment to payment; `Δ` the deviation
    ///   of the day of payment in days, through which a hedge is open
    ///
    /// Assumptions: normal, first order, one rate for all dates. A forward that is delivered, of a certain amount on a certain day,
    /// leaves nothing.
    pub(super) fn at_risk(&self, programme: &Programme, volatility: f64) -> (f64, f64) {
        let variance = |part: fn(&Payment) -> f64| -> f64 {
            let (mut sum, mut later): (f64, f64) = (0.0, programme.payments.iter().map(part).sum());
            let mut before = 0.0;
            // Between two payments all that is still to come moves together.
            for payment in &programme.payments {
                sum += (payment.years - before) * later * later;
                before = payment.years;
                later -= part(payment);
            }
            sum.max(0.0) * volatility * volatility
        };
        let fixing = match self.instrument {
            FxInstrument::NonDeliverable => self.fixing_deviation * self.fixing_deviation,
            _ => 0.0,
        };
        let late = volatility * volatility * f64::from(self.date_deviation_days) / 365.0;
        let kept: f64 =
            programme.payments.iter().map(|payment| payment.hedged * payment.hedged * (fixing + late)).sum();
        let z = normal_quantile(self.confidence.as_f64());
        let loss = |variance: f64| z * self.spot * libm::sqrt(variance);
        (loss(variance(|payment| payment.exposure)), loss(variance(open) + kept))
    }
}

/// What a payment leaves open; a part of all of it leaves exactly nothing.
fn open(payment: &Payment) -> f64 {
    payment.exposure - payment.hedged
}

impl Programme {
    /// # Errors
    /// `OutOfRange`, `amount-too-large`.
    pub(super) fn columns(&self, home: Currency, foreign: Currency) -> Result<FxProgramme, Error> {
        let column = |currency: Currency, of: fn(&Payment) -> f64| {
            let cells = self.payments.iter().map(|payment| {
                super::minor(of(payment), currency, "forecast.amounts").map(|units| units as f64)
            });
            cells.collect::<Result<Vec<_>, _>>().map(Column)
        };
        Ok(FxProgramme {
            days: Column(self.payments.iter().map(|payment| f64::from(payment.days)).collect()),
            exposures: column(foreign, |payment| payment.exposure)?,
            hedged: column(foreign, |payment| payment.hedged)?,
            open: column(foreign, open)?,
            forwards: Column(self.payments.iter().map(|payment| payment.forward).collect()),
            values: column(home, |payment| payment.hedged * payment.forward)?,
        })
    }
}

impl FxBasket {
    /// The deviation of all currencies together over a time: `√(t·Σᵢ Σⱼ xᵢ·xⱼ·σᵢ·σⱼ·ρᵢⱼ)`.
    ///
    /// # Errors
    /// `InvalidInput`, `unequal-lengths`; `OutOfRange`: volatilities below zero, correlations outside −1 to 1, and correlations that
    /// can't be together, so that a variance would be below zero.
    pub(super) fn deviation(&self, years: f64) -> Result<f64, Error> {
        let count = self.exposures.len();
        let pairs = count * count.saturating_sub(1) / 2;
        for (length, wanted, field) in [
            (self.volatilities.len(), count, "basket.volatilities"),
            (self.correlations.len(), pairs, "basket.correlations"),
        ] {
            if length != wanted || count > 50 {
                return Err(Error::invalid(
                    "unequal-lengths",
                    "one volatility each, one correlation a pair, at most 50",
                )
                .with_value(length.text())
                .at(field));
            }
        }
        for (list, low, high, bounds, field) in [
            (&self.volatilities, 0.0, 10.0, "0 to 10", "basket.volatilities"),
            (&self.correlations, -1.0, 1.0, "-1 to 1", "basket.correlations"),
        ] {
            if let Some(value) = list.iter().find(|value| !(low..=high).contains(*value)) {
                return Err(super::out_of_bounds(bounds, *value, field));
            }
        }
        let weighted: Vec<f64> = self.exposures.iter().zip(&self.volatilities).map(|(x, v)| x * v).collect();
        let mut variance: f64 = weighted.iter().map(|weight| weight * weight).sum();
        let size = variance;
        let mut correlations = self.correlations.iter();
        for (at, first) in weighted.iter().enumerate() {
            for second in weighted.iter().skip(at + 1) {
                variance += 2.0 * first * second * correlations.next().copied().unwrap_or(0.0);
            }
        }
        if variance < -1e-12 * size {
            return Err(super::out_of_bounds(
                "correlations that can be together",
                variance,
                "basket.correlations",
            ));
        }
        Ok(libm::sqrt(variance.max(0.0) * years))
    }
}
