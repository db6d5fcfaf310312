//! How receivables tell their working.

use super::deal::{Deal, has_reserve};
use super::request::{Discounting, ReceivablesQuote};
use crate::document::Text;
use crate::explain::{Grade, Step, Trace};
use crate::values::{Money, Rate, minor_text};

const CONTRACT: &str = "The contract's own terms, as given";
pub(in crate::finance) const FORFAITING: &str =
    "International Trade and Forfaiting Association, forfaiting calculations; basis 365/360";
const DISCOUNTED: &str = "OASIS OpenDocument 1.2 part 2 (OpenFormula), functions DISC and INTRATE; for a year of 365 days the cost of trade credit as supply chain finance is taught";
const OURS: &str = "Definition of this project";

/// A symbol with its value and unit.
type Input<'a> = (&'static str, String, &'a str);

/// A step without its inputs, the place of its number in the quote, and the number where there is one.
type Told = (Step, &'static str, Option<String>);

/// Every number that a person sees, in the order of the working.
pub(super) fn explain(deal: &Deal<'_>, quote: &ReceivablesQuote, trace: &mut Trace) {
    if !trace.is_listening() {
        return;
    }
    price(deal, quote, trace);
    rates(deal, quote, trace);
    sides(deal, quote, trace);
}

fn tell(
    trace: &mut Trace,
    steps: &mut dyn Iterator<Item = Told>,
    unit: &str,
    inputs: &[Input<'_>],
    (source, grade): (&'static str, Grade),
) {
    for (step, output, value) in steps {
        let Some(value) = value else { continue };
        trace.step(|| {
            let step = step.output(output).value(value, unit).cited(source, grade);
            inputs.iter().fold(step, |step, (symbol, value, unit)| step.input(symbol, value.as_str(), unit))
        });
    }
}

fn price(deal: &Deal<'_>, quote: &ReceivablesQuote, trace: &mut Trace) {
    let request = deal.request;
    let code = request.currency.code();
    let text = |minor: i64| minor_text(minor, deal.currency);
    let (money, reserve) = (&deal.money, has_reserve(request.method));
    let straight = request.discounting == Discounting::Straight;
    let formula = match request.discounting {
        _ if request.discount_rate.is_none() => "D = d · N; D = N − P",
        Discounting::Straight if reserve => "D = round(A · r · τ) + d · N",
        Discounting::Straight => "D = round(N · r · τ)",
        Discounting::SimpleYield => "D = N − N / (1 + r · τ)",
        _ => "D = N − N / Π(1 + r · nᵢ / B)",
    };
    let mut inputs = vec![("N", text(money.face), code)];
    if reserve {
        inputs.push(("A", text(money.advance), code));
    }
    if let Some(rate) = request.discount_rate {
        inputs.push(("r", rate.text(), "fraction-a-year"));
    }
    inputs.push(("n", (quote.days_gained + request.grace_days).text(), "days"));
    let discount =
        (Step::new("receivables-discount", "D", formula), "discountAmount", Some(text(money.discount)));
    let cited = if straight { (CONTRACT, Grade::Assumption) } else { (FORFAITING, Grade::Official) };
    tell(trace, &mut [discount].into_iter(), code, &inputs, cited);
    let (cash, released) = match (reserve, request.charges_upfront) {
        (true, true) => ("C = A − K", "R = N − A − D"),
        (true, false) => ("C = A", "R = N − A − D − K"),
        (false, _) => ("C = N − D − K", "R = 0"),
    };
    let steps = [
        (Step::new("receivables-charges", "K", "K = round(k · N) + f"), "charges", Some(text(money.charges))),
        (Step::new("receivables-cash", "C", cash), "cash", Some(text(money.cash))),
        (Step::new("receivables-released", "R", released), "released", Some(text(money.released))),
        (Step::new("receivables-cost", "Z", "Z = D + K"), "totalCost", Some(text(money.cost()))),
        (
            Step::new("receivables-cost-per-day", "Z₁", "Z / n"),
            "costPerDay",
            Some(text(quote.cost_per_day.minor())),
        ),
    ];
    inputs.push(("D", text(money.discount), code));
    tell(trace, &mut steps.into_iter(), code, &inputs, (CONTRACT, Grade::Assumption));
}

fn rates(deal: &Deal<'_>, quote: &ReceivablesQuote, trace: &mut Trace) {
    let code = deal.request.currency.code();
    let text = |minor: i64| minor_text(minor, deal.currency);
    let steps = [
        (
            Step::new("discount-yearly", "r_d", "(F − C) / F / τ"),
            "discountYearly",
            Some(quote.discount_yearly),
        ),
        (
            Step::new("indifference-rate", "r_i", "(F − C) / C / τ"),
            "indifferenceRate",
            Some(quote.indifference_rate),
        ),
        (Step::new("quoted-rate", "r_q", "(F − C) / F · 365 / n"), "quotedRate", Some(quote.quoted_rate)),
        (Step::new("simple-rate", "r_s", "(F − C) / C · 365 / n"), "simpleRate", Some(quote.simple_rate)),
        (
            Step::new("effective-rate-of-cash", "r_e", "(F / C)^(365 / n) − 1"),
            "effectiveRate",
            Some(quote.effective_rate),
        ),
    ];
    let inputs = [
        ("F", text(deal.money.given_up()), code),
        ("C", text(deal.money.cash), code),
        ("n", quote.days_gained.text(), "days"),
        ("basis", deal.request.day_count.name().to_owned(), "day-count"),
    ];
    let cited = (DISCOUNTED, Grade::Secondary);
    tell(trace, &mut steps.into_iter().map(in_words), "fraction-a-year", &inputs, cited);
    let shares = [
        (Step::new("receivables-cost-share", "z", "z = Z / N"), "costShare", Some(quote.cost_share)),
        (Step::new("window-from", "d₁", "1 − B / N"), "windowFrom", quote.window_from),
        (Step::new("window-to", "d₂", "1 − max(V, V₀) / N"), "windowTo", quote.window_to),
    ];
    let inputs = [("N", text(deal.money.face), code), ("Z", text(deal.money.cost()), code)];
    tell(trace, &mut shares.into_iter().map(in_words), "fraction", &inputs, (OURS, Grade::Assumption));
}

fn in_words((step, output, value): (Step, &'static str, Option<f64>)) -> Told {
    (step, output, value.map(|value| value.text()))
}

fn sides(deal: &Deal<'_>, quote: &ReceivablesQuote, trace: &mut Trace) {
    let request = deal.request;
    let code = request.currency.code();
    let supplier = [
        (Step::new("supplier-value", "V", "Σ F / (1 + r · τ)"), "supplierValue", quote.supplier_value),
        (
            Step::new("supplier-waiting-value", "V₀", "N / (1 + r · τ)"),
            "supplierWaitingValue",
            quote.supplier_waiting_value,
        ),
        (Step::new("supplier-gain", "ΔV", "V − V₀"), "supplierGain", quote.supplier_gain),
        (
            Step::new("waiting-cost-per-day", "W₁", "(N − V₀) / n"),
            "waitingCostPerDay",
            quote.waiting_cost_per_day,
        ),
        (Step::new("note-cost", "ΔN", "N / (1 + r · τ₁) − max(V, V₀)"), "noteCost", quote.note_cost),
    ];
    let buyer = [
        (Step::new("buyer-value", "B", "F / (1 + r · τ)"), "buyerValue", quote.buyer_value),
        (
            Step::new("buyer-waiting-value", "B₀", "N / (1 + r · τ)"),
            "buyerWaitingValue",
            quote.buyer_waiting_value,
        ),
        (Step::new("buyer-gain", "ΔB", "B₀ − B"), "buyerGain", quote.buyer_gain),
    ];
    let losses = [
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
    ];
    let text = |money: Money| minor_text(money.minor(), deal.currency);
    let told = |(step, output, value): (Step, &'static str, Option<Money>)| (step, output, value.map(text));
    let cited = (OURS, Grade::Assumption);
    let face = ("N", minor_text(deal.money.face, deal.currency), code);
    let basis = ("basis", request.day_count.name().to_owned(), "day-count");
    let at = |rate: Option<Rate>| {
        [
            face.clone(),
            ("r", rate.map(|rate| rate.text()).unwrap_or_default(), "fraction-a-year"),
            basis.clone(),
        ]
    };
    tell(trace, &mut supplier.into_iter().map(told), code, &at(request.supplier_rate), cited);
    tell(trace, &mut buyer.into_iter().map(told), code, &at(request.buyer_rate), cited);
    let inputs = [
        face.clone(),
        ("LGD", request.loss_given_default.text(), "fraction"),
        ("p", request.default_rate.map(|rate| rate.text()).unwrap_or_default(), "fraction-a-year"),
    ];
    tell(trace, &mut losses.into_iter().map(told), code, &inputs, cited);
}
