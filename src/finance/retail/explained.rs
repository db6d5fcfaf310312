//! How the quote tells its own working.

use super::contract::Contract;
use super::{RetailAgreement, RetailQuote, RetailRequest, Told, explain_told};
use crate::cash_flow::apr::AprRule;
use crate::explain::{Grade, Step, Trace};
use crate::values::minor_decimal;

const TERMS: &str = "The contract's own terms, as given";
const LEVEL: &str = "Present value of an annuity; rounded once, by the given rounding";
const FACTOR: &str =
    "The money factor's rule: depreciation over the months, and rent on the sum of both ends";
const RATE: &str = "Internal rate of return of dated flows (XIRR)";
const OURS: &str = "Definition of this project";

impl RetailRequest {
    pub(super) fn explain(
        &self,
        contract: &Contract,
        quote: &RetailQuote,
        found: Told<'_>,
        rule: Option<AprRule>,
        trace: &mut Trace,
    ) {
        if !trace.is_listening() {
            return;
        }
        let unit = |minor: i64| minor_decimal(minor, self.currency);
        let money = |id, symbol, formula, path: &str, minor: i64| {
            Step::new(id, symbol, formula)
                .output(path)
                .value(unit(minor), "currency")
                .cited(TERMS, Grade::Assumption)
        };
        let [maker, dealer] = contract.contributions;
        trace.step(|| {
            money("amount-financed", "C", "C = P + T + G − D", "amountFinanced", contract.credit)
                .input("P", self.price, "currency")
                .input("G", unit(contract.fees.on_credit + contract.fees.insurance_on_credit), "currency")
                .input("D", unit(contract.deposit + maker + dealer), "currency")
        });
        trace.step(|| {
            let (formula, source) = if self.money_factor.is_some() {
                ("A = round((C − F)/n + (C + F)·m)", FACTOR)
            } else if contract.found {
                ("A as given; C = a·A + Σ Aₖ / (1 + r/12)^k", TERMS)
            } else if contract.advance > 0 {
                ("A = round((C − F·vⁿ) / (a + (1 − v^(n − a))/i))", LEVEL)
            } else {
                ("A = round((C − F·vⁿ) / Σ vᵏ)", LEVEL)
            };
            Step::new("retail-payment", "A", formula)
                .output("payment")
                .input("C", unit(contract.credit), "currency")
                .input("F", unit(contract.final_value), "currency")
                .input("n", contract.payments, "count")
                .input("a", contract.advance, "count")
                .input("r", contract.nominal, "fraction-a-year")
                .value(quote.payment.decimal(), "currency")
                .cited(source, Grade::Official)
        });
        trace.step(|| {
            money(
                "payment-in-all",
                "A′",
                "A′ = A + tax + fee + insurance",
                "paymentInAll",
                quote.payment_in_all.minor(),
            )
        });
        trace.step(|| {
            money(
                "due-at-start",
                "S",
                "S = D + a·A + fees + security",
                "dueAtStart",
                quote.due_at_start.minor(),
            )
        });
        trace.step(|| {
            money("total-interest", "ΣI", "ΣI = I₁ + … + Iₙ", "totalInterest", quote.total_interest.minor())
        });
        trace.step(|| money("total-fees", "ΣG", "ΣG", "totalFees", quote.total_fees.minor()));
        trace.step(|| money("payment-tax", "ΣT", "ΣT = n · round(A·t)", "totalTax", quote.total_tax.minor()));
        trace.step(|| {
            let formula = if self.agreement == RetailAgreement::Lease {
                "Z = D + ΣA + fees + tax + insurance − F"
            } else {
                "Z = D + ΣA + fees + tax + insurance"
            };
            money("total-payable", "Z", formula, "totalPayable", quote.total_payable.minor())
        });
        if contract.found {
            trace.step(|| {
                Step::new("nominal-rate", "r", "C = a·A + Σ Aₖ / (1 + r/12)^k")
                    .output("nominalRate")
                    .value(contract.nominal, "fraction-a-year")
                    .cited(LEVEL, Grade::Official)
            });
        }
        if let Some(rate) = quote.effective_rate {
            trace.step(|| {
                Step::new("effective-rate", "x", "Σ Fₖ / (1 + x)^tₖ = 0")
                    .output("effectiveRate")
                    .value(rate, "fraction-a-year")
                    .cited(RATE, Grade::Official)
            });
        }
        explain_told(rule, found, trace);
        if let Some(rate) = quote.implied_lease_rate {
            trace.step(|| {
                Step::new("implied-lease-rate", "r", "C = a·A + Σ Aₖ / (1 + r/12)^k + F / (1 + r/12)^n")
                    .output("impliedLeaseRate")
                    .value(rate, "fraction-a-year")
                    .cited("12 CFR 1013.4(s) (Regulation M): this percentage may not measure the overall cost of financing this lease", Grade::Official)
            });
        }
        self.explain_vehicle(contract, quote, trace);
    }

    fn explain_vehicle(&self, contract: &Contract, quote: &RetailQuote, trace: &mut Trace) {
        if let Some(support) = &quote.subvention {
            trace.step(|| {
                let rate = self.subvention.as_ref().map(|support| support.standard_rate);
                let step = Step::new("rate-support", "U", "U = C − Σ Aₖ / (1 + s/12)^k")
                    .output("subvention.rateSupport");
                let step = match rate {
                    Some(rate) => step.input("s", rate, "fraction-a-year"),
                    None => step,
                };
                step.value(support.rate_support.decimal(), "currency").cited(OURS, Grade::Assumption)
            });
            trace.step(|| {
                Step::new("maker-cost", "M", "M = round(U·share) + contribution")
                    .output("subvention.makerCost")
                    .value(support.maker_cost.decimal(), "currency")
                    .cited(OURS, Grade::Assumption)
            });
            trace.step(|| {
                Step::new("dealer-cost", "N", "N = U − round(U·share) + contribution")
                    .output("subvention.dealerCost")
                    .value(support.dealer_cost.decimal(), "currency")
                    .cited(OURS, Grade::Assumption)
            });
        }
        if let Some(equity) = &quote.equity {
            trace.step(|| {
                Step::new("lowest-equity", "Q", "Q = min(Vₖ − Bₖ)")
                    .output("equity.lowest")
                    .input("k", equity.lowest_month, "months")
                    .value(equity.lowest.decimal(), "currency")
                    .cited(OURS, Grade::Assumption)
            });
            trace.step(|| {
                Step::new("equity-at-end", "Qₙ", "Qₙ = Vₙ − F")
                    .output("equity.atEnd")
                    .input("F", minor_decimal(contract.final_value, self.currency), "currency")
                    .value(equity.at_end.decimal(), "currency")
                    .cited(OURS, Grade::Assumption)
            });
        }
        if let (Some(loss), Some(risk)) = (quote.expected_loss, &self.risk) {
            trace.step(|| {
                Step::new(
                    "retail-expected-loss",
                    "EL",
                    "EL = Σ (1 − q)^(k − 1) · q · g · Eₖ, q = 1 − (1 − PD)^(1/12)",
                )
                .output("expectedLoss")
                .input("PD", risk.default_rate, "fraction-a-year")
                .value(loss.decimal(), "currency")
                .cited(OURS, Grade::Assumption)
            });
        }
        for (at, residual) in quote.residual_losses.iter().enumerate() {
            trace.step(|| {
                let place = ["residualLosses.", &crate::document::Text::text(&at), ".loss"].concat();
                Step::new("residual-loss", "L", "L = max(0, F − V·(1 − d))")
                    .output(&place)
                    .input("F", minor_decimal(contract.final_value, self.currency), "currency")
                    .input("d", residual.fall, "fraction")
                    .value(residual.loss.decimal(), "currency")
                    .cited(OURS, Grade::Assumption)
            });
        }
        if let Some(settled) = &quote.settlement {
            trace.step(|| {
                Step::new("settlement-amount", "S", "S")
                    .output("settlement.amount")
                    .value(settled.amount.decimal(), "currency")
                    .cited(TERMS, Grade::Assumption)
            });
            trace.step(|| {
                Step::new("settled-rate", "x", "Σ Fₖ / (1 + x)^tₖ = 0")
                    .output("settlement.effectiveRate")
                    .value(settled.effective_rate, "fraction-a-year")
                    .cited(RATE, Grade::Official)
            });
        }
    }
}
