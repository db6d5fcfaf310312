//! How the comparison tells its working.

use super::quote::{RouteQuote, RouteResult};
use super::ways::{Kind, Way, Ways};
use crate::document::Text;
use crate::explain::{Grade, Step, Trace};

const OURS: &str = "Definition of this project";
const RETURN: &str = "Internal rate of return of yearly flows";
const WAITING: &str = "F. Longstaff, E. Schwartz, Valuing American Options by Simulation (2001), Review of Financial Studies 14";

pub(super) fn explain(ways: &Ways<'_>, quote: &RouteQuote, trace: &mut Trace) {
    if !trace.is_listening() {
        return;
    }
    let code = quote.currency.code();
    trace.step(|| {
        Step::new("route-rate", "k", "k = r + c")
            .output("discountRate")
            .input("r", ways.programme.request.discount_rate, "fraction-a-year")
            .input(
                "c",
                ways.programme.request.country_premium.unwrap_or(crate::values::Rate::ZERO),
                "fraction-a-year",
            )
            .value(quote.discount_rate, "fraction-a-year")
            .cited(OURS, Grade::Assumption)
    });
    for (at, (way, route)) in ways.all.iter().zip(&quote.routes).enumerate() {
        trace.under(&["routes.", &at.text()].concat(), |trace| one(ways, way, route, code, trace));
    }
    trace.step(|| {
        Step::new("route-best", "V*", "max(0, V of ways not barred)")
            .output("bestValue")
            .value(quote.best_value, code)
            .cited(OURS, Grade::Assumption)
    });
    if let Some(worst) = quote.best_value_at_worst {
        trace.step(|| {
            Step::new("route-worst", "V⁻", "min(V of each case)")
                .output("bestValueAtWorst")
                .value(worst, code)
                .cited(OURS, Grade::Assumption)
        });
    }
    for (at, even) in quote.break_evens.iter().enumerate() {
        trace.step(|| {
            Step::new("route-break-even", "n", "V₁(n) = V₂(n)")
                .output(&["breakEvens.", &at.text(), ".vehicles"].concat())
                .input("V", even.value, code)
                .value(even.vehicles, "vehicles")
                .cited(OURS, Grade::Assumption)
        });
    }
    let Some(simulation) = &quote.simulation else { return };
    for (at, outlook) in simulation.routes.iter().enumerate() {
        for (id, symbol, formula, name, value) in [
            ("route-mean", "μ", "Σ Vₚ / N", "mean", outlook.mean),
            (
                "route-shortfall",
                "ES",
                "mean of the α·N worst",
                "expectedShortfall",
                outlook.expected_shortfall,
            ),
        ] {
            trace.step(|| {
                Step::new(id, symbol, formula)
                    .output(&["simulation.routes.", &at.text(), ".", name].concat())
                    .input("N", simulation.paths, "count")
                    .value(value, code)
                    .cited(OURS, Grade::Assumption)
            });
        }
    }
    if let (Some(waiting), Some(adds)) = (simulation.value_of_waiting, simulation.waiting_adds) {
        trace.step(|| {
            Step::new("route-waiting", "W", "Σ V of the way that looks best after a year / N / (1 + k)")
                .output("simulation.valueOfWaiting")
                .input("N", simulation.paths, "count")
                .value(waiting, code)
                .cited(WAITING, Grade::Secondary)
        });
        trace.step(|| {
            Step::new("route-waiting-adds", "W − V", "W − max(0, μ)")
                .output("simulation.waitingAdds")
                .input("W", waiting, code)
                .value(adds, code)
                .cited(OURS, Grade::Assumption)
        });
    }
}

fn one(ways: &Ways<'_>, way: &Way<'_>, route: &RouteResult, code: &str, trace: &mut Trace) {
    let priced_by = match &way.kind {
        Kind::Import(_) => {
            "Definition of this project; the vehicle's way as the product landed-cost prices it"
        }
        Kind::Plant(_) => "Definition of this project; the plant as the product plant prices it",
        Kind::Purchase(_) => "Definition of this project; the purchase as the product acquisition prices it",
    };
    trace.step(|| {
        Step::new("route-value", "V", "Σ Fₜ / (1 + k)^t")
            .output("value")
            .input("k", ways.programme.rate, "fraction-a-year")
            .value(route.value, code)
            .cited(priced_by, Grade::Assumption)
    });
    if let Some(rate) = route.rate_of_return {
        trace.step(|| {
            Step::new("route-return", "i", "Σ Fₜ / (1 + i)^t = 0")
                .output("rateOfReturn")
                .value(rate, "fraction-a-year")
                .cited(RETURN, Grade::Official)
        });
    }
    for (id, symbol, formula, name, value) in [
        (
            "route-at-risk",
            "K",
            "Σ investment, equity, support, price",
            "capitalAtRisk",
            Some(route.capital_at_risk),
        ),
        ("route-insured", "I", "Σ insured part of K", "insured", Some(route.insured)),
        ("route-peak", "P", "max(−(F₀ + … + Fₜ))", "peakFunding", Some(route.peak_funding)),
        ("route-unit-cost", "u", "Σ (Rₜ − Fₜ)/(1 + k)^t / Σ nₜ/(1 + k)^t", "unitCost", route.unit_cost),
        ("route-partner", "Vₚ", "Σ Fₚₜ / (1 + kₚ)^t", "partnerValue", route.partner_value),
    ] {
        let Some(value) = value else { continue };
        trace.step(|| {
            Step::new(id, symbol, formula).output(name).value(value, code).cited(OURS, Grade::Assumption)
        });
    }
    if let Some(years) = route.payback_years {
        trace.step(|| {
            Step::new("route-payback", "n", "from there F₀ + … + Fₜ ≥ 0")
                .output("paybackYears")
                .value(years, "years")
                .cited(OURS, Grade::Assumption)
        });
    }
    for (id, symbol, formula, name, value, unit, source) in [
        (
            "route-landed",
            "C₀",
            "C₀ = Σ parts before VAT",
            "landedCost",
            route.landed_cost.map(|money| money.decimal().text()),
            code,
            "As the product landed-cost",
        ),
        (
            "route-dscr",
            "d",
            "min(CFADS / (interest + principal))",
            "minimumDscr",
            route.minimum_dscr.map(|ratio| ratio.text()),
            "factor",
            "As the product plant",
        ),
        (
            "route-credit",
            "Z",
            "all that the buyer pays beyond the goods",
            "creditCost",
            route.credit_cost.map(|money| money.decimal().text()),
            code,
            "As the product export-credit",
        ),
    ] {
        let Some(value) = value else { continue };
        trace.step(|| {
            Step::new(id, symbol, formula).output(name).value(value, unit).cited(source, Grade::Assumption)
        });
    }
    if let Some(content) = route.content {
        trace.step(|| {
            Step::new("route-content", "RVC", "(p − kit) / p")
                .output("content")
                .value(content, "fraction")
                .cited("Build-down method of agreements on free trade", Grade::Secondary)
        });
    }
}
