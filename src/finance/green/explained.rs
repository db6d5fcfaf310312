//! How it tells its working.

use super::quote::{GreenQuote, GreenSaving};
use super::request::GreenRequest;
use crate::explain::{Grade, Trace};

const OURS: (&str, Grade) = ("Definition of this project", Grade::Assumption);

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
    trace.alike(code, OURS, &[("r", &request.discount_rate, "fraction-a-year")]).each(&[(
        "green-value",
        "V",
        "V = Σ Vᵢ",
        "presentValue",
        &quote.present_value,
    )]);
    let Some((asked, cars)) = request.cars.as_ref().zip(quote.cars.as_ref()) else { return };
    trace.alike("tonnes", OURS, &[("n", &asked.vehicles, "vehicles")]).each(&[
        (
            "electric-tonnes",
            "E",
            "E = n · (B + Σ km · kWh/100 · g / 10⁶)",
            "cars.electricTonnes",
            &cars.electric_tonnes,
        ),
        (
            "combustion-tonnes",
            "F",
            "F = n · Σ km · l/100 · kg / 10³",
            "cars.combustionTonnes",
            &cars.combustion_tonnes,
        ),
        ("tonnes-avoided", "T", "T = F − E", "cars.tonnesAvoided", &cars.tonnes_avoided),
    ]);
    trace.alike("number", OURS, &[]).each(&[
        ("ahead-year", "y", "least y: Eₜ < Fₜ for all t ≥ y", "cars.aheadYear", &cars.ahead_year),
        ("ahead-kilometres", "k", "E(k) = F(k)", "cars.aheadKilometres", &cars.ahead_kilometres),
    ]);
    trace.alike(code, OURS, &[("Δp", &asked.price_difference, code)]).each(&[(
        "cost-of-a-tonne",
        "c",
        "c = n · Δp / T",
        "cars.costPerTonne",
        &cars.cost_per_tonne,
    )]);
}

fn explain_saving(request: &GreenRequest, saving: &GreenSaving, trace: &mut Trace) {
    trace.alike(request.currency.code(), OURS, &[("r", &request.discount_rate, "fraction-a-year")]).each(&[
        ("interest-saved", "I", "I = Σ round(−Δ · b · A)", "interestSaved", &saving.interest_saved),
        ("green-costs", "C", "C = S + n · c", "costs", &saving.costs),
        ("net-saving", "N", "N = I − C", "netSaving", &saving.net_saving),
        (
            "green-present-value",
            "V",
            "V = −S + Σ (Iₜ − c) / (1 + r)^t",
            "presentValue",
            &saving.present_value,
        ),
        (
            "break-even-amount",
            "A*",
            "A* = (S + Σ c·v^t) / Σ −Δ·b·v^t",
            "breakEvenAmount",
            &saving.break_even_amount,
        ),
        ("cost-of-a-tonne", "c", "c = −V / T", "costPerTonne", &saving.cost_per_tonne),
    ]);
    trace.alike("fraction-a-year", OURS, &[]).each(&[
        (
            "rate-change",
            "Δ",
            "Δ = u · missed − d · met, or yield less yield",
            "firstChange",
            &saving.first_change,
        ),
        (
            "break-even-rate",
            "d*",
            "d* = (PV(costs) / A + Σ u·b·v^t) / Σ n·b·v^t",
            "breakEvenRate",
            &saving.break_even_rate,
        ),
    ]);
    trace.alike("tonnes", OURS, &[]).each(&[("tonnes-avoided", "T", "T = Σ Tₜ", "tonnes", &saving.tonnes)]);
}
