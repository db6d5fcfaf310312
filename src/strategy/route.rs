//! Ways into a market, side by side: the same programme exported, assembled, built there or bought.

mod course;
mod explained;
mod import;
mod plant;
mod programme;
mod purchase;
mod quote;
mod request;
mod shocks;
mod simulation;
mod volumes;
mod ways;

use std::sync::Arc;

pub use quote::{
    RouteBreakEven, RouteCourse, RouteExposure, RouteMapQuote, RouteName, RouteOutlook, RouteQuote,
    RouteResult, RouteShock, RouteSimulationQuote,
};
pub use request::{
    ImportRoute, OriginRule, PlantRoute, PurchaseRoute, ReExport, RouteCredit, RouteMap, RoutePartner,
    RouteRequest, RouteShocks, RouteSimulation,
};

use self::course::Course;
use self::programme::{Programme, Scenario, value};
use self::ways::{Kind, Way, Ways};
use crate::calendar::Frequency;
use crate::cash_flow::Flows;
use crate::document::Column;
use crate::error::Error;
use crate::explain::{Edition, Notice, Trace};
use crate::product::Product;
use crate::reference::Market;
use crate::values::{Money, Rate, bounded, to_f64};

crate::quotes!(RouteQuote);

impl Product for RouteRequest {
    type Quote = RouteQuote;

    const NAME: &'static str = "route";

    #[inline(never)]
    fn quote(&self, market: &Market, trace: &mut Trace) -> Result<RouteQuote, Error> {
        let ways = Ways::of(Programme::of(self)?, market)?;
        let planned = ways.planned()?;
        let exposures = match &self.shocks {
            Some(shocks) => ways.exposures(shocks, &planned)?,
            None => Vec::new(),
        };
        let mut dates = vec![self.start.days()];
        dates.extend(
            Frequency::Annual.dates_after(self.start, self.years).map_err(|error| error.moved("start"))?,
        );
        let mut editions: Vec<Arc<Edition>> = Vec::new();
        let mut routes = Vec::with_capacity(ways.all.len());
        for (way, plan) in ways.all.iter().zip(&planned) {
            let course = ways.course(way, &Scenario::default(), plan.as_ref(), None)?;
            let (more, notices) = way.carried();
            for edition in more {
                if editions.iter().all(|known| known.id != edition.id) {
                    editions.push(edition);
                }
            }
            routes.push(ways.result(way, &course, &dates, &exposures, notices)?);
        }
        let best = routes
            .iter()
            .filter(|route| !route.prohibited && route.value.minor() > 0)
            .max_by_key(|route| route.value.minor());
        let mut quote = RouteQuote {
            currency: self.currency,
            best: best.map(|route| route.route),
            best_value: best.map_or(Money::new(0, self.currency), |route| route.value),
            best_value_at_worst: best.and_then(|route| route.worst_value),
            discount_rate: ways.programme.rate.as_f64(),
            break_evens: if self.break_evens { ways.break_evens() } else { Vec::new() },
            map: self.map.as_ref().map(|map| ways.map(map)).transpose()?,
            simulation: self.simulation.as_ref().map(|terms| ways.simulate(terms, &planned)).transpose()?,
            routes,
            exposures,
            editions,
            notices: Vec::new(),
        };
        quote.notices = self.notices(&quote);
        explained::explain(&ways, &quote, trace);
        Ok(quote)
    }
}

impl RouteRequest {
    fn notices(&self, quote: &RouteQuote) -> Vec<Notice> {
        let mut notices = Vec::new();
        let plants = [&self.plant, &self.joint_venture];
        let covered = plants.iter().any(|plant| plant.as_ref().is_some_and(|plant| plant.cover.is_some()));
        notices.push(Notice::new(match (self.country_premium, covered) {
            (Some(_), _) => "country-risk-in-rate",
            (None, true) => "country-risk-as-cover",
            (None, false) => "country-risk-left-out",
        }));
        if quote.best.is_none() {
            notices.push(Notice::new("no-route-pays"));
        }
        if quote.routes.iter().any(|route| route.prohibited) {
            notices.push(Notice::new("route-barred"));
        }
        if quote.best_value_at_worst.is_some_and(|value| value.minor() < 0) {
            notices.push(Notice::new("best-route-loses-at-worst"));
        }
        if let Some(simulation) = &quote.simulation
            && simulation.paths < 1_000
        {
            notices.push(Notice::new("few-paths").with("paths", simulation.paths));
        }
        notices
    }
}

impl Ways<'_> {
    fn result(
        &self,
        way: &Way<'_>,
        course: &Course,
        dates: &[i32],
        exposures: &[RouteExposure],
        notices: Vec<Notice>,
    ) -> Result<RouteResult, Error> {
        let programme = &self.programme;
        let currency = programme.currency;
        let total = |column: &[i64]| {
            bounded(column.iter().map(|amount| i128::from(*amount)).sum(), currency)
                .map(|minor| Money::new(minor, currency))
        };
        let mut cumulative = Vec::with_capacity(course.maker.len());
        let mut so_far = 0_i64;
        for flow in &course.maker {
            so_far += flow;
            bounded(i128::from(so_far), currency)?;
            cumulative.push(so_far);
        }
        let worst = exposures
            .iter()
            .filter(|exposure| exposure.route == way.name)
            .min_by_key(|exposure| exposure.adverse.minor());
        let (import, plant) = match &way.kind {
            Kind::Import(import) => (Some(import), None),
            Kind::Plant(plant) => (None, Some(plant)),
            Kind::Purchase(_) => (None, None),
        };
        let credit = import.and_then(|import| import.credit.as_ref());
        let required = self.required_by_partner(way);
        let has_partner = course.partner.iter().any(|flow| *flow != 0);
        let share = Column(course.partner.iter().map(|flow| *flow as f64).collect::<Vec<f64>>());
        Ok(RouteResult {
            route: way.name,
            worst_value: worst.map(|exposure| exposure.adverse),
            worst_case: worst.map(|exposure| exposure.shock),
            capital_at_risk: total(&course.sunk)?,
            insured: total(&course.insured)?,
            peak_funding: Money::new(cumulative.iter().map(|sum| -sum).max().unwrap_or(0).max(0), currency),
            value: self.money(programme.value(&course.maker)),
            rate_of_return: rate_of(&course.maker),
            payback_years: payback(&cumulative),
            unit_cost: self.unit_cost(course),
            landed_cost: import.map(|import| import.landed.landed_cost_before_vat),
            effective_duty: import.map(|import| import.landed.effective_duty),
            content: import.and_then(|way| way.content).or(plant.and_then(|way| way.content)).map(to_f64),
            minimum_dscr: plant.and_then(|plant| plant.quote.minimum_dscr),
            credit_cost: credit.map(|credit| credit.total_cost),
            credit_all_in_rate: credit.map(|credit| credit.all_in_rate),
            partner_value: required
                .filter(|_| has_partner)
                .map(|rate| self.money(value(&course.partner, rate.as_f64()))),
            partner_return: if has_partner { rate_of(&course.partner) } else { None },
            total_vehicles: course.vehicles.iter().sum(),
            prohibited: way.is_prohibited(),
            course: RouteCourse {
                dates: Column(dates.to_vec()),
                vehicles: Column(course.vehicles.clone()),
                revenue: Column(course.revenue.iter().map(|amount| *amount as f64).collect()),
                maker_flow: Column(course.maker.iter().map(|amount| *amount as f64).collect()),
                cumulative: Column(cumulative.iter().map(|amount| *amount as f64).collect()),
                partner_flow: share,
            },
            notices,
        })
    }

    fn required_by_partner(&self, way: &Way<'_>) -> Option<Rate> {
        match &way.kind {
            Kind::Import(_) => None,
            Kind::Plant(plant) => plant.terms.partner.as_ref()?.required_return,
            Kind::Purchase(purchase) => purchase.terms.partner.as_ref()?.required_return,
        }
    }

    /// `u = Σ (Rₜ − Fₜ)/(1 + k)^t / Σ nₜ/(1 + k)^t`: everything that does not reach maker or partner, over the vehicles.
    fn unit_cost(&self, course: &Course) -> Option<Money> {
        let step = 1.0 / (1.0 + to_f64(self.programme.rate.get()));
        let mut discount = 1.0;
        let (mut paid, mut sold) = (0.0, 0.0);
        let flows = course.maker.iter().zip(&course.partner);
        for ((revenue, vehicles), (maker, partner)) in course.revenue.iter().zip(&course.vehicles).zip(flows)
        {
            paid += (revenue - maker - partner) as f64 * discount;
            sold += vehicles * discount;
            discount *= step;
        }
        (sold > 0.0).then(|| self.money(paid / sold))
    }
}

fn rate_of(flows: &[i64]) -> Option<f64> {
    let flows: Vec<f64> = flows.iter().map(|flow| *flow as f64).collect();
    Flows::periodic(&flows).ok()?.nearest_rate()
}

/// The first year from which on the maker has all back that it paid.
fn payback(cumulative: &[i64]) -> Option<u32> {
    let last_below = cumulative.iter().rposition(|sum| *sum < 0);
    let year = last_below.map_or(0, |at| at + 1);
    (year < cumulative.len()).then_some(year as u32)
}
