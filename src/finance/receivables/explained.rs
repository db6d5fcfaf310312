//! How receivables tell their working.

use super::deal::{Deal, has_reserve};
use super::request::{Discounting, ReceivablesQuote};
use crate::explain::{Grade, Step, Trace};
use crate::values::{Money, minor_text};

const CONTRACT: &str = "The contract's own terms, as given";
const FORFAITING: &str =
    "International Trade and Forfaiting Association, forfaiting calculations; basis 365/360";
const DISCOUNTED: &str = "OASIS OpenDocument 1.2 part 2 (OpenFormula), functions DISC and INTRATE; for a year of 365 days the cost of trade credit as supply chain finance is taught";
const OURS: &str = "Definition of this project";

/// Every number that a person sees, in the order of the working.
pub(super) fn explain(deal: &Deal<'_>, quote: &ReceivablesQuote, trace: &mut Trace) {
    if !trace.is_listening() {
        return;
    }
    price(deal, quote, trace);
    rates(deal, quote, trace);
    sides(deal, quote, trace);
}

fn price(deal: &Deal<'_>, quote: &ReceivablesQuote, trace: &mut Trace) {
    let request = deal.request;
    let code = request.currency.code();
    let text = |minor: i64| minor_text(minor, deal.currency);
    let (money, reserve) = (&deal.money, has_reserve(request.method));
    trace.step(|| {
        let formula = match request.discounting {
            _ if request.discount_rate.is_none() => "D = d · N; D = N − P",
            Discounting::Straight if reserve => "D = round(A · r · τ) + d · N",
            Discounting::Straight => "D = round(N · r · τ)",
            Discounting::SimpleYield => "D = N − N / (1 + r · τ)",
            _ => "D = N − N / Π(1 + r · nᵢ / B)",
        };
        let source = if request.discounting == Discounting::Straight { CONTRACT } else { FORFAITING };
        let mut step = Step::new("receivables-discount", "D", formula).output("discountAmount").input(
            "N",
            text(money.face),
            code,
        );
        if reserve {
            step = step.input("A", text(money.advance), code);
        }
        if let Some(rate) = request.discount_rate {
            step = step.input("r", rate, "fraction-a-year");
        }
        if let Some(share) = request.discount {
            step = step.input("d", share, "fraction");
        }
        step.input("n", quote.days_gained + request.grace_days, "days")
            .value(text(money.discount), code)
            .cited(source, if source == CONTRACT { Grade::Assumption } else { Grade::Official })
    });
    let mut plain = |step: Step, output: &str, value: Money| {
        trace.step(|| {
            step.output(output)
                .input("N", text(money.face), code)
                .input("D", text(money.discount), code)
                .input("K", text(money.charges), code)
                .value(text(value.minor()), code)
                .cited(CONTRACT, Grade::Assumption)
        });
    };
    plain(Step::new("receivables-charges", "K", "K = round(k · N) + f"), "charges", quote.charges);
    if reserve {
        let upfront = request.charges_upfront;
        let (first, last) =
            if upfront { ("C = A − K", "R = N − A − D") } else { ("C = A", "R = N − A − D − K") };
        plain(Step::new("receivables-cash", "C", first), "cash", quote.cash);
        plain(Step::new("receivables-released", "R", last), "released", quote.released);
    } else {
        plain(Step::new("receivables-cash", "C", "C = N − D − K"), "cash", quote.cash);
    }
    plain(Step::new("receivables-cost", "Z", "Z = D + K"), "totalCost", quote.total_cost);
}

fn rates(deal: &Deal<'_>, quote: &ReceivablesQuote, trace: &mut Trace) {
    let code = deal.request.currency.code();
    let text = |minor: i64| minor_text(minor, deal.currency);
    trace.step(|| {
        Step::new("receivables-cost-share", "z", "z = Z / N")
            .output("costShare")
            .input("Z", text(deal.money.cost()), code)
            .input("N", text(deal.money.face), code)
            .value(quote.cost_share, "fraction")
            .cited(OURS, Grade::Assumption)
    });
    trace.step(|| {
        Step::new("receivables-cost-per-day", "Z₁", "Z / n")
            .output("costPerDay")
            .input("Z", text(deal.money.cost()), code)
            .input("n", quote.days_gained, "days")
            .value(text(quote.cost_per_day.minor()), code)
            .cited(OURS, Grade::Assumption)
    });
    for (step, output, value) in [
        (Step::new("discount-yearly", "r_d", "(F − C) / F / τ"), "discountYearly", quote.discount_yearly),
        (
            Step::new("indifference-rate", "r_i", "(F − C) / C / τ"),
            "indifferenceRate",
            quote.indifference_rate,
        ),
        (Step::new("quoted-rate", "r_q", "(F − C) / F · 365 / n"), "quotedRate", quote.quoted_rate),
        (Step::new("simple-rate", "r_s", "(F − C) / C · 365 / n"), "simpleRate", quote.simple_rate),
        (
            Step::new("effective-rate-of-cash", "r_e", "(F / C)^(365 / n) − 1"),
            "effectiveRate",
            quote.effective_rate,
        ),
    ] {
        trace.step(|| {
            step.output(output)
                .input("F", text(deal.money.given_up()), code)
                .input("C", text(deal.money.cash), code)
                .input("n", quote.days_gained, "days")
                .input("basis", deal.request.day_count.name(), "day-count")
                .value(value, "fraction-a-year")
                .cited(DISCOUNTED, Grade::Secondary)
        });
    }
}

fn sides(deal: &Deal<'_>, quote: &ReceivablesQuote, trace: &mut Trace) {
    let request = deal.request;
    let code = request.currency.code();
    let text = |money: Money| minor_text(money.minor(), deal.currency);
    for (step, output, value, rate) in [
        (
            Step::new("supplier-value", "V", "Σ F / (1 + r · τ)"),
            "supplierValue",
            quote.supplier_value,
            request.supplier_rate,
        ),
        (
            Step::new("supplier-waiting-value", "V₀", "N / (1 + r · τ)"),
            "supplierWaitingValue",
            quote.supplier_waiting_value,
            request.supplier_rate,
        ),
        (
            Step::new("supplier-gain", "ΔV", "V − V₀"),
            "supplierGain",
            quote.supplier_gain,
            request.supplier_rate,
        ),
        (
            Step::new("waiting-cost-per-day", "W₁", "(N − V₀) / n"),
            "waitingCostPerDay",
            quote.waiting_cost_per_day,
            request.supplier_rate,
        ),
        (
            Step::new("note-cost", "ΔN", "N / (1 + r · τ₁) − max(V, V₀)"),
            "noteCost",
            quote.note_cost,
            request.supplier_rate,
        ),
        (
            Step::new("buyer-value", "B", "F / (1 + r · τ)"),
            "buyerValue",
            quote.buyer_value,
            request.buyer_rate,
        ),
        (
            Step::new("buyer-waiting-value", "B₀", "N / (1 + r · τ)"),
            "buyerWaitingValue",
            quote.buyer_waiting_value,
            request.buyer_rate,
        ),
        (Step::new("buyer-gain", "ΔB", "B₀ − B"), "buyerGain", quote.buyer_gain, request.buyer_rate),
    ] {
        let (Some(value), Some(rate)) = (value, rate) else { continue };
        trace.step(|| {
            step.output(output)
                .input("r", rate, "fraction-a-year")
                .input("basis", request.day_count.name(), "day-count")
                .value(text(value), code)
                .cited(OURS, Grade::Assumption)
        });
    }
    for (step, output, value) in [
        (Step::new("window-from", "d₁", "1 − B / N"), "windowFrom", quote.window_from),
        (Step::new("window-to", "d₂", "1 − max(V, V₀) / N"), "windowTo", quote.window_to),
    ] {
        let Some(value) = value else { continue };
        trace.step(|| step.output(output).value(value, "fraction").cited(OURS, Grade::Assumption));
    }
    for (step, output, value) in [
        (
            Step::new("loss-of-waiting", "EL", "N · LGD · min(1, p · n / 365)"),
            "expectedLossWaiting",
            quote.expected_loss_waiting,
        ),
        (
            Step::new("loss-this-way", "EL", "N · LGD · min(1, p · n / 365)"),
            "expectedLoss",
            quote.expected_loss,
        ),
    ] {
        let (Some(value), Some(rate)) = (value, request.default_rate) else { continue };
        trace.step(|| {
            step.output(output)
                .input("p", rate, "fraction-a-year")
                .input("LGD", request.loss_given_default, "fraction")
                .value(text(value), code)
                .cited(OURS, Grade::Assumption)
        });
    }
}
