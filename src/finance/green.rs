//! Green money: a margin that follows targets, a label that lowers a yield, and what an electric car saves in carbon dioxide.

mod cars;
mod explained;
mod quote;
mod request;
mod saving;

pub use quote::{GreenCarCourse, GreenCarsQuote, GreenQuote, GreenSaving, GreenSavingCourse};
pub use request::{GreenCars, GreenLabel, GreenLinked, GreenRequest};

use rust_decimal::Decimal;

use crate::error::Error;
use crate::explain::Trace;
use crate::product::Product;
use crate::reference::Market;
use crate::values::{Exact, Money, bounded};

crate::quotes!(GreenQuote);

impl Product for GreenRequest {
    type Quote = GreenQuote;

    const NAME: &'static str = "green";

    #[inline(never)]
    fn quote(&self, _market: &Market, trace: &mut Trace) -> Result<GreenQuote, Error> {
        if self.linked.is_none() && self.label.is_none() && self.cars.is_none() {
            let sentence = "give a linked loan, a label or cars: there is nothing to count otherwise";
            return Err(Error::invalid("nothing-green", sentence).at("linked"));
        }
        let mut notices = Vec::new();
        let linked = self.linked.as_ref().map(|linked| self.linked(linked, &mut notices)).transpose();
        let linked = linked.map_err(|error| error.under("linked"))?;
        let label = self.label.as_ref().map(|label| self.label(label, &mut notices)).transpose();
        let label = label.map_err(|error| error.under("label"))?;
        let cars = self.cars.as_ref().map(|cars| self.cars(cars, &mut notices)).transpose();
        let cars = cars.map_err(|error| error.under("cars"))?;
        let values = [&linked, &label].into_iter().flatten().map(|one| i128::from(one.present_value.minor()));
        let value = bounded(values.sum(), self.currency)?;
        let quote = GreenQuote {
            currency: self.currency,
            present_value: (linked.is_some() || label.is_some()).then(|| Money::new(value, self.currency)),
            linked,
            label,
            cars,
            editions: Vec::new(),
            notices,
        };
        explained::explain(self, &quote, trace);
        Ok(quote)
    }
}

/// What a list says of a year, counted from 0: its last value holds on, and nothing stands for an empty list.
fn held<T: Copy>(list: &[T], year: u32) -> Option<T> {
    list.get(year as usize).or(list.last()).copied()
}

/// A number of a request that is no money: zero or more, and small enough that sums of it are exact.
///
/// # Errors
/// `OutOfRange` below zero and above a thousand million.
fn measured(number: Decimal, field: &str) -> Result<Decimal, Error> {
    let most = Decimal::from(1_000_000_000);
    let reason = if number.is_sign_negative() && !number.is_zero() {
        "below-minimum"
    } else if number > most {
        "above-maximum"
    } else {
        return Ok(number.to_digits(12));
    };
    let bounds = "0 to 1000000000";
    Err(Error::out_of_range(reason, ["this must be ", bounds].concat())
        .detail("bounds", bounds)
        .with_value(crate::document::Text::text(&number))
        .at(field))
}
