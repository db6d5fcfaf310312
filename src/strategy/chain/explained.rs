//! How it tells its working. What a link's product tells of it stands in that product's own explanation of the request.

use super::quote::ChainQuote;
use super::request::ChainRequest;
use crate::document::Text;
use crate::explain::{Grade, Step, Trace};

const OURS: &str = "Definition of this project";

pub(super) fn explain(request: &ChainRequest, quote: &ChainQuote, trace: &mut Trace) {
    if !trace.is_listening() {
        return;
    }
    let code = request.currency.code();
    for (at, link) in quote.links.iter().enumerate() {
        let path = |name: &str| ["links.", &at.text(), ".", name].concat();
        let source = || ["The product ", &link.counted_by, ", of the request that is told"].concat();
        let parts = [
            ("chain-link", "C", "C = cost of one · how many", "programmeCost", link.programme_cost),
            (
                "chain-link-vehicle",
                "c",
                "c = C / n, cut from the running sum",
                "costPerVehicle",
                link.cost_per_vehicle,
            ),
            ("chain-tied-up", "W", "W = A · d / 365", "tiedUp", link.tied_up),
            ("chain-covered", "K", "K = exposure · insured share", "covered", link.covered),
        ];
        for (id, symbol, formula, output, value) in parts {
            trace.step(|| {
                Step::new(id, symbol, formula)
                    .output(&path(output))
                    .input("n", request.vehicles, "vehicles")
                    .value(value, code)
                    .cited(source(), Grade::Assumption)
            });
        }
    }
    for (id, symbol, formula, output, value) in [
        ("chain-cost", "c", "c = Σ links = Σ bearers", "costPerVehicle", quote.cost_per_vehicle),
        ("chain-programme", "C", "C = Σ Cᵢ", "programmeCost", quote.programme_cost),
        ("chain-working-capital", "W", "W = Σ Wᵢ", "workingCapital", quote.working_capital),
        (
            "chain-working-capital-vehicle",
            "w",
            "w = W / n",
            "workingCapitalPerVehicle",
            quote.working_capital_per_vehicle,
        ),
        ("chain-maker-capital", "M", "M = f · n · max(cycle, 0) / 365", "makerCapital", quote.maker_capital),
        ("chain-cover", "K", "K = Σ Kᵢ", "totalCover", quote.total_cover),
        ("chain-dealer-price", "P₁", "landed cost, or the price", "dealerPrice", quote.dealer_price),
        ("chain-retail-price", "P₂", "showroom price, or the price", "retailPrice", quote.retail_price),
    ] {
        trace.step(|| {
            Step::new(id, symbol, formula)
                .output(output)
                .input("n", request.vehicles, "vehicles")
                .value(value, code)
                .cited(OURS, Grade::Assumption)
        });
    }
    for (at, bearer) in quote.bearers.iter().enumerate() {
        trace.step(|| {
            Step::new("chain-bearer", "b", "b = Σ its part of links")
                .output(&["bearers.", &at.text(), ".costPerVehicle"].concat())
                .value(bearer.cost_per_vehicle, code)
                .cited(OURS, Grade::Assumption)
        });
    }
    for (at, change) in quote.improvements.iter().enumerate() {
        trace.step(|| {
            Step::new("chain-saving", "Δc", "Δc = c − c′")
                .output(&["improvements.", &at.text(), ".saving"].concat())
                .input("c", quote.cost_per_vehicle, code)
                .input("c′", change.cost_after, code)
                .value(change.saving, code)
                .cited(OURS, Grade::Assumption)
        });
    }
    trace.step(|| {
        Step::new("chain-share", "s", "s = c / p")
            .output("shareOfPrice")
            .input("p", request.price, code)
            .value(quote.share_of_price, "fraction")
            .cited(OURS, Grade::Assumption)
    });
    trace.step(|| {
        Step::new("cash-cycle", "d", "d = production + way + credit + payment − parts")
            .output("cashCycleDays")
            .value(quote.cash_cycle_days, "days")
            .cited(OURS, Grade::Assumption)
    });
    if let Some(duty) = quote.effective_duty {
        trace.step(|| {
            Step::new("chain-duty", "z", "duties / customs value")
                .output("effectiveDuty")
                .value(duty, "fraction")
                .cited("The product landed-cost", Grade::Assumption)
        });
    }
}
