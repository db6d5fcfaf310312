//! The stock unit by unit, and what all units make day by day.

use rust_decimal::Decimal;

use super::request::{DaysToSale, FloorplanRequest};
use crate::document::Text;
use crate::error::Error;
use crate::numeric::Random;
use crate::values::{Date, Exact, bounded, minor_decimal, to_minor, to_minor_exact, within};

/// The longest that a unit stands.
pub(super) const MOST_DAYS: u32 = 1800;
const MOST_UNITS: u32 = 20_000;

/// What happens on a day, in smallest units.
#[derive(Clone, Copy, Default)]
pub(super) struct Day {
    pub funded: i64,
    pub curtailed: i64,
    pub repaid: i64,
    pub interest: i64,
    pub fees: i64,
    pub support: i64,
}

impl Day {
    const fn is_quiet(&self) -> bool {
        self.funded == 0 && self.curtailed == 0 && self.repaid == 0 && self.interest == 0 && self.fees == 0
    }
}

/// All units.
pub(super) struct Book {
    /// From the first arrival on.
    pub days: Vec<Day>,
    /// The same counted from each unit's own arrival.
    pub ages: Vec<Day>,
    pub units: u32,
    pub financed: i64,
    pub sold_after: Vec<u32>,
    pub payoff: i64,
    pub free_interest: i64,
}

/// What a unit has borne until a day.
pub(super) struct Terms {
    pub financed: i64,
    part: i64,
    numerator: i128,
    denominator: i128,
}

impl Terms {
    /// # Errors
    /// `InvalidInput`, `fixed-year-needed`, for a day count without a fixed year. `OutOfRange` outside the bounds.
    pub fn of(request: &FloorplanRequest) -> Result<Self, Error> {
        let currency = request.currency;
        let financed = request.unit_cost.get().times(request.advance_rate.get());
        let financed = to_minor(financed, currency, request.rounding)?;
        let part = request.curtailment.as_ref().map_or(Decimal::ZERO, |calls| calls.share.get());
        let part = to_minor(minor_decimal(financed, currency).times(part), currency, request.rounding)?;
        let rate = request.base_rate.get().plus(request.margin.get()).normalize();
        let basis = request.day_count.fixed_basis().filter(|_| request.day_count.counts_days_that_pass());
        let Some(basis) = basis else {
            let sentence = "stock counts days over a fixed year: ACT/360 or ACT/365F";
            return Err(Error::invalid("fixed-year-needed", sentence)
                .at("dayCount")
                .with_value(request.day_count.name()));
        };
        if financed <= 0 {
            return Err(Error::out_of_range("nothing-financed", "something of a unit must be financed")
                .at("advanceRate")
                .with_value(request.advance_rate.text()));
        }
        let denominator = 10_i128.pow(rate.scale()) * i128::from(basis);
        Ok(Self { financed, part, numerator: rate.mantissa(), denominator })
    }

    /// What is owed on a day after arrival, before a sale on it: calls on that day are not made when the unit is sold.
    pub fn owed(&self, request: &FloorplanRequest, age: u32) -> i64 {
        let Some(calls) = &request.curtailment else { return self.financed };
        let passed = match age.checked_sub(calls.first_day) {
            Some(since) => i64::from(since / calls.every_days.max(1)) + 1,
            None => 0,
        };
        (self.financed - passed.saturating_mul(self.part)).max(0)
    }

    /// `round(r · Σ B / basis)` of a sum of balances by day.
    pub fn interest(&self, request: &FloorplanRequest, balance_days: i128) -> Result<i64, Error> {
        let product = balance_days.checked_mul(self.numerator).unwrap_or(i128::MAX);
        bounded(request.rounding.quotient(product, self.denominator), request.currency)
    }
}

impl Book {
    /// Each unit's interest is counted day by day on what is owed, and rounded as a running sum: what is paid on the first of
    /// each month and with the sale adds up to its interest, rounded once.
    ///
    /// # Errors
    /// `OutOfRange`: days to sale, units.
    pub fn of(request: &FloorplanRequest, terms: &Terms) -> Result<Self, Error> {
        within(request.days_to_sale, 1, MOST_DAYS, "daysToSale")?;
        within(request.months, 1, 120, "months")?;
        let units = request.units_per_month.saturating_mul(request.months);
        within(request.units_per_month, 1, MOST_UNITS / request.months.max(1), "unitsPerMonth")?;
        if let Some(calls) = &request.curtailment {
            within(calls.first_day, 1, MOST_DAYS, "curtailment.firstDay")?;
            within(calls.every_days, 1, MOST_DAYS, "curtailment.everyDays")?;
        }
        let exact = |amount: crate::values::Amount, field: &str| {
            to_minor_exact(amount.get(), request.currency).map_err(|error| error.at(field))
        };
        let fee = exact(request.unit_fee, "unitFee")?;
        let support = exact(request.support, "support")?;
        // Everything that all units together move has a place in a column; interest is looked at in the end.
        let of_one = i128::from(terms.financed) + i128::from(fee) + i128::from(support);
        bounded(i128::from(units) * of_one, request.currency).map_err(|error| error.at("unitsPerMonth"))?;
        let mut random = Random::seeded(u64::from(request.seed));
        let mut book = Self {
            days: Vec::new(),
            ages: vec![Day::default(); MOST_DAYS as usize + 1],
            units,
            financed: terms.financed,
            sold_after: Vec::with_capacity(units as usize),
            payoff: 0,
            free_interest: 0,
        };
        let first = request.start.days();
        for month in 0..request.months {
            let from = request.start.add_months(month as i32).map_err(|error| error.moved("months"))?.days();
            let until =
                request.start.add_months(month as i32 + 1).map_err(|error| error.moved("months"))?.days();
            for unit in 0..request.units_per_month {
                let way = i64::from(unit) * i64::from(until - from) / i64::from(request.units_per_month);
                let arrival = (from - first) as u32 + way as u32;
                let stands = match request.spread {
                    DaysToSale::Fixed => request.days_to_sale,
                    DaysToSale::Exponential => {
                        let days = -f64::from(request.days_to_sale) * libm::log1p(-random.fraction());
                        (libm::ceil(days) as u32).clamp(1, MOST_DAYS)
                    }
                };
                book.add(request, terms, arrival, stands, fee, support)?;
            }
        }
        Ok(book)
    }

    fn add(
        &mut self,
        request: &FloorplanRequest,
        terms: &Terms,
        arrival: u32,
        stands: u32,
        fee: i64,
        support: i64,
    ) -> Result<(), Error> {
        self.put(arrival, 0, Day { funded: terms.financed, fees: fee, ..Day::default() });
        let (mut borne, mut free, mut paid) = (0_i128, 0_i128, 0);
        let mut owed = terms.financed;
        for age in 1..=stands {
            let sum = if age <= request.free_days { &mut free } else { &mut borne };
            *sum += i128::from(owed);
            let date = Date::from_days(request.start.days() + (arrival + age) as i32)?;
            let sold = age == stands;
            let after = if sold { owed } else { terms.owed(request, age) };
            let mut day = Day { curtailed: owed - after, ..Day::default() };
            if sold || date.day() == 1 {
                let so_far = terms.interest(request, borne)?;
                day.interest = so_far - paid;
                paid = so_far;
            }
            if sold {
                day.repaid = owed;
                day.support = support;
                if self.sold_after.is_empty() {
                    self.payoff = owed;
                }
            }
            owed = after;
            if !day.is_quiet() || day.support != 0 {
                self.put(arrival + age, age, day);
            }
        }
        self.sold_after.push(stands);
        self.free_interest += terms.interest(request, free)?;
        Ok(())
    }

    fn put(&mut self, day: u32, age: u32, more: Day) {
        if self.days.len() <= day as usize {
            self.days.resize(day as usize + 1, Day::default());
        }
        for place in [self.days.get_mut(day as usize), self.ages.get_mut(age as usize)].into_iter().flatten()
        {
            place.funded = place.funded.saturating_add(more.funded);
            place.curtailed = place.curtailed.saturating_add(more.curtailed);
            place.repaid = place.repaid.saturating_add(more.repaid);
            place.interest = place.interest.saturating_add(more.interest);
            place.fees = place.fees.saturating_add(more.fees);
            place.support = place.support.saturating_add(more.support);
        }
    }

    /// The days on which something happens.
    pub fn events(&self) -> impl Iterator<Item = (usize, &Day)> {
        self.days.iter().enumerate().filter(|(_, day)| !day.is_quiet())
    }
}
