//! What flows are worth at a rate, at several, and what they earn when what comes in is invested again.

use super::Flows;
use crate::document::Text;
use crate::error::Error;

impl Flows {
    /// Net future value: what the flows are worth at the latest moment that was given.
    ///
    /// `NFV = Σ Pᵢ·(1 + r)^(T − tᵢ)`
    ///
    /// - `Pᵢ` amount of flow i, `tᵢ` years to it
    /// - `r` annual effective rate, as a fraction above −1
    /// - `T` years to the latest moment, whether an amount is paid there or nothing
    ///
    /// Rounding: none. *Also known as* XNFV for dated flows.
    ///
    /// # Errors
    /// As [`Self::npv`].
    pub fn nfv(&self, rate: f64) -> Result<f64, Error> {
        let v = self.exponent(rate, "rate")?;
        let grown = |(amount, time): (&f64, &f64)| amount * libm::exp(v * (self.end - time - self.first));
        finite(self.curve.amounts().iter().zip(self.curve.times()).map(grown).sum(), rate)
    }

    /// Modified internal rate of return: what is paid is borrowed at one rate, what comes in is invested at another.
    ///
    /// `MIRR = (Σ⁺ Pᵢ·(1 + r)^(T − tᵢ) / −Σ⁻ Pᵢ·(1 + f)^(t₀ − tᵢ))^(1 / (T − t₀)) − 1`
    ///
    /// - `Σ⁺` over what is received, `Σ⁻` over what is paid, after adding up what lies at one moment
    /// - `f` finance rate, `r` reinvestment rate, both effective a year and above −1
    /// - `t₀` the earliest and `T` the latest moment that was given, in years
    ///
    /// Rounding: none. With times a year apart it is what spreadsheets call MIRR.
    ///
    /// Source: OASIS OpenDocument 1.2 part 2 (OpenFormula), function MIRR.
    ///
    /// # Errors
    /// `NotApplicable`, `one-sign`, when nothing is received or nothing is paid; `NoConvergence`, `no-rate`, when all lies
    /// at one moment; for the rates as [`Self::npv`].
    pub fn mirr(&self, finance: f64, reinvest: f64) -> Result<f64, Error> {
        let (f, r) = (self.exponent(finance, "financeRate")?, self.exponent(reinvest, "reinvestRate")?);
        let (mut received, mut paid) = (0.0, 0.0);
        for (amount, time) in self.curve.amounts().iter().zip(self.curve.times()) {
            let time = time + self.first;
            if *amount > 0.0 {
                received += amount * libm::exp(r * (self.end - time));
            } else {
                paid -= amount * libm::exp(f * (self.begin - time));
            }
        }
        if received == 0.0 || paid == 0.0 {
            return Err(super::rates::one_sign());
        }
        let years = (self.end - self.begin) / self.per_year;
        if years == 0.0 {
            return Err(super::rates::no_rate());
        }
        finite(libm::expm1(libm::log(received / paid) / years), reinvest)
    }

    /// The continuous rate a unit of time.
    pub(super) fn exponent(&self, rate: f64, field: &'static str) -> Result<f64, Error> {
        Ok(logarithm(rate, field)? / self.per_year)
    }
}

/// Values at a spot rate for each flow: what a year from the beginning to its moment earns.
///
/// `NPV = Σ Pᵢ / (1 + rᵢ)^tᵢ`, and at the latest moment `NPV·(1 + r_T)^T`, `r_T` the last of the rates given for that
/// moment.
///
/// *Also known as* XFV, when one amount stands between two moments at which nothing is paid.
///
/// - `times` years to the flows, `amounts` and `rates` as many
///
/// # Errors
/// `InvalidInput`, `unequal-lengths`; for each rate as [`Flows::npv`].
pub(super) fn at_spot_rates(times: &[f64], amounts: &[f64], rates: &[f64]) -> Result<(f64, f64), Error> {
    if rates.len() != amounts.len() {
        return Err(Error::invalid(
            "unequal-lengths",
            format!("there are {} amounts: give as many rates", amounts.len()),
        )
        .at("rates")
        .with_value(rates.len().text()));
    }
    let (mut value, mut latest, mut at_latest) = (0.0, f64::NEG_INFINITY, 0.0);
    for (at, ((time, amount), rate)) in times.iter().zip(amounts).zip(rates).enumerate() {
        let v = logarithm(*rate, "rates").map_err(|error| error.moved(&format!("rates.{at}")))?;
        value += amount * libm::exp(-v * time);
        if *time >= latest {
            (latest, at_latest) = (*time, v);
        }
    }
    let (value, future) = (finite(value, 0.0)?, value * libm::exp(at_latest * latest.max(f64::MIN)));
    Ok((value, finite(future, 0.0)?))
}

fn logarithm(rate: f64, field: &'static str) -> Result<f64, Error> {
    if !rate.is_finite() {
        return Err(super::flows::not_finite(rate).at(field));
    }
    if rate <= -1.0 {
        return Err(Error::out_of_range("below-minimum", "a rate is above -1 (5 % is 0.05)")
            .at(field)
            .with_value(rate.text())
            .detail("minimum", "-1"));
    }
    Ok(libm::log1p(rate))
}

pub(super) fn finite(value: f64, rate: f64) -> Result<f64, Error> {
    if value.is_finite() {
        return Ok(value);
    }
    Err(Error::out_of_range(
        "value-too-large",
        "at this rate the value is too large to be told: use a rate nearer to zero",
    )
    .at("rate")
    .with_value(rate.text()))
}
