//! How a plant tells its working.

use super::quote::PlantQuote;
use super::run::Run;
use crate::explain::{Grade, Step, Trace};
use crate::values::minor_decimal;

const OURS: &str = "Definition of this project";
const FINANCE: &str = "Cover ratios as project finance loan agreements define them";
const RETURN: &str = "Internal rate of return of yearly flows";

/// The steps to every number of the answer that stands alone.
pub(super) fn explain(run: &Run<'_>, quote: &PlantQuote, trace: &mut Trace) {
    if !trace.is_listening() {
        return;
    }
    let code = run.plan.currency.code();
    let request = run.plan.request;
    let amount = |minor: i64| minor_decimal(minor, run.plan.currency);
    trace.alike(code, (OURS, Grade::Assumption), &[]).each(&[
        ("plant-uses", "U", "C + fees + interest + R", "totalUses", &quote.total_uses),
        ("plant-equity", "E", "U − D", "equityAmount", &quote.equity_amount),
        ("plant-debt", "D", "Σ drawn", "debtAmount", &quote.debt_amount),
        ("plant-support", "S", "Σ paid beside E", "sponsorSupport", &quote.sponsor_support),
        ("plant-unpaid", "D", "owed at the end", "unpaidDebt", &quote.unpaid_debt),
        ("plant-dividends", "ΣF", "Σ paid out", "totalDividends", &quote.total_dividends),
    ]);
    if let Some(gearing) = quote.gearing {
        trace.step(|| {
            Step::new("plant-gearing", "g", "D / (D + E)")
                .output("gearing")
                .input("D", quote.debt_amount, code)
                .input("E", quote.equity_amount, code)
                .value(gearing, "fraction")
                .cited(OURS, Grade::Assumption)
        });
    }
    trace.alike("factor", (FINANCE, Grade::Secondary), &[]).each(&[
        ("least-dscr", "d", "min(CFADS / (interest + principal))", "minimumDscr", &quote.minimum_dscr),
        ("mean-dscr", "d", "mean(CFADS / (interest + principal))", "averageDscr", &quote.average_dscr),
        ("level-dscr", "d", "Σ CFADSₜ/(1 + r)^t / D", "sculptedDscr", &quote.sculpted_dscr),
    ]);
    let reserve = run.debt.map_or(0, |debt| debt.reserve);
    for (id, symbol, output, formula, value) in [
        ("loan-life-cover", "LLCR", "llcr", "(Σ CFADSₜ/(1 + r)^t + R) / D, loan life", quote.llcr),
        (
            "loan-life-cover-bare",
            "LLCR",
            "llcrWithoutReserve",
            "Σ CFADSₜ/(1 + r)^t / D, loan life",
            quote.llcr_without_reserve,
        ),
        ("project-life-cover", "PLCR", "plcr", "(Σ CFADSₜ/(1 + r)^t + R) / D, project life", quote.plcr),
        (
            "project-life-cover-bare",
            "PLCR",
            "plcrWithoutReserve",
            "Σ CFADSₜ/(1 + r)^t / D, project life",
            quote.plcr_without_reserve,
        ),
    ] {
        let (Some(value), Some(debt)) = (value, run.debt) else { continue };
        trace.step(|| {
            Step::new(id, symbol, formula)
                .output(output)
                .input("r", debt.terms.rate, "fraction-a-year")
                .input("R", amount(reserve), code)
                .input("D", quote.debt_amount, code)
                .value(value, "factor")
                .cited(FINANCE, Grade::Secondary)
        });
    }
    if let (Some(capacity), Some(target)) =
        (quote.debt_capacity, run.debt.and_then(|debt| debt.terms.target_dscr))
    {
        trace.step(|| {
            Step::new("debt-capacity", "D*", "Σ CFADSₜ/(1 + r)^t / d")
                .output("debtCapacity")
                .input("d", target, "factor")
                .value(capacity.decimal(), code)
                .cited(FINANCE, Grade::Secondary)
        });
    }
    for (id, output, value, rate) in [
        ("project-value", "projectValue", quote.project_value, request.discount_rate),
        ("sponsors-value", "equityValue", quote.equity_value, request.cost_of_equity),
    ] {
        let (Some(value), Some(rate)) = (value, rate) else { continue };
        trace.step(|| {
            Step::new(id, "V", "Σ Fₜ / (1 + k)^t")
                .output(output)
                .input("k", rate, "fraction-a-year")
                .value(value.decimal(), code)
                .cited(OURS, Grade::Assumption)
        });
    }
    trace.alike("fraction-a-year", (RETURN, Grade::Official), &[]).each(&[
        ("project-return", "i", "Σ Fₜ / (1 + i)^t = 0", "projectReturn", &quote.project_return),
        ("sponsors-return", "i", "Σ Fₜ / (1 + i)^t = 0", "equityReturn", &quote.equity_return),
    ]);
    if let Some(years) = quote.payback_years {
        trace.step(|| {
            Step::new("plant-payback", "n", "the first with F₀ + … + Fₙ ≥ 0")
                .output("paybackYears")
                .value(years, "years")
                .cited(OURS, Grade::Assumption)
        });
    }
    if let Some(volume) = quote.break_even_volume {
        trace.step(|| {
            Step::new("break-even-volume", "n", "V(n) = 0")
                .output("breakEvenVolume")
                .value(volume, "vehicles")
                .cited(OURS, Grade::Assumption)
        });
    }
    if let (Some(rate), Some(premium)) = (quote.premium_rate, quote.total_premium) {
        trace.step(|| {
            Step::new("plant-premium", "ΣP", "Σ p·s·E")
                .output("totalPremium")
                .input("p", rate, "fraction-a-year")
                .value(premium.decimal(), code)
                .cited(OURS, Grade::Assumption)
        });
    }
}
