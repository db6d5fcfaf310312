//! How a loan's quote tells its own working.

use super::LoanRequest;
use super::charges::Charges;
use super::options::LoanProfile;
use super::quote::SettlementQuote;
use super::worked::Found;
use crate::cash_flow::explain_apr;
use crate::document::Text;
use crate::explain::{Grade, Step, Trace};
use crate::loan::schedule::Schedule;
use crate::values::{Currency, minor_text};

/// What the working rests on: the loan's terms, and textbook mathematics.
const TERMS: &str = "The loan's own terms, as given";
const LEVEL: &str = "Present value of an annuity; rounded once, by the given rounding";
const RATE: &str = "Internal rate of return of dated flows (XIRR)";
const DIGITS: &str = "Sum of the digits of the periods (rule of 78)";

impl LoanRequest {
    pub(super) fn explain(
        &self,
        schedule: &Schedule,
        part: (i64, i64),
        charges: &Charges,
        found: &Found,
        trace: &mut Trace,
    ) {
        if !trace.is_listening() {
            return;
        }
        self.explain_schedule(schedule, part, trace);
        self.explain_charges(schedule, charges, trace);
        self.explain_rates(found, trace);
    }

    fn explain_schedule(&self, schedule: &Schedule, (days, basis): (i64, i64), trace: &mut Trace) {
        let currency = self.currency;
        let first = |column: &[f64], row: usize| amount(column.get(row), currency);
        let flat = self.profile == LoanProfile::Flat;
        trace.step(|| {
            let formula =
                if flat { "I₁ = round(I · 2 / (n + 1))" } else { "I₁ = round(B₁ · r · d₁ / b)" };
            let step = Step::new("period-interest", "I₁", formula).output("schedule.interest.0").input(
                "B₁",
                first(&schedule.opening, 0),
                "currency",
            );
            let step = match (schedule.rate.first(), self.rate) {
                (Some(rate), _) => step.input("r", *rate, "fraction-a-year"),
                (None, Some(rate)) => step.input("r", rate, "fraction-a-year"),
                (None, None) => step,
            };
            step.input("d₁", days as f64, "days")
                .input("b", basis as f64, "days")
                .value(first(&schedule.interest, 0), "currency")
                .cited(
                    format!("day count {}, rounding {}", self.day_count.name(), self.rounding.name()),
                    Grade::Official,
                )
        });
        trace.step(|| {
            let formula = match self.profile {
                LoanProfile::Annuity => "A = round((B − F·Dₙ) / Σ Dₖ), Dₖ = Π 1 / (1 + r·dⱼ/b)",
                LoanProfile::EqualPrincipal => "A = round((B − F) / n) + I",
                LoanProfile::Bullet => "A = I",
                LoanProfile::Custom => "A = P + I",
                LoanProfile::Flat => "A = round((B + B·r·n/m) / n)",
            };
            let grace = self.grace_instalments as usize;
            Step::new("instalment", "A", formula)
                .output("instalment")
                .input("B", first(&schedule.opening, grace), "currency")
                .input("F", self.balloon, "currency")
                .input("n", schedule.dates.len().saturating_sub(grace), "count")
                .value(minor_text(schedule.instalment, currency), "currency")
                .cited(LEVEL, Grade::Official)
        });
        trace.step(|| {
            Step::new("total-interest", "ΣI", "ΣI = I₁ + … + Iₙ")
                .output("totalInterest")
                .input("n", schedule.dates.len(), "count")
                .value(minor_text(schedule.total_interest, currency), "currency")
                .cited(TERMS, Grade::Assumption)
        });
        trace.step(|| {
            Step::new("total-paid", "ΣA", "ΣA = A₁ + … + Aₙ")
                .output("totalPaid")
                .input("n", schedule.dates.len(), "count")
                .value(minor_text(schedule.total_paid, currency), "currency")
                .cited(TERMS, Grade::Assumption)
        });
    }

    fn explain_charges(&self, schedule: &Schedule, charges: &Charges, trace: &mut Trace) {
        let currency = self.currency;
        let text = |minor| minor_text(minor, currency);
        if charges.fees.is_some() {
            trace.step(|| {
                Step::new("fees-at-start", "G₀", "G₀ = round(P·g) + g₀ + agency of the first year")
                    .output("feesAtStart")
                    .input("P", self.principal, "currency")
                    .value(text(charges.at_start), "currency")
                    .cited(TERMS, Grade::Assumption)
            });
            trace.step(|| {
                Step::new("total-fees", "ΣG", "ΣG = G₀ + G₁ + … + Gₙ")
                    .output("totalFees")
                    .input("G₀", text(charges.at_start), "currency")
                    .value(text(charges.total_fees), "currency")
                    .cited(TERMS, Grade::Assumption)
            });
        }
        if let Some(tax) = &self.interest_tax {
            trace.step(|| {
                let formula = match tax.treatment {
                    super::TaxTreatment::GrossedUp => "T = Σ round(I·t / (1 − t))",
                    super::TaxTreatment::Withheld | super::TaxTreatment::Added => "T = Σ round(I·t)",
                };
                Step::new("interest-tax", "T", formula)
                    .output("totalTax")
                    .input("ΣI", text(schedule.total_interest), "currency")
                    .input("t", tax.rate, "fraction")
                    .value(text(charges.total_tax), "currency")
                    .cited(TERMS, Grade::Assumption)
            });
        }
        trace.step(|| {
            let cost = i128::from(schedule.total_interest) + i128::from(charges.cost());
            Step::new("loan-cost", "C", "C = ΣI + ΣG + T")
                .output("totalCost")
                .input("ΣI", text(schedule.total_interest), "currency")
                .input("ΣG", text(charges.total_fees), "currency")
                .input("T", text(if charges.bears_tax { charges.total_tax } else { 0 }), "currency")
                .value(text(i64::try_from(cost).unwrap_or(i64::MAX)), "currency")
                .cited(TERMS, Grade::Assumption)
        });
    }

    fn explain_rates(&self, found: &Found, trace: &mut Trace) {
        if let Some(without) = found.without_fees {
            trace.step(|| {
                Step::new("rate-without-fees", "r₀", "B = Σ Aₖ / (1 + r₀)^τₖ, τ by ACT/365F")
                    .output("effectiveRateWithoutFees")
                    .value(without, "fraction-a-year")
                    .cited(RATE, Grade::Official)
            });
        }
        trace.step(|| {
            let formula = if found.without_fees.is_some() {
                "B − G₀ = Σ (Aₖ + Gₖ + Tₖ) / (1 + r)^τₖ, τ by ACT/365F"
            } else {
                "B = Σ Pₖ / (1 + r)^τₖ, τ by ACT/365F"
            };
            Step::new("effective-rate", "r", formula)
                .output("effectiveRate")
                .value(found.effective, "fraction-a-year")
                .cited(RATE, Grade::Official)
        });
        trace.step(|| {
            Step::new("nominal-rate", "i", "i = m · ((1 + r)^(1/m) − 1)")
                .output("nominalRate")
                .input("r", found.effective, "fraction-a-year")
                .input("m", self.frequency.per_year(), "count")
                .value(self.frequency.nominal_rate(found.effective), "fraction-a-year")
                .cited(RATE, Grade::Official)
        });
        if let (Some(rule), Some(apr)) = (self.apr_rule, &found.apr) {
            explain_apr(rule, apr, trace);
        }
        trace.step(|| {
            Step::new("average-life", "L", "L = Σ Pₖ·tₖ / Σ Pₖ")
                .output("averageLifeYears")
                .value(found.average_life, "years")
                .cited(TERMS, Grade::Assumption)
        });
    }

    pub(super) fn explain_settlement(&self, settled: &SettlementQuote, trace: &mut Trace) {
        let currency = self.currency;
        let text = |money: crate::values::Money| minor_text(money.minor(), currency);
        trace.step(|| {
            Step::new("settlement-remaining", "R", "R = Aₖ + … + Aₙ")
                .output("settlement.remainingPayments")
                .value(text(settled.remaining_payments), "currency")
                .cited(TERMS, Grade::Assumption)
        });
        trace.step(|| {
            Step::new("settlement-outstanding", "B", "B = P − what was repaid before the day")
                .output("settlement.outstanding")
                .value(text(settled.outstanding), "currency")
                .cited(TERMS, Grade::Assumption)
        });
        if let Some(share) = settled.earned_share {
            trace.step(|| {
                Step::new("settlement-earned", "s", "s = 1 − k·(k + 1) / (n·(n + 1))")
                    .output("settlement.earnedShare")
                    .input("n", self.instalments.get(), "count")
                    .value(share, "fraction")
                    .cited(DIGITS, Grade::Secondary)
            });
        }
        trace.step(|| {
            let rule = settled.earned_share.is_some();
            let formula =
                if rule { "V = round(ΣI · k·(k + 1) / (n·(n + 1)))" } else { "V = R − B − I" };
            Step::new("settlement-rebate", "V", formula)
                .output("settlement.rebate")
                .value(text(settled.rebate), "currency")
                .cited(if rule { DIGITS } else { TERMS }, Grade::Secondary)
        });
        trace.step(|| {
            Step::new("settlement-fee", "G", "G = round(B · g)")
                .output("settlement.fee")
                .input("B", text(settled.outstanding), "currency")
                .value(text(settled.fee), "currency")
                .cited(TERMS, Grade::Assumption)
        });
        trace.step(|| {
            Step::new("settlement-amount", "S", "S = R − V + G")
                .output("settlement.amount")
                .input("R", text(settled.remaining_payments), "currency")
                .input("V", text(settled.rebate), "currency")
                .input("G", text(settled.fee), "currency")
                .value(text(settled.amount), "currency")
                .cited(TERMS, Grade::Assumption)
        });
        trace.step(|| {
            Step::new("settled-rate", "r", "B = Σ Pₖ / (1 + r)^τₖ, the settlement the last payment")
                .output("settlement.effectiveRate")
                .value(settled.effective_rate, "fraction-a-year")
                .cited(RATE, Grade::Official)
        });
    }
}

fn amount(value: Option<&f64>, currency: Currency) -> String {
    minor_text(value.map_or(0, |amount| *amount as i64), currency).text()
}
