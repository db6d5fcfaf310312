//! A floating rate becomes the all-in rate by its dates.

use rust_decimal::Decimal;

use super::options::{Floating, RateLimits, RateReset};
use super::terms::{place, unequal};
use crate::document::Text;
use crate::error::Error;
use crate::loan::course::RatePath;
use crate::values::{Date, Exact, Rate};

impl Floating {
    /// The all-in rate by its dates: reference rate and margin, within cap and floor. `rate` is the one until the first
    /// date, `shift` is put on every reference rate.
    ///
    /// # Errors
    /// `InvalidInput`: `unequal-lengths`, `empty`, `dates-not-ascending`, `rates-begin-late`; `OutOfRange` for a cap below
    /// the floor and for a rate that [`Rate`] does not take.
    pub(crate) fn path(&self, rate: Option<Rate>, start: Date, shift: Decimal) -> Result<RatePath, Error> {
        let dates = &self.dates.0;
        if dates.len() != self.rates.len() {
            return Err(unequal(dates.len(), "dates", self.rates.len()).at("rates"));
        }
        let Some(first) = dates.first() else {
            return Err(Error::invalid("empty", "give at least one rate").at("dates"));
        };
        if let Some(at) = dates.windows(2).position(|pair| matches!(pair, [a, b] if a >= b)) {
            return Err(Error::invalid("dates-not-ascending", "each date is after the one before it")
                .at(place("dates", at + 1)));
        }
        if rate.is_none() && *first > start.days() {
            let sentence =
                format!("the first rate must hold on {start}, or the field rate tell the one until then");
            return Err(Error::invalid("rates-begin-late", sentence)
                .at("dates.0")
                .with_value(Date::from_days(*first)?.text()));
        }
        if let (Some(cap), Some(floor)) = (self.cap, self.floor)
            && cap < floor
        {
            let error = Error::out_of_range("below-minimum", "the cap is at least the floor");
            return Err(error.detail("minimum", floor.text()).with_value(cap.text()).at("cap"));
        }
        let limited = |rate: Decimal| {
            let capped = self.cap.map_or(rate, |cap| rate.min(cap.get()));
            self.floor.map_or(capped, |floor| capped.max(floor.get()))
        };
        let all_in = |(at, rate): (usize, &Rate)| {
            let reference = rate.get().plus(shift);
            let all_in = match self.limits {
                RateLimits::AllIn => limited(reference.plus(self.margin.get())),
                RateLimits::Reference => limited(reference).plus(self.margin.get()),
            };
            Rate::new(all_in).map(Rate::get).map_err(|error| error.at(place("rates", at)))
        };
        let rates = self.rates.iter().enumerate().map(all_in).collect::<Result<Vec<_>, _>>()?;
        let first = rate.map(Rate::get).or_else(|| rates.first().copied()).unwrap_or_default();
        Ok(RatePath { first, dates: dates.clone(), rates, within: self.reset == RateReset::OnDate })
    }
}
