//! Hedging a foreign currency: forwards, options, a programme over a forecast, and what stays at risk.

mod explained;
mod forward;
mod option;
mod programme;
mod request;

pub use request::{
    FxArbitrage, FxBasket, FxCompounding, FxCurve, FxExercise, FxForecast, FxHedgeQuote, FxHedgeRequest,
    FxInstrument, FxOption, FxOptionKind, FxOptionQuote, FxOutcomes, FxPosition, FxProgramme,
};

use rust_decimal::Decimal;
use rust_decimal::prelude::FromPrimitive;

use self::forward::Term;
use self::option::Place;
use crate::document::Text;
use crate::error::Error;
use crate::explain::{Notice, Trace};
use crate::numeric::normal_quantile;
use crate::product::Product;
use crate::reference::Market;
use crate::values::{Currency, Money, Rounding, to_minor};

/// Currencies that can't be lent and borrowed freely, so that the market's forward is not that of parity.
const RESTRICTED: [&str; 4] = ["BRL", "CNY", "EGP", "KZT"];

crate::quotes!(FxHedgeQuote);

impl Product for FxHedgeRequest {
    type Quote = FxHedgeQuote;

    const NAME: &'static str = "fx-hedge";

    #[inline(never)]
    fn quote(&self, _market: &Market, trace: &mut Trace) -> Result<FxHedgeQuote, Error> {
        self.check()?;
        let term = self.term()?;
        let parity = self.parity(term, None)?;
        let points = self.market_points();
        let forward = points.map_or(parity, |points| self.spot + points);
        if points.is_some() {
            positive(forward, if self.forward_points.is_some() { "forwardPoints" } else { "marketForward" })?;
        }
        let offshore = self.offshore_rate.map(|rate| self.parity(term, Some(rate))).transpose()?;
        let arbitrage = match points {
            Some(_) => self.arbitrage(term, forward)?,
            None => None,
        };
        let option = self.priced_option(term)?;
        let programme = self.programme(term.years * 365.0)?;
        let mut quote = FxHedgeQuote {
            currency: self.currency,
            foreign_currency: self.foreign_currency,
            years: term.years,
            forward,
            parity_forward: parity,
            points: forward - self.spot,
            carry_rate: (forward / self.spot - 1.0) / term.years,
            market_gap: points.map(|_| forward - parity),
            offshore_forward: offshore,
            offshore_gap: offshore.map(|offshore| offshore - parity),
            arbitrage,
            option,
            net_exposure: None,
            hedged_exposure: None,
            hedged_rate: None,
            hedge_cost: None,
            hedge_cost_per_piece: None,
            hedged_result: None,
            unhedged_result: None,
            budget_result: None,
            worst_rate: self.volatility.map(|volatility| self.worst_rate(term, forward, volatility)),
            unhedged_at_risk: None,
            hedged_at_risk: None,
            basket_at_risk: None,
            programme: None,
            outcomes: None,
            editions: Vec::new(),
            notices: self.notices(points, parity),
        };
        if let Some(programme) = &programme {
            self.programme_quote(programme, &mut quote)?;
        }
        if let Some(basket) = &self.basket {
            let loss = normal_quantile(self.confidence.as_f64()) * basket.deviation(term.years)?;
            quote.basket_at_risk = Some(money(loss, self.currency, "basket.exposures")?);
        }
        self.explain(term, &quote, trace)?;
        Ok(quote)
    }
}

impl FxHedgeRequest {
    fn check(&self) -> Result<(), Error> {
        positive(self.spot, "spot")?;
        if self.currency == self.foreign_currency {
            return Err(Error::invalid(
                "same-currency",
                "the foreign currency is another than the home currency",
            )
            .at("foreignCurrency")
            .with_value(self.foreign_currency.code()));
        }
        if self.forward_points.is_some() && self.market_forward.is_some() {
            return Err(
                Error::invalid("only-one", "give the market's points or its forward").at("marketForward")
            );
        }
        for (value, field) in [
            (self.market_forward, "marketForward"),
            (self.budget_rate, "budgetRate"),
            (self.volatility, "volatility"),
        ] {
            value.map_or(Ok(()), |value| positive(value, field))?;
        }
        if self.volatility.is_some_and(|volatility| volatility > 10.0) {
            return Err(out_of_bounds("above 0, to 10", self.volatility.unwrap_or(0.0), "volatility"));
        }
        let confidence = self.confidence.as_f64();
        if !(0.5..1.0).contains(&confidence) {
            return Err(out_of_bounds("0.5 to below 1", confidence, "confidence"));
        }
        for (value, low, field) in [
            (self.fixing_difference, -0.99, "fixingDifference"),
            (self.fixing_deviation, 0.0, "fixingDeviation"),
        ] {
            if !(low..=10.0).contains(&value) {
                return Err(out_of_bounds("a fraction up to 10", value, field));
            }
        }
        if self.pieces == Some(0) {
            return Err(out_of_bounds("1 and more", 0.0, "pieces"));
        }
        Ok(())
    }

    /// The market's forward less the spot.
    fn market_points(&self) -> Option<f64> {
        self.forward_points.or(self.market_forward.map(|forward| forward - self.spot))
    }

    fn priced_option(&self, term: Term) -> Result<Option<FxOptionQuote>, Error> {
        let Some(option) = &self.option else {
            if self.instrument == FxInstrument::Option {
                return Err(Error::invalid("required", "a hedge by options needs the option").at("option"));
            }
            return Ok(None);
        };
        if self.instrument == FxInstrument::Option && option.kind != self.hedging_kind() {
            let sentence = "what is received is hedged by a put, what is paid by a call";
            return Err(Error::invalid("wrong-option", sentence)
                .at("option.kind")
                .with_value(option.kind.name()));
        }
        let (home, foreign) = self.growth(term)?;
        let place = Place {
            spot: self.spot,
            home: term.continuous(home),
            foreign: term.continuous(foreign),
            years: term.years,
        };
        option.quote(place, self.volatility).map(Some)
    }

    /// The rate that is not passed, on the bad side, at the confidence.
    ///
    /// `F·e^(−σ²·t/2 ∓ z·σ·√t)`: lognormal around the forward, an assumption; `z` the normal quantile
    fn worst_rate(&self, term: Term, forward: f64, volatility: f64) -> f64 {
        let spread = volatility * libm::sqrt(term.years);
        let z = normal_quantile(self.confidence.as_f64());
        let side = if self.position == FxPosition::Receive { -z } else { z };
        forward * libm::exp(side * spread - 0.5 * spread * spread)
    }

    /// Amounts, costs and results of the forecast.
    ///
    /// - Cost of the hedge: `Σ s·H·(S − F)`, of an option `Σ H·c`
    /// - Hedged and unhedged result at today's spot, budget's result at its rate and without hedge
    ///
    /// Rounding: each amount once to the smallest unit.
    fn programme_quote(
        &self,
        programme: &programme::Programme,
        quote: &mut FxHedgeQuote,
    ) -> Result<(), Error> {
        let sum = |of: &dyn Fn(&programme::Payment) -> f64| programme.payments.iter().map(of).sum::<f64>();
        let exposure = sum(&|payment| payment.exposure);
        let hedged = sum(&|payment| payment.hedged);
        let at_forward = sum(&|payment| payment.hedged * payment.forward);
        let home = |value: f64| money(value, self.currency, "forecast.amounts");
        let option = quote.option.as_ref();
        let cost = match option.filter(|_| self.instrument == FxInstrument::Option) {
            Some(option) => hedged * option.price,
            None => programme.sign * (self.spot * hedged - at_forward),
        };
        quote.net_exposure = Some(money(exposure, self.foreign_currency, "forecast.amounts")?);
        quote.hedged_exposure = Some(money(hedged, self.foreign_currency, "forecast.amounts")?);
        quote.hedged_rate =
            (hedged > 0.0 && self.instrument != FxInstrument::Option).then(|| at_forward / hedged);
        quote.hedge_cost = Some(home(cost)?);
        quote.hedge_cost_per_piece = self.pieces.map(|pieces| home(cost / f64::from(pieces))).transpose()?;
        quote.hedged_result = Some(home(self.result_at(programme, self.spot, option))?);
        quote.unhedged_result = Some(home(self.open_result_at(programme, self.spot))?);
        quote.budget_result =
            self.budget_rate.map(|rate| home(self.open_result_at(programme, rate))).transpose()?;
        if let Some(volatility) = self.volatility {
            let (unhedged, hedged) = self.at_risk(programme, volatility);
            quote.unhedged_at_risk = Some(home(unhedged)?);
            quote.hedged_at_risk =
                (self.instrument != FxInstrument::Option).then(|| home(hedged)).transpose()?;
        }
        quote.outcomes = Some(self.outcomes(programme, option)?);
        quote.programme = Some(programme.columns(self.currency, self.foreign_currency)?);
        Ok(())
    }

    fn notices(&self, points: Option<f64>, parity: f64) -> Vec<Notice> {
        let mut notices = Vec::new();
        let restricted = [self.foreign_currency, self.currency]
            .into_iter()
            .find(|currency| RESTRICTED.contains(&currency.code()));
        if let Some(currency) = restricted.filter(|_| points.is_none()) {
            notices.push(Notice::new("restricted-currency").with("currency", currency.code()));
        }
        if let Some(points) = points {
            notices
                .push(Notice::new("parity-for-comparison").with("forward", libm::round(parity * 1e8) / 1e8));
            if self.forecast.is_some() {
                notices.push(Notice::new("points-in-proportion"));
            }
            if self.arbitrage_amount.is_some() {
                notices.push(Notice::new(if self.spot + points < parity {
                    "arbitrage-borrow-foreign"
                } else {
                    "arbitrage-borrow-home"
                }));
            }
        }
        if self.volatility.is_some() {
            notices.push(Notice::new("rate-is-lognormal"));
        }
        if self.instrument == FxInstrument::NonDeliverable && self.fixing_deviation == 0.0 {
            notices.push(Notice::new("fixing-without-deviation"));
        }
        if self.forecast.is_some() && self.instrument == FxInstrument::Option {
            notices.push(Notice::new("one-option-for-all"));
        }
        notices
    }
}

/// Rates, prices and volatilities are above zero.
fn positive(value: f64, field: &str) -> Result<(), Error> {
    if value > 0.0 && value <= 1e12 {
        return Ok(());
    }
    Err(out_of_bounds("above 0, to a million millions", value, field))
}

#[cold]
fn out_of_bounds(bounds: &str, value: f64, field: &str) -> Error {
    Error::out_of_range("out-of-bounds", ["this must be ", bounds].concat())
        .detail("bounds", bounds)
        .with_value(value.text())
        .at(field)
}

/// An amount, rounded once to the currency's smallest unit.
fn minor(value: f64, currency: Currency, field: &str) -> Result<i64, Error> {
    // What has no decimal is too large for any currency.
    let amount = Decimal::from_f64(value).unwrap_or(Decimal::MAX);
    to_minor(amount, currency, Rounding::default()).map_err(|error| error.at(field))
}

fn money(value: f64, currency: Currency, field: &str) -> Result<Money, Error> {
    minor(value, currency, field).map(|units| Money::new(units, currency))
}
