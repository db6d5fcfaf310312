//! How the numbers came about.

use super::forward::Term;
use super::request::{FxCompounding, FxExercise, FxHedgeQuote, FxHedgeRequest, FxInstrument};
use crate::error::Error;
use crate::explain::{Grade, Step, Trace};
use crate::numeric::normal_quantile;

const HULL: &str = "J. C. Hull, Options, Futures and Other Derivatives, covered interest parity";
const OURS: &str = "Definition of this project";
const RISK: &str = "Normal and lognormal exchange rates, an assumption";

impl FxHedgeRequest {
    pub(super) fn explain(&self, term: Term, quote: &FxHedgeQuote, trace: &mut Trace) -> Result<(), Error> {
        if !trace.is_listening() {
            return Ok(());
        }
        let (home, foreign) = self.growth(term)?;
        let formula = match self.compounding {
            Some(FxCompounding::Continuous) => "S·e^(r_h·t) / e^(r_f·t)",
            Some(FxCompounding::Simple) => "S·(1 + r_h·d/B_h) / (1 + r_f·d/B_f)",
            None if !term.long => "S·(1 + r_h·d/B_h) / (1 + r_f·d/B_f)",
            _ => "S·(1 + r_h)^t / (1 + r_f)^t",
        };
        let parity = |step: Step| {
            step.input("S", self.spot, "")
                .input("G_h", home, "factor")
                .input("G_f", foreign, "factor")
                .value(quote.parity_forward, "")
                .cited(HULL, Grade::Official)
        };
        trace.step(|| parity(Step::new("parity-forward", "F", formula).output("parityForward")));
        if quote.market_gap.is_some() {
            trace.step(|| {
                Step::new("market-forward", "M", "S + points")
                    .output("forward")
                    .input("S", self.spot, "")
                    .value(quote.forward, "")
                    .cited("Given in the request", Grade::Assumption)
            });
        } else {
            trace.step(|| parity(Step::new("parity-forward", "F", formula).output("forward")));
        }
        trace.step(|| {
            Step::new("carry-rate", "c", "(F/S − 1) / t")
                .output("carryRate")
                .input("t", term.years, "years")
                .value(quote.carry_rate, "fraction-a-year")
                .cited(OURS, Grade::Assumption)
        });
        if let Some(arbitrage) = &quote.arbitrage {
            trace.step(|| {
                Step::new("parity-arbitrage", "G", "|N·S·G_h − N·G_f·M|")
                    .output("arbitrage.profit")
                    .input("N·S·G_h", arbitrage.home_grown, self.currency.code())
                    .input("N·G_f·M", arbitrage.home_at_market, self.currency.code())
                    .value(arbitrage.profit, self.currency.code())
                    .cited(HULL, Grade::Official)
            });
        }
        self.explain_option(quote, trace);
        self.explain_programme(quote, trace);
        Ok(())
    }

    fn explain_option(&self, quote: &FxHedgeQuote, trace: &mut Trace) {
        let (Some(option), Some(asked)) = (&quote.option, &self.option) else { return };
        let european = asked.exercise == FxExercise::European;
        let source = if european {
            "M. B. Garman, S. W. Kohlhagen, Foreign currency option values (1983)"
        } else {
            "J. C. Cox, S. A. Ross, M. Rubinstein, Option pricing: a simplified approach (1979)"
        };
        trace.step(|| {
            let formula = if european {
                "±(S·e^(−f·T)·Φ(±d₁) − K·e^(−r·T)·Φ(±d₂))"
            } else {
                "max(exercise, e^(−r·h)·(p·V_u + (1 − p)·V_d))"
            };
            Step::new("currency-option", "c", formula)
                .output("option.price")
                .input("K", asked.strike, "")
                .input("σ", option.volatility, "fraction-a-year")
                .value(option.price, "")
                .cited(source, Grade::Official)
        });
        if let Some(price) = asked.price {
            trace.step(|| {
                Step::new("implied-volatility", "σ", "c(σ) = c")
                    .output("option.volatility")
                    .input("c", price, "")
                    .value(option.volatility, "fraction-a-year")
                    .cited(source, Grade::Official)
            });
        }
    }

    fn explain_programme(&self, quote: &FxHedgeQuote, trace: &mut Trace) {
        let code = self.currency.code();
        if let Some(cost) = quote.hedge_cost {
            trace.step(|| {
                let formula = match self.instrument {
                    FxInstrument::Option => "Σ H·c",
                    _ => "Σ s·H·(S − F)",
                };
                Step::new("hedge-cost", "K", formula)
                    .output("hedgeCost")
                    .value(cost, code)
                    .cited(OURS, Grade::Assumption)
            });
            if let (Some(each), Some(pieces)) = (quote.hedge_cost_per_piece, self.pieces) {
                trace.step(|| {
                    Step::new("hedge-cost-per-piece", "k", "K / n")
                        .output("hedgeCostPerPiece")
                        .input("n", pieces, "count")
                        .value(each, code)
                        .cited(OURS, Grade::Assumption)
                });
            }
        }
        if let Some(rate) = quote.hedged_rate {
            trace.step(|| {
                Step::new("hedged-rate", "F̄", "Σ H·F / Σ H")
                    .output("hedgedRate")
                    .value(rate, "")
                    .cited(OURS, Grade::Assumption)
            });
        }
        if let Some(hedged) = quote.hedged_result {
            trace.step(|| {
                Step::new("hedged-result", "R_H", "s·(Σ ((E − H)·S + H·S') − A)")
                    .output("hedgedResult")
                    .value(hedged, code)
                    .cited(OURS, Grade::Assumption)
            });
        }
        for (value, output, symbol) in
            [(quote.unhedged_result, "unhedgedResult", "R_S"), (quote.budget_result, "budgetResult", "R_B")]
        {
            if let Some(value) = value {
                trace.step(|| {
                    Step::new("open-result", symbol, "s·(Σ E·X − A)")
                        .output(output)
                        .value(value, code)
                        .cited(OURS, Grade::Assumption)
                });
            }
        }
        let z = normal_quantile(self.confidence.as_f64());
        if let Some(rate) = quote.worst_rate {
            trace.step(|| {
                Step::new("worst-rate", "X_z", "F·e^(−σ²·t/2 ∓ z·σ·√t)")
                    .output("worstRate")
                    .input("z", z, "number")
                    .value(rate, "")
                    .cited(RISK, Grade::Assumption)
            });
        }
        for (value, output) in [
            (quote.unhedged_at_risk, "unhedgedAtRisk"),
            (quote.hedged_at_risk, "hedgedAtRisk"),
            (quote.basket_at_risk, "basketAtRisk"),
        ] {
            if let Some(value) = value {
                trace.step(|| {
                    Step::new("at-risk", "V", "z·√(Σᵢ Σⱼ wᵢ·wⱼ·σᵢ·σⱼ·ρᵢⱼ·min(tᵢ, tⱼ))")
                        .output(output)
                        .input("z", z, "number")
                        .value(value, code)
                        .cited(RISK, Grade::Assumption)
                });
            }
        }
    }
}
