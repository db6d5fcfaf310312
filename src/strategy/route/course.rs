//! What a way means year by year.

use super::programme::Scenario;
use crate::error::Error;
use crate::finance::part::Part;
use crate::values::{Currency, bounded};

/// The years of a way, from the start, in smallest units.
#[derive(Clone, Debug, Default)]
pub(super) struct Course {
    pub vehicles: Vec<f64>,
    pub revenue: Vec<i64>,
    /// What the maker receives, paid below zero.
    pub maker: Vec<i64>,
    pub partner: Vec<i64>,
    /// What the maker puts into the market each year and can't take back.
    pub sunk: Vec<i64>,
    /// What of that is insured.
    pub insured: Vec<i64>,
}

impl Course {
    /// Nothing, in so many years.
    pub fn of(years: usize) -> Self {
        let nothing = vec![0; years + 1];
        Self {
            vehicles: vec![0.0; years + 1],
            revenue: nothing.clone(),
            maker: nothing.clone(),
            partner: nothing.clone(),
            sunk: nothing.clone(),
            insured: nothing,
        }
    }

    /// Another course on top of this one.
    pub fn add(&mut self, other: &Self) {
        for (mine, more) in self.vehicles.iter_mut().zip(&other.vehicles) {
            *mine += more;
        }
        let columns = [
            (&mut self.revenue, &other.revenue),
            (&mut self.maker, &other.maker),
            (&mut self.partner, &other.partner),
            (&mut self.sunk, &other.sunk),
            (&mut self.insured, &other.insured),
        ];
        for (mine, more) in columns {
            for (mine, more) in mine.iter_mut().zip(more) {
                *mine += more;
            }
        }
    }

    /// Ends the course in the year in which the market is closed: that year and all later ones bring nothing, but for what a
    /// cover pays of what was put in before, 90 % of the insured part, as `plant` asks for it.
    ///
    /// # Errors
    /// `OutOfRange` for amounts that are too large.
    pub fn close(&mut self, scenario: &Scenario, currency: Currency) -> Result<(), Error> {
        let Some(year) = scenario.closed else { return Ok(()) };
        let insured: i128 = self.insured.iter().take(year).map(|amount| i128::from(*amount)).sum();
        let paid =
            Part::over(rust_decimal::Decimal::new(9, 1), 1).of(bounded(insured, currency)?, currency)?;
        for column in
            [&mut self.revenue, &mut self.maker, &mut self.partner, &mut self.sunk, &mut self.insured]
        {
            for cell in column.iter_mut().skip(year) {
                *cell = 0;
            }
        }
        for cell in self.vehicles.iter_mut().skip(year) {
            *cell = 0.0;
        }
        if let Some(cell) = self.maker.get_mut(year) {
            *cell = paid;
        }
        Ok(())
    }
}
