//! How an export credit tells its working.

use super::deal::{Deal, Premium};
use super::request::{PremiumPayment, WithoutCover};
use super::runs::Runs;
use crate::explain::{Grade, Step, Trace};
use crate::values::minor_text;

const ARRANGEMENT: &str = "Arrangement on Officially Supported Export Credits, article 10: down payment, maximum official support and local costs";
const CONTRACT: &str = "The contract's own terms, as given";
const METHOD: &str = "Internal rate of return of dated flows (XIRR)";

/// What is financed.
pub(super) fn credit(deal: &Deal<'_>, trace: &mut Trace) {
    let request = deal.request;
    let code = request.currency.code();
    let text = |minor| minor_text(minor, request.currency);
    trace.step(|| {
        Step::new("down-payment", "DP", "V · d")
            .output("downPayment")
            .input("V", text(deal.contract), code)
            .input("d", request.down_payment, "fraction")
            .value(text(deal.down_payment), code)
            .cited(CONTRACT, Grade::Assumption)
    });
    trace.step(|| {
        Step::new("credit-amount", "A", "V − DP + L")
            .output("creditAmount")
            .input("V", text(deal.contract), code)
            .input("DP", text(deal.down_payment), code)
            .input("L", text(deal.local_costs), code)
            .value(text(deal.credit), code)
            .cited(CONTRACT, Grade::Assumption)
    });
    if let Some(cirr) = deal.cirr.get() {
        cirr.explain(request, trace);
    }
}

/// What it costs.
pub(super) fn answer(deal: &Deal<'_>, runs: &Runs, premium: Premium, maximum: i64, trace: &mut Trace) {
    if !trace.is_listening() {
        return;
    }
    let request = deal.request;
    let code = request.currency.code();
    let text = |minor| minor_text(minor, request.currency);
    let whole = runs.whole();
    let capitalised = deal.capitalised(&whole.days);
    trace.step(|| {
        Step::new("maximum-credit", "A_max", "0.85 · V + L + P")
            .output("maximumCredit")
            .input("V", text(deal.contract), code)
            .input("L", text(deal.local_costs), code)
            .input("P", text(premium.amount), code)
            .value(text(maximum), code)
            .cited(ARRANGEMENT, Grade::Secondary)
    });
    trace.step(|| {
        let (id, formula) = match premium.payment {
            PremiumPayment::Upfront => ("premium-upfront", "P = p · A, in cash at the first drawdown"),
            PremiumPayment::Financed => ("premium-financed", "P = p / (1 − p) · A, drawn on top of A"),
            PremiumPayment::AsDrawn => ("premium-as-drawn", "P = p · A, in cash with each drawdown"),
            PremiumPayment::ByExporter => ("premium-by-exporter", "P = p · A, by the exporter"),
        };
        Step::new(id, "P", formula)
            .output("premium")
            .input("A", text(deal.credit), code)
            .value(text(premium.amount), code)
            .cited(CONTRACT, Grade::Assumption)
    });
    trace.step(|| {
        let step = if deal.capitalises() {
            Step::new("loan-amount-capitalised", "Q", "A + financed P + capitalised I")
        } else {
            Step::new("loan-amount", "Q", "A + financed P")
        };
        let step = step.output("loanAmount").input("A", text(deal.credit), code).input(
            "P",
            text(premium.financed()),
            code,
        );
        let step = if deal.capitalises() { step.input("I", text(capitalised), code) } else { step };
        step.value(text(deal.credit + premium.financed() + capitalised), code)
            .cited(CONTRACT, Grade::Assumption)
    });
    if deal.capitalises() {
        trace.step(|| {
            Step::new(
                "capitalised-interest",
                "I_c",
                "Σ round(B · r · days / basis) while the credit is drawn",
            )
            .output("capitalisedInterest")
            .input("B", text(deal.credit + premium.financed()), code)
            .value(text(capitalised), code)
            .cited(CONTRACT, Grade::Assumption)
        });
    }
    if !deal.path.is_fixed() {
        trace.step(|| {
            Step::new("level-rate", "r", "Bᵢ = Bᵢ₋₁·(1 + r·τᵢ) + Fᵢ, B = 0 at the end, F with interest only")
                .output("levelRate")
                .input("n", deal.path.rates.len(), "count")
                .value(runs.plain().nominal, "fraction-a-year")
                .cited(METHOD, Grade::Official)
        });
    }
    let sum = |of: fn(&super::deal::Day) -> i64| whole.days.iter().map(of).sum::<i64>();
    trace.step(|| {
        Step::new("interest-paid", "I", "Σ round(B · r · days / basis)")
            .output("schedule.interest")
            .input("r", deal.path.first, "fraction-a-year")
            .input("basis", request.day_count.name(), "day-count")
            .value(text(sum(|day| day.interest)), code)
            .cited(CONTRACT, Grade::Assumption)
    });
    trace.step(|| {
        Step::new("fees-paid", "F", "f · A + X + Σ round(undrawn · c · days / basis) + g · years begun")
            .output("schedule.fees")
            .input("f", request.fees.arrangement, "fraction")
            .input("X", text(deal.expenses), code)
            .input("c", request.fees.commitment, "fraction-a-year")
            .input("g", text(deal.agency), code)
            .value(text(sum(|day| day.fees)), code)
            .cited(CONTRACT, Grade::Assumption)
    });
    trace.step(|| {
        Step::new("total-cost", "C", "Σ paid − Σ drawn for goods")
            .output("totalCost")
            .input("paid", text(sum(super::deal::Day::payment)), code)
            .input("drawn", text(sum(|day| day.goods)), code)
            .value(text(whole.cost), code)
            .cited(CONTRACT, Grade::Assumption)
    });
    trace.step(|| {
        Step::new("all-in-rate", "e", "Σ Fᵢ / (1 + e)^(dᵢ/365) = 0")
            .output("allInRate")
            .input("F", whole.days.len(), "flows")
            .value(whole.effective, "fraction-a-year")
            .cited(METHOD, Grade::Official)
    });
    trace.step(|| {
        Step::new("all-in-rate-nominal", "n", "Bᵢ = Bᵢ₋₁·(1 + n·τᵢ) + Fᵢ, B = 0 at the end")
            .output("allInRateNominal")
            .input("m", request.frequency.per_year(), "a-year")
            .value(whole.nominal, "fraction-a-year")
            .cited(METHOD, Grade::Official)
    });
    for (at, component) in runs.components(request).iter().enumerate() {
        trace.step(|| {
            Step::new("component", "Δe", "e with it − e before it")
                .output(&format!("components.{at}.rate"))
                .input("name", component.name.name(), "")
                .value(component.rate, "fraction-a-year")
                .cited(METHOD, Grade::Official)
        });
        trace.step(|| {
            Step::new("component-cost", "ΔC", "C with it − C before it")
                .output(&format!("components.{at}.money"))
                .input("name", component.name.name(), "")
                .value(component.money, code)
                .cited(CONTRACT, Grade::Assumption)
        });
    }
}

/// What it costs without cover.
pub(super) fn uncovered(deal: &Deal<'_>, runs: &Runs, without: &WithoutCover, trace: &mut Trace) {
    let rate = deal.path.first;
    let code = deal.request.currency.code();
    trace.step(|| {
        Step::new("without-cover-rate", "e₀", "Σ Fᵢ / (1 + e₀)^(dᵢ/365) = 0 at r + s₀, without premium")
            .output("withoutCover.allInRate")
            .input("r", rate, "fraction-a-year")
            .input("s₀", without.spread, "fraction-a-year")
            .value(without.all_in_rate, "fraction-a-year")
            .cited(METHOD, Grade::Official)
    });
    trace.step(|| {
        Step::new("without-cover-rate-nominal", "n₀", "the same, as the contract counts")
            .output("withoutCover.allInRateNominal")
            .input("m", deal.request.frequency.per_year(), "a-year")
            .value(without.all_in_rate_nominal, "fraction-a-year")
            .cited(METHOD, Grade::Official)
    });
    trace.step(|| {
        Step::new("without-cover-cost", "C₀", "Σ paid − Σ drawn for goods, without cover")
            .output("withoutCover.totalCost")
            .input("s₀", without.spread, "fraction-a-year")
            .value(without.total_cost, code)
            .cited(CONTRACT, Grade::Assumption)
    });
    trace.step(|| {
        Step::new("break-even-spread", "s*", "n with interest and premium only − r")
            .output("withoutCover.breakEvenSpread")
            .input("n", runs.with_premium().nominal, "fraction-a-year")
            .input("r", rate, "fraction-a-year")
            .value(without.break_even_spread, "fraction-a-year")
            .cited(METHOD, Grade::Official)
    });
}
