//! How the exporter's side tells its working.

use super::{Deal, Forfaiting, Sale, SupplierQuote};
use crate::document::Text;
use crate::explain::{Grade, Step, Trace};
use crate::finance::Discounting;
use crate::finance::receivables::FORFAITING;
use crate::values::{Money, minor_text};

const CONTRACT: &str = "The contract's own terms, as given";
const METHOD: &str = "Internal rate of return of dated flows (XIRR)";
const OURS: &str = "Definition of this project";

pub(super) fn tell(
    terms: &Forfaiting,
    deal: &Deal<'_>,
    sale: &Sale,
    quote: &SupplierQuote,
    trace: &mut Trace,
) {
    if !trace.is_listening() {
        return;
    }
    let code = deal.request.currency.code();
    let text = |minor: i64| minor_text(minor, deal.request.currency);
    let cited = (CONTRACT, Grade::Assumption);
    let (discount, source) = match terms.discounting {
        Discounting::Straight => ("Σ round(Fᵢ · r · τᵢ)", cited),
        Discounting::SimpleYield => ("Σ round(Fᵢ − Fᵢ / (1 + r · τᵢ))", (FORFAITING, Grade::Official)),
        _ => ("Σ round(Fᵢ − Fᵢ / Π(1 + r · n / B))", (FORFAITING, Grade::Official)),
    };
    let amounts = [
        (
            Step::new("bills-face", "F", "Σ (principal + interest)")
                .output("faceValue")
                .input("n", sale.bills.len(), "count")
                .cited(cited.0, cited.1),
            quote.face_value,
        ),
        (
            Step::new("bills-discount", "D", discount)
                .output("discountAmount")
                .input("r", terms.discount_rate, "fraction-a-year")
                .input("basis", terms.day_count.name(), "day-count")
                .input("g", terms.grace_days, "days")
                .cited(source.0, source.1),
            quote.discount_amount,
        ),
        (
            Step::new("bills-charges", "K", "round(k · S) + f + round(c · S · n / B)")
                .output("charges")
                .input("S", text(sale.sold), code)
                .input("k", terms.commission, "fraction")
                .input("f", terms.fee.text(), code)
                .input("c", terms.commitment_fee, "fraction-a-year")
                .input("n", terms.commitment_days, "days")
                .cited(cited.0, cited.1),
            quote.charges,
        ),
        (
            Step::new("bills-proceeds", "C", "F − D − K")
                .output("proceeds")
                .input("F", text(sale.face), code)
                .input("D", text(sale.discount), code)
                .input("K", text(sale.charges), code)
                .cited(cited.0, cited.1),
            quote.proceeds,
        ),
        (
            Step::new("cash-on-shipment", "B", "DP + C")
                .output("cashOnShipment")
                .input("DP", text(sale.down_payment), code)
                .input("C", text(sale.proceeds()), code)
                .cited(cited.0, cited.1),
            quote.cash_on_shipment,
        ),
        (
            Step::new("supplier-premium", "P", "P where the exporter pays it")
                .output("premiumBorne")
                .cited(cited.0, cited.1),
            quote.premium_borne,
        ),
        (
            Step::new("supplier-net", "N", "B − P")
                .output("netProceeds")
                .input("B", text(sale.cash()), code)
                .input("P", text(sale.premium), code)
                .cited(cited.0, cited.1),
            quote.net_proceeds,
        ),
        (
            Step::new("supplier-cost", "Z", "D + K + P")
                .output("exporterCost")
                .input("D", text(sale.discount), code)
                .input("K", text(sale.charges), code)
                .input("P", text(sale.premium), code)
                .cited(OURS, Grade::Assumption),
            quote.exporter_cost,
        ),
        (
            Step::new("supplier-cash-price", "V₀", "V + L")
                .output("cashPrice")
                .input("V", text(deal.contract), code)
                .input("L", text(deal.local_costs), code)
                .cited(cited.0, cited.1),
            quote.cash_price,
        ),
        (
            Step::new("supplier-shortfall", "ΔN", "V₀ − N")
                .output("shortfall")
                .input("V₀", quote.cash_price, code)
                .input("N", text(sale.net()), code)
                .cited(OURS, Grade::Assumption),
            quote.shortfall,
        ),
    ];
    trace.under("supplier", |trace| {
        for (step, value) in amounts {
            trace.step(|| step.value(value, code));
        }
        trace.step(|| {
            Step::new("supplier-cost-share", "z", "Z / V")
                .output("costShare")
                .input("Z", text(sale.cost()), code)
                .input("V", text(deal.contract), code)
                .value(quote.cost_share, "fraction")
                .cited(OURS, Grade::Assumption)
        });
        if let Some(rate) = quote.effective_rate {
            trace.step(|| {
                Step::new("supplier-effective-rate", "e", "S − D − K − P = Σ Fᵢ / (1 + e)^(dᵢ/365)")
                    .output("effectiveRate")
                    .input("S", text(sale.sold), code)
                    .input("n", sale.bills.len() - sale.collected, "count")
                    .value(rate, "fraction-a-year")
                    .cited(METHOD, Grade::Official)
            });
        }
        if let (Some(rise), Some(share)) = (quote.price_rise, quote.price_rise_share) {
            price(deal, (rise, share), code, trace);
        }
    });
}

fn price(deal: &Deal<'_>, (rise, share): (Money, f64), code: &str, trace: &mut Trace) {
    let contract = minor_text(deal.contract, deal.request.currency);
    trace.step(|| {
        Step::new("price-rise", "ΔV", "N(V + ΔV) = V + L")
            .output("priceRise")
            .input("V", contract.as_str(), code)
            .value(rise, code)
            .cited(OURS, Grade::Assumption)
    });
    trace.step(|| {
        Step::new("price-rise-share", "v", "ΔV / V")
            .output("priceRiseShare")
            .input("ΔV", rise, code)
            .input("V", contract.as_str(), code)
            .value(share, "fraction")
            .cited(OURS, Grade::Assumption)
    });
}
