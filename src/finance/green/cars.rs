//! An electric car against one that burns fuel.

use rust_decimal::Decimal;

use super::quote::{GreenCarCourse, GreenCarsQuote};
use super::request::{GreenCars, GreenRequest};
use super::{held, measured};
use crate::document::Column;
use crate::error::Error;
use crate::explain::Notice;
use crate::values::{Exact, Money, Rounding, to_f64, to_minor_exact, within};

impl GreenRequest {
    /// Tonnes of a year are `n · km · kWh/100 · g / 10⁸` of electric cars and `n · km · l/100 · kg / 10⁵` of the others.
    ///
    /// Cars are ahead from the year on at whose end, and at the end of all later ones, the electric ones have emitted less;
    /// within that year both go straight.
    ///
    /// Source: definition of this project; all numbers are the request's.
    ///
    /// # Errors
    /// `InvalidInput`: no kilometres, no grid; `OutOfRange`: years, a number below zero or too large.
    pub(super) fn cars(&self, cars: &GreenCars, notices: &mut Vec<Notice>) -> Result<GreenCarsQuote, Error> {
        within(cars.years, 1, 40, "years")?;
        within(cars.vehicles, 1, 10_000_000, "vehicles")?;
        let count = Decimal::from(cars.vehicles);
        let listed = |list: &[Decimal], year: u32, field: &str| match held(list, year) {
            Some(number) => measured(number, field),
            None => Err(Error::invalid("empty", "this list must name at least one").at(field)),
        };
        let electricity = measured(cars.electricity_use, "electricityUse")?;
        let fuel = measured(cars.fuel_use, "fuelUse")?.times(measured(cars.fuel_emissions, "fuelEmissions")?);
        let battery = measured(cars.battery_tonnes, "batteryTonnes")?;
        let mut rows = vec![[Decimal::ZERO, battery.times(count), Decimal::ZERO]];
        for year in 0..cars.years {
            let [so_far, electric, combustion] = rows.last().copied().unwrap_or_default();
            let way = listed(&cars.kilometres, year, "kilometres")?;
            let grid = listed(&cars.grid_intensity, year, "gridIntensity")?;
            let grams = electricity.times(grid).times(way).times(count);
            let kilograms = fuel.times(way).times(count);
            let row = [
                so_far.plus(way),
                electric.plus(grams.times(Decimal::new(1, 8))),
                combustion.plus(kilograms.times(Decimal::new(1, 5))),
            ];
            if row.iter().any(|cell| *cell > Decimal::from(1_000_000_000_000_000_u64)) {
                return Err(Error::out_of_range("value-too-large", "these numbers make too many tonnes")
                    .at("kilometres"));
            }
            rows.push(row);
        }
        let [_, electric, combustion] = rows.last().copied().unwrap_or_default();
        let avoided = combustion.minus(electric).to_digits(6);
        let behind = rows.iter().rposition(|[_, electric, combustion]| electric >= combustion);
        let ahead = behind.and_then(|at| Some((at, rows.get(at)?, rows.get(at + 1)?)));
        let crossing = |from: &[Decimal; 3], to: &[Decimal; 3]| {
            let gap = |row: &[Decimal; 3]| to_f64(row[1].minus(row[2]));
            to_f64(from[0]) + to_f64(to[0].minus(from[0])) * gap(from) / (gap(from) - gap(to))
        };
        if ahead.is_none() {
            notices.push(Notice::new("electric-not-ahead").with("years", cars.years));
        }
        if cars.years > 1 && cars.grid_intensity.len() == 1 {
            notices.push(Notice::new("grid-intensity-held"));
        }
        let cost_per_tonne = match cars.price_difference {
            Some(difference) if avoided > Decimal::ZERO => {
                let all =
                    to_minor_exact(difference, self.currency).map_err(|error| error.at("priceDifference"))?;
                let all = crate::values::minor_decimal(all, self.currency).times(count);
                Some(Money::rounded(all.over(avoided), self.currency, Rounding::MidpointAwayFromZero)?)
            }
            _ => None,
        };
        let column = |place: usize| {
            Column(rows.iter().map(|row| row.get(place).copied().map_or(0.0, to_f64)).collect())
        };
        Ok(GreenCarsQuote {
            electric_tonnes: electric.to_digits(6).normalize(),
            combustion_tonnes: combustion.to_digits(6).normalize(),
            tonnes_avoided: avoided.normalize(),
            ahead_year: ahead.map(|(at, ..)| at as u32 + 1),
            ahead_kilometres: ahead.map(|(_, from, to)| crossing(from, to)),
            cost_per_tonne,
            course: GreenCarCourse {
                year: Column((0..=cars.years).map(f64::from).collect()),
                kilometres: column(0),
                electric_tonnes: column(1),
                combustion_tonnes: column(2),
            },
        })
    }
}
