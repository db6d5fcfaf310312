//! How the comparison tells its working.

use super::quote::{RouteOutlook, RouteQuote, RouteResult};
use super::ways::{Kind, Way, Ways};
use crate::document::Text;
use crate::explain::{Grade, Step, Trace};
use crate::values::Rate;

const OURS: (&str, Grade) = ("Definition of this project", Grade::Assumption);
const RETURN: (&str, Grade) = ("Internal rate of return of yearly flows", Grade::Official);
const WAITING: &str = "F. Longstaff, E. Schwartz, Valuing American Options by Simulation (2001), Review of Financial Studies 14";

pub(super) fn explain(ways: &Ways<'_>, quote: &RouteQuote, trace: &mut Trace) {
    if !trace.is_listening() {
        return;
    }
    let code = quote.currency.code();
    let request = ways.programme.request;
    let premium = request.country_premium.unwrap_or(Rate::ZERO);
    trace
        .alike(
            "fraction-a-year",
            OURS,
            &[("r", &request.discount_rate, "fraction-a-year"), ("c", &premium, "fraction-a-year")],
        )
        .each(&[("route-rate", "k", "k = r + c", "discountRate", &quote.discount_rate)]);
    for (at, (way, route)) in ways.all.iter().zip(&quote.routes).enumerate() {
        trace.under(&["routes.", &at.text()].concat(), |trace| one(ways, way, route, code, trace));
    }
    trace.alike(code, OURS, &[]).each(&[
        ("route-best", "V*", "max(0, V of ways not barred)", "bestValue", &quote.best_value),
        ("route-worst", "V⁻", "min(V of each case)", "bestValueAtWorst", &quote.best_value_at_worst),
    ]);
    for (at, even) in quote.break_evens.iter().enumerate() {
        trace.under(&["breakEvens.", &at.text()].concat(), |trace| {
            trace.alike("vehicles", OURS, &[("V", &even.value, code)]).each(&[(
                "route-break-even",
                "n",
                "V₁(n) = V₂(n)",
                "vehicles",
                &even.vehicles,
            )]);
        });
    }
    for (at, exposure) in quote.exposures.iter().enumerate() {
        trace.under(&["exposures.", &at.text()].concat(), |trace| {
            trace.alike(code, OURS, &[("k", &ways.programme.rate, "fraction-a-year")]).each(&[
                ("route-case", "V", "Σ Fₜ / (1 + k)^t", "adverse", &exposure.adverse),
                ("route-case", "V", "Σ Fₜ / (1 + k)^t", "favourable", &exposure.favourable),
            ]);
        });
    }
    trace.under("simulation", |trace| simulation(quote, code, trace));
}

fn one(ways: &Ways<'_>, way: &Way<'_>, route: &RouteResult, code: &str, trace: &mut Trace) {
    let priced_by = match &way.kind {
        Kind::Import(_) => {
            "Definition of this project; the vehicle's way as the product landed-cost prices it"
        }
        Kind::Plant(_) => "Definition of this project; the plant as the product plant prices it",
        Kind::Purchase(_) => "Definition of this project; the purchase as the product acquisition prices it",
    };
    trace
        .alike(code, (priced_by, Grade::Assumption), &[("k", &ways.programme.rate, "fraction-a-year")])
        .each(&[("route-value", "V", "Σ Fₜ / (1 + k)^t", "value", &route.value)]);
    trace.alike("fraction-a-year", RETURN, &[]).each(&[
        ("route-return", "i", "Σ Fₜ / (1 + i)^t = 0", "rateOfReturn", &route.rate_of_return),
        ("route-return", "i", "Σ Fₜ / (1 + i)^t = 0", "partnerReturn", &route.partner_return),
        ("route-credit-rate", "i", "Σ Fₜ / (1 + i)^t = 0", "creditAllInRate", &route.credit_all_in_rate),
    ]);
    trace.alike(code, OURS, &[]).each(&[
        ("route-worst", "V⁻", "min(V of each case)", "worstValue", &route.worst_value),
        (
            "route-at-risk",
            "K",
            "Σ investment, equity, support, price",
            "capitalAtRisk",
            &route.capital_at_risk,
        ),
        ("route-insured", "I", "Σ insured part of K", "insured", &route.insured),
        ("route-peak", "P", "max(−(F₀ + … + Fₜ))", "peakFunding", &route.peak_funding),
        ("route-unit-cost", "u", "Σ (Rₜ − Fₜ)/(1 + k)^t / Σ nₜ/(1 + k)^t", "unitCost", &route.unit_cost),
        ("route-partner", "Vₚ", "Σ Fₚₜ / (1 + kₚ)^t", "partnerValue", &route.partner_value),
        ("route-credit", "Z", "all that the buyer pays beyond the goods", "creditCost", &route.credit_cost),
        ("route-landed", "C₀", "C₀ = Σ parts before VAT", "landedCost", &route.landed_cost),
    ]);
    trace.alike("years", OURS, &[]).each(&[(
        "route-payback",
        "n",
        "from there F₀ + … + Fₜ ≥ 0",
        "paybackYears",
        &route.payback_years,
    )]);
    trace.alike("vehicles", OURS, &[]).each(&[(
        "route-vehicles",
        "n",
        "Σ nₜ",
        "totalVehicles",
        &route.total_vehicles,
    )]);
    trace.alike("factor", OURS, &[]).each(&[(
        "route-dscr",
        "d",
        "min(CFADS / (interest + principal))",
        "minimumDscr",
        &route.minimum_dscr,
    )]);
    trace.alike("fraction", OURS, &[]).each(&[
        ("route-duty", "d", "d = D / V", "effectiveDuty", &route.effective_duty),
        ("route-content", "RVC", "(p − kit) / p", "content", &route.content),
    ]);
}

fn simulation(quote: &RouteQuote, code: &str, trace: &mut Trace) {
    let Some(simulation) = &quote.simulation else { return };
    let inputs: [(&'static str, &dyn Text, &str); 1] = [("N", &simulation.paths, "count")];
    for (at, outlook) in simulation.routes.iter().enumerate() {
        trace.under(&["routes.", &at.text()].concat(), |trace| fares(outlook, code, &inputs, trace));
    }
    trace.alike("fraction", OURS, &inputs).each(&[(
        "route-none",
        "p₀",
        "paths on which no V > 0, over N",
        "noneBest",
        &simulation.none_best,
    )]);
    trace.alike(code, OURS, &inputs).each(&[
        ("route-today", "V₀", "max(0, μ of ways not barred)", "valueToday", &simulation.value_today),
        ("route-waiting-adds", "W − V₀", "W − V₀", "waitingAdds", &simulation.waiting_adds),
    ]);
    if let Some(waiting) = simulation.value_of_waiting {
        trace.step(|| {
            Step::new("route-waiting", "W", "Σ V of the way that looks best after a year / N / (1 + k)")
                .output("valueOfWaiting")
                .input("N", simulation.paths, "count")
                .value(waiting, code)
                .cited(WAITING, Grade::Secondary)
        });
    }
}

fn fares(outlook: &RouteOutlook, code: &str, inputs: &[(&'static str, &dyn Text, &str)], trace: &mut Trace) {
    trace.alike(code, OURS, inputs).each(&[
        ("route-shortfall", "ES", "mean of the α·N worst", "expectedShortfall", &outlook.expected_shortfall),
        ("route-low", "q", "V at α·(N − 1), sorted", "low", &outlook.low),
        ("route-median", "q", "V at 0.5·(N − 1), sorted", "median", &outlook.median),
        ("route-high", "q", "V at (1 − α)·(N − 1), sorted", "high", &outlook.high),
        ("route-mean", "μ", "Σ Vₚ / N", "mean", &outlook.mean),
        ("route-error", "s", "√(Σ (Vₚ − μ)² / (N − 1) / N)", "standardError", &outlook.standard_error),
    ]);
    trace.alike("fraction", OURS, inputs).each(&[
        ("route-loses", "p", "paths with V < 0, over N", "lossProbability", &outlook.loss_probability),
        (
            "route-wins",
            "p",
            "paths on which V is the largest and above 0, over N",
            "bestProbability",
            &outlook.best_probability,
        ),
    ]);
}
