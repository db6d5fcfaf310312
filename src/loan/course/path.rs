use rust_decimal::Decimal;

use crate::error::Error;
use crate::values::{Exact, Rate};

/// The all-in rate of a loan by its dates.
#[derive(Clone)]
pub(crate) struct RatePath {
    /// The rate before the first date.
    pub(crate) first: Decimal,
    /// From when each rate counts, ascending.
    pub(crate) dates: Vec<i32>,
    pub(crate) rates: Vec<Decimal>,
    /// Whether a new rate counts on its date, also within a period.
    pub(crate) within: bool,
}

impl RatePath {
    /// One rate for ever.
    pub(crate) const fn fixed(rate: Decimal) -> Self {
        Self { first: rate, dates: Vec::new(), rates: Vec::new(), within: false }
    }

    /// Whether it never changes.
    pub(crate) const fn is_fixed(&self) -> bool {
        self.dates.is_empty()
    }

    /// Whether it is zero for ever.
    pub(crate) fn is_zero(&self) -> bool {
        self.first.is_zero() && self.rates.iter().all(Decimal::is_zero)
    }

    /// The same with so much on top.
    ///
    /// # Errors
    /// As [`Rate::new`].
    pub(crate) fn raised(&self, by: Rate) -> Result<Self, Error> {
        let raised = |rate: &Decimal| Rate::new(rate.plus(by.get())).map(Rate::get);
        let rates = self.rates.iter().map(raised).collect::<Result<_, _>>()?;
        Ok(Self { first: raised(&self.first)?, dates: self.dates.clone(), rates, within: self.within })
    }

    /// The rate that holds on a day.
    pub(crate) fn on(&self, day: i32) -> Decimal {
        let known = self.dates.partition_point(|date| *date <= day);
        known.checked_sub(1).and_then(|at| self.rates.get(at)).copied().unwrap_or(self.first)
    }

    /// The dates after `start` and before `end` on which a new rate begins to count.
    pub(crate) fn within(&self, start: i32, end: i32) -> &[i32] {
        if !self.within {
            return &[];
        }
        let from = self.dates.partition_point(|date| *date <= start);
        let to = self.dates.partition_point(|date| *date < end);
        self.dates.get(from..to).unwrap_or_default()
    }
}
