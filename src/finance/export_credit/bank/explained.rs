//! How the bank's view tells its working.

use super::{BankQuote, BankSide, BankTerms, Deal, Guarantor, Life, Shared};
use crate::capital::CapitalApproach;
use crate::explain::{Grade, Step, Trace};
use crate::values::minor_text;

const GUARANTEES: &str = "Basel Framework CRE22.70 to 22.84 and CRE32.22 to 32.25 (2023); Basel II (June 2006), paragraphs 189 to 201";
const MATURITY: &str = "Basel Framework CRE32.46 and 32.47 (2023)";
const CAPITAL: &str = "Basel Framework RBC20 and LEV20 (2023); the ratio as given";
const RETURN: &str = "Return on capital after tax, net of expected loss; sums over the life, not discounted";

pub(super) fn tell(
    shared: &Shared<'_>,
    deal: &Deal<'_>,
    guarantor: &Guarantor,
    (life, bare): (Life, Life),
    quote: &BankQuote,
    trace: &mut Trace,
) {
    if !trace.is_listening() {
        return;
    }
    trace.under("bank", |trace| {
        weights(shared.terms, deal, guarantor, quote, trace);
        trace.step(|| {
            Step::new("bank-funding", "f", "b + s")
                .output("fundingRate")
                .input("b", shared.terms.base_rate, "fraction-a-year")
                .input("s", shared.terms.funding_spread, "fraction-a-year")
                .value(quote.funding_rate, "fraction-a-year")
                .cited(RETURN, Grade::Assumption)
        });
        trace.step(|| {
            Step::new("bank-deal-margin", "m_d", "r − f")
                .output("dealMargin")
                .input("r", deal.path.first, "fraction-a-year")
                .input("f", quote.funding_rate, "fraction-a-year")
                .value(quote.deal_margin, "fraction-a-year")
                .cited(RETURN, Grade::Assumption)
        });
        for (place, side, life) in
            [("withCover", &quote.with_cover, life), ("withoutCover", &quote.without_cover, bare)]
        {
            trace.under(place, |trace| one(shared, deal, quote, side, life, trace));
        }
        worth(deal, quote, trace);
    });
}

fn weights(terms: &BankTerms, deal: &Deal<'_>, guarantor: &Guarantor, quote: &BankQuote, trace: &mut Trace) {
    if let Some(cover) = &deal.request.cover {
        trace.step(|| {
            Step::new("bank-covered-share", "q", "min(q_c, q_p)")
                .output("coveredShare")
                .input("q_c", cover.commercial, "fraction")
                .input("q_p", cover.political, "fraction")
                .value(quote.covered_share, "fraction")
                .cited(GUARANTEES, Grade::Official)
        });
        trace.step(|| {
            Step::new("bank-covered-weight", "w_c", "min(w_g, w_o)")
                .output("coveredWeight")
                .input("w_g", guarantor.weight, "fraction")
                .input("w_o", quote.uncovered_weight, "fraction")
                .value(quote.covered_weight, "fraction")
                .cited(GUARANTEES, Grade::Official)
        });
    }
    trace.step(|| {
        Step::new("bank-uncovered-weight", "w_o", "w")
            .output("uncoveredWeight")
            .value(quote.uncovered_weight, "fraction")
            .cited(GUARANTEES, Grade::Official)
    });
    if let (Some(maturity), CapitalApproach::InternalRatings) =
        (quote.effective_maturity_years, terms.approach)
    {
        let formula = if terms.maturity_years.is_some() { "M" } else { "Σ t·CF / Σ CF, 1 to 5" };
        trace.step(|| {
            Step::new("bank-effective-maturity", "M", formula)
                .output("effectiveMaturityYears")
                .value(maturity, "years")
                .cited(MATURITY, Grade::Official)
        });
    }
}

/// With cover or without: places are under the side.
fn one(
    shared: &Shared<'_>,
    deal: &Deal<'_>,
    quote: &BankQuote,
    side: &BankSide,
    life: Life,
    trace: &mut Trace,
) {
    let terms = shared.terms;
    let code = deal.request.currency.code();
    let text = |minor: f64| minor_text(minor.round() as i64, deal.request.currency);
    let covered = core::ptr::eq(side, &raw const quote.with_cover);
    let share = if covered { quote.covered_share } else { 0.0 };
    trace.step(|| {
        Step::new("bank-weight", "w", "q·w_c + (1 − q)·w_o")
            .output("riskWeight")
            .input("q", share, "fraction")
            .input("w_c", quote.covered_weight, "fraction")
            .input("w_o", quote.uncovered_weight, "fraction")
            .value(side.risk_weight, "fraction")
            .cited(GUARANTEES, Grade::Official)
    });
    trace.step(|| {
        Step::new("bank-average-balance", "B̄", "B / T")
            .output("averageBalance")
            .input("T", life.years, "years")
            .value(side.average_balance, code)
            .cited(RETURN, Grade::Assumption)
    });
    trace.step(|| {
        Step::new("bank-risk-weighted-assets", "RWA", "w·(B̄ + x·Ū)")
            .output("riskWeightedAssets")
            .input("w", side.risk_weight, "fraction")
            .input("B̄", side.average_balance, code)
            .input("x", shared.conversion, "fraction")
            .input("Ū", text(life.undrawn / life.years), code)
            .value(side.risk_weighted_assets, code)
            .cited(GUARANTEES, Grade::Official)
    });
    trace.step(|| {
        let step = Step::new("bank-capital", "K̄", "max(k·w, l)·(B̄ + x·Ū)")
            .output("capital")
            .input("k", terms.capital_ratio, "fraction")
            .input("w", side.risk_weight, "fraction");
        let step = match terms.leverage_ratio {
            Some(ratio) => step.input("l", ratio, "fraction"),
            None => step,
        };
        step.value(side.capital, code).cited(CAPITAL, Grade::Official)
    });
    trace.step(|| {
        Step::new("bank-expected-loss", "EL", "PD·LGD·(1 − q)·B̄·T")
            .output("expectedLoss")
            .input("PD", terms.default_probability, "fraction-a-year")
            .input("LGD", terms.loss_given_default, "fraction")
            .input("q", share, "fraction")
            .input("B̄", side.average_balance, code)
            .input("T", life.years, "years")
            .value(side.expected_loss, code)
            .cited(RETURN, Grade::Assumption)
    });
    let yearly = "fraction-a-year";
    let part = |id, symbol, formula, output: &str, value: f64| {
        Step::new(id, symbol, formula).output(output).value(value, yearly).cited(RETURN, Grade::Assumption)
    };
    trace.step(|| part("bank-cost-margin", "c", "c", "costMargin", side.cost_margin));
    trace.step(|| {
        part("bank-loss-margin", "m_l", "EL / (B̄·T)", "lossMargin", side.loss_margin)
            .input("EL", side.expected_loss, code)
            .input("B̄", side.average_balance, code)
            .input("T", life.years, "years")
    });
    trace.step(|| {
        part("bank-capital-margin", "m_k", "K̄ / B̄·(ρ / (1 − t) − f)", "capitalMargin", side.capital_margin)
            .input("K̄", side.capital, code)
            .input("B̄", side.average_balance, code)
            .input("ρ", terms.target_return, yearly)
            .input("t", terms.tax_rate, "fraction")
            .input("f", quote.funding_rate, yearly)
    });
    trace.step(|| {
        part("bank-fee-margin", "m_f", "−F / (B̄·T)", "feeMargin", side.fee_margin)
            .input("F", text(life.fees), code)
            .input("B̄", side.average_balance, code)
            .input("T", life.years, "years")
    });
    trace.step(|| {
        part("bank-needed-margin", "m", "c + m_l + m_k + m_f", "neededMargin", side.needed_margin)
            .input("c", side.cost_margin, yearly)
            .input("m_l", side.loss_margin, yearly)
            .input("m_k", side.capital_margin, yearly)
            .input("m_f", side.fee_margin, yearly)
    });
    trace.step(|| {
        Step::new("bank-needed-rate", "r*", "f + m")
            .output("neededRate")
            .input("f", quote.funding_rate, "fraction-a-year")
            .input("m", side.needed_margin, "fraction-a-year")
            .value(side.needed_rate, "fraction-a-year")
            .cited(RETURN, Grade::Assumption)
    });
    if let Some(achieved) = side.return_on_capital {
        trace.step(|| {
            Step::new("bank-return", "ρ₀", "(1 − t)·(I + F − f·(B̄ − K̄)·T − c·B̄·T − EL) / (K̄·T)")
                .output("returnOnCapital")
                .input("I", text(life.interest), code)
                .input("F", text(life.fees), code)
                .input("t", terms.tax_rate, "fraction")
                .value(achieved, "fraction-a-year")
                .cited(RETURN, Grade::Assumption)
        });
    }
}

fn worth(deal: &Deal<'_>, quote: &BankQuote, trace: &mut Trace) {
    let code = deal.request.currency.code();
    trace.step(|| {
        Step::new("bank-margin-saved", "Δm", "m₀ − m")
            .output("marginSaved")
            .input("m₀", quote.without_cover.needed_margin, "fraction-a-year")
            .input("m", quote.with_cover.needed_margin, "fraction-a-year")
            .value(quote.margin_saved, "fraction-a-year")
            .cited(RETURN, Grade::Assumption)
    });
    trace.step(|| {
        Step::new("bank-worth", "V", "Δm·B̄·T")
            .output("worth")
            .input("Δm", quote.margin_saved, "fraction-a-year")
            .input("B̄", quote.with_cover.average_balance, code)
            .value(quote.worth, code)
            .cited(RETURN, Grade::Assumption)
    });
    trace.step(|| {
        Step::new("bank-capital-freed", "ΔK", "K̄₀ − K̄")
            .output("capitalFreed")
            .input("K̄₀", quote.without_cover.capital, code)
            .input("K̄", quote.with_cover.capital, code)
            .value(quote.capital_freed, code)
            .cited(RETURN, Grade::Assumption)
    });
}
