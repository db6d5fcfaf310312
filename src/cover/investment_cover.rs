//! The cover of an investment abroad against political risk.

mod plan;
mod request;
mod rules;

pub use request::{
    InvestmentEvent, InvestmentQuote, InvestmentRequest, InvestmentRules, InvestmentSchedule,
    OtherInvestmentRules, Peril, Perils,
};

use rust_decimal::Decimal;

use self::plan::Plan;
use self::rules::{Priced, Standby};
use crate::cash_flow::Flows;
use crate::cover::Refusal;
use crate::document::Text;
use crate::error::Error;
use crate::explain::{Grade, Notice, Step, Trace};
use crate::product::Product;
use crate::reference::{Market, age_notice};
use crate::values::{Exact, Money, minor_decimal};

crate::quotes!(InvestmentQuote);

impl Product for InvestmentRequest {
    type Quote = InvestmentQuote;

    const NAME: &'static str = "investment-cover";

    #[inline(never)]
    fn quote(&self, market: &Market, trace: &mut Trace) -> Result<InvestmentQuote, Error> {
        let plan = Plan::of(self)?;
        let tariff = &market.tariffs.investment_cover;
        let (wanted, every) = self.wanted();
        let (mut first, mut others, mut passed_over) = (None, Vec::new(), Vec::new());
        let (mut from_table, mut small) = (false, false);
        for rules in wanted {
            let answer = self.rates(rules, &plan, tariff).and_then(|rates| {
                let priced = self.price(&plan, rates)?;
                let after = self.rate_of_return(&plan, Some(&priced))?;
                Ok((priced, after))
            });
            if let Ok((priced, _)) = &answer {
                from_table |= priced.rates.from_table;
                small |= rules.is_an_end();
            }
            match answer {
                Ok((priced, after)) if first.is_none() => {
                    self.explain_premium(&plan, &priced, after, market, trace);
                    first = Some((rules, priced, after));
                }
                Ok((priced, after)) => {
                    let place = ["others.", &others.len().text()].concat();
                    trace.under(&place, |trace| self.explain_premium(&plan, &priced, after, market, trace));
                    others.push(self.other(rules, &priced, after));
                }
                Err(_) if every => passed_over.push(rules.name()),
                Err(error) if first.is_none() => return Err(error),
                Err(error) => others.push(refused(rules, error)),
            }
        }
        let Some((rules, priced, after)) = first else {
            return Err(Error::invalid("empty", "this list must name at least one").at("rules"));
        };
        let before = self.rate_of_return(&plan, None)?;
        let taken = before.zip(after).map(|(before, after)| before - after);
        self.explain_first(&plan, &priced, before, taken, market, trace);
        let mut notices = self.notices(&plan, rules, &priced);
        if from_table {
            let edition = tariff.edition();
            notices.extend(age_notice(edition, edition.retrieved, self.valuation_date));
        }
        if small && self.perils.breach_of_contract {
            notices.push(Notice::new("package-without-breach-of-contract"));
        }
        if !passed_over.is_empty() {
            notices.push(Notice::new("rule-sets-passed-over").with("rules", passed_over.join(", ")));
        }
        let money = |minor: i64| Money::new(minor, self.currency);
        Ok(InvestmentQuote {
            country: self.country,
            rules,
            currency: self.currency,
            maximum_amount: money(plan.maximum),
            premium_rate: priced.rates.rate,
            premium: money(priced.premiums.first().copied().unwrap_or(0)),
            total_premium: money(priced.total),
            present_value: priced.present_value.map(money),
            handling_fee: priced.fee,
            return_before: before,
            return_after: after,
            return_taken: taken,
            grade: priced.rates.grade,
            events: plan.events(self, trace)?,
            schedule: plan.schedule(&priced),
            others,
            editions: from_table.then(|| tariff.edition().clone()).into_iter().collect(),
            notices,
        })
    }
}

impl InvestmentRules {
    /// Whether it is one end of the range for small investments.
    const fn is_an_end(self) -> bool {
        matches!(self, Self::MigaSmallFrom | Self::MigaSmallTo)
    }
}

impl InvestmentRequest {
    /// The rate of return a year of what the investor pays and receives, premiums and fee included where there are some.
    ///
    /// # Errors
    /// What the search for the rate says.
    fn rate_of_return(&self, plan: &Plan, priced: Option<&Priced>) -> Result<Option<f64>, Error> {
        let Some(expected) = self.expected_return else { return Ok(None) };
        let (times, flows) = plan.flows(expected.as_f64(), priced);
        let rates = Flows::timed(&times, &flows).and_then(|flows| flows.rates());
        rates.map(|rates| Some(rates.nearest)).map_err(|error| error.moved("expectedReturn"))
    }

    fn other(&self, rules: InvestmentRules, priced: &Priced, after: Option<f64>) -> OtherInvestmentRules {
        let money = |minor: i64| Money::new(minor, self.currency);
        OtherInvestmentRules {
            rules,
            premium_rate: Some(priced.rates.rate),
            premium: priced.premiums.first().copied().map(money),
            total_premium: Some(money(priced.total)),
            present_value: priced.present_value.map(money),
            return_after: after,
            grade: Some(priced.rates.grade),
            refusal: None,
        }
    }

    fn notices(&self, plan: &Plan, rules: InvestmentRules, priced: &Priced) -> Vec<Notice> {
        let mut notices = Vec::new();
        if rules == InvestmentRules::DeFederal {
            notices.push(Notice::new("one-rate-for-all-perils"));
        }
        if rules == InvestmentRules::Given {
            notices.push(Notice::new("premium-rate-given"));
        }
        if rules.is_an_end() {
            notices.push(Notice::new("end-of-a-range"));
        }
        if plan.has_standby && matches!(priced.rates.standby, Standby::Unpriced) {
            notices.push(Notice::new("standby-not-priced"));
        }
        match (priced.fee, priced.fee_on_excess) {
            (Some(whole), Some(excess)) if whole != excess => {
                notices.push(
                    Notice::new("handling-fee-ambiguous")
                        .with("whole", whole.decimal())
                        .with("excess", excess.decimal()),
                );
            }
            _ => {}
        }
        if priced.rates.fee.is_some() && priced.fee.is_none() {
            notices.push(Notice::new("fee-in-euros-only"));
        }
        if self.holding_years > 15 {
            notices.push(Notice::new("over-fifteen-years").with("years", self.holding_years));
        }
        if self.expected_return.is_none() {
            notices.push(Notice::new("return-missing"));
        }
        notices
    }

    /// The steps to the premiums of one rule set, and to the return after them.
    fn explain_premium(
        &self,
        plan: &Plan,
        priced: &Priced,
        after: Option<f64>,
        market: &Market,
        trace: &mut Trace,
    ) {
        let Some(first) = plan.years.first().filter(|_| trace.is_listening()) else { return };
        let edition = market.tariffs.investment_cover.edition();
        let cited = |step: Step| {
            if priced.rates.from_table {
                step.cited(edition.source.clone(), priced.rates.grade).from_edition(edition.id)
            } else {
                step.cited(GIVEN, Grade::Assumption)
            }
        };
        let code = self.currency.code();
        let amount = |minor: i64| minor_decimal(minor, self.currency);
        trace.step(|| {
            cited(
                Step::new("investment-rate", "r", "as printed or given")
                    .output("premiumRate")
                    .value(priced.rates.rate, "fraction-a-year"),
            )
        });
        trace.step(|| {
            let base = self.base(first, plan.returns, priced.rates);
            let units = base.over(Decimal::from(self.currency.minor_per_unit())).normalize();
            let step = match priced.rates.standby {
                Standby::Part(divisor) => Step::new("investment-premium", "P", "round(r·(C + R) + r/n·S)")
                    .input("n", divisor, "factor"),
                Standby::Rate(rate) => Step::new("investment-premium", "P", "round(r·(C + R) + s·S)").input(
                    "s",
                    rate,
                    "fraction-a-year",
                ),
                Standby::Unpriced => Step::new("investment-premium", "P", "round(r·(C + R))"),
            };
            cited(
                step.output("premium")
                    .input("r", priced.rates.rate, "fraction-a-year")
                    .input("C + R", units, code)
                    .input("S", amount(first.standby), code)
                    .value(amount(priced.premiums.first().copied().unwrap_or(0)), code),
            )
        });
        trace.step(|| {
            Step::new("premiums-in-all", "ΣP", "P₁ + … + Pₙ")
                .output("totalPremium")
                .input("n", self.holding_years, "years")
                .value(amount(priced.total), code)
                .cited(OURS, Grade::Assumption)
        });
        if let (Some(value), Some(rate)) = (priced.present_value, self.discount_rate) {
            trace.step(|| {
                Step::new("premiums-present-value", "PV", "Σ Pₖ / (1 + d)^(k − 1)")
                    .output("presentValue")
                    .input("d", rate, "fraction-a-year")
                    .value(amount(value), code)
                    .cited(OURS, Grade::Assumption)
            });
        }
        if let Some(after) = after {
            trace.step(|| {
                Step::new("return-after-cover", "i₁", "Σ Fₖ / (1 + i₁)^k = 0, premiums and fee among F")
                    .output("returnAfter")
                    .value(after, "fraction-a-year")
                    .cited(RETURN, Grade::Official)
            });
        }
    }

    /// The steps that only the first rule set has.
    fn explain_first(
        &self,
        plan: &Plan,
        priced: &Priced,
        before: Option<f64>,
        taken: Option<f64>,
        market: &Market,
        trace: &mut Trace,
    ) {
        let edition = market.tariffs.investment_cover.edition();
        trace.step(|| {
            Step::new("maximum-amount", "M", "max(Cₖ + Sₖ + R)")
                .output("maximumAmount")
                .value(minor_decimal(plan.maximum, self.currency), self.currency.code())
                .cited(GIVEN, Grade::Assumption)
        });
        if let Some(fee) = priced.fee {
            trace.step(|| {
                Step::new("handling-fee", "F", "min(f·M, most), nothing up to the limit")
                    .output("handlingFee")
                    .input("M", minor_decimal(plan.maximum, self.currency), "EUR")
                    .value(fee.decimal(), "EUR")
                    .cited(edition.source.clone(), Grade::Official)
                    .from_edition(edition.id)
            });
        }
        if let (Some(before), Some(expected)) = (before, self.expected_return) {
            trace.step(|| {
                Step::new("return-before-cover", "i₀", "Σ Fₖ / (1 + i₀)^k = 0")
                    .output("returnBefore")
                    .input("e", expected, "fraction-a-year")
                    .value(before, "fraction-a-year")
                    .cited(RETURN, Grade::Official)
            });
        }
        if let Some(taken) = taken {
            trace.step(|| {
                Step::new("return-taken", "Δi", "i₀ − i₁")
                    .output("returnTaken")
                    .value(taken, "fraction-a-year")
                    .cited(OURS, Grade::Assumption)
            });
        }
    }
}

const GIVEN: &str = "Given in the request";
const OURS: &str = "Definition of this project";
const RETURN: &str = "Internal rate of return of yearly flows";

fn refused(rules: InvestmentRules, error: Error) -> OtherInvestmentRules {
    OtherInvestmentRules {
        rules,
        premium_rate: None,
        premium: None,
        total_premium: None,
        present_value: None,
        return_after: None,
        grade: None,
        refusal: Some(Refusal(error)),
    }
}
