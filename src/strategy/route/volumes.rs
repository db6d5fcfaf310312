//! Volumes at which two ways are worth the same, and the map of volumes and duties.

use rust_decimal::Decimal;

use super::programme::{MOST_VEHICLES, exact};
use super::quote::{RouteBreakEven, RouteMapQuote};
use super::request::RouteMap;
use super::ways::{Way, Ways};
use crate::document::{Column, Text};
use crate::error::Error;
use crate::numeric::brent;
use crate::values::{LARGEST_MINOR, Money, positive, to_f64, within};

/// How finely volumes are told.
const TOLERANCE: f64 = 1e-6;
/// Volumes at which all ways are compared, from a twentieth to twenty times the programme's.
const STEPS: i32 = 32;

/// The place of no way.
const NONE: i32 = -1;

impl Ways<'_> {
    /// Every volume at which two ways are worth the same, between a twentieth and twenty times the programme's.
    ///
    /// The difference of both values is looked at on 33 volumes, each larger than the one before by the same factor; where it
    /// changes its sign, Brent's method finds the volume. Two that lie between neighbours are not found.
    pub fn break_evens(&self) -> Vec<RouteBreakEven> {
        let planned = to_f64(self.programme.request.vehicles);
        let volumes: Vec<f64> = (0..=STEPS)
            .map(|step| planned / 20.0 * libm::exp(f64::from(step) / f64::from(STEPS) * libm::log(400.0)))
            .map(|volume| volume.min(MOST_VEHICLES as f64))
            .collect();
        let values: Vec<Vec<Option<f64>>> = self
            .all
            .iter()
            .map(|way| volumes.iter().map(|volume| self.value_at(way, exact(*volume), None)).collect())
            .collect();
        let mut found = Vec::new();
        for (at, (first, of_first)) in self.all.iter().zip(&values).enumerate() {
            for (second, of_second) in self.all.iter().zip(&values).skip(at + 1) {
                let differences: Vec<Option<f64>> = of_first
                    .iter()
                    .zip(of_second)
                    .map(|(one, other)| Some(one.as_ref()? - other.as_ref()?))
                    .collect();
                for (ends, differ) in volumes.windows(2).zip(differences.windows(2)) {
                    let ([low, high], [Some(below), Some(above)]) = (ends, differ) else { continue };
                    if (*below > 0.0) == (*above > 0.0) {
                        continue;
                    }
                    let vehicles = self.crossing(Some(first), Some(second), None, *low, *high);
                    let value = vehicles.and_then(|vehicles| self.value_at(first, exact(vehicles), None));
                    if let (Some(vehicles), Some(value)) = (vehicles, value) {
                        let better_above = if *above > 0.0 { first.name } else { second.name };
                        let value = self.money(value);
                        found.push(RouteBreakEven {
                            first: first.name,
                            second: second.name,
                            vehicles,
                            value,
                            better_above,
                        });
                    }
                }
            }
        }
        found
    }

    /// The best way at every volume and duty of a grid, and the volumes at which it changes for each duty.
    ///
    /// # Errors
    /// `OutOfRange`, `out-of-bounds`; `InvalidInput`, `ends-out-of-order`; `export-needed` without built-up vehicles.
    pub fn map(&self, terms: &RouteMap) -> Result<RouteMapQuote, Error> {
        let (lowest, highest) = (terms.lowest_vehicles, terms.highest_vehicles);
        positive(lowest, MOST_VEHICLES, "map.lowestVehicles")?;
        positive(highest, MOST_VEHICLES, "map.highestVehicles")?;
        within(terms.volumes, 2, 60, "map.volumes")?;
        within(terms.duties, 2, 60, "map.duties")?;
        if lowest >= highest {
            let sentence = "the upper end must lie above the lower one";
            return Err(Error::invalid("ends-out-of-order", sentence)
                .at("map.highestVehicles")
                .with_value(highest.text()));
        }
        let highest_duty = terms.highest_duty.as_f64();
        if highest_duty <= 0.0 {
            return Err(Error::out_of_range("out-of-bounds", "this must be above 0, up to 10")
                .detail("bounds", "above 0, up to 10")
                .at("map.highestDuty")
                .with_value(terms.highest_duty.text()));
        }
        if self.export().is_none() {
            let sentence = "the map's duties are those on built-up vehicles: give the way `export` too";
            return Err(Error::invalid("export-needed", sentence).at("map"));
        }
        let (low, high) = (to_f64(lowest), to_f64(highest));
        let step = libm::log(high / low) / f64::from(terms.volumes - 1);
        // Rounded, so that a point of the map can be asked for again.
        let volume = |at: u32| libm::round(low * libm::exp(f64::from(at) * step) * 1e3) / 1e3;
        let vehicles: Vec<f64> = (0..terms.volumes).map(volume).collect();
        let duty =
            |at: u32| libm::round(highest_duty * f64::from(at) / f64::from(terms.duties - 1) * 1e6) / 1e6;
        let duties: Vec<f64> = (0..terms.duties).map(duty).collect();
        let mut map = RouteMapQuote {
            vehicles: Column(vehicles.clone()),
            duties: Column(duties.clone()),
            best: Column(Vec::new()),
            values: Column(Vec::new()),
            border_duties: Column(Vec::new()),
            border_vehicles: Column(Vec::new()),
            border_below: Column(Vec::new()),
            border_above: Column(Vec::new()),
        };
        // What does not depend on the duty is priced once.
        let steady: Vec<Vec<Option<f64>>> = vehicles
            .iter()
            .map(|volume| self.all.iter().map(|way| self.steady_value(way, exact(*volume))).collect())
            .collect();
        for duty in duties {
            let best: Vec<(i32, f64)> = vehicles
                .iter()
                .zip(&steady)
                .map(|(volume, steady)| self.best_at(exact(*volume), exact(duty), Some(steady)))
                .collect();
            for (ends, winners) in vehicles.windows(2).zip(best.windows(2)) {
                if let ([low, high], [below, above]) = (ends, winners) {
                    self.borders(duty, (*low, below.0), (*high, above.0), 4, &mut map);
                }
            }
            map.best.0.extend(best.iter().map(|(way, _)| way));
            map.values.0.extend(best.iter().map(|(_, value)| libm::round(*value)));
        }
        Ok(map)
    }

    /// A value that no duty on built-up vehicles changes; none where there is none.
    fn steady_value(&self, way: &Way<'_>, vehicles: Decimal) -> Option<f64> {
        if self.depends_on_duty(way) { None } else { self.value_at(way, vehicles, None) }
    }

    fn depends_on_duty(&self, way: &Way<'_>) -> bool {
        match &way.kind {
            super::ways::Kind::Import(_) => way.name == super::RouteName::Export,
            super::ways::Kind::Plant(plant) => plant.terms.export_until_open,
            super::ways::Kind::Purchase(_) => false,
        }
    }

    /// The best way among those that are not barred and worth something, and its value.
    fn best_at(&self, vehicles: Decimal, duty: Decimal, steady: Option<&Vec<Option<f64>>>) -> (i32, f64) {
        let mut best = (NONE, 0.0);
        for (at, way) in self.all.iter().enumerate() {
            if way.is_prohibited() {
                continue;
            }
            let known = steady.filter(|_| !self.depends_on_duty(way));
            let value = match known {
                Some(values) => values.get(at).copied().flatten(),
                None => self.value_at(way, vehicles, Some(duty)),
            };
            if let Some(value) = value.filter(|value| *value > best.1) {
                best = (at as i32, value);
            }
        }
        best
    }

    /// The volumes between two neighbours at which the best way changes; where a third is best in between, both of its ends.
    fn borders(
        &self,
        duty: f64,
        (low, below): (f64, i32),
        (high, above): (f64, i32),
        depth: u32,
        map: &mut RouteMapQuote,
    ) {
        if below == above {
            return;
        }
        let way = |place: i32| usize::try_from(place).ok().and_then(|place| self.all.get(place));
        let at = self.crossing(way(below), way(above), Some(exact(duty)), low, high).unwrap_or(high);
        let (best, _) = self.best_at(exact(at), exact(duty), None);
        if depth > 0 && best != below && best != above {
            self.borders(duty, (low, below), (at, best), depth - 1, map);
            self.borders(duty, (at, best), (high, above), depth - 1, map);
            return;
        }
        map.border_duties.0.push(duty);
        map.border_vehicles.0.push(at);
        map.border_below.0.push(below);
        map.border_above.0.push(above);
    }

    /// The volume between two at which two ways are worth the same, or one is worth nothing.
    fn crossing(
        &self,
        first: Option<&Way<'_>>,
        second: Option<&Way<'_>>,
        duty: Option<Decimal>,
        low: f64,
        high: f64,
    ) -> Option<f64> {
        let value = |way: Option<&Way<'_>>, vehicles: Decimal| {
            way.map_or(Some(0.0), |way| self.value_at(way, vehicles, duty)).unwrap_or(f64::NAN)
        };
        let difference = |volume: f64| value(first, exact(volume)) - value(second, exact(volume));
        brent(difference, low, high, TOLERANCE).ok()
    }

    /// A value as money; one that is too large as the largest.
    pub fn money(&self, value: f64) -> Money {
        let most = LARGEST_MINOR as f64;
        let value = if value.is_nan() { 0.0 } else { value };
        Money::new(libm::round(value.max(-most).min(most)) as i64, self.programme.currency)
    }
}
