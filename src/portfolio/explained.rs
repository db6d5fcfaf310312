//! How it tells its working.

use super::quote::PortfolioQuote;
use super::request::{PortfolioModel, PortfolioRequest};
use crate::explain::{Grade, Trace};

const OURS: (&str, Grade) = ("Definition of this project", Grade::Assumption);
const PLUS: (&str, Grade) =
    ("CreditRisk+, A Credit Risk Management Framework (1997), Appendix A and B", Grade::Secondary);
const COPULA: (&str, Grade) =
    ("D. X. Li, On Default Correlation: A Copula Function Approach (2000)", Grade::Secondary);
const LIMIT: (&str, Grade) =
    ("O. Vasicek, The distribution of loan portfolio value (2002)", Grade::Secondary);
const TAIL: (&str, Grade) =
    ("C. Acerbi, D. Tasche, On the coherence of expected shortfall (2002)", Grade::Secondary);
const BASEL: (&str, Grade) = ("Basel Framework CRE31.5 to 31.16 (2023)", Grade::Official);

pub(super) fn explain(request: &PortfolioRequest, quote: &PortfolioQuote, trace: &mut Trace) {
    if !trace.is_listening() {
        return;
    }
    let money = request.currency.as_ref().map_or("amount", |currency| currency.code());
    let (deviation, quantile, cited) = match request.model {
        PortfolioModel::CreditRiskPlus => {
            ("σ² = Σ v²·μ + Σ (Σ w·v·μ)²·σₖ²/μₖ²", "x = L·(i − 1 + (q − Aᵢ₋₁)/(Aᵢ − Aᵢ₋₁))", PLUS)
        }
        PortfolioModel::Exact => ("σ² = Σ (E[lᵢ²] − E[lᵢ]²)", "x = L·(i − 1 + (q − Aᵢ₋₁)/(Aᵢ − Aᵢ₋₁))", OURS),
        PortfolioModel::GaussianCopula => ("σ² = Σ (X − mean X)²/n", "x = X₍⌈q·n⌉₎", COPULA),
        PortfolioModel::Vasicek => {
            ("σ² = ∫ (X(z) − EL)²·φ(z) dz", "x = Σ eᵢ·N[(G(pᵢ) + √ρᵢ·G(q))/√(1 − ρᵢ)]", LIMIT)
        }
    };
    let inputs: [(&'static str, &dyn crate::document::Text, &str); 2] =
        [("n", &quote.obligors, "obligors"), ("L", &quote.unit, money)];
    trace.alike(money, OURS, &[]).each(&[(
        "book-exposure",
        "E",
        "E = Σ Eᵢ",
        "totalExposure",
        &quote.total_exposure,
    )]);
    trace.alike(money, cited, &inputs).each(&[
        ("book-expected-loss", "EL", "EL = Σ pᵢ·eᵢ", "expectedLoss", &quote.expected_loss),
        ("book-deviation", "σ", deviation, "standardDeviation", &quote.standard_deviation),
    ]);
    for (at, of) in quote.quantiles.iter().enumerate() {
        trace.under(&super::book::place("quantiles", at), |trace| {
            let level: [(&'static str, &dyn crate::document::Text, &str); 1] = [("q", &of.level, "fraction")];
            trace.alike(money, cited, &level).each(&[("loss-quantile", "x", quantile, "loss", &of.loss)]);
        });
    }
    let level: [(&'static str, &dyn crate::document::Text, &str); 1] = [("q", &quote.tail_level, "fraction")];
    trace.alike(money, TAIL, &level).each(&[
        (
            "expected-shortfall",
            "ES",
            "ES = (E[X; X > x] + x·(P(X ≤ x) − q))/(1 − q)",
            "expectedShortfall",
            &quote.expected_shortfall,
        ),
        ("unexpected-loss", "UL", "UL = x − EL", "unexpectedLoss", &quote.unexpected_loss),
    ]);
    trace.alike("fraction", cited, &[]).each(&[(
        "no-loss",
        "P₀",
        "P₀ = P(X = 0)",
        "noLossProbability",
        &quote.no_loss_probability,
    )]);
    explain_layers(request, quote, money, trace);
    trace.alike("number", OURS, &[]).each(&[
        ("herfindahl", "H", "H = Σ (Eᵢ/E)²", "concentration.herfindahl", &quote.concentration.herfindahl),
        (
            "effective-number",
            "1/H",
            "1/H",
            "concentration.effectiveNumber",
            &quote.concentration.effective_number,
        ),
        (
            "top-ten-share",
            "T",
            "T = Σ₁₀ Eᵢ/E",
            "concentration.topTenShare",
            &quote.concentration.top_ten_share,
        ),
    ]);
    if let Some(capital) = &quote.capital {
        trace.alike(money, BASEL, &[]).each(&[
            (
                "book-assets",
                "RWA",
                "RWA = Σ wᵢ·Eᵢ",
                "capital.riskWeightedAssets",
                &capital.risk_weighted_assets,
            ),
            ("book-capital", "K", "K = 8 % · RWA", "capital.capital", &capital.capital),
        ]);
    }
    if let Some(simulation) = &quote.simulation {
        trace.alike(money, COPULA, &[("n", &simulation.paths, "number")]).each(&[
            (
                "exact-expected-loss",
                "EL",
                "EL = Σ pᵢ·eᵢ",
                "simulation.exactExpectedLoss",
                &simulation.exact_expected_loss,
            ),
            ("standard-error", "s", "s = σ/√n", "simulation.standardError", &simulation.standard_error),
        ]);
    }
}

fn explain_layers(request: &PortfolioRequest, quote: &PortfolioQuote, money: &str, trace: &mut Trace) {
    let layers = quote.layers.iter().enumerate().map(|(at, layer)| (super::book::place("layers", at), layer));
    for (place, layer) in core::iter::once(("covered".to_owned(), &quote.covered)).chain(layers) {
        trace.under(&place, |trace| {
            let inputs: [(&'static str, &dyn crate::document::Text, &str); 4] = [
                ("a", &layer.attachment, money),
                ("l", &layer.limit, money),
                ("κ", &request.deviation_loading, "factor"),
                ("c", &request.expense_share, "fraction"),
            ];
            trace.alike(money, OURS, &inputs).each(&[
                (
                    "layer-expected-loss",
                    "E[Y]",
                    "Y = min(max(X − a, 0), l)",
                    "expectedLoss",
                    &layer.expected_loss,
                ),
                (
                    "layer-deviation",
                    "σ[Y]",
                    "σ[Y]² = E[Y²] − E[Y]²",
                    "standardDeviation",
                    &layer.standard_deviation,
                ),
                ("layer-price", "P", "P = (E[Y] + κ·σ[Y])/(1 − c)", "price", &layer.price),
            ]);
            trace.alike("fraction", OURS, &inputs).each(&[
                (
                    "attachment-probability",
                    "P(a)",
                    "P(X > a)",
                    "attachmentProbability",
                    &layer.attachment_probability,
                ),
                (
                    "exhaustion-probability",
                    "P(l)",
                    "P(X ≥ a + l)",
                    "exhaustionProbability",
                    &layer.exhaustion_probability,
                ),
                ("rate-on-line", "R", "R = P/l", "rateOnLine", &layer.rate_on_line),
            ]);
        });
    }
}
