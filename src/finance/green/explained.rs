//! How it tells its working.

use super::quote::{GreenQuote, GreenSaving};
use super::request::GreenRequest;
use crate::explain::{Grade, Step, Trace};

const OURS: &str = "Definition of this project";

pub(super) fn explain(request: &GreenRequest, quote: &GreenQuote, trace: &mut Trace) {
    if !trace.is_listening() {
        return;
    }
    let code = request.currency.code();
    for (place, saving) in [("linked", &quote.linked), ("label", &quote.label)] {
        if let Some(saving) = saving {
            trace.under(place, |trace| explain_saving(request, saving, trace));
        }
    }
    if let Some(value) = quote.present_value {
        trace.step(|| {
            Step::new("green-value", "V", "V = Σ Vᵢ")
                .output("presentValue")
                .input("r", request.discount_rate, "fraction-a-year")
                .value(value, code)
                .cited(OURS, Grade::Assumption)
        });
    }
    let Some((asked, cars)) = request.cars.as_ref().zip(quote.cars.as_ref()) else { return };
    for (id, symbol, formula, output, value) in [
        (
            "electric-tonnes",
            "E",
            "E = n · (B + Σ km · kWh/100 · g / 10⁶)",
            "electricTonnes",
            cars.electric_tonnes,
        ),
        (
            "combustion-tonnes",
            "F",
            "F = n · Σ km · l/100 · kg / 10³",
            "combustionTonnes",
            cars.combustion_tonnes,
        ),
        ("tonnes-avoided", "T", "T = F − E", "tonnesAvoided", cars.tonnes_avoided),
    ] {
        trace.step(|| {
            Step::new(id, symbol, formula)
                .output(&["cars.", output].concat())
                .input("n", asked.vehicles, "vehicles")
                .value(value, "tonnes")
                .cited(OURS, Grade::Assumption)
        });
    }
    if let (Some(year), Some(way)) = (cars.ahead_year, cars.ahead_kilometres) {
        trace.step(|| {
            Step::new("ahead-year", "y", "least y: Eₜ < Fₜ for all t ≥ y")
                .output("cars.aheadYear")
                .value(year, "count")
                .cited(OURS, Grade::Assumption)
        });
        trace.step(|| {
            Step::new("ahead-kilometres", "k", "E(k) = F(k)")
                .output("cars.aheadKilometres")
                .value(way, "number")
                .cited(OURS, Grade::Assumption)
        });
    }
    if let (Some(cost), Some(difference)) = (cars.cost_per_tonne, asked.price_difference) {
        trace.step(|| {
            Step::new("cost-of-a-tonne", "c", "c = n · Δp / T")
                .output("cars.costPerTonne")
                .input("Δp", difference, code)
                .value(cost, code)
                .cited(OURS, Grade::Assumption)
        });
    }
}

fn explain_saving(request: &GreenRequest, saving: &GreenSaving, trace: &mut Trace) {
    let code = request.currency.code();
    for (id, symbol, formula, output, value) in [
        ("interest-saved", "I", "I = Σ round(−Δ · b · A)", "interestSaved", Some(saving.interest_saved)),
        ("green-costs", "C", "C = S + n · c", "costs", Some(saving.costs)),
        ("net-saving", "N", "N = I − C", "netSaving", Some(saving.net_saving)),
        (
            "green-present-value",
            "V",
            "V = −S + Σ (Iₜ − c) / (1 + r)^t",
            "presentValue",
            Some(saving.present_value),
        ),
        (
            "break-even-amount",
            "A*",
            "A* = (S + Σ c·v^t) / Σ −Δ·b·v^t",
            "breakEvenAmount",
            saving.break_even_amount,
        ),
        ("cost-of-a-tonne", "c", "c = −V / T", "costPerTonne", saving.cost_per_tonne),
    ] {
        let Some(value) = value else { continue };
        trace.step(|| {
            Step::new(id, symbol, formula)
                .output(output)
                .input("r", request.discount_rate, "fraction-a-year")
                .value(value, code)
                .cited(OURS, Grade::Assumption)
        });
    }
    for (id, symbol, formula, output, value) in [
        (
            "rate-change",
            "Δ",
            "Δ = u · missed − d · met, or yield less yield",
            "firstChange",
            Some(saving.first_change),
        ),
        (
            "break-even-rate",
            "d*",
            "d* = (PV(costs) / A + Σ u·b·v^t) / Σ n·b·v^t",
            "breakEvenRate",
            saving.break_even_rate,
        ),
    ] {
        let Some(value) = value else { continue };
        trace.step(|| {
            Step::new(id, symbol, formula)
                .output(output)
                .value(value, "fraction-a-year")
                .cited(OURS, Grade::Assumption)
        });
    }
    if let Some(tonnes) = saving.tonnes {
        trace.step(|| {
            Step::new("tonnes-avoided", "T", "T = Σ Tₜ")
                .output("tonnes")
                .value(tonnes, "tonnes")
                .cited(OURS, Grade::Assumption)
        });
    }
}
