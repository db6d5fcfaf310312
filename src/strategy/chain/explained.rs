//! How it tells its working. What a link's product tells of it stands in that product's own explanation of the request.

use super::quote::ChainQuote;
use super::request::ChainRequest;
use crate::document::Text;
use crate::explain::{Grade, Trace};

const OURS: (&str, Grade) = ("Definition of this project", Grade::Assumption);
const PRODUCT: (&str, Grade) = ("The link's own product, of the request that is told", Grade::Assumption);

pub(super) fn explain(request: &ChainRequest, quote: &ChainQuote, trace: &mut Trace) {
    if !trace.is_listening() {
        return;
    }
    let code = request.currency.code();
    for (at, link) in quote.links.iter().enumerate() {
        trace.under(&["links.", &at.text()].concat(), |trace| {
            trace.alike(code, PRODUCT, &[("n", &request.vehicles, "vehicles")]).each(&[
                ("chain-link", "C", "C = cost of one · how many", "programmeCost", &link.programme_cost),
                (
                    "chain-link-vehicle",
                    "c",
                    "c = C / n, cut from the running sum",
                    "costPerVehicle",
                    &link.cost_per_vehicle,
                ),
                ("chain-tied-up", "W", "W = A · d / 365", "tiedUp", &link.tied_up),
                ("chain-covered", "K", "K = exposure · insured share", "covered", &link.covered),
            ]);
        });
    }
    for (at, bearer) in quote.bearers.iter().enumerate() {
        trace.under(&["bearers.", &at.text()].concat(), |trace| {
            trace.alike(code, OURS, &[]).each(&[(
                "chain-bearer",
                "b",
                "b = Σ its part of links",
                "costPerVehicle",
                &bearer.cost_per_vehicle,
            )]);
        });
    }
    for (at, change) in quote.improvements.iter().enumerate() {
        let inputs: [(_, &dyn Text, _); 2] =
            [("c", &quote.cost_per_vehicle, code), ("c′", &change.cost_after, code)];
        trace.under(&["improvements.", &at.text()].concat(), |trace| {
            trace.alike(code, OURS, &inputs).each(&[(
                "chain-saving",
                "Δc",
                "Δc = c − c′",
                "saving",
                &change.saving,
            )]);
        });
    }
    trace.alike(code, OURS, &[("n", &request.vehicles, "vehicles")]).each(&[
        ("chain-cost", "c", "c = Σ links = Σ bearers", "costPerVehicle", &quote.cost_per_vehicle),
        ("chain-programme", "C", "C = Σ Cᵢ", "programmeCost", &quote.programme_cost),
        ("chain-working-capital", "W", "W = Σ Wᵢ", "workingCapital", &quote.working_capital),
        (
            "chain-working-capital-vehicle",
            "w",
            "w = W / n",
            "workingCapitalPerVehicle",
            &quote.working_capital_per_vehicle,
        ),
        ("chain-maker-capital", "M", "M = f · n · max(cycle, 0) / 365", "makerCapital", &quote.maker_capital),
        ("chain-cover", "K", "K = Σ Kᵢ", "totalCover", &quote.total_cover),
        ("chain-dealer-price", "P₁", "landed cost, or the price", "dealerPrice", &quote.dealer_price),
        ("chain-retail-price", "P₂", "showroom price, or the price", "retailPrice", &quote.retail_price),
    ]);
    trace.alike("fraction", OURS, &[("p", &request.price, code)]).each(&[(
        "chain-share",
        "s",
        "s = c / p",
        "shareOfPrice",
        &quote.share_of_price,
    )]);
    trace.alike("days", OURS, &[]).each(&[(
        "cash-cycle",
        "d",
        "d = production + way + credit + payment − parts",
        "cashCycleDays",
        &quote.cash_cycle_days,
    )]);
    trace.alike("fraction", PRODUCT, &[]).each(&[(
        "chain-duty",
        "z",
        "duties / customs value",
        "effectiveDuty",
        &quote.effective_duty,
    )]);
}
