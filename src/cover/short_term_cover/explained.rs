//! How the premium came about, step by step. Of several lines the first stands for all.

use super::Sums;
use super::answer::ClaimsSettlement;
use super::lines::{Line, record_factor};
use super::request::{Policy, ShortTermCoverRequest};
use crate::explain::{Grade, Step, Trace};
use crate::reference::CardInUse;
use crate::values::minor_text;

const TERMS: &str = "The policy's own terms, as given";
const ORDER: &str = "Order of claim terms as insurers state it: loss, insured share, first loss of each, aggregate first loss, maximum liability, reinsurance";

pub(super) fn tell(
    request: &ShortTermCoverRequest,
    lines: &[Line],
    sums: &Sums,
    break_even: Option<i64>,
    technical: Option<i64>,
    settlement: Option<&ClaimsSettlement>,
    trace: &mut Trace,
) {
    if !trace.is_listening() {
        return;
    }
    if let Some(line) = lines.first() {
        rate(request, line, trace);
        exposure(request, line, trace);
    }
    premium(request, lines, sums, trace);
    expected(request, sums, technical, trace);
    worth(request, sums, break_even, trace);
    if let Some(settlement) = settlement {
        claims(request, settlement, trace);
    }
}

fn rate(request: &ShortTermCoverRequest, line: &Line, trace: &mut Trace) {
    let record = record_factor(request).unwrap_or_default();
    trace.step(|| match line.parts {
        None => Step::new("short-term-rate", "r", "r = given · w")
            .output("lines.rate.0")
            .input("w", record, "factor")
            .value(line.rate, "fraction")
            .cited(TERMS, Grade::Assumption),
        Some(parts) => {
            let category = parts.category.map_or(0, |category| u32::from(category.get()));
            Step::new("short-term-rate", "r", "r = g · p · t · k · s · w")
                .output("lines.rate.0")
                .input("category", category, "category")
                .input("g", parts.base, "fraction")
                .input("p", parts.payment, "factor")
                .input("t", parts.term, "factor")
                .input("k", parts.policy, "factor")
                .input("s", request.insured_share, "fraction")
                .input("w", record, "factor")
                .value(line.rate, "fraction")
                .from_edition(if parts.card_cell { CardInUse::ID } else { "short-term-grid" })
        }
    });
}

fn premium(request: &ShortTermCoverRequest, lines: &[Line], sums: &Sums, trace: &mut Trace) {
    let text = |minor| minor_text(minor, request.currency);
    trace.step(|| {
        Step::new("premium-by-rate", "P", "P = Σ round(r · T) + M")
            .output("premiumByRate")
            .input("T", text(sums.turnover), "currency")
            .input("n", lines.len(), "count")
            .input("M", text(sums.pre_shipment.unwrap_or(0)), "currency")
            .value(text(sums.by_rate), "currency")
            .cited(TERMS, Grade::Assumption)
    });
    trace.step(|| {
        Step::new("premium-of-the-year", "Π", "Π = max(minimum, P)")
            .output("premium")
            .input("minimum", request.minimum_premium, "currency")
            .input("P", text(sums.by_rate), "currency")
            .value(text(sums.premium), "currency")
            .cited(TERMS, Grade::Assumption)
    });
}

fn exposure(request: &ShortTermCoverRequest, line: &Line, trace: &mut Trace) {
    trace.step(|| {
        let formula =
            if request.policy == Policy::SingleContract { "E = T" } else { "E = round(T · d / 365)" };
        Step::new("average-exposure", "E", formula)
            .output("lines.exposure.0")
            .input("T", minor_text(line.turnover, request.currency), "currency")
            .input("d", line.days, "days")
            .value(minor_text(line.exposure, request.currency), "currency")
            .cited("Average of what is owed: the turnover of the days of credit", Grade::Assumption)
    });
}

fn expected(request: &ShortTermCoverRequest, sums: &Sums, technical: Option<i64>, trace: &mut Trace) {
    let text = |minor| minor_text(minor, request.currency);
    let Some((loss, claims)) = sums.expected else { return };
    trace.step(|| {
        Step::new("expected-loss", "EL", "EL = Σ round(E · PD · LGD)")
            .output("expectedLoss")
            .input("E", text(sums.exposure), "currency")
            .input("LGD", request.loss_given_default, "fraction")
            .value(text(loss), "currency")
            .cited("Probability of default · loss given default · exposure", Grade::Assumption)
    });
    trace.step(|| {
        Step::new("expected-claims", "EC", "EC = Σ round(min(E, limit) · PD · LGD · s)")
            .output("expectedClaims")
            .input("s", request.insured_share, "fraction")
            .value(text(claims), "currency")
            .cited(TERMS, Grade::Assumption)
    });
    if let (Some(technical), Some(terms)) = (technical, &request.technical) {
        trace.step(|| {
            Step::new("technical-premium", "TP", "TP = (EC + c · C · k) / (1 − e)")
                .output("technicalPremium")
                .input("EC", text(claims), "currency")
                .input("c", terms.capital_share, "fraction")
                .input("k", terms.capital_cost, "fraction-a-year")
                .input("e", terms.expense_share, "fraction")
                .value(text(technical), "currency")
                .cited(TERMS, Grade::Assumption)
        });
    }
}

fn worth(request: &ShortTermCoverRequest, sums: &Sums, break_even: Option<i64>, trace: &mut Trace) {
    let text = |minor| minor_text(minor, request.currency);
    let Some(loss) = break_even else { return };
    trace.step(|| {
        Step::new("break-even-loss", "L", "L = ⌈(Π + f + a) / s⌉")
            .output("breakEvenLoss")
            .input("Π", text(sums.premium), "currency")
            .input("f", request.first_loss, "currency")
            .input("a", request.aggregate_first_loss, "currency")
            .input("s", request.insured_share, "fraction")
            .value(text(loss), "currency")
            .cited(ORDER, Grade::Secondary)
    });
}

fn claims(request: &ShortTermCoverRequest, settlement: &ClaimsSettlement, trace: &mut Trace) {
    let cell =
        |column: &[f64]| minor_text(column.first().map_or(0, |amount| *amount as i64), request.currency);
    trace.step(|| {
        Step::new("claim-of-a-loss", "C₁", "C₁ = min(round(L₁ · s) − f − a, maximum)")
            .output("settlement.paid.0")
            .input("L₁", cell(&settlement.loss.0), "currency")
            .input("s", request.insured_share, "fraction")
            .input("f", cell(&settlement.first_loss.0), "currency")
            .input("a", cell(&settlement.aggregate_first_loss.0), "currency")
            .value(cell(&settlement.paid.0), "currency")
            .cited(ORDER, Grade::Secondary)
    });
    trace.step(|| {
        Step::new("claims-paid", "ΣC", "ΣC = C₁ + … + Cₙ")
            .output("settlement.totalPaid")
            .input("n", settlement.paid.0.len(), "count")
            .value(minor_text(settlement.total_paid.minor(), request.currency), "currency")
            .cited(ORDER, Grade::Secondary)
    });
}
