use super::MOST_PERIODS;
use crate::cash_flow::Flows;
use crate::document::Text;
use crate::error::{Error, ErrorKind};

/// The five numbers that level payments tie together.
///
/// `PV·(1 + r)^n + A·(1 + b·r)·((1 + r)^n − 1) / r + FV = 0`, and `PV + A·n + FV = 0` where `r` is 0
///
/// - `r` rate a period, above −1
/// - `n` periods
/// - `A` payment a period, `PV` value at the beginning, `FV` at the end; received above zero, paid below
/// - `b` 1 when payments are made at the beginning of their periods, else 0
///
/// Rounding: none.
///
/// Source: OASIS OpenDocument 1.2 part 2 (OpenFormula), functions FV, NPER, PMT, PV and RATE.
#[derive(Clone, Copy, Debug)]
pub(super) struct Annuity {
    pub(super) rate: f64,
    pub(super) periods: f64,
    pub(super) payment: f64,
    pub(super) present: f64,
    pub(super) future: f64,
    pub(super) due: f64,
}

impl Annuity {
    pub(super) fn with_future(self) -> Self {
        Self { future: -self.grown(self.periods), ..self }
    }

    pub(super) fn with_present(self) -> Self {
        Self { present: self.left(self.periods), ..self }
    }

    pub(super) fn with_payment(self) -> Result<Self, Error> {
        let growth = libm::expm1(self.periods * libm::log1p(self.rate));
        let factor = annuity_factor(self.periods, self.rate) * self.due_factor();
        if factor == 0.0 {
            return Err(no_answer("payment"));
        }
        let payment = if growth.is_finite() {
            -(self.present * growth + self.present + self.future) / factor
        } else {
            -self.present * self.rate / self.due_factor()
        };
        Ok(Self { payment, ..self })
    }

    /// `n = ln((A·w − FV·r) / (A·w + PV·r)) / ln(1 + r)`, `w = 1 + b·r`.
    pub(super) fn with_periods(self) -> Result<Self, Error> {
        let level = self.payment * self.due_factor();
        let periods = if self.rate == 0.0 {
            -(self.present + self.future) / self.payment
        } else {
            let change = -self.rate * (self.future + self.present) / (level + self.present * self.rate);
            libm::log1p(change) / libm::log1p(self.rate)
        };
        // Zero over zero, the logarithm of what is negative, and what lies before the beginning.
        if periods.is_finite() && periods >= 0.0 {
            Ok(Self { periods, ..self })
        } else {
            Err(no_answer("periods"))
        }
    }

    /// The rate nearest to zero, and how many there are.
    pub(super) fn with_rate(self) -> Result<(Self, usize), Error> {
        if self.periods.fract() != 0.0 || !(1.0..=MOST_PERIODS).contains(&self.periods) {
            return Err(Error::out_of_range(
                "out-of-bounds",
                "a rate is found over a whole number of periods from 1 to 10000",
            )
            .at("periods")
            .with_value(self.periods.text())
            .detail("minimum", "1")
            .detail("maximum", "10000"));
        }
        let count = self.periods as usize;
        let times: Vec<f64> = (0..=count).map(|period| period as f64).collect();
        let mut amounts = vec![self.payment; count + 1];
        let begins = self.due > 0.0;
        if let Some(first) = amounts.first_mut() {
            *first = self.present + if begins { self.payment } else { 0.0 };
        }
        if let Some(last) = amounts.last_mut() {
            *last = self.future + if begins { 0.0 } else { self.payment };
        }
        let rates = Flows::timed(&times, &amounts)
            .and_then(|flows| flows.rates())
            .map_err(|error| error.moved("rate"))?;
        Ok((Self { rate: rates.nearest, ..self }, rates.all.len()))
    }

    /// Interest and principal in the payment of a period, counted from 1.
    pub(super) fn parts(&self, period: f64) -> (f64, f64) {
        let first_at_once = self.due > 0.0 && period <= 1.0;
        // The same balance twice: from where rounding has less far to grow.
        let before = period - 1.0;
        let balance = if self.rate > 0.0 { self.left(self.periods - before) } else { self.grown(before) };
        let interest = if first_at_once { 0.0 } else { -balance * self.rate / self.due_factor() };
        (interest, self.payment - interest)
    }

    /// What the present value and the payments of so many periods have grown to.
    fn grown(&self, periods: f64) -> f64 {
        let growth = libm::expm1(periods * libm::log1p(self.rate));
        self.present
            + self.present * growth
            + self.payment * self.due_factor() * annuity_factor(periods, self.rate)
    }

    /// What stands against the payments of the last so many periods and the future value.
    fn left(&self, periods: f64) -> f64 {
        let discount = libm::exp(-periods * libm::log1p(self.rate));
        self.payment * self.due_factor() * annuity_factor(-periods, self.rate) - self.future * discount
    }

    fn due_factor(&self) -> f64 {
        1.0 + self.due * self.rate
    }
}

/// `((1 + r)^n − 1) / r`, which is `n` at zero.
fn annuity_factor(periods: f64, rate: f64) -> f64 {
    if rate == 0.0 { periods } else { libm::expm1(periods * libm::log1p(rate)) / rate }
}

#[cold]
fn no_answer(field: &'static str) -> Error {
    Error::new(
        ErrorKind::NoConvergence,
        "no-such-annuity",
        "no number here satisfies the others: check their signs (received above zero, paid below)",
    )
    .at(field)
}
